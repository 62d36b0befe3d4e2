/** Words for what people put on our sheets, in Excel and Google Sheets: the core itself says none of them. */
import { listed, type Loss, type Marks } from '../workbook/marks.ts';
import { renamed } from '../workbook/own-sheets.ts';
import type { SheetPlan } from '../workbook/plan.ts';
import type { Message } from './message.ts';

/** @returns the question before anything is written. */
export function lossWords({ cells, comments, filters }: Pick<Loss, 'cells' | 'comments' | 'filters'>): Message[] {
  const word = (id: string, args: Message['args'] = {}): Message => ({ id: `pane.confirm-${id}`, args });
  return [
    ...(cells === '' ? [] : [word('cells', { cells })]),
    ...(comments === '' ? [] : [word('comments', { cells: comments })]),
    ...(filters === '' ? [] : [word('filter', { sheets: filters })]),
    word('nothing'),
  ];
}

/** @returns what is said after writing of the cells that stayed. */
export function keptWords(marks: readonly Marks[]): Message[] {
  return marks.flatMap(({ sheet, kept }) =>
    kept.length === 0 ? [] : [{ id: 'pane.warn-kept', args: { sheet, cells: listed(kept) } }],
  );
}

/** @returns what is said of new sheets that took another name: the person's own of that name may be hidden. */
export function nameWords(made: readonly SheetPlan[]): Message[] {
  return renamed(made).map((args) => ({ id: 'pane.warn-name', args }));
}
