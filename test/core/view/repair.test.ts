/** What a repair shows before it is written, which findings go together, and which never do. */
import { describe, expect, it } from 'vitest';
import { scoreWorkbook, type CommandOutcome } from '#core/commands/score';
import { cellText } from '#core/view/cell-text';
import { findingItem } from '#core/view/findings';
import { repairView, type RepairReading } from '#core/view/repair';
import type { Cell } from '#core/workbook/cell';
import { book, sheet } from '#test/support/book';
import { edited } from '#test/support/edited';

const OPTIONS = { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' } as const;

const SET = sheet('Bộ chỉ số', [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'a (nhãn)', 'b (nhãn)'],
  ['1', 'Hạ tầng', 1000, null, null, null],
  ['1.1', 'Tỷ lệ hồ sơ', 400, 'a/b', 'Số hồ sơ', 'Tổng số hồ sơ'],
  ['1.2', 'Tỷ lệ hài lòng', 300, 'tỷ lệ a', 'Tỷ lệ', null],
  ['1.3', 'Số giờ', 300, 'a x 1', 'Số giờ', null],
]);

/** Rows: unit, code, a, b. */
function outcomeOf(rows: Cell[][]): CommandOutcome {
  return scoreWorkbook(book(SET, sheet('Số liệu', [['Đơn vị', 'Mã chỉ số', 'a', 'b'], ...rows])), OPTIONS);
}

/** @returns the position of the finding of a cell. */
function at({ findings }: CommandOutcome, id: string, row: number): number {
  return findings.findIndex((one) => one.id === id && one.at?.row === row - 1);
}

describe('a cell in a preview', () => {
  it.each<[Cell, string]>([
    [0.8, '0,8'],
    [{ value: 0.8, format: '0%' }, '80%'],
    [{ value: 0.805, format: '0.0%' }, '80,5%'],
    [1234.5, '1234,5'],
    [{ value: 1234.5, format: '#,##0.00' }, '1.234,50'],
    [{ value: 1234, format: 'General' }, '1234'],
    [{ value: 4.1, format: '0.00' }, '4,10'],
    [{ value: -0.5, format: '0.0' }, '-0,5'],
    ['0,8', '“0,8”'],
    ['Sở Y tế ', '“Sở Y tế ”'],
    [{ value: '#REF!', kind: 'error' }, '#REF!'],
    [null, ''],
  ])('%j is seen as %s', (cell, text) => {
    expect(cellText(cell, 'vi')).toBe(text);
  });

  it('has a decimal point in English', () => {
    expect(cellText({ value: 1234.5, format: '#,##0.00' }, 'en')).toBe('1,234.50');
  });
});

describe('two readings', () => {
  const rows: Cell[][] = [
    ['Sở Y tế', '1.2', 80, null],
    ['Sở Nội vụ', '1.2', 75, null],
    ['Sở Tư pháp', '1.2', 0.5, null],
    ['Sở Y tế', '1.3', '1.234', null],
    ['Sở Nội vụ', '1.3', '1,234', null],
  ];
  const outcome = outcomeOf(rows);

  it('are both offered, as the cell will show them; whichever is chosen, the question does not come again', () => {
    const index = at(outcome, 'value.percent-scale', 2);
    const { readings } = repairView(outcome, index, false, 'vi')!;
    expect(readings.map(({ label }) => label)).toEqual(['Hiểu là 80%', 'Hiểu là 8000%']);
    expect(readings.map(({ cells }) => cells)).toEqual([
      [{ place: { sheet: 'Số liệu', cell: 'C2' }, before: '80', after: '80%' }],
      [{ place: { sheet: 'Số liệu', cell: 'C2' }, before: '80', after: '8000%' }],
    ]);
    for (const { edits } of readings) {
      const after = scoreWorkbook(edited(outcome.assessment.picture, edits), OPTIONS);
      expect(at(after, 'value.percent-scale', 2)).toBe(-1);
    }
  });

  it('of equal questions are answered together, of different ones apart', () => {
    const percent = at(outcome, 'value.percent-scale', 2);
    expect(findingItem(outcome, percent, 'vi')!.alike).toBe(2);
    const all = repairView(outcome, percent, true, 'vi')!.readings;
    expect(all.map(({ edits }) => edits.map(({ cell, value }) => [cell, value]))).toEqual([
      [
        ['C2', 0.8],
        ['C3', 0.75],
      ],
      [
        ['C2', 80],
        ['C3', 75],
      ],
    ]);
    // A point and a comma are two questions: "1.234" may be thousands where "1,234" is a decimal.
    const dotted = at(outcome, 'value.ambiguous-number', 5);
    expect(repairView(outcome, dotted, false, 'vi')!.readings.map(({ edits }) => edits[0]!.value)).toEqual([
      1234, 1.234,
    ]);
    expect(findingItem(outcome, dotted, 'vi')!.alike).toBe(1);
  });
});

describe('equal findings', () => {
  it('are mended by one repair, whole and once each', () => {
    const outcome = outcomeOf([
      ['Sở Y tế ', '1.1', '5', 10],
      ['Sở Nội vụ', '1.1', '6', '10'],
      ['Sở Tư pháp', '1.1', 7, 10],
    ]);
    const index = at(outcome, 'value.text-number', 3);
    const item = findingItem(outcome, index, 'vi')!;
    expect(item).toMatchObject({ repairable: true, alike: 3 });
    const [{ edits, cells, label }] = repairView(outcome, index, true, 'vi')!.readings as [RepairReading];
    expect(label).toBe('');
    expect(edits.map(({ cell }) => cell).sort()).toEqual(['C2', 'C3', 'D3']);
    // What the person looked at goes first.
    expect(edits[0]!.cell).toBe(item.place!.cell);
    expect(cells).toHaveLength(3);
    const after = scoreWorkbook(edited(outcome.assessment.picture, edits), OPTIONS);
    expect(after.findings.filter(({ id }) => id === 'value.text-number')).toEqual([]);
    // A blank behind a name is another matter.
    expect(after.findings.filter(({ id }) => id === 'text.invisible')).toHaveLength(1);
  });

  it('are not those that a person judges one by one: another name in place of another', () => {
    const outcome = scoreWorkbook(
      book(
        SET,
        sheet('Đơn vị', [
          ['TT', 'Tên đơn vị', 'Nhóm', 'Xếp hạng'],
          [1, 'Xã Hòa Mỹ', 'Xã', 'Có'],
          [2, 'Xã Phú Hòa', 'Xã', 'Có'],
        ]),
        sheet('Số liệu', [
          ['Đơn vị', 'Mã chỉ số', 'a', 'b'],
          ['Xã Hoà Mĩ', '1.1', 5, 10],
          ['Xã Hoà Mĩ', '1.2', 0.5, null],
          ['Xã Phú Hoà', '1.1', 5, 10],
        ]),
      ),
      OPTIONS,
    );
    const variants = outcome.findings.flatMap((one, index) =>
      one.id === 'unit.name-variant' ? [findingItem(outcome, index, 'vi')!] : [],
    );
    for (const item of variants) {
      const values = repairView(outcome, item.index, true, 'vi')!.readings[0]!.edits.map(({ value }) => value);
      expect(new Set(values).size).toBe(1);
    }
    expect(variants.length).toBeGreaterThan(1);
  });

  it('once accepted are no part of it', () => {
    const outcome = outcomeOf([
      ['Sở Y tế', '1.1', '5', 10],
      ['Sở Nội vụ', '1.1', '6', 10],
    ]);
    const index = at(outcome, 'value.text-number', 2);
    outcome.findings[at(outcome, 'value.text-number', 3)]!.waived = { by: 'Ông A', reason: 'Đúng' };
    expect(findingItem(outcome, index, 'vi')!.alike).toBe(1);
    expect(repairView(outcome, index, true, 'vi')!.readings[0]!.edits).toHaveLength(1);
  });
});
