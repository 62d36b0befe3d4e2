/** Bands of a group with what is to be said of them: which conditions were missed, who is over a quota, which tie the cut would break. */
import {
  compare,
  divide,
  exact,
  isZero,
  multiply,
  roundHalfUp,
  subtract,
  sum,
  toPlain,
  ZERO,
  type Exact,
} from '../exact/exact.ts';
import type { IndexSet } from '../framework/framework.ts';
import { say } from '../messages/index.ts';
import type { Language, Message, MessageArgument } from '../messages/message.ts';
import type { BandCondition, Settings } from '../read/assessment.ts';
import { conditionText } from '../read/settings/bands.ts';
import { at } from '../workbook/at.ts';
import { bandFigure, placeBands, type Fall } from './bands.ts';
import type { Scorecard } from './scored.ts';

const HUNDRED = exact(100);

/** @returns points of a code in percent of what can be reached there; 'nothing' where none of it arises at the unit, 'unknown' where its set has none. */
function percentAt(card: Scorecard, set: IndexSet, code: string): Exact | 'nothing' | 'unknown' {
  const own = [...set.pillars, ...set.sums].find((item) => item.code === code)?.indicators;
  const found = (own ?? set.indicators.filter((item) => item.code === code).map(({ index }) => index)).filter(
    (index) => at(set.indicators, index).role === 'points',
  );
  if (found.length === 0) return 'unknown';
  const entries = found.map((index) => at(card.entries, index));
  const maximum = sum(entries.map((entry) => subtract(entry.maximum, entry.rescaledMaximum)));
  return isZero(maximum)
    ? 'nothing'
    : divide(multiply(HUNDRED, sum(entries.map(({ official }) => official ?? ZERO))), maximum);
}

function isMet({ bound, inclusive }: BandCondition, percent: ReturnType<typeof percentAt>): boolean {
  if (typeof percent === 'string') return percent === 'nothing';
  const order = compare(percent, bound);
  return order > 0 || (order === 0 && inclusive);
}

/**
 * Gives each card its band, and its notes where it has any.
 * @param places by card: 1 + the ranked units before it, null where it is not ranked
 * @returns what is to be said of the group's quotas.
 */
export function settleBands(
  cards: readonly Scorecard[],
  places: readonly (number | null)[],
  set: IndexSet,
  settings: Settings,
): Message[] {
  const { bands } = settings;
  if (bands.length === 0) return [];
  const missed = (card: Scorecard, band: number): BandCondition[] =>
    at(bands, band).conditions.filter((one) => !isMet(one, percentAt(card, set, one.code)));
  const { units, quotas } = placeBands(
    bands,
    cards.map((card, index) => ({
      figure: bandFigure(card, settings),
      place: at(places, index),
      meets: (band) => missed(card, band).length === 0,
    })),
  );
  const quotaArgs = (band: number): Record<string, MessageArgument> => {
    const { quota, label } = at(bands, band);
    const use = quotas[band];
    if (quota === null || !use) return { band: label };
    return { ...use, band: label, percent: { decimal: toPlain(quota.percent) }, of: at(bands, quota.of).label };
  };
  const fell = (card: Scorecard, { band, why }: Fall): Message[] => {
    if (why !== 'condition') return [{ id: `sheet.band-${why}`, args: quotaArgs(band) }];
    return missed(card, band).map(({ code, ...bound }) => {
      const percent = percentAt(card, set, code);
      const args = { band: at(bands, band).label, code, condition: conditionText({ code, ...bound }) };
      if (typeof percent === 'string') return { id: 'sheet.band-no-code', args };
      return { id: 'sheet.band-condition', args: { ...args, percent: { decimal: toPlain(roundHalfUp(percent, 2)) } } };
    });
  };
  cards.forEach((card, index) => {
    const { band, falls } = at(units, index);
    card.band = band === null ? null : at(bands, band).label;
    const notes = falls.flatMap((fall) => fell(card, fall));
    if (band !== null && at(places, index) === null && at(bands, band).quota !== null)
      notes.push({ id: 'sheet.band-unranked', args: quotaArgs(band) });
    if (notes.length > 0) card.bandNotes = notes;
  });
  return quotas.flatMap((use, band): Message[] => {
    if (use === null) return [];
    const said: Message[] = [{ id: 'sheet.band-places', args: quotaArgs(band) }];
    if (use.tied > 0) said.push({ id: 'sheet.band-tied', args: quotaArgs(band) });
    return said;
  });
}

/** @returns why a unit has no better band, in one line; "" where there is nothing to say. */
export function bandNote({ bandNotes = [] }: Scorecard, language: Language): string {
  return bandNotes.map((note) => say(note, language)).join(' ');
}
