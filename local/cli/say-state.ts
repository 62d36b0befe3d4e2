/** What writing into a workbook does to what a person has set there, told before it is written. */
import { listed } from '#core/workbook/marks';
import { renamed } from '#core/workbook/own-sheets';
import type { Plan } from '#core/workbook/plan';
import { marksOn, type WorkbookFile } from '#xlsx/index';
import type { Progress } from './verb.ts';

/** What a person has set on our sheets: protection is never lifted, a filter does not outlive the rows it hid. */
export function sayState(file: WorkbookFile, plan: Plan, progress: Progress): void {
  const ours = new Set(plan.sheets.map((sheet) => sheet.name));
  const written = file.sheets.filter((sheet) => ours.has(sheet.name));
  const names = (list: typeof written): string => list.map((sheet) => sheet.name).join(', ');
  const locked = written.filter((sheet) => sheet.locked);
  const filtered = written.filter((sheet) => sheet.filtered);
  const added = plan.sheets.filter(({ name }) => written.every((sheet) => sheet.name !== name));
  for (const args of renamed(added)) progress('cli.other-name', args);
  if (locked.length > 0) progress('cli.protected', { sheets: names(locked) });
  if (filtered.length > 0) progress('cli.filter-cleared', { sheets: names(filtered) });
  for (const { sheet, kept, lost, comments } of marksOn(file, plan)) {
    if (comments.length > 0) progress('cli.comments-lost', { sheet, cells: listed(comments) });
    if (lost.length > 0) progress('cli.cells-lost', { sheet, cells: listed(lost) });
    if (kept.length > 0) progress('cli.cells-kept', { sheet, cells: listed(kept) });
  }
  if (file.signed) progress('cli.signed');
  if (file.structureLocked) progress('cli.structure-protected');
}
