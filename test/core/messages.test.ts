/** The catalogues: every word in both languages, with the same places for arguments. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogue as en } from '#core/messages/en/index';
import { printDecimal, say } from '#core/messages/index';
import { catalogue as vi } from '#core/messages/vi/index';

const places = (words: string): string[] => [...new Set(words.match(/\{\w+\}/g) ?? [])].sort();

it('both languages have the same ids', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
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

it('the core says no words of files, commands, hosts or panes: its worker is built without them', () => {
  const sources = readdirSync('core', { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.startsWith('messages'),
  );
  expect(sources.length).toBeGreaterThan(100);
  for (const name of sources)
    expect(readFileSync(`core/${name}`, 'utf8'), name).not.toMatch(/['"`](cli|file|host|pane|addon|page|site)\.[a-z$]/);
});
