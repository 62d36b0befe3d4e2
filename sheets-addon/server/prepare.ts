/** What a plan needs before anything is brought over: places for what is new, room, and the results put together. */
import type { SheetPlan } from '#core/workbook/plan';
import { columnsOf } from '#core/workbook/plan-check';
import { markedPlan } from '#core/workbook/work-sheets';
import { boardOf, fillBoard, keptOn, writeOn, type Board, type Layout } from './board.ts';
import { layOut, writeValues } from './fill.ts';
import type { Guard } from './guard.ts';
import type { Found } from './marks.ts';
import type { Job, List } from './over.ts';
import { gridOf, room, type Fresh } from './places.ts';
import type { SheetRead } from './read.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A planned sheet before its place is made. */
export interface Draft {
  plan: SheetPlan;
  workName: string;
  old: SheetRead | null;
  /** What stands on the old sheet. */
  found: Found | null;
}

/** What is ready to be brought over. */
export interface Ready {
  jobs: Job[];
  list: List | null;
  board: Board | null;
  /** The board was laid out by this run. */
  isLaid: boolean;
  /** Fills the board once more. */
  refill: () => void;
}

/** What a run adds to the workbook, and where. */
export interface Adding {
  add: (draft: Draft) => Sheet;
  /** All of it is there. */
  added: () => void;
  /** Something could be written. */
  touched: () => void;
  /** Is about to be filled. */
  begins: (board: Board) => void;
}

/** Adds what is new, makes room in what is there, and puts the results together: nothing that a person works with changes. */
export function prepare(
  drafts: readonly Draft[],
  listed: Draft | null,
  known: Layout | null,
  gids: ReadonlyMap<string, number>,
  guard: Guard,
  { add, added, touched, begins }: Adding,
): Ready {
  guard.check('work');
  const jobs = drafts.map((draft): Job => {
    const { plan, old, found } = draft;
    // Sheets that are to be the person's own are filled by themselves, ours on the board.
    const isFilled = listed === null || markedPlan(plan) !== null;
    const sheet = old?.sheet ?? add(draft);
    return { plan, sheet, found, isFilled, isShown: true, merged: plan.merges, frozen: null };
  });
  const sheet = listed === null ? null : (listed.old?.sheet ?? add(listed));
  added();
  if (sheet !== null && listed!.old === null) sheet.hideSheet();
  for (const job of jobs) if (job.isFilled) job.sheet.hideSheet();
  const board =
    listed === null || sheet === null
      ? null
      : boardOf(sheet, [...jobs.filter(({ isFilled }) => !isFilled).map((job) => job.plan), listed.plan]);
  const fresh: Fresh = {};
  const ofFresh = (isFresh: boolean): Fresh | null => (isFresh ? fresh : null);
  let isChanged = listed?.old === null || drafts.some(({ old }) => old === null);
  for (const job of jobs) isChanged = room(job.sheet, gridOf(job.plan), ofFresh(job.found === null)) || isChanged;
  if (board !== null) {
    const size = { rows: board.plan.rows.length, columns: columnsOf(board.plan) };
    isChanged = room(board.sheet, size, ofFresh(listed!.old === null)) || isChanged;
  }
  // What was added is used only after a flush: without it Google times out on every run.
  if (isChanged) {
    SpreadsheetApp.flush();
    touched();
  }
  for (const job of jobs) {
    if (!job.isFilled) continue;
    guard.check('work');
    const plan = markedPlan(job.plan)?.plan ?? job.plan;
    layOut(job.sheet, plan, []);
    writeValues(job.sheet, plan, { gids, within: [], left: 0 });
    SpreadsheetApp.flush();
  }
  if (listed === null || board === null)
    return { jobs, list: null, board: null, isLaid: false, refill: () => undefined };
  const { plan, old } = listed;
  guard.check('work');
  const within = new Map(jobs.map((job) => [job.plan, job.found?.within ?? []]));
  begins(board);
  const filling = { gids, within: keptOn(board, within) };
  const isLaid = fillBoard(board, known, old === null, filling);
  touched();
  const list = { plan, sheet: board.sheet, isNew: old === null, rows: old?.values?.length ?? 0 };
  return { jobs, list, board, isLaid, refill: () => writeOn(board, filling) };
}
