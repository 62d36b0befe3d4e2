/** Bảng điểm in shapes that offices use: what is read is right, and what is not read is told. */
import { describe, expect, it } from 'vitest';
import { book, found, ranking, run, sheet, type Rows } from '#test/support/book';
import type { Picture } from '#core/workbook/picture';

const over = (top: number, left: number, right: number, bottom = top) => ({ top, bottom, left, right });
const points = (picture: Picture) =>
  Object.fromEntries(Object.entries(ranking(picture)).map(([unit, [value]]) => [unit, value]));
const errors = (picture: Picture) => run(picture).findings.filter(({ severity }) => severity === 'error');
const SET = sheet('Bộ chỉ số', [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
  ['1.1', 'Một cửa', 600, 'Chấm điểm'],
  ['1.2', 'Hồ sơ', 400, 'Chấm điểm'],
]);
const UNITS: Rows = [
  [1, 'Xã A', 600, 500, 400, 300],
  [2, 'Xã B', 500, 490, 390, 390],
];
const VERIFIED = { 'Xã B': 880, 'Xã A': 800 };
/** Nobody is ranked wrongly without a word. */
const told = (picture: Picture, id: string) => expect(found(picture).join('\n')).toContain(id);

describe('a matrix with Tự chấm and Thẩm định of each indicator', () => {
  const merges = [over(0, 2, 3), over(0, 4, 5), over(0, 0, 0, 1), over(0, 1, 1, 1)];
  const under = (self: string, verified: string, codes = ['1.1', '1.2'], maximum = true) =>
    sheet(
      'Bảng điểm',
      [
        ['TT', 'Đơn vị', codes[0]!, null, codes[1]!, null],
        [null, null, self, verified, self, verified],
        ...(maximum ? [[null, 'Điểm tối đa', 600, null, 400, null]] : []),
        ...UNITS,
      ],
      { merges },
    );
  it.each([
    ['Tự chấm', 'Thẩm định'],
    ['Điểm tự chấm', 'Điểm thẩm định'],
    ['Tự đánh giá', 'Hội đồng thẩm định'],
    ['Tự chấm', 'Thẩm định lần 2'],
    ['Xã tự chấm', 'Tỉnh thẩm định'],
  ])('%s, %s', (self, verified) => {
    expect(points(book(under(self, verified)))).toEqual(VERIFIED);
    expect(errors(book(under(self, verified)))).toEqual([]);
    expect(points(book(under(verified, self)))).toEqual({ 'Xã A': 1000, 'Xã B': 890 });
    expect(points(book(under(self, verified, ['Nhận thức số', 'Thể chế số'])))).toEqual(VERIFIED);
    expect(points(book(SET, under(self, verified, undefined, false)))).toEqual(VERIFIED);
    expect(points(book(SET, under(self, verified, ['Một cửa', 'Hồ sơ'], false)))).toEqual(VERIFIED);
  });
  it.each([
    ['%s (tự chấm)', '%s (thẩm định)'],
    ['%s - tự chấm', '%s - thẩm định'],
    ['%s (TC)', '%s (TĐ)'],
    ['%s tự chấm', '%s thẩm định'],
  ])('%s, %s in one row', (self, verified) => {
    const heads = ['1.1', '1.2'].flatMap((code) => [self.replace('%s', code), verified.replace('%s', code)]);
    const flat = sheet('Bảng điểm', [['TT', 'Đơn vị', ...heads], [null, 'Điểm tối đa', 600, 600, 400, 400], ...UNITS]);
    expect(points(book(flat))).toEqual(VERIFIED);
    expect(errors(book(flat))).toEqual([]);
    expect(points(book(SET, flat))).toEqual(VERIFIED);
  });
  it('Tự chấm and Thẩm định over the codes', () => {
    const blocks = sheet(
      'Bảng điểm',
      [
        ['TT', 'Đơn vị', 'Tự chấm', null, 'Thẩm định', null],
        [null, null, '1.1', '1.2', '1.1', '1.2'],
        [null, 'Điểm tối đa', 600, 400, 600, 400],
        [1, 'Xã A', 600, 400, 500, 300],
        [2, 'Xã B', 500, 390, 490, 390],
      ],
      { merges },
    );
    expect(points(book(blocks))).toEqual(VERIFIED);
    expect(points(book(SET, blocks))).toEqual(VERIFIED);
    expect(errors(book(blocks))).toEqual([]);
  });
  it('compares both totals, each with its own points', () => {
    const totals = (verified: number) =>
      book(
        sheet(
          'Bảng điểm',
          [
            ['TT', 'Đơn vị', '1.1', null, '1.2', null, 'Tổng điểm', null],
            [null, null, ...Array(3).fill(['Tự chấm', 'Thẩm định']).flat()],
            [null, 'Điểm tối đa', 600, null, 400, null, 1000, null],
            [1, 'Xã A', 600, 500, 400, 300, 1000, verified],
            [2, 'Xã B', 500, 490, 390, 390, 890, 880],
          ] as Rows,
          { merges: [...merges, over(0, 6, 7)] },
        ),
      );
    expect(points(totals(800))).toEqual(VERIFIED);
    expect(found(totals(800))).toEqual([]);
    told(totals(810), 'Bảng điểm!H4');
  });
  it('two columns that verify one indicator are told', () => {
    const twice = book(
      sheet(
        'Bảng điểm',
        [
          ['TT', 'Đơn vị', '1.1', null, null, '1.2', null, null],
          [null, null, ...Array(2).fill(['Tự chấm', 'Thẩm định lần 1', 'Thẩm định lần 2']).flat()],
          [null, 'Điểm tối đa', 600, null, null, 400, null, null],
          [1, 'Xã A', 600, 500, 400, 400, 300, 200],
        ] as Rows,
        { merges: [over(0, 2, 4), over(0, 5, 7)] },
      ),
    );
    told(twice, 'column.several Bảng điểm!E2');
    expect(ranking(twice)['Xã A']?.[1] ?? null).toBeNull();
  });
});
