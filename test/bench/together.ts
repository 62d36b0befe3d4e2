/** Read, score, check and plan on the whole country, in the four settings that cost differently. */
import type { Cell } from '#core/workbook/cell';
import { INDICATORS, median, together, UNITS, type CoreRun, type Steps } from './measure.ts';
import type { Options } from './options.ts';
import { inProcess } from './process.ts';
import { aim, heading, mb, ms, table, times } from './table.ts';

const SETTINGS: [string, [string, Cell][]][] = [
  ['Default settings', []],
  ['Làm tròn: tổng', [['Làm tròn', 'tổng']]],
  [
    'Làm tròn: tổng, by unrounded points',
    [
      ['Làm tròn', 'tổng'],
      ['Cơ sở xếp hạng', 'điểm chưa làm tròn'],
    ],
  ],
  ['Ranked by unrounded points', [['Cơ sở xếp hạng', 'điểm chưa làm tròn']]],
];

const STEPS: (keyof Steps)[] = ['read', 'score', 'check', 'plan'];
export const LIMIT = 3;

const share = ({ steps, roundTrip }: CoreRun): number => together(steps) / roundTrip;

export function measureTogether({ root, runs }: Options): void {
  heading(
    `Together: ${UNITS} × ${INDICATORS} against the JSON round trip of the same picture, median of ${runs}`,
    'Fairness: both in one process on one picture; each run is set against the round trip measured right before it.',
    'The round trip makes the same number of cells anew and understands none of them. Peak: one process, all runs.',
  );
  const row = table('', 'round trip', ...STEPS, 'together', 'ratio', 'first run', 'peak');
  let worst = 0;
  let small = 0;
  for (const [title, settings] of SETTINGS) {
    const book = { units: UNITS, indicators: INDICATORS, settings };
    const { result, peak } = inProcess(root, 'core', { book, runs });
    const middle = (of: (run: CoreRun) => number): number => median(result.runs.map(of));
    const ratio = middle(share);
    worst = Math.max(worst, ratio);
    small = result.small;
    row(
      title,
      ms(middle((run) => run.roundTrip)),
      ...STEPS.map((step) => ms(middle((run) => run.steps[step]))),
      ms(middle((run) => together(run.steps))),
      times(ratio),
      times(result.runs[0] === undefined ? Number.NaN : share(result.runs[0])),
      mb(peak),
    );
  }
  console.log(`  The usual case beside it, 95 × ${INDICATORS}, whole run, cold: ${ms(small)}`);
  aim('together, the dearest setting,', worst, LIMIT, times);
}
