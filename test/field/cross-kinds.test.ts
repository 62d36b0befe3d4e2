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
