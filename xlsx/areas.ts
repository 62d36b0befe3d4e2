/** Areas as the format writes them. */
import { columnLetters, quoteSheet, toA1 } from '#core/workbook/address';
import type { Area } from '#core/workbook/picture';

/** @returns "A1:C7". */
export function areaA1(area: Area): string {
  return `${toA1(area.top, area.left)}:${toA1(area.bottom, area.right)}`;
}

/** @returns an area as a formula quotes it: 'Sheet'!$A$1:$C$7. */
export function absolute(sheet: string, area: Area): string {
  const corner = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;
  const first = corner(area.top, area.left);
  const last = corner(area.bottom, area.right);
  return `${quoteSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}
