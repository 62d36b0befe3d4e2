/** Every fixture of test/workbooks through the headless writer, Excel and Google Sheets. */
import { expect, it } from 'vitest';
import { compare, listed, met } from './compare.ts';
import { fixtures } from './fixtures.ts';

it(`all ${fixtures.length} fixtures come out the same`, () => compare(fixtures, 'both'), 600_000);

it('every listed difference was met: none is stale, none is missing', () => {
  expect([...met].sort()).toEqual([...listed].sort());
});
