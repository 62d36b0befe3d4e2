/** The head of our sheets, and units that handed in nothing. */
import { describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import type { Picture } from '#core/workbook/picture';
import { sheet } from '#test/support/book';
import { AT } from './fixture';

describe('the head and the rows below it', () => {
  const picture = (figures: (number | null)[]): Picture => ({
    sheets: [
      sheet('Bộ', [
        ['Tên bộ chỉ số', 'Bảng chấm điểm chỉ số CCHC năm 2025'],
        ['Căn cứ', 'Quyết định 1'],
      ]),
      sheet('Chỉ số', [
        ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
        ['1', 'Một', 1000, 'Chấm điểm'],
      ]),
      sheet('Đơn vị', [['Tên đơn vị', 'Nhóm'], ...figures.map((_, at) => [`Xã ${at}`, 'Xã'])]),
      sheet('Số liệu', [
        ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
        ...figures.map((points, at) => [`Xã ${at}`, '1', points]),
      ]),
    ],
  });
  const written = (figures: (number | null)[], name: string): unknown[][] =>
    scoreWorkbook(picture(figures), { language: 'vi', at: AT, version: 'test' })
      .plan.sheets.find((made) => made.name === name)!
      .rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null));
  const rowOf = (rows: unknown[][], unit: string, column: number): number =>
    rows.findIndex((cells) => cells[column] === unit);

  it.each([
    ['Xếp hạng', 2],
    ['Chi tiết điểm', 1],
  ])('%s: a unit stands in the same row whether TẠM TÍNH is said or not', (name, column) => {
    const [whole, provisional] = [written([900, 800, 700], name), written([900, 800, null], name)];
    expect(provisional.flat().join(' ')).toContain('TẠM TÍNH');
    expect(whole.flat().join(' ')).not.toContain('TẠM TÍNH');
    for (const unit of ['Xã 0', 'Xã 1', 'Xã 2'])
      expect(rowOf(provisional, unit, column)).toBe(rowOf(whole, unit, column));
  });

  it('says what the set is called without saying twice what the sheet is', () => {
    expect(written([900], 'Xếp hạng')[0]![0]).toBe('BẢNG XẾP HẠNG: chỉ số CCHC năm 2025');
    expect(written([900], 'Chi tiết điểm')[0]![0]).toBe('CHI TIẾT ĐIỂM: chỉ số CCHC năm 2025');
  });

  it('gives a unit without data no points, no place, no number', () => {
    const rows = written([900, null], 'Xếp hạng');
    const silent = rows[rowOf(rows, 'Xã 1', 2)]!;
    expect(silent[0]).toBe('—');
    expect(silent).not.toContain(0);
    expect(silent.filter((value) => typeof value === 'number')).toEqual([1000, 1]);
    const detail = written([900, null], 'Chi tiết điểm');
    expect(detail[rowOf(detail, 'Xã 1', 1)]!.filter((value) => typeof value === 'number')).toEqual([]);
  });
});
