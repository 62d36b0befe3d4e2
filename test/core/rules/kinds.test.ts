import { describe, expect, it } from 'vitest';
import { exact, fromDecimal, toFixed } from '#core/exact/exact';
import { relativeQuantities } from '#core/framework/rules/index';
import { say } from '#core/messages/index';
import { inputs, outcome, points, rule } from './support.ts';

const line = (...args: Parameters<typeof outcome>): string =>
  outcome(...args)
    .explanation()
    .map((message) => say(message, 'vi'))
    .join(' · ');

describe('kinds, by hand', () => {
  it.each([
    ['a/b', 20, { a: 45, b: 60 }, '15.00'],
    ['1 - a/b', 20, { a: 15, b: 60 }, '15.00'],
    ['(a+b)/c', 20, { a: 1, b: 2, c: 4 }, '15.00'],
    ['a/5', 20, { a: 3 }, '12.00'],
    ['a/5', 20, { a: 9 }, '20.00'],
    ['tỷ lệ a', 20, { a: '0.8' }, '16.00'],
    ['a/b kế hoạch', 20, { a: 90, b: 60 }, '20.00'],
    ['a/b đạt 80%', 2, { a: 80, b: 100 }, '2.00'],
    ['a/b đạt 80%', 2, { a: 20, b: 741 }, '0.07'],
    ['a đạt 80%', 10, { a: '0.4' }, '5.00'],
    ['Mức a: >= 4 = 20; >= 3 = 15; còn lại = 0', 20, { a: 5 }, '20.00'],
    ['Mức a: >= 4 = 20; >= 3 = 15; còn lại = 0', 20, { a: 3 }, '15.00'],
    ['Mức a: >= 4 = 20; >= 3 = 15; còn lại = 0', 20, { a: 2 }, '0.00'],
    ['Mức a/b: >= 90% = 100%; từ 50% đến dưới 90% = theo tỷ lệ; còn lại = 0', 10, { a: 9, b: 10 }, '10.00'],
    ['Mức a/b: >= 90% = 100%; từ 50% đến dưới 90% = theo tỷ lệ; còn lại = 0', 10, { a: 89, b: 100 }, '8.90'],
    ['Mức a/b: >= 90% = 100%; từ 50% đến dưới 90% = theo tỷ lệ/80%; còn lại = 0', 10, { a: 60, b: 100 }, '7.50'],
    ['Mức a/b: >= 90% = 100%; từ 50% đến dưới 90% = theo tỷ lệ; còn lại = 0', 10, { a: 49, b: 100 }, '0.00'],
    ['a x 0,5', 5, { a: 7 }, '3.50'],
    ['a x 0,5', 5, { a: 70 }, '5.00'],
    ['a x 10%', 5, { a: 3 }, '1.50'],
    ['Trừ: a x 5', 20, { a: 3 }, '5.00'],
    ['Trừ: a x 5', 20, { a: 7 }, '0.00'],
    ['Tổng: [a/b] x 45 + [c x 1] x 5', 50, { a: 1, b: 2, c: 9 }, '27.50'],
    ['Cao nhất: [a/b]; [c/d]', 20, { a: 1, b: 2, c: 3, d: 4 }, '15.00'],
    ['Điểm cộng, không quá 20: a x 2', 0, { a: 4 }, '8.00'],
    ['Điểm cộng, không quá 20: a x 2', 0, { a: 40 }, '20.00'],
    ['Điểm trừ: a x 5', 0, { a: 3 }, '15.00'],
    ['a/b', 20, { a: 1, b: null }, 'missing'],
    ['a/b', 20, { a: 1, b: 0 }, 'missing'],
    ['a/b', 20, { a: 0, b: 0 }, 'ask'],
    ['Chấm điểm', 20, {}, 'missing'],
  ])('%s of %d with %o → %s', (text, maximum, figures, expected) => {
    expect(points(text, maximum, figures)).toBe(expected);
  });

  it.each([
    ['Có/Không', 20, ['Có'], '20.00'],
    ['Có/Không', 20, ['Không'], '0.00'],
    ['Chọn: Bí thư = 100%; Phó Bí thư = 50%; Chưa có = 0', 20, ['Phó Bí thư'], '10.00'],
    ['Chọn: Bí thư = 100%; Phó Bí thư = 1/2; Chưa có = 0', 20, ['phó bí thư'], '10.00'],
    ['Cộng: Dự đủ họp = 50%; Chủ trì họp = 50%', 20, ['Dự đủ họp'], '10.00'],
    ['Cộng: Dự đủ họp = 50%; Chủ trì họp = 50%', 20, ['Dự đủ họp', 'Chủ trì họp'], '20.00'],
    ['Cộng: Dự đủ họp = 50%; Chủ trì họp = 50%', 20, [], '0.00'],
    ['Có/Không', 20, null, 'missing'],
  ])('%s of %d with %o → %s', (text, maximum, labels, expected) => {
    expect(points(text, maximum, {}, { labels })).toBe(expected);
  });

  it('relative: against the best, all 0 → 0, and says when incomplete', () => {
    expect(points('(a/b)/cao nhất', 30, { a: 1, b: 4 }, { best: { '': exact(3, 4) } })).toBe('10.00');
    expect(points('a/cao nhất', 30, { a: 0 }, { best: { '': exact(0) } })).toBe('0.00');
    expect(line('a/cao nhất', 30, { a: 5 }, { best: { '': exact(10) }, bestIncomplete: true })).toContain(
      '5 / 10 × 30 = 15,00 · còn đơn vị',
    );
    const q = relativeQuantities(rule('Tổng: [a/cao nhất] x 5 + [b/cao nhất] x 5'), inputs({ a: 3, b: null }));
    expect(q).toEqual({ 0: exact(3), 1: null });
  });

  it.each([
    ['Chỉ tiêu 80%: a/b', { a: 40, b: 100 }, '0.9', '5.00'],
    ['Chỉ tiêu 80%: a/b', { a: 80, b: 100 }, '0.9', '10.00'],
    ['Chỉ tiêu 80%: a/b', { a: 85, b: 100 }, '0.9', '15.00'],
    ['Chỉ tiêu 80%: a/b', { a: 90, b: 100 }, '0.9', '20.00'],
    ['Chỉ tiêu 120: a', { a: 60 }, '100', '5.00'],
    ['Chỉ tiêu 120: a', { a: 150 }, '240', '12.50'],
    ['Chỉ tiêu 120: a', { a: 0 }, '0', '0.00'],
    ['Chỉ tiêu 80%: a', { a: '0.4' }, '0.4', '5.00'],
    ['Chỉ tiêu 80%: a/b', { a: 0, b: 0 }, '0.9', 'ask'],
    ['Chỉ tiêu 80%: a/b', { a: 1, b: null }, '0.9', 'missing'],
  ])('%s of %o, best %s → %s', (text, figures, best, expected) => {
    expect(points(text, 20, figures, { best: { '': fromDecimal(best) } })).toBe(expected);
  });

  it('target: says how, and only above it that the best may change', () => {
    const context = { best: { '': exact(9, 10) }, bestIncomplete: true };
    expect(line('Chỉ tiêu 80%: a/b', 20, { a: 40, b: 100 }, context)).toBe('40/100 × 20 / (2 × 80%) = 5,00');
    expect(line('Chỉ tiêu 80%: a/b', 20, { a: 4, b: 5 }, context)).toBe('4/5 × 20 / (2 × 80%) = 10,00');
    expect(line('Chỉ tiêu 80%: a/b', 20, { a: 85, b: 100 }, context)).toBe(
      '20 × (1/2 + (85/100 – 80%) / (2 × (90% – 80%))) = 15,00 · còn đơn vị trong nhóm thiếu số liệu, mức cao nhất có thể thay đổi',
    );
    expect(relativeQuantities(rule('Tổng: [Chỉ tiêu 5: a] x 5 + [b x 1] x 5'), inputs({ a: 3, b: 1 }))).toEqual({
      0: exact(3),
    });
  });

  it('explains in one line', () => {
    expect(line('a/b', 20, { a: 45, b: 60 })).toBe('45/60 × 20 = 15,00');
    expect(line('a/b đạt 80%', 20, { a: 1, b: 2 })).toBe('1/2 × 20 / 80% = 12,50');
    expect(line('Trừ: a x 5', 20, { a: 3 })).toBe('20 – 3 × 5 = 5,00');
    expect(line('a/b', 20, { a: 45, b: null })).toBe('thiếu số liệu b');
  });
});

describe('what does not arise', () => {
  const zero = { a: 0, b: 0 };
  it('follows the policy', () => {
    expect(points('a/b', 20, zero, { policy: 'full' })).toBe('20.00');
    expect(points('a/b', 20, zero, { policy: 'zero' })).toBe('0.00');
    expect(outcome('a/b', 20, zero, { policy: 'drop' })).toMatchObject({
      points: null,
      why: 'dropped',
      notArising: true,
      dropped: exact(20),
    });
    expect(outcome('a/b', 20, zero, { policy: 'rescale' })).toMatchObject({
      points: null,
      why: 'rescaled',
      rescaled: exact(20),
    });
    expect(points('Có/Không', 20, {}, { labels: 'not-applicable', policy: 'full' })).toBe('20.00');
    for (const text of [
      '1 - a/b',
      'a/b đạt 80%',
      'Mức a/b: >= 90% = 100%; còn lại = 0',
      'a/b x 5',
      'Trừ: a/b x 5',
      '(a/b)/cao nhất',
    ]) {
      expect(points(text, 20, zero, { policy: 'full' }), text).toBe('20.00');
    }
  });

  it('takes only the part of a composite', () => {
    const text = 'Tổng: [a/b] x 45 + [c x 1] x 5';
    const dropped = outcome(text, 50, { ...zero, c: 3 }, { policy: 'drop' });
    expect([dropped.why, toFixed(dropped.points ?? exact(-1), 2), dropped.dropped]).toEqual([
      'scored',
      '3.00',
      exact(45),
    ]);
    expect(points(text, 50, { ...zero, c: 3 }, { policy: 'full' })).toBe('48.00');
    expect(points(text, 50, { ...zero, c: 3 })).toBe('ask');
    expect(points('Cao nhất: [a/b]; [c/d]', 20, { ...zero, c: 1, d: 2 }, { policy: 'drop' })).toBe('10.00');
  });
});
