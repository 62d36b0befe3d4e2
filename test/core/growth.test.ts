/** Cost grows with the workbook, not with its square. Absolute times are the bench's business. */
import { expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { recognised } from '#core/read/recognised';
import type { Picture } from '#core/workbook/picture';
import { syntheticPicture } from '#test/bench/synthetic';

const INDICATORS = 31;
const UNITS = 200;

function cost(picture: Picture): number {
  const start = performance.now();
  const outcome = scoreWorkbook(picture, { language: 'vi', at: '2026-01-01T00:00:00.000Z', version: 'test' });
  expect(outcome.plan.sheets.length).toBeGreaterThan(0);
  return performance.now() - start;
}

/** The best of several runs: what else the machine does only ever adds. */
function least(picture: Picture): number {
  return Math.min(...[1, 2, 3].map(() => cost(picture)));
}

const CASES: [string, [string, string][]][] = [
  ['default settings', []],
  [
    'rounded once, ranked by unrounded points',
    [
      ['Làm tròn', 'tổng'],
      ['Cơ sở xếp hạng', 'điểm chưa làm tròn'],
    ],
  ],
];

it.each(CASES)('four times the units cost less than eight times as much: %s', (_, settings) => {
  const picture = (times: number): Picture =>
    syntheticPicture({ units: UNITS * times, indicators: INDICATORS, settings });
  cost(picture(2));
  const [one, two, four] = [least(picture(1)), least(picture(2)), least(picture(4))];
  // Quadratic growth would be 4 and 16 times.
  expect(two / one).toBeLessThan(4);
  expect(four / one).toBeLessThan(8);
});

it('units of a list are counted once each', () => {
  const units = Array.from({ length: 200_000 }, (_, row) => ({ listedAt: { sheet: 0, row, column: 0 } }));
  const start = performance.now();
  const found = { tables: [], grids: [], remarks: [], ownSheets: [], hidden: [] };
  recognised(found, { sets: [], units, entries: [], otherPeriod: new Set(), unread: new Map() });
  // Milliseconds; a copy of the list for each unit takes minutes.
  expect(performance.now() - start).toBeLessThan(5_000);
});
