/** The verb "change a setting": one cell of Thiết lập, a new line of it, or the sheet itself where there is none. */
import type { Assessment } from '../read/assessment.ts';
import { shownText } from '../read/codes.ts';
import { gridOf } from '../read/grid.ts';
import { labelledSettings } from '../read/setting-lines.ts';
import { readSettings } from '../read/settings.ts';
import { toNumber } from '../exact/exact.ts';
import { toA1 } from '../workbook/address.ts';
import { isEmpty, kindOf, scalarOf, type Scalar } from '../workbook/cell.ts';
import { readNumber } from '../workbook/number.ts';
import type { CellEdit, SheetPlan } from '../workbook/plan.ts';
import { clean } from '../workbook/text.ts';
import { SETTING_WORDS } from '../read/setting-words.ts';
import { builder } from '../write/builder.ts';
import { STYLES } from '../write/styles.ts';

const NUMBERS = new Set(['Tổng điểm', 'Số chữ số thập phân', 'Đồng hạng']);

/** `invalid`: the key can't take the value, nothing is to be written. */
export type SettingChange =
  { kind: 'invalid' } | { kind: 'edits'; edits: CellEdit[] } | { kind: 'sheet'; sheet: SheetPlan };

function valueOf(key: string, text: string): Scalar | null {
  if (text === '') return null;
  if (!NUMBERS.has(key)) return text;
  const reading = readNumber(text, { unitWords: true });
  if (reading.kind === 'number') return toNumber(reading.value);
  return reading.kind === 'ambiguous' ? toNumber(reading.candidates[0]) : text;
}

function freeName(names: readonly string[], wanted: string): string {
  const taken = new Set(names.map((name) => name.normalize('NFC').toLowerCase()));
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted} (${count})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function newSheet(assessment: Assessment, key: string, value: Scalar | null): SheetPlan {
  const b = builder();
  b.row([b.cell('Thiết lập', STYLES.header), b.cell('Giá trị', STYLES.header)]);
  for (const [name] of SETTING_WORDS)
    b.row([
      b.cell(name, STYLES.text),
      {
        value: name === key ? value : null,
        style: b.style(typeof value === 'number' && name === key ? { border: true, align: 'left' } : STYLES.text),
      },
    ]);
  return b.finish({
    name: freeName(
      assessment.picture.sheets.map((sheet) => sheet.name),
      'Thiết lập',
    ),
    widths: [28, 60],
    freeze: { rows: 1, columns: 0 },
    filter: null,
    print: null,
  });
}

/** @returns what is to be written so that the key says `text`; an empty text takes the setting back to its default. */
export function changeSetting(assessment: Assessment, key: string, text: string): SettingChange {
  if (!SETTING_WORDS.some(([name]) => name === key)) return { kind: 'invalid' };
  const value = valueOf(key, clean(text));
  const probe = { sheet: 0, row: 0, column: 1 };
  if (value !== null && readSettings([{ key, cell: value, at: probe }]).remarks.length > 0) return { kind: 'invalid' };
  const { picture } = assessment;
  const edit = (sheet: number, row: number, column: number, content: Scalar | null): CellEdit => {
    const before = gridOf(picture.sheets[sheet]!, sheet).at(row, column);
    return { sheet: picture.sheets[sheet]!.name, cell: toA1(row, column), before: scalarOf(before), value: content };
  };
  const at = assessment.settings.at[key];
  if (at !== undefined) {
    // "Tổng điểm: 960" keeps its label.
    const there = shownText(gridOf(picture.sheets[at.sheet]!, at.sheet).at(at.row, at.column));
    const line = labelledSettings(there).find((one) => one.key === key);
    const content = line === undefined ? value : line.before + clean(text) + line.after;
    return { kind: 'edits', edits: [edit(at.sheet, at.row, at.column, content)] };
  }
  const table = assessment.tables.find(({ kind }) => kind === 'settings');
  if (table === undefined) return { kind: 'sheet', sheet: newSheet(assessment, key, value) };
  const grid = gridOf(picture.sheets[table.sheet]!, table.sheet);
  // A key that is there without a value has no place in the settings yet.
  const fold = (word: string): string => clean(word).toLowerCase();
  for (let row = table.firstRow; row <= table.lastRow; row += 1) {
    const there = scalarOf(grid.at(row, table.left));
    if (typeof there === 'string' && fold(there) === fold(key))
      return { kind: 'edits', edits: [edit(table.sheet, row, table.left + 1, value)] };
  }
  let row = table.lastRow + 1;
  while (
    ![0, 1].every(
      (column) => isEmpty(grid.at(row, table.left + column)) && kindOf(grid.at(row, table.left + column)) === null,
    )
  )
    row += 1;
  return {
    kind: 'edits',
    edits: [edit(table.sheet, row, table.left, key), edit(table.sheet, row, table.left + 1, value)],
  };
}
