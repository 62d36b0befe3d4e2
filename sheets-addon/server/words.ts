/** What a command of the menu says when it is done. */
import type { CommandOutcome } from '#core/commands/score';
import type { Message } from '#core/messages/message';
import { countFindings } from '#core/write/index';

function withoutSet(outcome: CommandOutcome, sheet: string): Message[] | null {
  return outcome.scored.rankings.length > 0 ? null : [{ id: 'addon.no-set', args: { sheet } }];
}

/** @returns the words after a check. */
export function checkedWords(outcome: CommandOutcome, written: readonly string[]): Message[] {
  const sheet = written.join(', ');
  return withoutSet(outcome, sheet) ?? [{ id: 'addon.checked', args: { ...countFindings(outcome.findings), sheet } }];
}

/** @returns the words after a score. */
export function scoredWords(outcome: CommandOutcome, written: readonly string[]): Message[] {
  const sheets = written.join(', ');
  return withoutSet(outcome, sheets) ?? [{ id: 'addon.scored', args: { ...countFindings(outcome.findings), sheets } }];
}
