/** An index set as data: what a built-in set or a --set file must look like. */
import * as z from 'zod/mini';
import type { IndexSet } from './framework.ts';
import { SetError, setOf } from './set-data.ts';

z.config({ jitless: true });

const indicatorSchema = z.strictObject({
  code: z.string().check(z.regex(/^[\p{L}\d]+(\.[\p{L}\d]+)*$/u)),
  name: z.string().check(z.minLength(1)),
  maximum: z.number().check(z.gte(0)),
  rule: z.optional(z.string()),
  labels: z.optional(z.partialRecord(z.enum(['a', 'b', 'c', 'd']), z.string())),
  notArising: z.optional(z.enum(['đủ điểm', '0 điểm', 'loại', 'quy đổi', 'hỏi'])),
  evidence: z.optional(z.boolean()),
  appliesTo: z.optional(z.string()),
  description: z.optional(z.string()),
  basis: z.optional(z.string()),
});

export const setSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  title: z.string().check(z.minLength(1)),
  basis: z.optional(z.string()),
  provenance: z.optional(z.string()),
  illustrative: z.optional(z.boolean()),
  total: z.number().check(z.gt(0)),
  decimals: z.optional(z.int().check(z.gte(0), z.lte(6))),
  pillars: z
    .array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        maximum: z.optional(z.number().check(z.gte(0))),
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
    parsed.error.issues.map((issue) => ({
      id: 'set.shape',
      args: { place: issue.path.join('.') || '–', detail: issue.code },
    })),
  );
}
