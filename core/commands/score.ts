/** The verb "score": a workbook's picture in; scorecards, findings and what to write out. */
import { check } from '../check/index.ts';
import type { Finding } from '../check/finding.ts';
import type { CheckId } from '../messages/check-ids.ts';
import type { IndexSet } from '../framework/framework.ts';
import type { Language, Message } from '../messages/message.ts';
import type { Assessment } from '../read/assessment.ts';
import { read } from '../read/index.ts';
import { score } from '../score/index.ts';
import { withPrevious } from '../score/previous.ts';
import type { Scored } from '../score/scored.ts';
import type { Picture } from '../workbook/picture.ts';
import type { Plan } from '../workbook/plan.ts';
import { writePlan } from '../write/index.ts';

/** Time, language and version come from the host: the core has no clock and no package file. */
export interface CommandOptions {
  language: Language;
  /** ISO time of the run, for the stamp line. */
  at: string;
  version: string;
  /** Period that counts; null or absent: the settings' own. */
  period?: string | null;
  /** A chosen index set goes before those in the workbook. */
  set?: IndexSet | null;
  /** A long run tells where it is. */
  phase?: (name: 'read' | 'score' | 'check' | 'write') => void;
}

/** Everything a host may show, write or print. */
export interface CommandOutcome {
  assessment: Assessment;
  scored: Scored;
  findings: Finding[];
  notRun: { id: CheckId; why: Message }[];
  /** The assessment with points and ranks of the period before; computed when first asked for, since that period is scored for it. */
  readonly compared: Assessment;
  /** Computed when first asked for. */
  readonly plan: Plan;
}

/** The parts of a run that take time; writing comes when the plan is first asked for. */
export type Step = 'read' | 'score' | 'check';

/** A run in steps: tells what comes next before it does it, so that a host without a worker can let the page breathe between. */
export function* steps(
  picture: Picture,
  options: CommandOptions,
  only?: 'findings',
): Generator<Step, CommandOutcome, void> {
  yield 'read';
  const assessment = read(picture, {
    language: options.language,
    period: options.period ?? null,
    set: options.set ?? null,
  });
  yield 'score';
  const scored = score(assessment);
  yield 'check';
  const earlier = (period: string): Assessment =>
    read(picture, { language: options.language, period, set: options.set ?? null });
  return outcomeOf(picture, options, { assessment, scored, ...check(assessment, scored, earlier) }, only);
}

/** What a run works out at once; time and version are no part of it. */
type Known = Pick<CommandOutcome, 'assessment' | 'scored' | 'findings' | 'notRun'>;

/** @returns the outcome of a run of the same picture with the same options but time and version. */
export function outcomeOf(
  picture: Picture,
  options: CommandOptions,
  { assessment, scored, findings, notRun }: Known,
  only?: 'findings',
): CommandOutcome {
  const { language, version, at } = options;
  let both: Assessment | null = null;
  let plan: Plan | null = null;
  return {
    assessment,
    scored,
    findings,
    notRun,
    get compared(): Assessment {
      return (both ??= compared(picture, assessment, options));
    },
    get plan(): Plan {
      if (plan === null) {
        options.phase?.('write');
        const existing = picture.sheets.map((sheet) => sheet.name);
        plan = writePlan({
          assessment: this.compared,
          scored,
          findings,
          notRun,
          version,
          at,
          language,
          existing,
          ...(only ? { only } : {}),
        });
      }
      return plan;
    },
  };
}

/** @returns the assessment with previous points and ranks, where an earlier period in the same workbook gives them. */
function compared(picture: Picture, assessment: Assessment, { language, set = null }: CommandOptions): Assessment {
  if (assessment.periodBefore === null) return assessment;
  const earlier = read(picture, { language, period: assessment.periodBefore, set });
  return withPrevious(assessment, earlier, score(earlier));
}

/** @returns the outcome of a run; `only: 'findings'` plans the sheet Kiểm tra alone. */
export function run(picture: Picture, options: CommandOptions, only?: 'findings'): CommandOutcome {
  const going = steps(picture, options, only);
  for (;;) {
    const step = going.next();
    if (step.done) return step.value;
    options.phase?.(step.value);
  }
}

/** Reads, scores and checks a workbook; the plan writes Xếp hạng, Chi tiết điểm and Kiểm tra. */
export function scoreWorkbook(picture: Picture, options: CommandOptions): CommandOutcome {
  return run(picture, options);
}
