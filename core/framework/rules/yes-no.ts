/** `Có/Không`: everything or nothing. */
import { ZERO } from '../../exact/exact.ts';
import { foldName } from '../../workbook/text.ts';
import type { OfKind, RuleKind } from './kind.ts';
import { missing, scored, type Part, type Task } from './result.ts';

/** What a person may write for the two answers. */
export const YES_WORDS: readonly string[] = ['Có', 'TRUE', 'x', '✓', '✔', 'Đạt'];
export const NO_WORDS: readonly string[] = ['Không', 'FALSE', 'Chưa'];
const YES = new Set(YES_WORDS.map(foldName));
const NO = new Set(NO_WORDS.map(foldName));

/** @returns 'Có' or 'Không'; null where the text is neither. */
export function yesOrNo(text: string): 'Có' | 'Không' | null {
  const folded = foldName(text);
  if (YES.has(folded)) return 'Có';
  return NO.has(folded) ? 'Không' : null;
}

/** Scores the answer. */
function scoreYesNo(task: Task): Part {
  const { labels } = task.inputs;
  const answers = Array.isArray(labels) ? labels.map(yesOrNo).filter((answer) => answer !== null) : [];
  const [answer] = answers;
  if (answer === undefined || answers.length !== 1) return missing();
  return scored(answer === 'Có' ? task.maximum : ZERO, task, [answer]);
}

export const yesNo: RuleKind<OfKind<'yes-no'>> = {
  score: (_rule, task) => scoreYesNo(task),
  faults: () => [],
  needsMaximum: () => true,
};
