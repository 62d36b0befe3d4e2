/** The workbook file: making it, reading it, writing the plan into it. */
import { join } from 'node:path';
import { INDICATORS, median, UNITS } from './measure.ts';
import type { Options } from './options.ts';
import { inProcess } from './process.ts';
import { aim, heading, mb, ms, table } from './table.ts';

const LIMIT = 1200;

export function measureFiles({ root, folder, runs }: Options): void {
  heading(`Workbook file: ${UNITS} × ${INDICATORS}, reading median of ${runs}`, 'Each step in a process of its own.');
  const row = table('', 'time', 'file', 'peak');
  const path = join(folder, 'files.xlsx');
  const made = inProcess(root, 'makeFile', { book: { units: UNITS, indicators: INDICATORS }, path });
  row('make', ms(made.result.time), mb(made.result.size), mb(made.peak));
  const reading = inProcess(root, 'readFile', { path, runs });
  row('read', ms(median(reading.result.times)), mb(made.result.size), mb(reading.peak));
  const written = inProcess(root, 'writeFile', { path });
  row('write the plan into it', ms(written.result.time), mb(written.result.size), mb(written.peak));
  aim('.xlsx in', median(reading.result.times), LIMIT, ms);
}
