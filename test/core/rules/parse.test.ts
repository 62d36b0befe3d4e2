import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact } from '#core/exact/exact';
import { matchLabels, needsOf, parseRule, printRule, roleOf, ruleFaults } from '#core/framework/rules/index';
import type { Labelled, Points, Quantity, Rule } from '#core/framework/rules/rule';
import { say } from '#core/messages/index';
import { rule } from './support.ts';

describe('parser', () => {
  it.each([
    ['', 'Chấm điểm'],
    ['  CÓ / không ', 'Có/Không'],
    ['A / B', 'a/b'],
    ['a × 0,5', 'a x 0,5'],
    ['a*0.5 điểm', 'a x 0,5'],
    ['1 – a/b', '1 - a/b'],
    ['tỉ lệ a', 'tỷ lệ a'],
    ['a/b kế hoạch'.normalize('NFD'), 'a/b kế hoạch'],
    ['Mức a: ≥ 50% = 100%\ncòn lại = 0', 'Mức tỷ lệ a: >= 50% = Điểm tối đa; còn lại = 0'],
    ['Chọn: x = 5 = 20; "y; z" = 0', 'Chọn: "x = 5" = 20; "y; z" = 0'],
    ['Chọn: A, B = 1/3 Điểm tối đa; C = 1/2', 'Chọn: A, B = 1/3 Điểm tối đa; C = 50%'],
    ['Tổng: [a/b] x 45\n+ [c x 1] x 5', 'Tổng: [a/b] x 45 + [c x 1] x 5'],
    ['chỉ  tiêu 99,5% : a/b', 'Chỉ tiêu 99,5%: a/b'],
    ['Chỉ tiêu 0.8: a/b', 'Chỉ tiêu 80%: a/b'],
    ['Chỉ tiêu 80%: a', 'Chỉ tiêu 80%: tỷ lệ a'],
    ['Chỉ tiêu 1200: a + b', 'Chỉ tiêu 1200: a + b'],
    ['a x 0,125', 'a x 0,125'],
    ['a x 1,1250', 'a x 1,1250'],
  ])('%j prints as %s', (text, printed) => {
    expect(printRule(rule(text))).toBe(printed);
  });

  it.each([
    ['a', 0, 'bare'],
    ['a + b', 0, 'bare'],
    ['a x 1,500', 4, 'thousands'],
    ['a x 1.000', 4, 'thousands'],
    ['a x 1.000.000', 4, 'thousands'],
    ['a/0', 1, 'divide-zero'],
    ['a + b x 5', 0, 'sum-times'],
    ['1 - a/cao nhất', 0, 'sum-best'],
    ['Mức a 4', 6, 'colon'],
    ['Mức a: 4 = 20', 7, 'condition'],
    ['Mức a: >= 4 = 5, >= 3 = 4', 15, 'item-end'],
    ['Chọn: A', 7, 'equals'],
    ['Chọn: A: b = 5', 7, 'label-mark'],
    ['Chọn: "A = 5', 6, 'quote'],
    ['a/b đạt 80', 8, 'goal-percent'],
    ['a/b đạt 1,2', 8, 'goal-percent'],
    ['Chỉ tiêu 0%: a/b', 9, 'goal-zero'],
    ['Chỉ tiêu -5: a', 9, 'target'],
    ['Chỉ tiêu: 80%; a/b', 8, 'target'],
    ['Chỉ tiêu 80% a/b', 13, 'target-colon'],
    ['Chỉ tiêu 1.200: a', 9, 'thousands'],
    ['Chỉ tiêu 80: a/b', 9, 'goal-percent'],
    ['Chỉ tiêu 80%: 5', 14, 'no-figure'],
    ['Chỉ tiêu 80%: a/b đạt 80%', 18, 'rest'],
    ['Có', 2, 'yes-no'],
    ['xin chào', 0, 'rule'],
    ['a/b 5', 4, 'after-quantity'],
    ['a/e', 2, 'quantity'],
    ['Tổng: [a/b] x 5 + [Chấm điểm] x 5', 18, 'part-kind'],
  ])('%j fails at %d: %s', (text, position, id) => {
    const parsed = parseRule(text);
    expect(parsed).toMatchObject({ ok: false, position, message: { id: `rule.error.${id}` } });
    if (!parsed.ok)
      for (const language of ['vi', 'en'] as const) expect(say(parsed.message, language)).not.toMatch(/\{\w+\}/);
  });

  it('never throws and never overflows', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseRule(text)));
    expect(parseRule('('.repeat(50_000)).ok).toBe(false);
    expect(parseRule('Tổng: ['.repeat(10_000)).ok).toBe(false);
  });
});

const name = fc.constantFrom('a', 'b', 'c', 'd');
const value = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom(1, 10, 100, 1000))
  .map(([n, d]) => exact(n, d));
const leaf: fc.Arbitrary<Quantity> = fc.oneof(
  name.map((one): Quantity => ({ op: 'input', name: one as 'a' })),
  name.map((one): Quantity => ({ op: 'rate', name: one as 'a' })),
  fc.record({ op: fc.constant('number' as const), value, percent: fc.boolean() }),
);
const tree = fc.letrec<{ q: Quantity }>((tie) => ({
  q: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ op: fc.constantFrom('+' as const, '-' as const), left: tie('q'), right: tie('q') }),
    fc.record({ op: fc.constant('/' as const), left: tie('q'), right: tie('q'), target: fc.boolean() }),
  ),
})).q;
const share: fc.Arbitrary<Quantity> = tree.map((left) => ({
  op: '/',
  left,
  right: { op: 'input', name: 'b' },
  target: false,
}));
const points: fc.Arbitrary<Points> = fc.oneof(
  value.map((one): Points => ({ kind: 'points', value: one })),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .map(([n, d]): Points => ({ kind: 'share', value: exact(n, d) })),
);
const label = fc
  .string({ unit: fc.constantFrom(...'aạĐ =;:[]"x5,'), minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() === text && !/ {2}/.test(text));
const options: fc.Arbitrary<Labelled[]> = fc.array(fc.record({ label, points }), { minLength: 1, maxLength: 4 });
const bound = fc.option(fc.record({ value, inclusive: fc.boolean(), percent: fc.constant(true) }), { nil: null });
const bandPoints = fc.oneof(
  points,
  fc.record({ kind: fc.constant('proportional' as const), over: fc.option(value, { nil: null }) }),
);
const simple: fc.Arbitrary<Rule> = fc.oneof(
  fc.constant<Rule>({ kind: 'yes-no' }),
  options.map((list): Rule => ({ kind: 'choice', options: list })),
  options.map((list): Rule => ({ kind: 'parts', options: list })),
  share.map((quantity): Rule => ({ kind: 'ratio', quantity })),
  fc.record({ kind: fc.constant('threshold' as const), quantity: share, goal: value }),
  fc.record({
    kind: fc.constant('bands' as const),
    quantity: share,
    rows: fc.array(fc.record({ from: bound, to: bound, points: bandPoints }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constantFrom('count' as const, 'deduction' as const),
    quantity: share,
    each: points,
  }) as fc.Arbitrary<Rule>,
  share.map((quantity): Rule => ({ kind: 'relative', quantity })),
  fc.record({ kind: fc.constant('target' as const), quantity: share, goal: value }),
);
const whole: fc.Arbitrary<Rule> = fc.oneof(
  simple,
  fc.constant<Rule>({ kind: 'judged' }),
  fc.constant<Rule>({ kind: 'information' }),
  fc
    .array(fc.record({ rule: simple, maximum: value }), { minLength: 1, maxLength: 3 })
    .map((parts): Rule => ({ kind: 'composite', parts })),
  fc.array(simple, { minLength: 1, maxLength: 3 }).map((parts): Rule => ({ kind: 'best-of', parts })),
  fc.record({
    kind: fc.constantFrom('bonus' as const, 'penalty' as const),
    cap: fc.option(value, { nil: null }),
    rule: simple,
  }) as fc.Arbitrary<Rule>,
);

it('prints every rule so that it reads back equal', () => {
  fc.assert(
    fc.property(whole, (one) => {
      const parsed = parseRule(printRule(one));
      expect(parsed, printRule(one)).toEqual({ ok: true, rule: one });
    }),
    { numRuns: 400 },
  );
});

describe('labels, needs, faults', () => {
  it('matches answers', () => {
    const yesNo = rule('Có/Không');
    for (const yes of ['có', 'TRUE', 'x', '✓', 'Đạt', true]) expect(matchLabels(yesNo, yes)).toEqual(['Có']);
    for (const no of ['Không', 'FALSE', 'chưa', false]) expect(matchLabels(yesNo, no)).toEqual(['Không']);
    expect(matchLabels(yesNo, 'không áp dụng')).toBe('not-applicable');
    expect(matchLabels(yesNo, 'co')).toBeNull();
    const parts = rule('Cộng: Dự đủ họp = 50%; "A; B" = 50%');
    expect(matchLabels(parts, 'a; b ; dự đủ họp')).toEqual(['A; B', 'Dự đủ họp']);
    expect(matchLabels(parts, 'Dự họp')).toBeNull();
    expect(matchLabels(parts, 'Không')).toEqual([]);
  });

  it('a goal up to 1 of a share is a share, as in conditions', () => {
    expect(rule('a/b đạt 0,8')).toEqual(rule('a/b đạt 80%'));
    expect(rule('tỷ lệ a đạt 0.9')).toEqual(rule('tỷ lệ a đạt 90%'));
    expect(rule('a/b đạt 1')).toEqual(rule('a/b đạt 100%'));
  });
  it('says what is needed', () => {
    expect(needsOf(rule('Tổng: [a/b kế hoạch] x 45 + [c x 1] x 5'))).toEqual({
      figures: ['a', 'b', 'c'],
      choice: null,
      labels: [],
      pairs: [{ part: 'a', whole: 'b', target: true }],
      rates: [],
      counts: ['c'],
    });
    expect(needsOf(rule('a đạt 80%')).rates).toEqual(['a']);
    expect(roleOf(rule('Điểm cộng: a x 2'))).toBe('bonus');
  });

  it.each([
    ['Mức a: >= 4 = 20; >= 3 = 15; còn lại = 0', 20, []],
    ['Mức a/b: >= 90% = 100%; từ 50% đến dưới 90% = theo tỷ lệ; còn lại = 0', 20, []],
    ['Mức a: >= 4 = 20; >= 3 = 15', 20, ['no-rest']],
    ['Mức a: >= 3 = 15; >= 4 = 20; còn lại = 0', 20, ['never']],
    ['Mức a: >= 4 = 30; còn lại = 0', 20, ['above-maximum']],
    ['Mức a: >= 4 = 15; còn lại = 0', 20, ['below-maximum']],
    ['Chọn: Có = 100%; có = 0', 20, ['equal-labels']],
    ['Chọn: Có = 25; Chưa = 0', 20, ['above-maximum']],
    ['Cộng: A = 50%; B = 40%', 20, ['below-maximum']],
    ['Chỉ tiêu 100%: a/b kế hoạch', 20, []],
    ['Điểm cộng: Chỉ tiêu 80%: a/b', 0, ['no-cap']],
    ['Tổng: [a/b] x 45 + [c x 1] x 5', 60, ['parts-sum']],
    ['Không tính điểm', 5, ['information-maximum']],
    ['Điểm cộng: a x 2', 0, []],
    ['Điểm cộng, không quá 20: a x 2', 0, []],
    ['Điểm cộng: a/b', 0, ['no-cap']],
    ['a/b', 20, []],
  ])('%s on %d: %o', (text, maximum, expected) => {
    const faults = ruleFaults(rule(text), exact(maximum));
    expect(faults.map(({ id }) => id.replace('rule.fault.', ''))).toEqual(expected);
    for (const message of faults) expect(say(message, 'en')).not.toMatch(/\{\w+\}/);
  });
});
