/** What a command of the menu says when it is done. */
import type { CommandOutcome } from '#core/commands/score';
import type { Message } from '#core/messages/message';
import { nothingRanked } from '#core/score/nothing';
import { countFindings } from '#core/write/index';

/** What is said in place of a result where nothing was ranked; null where something was. */
function withoutRanking({ assessment, scored }: CommandOutcome, sheets: string): Message[] | null {
  const why = nothingRanked(assessment, scored);
  if (why === null) return null;
  if (why === 'no-set') return [{ id: 'addon.no-set', args: { sheet: sheets } }];
  return [
    { id: `pane.nothing-${why}`, args: {} },
    { id: 'pane.nothing-written', args: { sheets } },
  ];
}

/** @returns the words after a check. */
export function checkedWords(outcome: CommandOutcome, written: readonly string[]): Message[] {
  const sheet = written.join(', ');
  return (
    withoutRanking(outcome, sheet) ?? [{ id: 'addon.checked', args: { ...countFindings(outcome.findings), sheet } }]
  );
}

/** @returns the words after a score. */
export function scoredWords(outcome: CommandOutcome, written: readonly string[]): Message[] {
  const sheets = written.join(', ');
  return (
    withoutRanking(outcome, sheets) ?? [{ id: 'addon.scored', args: { ...countFindings(outcome.findings), sheets } }]
  );
}
