/** How people are told of a check. */
import { say, type Language } from './index.ts';
import type { CheckId } from './check-ids.ts';
import { checkNumber } from './check-numbers.ts';

/** @returns number and short name: "KT-12 Tử số lớn hơn mẫu số". */
export function checkName(id: CheckId, language: Language): string {
  return `${checkNumber(id)} ${say({ id: `check.${id}`, args: {} }, language)}`;
}
