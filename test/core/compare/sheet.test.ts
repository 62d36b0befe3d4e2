/** The sheet So sánh: what a person reads, where its links lead, and that the workbook's next run takes it for ours. */
import { describe, expect, it } from 'vitest';
import { read } from '#core/read/index';
import { scoreWorkbook } from '#core/commands/score';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { planFault } from '#core/workbook/plan-check';
import type { Plan, SheetPlan } from '#core/workbook/plan';
import { book, sheet } from '#test/support/book';
import { bookOf, diffOf, type Parts } from './books.ts';

const PARTS: Parts = {
  set: [
    ['1.1', 'Hồ sơ trực tuyến', 20, 'a/b', 'loại', null],
    ['1.2', 'Chuyên đề', 10, 'Chấm điểm', null, null],
  ],
  units: [
    ['Xã Phú Hòa', 'X1', 'Xã'],
    ['Xã Lộc Thành', 'X2', 'Xã'],
  ],
  data: [
    ['Xã Phú Hòa', '1.1', 8, 10, null, null, null, null],
    ['Xã Phú Hòa', '1.2', null, null, null, 7, null, null],
    ['Xã Lộc Thành', '1.1', 5, 10, null, null, null, null],
    ['Xã Lộc Thành', '1.2', null, null, null, 9, null, null],
  ],
};
const OTHER: Parts = {
  set: [PARTS.set[0]!.map((cell) => (cell === 20 ? 24 : cell)), PARTS.set[1]!],
  units: [PARTS.units[0]!, ['Xã Lộc Thạnh', 'X3', 'Xã']],
  data: [
    ['Xã Phú Hòa', '1.1', 6, 10, null, null, null, null],
    ...PARTS.data.slice(1, 2),
    ['Xã Lộc Thạnh', '1.1', 10, 10, null, null, null, null],
  ],
  settings: { 'Đồng hạng': '1223', 'Làm tròn': 'tổng' },
};

const textsOf = ({ rows }: SheetPlan): string[] =>
  rows.map(({ cells }) =>
    cells
      .map((cell) => cell?.value ?? '')
      .join(' | ')
      .replace(/[ |]+$/, ''),
  );
const sheetOf = (plan: Plan): SheetPlan => plan.sheets[0]!;

/** A picture with a plan's sheets in it, as a workbook has them after it was written. */
function written(picture: Picture, plan: Plan): Picture {
  const ours = plan.sheets.map(({ name, rows, visibility }) =>
    sheet(
      name,
      rows.map(({ cells }) => cells.map((cell): Cell => cell?.value ?? null)),
      { visibility },
    ),
  );
  const names = new Set(ours.map(({ name }) => name));
  return book(...picture.sheets.filter(({ name }) => !names.has(name)), ...ours);
}

describe('what differs', () => {
  const { plan } = diffOf(bookOf(PARTS), bookOf(OTHER));

  it('says who moved and why, units, set, settings and cells', () => {
    expect(textsOf(sheetOf(plan))).toMatchInlineSnapshot(`
      [
        "SO SÁNH",
        "Nghìn Điểm · chưa có bộ chỉ số · không ghi kỳ · 24/11/2026 17:00 · test",
        "Bản cũ: cu.xlsx · Bản mới: moi.xlsx",
        "3 đơn vị đổi điểm hoặc hạng · 1 ô số liệu khác · 1 thay đổi của bộ chỉ số · 2 thiết lập khác",
        "",
        "Điểm và hạng đã đổi (3)",
        "Vì sao: mức tăng, giảm điểm chính thức của từng chỉ số, lớn nhất đứng trước; cộng lại đúng bằng mức thay đổi tổng điểm. Điểm trừ ghi dấu âm.",
        "Đơn vị | Hạng cũ | Hạng mới | Tăng/giảm bậc | Điểm cũ | Điểm mới | Thay đổi | Vì sao",
        "Xã Lộc Thạnh |  | 1 |  |  | 24 |  | Bản cũ không có đơn vị này hoặc chưa có điểm.",
        "Xã Phú Hòa | 1 | 2 | ▼ 1 | 23 | 21.4 | -1.6 | 1.1: −1,60",
        "Xã Lộc Thành | 2 |  |  | 19 |  |  | Bản mới không có đơn vị này hoặc chưa có điểm.",
        "",
        "Đơn vị thêm, bớt (2)",
        "Đơn vị | Nội dung | Nhóm",
        "Xã Lộc Thạnh | thêm | Xã |  |  | Tên gần nhất ở bản kia: Xã Lộc Thành",
        "Xã Lộc Thành | không còn | Xã |  |  | Tên gần nhất ở bản kia: Xã Lộc Thạnh",
        "",
        "Bộ chỉ số đã đổi (1)",
        "Mã | Nội dung | Cũ |  |  | Mới",
        "1.1 | Điểm tối đa | 20 |  |  | 24",
        "",
        "Thiết lập đã đổi (2)",
        "Thiết lập |  | Cũ |  |  | Mới",
        "Làm tròn |  | từng chỉ số |  |  | tổng",
        "Đồng hạng |  | 1224 |  |  | 1223",
        "",
        "Ô số liệu khác (1)",
        "Đơn vị | Chỉ số | Cột | Cũ | Mới | Ô cũ | Ô mới",
        "Xã Phú Hòa | 1.1 | a | 8 | 6 | 'Số liệu'!C2 | 'Số liệu'!C2",
      ]
    `);
  });

  it('is a plan that every host can write, of our sheet and the list alone', () => {
    expect(planFault(plan)).toBeNull();
    expect(plan.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['So sánh', 'visible'],
      ['_nghin_diem', 'hidden'],
    ]);
  });

  it('links to the cells of the new workbook alone, to both where periods of one are compared', () => {
    const linksOf = ({ rows }: SheetPlan): string[] =>
      rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => (cell?.link === undefined ? [] : [`${cell.link.sheet}!${cell.link.cell}`])),
      );
    expect(linksOf(sheetOf(plan))).toEqual(['Số liệu!C2']);
    const rows = ['2026-Q1', '2026-Q2'].map((period, at): Cell[] => ['Xã Phú Hòa', '1.1', 4 + at, 10, period]);
    const both = book(
      ...bookOf(PARTS).sheets.filter(({ name }) => name !== 'Số liệu'),
      sheet('Số liệu', [['Đơn vị', 'Mã chỉ số', 'a', 'b', 'Kỳ'], ...rows]),
    );
    const periods = diffOf(both, both, { old: '2026-Q1', now: '2026-Q2' });
    expect(linksOf(sheetOf(periods.plan))).toEqual(['Số liệu!C2', 'Số liệu!C3']);
  });

  it('in English every word is English but keys, rules and names', () => {
    const { plan: english } = diffOf(bookOf(PARTS), bookOf(OTHER), {}, 'en');
    expect(textsOf(sheetOf(english)).join('\n')).toContain('Places up/down');
    expect(textsOf(sheetOf(english)).join('\n')).not.toMatch(/Bản cũ|Thay đổi|Hạng/);
  });
});

it('says so where nothing differs', () => {
  const { plan } = diffOf(bookOf(PARTS), bookOf(PARTS));
  expect(textsOf(sheetOf(plan)).slice(2)).toEqual(['Bản cũ: cu.xlsx · Bản mới: moi.xlsx', 'Không có gì khác.']);
});

it('is ours: never read, replaced by the next comparison, kept in the list by the next score', () => {
  const picture = bookOf(OTHER);
  const once = written(picture, diffOf(bookOf(PARTS), picture).plan);
  const skipped = read(once, { language: 'vi' }).recognised.filter((item) => item.skipped === 'own');
  expect(skipped.map((item) => once.sheets[item.sheet]!.name)).toContain('So sánh');
  expect(diffOf(bookOf(PARTS), once).plan.sheets.map(({ name }) => name)).toEqual(['So sánh', '_nghin_diem']);
  const scored = scoreWorkbook(once, { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' });
  const state = scored.plan.sheets.find(({ name }) => name === '_nghin_diem')!;
  expect(textsOf(state).join('\n')).toContain('sheet | So sánh');
  expect(scored.plan.sheets.some(({ name }) => name === 'So sánh')).toBe(false);
});

it('leaves a sheet of the person that is called So sánh alone', () => {
  const picture = book(...bookOf(OTHER).sheets, sheet('So sánh', [['Ghi chép của tôi']]));
  expect(sheetOf(diffOf(bookOf(PARTS), picture).plan).name).toBe('So sánh (Nghìn Điểm)');
});
