/** Rectangles of cells and their addresses, whole rows and columns included. */
import { areaFromA1, columnLetters, fromA1, toA1 } from '#core/workbook/address';
import type { Area } from '#core/workbook/picture';

export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

export function areaA1(area: Area): string {
  const { top, left, bottom, right } = area;
  if (left === 0 && right === COLUMNS - 1) return `${top + 1}:${bottom + 1}`;
  if (top === 0 && bottom === ROWS - 1) return `${columnLetters(left)}:${columnLetters(right)}`;
  const first = toA1(top, left);
  return top === bottom && left === right ? first : `${first}:${toA1(bottom, right)}`;
}

/** Reads "B2", "A1:C5", "5:7", "A:C", with or without $; null where it is none. */
export function parseArea(address: string): Area | null {
  const text = address.replaceAll('$', '').toUpperCase();
  const rows = /^(\d+):(\d+)$/.exec(text);
  if (rows !== null) return { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1, left: 0, right: COLUMNS - 1 };
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(text);
  if (columns !== null) {
    const left = fromA1(`${columns[1]}1`)!.column;
    return { top: 0, bottom: ROWS - 1, left, right: fromA1(`${columns[2]}1`)!.column };
  }
  return areaFromA1(text);
}

export function cross(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top > area.bottom || area.left > area.right ? null : area;
}

export function around(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

export function sizeOf(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}
