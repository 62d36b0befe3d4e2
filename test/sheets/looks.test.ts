/** Looks that are there already are not set again: the result is the same as that of a first run, and what people changed by hand stays. */
import { beforeEach, describe, expect, it } from 'vitest';
import { toA1 } from '#core/workbook/address';
import type { SheetsHost } from '#local/sheets-host/host';
import { workbook } from '#test/workbooks/base';
import { ask, CHOICE, face, names, open, sheetOf, value } from './support.ts';

const OURS = ['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra'];
const score = { choice: CHOICE };
const LIST = '_nghin_diem';

const frame = (host: SheetsHost, name: string): unknown => {
  const { frozen, tabColor, charts, filter, widths } = sheetOf(host, name);
  const drawn = charts?.map(({ title, ranges, options }) => ({ title, ranges, options }));
  return { frozen, tabColor, charts: drawn, filter, widths: widths?.slice(0, 20) };
};
const all = (host: SheetsHost): unknown => OURS.map((name) => [face(sheetOf(host, name)), frame(host, name)]);

/** Addresses right of the list where anything stands. */
const left = (host: SheetsHost): string[] =>
  sheetOf(host, LIST).rows.flatMap(({ index, cells }) =>
    cells.flatMap((one, column) => (column > 4 && one !== null && one.cell !== null ? [toA1(index, column)] : [])),
  );

describe('a run after another one', () => {
  const faulty = { C6: 'bốn', C7: 'x', C11: '24/11' };
  let host: SheetsHost;

  beforeEach(async () => {
    host = await open(workbook({ data: faulty }));
    value(host, 'runScore', score);
  });

  const type = (cells: Record<string, string | number | null>): void => {
    for (const [cell, typed] of Object.entries(cells)) host.type('Số liệu', cell, { cell: typed });
  };

  it.each<[string, Record<string, string | number | null>]>([
    ['another figure', { C5: 41 }],
    ['a longer list', { C5: 'năm', C10: 'y' }],
    ['a shorter list', { C6: 4, C7: 44 }],
    ['a text that would run', { C6: '=1+1', C7: '+x' }],
    ['nothing wrong any more', { C6: 4, C7: 44, C11: 40 }],
  ])('%s: the same sheets as on a first run, and back again', async (_, cells) => {
    const first = all(host);
    const before = Object.fromEntries(
      Object.keys(cells).map((cell) => {
        const row = Number(cell.slice(1)) - 1;
        return [cell, sheetOf(host, 'Số liệu').rows.find(({ index }) => index === row)?.cells[2] ?? null];
      }),
    );
    type(cells);
    const fresh = await open(workbook({ data: { ...faulty, ...cells } }));
    value(fresh, 'runScore', score);
    for (let round = 0; round < 2; round += 1) {
      value(host, 'runScore', score);
      expect(all(host)).toEqual(all(fresh));
      expect(left(host)).toEqual([]);
    }
    for (const [cell, state] of Object.entries(before)) host.type('Số liệu', cell, state);
    value(host, 'runScore', score);
    expect(all(host)).toEqual(first);
  });

  it('another language, a check in between: the same sheets as on a first run', async () => {
    const english = { choice: { ...CHOICE, language: 'en' as const } };
    const fresh = await open(workbook({ data: faulty }));
    value(fresh, 'runScore', english);
    host.call('menuCheck');
    value(host, 'runScore', english);
    expect(OURS.map((name) => face(sheetOf(host, name)))).toEqual(OURS.map((name) => face(sheetOf(fresh, name))));
  });

  it('a sheet of ours that somebody deleted is laid out whole', async () => {
    const fresh = all(host);
    const kept = host.book();
    host.load({ ...kept, sheets: kept.sheets.filter(({ name }) => name !== 'Chi tiết điểm') });
    value(host, 'runScore', score);
    expect(all(host)).toEqual(fresh);
  });

  it('what people changed around the cells stays as long as we plan nothing else there; cells look as planned', () => {
    const clean = OURS.map((name) => face(sheetOf(host, name)));
    host.change('Xếp hạng', { tabColor: '#000000', charts: [], frozen: { rows: 1, columns: 0 } });
    host.change('Chi tiết điểm', { frozen: { rows: 0, columns: 0 } });
    host.change('Kiểm tra', { filter: null });
    host.change('Chi tiết điểm', { hidden: true });
    host.change('Xếp hạng', { merges: [{ top: 7, left: 3, bottom: 8, right: 4 }] });
    const at = sheetOf(host, 'Xếp hạng').rows.find(({ cells }) => typeof cells[1]?.cell === 'number')!;
    host.type('Xếp hạng', toA1(at.index, 1), { cell: 99, format: '0.000' });
    type({ C5: 45 });
    value(host, 'runScore', score);
    const seen = OURS.map((name) => face({ ...sheetOf(host, name), hidden: false }));
    expect(seen).toEqual(clean);
    expect(sheetOf(host, 'Xếp hạng')).toMatchObject({
      tabColor: '#000000',
      charts: [],
      frozen: { rows: 1, columns: 0 },
    });
    expect(sheetOf(host, 'Chi tiết điểm').frozen).toEqual({ rows: 0, columns: 0 });
    expect(sheetOf(host, 'Kiểm tra').filter).toBeNull();
    expect(sheetOf(host, 'Chi tiết điểm').hidden).toBe(true);
    // One fault more: all is laid out anew.
    type({ C5: 'năm' });
    value(host, 'runScore', score);
    expect(sheetOf(host, 'Chi tiết điểm').hidden).toBe(false);
    expect(sheetOf(host, 'Kiểm tra').filter).not.toBeNull();
  });

  it('a step of the finish that failed is done by the next run', async () => {
    const fresh = await open(workbook({ data: faulty }));
    const faults = [
      { method: 'Sheet.insertChart', when: 'before' as const, times: 99 },
      { method: 'Sheet.setFrozenRows', when: 'before' as const, times: 99 },
    ];
    expect(value(fresh, 'runScore', score, { faults }).warnings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['addon.warn-chart', 'addon.warn-freeze']),
    );
    expect(value(fresh, 'runScore', score).warnings).toEqual([]);
    expect(all(fresh)).toEqual(all(host));
  });

  it.each<[string, (host: SheetsHost) => void]>([
    [
      'formats',
      (one) => {
        for (const { index, cells } of sheetOf(one, LIST).rows)
          cells.forEach((cell, column) => {
            if (column > 4 && cell?.format === '@') one.type(LIST, toA1(index, column), { cell: null, format: '0' });
          });
      },
    ],
    ['merged cells', (one) => one.change(LIST, { merges: [{ top: 8, left: 6, bottom: 12, right: 9 }] })],
    ['the notes', (one) => one.type(LIST, 'E1', { cell: '{"board":1}' })],
    ['more than the notes', (one) => one.type(LIST, 'E1', { cell: 'x' })],
    ['a text', (one) => one.type(LIST, 'H12', { cell: 'của ai đó' })],
    ['its size', (one) => one.change(LIST, { maxRows: 12, maxColumns: 9 })],
  ])('%s changed by hand where results are put together: never a wrong sheet', async (_, harm) => {
    const clean = OURS.map((name) => face(sheetOf(host, name)));
    for (let round = 0; round < 2; round += 1) {
      harm(host);
      value(host, 'runScore', score);
      expect(OURS.map((name) => face(sheetOf(host, name)))).toEqual(clean);
      expect(left(host)).toEqual([]);
    }
    expect(names(host)).toEqual(['Bộ chỉ số', 'Đơn vị', 'Số liệu', ...OURS, LIST]);
  });

  it('a filter in use is found by what it leaves, one that hides nothing costs no question', () => {
    const { area } = sheetOf(host, 'Kiểm tra').filter!;
    const idle = ask(host, 'runScore', score);
    expect(idle.run.calls['Filter.getColumnFilterCriteria']).toBeUndefined();
    expect(sheetOf(host, 'Kiểm tra').filter).toEqual({ area, criteria: [] });
    host.change('Kiểm tra', { filter: { area, criteria: [area.right] }, hiddenRows: [area.bottom] });
    expect(value(host, 'runScore', score).warnings).toEqual([{ id: 'addon.warn-filter', args: { sheet: 'Kiểm tra' } }]);
    expect(sheetOf(host, 'Kiểm tra')).toMatchObject({ filter: { area, criteria: [] }, hiddenRows: [] });
  });
});
