/** What each host tells when no unit has a rank: never "0 lỗi" alone, never a green tick. docs/nothing-ranked.md lists it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import type { NothingRanked } from '#core/score/nothing';
import { summaryView } from '#core/view/summary';
import type { Picture } from '#core/workbook/picture';
import { book, resultOf, sheet, type Rows } from '#test/support/book';
import { sayAny } from '#test/support/words';

const SET: Rows = [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
  ['1', 'Một', 600, 'a/b'],
  ['2', 'Hai', 400, 'Chấm điểm'],
];
const set = sheet('Bộ chỉ số', SET);
const other = sheet('Bộ khác', [SET[0]!, ['1', 'Khác', 500, 'a/b'], ['2', 'Khác nữa', 500, 'Chấm điểm']]);
const units = (ranked = 'Có'): ReturnType<typeof sheet> =>
  sheet('Đơn vị', [
    ['Tên đơn vị', 'Nhóm', 'Xếp hạng'],
    ['Xã A', 'Xã', ranked],
    ['Xã B', 'Xã', ranked],
  ]);
const HEAD = ['Đơn vị', 'Mã chỉ số', 'a', 'b', 'Điểm thẩm định'];
const figures = (a: number | string | null, points: number | string | null): Rows => [
  HEAD,
  ...['Xã A', 'Xã B'].flatMap((unit): Rows => [
    [unit, '1', a, a === null ? null : 10],
    [unit, '2', null, null, points],
  ]),
];
const form = (points: number | null): Rows => [
  ['Đơn vị: Xã A'],
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
  ['1', 'Một', 600, points],
  ['2', 'Hai', 400, null],
];

/** Situation, workbook, why (summary.nothing), the finding that says it. */
const CASES: [string, Picture, NothingRanked, string][] = [
  ['Không có bộ chỉ số', book(sheet('Báo cáo', [['Kinh phí', 120]])), 'no-set', 'framework.none'],
  ['Có bộ chỉ số, không có đơn vị', book(set), 'no-unit', 'data.none Bộ chỉ số!A1'],
  ['Có bộ chỉ số và đơn vị, không có bảng số liệu', book(set, units()), 'no-figure', 'data.none Bộ chỉ số!A1'],
  [
    'Bảng số liệu để trống',
    book(set, units(), sheet('Số liệu', figures(null, null))),
    'no-figure',
    'data.none Bộ chỉ số!A1',
  ],
  ['Phiếu để trống, không có danh sách đơn vị', book(sheet('Phiếu', form(null))), 'no-figure', 'data.none Phiếu!A2'],
  [
    'Số liệu chỉ có ở trang ẩn',
    book(set, units(), sheet('Số liệu', figures(8, 300), { visibility: 'hidden' })),
    'hidden',
    'data.none Bộ chỉ số!A1',
  ],
  [
    'Mọi đơn vị đều bị chặn',
    book(set, units(), sheet('Số liệu', figures('tám', 300))),
    'blocked',
    'value.not-a-number Số liệu!C2',
  ],
  ['Mọi đơn vị ghi Xếp hạng = Không', book(set, units('Không'), sheet('Số liệu', figures(8, 300))), 'unranked', ''],
  [
    'Nhiều bộ chỉ số, chưa rõ số liệu thuộc bộ nào',
    book(set, other, sheet('Số liệu', figures(8, 300))),
    'several',
    'framework.several Số liệu!B1',
  ],
];

const run = (picture: Picture, language: 'vi' | 'en' = 'vi'): ReturnType<typeof scoreWorkbook> =>
  scoreWorkbook(picture, { language, at: '2026-11-24T17:00:00+07:00', version: 'test' });

describe.each(CASES)('%s', (situation, picture, nothing, told) => {
  const outcome = run(picture);
  const errors = resultOf(outcome).findings.filter(({ severity }) => severity === 'error');

  it('the view says why, and no unit has a rank', () => {
    expect(summaryView(outcome, 'vi').nothing).toBe(nothing);
    expect(
      resultOf(outcome)
        .groups.flatMap(({ ranking }) => ranking)
        .filter(({ rank }) => rank !== null),
    ).toEqual([]);
  });

  it('the headless command does not end as if all were well', () => {
    const said = errors.map(({ id, sheet: name, cell }) => (cell === null ? id : `${id} ${name}!${cell}`));
    if (told === '') expect(errors).toEqual([]);
    else expect(said).toContain(told);
  });

  it.each(['vi', 'en'] as const)('has its words: %s', (language) => {
    expect(sayAny({ id: `pane.nothing-${nothing}`, args: {} }, language).length).toBeGreaterThan(30);
    for (const { message } of resultOf(run(picture, language)).findings)
      expect(message).not.toMatch(/\{\w+\}|undefined|null/);
  });

  it('stands in the table', () => {
    const exit = errors.length > 0 ? 1 : 0;
    const words = sayAny({ id: `pane.nothing-${nothing}`, args: {} }, 'vi');
    const finding = told === '' ? '–' : `\`${told.split(' ')[0]}\``;
    expect(readFileSync('docs/nothing-ranked.md', 'utf8')).toContain(
      `| ${situation} | ${finding} | ${exit} | ${words} |`,
    );
  });
});

it('a workbook in which one unit has a rank says nothing of the kind', () => {
  const outcome = run(book(set, units(), sheet('Số liệu', figures(8, 300))));
  expect(summaryView(outcome, 'vi').nothing).toBeNull();
  expect(resultOf(outcome).findings).toEqual([]);
  // A form with one figure is data; so is a unit that nobody listed.
  expect(summaryView(run(book(sheet('Phiếu', form(500)))), 'vi').nothing).toBeNull();
});

it('a unit of which nothing is there is no finding of the whole workbook', () => {
  const rows = figures(8, 300).slice(0, 3);
  const ids = resultOf(run(book(set, units(), sheet('Số liệu', rows)))).findings.map(({ id }) => id);
  expect(ids).toEqual(['unit.missing']);
});
