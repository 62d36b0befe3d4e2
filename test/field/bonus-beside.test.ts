/** Điểm thưởng tối đa beside Điểm tối đa, Điểm thưởng beside each score: the bonus of its indicator, within a maximum of its own. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { book, found, ranking, run, sheet, type Rows } from '#test/support/book';
import { readWorkbook } from '#xlsx/index';

type Row = Rows[number];
const points = (picture: Parameters<typeof run>[0]) =>
  Object.fromEntries(Object.entries(ranking(picture)).map(([unit, [value]]) => [unit, value]));

const HEADS = [
  'Điểm tối đa',
  'Điểm thưởng tối đa',
  'Điểm đề xuất',
  'Điểm thưởng đề xuất',
  'Điểm thẩm định',
  'Điểm thưởng',
];
const form = (unit: string, heads: Row, rows: Row[]) =>
  sheet(unit, [[`Đơn vị: ${unit}`], ['TT', 'Nội dung tiêu chí', ...heads], ...rows]);
const SUM: Row = [null, 'Tổng cộng', 100, 2, 95, 2, 90, 1];
const one = (heads: Row) =>
  book(form('Xã A', heads, [['1', 'Giám sát', 8, 2, 7, 2, 6, 1], ['2', 'Phản biện', 92, 0, 88, 0, 84, 0], SUM]));

describe('B01', () => {
  const picture = readWorkbook(readFileSync('test/field/B01.xlsx')).picture;

  it('counts the bonus of each unit outside Tổng điểm, and the typed sums of the scores agree', () => {
    expect(points(picture)).toEqual({ 'Phường Tân A': 97, 'Xã B': 96 });
    expect(run(picture).groups[0]!.ranking.map(({ maximum }) => maximum)).toEqual([100, 100]);
    expect(found(picture)).toEqual([]);
  });

  it('shows it as an indicator of its own, beside the other', () => {
    const [best] = run(picture).groups[0]!.ranking;
    expect(best!.entries['1+']).toMatchObject({ self: 1.5, verified: 1.5, official: 1.5, source: 'A!H3' });
    expect(best!.entries['2+']).toBeUndefined();
  });
});

describe('other words', () => {
  it.each([
    [['Điểm chuẩn', 'Điểm thưởng chuẩn', 'Tự chấm', 'Điểm thưởng tự chấm', 'Thẩm định', 'Điểm thưởng thẩm định']],
    [['Điểm tối đa', 'Điểm cộng tối đa', 'Điểm tự chấm', 'Điểm cộng tự chấm', 'Điểm thẩm định', 'Điểm cộng']],
    [['Điểm tối đa', 'Thưởng tối đa', 'Điểm tự đánh giá', 'Thưởng tự đánh giá', 'Điểm thẩm định', 'Thưởng thẩm định']],
    [
      [
        'Thang điểm',
        'Thang điểm thưởng',
        'Điểm tự chấm',
        'Điểm thưởng đơn vị tự chấm',
        'Điểm hội đồng thẩm định',
        'Điểm thưởng hội đồng thẩm định',
      ],
    ],
    [
      [
        'Điểm tối đa',
        'Điểm tối đa (điểm thưởng)',
        'Điểm tự chấm',
        'Điểm tự chấm (điểm thưởng)',
        'Điểm thẩm định',
        'Điểm thẩm định (thưởng)',
      ],
    ],
  ])('%s', (heads) => {
    expect(points(one(heads))).toEqual({ 'Xã A': 91 });
    expect(found(one(heads))).toEqual([]);
  });

  it('Điểm | Điểm thưởng under Tự chấm and Thẩm định', () => {
    const picture = book(
      sheet('Xã A', [
        ['Đơn vị: Xã A'],
        ['TT', 'Nội dung tiêu chí', 'Điểm tối đa', 'Điểm thưởng tối đa', 'Tự chấm', null, 'Thẩm định', null],
        [null, null, null, null, 'Điểm', 'Điểm thưởng', 'Điểm', 'Điểm thưởng'],
        ['1', 'Giám sát', 8, 2, 7, 2, 6, 1],
        ['2', 'Phản biện', 92, 0, 88, 0, 84, 0],
        SUM,
      ]),
    );
    picture.sheets[0]!.merges = [4, 6].map((left) => ({ top: 1, left, bottom: 1, right: left + 1 }));
    expect(points(picture)).toEqual({ 'Xã A': 91 });
    expect(found(picture)).toEqual([]);
  });
});

describe('what is wrong', () => {
  it('more than the maximum is told at its cell, and counts as the maximum', () => {
    const picture = book(
      form('Xã A', HEADS, [
        ['1', 'Giám sát', 8, 2, 7, 2, 6, 5],
        ['2', 'Phản biện', 92, 0, 88, 0, 84, 0],
      ]),
    );
    expect(found(picture)).toContain('points.above-maximum Xã A!H3');
    expect(points(picture)).toEqual({ 'Xã A': null });
  });

  it('bonus points where there is no maximum for any are told', () => {
    const picture = book(
      form('Xã A', HEADS, [
        ['1', 'Giám sát', 8, 2, 7, 2, 6, 1],
        ['2', 'Phản biện', 92, 0, 88, 0, 84, 3],
      ]),
    );
    expect(found(picture)).toContain('points.above-maximum Xã A!H4');
  });

  it('in a form whose set, another’s, has no such bonus they are told, and the unit has no rank', () => {
    const first = form('Xã A', HEADS, [
      ['1', 'Giám sát', 8, 2, 7, 2, 6, 1],
      ['2', 'Phản biện', 92, 0, 88, 0, 84, 0],
    ]);
    const second = form('Xã B', HEADS, [
      ['1', 'Giám sát', 8, 2, 7, 2, 6, 1],
      ['2', 'Phản biện', 92, 0, 88, 0, 84, 3],
    ]);
    const told = found(book(first, second));
    expect(told.some((one) => one.endsWith('Xã B!H4'))).toBe(true);
    expect(points(book(first, second))).toMatchObject({ 'Xã B': null });
  });

  it('a form without any such column is ranked with those that have them', () => {
    const plain = form(
      'Xã B',
      ['Điểm tối đa', 'Điểm đề xuất', 'Điểm thẩm định'],
      [
        ['1', 'Giám sát', 8, 7, 6],
        ['2', 'Phản biện', 92, 88, 85],
      ],
    );
    const rich = form('Xã A', HEADS, [
      ['1', 'Giám sát', 8, 2, 7, 2, 6, 2],
      ['2', 'Phản biện', 92, 0, 88, 0, 84, 0],
    ]);
    for (const picture of [book(plain, rich), book(rich, plain)])
      expect(ranking(picture)).toEqual({ 'Xã A': [92, 1], 'Xã B': [91, 2] });
  });

  it('a typed sum that is not ours is still told', () => {
    const rows: Row[] = [
      ['1', 'Giám sát', 8, 2, 7, 2, 6, 1],
      ['2', 'Phản biện', 92, 0, 88, 0, 84, 0],
      [null, 'Tổng cộng', 100, 2, 95, 2, 91, 1],
    ];
    expect(found(book(form('Xã A', HEADS, rows)))).toEqual(['points.total-differs Xã A!G5']);
  });

  it('two columns of bonus points for one score stay told, and block', () => {
    const heads = [...HEADS, 'Điểm thưởng thẩm định'];
    const picture = book(
      form('Xã A', heads, [
        ['1', 'Giám sát', 8, 2, 7, 2, 6, 1, 2],
        ['2', 'Phản biện', 92, 0, 88, 0, 84, 0, 0],
      ]),
    );
    expect(found(picture)).toContain('column.unread Xã A!H2');
    expect(points(picture)).toEqual({ 'Xã A': null });
  });

  it('without a maximum for it, Điểm thưởng beside a score is nobody’s guess', () => {
    const picture = book(
      form(
        'Xã A',
        ['Điểm tối đa', 'Điểm thẩm định', 'Điểm thưởng'],
        [
          ['1', 'Giám sát', 8, 6, 1],
          ['2', 'Phản biện', 92, 84, 0],
        ],
      ),
    );
    expect(found(picture)).toContain('column.unread Xã A!E2');
  });
});
