import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook, UnusableFile } from '#xlsx/index';
import { book, bookParts, NS, R, zip } from '#test/xlsx/helpers';

const cells = (xml: string, change = {}): unknown[] =>
  readWorkbook(book(`<row r="1">${xml}</row>`, change)).picture.sheets[0]!.rows[0]?.cells ?? [];

describe('cells', () => {
  it.each([
    ['shared string', '<c r="A1" t="s"><v>0</v></c>', 'Sở Y tế'],
    ['rich text joined, phonetic guide skipped', '<c r="A1" t="s"><v>1</v></c>', 'Sở Nội vụ'],
    ['escaped characters', '<c r="A1" t="s"><v>2</v></c>', 'A & b'],
    ['inline text', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>', ' x '],
    ['blanks that are not preserved', '<c r="A1" t="inlineStr"><is><t> x </t></is></c>', 'x'],
    ['number', '<c r="A1"><v>4.5</v></c>', 4.5],
    ['boolean', '<c r="A1" t="b"><v>1</v></c>', true],
    ['error', '<c r="A1" t="e"><v>#REF!</v></c>', { value: '#REF!', kind: 'error' }],
    ['date', '<c r="A1" s="1"><v>45000</v></c>', { value: 45000, kind: 'date', format: 'dd/mm/yyyy' }],
    ['percent', '<c r="A1" s="2"><v>0.8</v></c>', { value: 0.8, format: '0%' }],
    ['format', '<c r="A1" s="3"><v>4.1</v></c>', { value: 4.1, format: '0.00' }],
    ['formula', '<c r="A1"><f>1+1</f><v>2</v></c>', { value: 2, formula: true }],
    ['formula without a result', '<c r="A1"><f>1+1</f></c>', { value: null, kind: 'uncalculated', formula: true }],
    ['formula with a text', '<c r="A1" t="str"><f>"a"</f><v>a</v></c>', { value: 'a', formula: true }],
    ['ISO date', '<c r="A1" t="d"><v>2023-03-15</v></c>', { value: 45000, kind: 'date' }],
    ['number in CDATA', '<c r="A1"><v><![CDATA[4.5]]></v></c>', 4.5],
    ['text in CDATA', '<c r="A1" t="inlineStr"><is><t><![CDATA[a < b & c]]></t></is></c>', 'a < b & c'],
    [
      'formula result in CDATA',
      '<c r="A1" t="str"><f>B1</f><v><![CDATA[a & b]]></v></c>',
      { value: 'a & b', formula: true },
    ],
    ['single quotes', "<c r='A1' t='b'><v>0</v></c>", false],
    ['no reference', '<c><v>7</v></c>', 7],
  ])('%s', (_, xml, expected) => expect(cells(xml)).toEqual([expected]));

  it('an empty text is empty, and so is a formatted cell', () => {
    expect(cells('<c r="A1" t="s"><v>3</v></c><c r="B1" s="1"/><c r="C1" t="str"><f>""</f><v></v></c>')).toEqual([]);
  });
  it('1904 dates count from 1900', () => {
    const workbook = bookParts('')['xl/workbook.xml']!.replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    expect(cells('<c r="A1" s="1"><v>43538</v></c>', { 'xl/workbook.xml': workbook })).toMatchObject([
      { value: 45000, kind: 'date' },
    ]);
  });
  it('merges, hidden rows, hidden sheets, prefixes', () => {
    const sheet = `<x:worksheet xmlns:x="${NS}"><x:sheetData><x:row r="3" hidden="1"><x:c r="B3" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="B3:C4"/></x:mergeCells></x:worksheet>`;
    const workbook = bookParts('')['xl/workbook.xml']!.replace('sheetId="1"', 'sheetId="1" state="veryHidden"');
    expect(
      readWorkbook(book('', { 'xl/worksheets/sheet1.xml': sheet, 'xl/workbook.xml': workbook })).picture.sheets[0],
    ).toEqual({
      name: 'Dữ liệu',
      visibility: 'veryHidden',
      hiddenRowsKnown: true,
      merges: [{ top: 2, left: 1, bottom: 3, right: 2 }],
      rows: [{ index: 2, cells: [null, 'a'], hidden: true }],
    });
  });
  it('strict files are read', () => {
    const strict = Object.fromEntries(
      Object.entries(bookParts('<row r="1"><c r="A1"><v>1</v></c></row>')).map(([name, text]) => [
        name,
        text
          .replaceAll(NS, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
          .replaceAll(R, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
      ]),
    );
    const { picture, file } = readWorkbook(zip(strict));
    expect(picture.sheets[0]!.rows).toEqual([{ index: 0, cells: [1] }]);
    expect(file.strict).toBe(true);
  });
});

function cfb(word: string): Uint8Array {
  const bytes = new Uint8Array(1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...word].forEach((c, i) => (bytes[512 + 2 * i] = c.charCodeAt(0)));
  return bytes;
}

const good = book('<row r="1"><c r="A1"><v>1</v></c></row>');
/** The good file with bytes changed at the first place of a signature in it. */
function patched(signature: number, offset: number, value: number[]): Uint8Array {
  const bytes = good.slice();
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < bytes.length - 4; i += 1) {
    if (view.getUint32(i, true) !== signature) continue;
    bytes.set(value, i + offset);
    return bytes;
  }
  throw new Error('no signature');
}
const macroTypes = bookParts('')['[Content_Types].xml']!.replace(
  'spreadsheetml.sheet.main',
  'ms-excel.sheet.macroEnabled.main',
);
const binaryTypes = bookParts('')['[Content_Types].xml']!.replace(
  'spreadsheetml.sheet.main',
  'ms-excel.sheet.binary.macroEnabled.main',
);
const twice = ((): Uint8Array => {
  const bytes = zip({ ...bookParts(''), 'xl/aa.xml': '<a/>', 'xl/ab.xml': '<a/>' });
  const name = new TextEncoder().encode('xl/ab.xml');
  for (let i = 0; i < bytes.length - name.length; i += 1)
    if (name.every((byte, k) => bytes[i + k] === byte)) bytes[i + 4] = 0x61;
  return bytes;
})();

describe('files that cannot be used, each with its reason', () => {
  it.each<[string, string, Uint8Array]>([
    ['nothing', 'empty', new Uint8Array(0)],
    ['a text', 'not-zip', strToU8('Đơn vị;Điểm\n')],
    ['password', 'encrypted', cfb('EncryptedPackage')],
    ['old .xls', 'old-xls', cfb('Workbook')],
    ['cut', 'truncated', good.subarray(0, good.length - 40)],
    ['macro', 'macro', book('', { 'xl/vbaProject.bin': 'x' })],
    ['macro by type', 'macro', book('', { '[Content_Types].xml': macroTypes })],
    ['.ods', 'ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' })],
    [
      'DOCTYPE',
      'doctype',
      book('', { 'xl/workbook.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${bookParts('')['xl/workbook.xml']}` }),
    ],
    ['DOCTYPE in a sheet', 'doctype', book('', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a><worksheet/>' })],
    ['a name twice', 'duplicate-name', twice],
    ['no sheets', 'no-sheets', book('', { 'xl/workbook.xml': `<workbook xmlns="${NS}"><sheets/></workbook>` })],
    ['a sheet without a part', 'broken', book('', { 'xl/worksheets/sheet1.xml': null })],
    ['binary workbook', 'xlsb', book('', { '[Content_Types].xml': binaryTypes })],
    ['a text document', 'not-workbook', book('', { 'xl/workbook.xml': '<w:document xmlns:w="x"/>' })],
    ['another zip', 'not-workbook', zip({ 'a.txt': 'a' })],
    ['bad XML', 'broken', book('', { 'xl/workbook.xml': '<workbook><sheets></workbook>' })],
    ['a row beyond the sheet', 'broken', book('<row r="1048577"><c><v>1</v></c></row>')],
    ['a column beyond the sheet', 'broken', book('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
    ['wrong CRC', 'broken', patched(0x02014b50, 16, [1, 2, 3, 4])],
    ['directory that understates a size', 'bomb', patched(0x02014b50, 24, [5, 0, 0, 0])],
    ['directory that declares 1 GB', 'bomb', patched(0x02014b50, 24, [0, 0, 0, 0x40])],
    ['ratio', 'bomb', zipSync({ 'a.xml': new Uint8Array(40 * 1024 * 1024) })],
    [
      '4,097 parts',
      'bomb',
      zipSync(Object.fromEntries(Array.from({ length: 4097 }, (_, i) => [`${i}`, new Uint8Array(0)]))),
    ],
    ['more than 64 MB', 'too-large', new Uint8Array(64 * 1024 * 1024 + 1)],
  ])('%s: %s', (_, reason, bytes) => {
    let caught: unknown;
    try {
      readWorkbook(bytes);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(UnusableFile);
    expect((caught as UnusableFile).reason).toBe(reason);
  });
});

it('a million empty rows are passed over quickly', () => {
  const rows = Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 1}" s="1" customFormat="1"/>`).join('');
  const before = performance.now();
  expect(readWorkbook(book(rows)).picture.sheets[0]!.rows).toEqual([]);
  expect(performance.now() - before).toBeLessThan(10_000);
});
