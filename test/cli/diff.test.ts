/** `diff` as a stranger runs it: JSON, table, workbook, two periods of one workbook, and what it refuses. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComparisonJson } from '#core/view/comparison';
import type { Scalar } from '#core/workbook/cell';
import { sampleSheet } from '#local/samples/sheets';
import { newWorkbook, readWorkbook } from '#xlsx/index';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = (name: string): string => join(root, 'samples', name);
const CLEAN = sample('so-nganh-21x40.xlsx');
const FAULTY = sample('so-nganh-can-sua.xlsx');
const AT = ['--at', '2026-11-24T17:00:00+07:00'];
let folder = '';
let periods = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghin-diem-diff-'));
  periods = join(folder, 'ky.xlsx');
  const rows: (Scalar | null)[][] = ['Quý I/2026', 'Quý II/2026'].flatMap((period, at) => [
    ['Xã An', '1', 4 + at, 10, period],
    ['Xã Bình', '1', 8 - at, 10, period],
  ]);
  const set: (Scalar | null)[][] = [['1', 'Hồ sơ trực tuyến', 1000, 'a/b']];
  const heads = ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'];
  const data = ['Đơn vị', 'Mã chỉ số', 'a', 'b', 'Kỳ'];
  const table = (name: string, header: string[], own: (Scalar | null)[][]) =>
    sampleSheet({ name, titles: [], header, widths: header.map(() => 14), rows: own });
  writeFileSync(periods, newWorkbook([table('Bộ chỉ số', heads, set), table('Số liệu', data, rows)]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function diff(...list: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [join(root, 'local', 'run.mjs'), 'local/cli/main.ts', 'diff', ...list], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const jsonOf = (out: string): ComparisonJson => JSON.parse(out) as ComparisonJson;

it('a workbook and its copy: nothing differs, exit 0', () => {
  const copy = join(folder, 'ban-sao.xlsx');
  copyFileSync(CLEAN, copy);
  const { code, out } = diff(CLEAN, copy);
  expect([code, out]).toEqual([0, 'Không có gì khác.\n']);
  const { set, settings, units, cells, ranking } = jsonOf(diff(CLEAN, copy, '--json', '-').out);
  expect({ set, settings, units, cells }).toEqual({
    set: [],
    settings: [],
    units: { added: [], removed: [] },
    cells: [],
  });
  expect(ranking).toHaveLength(21);
});

it('errors in either workbook: exit 1, all that can be compared is; the inputs stay as they were', () => {
  const before = [CLEAN, FAULTY].map((path) => readFileSync(path));
  const { code, out, err } = diff(CLEAN, FAULTY, '--json', '-');
  expect(code).toBe(1);
  expect(err).toContain('so-nganh-can-sua.xlsx” có 3 lỗi');
  const { cells, ranking } = jsonOf(out);
  expect(cells).toContainEqual({
    unit: 'Sở Y tế',
    indicator: '2.2',
    column: 'a',
    old: 284,
    new: 940,
    oldCell: "'Số liệu'!C610",
    newCell: "'Số liệu'!C610",
  });
  expect(ranking.find(({ unit }) => unit === 'Sở Y tế')).toMatchObject({
    oldPoints: 808.33,
    newPoints: null,
    because: [],
  });
  expect(diff(FAULTY, CLEAN, '--json', '-').code).toBe(1);
  expect([CLEAN, FAULTY].map((path) => readFileSync(path))).toEqual(before);
});

it('the same twice is the same bytes; OUT is NEW with So sánh, every other part as it was', () => {
  const outs = ['a', 'b'].map((name) => {
    const [book, json] = [join(folder, `${name}.xlsx`), join(folder, `${name}.json`)];
    expect(diff(CLEAN, FAULTY, '--out', book, '--json', json, ...AT).code).toBe(1);
    return [readFileSync(book), readFileSync(json)] as const;
  });
  expect(outs[0]).toEqual(outs[1]);
  const [written] = outs[0]!;
  const sheets = readWorkbook(written).picture.sheets;
  expect(sheets.map(({ name }) => name)).toEqual([
    ...readWorkbook(readFileSync(FAULTY)).picture.sheets.map(({ name }) => name),
    'So sánh',
    '_nghin_diem',
  ]);
  const [before, after] = [unzipSync(readFileSync(FAULTY)), unzipSync(written)];
  const own = Object.keys(before).filter((part) => /worksheets\/sheet|sharedStrings/.test(part));
  expect(own.length).toBeGreaterThan(3);
  for (const part of own) expect(Buffer.from(after[part]!).equals(Buffer.from(before[part]!))).toBe(true);
});

describe('two periods of one workbook', () => {
  it.each([
    ['Quý I/2026', '2026-Q2', 'Quý I/2026', '2026-Q2'],
    ['Quý II/2026', '2026-Q1', '2026-Q1', 'Quý II/2026'],
  ])('--period %s --with %s: the earlier is the old one', (period, other, earlier, later) => {
    const { code, out } = diff(periods, '--period', period, '--with', other, '--json', '-');
    expect(code).toBe(0);
    const { settings, cells, ranking } = jsonOf(out);
    expect(settings).toEqual([{ key: 'Kỳ báo cáo', old: earlier, new: later }]);
    expect(cells.map(({ oldCell, newCell, old, new: now }) => [oldCell, newCell, old, now])).toEqual([
      ["'Số liệu'!C2", "'Số liệu'!C4", 4, 5],
      ["'Số liệu'!C3", "'Số liệu'!C5", 8, 7],
    ]);
    expect(ranking.map(({ unit, because }) => [unit, because])).toEqual([
      ['Xã Bình', [{ code: '1', delta: -100 }]],
      ['Xã An', [{ code: '1', delta: 100 }]],
    ]);
  });

  it('prints who moved and why', () => {
    const { out } = diff(periods, '--period', '2026-Q2', '--with', '2026-Q1', '--lang', 'en');
    expect(out).toMatch(/Xã Bình +1 +1 +=? +800\.00 +700\.00 +1: −100\.00/);
  });
});

describe('refuses with one line and exit 2, and writes nothing', () => {
  it.each<[string, () => string[], RegExp]>([
    ['no file', () => [], /Thiếu tệp/],
    ['one file without periods', () => [CLEAN], /cần hai tệp/],
    ['one file and one period', () => [periods, '--period', '2026-Q1'], /cần hai tệp/],
    ['one period twice', () => [periods, '--period', 'Quý I/2026', '--with', '2026-Q1'], /cùng là kỳ/],
    [
      'a period without figures',
      () => [periods, '--period', '2026-Q1', '--with', '2026-Q3'],
      /không có số liệu nào của kỳ “2026-Q3”/,
    ],
    ['three files', () => [CLEAN, FAULTY, CLEAN], /Thừa tệp/],
    ['OUT that is OLD', () => [CLEAN, FAULTY, '--out', CLEAN], /tệp gốc không bao giờ bị ghi đè/],
    ['OUT that is NEW', () => [CLEAN, FAULTY, '--out', FAULTY], /tệp gốc không bao giờ bị ghi đè/],
    ['a file that is not there', () => [CLEAN, join(folder, 'khong-co.xlsx')], /Không tìm thấy tệp/],
    ['no workbook', () => [CLEAN, join(root, 'package.json')], /\.xlsx/],
    ['an unknown option', () => [CLEAN, FAULTY, '--check-only'], /--with/],
  ])('%s', (_what, list, words) => {
    const { code, out, err } = diff(...list());
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n').pop()).toMatch(words);
    expect(existsSync(join(folder, 'khong-co.xlsx'))).toBe(false);
  });
});

it('--help says all options in both languages', () => {
  for (const language of ['vi', 'en']) {
    const { code, out } = diff('--help', '--lang', language);
    expect(code).toBe(0);
    for (const option of ['--out', '--json', '--set', '--period', '--with', '--lang', '--at'])
      expect(out).toContain(option);
  }
});
