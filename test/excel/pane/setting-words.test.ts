/** Every value that a setting can be given says what it means, in both languages. */
import { describe, expect, it } from 'vitest';
import { SETTINGS } from '#core/read/settings/keys';
import { defaultOf, hintOf, meaningOf } from '#panel/setting-words.ts';
import { wordsIn } from '../../../excel-addin/taskpane/words.ts';

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  const word = wordsIn(language);

  it.each(SETTINGS.map((setting) => [setting.key, setting] as const))(
    '%s',
    (_key, { id, words = [], example = '' }) => {
      expect(word(`setting-${id}`)).not.toBe('');
      expect(hintOf(id, example, word)).not.toContain('{');
      const meanings = words.map((value) => meaningOf(id, value, word));
      expect(new Set(meanings).size).toBe(words.length);
      for (const [at, value] of words.entries()) {
        expect(meanings[at]).toContain(value);
        // More than the word itself.
        expect(meanings[at]!.replace(`(${value})`, '').trim().length, value).toBeGreaterThan(3);
      }
    },
  );

  it('what holds where nothing is set is said in the same words', () => {
    for (const { id, words = [], usual = '' } of SETTINGS)
      if (words.includes(usual)) expect(defaultOf(id, usual, true, word)).toBe(meaningOf(id, usual, word));
    expect(defaultOf('sources', 'thẩm định > tính > tự chấm', false, word)).toBe('thẩm định > tính > tự chấm');
    expect(defaultOf('decimalMark', '', true, word).length).toBeGreaterThan(10);
  });
});

it('says them with an example', () => {
  const [vi, en] = [wordsIn('vi'), wordsIn('en')];
  expect(meaningOf('ties', '1224', vi)).toBe('Sau hai đơn vị cùng hạng 2 là hạng 4 (1224)');
  expect(meaningOf('notArising', 'hỏi', en)).toBe('Not eligible for ranking until you choose (hỏi)');
  expect(meaningOf('decimals', '2', vi)).toBe('2 chữ số: 12,35');
  expect(meaningOf('decimals', '0', en)).toBe('0 decimals: 12');
});
