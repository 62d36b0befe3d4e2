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
