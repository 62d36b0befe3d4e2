/** The command at a terminal and on a disk: what it says, what it refuses, how it writes. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { visible, visibleJson } from '#local/cli/terminal';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = join(root, 'samples', 'so-nganh-21x40.xlsx');
const command = `'${process.execPath}' '${join(root, 'local', 'run.mjs')}' local/cli/main.ts`;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghin-diem-terminal-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command through a shell: redirections are part of the test. */
function run(rest: string): { code: number | null; out: string; lines: string[] } {
  const done = spawnSync('sh', ['-c', `${command} ${rest}`], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 28,
  });
  return { code: done.status, out: done.stdout, lines: done.stderr.trim().split('\n') };
}

it('control characters are signs', () => {
  expect(visible('a\u001b[2J\u0007\n\u009b1m\u202e')).toBe('a␛[2J␇␊<U+009B>1m<U+202E>');
  expect(JSON.parse(visibleJson(JSON.stringify('\u009bx\u007f')))).toBe('\u009bx\u007f');
});

it('no control character of a workbook reaches the terminal', () => {
  const parts = unzipSync(readFileSync(sample));
  const name = 'xl/workbook.xml';
  parts[name] = strToU8(strFromU8(parts[name]!).replace(/<sheet name="/, '<sheet name="_x001B_[2J_x009B_31m'));
  for (const part of Object.keys(parts).filter((one) => one.includes('worksheets/')))
    parts[part] = strToU8(strFromU8(parts[part]!).replaceAll('>Sở ', '>Sở _x001B_[31m_x009B_'));
  const path = join(folder, 'ansi.xlsx');
  writeFileSync(path, zipSync(parts));
  for (const rest of [path, `${path} --json -`, `${path} --out ${join(folder, 'ansi-out.xlsx')}`]) {
    const { out, lines } = run(rest);
    expect(out + lines.join('')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  }
});

it.runIf(process.platform === 'linux')('a full disk behind standard output: 2, one line, no file', () => {
  const out = join(folder, 'full.xlsx');
  const { code, lines } = run(`${sample} --json - --out ${out} > /dev/full`);
  expect([code, lines.pop()]).toEqual([2, expect.stringContaining('đầu ra chuẩn')]);
  expect(readdirSync(folder).filter((name) => name.startsWith('full'))).toEqual([]);
  expect(run(`${sample} --json - | head -c 10`).lines.join('')).not.toMatch(/Error|at /);
});

it.runIf(process.platform === 'linux')('only regular files are read, and a size is looked at first', () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const large = join(folder, 'large.xlsx');
  execFileSync('truncate', ['-s', '2G', large]);
  for (const path of ['/dev/zero', pipe, folder, large]) {
    const { code, lines } = run(path);
    expect([path, code, lines.length]).toEqual([path, 2, 1]);
  }
  expect(run(`${sample} --set ${pipe}`).code).toBe(2);
});

it('a file that is replaced keeps its mode; a read-only one is refused; nothing is left beside it', () => {
  const out = join(folder, 'mode.xlsx');
  copyFileSync(sample, out);
  chmodSync(out, 0o600);
  const done = run(`${sample} --out ${out} --lang en`);
  expect(done.code).toBe(0);
  expect(statSync(out).mode & 0o777).toBe(0o600);
  expect(done.lines.pop()).toMatch(
    /^Done: 0 errors, \d+ warnings, \d+ notes; 21 units ranked, 0 not eligible for ranking\. Written: .*mode\.xlsx$/,
  );
  chmodSync(out, 0o444);
  const before = readFileSync(out);
  expect(run(`${sample} --out ${out}`).code).toBe(2);
  expect(readFileSync(out).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
});

it('--help says all and needs no file', () => {
  const { code, out } = run('--help');
  expect(code).toBe(0);
  for (const word of ['--out', '--json', '--set', '--lang', '--period', '--at', '--check-only'])
    expect(out).toContain(word);
});
