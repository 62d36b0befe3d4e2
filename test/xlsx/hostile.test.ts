/** Files made to harm: each is read as Excel would read it, or refused at once. */
import { zipSync, strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { isDateFormat } from '#core/workbook/cell';
import type { Cell } from '#core/workbook/cell';
import { readWorkbook, UnusableFile, writeWorkbook } from '#xlsx/index';
import { book, bookParts, fullPlan, NS, partsOf, R, zip } from './helpers.ts';

/** The first sheet's cells, or the reason of the refusal. */
function outcome(bytes: Uint8Array): Cell[][] | string {
  try {
    return readWorkbook(bytes).picture.sheets[0]!.rows.map((row) => row.cells);
  } catch (error) {
    if (error instanceof UnusableFile) return error.reason;
    throw error;
  }
}

const row = (cells: string): string => `<row r="1">${cells}</row>`;
const value = (inner: string): string => row(`<c r="A1"><v>${inner}</v></c>`);
const inline = (inner: string): string => row(`<c r="A1" t="inlineStr"><is>${inner}</is></c>`);
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const main = (name: string, content: string): string =>
  `<worksheet xmlns="${NS}" xmlns:mc="${MC}" xmlns:x14ac="${name}">${content}</worksheet>`;
const KNOWN = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac';

it.each<[string, string, Cell[][] | string]>([
  ['a text whose tag does not end', inline('<t'), 'broken'],
  ['a text that does not end', inline('<t>x'), 'broken'],
  ['a comment inside a value', value('5<!-- -->00'), [[500]]],
  ['an instruction inside a value', value('5<?x y?>00'), [[500]]],
  ['CDATA inside a value', value('<![CDATA[500]]>'), [[500]]],
  ['a reference inside a value', value('&#53;00'), [[500]]],
  ['a comment inside a text', inline('<t>a<!-- <t>b</t> -->c</t>'), [['ac']]],
  ['CDATA inside a text', inline('<t>a<![CDATA[<b>&]]></t>'), [['a<b>&']]],
  ['a comment around a row', `<!--${value('1')}-->${value('2')}`, [[2]]],
  ['a row that stands twice', value('1') + value('2'), 'broken'],
  ['a row that comes back later', `${value('1')}<row r="2"/>${value('2')}`, 'broken'],
  ['a cell that stands twice', row('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'), 'broken'],
  ['an empty cell before its double', row('<c r="A1"/><c r="A1"><v>2</v></c>'), 'broken'],
  ['two values in a cell', row('<c r="A1"><v>1</v><v>2</v></c>'), 'broken'],
  ['a cell in a row that is not its own', row('<c r="A2"><v>1</v></c>'), 'broken'],
  ['half a row', '<row r="2.5"><c><v>1</v></c></row>', 'broken'],
  ['row 0', '<row r="0"><c><v>1</v></c></row>', 'broken'],
  ['row 1e1', '<row r="1e1"><c><v>1</v></c></row>', 'broken'],
  ['a reference without letters', row('<c r="1"><v>1</v></c>'), 'broken'],
  ['a reference without digits', row('<c r="A"><v>1</v></c>'), 'broken'],
  ['a column past XFD', row('<c r="XFE1"><v>1</v></c>'), 'broken'],
  ['an element in a value', value('<x/>5'), 'broken'],
  ['an unknown type', row('<c r="A1" t="x"><v>1</v></c>'), 'broken'],
  ['a shared string 0.5', row('<c r="A1" t="s"><v>0.5</v></c>'), 'broken'],
  ['a hexadecimal number is a text', value('0x10'), [['0x10']]],
  ['an unknown entity', inline('<t>&constructor;</t>'), 'broken'],
  ['a bare ampersand', inline('<t>a & b</t>'), 'broken'],
  ['a character that XML cannot hold', inline('<t>&#27;[2J</t>'), 'broken'],
  ['an attribute that stands twice', '<row r="1" r="2"><c><v>1</v></c></row>', 'broken'],
  ['tags that do not match', '<row r="1"><c r="A1"><v>1</v></row></c>', 'broken'],
  ['a part nested without end', '<a>'.repeat(20_000) + '</a>'.repeat(20_000), 'broken'],
])('%s', (_, data, expected) => {
  expect(outcome(book(data))).toEqual(expected);
});

const real = `<sheetData>${value('2')}</sheetData>`;
const other = `<sheetData>${value('1')}</sheetData>`;
const choice = (inner: string, fallback: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="x14ac">${inner}</mc:Choice>${fallback}</mc:AlternateContent>`;

it.each<[string, string, Cell[][] | string]>([
  ['a branch that Excel does not know', main('urn:x', choice(other, '') + real), [[2]]],
  ['a branch that Excel knows', main(KNOWN, choice(real, `<mc:Fallback>${other}</mc:Fallback>`)), [[2]]],
  ['the fallback', main('urn:x', choice(other, `<mc:Fallback>${real}</mc:Fallback>`)), [[2]]],
  [
    'a branch inside a cell',
    main(
      'urn:x',
      `<sheetData>${row(`<c r="A1">${choice('<v>1</v>', '<mc:Fallback><v>2</v></mc:Fallback>')}</c>`)}</sheetData>`,
    ),
    [[2]],
  ],
  ['two sheetData', main('urn:x', real + other), 'broken'],
  ['sheetData inside another element', main('urn:x', `<x>${other}</x>${real}`), [[2]]],
])('%s', (_, sheet, expected) => {
  expect(outcome(book('', { 'xl/worksheets/sheet1.xml': sheet }))).toEqual(expected);
});

const sheets = (list: string): Record<string, string> => ({
  'xl/workbook.xml': `<workbook xmlns="${NS}" xmlns:r="${R}"><sheets>${list}</sheets></workbook>`,
});
const PLAIN = `<worksheet xmlns="${NS}">${real}</worksheet>`;

it.each<[string, Record<string, string>, string]>([
  ['a DOCTYPE behind a comment', { 'xl/worksheets/sheet1.xml': `<!-- <a --><!DOCTYPE x>${PLAIN}` }, 'doctype'],
  ['a DOCTYPE in the styles', { 'xl/styles.xml': `<?x?><!DOCTYPE x><styleSheet xmlns="${NS}"/>` }, 'doctype'],
  ['a sheetId that is no number', sheets('<sheet name="a" sheetId="abc" r:id="rId1"/>'), 'broken'],
  [
    'one part for two sheets',
    sheets('<sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId1"/>'),
    'broken',
  ],
  ['styles nested deep', { 'xl/styles.xml': '<a>'.repeat(20_000) + '</a>'.repeat(20_000) }, 'broken'],
  ['an endless number format', { 'xl/styles.xml': styles(`[${'['.repeat(300_000)}`) }, 'broken'],
  [
    'a declared encoding that no workbook has',
    { 'xl/styles.xml': `<?xml version="1.0" encoding="windows-1258"?><a/>` },
    'broken',
  ],
  ['more elements than any part', { 'xl/styles.xml': `<a>${'<b/>'.repeat(400_000)}</a>` }, 'bomb'],
  [
    'a macro under another name',
    { '[Content_Types].xml': typesWith('application/vnd.ms-office.vbaProj&#101;ct') },
    'macro',
  ],
])('%s', (_, change, expected) => {
  expect(outcome(book('', change))).toBe(expected);
});

function styles(format: string): string {
  return `<styleSheet xmlns="${NS}"><numFmts><numFmt numFmtId="170" formatCode="${format}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`;
}

function typesWith(type: string): string {
  return bookParts('')['[Content_Types].xml']!.replace(
    '</Types>',
    `<Override PartName="/xl/e.bin" ContentType="${type}"/></Types>`,
  );
}

function encoded(sheet: Uint8Array): Uint8Array {
  const parts = Object.fromEntries(Object.entries(bookParts('')).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': sheet });
}

it('UTF-16 with and without a mark is read; bytes that are no UTF-8 are refused', () => {
  const text = `<worksheet xmlns="${NS}"><sheetData>${inline('<t>Sở Y tế</t>')}</sheetData></worksheet>`;
  const little = new Uint8Array(Buffer.from(text, 'utf16le'));
  const big = new Uint8Array(Buffer.from(text, 'utf16le').swap16());
  for (const bytes of [little, big, Uint8Array.of(0xff, 0xfe, ...little), Uint8Array.of(0xfe, 0xff, ...big)])
    expect(outcome(encoded(bytes))).toEqual([['Sở Y tế']]);
  const bad = strToU8(text);
  bad[bad.indexOf(0xe1)] = 0x41;
  expect(outcome(encoded(bad))).toBe('broken');
  expect(outcome(encoded(little.subarray(1)))).toBe('broken');
});

it('a part packed more tightly than any sheet is refused before it is unpacked', () => {
  const sheet = `<worksheet xmlns="${NS}">${' '.repeat(9_000_000)}${real}</worksheet>`;
  expect(outcome(book('', { 'xl/worksheets/sheet1.xml': sheet }))).toBe('bomb');
  expect(outcome(book('', { '[Content_Types].xml': `<Types>${' '.repeat(17_000_000)}</Types>` }))).toBe('bomb');
});

it('a workbook whose styles are one empty element keeps whole', () => {
  for (const root of ['<styleSheet xmlns="X"/>', '<x:styleSheet xmlns:x="X"/>']) {
    const { file } = readWorkbook(book(value('1'), { 'xl/styles.xml': root.replace('X', NS) }));
    const written = writeWorkbook(file, { sheets: [fullPlan('Xếp hạng')], edits: [] });
    expect(outcome(written)).toEqual([[1]]);
    expect(partsOf(written)['xl/styles.xml']).toMatch(/<(x:)?cellXfs count="\d+">.*<\/(x:)?styleSheet>$/s);
  }
});

it('a signature goes with everything that names it: it would be false', () => {
  const S = 'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature';
  const parts = bookParts(value('1'));
  const signed = zip({
    ...parts,
    '[Content_Types].xml': typesWith(
      'application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml',
    ).replace('xl/e.bin', '_xmlsignatures/sig1.xml'),
    '_rels/.rels': parts['_rels/.rels']!.replace(
      '</Rel',
      `<Relationship Id="s" Type="${S}/origin" Target="_xmlsignatures/o.sigs"/></Rel`,
    ),
    '_xmlsignatures/o.sigs': '',
    '_xmlsignatures/_rels/o.sigs.rels': `<Relationships><Relationship Id="a" Type="${S}/signature" Target="sig1.xml"/><Relationship Id="b" Type="${S}/signature" Target="/xl/workbook.xml"/></Relationships>`,
    '_xmlsignatures/sig1.xml': '<Signature/>',
  });
  const { file } = readWorkbook(signed);
  expect(file.signed).toBe(true);
  const written = writeWorkbook(file, { sheets: [fullPlan('Xếp hạng')], edits: [] });
  expect(JSON.stringify(partsOf(written))).not.toMatch(/signature/i);
  expect(readWorkbook(written).file.signed).toBe(false);
  expect(outcome(written)).toEqual([[1]]);
});

/** The quickest of a few runs, so that a busy machine does not count. */
function quickest(work: () => unknown): number {
  let best = Infinity;
  for (let turn = 0; turn < 5; turn += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

it.each<[string, (size: number) => () => unknown]>([
  ['an attribute name', (n) => prepared(book('', { 'xl/styles.xml': `<a ${'b'.repeat(n)}/>` }))],
  ['attributes without values', (n) => prepared(book('', { 'xl/styles.xml': `<a ${'b '.repeat(n)}/>` }))],
  ['guides in a text', (n) => prepared(book(inline(`<t>a</t>${'<rPh>'.repeat(n)}`)))],
  ['CDATA that begins and begins', (n) => prepared(book(value('<![CDATA['.repeat(n))))],
  ['CDATA after CDATA', (n) => prepared(book(value('<![CDATA[1]]>'.repeat(n))))],
  ['blanks in a text', (n) => prepared(book(inline(`<t>${' '.repeat(n)}x${' '.repeat(n)}x</t>`)))],
  ['ampersands', (n) => prepared(book(inline(`<t>${'&amp;'.repeat(n)}</t>`)))],
  ['merged cells that do not end', (n) => prepared(book(`</sheetData>${'<mergeCell '.repeat(n)}`))],
  ['comments', (n) => prepared(book('<!-- -->'.repeat(n)))],
  ['brackets in a number format', (n) => () => isDateFormat('['.repeat(n))],
])('time grows as %s does', (_, make) => {
  // Up to a size at which a quadratic reader takes many times as long.
  const [small, twice, four] = [20_000, 40_000, 80_000].map((size) => make(size)) as (() => unknown)[];
  const times = [small!, twice!, four!].map(quickest) as [number, number, number];
  expect(times[2]).toBeLessThan(9 * Math.max(times[0], 3));
});

function prepared(bytes: Uint8Array): () => unknown {
  return () => outcome(bytes);
}
