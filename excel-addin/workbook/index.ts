/** The workbook as the pane sees it: WorkbookHost over Office.js. Nothing about scoring, wording or looks is decided here. */
import { BARE_CELLS } from '#core/workbook/bare';
import type { WorkbookHost, Waiting } from '../host.ts';
import { watch } from './changes.ts';
import { revealCell } from './place.ts';
import { readWorkbook } from './read.ts';
import { applyEdits } from './repair.ts';
import { inExcel, newSession, supports } from './session.ts';
import { validateEdits } from './validate.ts';
import { writePlan } from './write.ts';

/** Most sheets of a workbook that may be new. */
const FEW_SHEETS = 5;
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
      const seen = await inExcel(session, async (batch) => {
        const { workbook } = batch.context;
        workbook.load('readOnly');
        workbook.worksheets.load('items/name');
        await batch.sync();
        const { items } = workbook.worksheets;
        // A new workbook has few sheets: of a full one nothing more is asked.
        if (items.length > FEW_SHEETS) return { readOnly: workbook.readOnly, bare: false };
        const areas = items.map((sheet) => sheet.getUsedRangeOrNullObject(true).load('cellCount'));
        await batch.sync();
        const reach = areas.reduce((sum, area) => sum + (area.isNullObject ? 0 : area.cellCount), 0);
        return { readOnly: workbook.readOnly, bare: reach <= BARE_CELLS };
      });
      return { ...seen, apiVersion: apiVersion(), canUndoGroup: supports('1.20') };
    },
  };
}
