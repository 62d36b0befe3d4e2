/** A total, pillar sum, rank or Xếp loại that someone typed is not ours. */
import { add, equals, exact, roundHalfUp, sign, subtract, toFixed, toPlain, ZERO, type Exact } from '../exact/exact.ts';
import type { PointSource, TypedFigure } from '../read/assessment.ts';
import type { Scorecard } from '../score/scored.ts';
import { readNumber } from '../workbook/number.ts';
import { foldName } from '../workbook/text.ts';
import { shownText } from '../read/cells/codes.ts';
import type { Check, Told } from './finding.ts';
import type { CheckInput } from './input.ts';
import { setOf } from './shared.ts';

/** Whether points of the source cannot be read: then no sum of them is ours to compare with. */
function unreadable(card: Scorecard, source: PointSource, indexes: number[] | null): boolean {
  return card.entries.some(
    (score) =>
      (indexes === null || indexes.includes(score.indicator)) &&
      source !== 'calculated' &&
      (score.entry?.readings[source]?.problem ?? null) !== null,
  );
}

function indexesOf(input: CheckInput, { unit }: Scorecard, codes: readonly string[]): number[] {
  const set = input.assessment.sets[setOf(input, unit)];
  // As the sums of the ranking: bonus and penalty lie outside.
  const own = (index: number): boolean => {
    const indicator = set?.indicators[index];
    return indicator?.role === 'points' && indicator.bonusOf === undefined;
  };
  return (set?.pillars ?? []).flatMap(({ code, indicators }) => (codes.includes(code) ? indicators.filter(own) : []));
}

function totalOf(card: Scorecard, source: PointSource | null): Exact | null {
  if (source === 'self') return card.selfTotal;
  if (source === 'verified') return card.verifiedTotal ?? card.points;
  return source === 'calculated' ? card.calculatedTotal : card.points;
}

/** The bonus points within that total that stand in a column of their own. */
function bonusBeside(input: CheckInput, card: Scorecard, source: PointSource | null): Exact {
  const set = input.assessment.sets[setOf(input, card.unit)];
  const from = source === null || (source === 'verified' && card.verifiedTotal === null) ? 'official' : source;
  return card.entries.reduce((sum, score) => {
    const points = set?.indicators[score.indicator]?.bonusOf === undefined ? null : score[from];
    return points === null ? sum : add(sum, points);
  }, ZERO);
}

/** What we say, and whether the typed figure speaks of one source only. */
function oursOf(input: CheckInput, card: Scorecard, typed: TypedFigure, ranks: Map<number, number>): Exact | null {
  const { source } = typed;
  if (typed.kind === 'rank') {
    const rank = ranks.get(card.unit);
    return rank === undefined ? null : exact(rank);
  }
  if (typed.kind === 'total') {
    if (source !== null && unreadable(card, source, null)) return null;
    const total = totalOf(card, source);
    return total === null || typed.bonusApart === undefined ? total : subtract(total, bonusBeside(input, card, source));
  }
  const codes = typed.pillars ?? [];
  const official = codes.reduce<Exact | null>((sum, code) => {
    const points = card.pillars[code] ?? null;
    return sum === null || points === null ? null : add(sum, points);
  }, ZERO);
  if (source === null) return card.points === null ? null : official;
  let total: Exact | null = null;
  const indexes = indexesOf(input, card, codes);
  if (unreadable(card, source, indexes)) return null;
  for (const index of indexes) {
    const points = card.entries[index]?.[source] ?? null;
    if (points !== null) total = add(total ?? ZERO, points);
  }
  // A sum verified alone, and none of its parts: what counts are other points.
  return total ?? (source === 'verified' ? official : null);
}

/** A form's own total: rescaled and within bounds; what needs the best of the group is not in it, since a form alone cannot know that. */
function isWhatSelfGives(
  { selfGives }: Scorecard,
  { kind, source }: TypedFigure,
  value: Exact,
  decimals: number,
): boolean {
  return kind === 'total' && source === 'self' && agrees(value, selfGives, decimals);
}

/** A formula that sums what nobody verified yet says 0. */
function isUnfilled(
  input: CheckInput,
  card: Scorecard,
  { kind, source, pillars = [] }: TypedFigure,
  value: Exact,
): boolean {
  if (source !== 'verified' || sign(value) !== 0) return false;
  const parts = kind === 'total' ? null : indexesOf(input, card, pillars);
  return card.entries.every(
    ({ indicator, verified }) => verified === null || (parts !== null && !parts.includes(indicator)),
  );
}

/** Typed with fewer decimals than published counts as rounded; a whole number must be exact. */
function agrees(typed: Exact, ours: Exact, decimals: number): boolean {
  if (equals(roundHalfUp(typed, decimals), roundHalfUp(ours, decimals))) return true;
  const shown = (toPlain(typed).split('.')[1] ?? '').length;
  return shown > 0 && shown < decimals && equals(typed, roundHalfUp(ours, shown));
}

export const pointsTotalDiffers: Check = {
  severity: 'warning',
  notRun: (input) => (input.assessment.typed.length > 0 ? null : 'points.total-differs'),
  run: (input) => {
    const { assessment, scored } = input;
    const { cards } = input;
    const ranks = new Map<number, number>();
    for (const group of scored.rankings)
      // While a unit is blocked all ranks are provisional and no one's typed rank is wrong yet.
      if (group.blocked === 0)
        for (const row of group.ranking) if (row.rank !== null) ranks.set(row.card.unit, row.rank);
    const found: Told[] = [];
    for (const typed of assessment.typed) {
      if (typed.unit === null) continue;
      const card = cards[typed.unit];
      if (card === undefined) continue;
      if (typed.kind === 'band') {
        const text = shownText(typed.cell);
        if (card.band === null || foldName(text) === foldName(card.band)) continue;
        const args = { ours: card.band };
        found.push({
          at: typed.at,
          unit: typed.unit,
          column: 'band',
          variant: 'band',
          args,
        });
        continue;
      }
      const reading = readNumber(typed.cell, { unitWords: true });
      const ours = oursOf(input, card, typed, ranks);
      if (reading.kind !== 'number' || ours === null || isUnfilled(input, card, typed, reading.value)) continue;
      const set = assessment.sets[setOf(input, typed.unit)];
      const decimals = typed.kind === 'rank' ? 0 : (assessment.settings.decimals ?? set?.decimals ?? 2);
      if (agrees(reading.value, ours, decimals)) continue;
      if (isWhatSelfGives(card, typed, reading.value, decimals)) continue;
      found.push({
        at: typed.at,
        unit: typed.unit,
        column: typed.kind,
        variant: typed.kind === 'total' ? undefined : typed.kind,
        args: {
          ours: { decimal: toFixed(ours, decimals) },
          ...(typed.pillars === undefined ? {} : { indicator: typed.pillars.join(', ') }),
        },
      });
    }
    return found;
  },
};
