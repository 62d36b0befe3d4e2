/** Rows that people write by their own habits: sums under other names, parts without codes, groups with points of their own. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '#test/support/book';
import { book, found, ranking, sheet, type Rows } from '#test/support/book';
import { readWorkbook } from '#xlsx/index';

const field = (name: string) => readWorkbook(readFileSync(`test/field/${name}.xlsx`)).picture;
const points = (picture: Parameters<typeof run>[0]) =>
  Object.fromEntries(Object.entries(ranking(picture)).map(([unit, [value]]) => [unit, value]));

describe('rows that sum or average', () => {
  it.each([
    ['T01', { 'Xã An Bình': 800, 'Xã Bình Lợi': 89 }, 'B5'],
    ['T02', { 'Xã An Bình': 30, 'Xã Bình Lợi': 89 }, 'B6'],
    ['T02_6', { 'Xã An Bình': 30, 'Xã Bình Lợi': 89 }, 'B6'],
    ['T03', { 'Xã An Bình': 800, 'Xã Bình Lợi': 89, 'Xã Cẩm Tú': 780 }, 'B7'],
    ['T03_4', { 'Xã An Bình': 800, 'Xã Bình Lợi': 89, 'Xã Cẩm Tú': 780 }, 'B7'],
  ])('%s', (name, units, cell) => {
    expect(points(field(name))).toEqual(units);
    expect(found(field(name))).toEqual([`row.summary Bảng điểm!${cell}`]);
    expect(run(field(name)).findings[0]!.severity).toBe('note');
  });

  const matrix = (...last: Rows) =>
    book(
      sheet('Bảng điểm', [
        ['TT', 'Đơn vị', '1.1', '1.2'],
        [null, 'Điểm tối đa', 600, 400],
        [1, 'Xã An Bình', 500, 300],
        [2, 'Xã Bình Lợi', 50, 39],
        ...last,
      ]),
    );

  it.each([
    'Toàn huyện',
    'Tổng các xã',
    'TB',
    'Subtotal',
    'Average score',
    'Độ lệch chuẩn',
    'Sum',
    'Overall total',
    'BÌNH QUÂN CHUNG',
    'Tong toan tinh',
  ])('%s is no unit', (name) => {
    expect(Object.keys(points(matrix([null, name, 111, 222])))).toEqual(['Xã An Bình', 'Xã Bình Lợi']);
    expect(found(matrix([null, name, 111, 222]))).toEqual(['row.summary Bảng điểm!B5']);
  });

  it.each(['Tổng cục Thuế', 'Toàn tỉnh', 'Total'])('%s with a number is a unit', (name) => {
    expect(points(matrix([3, name, 550, 339]))).toMatchObject({ [name]: 889 });
    expect(found(matrix([3, name, 550, 339]))).toEqual([]);
  });

  it('a row without a number whose figures are sums or means of those above is no unit, whatever its name', () => {
    expect(found(matrix([null, 'Chung', 550, 339]))).toEqual(['row.summary Bảng điểm!B5']);
    expect(found(matrix([null, 'Chung', 275, 169.5]))).toEqual(['row.summary Bảng điểm!B5']);
    expect(points(matrix([null, 'Xã Tống Lệnh', 400, 100]))).toMatchObject({ 'Xã Tống Lệnh': 500 });
    expect(points(matrix([null, 'Cộng Hòa', 400, 100]))).not.toHaveProperty('Cộng Hòa', 889);
  });

  it('where no row has a number, name and figures must both say so', () => {
    const bare = (name: string, x: number, y: number) =>
      book(
        sheet('Bảng điểm', [
          ['Đơn vị', '1.1', '1.2'],
          ['Điểm tối đa', 600, 400],
          ['Xã An Bình', 500, 300],
          ['Xã Bình Lợi', 50, 39],
          [name, x, y],
        ]),
      );
    expect(points(bare('Grand total', 550, 339))).not.toHaveProperty('Grand total');
    expect(points(bare('Tổng cục Thuế', 400, 200))).toMatchObject({ 'Tổng cục Thuế': 600 });
    expect(points(bare('Xã Cẩm Tú', 550, 339))).toMatchObject({ 'Xã Cẩm Tú': 889 });
  });

  it('a form: a total under another name is compared, a row that gives points is not taken for a sum', () => {
    const form = (...last: Rows) =>
      book(
        sheet('Xã A', [
          ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
          ['1', 'Một cửa', 600, 500],
          ['2', 'Hồ sơ', 400, 300],
          ...last,
        ]),
      );
    expect(found(form([null, 'Grand Total', 1000, 800]))).toEqual(['row.summary Xã A!B4']);
    expect(found(form([null, 'Grand Total', 1000, 810]))).toEqual([
      'points.total-differs Xã A!D4',
      'row.summary Xã A!B4',
    ]);
    expect(found(form([null, 'Cộng điểm sáng kiến', 10, 10]))).toEqual(['row.unread Xã A!D4']);
    expect(ranking(form([null, 'Cộng điểm sáng kiến', 10, 10]))).toEqual({ 'Xã A': [null, null] });
  });
});

describe('parts without a code of their own', () => {
  it.each(['K01a', 'K01b'])('%s', (name) => {
    expect(points(field(name))).toEqual({ 'Lớp A': 70, 'Lớp B': 60 });
    expect(found(field(name)).filter((one) => one.startsWith('row.unread'))).toEqual([]);
  });

  it('they are the children of the row above them', () => {
    const { entries } = run(field('K01a')).groups[0]!.ranking[0]!;
    expect(Object.keys(entries)).toEqual(['I.1.a', 'I.1.b', 'II.1']);
  });

  const form = (first: string, second: string, patch: Rows = []) =>
    book(
      sheet('Lớp A', [
        ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định'],
        ['1', 'Chuyên cần', 600],
        [first, 'Đúng giờ', 200, 150],
        [second, 'Đủ buổi', 400, 380],
        ['2', 'Nội quy', 400, 300],
        ...patch,
      ]),
    );

  it.each([
    ['a)', 'b)'],
    ['a.', 'b.'],
    ['a', 'b'],
    ['(a)', '(b)'],
    ['1)', '2)'],
    ['(1)', '(2)'],
    ['i)', 'ii)'],
    ['-', '-'],
    ['–', '–'],
    ['+', '+'],
    ['•', '•'],
    ['a/', 'b/'],
  ])('%s and %s', (first, second) => {
    expect(points(form(first, second))).toEqual({ 'Lớp A': 830 });
    expect(found(form(first, second))).toEqual([]);
  });

  it('the marker stands before the name', () => {
    const named = (x: string, y: string) =>
      book(
        sheet('Lớp A', [
          ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định'],
          ['1', 'Chuyên cần', 600],
          [null, `${x} Đúng giờ`, 200, 150],
          [null, `${y} Đủ buổi`, 400, 380],
          ['2', 'Nội quy', 400, 300],
        ]),
      );
    expect(points(named('-', '-'))).toEqual({ 'Lớp A': 830 });
    expect(points(named('a)', 'b)'))).toEqual({ 'Lớp A': 830 });
  });

  it('two levels of them', () => {
    const picture = book(
      sheet('Lớp A', [
        ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định'],
        ['1', 'Chuyên cần', 600],
        ['a)', 'Giờ giấc', 200],
        ['-', 'Đến', 100, 90],
        ['-', 'Về', 100, 80],
        ['b)', 'Đủ buổi', 400, 380],
        ['2', 'Nội quy', 400, 300],
      ]),
    );
    expect(points(picture)).toEqual({ 'Lớp A': 850 });
    expect(Object.keys(run(picture).groups[0]!.ranking[0]!.entries)).toEqual(['2', '1.a.1', '1.a.2', '1.b']);
  });

  it('levels under an indicator that has its points are no parts of it', () => {
    const picture = book(
      sheet('Lớp A', [
        ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định'],
        ['1', 'Chuyên cần', 600, 500],
        ['-', 'Có', 600],
        ['-', 'Không', 0],
        ['2', 'Nội quy', 400, 300],
      ]),
    );
    expect(points(picture)).toEqual({ 'Lớp A': 800 });
    expect(run(picture).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('what is no part of anything is said at its figure, and the unit is blocked', () => {
    const lost = form('a)', 'b)', [['*)', 'Sáng kiến', 10, 7]]);
    expect(found(lost)).toEqual(['row.unread Lớp A!D6']);
    expect(run(lost).findings[0]).toMatchObject({ severity: 'error', unit: 'Lớp A' });
    expect(ranking(lost)).toEqual({ 'Lớp A': [null, null] });
    expect(found(form('-', '+', [[null, 'Sáng kiến', null, 7]]))).toContain('row.unread Lớp A!D6');
  });

  it('an index set says it as a warning, and a form whose set lacks the part as an error', () => {
    const set: Rows = [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ['1', 'Chuyên cần', 600, 'Chấm điểm'],
      ['2', 'Nội quy', 400, 'Chấm điểm'],
    ];
    const data = form('a)', 'b)').sheets[0]!;
    expect(
      found(
        book(
          sheet('Bộ chỉ số', [...set, [null, 'Sáng kiến', 10, null]]),
          sheet('Lớp B', [
            ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
            ['1', 'Chuyên cần', 600, 1],
            ['2', 'Nội quy', 400, 1],
          ]),
        ),
      ),
    ).toEqual(['row.unread Bộ chỉ số!C4']);
    expect(found(book(sheet('Bộ chỉ số', set), data)).filter((one) => one.startsWith('row.unread'))).toEqual([
      'row.unread Lớp A!D3',
      'row.unread Lớp A!D4',
    ]);
  });

  it('a row of a matrix that names nobody', () => {
    const picture = book(
      sheet('Bảng điểm', [
        ['TT', 'Đơn vị', '1.1', '1.2'],
        [null, 'Điểm tối đa', 600, 400],
        [1, 'Xã An Bình', 500, 300],
        [2, null, 50, 39],
        [3, 'Xã Cẩm Tú', 400, 380],
      ]),
    );
    expect(found(picture)).toEqual(['row.unread Bảng điểm!C4']);
  });
});

describe('a group with points of its own', () => {
  it('P01', () => {
    expect(points(field('P01'))).toEqual({ 'Văn phòng': 93, 'Phòng Tổ chức': 97, 'Phòng Kế hoạch': 92 });
    expect(found(field('P01'))).toEqual([]);
  });

  it('at the end, between others, and not where groups only hold groups', () => {
    const form = (rows: Rows) => book(sheet('Lớp A', [['STT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định'], ...rows]));
    const nested = form([
      ['A', 'Chung', 1000],
      ['I', 'Học tập', 600],
      ['1', 'Chuyên cần', 600, 500],
      ['II', 'Kỷ luật', 400, 300],
    ]);
    expect(points(nested)).toEqual({ 'Lớp A': 800 });
    expect(Object.keys(run(nested).groups[0]!.ranking[0]!.entries)).toEqual(['1', 'II']);
    const between = form([
      ['I', 'Học tập', 600, 500],
      ['II', 'Kỷ luật', 400],
      ['1', 'Nội quy', 400, 300],
    ]);
    expect(points(between)).toEqual({ 'Lớp A': 800 });
  });

  it('its points beside an empty maximum are said', () => {
    const picture = book(
      sheet('Lớp A', [
        ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định'],
        ['1', 'Chuyên cần', 1000, 500],
        ['C', 'Sáng kiến', null, 5],
      ]),
    );
    expect(found(picture)).toEqual(['row.unread Lớp A!D3']);
  });
});
