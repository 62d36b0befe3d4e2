/** The catalogues: every word in both languages, with the same places for arguments. */
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { printDecimal, say } from '#core/messages/index';
import { PLACES, WORDS } from '#test/support/words';

const places = (words: string): string[] => [...new Set(words.match(/\{\w+\}/g) ?? [])].sort();

const { vi, en } = WORDS;

it('both languages have the same ids, in every place', () => {
  for (const words of PLACES) expect(Object.keys(words.en).sort()).toEqual(Object.keys(words.vi).sort());
});

it('catalogues that stand beside sources are all among them', () => {
  const found = ['panel', 'xlsx', 'excel-addin', 'sheets-addon', 'local'].flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(^|\/)words\/(.*\/)?vi\.ts$/.test(name),
    ),
  );
  // The core's are one.
  expect(PLACES).toHaveLength(found.length + 1);
});

it.each(Object.keys(vi))('%s asks for the same arguments in both languages', (id) => {
  expect(places(en[id]!)).toEqual(places(vi[id]!));
});

it('Vietnamese words are composed (NFC), so that they look and compare alike everywhere', () => {
  for (const [id, words] of Object.entries(vi)) expect(words.normalize('NFC'), id).toBe(words);
});

it('numbers are printed in the reader’s own way', () => {
  expect(printDecimal('1234567.50', 'vi')).toBe('1.234.567,50');
  expect(printDecimal('-1234567.50', 'en')).toBe('-1,234,567.50');
});

it('an id without words is a bug, not an empty text', () => {
  // @ts-expect-error and none that compiles
  expect(() => say({ id: 'no.such', args: {} }, 'vi')).toThrow('no.such');
});

it('the core carries no words of files, commands, hosts or panes', () => {
  const own = Object.keys(PLACES[0]!.vi).filter((id) => /^(cli|file|host|pane|addon|sidebar|page|site)\./.test(id));
  expect(own).toEqual([]);
});
