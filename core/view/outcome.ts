/** What the views are made from, and the few things all of them print alike. */
import type { Finding } from '../check/finding.ts';
import type { CheckId } from '../messages/check-ids.ts';
import { toFixed, toPlain, type Exact } from '../exact/exact.ts';
import type { Under } from '../messages/ids.ts';
import { printDecimal, say, type Language, type Message } from '../messages/index.ts';
import type { Assessment, CellRef } from '../read/assessment.ts';
import type { Scored } from '../score/scored.ts';
import { toA1 } from '../workbook/address.ts';

/** The part of a command's outcome that is shown. */
export interface Shown {
  assessment: Assessment;
  /** The same with points and ranks of the period before. */
  readonly compared: Assessment;
  scored: Scored;
  findings: readonly Finding[];
  notRun: readonly { id: CheckId; why: Message }[];
}

/** A cell of the workbook, as a host selects it. */
export interface Place {
  sheet: string;
  cell: string;
}

/** @returns the sheet's name and the address; null where there is no cell. */
export function placeOf(
  assessment: { picture: { sheets: readonly { name: string }[] } },
  at: CellRef | null,
): Place | null {
  const sheet = at === null ? undefined : assessment.picture.sheets[at.sheet];
  return at === null || sheet === undefined ? null : { sheet: sheet.name, cell: toA1(at.row, at.column) };
}

/** @returns "1.234,50": points as published. */
export function printPoints(value: Exact, decimals: number, language: Language): string {
  return printDecimal(toFixed(value, decimals), language);
}

/** @returns "20", "12,5": a maximum in the shortest way. */
export function printPlain(value: Exact, language: Language): string {
  return printDecimal(toPlain(value), language);
}

/** @returns words of the views: `view.` is put before the id. */
export function viewWord(id: Under<'view.'>, args: Message['args'], language: Language): string {
  return say({ id: `view.${id}`, args }, language);
}

/** @returns one page of a list; where the list has become shorter, its last page in steps of the limit. */
export function pageOf<T>(list: readonly T[], offset: number, limit: number): { offset: number; page: T[] } {
  const asked = Math.max(0, Math.floor(offset));
  const size = Math.max(1, Math.floor(limit));
  const from = asked < list.length ? asked : Math.floor(Math.max(0, list.length - 1) / size) * size;
  return { offset: from, page: list.slice(from, from + size) };
}
