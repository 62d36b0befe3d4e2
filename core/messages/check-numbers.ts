/** How the number of a check is written, and read back. */
import { CHECK_IDS, CHECK_NUMBERS, type CheckId } from './check-ids.ts';

/** @returns "KT-12". */
export function checkNumber(id: CheckId): string {
  return `KT-${String(CHECK_NUMBERS[id]).padStart(2, '0')}`;
}

/** @returns the id that a text of the column Mã kiểm tra stands for: "KT-12 …", or the id itself as earlier versions wrote it. */
export function checkIdOf(text: string): string {
  const match = /^KT\s*[-–]?\s*(\d+)(?!\d)/i.exec(text);
  const number = Number(match?.[1]);
  return CHECK_IDS.find((id) => CHECK_NUMBERS[id] === number) ?? text;
}
