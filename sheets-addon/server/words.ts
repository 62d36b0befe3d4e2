/** What a command of the menu says when it is done. */
import type { Overview } from '#core/commands/calls';
import type { Message } from '#core/messages/message';

type Summary = Overview['summary'];

/** What is said in place of a result where nothing was ranked; null where something was. */
function withoutRanking({ nothing: why }: Summary, sheets: string): Message[] | null {
  if (why === null) return null;
  if (why === 'no-set') return [{ id: 'addon.no-set', args: { sheet: sheets } }];
  return [
    { id: `pane.nothing-${why}`, args: {} },
    { id: 'pane.nothing-written', args: { sheets } },
  ];
}

/** @returns the words after a check. */
export function checkedWords(summary: Summary, written: readonly string[]): Message[] {
  const sheet = written.join(', ');
  return withoutRanking(summary, sheet) ?? [{ id: 'addon.checked', args: { ...summary.counts, sheet } }];
}

/** @returns the words after a score. */
export function scoredWords(summary: Summary, written: readonly string[]): Message[] {
  const sheets = written.join(', ');
  return withoutRanking(summary, sheets) ?? [{ id: 'addon.scored', args: { ...summary.counts, sheets } }];
}
