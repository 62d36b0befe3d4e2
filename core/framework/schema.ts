/** An index set as data: what a built-in set or a --set file must look like. */
import * as z from 'zod/mini';
import type { Message } from '../messages/message.ts';
import type { IndexSet } from './framework.ts';
import { SetError, setOf } from './set-data.ts';

z.config({ jitless: true });

/** More points than any index has; beyond it sums are no longer told apart. */
const MOST_POINTS = 1_000_000_000;
const points = z.number().check(z.lte(MOST_POINTS));

const indicatorSchema = z.strictObject({
  code: z.string().check(z.regex(/^[\p{L}\d]+(\.[\p{L}\d]+)*$/u)),
  name: z.string().check(z.minLength(1)),
  maximum: points.check(z.gte(0)),
  rule: z.optional(z.string()),
  labels: z.optional(z.partialRecord(z.enum(['a', 'b', 'c', 'd']), z.string())),
  notArising: z.optional(z.enum(['đủ điểm', '0 điểm', 'loại', 'quy đổi', 'hỏi'])),
  evidence: z.optional(z.boolean()),
  appliesTo: z.optional(z.string()),
  description: z.optional(z.string()),
  basis: z.optional(z.string()),
});

/** A file of another kind has thousands of faults. */
const MOST_MESSAGES = 20;

export const setSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  title: z.string().check(z.minLength(1)),
  basis: z.optional(z.string()),
  provenance: z.optional(z.string()),
  illustrative: z.optional(z.boolean()),
  total: points.check(z.gt(0)),
  decimals: z.optional(z.int().check(z.gte(0), z.lte(6))),
  pillars: z
    .array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        maximum: z.optional(points.check(z.gte(0))),
        indicators: z.array(indicatorSchema).check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
});

export type SetData = z.infer<typeof setSchema>;

/**
 * Turns the parsed JSON of a --set file into an index set.
 * @throws SetError with one message a fault: shape, repeated code, unreadable rule.
 */
export function setFromData(data: unknown): IndexSet {
  const parsed = setSchema.safeParse(data);
  if (parsed.success) return setOf(parsed.data);
  throw new SetError(
    parsed.error.issues.slice(0, MOST_MESSAGES).map((issue): Message => {
      const place = issue.path.join('.') || '–';
      if (issue.code === 'too_big') return { id: 'set.too-big', args: { place, most: String(issue.maximum) } };
      if (issue.code === 'too_small') return { id: 'set.too-small', args: { place, least: String(issue.minimum) } };
      return { id: 'set.shape', args: { place, detail: issue.code } };
    }),
  );
}
