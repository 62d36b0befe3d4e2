/** `publish` as a stranger runs it: what is public stands there, what is not stands nowhere. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultJson } from '#core/view/result';
import type { Scalar } from '#core/workbook/cell';
import { sampleSheet } from '#local/samples/sheets';
import { newWorkbook } from '#xlsx/index';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CLEAN = join(root, 'samples', 'so-nganh-21x40.xlsx');
const AT = ['--at', '2026-11-24T17:00:00+07:00'];
const FILES = ['bo-chi-so.csv', 'chi-tiet.csv', 'datapackage.json', 'index.html', 'ket-qua.json', 'xep-hang.csv'];
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghin-diem-publish-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function command(...list: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [join(root, 'local', 'run.mjs'), 'local/cli/main.ts', ...list], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

type Rows = (Scalar | null)[][];

/** A workbook of one indicator of 1,000 points, with a secret in every column that is not published. */
function book(name: string, rows: Rows): string {
  const table = (sheet: string, header: string[], own: Rows) =>
    sampleSheet({ name: sheet, titles: [], header, widths: header.map(() => 14), rows: own });
  const path = join(folder, name);
  const sheets = [
    table('Bộ chỉ số', ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'], [['1', 'Hồ sơ trực tuyến', 1000, 'Chấm điểm']]),
    table(
      'Số liệu',
      ['Đơn vị', 'Mã chỉ số', 'Điểm tự chấm', 'Điểm thẩm định', 'Lý do thẩm định', 'Tài liệu kiểm chứng', 'Ghi chú'],
      rows,
    ),
  ];
  writeFileSync(path, newWorkbook(sheets));
  return path;
}

const secrets = (unit: string, self: number, verified: number | string): (Scalar | null)[] => [
  unit,
  '1',
  self,
  verified,
  'BÍMẬT lý do',
  'BÍMẬT minh chứng',
  'BÍMẬT ghi chú',
];

/** A CSV file as a program reads it (RFC 4180). */
function csv(path: string): string[][] {
  const text = readFileSync(path, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  return text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .slice(0, -1)
        .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
    );
}

const everything = (out: string): string =>
  readdirSync(out)
    .map((name) => readFileSync(join(out, name), 'utf8'))
    .join('\n');

describe('a clean workbook', () => {
  let out = '';
  let scored: ResultJson;
  beforeAll(() => {
    out = join(folder, 'sach');
    const { code, err } = command('publish', CLEAN, '--out', out, ...AT);
    expect([code, err.includes('TẠM TÍNH')]).toEqual([0, false]);
    scored = JSON.parse(command(CLEAN, '--json', '-', ...AT).out) as ResultJson;
  });

  it('all files are there, and the same run gives the same bytes', () => {
    expect(readdirSync(out).sort()).toEqual(FILES);
    const again = join(folder, 'lai');
    command('publish', CLEAN, '--out', again, ...AT);
    expect(everything(again)).toBe(everything(out));
  });

  it('the CSV read back is the ranking that score gives', () => {
    const [head = [], ...rows] = csv(join(out, 'xep-hang.csv'));
    const column = (name: string): number => head.indexOf(name);
    const back = rows.map((row) => [
      Number(row[column('Hạng')]),
      row[column('Đơn vị')],
      Number(row[column('Tổng điểm')]),
      Number(row[column('Tỷ lệ (%)')]),
    ]);
    expect(back).toEqual(
      scored.groups.flatMap(({ ranking }) =>
        ranking.map(({ rank, unit, points, share }) => [rank, unit, points, share]),
      ),
    );
  });

  it('the points of every indicator stand in chi-tiet.csv', () => {
    const [, ...rows] = csv(join(out, 'chi-tiet.csv'));
    const official = new Map(
      scored.groups.flatMap(({ ranking }) =>
        ranking.flatMap(({ unit, entries }) =>
          Object.entries(entries).map(([code, own]) => [`${unit} ${code}`, own.official] as const),
        ),
      ),
    );
    expect(new Map(rows.map((row) => [`${row[1]} ${row[3]}`, row[6] === '' ? null : Number(row[6])]))).toEqual(
      official,
    );
  });

  it('datapackage.json names the columns of every file, each with its type', () => {
    const { resources } = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')) as {
      resources: { path: string; schema?: { fields: { name: string; type: string }[] } }[];
    };
    expect(resources.map(({ path }) => path).sort()).toEqual(FILES.filter((name) => !/index|datapackage/.test(name)));
    for (const { path, schema } of resources) {
      if (schema === undefined) continue;
      const [head, ...rows] = csv(join(out, path));
      expect(schema.fields.map(({ name }) => name)).toEqual(head);
      schema.fields.forEach(({ type }, index) => {
        const form = { integer: /^\d*$/, number: /^(-?\d+(\.\d+)?)?$/, boolean: /^(true|false)$/, string: /./s }[type];
        for (const row of rows) if (type !== 'string') expect(row[index]).toMatch(form!);
      });
    }
  });

  it('the page shows an illustration as one, and its own data lead nowhere', () => {
    const page = readFileSync(join(out, 'index.html'), 'utf8');
    expect(page).toContain('minh họa');
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});

it('reasons, evidence, notes, file names and self points stand in no file', () => {
  const input = book('BIMATTEP.xlsx', [secrets('Xã An', 987.65, 900), secrets('Xã Bình', 765.43, 700)]);
  const out = join(folder, 'kin');
  expect(command('publish', input, '--out', out, ...AT).code).not.toBe(2);
  const all = everything(out);
  expect(all).toContain('Xã Bình');
  expect(all).not.toMatch(/BÍMẬT|BIMAT|987[.,]65|765[.,]43|tự chấm/);
  const open = join(folder, 'mo');
  command('publish', input, '--out', open, '--with-self', ...AT);
  expect(readFileSync(join(open, 'chi-tiet.csv'), 'utf8')).toContain('987.65');
  expect(everything(open)).not.toMatch(/BÍMẬT|BIMAT/);
});

describe('a ranking with a blocked unit', () => {
  let input = '';
  beforeAll(() => {
    input = book('chan.xlsx', [secrets('Xã An', 950, 900), secrets('Xã Bình', 765.43, 'bảy trăm')]);
  });

  it('is not published: exit 2, nothing written, and the way out is said', () => {
    const out = join(folder, 'chan');
    const { code, err } = command('publish', input, '--out', out, ...AT);
    expect([code, existsSync(out)]).toEqual([2, false]);
    expect(err).toMatch(/1 đơn vị.*--provisional/);
  });

  it('is published with --provisional, marked everywhere, without the draft’s figures', () => {
    const out = join(folder, 'tam');
    expect(command('publish', input, '--out', out, '--provisional', ...AT).code).toBe(1);
    for (const name of ['index.html', 'datapackage.json'])
      expect(readFileSync(join(out, name), 'utf8')).toContain('TẠM TÍNH');
    const json = JSON.parse(readFileSync(join(out, 'ket-qua.json'), 'utf8')) as { provisional: boolean };
    expect(json.provisional).toBe(true);
    const [head = [], ...rows] = csv(join(out, 'xep-hang.csv'));
    expect(rows.map((row) => row[head.indexOf('Tạm tính')])).toEqual(['true', 'true']);
    expect(rows[1]?.[head.indexOf('Tổng điểm')]).toBe('');
    expect(everything(out)).not.toMatch(/765[.,]43|BÍMẬT|bảy trăm/);
  });
});

it('names that a spreadsheet program would run, or a browser, are text', () => {
  const input = book('ten.xlsx', [secrets('@Xã <script>alert(1)</script>', 900, 900), secrets('Xã "B", C', 800, 800)]);
  const out = join(folder, 'ten');
  command('publish', input, '--out', out, ...AT);
  const names = csv(join(out, 'xep-hang.csv')).map((row) => row[3]);
  expect(names).toEqual(['Đơn vị', "'@Xã <script>alert(1)</script>", 'Xã "B", C']);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).not.toContain('<script>alert');
});

it('a workbook in which nobody is ranked is not published', () => {
  const out = join(folder, 'khong');
  expect(command('publish', join(root, 'samples', 'moi-loi.xlsx'), '--out', out, '--provisional', ...AT).code).toBe(2);
  expect(existsSync(out)).toBe(false);
});
