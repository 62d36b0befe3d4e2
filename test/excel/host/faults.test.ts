/** What goes wrong on real hosts goes wrong here too, when told to. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OFFICE_ERRORS } from '#local/excel-host/faults';
import { Book } from '#local/excel-host/model/book';
import { startOffice, type StartedOffice } from '#local/excel-host/node';

let book: Book;
let office: StartedOffice;

const codeOf = async (job: Promise<unknown>): Promise<unknown> =>
  job.then(
    () => 'no error',
    (error: { code?: unknown }) => error.code,
  );

/** Writes into some cells of the first sheet, one request. */
const write = (cells: string[], options: object = {}): Promise<unknown> =>
  office.Excel.run(options as Excel.RunOptions, async (context) => {
    const sheet = context.workbook.worksheets.getItem('Một');
    for (const cell of cells) sheet.getRange(cell).values = [['mới']];
    await context.sync();
  });

beforeEach(async () => {
  book = new Book();
  book.add('Một');
  book.add('Hai');
  office = await startOffice(book);
});
afterEach(() => office.close());

describe('requests', () => {
  it.each(Object.entries(OFFICE_ERRORS))('fail with %s', async (name, code) => {
    office.host.faults.onRequest(2, { kind: 'office-error', code });
    expect(await codeOf(write(['A1']))).toBe('no error');
    expect(await codeOf(write(['A2']))).toBe(name);
    expect(await codeOf(write(['A3']))).toBe('no error');
    expect(book.value('Một', 1, 0)).toBeNull();
  });

  it('fail in the middle: what was done stays', async () => {
    office.host.faults.onRequest(1, { kind: 'error', code: 'GeneralException', at: 0.6 });
    expect(await codeOf(write(['A1', 'A2', 'A3', 'A4']))).toBe('GeneralException');
    expect([0, 3].map((row) => book.value('Một', row, 0))).toEqual(['mới', null]);
  });

  it('fail by call or member', async () => {
    office.host.faults.onCall('SetProperty Values', { kind: 'error', code: 'InvalidRequestContext', at: 0 });
    expect(await codeOf(write(['A1']))).toBe('InvalidRequestContext');
    office.host.faults.onMember('Range.values', 'AccessDenied', 1);
    expect(await codeOf(write(['A1']))).toBe('AccessDenied');
    expect(await codeOf(write(['A1']))).toBe('no error');
  });

  it('are never answered', async () => {
    office.host.faults.onRequest(1, { kind: 'silence' });
    const winner = await Promise.race([write(['A1']), new Promise((resolve) => setTimeout(resolve, 100, 'silence'))]);
    expect(winner).toBe('silence');
  });

  it('are refused above the payload limit, both ways', async () => {
    office.host.faults.payloadLimit = 20_000;
    const area = (job: (range: Excel.Range) => void): Promise<unknown> =>
      office.Excel.run(async (context) => {
        job(context.workbook.worksheets.getItem('Một').getRange('A1:J200'));
        await context.sync();
      });
    const values = Array.from({ length: 200 }, () => Array.from({ length: 10 }, () => 'mười ký tự'));
    expect(await codeOf(area((range) => (range.values = values)))).toBe('RequestPayloadSizeLimitExceeded');
    expect(book.value('Một', 0, 0)).toBeNull();
    expect(await codeOf(area((range) => range.load('numberFormat,valueTypes,text')))).toBe(
      'ResponsePayloadSizeLimitExceeded',
    );
  });

  it('are null, without an error, for large reads', async () => {
    office.host.faults.nullAbove = 100;
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Một').getRange('A1:J11');
      range.load('values,address');
      await context.sync();
      expect(range.values).toBeNull();
      expect(range.address).toBe('Một!A1:J11');
    });
  });
});

describe('a cell being edited', () => {
  it('stops requests that do not wait', async () => {
    office.host.faults.isEditing = true;
    expect(await codeOf(write(['A1']))).toBe('InvalidOperationInCellEditMode');
  });

  it('holds up those that do', async () => {
    office.host.faults.isEditing = true;
    const done = write(['A1'], { delayForCellEdit: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(book.value('Một', 0, 0)).toBeNull();
    office.host.faults.endEditing();
    await done;
    expect(book.value('Một', 0, 0)).toBe('mới');
  });
});

describe('protection', () => {
  it('of a sheet lets unlocked cells alone be written', async () => {
    const sheet = book.find('Một')!;
    sheet.dress({ top: 1, left: 0, bottom: 1, right: 0 }, { locked: false });
    sheet.isProtected = true;
    expect(await codeOf(write(['A1']))).toBe('AccessDenied');
    expect(await codeOf(write(['A2']))).toBe('no error');
  });

  it('of the structure forbids to add, delete, rename and hide', async () => {
    book.structureProtected = true;
    for (const job of [
      (context: Excel.RequestContext) => context.workbook.worksheets.add('Ba'),
      (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Hai').delete(),
      (context: Excel.RequestContext) => (context.workbook.worksheets.getItem('Hai').name = 'Ba'),
      (context: Excel.RequestContext) => (context.workbook.worksheets.getItem('Hai').visibility = 'Hidden'),
    ])
      expect(
        await codeOf(
          office.Excel.run(async (context) => {
            job(context);
            await context.sync();
          }),
        ),
      ).toBe('AccessDenied');
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Một', 'Hai']);
  });

  it('read-only workbooks take nothing', async () => {
    book.readOnly = true;
    expect(await codeOf(write(['A1']))).toBe('AccessDenied');
  });
});

it('another workbook with the focus stops what needs it, nothing else', async () => {
  office.host.faults.isFocusLost = true;
  const doing = (job: (context: Excel.RequestContext) => void): Promise<unknown> =>
    codeOf(
      office.Excel.run(async (context) => {
        job(context);
        await context.sync();
      }),
    );
  expect(await doing((context) => context.workbook.worksheets.add('Ba'))).toBe('GeneralException');
  expect(await doing((context) => context.workbook.worksheets.getItem('Hai').activate())).toBe('GeneralException');
  expect(await doing((context) => context.workbook.worksheets.getItem('Hai').delete())).toBe('InvalidSelection');
  expect(await doing((context) => context.workbook.getSelectedRange().load('address'))).toBe('InvalidSelection');
  expect(await codeOf(write(['A1']))).toBe('no error');
});

it('values written over filtered rows land in the rows that show', async () => {
  const sheet = book.find('Một')!;
  sheet.filter = { top: 0, left: 0, bottom: 5, right: 0 };
  sheet.isFiltered = true;
  sheet.hiddenRows.add(1);
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Một').getRange('A1:A3').values = [['a'], ['b'], ['c']];
    await context.sync();
  });
  expect([0, 1, 2, 3].map((row) => sheet.valueAt(row, 0))).toEqual(['a', null, 'b', 'c']);
});

it('the first select does nothing where told so', async () => {
  office.host.faults.idleSelects = 1;
  const select = (): Promise<string> =>
    office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Một').getRange('C3').select();
      const range = context.workbook.getSelectedRange();
      range.load('address');
      await context.sync();
      return range.address;
    });
  expect([await select(), await select()]).toEqual(['Một!A1', 'Một!C3']);
});

it('more than 512 merged areas can not be read at once', async () => {
  const sheet = book.find('Một')!;
  for (let row = 0; row < 513; row += 1) sheet.merges.push({ top: row, left: 0, bottom: row, right: 1 });
  const count = (address: string): Promise<unknown> =>
    office.Excel.run(async (context) => {
      const areas = context.workbook.worksheets.getItem('Một').getRange(address).getMergedAreasOrNullObject();
      areas.load('areas/items/rowIndex,areas/items/rowCount');
      await context.sync();
      return areas.isNullObject ? 0 : areas.areas.items.length;
    });
  expect(await codeOf(count('A1:B600'))).toBe('GeneralException');
  expect([await count('A1:B512'), await count('B1:B10')]).toEqual([512, 0]);
});

it('all faults are taken back', async () => {
  const { faults } = office.host;
  Object.assign(faults, { isEditing: true, isFocusLost: true, nullAbove: 1, payloadLimit: 1, idleSelects: 9 });
  faults.onMember('Range.values', 'AccessDenied');
  faults.onRequest(1, { kind: 'silence' }, Infinity);
  faults.clear();
  expect(await codeOf(write(['A1']))).toBe('no error');
});
