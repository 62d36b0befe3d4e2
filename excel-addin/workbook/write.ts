/** A plan → the workbook: on hidden work sheets first, then over our own sheets in place, in one request. */
import type { Message } from '#core/messages/message';
import type { Plan, SheetPlan } from '#core/workbook/plan';
import { isStamped } from '#core/workbook/stamp';
import { markHolds } from '#core/workbook/fingerprint';
import { keptWords, lossWords, nameWords } from '#panel/mark-words.ts';
import { keptOn, leftover, sizeOf, type Place } from '#core/workbook/marks';
import { renamed } from '#core/workbook/own-sheets';
import { HostError, WouldLose, type WriteOptions, type WriteReport } from '../host.ts';
import { compareEdits, writeEdits } from './edits.ts';
import { ExcelError, hostError, isSize } from './errors.ts';
import { fillSheet } from './fill.ts';
import { finish } from './finish.ts';
import { lookForMarks } from './marks.ts';
import { oursOn, type Old } from './old.ts';
import { Outbox } from './outbox.ts';
import { foldName, markedPlan, workName } from '#core/workbook/work-sheets';
import { placeOf, restorePlace } from './place.ts';
import { addSheets, removeSheets } from './places.ts';
import { readWorkbook, type WorkbookRead } from './read.ts';
import { inExcel, REQUEST_BYTES, throwIfAborted, writing, type Batch, type Session } from './session.ts';
import { heightAreas, widthAreas } from '#core/workbook/looks';
import { addressLists, formatOf, points, storable } from './shape.ts';
import { isFatal, rangeOf } from './sheets.ts';
import { columnsOf } from '#core/workbook/plan-check';
import { validatePlan } from './validate.ts';

/** A planned sheet before its places are made. */
export interface Draft {
  plan: SheetPlan;
  workName: string;
  old: Old | null;
}

/** A planned sheet on its way: filled on `work`, brought over `target`. */
export interface Job extends Draft {
  work: Excel.Worksheet;
  target: Excel.Worksheet;
  /** Cells of people's inside what is copied, where the plan has nothing. */
  within: readonly Place[];
}

interface Around {
  old: Map<string, Old>;
  /** Names and ids of all sheets that were there before the run. */
  names: Set<string>;
  ids: Set<string>;
}

/** Excel's default row height. */
const ROW_HEIGHT = 15;

/** Looks at what could forbid the writing, before anything else: rights, structure, protection of our old sheets, filters. */
async function lookAround(batch: Batch, plan: Plan): Promise<Around> {
  const { workbook } = batch.context;
  workbook.load('readOnly');
  workbook.protection.load('protected');
  workbook.worksheets.load('items/id,items/name,items/visibility');
  await batch.sync();
  if (workbook.readOnly) throw hostError('read-only');
  // Work sheets come and go: a protected structure forbids them even where all our sheets are there.
  if (workbook.protection.protected) throw hostError('structure-protected');
  const wanted = new Set(plan.sheets.map((sheet) => foldName(sheet.name)));
  const found = workbook.worksheets.items
    .filter((sheet) => wanted.has(foldName(sheet.name)))
    .map((sheet) => {
      const { protection, autoFilter } = sheet;
      protection.load('protected');
      autoFilter.load('enabled,isDataFiltered');
      const used = sheet.getUsedRangeOrNullObject(false);
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      const filled = sheet.getUsedRangeOrNullObject(true);
      filled.load('rowIndex,columnIndex,rowCount,columnCount');
      return { sheet, protection, autoFilter, used, filled };
    });
  await batch.sync();
  const old = new Map<string, Old>();
  for (const { sheet, protection, autoFilter, used, filled } of found) {
    if (protection.protected) throw hostError('protected', 'host.protected', { sheet: sheet.name });
    old.set(foldName(sheet.name), {
      sheet,
      name: sheet.name,
      rows: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
      columns: used.isNullObject ? 0 : used.columnIndex + used.columnCount,
      filter: autoFilter.enabled,
      filtered: autoFilter.isDataFiltered,
      filterArea: null,
      keepsFilter: false,
      filled: filled.isNullObject
        ? null
        : { bottom: filled.rowIndex + filled.rowCount - 1, right: filled.columnIndex + filled.columnCount - 1 },
      table: null,
    });
  }
  const { items } = workbook.worksheets;
  return { old, names: new Set(items.map(({ name }) => foldName(name))), ids: new Set(items.map(({ id }) => id)) };
}

/** Throws where the workbook is not what the plan was made from, or a sheet of the user's own stands in our place. */
function checkUnchanged(read: WorkbookRead, expected: string, old: ReadonlyMap<string, Old>): void {
  if (!markHolds(expected, read.picture)) throw hostError('changed');
  for (const { name } of old.values()) {
    const sheet = read.picture.sheets.find((one) => one.name === name);
    const empty = read.leftOver.some((one) => one.name === name);
    if (!empty && (sheet === undefined || !isStamped(sheet)))
      throw hostError('changed', 'host.not-ours', { sheet: name });
  }
}

/** Removes work sheets that an interrupted run left; what can't be removed now goes next time. */
async function removeLeftOver(batch: Batch, read: WorkbookRead, old: ReadonlyMap<string, Old>): Promise<void> {
  const stale = read.leftOver.filter((sheet) => !old.has(foldName(sheet.name)));
  await removeSheets(batch, new Set(stale.map((sheet) => sheet.id)));
}

/** Fills the work sheets; a request that Excel finds too large is tried again in smaller ones. */
async function fillAll(batch: Batch, jobs: Job[], signal: AbortSignal): Promise<void> {
  for (let limit = REQUEST_BYTES; ; limit /= 2) {
    try {
      const outbox = new Outbox(batch, limit, () => throwIfAborted(signal));
      for (const job of jobs) await fillSheet(outbox, job.work, markedPlan(job.plan)?.plan ?? job.plan, limit);
      await outbox.flush();
      return;
    } catch (error) {
      // GeneralException is what older builds say of a large request: one more try.
      const size = isSize(error);
      if (size === null || limit < REQUEST_BYTES / (size === 'certain' ? 16 : 1)) throw error;
    }
  }
}

/** Values are never written across filtered rows: they would land in wrong cells. */
async function clearFilters(batch: Batch, jobs: Job[], warnings: Message[]): Promise<void> {
  for (const { old } of jobs) {
    if (old === null || !old.filter || old.keepsFilter) continue;
    old.sheet.autoFilter.remove();
    if (old.filtered) warnings.push({ id: 'host.warn-filter', args: { sheet: old.name } });
  }
  await batch.sync();
}

/**
 * The decisive request: all our sheets at once. Excel takes nothing back when a request stops half-way, so what could still be refused
 * goes first and the ranking last of the visible sheets: until its copy runs, the old one is whole. The state follows.
 */
function queueAll(jobs: readonly Job[]): void {
  const visible = jobs.filter((job) => job.plan.visibility === 'visible').reverse();
  const order = [...visible, ...jobs.filter((job) => job.plan.visibility !== 'visible')];
  for (const job of order) shape(job);
  for (const job of order) copy(job);
}

/** What a copy does not bring: widths, heights, visibility. */
function shape({ plan, target, old }: Job): void {
  const ours = old === null ? 0 : sizeOf(oursOn(old)).rows;
  for (const { left, right, width } of widthAreas(plan))
    rangeOf(target, { top: 0, left, bottom: 0, right }).format.columnWidth = points(width);
  for (const [height, areas] of heightAreas(plan, Math.max(plan.rows.length, ours))) {
    if (height === null && old === null) continue;
    for (const list of addressLists(areas)) target.getRanges(list).format.rowHeight = height ?? ROW_HEIGHT;
  }
  target.visibility = plan.visibility === 'visible' ? 'Visible' : 'Hidden';
}

/** The new content over the old, and what the old one had beyond it cleared. */
function copy({ plan, work, target, old, within }: Job): void {
  const rows = plan.rows.length;
  const columns = columnsOf(plan);
  const ours = old === null ? [] : oursOn(old);
  for (const area of ours) rangeOf(target, area).unmerge();
  if (ours.length > 0 && rows > 0 && columns > 0) target.getRangeByIndexes(0, 0, rows, columns).unmerge();
  if (rows > 0 && columns > 0) {
    // By way of the work sheet they lie in the copy where they lay.
    for (const { row, column } of within)
      work.getRangeByIndexes(row, column, 1, 1).copyFrom(target.getRangeByIndexes(row, column, 1, 1), 'All');
    // Exactly the source's size: a larger target would repeat the content.
    const source = work.getRangeByIndexes(0, 0, rows, columns);
    target.getRangeByIndexes(0, 0, rows, columns).copyFrom(source, 'All');
    const marked = markedPlan(plan);
    if (marked !== null) {
      const cell = plan.rows[0]!.cells[0]!;
      const value = storable(marked.first, formatOf(cell, plan.styles[cell.style]!));
      target.getRangeByIndexes(0, 0, 1, 1).values = [[value]];
    }
  }
  // What people typed beside, between or below stays.
  for (const area of leftover(ours, rows, columns)) rangeOf(target, area).clear();
}

async function bringOver(batch: Batch, jobs: readonly Job[]): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      queueAll(jobs);
      await batch.sync();
      return;
    } catch (error) {
      // All of it may be done twice: sporadic refusals get a second try before the old content is given up.
      if (attempt > 0 || isFatal(error) || !(error instanceof ExcelError) || error.code === 'AccessDenied') throw error;
    }
  }
}

/** Writes a plan; whatever fails before the decisive request leaves the workbook as it was. */
export async function writePlan(
  session: Session,
  plan: Plan,
  { expected, accept = '' }: WriteOptions,
  signal: AbortSignal,
): Promise<WriteReport> {
  validatePlan(plan);
  return writing(session, () =>
    inExcel(session, async (batch) => {
      const { old, names, ids } = await lookAround(batch, plan);
      const read = await readWorkbook(batch, 'head', signal);
      checkUnchanged(read, expected, old);
      const edits = plan.edits.length > 0 ? await compareEdits(batch, plan.edits) : [];
      const pairs = plan.sheets.flatMap((sheet) => {
        const there = old.get(foldName(sheet.name));
        return there === undefined ? [] : [{ plan: sheet, old: there }];
      });
      const { marks, within, loss } = await lookForMarks(batch, pairs, signal);
      if (loss !== null && loss.key !== accept) throw new WouldLose(lossWords(loss), loss.key);
      throwIfAborted(signal);
      const place = await placeOf(batch);
      await removeLeftOver(batch, read, old);
      const drafts = plan.sheets.map((sheet): Draft => {
        const name = workName(sheet.name, names);
        names.add(foldName(name));
        return { plan: sheet, workName: name, old: old.get(foldName(sheet.name)) ?? null };
      });
      const warnings: Message[] = [];
      const asked = {
        before: ids,
        names: new Set(drafts.flatMap((one) => [one.workName, one.plan.name].map(foldName))),
      };
      const made = new Set<string>();
      let jobs: Job[] = [];
      let isLate = false;
      try {
        jobs = await addSheets(batch, session, drafts, made, within);
        await fillAll(batch, jobs, signal);
        await clearFilters(batch, jobs, warnings);
        throwIfAborted(signal);
        isLate = true;
        await bringOver(batch, jobs);
        // What is a sheet of its own by now stays.
        for (const job of jobs) if (job.old === null) made.delete(job.target.id);
        if (edits.length > 0) await writeEdits(batch, edits);
        const done = jobs.map((job) => ({ plan: job.plan, sheet: job.target, isNew: job.old === null }));
        await finish(batch, done, warnings);
        const added = jobs.filter((job) => job.old === null).map((job) => job.plan);
        warnings.push(...keptWords(keptOn(marks)), ...nameWords(renamed(added)));
      } catch (error) {
        throw isLate ? late(error, plan) : error;
      } finally {
        await removeSheets(batch, made, jobs.length === 0 ? asked : null);
        // Ids may be given again.
        for (const job of jobs) session.own.delete(job.work.id);
        await goBack(batch, place);
      }
      return { warnings };
    }),
  );
}

/** A failure of the decisive request: some of the sheets may hold the new content, and "nothing was written" is not known to be true. */
function late(error: unknown, plan: Plan): unknown {
  if (!(error instanceof HostError) || error.kind === 'half-written') return error;
  const sheets = plan.sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name);
  return new HostError(error.kind, error.retry, { id: 'host.late', args: { sheets: sheets.join(', ') } });
}

/** Going back to the person's place must not turn a success into a failure, nor hide the reason of one. */
async function goBack(batch: Batch, place: Awaited<ReturnType<typeof placeOf>>): Promise<void> {
  try {
    await restorePlace(batch, place);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}
