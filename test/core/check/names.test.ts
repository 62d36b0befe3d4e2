/** Numbers and short names of the checks: what people quote in mails and minutes must mean the same next year. */
import { expect, it } from 'vitest';
import { CHECK_IDS, CHECK_NUMBERS } from '#core/messages/check-ids';
import { checkName } from '#core/messages/check-names';
import { checkIdOf, checkNumber } from '#core/messages/check-numbers';

/** Every number ever given, in order from 1. Add at the end; never change or remove a line, also where a check goes. */
const GIVEN = [
  'value.error-cell value.uncalculated value.date value.ambiguous-number value.not-a-number value.negative',
  'value.percent-scale value.choice-unknown value.fraction value.missing value.not-arising value.part-exceeds-whole',
  'value.text-number value.outlier value.copied points.error-cell points.uncalculated points.not-a-number',
  'points.negative points.above-maximum points.text-number points.self-differs points.verified-without-reason',
  'points.total-differs evidence.missing evidence.placeholder framework.none framework.several data.none',
  'framework.total framework.group-total framework.code-duplicate framework.code-eaten framework.code-orphan',
  'framework.rule-unreadable framework.rule-bands framework.rules-prose framework.maximum-missing',
  'framework.unequal-maxima settings.invalid unit.duplicate unit.unknown unit.missing unit.name-variant',
  'row.indicator-unknown row.indicator-missing row.indicator-duplicate row.maximum-differs row.hidden sheet.hidden',
  'row.stray column.unread column.several column.hidden table.unread row.unread row.summary text.invisible',
  'text.legacy-encoding cell.merged formula.error formula.replaced text.footnote value.decreased',
].flatMap((line) => line.split(' '));

it('every check has a number of its own, and no number is used again', () => {
  expect(new Set(Object.values(CHECK_NUMBERS)).size).toBe(CHECK_IDS.length);
  for (const id of CHECK_IDS) expect(GIVEN[CHECK_NUMBERS[id] - 1], `add ${id} to GIVEN`).toBe(id);
});

it.each(['vi', 'en'] as const)('every check has a short name of its own: %s', (language) => {
  const names = CHECK_IDS.map((id) => checkName(id, language).replace(/^KT-\d+ /, ''));
  expect(new Set(names).size).toBe(CHECK_IDS.length);
  for (const name of names) {
    expect(name.length, name).toBeGreaterThan(4);
    expect(name.length, name).toBeLessThan(48);
    expect(name, 'no id stands for a name').not.toMatch(/^[a-z]+\.[a-z-]+$/);
  }
});

it('is read back as people copy it', () => {
  expect(checkName('value.part-exceeds-whole', 'vi')).toBe('KT-12 Tử số lớn hơn mẫu số');
  expect(checkNumber('value.error-cell')).toBe('KT-01');
  for (const id of CHECK_IDS)
    for (const text of [checkName(id, 'vi'), checkName(id, 'en'), checkNumber(id), id])
      expect(checkIdOf(text)).toBe(id);
  expect(checkIdOf('kt 12')).toBe('value.part-exceeds-whole');
  expect(checkIdOf('KT-999')).toBe('KT-999');
  expect(checkIdOf('KT-120 khác')).toBe('KT-120 khác');
});
