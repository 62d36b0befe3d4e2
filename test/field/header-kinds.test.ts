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
    'Verified score',
    'Điểm thẩm định / Verified score',
    'Điểm (Verified)',
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
    'Điểm thẩm định / Self score',
    'Điểm Hội đồng chấm / Self-assessed score',
    'Verified score (change)',
  ])('%s is told and blocks', (header) => {
    expect(errors(beside(header))).toEqual(['column.unread Phiếu!E2']);
    expect(points(beside(header))).toBe(null);
  });
});

describe('bodies and words of other languages may decide', () => {
  it.each([
    'Final score',
    'Score of the committee',
    'HĐTĐ',
    'ĐTĐ',
    'Thường trực',
    'Bình xét',
    'Phòng Nội vụ',
    'Thưởng',
  ])('%s is told and blocks', (header) => {
    expect(errors(beside(header))).toEqual(['column.unread Phiếu!E2']);
    expect(points(beside(header))).toBe(null);
  });
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

const over = (top: number, left: number, right: number, bottom = top) => ({ top, bottom, left, right });
const blocked = (picture: Picture): boolean => Object.values(ranking(picture)).every(([value]) => value === null);

describe('points merged over bodies', () => {
  const form = (title: string, x: string, y: string): Picture =>
    book(
      sheet(
        'Phiếu',
        [
          ['Tên đơn vị: Xã A'],
          ['STT', 'Tiêu chí', 'Điểm chuẩn', title, null, 'Ghi chú'],
          [null, null, null, x, y],
          ['1', 'Một cửa', 600, 600, 500],
          ['2', 'Hồ sơ', 400, 400, 300],
        ],
        { merges: [over(1, 3, 4), ...[0, 1, 2, 5].map((column) => over(1, column, column, 2))] },
      ),
    );
  const bodies = [
    ['Đơn vị', 'Sở'],
    ['Xã', 'Tỉnh'],
    ['Đơn vị', 'Hội đồng'],
    ['UBND xã', 'UBND tỉnh'],
    ['Đơn vị', 'Phòng Nội vụ'],
    ['Tự chấm', 'Sở'],
  ] as const;
  const titles = ['Điểm chấm', 'Điểm đạt được', 'Kết quả', 'Số điểm', 'Điểm thẩm định'];

  it.each(titles.flatMap((title) => bodies.map(([x, y]) => [title, x, y])))('%s: %s, %s', (title, x, y) => {
    expect(points(form(title!, x!, y!))).toBe(800);
    expect(found(form(title!, x!, y!))).toEqual([]);
  });

  it.each([
    ['Sở', 'Tỉnh'],
    ['Đơn vị', 'Chủ tịch huyện và xã'],
  ])('%s, %s: nobody knows which decides', (x, y) => {
    expect(errors(form('Điểm chấm', x, y))).not.toEqual([]);
    expect(blocked(form('Điểm chấm', x, y))).toBe(true);
  });
});

describe('figures under an empty header', () => {
  const form = (headers: (string | null)[], ...rows: (number | null)[][]): Picture =>
    book(
      sheet('Phiếu', [
        ['Tên đơn vị: Xã A'],
        ['Mã', 'Chỉ số', 'Điểm tối đa', ...headers],
        ['1.1', 'Một cửa', 600, ...rows[0]!],
        ['1.2', 'Hồ sơ', 400, ...rows[1]!],
      ]),
    );
  const matrix = (headers: (string | null)[], ...rows: (number | null)[][]): Picture =>
    book(
      sheet('Bảng điểm', [
        ['TT', 'Đơn vị', ...headers],
        [null, 'Điểm tối đa', ...rows[0]!],
        [1, 'Xã A', ...rows[1]!],
        [2, 'Xã B', ...rows[2]!],
        [3, 'Xã C', ...rows[3]!],
      ]),
    );
  const cross = (...last: number[]): Picture =>
    book(
      sheet('TH', [
        ['Mã', 'Chỉ số', 'Điểm tối đa', 'Xã A', 'Xã B', null],
        ['1', 'a', 600, 500, 490, last[0]!],
        ['2', 'b', 400, 300, 390, last[1]!],
      ]),
    );

  it.each([
    ['beside a form', beside(null), 'Phiếu!E2'],
    ['inside a form', form(['Điểm tự chấm', null, 'Ghi chú'], [600, 500, null], [400, 300, null]), 'Phiếu!E2'],
    [
      'inside a matrix',
      matrix(['1.1', null, '1.2'], [600, null, 400], [500, 50, 300], [400, 90, 300], [1, 0, 2]),
      'Bảng điểm!D1',
    ],
    ['beside a bảng ngang', cross(480, 380), 'TH!F1'],
  ])('%s are told and block', (_, picture, cell) => {
    expect(errors(picture)).toEqual([`column.unread ${cell}`]);
    expect(blocked(picture)).toBe(true);
  });

  it('under a merged header without words of its own', () => {
    const picture = book(
      sheet(
        'Phiếu',
        [
          ['Tên đơn vị: Xã A'],
          ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định', null, 'Ghi chú'],
          ['1', 'Một cửa', 600, 600, 500],
          ['2', 'Hồ sơ', 400, 400, 300],
        ],
        { merges: [over(1, 3, 4)] },
      ),
    );
    expect(errors(picture)).toEqual(['column.unread Phiếu!E2']);
    expect(blocked(picture)).toBe(true);
  });

  it.each([
    ['differences', form(['Điểm tự chấm', 'Điểm thẩm định', null], [600, 500, -100], [400, 300, -100])],
    ['shares', form(['Điểm tự chấm', 'Điểm thẩm định', null], [600, 500, 83.3], [400, 300, 75])],
    ['the same again', form(['Điểm thẩm định', null], [500, 500], [300, 300])],
    ['sums of a matrix', matrix(['1.1', '1.2', null], [600, 400, null], [500, 300, 800], [400, 300, 700], [1, 2, 3])],
    ['ranks of a matrix', matrix(['1.1', '1.2', null], [600, 400, null], [500, 300, 1], [400, 300, 2], [1, 2, 3])],
    ['the best of a bảng ngang', cross(500, 390)],
  ])('%s are helpers: nothing is said', (_, picture) => {
    expect(found(picture)).toEqual([]);
    expect(blocked(picture)).toBe(false);
  });

  it('figures beyond the maxima are a note', () => {
    const picture = form(['Điểm thẩm định', null], [500, 1200], [300, 90]);
    expect(found(picture)).toEqual(['column.unread Phiếu!E2']);
    expect(points(picture)).toBe(800);
  });
});
