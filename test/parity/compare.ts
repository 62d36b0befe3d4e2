/** Compares headless, Excel and Google Sheets cell by cell; what may differ is read from docs/differences.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { findingItem } from '#core/view/findings';
import { summaryView } from '#core/view/summary';
import { resultOf } from '#test/support/book';
import type { Cell } from '#core/workbook/cell';
import { MOST_ASKED, pointHeadersWithin } from '#core/read/headers/point-headers';
import type { Picture, SheetPicture } from '#core/workbook/picture';
import { ROOT } from '../sheets/support.ts';
import type { Named } from './fixtures.ts';
import { excelLane, headless, planned, sheetsLane } from './hosts.ts';
import type { Written, WrittenSheet } from './shape.ts';

/** Ids of the first table. */
export const listed = [
  ...readFileSync(join(ROOT, 'docs', 'differences.md'), 'utf8').matchAll(/^\| `([\w-]+)` \|/gm),
].map((match) => match[1]!);

/** Differences that were met: one that nothing shows any more must leave the list. */
export const met = new Set<string>();

/** @returns whether a difference is listed; a listed one counts as met. */
function may(id: string): boolean {
  met.add(id);
  return listed.includes(id);
}

function mapCells(picture: Picture, map: (cell: Cell) => Cell): Picture {
  return {
    sheets: picture.sheets.map(({ footnotes, ...sheet }) => ({
      ...sheet,
      // No host tells what is raised in a text.
      ...(footnotes === undefined || may('footnotes') ? {} : { footnotes }),
      rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(map) })),
    })),
  };
}

/** Hosts tell what a cell shows where it matters; a fixture's own word is not asked. */
const bare = (cell: Cell): Cell => {
  if (typeof cell !== 'object' || cell === null) return cell;
  const { shown: _, ...rest } = cell;
  return rest;
};

/** The picture that Excel shows: nothing in it is left uncalculated. */
export function inExcel(picture: Picture): Picture {
  return mapCells(picture, (cell) => {
    const isOpen = typeof cell === 'object' && cell !== null && cell.kind === 'uncalculated';
    return isOpen && may('uncalculated') ? null : bare(cell);
  });
}

/** Of a sheet of cells Google is asked about some columns; of our own, of none. */
function askedColumns(sheet: SheetPicture, left: { columns: number }): Partial<SheetPicture> {
  if (!may('hidden-columns')) return {};
  const askedColumns = sheet.visibility === 'visible' ? pointHeadersWithin(sheet.rows, left.columns) : [];
  left.columns -= askedColumns.length;
  const hiddenColumns = (sheet.hiddenColumns ?? []).filter((column) => askedColumns.includes(column));
  return { askedColumns, hiddenColumns };
}

/** The picture that Google Sheets shows. */
export function inSheets(picture: Picture): Picture {
  const left = { columns: MOST_ASKED };
  return {
    sheets: mapCells(picture, bare).sheets.map((sheet) => ({
      ...sheet,
      hiddenRowsKnown: !may('hidden-rows'),
      ...askedColumns(sheet, left),
      visibility: sheet.visibility === 'veryHidden' && may('very-hidden') ? 'hidden' : sheet.visibility,
      rows: sheet.rows.map(({ index, cells }) => ({ index, cells })),
    })),
  };
}

type Differs = (name: string, at: string, cell: Shown | undefined, sheet: WrittenSheet) => Shown | undefined;
type Shown = { value: unknown; format: string; look: string; link: string };

/** A cell as far as it must be the same. */
const same: Differs = (name, at, cell, sheet) => {
  if (cell === undefined) return undefined;
  // Right of the list results are put together.
  if (name.startsWith('_nghin_diem') && !/^[A-C]\d/.test(at) && may('board')) return undefined;
  if (cell.value === null && cell.look === '[]') return cell.format === '' || may('empty-cells') ? undefined : cell;
  const keys = ['fingerprint', 'ranking'];
  if (
    name.startsWith('_nghin_diem') &&
    at.startsWith('B') &&
    keys.includes(String(sheet.cells.get(`A${at.slice(1)}`)?.value))
  )
    return may('fingerprint') ? { ...cell, value: '…' } : cell;
  if (cell.value === null && cell.format === '@') return may('empty-cells') ? { ...cell, format: '' } : cell;
  if (typeof cell.value === 'string') return may('text-format') ? { ...cell, format: '' } : cell;
  return cell;
};

/** Merged areas; right of the list that the hidden sheet is, results are put together. */
function mergesOf({ name, merges }: WrittenSheet): string {
  const isList = name.startsWith('_nghin_diem');
  return merges
    .split(' ')
    .filter((area) => !(isList && Number(area.split(',')[1]) > 2 && may('board')))
    .join(' ');
}

/** @returns what differs, in words that find it. */
export function differences(one: Written, other: Written): string[] {
  const found: string[] = [];
  for (const name of new Set([...one.keys(), ...other.keys()])) {
    const left = one.get(name);
    const right = other.get(name);
    if (left === undefined || right === undefined) {
      found.push(`${name}: only in ${left === undefined ? 'the other' : 'the file'}`);
      continue;
    }
    if (mergesOf(left) !== mergesOf(right)) found.push(`${name} merges: ${mergesOf(left)} ≠ ${mergesOf(right)}`);
    for (const part of ['hidden', 'freeze', 'charts'] as const)
      if (String(left[part]) !== String(right[part])) found.push(`${name} ${part}: ${left[part]} ≠ ${right[part]}`);
    for (const at of new Set([...left.cells.keys(), ...right.cells.keys()])) {
      const here = JSON.stringify(same(name, at, left.cells.get(at), left));
      const there = JSON.stringify(same(name, at, right.cells.get(at), right));
      if (here !== there) found.push(`${name}!${at}: ${here} ≠ ${there}`);
    }
  }
  return found;
}

/**
 * Fails with all workbooks that differ and the first differences of each. `files: 'once'`: a file is written and read back for Excel's side
 * alone, and Sheets is held against the same plan.
 */
export async function compare(list: readonly Named[], files: 'both' | 'once'): Promise<void> {
  const excel = await excelLane();
  const sheets = await sheetsLane();
  const wrong: string[] = [];
  const say = (name: string, host: string, found: readonly string[]): void => {
    if (found.length > 0)
      wrong.push(`${name} · ${host}: ${found.length}\n  ${found.slice(0, 3).join('\n  ').slice(0, 1500)}`);
  };
  for (const { name, picture } of list) {
    const forExcel = headless(inExcel(picture));
    const forSheets = (files === 'both' ? headless : planned)(inSheets(picture));
    const inBook = await excel.run(picture);
    const inSpreadsheet = await sheets.run(picture);
    say(name, 'Excel', differences(forExcel.written, inBook.written));
    say(name, 'Sheets', differences(forSheets.written, inSpreadsheet.written));
    if (JSON.stringify(inBook.result) !== JSON.stringify(resultOf(forExcel.outcome)))
      say(name, 'Excel', ['findings or ranks']);
    const { outcome } = forSheets;
    const shown = inSpreadsheet.result as { overview: { summary: object }; findings: unknown[] };
    const items = outcome.findings.map((_, index) => findingItem(outcome, index, 'vi'));
    if (JSON.stringify(shown.findings) !== JSON.stringify(items)) say(name, 'Sheets', ['findings']);
    const summary = summaryView(outcome, 'vi');
    const written = { ...summary, ranking: summary.groups.length > 0 ? 'current' : summary.ranking };
    if (JSON.stringify(shown.overview.summary) !== JSON.stringify(written)) say(name, 'Sheets', ['summary']);
    say(name, 'both', betweenProducts(forExcel, forSheets, picture));
  }
  excel.close();
  sheets.close();
  expect(wrong, `${wrong.length} differ:\n${wrong.slice(0, 12).join('\n')}`).toEqual([]);
}

/** What the list allows between the two products touches no rank and no point. */
function betweenProducts(
  one: ReturnType<typeof headless>,
  other: ReturnType<typeof headless>,
  picture: Picture,
): string[] {
  const hasOpen = picture.sheets.some(({ rows }) =>
    rows.some(({ cells }) => cells.some((cell) => typeof cell === 'object' && cell?.kind === 'uncalculated')),
  );
  if (hasOpen) return [];
  const without = ({ outcome }: typeof one): unknown => ({
    groups: resultOf(outcome).groups,
    findings: resultOf(outcome).findings.filter(({ id }) => id !== 'row.hidden' && id !== 'column.hidden'),
  });
  return JSON.stringify(without(one)) === JSON.stringify(without(other)) ? [] : ['the products differ in more'];
}
