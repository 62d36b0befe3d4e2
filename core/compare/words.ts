/** Changes in words: places, reasons, what of a set was changed. The sheet and the command say them alike. */
import { add, sign, toFixed, toPlain, ZERO, type Exact } from '../exact/exact.ts';
import type { Under } from '../messages/ids.ts';
import { compare as en } from '../messages/en/compare.ts';
import { fill, printDecimal } from '../messages/fill.ts';
import { compare as vi } from '../messages/vi/compare.ts';
import type { Language, Message } from '../messages/message.ts';
import { POLICIES } from '../read/settings/values.ts';
import type { NotArisingPolicy } from '../framework/framework.ts';
import type { Comparison, SetChange, UnitChange } from './comparison.ts';

/** More reasons than these are added up in words. */
const MOST_REASONS = 12;

/** Apart from the core's own: the add-ins do not compare, and need not carry them. */
const CATALOGUES: Record<Language, Readonly<Record<string, string>>> = { vi, en };

/** @returns a word of comparisons. */
export function compareWord(id: Under<'compare.'>, language: Language, args: Message['args'] = {}): string {
  return fill(CATALOGUES[language], { id: `compare.${id}`, args }, language);
}

/** @returns "+3,50", "−1,00". */
export function signedText(value: Exact, decimals: number, language: Language): string {
  const text = printDecimal(toFixed(value, decimals), language).replace(/^-/, '−');
  return sign(value) > 0 ? `+${text}` : text;
}

/** @returns whether points or rank are others than they were. */
export function isMoved({ oldPoints, newPoints, oldRank, newRank, because }: UnitChange): boolean {
  const both = oldPoints !== null && newPoints !== null;
  return because.length > 0 || oldRank !== newRank || (!both && oldPoints !== newPoints);
}

/** @returns "▲ 2" for two places up, "▼ 1" for one down, "=" for none; "" where either rank is missing. */
export function movedText({ oldRank, newRank }: UnitChange): string {
  if (oldRank === null || newRank === null) return '';
  const places = oldRank - newRank;
  return places === 0 ? '=' : `${places > 0 ? '▲' : '▼'} ${Math.abs(places)}`;
}

/** @returns of what the change of a unit's points comes: "4.2: +3,50; 1.1: −1,00". */
export function reasonsText(change: UnitChange, decimals: number, language: Language): string {
  const { oldPoints, newPoints, because } = change;
  if (newPoints === null) return compareWord('no-points-new', language);
  if (oldPoints === null) return compareWord('no-points-old', language);
  const part = (name: string, delta: Exact): string => `${name}: ${signedText(delta, decimals, language)}`;
  const shown = because.length > MOST_REASONS + 1 ? because.slice(0, MOST_REASONS) : because;
  const parts = shown.map(({ code, delta }) => part(code === '' ? compareWord('rest', language) : code, delta));
  const others = because.slice(shown.length);
  if (others.length > 0) {
    const sum = others.reduce((total, { delta }) => add(total, delta), ZERO);
    parts.push(part(compareWord('more', language, { count: others.length }), sum));
  }
  return parts.join('; ');
}

/** @returns a policy in the words of the sheet; null for the settings' own. */
export function policyText(policy: NotArisingPolicy | null): string | null {
  return POLICIES.find(([, value]) => value === policy)?.[0] ?? null;
}

/** @returns both sides of a set's change as a person reads them; "" where nothing is. */
export function setTexts({ change }: SetChange, language: Language): [old: string, now: string] {
  switch (change.what) {
    case 'maximum': {
      const text = (value: Exact | null): string => (value === null ? '' : printDecimal(toPlain(value), language));
      return [text(change.old), text(change.new)];
    }
    case 'policy':
      return [policyText(change.old) ?? '', policyText(change.new) ?? ''];
    default:
      return [change.old ?? '', change.new ?? ''];
  }
}

/** @returns whether nothing differs. */
export function isEqual({ set, settings, added, removed, cells, ranking }: Comparison): boolean {
  return [set, settings, added, removed, cells].every((list) => list.length === 0) && !ranking.some(isMoved);
}

/** @returns the counts of what differs, in one line. */
export function countsText({ ranking, cells, set, settings }: Comparison, language: Language): string {
  const args = {
    moved: ranking.filter(isMoved).length,
    cells: cells.length,
    set: set.length,
    settings: settings.length,
  };
  return compareWord('counts', language, args);
}
