/** The verb "try it": sheets of a small sample with synthetic figures, for a workbook that has nothing to score yet. */
import { toNumber } from '../exact/exact.ts';
import type { FigureName, Indicator } from '../framework/framework.ts';
import { needsOf } from '../framework/rules/index.ts';
import { builtInSet } from '../framework/sets/index.ts';
import type { Scalar } from '../workbook/cell.ts';
import type { Plan } from '../workbook/plan.ts';
import type { Picture } from '../workbook/picture.ts';
import { writeMark } from '../write/index.ts';
import { plainSheet, SET_HEADER, SET_WIDTHS, setRows, type PlainTable } from './plain-sheets.ts';

const UNITS = ['Nội vụ', 'Tài chính', 'Xây dựng', 'Y tế', 'Tư pháp', 'Công Thương'].map(
  (name) => `Sở ${name} (giả lập)`,
);
const NOTE = 'Số liệu giả lập để dùng thử, không phải số liệu của đơn vị nào.';

/** The same figures every time: a small linear congruence. */
function dice(seed: number): (low: number, high: number) => number {
  let state = seed;
  return (low, high) => {
    state = (state * 4096 + 150889) % 714025;
    return low + Math.floor((state / 714025) * (high - low + 1));
  };
}

function figures(indicator: Indicator, roll: (low: number, high: number) => number): (Scalar | null)[] {
  const found: Partial<Record<FigureName, number>> = {};
  const { rule } = indicator;
  let choice: string | null = null;
  let verified: number | null = null;
  const level = roll(55, 95);
  if (rule === null || rule.kind === 'judged')
    verified = Math.round((indicator.maximum === null ? 0 : toNumber(indicator.maximum)) * level) / 100;
  else {
    const needs = needsOf(rule);
    for (const pair of needs.pairs) {
      const whole = roll(40, 900);
      found[pair.whole] = whole;
      found[pair.part] = Math.floor((whole * level) / 100);
    }
    for (const name of needs.rates) found[name] ??= level / 100;
    for (const name of needs.figures) found[name] ??= rule.kind === 'deduction' ? roll(0, 2) : roll(1, 12);
    if (needs.choice === 'yes-no') choice = level > 65 ? 'Có' : 'Không';
    else if (needs.choice === 'choice') choice = needs.labels[roll(0, needs.labels.length - 1)] ?? null;
    else if (needs.choice === 'parts') choice = level > 75 ? needs.labels.join('; ') : (needs.labels[0] ?? null);
  }
  return [found.a ?? null, found.b ?? null, found.c ?? null, found.d ?? null, choice, verified];
}

/** @returns the sample for a workbook that was read; `expected` is the mark of what it was read as. */
export function sampleFor(picture: Picture): { plan: Plan; expected: string } {
  return { plan: samplePlan(picture.sheets.map(({ name }) => name)), expected: writeMark(picture) };
}

/** @returns the plan of the sample's sheets; `existing` are names it must not take. One figure is a text, to show a repair. */
export function samplePlan(existing: readonly string[]): Plan {
  const set = builtInSet('dong-nai-departments');
  if (set === null) throw new Error('The set of the sample must be a built-in one.');
  const taken = new Set(existing.map((name) => name.normalize('NFC').toLowerCase()));
  const roll = dice(2026);
  const rows = UNITS.flatMap((unit) => set.indicators.map((item) => [unit, item.code, ...figures(item, roll)]));
  const number = rows.find((row) => typeof row[2] === 'number' && typeof row[3] === 'number');
  if (number !== undefined) number[2] = String(number[2]);
  const tables: PlainTable[] = [
    {
      name: 'Số liệu',
      title: 'SỐ LIỆU BÁO CÁO CỦA CÁC ĐƠN VỊ',
      note: NOTE,
      header: ['Đơn vị', 'Mã chỉ số', 'a', 'b', 'c', 'd', 'Lựa chọn', 'Điểm thẩm định'],
      widths: [32, 10, 9, 9, 9, 9, 34, 10],
      rows,
    },
    {
      name: 'Bộ chỉ số',
      title: set.title.toUpperCase(),
      note: set.provenance,
      header: [...SET_HEADER],
      widths: [...SET_WIDTHS],
      rows: setRows(set),
    },
    {
      name: 'Đơn vị',
      title: 'DANH SÁCH ĐƠN VỊ ĐƯỢC ĐÁNH GIÁ',
      note: NOTE,
      header: ['TT', 'Tên đơn vị', 'Nhóm', 'Xếp hạng'],
      widths: [6, 40, 24, 10],
      rows: UNITS.map((unit, place) => [place + 1, unit, 'Sở', 'Có']),
    },
  ];
  return { sheets: tables.map((table) => plainSheet(table, taken)), edits: [] };
}
