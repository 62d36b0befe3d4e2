/** The sheets of a form that nobody sees: working cells, what the settings say, and whose form it is. */
import type { BookCell, BookName, BookSheet } from '../workbook/book.ts';
import type { Area } from '../workbook/picture.ts';
import { STATE_SHEET } from '../workbook/stamp.ts';

export const HELPER_SHEET = '_phieu';

const text = (value: string): BookCell => ({ value, style: 0 });

function hidden(name: string, rows: BookCell[][]): BookSheet {
  return {
    name,
    visibility: 'hidden',
    styles: [{}],
    widths: [],
    rows: rows.map((cells) => ({ cells })),
    merges: [],
    freeze: { rows: 0, columns: 0 },
    filter: null,
    charts: [],
    print: null,
  };
}

/** @returns the name of a list by its place. */
export function listName(at: number): string {
  return `danh_sach_${at + 1}`;
}

/** @param helpers working cells by row; `stamp`: so that they are no one's input; `lists`: items of long lists. */
export function helperSheet(
  helpers: readonly (BookCell[] | undefined)[],
  stamp: string,
  lists: readonly string[][],
): { sheet: BookSheet; names: BookName[] } {
  const rows: BookCell[][] = Array.from({ length: helpers.length + 1 }, (_, row) => helpers[row] ?? []);
  rows[0] = [text(stamp)];
  const names = lists.map((items, at): BookName => {
    const row = rows.push(items.map(text)) - 1;
    const area: Area = { top: row, left: 0, bottom: row, right: items.length - 1 };
    return { name: listName(at), sheet: HELPER_SHEET, area };
  });
  return { sheet: hidden(HELPER_SHEET, rows), names };
}

/** What decides points, so that a form read alone gives what its own cells show. */
export function settingsSheet(lines: readonly (readonly [string, string | number])[]): BookSheet {
  return hidden(
    'Thiết lập',
    lines.map(([key, value]) => [text(key), { value, style: 0 }]),
  );
}

/** Whose form it is, for the day it comes back. */
export function stateSheet(lines: readonly (readonly [string, string])[], stamp: string): BookSheet {
  return hidden(STATE_SHEET, [[text(stamp)], ...lines.map((line) => line.map(text))]);
}
