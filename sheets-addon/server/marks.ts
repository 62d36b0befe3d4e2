/** What people put on our sheets, looked for right before these are written anew. */
import { areaFromA1, toA1 } from '#core/workbook/address';
import { scalarOf, type Cell } from '#core/workbook/cell';
import {
  filterFate,
  guessedTable,
  isOutside,
  keptOn,
  listed,
  lossOf,
  marksOf,
  meets,
  recordedTable,
  stripsOf,
  tableOfRecord,
  type FilterFate,
  type Loss,
  type Marks,
  type Place,
} from '#core/workbook/marks';
import { areaA1 } from '#core/workbook/looks';
import { keptWords } from '#panel/mark-words.ts';
import type { Message } from '#core/messages/message';
import type { Area } from '#core/workbook/picture';
import type { SheetPlan } from '#core/workbook/plan';
import { columnsOf } from '#core/workbook/plan-check';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A cell of a person's inside what is written, where the new table has nothing; `content`: its formula or value. */
export interface KeptCell extends Place {
  content: unknown;
  /** A text keeps the text format: typed anew, 1.10 would be a number. */
  format: string;
}

/** What an old sheet of ours holds. */
export interface Found {
  plan: SheetPlan;
  /** What we wrote there. */
  ours: readonly Area[];
  marks: Marks | null;
  within: KeptCell[];
  /** Notes of the cells that are written anew; null: there are none. */
  notes: { area: Area; texts: string[][] } | null;
  noted: string[];
  /** Our own filter need not be looked at. */
  isAllShown: boolean;
  filter: { area: Area | null; isUsed: boolean; fate: FilterFate } | null;
}

export function rangeOf(sheet: Sheet, { top, left, bottom, right }: Area): Range {
  return sheet.getRange(top + 1, left + 1, bottom - top + 1, right - left + 1);
}

/** @returns the cells that a plan writes. */
export function areaOf(plan: SheetPlan): Area {
  return { top: 0, left: 0, bottom: Math.max(plan.rows.length, 1) - 1, right: Math.max(columnsOf(plan), 1) - 1 };
}

const isFilled = (value: unknown): boolean => value !== '' && value !== null && value !== undefined;

/** @returns our own filter, where it leaves all rows of our table. */
function idleFilter(values: readonly (readonly unknown[])[], plan: SheetPlan, filtered: number | null): Area | null {
  const own = tableOfRecord(plan.was?.record ?? '')?.filter ?? null;
  if (filtered === null || own === null) return null;
  const rows = values.slice(own.top + 1, own.bottom + 1).filter((cells) => isFilled(cells[own.left]));
  return rows.length === filtered ? own : null;
}

/** Whether a filter is in use each of its columns tells for itself; `idle` is one that is not. */
function filterOf(sheet: Sheet, idle: Area | null): { area: Area | null; isUsed: boolean } | null {
  const filter = sheet.getFilter();
  if (filter === null) return null;
  const area = areaFromA1(filter.getRange().getA1Notation());
  let isUsed = false;
  if (idle !== null && area !== null && areaA1(idle) === areaA1(area)) return { area, isUsed };
  for (let column = area?.left ?? 0; column <= (area?.right ?? -1) && !isUsed; column += 1)
    isUsed = filter.getColumnFilterCriteria(column + 1) !== null;
  return { area, isUsed };
}

/** Columns A and B and the row of the header tell whether the table is the one that was recorded. */
function tableOn(
  sheet: Sheet,
  values: readonly (readonly unknown[])[],
  plan: SheetPlan,
  around: Area | null,
): Area[] | null {
  const record = plan.was?.record ?? '';
  const known = recordedTable(record, (row, column) => {
    const cell = values[row]?.[column];
    return isFilled(cell) ? scalarOf(cell as Cell) : '';
  });
  if (known !== null) return [...known.areas];
  const filled = new Set<number>();
  values.forEach((cells, row) => {
    if (cells.slice(0, 2).some(isFilled)) filled.add(row);
  });
  const merged = sheet.getRange(1, 1, values.length, sheet.getMaxColumns()).getMergedRanges();
  const areas = merged.flatMap((range) => areaFromA1(range.getA1Notation()) ?? []);
  const table = guessedTable(around === null ? areas : [...areas, around], filled, record);
  return table === null ? null : [...table.areas];
}

/** @returns the area as far as the sheet reaches. Its size is asked only where it is smaller. */
function reached(sheet: Sheet, area: Area): { area: Area; range: Range } {
  try {
    return { area, range: rangeOf(sheet, area) };
  } catch {
    const { bottom, right } = wholeOf(sheet);
    const cut = { ...area, bottom: Math.min(area.bottom, bottom), right: Math.min(area.right, right) };
    return { area: cut, range: rangeOf(sheet, cut) };
  }
}

function wholeOf(sheet: Sheet): Area {
  return { top: 0, left: 0, bottom: sheet.getMaxRows() - 1, right: sheet.getMaxColumns() - 1 };
}

/** People's cells of a strip that lie inside what is written, with what is to be written there again. */
function withinOf(sheet: Sheet, strip: Area, inside: readonly Place[]): KeptCell[] {
  const range = rangeOf(sheet, strip);
  const [plain, formulas, formats] = [range.getValues() as unknown[][], range.getFormulas(), range.getNumberFormats()];
  return inside.map(({ row, column }) => {
    const [down, across] = [row - strip.top, column - strip.left];
    const formula = formulas[down]![across]!;
    const value = plain[down]![across];
    const format = formula === '' && typeof value === 'string' ? '@' : formats[down]![across]!;
    return { row, column, content: formula === '' ? value : formula, format };
  });
}

/** @returns what stands on an old sheet; as many calls for a large one as for a small one. @param values all of it, as it was read. @param filtered rows of our table that its filter leaves; null: not known. */
export function lookAt(
  sheet: Sheet,
  values: readonly (readonly unknown[])[],
  plan: SheetPlan,
  filtered: number | null,
): Found {
  const idle = idleFilter(values, plan, filtered);
  const isAllShown = idle !== null && plan.filter !== null && areaA1(idle) === areaA1(plan.filter);
  const filter = isAllShown ? null : filterOf(sheet, idle);
  const isBlank = !values.some((cells) => cells.some(isFilled));
  const [bottom, right] = isBlank ? [-1, -1] : [values.length - 1, Math.max(...values.map(({ length }) => length)) - 1];
  const table = isBlank ? null : tableOn(sheet, values, plan, filter?.area ?? null);
  const ours = table ?? [isBlank ? areaOf(plan) : wholeOf(sheet)];
  const written = areaOf(plan);
  const foreign: Place[] = [];
  const within: KeptCell[] = [];
  for (const strip of table === null ? [] : stripsOf({ areas: table }, { bottom, right })) {
    const here: Place[] = [];
    for (let row = strip.top; row <= strip.bottom; row += 1)
      for (let column = strip.left; column <= strip.right; column += 1)
        if (isFilled(values[row]?.[column])) here.push({ row, column });
    foreign.push(...here);
    const inside = here.filter(
      (place) => place.row <= written.bottom && place.column <= written.right && isOutside(place, plan),
    );
    if (inside.length > 0) within.push(...withinOf(sheet, strip, inside));
  }
  const { area, range } = reached(sheet, written);
  const texts = range.getNotes();
  const noted = texts.flatMap((cells, row) =>
    cells.flatMap((note, column) => (note === '' ? [] : [toA1(row, column)])),
  );
  return {
    plan,
    ours,
    marks: marksOf(plan, foreign, []),
    within,
    notes: noted.length === 0 ? null : { area, texts },
    noted,
    isAllShown,
    filter: filter === null ? null : { ...filter, fate: filterFate(plan, table, filter.area, filter.isUsed) },
  };
}

/** @returns what a run would lose; null: nothing. */
export function lossOn(found: readonly Found[]): Loss | null {
  return lossOf(
    found.flatMap(({ marks }) => marks ?? []),
    found.filter(({ filter }) => filter?.fate === 'goes').map(({ plan }) => plan.name),
  );
}

/** Formats of people's cells on the sheet that is to be copied over theirs: there they lie where they lay. */
export function keepFormats(work: Sheet, within: readonly KeptCell[]): void {
  const formats = new Map<string, string[]>();
  for (const { row, column, format } of within)
    formats.set(format, [...(formats.get(format) ?? []), toA1(row, column)]);
  for (const [format, cells] of formats) work.getRangeList(cells).setNumberFormat(format);
}

/** @returns merged areas of people's apart from our table, which are merged again. Only asked where something of theirs stays. */
export function mergedApart(found: Found, merged: readonly Area[]): Area[] {
  if ((found.marks?.kept.length ?? 0) === 0) return [];
  return merged.filter((area) => {
    if (found.ours.some((one) => meets(one, area))) return false;
    const places = Array.from({ length: area.bottom - area.top + 1 }, (_, down) =>
      Array.from(
        { length: area.right - area.left + 1 },
        (__, across) => [area.top + down, area.left + across] as const,
      ),
    );
    return places.flat().every(([row, column]) => isOutside({ row, column }, found.plan));
  });
}

/** @returns what is said of the old sheets that were written anew. */
export function leftAlone(found: readonly Found[]): Message[] {
  return [
    ...found
      .filter(({ filter }) => filter?.isUsed === true && filter.fate !== 'stays')
      .map(({ plan }) => ({ id: 'addon.warn-filter' as const, args: { sheet: plan.name } })),
    ...keptWords(keptOn(found.flatMap(({ marks }) => marks ?? []))),
    ...found
      .filter(({ noted }) => noted.length > 0)
      .map(({ plan, noted }) => ({
        id: 'addon.warn-notes' as const,
        args: { sheet: plan.name, cells: listed(noted) },
      })),
  ];
}
