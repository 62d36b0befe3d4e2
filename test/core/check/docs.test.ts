/** The guides list what findings and screens send people to: every check by its number, every setting with its words. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHECK_IDS, CHECK_NUMBERS } from '#core/messages/check-ids';
import { checkNumber } from '#core/messages/check-numbers';
import { catalogue as en } from '#core/messages/en/index';
import { catalogue as vi } from '#core/messages/vi/index';
import { SETTINGS } from '#core/read/setting-keys';

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

it.each(['docs/guide.vi.md', 'docs/guide.en.md'])('%s lists every setting with all its words', (path) => {
  const rows = rowsOf(path);
  for (const { key, words = [], example } of SETTINGS) {
    const row = rows.find((one) => one.startsWith(`| ${key} |`));
    expect(row, key).toBeDefined();
    if (key !== 'Số chữ số thập phân') for (const word of words) expect(row, key).toContain(`\`${word}\``);
    if (example !== undefined) expect(row, key).toContain(`\`${example}\``);
  }
});
