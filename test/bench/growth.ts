/** How cost grows with units and with faults: a cost that grows faster than its workbook shows here. */
import { join } from 'node:path';
import { together, UNITS, INDICATORS, type CoreRun } from './measure.ts';
import { few, type Options } from './options.ts';
import { inProcess } from './process.ts';
import { aim, heading, mb, ms, table, times } from './table.ts';

const STEPS = [1, 2, 4, 8];
/** The country in eighths, and 40,000 units of few indicators: a sheet has 1,048,576 rows. */
const LADDERS = [
  { units: Math.round(UNITS / 4), indicators: INDICATORS },
  { units: 5000, indicators: 10 },
];
/** Per unit, eight times the units against once: what the caches of a processor take, and no more. */
const LINEAR = 1.5;

/** What else a machine does only ever adds: the least of several. */
function least(runs: CoreRun[]): CoreRun['steps'] {
  const of = (step: keyof CoreRun['steps']): number => Math.min(...runs.map(({ steps }) => steps[step]));
  return { read: of('read'), score: of('score'), check: of('check'), plan: of('plan') };
}

export function measureGrowth(options: Options): void {
  const { root, folder } = options;
  const runs = few(options);
  heading(
    `Growth over 1, 2, 4 and 8 times the units, least of ${runs}`,
    'Fairness: each size in processes of its own. "per unit": cost of a unit against the size before (1.00 × = linear).',
  );
  for (const { units, indicators } of LADDERS) {
    const row = table(
      `× ${indicators} indicators`,
      'read',
      'score',
      'check',
      'plan',
      'together',
      'per unit',
      'peak',
      '.xlsx in',
      'per unit',
      'peak',
    );
    let core: number[] = [];
    let file: number[] = [];
    for (const factor of STEPS) {
      const book = { units: units * factor, indicators };
      const path = join(folder, 'growth.xlsx');
      const own = inProcess(root, 'core', { book, runs });
      const steps = least(own.result.runs);
      inProcess(root, 'makeFile', { book, path });
      const reading = inProcess(root, 'readFile', { path, runs });
      core = [...core, together(steps) / book.units];
      file = [...file, Math.min(...reading.result.times) / book.units];
      const against = (list: number[]): string =>
        list.length < 2 ? '' : times((list.at(-1) ?? 0) / (list.at(-2) ?? 0));
      row(
        `${book.units} units`,
        ms(steps.read),
        ms(steps.score),
        ms(steps.check),
        ms(steps.plan),
        ms(together(steps)),
        against(core),
        mb(own.peak),
        ms(Math.min(...reading.result.times)),
        against(file),
        mb(reading.peak),
      );
    }
    const whole = (list: number[]): number => (list.at(-1) ?? 0) / (list[0] ?? 0);
    aim(`a unit of ${units * 8} against a unit of ${units}, together,`, whole(core), LINEAR, times);
    aim(`a unit of ${units * 8} against a unit of ${units}, .xlsx in,`, whole(file), LINEAR, times);
  }
}
