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

describe('rows of a matrix', () => {
  const matrix = (...rows: Rows) =>
    book(
      sheet('B', [
        ['TT', 'Đơn vị', '1.1', '1.2'],
        [null, 'Điểm tối đa', 600, 400],
        [1, 'Xã A', 500, 300],
        [2, 'Xã B', 450, 390],
        ...rows,
      ]),
    );
  const RIGHT = { 'Xã A': 800, 'Xã B': 840 };
  it.each([
    ['a', 'b'],
    ['A', 'B'],
    ['I', 'II'],
  ])('figures beside %s and %s without numbered rows below are told', (one, two) => {
    const picture = matrix([one, 'Xã C', 400, 300], [two, 'Xã D', 580, 390]);
    expect(found(picture)).toEqual(expect.arrayContaining(['row.unread B!C5', 'row.unread B!C6']));
  });
  it('means beside the name of a group over numbered rows are not', () => {
    const picture = matrix(['II', 'Khối xã', 425, 350], [1, 'Xã C', 400, 300], [2, 'Xã D', 450, 400]);
    expect(errors(picture)).toEqual([]);
    expect(points(picture)).toEqual({ ...RIGHT, 'Xã C': 700, 'Xã D': 850 });
  });
  it.each([
    ['Tỷ lệ đạt (%)', 79.2, 86.3],
    ['Điểm tối thiểu', 300, 200],
    ['Cao nhất toàn tỉnh', 590, 395],
    ['Năm 2025', 440, 330],
    ['Hệ số', 1, 1],
    ['So với năm trước', 10, 5],
    ['Số xã đạt tối đa', 1, 0],
  ])('%s is no unit', (name, one, two) => {
    expect(points(matrix([null, name, one, two]))).toEqual(RIGHT);
    expect(found(matrix([null, name, one, two]))).toEqual(['row.summary B!B5']);
  });
  it('a unit without its number is one all the same', () => {
    expect(points(matrix([null, 'Xã Kỳ Anh', 400, 300]))).toEqual({ ...RIGHT, 'Xã Kỳ Anh': 700 });
  });
});

describe('codes with marks', () => {
  it.each(['1.1¹', '1.1*', '1.1 (1)', '1.1 [2]', '(1.1)', '1.1)'])('%s is 1.1', (code) => {
    const matrix = sheet('B', [
      ['TT', 'Đơn vị', code, '1.2'],
      [1, 'Xã A', 500, 300],
      [2, 'Xã B', 450, 390],
    ]);
    const form = sheet('Xã A', [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
      [code, 'Một cửa', 600, 500],
      ['1.2', 'Hồ sơ', 400, 300],
    ]);
    const long = sheet('Số liệu', [
      ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
      ['Xã A', code, 500],
      ['Xã A', '1.2', 300],
    ]);
    expect(points(book(SET, matrix))).toEqual({ 'Xã A': 800, 'Xã B': 840 });
    expect(points(book(SET, form))).toEqual({ 'Xã A': 800 });
    expect(points(book(form))).toEqual({ 'Xã A': 800 });
    expect(points(book(SET, long))).toEqual({ 'Xã A': 800 });
  });
  it.each(['1-1', '1/1'])('points beside %s block the unit', (code) => {
    const form = book(
      sheet('Lớp A', [
        ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định'],
        ['1', 'Chuyên cần', 600],
        [code, 'Đúng giờ', 200, 150],
        ['2', 'Nội quy', 400, 300],
      ]),
    );
    told(form, 'row.unread Lớp A!D3');
    expect(ranking(form)['Lớp A']?.[1] ?? null).toBeNull();
  });
  it.each(['1-1', 'a)'])('points beside %s in a long table block the unit', (code) => {
    const long = sheet('Số liệu', [
      ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
      ['Xã A', code, 500],
      ['Xã A', '1.2', 300],
    ]);
    told(book(SET, long), 'row.unread Số liệu!C2');
    expect(ranking(book(SET, long))['Xã A']?.[1] ?? null).toBeNull();
  });
});

describe('columns of sums in a matrix', () => {
  it.each(['Tổng hợp', 'Total', 'Tổng chung', 'Điểm chung', 'Tổng số'])('%s is no indicator', (head) => {
    const matrix = (sum: number) =>
      book(
        sheet('B', [
          ['TT', 'Đơn vị', 'Nhận thức số', 'Thể chế số', head],
          [null, 'Điểm tối đa', 600, 400, 1000],
          [1, 'Xã A', 500, 300, 800],
          [2, 'Xã B', 450, 390, 840],
          [3, 'Xã C', 400, 390, sum],
        ]),
      );
    expect(points(matrix(790))).toEqual({ 'Xã A': 800, 'Xã B': 840, 'Xã C': 790 });
    expect(found(matrix(790))).toEqual([]);
    told(matrix(795), 'B!E5');
  });
  it('Tổng mục I stands behind its parts', () => {
    const picture = book(
      sheet(
        'B',
        [
          ['TT', 'Đơn vị', 'Nhận thức số', null, null, 'Thể chế số', null],
          [null, null, '1.1', '1.2', 'Tổng mục I', '2.1', 'Tổng mục II'],
          [null, 'Điểm tối đa', 400, 200, 600, 400, 400],
          [1, 'Xã A', 400, 200, 600, 200, 200],
          [2, 'Xã B', 300, 100, 400, 390, 390],
        ],
        { merges: [over(0, 2, 4), over(0, 5, 6)] },
      ),
    );
    expect(points(picture)).toEqual({ 'Xã A': 800, 'Xã B': 790 });
    expect(errors(picture)).toEqual([]);
  });
  it('an indicator that has the maximum of the two before it is no sum', () => {
    const picture = book(
      sheet('B', [
        ['TT', 'Đơn vị', 'Một cửa', 'Hồ sơ', 'Tổng số văn bản'],
        [null, 'Điểm tối đa', 300, 200, 500],
        [1, 'Xã A', 300, 100, 450],
        [2, 'Xã B', 200, 200, 300],
      ]),
    );
    expect(points(picture)).toEqual({ 'Xã A': 850, 'Xã B': 700 });
  });
});

describe('Cụm in the first row of each block only', () => {
  const BLOCKS = [
    ['Cụm 1', ['Xã A', 'Xã B']],
    ['Cụm 2', ['Xã C', 'Xã D']],
  ];
  const groups = (picture: Picture) =>
    run(picture).groups.map(({ name, ranking: units }) => [name, units.map(({ unit }) => unit).sort()]);
  it('in a matrix', () => {
    const picture = book(
      sheet('B', [
        ['TT', 'Cụm', 'Đơn vị', '1.1', '1.2'],
        [null, null, 'Điểm tối đa', 600, 400],
        [1, 'Cụm 1', 'Xã A', 500, 300],
        [2, null, 'Xã B', 450, 390],
        [3, 'Cụm 2', 'Xã C', 400, 300],
        [4, null, 'Xã D', 300, 300],
      ]),
    );
    expect(groups(picture)).toEqual(BLOCKS);
  });
  it('in a list of units', () => {
    const list = sheet('Đơn vị', [
      ['TT', 'Cụm', 'Tên đơn vị'],
      [1, 'Cụm 1', 'Xã A'],
      [2, null, 'Xã B'],
      [3, 'Cụm 2', 'Xã C'],
      [4, null, 'Xã D'],
    ]);
    const matrix = sheet('B', [
      ['TT', 'Đơn vị', '1.1', '1.2'],
      [null, 'Điểm tối đa', 600, 400],
      ...['Xã A', 'Xã B', 'Xã C', 'Xã D'].map((unit, place) => [place + 1, unit, 500 - place, 300]),
    ]);
    expect(groups(book(list, matrix))).toEqual(BLOCKS);
  });
});
