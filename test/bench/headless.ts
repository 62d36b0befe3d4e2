/** The headless command on the same workbook in a process of its own: time and peak memory as a person's machine sees them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { INDICATORS, median, timed, UNITS } from './measure.ts';
import { few, type Options } from './options.ts';
import { inProcess } from './process.ts';
import { aim, heading, mb, ms, table } from './table.ts';

const SLOWEST = 6000;
const LARGEST = 450 * 1048576;
const WATCH = 'data:text/javascript,process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS))';

export interface CommandRun {
  time: number;
  code: number;
  peak: number;
}

/** One whole run of the command. @returns milliseconds from start to end, exit code, peak memory in bytes. */
export function commandRun(root: string, list: readonly string[]): CommandRun {
  const command = ['--import', WATCH, join(root, 'local', 'run.mjs'), 'local/cli/main.ts', ...list];
  const [run, time] = timed(() => spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' }));
  return { time, code: run.status ?? -1, peak: Number(/peak (\d+)/.exec(run.stderr)?.[1] ?? Number.NaN) * 1024 };
}

/** One run with --json and --out. */
export function headlessRun(root: string, folder: string, input: string): CommandRun {
  return commandRun(root, [input, '--json', join(folder, 'out.json'), '--out', join(folder, 'out.xlsx')]);
}

export function measureHeadless(options: Options): void {
  const { root, folder } = options;
  const runs = few(options);
  heading(
    `Headless command with --json and --out: ${UNITS} × ${INDICATORS}, median of ${runs}`,
    'Whole process: start, file in, read, score, check, plan, both files out.',
  );
  const row = table('', 'time', 'peak', 'exit');
  const path = join(folder, 'headless.xlsx');
  inProcess(root, 'makeFile', { book: { units: UNITS, indicators: INDICATORS }, path });
  const list = Array.from({ length: runs }, () => headlessRun(root, folder, path));
  const time = median(list.map((run) => run.time));
  const peak = median(list.map((run) => run.peak));
  row('whole run', ms(time), mb(peak), `${list[0]?.code ?? ''}`);
  aim('headless', time, SLOWEST, ms);
  aim('headless', peak, LARGEST, mb);
}
