/** Absurd workbooks: each gets a clear line or finding and an exit code, within seconds, and nothing is lost. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mark, withMarks } from '#local/samples/raw';
import { sampleSheet } from '#local/samples/sheets';
import type { Scalar } from '#core/workbook/cell';
import { newWorkbook } from '#xlsx/index';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghin-diem-bad-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Finding {
  id: string;
  cell: string;
}

/** Runs the command; fails where it takes longer than the ten seconds a person is asked to wait (and some for a busy machine). */
function score(
  name: string,
  bytes: Uint8Array,
): { code: number | null; line: string; findings: Finding[]; units: string[] } {
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, bytes);
  const run = spawnSync(process.execPath, [join(root, 'local', 'run.mjs'), 'local/cli/main.ts', path, '--json', '-'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 30_000,
    maxBuffer: 1 << 28,
  });
  const result =
    run.stdout === ''
      ? { findings: [], groups: [] }
      : (JSON.parse(run.stdout) as { findings: Finding[]; groups: { ranking: { unit: string; status: string }[] }[] });
  return {
    code: run.status,
    line: run.stderr.trim().split('\n').pop()!,
    findings: result.findings,
    units: result.groups.flatMap((group) => group.ranking.map((unit) => `${unit.unit}: ${unit.status}`)),
  };
}

const form = (rows: (Scalar | null)[][], titles = ['PHIẾU', 'Tên đơn vị: Sở Y tế']): Uint8Array =>
  newWorkbook([
    sampleSheet({
      name: 'Phiếu',
      titles,
      header: ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
      codes: [0],
      widths: [8, 40, 10, 10],
      rows,
    }),
  ]);

const total: (Scalar | null)[] = [null, 'Tổng cộng', 20, null];
const plain = form([['1', 'Một', 10, 5], ['2', 'Hai', 10, 6], total]);

function changed(bytes: Uint8Array, change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = unzipSync(bytes);
  change(parts);
  return zipSync(parts);
}

it('the workbook these are made from is fine', () => {
  expect(score('plain', plain)).toMatchObject({ code: 0, findings: [], units: ['Sở Y tế: ranked'] });
});

it('no sheets', () => {
  const bytes = changed(plain, (parts) => {
    parts['xl/workbook.xml'] = strToU8(
      strFromU8(parts['xl/workbook.xml']!).replace(/<sheets>.*<\/sheets>/s, '<sheets/>'),
    );
  });
  expect(score('no-sheets', bytes)).toMatchObject({
    code: 2,
    line: expect.stringMatching(/không có trang tính|hỏng/) as string,
  });
});

it('a macro workbook', () => {
  const bytes = changed(plain, (parts) => {
    parts['[Content_Types].xml'] = strToU8(
      strFromU8(parts['[Content_Types].xml']!)
        .replace('spreadsheetml.sheet.main+xml', 'x')
        .replace(
          /application\/vnd\.openxmlformats-officedocument\.x/,
          'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
        ),
    );
    parts['xl/vbaProject.bin'] = new Uint8Array(100);
  });
  expect(score('macro', bytes)).toMatchObject({ code: 2, line: expect.stringContaining('macro') as string });
});

it('a million empty formatted rows', () => {
  const bytes = changed(plain, (parts) => {
    const path = Object.keys(parts).find((name) => name.startsWith('xl/worksheets/sheet'))!;
    const rows = Array.from(
      { length: 1_000_000 },
      (_, place) => `<row r="${place + 40}" s="1" customFormat="1"/>`,
    ).join('');
    parts[path] = strToU8(strFromU8(parts[path]!).replace('</sheetData>', `${rows}</sheetData>`));
  });
  expect(score('million', bytes)).toMatchObject({ code: 0, findings: [] });
});

it('absurd codes: a chain of a hundred levels, a code inside itself, codes that are not codes', () => {
  const deep = Array.from({ length: 100 }, () => '1').join('.');
  const bytes = form([
    [deep, 'Sâu', 10, 5],
    ['1.1', 'Cha của chính nó', 10, null],
    ['2', 'Hai', 10, 6],
    ['__proto__', 'Lạ', 10, 1],
    ['constructor1', 'Cũng lạ', 10, 2],
    total,
  ]);
  const { code, findings } = score('codes', bytes);
  expect([0, 1]).toContain(code);
  expect(findings.length).toBeGreaterThan(0);
});

it('cells of 10,000 characters', () => {
  const long = 'Báo cáo kết quả '.repeat(625);
  const { code, units } = score('long', form([['1', long, 10, 5], ['2', 'Hai', 10, long], total]));
  expect(code).toBe(1);
  expect(units).toEqual(['Sở Y tế: blocked']);
});

it('formulas without stored results block the unit and are named at their cells', () => {
  const bytes = withMarks(form([['1', 'Một', 10, mark.formula('2+3', null)], ['2', 'Hai', 10, 6], total]));
  const { code, findings, units } = score('formulas', bytes);
  expect(code).toBe(1);
  expect(findings).toMatchObject([{ id: 'points.uncalculated', cell: 'D5' }]);
  expect(units).toEqual(['Sở Y tế: blocked']);
});
