/** The workbook as the pane sees it: WorkbookHost over Office.js. Nothing about scoring, wording or looks is decided here. */
import type { WorkbookHost, Waiting } from '../taskpane/host.ts';
import { watch } from './changes.ts';
import { revealCell } from './place.ts';
import { readWorkbook } from './read.ts';
import { applyEdits } from './repair.ts';
import { inExcel, newSession, supports } from './session.ts';
import { validateEdits } from './validate.ts';
import { writePlan } from './write.ts';

const OLDEST = 14;
const NEWEST = 30;

/** @returns the newest requirement set of the host. */
function apiVersion(): string {
  for (let minor = NEWEST; minor >= OLDEST; minor -= 1) if (supports(`1.${minor}`)) return `1.${minor}`;
  return '';
}

/** @returns the host; `waiting` is told when Excel does not answer, `limit` (ms) is when that counts as lost. */
export function excelHost(options: { waiting?: Waiting; limit?: number; patience?: number } = {}): WorkbookHost {
  const session = newSession(options);
  return {
    async readPicture(progress, signal, merges = true) {
      const { picture } = await inExcel(session, (batch) => readWorkbook(batch, 'whole', signal, { progress, merges }));
      return picture;
    },
    writePlan: (plan, options, signal) => writePlan(session, plan, options, signal),
    async applyEdits(edits) {
      validateEdits(edits);
      if (edits.length === 0) return { takeBack: [] };
      return { takeBack: await applyEdits(session, edits) };
    },
    reveal: (sheet, cell) => inExcel(session, (batch) => revealCell(batch, sheet, cell)),
    onChange: (listener) => watch(session, listener),
    async facts() {
      const readOnly = await inExcel(session, async (batch) => {
        batch.context.workbook.load('readOnly');
        await batch.sync();
        return batch.context.workbook.readOnly;
      });
      return { readOnly, apiVersion: apiVersion(), canUndoGroup: supports('1.20') };
    },
  };
}
