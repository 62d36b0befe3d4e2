/** What people put on a sheet of ours: cells beside or below our table stay, what goes can be said before anything is written. */
import { fromA1, toA1 } from '#core/workbook/address';
import { guessedTable, isForeign, isOutside, marksOf, type Marks, type Place } from '#core/workbook/marks';
import type { Plan, SheetPlan } from '#core/workbook/plan';
import { readText, readTokens, relationsOf } from './package.ts';
import type { WorkbookFile } from './read.ts';
import { rootPrefix } from './scan.ts';
import { surveyOf, withoutPrefix, type Survey } from './survey.ts';
import { END, OPEN } from './token.ts';
import type { Part } from './zip.ts';

/** Kept cells as XML without a prefix, by row and column (0-based). */
export type KeptCells = Map<number, Map<number, string>>;

/** Cells outside the table that we wrote there: as it was recorded, or as titles, filter and rows tell. */
function foreignCells({ around, rows, cells }: Survey, plan: SheetPlan): Place[] {
  const table = plan.was?.table ?? guessedTable(around, rows, plan.was?.record);
  return table === null ? [] : cells.filter((cell) => isForeign(table, cell));
}

/** The XML of cells by their address, as they are written. */
function cellsAt(parts: Map<string, Part>, key: string, wanted: Set<string>): Map<string, string> {
  return readTokens(parts, key, (tokens) => {
    const found = new Map<string, string>();
    const prefix = rootPrefix(tokens);
    for (let kind = tokens.next(); kind !== END; kind = tokens.next()) {
      if (kind !== OPEN || !tokens.isNamed(prefix, 'c')) continue;
      const at = tokens.attribute('r') ?? '';
      if (!wanted.has(at)) continue;
      const bare = withoutPrefix(tokens.element(), prefix);
      if (bare !== null) found.set(at, bare);
    }
    return found;
  });
}

/** @returns the XML of the cells that stay on a sheet which is written anew. */
export function keptCells(parts: Map<string, Part>, key: string, survey: Survey, plan: SheetPlan): KeptCells {
  const found: KeptCells = new Map();
  const kept = foreignCells(survey, plan).filter((cell) => isOutside(cell, plan));
  if (kept.length === 0) return found;
  const raw = cellsAt(parts, key, new Set(kept.map(({ row, column }) => toA1(row, column))));
  // A shared formula lives where its first cell does: without that only the result stays.
  const masters = new Set(
    [...raw.values()]
      .map((cell) => /<f[^>]*\sref=[^>]*\ssi="(\d+)"|<f[^>]*\ssi="(\d+)"[^>]*\sref=/.exec(cell))
      .map((match) => match?.[1] ?? match?.[2]),
  );
  for (const { row, column } of kept) {
    let cell = raw.get(toA1(row, column));
    if (cell === undefined) continue;
    const shared = /<f[^>]*t="shared"[^>]*>/.exec(cell)?.[0];
    if (shared !== undefined && !masters.has(/\ssi="(\d+)"/.exec(shared)?.[1]))
      cell = cell.replace(/<f[^>]*\/>|<f[^>]*>[\s\S]*?<\/f>/, '');
    const line = found.get(row) ?? new Map<number, string>();
    line.set(column, cell);
    found.set(row, line);
  }
  return found;
}

function commentsOn(file: WorkbookFile, key: string): Place[] {
  const places = new Set<string>();
  for (const { type, target } of relationsOf(file.parts, key)) {
    if ((type !== 'comments' && type !== 'threadedComment') || !file.parts.has(target)) continue;
    for (const [, place] of readText(file.parts, target).matchAll(/\sref="([A-Z]{1,3}\d{1,7})"/g)) places.add(place!);
  }
  return [...places].flatMap((place) => fromA1(place) ?? []);
}

/** @returns what people put on those sheets of ours that a plan writes anew; sheets without any are left out. */
export function marksOn(file: WorkbookFile, plan: Plan): Marks[] {
  return plan.sheets.flatMap((sheet) => {
    const entry = file.sheets.find(({ name }) => name === sheet.name);
    if (entry === undefined || !entry.worksheet || sheet.visibility !== 'visible') return [];
    return (
      marksOf(sheet, foreignCells(readTokens(file.parts, entry.key, surveyOf), sheet), commentsOn(file, entry.key)) ??
      []
    );
  });
}
