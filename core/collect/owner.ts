/** Whose a form is: by the line of its code, by its name, by the name of its file. */
import type { Assessment, Entry, Table } from '../read/assessment.ts';
import { shownText } from '../read/cells/codes.ts';
import { scalarOf } from '../workbook/cell.ts';
import type { Picture } from '../workbook/picture.ts';
import { isNameless } from '../read/units/form-unit.ts';
import { clean, nfc } from '../workbook/text.ts';
import { stranger, type Base, type CollectOptions, type Owner } from './book.ts';

const CODE_LINE = /(?:^|[\s;,–-])Mã đơn vị\s*[:：]\s*([^\s;,–]*)/iu;
const DEEPEST = 40;

/** @returns codes of units as lines say them, by sheet. */
export function codeLines({ sheets }: Picture): Map<number, string> {
  const lines = new Map<number, string>();
  sheets.forEach(({ rows, visibility }, sheet) => {
    if (visibility !== 'visible') return;
    for (const { index, cells } of rows) {
      if (index > DEEPEST || lines.has(sheet)) break;
      cells.forEach((cell, column) => {
        const text = scalarOf(cell);
        if (typeof text !== 'string' || lines.has(sheet)) return;
        const found = CODE_LINE.exec(nfc(text));
        if (found === null) return;
        const next = cells.slice(column + 1).find((one) => clean(shownText(one)) !== '');
        const code = found[1] === '' || found[1] === undefined ? clean(shownText(next ?? null)) : clean(found[1]);
        if (code !== '' && !/[:：]$/.test(code)) lines.set(sheet, code);
      });
    }
  });
  return lines;
}

/** A file's name without its folders, ending and the number before it: "07 Xã A.xlsx" is Xã A. */
function titleOf(file: string): string {
  const name = nfc(file.split('/').pop() ?? '').replace(/\.[^.]{1,5}$/u, '');
  return clean(name.replace(/^\d+[\s._-]+/, ''));
}

/** @returns the unit of the list that a file's own name says. */
export function ownerOfName(file: string, base: Base): Owner | null {
  return base.byName(titleOf(file));
}

/** What a form is understood by. */
export interface Around {
  file: string;
  base: Base;
  options: CollectOptions;
  /** Codes by sheet of the form, and the units that they are of. */
  lines: ReadonlyMap<number, string>;
  owned: ReadonlyMap<number, Owner>;
  offset: number;
  version: string | null;
  today: string;
}

/** @returns whose an entry is; a text says why nobody's. */
export function ownerOf(
  assessment: Assessment,
  entry: Entry,
  table: Table,
  around: Around,
): Owner | { unknown: string } {
  const { base, lines, owned, offset, options } = around;
  const unit = assessment.units[entry.unit];
  if (unit === undefined) return { unknown: '' };
  const sheet = table.sheet - offset;
  const byCode = owned.get(sheet);
  const byName = base.byName(unit.name);
  if (byCode !== undefined) {
    if (byName === null || byName === byCode) return byCode;
    const args = { code: lines.get(sheet) ?? '', unit: byCode.name, name: byName.name };
    return { unknown: options.say({ id: 'collect.why-code-name', args }) };
  }
  if (base.units.length === 0) {
    // Where neither a line nor the sheet's name says it, the file's name does.
    const isPaper = isNameless(unit.name) && clean(assessment.picture.sheets[table.sheet]?.name ?? '') === unit.name;
    return stranger(isPaper ? titleOf(around.file) : unit.name, lines.get(sheet) ?? unit.code);
  }
  const listed = offset === 1 && unit.listedAt?.sheet === 0 ? base.units[unit.listedAt.row - 1] : undefined;
  const owner = listed ?? byName;
  if (owner !== null && owner !== undefined) return owner;
  return { unknown: options.say({ id: 'collect.why-unknown', args: { unit: unit.name } }) };
}
