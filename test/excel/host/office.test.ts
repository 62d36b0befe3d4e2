/** The genuine office.js against this host: start-up, batches, null objects, errors, events, settings. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Book } from '#local/excel-host/model/book';
import { startOffice, type StartedOffice } from '#local/excel-host/node';
import { Faults } from '#local/excel-host/faults';

let book: Book;
let office: StartedOffice;

/** Arrays and errors come from another realm. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const codeOf = async (job: Promise<unknown>): Promise<unknown> =>
  job.then(
    () => 'no error',
    (error: { code?: unknown }) => error.code,
  );
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(async () => {
  book = new Book();
  book.add('Dữ liệu');
  book.add('Khác');
  office = await startOffice(book);
});
afterEach(() => office.close());

describe('start-up', () => {
  it('is Excel on the web, quick, and says its sets', async () => {
    const before = performance.now();
    const other = await startOffice(book, { matrix: { ExcelApi: '1.14' } });
    expect(performance.now() - before).toBeLessThan(1_000);
    const info = await other.Office.onReady();
    expect(plain(info)).toMatchObject({ host: 'Excel', platform: 'OfficeOnline' });
    expect(other.Office.context.requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
    expect(other.Office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(false);
    expect(other.Office.context.displayLanguage).toBe('vi-VN');
    expect(other.host.count()).toBe(0);
    other.close();
  });

  it('may never become ready', async () => {
    const faults = new Faults();
    faults.neverReady = true;
    await expect(startOffice(book, { faults, patience: 300 })).rejects.toThrow('did not become ready');
  });
});

describe('batches', () => {
  it('load and sync', async () => {
    const seen = await office.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const range = sheets.getItem('Dữ liệu').getRange('B2:C3');
      range.values = [
        [1, 'chữ'],
        ['1.10', true],
      ];
      range.load('values,address,rowCount,valueTypes,format/fill/color');
      sheets.load('items/name,items/visibility');
      const count = sheets.getCount();
      await context.sync();
      return {
        values: range.values,
        address: range.address,
        rows: range.rowCount,
        types: range.valueTypes,
        fill: range.format.fill.color,
        names: sheets.items.map((sheet) => sheet.name + sheet.visibility),
        count: count.value,
      };
    });
    expect(plain(seen)).toEqual({
      values: [
        [1, 'chữ'],
        [1.1, true],
      ],
      address: "'Dữ liệu'!B2:C3",
      rows: 2,
      types: [
        ['Double', 'String'],
        ['Double', 'Boolean'],
      ],
      fill: '#FFFFFF',
      names: ['Dữ liệuVisible', 'KhácVisible'],
      count: 2,
    });
    expect(office.host.count()).toBe(1);
  });

  it('address ranges and sheets again in later batches, and let go of them', async () => {
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Mới');
      const range = sheet.getRange('A1');
      range.values = [[5]];
      await context.sync();
      range.load('values');
      sheet.load('name');
      await context.sync();
      expect(plain([range.values, sheet.name])).toEqual([[[5]], 'Mới']);
      const sheets = context.workbook.worksheets.load('items/name');
      await context.sync();
      sheets.items[2]!.getRange('A2').values = [[6]];
      await context.sync();
    });
    await soon();
    expect(book.value('Mới', 1, 0)).toBe(6);
    expect(office.host.count()).toBe(4);
    expect(office.host.count('release')).toBeGreaterThan(0);
    expect(office.host.heldReferences).toBe(0);
  });

  it('answer null objects, their children and methods on them', async () => {
    await office.Excel.run(async (context) => {
      const none = context.workbook.worksheets.getItemOrNullObject('không có');
      const used = none.getUsedRangeOrNullObject(true);
      const empty = context.workbook.worksheets.getItem('Khác').getUsedRangeOrNullObject(true);
      none.load('name');
      used.load('values');
      empty.load('address');
      await context.sync();
      expect([none.isNullObject, used.isNullObject, empty.isNullObject]).toEqual([true, true, true]);
      none.delete();
      await context.sync();
    });
    expect(book.sheets).toHaveLength(2);
  });

  it('stop at an error, and what was before it stays', async () => {
    const error = office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Dữ liệu');
      sheet.getRange('A1').values = [['trước']];
      context.workbook.worksheets.getItem('không có').getRange('A1').values = [['lỗi']];
      sheet.getRange('A2').values = [['sau']];
      await context.sync();
    });
    await expect(error).rejects.toMatchObject({ code: 'ItemNotFound' });
    expect([book.value('Dữ liệu', 0, 0), book.value('Dữ liệu', 1, 0)]).toEqual(['trước', null]);
  });

  it('say loudly what the host does not have', async () => {
    const run = office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Khác').shapes.load('items/name');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({
      code: 'ApiNotFound',
      message: expect.stringContaining('Worksheet.shapes'),
    });
  });

  it('refuse members above the requirement set', async () => {
    const old = await startOffice(book, { matrix: { ExcelApi: '1.6' } });
    const code = await codeOf(
      old.Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Khác').freezePanes.freezeRows(1);
        await context.sync();
      }),
    );
    expect(code).toBe('ApiNotFound');
    old.close();
  });

  it('carry large writes, which the library splits within one request', async () => {
    const rows = Array.from({ length: 2_000 }, (_, row) =>
      Array.from({ length: 50 }, (__, column) => row * 50 + column),
    );
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Khác').getRange('A1:AX2000');
      range.values = rows;
      await context.sync();
      range.load('values');
      await context.sync();
      expect(plain(range.values)).toEqual(rows);
    });
    expect(office.host.count()).toBe(2);
    expect(office.host.requests[0]!.calls).toContain('GetBoundingRect');
  });

  it('format, link, freeze, filter, chart and print', async () => {
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Dữ liệu');
      sheet.getRange('A1:C3').values = [
        ['Đơn vị', 'Trụ 1', 'Trụ 2'],
        ['Một', 1, 2],
        ['Hai', 3, 4],
      ];
      const { format } = sheet.getRanges('A1:C1,A3');
      format.font.bold = true;
      format.borders.getItem('EdgeTop').style = 'Continuous';
      format.columnWidth = 100;
      sheet.getRange('A2').hyperlink = { documentReference: "'Khác'!A1", textToDisplay: 'Một' };
      sheet.freezePanes.freezeRows(1);
      sheet.autoFilter.apply(sheet.getRange('A1:C3'));
      const chart = sheet.charts.add('BarStacked', sheet.getRange('A1:C3'), 'Columns');
      chart.title.text = 'Xếp hạng';
      chart.axes.categoryAxis.reversePlotOrder = true;
      chart.series.getItemAt(1).format.fill.setSolidColor('#FF0000');
      sheet.pageLayout.setPrintTitleRows('$1:$1');
      sheet.pageLayout.orientation = 'Landscape';
      sheet.horizontalPageBreaks.add('A3');
      const location = sheet.freezePanes.getLocationOrNullObject();
      location.load('address');
      sheet.charts.load('items/name,items/id');
      await context.sync();
      expect(location.address).toBe("'Dữ liệu'!1:1");
      sheet.charts.items[0]!.name = 'của ta';
      await context.sync();
    });
    const sheet = book.find('Dữ liệu')!;
    expect(sheet.at(2, 0)!.look.bold).toBe(true);
    expect(sheet.at(1, 0)!.look.bold).toBeUndefined();
    expect(sheet.at(0, 2)!.look.borders).toHaveProperty('EdgeTop');
    expect(sheet.widths.get(2)).toBe(100);
    expect(sheet.freeze).toEqual({ rows: 1, columns: 0 });
    expect(sheet.charts[0]).toMatchObject({
      name: 'của ta',
      title: 'Xếp hạng',
      series: [{ name: 'Trụ 1' }, { fill: '#FF0000' }],
    });
    expect(sheet.layout).toMatchObject({ orientation: 'Landscape', titleRows: '$1:$1' });
    expect(sheet.rowBreaks).toEqual([2]);
  });
});

it('tables and conditional formats are there, as far as an add-in looks for them', async () => {
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Dữ liệu');
    const table = sheet.tables.add('A1:B3', true);
    table.name = 'Bang';
    const rule = sheet.getRange('A1:B3').conditionalFormats.add('Custom');
    rule.custom.rule.formula = '=$A1>1';
    rule.custom.format.fill.color = '#FF0000';
    context.workbook.tables.load('items/name');
    const range = context.workbook.tables.getItem('Bang').getDataBodyRange();
    range.load('address');
    const rules = sheet.getRange('B2').conditionalFormats.getCount();
    await context.sync();
    expect(plain(context.workbook.tables.items.map((one) => one.name))).toEqual(['Bang']);
    expect([range.address, rules.value]).toEqual(["'Dữ liệu'!A2:B3", 1]);
  });
  expect(book.sheets[0]!.rules[0]).toMatchObject({ formula: '=$A1>1', fill: '#FF0000' });
});

describe('events', () => {
  it('tell of changes of a person and of the add-in itself, by sheet and for all', async () => {
    const heard: string[] = [];
    await office.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(async (event) => void heard.push(`all ${event.address} ${event.triggerSource}`));
      worksheets.getItem('Khác').onChanged.add(async (event) => void heard.push(`Khác ${event.address}`));
      worksheets.onActivated.add(async () => void heard.push('activated'));
      await context.sync();
    });
    book.type(book.find('Khác')!, 1, 1, '12');
    book.activate(book.find('Khác')!);
    await soon();
    expect(heard.sort()).toEqual(['Khác B2', 'activated', 'all B2 Unknown']);
    heard.length = 0;
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Dữ liệu').getRange('A1').values = [[1]];
      await context.sync();
    });
    await soon();
    expect(heard).toEqual(['all A1 ThisLocalAddin']);
  });

  it('end when they are taken off', async () => {
    let heard = 0;
    const handler = await office.Excel.run(async (context) => {
      const result = context.workbook.worksheets.onChanged.add(async () => void (heard += 1));
      await context.sync();
      return result;
    });
    book.type(book.sheets[0]!, 0, 0, 'x');
    await soon();
    await office.Excel.run(handler.context as Excel.RequestContext, async (context) => {
      handler.remove();
      await context.sync();
    });
    book.type(book.sheets[0]!, 0, 0, 'y');
    await soon();
    expect(heard).toBe(1);
  });
});

it('settings are kept by the host', async () => {
  const { settings } = office.Office.context.document;
  settings.set('khoá', { a: 1 });
  const status = await new Promise((resolve) => settings.saveAsync((result) => resolve(result.status)));
  expect(status).toBe('succeeded');
  expect(office.host.settings).toEqual([['khoá', '{"a":1}']]);
});
