/** The verb "change a setting": one cell of Thiết lập, a new line of it, or the sheet itself where there is none. */
import * as z from 'zod/mini';
import type { Assessment } from '../read/assessment.ts';
import { sheetGrid } from '../read/cells/grid.ts';
import { settingCells } from '../read/settings/place.ts';
import { readSettings } from '../read/settings/settings.ts';
import { toNumber } from '../exact/exact.ts';
import { toA1 } from '../workbook/address.ts';
import { scalarOf, type Scalar } from '../workbook/cell.ts';
import { readNumber } from '../workbook/number.ts';
import type { CellEdit, SheetPlan } from '../workbook/plan.ts';
import { clean } from '../workbook/text.ts';
import { settingOf, SETTINGS, type KnownSetting, type SettingKey } from '../read/settings/keys.ts';
import { builder } from '../write/builder.ts';
import { writeMark } from '../write/index.ts';
import { STYLES } from '../write/styles.ts';
import { refusal, texts, verb, type Writing } from './verb.ts';

/** `invalid`: the key can't take the value, nothing is to be written. */
export type SettingChange =
  { kind: 'invalid' } | { kind: 'edits'; edits: CellEdit[] } | { kind: 'sheet'; sheet: SheetPlan };

function valueOf({ isNumber }: KnownSetting, text: string): Scalar | null {
  if (text === '') return null;
  if (isNumber !== true) return text;
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

function newSheet(assessment: Assessment, key: SettingKey, value: Scalar | null): SheetPlan {
  const b = builder();
  b.row([b.cell('Thiết lập', STYLES.header), b.cell('Giá trị', STYLES.header)]);
  for (const { key: name } of SETTINGS)
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

/** The same for the desk. */
export const setting = verb({
  input: () => z.strictObject({ key: texts(), value: texts() }),
  writes: true,
  answer: ({ outcome, picture }, { key, value }): Writing => {
    const expected = writeMark(picture);
    const change = changeSetting(outcome.assessment, key, value);
    if (change.kind === 'invalid') return refusal('setting-refused', { value });
    if (change.kind === 'edits') return { plan: null, edits: change.edits, expected, refused: null };
    return { plan: { sheets: [change.sheet], edits: [] }, edits: [], expected, refused: null };
  },
});

/** @returns what is to be written so that the key says `text`; an empty text takes the setting back to its default. */
export function changeSetting(assessment: Assessment, name: string, text: string): SettingChange {
  const known = settingOf(name);
  if (known === undefined) return { kind: 'invalid' };
  const { key } = known;
  const value = valueOf(known, clean(text));
  const probe = { sheet: 0, row: 0, column: 1 };
  if (value !== null && readSettings([{ key, cell: value, at: probe }]).remarks.length > 0) return { kind: 'invalid' };
  const cells = settingCells(assessment, key, text, value);
  if (cells === null) return { kind: 'sheet', sheet: newSheet(assessment, key, value) };
  const { picture } = assessment;
  const edits = cells.map(({ at: { sheet, row, column }, value: content }): CellEdit => {
    const grid = sheetGrid(picture, sheet);
    const before = grid.at(row, column);
    return { sheet: grid.picture.name, cell: toA1(row, column), before: scalarOf(before), value: content };
  });
  return { kind: 'edits', edits };
}
