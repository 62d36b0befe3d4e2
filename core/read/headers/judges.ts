/** Several people who score one unit side by side: "Thành viên 1", "Giám khảo A", a person's name (docs/contract.md#columns-that-compete). */
import { divide, exact, sum } from '../../exact/exact.ts';
import { clean, foldLoose } from '../../workbook/text.ts';
import type { Reading } from '../assessment.ts';
import { PERSON } from './scorers.ts';

/** "Nguyễn Văn A", "Trần Thị Bích": two to five words with a capital each. */
const NAME = /^\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}.]*){1,4}$/u;
/** Another time, body or stage: never to be averaged with the one before. */
const STAGE =
  /(?:^| )(?:lan|vong|dot|nam|quy|thang|ky|phuc tra|phuc khao|ket luan|ban dau|cuoi|truoc|sau|tong|trung binh|tb|chot|chinh thuc|hoi dong)(?= |$)|^(?:so|ban|to|phong|doan|co quan|don vi|cap|ubnd|uy ban)(?= )|\d{4}/;

/** @returns whether the words over a column name one of several people who score. */
export function isJudge(text: string): boolean {
  const plain = clean(text);
  return PERSON.test(foldLoose(plain)) || NAME.test(plain);
}

/** @returns the words that set a column apart: behind a dash or in brackets, else its own under those over it. */
function distinct(own: string): string {
  return clean(/\(([^()]+)\)\s*$/.exec(own)?.[1] ?? own.split(/\s[-–—]\s|:\s/).pop() ?? own);
}

/** @returns whether all of several headers name people who score, none a round, a body or a mean. */
export function areJudges(headers: readonly string[]): boolean {
  return headers.every((header) => {
    const own = distinct(header);
    return (
      (isJudge(own) || PERSON.test(foldLoose(header))) && !STAGE.test(foldLoose(own).replace('chu tich hoi dong', ''))
    );
  });
}

/**
 * @param readings one judge's points each, in the order of their columns.
 * @returns the mean of those that are there, exactly; a faulty one in its place, since a mean without it would be a guess.
 */
export function meanReading(readings: readonly Reading[]): Reading {
  const faulty = readings.find(({ problem }) => problem !== null);
  if (faulty !== undefined) return faulty;
  const there = readings.filter(({ value }) => value !== null);
  if (there.length < 2) return there[0] ?? readings[0]!;
  const of = there.map(({ value, at }) => ({ value: value!, at }));
  const value = divide(sum(of.map((one) => one.value)), exact(of.length));
  // Of one cell nothing more is said: a repair of it would write the mean.
  const { column, at, cell } = there[0]!;
  return { column, at, cell, value, labels: null, problem: null, empty: false, of };
}
