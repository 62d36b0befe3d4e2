/** Ten units whose figure is a number stored as text: ten findings that one repair mends. */
import type { Picture, SheetPicture } from '#core/workbook/picture';
import { book, sheet } from './book.ts';

/** One indicator of 1,000 points, a/b. */
export const ratioSet = (): SheetPicture =>
  sheet('Bộ chỉ số', [
    ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
    ['1', 'Hạ tầng', 1000, null],
    ['1.1', 'Hồ sơ trực tuyến', 1000, 'a/b'],
  ]);

export const TEN = Array.from({ length: 10 }, (_, at) => at + 1);

export function tenTexts(): Picture {
  return book(
    ratioSet(),
    sheet('Số liệu', [
      ['Đơn vị', 'Mã chỉ số', 'a', 'b'],
      ...TEN.map((number) => [`Phòng thứ ${number}`, '1.1', String(number), 20]),
    ]),
  );
}
