/** Settings stand in tables of settings: what a cover or a summary says under the same words is none. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import { book, found, run, sheet, type Rows } from '#test/support/book';
import { readWorkbook } from '#xlsx/index';

const field = (name: string) => readWorkbook(readFileSync(`test/field/${name}.xlsx`)).picture;
const MATRIX: Rows = [
  ['TT', 'Đơn vị', '1.1', '1.2'],
  [null, 'Điểm tối đa', 600, 400],
  [1, 'Xã A', 500, 300],
  [2, 'Xã B', 450, 390],
];
const beside = (name: string, rows: Rows) => book(sheet('Bảng điểm', MATRIX), sheet(name, rows));
const bands = (picture: Parameters<typeof run>[0]) => run(picture).groups[0]!.ranking.map(({ band }) => band);

describe('what is no setting', () => {
  it.each(['SET02', 'SET02b'])('%s', (name) => {
    expect(found(field(name)).filter((one) => /settings|framework/.test(one))).toEqual([]);
    expect(bands(field(name))).toEqual([null, null]);
  });

  it.each<[string, Cell[]]>([
    ['a summary', ['TT', 'Phường', 'Tổng điểm', 'Xếp loại']],
    ['two words side by side', ['Tổng điểm', 'Xếp loại', 'Ghi chú']],
    ['a word of settings among others', ['Đơn vị', 'Kỳ báo cáo', 'Tổng điểm', 'Hạng']],
  ])('%s', (_, header) => {
    const picture = beside('Kết quả', [header, [1, 'Xã A', 800, 'Khá']]);
    expect(found(picture).filter((one) => one.startsWith('settings'))).toEqual([]);
    expect(bands(picture)).toEqual([null, null]);
  });

  it('a cover of one line, and one that says a result', () => {
    expect(run(beside('Bìa', [['Xếp loại', 'Tốt']])).findings).toEqual([]);
    expect(run(beside('Bìa', [['Tổng điểm', 850]])).findings).toEqual([]);
    expect(
      run(
        beside('Trang 2', [
          ['Kỳ báo cáo', 'Quý III/2026'],
          ['Địa danh', 'Đồng Nai'],
          ['Tổng điểm', 850],
          ['Xếp loại', 'Khá'],
        ]),
      ).findings,
    ).toEqual([]);
  });
});

describe('what is one', () => {
  const BANDS = 'Tốt >= 90%; Khá >= 80%; Yếu';

  it.each<[string, string, Rows]>([
    [
      'two keys',
      'Trang 2',
      [
        ['Tổng điểm', 1000],
        ['Xếp loại', BANDS],
      ],
    ],
    ['one key on a sheet of that name', 'Thiết lập', [['Xếp loại', BANDS]]],
    [
      'one key under a title, as the pane writes it',
      'Trang 2',
      [
        ['Thiết lập', 'Giá trị'],
        ['Xếp loại', BANDS],
      ],
    ],
    [
      'with remarks beside',
      'Cấu hình',
      [
        ['Khóa', 'Giá trị', 'Ghi chú'],
        ['Xếp loại', BANDS, 'theo QĐ'],
        ['Làm tròn', 'tổng', 'x'],
      ],
    ],
  ])('%s', (_, name, rows) => {
    expect(bands(beside(name, rows))).toEqual(['Khá', 'Khá']);
    expect(run(beside(name, rows)).findings).toEqual([]);
  });

  it('one key that nothing but settings says', () => {
    const picture = beside('Trang 2', [['Thiếu số liệu', 'chặn']]);
    picture.sheets[0]!.rows[2] = { index: 2, cells: [1, 'Xã A', null, 300] };
    expect(run(picture).groups[0]!.ranking.find(({ unit }) => unit === 'Xã A')!.status).toBe('blocked');
  });

  it('Xếp loại without a bound is invalid there', () => {
    expect(found(beside('Thiết lập', [['Xếp loại', 'Tốt']]))).toEqual(['settings.invalid Thiết lập!B1']);
  });
});
