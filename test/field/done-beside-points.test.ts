/** "Số lượng | Điểm" under "Tự đánh giá" and "Thẩm định": what was done stands beside the points for it. */
import { describe, expect, it } from 'vitest';
import { book, run, sheet, type Rows } from '#test/support/book';

const MERGES = [
  { top: 1, bottom: 1, left: 3, right: 4 },
  { top: 1, bottom: 1, left: 5, right: 6 },
  ...[0, 1, 2].map((column) => ({ top: 1, bottom: 2, left: column, right: column })),
];
/** `turned`: the points stand on the left. */
const form = (done: string, points: string, over = ['Tự đánh giá', 'Thẩm định'], turned = false) => {
  const pair = <T>(one: T, other: T): T[] => (turned ? [other, one] : [one, other]);
  const rows: Rows = [
    ['Tên đơn vị: Xã A'],
    ['Mã', 'Chỉ số', 'Điểm tối đa', over[0], null, over[1], null],
    [null, null, null, ...pair(done, points), ...pair(done, points)],
    ['1', 'Một', 600, ...pair(720, 520), ...pair(710, 500)],
    ['2', 'Hai', 400, ...pair(490, 330), ...pair(480, 300)],
  ];
  return book(sheet('Xã A', rows, { merges: MERGES }));
};
const points = (picture: ReturnType<typeof form>) => {
  const [unit] = run(picture).groups[0]!.ranking;
  return [unit!.points, ...Object.values(unit!.entries).flatMap(({ self, verified }) => [self, verified])];
};
const told = (picture: ReturnType<typeof form>) =>
  run(picture).findings.map(({ severity, id, cell }) => `${severity} ${id} ${cell}`);
const READ = [800, 520, 500, 330, 300];
const NOTES = ['note column.unread D3', 'note column.unread F3'];

describe('what was done beside the points for it', () => {
  it.each([
    ['Số lượng', 'Điểm'],
    ['Kết quả', 'Điểm'],
    ['Giá trị', 'Điểm số'],
    ['Giá trị đạt', 'Điểm'],
    ['Kết quả thực hiện', 'Điểm chấm'],
    ['Khối lượng', 'Số điểm'],
    ['SL', 'Điểm đạt'],
    ['Số hồ sơ', 'Điểm đạt được'],
  ])('%s | %s', (done, score) => {
    expect(points(form(done, score))).toEqual(READ);
    expect(told(form(done, score))).toEqual(NOTES);
  });

  it.each(['Tỷ lệ', 'Tỷ lệ (%)', 'Tỷ lệ đạt'])('%s is left alone as everywhere', (done) => {
    expect(points(form(done, 'Điểm'))).toEqual(READ);
    expect(told(form(done, 'Điểm'))).toEqual([]);
  });

  it('under longer words, and with the points on the left', () => {
    expect(points(form('Kết quả', 'Điểm', ['Xã tự chấm', 'Kết quả thẩm định của Sở']))).toEqual(READ);
    const turned = form('Số lượng', 'Điểm', undefined, true);
    expect(points(turned)).toEqual(READ);
    expect(told(turned)).toEqual(['note column.unread E3', 'note column.unread G3']);
  });

  it('what says points, or who gives them, is still asked', () => {
    for (const word of ['Kết quả chấm', 'Điểm cộng', 'Lần 1'])
      expect(told(form(word, 'Điểm')).some((one) => one.startsWith('error column.'))).toBe(true);
  });
});
