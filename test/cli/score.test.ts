/** The headless command as a stranger runs it: exit codes, one clear line, nothing half written. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync, strToU8 } from 'fflate';
import { sampleSheet } from '#local/samples/sheets';
import { newWorkbook, readWorkbook } from '#xlsx/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = (name: string): string => join(root, 'samples', name);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghin-diem-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function score(...list: string[]): { code: number | null; out: string; err: string[] } {
  const run = spawnSync(process.execPath, [join(root, 'local', 'run.mjs'), 'local/cli/main.ts', ...list], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: run.status, out: run.stdout, err: run.stderr.trim().split('\n') };
}

const file = (name: string, content: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('a workbook that can be scored', () => {
  it('gives JSON on stdout and progress on stderr, exit 0', () => {
    const { code, out, err } = score(sample('can-giuoc-2025.xlsx'), '--json', '-');
    expect(code).toBe(0);
    const result = JSON.parse(out) as { groups: { ranking: { points: number; maximum: number }[] }[] };
    expect(result.groups[0]!.ranking[0]).toMatchObject({ points: 606.27, maximum: 960 });
    expect(err.length).toBeGreaterThan(1);
  });

  it('without --out and --json prints the ranking as a table and writes nothing', () => {
    const before = readdirSync(folder);
    const { code, out } = score(sample('so-nganh-21x40.xlsx'));
    expect(code).toBe(0);
    expect(out).toContain('Sở Nội vụ');
    expect(readdirSync(folder)).toEqual(before);
  });

  it('writes the ranked workbook, leaves the input as it was, and scores its own output the same again', () => {
    const out = join(folder, 'out.xlsx');
    const again = join(folder, 'again.xlsx');
    const before = readFileSync(sample('so-nganh-21x40.xlsx'));
    const time = ['--at', '2026-11-24T17:00:00+07:00'];
    expect(score(sample('so-nganh-21x40.xlsx'), '--out', out, ...time).code).toBe(0);
    expect(readFileSync(sample('so-nganh-21x40.xlsx')).equals(before)).toBe(true);
    expect(score(out, '--out', again, ...time).code).toBe(0);
    // Replacing sheets makes a spreadsheet recalculate on opening; nothing else differs, and it does not grow run by run.
    const third = join(folder, 'third.xlsx');
    expect(score(again, '--out', third, ...time).code).toBe(0);
    expect(readFileSync(third).equals(readFileSync(again))).toBe(true);
    expect(readWorkbook(readFileSync(again)).picture).toEqual(readWorkbook(readFileSync(out)).picture);
    // Our own sheets are recognised as such, and are no input.
    const told = (path: string): unknown => {
      const result = JSON.parse(score(path, '--json', '-').out) as { recognised: { skipped: string | null }[] };
      return { ...result, recognised: result.recognised.filter(({ skipped }) => skipped !== 'own') };
    };
    expect(told(out)).toEqual(told(sample('so-nganh-21x40.xlsx')));
  });

  it('--check-only writes only the findings sheet', () => {
    const out = join(folder, 'check.xlsx');
    expect(score(sample('can-giuoc-2025.xlsx'), '--check-only', '--out', out).code).toBe(0);
    const names = readWorkbook(readFileSync(out)).picture.sheets.map((item) => item.name);
    expect(names).toEqual(['Chấm điểm 2025', 'Kiểm tra', '_nghin_diem']);
  });

  it('a readable workbook without an index set: exit 1, framework.none, no groups', () => {
    const path = file(
      'plain.xlsx',
      newWorkbook([
        sampleSheet({
          name: 'Ghi chép',
          titles: ['Việc cần làm'],
          header: ['Ngày', 'Việc'],
          widths: [10, 20],
          rows: [['1', 'Họp']],
        }),
      ]),
    );
    const { code, out } = score(path, '--json', '-');
    expect(code).toBe(1);
    const result = JSON.parse(out) as { groups: unknown[]; findings: { id: string }[] };
    expect(result.groups).toEqual([]);
    expect(result.findings.map((finding) => finding.id)).toEqual(['framework.none']);
  });
});

describe('unusable arguments: exit 2 and one clear line', () => {
  it.each([
    [[], /Thiếu tệp/],
    [['a.xlsx', 'b.xlsx'], /b\.xlsx/],
    [['khong-co.xlsx'], /Không tìm thấy/],
    [['--nope', 'a.xlsx'], /--nope/],
    [['a.xlsx', '--out'], /--out/],
    [['a.xlsx', '--lang', 'fr'], /fr/],
    [['a.xlsx', '--at', 'hôm qua'], /hôm qua/],
    [['SAMPLE', '--set', 'bo-la'], /bo-la.*dong-nai-departments/],
    [['SAMPLE', '--out', 'SAMPLE'], /tệp gốc/],
  ])('%j', (list, line) => {
    const { code, out, err } = score(...list.map((word) => (word === 'SAMPLE' ? sample('can-giuoc-2025.xlsx') : word)));
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(line);
  });

  it('says it in English when asked to', () => {
    expect(score('nowhere.xlsx', '--lang', 'en').err[0]).toMatch(/No such file/);
  });
});

describe('unusable files: exit 2, what it is, nothing written', () => {
  const refuse = (path: string): string => {
    const out = join(folder, 'never.xlsx');
    const { code, err } = score(path, '--out', out);
    expect(code).toBe(2);
    expect(existsSync(out)).toBe(false);
    return err[err.length - 1]!;
  };

  it('says which kind of file it is', () => {
    const compound = new Uint8Array(1024);
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(refuse(file('empty.xlsx', ''))).toMatch(/rỗng/);
    expect(refuse(file('text.xlsx', 'Họ và tên;Điểm'))).toMatch(/không phải là sổ tính/);
    expect(refuse(file('old.xlsx', compound))).not.toMatch(/lỗi trong chương trình/);
    expect(refuse(file('doc.xlsx', zipSync({ 'word/document.xml': strToU8('<a/>') })))).not.toMatch(
      /lỗi trong chương trình/,
    );
    expect(
      refuse(
        file(
          'sheet.ods.xlsx',
          zipSync({
            mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
            'content.xml': strToU8('<a/>'),
          }),
        ),
      ),
    ).toMatch(/ods/);
  });

  it('a truncated workbook', () => {
    const path = join(folder, 'cut.xlsx');
    copyFileSync(sample('so-nganh-21x40.xlsx'), path);
    truncateSync(path, 20_000);
    expect(refuse(path)).toMatch(/cụt|hỏng/);
  });

  it('a zip bomb is refused before it is unpacked', () => {
    const path = file(
      'bomb.xlsx',
      zipSync(
        { '[Content_Types].xml': strToU8('<Types/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(200_000_000) },
        { level: 9 },
      ),
    );
    const started = Date.now();
    expect(refuse(path)).toMatch(/nén/);
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});

describe('where the results go', () => {
  it('writes none of two files where the other cannot be written', () => {
    const target = join(folder, 'a-folder');
    mkdirSync(target);
    const out = join(folder, 'not-alone.xlsx');
    const { code } = score(sample('can-giuoc-2025.xlsx'), '--out', out, '--json', target);
    expect(code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('writes through a link and into a device, and replaces neither', () => {
    const real = file('real.xlsx', 'old');
    const link = join(folder, 'linked.xlsx');
    symlinkSync(real, link);
    expect(score(sample('can-giuoc-2025.xlsx'), '--out', link, '--json', '/dev/null').code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(real).subarray(0, 2).toString()).toBe('PK');
    expect(statSync('/dev/null').isFile()).toBe(false);
  });
});

it("leaves a user's own sheet alone that has the name of the state sheet, run by run", () => {
  const own = file(
    'state.xlsx',
    newWorkbook([sampleSheet({ name: '_nghin_diem', titles: ['mine'], header: ['Việc'], rows: [], widths: [20] })]),
  );
  const [first, second] = [join(folder, 'state-1.xlsx'), join(folder, 'state-2.xlsx')];
  score(own, '--out', first);
  score(first, '--out', second);
  const names = (path: string): string[] => readWorkbook(readFileSync(path)).picture.sheets.map((sheet) => sheet.name);
  expect(names(first)).toEqual(['_nghin_diem', 'Kiểm tra', '_nghin_diem (Nghìn Điểm)']);
  expect(names(second)).toEqual(names(first));
  expect(readWorkbook(readFileSync(second)).picture.sheets[0]!.rows[0]!.cells[0]).toBe('mine');
});
