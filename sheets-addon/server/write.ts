/** A plan → the workbook: on hidden work sheets first, then over our own sheets in place, one call a sheet. */
import type { Message } from '#core/messages/message';
import type { Plan, SheetPlan } from '#core/workbook/plan';
import { columnsOf, planFault } from '#core/workbook/plan-check';
import { areaA1 } from '#core/workbook/looks';
import { leftover } from '#core/workbook/marks';
import { nameWords } from '#panel/mark-words.ts';
import { isStamped } from '#core/workbook/stamp';
import { renamed, stateListing } from '#core/workbook/own-sheets';
import { foldName, markedPlan, workName } from '#core/workbook/work-sheets';
import { needsRichText, richText } from './cells.ts';
import { AddonError, isPassing, translate } from './errors.ts';
import { fillSheet, writeLooks } from './fill.ts';
import { finish } from './finish.ts';
import { attempt, frameOf, putBack } from './frame.ts';
import { again, type Guard } from './guard.ts';
import { addHidden, gridOf, nameSheet, overLimit, removeMade, removeSheets, shapeSheet, type Made } from './places.ts';
import { areaOf, leftAlone, lookAt, lossOn, mergedApart, rangeOf, type Found } from './marks.ts';
import { isUnchanged, type WorkbookRead } from './read.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A planned sheet before its places are made. */
interface Draft {
  plan: SheetPlan;
  workName: string;
  old: Sheet | null;
  /** What stands on the old sheet. */
  found: Found | null;
}

/**
 * A planned sheet on its way. `work` holds the new content; where there is an old sheet it is brought over that one, else it takes the
 * sheet's name. `rows`, `columns`: size of the grid of the sheet that stays.
 */
interface Job {
  plan: SheetPlan;
  old: Sheet | null;
  found: Found | null;
  work: Sheet;
  rows: number;
  columns: number;
}

/** The hidden list of our sheets. */
interface State {
  sheet: Sheet;
  plan: SheetPlan;
}

/** Our old sheets by folded name; throws where a sheet of the user's own stands in our place, or one of ours is protected. */
function oldSheets(read: WorkbookRead, plan: Plan, guard: Guard): Map<string, Sheet> {
  const wanted = new Set(plan.sheets.map(({ name }) => foldName(name)));
  const old = new Map<string, Sheet>();
  for (const { sheet, picture } of [...read.sheets, ...read.leftOver]) {
    const name = foldName(picture.name);
    if (!wanted.has(name)) continue;
    const isPlace = read.leftOver.some((left) => left.sheet === sheet);
    if (!isPlace && !isStamped(picture)) throw new AddonError('not-ours', { sheet: picture.name });
    again(guard, 'work', () => {
      for (const type of [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE])
        for (const protection of sheet.getProtections(type))
          if (!protection.isWarningOnly() && !protection.canEdit())
            throw new AddonError('protected', { sheet: picture.name });
    });
    old.set(name, sheet);
  }
  return old;
}

/** Ids of the sheets that are linked to. */
function gidsOf(read: WorkbookRead, plan: Plan): Map<string, number> {
  const wanted = new Set<string>();
  for (const { rows } of plan.sheets)
    for (const { cells } of rows) for (const cell of cells) if (cell?.link !== undefined) wanted.add(cell.link.sheet);
  return new Map(
    read.sheets
      .filter(({ picture }) => wanted.has(picture.name))
      .map(({ sheet, picture }) => [picture.name, sheet.getSheetId()]),
  );
}

/** Adds and fills the work sheets, and makes room in the targets: nothing that a person sees changes. */
function prepare(
  drafts: readonly Draft[],
  gids: ReadonlyMap<string, number>,
  guard: Guard,
  touched: () => void,
  add: (name: string) => Sheet,
): Job[] {
  guard.check('work');
  const works = drafts.map(({ workName: name }) => add(name));
  // What was added is used only after a flush: without it Google times out on every run.
  SpreadsheetApp.flush();
  touched();
  const jobs = drafts.map(({ plan, old, found }, index): Job => {
    const needed = gridOf(plan);
    const work = works[index]!;
    // Rows of a sheet that people may refer to are never deleted, only added.
    const rows = old === null ? needed.rows : Math.max(needed.rows, old.getMaxRows());
    const columns = old === null ? needed.columns : Math.max(needed.columns, old.getMaxColumns());
    shapeSheet(work, needed.rows, needed.columns);
    if (old !== null) shapeSheet(old, rows, columns);
    return { plan, old, found, work, rows, columns };
  });
  SpreadsheetApp.flush();
  for (const { work, plan, found } of jobs) {
    guard.check('work');
    fillSheet(work, markedPlan(plan)?.plan ?? plan, gids, found?.within);
  }
  SpreadsheetApp.flush();
  return jobs;
}

/** What is new is listed before it is there: Google may end the script between two sheets. */
function prepareState(
  book: Spreadsheet,
  { plan, workName: name, old }: Draft,
  hasNew: boolean,
  add: (name: string) => Sheet,
): State {
  const sheet = old ?? add(name);
  if (old === null) SpreadsheetApp.flush();
  if (hasNew || old === null) writeState(sheet, stateListing(plan));
  if (old === null) nameSheet(book, sheet, plan.name);
  SpreadsheetApp.flush();
  return { sheet, plan };
}

/** What would stop the copy or put it into wrong cells goes: a filter, rules for input, hidden rows. */
function clearWay({ old, plan, found, rows }: Job): void {
  if (old === null) return;
  if (found!.filter !== null && found!.filter.fate !== 'stays') old.getFilter()?.remove();
  rangeOf(old, areaOf(plan)).clearDataValidations();
  old.showRows(1, rows);
}

/**
 * One call a sheet: what is planned over the same cells of the old one, empty ones too; then what the old table had beyond it goes.
 * Both areas are of exactly the same size: a larger one would repeat the content. What people put beside them is not touched.
 */
function bringOver({ work, plan, found, rows, columns, old }: Job, merged: readonly Range[]): void {
  if (old === null) {
    work.showSheet();
    return;
  }
  const area = areaOf(plan);
  const { notes } = found!;
  old.setFrozenRows(0);
  old.setFrozenColumns(0);
  old.getRange(1, 1, rows, columns).breakApart();
  rangeOf(work, area).copyTo(rangeOf(old, area), SpreadsheetApp.CopyPasteType.PASTE_NORMAL, false);
  const left = leftover(found!.ours, area.bottom + 1, area.right + 1);
  if (left.length > 0) old.getRangeList(left.map(areaA1)).clear();
  // Whether a copy takes notes away nobody documents.
  if (notes !== null) rangeOf(old, notes.area).setNotes(notes.texts);
  for (const range of merged) attempt(() => void range.merge());
  old.showSheet();
}

/** The mark of a sheet that is to be the person's own goes last: hidden and without it, it would be input after a run that was ended. */
function takeMark(work: Sheet, plan: SheetPlan): void {
  const marked = markedPlan(plan);
  if (marked === null) return;
  const { first } = marked;
  const cell = work.getRange(1, 1);
  if (typeof first === 'string' && needsRichText(first)) cell.setRichTextValue(richText(first));
  else cell.setValue(first ?? '');
}

/** The hidden list of our sheets: the new one over the old one in one call. */
function writeState(sheet: Sheet, plan: SheetPlan): void {
  const columns = columnsOf(plan);
  const height = Math.max(sheet.getLastRow(), plan.rows.length);
  const values = Array.from({ length: height }, (_, row) =>
    Array.from({ length: columns }, (__, column) => plan.rows[row]?.cells[column]?.value ?? ''),
  );
  const range = sheet.getRange(1, 1, height, columns);
  range.setNumberFormat('@');
  range.setValues(values);
  writeLooks(sheet, plan);
}

/** Everything that can't be taken back. All of it may be done twice. */
function decide(
  book: Spreadsheet,
  jobs: readonly Job[],
  state: State | null,
  merged: ReadonlyMap<Job, readonly Range[]>,
): void {
  for (let attempt = 0; ; attempt += 1) {
    try {
      // New sheets take their names first, still hidden: where one is taken meanwhile, nothing was changed yet.
      for (const { old, work, plan } of jobs) if (old === null) nameSheet(book, work, plan.name);
      // The ranking comes last of the visible ones: until its copy runs, the old one is whole.
      for (const job of [...jobs].reverse()) bringOver(job, merged.get(job) ?? []);
      for (const { plan, old, work } of jobs) if (old === null) takeMark(work, plan);
      if (state !== null) writeState(state.sheet, state.plan);
      SpreadsheetApp.flush();
      return;
    } catch (error) {
      if (attempt > 0 || !isPassing(error)) throw error;
    }
  }
}

export interface WriteReport {
  /** Names of the sheets to be seen. */
  written: string[];
  warnings: Message[];
}

/**
 * Writes a plan. `read`: what it was made from; whatever else the workbook holds now stops the write. `accept`: key of the loss that the
 * person agreed to.
 */
export function writePlan(book: Spreadsheet, plan: Plan, read: WorkbookRead, guard: Guard, accept = ''): WriteReport {
  const fault = planFault(plan);
  if (fault !== null) throw new AddonError('plan-invalid', { detail: fault });
  if (!isUnchanged(book, read, guard)) throw new AddonError('changed');
  const old = oldSheets(read, plan, guard);
  const gids = again(guard, 'work', () => gidsOf(read, plan));
  const stands = new Map([...read.sheets, ...read.leftOver].map(({ sheet, values }) => [sheet, values]));
  const looked = new Map<SheetPlan, Found>();
  for (const sheet of plan.sheets) {
    const there = old.get(foldName(sheet.name));
    if (there === undefined || sheet.visibility !== 'visible') continue;
    looked.set(
      sheet,
      again(guard, 'work', () => lookAt(there, stands.get(there) ?? [], sheet)),
    );
  }
  const found = [...looked.values()];
  const loss = lossOn(found);
  if (loss !== null && loss.key !== accept) throw new AddonError('loss', { ...loss });
  const stale = read.leftOver.filter(({ picture }) => !old.has(foldName(picture.name)));
  again(guard, 'work', () =>
    removeSheets(
      book,
      stale.map(({ sheet }) => sheet),
    ),
  );
  // After that: a run that was ended may have left the person on one of them.
  const seen = again(guard, 'work', () => book.getActiveSheet());
  const names = new Set([...read.sheets, ...read.leftOver].map(({ picture }) => foldName(picture.name)));
  const visible = plan.sheets.filter(({ visibility }) => visibility === 'visible');
  const hidden = plan.sheets.find(({ visibility }) => visibility === 'hidden') ?? null;
  const draftOf = (sheet: SheetPlan): Draft => {
    const name = workName(sheet.name, names);
    names.add(foldName(name));
    const there = old.get(foldName(sheet.name)) ?? null;
    return { plan: sheet, workName: name, old: there, found: looked.get(sheet) ?? null };
  };
  const drafts = visible.map(draftOf);
  const list = hidden === null ? null : draftOf(hidden);
  const all = list === null ? drafts : [...drafts, list];
  const hasNew = all.some((draft) => draft.old === null);
  const made: Made = { sheets: new Set(), asked: new Set() };
  const add = (name: string): Sheet => addHidden(book, name, seen, made);
  const added = drafts.filter((draft) => draft.old === null).map((draft) => draft.plan);
  const warnings = [...leftAlone(found), ...nameWords(renamed(added))];
  /** Nothing at all could be written so far: most likely the person may only look. */
  let isTouched = false;
  let begun = false;
  try {
    let jobs: Job[] = [];
    let state: State | null = null;
    for (let attempt = 0; ; attempt += 1) {
      try {
        jobs = prepare(drafts, gids, guard, () => (isTouched = true), add);
        if (list !== null) state = prepareState(book, list, hasNew, add);
        break;
      } catch (error) {
        if (!isPassing(error)) throw error;
        // Half of it may be there: all of it goes, and is made anew once.
        removeMade(book, made);
        if (attempt === 0) continue;
        const cells = overLimit(book, plan);
        throw cells === null ? error : new AddonError('too-large', { cells });
      }
    }
    for (const job of jobs) again(guard, 'work', () => clearWay(job));
    const frames = jobs.map(({ old: sheet, rows, columns }) =>
      again(guard, 'work', () => frameOf(sheet, rows, columns)),
    );
    const merged = new Map(
      jobs.map(
        (job, index) => [job, again(guard, 'work', () => mergedApart(job.found, frames[index]?.merged ?? []))] as const,
      ),
    );
    again(guard, 'work', () => SpreadsheetApp.flush());
    guard.check('decisive');
    begun = true;
    try {
      decide(book, jobs, state, merged);
    } catch (error) {
      putBack(frames);
      throw error;
    }
    // What is a sheet of its own by now stays.
    for (const job of jobs) if (job.old === null) made.sheets.delete(job.work);
    if (state !== null) made.sheets.delete(state.sheet);
    finish(
      jobs.map((job) => ({ plan: job.plan, sheet: job.old ?? job.work, isNew: job.old === null })),
      guard,
      warnings,
    );
  } catch (error) {
    throw translate(error, begun ? 'service-late' : isTouched || drafts.length === 0 ? 'service' : 'read-only');
  } finally {
    cleanUp(book, made, seen);
  }
  return { written: visible.map(({ name }) => name), warnings };
}

/** The work sheets go and the person is back in place; failing at that must not turn a success into a failure. */
function cleanUp(book: Spreadsheet, made: Made, seen: Sheet): void {
  try {
    removeMade(book, made);
    book.setActiveSheet(seen, true);
    SpreadsheetApp.flush();
  } catch {
    // What is left is hidden, and the next run removes it.
  }
}
