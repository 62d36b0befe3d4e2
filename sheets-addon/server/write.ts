/** A plan → the workbook: on hidden work sheets first, then over our own sheets in place, one call a sheet. */
import type { Message } from '#core/messages/message';
import type { Plan, SheetPlan } from '#core/workbook/plan';
import { columnsOf, planFault } from '#core/workbook/plan-check';
import { isStamped } from '#core/workbook/stamp';
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

/** A planned sheet on its way. `rows`, `columns`: size of the target's grid once it has grown. */
interface Job {
  plan: SheetPlan;
  old: Sheet | null;
  target: Sheet;
  work: Sheet;
  rows: number;
  columns: number;
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
  const added = drafts.map(({ plan, workName: name, old }) => ({
    plan,
    old,
    target: old ?? addHidden(book, plan.name),
    work: addHidden(book, name),
  }));
  // What was added is used only after a flush: without it Google times out on every run.
  SpreadsheetApp.flush();
  touched();
  const jobs = added.map((one): Job => {
    const needed = gridOf(one.plan);
    // Rows of a sheet that people may refer to are never deleted, only added.
    const rows = one.old === null ? needed.rows : Math.max(needed.rows, one.old.getMaxRows());
    const columns = one.old === null ? needed.columns : Math.max(needed.columns, one.old.getMaxColumns());
    shapeSheet(one.work, rows, columns);
    shapeSheet(one.target, rows, columns);
    return { ...one, rows, columns };
  });
  SpreadsheetApp.flush();
  for (const { work, plan } of jobs) {
    guard.check('work');
    fillSheet(work, plan, gids);
  }
  SpreadsheetApp.flush();
  return jobs;
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
 * One call a sheet: the work sheet's whole grid over the target's, empty cells too, so that nothing of the old content is left and no
 * second call is needed. The target is of exactly the same size: a larger one would repeat the content.
 */
function bringOver({ work, target, rows, columns, old }: Job): void {
  const place = target.getRange(1, 1, rows, columns);
  if (old !== null) {
    target.setFrozenRows(0);
    target.setFrozenColumns(0);
    place.breakApart();
  }
  work.getRange(1, 1, rows, columns).copyTo(place, SpreadsheetApp.CopyPasteType.PASTE_NORMAL, false);
  target.showSheet();
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
function decide(jobs: readonly Job[], state: { sheet: Sheet; plan: SheetPlan } | null): void {
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
  const drafts = visible.map((sheet): Draft => {
    const name = workName(sheet.name, names);
    names.add(foldName(name));
    return { plan: sheet, workName: name, old: old.get(foldName(sheet.name)) ?? null };
  });
  const works = drafts.map((draft) => draft.workName);
  const places = [...visible, ...(hidden === null ? [] : [hidden])]
    .map(({ name }) => name)
    .filter((name) => !old.has(foldName(name)));
  const warnings: Message[] = [];
  /** Nothing at all could be written so far: most likely the person may only look. */
  let isTouched = false;
  let begun = false;
  let isOver = false;
  try {
    let jobs: Job[] = [];
    let state: { sheet: Sheet; plan: SheetPlan } | null = null;
    for (let attempt = 0; ; attempt += 1) {
      try {
        jobs = prepare(book, drafts, gids, guard, () => (isTouched = true));
        if (hidden !== null)
          state = { plan: hidden, sheet: old.get(foldName(hidden.name)) ?? addHidden(book, hidden.name) };
        break;
      } catch (error) {
        if (!isPassing(error)) throw error;
        // Half of it may be there: all of it goes, and is made anew once.
        removeSheets(book, [...works, ...places]);
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
      jobs.map((job) => ({ plan: job.plan, sheet: job.target, isNew: job.old === null })),
      guard,
      warnings,
    );
  } catch (error) {
    throw translate(error, begun ? 'service-late' : isTouched || drafts.length === 0 ? 'service' : 'read-only');
  } finally {
    cleanUp(book, isOver ? works : [...works, ...places], active);
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
