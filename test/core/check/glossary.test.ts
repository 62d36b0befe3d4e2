/** One term for one thing: docs/glossary.md and the words that people read say the same. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue as en } from '#core/messages/en/index';
import { page as pageEn } from '#core/messages/en/page';
import { sidebar as sidebarEn } from '#core/messages/en/sidebar';
import { site as siteEn } from '#core/messages/en/site';
import { catalogue as vi } from '#core/messages/vi/index';
import { page as pageVi } from '#core/messages/vi/page';
import { sidebar as sidebarVi } from '#core/messages/vi/sidebar';
import { site as siteVi } from '#core/messages/vi/site';

const rows = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const terms = rows.filter((row) => row.length === 6 && row[1] !== 'Vietnamese');
const barred = rows.filter((row) => row.length === 4 && row[1] !== 'not').map((row) => row[1]!);
const ALL = [
  { ...vi, ...pageVi, ...sidebarVi, ...siteVi },
  { ...en, ...pageEn, ...sidebarEn, ...siteEn },
];

/** Without a remark in brackets, and as a whole word: "hãy" is no part of another. */
const bare = (term: string): string => term.replace(/ \(.*\)$/, '');
const says = (text: string, term: string): boolean =>
  new RegExp(`(?<![\\p{L}])${term.replace(/[.*+?^$()]/g, '\\$&')}(?![\\p{L}])`, 'iu').test(text);

describe('the glossary', () => {
  it('is there', () => {
    expect(terms.length).toBeGreaterThan(40);
    expect(barred.length).toBeGreaterThan(20);
  });

  it.each(terms.map((row) => [row[1]!, row[2]!, row[4]!.replaceAll('`', '')]))('%s · %s: %s', (first, second, id) => {
    expect(says(vi[id] ?? '', bare(first)), vi[id]).toBe(true);
    expect(says(en[id] ?? '', bare(second)), en[id]).toBe(true);
  });

  it.each(barred)('no text says “%s”', (term) => {
    for (const words of ALL)
      for (const [id, text] of Object.entries(words)) expect(says(text, term), `${id}: ${text}`).toBe(false);
  });
});

it('why it is a problem and what to do are whole sentences: no half one stands on a sheet that is signed', () => {
  for (const words of [vi, en])
    for (const [id, text] of Object.entries(words))
      if (/^(?!sheet|pane)[\w.\-/]+\.(why|todo)$/.test(id)) expect(text, id).toMatch(/^[\p{Lu}\d“{].*[.…]$/su);
});
