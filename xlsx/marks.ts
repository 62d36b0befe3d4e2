/** What people put on a sheet of ours: cells beside or below our table stay, what goes can be said before anything is written. */
import { areaFromA1, fromA1, toA1 } from '#core/workbook/address';
import { guessedTable, isForeign, isOutside, marksOf, type Marks, type Place } from '#core/workbook/marks';
import type { Area } from '#core/workbook/picture';
import type { Plan, SheetPlan } from '#core/workbook/plan';
import { readLong, readText, relationsOf } from './package.ts';
import type { WorkbookFile } from './read.ts';
import { attributeIn, rootPrefix, scanRows, tagAt } from './scan.ts';

/** Kept cells as XML without a prefix, by row and column (0-based). */
export type KeptCells = Map<number, Map<number, string>>;

function areasIn(text: string, prefix: string, name: string): Area[] {
  const areas: Area[] = [];
  const start = `<${prefix}${name}`;
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (!/[\s/>]/.test(text[at + start.length] ?? '')) continue;
    const area = areaFromA1(attributeIn(tagAt(text, at), 'ref') ?? '');
    if (area !== null) areas.push(area);
  }
  return areas;
}

/** Cells outside the table that we wrote there: as it was recorded, or as titles, filter and rows tell. */
function foreignCells(text: string, plan: SheetPlan): Place[] {
  const prefix = rootPrefix(text);
  const sheetEnd = text.lastIndexOf(`</${prefix}sheetData`);
  const tail = sheetEnd < 0 ? '' : text.slice(sheetEnd);
  const cells: Place[] = [];
  const rows = new Set<number>();
  scanRows(
    text,
    () => undefined,
    ({ row, column }) => {
      cells.push({ row, column });
      if (column < 2) rows.add(row);
    },
  );
  const around = [...areasIn(tail, prefix, 'mergeCell'), ...areasIn(tail, prefix, 'autoFilter')];
  const table = plan.was?.table ?? guessedTable(around, rows, plan.was?.record);
  return table === null ? [] : cells.filter((cell) => isForeign(table, cell));
}

/** @returns the XML of the cells that stay on a sheet which is written anew. */
export function keptCells(text: string, plan: SheetPlan): KeptCells {
  const found: KeptCells = new Map();
  const kept = foreignCells(text, plan).filter((cell) => isOutside(cell, plan));
  if (kept.length === 0) return found;
  const wanted = new Set(kept.map(({ row, column }) => toA1(row, column)));
  const prefix = rootPrefix(text);
  const name = `${prefix.replaceAll('.', '\\.')}c`;
  const pattern = new RegExp(`<${name}(?=[\\s/>])(?:"[^"]*"|'[^']*'|[^>"'])*?(?:/>|>[\\s\\S]*?</${name}\\s*>)`, 'g');
  const raw = new Map<string, string>();
  for (const [cell] of text.matchAll(pattern)) {
    const at = attributeIn(tagAt(cell, 0), 'r') ?? '';
    if (!wanted.has(at)) continue;
    const bare = prefix === '' ? cell : cell.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</');
    if (!/<\/?[\w.-]+:/.test(bare)) raw.set(at, bare);
  }
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
    return marksOf(sheet, foreignCells(readLong(file.parts, entry.key), sheet), commentsOn(file, entry.key)) ?? [];
  });
}
