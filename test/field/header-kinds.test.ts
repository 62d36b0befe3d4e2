/** Headers beside Điểm tự chấm: verified by their words, known to be other figures, or told; never passed over. */
import { describe, expect, it } from 'vitest';
import type { Picture } from '#core/workbook/picture';
import { book, found, ranking, sheet } from '#test/support/book';

const points = (picture: Picture): unknown => ranking(picture)['Xã A']![0];
const errors = (picture: Picture): string[] => found(picture).filter((line) => line.startsWith('column.unread'));

/** Self 600; the other column 300. */
const beside = (header: string | null): Picture =>
  book(
    sheet('Phiếu', [
      ['Tên đơn vị: Xã A'],
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm tự chấm', header],
      ['1.1', 'Một cửa', 600, 300, 100],
      ['1.2', 'Hồ sơ', 400, 300, 200],
    ]),
  );

describe('a circumstance in a header does not hide what its points word says', () => {
  it.each([
    'Điểm thẩm định đến ngày 30/11/2026',
    'Kết quả thẩm định ngày 15/12',
    'Điểm thẩm định theo Kế hoạch 12/KH-UBND',
    'Điểm thẩm định sau giải trình',
    'Điểm Hội đồng sau khi giải trình',
    'Điểm thẩm định tại thời điểm 30/11',
    'Điểm Hội đồng chấm theo thang điểm 1000',
    'Điểm do cán bộ thẩm định chấm',
    'Điểm Hội đồng chấm căn cứ minh chứng',
    'HĐTĐ chấm',
  ])('%s is verified', (header) => {
    expect(points(beside(header))).toBe(300);
    expect(found(beside(header))).toEqual([]);
  });

  it.each([
    'Điểm chuyên viên chấm',
    'Điểm giám khảo',
    'Người chấm 1',
    'Ý kiến thẩm định',
    'Ý kiến của Hội đồng',
    'Điểm thẩm định nhân hệ số',
    'Điểm trừ thẩm định',
    'Điểm thẩm định (điểm trừ)',
    'Điểm không được công nhận',
    'Thẩm định so với tự chấm',
    'Kết quả duyệt dự án',
  ])('%s is told and blocks', (header) => {
    expect(errors(beside(header))).toEqual(['column.unread Phiếu!E2']);
    expect(points(beside(header))).toBe(null);
  });
});

describe('bodies and words of other languages may decide', () => {
  it.each(['Verified score', 'Final score', 'HĐTĐ', 'ĐTĐ', 'Thường trực', 'Bình xét', 'Phòng Nội vụ', 'Thưởng'])(
    '%s is told and blocks',
    (header) => {
      expect(errors(beside(header))).toEqual(['column.unread Phiếu!E2']);
      expect(points(beside(header))).toBe(null);
    },
  );
});

describe('figures that are nobody’s points', () => {
  it.each([
    'Điểm thẩm định (kỳ trước)',
    'Điểm thẩm định của năm trước',
    'Điểm thẩm định - năm trước',
    'Điểm thẩm định (chênh lệch)',
    'So với điểm tự chấm',
    'Xếp loại thẩm định',
    'Tỷ lệ điểm',
    'Kết quả xếp hạng',
    'Ngày thẩm định',
    'Thời điểm đánh giá',
    'Kết quả thực hiện kế hoạch',
    'Ghi chú của Hội đồng',
  ])('%s is passed over', (header) => {
    expect(points(beside(header))).toBe(600);
    expect(found(beside(header))).toEqual([]);
  });

  it.each(['Số hồ sơ được duyệt', 'Số đề tài được công nhận', 'Số hồ sơ thẩm định'])('%s is a note', (header) => {
    expect(points(beside(header))).toBe(600);
    expect(found(beside(header))).toEqual(['column.unread Phiếu!E2']);
  });
});
