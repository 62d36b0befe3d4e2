/** In which colour a run is told: never green over what has to be mended, and the counts once. */
import { describe, expect, it } from 'vitest';
import type { MessageId } from '#core/messages/ids';
import type { Message } from '#core/messages/message';
import { saidOfCheck, saidOfEdit, saidOfScore } from '#panel/said.ts';

const clean = { counts: { error: 0, warning: 0, note: 0, waived: 2 }, nothing: null };
const noted = { ...clean, counts: { ...clean.counts, note: 3 } };
const warned = { ...noted, counts: { ...noted.counts, warning: 1 } };
const broken = { ...warned, counts: { ...warned.counts, error: 21 } };
const empty = { ...clean, nothing: 'no-figure' as const };
const word = (id: string, args: Message['args'] = {}): Message => ({ id: id as MessageId, args });
const ids = ({ words }: { words: { id: string }[] }): string[] => words.map(({ id }) => id);

describe('a check', () => {
  it('has the colour of its worst finding', () => {
    expect([clean, noted, warned, broken].map((one) => saidOfCheck(one, word).tone)).toEqual([
      'success',
      'info',
      'warning',
      'error',
    ]);
  });

  it('of a workbook that ranks nobody is no success, and says why first', () => {
    expect(saidOfCheck(empty, word).tone).toBe('warning');
    expect(ids(saidOfCheck(empty, word))).toEqual(['nothing-no-figure', 'checked']);
  });
});

describe('a score', () => {
  it('with errors says what was written, and by the counts why it is not green', () => {
    const said = saidOfScore(broken, word, 'Xếp hạng', []);
    expect(said).toMatchObject({ tone: 'error', counted: true });
    expect(ids(said)).toEqual(['scored', 'counts']);
    expect(saidOfScore(clean, word, 'Xếp hạng', [])).toMatchObject({ tone: 'success', counted: false });
  });

  it('that could not write everything is at least a warning; one that ranks nobody does not say "scored"', () => {
    const left: Message = { id: 'host.warn-chart', args: {} };
    expect([clean, noted, broken].map((one) => saidOfScore(one, word, 'Xếp hạng', [left]).tone)).toEqual([
      'warning',
      'warning',
      'error',
    ]);
    expect(ids(saidOfScore(empty, word, 'Kiểm tra', []))).toContain('nothing-written');
  });
});

it('a change that was made is green only where nothing is left to mend', () => {
  const done: Message = { id: 'pane.repair-done', args: { count: 1 } };
  expect([clean, noted, broken, empty].map((one) => saidOfEdit(one, done).tone)).toEqual([
    'success',
    'info',
    'info',
    'info',
  ]);
});
