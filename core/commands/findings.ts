/** The verb "findings": one page of them. */
import * as z from 'zod/mini';
import { findingsView } from '../view/findings.ts';
import { pages, texts, verb } from './verb.ts';

export const findings = verb({
  input: () =>
    z.strictObject({
      ...pages(),
      severity: z.nullable(z.enum(['error', 'warning', 'note', 'waived'])),
      sheet: z.nullable(texts()),
      unit: z.nullable(texts()),
      together: z.optional(z.boolean()),
      equalTo: z.optional(texts()),
    }),
  answer: (ran, query) => findingsView(ran.report(query.language).findings, query),
});
