/** Bảng ngang: indicators go down, units across. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Area } from '#core/workbook/picture';
import { book, found, ranking, run, sheet, type Rows } from '#test/support/book';
import { readWorkbook } from '#xlsx/index';

const field = (name: string) => readWorkbook(readFileSync(`test/field/${name}.xlsx`)).picture;
const points = (picture: Parameters<typeof run>[0]) =>
  Object.fromEntries(Object.entries(ranking(picture)).map(([unit, [value]]) => [unit, value]));
const entry = (picture: Parameters<typeof run>[0], unit: string, code: string) =>
  run(picture)
    .groups.flatMap((group) => group.ranking)
    .find((one) => one.unit === unit)!.entries[code]!;

describe('from the field', () => {
  it('TR01', () => {
    expect(points(field('TR01'))).toEqual({ 'Xã An Bình': 800, 'Xã Bình Lợi': 840, 'Phường Cẩm Tú': 780 });
    expect(found(field('TR01'))).toEqual([]);
    expect(entry(field('TR01'), 'Xã Bình Lợi', '1.2')).toMatchObject({ verified: 390, source: "'Tổng hợp'!E4" });
  });

  it('TR01b: a name over Tự chấm and Thẩm định', () => {
    expect(points(field('TR01b'))).toEqual({ 'Xã An Bình': 790, 'Xã Bình Lợi': 840 });
    expect(found(field('TR01b'))).toEqual([]);
    expect(entry(field('TR01b'), 'Xã An Bình', '1.1')).toMatchObject({ self: 500, verified: 490 });
  });
});

const ROWS: Rows = [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'An Bình', 'Bình Lợi'],
  ['1.1', 'Một cửa', 600, 500, 450],
  ['1.2', 'Hồ sơ', 400, 300, 390],
];
const cross = (more: Rows = [], name = 'Tổng hợp') => book(sheet(name, [...ROWS, ...more]));

describe('its neighbours', () => {
  it('names without Xã, Phường; the sheet says that they scored themselves', () => {
    expect(points(cross())).toEqual({ 'An Bình': 800, 'Bình Lợi': 840 });
    expect(entry(cross([], 'Tự chấm'), 'An Bình', '1.1')).toMatchObject({ self: 500, verified: null });
  });

  it('typed sums, ranks and means are compared or left, never added', () => {
    expect(
      found(
        cross([
          [null, 'Tổng cộng', 1000, 800, 840],
          [null, 'Xếp hạng', null, 2, 1],
        ]),
      ),
    ).toEqual([]);
    expect(
      found(
        cross([
          [null, 'Tổng cộng', 1000, 801, 840],
          [null, 'Xếp hạng', null, 1, 1],
        ]),
      ),
    ).toEqual(['points.total-differs Tổng hợp!D4', 'points.total-differs Tổng hợp!D5']);
    expect(found(cross([[null, 'Grand Total', 1000, 800, 840]]))).toEqual(['row.summary Tổng hợp!B4']);
  });

  it('a column of sums beside the units is no unit', () => {
    const rows: Rows = ROWS.map((row, place) => [...row, ['Trung bình', 475, 345][place]!]);
    expect(Object.keys(points(book(sheet('Tổng hợp', rows))))).toEqual(['Bình Lợi', 'An Bình']);
  });

  it('group rows', () => {
    const picture = book(
      sheet('Tổng hợp', [
        ['TT', 'Nội dung', 'Điểm tối đa', 'Sở Y tế', 'Sở Nội vụ'],
        ['I', 'Nhận thức số', 600, 500, 450],
        ['1', 'Một cửa', 600, 500, 450],
        ['II', 'Thể chế số', 400],
        ['1', 'Hồ sơ', 400, 300, 390],
      ]),
    );
    expect(points(picture)).toEqual({ 'Sở Y tế': 800, 'Sở Nội vụ': 840 });
    expect(found(picture)).toEqual([]);
  });

  const SET: Rows = [
    ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
    ['1.1', 'Một cửa', 600, 'Chấm điểm'],
    ['1.2', 'Hồ sơ', 400, 'Chấm điểm'],
  ];
  const UNITS: Rows = [
    ['TT', 'Tên đơn vị', 'Nhóm'],
    [1, 'An Bình', 'Xã'],
    [2, 'Bình Lợi', 'Xã'],
  ];

  it('without maxima, beside a set and a unit list; a name that the list lacks is said at its header', () => {
    const table: Rows = ROWS.map(([code, name, , ...values]) => [code, name, ...values]);
    const picture = book(sheet('Bộ chỉ số', SET), sheet('Đơn vị', UNITS), sheet('Điểm', table));
    expect(points(picture)).toEqual({ 'An Bình': 800, 'Bình Lợi': 840 });
    expect(found(picture)).toEqual([]);
    const more: Rows = table.map((row, place) => [...row, ['Cẩm Tú', 1, 2][place]!]);
    expect(found(book(sheet('Bộ chỉ số', SET), sheet('Đơn vị', UNITS), sheet('Điểm', more)))).toEqual([
      'unit.unknown Điểm!E1',
    ]);
  });

  it('maxima that differ from the set are said once', () => {
    const table: Rows = [ROWS[0]!, ['1.1', 'Một cửa', 500, 500, 450], ROWS[2]!];
    expect(found(book(sheet('Bộ chỉ số', SET), sheet('Đơn vị', UNITS), sheet('Điểm', table)))).toEqual([
      'row.maximum-differs Điểm!C2',
    ]);
  });

  it('units in the second row of the header, under Tự chấm and Thẩm định', () => {
    const merges: Area[] = [
      { top: 0, bottom: 0, left: 3, right: 4 },
      { top: 0, bottom: 0, left: 5, right: 6 },
    ];
    const rows: Rows = [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm tự chấm', null, 'Điểm thẩm định', null],
      [null, null, null, 'Xã An Bình', 'Xã Bình Lợi', 'Xã An Bình', 'Xã Bình Lợi'],
      ['1.1', 'Một cửa', 600, 600, 600, 500, 450],
      ['1.2', 'Hồ sơ', 400, 400, 400, 300, 390],
    ];
    const picture = book(sheet('Tổng hợp', rows, { merges }));
    expect(points(picture)).toEqual({ 'Xã An Bình': 800, 'Xã Bình Lợi': 840 });
    expect(entry(picture, 'Xã An Bình', '1.1')).toMatchObject({ self: 600, verified: 500 });
  });

  it('a title over all units', () => {
    const rows: Rows = [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm của các xã', null],
      [null, null, null, 'Xã An Bình', 'Xã Bình Lợi'],
      ...ROWS.slice(1),
    ];
    const merges: Area[] = [{ top: 0, bottom: 0, left: 3, right: 4 }];
    expect(points(book(sheet('Tổng hợp', rows, { merges })))).toEqual({ 'Xã An Bình': 800, 'Xã Bình Lợi': 840 });
  });

  it('one name over two columns: nobody knows which, and the unit is blocked', () => {
    const rows: Rows = [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Xã An Bình', 'Xã An Bình', 'Xã Bình Lợi'],
      ['1.1', 'Một cửa', 600, 500, 1, 2],
      ['1.2', 'Hồ sơ', 400, 300, 1, 2],
    ];
    expect(ranking(book(sheet('Tổng hợp', rows)))).toMatchObject({ 'Xã An Bình': [null, null] });
    expect(found(book(sheet('Tổng hợp', rows)))).toEqual(['unit.duplicate Tổng hợp!E1']);
  });

  it('a row without a code is said at each unit whose points are lost', () => {
    expect(found(cross([[null, 'Sáng kiến', null, 5, null]]))).toEqual(['row.unread Tổng hợp!D4']);
    expect(ranking(cross([[null, 'Sáng kiến', null, 5, null]]))).toMatchObject({ 'An Bình': [null, null] });
  });
});

describe('what is none', () => {
  it.each([
    ['figures beside an index set', ['Trọng số', 'Mục tiêu']],
    ['years', ['Năm 2024', 'Năm 2025']],
    ['judges', ['Thành viên 1', 'Thành viên 2']],
    ['an index set with a rule and a remark', ['Cách tính', 'Ghi chú']],
  ])('%s', (_, [one, two]) => {
    const picture = book(sheet('Bộ chỉ số', [['Mã', 'Chỉ số', 'Điểm tối đa', one!, two!], ...ROWS.slice(1)]));
    expect(points(picture)).toEqual({});
  });

  it('an index set beside figures of units', () => {
    const set: Rows = [['Mã', 'Chỉ số', 'Điểm tối đa', 'Loại', 'Bậc'], ...ROWS.slice(1)];
    const form: Rows = [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
      ['1.1', 'Một cửa', 600, 1],
      ['1.2', 'Hồ sơ', 400, 2],
    ];
    expect(points(book(sheet('Bộ chỉ số', set), sheet('Xã An Bình', form)))).toEqual({ 'Xã An Bình': 3 });
  });
});

describe('bodies that score a unit are no units', () => {
  const scored = (lines: Rows, ...bodies: string[]) =>
    book(
      sheet(
        'Phiếu',
        [
          ...lines,
          ['Mã', 'Chỉ số', 'Điểm tối đa', ...bodies],
          [null, null, null, ...bodies.map(() => 'Điểm thẩm định')],
          ['1', 'Một cửa', 600, ...bodies.map((_, at) => 500 + at * 10)],
          ['2', 'Hồ sơ', 400, ...bodies.map((_, at) => 300 + at * 10)],
        ],
        {
          merges: [0, 1, 2].map((left) => ({ top: lines.length, bottom: lines.length + 1, left, right: left })),
        },
      ),
    );

  it.each([
    ['Tổ giúp việc', 'Hội đồng'],
    ['Tổ thẩm định', 'Ban chỉ đạo'],
    ['Đoàn kiểm tra', 'Cơ quan thẩm định'],
    ['Cấp huyện thẩm định', 'Cấp tỉnh thẩm định'],
    ['Sở Nội vụ', 'Sở Tài chính'],
  ])('%s and %s under the name of the unit', (...bodies) => {
    for (const line of ['Tên đơn vị: Xã A', 'Đơn vị được đánh giá: Xã A']) {
      const picture = scored([[line]], ...bodies);
      expect(found(picture)).toContain('column.several Phiếu!E3');
      expect(ranking(picture)).toEqual({ 'Xã A': [null, null] });
    }
  });

  it.each([
    ['Tổ giúp việc', 'Hội đồng'],
    ['Thành viên 1', 'Thành viên 2'],
    ['Ban giám khảo', 'Hội đồng thẩm định'],
  ])('%s and %s, nobody says of whom', (...bodies) => {
    const picture = scored([], ...bodies);
    expect(Object.keys(ranking(picture)).some((unit) => bodies.includes(unit))).toBe(false);
    expect(found(picture).filter((one) => one.startsWith('column.'))).not.toEqual([]);
  });

  it('units stay units: Hội Nông dân, Ban Dân tộc, Tổ dân phố 3, Đoàn Thanh niên', () => {
    const units = ['Hội Nông dân', 'Ban Dân tộc', 'Tổ dân phố 3', 'Đoàn Thanh niên'];
    expect(Object.keys(ranking(scored([['Đơn vị: Phòng Nội vụ']], ...units))).sort()).toEqual(units.sort());
  });
});

it('Quảng Nam is no year, Tam Kỳ no period, Tân An C no column c', () => {
  const units = ['Quảng Nam', 'Tam Kỳ', 'Hà Lan', 'Tân An C', 'Nam Định'];
  const picture = book(
    sheet('Tổng hợp', [
      ['Mã', 'Chỉ số', 'Điểm tối đa', ...units],
      ['1.1', 'Một cửa', 600, 500, 450, 400, 350, 300],
      ['1.2', 'Hồ sơ', 400, 300, 390, 200, 100, 50],
    ]),
  );
  expect(Object.keys(points(picture)).sort()).toEqual([...units].sort());
  expect(found(picture)).toEqual([]);
});

it('a unit whose two figures are by chance the means of those before stays a unit', () => {
  const picture = book(
    sheet('Tổng hợp', [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'An Bình', 'Bình Lợi', 'An Phú'],
      ['1.1', 'Một cửa', 600, 500, 400, 450],
      ['1.2', 'Hồ sơ', 400, 300, 200, 250],
    ]),
  );
  expect(points(picture)).toEqual({ 'An Bình': 800, 'Bình Lợi': 600, 'An Phú': 700 });
});
