/** One thing to do next on each part: look, score, see the ranking. */
import { describe, expect, it } from 'vitest';
import { primaryOf, type PrimaryState } from '#panel/next-step.ts';

type Summary = NonNullable<PrimaryState['summary']>;
const counts = { error: 0, warning: 2, note: 1, waived: 0 };
const groups = [{ name: '', units: 2, ranked: 2, blocked: 0 }];
const clean: Summary = { counts, nothing: null, ranking: 'none', groups };

/** Of the parts check, score, ranking. */
function next(summary: Summary | null, isStale = false): string {
  return (['check', 'score', 'ranking'] as const).map((part) => primaryOf(part, { summary, isStale })).join(' ');
}

describe('next', () => {
  it('a workbook that nobody looked at, or that changed since, is checked; the part that scores can score it', () => {
    expect(next(null)).toBe('check score check');
    expect(next({ ...clean, ranking: 'current' }, true)).toBe('check score check');
  });

  it('a clean check leads to scoring, one with errors to checking again; scored, everything leads to the ranking', () => {
    expect(next(clean)).toBe('to-score score to-score');
    expect(next({ ...clean, counts: { ...counts, error: 1 } })).toBe('check score to-score');
    expect(next({ ...clean, ranking: 'old' })).toBe('to-score score to-score');
    expect(next({ ...clean, ranking: 'current' })).toBe('to-ranking to-ranking open-ranking');
  });

  it('where nobody has a rank nothing leads to one', () => {
    for (const nothing of ['no-set', 'several', 'no-unit', 'no-figure', 'hidden'] as const)
      expect(next({ ...clean, nothing, ranking: 'current' }), nothing).toBe('check score check');
    expect(next({ ...clean, nothing: 'no-unit', groups: [] })).toBe('check score check');
    expect(next({ ...clean, nothing: 'blocked', ranking: 'current' })).toBe('check to-findings to-findings');
    // Nobody is to be ranked: the points are there all the same.
    expect(next({ ...clean, nothing: 'unranked', ranking: 'current' })).toBe('to-ranking to-ranking open-ranking');
  });
});
