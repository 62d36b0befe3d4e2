/** Rectangles of cells that are alike, so that a sheet of a million cells is told of in few calls. Pure. */
import type { Area } from './picture.ts';

/** One number a cell, row by row. */
export interface Grid {
  rows: number;
  columns: number;
  cells: Int32Array;
}

export function gridOf(rows: number, columns: number, at: (row: number, column: number) => number): Grid {
  const cells = new Int32Array(rows * columns);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) cells[row * columns + column] = at(row, column);
  return { rows, columns, cells };
}

export interface Keyed {
  key: number;
  area: Area;
}

/** Runs along lines of one direction, joined with equal runs of the line before. */
function runs({ rows, columns, cells }: Grid, keyOf: Int32Array, across: boolean): Keyed[] {
  const lines = across ? rows : columns;
  const length = across ? columns : rows;
  const line = across ? columns : 1;
  const step = across ? 1 : columns;
  const done: Keyed[] = [];
  const open: (Keyed | undefined)[] = [];
  const key = (at: number): number => {
    const cell = cells[at] ?? -1;
    return cell < 0 ? -1 : (keyOf[cell] ?? -1);
  };
  for (let outer = 0; outer < lines; outer += 1) {
    let from = 0;
    while (from < length) {
      const own = key(outer * line + from * step);
      let to = from;
      while (to + 1 < length && key(outer * line + (to + 1) * step) === own) to += 1;
      if (own >= 0) {
        const before = open[from];
        const end = before === undefined ? -1 : across ? before.area.right : before.area.bottom;
        const last = before === undefined ? -1 : across ? before.area.bottom : before.area.right;
        if (before !== undefined && before.key === own && end === to && last === outer - 1) {
          if (across) before.area.bottom = outer;
          else before.area.right = outer;
        } else {
          const area = across
            ? { top: outer, left: from, bottom: outer, right: to }
            : { top: from, left: outer, bottom: to, right: outer };
          done.push((open[from] = { key: own, area }));
        }
      }
      from = to + 1;
    }
  }
  return done;
}

/** @returns rectangles that cover each cell with a key once; `keyOf`: cell number → key. Below 0, cell or key, belongs to none. */
export function rectangles(grid: Grid, keyOf: Int32Array): Keyed[] {
  const across = runs(grid, keyOf, true);
  const down = runs(grid, keyOf, false);
  return across.length <= down.length ? across : down;
}

/**
 * @returns rectangles to paint one after the other so that each cell ends with its own number: first the most frequent of each column from
 * its first to its last row, then what differs. Cells below 0 may end with anything. 0 is what cells have already.
 */
export function layers(grid: Grid): Keyed[] {
  const { rows, columns, cells } = grid;
  const painted = new Int32Array(rows * columns);
  let numbers = 1;
  for (const cell of cells) if (cell >= numbers) numbers = cell + 1;
  for (let column = 0; column < columns; column += 1) {
    const counts = new Map<number, { count: number; top: number; bottom: number }>();
    for (let row = 0; row < rows; row += 1) {
      const cell = cells[row * columns + column] ?? -1;
      if (cell <= 0) continue;
      const seen = counts.get(cell);
      if (seen === undefined) counts.set(cell, { count: 1, top: row, bottom: row });
      else {
        seen.count += 1;
        seen.bottom = row;
      }
    }
    let most: [number, { count: number; top: number; bottom: number }] | null = null;
    for (const entry of counts) if (most === null || entry[1].count > most[1].count) most = entry;
    if (most === null) continue;
    for (let row = most[1].top; row <= most[1].bottom; row += 1) painted[row * columns + column] = most[0];
  }
  const same = Int32Array.from({ length: numbers }, (_, number) => number);
  const ground = rectangles({ rows, columns, cells: painted }, unpainted(same));
  const differs = cells.map((cell, at) => (cell < 0 || cell === painted[at] ? -1 : cell));
  return [...ground, ...rectangles({ rows, columns, cells: differs }, same)];
}

/** What is there already need not be painted. */
function unpainted(keys: Int32Array): Int32Array {
  const copy = keys.slice();
  copy[0] = -1;
  return copy;
}
