/** The command's contract (docs/contract.md#headless-command): the JSON key by key, what may be written where, and readers who leave early. */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { sampleSheet } from '#local/samples/sheets';
import { newWorkbook } from '#xlsx/index';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = (name: string): string => join(root, 'samples', name);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghin-diem-contract-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const command = [join(root, 'local', 'run.mjs'), 'local/cli/main.ts'];
function score(...list: string[]): { code: number | null; out: string; err: string[] } {
  const run = spawnSync(process.execPath, [...command, ...list], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 28,
  });
  return { code: run.status, out: run.stdout, err: run.stderr.trim().split('\n') };
}

const text = z.string();
const points = z.number();
const orNull = <T extends z.ZodMiniType>(type: T): z.ZodMiniNullable<T> => z.nullable(type);
const entry = z.strictObject({
  self: orNull(points),
  calculated: orNull(points),
  verified: orNull(points),
  official: orNull(points),
  maximum: orNull(points),
  source: orNull(text.check(z.regex(/^('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)![A-Z]{1,3}[1-9]\d*$/u))),
  explanation: text,
});
const unit = z.strictObject({
  order: z.int(),
  rank: orNull(z.int()),
  unit: text,
  unitCode: orNull(text),
  status: z.enum(['ranked', 'unranked', 'blocked']),
  points: orNull(points),
  provisional: points,
  maximum: points,
  share: orNull(points),
  band: orNull(text),
  bandNote: z.optional(z.string()),
  missing: z.int(),
  pillars: z.record(text, points),
  entries: z.record(text, entry),
});
const finding = z.strictObject({
  id: text,
  severity: z.enum(['error', 'warning', 'note']),
  sheet: orNull(text),
  cell: orNull(text.check(z.regex(/^[A-Z]{1,3}[1-9]\d*$/))),
  unit: orNull(text),
  indicator: orNull(text),
  value: orNull(text),
  message: text.check(z.minLength(10)),
  waived: orNull(z.strictObject({ by: text, reason: text })),
});
const result = z.strictObject({
  version: text,
  set: orNull(z.strictObject({ id: text, title: text, total: z.number(), decimals: z.int() })),
  period: orNull(text),
  groups: z.array(z.strictObject({ name: text, ranking: z.array(unit) })),
  findings: z.array(finding),
  notRun: z.array(z.strictObject({ id: text, why: text })),
  recognised: z.array(
    z.strictObject({
      kind: z.enum(['set', 'units', 'form', 'long', 'matrix', 'cross', 'settings']),
      sheet: text,
      area: text,
      set: orNull(text),
      units: z.int(),
      indicators: z.int(),
      columns: z.record(text, text),
      unread: z.array(text),
      skipped: orNull(z.enum(['own', 'hidden', 'period'])),
    }),
  ),
});

describe('the JSON', () => {
  it.each([
    ['can-giuoc-2025.xlsx', 0],
    ['so-nganh-21x40.xlsx', 0],
    ['cap-huyen-11x64.xlsx', 0],
    ['moi-loi.xlsx', 1],
  ])('%s has these keys and no other, and exit code %i', (name, code) => {
    const run = score(sample(name), '--json', '-');
    expect(run.code).toBe(code);
    const read = result.parse(JSON.parse(run.out));
    expect(run.out.trim().split('\n')).toHaveLength(1);
    for (const { ranking } of read.groups) {
      expect(ranking.map(({ order }) => order)).toEqual(ranking.map((_, index) => index + 1));
      for (const item of ranking) {
        expect(item.points === null).toBe(item.status === 'blocked');
        expect(item.rank === null).toBe(item.status !== 'ranked');
        const decimals = read.set!.decimals;
        for (const value of [item.points, item.provisional, item.share, ...Object.values(item.pillars)])
          expect(value === null || Number(value.toFixed(decimals)) === value).toBe(true);
      }
    }
  });
});

describe('what is written where', () => {
  const own = (): string => {
    const path = join(folder, 'in.xlsx');
    copyFileSync(sample('can-giuoc-2025.xlsx'), path);
    return path;
  };
  it('refuses --out and --json of one name, and writes neither', () => {
    const both = join(folder, 'both.xlsx');
    const { code, err } = score(own(), '--out', both, '--json', both);
    expect([code, err.length]).toEqual([2, 1]);
    expect(err[0]).toContain('both.xlsx');
    expect(existsSync(both)).toBe(false);
  });
  it.skipIf(process.platform === 'win32')('refuses the input under another name of the same file', () => {
    const input = own();
    const other = join(folder, 'other-name.xlsx');
    linkSync(input, other);
    expect(score(input, '--out', other).code).toBe(2);
    expect(readFileSync(input).equals(readFileSync(sample('can-giuoc-2025.xlsx')))).toBe(true);
  });
  it('refuses to write over the set file it reads', () => {
    const set = join(folder, 'set.json');
    writeFileSync(set, '{"id":"a"}');
    expect(score(own(), '--set', set, '--json', set).code).toBe(2);
    expect(readFileSync(set, 'utf8')).toBe('{"id":"a"}');
  });
  it.skipIf(!existsSync('/dev/full'))('a full disk: exit 2, and the workbook is not written either', () => {
    const out = join(folder, 'full.xlsx');
    const { code, err } = score(own(), '--out', out, '--json', '/dev/full');
    expect(code).toBe(2);
    expect(err[err.length - 1]).toContain('/dev/full');
    expect(existsSync(out)).toBe(false);
  });
});

it('the table says that it is provisional while a unit is blocked', () => {
  const { out } = score(sample('moi-loi.xlsx'));
  expect(out).toMatch(/^TẠM TÍNH – còn \d+ đơn vị chưa đủ điều kiện xếp hạng$/m);
  expect(score(sample('so-nganh-21x40.xlsx')).out).not.toContain('TẠM TÍNH');
});

describe('what a person has set on our sheets', () => {
  it('protection and a filter are said, and so is a protected structure', () => {
    const [out, again] = [join(folder, 'own.xlsx'), join(folder, 'own-again.xlsx')];
    expect(score(sample('moi-loi.xlsx'), '--out', out).code).toBe(1);
    const parts = unzipSync(readFileSync(out));
    for (const name of Object.keys(parts)) {
      const xml = strFromU8(parts[name]!);
      if (xml.includes('BẢNG XẾP HẠNG'))
        parts[name] = strToU8(xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'));
      const filter = /<autoFilter ref="([^"]+)"\/>/;
      if (xml.includes('KẾT QUẢ KIỂM TRA') && filter.test(xml))
        parts[name] = strToU8(
          xml.replace(
            filter,
            '<autoFilter ref="$1"><filterColumn colId="1"><filters><filter val="Lỗi"/></filters></filterColumn></autoFilter>',
          ),
        );
      if (name === 'xl/workbook.xml')
        parts[name] = strToU8(xml.replace('<bookViews>', '<workbookProtection lockStructure="1"/><bookViews>'));
    }
    writeFileSync(out, zipSync(parts));
    const { err } = score(out, '--out', again);
    expect(err.slice(-4, -1)).toEqual([
      expect.stringMatching(/Xếp hạng đang được bảo vệ/),
      expect.stringMatching(/Bộ lọc.*Kiểm tra/),
      expect.stringMatching(/Cấu trúc/),
    ]);
    const written = Object.values(unzipSync(readFileSync(again))).map((part) => strFromU8(part));
    expect(written.filter((xml) => xml.includes('<sheetProtection sheet="1"/>'))).toHaveLength(1);
    expect(written.join('')).not.toContain('filterColumn');
    expect(written.join('')).toContain('lockStructure="1"');
  });
});

describe('arguments', () => {
  it('a day that no calendar has', () => {
    expect(score(sample('can-giuoc-2025.xlsx'), '--at', '2026-02-30T08:00:00+07:00').code).toBe(2);
    expect(score(sample('can-giuoc-2025.xlsx'), '--at', '2024-02-29T08:00:00+07:00').code).toBe(0);
  });
  it('a set file that is no JSON, or no index set, is said in the language asked for', () => {
    const set = join(folder, 'bad.json');
    writeFileSync(set, 'Mã;Chỉ số');
    expect(score(sample('can-giuoc-2025.xlsx'), '--set', set).err[0]).toMatch(/không phải là JSON/);
    writeFileSync(set, '{"id":1}');
    expect(score(sample('can-giuoc-2025.xlsx'), '--set', set, '--lang', 'en').err[0]).toMatch(/id does not fit/);
  });
  it('a period without any figures is no empty ranking', () => {
    const path = join(folder, 'periods.xlsx');
    const header = ['Đơn vị', 'Mã chỉ số', 'Kỳ', 'Điểm thẩm định'];
    const rows = ['2026-Q1', '2026-Q2'].map((period, at) => ['Sở Y tế', '1', period, 10 + at]);
    const set = { header: ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'], rows: [['1', 'Một', 1000, 'Chấm điểm']] };
    const widths = [20, 20, 12, 12];
    writeFileSync(
      path,
      newWorkbook([
        sampleSheet({ name: 'Bộ chỉ số', titles: ['BỘ CHỈ SỐ'], codes: [0], widths, ...set }),
        sampleSheet({ name: 'Số liệu', titles: ['SỐ LIỆU'], codes: [1], widths, header, rows }),
      ]),
    );
    const first = JSON.parse(score(path, '--json', '-', '--period', 'Quý I/2026').out) as z.infer<typeof result>;
    expect(first.period).toBe('Quý I/2026');
    expect(first.groups[0]!.ranking[0]!.points).toBe(10);
    const none = score(path, '--json', '-', '--period', '2026-Q3');
    expect([none.code, none.out]).toEqual([2, '']);
    expect(none.err[none.err.length - 1]).toContain('2026-Q3');
  });
});

it('paths are those of the folder in which npm was called', () => {
  const here = join(folder, 'here');
  mkdirSync(here);
  copyFileSync(sample('can-giuoc-2025.xlsx'), join(here, 'mine.xlsx'));
  const run = spawnSync('npm', ['--prefix', root, 'run', '-s', 'score', '--', 'mine.xlsx', '--json', 'mine.json'], {
    cwd: here,
    encoding: 'utf8',
    timeout: 60_000,
    shell: process.platform === 'win32',
  });
  expect([run.status, existsSync(join(here, 'mine.json'))]).toEqual([0, true]);
});

it('a reader that leaves early gets no stack trace', async () => {
  const run = spawn(process.execPath, [...command, sample('cap-xa-95x62.xlsx'), '--json', '-'], { cwd: root });
  let err = '';
  run.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  run.stdout.once('data', () => run.stdout.destroy());
  const code = await new Promise((done) => run.on('close', done));
  expect(code).toBe(0);
  expect(err).not.toMatch(/EPIPE|node:/);
});
