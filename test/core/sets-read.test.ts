/** Index sets read from tables as they stand in sheets. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sum, toNumber } from '#core/exact/exact';
import { mayState, setOfTable } from '#core/read/sets/sets';
import { defaultSettings } from '#core/read/settings/settings';
import { findTables } from '#core/read/tables/tables';
import { parseCsv } from '#local/samples/csv';
import type { Cell } from '#core/workbook/cell';

function setOf(rows: Cell[][]) {
  const found = findTables({
    sheets: [
      {
        name: 'Bộ chỉ số',
        visibility: 'visible',
        rows: rows.map((cells, index) => ({ index, cells })),
        merges: [],
        hiddenRowsKnown: true,
      },
    ],
  });
  const table = found.tables[0]!;
  if (!mayState(table)) throw new Error(`a ${table.kind} states no set`);
  return setOfTable(table, defaultSettings());
}

const HEADER = ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'];

it('Cần Giuộc: 62 indicators in six pillars, 960 points; codes 4.10 and 4.20 survive', () => {
  const [header, ...lines] = parseCsv(
    readFileSync(new URL('../../local/samples/data/can_giuoc_2025_commune.csv', import.meta.url), 'utf8'),
  );
  const cells = lines.map((line) =>
    line.map((text, column) => (text === '' ? null : column >= 3 && column <= 6 ? Number(text) : text)),
  );
  const { set, remarks } = setOf([header!, ...cells]);
  expect(set.indicators).toHaveLength(62);
  expect(set.pillars.map((pillar) => pillar.name)[3]).toBe('Hoạt động chính quyền số');
  expect(toNumber(sum(set.indicators.map((item) => item.maximum!)))).toBe(960);
  expect(set.indicators.map((item) => item.code)).toEqual(
    expect.arrayContaining(['4.10', '4.20', '4.22.1', '4.22.11']),
  );
  expect(remarks).toEqual([]);
});

it('a code eaten by the spreadsheet is proven by its neighbours and mended', () => {
  const codes = ['4', '4.8', '4.9', '4.1', '4.11'];
  const { set, remarks } = setOf([
    HEADER,
    ...codes.map((code, place): Cell[] => [code, `Chỉ số ${code}`, place === 0 ? 40 : 10, 'Có/Không']),
  ]);
  expect(set.indicators.map((item) => item.code)).toEqual(['4.8', '4.9', '4.10', '4.11']);
  expect(remarks).toMatchObject([
    { kind: 'framework.code-eaten', at: { row: 4, column: 0 }, repair: [{ value: '4.10', format: '@' }] },
  ]);
});

it('a column Cách tính without a single rule is prose: one remark, every indicator judged', () => {
  const { set, remarks } = setOf([HEADER, ['1', 'A', 10, 'Đầy đủ thì đạt điểm'], ['2', 'B', 5, 'Theo báo cáo']]);
  expect(remarks.map((remark) => remark.kind)).toEqual(['framework.rules-prose']);
  expect(set.indicators.map((item) => item.rule)).toEqual([{ kind: 'judged' }, { kind: 'judged' }]);
});

it('a second row of the same code is said and not read', () => {
  const { set, remarks } = setOf([HEADER, ['1.1', 'A', 10, 'Có/Không'], ['1.1', 'B', 5, 'Có/Không']]);
  expect(set.indicators.map((item) => item.name)).toEqual(['A']);
  expect(remarks).toMatchObject([{ kind: 'framework.code-duplicate', at: { row: 2, column: 0 } }]);
});
