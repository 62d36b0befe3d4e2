/** LibreOffice recalculating the same workbook, where it is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { headlessRun } from '../headless.ts';
import { INDICATORS, UNITS } from '../measure.ts';
import type { Options } from '../options.ts';
import { inProcess } from '../process.ts';
import { heading, mb, ms, table, times } from '../table.ts';
import { sameAsOurs } from './hyperformula.ts';

const PROGRAM = 'soffice';

/** Recalculate every .xlsx on loading, whoever wrote it (0 = always). */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** Peak memory of the processes with `mark` among their arguments, in bytes: where /proc tells (Linux), else 0. */
function peakOf(mark: string): number {
  let peak = 0;
  let processes: string[];
  try {
    processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return 0;
  }
  for (const id of processes) {
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(mark)) continue;
      const kilobytes = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
      peak = Math.max(peak, Number(kilobytes ?? 0) * 1024);
    } catch {
      // It ended in between.
    }
  }
  return peak;
}

interface Conversion {
  time: number;
  peak: number;
  code: number | null;
}

/** Opens the file, recalculates, saves it as .xlsx in `out`. */
async function convert(file: string, out: string, profile: string): Promise<Conversion> {
  const where = pathToFileURL(profile).href;
  const words = ['--headless', '--norestore', `-env:UserInstallation=${where}`, '--convert-to', 'xlsx'];
  const start = performance.now();
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(where))), 250);
  const code = await new Promise<number | null>((done) => {
    const child = spawn(PROGRAM, [...words, '--outdir', out, file], { stdio: 'ignore' });
    child.on('close', done);
    child.on('error', () => done(null));
  });
  const time = performance.now() - start;
  clearInterval(watch);
  return { time, peak, code };
}

/** @returns false where LibreOffice does not come to our points and ranks. */
export async function againstLibreOffice({ root, folder }: Options): Promise<boolean> {
  heading(
    `LibreOffice recalculating the same workbook: ${UNITS} × ${INDICATORS}, one run`,
    'Timed: soffice --headless --convert-to xlsx from start to end, that is start, reading, recalculating all, writing;',
    'and the same with a 0 in place of each formula, so that the difference is the recalculation.',
    'Fairness: the whole is set against our whole headless command, which also checks, explains and writes result sheets.',
  );
  const version = spawnSync(PROGRAM, ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) {
    console.log(`  No ${PROGRAM} on the PATH: left out.`);
    return true;
  }
  const book = { units: UNITS, indicators: INDICATORS };
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS);
  const values = join(folder, 'values.xlsx');
  const formulas = join(folder, 'formulas.xlsx');
  const input = join(folder, 'ours.xlsx');
  const out = join(folder, 'converted');
  inProcess(root, 'makeFormulas', { book, path: values, formulas: false });
  inProcess(root, 'makeFormulas', { book, path: formulas, formulas: true });
  inProcess(root, 'makeFile', { book, path: input });
  // First the values: making its profile falls into neither the difference nor the ratio's larger part.
  const plain = await convert(values, out, profile);
  const whole = await convert(formulas, out, profile);
  const ours = headlessRun(root, folder, input);
  if (plain.code !== 0 || whole.code !== 0) {
    console.log(`  ${PROGRAM} failed (exit ${plain.code}, ${whole.code}): left out.`);
    return true;
  }
  const row = table('', 'time', 'theirs to ours', 'peak');
  row('ours, headless', ms(ours.time), '', mb(ours.peak));
  row(version.stdout.trim().slice(0, 34), ms(whole.time), times(whole.time / ours.time), mb(whole.peak));
  row('  without formulas', ms(plain.time), '', mb(plain.peak));
  row('  difference: recalculation', ms(whole.time - plain.time), times((whole.time - plain.time) / ours.time));
  return sameAsOurs(root, 'LibreOffice', inProcess(root, 'readTotals', { path: join(out, 'formulas.xlsx') }).result);
}
