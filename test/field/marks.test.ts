/** What people put on our sheets: kept beside and below our table, and said before anything is written where it goes. */
import { readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { scalarOf } from '#core/workbook/cell';
import type { Plan } from '#core/workbook/plan';
import { edited } from '#test/support/edited';
import { marksOn, readWorkbook, writeWorkbook } from '#xlsx/index';
import { main } from '../../local/cli/main.ts';

const here = dirname(fileURLToPath(import.meta.url));
const path = join(here, 'CM01.xlsx');
const bytes = (): Uint8Array => readFileSync(path);

function planOf(source: Uint8Array): Plan {
  const options = { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' } as const;
  return scoreWorkbook(readWorkbook(source).picture, options).plan;
}

function cellsOf(source: Uint8Array, sheet: string): Map<string, unknown> {
  const found = readWorkbook(source).picture.sheets.find(({ name }) => name === sheet)!;
  return new Map(
    found.rows.flatMap(({ index, cells }) =>
      cells.map((cell, column) => [`${String.fromCharCode(65 + column)}${index + 1}`, scalarOf(cell)] as const),
    ),
  );
}

it('cells beside our table stay, formulas too; comments are told', () => {
  const { file } = readWorkbook(bytes());
  expect(marksOn(file, planOf(bytes()))).toEqual([
    { sheet: 'Xếp hạng', kept: ['J6', 'J7'], lost: [], comments: ['E6'] },
  ]);
  const written = writeWorkbook(file, planOf(bytes()));
  const cells = cellsOf(written, 'Xếp hạng');
  expect(cells.get('J6')).toBe('Ghi chú tay');
  expect(cells.get('C7')).toBe('Xã A');
  const again = readWorkbook(written);
  const sheet = again.picture.sheets.find(({ name }) => name === 'Xếp hạng')!;
  expect(sheet.rows.find(({ index }) => index === 6)!.cells[9]).toMatchObject({ formula: true });
  // The next run still knows them.
  expect(marksOn(again.file, planOf(written))).toEqual([
    { sheet: 'Xếp hạng', kept: ['J6', 'J7'], lost: [], comments: [] },
  ]);
});

it('what the new table covers is told as lost; a table that shrank is not taken for a person’s notes', () => {
  const { file } = readWorkbook(bytes());
  const plan = planOf(bytes());
  const ranking = plan.sheets[0]!;
  const wide = ranking.rows.map((row, at) =>
    at === 5 || at === 6
      ? {
          ...row,
          cells: [...Array.from({ length: 9 }, (_, index) => row.cells[index] ?? null), { value: 'mới', style: 0 }],
        }
      : row,
  );
  const covering = { ...plan, sheets: [{ ...ranking, rows: wide }, ...plan.sheets.slice(1)] };
  expect(marksOn(file, covering)[0]).toMatchObject({ kept: [], lost: ['J6', 'J7'] });
  const short = { ...plan, sheets: [{ ...ranking, rows: ranking.rows.slice(0, 6) }, ...plan.sheets.slice(1)] };
  expect(marksOn(file, short)[0]).toMatchObject({ kept: ['J6', 'J7'], lost: [] });
  const cells = cellsOf(writeWorkbook(file, short), 'Xếp hạng');
  expect([cells.get('C8'), cells.get('J6')]).toEqual([undefined, 'Ghi chú tay']);
});

it.each([
  ['vi', /“Xếp hạng”.*E6.*\n.*J6, J7/],
  ['en', /“Xếp hạng”.*E6.*\n.*J6, J7/],
])('the headless command says it before it writes (%s)', async (language, words) => {
  const folder = mkdtempSync(join(tmpdir(), 'marks-'));
  const said: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    const list = [path, '--out', join(folder, 'out.xlsx'), '--lang', language];
    expect(await main(list, join(here, '..', '..'))).toBe(0);
  } finally {
    spy.mockRestore();
    rmSync(folder, { recursive: true });
  }
  expect(said.join('')).toMatch(words);
});

describe('a sheet of which the last run said how large it is', () => {
  const types = (source: Uint8Array, sheet: string, cells: Record<string, string>): Uint8Array => {
    const edits = Object.entries(cells).map(([cell, value]) => ({ sheet, cell, before: null, value }));
    return writeWorkbook(readWorkbook(source).file, { sheets: [], edits });
  };
  const scored = (source = bytes()): Uint8Array => writeWorkbook(readWorkbook(source).file, planOf(source));

  it('text anywhere below or beside it is a person’s, one row below too, and beside its titles', () => {
    const first = scored();
    for (const name of ['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra']) {
      const { rows } = planOf(first).sheets.find((sheet) => sheet.name === name)!;
      const below = `A${rows.length + 2}`;
      const noted = types(first, name, { [below]: 'Người duyệt: A', Z3: 'xem lại' });
      const plan = planOf(noted);
      const marks = marksOn(readWorkbook(noted).file, plan).find(({ sheet }) => sheet === name)!;
      expect(marks.kept, name).toEqual(expect.arrayContaining([below, 'Z3']));
      const twice = scored(scored(noted));
      const cells = cellsOf(twice, name);
      expect([cells.get(below), cells.get('Z3')], name).toEqual(['Người duyệt: A', 'xem lại']);
    }
    const above = types(first, 'Kiểm tra', { D2: 'đã xem' });
    expect(cellsOf(scored(above), 'Kiểm tra').get('D2')).toBe('đã xem');
  });

  it('that was changed since leaves no row of the old table under the new one', () => {
    const first = scored();
    const { file } = readWorkbook(first);
    const plan = planOf(first);
    const ranking = plan.sheets[0]!;
    expect(ranking.was?.table).not.toBeNull();
    // Somebody typed over a rank: the record holds no more, and what stands there tells.
    const blocked = edited(readWorkbook(first).picture, [{ sheet: 'Xếp hạng', cell: 'B7', before: 1, value: 'x' }]);
    const next = scoreWorkbook(blocked, { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' }).plan;
    expect(next.sheets[0]!.was).toMatchObject({ table: null });
    const short = {
      ...next,
      sheets: [{ ...next.sheets[0]!, rows: ranking.rows.slice(0, 7) }, ...next.sheets.slice(1)],
    };
    expect(cellsOf(writeWorkbook(file, short), 'Xếp hạng').get('C8')).toBeUndefined();
  });
});

it('sheets of ours that nobody wrote on are told nothing of', () => {
  const fresh = writeWorkbook(readWorkbook(bytes()).file, {
    ...planOf(bytes()),
    sheets: planOf(bytes()).sheets.slice(1),
  });
  expect(marksOn(readWorkbook(fresh).file, planOf(fresh)).map(({ sheet }) => sheet)).toEqual(['Xếp hạng']);
});
