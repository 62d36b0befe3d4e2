/** A plan → the workbook: on hidden work sheets first, then over our own sheets in place, one call a sheet. */
import type { Message } from '#core/messages/message';
import type { Plan, SheetPlan } from '#core/workbook/plan';
import { columnsOf, planFault } from '#core/workbook/plan-check';
import { isStamped } from '#core/workbook/stamp';
import { stateListing } from '#core/write/state';
import { foldName, workName } from '#core/workbook/work-sheets';
import { AddonError, isPassing, translate } from './errors.ts';
import { fillSheet, writeLooks } from './fill.ts';
import { finish } from './finish.ts';
import { frameOf, putBack } from './frame.ts';
import type { Guard } from './guard.ts';
import { addHidden, gridOf, overLimit, removeSheets, shapeSheet } from './places.ts';
import { readWorkbook, type WorkbookRead } from './read.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A planned sheet before its places are made. */
interface Draft {
  plan: SheetPlan;
  workName: string;
  old: Sheet | null;
}

/**
 * A planned sheet on its way. `work` holds the new content; where there is an old sheet it is brought over that one, else it takes the
 * sheet's name. `rows`, `columns`: size of the grid.
 */
interface Job {
  plan: SheetPlan;
  old: Sheet | null;
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
function oldSheets(read: WorkbookRead, plan: Plan): Map<string, Sheet> {
  const wanted = new Set(plan.sheets.map(({ name }) => foldName(name)));
  const old = new Map<string, Sheet>();
  for (const { sheet, picture } of [...read.sheets, ...read.leftOver]) {
    const name = foldName(picture.name);
    if (!wanted.has(name)) continue;
    const isPlace = read.leftOver.some((left) => left.sheet === sheet);
    if (!isPlace && !isStamped(picture)) throw new AddonError('not-ours', { sheet: picture.name });
    for (const type of [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE])
      for (const protection of sheet.getProtections(type))
        if (!protection.isWarningOnly() && !protection.canEdit())
          throw new AddonError('protected', { sheet: picture.name });
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
  book: Spreadsheet,
  drafts: readonly Draft[],
  gids: ReadonlyMap<string, number>,
  guard: Guard,
  touched: () => void,
): Job[] {
  guard.check('work');
  const works = drafts.map(({ workName: name }) => addHidden(book, name));
  // What was added is used only after a flush: without it Google times out on every run.
  SpreadsheetApp.flush();
  touched();
  const jobs = drafts.map(({ plan, old }, index): Job => {
    const needed = gridOf(plan);
    const work = works[index]!;
    // Rows of a sheet that people may refer to are never deleted, only added.
    const rows = old === null ? needed.rows : Math.max(needed.rows, old.getMaxRows());
    const columns = old === null ? needed.columns : Math.max(needed.columns, old.getMaxColumns());
    shapeSheet(work, rows, columns);
    if (old !== null) shapeSheet(old, rows, columns);
    return { plan, old, work, rows, columns };
  });
  SpreadsheetApp.flush();
  for (const { work, plan } of jobs) {
    guard.check('work');
    fillSheet(work, plan, gids);
  }
  SpreadsheetApp.flush();
  return jobs;
}

/** What is new is listed before it is there: Google may end the script between two sheets. */
function prepareState(book: Spreadsheet, { plan, workName: name, old }: Draft, hasNew: boolean): State {
  const sheet = old ?? addHidden(book, name);
  if (old === null) SpreadsheetApp.flush();
  if (hasNew || old === null) writeState(sheet, stateListing(plan));
  if (old === null) sheet.setName(plan.name);
  SpreadsheetApp.flush();
  return { sheet, plan };
}

/** What would stop the copy or put it into wrong cells goes: a filter, rules for input, hidden rows. */
function clearWay({ old, plan, rows, columns }: Job, warnings: Message[]): void {
  if (old === null) return;
  const filter = old.getFilter();
  if (filter !== null) {
    const range = filter.getRange();
    const first = range.getColumn();
    const last = first + range.getNumColumns() - 1;
    let isUsed = false;
    for (let column = first; column <= last && !isUsed; column += 1)
      isUsed = filter.getColumnFilterCriteria(column) !== null;
    filter.remove();
    if (isUsed) warnings.push({ id: 'addon.warn-filter', args: { sheet: plan.name } });
  }
  old.getRange(1, 1, rows, columns).clearDataValidations();
  old.showRows(1, rows);
}

/**
 * One call a sheet: the work sheet's whole grid over the old one's, empty cells too, so that nothing of the old content is left and no
 * second call is needed. The old grid is of exactly the same size: a larger one would repeat the content.
 */
function bringOver({ plan, work, rows, columns, old }: Job): void {
  if (old === null) {
    work.setName(plan.name);
    work.showSheet();
    return;
  }
  const place = old.getRange(1, 1, rows, columns);
  old.setFrozenRows(0);
  old.setFrozenColumns(0);
  place.breakApart();
  work.getRange(1, 1, rows, columns).copyTo(place, SpreadsheetApp.CopyPasteType.PASTE_NORMAL, false);
  old.showSheet();
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
function decide(jobs: readonly Job[], state: State | null): void {
  for (let attempt = 0; ; attempt += 1) {
    try {
      // The ranking comes last of the visible ones: until its copy runs, the old one is whole.
      for (const job of [...jobs].reverse()) bringOver(job);
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

/** Writes a plan. `fingerprint`: the user's sheets that it was made from; whatever else the workbook holds now stops the write. */
export function writePlan(book: Spreadsheet, plan: Plan, fingerprint: string, guard: Guard): WriteReport {
  const fault = planFault(plan);
  if (fault !== null) throw new AddonError('plan-invalid', { detail: fault });
  SpreadsheetApp.flush();
  const read = readWorkbook(book, guard, 'head');
  if (read.fingerprint !== fingerprint) throw new AddonError('changed');
  const old = oldSheets(read, plan);
  const gids = gidsOf(read, plan);
  const active = book.getActiveSheet();
  const stale = read.leftOver.filter(({ picture }) => !old.has(foldName(picture.name)));
  removeSheets(
    book,
    stale.map(({ picture }) => picture.name),
  );
  const names = new Set([...read.sheets, ...read.leftOver].map(({ picture }) => foldName(picture.name)));
  const visible = plan.sheets.filter(({ visibility }) => visibility === 'visible');
  const hidden = plan.sheets.find(({ visibility }) => visibility === 'hidden') ?? null;
  const draftOf = (sheet: SheetPlan): Draft => {
    const name = workName(sheet.name, names);
    names.add(foldName(name));
    return { plan: sheet, workName: name, old: old.get(foldName(sheet.name)) ?? null };
  };
  const drafts = visible.map(draftOf);
  const list = hidden === null ? null : draftOf(hidden);
  const all = list === null ? drafts : [...drafts, list];
  const works = all.map((draft) => draft.workName);
  const fresh = all.filter((draft) => draft.old === null);
  const warnings: Message[] = [];
  /** Nothing at all could be written so far: most likely the person may only look. */
  let isTouched = false;
  let begun = false;
  let isOver = false;
  try {
    let jobs: Job[] = [];
    let state: State | null = null;
    for (let attempt = 0; ; attempt += 1) {
      try {
        jobs = prepare(book, drafts, gids, guard, () => (isTouched = true));
        if (list !== null) state = prepareState(book, list, fresh.length > 0);
        break;
      } catch (error) {
        if (!isPassing(error)) throw error;
        // Half of it may be there: all of it goes, and is made anew once.
        removeSheets(book, list?.old === null ? [...works, list.plan.name] : works);
        if (attempt === 0) continue;
        const cells = overLimit(book, plan);
        throw cells === null ? error : new AddonError('too-large', { cells });
      }
    }
    for (const job of jobs) clearWay(job, warnings);
    const frames = jobs.map(({ old: sheet, rows, columns }) => frameOf(sheet, rows, columns));
    SpreadsheetApp.flush();
    guard.check('decisive');
    begun = true;
    try {
      decide(jobs, state);
    } catch (error) {
      putBack(frames);
      throw error;
    }
    isOver = true;
    finish(
      jobs.map((job) => ({ plan: job.plan, sheet: job.old ?? job.work, isNew: job.old === null })),
      guard,
      warnings,
    );
  } catch (error) {
    throw translate(error, begun ? 'service-late' : isTouched || drafts.length === 0 ? 'service' : 'read-only');
  } finally {
    cleanUp(book, isOver ? works : [...works, ...fresh.map((draft) => draft.plan.name)], active);
  }
  return { written: visible.map(({ name }) => name), warnings };
}

/** The work sheets go and the person is back in place; failing at that must not turn a success into a failure. */
function cleanUp(book: Spreadsheet, names: readonly string[], active: Sheet): void {
  try {
    removeSheets(book, names);
    book.setActiveSheet(active, true);
    SpreadsheetApp.flush();
  } catch {
    // What is left is hidden, and the next run removes it.
  }
}
