/** What people put on our sheets in Excel: kept beside our table, and asked about before it goes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { fromA1 } from '#core/workbook/address';
import type { Scalar } from '#core/workbook/cell';
import type { Plan } from '#core/workbook/plan';
import { writeMark } from '#core/write/index';
import { workbook as base } from '#test/workbooks/base';
import { WouldLose, type WorkbookHost, type WriteReport } from '../../../excel-addin/host.ts';
import { excelHost } from '../../../excel-addin/workbook/index.ts';
import { openBook, valuesOf, type Opened } from './library.ts';

const signal = new AbortController().signal;
const quiet = (): void => undefined;
const OURS = ['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra'];

let opened: Opened;
let host: WorkbookHost;

beforeEach(async () => {
  opened = await openBook(base());
  host = excelHost({ patience: 20, limit: 4_000 });
  await run();
});
afterEach(() => opened.close());

async function run(accept = '', change: (plan: Plan) => void = quiet): Promise<WriteReport> {
  const picture = await host.readPicture(quiet, signal);
  const { plan } = scoreWorkbook(picture, { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' });
  change(plan);
  return host.writePlan(plan, { expected: writeMark(picture), accept }, signal);
}

const type = (sheet: string, cell: string, value: Scalar): void => {
  const { row, column } = fromA1(cell)!;
  opened.book.find(sheet)!.enter(row, column, value);
};
const at = (sheet: string, cell: string): unknown => {
  const { row, column } = fromA1(cell)!;
  return opened.book.find(sheet)!.valueAt(row, column);
};
const everything = (): unknown => OURS.map((name) => [...valuesOf(opened.book, name)]);
const bottomOf = (name: string): number =>
  Math.max(...[...valuesOf(opened.book, name).keys()].map((key) => Number(key.split(',')[0]))) + 1;

/** What the run asks before it writes. */
async function asked(change: (plan: Plan) => void = quiet): Promise<WouldLose> {
  try {
    await run('', change);
  } catch (error) {
    if (error instanceof WouldLose) return error;
    throw error;
  }
  throw new Error('nothing was asked');
}

/** The ranking gets something in column Z, beside its first units. */
const wider = (plan: Plan): void => {
  for (const { cells } of plan.sheets[0]!.rows.slice(6, 9)) {
    while (cells.length < 26) cells.push(null);
    cells[25] = { value: 'mới', style: 0 };
  }
};

describe('cells of people on our sheets', () => {
  it.each(OURS)('%s: beside the table, right below it and far away they stay, and that is said', async (name) => {
    const bottom = bottomOf(name);
    const notes: Record<string, string> = {
      [`A${bottom + 2}`]: 'Người duyệt',
      D2: 'ý',
      Z3: 'xem lại',
      [`AB${bottom + 300}`]: 'xa',
    };
    // The titles of the ranking are merged over all its columns.
    if (name === 'Xếp hạng') delete notes['D2'];
    for (const [cell, value] of Object.entries(notes)) type(name, cell, value);
    for (let round = 0; round < 2; round += 1) {
      const { warnings } = await run();
      expect(warnings).toEqual([{ id: 'pane.warn-kept', args: { sheet: name, cells: expect.any(String) as unknown } }]);
      for (const [cell, value] of Object.entries(notes)) {
        expect(at(name, cell)).toBe(value);
        expect(String(warnings[0]!.args['cells'])).toContain(cell);
      }
    }
  });

  it('a table that got shorter or narrower leaves nothing of itself, beside notes that stay', async () => {
    const bottom = bottomOf('Xếp hạng');
    type('Xếp hạng', 'Z3', 'xem lại');
    await run('', (plan) => {
      plan.sheets[0]!.rows.splice(bottom - 2);
      plan.sheets[0]!.charts.length = 0;
      for (const row of plan.sheets[0]!.rows) row.cells.splice(4);
      plan.sheets[0]!.merges.length = 0;
    });
    expect(at('Xếp hạng', 'Z3')).toBe('xem lại');
    const left = [...valuesOf(opened.book, 'Xếp hạng').keys()].map((key) => key.split(',').map(Number));
    expect(left.filter(([row, column]) => row! >= bottom - 2 || (column! > 3 && column! !== 25))).toEqual([]);
  });

  it('what the new table would cover is named before anything is written; agreed to, it is covered', async () => {
    type('Xếp hạng', 'Z7', 'của tôi');
    type('Xếp hạng', 'Z8', 'cũng vậy');
    const before = everything();
    const sheets = opened.book.sheets.length;
    const { all, key } = await asked(wider);
    expect(all).toEqual([
      { id: 'pane.confirm-cells', args: { cells: 'Xếp hạng: Z7, Z8' } },
      { id: 'pane.confirm-nothing', args: {} },
    ]);
    expect(everything()).toEqual(before);
    expect(opened.book.sheets).toHaveLength(sheets);
    // Something more was typed meanwhile: it is asked anew.
    type('Xếp hạng', 'Z9', 'thêm');
    await expect(run(key, wider)).rejects.toBeInstanceOf(WouldLose);
    await run((await asked(wider)).key, wider);
    expect(['Z7', 'Z8', 'Z9'].map((cell) => at('Xếp hạng', cell))).toEqual(['mới', 'mới', 'mới']);
  });

  it('a filter over our ranking is asked about; one of the person’s own table beside it stays', async () => {
    const ranking = opened.book.find('Xếp hạng')!;
    for (const [row, value] of ['Ghi chú', 'a', 'b'].entries()) type('Xếp hạng', `AA${row + 3}`, value);
    ranking.filter = { top: 2, left: 26, bottom: 4, right: 26 };
    await run();
    expect(ranking.filter).toEqual({ top: 2, left: 26, bottom: 4, right: 26 });
    ranking.isFiltered = true;
    ranking.hiddenRows.add(3);
    const { all, key } = await asked();
    expect(all).toEqual([
      { id: 'pane.confirm-filter', args: { sheets: 'Xếp hạng' } },
      { id: 'pane.confirm-nothing', args: {} },
    ]);
    expect(ranking.isFiltered).toBe(true);
    await run(key);
    expect(ranking.filter).toBeNull();
    expect(at('Xếp hạng', 'AA4')).toBe('a');
  });

  it('where rows were put in since, no row of the old table is taken for a note', async () => {
    const bottom = bottomOf('Xếp hạng');
    const ranking = opened.book.find('Xếp hạng')!;
    // The last two rows one further down.
    for (let row = bottom; row > bottom - 2; row -= 1)
      for (let column = 0; column < 12; column += 1) {
        ranking.enter(row, column, ranking.valueAt(row - 1, column) ?? '');
        ranking.enter(row - 1, column, '');
      }
    const { warnings } = await run();
    expect(warnings).toEqual([]);
    expect(bottomOf('Xếp hạng')).toBe(bottom);
    const listed = opened.book.find('Xếp hạng')!;
    expect(listed.valueAt(bottom - 1, 2)).not.toBeNull();
  });
});
