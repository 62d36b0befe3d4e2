/** Where points and figures stand, told by header words alone: for hosts that are asked about a column at a time. */
import type { RowPicture } from '../../workbook/picture.ts';
import { roleOfHeader } from './headers.ts';
import { looseRole } from './loose-headers.ts';

/** What decides official points, the likeliest first. */
const ROLES = ['verified', 'self', 'a', 'b', 'c', 'd', 'choice'];
const HEADER_ROWS = 100;
/** A header is no paragraph. */
const LONGEST = 120;
const MOST = 8;
/** So many are asked about in a whole workbook: a form a unit would have hundreds. */
export const MOST_ASKED = 24;

function pointHeaders(rows: readonly RowPicture[]): number[] {
  const found = new Map<number, number>();
  for (const { index, cells } of rows) {
    if (index >= HEADER_ROWS) break;
    cells.forEach((cell, column) => {
      // In column A titles stand, and names and codes.
      if (column === 0 || typeof cell !== 'string' || cell.length > LONGEST) return;
      const rank = ROLES.indexOf(roleOfHeader(cell) ?? looseRole(cell) ?? '');
      if (rank >= 0) found.set(column, Math.min(rank, found.get(column) ?? rank));
    });
  }
  const likely = [...found].sort((x, y) => x[1] - y[1] || x[0] - y[0]).slice(0, MOST);
  return likely.map(([column]) => column).sort((x, y) => x - y);
}

/** @returns up to eight columns, ascending, that a header over them says to hold points or figures; none where fewer may still be asked about. */
export function pointHeadersWithin(rows: readonly RowPicture[], left: number): number[] {
  const found = pointHeaders(rows);
  return found.length > left ? [] : found;
}
