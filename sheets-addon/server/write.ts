/** A plan → the workbook: put together on a hidden place first, then over our own sheets in place, one call a sheet. */
import { nameWords } from '#panel/mark-words.ts';
import type { Message } from '#core/messages/message';
import { renamed } from '#core/workbook/own-sheets';
import type { Plan, SheetPlan } from '#core/workbook/plan';
import { planFault } from '#core/workbook/plan-check';
import { isStamped } from '#core/workbook/stamp';
import { foldName, workName } from '#core/workbook/work-sheets';
import { emptyBoard, filteredIn, layoutIn, noteLayout, type Board } from './board.ts';
import { AddonError, isPassing, translate } from './errors.ts';
import { finish } from './finish.ts';
import { again, type Guard } from './guard.ts';
import { leftAlone, lookAt, lossOn, type Found } from './marks.ts';
import { clearWay, decide, keepsFilter, mergesOn } from './over.ts';
import { addSheet, goBack, overLimit, removeMade, removeSheets, type Made } from './places.ts';
import { prepare, type Draft, type Ready } from './prepare.ts';
import { isUnchanged, type SheetRead, type WorkbookRead } from './read.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** So many sheets are linked to: each tells its id by a call of its own. */
const MOST_LINKED = 60;

/** Throws where somebody protected one of our sheets. Only where anything is protected each of them is asked. */
function refuseProtected(book: Spreadsheet, old: Iterable<SheetRead>, guard: Guard): void {
  const types = [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE];
  const any = again(guard, 'work', () => types.some((type) => book.getProtections(type).length > 0));
  if (!any) return;
  for (const { sheet, picture } of old)
    again(guard, 'work', () => {
      for (const type of types)
        for (const protection of sheet.getProtections(type))
          if (!protection.isWarningOnly() && !protection.canEdit())
            throw new AddonError('protected', { sheet: picture.name });
    });
}

/** Our old sheets by folded name; throws where a sheet of the user's own stands in our place, or one of ours is protected. */
function oldSheets(book: Spreadsheet, read: WorkbookRead, plan: Plan, guard: Guard): Map<string, SheetRead> {
  const wanted = new Set(plan.sheets.map(({ name }) => foldName(name)));
  const old = new Map<string, SheetRead>();
  for (const one of [...read.sheets, ...read.leftOver]) {
    const name = foldName(one.picture.name);
    if (!wanted.has(name)) continue;
    if (!read.leftOver.includes(one) && !isStamped(one.picture))
      throw new AddonError('not-ours', { sheet: one.picture.name });
    old.set(name, one);
  }
  if (old.size > 0) refuseProtected(book, old.values(), guard);
  return old;
}

/** Ids of the sheets that are linked to. */
function gidsOf(read: WorkbookRead, plan: Plan): Map<string, number> {
  const wanted = new Set<string>();
  for (const { rows } of plan.sheets)
    for (const { cells } of rows)
      for (const cell of cells) if (cell?.link !== undefined && wanted.size < MOST_LINKED) wanted.add(cell.link.sheet);
  return new Map(
    read.sheets
      .filter(({ picture }) => wanted.has(picture.name))
      .map(({ sheet, picture }) => [picture.name, sheet.getSheetId()]),
  );
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
  const old = oldSheets(book, read, plan, guard);
  const hidden = plan.sheets.find(({ visibility }) => visibility === 'hidden') ?? null;
  const state = hidden === null ? null : (old.get(foldName(hidden.name))?.values ?? null);
  const known = layoutIn(state);
  const gids = again(guard, 'work', () => gidsOf(read, plan));
  const names = new Set([...read.sheets, ...read.leftOver].map(({ picture }) => foldName(picture.name)));
  const draftOf = (sheet: SheetPlan): Draft => {
    const name = workName(sheet.name, names);
    names.add(foldName(name));
    const there = old.get(foldName(sheet.name)) ?? null;
    const look = (): Found | null =>
      there === null || sheet === hidden
        ? null
        : lookAt(there.sheet, there.values ?? [], sheet, sheet.filter === null ? null : filteredIn(state));
    return { plan: sheet, workName: name, old: there, found: again(guard, 'work', look) };
  };
  const drafts = plan.sheets.filter((sheet) => sheet !== hidden).map(draftOf);
  const listed = hidden === null ? null : draftOf(hidden);
  const found = drafts.flatMap((draft) => draft.found ?? []);
  const loss = lossOn(found);
  if (loss !== null && loss.key !== accept) throw new AddonError('loss', { ...loss });
  const stale = read.leftOver.filter(({ picture }) => !old.has(foldName(picture.name))).map(({ sheet }) => sheet);
  again(guard, 'work', () => removeSheets(book, stale));
  const isAdding = [...drafts, ...(listed === null ? [] : [listed])].some((draft) => draft.old === null);
  // After that: a run that was ended may have left the person on one of them.
  const seen = isAdding ? again(guard, 'work', () => book.getActiveSheet()) : null;
  const made: Made = { sheets: new Set(), asked: new Set(), isAway: false };
  const add = ({ workName: name }: Draft): Sheet =>
    addSheet(book, name, read.count - stale.length + made.sheets.size, made);
  const warnings = [
    ...leftAlone(found),
    ...nameWords(renamed(drafts.filter((draft) => draft.old === null).map((draft) => draft.plan))),
  ];
  /** Nothing at all could be written so far: most likely the person may only look. */
  let isTouched = false;
  let begun = false;
  let ready: Ready | null = null;
  let filled: Board | null = null;
  let isEmptied = false;
  try {
    for (let attempt = 0; ready === null; attempt += 1) {
      try {
        ready = prepare(drafts, listed, attempt === 0 ? known : null, gids, guard, {
          add,
          added: () => seen !== null && goBack(book, seen, made),
          touched: () => (isTouched = true),
          begins: (board) => (filled = board),
        });
      } catch (error) {
        if (!isPassing(error)) throw error;
        // Half of it may be there: all of it goes, and is made anew once.
        removeMade(book, made);
        if (attempt === 0) continue;
        const cells = overLimit(book, plan);
        throw cells === null ? error : new AddonError('too-large', { cells });
      }
    }
    const { jobs, list, board, isLaid, refill } = ready;
    for (const job of jobs) again(guard, 'work', () => clearWay(job));
    for (const job of jobs) {
      if (job.found === null) continue;
      const there = old.get(foldName(job.plan.name))!;
      // Where all is laid out as it was, a sheet that somebody hid stays so, and merged areas are those that are planned.
      job.isShown = isLaid || read.leftOver.includes(there);
      if (isLaid || (job.found.marks?.kept.length ?? 0) > 0)
        job.merged = again(guard, 'work', () => mergesOn(job, there.values ?? []));
    }
    guard.check('decisive');
    begun = true;
    decide(book, jobs, list, board, refill);
    isEmptied = true;
    // What is a sheet of its own by now stays.
    made.sheets.clear();
    const targets = jobs.map((job) => ({
      plan: job.plan,
      sheet: job.sheet,
      isNew: job.found === null,
      isFiltered: keepsFilter(job) && job.frozen === null,
    }));
    const before = { ...known?.frames };
    for (const { plan: own, frozen } of jobs)
      if (frozen !== null) before[own.name] = { ...before[own.name], freeze: '' };
    const { done, isQuiet } = finish(targets, before, guard, warnings);
    const findings = plan.sheets.find(({ filter }) => filter !== null) ?? null;
    const isNoted = board !== null && noteLayout(board, isLaid ? null : known, { ...known?.frames, ...done }, findings);
    // Bringing over was flushed already.
    if (isNoted || !isQuiet) settle();
  } catch (error) {
    if (begun) throw translate(error, 'service-late');
    throw translate(error, isTouched || drafts.length === 0 || mayEdit(listed) ? 'service' : 'read-only');
  } finally {
    cleanUp(book, made, isEmptied ? null : filled, seen);
  }
  return { written: drafts.map((draft) => draft.plan.name), warnings };
}

/** Asked only where nothing could be written. @returns whether the person may edit the list of our sheets; false: not known. */
function mayEdit(listed: Draft | null): boolean {
  try {
    return listed?.old?.sheet.getRange(1, 1).canEdit() === true;
  } catch {
    return false;
  }
}

/** What is still on its way goes: another run must not read before. */
function settle(): void {
  try {
    SpreadsheetApp.flush();
  } catch {
    // A passing failure: it goes with the next call, or the next run sets it.
  }
}

/** What is not needed any more goes and the person is back in place; failing at that must not turn a success into a failure. */
function cleanUp(book: Spreadsheet, made: Made, board: Board | null, seen: Sheet | null): void {
  const steps = [
    () => removeMade(book, made),
    () => board !== null && emptyBoard(board),
    () => seen !== null && goBack(book, seen, made),
  ];
  for (const step of steps) {
    try {
      step();
    } catch {
      // What is left is hidden, and the next run puts it right.
    }
  }
}
