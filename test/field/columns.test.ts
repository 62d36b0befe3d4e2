/** Headers of the office's own, several columns of one kind of points, and columns that nobody reads. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { book, found, ranking, run, sheet, type Rows } from '#test/support/book';
import { readWorkbook } from '#xlsx/index';

const field = (name: string): Picture => readWorkbook(readFileSync(`test/field/${name}.xlsx`)).picture;
const points = (picture: Picture): Record<string, unknown> =>
  Object.fromEntries(Object.entries(ranking(picture)).map(([unit, [value]]) => [unit, value]));
const blocked = (picture: Picture): boolean =>
  run(picture).groups.every(({ ranking: rows }) => rows.every(({ status }) => status === 'blocked'));
const errors = (picture: Picture): string[] =>
  run(picture)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ id, sheet: name, cell }) => `${id} ${name}!${cell}`);
const withSetting = (picture: Picture, key: string, value: string): Picture => ({
  sheets: [
    ...picture.sheets,
    sheet('Thiết lập', [
      ['Thiết lập', 'Giá trị'],
      [key, value],
      ['Số chữ số thập phân', 2],
    ]),
  ],
});

describe('from the field', () => {
  it.each(['HD02', 'HD02_2', 'HD02_8', 'HD02_11', 'HD03', 'HD03_4', 'HD03_9', 'HD04'])('%s', (name) => {
    expect(points(field(name))).toEqual({ 'Xã Bình Lợi': 890, 'Xã An Bình': 200 });
    expect(found(field(name))).toEqual([]);
  });

  it('HD01: the only column of points of the workbook is headed Điểm', () => {
    expect(Object.values(points(field('HD01')))).toEqual([800]);
  });

  it('J02: two rounds; the setting chooses', () => {
    expect(errors(field('J02'))).toEqual(['column.several A!F2', 'column.several B!F2']);
    expect(blocked(field('J02'))).toBe(true);
    const chosen = withSetting(field('J02'), 'Cột điểm chính thức', 'Điểm thẩm định (lần 2)');
    expect(points(chosen)).toEqual({ 'Xã Bình Lợi': 980, 'Xã An Bình': 600 });
    expect(errors(chosen)).toEqual([]);
  });

  it('J03: two years side by side are two periods', () => {
    expect(points(field('J03'))).toEqual({ 'Xã Bình Lợi': 980, 'Xã An Bình': 600 });
    expect(run(field('J03'), { period: '2024' }).groups[0]!.ranking.map((unit) => [unit.unit, unit.points])).toEqual([
      ['Xã An Bình', 800],
      ['Xã Bình Lợi', 750],
    ]);
  });

  it('J06: three bodies', () => {
    expect(blocked(field('J06'))).toBe(true);
    expect(errors(field('J06')).every((one) => one.startsWith('column.'))).toBe(true);
  });
});

const form = (headers: (string | null)[], values: Cell[][]): Picture =>
  book(
    ...['An Bình', 'Bình Lợi'].map((unit, place) =>
      sheet(unit, [
        ['Tên đơn vị: Xã ' + unit],
        ['Mã', 'Chỉ số', 'Điểm tối đa', ...headers],
        ['1.1', 'Một cửa', 600, ...values[place]!],
        ['1.2', 'Hồ sơ', 400, ...values[place]!],
      ] as Rows),
    ),
  );
/** Self 300 each; the other column 100 and 200. */
const beside = (header: string): Picture =>
  form(
    ['Điểm tự chấm', header],
    [
      [300, 100],
      [300, 200],
    ],
  );

describe('headers of the office’s own', () => {
  it.each([
    'Điểm Hội đồng chấm',
    'Kết quả Hội đồng thẩm định',
    'Phòng Nội vụ thẩm định',
    'Điểm phúc tra',
    'ĐIỂM PHÊ DUYỆT',
    'Điểm được công nhận',
    '(6) Điểm thẩm định',
    'VI. Điểm thẩm định chính thức',
    'Điểm thẩm định quý III/2026',
    'Điểm thẩm định – do Sở Nội vụ cho',
    'Điểm thẩm định của Hội đồng tỉnh',
    'Tổ công tác đánh giá',
    'Điểm Sở KH&CN thẩm định năm 2026',
    'Điểm thẩm định 6 tháng đầu năm 2026',
  ])('%s is what counts', (header) => {
    expect(points(beside(header))).toEqual({ 'Xã Bình Lợi': 400, 'Xã An Bình': 200 });
    expect(found(beside(header))).toEqual([]);
  });

  it.each(['Xã tự đánh giá', 'Điểm do đơn vị tự chấm', 'Điểm đơn vị đề nghị', 'Kết quả tự chấm của xã'])(
    '%s is self-assessed',
    (header) => {
      const picture = form(
        [header, 'Điểm thẩm định'],
        [
          [300, null],
          [200, null],
        ],
      );
      expect(points(picture)).toEqual({ 'Xã An Bình': 600, 'Xã Bình Lợi': 400 });
      expect(run(picture).groups[0]!.ranking[0]!.entries['1.1']).toMatchObject({ self: 300, verified: null });
    },
  );

  it.each(['Điểm', 'Điểm số', 'Kết quả', 'Điểm chấm', 'Hội đồng', 'Sở Nội vụ'])(
    '%s beside self-assessed points is said, and nobody is ranked',
    (header) => {
      expect(errors(beside(header))).toEqual(['column.unread An Bình!E2', 'column.unread Bình Lợi!E2']);
      expect(blocked(beside(header))).toBe(true);
    },
  );

  it.each(['Số hồ sơ', 'Lượt truy cập', 'abc'])('%s is a note', (header) => {
    expect(found(beside(header))).toEqual(['column.unread An Bình!E2', 'column.unread Bình Lợi!E2']);
    expect(errors(beside(header))).toEqual([]);
  });

  it.each(['Chênh lệch', 'Tỷ lệ (%)', 'Xếp loại', 'Điểm kỳ trước', 'Điểm năm trước', 'Ghi chú', 'Số văn bản'])(
    '%s is known to be none',
    (header) => {
      expect(found(beside(header))).toEqual([]);
      expect(points(beside(header))).toEqual({ 'Xã An Bình': 600, 'Xã Bình Lợi': 600 });
    },
  );

  it.each([
    'Tên xã, phường',
    'Đơn vị hành chính cấp xã',
    'UBND xã, phường, đặc khu',
    'Cơ quan, địa phương',
    'Tên sở, ngành',
  ])('%s heads units', (header) => {
    const picture = book(
      sheet('Bảng điểm', [
        ['TT', header, '1.1', '1.2'],
        [null, 'Điểm tối đa', 600, 400],
        [1, 'Xã An Bình', 500, 300],
        [2, 'Xã Bình Lợi', 400, 300],
      ]),
    );
    expect(points(picture)).toEqual({ 'Xã An Bình': 800, 'Xã Bình Lợi': 700 });
  });
});

describe('several columns of one kind', () => {
  it.each([
    ['Thành viên 1 chấm thẩm định', 'Thành viên 2 chấm thẩm định'],
    ['Điểm thẩm định vòng 1', 'Điểm thẩm định vòng 2'],
    ['Điểm thẩm định', 'Điểm thẩm định'],
    ['Điểm thẩm định (ông An)', 'Điểm thẩm định (bà Bình)'],
    ['Hội đồng chấm', 'Sở chấm'],
  ])('%s, %s', (one, other) => {
    const picture = form(
      [one, other],
      [
        [300, 100],
        [300, 200],
      ],
    );
    expect(errors(picture)).toEqual(['column.several An Bình!E2', 'column.several Bình Lợi!E2']);
    expect(blocked(picture)).toBe(true);
    const equal = form(
      [one, other],
      [
        [300, 300],
        [200, 200],
      ],
    );
    expect(errors(equal)).toEqual([]);
    expect(points(equal)).toEqual({ 'Xã An Bình': 600, 'Xã Bình Lợi': 400 });
  });

  it('the setting may name a column that nobody would read', () => {
    const picture = withSetting(beside('Điểm'), 'Cột điểm chính thức', 'điểm');
    expect(points(picture)).toEqual({ 'Xã Bình Lợi': 400, 'Xã An Bình': 200 });
    expect(errors(picture)).toEqual([]);
  });
});
