import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fromDecimal, toFixed } from '#core/exact/exact';
import { points } from './support.ts';

const rows = readFileSync(new URL('../../golden/gia_lai_766_components.csv', import.meta.url), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((row) => row.replace(/"[^"]*"/g, (quoted) => quoted.slice(1, -1).replace(/,/g, ' ')).split(','));

it('recomputes every published row of Gia Lai to the cent', () => {
  let divided = 0;
  for (const [indicator, maximum, kind = '', unit, a = '', b = '', published = ''] of rows) {
    if (a === 'null') continue;
    const goal = /^threshold 0\.(\d)/.exec(kind);
    const text = goal === null ? 'a/b' : `a/b đạt ${goal[1]}0%`;
    if (Number(b) > 0) divided += 1;
    expect(points(text, Number(maximum), { a, b }, { policy: 'full' }), `${indicator} ${unit}`).toBe(
      toFixed(fromDecimal(published), 2),
    );
  }
  expect(rows).toHaveLength(75);
  expect(divided).toBe(60);
});
