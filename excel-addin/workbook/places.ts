/** Sheets come and go: hidden work sheets, and places for what is new. What a run made is known by id, never by name alone. */
import type { Place } from '#core/workbook/marks';
import type { SheetPlan } from '#core/workbook/plan';
import { STAMP } from '#core/workbook/stamp';
import { foldName, markedPlan, WORK_MARK } from '#core/workbook/work-sheets';
import { stateListing } from '#core/workbook/own-sheets';
import { HostError } from '../host.ts';
import { isSize } from './errors.ts';
import type { Batch, Session } from './session.ts';
import type { Draft, Job } from './write.ts';

/** Sheets that a run asked for: where Excel failed, they may be there although nobody was told their ids. */
interface Asked {
  names: ReadonlySet<string>;
  /** Ids of the sheets that were there before. */
  before: ReadonlySet<string>;
}

/** Removes sheets by their ids: a name alone proves nothing. Of what was `asked` for only what is new, hidden, and empty or stamped. */
export async function removeSheets(batch: Batch, ids: ReadonlySet<string>, asked: Asked | null = null): Promise<void> {
  if (ids.size === 0 && asked === null) return;
  try {
    const { worksheets } = batch.context.workbook;
    worksheets.load('items/id,items/name,items/visibility');
    await batch.sync();
    const gone = worksheets.items.filter(({ id }) => ids.has(id));
    const doubtful = worksheets.items
      .filter(({ id, name, visibility }) => {
        const isNew = asked !== null && !ids.has(id) && !asked.before.has(id) && asked.names.has(foldName(name));
        return isNew && visibility !== 'Visible';
      })
      .map((sheet) => {
        const used = sheet.getUsedRangeOrNullObject(true);
        const first = sheet.getRangeByIndexes(0, 0, 1, 1);
        used.load('rowCount');
        first.load('values');
        return { sheet, used, first };
      });
    if (doubtful.length > 0) await batch.sync();
    for (const { sheet, used, first } of doubtful)
      if (used.isNullObject || String(first.values[0]![0]).startsWith(STAMP)) gone.push(sheet);
    if (gone.length === 0) return;
    for (const sheet of gone) {
      // A very hidden sheet can't be deleted.
      sheet.visibility = 'Hidden';
      sheet.delete();
    }
    await batch.sync('focus');
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}

/**
 * What is new is listed on the work sheet of the list before it is there: a place that an interrupted run leaves empty is ours by that
 * list alone. @returns the work sheet; null where nothing is new.
 */
async function listNew(batch: Batch, drafts: readonly Draft[]): Promise<Excel.Worksheet | null> {
  const list = drafts.find(({ plan }) => plan.visibility === 'hidden');
  if (list === undefined || drafts.every((draft) => draft.old !== null)) return null;
  const rows = stateListing(list.plan).rows.map(({ cells }) => [0, 1].map((at) => cells[at]?.value ?? ''));
  // Its own place too.
  rows.push(['sheet', list.plan.name]);
  for (let attempt = 0; ; attempt += 1) {
    try {
      const work = batch.context.workbook.worksheets.add(list.workName);
      work.visibility = 'Hidden';
      const range = work.getRangeByIndexes(0, 0, rows.length, 2);
      range.numberFormat = '@' as unknown as string[][];
      range.values = rows;
      work.load('id,name');
      await batch.sync('focus');
      return work;
    } catch (error) {
      // Refused before anything of it was done.
      if (attempt > 0 || isSize(error) !== 'certain') throw error;
    }
  }
}

/** Adds the hidden work sheets, and hidden places under their final names for what is new: nothing is ever renamed. */
export async function addSheets(
  batch: Batch,
  session: Session,
  drafts: readonly Draft[],
  made: Set<string>,
  within: ReadonlyMap<string, Place[]>,
): Promise<Job[]> {
  const list = await listNew(batch, drafts);
  if (list !== null) made.add(list.id);
  const add = (name: string): Excel.Worksheet => {
    const sheet = batch.context.workbook.worksheets.add(name);
    sheet.visibility = 'Hidden';
    sheet.load('id,name');
    return sheet;
  };
  const placeFor = (plan: SheetPlan): Excel.Worksheet => {
    const place = add(plan.name);
    if (markedPlan(plan) !== null) place.getRangeByIndexes(0, 0, 1, 1).values = [[WORK_MARK]];
    return place;
  };
  const jobs = drafts.map((draft): Job => ({
    ...draft,
    within: within.get(draft.old?.name ?? '') ?? [],
    target: draft.old?.sheet ?? placeFor(draft.plan),
    work: list !== null && draft.plan.visibility === 'hidden' ? list : add(draft.workName),
  }));
  await batch.sync('focus');
  for (const { work, target, old } of jobs) {
    session.own.add(work.id).add(target.id);
    made.add(work.id);
    if (old === null) made.add(target.id);
  }
  return jobs;
}
