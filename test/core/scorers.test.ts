/** Who gives points: words that begin like a unit's are none of one, and those of units stay units. */
import { expect, it } from 'vitest';
import { book, run, sheet } from '#test/support/book';

const unitsOf = (one: string, two: string): string[] =>
  run(
    book(
      sheet('TH', [
        ['TT', 'Chỉ số', 'Điểm tối đa', one, two],
        ['1', 'Một cửa', 600, 500, 500],
        ['2', 'Hồ sơ', 400, 300, 310],
      ]),
    ),
  ).groups.flatMap(({ ranking }) => ranking.map(({ unit }) => unit));

it.each([
  'Hội đồng thi đua',
  'Tổ thẩm định',
  'Tổ giúp việc',
  'Ban giám khảo',
  'Đoàn kiểm tra',
  'Đoàn giám sát',
  'Phòng chấm',
  'Sở thẩm định',
  'Cơ quan chủ trì',
  'Thường trực Hội đồng',
])('%s scores, and is no unit', (body) => {
  expect(unitsOf('Xã A', body)).not.toContain(body);
});

it.each(['Hội Nông dân', 'Ban Dân tộc', 'Đoàn Thanh niên', 'Phòng Nội vụ', 'Sở Y tế', 'Tổ 1'])(
  '%s is a unit',
  (unit) => {
    expect(unitsOf('Xã A', unit).sort()).toEqual(['Xã A', unit].sort());
  },
);
