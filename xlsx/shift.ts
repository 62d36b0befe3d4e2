/** Moves the relative references of a formula, as copying the cell would: shared formulas need it when their first cell goes. */
import { columnLetters } from '#core/workbook/address';

const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[[^\]]*\]|(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(!])|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!])|(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})(?![\w.])|[\p{L}\p{N}_.\\]+/gu;

/** @returns the formula `rows` further down and `columns` further right; a reference that leaves the sheet becomes #REF!. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const column = (lock: string, letters: string): string => {
    let index = -1;
    for (const letter of letters.toUpperCase()) index = (index + 1) * 26 + letter.charCodeAt(0) - 65;
    const moved = lock === '$' ? index : index + columns;
    return moved < 0 || moved > 16_383 ? '' : lock + columnLetters(moved);
  };
  const row = (lock: string, digits: string): string => {
    const moved = lock === '$' ? Number(digits) : Number(digits) + rows;
    return moved < 1 || moved > 1_048_576 ? '' : lock + String(moved);
  };
  const join = (first: string, second: string, between = ''): string =>
    first === '' || second === '' ? '#REF!' : first + between + second;
  return formula.replace(TOKEN, (...args) => {
    const [whole, c1, cell, r1, digits, ca, from, cb, to, ra, top, rb, bottom] = args as string[];
    if (cell !== undefined) return join(column(c1!, cell), row(r1!, digits!));
    if (from !== undefined) return join(column(ca!, from), column(cb!, to!), ':');
    if (top !== undefined) return join(row(ra!, top), row(rb!, bottom!), ':');
    return whole!;
  });
}
