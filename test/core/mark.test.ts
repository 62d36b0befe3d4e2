/** What makes a workbook look edited: what is typed and what is read as input, not a clock and not a look at our own ranking. */
import { describe, expect, it } from 'vitest';
import { userFingerprint, writeMark } from '#core/read/mark';
import { summaryView } from '#core/view/summary';
import { scoreWorkbook } from '#core/commands/score';
import { markHolds } from '#core/workbook/fingerprint';
import type { Cell, Scalar } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { book, sheet } from '#test/support/book';

const formula = (value: Scalar): Cell => ({ value, formula: true });
const clock = (value: number): Cell => ({ value, kind: 'date', format: 'dd/mm/yyyy', formula: true });

interface Results {
  now?: number;
  look?: Scalar;
  figure?: number;
  unit?: string;
  title?: string;
  typed?: string;
}

/** A person's workbook with formulas in all sorts of places; only some of them are input. */
function picture({
  now = 46000,
  look = 1,
  figure = 8,
  unit = 'Sở Y tế',
  title = 'x',
  typed = 'y',
}: Results = {}): Picture {
  return book(
    sheet('Bộ', [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'Ghi chú'],
      ['1', 'Một', 600, 'a/b', formula(look)],
      ['2', 'Hai', 400, 'Chấm điểm'],
    ]),
    sheet('Phiếu', [
      [clock(now)],
      [formula(`Đơn vị: ${unit}`), null, formula(title)],
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'a', 'b', 'Điểm thẩm định', 'Ghi chú'],
      ['1', 'Một', 600, formula(figure), 10, null, formula(look)],
      ['2', 'Hai', 400, null, null, 300, clock(now)],
      ['Tổng', null, 1000, null, null, null],
    ]),
    sheet('Bảng tin', [
      ['Đứng đầu:', formula(look), typed],
      ['In lúc', clock(now)],
    ]),
    sheet('Tóm tắt', [
      ['TT', 'Đơn vị', 'Tổng điểm', 'Hạng'],
      [1, formula(String(look)), formula(look), formula(look)],
    ]),
  );
}

describe.each([
  ['a clock', { now: 46001.5 }, true],
  ['a look at our ranking, in and beside tables', { look: 'Sở Tài chính' }, true],
  ['a title above a form that is no unit', { title: 'Ngày in 2/1/2026' }, true],
  ['a figure that is worked out', { figure: 9 }, false],
  ['whose form it is', { unit: 'Sở Xây dựng' }, false],
  ['anything typed', { typed: 'z' }, false],
] as const)('%s', (_, change, same) => {
  it(`${same ? 'leaves' : 'changes'} the mark`, () => {
    const [before, after] = [picture(), picture(change)];
    expect(userFingerprint(after) === userFingerprint(before)).toBe(same);
    expect(markHolds(writeMark(before), after)).toBe(same);
    expect(markHolds(writeMark(before), picture())).toBe(true);
  });
});

it('a formula that looks at our ranking does not make the ranking old', () => {
  const options = { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' } as const;
  const { plan } = scoreWorkbook(picture(), options);
  const ours = plan.sheets.map((made) =>
    sheet(
      made.name,
      made.rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null)),
      { visibility: made.visibility },
    ),
  );
  const state = (change: Results): string =>
    summaryView(scoreWorkbook(book(...picture(change).sheets, ...ours), options), 'vi').ranking;
  expect(state({ look: 'khác', now: 47000 })).toBe('current');
  expect(state({ figure: 7 })).toBe('old');
});
