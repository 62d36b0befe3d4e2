/** Bringing over: from the board to the sheets that people see, one call a sheet. All of it may be done twice. */
import { areaFromA1 } from '#core/workbook/address';
import { areaA1 } from '#core/workbook/looks';
import { leftover } from '#core/workbook/marks';
import type { Area } from '#core/workbook/picture';
import type { SheetPlan } from '#core/workbook/plan';
import { markedPlan } from '#core/workbook/work-sheets';
import { emptyBoard, placeOn, type Board } from './board.ts';
import { needsRichText, richText } from './cells.ts';
import { isPassing } from './errors.ts';
import { areaOf, mergedApart, rangeOf, type Found } from './marks.ts';
import { nameSheet } from './places.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A planned sheet on its way. `found`: what stands on the old one; null: the sheet was added by this run and has a work name still. */
export interface Job {
  plan: SheetPlan;
  sheet: Sheet;
  found: Found | null;
  /** It was filled by itself: no place on the board. */
  isFilled: boolean;
  /** The old sheet is shown, should it be hidden: an interrupted run may have left it so. */
  isShown: boolean;
  /** Merged areas of the old sheet. */
  merged: readonly Area[];
  /** Its frozen panes, where they were taken off. */
  frozen: { rows: number; columns: number } | null;
}

/** The hidden list of our sheets; `rows`: how many the old one has. */
export interface List {
  plan: SheetPlan;
  sheet: Sheet;
  isNew: boolean;
  rows: number;
}

/** Does a small step, twice where need be. What then still fails is left: the content is what counts. */
function attempt(step: () => void): void {
  for (let round = 0; round < 2; round += 1) {
    try {
      step();
      return;
    } catch {
      // Once more, then no more.
    }
  }
}

/** @returns whether our own filter may stay: it hides nothing and stands where it is planned. */
export function keepsFilter({ plan, found }: Job): boolean {
  if (found?.isAllShown === true) return true;
  const filter = found?.filter ?? null;
  if (filter?.fate !== 'ours' || filter.isUsed || filter.area === null || plan.filter === null) return false;
  return areaA1(plan.filter) === areaA1(filter.area);
}

/** What is written, and what we wrote before: merged areas are broken apart there, and rows that somebody hid are shown. */
function reachOf({ plan, found }: Pick<Job, 'plan' | 'found'>): Area {
  const area = areaOf(plan);
  for (const { bottom, right } of found?.ours ?? []) {
    area.bottom = Math.max(area.bottom, bottom);
    area.right = Math.max(area.right, right);
  }
  return area;
}

/** What would put the copy into wrong cells goes: a filter that hides rows, rows that somebody hid. */
export function clearWay(job: Job): void {
  const { sheet, found } = job;
  if (found === null) return;
  if (found.filter !== null && found.filter.fate !== 'stays' && !keepsFilter(job)) sheet.getFilter()?.remove();
  sheet.showRows(1, reachOf(job).bottom + 1);
}

/** @returns merged areas of an old sheet, as far as anything stands on it or is written. */
export function mergesOn({ sheet, plan, found }: Job, values: readonly (readonly unknown[])[]): Area[] {
  const { bottom, right } = reachOf({ plan, found });
  const rows = Math.max(bottom + 1, values.length);
  const columns = Math.max(right + 1, ...values.map(({ length }) => length));
  const merged = sheet.getRange(1, 1, rows, columns).getMergedRanges();
  return merged.flatMap((range) => areaFromA1(range.getA1Notation()) ?? []);
}

/** What else may stand in the way: a filter, rules for input, frozen panes, merged areas that reach beyond what we wrote. */
function free(job: Job): void {
  const { sheet, plan, found } = job;
  if (found !== null) {
    if (found.isAllShown || found.filter?.fate === 'ours') sheet.getFilter()?.remove();
    job.frozen ??= { rows: sheet.getFrozenRows(), columns: sheet.getFrozenColumns() };
    sheet.setFrozenRows(0);
    sheet.setFrozenColumns(0);
  }
  rangeOf(sheet, areaOf(plan)).clearDataValidations();
  sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).breakApart();
}

/**
 * One call a sheet: what is planned over the same cells of the old one, empty ones too; then what the old table had beyond it goes.
 * Both areas are of exactly the same size: a larger one would repeat the content. What people put beside them is not touched.
 */
function bringOver(job: Job, board: Board, isFree: boolean): void {
  const { plan, sheet, found, merged } = job;
  const area = areaOf(plan);
  if (isFree) free(job);
  else if (found !== null) rangeOf(sheet, reachOf(job)).breakApart();
  placeOn(board, plan).copyTo(rangeOf(sheet, area), SpreadsheetApp.CopyPasteType.PASTE_NORMAL, false);
  if (found === null) return;
  const left = leftover(found.ours, area.bottom + 1, area.right + 1);
  if (left.length > 0) sheet.getRangeList(left.map(areaA1)).clear();
  // Whether a copy takes notes away nobody documents.
  if (found.notes !== null) rangeOf(sheet, found.notes.area).setNotes(found.notes.texts);
  if (job.isShown) sheet.showSheet();
  for (const apart of mergedApart(found, merged)) attempt(() => void rangeOf(sheet, apart).merge());
}

/** Puts back what lies around the content of old sheets; one that holds the new content already has the same. */
function putBack(jobs: readonly Job[]): void {
  for (const { sheet, merged, frozen } of jobs) {
    for (const area of merged) attempt(() => void rangeOf(sheet, area).merge());
    if (frozen === null) continue;
    attempt(() => sheet.setFrozenRows(frozen.rows));
    attempt(() => sheet.setFrozenColumns(frozen.columns));
  }
  attempt(() => SpreadsheetApp.flush());
}

/** The mark of a sheet that is to be the person's own goes last: hidden and without it, it would be input after a run that was ended. */
function takeMark({ sheet, plan }: Job): void {
  const marked = markedPlan(plan);
  if (marked === null) return;
  const { first } = marked;
  const cell = sheet.getRange(1, 1);
  if (typeof first === 'string' && needsRichText(first)) cell.setRichTextValue(richText(first));
  else cell.setValue(first ?? '');
}

/** The list follows in the same flush; it knows new sheets before they have their names. */
function bringList({ plan, sheet, isNew, rows }: List, board: Board): void {
  const { bottom, right } = areaOf(plan);
  placeOn(board, plan).copyTo(rangeOf(sheet, areaOf(plan)), SpreadsheetApp.CopyPasteType.PASTE_NORMAL, false);
  if (!isNew && rows > bottom + 1) rangeOf(sheet, { top: bottom + 1, left: 0, bottom: rows - 1, right }).clear();
}

/**
 * Everything that can't be taken back. `refill` fills the board, which is emptied at the end. What fails is done once more, with all that may stand in the way taken off; where that fails too the
 * old sheets' frames are put back.
 */
export function decide(
  book: Spreadsheet,
  jobs: readonly Job[],
  list: List | null,
  board: Board | null,
  refill: () => void,
): void {
  for (let round = 0; ; round += 1) {
    try {
      if (round > 0) refill();
      // The ranking comes last of the visible ones: until its copy runs, the old one is whole.
      for (const job of [...jobs].reverse()) if (!job.isFilled) bringOver(job, board!, round > 0);
      if (list !== null) bringList(list, board!);
      if (list?.isNew === true) nameSheet(book, list.sheet, list.plan.name);
      for (const { found, sheet, plan } of jobs) if (found === null) nameSheet(book, sheet, plan.name);
      for (const job of jobs) {
        if (!job.isFilled) continue;
        job.sheet.showSheet();
        takeMark(job);
      }
      if (board !== null) emptyBoard(board);
      SpreadsheetApp.flush();
      return;
    } catch (error) {
      if (round === 0 && isPassing(error)) continue;
      putBack(jobs.filter(({ found }) => found !== null));
      throw error;
    }
  }
}
