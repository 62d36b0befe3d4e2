/** The verb "diff": two pictures, or one picture at two periods, in; what differs and the sheet So sánh out. */
import { compareRuns, type Comparison } from '../compare/index.ts';
import type { Picture } from '../workbook/picture.ts';
import type { Plan } from '../workbook/plan.ts';
import { writeComparison } from '../write/comparison.ts';
import { run, type CommandOptions, type CommandOutcome } from './score.ts';

/** One of the two that are compared. */
export interface DiffSide {
  picture: Picture;
  /** What people call it: the file, the period. */
  name: string;
  period?: string | null;
}

export interface DiffOutcome {
  old: CommandOutcome;
  now: CommandOutcome;
  comparison: Comparison;
  /** Writes So sánh into the new workbook; computed when first asked for. */
  readonly plan: Plan;
}

/** Reads, scores and checks both, and compares them. The same picture twice is one workbook at two periods. */
export function diffWorkbooks(
  sides: { old: DiffSide; now: DiffSide },
  options: Omit<CommandOptions, 'period'>,
): DiffOutcome {
  const { language, version, at } = options;
  const outcomeOf = ({ picture, period = null }: DiffSide): CommandOutcome => run(picture, { ...options, period });
  const [old, now] = [outcomeOf(sides.old), outcomeOf(sides.now)];
  const comparison = compareRuns(old, now);
  const nameOf = ({ name }: DiffSide, { assessment }: CommandOutcome): string =>
    [name, assessment.period ?? assessment.settings.period ?? ''].filter((part) => part !== '').join(' · ');
  let plan: Plan | null = null;
  return {
    old,
    now,
    comparison,
    get plan(): Plan {
      return (plan ??= writeComparison({
        comparison,
        assessment: now.assessment,
        old: old.assessment,
        names: { old: nameOf(sides.old, old), new: nameOf(sides.now, now) },
        language,
        version,
        at,
      }));
    },
  };
}
