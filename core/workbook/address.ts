/** A1 addresses. Rows and columns are 0-based everywhere in the core. */

/** @returns column letters of a 0-based column: 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  let rest = column + 1;
  let letters = '';
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
}

/** @returns "C7" for row 6, column 2. */
export function toA1(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** Reads "C7" or "$C$7"; null where the text is no address. */
export function fromA1(text: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (match === null) return null;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** Reads "A1:C7" or a single cell into an area; null where the text is none. */
export function areaFromA1(text: string): { top: number; left: number; bottom: number; right: number } | null {
  const parts = text.split(':');
  const first = fromA1(parts[0] ?? '');
  const last = parts.length > 1 ? fromA1(parts[1] ?? '') : first;
  if (first === null || last === null || parts.length > 2) return null;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

/** @returns a sheet name as Excel quotes it in a formula: plain when it needs no quotes, else 'It''s'. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && fromA1(name) === null && !/^(r\d*c?\d*|c\d*)$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** @returns "'Sở Y tế'!C7". */
export function cellReference(sheet: string, row: number, column: number): string {
  return `${quoteSheet(sheet)}!${toA1(row, column)}`;
}
