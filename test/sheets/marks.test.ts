/** What people put on our sheets in Google Sheets: kept where it lies, and asked about before it goes. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fromA1, toA1 } from '#core/workbook/address';
import { workbook as base } from '#test/workbooks/base';
import type { SheetsHost, SheetState } from '#local/sheets-host/host';
import { ask, CHOICE, open, sheetOf, value, valueAt } from './support.ts';

const RANKING = 'Xếp hạng';
const OURS = [RANKING, 'Chi tiết điểm', 'Kiểm tra'];

let host: SheetsHost;

beforeEach(async () => {
  host = await open(base());
  value(host, 'runScore', { choice: CHOICE });
  // Somebody adds rows and columns to write in.
  for (const name of OURS) host.change(name, { maxRows: 300, maxColumns: 80 });
});

const type = (sheet: string, cell: string, text: string): void => host.type(sheet, cell, { cell: text });
const bottomOf = (name: string): number =>
  Math.max(
    ...sheetOf(host, name).rows.flatMap(({ index, cells }) =>
      cells.some((one) => one !== null && one.cell !== null) ? [index + 1] : [],
    ),
  );
const contents = (name: string): unknown => {
  const { rows, merges } = sheetOf(host, name);
  const filled = rows.filter(({ cells }) => cells.some((one) => one !== null && one.cell !== null));
  return { rows: filled.map(({ index, cells }) => [index, cells.map((one) => one?.cell ?? null)]), merges };
};
const noted = (state: SheetState, cell: string): string | undefined => {
  const { row, column } = fromA1(cell)!;
  return state.rows.find(({ index }) => index === row)?.cells[column]?.note;
};

describe('marks of people on our sheets', () => {
  it.each(OURS)('%s: beside the table, below it and beside its titles they stay, and that is said', (name) => {
    const bottom = bottomOf(name);
    const notes: Record<string, string> = { [`A${bottom + 2}`]: 'Người duyệt', D2: '1.10', Z7: 'xem lại' };
    // The titles of the ranking are merged over all its columns.
    if (name === RANKING) delete notes['D2'];
    for (const [cell, text] of Object.entries(notes)) type(name, cell, text);
    host.type(name, 'Y9', { cell: 5, formula: '=2+3' });
    host.change(name, {
      merges: [...sheetOf(host, name).merges, { top: bottom + 1, left: 4, bottom: bottom + 1, right: 6 }],
    });
    for (let round = 0; round < 2; round += 1) {
      const { warnings } = value(host, 'runScore', { choice: CHOICE });
      expect(warnings.map(({ id }) => id)).toEqual(['pane.warn-kept']);
      for (const [cell, text] of Object.entries(notes)) {
        expect(valueAt(sheetOf(host, name), cell)).toBe(text);
        expect(String(warnings[0]!.args['cells'])).toContain(cell);
      }
      expect(sheetOf(host, name).rows.find(({ index }) => index === 8)!.cells[24]).toMatchObject({ formula: '=2+3' });
      expect(sheetOf(host, name).merges).toContainEqual({ top: bottom + 1, left: 4, bottom: bottom + 1, right: 6 });
    }
  });

  it('a list that got shorter leaves nothing of itself, and nothing is said', () => {
    const before = contents('Kiểm tra');
    const { cell } = sheetOf(host, 'Số liệu').rows.find(({ index }) => index === 4)!.cells[2]!;
    host.type('Số liệu', 'C5', { cell: 'bốn' });
    value(host, 'runScore', { choice: CHOICE });
    expect(contents('Kiểm tra')).not.toEqual(before);
    host.type('Số liệu', 'C5', { cell });
    expect(value(host, 'runScore', { choice: CHOICE }).warnings).toEqual([]);
    expect(contents('Kiểm tra')).toEqual(before);
  });

  it('what a longer list would cover is asked before anything is written; agreed to, it is covered', () => {
    const bottom = bottomOf('Kiểm tra');
    for (let row = 2; row <= 30; row += 1) type('Kiểm tra', toA1(bottom + row, 0), `ý ${row}`);
    const { rows } = sheetOf(host, 'Số liệu');
    for (const { index, cells } of rows.slice(1))
      cells.forEach((one, column) => {
        if (typeof one?.cell === 'number') host.type('Số liệu', toA1(index, column), { cell: 'bốn' });
      });
    const before = host.book();
    const asked = ask(host, 'runScore', { choice: CHOICE });
    if (asked.ok) throw new Error('nothing was asked');
    expect(asked.code).toBe('loss');
    expect(String(asked.args['cells'])).toContain(`Kiểm tra: A${bottom + 3}`);
    expect(host.book()).toEqual(before);
    const key = String(asked.args['key']);
    // Something more was typed meanwhile: it is asked anew.
    for (let row = 2; row <= 30; row += 1) type('Kiểm tra', toA1(bottom + row, 1), 'thêm');
    expect(ask(host, 'runScore', { choice: CHOICE, accept: key })).toMatchObject({ ok: false, code: 'loss' });
    const again = ask(host, 'runScore', { choice: CHOICE });
    if (again.ok) throw new Error('nothing was asked');
    value(host, 'runScore', { choice: CHOICE, accept: String(again.args['key']) });
    expect(valueAt(sheetOf(host, 'Kiểm tra'), `A${bottom + 3}`)).not.toBe('ý 2');
  });

  it('notes stay on their cells and are said', () => {
    const there = sheetOf(host, RANKING).rows.find(({ index }) => index === 6)!.cells[2]!;
    host.type(RANKING, 'C7', { ...there, note: 'đã đối chiếu' });
    const { warnings } = value(host, 'runScore', { choice: CHOICE });
    expect(warnings).toEqual([{ id: 'addon.warn-notes', args: { sheet: RANKING, cells: 'C7' } }]);
    expect(noted(sheetOf(host, RANKING), 'C7')).toBe('đã đối chiếu');
  });

  it('a filter over our ranking is asked about; one beside it stays', () => {
    const apart = { area: { top: 2, left: 24, bottom: 4, right: 24 }, criteria: [] };
    host.change(RANKING, { filter: apart });
    value(host, 'runScore', { choice: CHOICE });
    expect(sheetOf(host, RANKING).filter).toEqual(apart);
    const over = { area: { top: 5, left: 0, bottom: 8, right: 3 }, criteria: [] };
    host.change(RANKING, { filter: over });
    const asked = ask(host, 'runScore', { choice: CHOICE });
    expect(asked).toMatchObject({ ok: false, code: 'loss', args: { filters: RANKING } });
    expect(sheetOf(host, RANKING).filter).toEqual(over);
    if (asked.ok) return;
    value(host, 'runScore', { choice: CHOICE, accept: String(asked.args['key']) });
    expect(sheetOf(host, RANKING).filter).toBeNull();
  });

  it('the menu asks as well: no leaves all as it was, yes writes', () => {
    host.change(RANKING, { filter: { area: { top: 5, left: 0, bottom: 8, right: 3 }, criteria: [] } });
    const before = host.book();
    const left = host.call('menuScore', {}, { answer: 'NO' });
    expect(left.dialogs).toHaveLength(1);
    expect(left.dialogs[0]).toMatch(/Hỏi trước khi ghi[\s\S]*Bộ lọc đang đặt ở trang Xếp hạng[\s\S]*Vẫn ghi\?/);
    expect(host.book()).toEqual(before);
    const done = host.call('menuScore', {}, { answer: 'YES' });
    expect(done.dialogs).toHaveLength(2);
    expect(sheetOf(host, RANKING).filter).toBeNull();
  });
});
