/** HyperFormula on the same sums and ranks. */
import { createRequire } from 'node:module';
import type { Scalar } from '#core/workbook/cell';
import { INDICATORS, median, timed, together, UNITS, type Standing } from '../measure.ts';
import { few, type Options } from '../options.ts';
import { inProcess } from '../process.ts';
import { atLeast, heading, mb, ms, table, times } from '../table.ts';
import { entryOf, installed } from './install.ts';
import { differences, modelStandings, TOTALS, type ModelSheet } from './model.ts';

const NAME = 'hyperformula';
const VERSION = '3.5.0';
const LIMIT = 4;

/** As much of the engine as is used here; a cell in error is an object. */
interface Engine {
  buildFromSheets(
    sheets: Record<string, (Scalar | null)[][]>,
    settings: { licenseKey: string; maxRows: number },
  ): { getSheetId(name: string): number; getSheetValues(id: number): (Scalar | null)[][] };
}

/** Job: builds and calculates the model. @returns the time, and points and rank of each unit. */
export function recalculate(model: ModelSheet[], folder: string): { time: number; standings: Standing[] } {
  const { HyperFormula } = createRequire(import.meta.url)(entryOf(folder, NAME)) as { HyperFormula: Engine };
  const sheets = Object.fromEntries(model.map(({ name, rows }) => [name, rows]));
  const settings = { licenseKey: 'gpl-v3', maxRows: 1_048_576 };
  // One small model first, as ours has one small workbook first.
  HyperFormula.buildFromSheets({ warm: [[1, '=ROUND(MIN(1,A1/3)*16,2)', '=COUNTIF(A1:B1,">"&A1)']] }, settings);
  const [values, time] = timed(() => {
    const engine = HyperFormula.buildFromSheets(sheets, settings);
    return engine.getSheetValues(engine.getSheetId(TOTALS));
  });
  return { time, standings: modelStandings(values) };
}

/** @returns false where the two do not come to the same points and ranks. */
export function againstHyperFormula(options: Options): boolean {
  const { root } = options;
  const runs = few(options);
  heading(
    `HyperFormula ${VERSION} on the same sums and ranks: ${UNITS} × ${INDICATORS}, median of ${runs}`,
    'Fairness: theirs is points, sums and ranks from cells in memory, told which formula and which rows each unit has;',
    'ours also finds tables, reads texts, checks, explains and lays out the plan. Each run in a process of its own, by turns.',
  );
  const folder = installed(root, NAME, VERSION);
  if (folder === null) return true;
  const book = { units: UNITS, indicators: INDICATORS };
  const row = table('', 'time', 'theirs to ours', 'peak');
  const pairs = Array.from({ length: runs }, () => ({
    ours: inProcess(root, 'core', { book, runs: 1 }),
    theirs: inProcess(root, 'hyperformula', { book, folder }),
  }));
  const ours = median(pairs.flatMap((pair) => pair.ours.result.runs.map(({ steps }) => together(steps))));
  const theirs = median(pairs.map((pair) => pair.theirs.result.time));
  row('ours, together', ms(ours), '', mb(median(pairs.map((pair) => pair.ours.peak))));
  row('HyperFormula', ms(theirs), times(theirs / ours), mb(median(pairs.map((pair) => pair.theirs.peak))));
  atLeast('HyperFormula takes', theirs / ours, LIMIT, times);
  return sameAsOurs(root, 'HyperFormula', pairs[0]?.theirs.result.standings ?? []);
}

/** Says whether a rival comes to our points and ranks, unit by unit. */
export function sameAsOurs(root: string, who: string, theirs: Standing[]): boolean {
  const own = inProcess(root, 'standings', { units: UNITS, indicators: INDICATORS }).result;
  const lines = differences(own, theirs);
  if (lines.length === 0) {
    const blocked = own.filter(({ points }) => points === null).length;
    console.log(
      `  Same work: points and rank of all ${own.length} units are equal (${blocked} blocked here, in error there).`,
    );
    return true;
  }
  console.log(`  NOT the same work: ${who} comes to other points or ranks than ours.`);
  for (const line of lines) console.log(`    ${line}`);
  return false;
}
