/** `Có/Không`: everything or nothing. */
import { ZERO } from '../../exact/exact.ts';
import { foldName } from '../../workbook/text.ts';
import { missing, scored, type Part, type Task } from './result.ts';

/** What a person may write for the two answers. */
export const YES = ['Có', 'TRUE', 'x', '✓', '✔', 'Đạt'];
export const NO = ['Không', 'FALSE', 'Chưa'];

/** @returns 'Có' or 'Không'; null where the text is neither. */
export function yesOrNo(text: string): 'Có' | 'Không' | null {
  const folded = foldName(text);
  if (YES.some((word) => foldName(word) === folded)) return 'Có';
  return NO.some((word) => foldName(word) === folded) ? 'Không' : null;
}

/** Scores the answer. */
export function scoreYesNo(task: Task): Part {
  const answers = Array.isArray(task.inputs.labels) ? task.inputs.labels.map(yesOrNo).filter((answer) => answer !== null) : [];
  const [answer] = answers;
  if (answer === undefined || answers.length !== 1) return missing();
  return scored(answer === 'Có' ? task.maximum : ZERO, task, () => [answer]);
}
