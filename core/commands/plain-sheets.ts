/** Sheets as a person would lay them out: of the sample and of templates. Headers stay Vietnamese, since they are read. */
import { toNumber } from '../exact/exact.ts';
import type { IndexSet } from '../framework/framework.ts';
import { policyWord } from '../read/settings/values.ts';
import type { Scalar } from '../workbook/cell.ts';
import type { SheetPlan } from '../workbook/plan.ts';
import { builder } from '../write/builder.ts';
import { STYLES } from '../write/styles.ts';

export const SET_HEADER = [
  'Mã',
  'Chỉ số',
  'Điểm tối đa',
  'Cách tính',
  'a (nhãn)',
  'b (nhãn)',
  'c (nhãn)',
  'd (nhãn)',
  'Khi không phát sinh',
] as const;
export const SET_WIDTHS = [7, 52, 9, 40, 22, 22, 18, 18, 14] as const;

/** A sheet of a person's own: a title, a note, a table. */
export interface PlainTable {
  name: string;
  title: string;
  note: string;
  header: string[];
  widths: number[];
  rows: (Scalar | null)[][];
}

/** @returns the sheet, under a name that is not among `taken`, which takes it in. */
export function plainSheet(table: PlainTable, taken: Set<string>): SheetPlan {
  const b = builder();
  b.banner(table.title, STYLES.title, 0, 24);
  if (table.note !== '') b.banner(table.note, STYLES.note, 0);
  const header = b.row(table.header.map((text) => b.cell(text, STYLES.header)));
  for (const row of table.rows)
    b.row(row.map((value) => b.cell(value, typeof value === 'number' ? { border: true } : STYLES.text)));
  let name = table.name;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1)
    name = `${table.name} (mẫu${count === 2 ? '' : ` ${count - 1}`})`;
  taken.add(name.toLowerCase());
  return b.finish({ name, widths: table.widths, freeze: { rows: header + 1, columns: 0 }, filter: null, print: null });
}

/** @returns the rows below SET_HEADER. */
export function setRows(set: IndexSet): (Scalar | null)[][] {
  return set.pillars.flatMap((pillar) => [
    [
      pillar.code,
      pillar.name,
      pillar.maximum === null ? null : toNumber(pillar.maximum),
      null,
      null,
      null,
      null,
      null,
      null,
    ],
    ...pillar.indicators
      .flatMap((at) => set.indicators[at] ?? [])
      .filter(({ code }) => code !== pillar.code)
      .map((item) => {
        const { a, b, c, d } = item.labels;
        const policy = item.notArising === null ? null : policyWord(item.notArising);
        const maximum = item.maximum === null ? null : toNumber(item.maximum);
        return [item.code, item.name, maximum, item.ruleText, a ?? null, b ?? null, c ?? null, d ?? null, policy];
      }),
  ]);
}
