/** One term for one thing: docs/glossary.md and the words that people read say the same. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PLACES, WORDS } from '#test/support/words';

const { vi, en } = WORDS;
const rows = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const terms = rows.filter((row) => row.length === 6 && row[1] !== 'Vietnamese');
const barred = rows.filter((row) => row.length === 4 && row[1] !== 'not').map((row) => row[1]!);
const ALL = PLACES.flatMap((words) => [words.vi, words.en]);

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
