/** Settings: what officials type, and what a key cannot take. */
import { describe, expect, it } from 'vitest';
import { toNumber } from '#core/exact/exact';
import type { SettingKey } from '#core/read/settings/keys';
import { readSettings } from '#core/read/settings/settings';
import type { Cell } from '#core/workbook/cell';

const read = (rows: [SettingKey, Cell][]) =>
  readSettings(rows.map(([key, cell], row) => ({ key, cell, at: { sheet: 0, row, column: 1 } })));
const one = (key: SettingKey, cell: Cell) => read([[key, cell]]).settings;

describe('what people type', () => {
  it('reads words without regard to case, blanks and tone placement', () => {
    expect(one('Làm tròn', ' TỔNG ').rounding).toBe('total');
    expect(one('Xếp hạng theo', 'Tỉ lệ').rankBy).toBe('share');
    expect(one('Nguồn điểm', 'tự chấm > Thẩm định').sources).toEqual(['self', 'verified']);
    expect(one('Đồng hạng', 1223).ties).toBe('1223');
    expect(one('Đồng hạng', '1-2-3-4').ties).toBe('1234');
    expect(one('Khi không phát sinh', 'Quy đổi').notArising).toBe('rescale');
    expect(one('Thiếu số liệu', 'Chặn').missing).toBe('block');
  });

  it('reads a total as number or text: 1.000 points are a thousand', () => {
    expect(toNumber(one('Tổng điểm', 960).total!)).toBe(960);
    expect(toNumber(one('Tổng điểm', '1.000').total!)).toBe(1000);
    expect(toNumber(one('Tổng điểm', '1.000 điểm').total!)).toBe(1000);
  });

  it('reads bands with either end', () => {
    const bands = one('Xếp loại', 'Tốt >= 90%; Khá > 70,5%; Yếu').bands;
    expect(bands.map((band) => [band.label, band.from === null ? null : toNumber(band.from), band.inclusive])).toEqual([
      ['Tốt', 90, true],
      ['Khá', 70.5, false],
      ['Yếu', null, true],
    ]);
  });

  it('reads the day of issue from a cell with a date and from words, always as it is printed', () => {
    const day = (cell: Cell) => one('Ngày ban hành', cell).print.date;
    expect(day({ value: 46_392, kind: 'date', format: 'd-mmm-yy', shown: '5-Jan-27' })).toBe('05/01/2027');
    expect(day('5/1/2027')).toBe('05/01/2027');
    expect(day('ngày 29 tháng 02 năm 2028')).toBe('29/02/2028');
    expect(day('05.01.2027')).toBe('05/01/2027');
  });

  it('keeps the lines of what is printed: a line break in the cell or a semicolon', () => {
    expect(one('Chức danh', 'KT. GIÁM ĐỐC\nPHÓ  GIÁM ĐỐC ').print.position).toBe('KT. GIÁM ĐỐC; PHÓ GIÁM ĐỐC');
    expect(one('Nơi nhận', 'Như trên; Lưu: VT').print.recipients).toBe('Như trên; Lưu: VT');
  });
});

it.each<[SettingKey, Cell]>([
  ['Làm tròn', 'mỗi pillar'],
  ['Nguồn điểm', 'thẩm định > thẩm định'],
  ['Nguồn điểm', 'thẩm định > khác'],
  ['Tổng điểm', 'nghìn'],
  ['Tổng điểm', 0],
  ['Số chữ số thập phân', 2.5],
  ['Số chữ số thập phân', -1],
  ['Kỳ báo cáo', 'mùa thu'],
  ['Xếp loại', 'Khá >= 70%; Tốt >= 90%'],
  ['Xếp loại', 'Tốt; Khá >= 70%'],
  ['Đồng hạng', '1225'],
  ['Ngày ban hành', '29/02/2027'],
  ['Ngày ban hành', '05/13/2027'],
  ['Ngày ban hành', 'đầu năm 2027'],
  ['Ngày ban hành', 46_392],
  ['Số, ký hiệu', { value: 46_392, kind: 'date' }],
  ['Tổng điểm', { value: '#REF!', kind: 'error' }],
])('%s cannot take %j: said at its cell, and the default holds', (key, cell) => {
  const { settings, remarks } = read([[key, cell]]);
  expect(remarks).toMatchObject([{ kind: 'settings.invalid', at: { sheet: 0, row: 0, column: 1 } }]);
  expect({ ...settings, at: {} }).toEqual(read([]).settings);
});

it('an empty value leaves the default and says nothing', () => {
  expect(
    read([
      ['Tổng điểm', null],
      ['Làm tròn', ''],
    ]).remarks,
  ).toEqual([]);
});
