/** What findings cost: the same workbook with none, one and ten of a hundred figures faulty. */
import { INDICATORS, median, together, UNITS } from './measure.ts';
import { few, type Options } from './options.ts';
import { inProcess } from './process.ts';
import { heading, mb, ms, table, times } from './table.ts';

const SHARES = [0, 0.01, 0.1];

export function measureFindings(options: Options): void {
  const { root } = options;
  const runs = few(options);
  heading(
    `Findings: ${UNITS} × ${INDICATORS} with 0, 1 and 10 % of the figures faulty, median of ${runs}`,
    'Fairness: the same figures each time; faults of six kinds are laid over them. Together against the same with none faulty.',
  );
  const row = table('', 'findings', 'round trip', 'read', 'score', 'check', 'plan', 'together', 'to none', 'peak');
  let none = Number.NaN;
  for (const faulty of SHARES) {
    const book = { units: UNITS, indicators: INDICATORS, faulty };
    const { result, peak } = inProcess(root, 'core', { book, runs });
    const middle = (of: (run: (typeof result.runs)[number]) => number): number => median(result.runs.map(of));
    const total = middle(({ steps }) => together(steps));
    if (faulty === 0) none = total;
    row(
      `${faulty * 100} % faulty`,
      `${result.runs[0]?.findings ?? 0}`,
      ms(middle((run) => run.roundTrip)),
      ms(middle(({ steps }) => steps.read)),
      ms(middle(({ steps }) => steps.score)),
      ms(middle(({ steps }) => steps.check)),
      ms(middle(({ steps }) => steps.plan)),
      ms(total),
      times(total / none),
      mb(peak),
    );
  }
}
