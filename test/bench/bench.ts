/** `npm run bench`: what a run costs on the large case (3,321 units × 62 indicators), measured against a JSON round trip of the same picture. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scoreWorkbook } from '#core/commands/score';
import { check } from '#core/check/index';
import { read } from '#core/read/index';
import { score } from '#core/score/index';
import { writePlan } from '#core/write/index';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import type { Plan } from '#core/workbook/plan';
import * as xlsx from '#xlsx/index';
import { syntheticPicture } from './synthetic.ts';

const VERSION = 'bench';
const AT = '2026-01-01T00:00:00.000Z';
const UNITS = 3321;
const INDICATORS = 62;

interface Timing {
  name: string;
  ms: number;
}

function timed<T>(name: string, into: Timing[], work: () => T): T {
  const start = performance.now();
  const result = work();
  into.push({ name, ms: performance.now() - start });
  return result;
}

function line(name: string, ms: number, note = ''): void {
  console.log(`  ${name.padEnd(34)}${ms.toFixed(0).padStart(7)} ms${note === '' ? '' : `  ${note}`}`);
}

function roundTrip(picture: Picture): number {
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const start = performance.now();
    JSON.parse(JSON.stringify(picture));
    times.push(performance.now() - start);
  }
  // The middle one: the first is cold, and a collection may fall into any.
  return times.sort((x, y) => x - y)[1]!;
}

/** The steps of scoreWorkbook one by one, and what an adapter would write. */
function steps(picture: Picture): { timings: Timing[]; plan: Plan; findings: number } {
  const timings: Timing[] = [];
  const assessment = timed('read', timings, () => read(picture, { language: 'vi' }));
  const scored = timed('score and rank', timings, () => score(assessment));
  const { findings, notRun } = timed('check', timings, () => check(assessment, scored));
  const existing = picture.sheets.map((sheet) => sheet.name);
  const plan = timed('plan', timings, () =>
    writePlan({ assessment, scored, findings, notRun, version: VERSION, at: AT, language: 'vi', existing }),
  );
  return { timings, plan, findings: findings.length };
}

function measure(title: string, settings: [string, Cell][]): { picture: Picture; plan: Plan } {
  const picture = syntheticPicture({ units: UNITS, indicators: INDICATORS, settings });
  const base = roundTrip(picture);
  const { timings, plan, findings } = steps(picture);
  const total = timings.reduce((sum, step) => sum + step.ms, 0);
  console.log(`\n${title}: ${UNITS} × ${INDICATORS}, ${findings} findings`);
  line('JSON round trip of the picture', base);
  for (const step of timings) line(step.name, step.ms, `${(step.ms / base).toFixed(1)} ×`);
  line('together', total, `${(total / base).toFixed(1)} × the round trip (aim: at most 6)`);
  return { picture, plan };
}

/** A picture as a plan of new sheets: how the bench makes its workbook file. */
function asPlan(picture: Picture): Plan['sheets'] {
  return picture.sheets.map((sheet) => {
    const rows: Plan['sheets'][number]['rows'] = [];
    for (const row of sheet.rows) {
      while (rows.length < row.index) rows.push({ cells: [] });
      rows.push({
        cells: row.cells.map((cell) =>
          cell === null ? null : { value: typeof cell === 'object' ? cell.value : cell, style: 0 },
        ),
      });
    }
    return {
      name: sheet.name,
      visibility: 'visible',
      styles: [{}],
      widths: [],
      rows,
      merges: [],
      freeze: { rows: 0, columns: 0 },
      filter: null,
      charts: [],
      print: null,
    };
  });
}

function files(picture: Picture, plan: Plan): void {
  const timings: Timing[] = [];
  const bytes = timed('new workbook', timings, () => xlsx.newWorkbook(asPlan(picture)));
  const opened = timed('read workbook', timings, () => xlsx.readWorkbook(bytes));
  const written = timed('write plan into it', timings, () => xlsx.writeWorkbook(opened.file, plan));
  const megabytes = (size: number): string => `${(size / 1048576).toFixed(1)} MB`;
  console.log('\nWorkbook file');
  line('make', timings[0]!.ms, megabytes(bytes.length));
  line('read', timings[1]!.ms);
  line('write the plan into it', timings[2]!.ms, megabytes(written.length));
}

/** The headless command on the same workbook in a process of its own: time and peak memory as a person's machine sees them. */
function headless(picture: Picture, root: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'nghin-diem-bench-'));
  try {
    const input = join(folder, 'in.xlsx');
    writeFileSync(input, xlsx.newWorkbook(asPlan(picture)));
    const watch = 'data:text/javascript,process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS))';
    const command = ['--import', watch, join(root, 'local', 'run.mjs'), 'local/cli/main.ts', input];
    const start = performance.now();
    const run = spawnSync(
      process.execPath,
      [...command, '--json', join(folder, 'out.json'), '--out', join(folder, 'out.xlsx')],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    const peak = Number(/peak (\d+)/.exec(run.stderr)?.[1] ?? Number.NaN);
    console.log('\nHeadless command, with --json and --out');
    line(
      'whole run',
      performance.now() - start,
      `exit ${run.status}, peak ${(peak / 1024).toFixed(0)} MB (aim: at most 1024)`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints the figures. Options: --core leaves the workbook file out; --once runs the default settings only (for profiles). */
export function main(list: string[], root: string): number {
  // One small run first, so that no figure is one of cold code.
  const small = syntheticPicture({ units: 95, indicators: INDICATORS });
  const warm = performance.now();
  void scoreWorkbook(small, { language: 'vi', at: AT, version: VERSION }).plan;
  console.log('Usual case, cold');
  line(`95 × ${INDICATORS}, whole run`, performance.now() - warm);
  const { picture, plan } = measure('Default settings', []);
  if (!list.includes('--once')) {
    measure('Làm tròn: tổng', [['Làm tròn', 'tổng']]);
    measure('Làm tròn: tổng, ranked by unrounded points', [
      ['Làm tròn', 'tổng'],
      ['Cơ sở xếp hạng', 'điểm chưa làm tròn'],
    ]);
    measure('Ranked by unrounded points', [['Cơ sở xếp hạng', 'điểm chưa làm tròn']]);
    if (!list.includes('--core')) {
      files(picture, plan);
      headless(picture, root);
    }
  }
  console.log(`\nPeak memory of this process, all settings ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
  return 0;
}
