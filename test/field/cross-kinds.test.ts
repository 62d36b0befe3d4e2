/** Bảng ngang and its like: penalties, sub-heads, columns and rows that are no unit's points. */
import { describe, expect, it } from 'vitest';
import { book, found, ranking, sheet, type Rows } from '#test/support/book';

const points = (picture: Parameters<typeof ranking>[0]) =>
  Object.fromEntries(Object.entries(ranking(picture)).map(([unit, [value]]) => [unit, value]));

describe('points that are taken away or given under names of the office’s own', () => {
  const cross = (name: string) =>
    book(
      sheet('TH', [
        ['TT', 'Chỉ số', 'Điểm tối đa', 'Xã A', 'Xã B'],
        ['1', 'Một cửa', 600, 500, 500],
        ['2', 'Hồ sơ', 400, 300, 310],
        ['3', name, 50, 0, 40],
      ]),
    );
  const PENALTIES = [
    'Trừ điểm do nộp chậm',
    'Điểm trừ do nộp chậm',
    'Điểm giảm trừ',
    'Giảm trừ',
    'Khấu trừ',
    'Khấu trừ điểm vi phạm',
    'Bị trừ điểm',
    'Số điểm bị trừ',
    'Điểm trừ nộp báo cáo chậm',
    'Trừ 5 điểm nếu nộp chậm',
    'Nộp báo cáo chậm (trừ điểm)',
    'diem tru do nop cham',
  ];
  it.each(PENALTIES)('row %s is subtracted', (name) => {
    expect(points(cross(name))).toEqual({ 'Xã A': 800, 'Xã B': 770 });
    expect(found(cross(name))).toEqual([]);
  });

  it.each(['Điểm thưởng cho sáng kiến', 'Cộng điểm sáng kiến', 'Điểm cộng: Mô hình mới', 'Được cộng điểm'])(
    'row %s is outside Tổng điểm',
    (name) => {
      expect(points(cross(name))).toEqual({ 'Xã A': 800, 'Xã B': 850 });
      expect(found(cross(name))).toEqual([]);
    },
  );

  it.each([
    'Tỷ lệ hồ sơ bị trừ điểm',
    'Khấu trừ thuế đúng hạn',
    'Giảm trừ gia cảnh',
    'Điểm công khai',
    'Điểm công nghệ',
    'Trụ sở làm việc',
    'Không bị trừ điểm',
    'Thưởng Tết đúng hạn',
  ])('%s is an indicator like others', (name) => {
    const picture = book(
      sheet('TH', [
        ['TT', 'Chỉ số', 'Điểm tối đa', 'Xã A', 'Xã B'],
        ['1', 'Một cửa', 950, 500, 500],
        ['2', name, 50, 0, 40],
      ]),
    );
    expect(points(picture)).toEqual({ 'Xã A': 500, 'Xã B': 540 });
    expect(found(picture)).toEqual([]);
  });

  const matrix = (heads: string[], maxima: (number | null)[], one: number[], two: number[]) =>
    book(
      sheet('B', [
        ['TT', 'Đơn vị', '1.1', '1.2', ...heads],
        [null, 'Điểm tối đa', 600, 400, ...maxima],
        [1, 'Xã A', 500, 300, ...one],
        [2, 'Xã B', 500, 310, ...two],
      ]),
    );
  it.each(['Điểm trừ do chậm báo cáo', 'Giảm trừ', '3.1 Điểm trừ do chậm báo cáo'])('column %s', (name) => {
    expect(points(matrix([name], [50], [0], [40]))).toEqual({ 'Xã A': 800, 'Xã B': 770 });
    expect(found(matrix([name], [50], [0], [40]))).toEqual([]);
  });
  it('two penalties, with and without their sum', () => {
    const heads = ['Điểm trừ do chậm', 'Điểm trừ do vi phạm', 'Tổng điểm trừ'];
    const both = matrix(heads, [50, 30, 80], [0, 10, 10], [40, 5, 45]);
    expect(points(both)).toEqual({ 'Xã A': 790, 'Xã B': 765 });
    expect(found(both)).toEqual([]);
    expect(points(matrix(['Tổng điểm trừ'], [50], [10], [45]))).toEqual({ 'Xã A': 790, 'Xã B': 765 });
  });
  it('a bonus that the total needs is inside it', () => {
    const picture = book(
      sheet('B', [
        ['TT', 'Đơn vị', 'Nhận thức số', 'Thể chế số', 'Điểm thưởng cho sáng kiến'],
        [null, 'Điểm tối đa', 600, 300, 100],
        [1, 'Xã A', 500, 300, 20],
        [2, 'Xã B', 500, 250, 80],
      ]),
    );
    expect(points(picture)).toEqual({ 'Xã A': 820, 'Xã B': 830 });
    expect(found(picture)).toEqual([]);
  });

  it('a set says Chấm điểm of a penalty', () => {
    const set: Rows = [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ['1.1', 'Một cửa', 600, 'Chấm điểm'],
      ['1.2', 'Hồ sơ', 400, 'Chấm điểm'],
      ['3.1', 'Điểm trừ do nộp chậm', 50, 'Chấm điểm'],
    ];
    const data: Rows = [
      ['Mã', 'Chỉ số', 'Điểm thẩm định'],
      ['1.1', 'Một cửa', 500],
      ['1.2', 'Hồ sơ', 310],
      ['3.1', 'Nộp chậm', 40],
    ].map((row, place) => [row[0], row[1], ['Điểm tối đa', 600, 400, 50][place], row[2]]);
    expect(points(book(sheet('Bộ chỉ số', set), sheet('Xã A', data)))).toEqual({ 'Xã A': 770 });
  });

  it.each(['CÁC NỘI DUNG TRỪ ĐIỂM', 'PHẦN ĐIỂM TRỪ', 'NỘI DUNG TRỪ ĐIỂM'])('rows under %s', (name) => {
    const picture = book(
      sheet('Xã A', [
        ['TT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định'],
        ['I', 'Nhiệm vụ', 1000],
        ['1', 'Một cửa', 600, 500],
        ['2', 'Hồ sơ', 400, 300],
        ['II', name, 50],
        ['1', 'Nộp chậm', 30, 20],
        ['2', 'Vi phạm', 20, 5],
      ]),
    );
    expect(points(picture)).toEqual({ 'Xã A': 775 });
    expect(found(picture)).toEqual([]);
  });
});

describe('bảng ngang', () => {
  it.each([
    ['Tự chấm', 'Thẩm định lần 2'],
    ['Tự chấm', 'Thẩm định của Sở'],
    ['Tự chấm', 'Thẩm định năm 2026'],
    ['Tự chấm', 'Thẩm định lại'],
    ['Tự chấm', 'Sở thẩm định'],
  ])('%s and %s under the units', (self, verified) => {
    const picture = book(
      sheet(
        'TH',
        [
          ['TT', 'Chỉ số', 'Điểm tối đa', 'Xã A', null, 'Xã B', null],
          [null, null, null, self, verified, self, verified],
          ['1', 'Một cửa', 600, 600, 500, 500, 490],
          ['2', 'Hồ sơ', 400, 400, 300, 390, 390],
        ],
        {
          merges: [
            { top: 0, bottom: 0, left: 3, right: 4 },
            { top: 0, bottom: 0, left: 5, right: 6 },
          ],
        },
      ),
    );
    expect(points(picture)).toEqual({ 'Xã A': 800, 'Xã B': 880 });
  });

  const beside = (...columns: [string, number, number][]) =>
    book(
      sheet('TH', [
        ['TT', 'Chỉ số', 'Điểm tối đa', ...columns.map(([name]) => name)],
        ['1', 'Một cửa', 600, ...columns.map(([, one]) => one)],
        ['2', 'Hồ sơ', 400, ...columns.map(([, , two]) => two)],
      ]),
    );
  it.each([
    ['Chung', 450, 200],
    ['Cụm 1', 450, 200],
    ['Khối xã', 450, 200],
    ['So với TB', 450, 200],
    ['Huyện X', 450, 200],
    ['Đơn vị dẫn đầu', 500, 300],
  ])('%s is no unit', (name, one, two) => {
    const picture = beside(['Xã A', 500, 300], ['Xã B', 400, 100], [name, one, two]);
    expect(points(picture)).toEqual({ 'Xã A': 800, 'Xã B': 500 });
    expect(found(picture)).toEqual(['column.unread TH!F1']);
  });
  it('a unit whose figures are those of others together stays', () => {
    expect(points(beside(['Xã A', 0, 400], ['Xã B', 600, 0], ['Xã C', 600, 400]))).toMatchObject({ 'Xã C': 1000 });
    expect(points(beside(['An Lạc', 0, 400], ['Xã B', 600, 0], ['Bình Tân', 600, 400]))).toMatchObject({
      'Bình Tân': 1000,
    });
  });

  it.each([
    ['Xếp thứ', 2, 1],
    ['Vị thứ', 2, 1],
    ['Điểm năm trước', 700, 710],
    ['Hạng năm trước', 1, 2],
    ['Đạt (%)', 80, 84],
    ['Tổng hợp', 800, 840],
    ['Số điểm đạt', 800, 840],
    ['Điểm tổng kết', 800, 840],
    ['Xếp hạng năm 2026', 2, 1],
  ])('last row %s', (name, one, two) => {
    const picture = beside(['Xã A', 500, 300], ['Xã B', 450, 390]);
    picture.sheets[0]!.rows.push({ index: 3, cells: [null, name, null, one, two] });
    expect(points(picture)).toEqual({ 'Xã A': 800, 'Xã B': 840 });
    expect(found(picture).filter((line) => !line.startsWith('row.summary'))).toEqual([]);
  });
});

describe('rows of a form that nobody scores', () => {
  const form = (...rows: Rows) =>
    book(sheet('Xã A', [['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm tự chấm', 'Điểm thẩm định'], ...rows]));
  const rows: Rows = [
    ['1', 'Một cửa', 600, 600, 500],
    ['2', 'Hồ sơ', 400, 400, 300],
  ];

  it.each([
    ['Phần A', 'Thể chế', 'Phần B', 'Nhân lực'],
    ['Phần I', 'Thể chế', 'Phần II', 'Nhân lực'],
    ['Mục 1', 'Thể chế', 'Mục 2', 'Nhân lực'],
    [null, 'I. Thể chế', null, 'II. Nhân lực'],
    [null, 'Phần A: Thể chế', null, 'Phần B: Nhân lực'],
  ])('group %s %s with its sums', (code, name, other, next) => {
    const picture = form([code, name, 600, 600, 500], rows[0]!, [other, next, 400, 400, 300], rows[1]!);
    expect(points(picture)).toEqual({ 'Xã A': 800 });
    expect(found(picture)).toEqual([]);
    const wrong = form([code, name, 600, 600, 510], rows[0]!, [other, next, 400, 400, 300], rows[1]!);
    expect(found(wrong)).toEqual([expect.stringMatching(/ Xã A!E2$/)]);
  });
  it('codes that begin anew under each', () => {
    const again: Rows = [
      ['Phần A', 'Thể chế', 600, 600, 500],
      ['1', 'Một cửa', 600, 600, 500],
      ['Phần B', 'Nhân lực', 400, 400, 300],
      ['1', 'Hồ sơ', 400, 400, 300],
    ];
    expect(points(form(...again))).toEqual({ 'Xã A': 800 });
    expect(found(form(...again))).toEqual([]);
  });

  it.each([
    [null, 'Xếp hạng', null, 1, 1],
    [null, 'Tỷ lệ (%)', null, 100, 80],
    [null, 'Điểm tổng', 1000, 1000, 800],
    [null, 'Kết quả', 1000, 1000, 800],
    [null, 'Điểm năm trước', null, 700, 750],
    ['Total', null, 1000, 1000, 800],
  ])('last row %s %s', (...last) => {
    expect(points(form(...rows, last))).toEqual({ 'Xã A': 800 });
    expect(found(form(...rows, last))).toEqual([expect.stringMatching(/^row\.summary/)]);
  });
  it('the same between coded rows, or with more of a name, is a row without its code', () => {
    expect(found(form(rows[0]!, [null, 'Kết quả', 100, 90, 80], rows[1]!))).toContain('row.unread Xã A!E3');
    expect(found(form(...rows, [null, 'Tỷ lệ hồ sơ đúng hạn', 100, 90, 80]))).toContain('row.unread Xã A!E4');
  });

  it('“Tổng Xã A” below its rows of a long table', () => {
    const set: Rows = [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ['1', 'Một cửa', 600, 'Chấm điểm'],
      ['2', 'Hồ sơ', 400, 'Chấm điểm'],
    ];
    const data: Rows = [
      ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
      ['Xã A', '1', 450],
      ['Xã A', '2', 300],
      ['Tổng Xã A', null, 750],
      ['Xã B', '1', 400],
      ['Xã B', '2', 390],
      ['Tổng Xã B', null, 790],
    ];
    const picture = book(sheet('Bộ', set), sheet('Số liệu', data));
    expect(points(picture)).toEqual({ 'Xã A': 750, 'Xã B': 790 });
    expect(found(picture)).toEqual(['row.summary Số liệu!A4', 'row.summary Số liệu!A7']);
  });
});
