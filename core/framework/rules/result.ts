/** What scoring a rule on a maximum gives, and how it is explained. Shared by all kinds. */
import { ZERO, clamp, compare, toFixed, toPlain, type Exact } from '../../exact/exact.ts';
import type { Message } from '../../messages/message.ts';
import type { NotArisingPolicy } from '../framework.ts';
import { inputsOf, quantityPieces, type Worked } from './quantity.ts';
import type { Outcome, Quantity, RuleContext, RuleInputs } from './rule.ts';

/** Signs and names as they stand; figures as shortest decimals; points at the set's decimals. */
export type Piece = string | Exact | { points: Exact };
/** The working in words; both empty where the task does not ask for it. */
export interface Explained {
  pieces: readonly Piece[];
  notes: readonly Message[];
}
export type Part = Outcome & Explained;

/** Everything a kind needs to score itself; `path` names it among relative rules. */
export interface Task {
  inputs: RuleInputs;
  context: RuleContext;
  maximum: Exact;
  path: string;
  /** Whether the working is asked for, too: of 200,000 results few are ever looked at. */
  explains: boolean;
}

/** Shared by all results that say nothing. */
export const NOTHING: readonly never[] = [];

/** Points within 0 … maximum. `pieces`: how they were worked out, where the task asks for it. */
export function scored(
  points: Exact,
  task: Task,
  pieces: readonly Piece[] | false,
  notes: readonly Message[] = NOTHING,
): Part {
  const kept = clamp(points, ZERO, task.maximum);
  return {
    points: kept,
    why: 'scored',
    notArising: false,
    dropped: ZERO,
    rescaled: ZERO,
    pieces: pieces === false ? NOTHING : [...pieces, ' = ', { points }, ...cut(points, kept)],
    notes,
  };
}

/** What was cut is shown before it is cut: 30/20 × 40 is 60, not 40. */
function cut(points: Exact, kept: Exact): Piece[] {
  return compare(kept, points) === 0 ? [] : [' → ', { points: kept }];
}

const MISSING: Message = { id: 'rule.explain.missing', args: {} };

/** Something needed is not there. */
export function missing(note = MISSING): Part {
  return {
    points: null,
    why: 'missing',
    notArising: false,
    dropped: ZERO,
    rescaled: ZERO,
    pieces: NOTHING,
    notes: [note],
  };
}

/** The policy for what does not arise. */
export function notArising(task: Task): Part {
  const policy: NotArisingPolicy = task.context.policy;
  const { maximum } = task;
  const notes: Message[] = [{ id: `rule.explain.not-arising/${policy}`, args: {} }];
  const base = { notArising: true, dropped: ZERO, rescaled: ZERO, pieces: NOTHING, notes };
  if (policy === 'full') return { ...base, points: maximum, why: 'scored' };
  if (policy === 'zero') return { ...base, points: ZERO, why: 'scored' };
  if (policy === 'drop') return { ...base, points: null, why: 'dropped', dropped: maximum };
  if (policy === 'rescale') return { ...base, points: null, why: 'rescaled', rescaled: maximum };
  return { ...base, points: null, why: 'ask' };
}

/** Why q has no value, as a result. */
export function without(worked: Exclude<Worked, Exact>, quantity: Quantity, task: Task): Part {
  if (worked === 'not-arising') return notArising(task);
  if (worked === 'impossible') return missing({ id: 'rule.explain.impossible', args: {} });
  if (!task.explains) return missing();
  const names = inputsOf(quantity).map(({ name }) => name);
  const absent = names.filter((name, at) => names.indexOf(name) === at && (task.inputs.figures[name] ?? null) === null);
  return missing({ id: 'rule.explain.missing-figures', args: { names: absent.join(', ') } });
}

/** q with the unit's values, in parentheses where something binds to the whole of it. */
export function operandPieces(q: Quantity, inputs: RuleInputs): Piece[] {
  const pieces = quantityPieces(q, inputs);
  return q.op === '+' || q.op === '-' ? ['(', ...pieces, ')'] : pieces;
}

/** Pieces of one message; of more there are several. */
const MOST_PIECES = 32;

/** Puts the pieces into words, each number printable in the reader's language. */
export function formula(pieces: readonly Piece[], decimals: number): Message[] {
  const joined = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    return { decimal: 'points' in piece ? toFixed(piece.points, decimals) : toPlain(piece) };
  });
  const messages: Message[] = [];
  for (let start = 0; start < joined.length; start += MOST_PIECES)
    messages.push({
      id: 'rule.explain.formula',
      args: { formula: { joined: joined.slice(start, start + MOST_PIECES) } },
    });
  return messages;
}
