/** The guides list what findings and screens send people to: every check by its number, every header, setting and rule with its words. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHECK_IDS, CHECK_NUMBERS } from '#core/messages/check-ids';
import { checkNumber } from '#core/messages/check-numbers';
import { catalogue as en } from '#core/messages/en/index';
import { catalogue as vi } from '#core/messages/vi/index';
import type { Language } from '#core/messages/message';
import { helpView } from '#core/view/help';
import { WORDS } from '#test/support/words';

const rowsOf = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '));

it('docs/checks.md lists every check once, by its number, as screens and sheets name it', () => {
  const rows = rowsOf('docs/checks.md').filter((row) => row.startsWith('| KT-'));
  const ids = [...CHECK_IDS].sort((one, other) => CHECK_NUMBERS[one] - CHECK_NUMBERS[other]);
  expect(rows).toEqual(
    ids.map((id) => `| ${checkNumber(id)} | ${vi[`check.${id}`]} | ${en[`check.${id}`]} | \`${id}\` |`),
  );
});

/** The tables of a guide, made of what the help shows and in its words. */
function tablesIn(language: Language): Record<'headers' | 'settings' | 'rules', string> {
  const say = (id: string): string => WORDS[language][id]!;
  const code = (text: string): string => `\`${text}\``;
  const { headers, settings, rules } = helpView();
  const rows = (cells: string[][]): string => cells.map((row) => `| ${row.join(' | ')} |`).join('\n');
  return {
    headers: rows(
      headers.map(({ role, words, english }) => [say(`help.role-${role}`), words.join('; '), english.join('; ')]),
    ),
    settings: rows(
      settings.map(({ id, key, values, usual, example }) => {
        const meanings = id === 'decimals' ? [] : values;
        const means = meanings.map((value) => `${code(value)}: ${say(`pane.setting-${id}/${value}`)}.`);
        const otherwise = usual === '' ? [] : [say('pane.setting-default').replace('{value}', code(usual)) + '.'];
        const taken = values.length > 0 ? values : [example].filter((text) => text !== '');
        return [key, taken.map(code).join(' · '), [say(`help.setting-${id}`), ...means, ...otherwise].join(' ')];
      }),
    ),
    rules: rows(rules.map(({ kind, examples }) => [examples.map(code).join('<br>'), say(`help.rule-${kind}`)])),
  };
}

it.each(['vi', 'en'] as const)('the guide (%s) has the tables that the help shows, word for word', (language) => {
  const guide = readFileSync(`docs/guide.${language}.md`, 'utf8');
  for (const table of Object.values(tablesIn(language))) expect(guide).toContain(`\n${table}\n`);
});
