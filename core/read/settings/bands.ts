/** "Xuất sắc >= 90% và không quá 20% của Tốt trở lên; Tốt >= 80% và 1.2 >= 50%; Yếu": bands with a quota and conditions. */
import { compare, exact, fromDecimal, toPlain, type Exact } from '../../exact/exact.ts';
import { clean, foldName } from '../../workbook/text.ts';
import type { Band, BandCondition, BandQuota } from './held.ts';
import { codeText } from './values.ts';

const HUNDRED = exact(100);
const PERCENT = '(\\d+(?:[.,]\\d+)?)\\s*%';
const AND = /\s*,\s+(?:và\s+)?|\s+và\s+/iu;
const BAND = new RegExp(`^(.+?)\\s*(>=|≥|>)\\s*${PERCENT}(?:(?:${AND.source})(.+))?$`, 'iu');
const QUOTA = new RegExp(
  `^không quá ${PERCENT}\\s+(?:của\\s+)?(?:số\\s+)?(?:đơn vị\\s+)?(?:xếp loại\\s+|đạt\\s+)?(.+?)\\s+trở lên$`,
  'iu',
);
const CONDITION = new RegExp(`^([\\p{L}\\d.,_-]+)\\s*(>=|≥|>)\\s*${PERCENT}$`, 'iu');
const HEADING = /^điều kiện\s*:?\s*/iu;

interface Draft extends Omit<Band, 'quota'> {
  quota: { percent: Exact; of: string } | null;
}

const percentOf = (text: string): Exact => fromDecimal(text.replace(',', '.'));

/** Takes what stands behind a band's bound; @returns false where it is neither a quota nor a condition. */
function takeClause(band: Draft, text: string): boolean {
  const clause = text.replace(HEADING, '');
  const quota = QUOTA.exec(clause);
  if (quota !== null) {
    const [, percent = '', of = ''] = quota;
    if (band.quota !== null) return false;
    band.quota = { percent: percentOf(percent), of };
    return compare(band.quota.percent, HUNDRED) <= 0;
  }
  const condition = CONDITION.exec(clause);
  if (condition === null) return false;
  const [, code = '', sign, percent = ''] = condition;
  const bound = percentOf(percent);
  band.conditions.push({ code: codeText(code), bound, inclusive: sign !== '>' });
  return compare(bound, HUNDRED) <= 0;
}

/** @returns the band of one item; null where it is none. */
function readBand(text: string, isLast: boolean): Draft | null {
  const match = BAND.exec(text);
  if (match === null) {
    if (!isLast || text === '' || /[<>≥≤=%]/.test(text)) return null;
    return { label: text, from: null, inclusive: true, quota: null, conditions: [] };
  }
  const [, label = '', sign, bound = '', rest] = match;
  const band: Draft = { label, from: percentOf(bound), inclusive: sign !== '>', quota: null, conditions: [] };
  const clauses = rest === undefined ? [] : rest.split(AND);
  return clauses.every((clause) => takeClause(band, clause)) ? band : null;
}

/** Whether the bound lies below the one before: "Xuất sắc > 90%; Tốt >= 90%" – the second is what lies on the end itself. */
function falls(before: Draft | undefined, band: Draft): boolean {
  if (!before?.from || band.from === null) return true;
  const order = compare(before.from, band.from);
  return order > 0 || (order === 0 && !before.inclusive && band.inclusive);
}

function quotaOf({ quota }: Draft, labels: readonly string[]): BandQuota | null {
  return quota && { percent: quota.percent, of: labels.indexOf(foldName(quota.of)) };
}

/**
 * Bounds are percent of the maximum and fall; only the last may have none.
 * @returns the bands; null where an item is not understood, or a quota names no band of the list.
 */
export function readBands(text: string): Band[] | null {
  const drafts: Draft[] = [];
  const parts = text.split(/[;\n]/).map(clean);
  if (parts[parts.length - 1] === '') parts.pop();
  for (const [place, part] of parts.entries()) {
    const before = drafts[drafts.length - 1];
    // "Tốt >= 80%; Điều kiện: 1.2 >= 50%; …": of the band before it.
    if (before !== undefined && HEADING.test(part) && CONDITION.test(part.replace(HEADING, '').split(AND)[0] ?? '')) {
      if (!part.split(AND).every((clause) => takeClause(before, clause))) return null;
      continue;
    }
    const band = readBand(part, place === parts.length - 1);
    if (band === null || !falls(before, band)) return null;
    drafts.push(band);
  }
  const labels = drafts.map(({ label }) => foldName(label));
  const bands = drafts.map((band): Band => ({ ...band, quota: quotaOf(band, labels) }));
  if (bands.some(({ quota }) => quota !== null && quota.of < 0)) return null;
  // Without a bound it is somebody's band, no table of bands.
  return bands.some((band) => band.from !== null) ? bands : null;
}

/** @returns an exact percentage as the sheet writes it: "12,5%". */
export function percentText(percent: Exact): string {
  return `${toPlain(percent).replace('.', ',')}%`;
}

/** @returns a condition as the sheet writes it: "1.2 >= 50%". */
export function conditionText({ code, bound, inclusive }: BandCondition): string {
  return `${code} ${inclusive ? '>=' : '>'} ${percentText(bound)}`;
}

/** @returns the text that readBands reads as these bands. */
export function bandsText(bands: readonly Band[]): string {
  return bands
    .map(({ label, from, inclusive, quota, conditions }) => {
      if (from === null) return label;
      const bound = `${label} ${inclusive ? '>=' : '>'} ${percentText(from)}`;
      const of = quota && `không quá ${percentText(quota.percent)} của ${bands[quota.of]?.label ?? ''} trở lên`;
      return [bound, ...(of === null ? [] : [of]), ...conditions.map(conditionText)].join(' và ');
    })
    .join('; ');
}
