/** A typed sum of a main indicator is compared with what the ranking sums there: bonus and penalty lie outside. */
import { expect, it } from 'vitest';
import { book, found, sheet } from '#test/support/book';

const HEAD = ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'a', 'Điểm tự chấm', 'Kiểm tra'];

function form(pillar: number): string[] {
  return found(
    book(
      sheet('Phiếu', [
        ['Tên đơn vị:', 'Xã A'],
        HEAD,
        ['1', 'Nhóm', 40, undefined, undefined, pillar],
        ['1.1', 'Chấm', 40, 'Chấm điểm', undefined, 30],
        ['1.2', 'Sáng kiến', 0, 'Điểm cộng, không quá 5: a x 1', 3, 3],
        ['1.3', 'Vi phạm', 0, 'Điểm trừ: a x 1', 1, 1],
        [undefined, 'Tổng điểm', 40, undefined, undefined, 32],
      ]),
      sheet('Thiết lập', [
        ['Tổng điểm', 40],
        ['Tên bộ chỉ số', 'Minh họa'],
      ]),
    ),
  );
}

it('takes the sum without bonus and penalty', () => {
  expect(form(30)).toEqual([]);
});

it('tells a sum with them', () => {
  expect(form(34)).toEqual(['points.total-differs Phiếu!F3']);
});

function rescaled(total: number, verified?: number): string[] {
  return found(
    book(
      sheet('Phiếu', [
        ['Tên đơn vị:', 'Xã A'],
        ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'Khi không phát sinh', 'a', 'b', 'Điểm tự chấm', 'Điểm thẩm định'],
        ['1', 'Nhóm', 40],
        ['1.1', 'Chấm', 20, 'Chấm điểm', undefined, undefined, undefined, 10, verified],
        ['1.2', 'Tỷ lệ', 20, 'a/b', 'quy đổi', 0, 0],
        [undefined, 'Tổng điểm', 40, undefined, undefined, undefined, undefined, total],
      ]),
      sheet('Thiết lập', [
        ['Tổng điểm', 40],
        ['Tên bộ chỉ số', 'Minh họa'],
      ]),
    ),
  ).filter((one) => one.startsWith('points'));
}

it('takes a total that is rescaled as the ranking’s is, and a plain sum', () => {
  expect(rescaled(20)).toEqual([]);
  expect(rescaled(10)).toEqual([]);
});

it('tells another total, and one that only verified points give', () => {
  expect(rescaled(15)).toEqual(['points.total-differs Phiếu!H6']);
  expect(rescaled(16, 8)).toEqual(['points.total-differs Phiếu!H6']);
});

it('a form alone cannot know points against the best of the group: its total is of the rest, rescaled', () => {
  const partly = (total: number): string[] =>
    found(
      book(
        sheet('Phiếu', [
          ['Tên đơn vị:', 'Xã A'],
          ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'Khi không phát sinh', 'a', 'b', 'Điểm tự chấm'],
          ['1', 'Nhóm', 100],
          ['1.1', 'Tỷ lệ', 40, 'a/b', undefined, 3, 4, 30],
          ['1.2', 'So với đơn vị cao nhất', 40, 'a/cao nhất', undefined, 5],
          ['1.3', 'Không có việc', 20, 'a/b', 'quy đổi', 0, 0],
          [undefined, 'Tổng điểm', 100, undefined, undefined, undefined, undefined, total],
        ]),
        sheet('Thiết lập', [
          ['Tổng điểm', 100],
          ['Tên bộ chỉ số', 'Minh họa'],
        ]),
      ),
    ).filter((one) => one.startsWith('points'));
  expect(partly(37.5)).toEqual([]);
  expect(partly(30)).toEqual([]);
  expect(partly(38)).toEqual(['points.total-differs Phiếu!H7']);
});
