/** One line of why an entry has the points it has. Built only when somebody looks: a large workbook has 206,000 of them. */
import { toFixed, toPlain, type Exact } from '../exact/exact.ts';
import type { Message } from '../messages/message.ts';
import { toA1 } from '../workbook/address.ts';
import type { EntryScore } from './scored.ts';

/** @returns the words for a state that no rule explains. */
export function explainState(
  score: Pick<EntryScore, 'state' | 'decidedBy' | 'blockedBy' | 'official' | 'entry'>,
  decimals: number,
): Message[] {
  if (score.state === 'blocked') {
    const by = score.blockedBy;
    const isFigure = by === null || by === 'a' || by === 'b' || by === 'c' || by === 'd';
    return [
      isFigure ? { id: 'score.blocked.figure', args: { column: by ?? '' } } : { id: `score.blocked.${by}`, args: {} },
    ];
  }
  if (score.state === 'scored') {
    const points = { decimal: toFixed(score.official as Exact, decimals) };
    const source = score.decidedBy === 'self' ? 'self' : 'verified';
    const of = score.entry?.readings[source]?.of;
    if (of === undefined || score.decidedBy === null) return [{ id: `score.${source}`, args: { points } }];
    const list = of.map(({ value, at }) => `${toA1(at.row, at.column)} = ${toPlain(value)}`).join('; ');
    return [{ id: `score.${source}-mean`, args: { points, list } }];
  }
  return [{ id: `score.${score.state}`, args: {} }];
}
