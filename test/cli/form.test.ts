/** `form` as an office runs it: files, names, archive, notes, refusals. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import type { BookSheet } from '#core/workbook/book';
import { main } from '#local/cli/main';
import { newBook, readWorkbook, unzipFiles } from '#xlsx/index';

const ROOT = join(import.meta.dirname, '..', '..');
const SAMPLE = join(ROOT, 'samples', 'cap-huyen-11x64.xlsx');
let folder = '';
let said = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghin-diem-form-'));
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(process.stdout, 'write').mockImplementation((...given: unknown[]) => {
    const done = given.at(-1);
    if (typeof done === 'function') (done as () => void)();
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const out = (name: string): string => join(folder, name);
const report = (name: string): { forms: { file: string; unit: string; unitCode: string | null }[]; notes: string[] } =>
  JSON.parse(readFileSync(out(name), 'utf8')) as ReturnType<typeof report>;

/** A workbook of plain sheets. */
function workbook(sheets: Record<string, (string | number | null)[][]>): string {
  const path = out('so.xlsx');
  const made = Object.entries(sheets).map(([name, rows]): BookSheet => ({
    name,
    visibility: 'visible',
    styles: [{}],
    widths: [],
    rows: rows.map((cells) => ({ cells: cells.map((value) => ({ value, style: 0 })) })),
    merges: [],
    freeze: { rows: 0, columns: 0 },
    filter: null,
    charts: [],
    print: null,
  }));
  writeFileSync(path, newBook({ sheets: made, names: [] }));
  return path;
}

const SET = [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'Áp dụng cho'],
  ['1', 'Một', 100, null, null],
  ['1.1', 'Tỷ lệ', 60, 'a/b', null],
  ['1.2', 'Chỉ xã', 40, 'Có/Không', 'Xã'],
] as (string | number | null)[][];

it('makes a form for each listed unit, and says which', async () => {
  expect(await main(['form', SAMPLE, '--out', out('phieu'), '--json', out('p.json')], ROOT)).toBe(0);
  const { forms } = report('p.json');
  expect(forms).toHaveLength(11);
  expect(readdirSync(out('phieu')).sort()).toEqual(forms.map(({ file }) => file).sort());
  expect(forms[0]?.file).toMatch(/^01 .+\.xlsx$/);
  expect(said).toContain('11 phiếu');
});

it('names the period and the unit in each, which our own reader finds again', async () => {
  expect(
    await main(['form', SAMPLE, '--out', out('f'), '--period', 'Quý III/2026', '--json', out('p.json')], ROOT),
  ).toBe(0);
  const [first] = report('p.json').forms;
  const { picture } = readWorkbook(readFileSync(join(out('f'), first?.file ?? '')));
  const { assessment, findings } = scoreWorkbook(picture, { language: 'vi', at: '', version: '' });
  expect(assessment.units.map(({ name }) => name)).toEqual([first?.unit]);
  expect(assessment.settings.period ?? assessment.period).toBe('Quý III/2026');
  // An empty form lacks its figures, and nothing of its layout puzzles the reader.
  expect(findings.map(({ id }) => id)).toEqual(['data.none']);
});

it('takes only the units asked for, by name or code, in the list’s places', async () => {
  const book = workbook({
    'Bộ chỉ số': SET,
    'Đơn vị': [
      ['Tên đơn vị', 'Mã đơn vị', 'Nhóm'],
      ['Xã A/B', 'X1', 'Xã'],
      ['Sở C', 'S1', 'Sở'],
      ['Xã D', 'X2', 'Xã'],
    ],
  });
  expect(await main(['form', book, '--out', out('f'), '--units', 'x2; Xã A/B'], ROOT)).toBe(0);
  expect(readdirSync(out('f')).sort()).toEqual(['01 Xã A_B.xlsx', '03 Xã D.xlsx']);
  expect(await main(['form', book, '--out', out('g'), '--units', 'Xã Z'], ROOT)).toBe(2);
  expect(said).toContain('Không có đơn vị “Xã Z”');
});

it('cuts a name that no file system takes', async () => {
  const book = workbook({
    'Bộ chỉ số': SET,
    'Đơn vị': [
      ['Tên đơn vị', 'Nhóm'],
      [`Xã ${'Ộ'.repeat(200)}`, 'Xã'],
    ],
  });
  expect(await main(['form', book, '--out', out('f')], ROOT)).toBe(0);
  expect(readdirSync(out('f'))).toEqual([`01 Xã ${'Ộ'.repeat(67)}.xlsx`]);
});

it('refuses a list of units that names none', async () => {
  const book = workbook({
    'Bộ chỉ số': SET,
    'Đơn vị': [
      ['Tên đơn vị', 'Nhóm'],
      ['Xã A', 'Xã'],
    ],
  });
  expect(await main(['form', book, '--out', out('f'), '--units', ' ; '], ROOT)).toBe(2);
  expect(said).toContain('Chưa nêu đơn vị nào');
  expect(existsSync(out('f'))).toBe(false);
});

it('never writes a form over what it reads, or over its own report', async () => {
  const unlisted = workbook({ 'Bộ chỉ số': SET });
  mkdirSync(out('f'));
  const input = join(out('f'), 'Phiếu.xlsx');
  copyFileSync(unlisted, input);
  const before = readFileSync(input);
  expect(await main(['form', input, '--out', out('f')], ROOT)).toBe(2);
  expect(said).toContain('chính là tệp gốc');
  expect(readFileSync(input).equals(before)).toBe(true);
  mkdirSync(out('g'));
  expect(await main(['form', unlisted, '--out', out('g'), '--json', join(out('g'), 'Phiếu.xlsx')], ROOT)).toBe(2);
  expect(readdirSync(out('g'))).toEqual([]);
  // The last of several collides: the first is not written either.
  const listed = workbook({
    'Bộ chỉ số': SET,
    'Đơn vị': [
      ['Tên đơn vị', 'Nhóm'],
      ['Xã A', 'Xã'],
      ['Xã B', 'Xã'],
    ],
  });
  const second = join(out('g'), '02 Xã B.xlsx');
  copyFileSync(listed, second);
  expect(await main(['form', second, '--out', out('g')], ROOT)).toBe(2);
  expect(readdirSync(out('g'))).toEqual(['02 Xã B.xlsx']);
});

it('leaves out what does not apply to a unit', async () => {
  const book = workbook({
    'Bộ chỉ số': SET,
    'Đơn vị': [
      ['Tên đơn vị', 'Nhóm'],
      ['Xã A', 'Xã'],
      ['Sở C', 'Sở'],
    ],
  });
  expect(await main(['form', book, '--out', out('f')], ROOT)).toBe(0);
  const codes = (file: string): unknown[] =>
    readWorkbook(readFileSync(join(out('f'), file)))
      .picture.sheets[0]?.rows.map(({ cells }) => cells[0])
      .filter((cell) => typeof cell === 'string' && /^\d/.test(cell)) ?? [];
  expect(codes('01 Xã A.xlsx')).toEqual(['1', '1.1', '1.2']);
  expect(codes('02 Sở C.xlsx')).toEqual(['1', '1.1']);
});

it('leaves out extra points that have no code of their own, and says so', async () => {
  const input = join(ROOT, 'test', 'field', 'B01.xlsx');
  expect(await main(['form', input, '--out', out('f'), '--json', out('p.json')], ROOT)).toBe(0);
  expect(report('p.json').notes.join()).toContain('1+');
  const { picture } = readWorkbook(readFileSync(join(out('f'), report('p.json').forms[0]?.file ?? '')));
  const { findings } = scoreWorkbook(picture, { language: 'vi', at: '', version: '' });
  expect(findings.map(({ id }) => id)).toEqual(['data.none']);
});

it('makes one blank form where no units are listed', async () => {
  const book = workbook({ 'Bộ chỉ số': SET });
  expect(await main(['form', book, '--out', out('f'), '--json', out('p.json')], ROOT)).toBe(0);
  expect(readdirSync(out('f'))).toEqual(['Phiếu.xlsx']);
  expect(report('p.json')).toEqual({
    forms: [{ file: 'Phiếu.xlsx', unit: null, unitCode: null }],
    notes: ['Không có danh sách đơn vị: một phiếu trống.'],
  });
});

it('packs them into one archive, the same bytes each time', async () => {
  for (const name of ['a.zip', 'b.zip'])
    // oxlint-disable-next-line no-await-in-loop
    expect(await main(['form', SAMPLE, '--out', out(name), '--at', '2026-11-30T08:00:00+07:00'], ROOT)).toBe(0);
  expect(readFileSync(out('a.zip')).equals(readFileSync(out('b.zip')))).toBe(true);
  const files = unzipFiles(readFileSync(out('a.zip')));
  expect(files).toHaveLength(11);
  expect(files[0]?.name).toMatch(/^01 .+\.xlsx$/);
});

it('refuses what it can’t make a form of, and writes nothing', async () => {
  const none = workbook({ 'Trang 1': [['Danh sách']] });
  expect(await main(['form', none, '--out', out('f')], ROOT)).toBe(2);
  expect(said).toContain('không có bộ chỉ số');
  expect(await main(['form', SAMPLE], ROOT)).toBe(2);
  expect(said).toContain('Thiếu --out');
  expect(await main(['form', SAMPLE, '--out', out('f'), '--period', 'hôm qua'], ROOT)).toBe(2);
  expect(said).toContain('Không hiểu kỳ “hôm qua”');
  expect(await main(['form', SAMPLE, '--out', SAMPLE], ROOT)).toBe(2);
  expect(readdirSync(folder)).toEqual(['so.xlsx']);
});

it('uses functions of Excel 2007 alone', async () => {
  const book = workbook({
    'Bộ chỉ số': [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ...[
        'a/b',
        'Có/Không',
        'Chọn: X = 100%; Y = 0',
        'Cộng: X = 50%; Y = 50%',
        'a/b đạt 80%',
        'Trừ: a x 5',
        'a x 0,5',
        'Chấm điểm',
        'Mức a: >= 4 = 20; còn lại = 0',
        'Tổng: [a/b] x 10 + [c x 1] x 10',
        'Cao nhất: [a/b]; [c/d]',
        'a/cao nhất',
      ].map((rule, at) => [`1.${at + 1}`, `Chỉ số ${at + 1}`, 20, rule]),
    ],
  });
  expect(await main(['form', book, '--out', out('f')], ROOT)).toBe(0);
  const { parts } = readWorkbook(readFileSync(join(out('f'), 'Phiếu.xlsx'))).file;
  expect([...parts.keys()].filter((key) => /vba|externallink|macro/i.test(key))).toEqual([]);
  const used = new Set<string>();
  for (const { name, bytes } of unzipFiles(readFileSync(join(out('f'), 'Phiếu.xlsx')))) {
    if (!name.startsWith('xl/worksheets/')) continue;
    const xml = new TextDecoder().decode(bytes());
    expect(xml).not.toContain('t="array"');
    for (const [, formula = ''] of xml.matchAll(/<f>([^<]*)<\/f>/g))
      for (const [, word = ''] of formula.replace(/&quot;|"[^"]*"/g, '').matchAll(/([A-Z][A-Z0-9.]*)\(/g))
        used.add(word);
  }
  const of2007 =
    'ABS AND CHAR FIND IF INT ISBLANK ISLOGICAL ISNUMBER LEFT LEN LOWER MAX MID MIN NOT OR ROUND SUBSTITUTE SUM TRIM';
  expect([...used].filter((word) => !of2007.split(' ').includes(word))).toEqual([]);
  expect(used.size).toBeGreaterThan(10);
});

it('the report may stand in the folder that is made; it takes no form’s name', async () => {
  const made = out('moi');
  expect(await main(['form', SAMPLE, '--out', made, '--json', join(made, 'phieu.json')], ROOT)).toBe(0);
  const { forms } = report('moi/phieu.json');
  expect(readdirSync(made).sort()).toEqual([...forms.map(({ file }) => file), 'phieu.json'].sort());
  const other = out('khac');
  expect(await main(['form', SAMPLE, '--out', other, '--json', join(other, forms[0]?.file ?? '')], ROOT)).toBe(2);
  expect(said).toContain(forms[0]?.file);
  expect(existsSync(other)).toBe(false);
  expect(await main(['form', SAMPLE, '--out', other, '--json', join(other, 'sau', 'p.json')], ROOT)).toBe(2);
  expect(existsSync(other)).toBe(false);
});

it.each([
  [['form'], 'Thiếu tệp đầu vào.', 'score -- form SỔ.xlsx --out'],
  [['form', 'a.xlsx', 'b.xlsx'], 'Thừa tệp “b.xlsx”.', 'score -- form SỔ.xlsx --out'],
  [['diff'], 'Thiếu tệp đầu vào.', 'score -- diff CŨ.xlsx MỚI.xlsx'],
  [['collect'], 'Thiếu tệp đầu vào.', 'score -- collect SỔ.xlsx PHIẾU.xlsx'],
  [['template', 'a.xlsx'], 'Thừa tệp “a.xlsx”.', 'score -- template --out TỆP.xlsx'],
  [['a.xlsx', 'b.xlsx'], 'Thừa tệp “b.xlsx”.', 'score -- IN.xlsx'],
])('%j: the fault and how this verb is called, in one line', async (list, fault, usage) => {
  expect(await main(list, ROOT)).toBe(2);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(said).toContain(`${fault} Cách dùng: npm run -s ${usage}`);
});
