/**
 * Where results are put together before they are brought over: right of the list of our sheets, on the hidden sheet that holds it. All of
 * them lie one below the other, so that one call sets a look on all. The looks stay there for the next run, the contents go.
 */
import type { Area } from '#core/workbook/picture';
import type { CellStyle, PlanCell, PlanRow, SheetPlan } from '#core/workbook/plan';
import { columnsOf } from '#core/workbook/plan-check';
import { quoted, WORK_MARK } from '#core/workbook/work-sheets';
import { areaA1 } from '#core/workbook/looks';
import { holdsValues, layOut, writeValues } from './fill.ts';
import { areaOf, rangeOf, type KeptCell } from './marks.ts';
import { valuesMark } from './read.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Columns of the list and of what we note beside it. */
const LEFT = 5;
/** D1: how many rows of Kiểm tra its filter leaves. E1: how all was laid out. */
const NOTES: Area = { top: 0, left: 3, bottom: 0, right: 4 };

/** How our sheets were laid out by the last run; a part that is not as it is planned now is laid out anew. */
export interface Layout {
  /** Mark of all formats, looks and merged areas, and how far they reach. */
  board: string;
  rows: number;
  columns: number;
  /** By sheet and part: widths, tab, chart, frozen panes. */
  frames: Record<string, Record<string, string>>;
}

/** @returns a mark of anything that is plain data. */
export function markOfData(data: unknown): string {
  return valuesMark([[[JSON.stringify(data)]]]);
}

/** @returns what the hidden sheet notes; null: nothing that holds. It was written by us alone, and anything else is as good as nothing. */
export function layoutIn(values: readonly (readonly unknown[])[] | null): Layout | null {
  try {
    const found: unknown = JSON.parse(String(values?.[0]?.[NOTES.right] ?? ''));
    const { board, rows, columns, frames } = found as Layout;
    const isWhole = typeof board === 'string' && Number.isInteger(rows) && Number.isInteger(columns);
    return isWhole && typeof frames === 'object' && frames !== null ? { board, rows, columns, frames } : null;
  } catch {
    return null;
  }
}

/** @returns how many rows of Kiểm tra its filter leaves, as Google counted them; null: not known. */
export function filteredIn(values: readonly (readonly unknown[])[] | null): number | null {
  const found = values?.[0]?.[NOTES.left];
  return typeof found === 'number' ? found : null;
}

export interface Board {
  sheet: Sheet;
  /** All planned sheets one below the other. */
  plan: SheetPlan;
  /** First row of each. */
  tops: Map<SheetPlan, number>;
  mark: string;
}

/** @returns a mark of how cells look, whatever they say: number formats depend on whether it is a text. */
function lookMark({ rows, styles, merges }: SheetPlan): string {
  const texts = styles.map((style) => JSON.stringify(Object.entries(style).sort((x, y) => (x[0] < y[0] ? -1 : 1))));
  const numbers = new Map([...new Set(texts)].sort().map((text, index) => [text, index]));
  const cells = rows.map((row) =>
    row.cells.map((cell) =>
      cell === null ? '' : 2 * numbers.get(texts[cell.style]!)! + (typeof cell.value === 'string' ? 1 : 0),
    ),
  );
  return valuesMark([[[...numbers.keys(), JSON.stringify(merges)]], cells]);
}

/** @returns the sheets one below the other, on the sheet that lists ours. */
export function boardOf(sheet: Sheet, plans: readonly SheetPlan[]): Board {
  const styles: CellStyle[] = [];
  const rows: PlanRow[] = [];
  const merges: Area[] = [];
  const tops = new Map<SheetPlan, number>();
  const beside: null[] = Array.from({ length: LEFT }, () => null);
  for (const plan of plans) {
    const top = rows.length;
    const first = styles.length;
    const move = (cell: PlanCell | null): PlanCell | null =>
      cell === null ? null : { ...cell, style: cell.style + first };
    tops.set(plan, top);
    styles.push(...plan.styles);
    for (const row of plan.rows) rows.push({ cells: [...beside, ...row.cells.map(move)] });
    for (const { top: from, left, bottom, right } of plan.merges)
      merges.push({ top: top + from, left: LEFT + left, bottom: top + bottom, right: LEFT + right });
  }
  const none = { widths: [], freeze: { rows: 0, columns: 0 }, filter: null, charts: [], print: null };
  const plan: SheetPlan = { name: '', visibility: 'hidden', styles, rows, merges, ...none };
  return { sheet, plan, tops, mark: lookMark(plan) };
}

/** @returns where a planned sheet lies, of exactly the size of what is written. */
export function placeOn({ sheet, tops }: Board, plan: SheetPlan): Range {
  const { bottom, right } = areaOf(plan);
  const top = tops.get(plan)!;
  return rangeOf(sheet, { top, left: LEFT, bottom: top + bottom, right: LEFT + right });
}

/** Takes off what an earlier layout left, and the note of it first of all. */
function strip({ sheet, plan }: Board, known: Layout | null): void {
  const rows = Math.max(plan.rows.length, known === null ? sheet.getMaxRows() : known.rows);
  const columns = Math.max(columnsOf(plan), known === null ? sheet.getMaxColumns() : known.columns);
  const whole = rangeOf(sheet, { top: 0, left: NOTES.left, bottom: rows - 1, right: columns - 1 });
  whole.clear();
  whole.breakApart();
}

/** What goes on the board beside the plan. */
export interface BoardFilling {
  gids: ReadonlyMap<string, number>;
  within: readonly KeptCell[];
}

/** @returns cells of people's as they lie on the board. */
export function keptOn(board: Board, within: ReadonlyMap<SheetPlan, readonly KeptCell[]>): KeptCell[] {
  return [...within].flatMap(([own, cells]) =>
    cells.map((cell) => ({ ...cell, row: cell.row + board.tops.get(own)!, column: cell.column + LEFT })),
  );
}

/** Values, links and risky texts on a board that is laid out. */
export function writeOn({ sheet, plan }: Board, filling: BoardFilling): void {
  writeValues(sheet, plan, { ...filling, left: LEFT });
}

/**
 * Fills the board, and makes sure that it holds what it should.
 * @param known layout of the last run; null: none that holds. @param isNew the sheet has just been added.
 * @returns whether it had to be laid out.
 */
export function fillBoard(board: Board, known: Layout | null, isNew: boolean, filling: BoardFilling): boolean {
  const { sheet, plan } = board;
  const { within } = filling;
  if (!isNew && known?.board === board.mark && within.length === 0) {
    writeOn(board, filling);
    // Also what sends all of it to the sheet before anything is decided.
    if (holdsValues(sheet, plan, LEFT)) return false;
  }
  if (!isNew) strip(board, known);
  layOut(sheet, plan, within);
  if (isNew) {
    // A sheet that has just been added is ours by this from its first filled cell on.
    const [first, ...rest] = plan.rows;
    const cells = [{ value: WORK_MARK, style: 0 }, ...first!.cells.slice(1)];
    writeValues(sheet, { ...plan, rows: [{ ...first!, cells }, ...rest] }, { ...filling, left: 0 });
  } else writeOn(board, filling);
  SpreadsheetApp.flush();
  return true;
}

/** Contents are nobody's to find; the looks stay. */
export function emptyBoard({ sheet, plan }: Board): void {
  rangeOf(sheet, { top: 0, left: LEFT, bottom: plan.rows.length - 1, right: columnsOf(plan) - 1 }).clearContent();
}

/** Notes how all was laid out, when it was: after a run that ends before, the next one lays it out anew. Failing costs no more than that. @returns whether there was something to note. */
export function noteLayout(
  { sheet, plan, mark }: Board,
  known: Layout | null,
  frames: Layout['frames'],
  findings: SheetPlan | null,
): boolean {
  const layout: Layout = { board: mark, rows: plan.rows.length, columns: columnsOf(plan), frames };
  if (JSON.stringify(layout) === JSON.stringify(known)) return false;
  const filter = findings?.filter ?? null;
  const rows = filter === null ? null : { ...filter, top: filter.top + 1, right: filter.left };
  const formula = rows === null ? '' : `=SUBTOTAL(3;${quoted(findings!.name)}!${areaA1(rows)})`;
  try {
    rangeOf(sheet, NOTES).setValues([[formula, JSON.stringify(layout)]]);
  } catch {
    // See above.
  }
  return true;
}
