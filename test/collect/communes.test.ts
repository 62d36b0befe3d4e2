/** The communes' sample through forms: 95 units, 62 indicators, claimed in forms, verified on the sheet that was collected, ranked as the sample is. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeForms } from '#core/commands/form';
import { toA1 } from '#core/workbook/address';
import { scalarOf, type Scalar } from '#core/workbook/cell';
import type { Picture, SheetPicture } from '#core/workbook/picture';
import type { CellEdit } from '#core/workbook/plan';
import { main } from '#local/cli/main';
import { say } from '#local/cli/words';
import { newBook, readWorkbook, writeWorkbook, zipFiles } from '#xlsx/index';
import { run as resultOf } from '#test/support/book';
import { fileOf } from './forms.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghin-diem-communes-'));
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const DATA = 'Số liệu';
const { picture: whole } = readWorkbook(readFileSync('samples/cap-xa-95x62.xlsx'));

function sheetOf({ sheets }: Picture, name: string): SheetPicture {
  const found = sheets.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

/** @returns the cells of a table's rows by its headers, each with the row it stands in, and where the headers are. */
function rowsOf(sheet: SheetPicture, first: string): { rows: Map<string, Scalar>[]; at: number[]; heads: Scalar[] } {
  const head = sheet.rows.findIndex(({ cells }) => cells.some((cell) => scalarOf(cell) === first));
  const heads = (sheet.rows[head]?.cells ?? []).map((cell) => scalarOf(cell) ?? '');
  const body = sheet.rows.slice(head + 1);
  const rows = body.map(
    ({ cells }) => new Map(heads.map((name, column) => [String(name), scalarOf(cells[column]) ?? ''])),
  );
  return { rows, at: body.map(({ index }) => index), heads };
}

const keyOf = (unit: Scalar | undefined, code: Scalar | undefined): string => `${String(unit)}\n${String(code)}`;

/** Of every unit and indicator: what was claimed, verified, and why not as claimed. */
function sampleRows(): Map<string, Map<string, Scalar>> {
  const { rows } = rowsOf(sheetOf(whole, DATA), 'Điểm tự chấm');
  return new Map(rows.map((row) => [keyOf(row.get('Đơn vị'), row.get('Mã chỉ số')), row]));
}

/** @returns by unit and code the points of every kind, and by unit rank, points and pillars. */
function pointsOf(picture: Picture): unknown {
  return resultOf(picture).groups.map(({ name, ranking }) => ({
    name,
    ranking: ranking.map(({ rank, unit, unitCode, points, share, pillars, entries }) => ({
      rank,
      unit,
      unitCode,
      points,
      share,
      pillars,
      entries: Object.entries(entries).map(([code, { self, verified, official }]) => [code, self, verified, official]),
    })),
  }));
}

it('claimed in 95 forms, verified, collected again: every point and rank of the sample', async () => {
  const path = (name: string): string => join(folder, name);
  const run = (to: string, from: string): Promise<number> =>
    main(['collect', from, path('forms.zip'), '--out', path(to), '--json', path('report.json')], '.');
  const report = (): { files: { status: string }[]; missing: string[]; rows: Record<string, number> } =>
    JSON.parse(readFileSync(path('report.json'), 'utf8')) as ReturnType<typeof report>;
  const sample = sampleRows();
  const book = { sheets: whole.sheets.filter(({ name }) => name !== DATA) };
  writeFileSync(path('book.xlsx'), fileOf(...book.sheets));

  const made = makeForms(book, { language: 'vi', set: null, period: null, units: null, say: (one) => say(one, 'vi') });
  const files = [...made.forms].map(({ file, unit, book: form }) => {
    const { picture: blank, file: written } = readWorkbook(newBook(form));
    const { rows, at, heads } = rowsOf(sheetOf(blank, 'Phiếu'), 'Điểm tự chấm');
    const edits = rows.flatMap((row, place): CellEdit[] => {
      const value = sample.get(keyOf(unit ?? '', row.get('Mã')))?.get('Điểm tự chấm');
      const cell = toA1(at[place] ?? 0, heads.indexOf('Điểm tự chấm'));
      return value === undefined || value === '' ? [] : [{ sheet: 'Phiếu', cell, before: null, value }];
    });
    return { name: file, bytes: writeWorkbook(written, { sheets: [], edits }) };
  });
  writeFileSync(path('forms.zip'), zipFiles(files));
  await run('claimed.xlsx', path('book.xlsx'));
  expect(report().files.map(({ status }) => status)).toEqual(files.map(() => 'received'));
  expect(report()).toMatchObject({ missing: [], rows: { added: sample.size } });

  const { picture, file } = readWorkbook(readFileSync(path('claimed.xlsx')));
  const { rows, at, heads } = rowsOf(sheetOf(picture, DATA), 'Điểm thẩm định');
  const edits = rows.flatMap((row, place): CellEdit[] => {
    const own = sample.get(keyOf(row.get('Đơn vị'), row.get('Mã chỉ số')));
    if (own === undefined) throw new Error(`nobody’s row: ${[...row.values()].join(' ')}`);
    return [
      ['Điểm thẩm định', 'Điểm thẩm định'],
      ['Lý do thẩm định', 'Lý do'],
    ].flatMap(([to = '', from = '']) => {
      const value = own.get([...own.keys()].find((name) => name.startsWith(from)) ?? '') ?? '';
      return value === '' ? [] : [{ sheet: DATA, cell: toA1(at[place] ?? 0, heads.indexOf(to)), before: null, value }];
    });
  });
  writeFileSync(path('verified.xlsx'), writeWorkbook(file, { sheets: [], edits }));
  expect(pointsOf(readWorkbook(readFileSync(path('verified.xlsx'))).picture)).toEqual(pointsOf(whole));

  expect(await run('again.xlsx', path('verified.xlsx'))).toBe(0);
  expect(report().rows).toEqual({ added: 0, changed: 0, kept: sample.size });
  expect(pointsOf(readWorkbook(readFileSync(path('again.xlsx'))).picture)).toEqual(pointsOf(whole));
}, 120_000);
