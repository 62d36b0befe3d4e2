/** How the bench prints: a heading, rows under column heads as they come in, and aims. */

const FIRST = 36;

export const ms = (value: number): string => `${value.toFixed(0)} ms`;
export const mb = (bytes: number): string => `${(bytes / 1048576).toFixed(0)} MB`;
export const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ×`;

/** @param notes what is compared with what, and how fair that is: a line each. */
export function heading(title: string, ...notes: string[]): void {
  console.log(`\n${title}`);
  for (const note of notes) console.log(`  ${note}`);
}

/** Prints the column heads. @returns prints one row; figures stand at the right of their column. */
export function table(...heads: string[]): (...cells: string[]) => void {
  const widths = heads.map((head, index) => (index === 0 ? FIRST : Math.max(head.length, 9) + 2));
  const row = (...cells: string[]): void => {
    const parts = cells.map((cell, index) => (index === 0 ? cell.padEnd(FIRST) : cell.padStart(widths[index] ?? 0)));
    console.log(`  ${parts.join('')}`);
  };
  row(...heads);
  return row;
}

/** Says whether a figure keeps within what the house asks for. A miss is told and fails nothing: machines differ. */
export function aim(what: string, value: number, limit: number, print: (value: number) => string): void {
  console.log(`  aim: ${what} at most ${print(limit)}: ${print(value)} ${value <= limit ? '(met)' : '(MISSED)'}`);
}

/** As `aim`, for a figure that is to be large. */
export function atLeast(what: string, value: number, limit: number, print: (value: number) => string): void {
  console.log(`  aim: ${what} at least ${print(limit)}: ${print(value)} ${value >= limit ? '(met)' : '(MISSED)'}`);
}
