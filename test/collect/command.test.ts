/** The verb as a department uses it: files of every kind, twice, and what a person typed in between. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SheetPicture } from '#core/workbook/picture';
import { scalarOf, type Scalar } from '#core/workbook/cell';
import type { CellEdit } from '#core/workbook/plan';
import { columnLetters, toA1 } from '#core/workbook/address';
import { readArguments } from '#local/cli/arguments';
import { main } from '#local/cli/main';
import { Unusable } from '#local/cli/verb';
import { collect } from '#local/cli/verbs/collect';
import { readWorkbook, writeWorkbook, zipFiles } from '#xlsx/index';
import { ranking } from '#test/support/book';
import { districts, fileOf, fillForms, placeIn, withCell } from './forms.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghin-diem-collect-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Report {
  files: { file: string; unit: string | null; status: string; why: string | null }[];
  missing: string[];
  rows: Record<string, number>;
  changes: {
    unit: string;
    indicator: string;
    column: string;
    old: unknown;
    new: unknown;
    file: string;
    cell: string;
  }[];
  findings: { id: string; severity: string; sheet: string; cell: string; unit: string; indicator: string }[];
}

const { whole, book, forms } = districts();
const units = [...forms.keys()];
const path = (...steps: string[]): string => join(folder, ...steps);
const put = (name: string, bytes: Uint8Array): string => {
  writeFileSync(path(name), bytes);
  return path(name);
};
const formOf = (unit: string): SheetPicture => {
  const form = forms.get(unit);
  if (form === undefined) throw new Error(unit);
  return form;
};

async function run(...list: string[]): Promise<{ code: number; report: Report }> {
  const json = path('report.json');
  const parsed = readArguments([...list, '--json', json], collect);
  if ('id' in parsed) throw new Error(parsed.id);
  const at = '2026-01-05T10:00:00+07:00';
  const code = await collect.run(parsed, { root: '.', version: 'test', at, progress: () => undefined });
  return { code, report: JSON.parse(readFileSync(json, 'utf8')) as Report };
}

/** A code of a form that has a figure a. */
function codeWithFigure(form: SheetPicture): string {
  const { column } = placeIn(form, '1.1', 'a');
  const row = form.rows.find(
    ({ cells }) => Number(scalarOf(cells[column]) ?? 0) > 1 && /^\d+\.\d+$/.test(String(scalarOf(cells[0]))),
  );
  return String(scalarOf(row?.cells[0]));
}

const pictureOf = (file: string): ReturnType<typeof readWorkbook>['picture'] =>
  readWorkbook(readFileSync(file)).picture;

/** A sheet's cells by address. */
function cellsOf(file: string, name: string): Map<string, Scalar> {
  const cells = new Map<string, Scalar>();
  for (const { index, cells: row } of pictureOf(file).sheets.find((sheet) => sheet.name === name)?.rows ?? [])
    row.forEach((cell, column) => {
      const value = scalarOf(cell);
      if (value !== null) cells.set(toA1(index, column), value);
    });
  return cells;
}

it('eleven forms give the points that the sample has', async () => {
  const archive = put(
    'all.zip',
    zipFiles(units.map((unit) => ({ name: `Phiếu/${unit}.xlsx`, bytes: fileOf(formOf(unit)) }))),
  );
  const { code, report } = await run(put('book.xlsx', fileOf(...book.sheets)), archive, '--out', path('out.xlsx'));
  expect(report.files.map(({ status }) => status)).toEqual(units.map(() => 'received'));
  expect([code, report.missing, report.findings]).toEqual([0, [], []]);
  expect(ranking(pictureOf(path('out.xlsx')))).toEqual(ranking(whole));
});

const good = fileOf(formOf('Huyện Tân Phú'));
const BAD: [name: string, bytes: Uint8Array][] = [
  [
    'a.ods',
    zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<x/>') }),
  ],
  ['b.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)])],
  ['c.txt', strToU8('Kính gửi Sở')],
  ['d.xlsx', good.slice(0, good.length >> 1)],
  ['e.xlsx', new Uint8Array()],
  ['f.xlsx', strToU8('<html><table></table></html>')],
  ['g.zip', strToU8('PK')],
  ['h.xlsx', fileOf({ ...formOf('Huyện Tân Phú'), rows: [{ index: 0, cells: ['Công văn'] }] })],
];

it.each(BAD)('of twenty files %s alone is not read', async (name, bytes) => {
  const many = path(`many ${name}`);
  mkdirSync(join(many, '__MACOSX'), { recursive: true });
  const list = Array.from({ length: 19 }, (_, place) => `Xã ${place + 1}`);
  for (const unit of list) {
    const form = formOf('Huyện Tân Phú');
    const rows = form.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (typeof cell === 'string' ? cell.replace('Huyện Tân Phú', unit) : cell)),
    }));
    writeFileSync(join(many, `${unit}.xlsx`), fileOf({ ...form, rows }));
  }
  writeFileSync(join(many, name), bytes);
  for (const skipped of ['~$Xã 1.xlsx', '.DS_Store', 'Thumbs.db', '__MACOSX/._Xã 1.xlsx'])
    writeFileSync(join(many, skipped), 'x');
  const unitSheet: SheetPicture = {
    ...(book.sheets.find((sheet) => sheet.name === 'Đơn vị') ?? formOf('Huyện Tân Phú')),
    rows: [['Tên đơn vị', 'Nhóm'], ...list.map((unit) => [unit, 'Xã'])].map((cells, index) => ({ index, cells })),
  };
  const base = put(
    'communes.xlsx',
    fileOf(...book.sheets.map((sheet) => (sheet.name === 'Đơn vị' ? unitSheet : sheet))),
  );
  const { report } = await run(base, many, '--out', path('many.xlsx'));
  expect(report.files).toHaveLength(20);
  const bad = report.files.filter(({ status }) => status !== 'received');
  expect(bad.map(({ file, status }) => [file, status])).toEqual([[name, 'unreadable']]);
  expect(bad[0]?.why).toMatch(/\S{3}/);
  expect(report.missing).toEqual([]);
});

it('two different forms are settled by --take, a name or a path', async () => {
  const base = put('book.xlsx', fileOf(...book.sheets));
  const [unit = ''] = units;
  const one = put('một.xlsx', fileOf(formOf(unit)));
  const other = put('hai.xlsx', fileOf(withCell(formOf(unit), '1.1', 'a', 1)));
  const statuses = async (...more: string[]): Promise<string[]> =>
    (await run(base, one, other, '--out', path('two.xlsx'), ...more)).report.files.map(({ status }) => status);
  expect(await statuses()).toEqual(['duplicate', 'duplicate']);
  expect(await statuses('--take', 'hai.xlsx')).toEqual(['duplicate', 'received']);
  expect(await statuses('--take', one)).toEqual(['received', 'duplicate']);
  await expect(statuses('--take', 'ba.xlsx')).rejects.toThrow(Unusable);
});

it('collected again, verified points stay, what changed is told, and nothing else moves', async () => {
  const base = put('book.xlsx', fileOf(...book.sheets));
  const early = units.slice(0, 8).map((unit) => put(`${unit}.xlsx`, fileOf(formOf(unit))));
  const first = await run(base, ...early, '--out', path('first.xlsx'));
  expect([first.code, first.report.missing]).toEqual([1, units.slice(8)]);

  // A person verifies two rows, gives a reason, and adds a column of their own with a formula's result.
  const { picture, file } = readWorkbook(readFileSync(path('first.xlsx')));
  const rows = picture.sheets.find(({ name }) => name === 'Số liệu')?.rows ?? [];
  const rowOf = (unit: string, code: string): number =>
    rows.find(({ cells }) => scalarOf(cells[0]) === unit && scalarOf(cells[3]) === code)?.index ?? -1;
  const [one = '', two = ''] = units;
  const code = codeWithFigure(formOf(one));
  const [verified, quiet] = [rowOf(one, code), rowOf(two, code)];
  const typed = (cell: string, value: Scalar): CellEdit => ({ sheet: 'Số liệu', cell, before: null, value });
  const edits = [
    typed(`N${verified + 1}`, 3.5),
    typed(`O${verified + 1}`, 'Thiếu văn bản'),
    typed(`N${quiet + 1}`, 4),
    typed('R1', 'Người thẩm định'),
    typed(`R${verified + 1}`, 'Bà Lan'),
  ];
  put('typed.xlsx', writeWorkbook(file, { sheets: [], edits }));

  const corrected = put('sửa.xlsx', fileOf(withCell(formOf(one), code, 'a', 1)));
  const late = units.slice(8).map((unit) => put(`${unit}.xlsx`, fileOf(formOf(unit))));
  const { report } = await run(path('typed.xlsx'), corrected, ...late, '--out', path('second.xlsx'));
  expect(report.missing).toEqual([]);
  const perUnit = rows.filter(({ cells }) => scalarOf(cells[0]) === one).length;
  expect(report.rows).toEqual({ added: 3 * perUnit, changed: 1, kept: 8 * perUnit - 1 });
  const place = placeIn(formOf(one), code, 'a');
  expect(report.changes).toEqual([
    {
      unit: one,
      indicator: code,
      column: 'a',
      old: scalarOf(formOf(one).rows.find(({ index }) => index === place.row)?.cells[place.column]),
      new: 1,
      file: 'sửa.xlsx',
      cell: `'${one}'!${columnLetters(place.column)}${place.row + 1}`,
    },
  ]);
  expect(report.findings.filter(({ id }) => id.startsWith('collect.'))).toMatchObject([
    {
      id: 'collect.changed-after-review',
      severity: 'warning',
      sheet: 'Số liệu',
      cell: `N${verified + 1}`,
      unit: one,
      indicator: code,
    },
  ]);

  const [before, after] = [cellsOf(path('typed.xlsx'), 'Số liệu'), cellsOf(path('second.xlsx'), 'Số liệu')];
  const moved = [...before].filter(([cell, value]) => after.get(cell) !== value).map(([cell]) => cell);
  // The figure itself, and of this unit's rows only the file that they are from.
  const files = rows.filter(({ cells }) => scalarOf(cells[0]) === one).map(({ index }) => `P${index + 1}`);
  expect(moved.sort()).toEqual([`F${verified + 1}`, ...files].sort());
  expect(
    [`N${verified + 1}`, `O${verified + 1}`, `R${verified + 1}`, `N${quiet + 1}`].map((cell) => after.get(cell)),
  ).toEqual([3.5, 'Thiếu văn bản', 'Bà Lan', 4]);

  const [old, now] = [unzipSync(readFileSync(base)), unzipSync(readFileSync(path('second.xlsx')))];
  const own = Object.keys(old).filter((name) => name.startsWith('xl/worksheets/'));
  expect(own).toHaveLength(book.sheets.length);
  for (const name of own) expect(Buffer.from(now[name] ?? []), name).toEqual(Buffer.from(old[name] ?? []));
});

it('forms that were made here come back filled, and give the sample’s points', async () => {
  const base = put('book.xlsx', fileOf(...book.sheets));
  fillForms(path('filled'));
  const { code, report } = await run(base, path('filled'), '--out', path('made.xlsx'));
  expect(report.files.map(({ status, why }) => [status, why])).toEqual(units.map(() => ['received', null]));
  expect(code).toBe(0);
  expect(ranking(pictureOf(path('made.xlsx')))).toEqual(ranking(whole));
});

const PROGRAM = 'soffice';
const hasOffice = spawnSync(PROGRAM, ['--version']).status === 0;

// Skipped where no LibreOffice is installed.
it.skipIf(!hasOffice)(
  'forms that LibreOffice opened, worked out and saved give the same points; an .ods is told',
  async () => {
    const base = put('book.xlsx', fileOf(...book.sheets));
    fillForms(path('typed'));
    const save = (type: string, ...files: string[]): number | null => {
      const profile = `-env:UserInstallation=file://${path('profile')}`;
      const words = ['--headless', '--norestore', profile, '--convert-to', type, '--outdir', path('saved')];
      return spawnSync(PROGRAM, [...words, ...files], { timeout: 110_000 }).status;
    };
    const [first = '', ...others] = readdirSync(path('typed')).map((name) => path('typed', name));
    expect(save('xlsx', first, ...others)).toBe(0);
    expect(save('ods', first)).toBe(0);
    const { report } = await run(base, path('saved'), '--out', path('office.xlsx'));
    const told = report.files.filter(({ status }) => status !== 'received');
    expect(told.map(({ file, status }) => [file.replace(/^.*\./, ''), status])).toEqual([['ods', 'unreadable']]);
    expect(told[0]?.why).toContain('.xlsx');
    expect(ranking(pictureOf(path('office.xlsx')))).toEqual(ranking(whole));
  },
  120_000,
);

it('never writes over what it reads', async () => {
  const base = put('book.xlsx', fileOf(...book.sheets));
  mkdirSync(path('sent'), { recursive: true });
  writeFileSync(path('sent', 'a.xlsx'), good);
  await expect(run(base, path('sent'), '--out', path('sent', 'a.xlsx'))).rejects.toThrow('cli.out-is-input');
  await expect(run(base, '--out', path('x.xlsx'))).rejects.toThrow('cli.collect-no-forms');
  await expect(run(base, path('sent'))).rejects.toThrow('cli.out-missing');
  await expect(run(base, path('nowhere.xlsx'), '--out', path('x.xlsx'))).rejects.toThrow('cli.not-found');
});

it('is a verb of the command', async () => {
  expect(await main(['collect', '--help'], '.')).toBe(0);
});
