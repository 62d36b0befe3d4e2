/** Forms going out and coming back, by the command: 95 as a department has them, and as many as the country has units. */
import { join } from 'node:path';
import { commandRun } from './headless.ts';
import { INDICATORS, UNITS } from './measure.ts';
import type { Options } from './options.ts';
import { inProcess } from './process.ts';
import { aim, heading, mb, ms, table } from './table.ts';

const USUAL = 95;
const SLOWEST = 10_000;
const LARGEST = 400 * 1048576;
const LARGEST_OF_ALL = 600 * 1048576;

/** @returns false where a form was not made or not taken. */
export function measureForms({ root, folder }: Options): boolean {
  heading(
    `Forms: ${USUAL} and ${UNITS} units × ${INDICATORS}, one run each`,
    'Whole processes: forms made into a folder, filled (not counted), collected into one workbook.',
  );
  const row = table('', 'time', 'peak', 'exit');
  let fine = true;
  for (const units of [USUAL, UNITS]) {
    const book = join(folder, `book-${units}.xlsx`);
    const out = join(folder, `forms-${units}`);
    inProcess(root, 'makeEmptyBook', { units, indicators: INDICATORS, path: book });
    const made = commandRun(root, ['form', book, '--out', out]);
    row(`make ${units}`, ms(made.time), mb(made.peak), `${made.code}`);
    const { result: filled } = inProcess(root, 'fillForms', { units, indicators: INDICATORS, folder: out });
    const collected = commandRun(root, ['collect', book, out, '--out', join(folder, `collected-${units}.xlsx`)]);
    row(`collect ${units}`, ms(collected.time), mb(collected.peak), `${collected.code}`);
    fine &&= made.code === 0 && collected.code !== 2 && filled === units;
    if (units === USUAL) {
      aim('95 forms made', made.time, SLOWEST, ms);
      aim('95 forms collected', collected.time, SLOWEST, ms);
      aim('95 forms', Math.max(made.peak, collected.peak), LARGEST, mb);
    } else aim(`${units} forms`, Math.max(made.peak, collected.peak), LARGEST_OF_ALL, mb);
  }
  return fine;
}
