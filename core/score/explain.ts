/** One line of why an entry has the points it has. Built only when somebody looks: a large workbook has 206,000 of them. */
import { toFixed, type Exact } from '../exact/exact.ts';
import type { Message } from '../messages/message.ts';
import type { EntryScore } from './scored.ts';

/** Ids `score.blocked.<reason>`; every other reason is an input column. */
const BLOCKED_WORDS = new Set(['rule', 'maximum', 'ask', 'missing', 'conflict', 'self', 'verified', 'choice']);

/** @returns the words for a state that no rule explains. */
export function explainState(
  score: Pick<EntryScore, 'state' | 'decidedBy' | 'blockedBy' | 'official'>,
  decimals: number,
): Message[] {
  if (score.state === 'blocked') {
    const by = score.blockedBy ?? '';
    return [
      BLOCKED_WORDS.has(by)
        ? { id: `score.blocked.${by}`, args: {} }
        : { id: 'score.blocked.figure', args: { column: by } },
    ];
  }
  if (score.state === 'scored') {
    const points = { decimal: toFixed(score.official as Exact, decimals) };
    return [{ id: score.decidedBy === 'self' ? 'score.self' : 'score.verified', args: { points } }];
  }
  return [{ id: `score.${score.state}`, args: {} }];
}
