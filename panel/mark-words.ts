/** Words for what people put on our sheets, in Excel and Google Sheets: the core itself says none of them. */
import type {} from './words/vi.ts';
import type { Message } from '#core/messages/message';

/** @param loss addresses and sheets of what goes; '' where nothing of that kind does. @returns the question before anything is written. */
export function lossWords({ cells, comments, filters }: Record<'cells' | 'comments' | 'filters', string>): Message[] {
  const word = (id: 'cells' | 'comments' | 'filter' | 'nothing', args: Message['args'] = {}): Message => ({
    id: `pane.confirm-${id}`,
    args,
  });
  return [
    ...(cells === '' ? [] : [word('cells', { cells })]),
    ...(comments === '' ? [] : [word('comments', { cells: comments })]),
    ...(filters === '' ? [] : [word('filter', { sheets: filters })]),
    word('nothing'),
  ];
}

/** @returns what is said after writing of the cells that stayed, by sheet. */
export function keptWords(kept: readonly { sheet: string; cells: string }[]): Message[] {
  return kept.map(({ sheet, cells }) => ({ id: 'pane.warn-kept', args: { sheet, cells } }));
}

/** @returns what is said of new sheets that took another name: the person's own of that name may be hidden. */
export function nameWords(renamed: readonly { sheet: string; name: string }[]): Message[] {
  return renamed.map(({ sheet, name }) => ({ id: 'pane.warn-name', args: { sheet, name } }));
}
