/** Unit names typed without diacritics, against a unit list that has them. */
import { median, UNITS } from './measure.ts';
import type { Options } from './options.ts';
import { inProcess } from './process.ts';
import { aim, heading, mb, ms, table } from './table.ts';

const LIMIT = 1000;

export function measureNames({ root, runs }: Options): void {
  heading(
    `Names: ${UNITS} unit names without diacritics against a list that has them, median of ${runs}`,
    'Whole reading of a workbook with one row a unit, so that names are most of it.',
  );
  const row = table('', 'read', 'told of', 'peak');
  const { result, peak } = inProcess(root, 'names', { units: UNITS, runs });
  row(`${UNITS} names`, ms(median(result.times)), `${result.told}`, mb(peak));
  aim('reading', median(result.times), LIMIT, ms);
}
