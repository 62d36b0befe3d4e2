/** value.decreased and value.outlier: which figures of which period are compared, and where the bounds lie. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { book, run, sheet } from '#test/support/book';

/** A count, a rate, a quotient, by unit and period. */
function bookOf(rows: Cell[][]): Picture {
  return book(
    sheet('Bộ chỉ số', [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ['1', 'Báo cáo', 300, 'a x 1'],
      ['2', 'Hài lòng', 300, 'tỷ lệ a'],
      ['3', 'Hồ sơ', 400, 'a/b'],
    ]),
    sheet('Số liệu', [['Đơn vị', 'Mã chỉ số', 'a', 'b', 'Kỳ'], ...rows]),
  );
}

const share = (value: number): Cell => ({ value, format: '0%' });
/** The findings of both checks over this quarter's rows of one unit (row 2) and others. */
const told = (rows: Cell[][], period?: string): string[] =>
  run(bookOf(rows), period === undefined ? {} : { period })
    .findings.filter(({ id }) => id === 'value.decreased' || id === 'value.outlier')
    .map(({ id, cell }) => `${id} ${cell}`);
const reports = (count: Cell, period: string): Cell[] => ['Xã An', '1', count, null, period];

describe('value.decreased', () => {
  it('is told at this period’s cell, against the highest of the earlier ones', () => {
    const rows = [reports(7, '2026-Q3'), reports(9, '2026-Q1'), reports(8, '2026-Q2')];
    expect(told(rows)).toEqual(['value.decreased C2']);
    const { findings } = run(bookOf(rows));
    expect(findings.find(({ id }) => id === 'value.decreased')?.message).toContain('thấp hơn 9 của 2026-Q1');
  });

  it('is of earlier periods of the same year alone', () => {
    expect(told([reports(7, '2026-Q3'), reports(9, '2026-Q4')], '2026-Q3')).toEqual([]);
    expect(told([reports(7, '2026-Q1'), reports(9, '2025-Q4')])).toEqual([]);
    expect(told([reports(9, '2026-Q3'), reports(9, '2026-Q2')])).toEqual([]);
    expect(told([reports(7, 'Năm 2026'), reports(9, '6 tháng đầu năm 2026')])).toEqual(['value.decreased C2']);
  });

  it('is of both figures of a quotient, never of a rate, nor of what is no number', () => {
    const rows: Cell[][] = [
      ['Xã An', '2', share(0.5), null, '2026-Q3'],
      ['Xã An', '3', 4, 10, '2026-Q3'],
      ['Xã An', '2', share(0.9), null, '2026-Q2'],
      ['Xã An', '3', 5, 12, '2026-Q2'],
    ];
    expect(told(rows)).toEqual(['value.decreased C3', 'value.decreased D3']);
    expect(told([reports('chưa có', '2026-Q3'), reports(9, '2026-Q2')])).toEqual([]);
  });
});

describe('value.outlier', () => {
  it.each([
    [10, 2, true],
    [9, 2, false],
    [2, 10, true],
    [3, 10, false],
    [0, 10, true],
    [10, 0, false],
  ])('%s after %s a year before: %s', (now, before, isFar) => {
    expect(told([reports(now, '2026-Q3'), reports(before, '2025-Q3')])).toEqual(isFar ? ['value.outlier C2'] : []);
  });

  it.each([
    [0.9, 0.6, false],
    [0.91, 0.6, true],
    [0.2, 0.51, true],
  ])('a rate of %s after %s: %s', (now, before, isFar) => {
    const rows: Cell[][] = [
      ['Xã An', '2', share(now), null, '2026-Q3'],
      ['Xã An', '2', share(before), null, '2025-Q3'],
    ];
    expect(told(rows)).toEqual(isFar ? ['value.outlier C2'] : []);
  });

  it('is of the same period a year before alone', () => {
    expect(told([reports(10, '2026-Q3'), reports(1, '2025-Q2')])).toEqual([]);
    expect(told([reports(10, '2026-Q3'), reports(1, '2024-Q3')])).toEqual([]);
  });
});

it('without another period neither runs, and says why', () => {
  const why = run(bookOf([reports(1, '2026-Q3')])).notRun.filter(({ id }) => /decreased|outlier/.test(id));
  expect(why.map((one) => one.why)).toEqual(['không có số liệu kỳ trước', 'không có số liệu kỳ trước']);
  const both = run(bookOf([reports(1, '2026-Q3'), reports(1, '2026-Q2')])).notRun.map(({ id }) => id);
  expect(both).not.toContain('value.decreased');
  expect(both).toContain('value.outlier');
});
