import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import type { CellEdit } from '#core/workbook/plan';
import { newWorkbook, readWorkbook, UnsafeEdit, writeWorkbook } from '#xlsx/index';
import { shiftFormula } from '#xlsx/shift';
import { book, bookParts, fullPlan, partsOf, sheetPlan } from '#test/xlsx/helpers';

/** Every part is well-formed, every relationship's target is there, every part has a type. */
function expectWhole(bytes: Uint8Array): void {
  const parts = partsOf(bytes);
  const names = new Set(Object.keys(parts).map((name) => name.toLowerCase()));
  for (const [name, text] of Object.entries(parts)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(text).close();
  }
  for (const match of parts['[Content_Types].xml']!.matchAll(/PartName="\/([^"]+)"/g))
    expect(names).toContain(match[1]!.toLowerCase());
}

const scalar = fc.oneof(
  fc
    .string({ unit: 'binary', maxLength: 12 })
    .filter((text) => !/[\ud800-\udfff]/.test(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''))),
  fc.constantFrom(
    '=1+1',
    '-5',
    '+x',
    '@a',
    '\tb',
    '_x0041_',
    '_x005F_',
    ' a ',
    'a\r\nb',
    '1.10',
    '&<>"\'',
    ']]>',
    '\u0007',
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (x === 0 ? 0 : x)),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

describe('round trip', () => {
  it('plan → file → picture keeps every value', () => {
    fc.assert(
      fc.property(fc.array(fc.array(scalar, { maxLength: 6 }), { maxLength: 6 }), (grid) => {
        const rows = grid.map((row) => ({ cells: row.map((value) => ({ value, style: 0 })) }));
        const bytes = newWorkbook([sheetPlan('A', { rows })]);
        const read = readWorkbook(bytes).picture.sheets[0]!.rows;
        const wanted = grid.flatMap((row, index) => {
          // A line break is one character in a cell.
          const cells: Cell[] = row.map((value) => (value === '' ? null : value));
          while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
          return cells.length === 0 ? [] : [{ index, cells }];
        });
        expect(read).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });
  it('a new workbook with everything in it is whole', () => {
    const bytes = newWorkbook([
      sheetPlan('_nghin_diem', { visibility: 'hidden' }),
      fullPlan('Xếp hạng'),
      sheetPlan("Sở 'Y'", { filter: { top: 0, left: 0, bottom: 1, right: 1 } }),
    ]);
    expectWhole(bytes);
    const { picture } = readWorkbook(bytes);
    expect(picture.sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ['_nghin_diem', 'hidden'],
      ['Xếp hạng', 'visible'],
      ["Sở 'Y'", 'visible'],
    ]);
    expect(picture.sheets[1]!.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
    const parts = partsOf(bytes);
    expect(parts['xl/workbook.xml']).toContain('activeTab="1"');
    expect(parts['xl/workbook.xml']).toContain("'Sở ''Y'''!$A$1:$B$2");
    expect(parts['xl/charts/chart1.xml']).toContain('<c:v>40.5</c:v>');
    expect(parts['xl/styles.xml']).toContain('quotePrefix="1"');
    expect(Object.values(parts).join('')).not.toContain('tabSelected');
  });
});

describe('writing into a workbook', () => {
  const real = ['papi2011_2016.xlsx', 'pci2015.xlsx'].map(
    (name) => [name, new Uint8Array(readFileSync(`test/real/${name}`))] as const,
  );
  const plan = {
    sheets: [fullPlan('Xếp hạng'), sheetPlan('_nghin_diem', { visibility: 'hidden' as const })],
    edits: [],
  };

  it.each(real)('%s: every other part stays as it is', (_, bytes) => {
    const { file } = readWorkbook(bytes);
    const written = writeWorkbook(file, plan);
    expectWhole(written);
    const after = readWorkbook(written).file;
    const changed = [...file.parts].filter(([key, part]) => {
      const now = after.parts.get(key);
      return now === undefined || Buffer.compare(now.data, part.data) !== 0;
    });
    expect(changed.map(([key]) => key).sort()).toEqual([
      '[content_types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
    ]);
    expect(readWorkbook(written).picture.sheets.slice(0, file.sheets.length)).toEqual(
      readWorkbook(bytes).picture.sheets,
    );
  });
  it.each(real)('%s: a second run changes nothing, a third neither', (_, bytes) => {
    const first = writeWorkbook(readWorkbook(bytes).file, plan);
    const second = writeWorkbook(readWorkbook(first).file, plan);
    const third = writeWorkbook(readWorkbook(second).file, plan);
    expect(partsOf(second)['xl/styles.xml']).toBe(partsOf(first)['xl/styles.xml']);
    expect(Object.keys(partsOf(second)).sort()).toEqual(Object.keys(partsOf(first)).sort());
    expect(Buffer.compare(second, third)).toBe(0);
    expect(readWorkbook(second).file.sheets).toEqual(readWorkbook(first).file.sheets);
  });
  it('same input, same bytes', () => {
    const run = (): Uint8Array => writeWorkbook(readWorkbook(real[0]![1]).file, plan);
    expect(Buffer.compare(run(), run())).toBe(0);
  });
  it('a workbook without styles, and one with prefixes, take our sheets', () => {
    const rels = bookParts('')['xl/_rels/workbook.xml.rels']!.replace(/<Relationship Id="rId3"[^>]*>/, '');
    expectWhole(
      writeWorkbook(readWorkbook(book('', { 'xl/styles.xml': null, 'xl/_rels/workbook.xml.rels': rels })).file, plan),
    );
    const prefixed = (name: string): string =>
      bookParts('')
        [name]!.replace(/<(\/?)(\w)/g, '<$1x:$2')
        .replace('xmlns=', 'xmlns:x=');
    const names = ['xl/workbook.xml', 'xl/styles.xml', '[Content_Types].xml', 'xl/_rels/workbook.xml.rels'];
    const written = writeWorkbook(
      readWorkbook(book('', Object.fromEntries(names.map((name) => [name, prefixed(name)])))).file,
      plan,
    );
    expectWhole(written);
    expect(readWorkbook(written).picture.sheets.map((sheet) => sheet.name)).toEqual([
      'Dữ liệu',
      'Xếp hạng',
      '_nghin_diem',
    ]);
  });
});

describe('edits of cells', () => {
  const rows = '<row r="2"><c r="A2" s="3"><v>1</v></c><c r="C2" s="2"><f>A2*2</f><v>2</v></c></row><row r="5"/>';
  const edit = (cell: string, value: CellEdit['value'], format?: string): CellEdit => ({
    sheet: 'Dữ liệu',
    cell,
    before: null,
    value,
    ...(format === undefined ? {} : { format }),
  });
  const run = (data: string, edits: CellEdit[], change = {}): Uint8Array =>
    writeWorkbook(readWorkbook(book(data, change)).file, { sheets: [], edits });

  it('one cell is replaced and keeps its style; missing cells and rows are inserted', () => {
    const written = run(rows, [
      edit('A2', 9),
      edit('B2', 'Có'),
      edit('D2', true),
      edit('A1', 1),
      edit('B5', 5),
      edit('A3', 3),
      edit('A9', '=x'),
    ]);
    expectWhole(written);
    expect(readWorkbook(written).picture.sheets[0]!.rows).toEqual([
      { index: 0, cells: [1] },
      { index: 1, cells: [{ value: 9, format: '0.00' }, 'Có', { value: 2, format: '0%', formula: true }, true] },
      { index: 2, cells: [3] },
      { index: 4, cells: [null, 5] },
      { index: 8, cells: ['=x'] },
    ]);
    expect(partsOf(written)['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
  });
  it('a change of format appends one cell format, and none the second time', () => {
    const written = run(rows, [edit('A2', '4.10', '@')]);
    expect(partsOf(written)['xl/worksheets/sheet1.xml']).toContain('<c r="A2" s="4" t="inlineStr">');
    const again = writeWorkbook(readWorkbook(written).file, { sheets: [], edits: [edit('A2', '4.11', '@')] });
    expect(partsOf(again)['xl/styles.xml']).toBe(partsOf(written)['xl/styles.xml']);
  });
  it('when the first cell of a shared formula goes, the next takes it over', () => {
    const shared =
      '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$9</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>1</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>1</v></c></row>';
    const sheet = partsOf(run(shared, [edit('B1', 4)]))['xl/worksheets/sheet1.xml']!;
    expect(sheet).toContain('<c r="B2"><f t="shared" ref="B2:B3" si="0">A2*$A$9</f>');
    expect(sheet).toContain('<c r="B3"><f t="shared" si="0"/>');
  });
  it('a cell inside an array formula is left alone', () => {
    expect(() =>
      run('<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f><v>1</v></c></row>', [edit('A2', 1)]),
    ).toThrow(UnsafeEdit);
  });
  it('calcChain goes when a formula goes, and stays when not', () => {
    const parts = bookParts(rows);
    const change = {
      'xl/calcChain.xml': '<calcChain/>',
      'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels']!.replace(
        '</Rel',
        '<Relationship Id="rId9" Type="http://x/calcChain" Target="calcChain.xml"/></Rel',
      ),
      '[Content_Types].xml': parts['[Content_Types].xml']!.replace(
        '</Types>',
        '<Override PartName="/xl/calcChain.xml" ContentType="a/b"/></Types>',
      ),
    };
    const gone = partsOf(run(rows, [edit('C2', 1)], change));
    expect(Object.keys(gone)).not.toContain('xl/calcChain.xml');
    expect(`${gone['[Content_Types].xml']}${gone['xl/_rels/workbook.xml.rels']}`).not.toContain('calcChain');
    expect(Object.keys(partsOf(run(rows, [edit('A2', 1)], change)))).toContain('xl/calcChain.xml');
  });
  it.each([
    ['A1+$B$2', 'B2+$B$2'],
    ['SUM(\'A1 b\'!A1:C3,"A1")', 'SUM(\'A1 b\'!B2:D4,"A1")'],
    ['LOG10(A1)', 'LOG10(B2)'],
    ['SUM(A:B)+SUM(1:2)', 'SUM(B:C)+SUM(2:3)'],
    ['Sheet1!A1', 'Sheet1!B2'],
    ['XFD1', '#REF!'],
  ])('shift %s', (formula, expected) => expect(shiftFormula(formula, 1, 1)).toBe(expected));
});
