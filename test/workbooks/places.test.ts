/** Several tables in one sheet, printed pages, groups set off by blank rows: each table ends where it ends and knows whose it is. */
import { describe, expect, it } from 'vitest';
import { book, found, ranking, run, sheet, type Rows } from '#test/support/book';

const HEAD = ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'];
const form = (first: number | null, second: number | null): Rows => [
  HEAD,
  [1, 'Nhận thức số', 400, first],
  [2, 'Thể chế số', 600, second],
];
const beside = (left: Rows, right: Rows): Rows =>
  left.map((row, place) => [...row, ...Array<null>(5 - row.length).fill(null), ...(right[place] ?? [])]);
const one = (rows: Rows) => book(sheet('Phiếu', rows));
const TWO = { 'Xã An Bình': [300, 2], 'Xã Bình Minh': [500, 1] };

describe('forms in one sheet', () => {
  const left: Rows = [['Đơn vị: Xã An Bình'], ...form(100, 200)];
  const right: Rows = [['Tên đơn vị', 'Xã Bình Minh'], ...form(200, 300)];
  it.each<[string, Rows]>([
    ['one below the other', [...left, [], ...right]],
    ['side by side', beside(left, right)],
    [
      'under a head of their own each, with the measure beside it',
      [
        ['Đơn vị: Xã An Bình', null, null, 'Đơn vị: điểm'],
        ...form(100, 200),
        [],
        ['Đơn vị: Xã Bình Minh', null, null, 'Đơn vị: điểm'],
        ...form(200, 300),
      ],
    ],
  ])('%s', (_, rows) => {
    expect(ranking(one(rows))).toEqual(TWO);
    expect(found(one(rows))).toEqual([]);
  });

  it('a unit line of dots, or of a measure, names no unit', () => {
    const rows: Rows = [['Đơn vị: ……………'], [null, null, null, 'Đơn vị: triệu đồng'], ...form(100, 200)];
    expect(ranking(book(sheet('Xã An Bình', rows)))).toEqual({ 'Xã An Bình': [300, 1] });
  });

  it('the head of a form on each of its printed pages', () => {
    const page = [['Đơn vị: Xã An Bình'], ['Kỳ báo cáo: Quý I/2026'], HEAD];
    const rows: Rows = [...page, [1, 'Nhận thức số', 400, 100], [], ...page, [2, 'Thể chế số', 600, 200]];
    expect(ranking(one(rows))).toEqual({ 'Xã An Bình': [300, 1] });
    expect(found(one(rows))).toEqual([]);
  });

  it('two forms of one unit are told, unless their periods differ', () => {
    expect(found(one([...left, [], ...left]))).toEqual(['unit.duplicate Phiếu!A6']);
    const quarters: Rows = [
      ['Kỳ báo cáo', 'Quý I/2026'],
      ...form(100, 200),
      [],
      ['Kỳ báo cáo', 'Quý II/2026'],
      ...form(200, 300),
    ];
    const picture = book(sheet('Xã An Bình', quarters));
    expect(ranking(picture)).toEqual({ 'Xã An Bình': [500, 1] });
    expect(run(picture).period).toBe('Quý II/2026');
    expect(found(picture)).toEqual([]);
  });

  it('a cell merged over Mã and Chỉ số is a title; what was meant for a code is said', () => {
    const rows: Rows = [
      HEAD,
      ['Nhóm 1: Nhận thức số', null, 400],
      ['1-1', 'Kế hoạch', 400, 100],
      ['Nhóm 2: Thể chế số', null, 600],
      [2.1, 'Ngân sách', 600, 200],
    ];
    expect(found(one(rows))).toEqual([
      'framework.total Phiếu!C1',
      'row.indicator-unknown Phiếu!A3',
      'row.unread Phiếu!D3',
    ]);
  });
});

describe('matrices in one sheet', () => {
  const head = ['TT', 'Đơn vị', '1', '2'];
  const maxima = [null, 'Điểm tối đa', 400, 600];
  const an = [1, 'Xã An Bình', 100, 200];
  const binh = [2, 'Xã Bình Minh', 200, 300];
  it.each<[string, Rows]>([
    ['set apart by two rows and a title', [['KHỐI I'], head, maxima, an, [], [], ['KHỐI II'], head, maxima, binh]],
    ['with the header on each page', [head, maxima, an, head, ['A', 'B', 1, 2], binh, [], [null, 'Trung bình', 1, 2]]],
    ['with a blank row before the next page', [head, maxima, an, [], head, binh]],
    [
      'self-assessed beside verified',
      beside(
        [['TỰ CHẤM'], head, maxima, [1, 'Xã An Bình', 0, 0], [2, 'Xã Bình Minh', 0, 0]],
        [['THẨM ĐỊNH'], head, maxima, an, binh],
      ),
    ],
    ['with its maxima under merged words', [head, ['Điểm tối đa', null, 400, 600], an, binh]],
    ['with sums in brackets', [head, maxima, an, binh, [null, 'Tổng cộng (2 xã)', 300, 500]]],
  ])('%s', (_, rows) => {
    expect(ranking(book(sheet('Bảng', rows)))).toEqual(TWO);
    expect(found(book(sheet('Bảng', rows)))).toEqual([]);
  });

  it('names without number and figures: groups where the numbers begin again, else notes', () => {
    const notes: Rows = [
      [null, 'Người lập biểu', null, 'Giám đốc'],
      [null, 'Trần Thị B'],
    ];
    const rows: Rows = [
      head,
      maxima,
      [null, 'Khối miền núi'],
      an,
      [null, 'Khối đồng bằng'],
      [1, ...binh.slice(1)],
      ...notes,
    ];
    const { groups, findings } = run(book(sheet('Bảng', rows)));
    expect(groups.map(({ name, ranking: units }) => [name, units.map(({ unit }) => unit)])).toEqual([
      ['Khối miền núi', ['Xã An Bình']],
      ['Khối đồng bằng', ['Xã Bình Minh']],
    ]);
    expect(findings).toEqual([]);
  });

  it('groups set off by blank rows, with means beside their names', () => {
    const rows: Rows = [head, maxima, ['I', 'Khối miền núi', 90, 200], an, [], ['II', 'Khối đồng bằng'], binh];
    const { groups, findings } = run(book(sheet('Bảng', rows)));
    expect(groups.map(({ name, ranking: units }) => [name, units.map(({ unit }) => unit)])).toEqual([
      ['Khối miền núi', ['Xã An Bình']],
      ['Khối đồng bằng', ['Xã Bình Minh']],
    ]);
    expect(findings).toEqual([]);
  });
});

describe('what is no part of a table, or of no unit', () => {
  const matrix: Rows = [
    ['TT', 'Tỉnh', 'Gia nhập', 'Đất đai', 'Tổng điểm'],
    [null, 'Điểm tối đa', 400, 600, 1000],
    [1, 'An Giang', 100, 200, 300],
    [2, 'Bạc Liêu', null, null, 0],
    [null, 'Điểm cao nhất', 100, 200, 300],
    [null, 'Median', 100, 200, 300],
  ];
  it('an English head over the Vietnamese one; a cell at the far end of its row', () => {
    const far = [...matrix[0]!, ...Array<null>(16_378).fill(null), 'x'];
    const picture = book(sheet('PCI', [['No', 'Province', 'Entry', 'Land', 'Total'], far, ...matrix.slice(1)]));
    expect(found(picture)).toEqual(['row.stray PCI!XFD2', 'value.missing PCI!C5', 'value.missing PCI!D5']);
    expect(ranking(picture)).toEqual({ 'An Giang': [300, 1], 'Bạc Liêu': [0, 2] });
  });

  it('a column Đơn vị of measures, in an index set and in a form', () => {
    const set = sheet('Bộ chỉ số', [
      ['TT', 'Chỉ số', 'Đơn vị', 'Điểm tối đa', 'Cách tính'],
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      ['1.1', 'Hồ sơ trực tuyến', '%', 400, 'a/b'],
      ['1.2', 'Tập huấn', 'Người', 600, 'Chấm điểm'],
    ]);
    const filled = sheet('Phiếu', [
      ['Tên đơn vị: Xã An Bình'],
      ['TT', 'Chỉ số', 'Đơn vị', 'Điểm tối đa', 'a', 'b', 'Điểm tự chấm'],
      ['1.1', 'Hồ sơ trực tuyến', '%', 400, 5, 10],
      ['1.2', 'Tập huấn', 'Người', 600, null, null, 200],
    ]);
    expect(ranking(book(set, filled))).toEqual({ 'Xã An Bình': [400, 1] });
    expect(found(book(set, filled))).toEqual([]);
  });

  it('without a list, units of tables without groups are those of the table that tells the groups', () => {
    const set = sheet('Bộ chỉ số', [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      [1, 'Nhận thức', 1000, 'a/10'],
    ]);
    const long = sheet('Số liệu', [
      ['Đơn vị', 'Mã', 'a'],
      ['Xã An Bình', 1, 5],
      ['Sở Y tế', 1, 6],
    ]);
    const verified = sheet('Bảng', [
      ['TT', 'Đơn vị', '1'],
      ['I', 'Khối sở'],
      [1, 'Sở Y tế', 590],
      ['II', 'Khối xã'],
      [1, 'Xã An Bình', 480],
    ]);
    const { groups } = run(book(set, long, verified));
    expect(groups.map(({ name, ranking: units }) => [name, units.map(({ unit, points }) => [unit, points])])).toEqual([
      ['Khối sở', [['Sở Y tế', 590]]],
      ['Khối xã', [['Xã An Bình', 480]]],
    ]);
  });
});

describe('columns that mean two things', () => {
  const HEADED = ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'];
  const set = sheet('Bộ chỉ số', [HEADED, ['1.1', 'Kế hoạch', 400, 'Chấm điểm'], ['2.1', 'Hạ tầng', 600, 'Chấm điểm']]);

  it('Nhóm of a long table may group the indicators', () => {
    const long = sheet('Số liệu', [
      ['Đơn vị', 'Mã', 'Nhóm', 'Điểm tự chấm'],
      ['Xã An Bình', '1.1', 'Nhận thức', 100],
      ['Xã An Bình', '2.1', 'Hạ tầng', 200],
      ['Xã Bình Minh', '1.1', 'Nhận thức', 200],
      ['Xã Bình Minh', '2.1', 'Hạ tầng', 300],
    ]);
    expect(ranking(book(set, long))).toEqual(TWO);
    expect(run(book(set, long)).groups.map(({ name }) => name)).toEqual(['']);
  });

  it('an empty column Nhóm leaves the group to the rows above', () => {
    const list = sheet('Đơn vị', [
      ['TT', 'Tên đơn vị', 'Khối'],
      ['I', 'Khối miền núi'],
      [1, 'Xã An Bình'],
      ['II', 'Khối đồng bằng'],
      [2, 'Xã Bình Minh'],
    ]);
    const matrix = sheet('Bảng', [
      ['TT', 'Đơn vị', '1.1', '2.1'],
      [1, 'Xã An Bình', 1, 2],
      [2, 'Xã Bình Minh', 3, 4],
    ]);
    expect(run(book(set, list, matrix)).groups.map(({ name }) => name)).toEqual(['Khối miền núi', 'Khối đồng bằng']);
  });

  it('who does the work may stand in an index set', () => {
    const tasks = sheet('Bộ chỉ số', [
      ['TT', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'Đơn vị thực hiện'],
      ['1.1', 'Kế hoạch', 1000, 'Chấm điểm', 'Văn phòng'],
    ]);
    const matrix = sheet('Bảng', [
      ['TT', 'Đơn vị', '1.1'],
      [1, 'Xã An Bình', 100],
    ]);
    expect(ranking(book(tasks, matrix))).toEqual({ 'Xã An Bình': [100, 1] });
  });

  it('a form of several periods that is its own set says each code once a period', () => {
    const rows = (period: string, first: number): Rows => [
      ['1', 'Nhận thức số', 400, period, first],
      ['2', 'Thể chế số', 600, period, 200],
    ];
    const head = ['Mã', 'Chỉ số', 'Điểm tối đa', 'Kỳ', 'Điểm tự chấm'];
    const picture = book(sheet('Xã An Bình', [head, ...rows('Quý I/2026', 50), ...rows('Quý II/2026', 100)]));
    expect(found(picture)).toEqual([]);
    expect(ranking(picture)).toEqual({ 'Xã An Bình': [300, 1] });
    const twice = book(sheet('Xã An Bình', [head, ...rows('Quý I/2026', 50), ...rows('Quý I/2026', 50)]));
    expect(found(twice).filter((id) => id.startsWith('framework.'))).toEqual([
      'framework.code-duplicate Xã An Bình!A4',
      'framework.code-duplicate Xã An Bình!A5',
    ]);
  });
});
