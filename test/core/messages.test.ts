/** The catalogues: every word in both languages, with the same places for arguments. */
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
  expect(() => say({ id: 'no.such', args: {} }, 'vi')).toThrow('no.such');
});
