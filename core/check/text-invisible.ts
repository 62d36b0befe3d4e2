/** Signs nobody sees (NBSP, zero-width, decomposed letters, newlines, double or outer blanks) in a name or code. */
import type { CellRef, ColumnRole } from '../read/assessment.ts';
import { scalarOf } from '../workbook/cell.ts';
import { remembered } from '../workbook/remember.ts';
import { clean } from '../workbook/text.ts';
import type { Check, Told } from './finding.ts';
import type { CheckInput } from './input.ts';
import { cellAt, edit, isFormula } from './shared.ts';

const ROLES: readonly ColumnRole[] = ['code', 'name', 'unit', 'unitCode', 'group'];
/** Cheap first look: most texts of a large table pass it and are never cleaned. */
const SUSPECT =
  /^\s|\s$|\s\s|[\t\n\r\u00a0\u00ad\u0300-\u036f\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;

/** Names and codes stand in many rows. */
const isSuspect = remembered((text) => SUSPECT.test(text));

export const textInvisible: Check = {
  severity: 'note',
  run: (input) => {
    const { rows } = input;
    const found: Told[] = [];
    const done = new Set<string>();
    const look = (at: CellRef, code: boolean) => {
      const cell = cellAt(input, at);
      const text = typeof cell === 'string' ? cell : scalarOf(cell);
      if (typeof text !== 'string' || !isSuspect(text)) return;
      const cleaned = clean(text);
      if (cleaned === text || cleaned === '') return;
      const key = `${at.sheet} ${at.row} ${at.column}`;
      if (done.has(key)) return;
      done.add(key);
      found.push(noticed(input, at, cleaned, code));
    };
    for (const table of input.assessment.tables) {
      if (table.kind === 'settings') continue;
      const columns = ROLES.flatMap((role) => {
        const column = table.columns[role];
        return column === undefined ? [] : [{ column, code: role === 'code' || role === 'unitCode' }];
      });
      for (const row of table.dataRows) {
        const cells = rows[table.sheet]?.get(row)?.cells;
        if (cells === undefined) continue;
        for (const { column, code } of columns) {
          const cell = cells[column];
          if (typeof cell === 'string' ? isSuspect(cell) : typeof cell === 'object' && cell !== null)
            look({ sheet: table.sheet, row, column }, code);
        }
      }
    }
    for (const unit of input.assessment.units) if (unit.dataAt !== null) look(unit.dataAt, false);
    for (const set of input.assessment.sets)
      for (const row of [...set.pillars, ...set.sums]) if (row.at !== null) look(row.at.code, true);
    return found;
  },
};

function noticed(input: CheckInput, at: CellRef, cleaned: string, code: boolean): Told {
  const repair = isFormula(cellAt(input, at)) ? null : [edit(input, at, cleaned, code ? '@' : undefined)];
  return { at, args: { cleaned }, repair };
}
