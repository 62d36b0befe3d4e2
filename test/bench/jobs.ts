/** What the bench has done in processes of their own: each takes plain JSON and hands plain JSON back. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '#core/read/index';
import { toA1 } from '#core/workbook/address';
import { scalarOf, type Cell } from '#core/workbook/cell';
import type { CellEdit } from '#core/workbook/plan';
import * as xlsx from '#xlsx/index';
import { workbookFile } from './book.ts';
import { coreRun, standings, timed, warmUp, type CoreRun, type Standing } from './measure.ts';
import { recalculate } from './rivals/hyperformula.ts';
import { formulaFile } from './rivals/formula-file.ts';
import { formulaModel, modelStandings, TOTALS, valueModel } from './rivals/model.ts';
import { readWithRival } from './rivals/reader.ts';
import { syntheticPicture, type SyntheticOptions } from './synthetic.ts';

function core({ book, runs }: { book: SyntheticOptions; runs: number }): { runs: CoreRun[]; small: number } {
  const picture = syntheticPicture(book);
  const small = warmUp();
  // A run's results are let go before the next one: a person's process holds one.
  return { small, runs: Array.from({ length: runs }, () => coreRun(picture).run) };
}

function makeFile({ book, path }: { book: SyntheticOptions; path: string }): { time: number; size: number } {
  const picture = syntheticPicture(book);
  const [bytes, time] = timed(() => workbookFile(picture));
  writeFileSync(path, bytes);
  return { time, size: bytes.length };
}

/** Reads the file `runs` times; `rows` = rows with anything in them, over all sheets. */
function readFile({ path, runs }: { path: string; runs: number }): { times: number[]; rows: number } {
  const bytes = readFileSync(path);
  let rows = 0;
  const times = Array.from({ length: runs }, () => {
    const [{ picture }, time] = timed(() => xlsx.readWorkbook(bytes));
    rows = picture.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
    return time;
  });
  return { times, rows };
}

function writeFile({ path }: { path: string }): { time: number; size: number } {
  const { picture, file } = xlsx.readWorkbook(readFileSync(path));
  const { plan } = coreRun(picture);
  const [bytes, time] = timed(() => xlsx.writeWorkbook(file, plan));
  return { time, size: bytes.length };
}

/** Reading of a workbook whose names are not those of its unit list; `told` = names it says something about. */
function names({ units, runs }: { units: number; runs: number }): { times: number[]; told: number } {
  const picture = syntheticPicture({ units, indicators: 1, plainNames: true });
  warmUp();
  let told = 0;
  const times = Array.from({ length: runs }, () => {
    const [{ remarks }, time] = timed(() => read(picture, { language: 'vi' }));
    told = remarks.filter(({ kind }) => kind === 'unit.unknown' || kind === 'unit.name-variant').length;
    return time;
  });
  return { times, told };
}

/** The same workbook as formulas (or as the values alone) in an .xlsx file. */
function makeFormulas({ book, path, formulas }: { book: SyntheticOptions; path: string; formulas: boolean }): null {
  const sheets = (formulas ? formulaModel : valueModel)(book);
  writeFileSync(path, formulaFile(sheets));
  return null;
}

/** Points and ranks as the recalculated workbook holds them. */
function readTotals({ path }: { path: string }): Standing[] {
  const { picture } = xlsx.readWorkbook(readFileSync(path));
  const sheet = picture.sheets.find(({ name }) => name === TOTALS);
  return modelStandings((sheet?.rows ?? []).map(({ cells }) => cells.map(scalarOf)));
}

/** A workbook with set and units, and no figures yet. */
function makeEmptyBook({ path, ...book }: { path: string; units: number; indicators: number }): null {
  const { sheets } = syntheticPicture(book);
  writeFileSync(path, workbookFile({ sheets: sheets.filter(({ name }) => name !== 'Số liệu') }));
  return null;
}

/** Fills forms that were made, with the figures of the made-up country. @returns how many. */
function fillForms({ folder, ...book }: { folder: string; units: number; indicators: number }): number {
  const figures = new Map<string, Map<string, readonly Cell[]>>();
  for (const { cells } of syntheticPicture(book).sheets.find(({ name }) => name === 'Số liệu')?.rows ?? []) {
    const [unit, code, ...rest] = cells;
    const own = figures.get(String(unit)) ?? new Map<string, readonly Cell[]>();
    own.set(String(code), rest);
    figures.set(String(unit), own);
  }
  const files = readdirSync(folder);
  for (const name of files) {
    const path = join(folder, name);
    const { picture, file } = xlsx.readWorkbook(readFileSync(path));
    const sheet = picture.sheets.find((one) => one.name === 'Phiếu');
    const headers = sheet?.rows.find(({ cells }) => cells[0] === 'Mã')?.cells ?? [];
    const own = figures.get(name.slice(name.indexOf(' ') + 1, -'.xlsx'.length));
    const edits: CellEdit[] = [];
    for (const { index, cells } of sheet?.rows ?? [])
      own
        ?.get(String(cells[0]))
        ?.slice(0, 3)
        .forEach((value, at) => {
          const column = headers.indexOf(['a', 'b', 'Lựa chọn'][at] ?? '');
          const text = scalarOf(value);
          if (column >= 0 && text !== null)
            edits.push({ sheet: 'Phiếu', cell: toA1(index, column), before: null, value: text });
        });
    writeFileSync(path, xlsx.writeWorkbook(file, { sheets: [], edits }));
  }
  return files.length;
}

export const JOBS = {
  makeEmptyBook,
  fillForms,
  core,
  makeFile,
  readFile,
  writeFile,
  names,
  makeFormulas,
  readTotals,
  standings: (book: SyntheticOptions): Standing[] => standings(syntheticPicture(book)),
  hyperformula: ({ book, folder }: { book: SyntheticOptions; folder: string }) =>
    recalculate(formulaModel(book), folder),
  readWithRival,
};

export type Jobs = typeof JOBS;
