/** Several forms of one unit and period: equal ones are one, of different ones a person says which is taken. */
import type { Say } from '../messages/message.ts';
import { scalarOf, type Cell } from '../workbook/cell.ts';
import { cellReference } from '../workbook/address.ts';
import { periodKey } from './book.ts';
import { HEADERS, same, SELF } from './columns.ts';
import type { FormRow, Part, ReadForm } from './form.ts';

/** A form with its place among the files. */
export interface FileForm {
  file: string;
  /** Further names that --take knows it by. */
  path: string;
  form: ReadForm;
}

const MOST = 10;

const shown = (cell: Cell): string => {
  const value = scalarOf(cell);
  return value === null ? '–' : String(value);
};

function addressOf(row: FormRow | undefined, place: number): string {
  if (row === undefined) return '';
  return ` (${cellReference(row.sheet, row.row, row.columns[place] ?? row.first)})`;
}

/** @returns where two forms of a unit say different things, as a person reads it: "1.1 a: 45 (Phiếu!E7) ≠ 46 (Phiếu!E7)". */
function differences(one: Part, other: Part): string[] {
  const theirs = new Map(other.rows.map((row) => [row.code, row]));
  const mine = new Map(one.rows.map((row) => [row.code, row]));
  const found: string[] = [];
  for (const code of new Set([...mine.keys(), ...theirs.keys()])) {
    const [left, right] = [mine.get(code), theirs.get(code)];
    SELF.forEach((column, place) => {
      const [x, y] = [left?.values[place] ?? null, right?.values[place] ?? null];
      if (!same(x, y))
        found.push(
          `${code} ${HEADERS[column]}: ${shown(x)}${addressOf(left, place)} ≠ ${shown(y)}${addressOf(right, place)}`,
        );
    });
  }
  return found;
}

/** Whether a name that --take gives means a file. */
function means(take: string, { file, path }: FileForm): boolean {
  const wanted = take.normalize('NFC').replaceAll('\\', '/').replace(/^\.\//, '');
  return [file, path].some((name) => {
    const own = name.normalize('NFC').replaceAll('\\', '/').replace(/^\.\//, '');
    return own === wanted || own.split('/').pop() === wanted;
  });
}

/** @returns of the names that --take gives those that mean no file. */
export function idleTakes(take: readonly string[], files: readonly FileForm[]): string[] {
  return take.filter((name) => !files.some((file) => means(name, file)));
}

/**
 * Takes away the parts of forms that are not taken and says why.
 * Forms keep their other parts.
 */
export function settleTwins(files: readonly FileForm[], take: readonly string[], say: Say): void {
  const groups = new Map<string, { at: FileForm; part: Part }[]>();
  for (const at of files)
    for (const part of at.form.parts) {
      const key = `${part.owner.key}\u0001${periodKey(part.period)}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ at, part }]);
      else group.push({ at, part });
    }
  const drop = ({ at, part }: { at: FileForm; part: Part }, why: string): void => {
    at.form.status = 'duplicate';
    at.form.parts = at.form.parts.filter((one) => one !== part);
    at.form.why = [why, ...at.form.why];
  };
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const chosen = group.filter(({ at }) => take.some((name) => means(name, at)));
    const list = chosen.length > 0 ? chosen : group;
    const [first, ...others] = list;
    if (first === undefined) continue;
    for (const one of group)
      if (!list.includes(one)) drop(one, say({ id: 'collect.why-other-taken', args: { file: first.at.file } }));
    const different = others.map((one) => ({ one, found: differences(first.part, one.part) }));
    const differing = different.filter(({ found }) => found.length > 0);
    if (differing.length === 0) {
      for (const one of others) drop(one, say({ id: 'collect.why-equal', args: { file: first.at.file } }));
      continue;
    }
    const words = (other: string, found: string[]): string =>
      say({
        id: 'collect.why-different',
        args: { file: other, cells: found.slice(0, MOST).join('; ') + (found.length > MOST ? ' …' : '') },
      });
    const [against] = differing;
    if (against !== undefined) drop(first, words(against.one.at.file, against.found));
    for (const { one, found } of different)
      drop(
        one,
        found.length > 0
          ? words(first.at.file, found)
          : say({ id: 'collect.why-equal', args: { file: first.at.file } }),
      );
  }
}
