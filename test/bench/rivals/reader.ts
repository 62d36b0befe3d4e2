/** The fastest maintained .xlsx reader on npm, on the same file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INDICATORS, median, UNITS } from '../measure.ts';
import type { Options } from '../options.ts';
import { inProcess } from '../process.ts';
import { heading, mb, ms, table, times } from '../table.ts';
import { entryOf, installed } from './install.ts';

/**
 * Chosen by trial on this file (206,000 rows), best of three: hucre 1.0.0 7.2 s, @e965/xlsx 0.20.3 (SheetJS; npm's own "xlsx"
 * is an old one) 13.4 s, read-excel-file 9.3.17 28.7 s, exceljs 4.4.0 (no release since 2024) 43.9 s, on a machine with much
 * else to do: what counts is the order. excelize-wasm is slower by far; @cj-tech-master/excelts wants a newer Node.
 */
const NAME = 'hucre';
const VERSION = '1.0.0';

interface Reader {
  readXlsx(bytes: Uint8Array): Promise<{ sheets: { name: string; rows: unknown[][] }[] }>;
}

/** Job: reads the file `runs` times. @returns times, and how many rows have anything in them. */
export async function readWithRival(input: {
  path: string;
  folder: string;
  runs: number;
}): Promise<{ times: number[]; rows: number }> {
  const { readXlsx } = (await import(pathToFileURL(entryOf(input.folder, NAME)).href)) as Reader;
  const bytes = readFileSync(input.path);
  const taken: number[] = [];
  let rows = 0;
  for (let run = 0; run < input.runs; run += 1) {
    const start = performance.now();
    // One after the other: each is timed alone.
    // oxlint-disable-next-line no-await-in-loop
    const { sheets } = await readXlsx(bytes);
    taken.push(performance.now() - start);
    rows = sheets.flatMap((sheet) => sheet.rows).filter((row) => row.some((cell) => cell !== null)).length;
  }
  return { times: taken, rows };
}

/** @returns false where the two do not find the same rows. */
export function againstReader({ root, folder, runs }: Options): boolean {
  heading(
    `.xlsx in against ${NAME} ${VERSION}, the fastest maintained reader on npm: ${UNITS} × ${INDICATORS}, median of ${runs}`,
    'Fairness: the same bytes in memory to cells; ours also keeps formats, merges, what is hidden, and all that writing needs.',
  );
  const rival = installed(root, NAME, VERSION);
  if (rival === null) return true;
  const path = join(folder, 'reader.xlsx');
  inProcess(root, 'makeFile', { book: { units: UNITS, indicators: INDICATORS }, path });
  const ours = inProcess(root, 'readFile', { path, runs });
  const theirs = inProcess(root, 'readWithRival', { path, folder: rival, runs });
  const row = table('', 'time', 'theirs to ours', 'peak');
  row('ours', ms(median(ours.result.times)), '', mb(ours.peak));
  const ratio = median(theirs.result.times) / median(ours.result.times);
  row(NAME, ms(median(theirs.result.times)), times(ratio), mb(theirs.peak));
  if (ours.result.rows === theirs.result.rows) return true;
  console.log(`  NOT the same work: ours finds ${ours.result.rows} rows, ${NAME} ${theirs.result.rows}.`);
  return false;
}
