/** Reporting periods (docs/contract.md#periods): quarters and halves are cumulative from 1 January; the year is its own report. */
import { clean, foldLoose } from '../../workbook/text.ts';

/** A period as compared: months 1 … 12 it covers within its year. */
export interface Period {
  /** "2026-Q3", "2026-H1", "2026". */
  key: string;
  year: number;
  /** Last month, 3 … 12. */
  end: number;
  /** Months covered: 3, 6 or 12. Of two that end alike the longer goes first. */
  months: number;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

function quarter(year: string, number: string): Period | null {
  const place = ROMAN[number];
  return place === undefined ? null : { key: `${year}-Q${place}`, year: Number(year), end: place * 3, months: 3 };
}

function half(year: string, place: 1 | 2): Period {
  return { key: `${year}-H${place}`, year: Number(year), end: place * 6, months: 6 };
}

/** How periods are written, folded; tried in this order. */
const FORMS: readonly [RegExp, (one: string, two: string) => Period | null][] = [
  [/^(20\d\d) ?- ?q ?([1-4])$/, quarter],
  [/^(?:ky )?qu[iy] ?([1-4]|i{1,3}|iv) ?(?:[/.,-]|[/,]? ?nam)? ?(20\d\d)$/, (place, year) => quarter(year, place)],
  [/^(20\d\d) ?- ?h ?([12])$/, (year, place) => half(year, place === '1' ? 1 : 2)],
  [
    /^(?:0?6|sau) thang (dau|cuoi)(?: nam| cua nam)? ?[/-]? ?(20\d\d)$/,
    (place, year) => half(year, place === 'dau' ? 1 : 2),
  ],
  [/^(?:(?:ca )?nam )?(20\d\d)$/, (year) => ({ key: year, year: Number(year), end: 12, months: 12 })],
];

/**
 * Reads 2026-Q3, Quý III/2026, Quý 3 năm 2026, 2026-H1, 6 tháng đầu năm 2026, Năm 2026, 2026.
 * @returns null where the text is none of them.
 */
export function readPeriod(text: string | number): Period | null {
  const folded = foldLoose(clean(String(text)));
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(folded);
    if (match !== null) return read(match[1] ?? '', match[2] ?? '');
  }
  return null;
}

/** @returns which of two periods counts where no setting says so: the one that ends last; of equal ends the longer. */
export function laterPeriod(left: Period, right: Period): Period {
  const order = left.year - right.year || left.end - right.end || left.months - right.months;
  return order >= 0 ? left : right;
}

/** @returns whether two texts name one period; what can't be read is compared as it is written. */
export function samePeriod(left: string, right: string): boolean {
  const [one, other] = [readPeriod(left), readPeriod(right)];
  return one === null || other === null ? foldLoose(left) === foldLoose(right) : one.key === other.key;
}

/** @returns the two texts, the period that ends earlier first; as they stand where either can't be read. */
export function periodsInOrder(left: string, right: string): [earlier: string, later: string] {
  const [one, other] = [readPeriod(left), readPeriod(right)];
  if (one === null || other === null || laterPeriod(one, other) === other) return [left, right];
  return [right, left];
}

/**
 * @returns the one of `periods` that points of `chosen` are compared with: the last that ends before it; of equal ends the one of its own
 * length, else the longer. A year is its own report and is compared with years alone. null: none, or the chosen one can't be read.
 */
export function periodBefore(chosen: string, periods: readonly string[]): string | null {
  const own = readPeriod(chosen);
  if (own === null) return null;
  let best: { period: Period; text: string } | null = null;
  for (const text of periods) {
    const period = readPeriod(text);
    if (period === null || (period.year - own.year || period.end - own.end) >= 0) continue;
    if ((own.months === 12) !== (period.months === 12)) continue;
    const isLike = best?.period.year === period.year && best.period.end === period.end;
    const isBetter = isLike
      ? period.months === own.months
      : best === null || laterPeriod(best.period, period) === period;
    if (isBetter) best = { period, text };
  }
  return best?.text ?? null;
}

const PERIOD =
  /(?:qu[ýy]\s*(?:[ivx]+|[1-4])\s*(?:[/.-]|\s*năm)?\s*|\d{1,2}\s*tháng\s*(?:đầu|cuối)\s*(?:năm\s*)?)?20\d\d/i;

/** @returns the period that a text is or names, as written; "" where it names none. */
export function periodWithin(text: string): string {
  if (readPeriod(text) !== null) return clean(text);
  const inside = PERIOD.exec(text.normalize('NFC').slice(0, 300))?.[0] ?? '';
  return readPeriod(inside) === null ? '' : inside;
}

/** @returns whether words may speak of one period: "năm 2026" over a column says no more than whose quarter it is. */
export function mayBeSame(left: string, right: string): boolean {
  const [one, other] = [readPeriod(left), readPeriod(right)];
  if (one === null || other === null) return true;
  return one.year === other.year && (one.months === 12 || other.months === 12 || one.end === other.end);
}
