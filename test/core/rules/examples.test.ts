/** The forms that the help and the guides show are read as what they are shown for. */
import { expect, it } from 'vitest';
import { EXAMPLES } from '#core/framework/rules/examples';
import { parseRule, printRule } from '#core/framework/rules/index';

const all = Object.entries(EXAMPLES).flatMap(([kind, examples]) => examples.map((text) => [kind, text] as const));

it('every kind has an example, and none is shown twice', () => {
  for (const [kind, examples] of Object.entries(EXAMPLES)) expect(examples.length, kind).toBeGreaterThan(0);
  expect(new Set(all.map(([, text]) => text)).size).toBe(all.length);
});

it.each(all)('%s: %s', (kind, text) => {
  const read = parseRule(text);
  if (!read.ok) throw new Error(JSON.stringify(read.message));
  expect(read.rule.kind).toBe(kind);
  expect(parseRule(printRule(read.rule))).toEqual(read);
});
