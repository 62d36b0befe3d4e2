/** The help shows all that may be written: what the readers, the form, the parser and the checks go by, and nothing that they do not take. */
import { expect, it } from 'vitest';
import { parseRule } from '#core/framework/rules/index';
import { CHECK_IDS, CHECK_NUMBERS } from '#core/messages/check-ids';
import { roleOfHeader } from '#core/read/headers/headers';
import { SETTINGS, settingKey } from '#core/read/settings/keys';
import { readSettings } from '#core/read/settings/settings';
import { helpView } from '#core/view/help';

const { headers, settings, rules, checks } = helpView();

it('every header word that is shown is read as the role it is shown for, in both languages', () => {
  expect(headers.length).toBeGreaterThan(30);
  for (const { role, words, english } of headers) {
    expect(words.length, role).toBeGreaterThan(0);
    for (const word of [...words, ...english]) expect(roleOfHeader(word), word).toBe(role);
  }
  const all = headers.flatMap(({ words, english }) => [...words, ...english]);
  expect(new Set(all).size).toBe(all.length);
  // As people write them.
  expect(headers.find(({ role }) => role === 'maximum')!.words).toContain('Điểm tối đa');
  expect(headers.find(({ role }) => role === 'self')!.english).toContain('Self-assessed');
});

it('every setting is there, and takes the values, the default and the example that are shown', () => {
  expect(settings.map(({ key }) => key)).toEqual(SETTINGS.map(({ key }) => key));
  for (const { key, values, usual, example } of settings)
    for (const text of [...values, usual, example].filter((one) => one !== '')) {
      const at = { sheet: 0, row: 0, column: 1 };
      expect(readSettings([{ key: settingKey(key)!, cell: text, at }]).remarks, `${key}: ${text}`).toEqual([]);
    }
});

it('every form of a rule that is shown is read', () => {
  for (const { kind, examples } of rules)
    for (const example of examples) expect(parseRule(example), example).toMatchObject({ ok: true, rule: { kind } });
});

it('every check is there by its number, and they stand in that order', () => {
  expect(checks.map(({ id }) => id).sort()).toEqual([...CHECK_IDS].sort());
  const numbers = checks.map(({ id }) => CHECK_NUMBERS[id]);
  expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
});
