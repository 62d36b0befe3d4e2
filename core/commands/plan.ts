/** The verb "plan": our sheets, or Kiểm tra alone, as they are to be written. */
import * as z from 'zod/mini';
import { writeMark, writePlan } from '../write/index.ts';
import type { Plan } from '../workbook/plan.ts';
import { verb, type Ran } from './verb.ts';

/** @returns the plan of Kiểm tra alone; the ranking stays as it is. */
export function findingsPlan({ picture, options, outcome }: Ran): Plan {
  const { assessment, scored, findings, notRun } = outcome;
  const { version, at, language } = options;
  const existing = picture.sheets.map(({ name }) => name);
  return writePlan({ assessment, scored, findings, notRun, version, at, language, existing, only: 'findings' });
}

export const plan = verb({
  input: () => z.strictObject({ only: z.nullable(z.literal('findings')) }),
  answer: (ran, { only }) => ({
    plan: only === null ? ran.outcome.plan : findingsPlan(ran),
    expected: writeMark(ran.picture),
  }),
});
