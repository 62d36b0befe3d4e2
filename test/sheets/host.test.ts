/** The stand-in itself: Google's own refusals and habits, so that what passes here has a chance there. */
import { describe, expect, it } from 'vitest';
import { bookOf, openSheets } from '#local/sheets-host/host';
import { signatures } from '#local/sheets-host/signatures';
import { book, sheet } from '#test/support/book';

/** A script of a test's own in place of Code.js: `run(body)` gives what it returns, or the exception's text. */
async function script(body: string, more: Parameters<typeof bookOf>[1] = {}): Promise<unknown> {
  const source = `var tests = 1;\nfunction run() { var book = SpreadsheetApp.getActive(); var sheet = book.getSheets()[0]; ${body} }`;
  const picture = book(
    sheet('Một', [
      ['a', 1],
      ['b', 2],
    ]),
    sheet('Hai', [['c']]),
  );
  const host = await openSheets(source, bookOf(picture, more));
  const { result, thrown } = host.call('run', {}, { language: 'en' });
  return thrown ?? result;
}

describe('refusals', () => {
  it.each([
    ["sheet.getRange('A1:A2').setValues([[1]])", /The data has 1 but the range has 2/],
    ["sheet.getRange('A1:B1').setValues([[1, 2, 3]])", /number of columns.*has 3 but the range has 2/],
    ['sheet.getRange(1001, 1)', /outside the dimensions/],
    ["sheet.getRange('AB1')", /outside the dimensions/],
    ["book.insertSheet('một', 0)", /already exists/],
    ['book.getSheets().forEach(function (one) { book.deleteSheet(one); })', /all the visible sheets/],
    ["sheet.getRange('A1').setValue(new Array(50002).join('x'))", /50000 characters/],
    ['sheet.insertRowsAfter(1000, 400000); ', /limit of 10000000/],
    ["sheet.getRange('A1:C1').merge(); sheet.setFrozenColumns(2)", /freeze columns which contain only part/],
    ["sheet.setFrozenColumns(2); sheet.getRange('A1:C1').merge()", /merge frozen and non-frozen/],
    ['sheet.setFrozenRows(1000)', /freeze all visible rows/],
    ["sheet.getRange('A1:B2').merge(); sheet.getRange('B2:C3').merge()", /select all cells in a merged range/],
    ["sheet.getRange('A1:B2').merge(); sheet.getRange('A1').breakApart()", /select all cells in a merged range/],
    [
      "sheet.insertChart(sheet.newChart().asBarChart().addRange(sheet.getRange('A1:B2')).build())",
      /position is out of bounds/,
    ],
    ["sheet.newChart().addRange(sheet.getRange('A1')).setTitle('x')", /is not a function/],
    ["sheet.getRange('A1').createFilter(); sheet.getRange('A1').createFilter()", /already has a filter/],
    ["sheet.getRange('A1').setNumberFormat(null)", /don't match the method signature for Range.setNumberFormat/],
    ["sheet.getRange('1', 2)", /The parameters \(String,number\) don't match the method signature for Sheet.getRange/],
    ['sheet.getRange(1.5, 1)', /don't match the method signature/],
    ["sheet.getRange('A1').setValue()", /don't match the method signature/],
    [
      "sheet.getRange('A1').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('').build())",
      /Illegal argument/,
    ],
    ["sheet.getRange('A1').getFontFamilies()", /exists, not in the fake yet/],
    ["sheet.getRange('A1').getEverything()", /is not a function/],
    ['Utilities.sleep(400000)', /5 minutes/],
    ['sheet.hideSheet(); book.getSheets()[1].hideSheet()', /can't hide all/],
  ])('%s', async (body, text) => expect(await script(body)).toMatch(text));

  it('texts of refusals come in the person’s language', async () => {
    const source = 'var a = 1;\nfunction run() { SpreadsheetApp.getActive().getSheets()[0].getRange(5000, 1); }';
    const host = await openSheets(source, bookOf(book(sheet('Một', [['a']]))));
    const texts = (['en', 'vi', 'other'] as const).map((language) => host.call('run', {}, { language }).thrown);
    expect(new Set(texts).size).toBe(3);
    expect(texts[1]).toContain('nằm ngoài kích thước');
  });

  it('nothing runs in AuthMode.NONE but menus, and nothing of a sheet without its scope', async () => {
    const source = 'var a = 1;\nfunction run() { return SpreadsheetApp.getActive().getSheets().length; }';
    const host = await openSheets(source, bookOf(book(sheet('Một', [['a']]))));
    expect(host.call('run', {}, { authMode: 'NONE', language: 'en' }).thrown).toContain('permission');
    expect(host.call('run', {}, { granted: [], language: 'en' }).thrown).toContain('not sufficient');
    expect(host.call('run').result).toBe(1);
  });
});

describe('typed texts', () => {
  const read =
    "var range = sheet.getRange('D4'); FORMAT range.setValue(TEXT); var v = range.getValues()[0][0]; return [typeof v === 'object' ? 'date' : v, range.getFormulas()[0][0]];";
  const typed = (text: string, locale: string, format = ''): Promise<unknown> =>
    script(
      read
        .replace('TEXT', JSON.stringify(text))
        .replace('FORMAT', format === '' ? '' : `range.setNumberFormat(${JSON.stringify(format)});`),
      { locale },
    );

  it.each([
    ['01234', 1234, 1234],
    ['22 34', 2234, 2234],
    ['1-2', 'date', 'date'],
    ['2026-03-25', 'date', 'date'],
    ['5/6', 'date', 'date'],
    ['11/2026', 'date', 'date'],
    ['(1)', -1, -1],
    ['12E5', 1_200_000, 1_200_000],
    ['80%', 0.8, 0.8],
    ['1,5', 1.5, '1,5'],
    ['1.5', 'date', 1.5],
    ['1.234,5', 1234.5, '1.234,5'],
    ['TRUE', true, true],
    ['Sở Y tế', 'Sở Y tế', 'Sở Y tế'],
  ])('%s', async (text, vietnamese, english) => {
    expect(await typed(text, 'vi_VN')).toEqual([vietnamese, '']);
    expect(await typed(text, 'en_US')).toEqual([english, '']);
    expect(await typed(text, 'vi_VN', '@')).toEqual([text, '']);
  });

  it('a text with "=" becomes a formula even in the text format; rich text stays', async () => {
    expect(await typed('=1+1', 'vi_VN', '@')).toEqual(['#ERROR!', '=1+1']);
    const rich =
      "var v = SpreadsheetApp.newRichTextValue().setText('=1+1').build(); var r = sheet.getRange('D4'); r.setRichTextValue(v); return [r.getValues()[0][0], r.getFormulas()[0][0]];";
    expect(await script(rich)).toEqual(['=1+1', '']);
  });
});

describe('habits', () => {
  it('a smaller target of a copy is overrun, a larger one repeats the source', async () => {
    const copy = (target: string): string =>
      `sheet.getRange('A1:B2').copyTo(sheet.getRange('${target}')); return sheet.getRange('D1:G4').getValues();`;
    expect(await script(copy('D1'))).toEqual([
      ['a', 1, '', ''],
      ['b', 2, '', ''],
      ['', '', '', ''],
      ['', '', '', ''],
    ]);
    expect(await script(copy('D1:G2'))).toEqual([
      ['a', 1, 'a', 1],
      ['b', 2, 'b', 2],
      ['', '', '', ''],
      ['', '', '', ''],
    ]);
  });

  it('a new sheet becomes the one that the person sees; a deleted one breaks formulas for good', async () => {
    expect(await script("book.insertSheet('Ba', 2); return book.getActiveSheet().getName();")).toBe('Ba');
    const gone =
      "sheet.getRange('D1').setValue(\"='Hai'!A1\"); var before = sheet.getRange('D1').getValues()[0][0]; book.deleteSheet(book.getSheetByName('Hai')); book.insertSheet('Hai', 1); return [before, sheet.getRange('D1').getValues()[0][0]];";
    expect(await script(gone)).toEqual(['c', '#REF!']);
  });

  it('a result that google.script.run can’t carry is null; a name that ends in _ is hidden', async () => {
    expect(await script('return { when: new Date() };')).toBeNull();
    expect(await script('return [function () {}];')).toBeNull();
    expect(await script('return { a: undefined, b: [1] };')).toEqual({ b: [1] });
    const host = await openSheets('var a = 1;\nfunction run_() {}', bookOf(book(sheet('Một', [['a']]))));
    expect(host.call('run_').thrown).toContain('not found');
  });

  it('there is no eval, no timer, no network, nothing newer than ES2021', async () => {
    const names = ['setTimeout', 'fetch', 'process', 'require', 'URL', 'TextEncoder', 'structuredClone', 'WebAssembly'];
    expect(await script(`return [${names.map((name) => `typeof ${name}`).join(', ')}];`)).toEqual(
      names.map(() => 'undefined'),
    );
    expect(await script("return typeof [].at + typeof ''.at + typeof Object.hasOwn;")).toBe(
      'undefinedundefinedundefined',
    );
    expect(await script("return eval('1')")).toMatch(/Code generation from strings disallowed/);
  });

  it('knows the services by their type files', () => {
    const { interfaces, enums } = signatures();
    expect(interfaces['Range']!['setValues']).toEqual([['any[][]']]);
    expect(Object.keys(interfaces['Range']!).length).toBeGreaterThan(150);
    expect(enums['CopyPasteType']).toContain('PASTE_NORMAL');
  });
});
