/** `npm run bench`: what a run costs on the large case (3,321 units × 62 indicators), against what else does such work. See docs/bench.md. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureFiles } from './files.ts';
import { measureFindings } from './findings.ts';
import { measureForms } from './forms.ts';
import { measureGrowth } from './growth.ts';
import { measureHeadless } from './headless.ts';
import { JOBS } from './jobs.ts';
import { coreRun, INDICATORS, together, UNITS, warmUp } from './measure.ts';
import { measureNames } from './names.ts';
import { asked, type Options } from './options.ts';
import { asJob } from './process.ts';
import { againstHyperFormula } from './rivals/hyperformula.ts';
import { againstLibreOffice } from './rivals/libreoffice.ts';
import { againstReader } from './rivals/reader.ts';
import { syntheticPicture } from './synthetic.ts';
import { ms, table, times } from './table.ts';
import { measureTogether } from './together.ts';

/** Each prints its own; false = something is wrong that no time excuses. */
const PARTS: Record<string, (options: Options) => unknown> = {
  together: measureTogether,
  growth: measureGrowth,
  findings: measureFindings,
  names: measureNames,
  files: measureFiles,
  headless: measureHeadless,
  forms: measureForms,
  hyperformula: againstHyperFormula,
  libreoffice: againstLibreOffice,
  reader: againstReader,
  pane: ({ root }) =>
    spawnSync(process.execPath, [join('tools', 'bench-pane.mjs')], { cwd: root, stdio: 'inherit' }).status === 0,
};

/** The default settings once, in this process, so that a profile of it shows the core. */
function once(): void {
  warmUp();
  const { run } = coreRun(syntheticPicture({ units: UNITS, indicators: INDICATORS }));
  const row = table(`Once: ${UNITS} × ${INDICATORS}`, 'time', 'to round trip');
  row('JSON round trip', ms(run.roundTrip));
  for (const [step, time] of Object.entries(run.steps)) row(step, ms(time), times(time / run.roundTrip));
  row('together', ms(together(run.steps)), times(together(run.steps) / run.roundTrip));
}

/**
 * Prints the figures. Options: docs/bench.md.
 * @returns 1 where a rival comes to other results than ours or a part fails; a missed aim is printed and is no failure.
 */
export async function main(list: string[], root: string): Promise<number> {
  if (await asJob(list, JOBS)) return 0;
  const { runs, once: single, only } = asked(list, Object.keys(PARTS));
  const load = loadavg()[0] ?? 0;
  console.log(
    `Node ${process.versions.node}, ${availableParallelism()} processors, load ${load.toFixed(1)}` +
      (load > availableParallelism() / 2 ? ': much else runs here, only ratios within a part say anything' : ''),
  );
  if (single) {
    once();
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'nghin-diem-bench-'));
  let code = 0;
  try {
    for (const [name, part] of Object.entries(PARTS)) {
      if (only !== null && !only.includes(name)) continue;
      // Part by part: two at once would slow each other.
      // oxlint-disable-next-line no-await-in-loop
      if ((await part({ root, folder, runs })) === false) code = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return code;
}
