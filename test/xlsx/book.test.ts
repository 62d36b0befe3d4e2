/** A new workbook with formulas, as forms are: what stands in it, and that spreadsheets and our own reader take it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Book, BookSheet, BookValidation } from '#core/workbook/book';
import { fitsInline } from '#core/workbook/book';
import { scalarOf } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { newBook, newWorkbook, readWorkbook } from '#xlsx/index';
import { cutAtWord } from '#xlsx/validation-xml';
import { fullPlan, partsOf, sheetPlan } from '#test/xlsx/helpers';

const text = { title: 'Số hồ sơ', text: 'Điền số nguyên, không âm' };
const validation = { prompt: text, error: text, strict: true } as const;
const cell = (row: number, column: number): BookValidation['area'] => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});

/** A form of one row: a in B, b in C, points in D, what is still missing in E. */
function form(change: Partial<BookSheet> = {}): BookSheet {
  return {
    ...sheetPlan('Phiếu'),
    styles: [{}, { unlocked: true, fill: '#FFF2CC' }, { wrap: true, unlocked: true }],
    rows: [
      { cells: ['Mã', 'a', 'b', 'Điểm', 'Kiểm tra'].map((value) => ({ value, style: 0 })) },
      {
        cells: [
          { value: '=1+1', style: 0 },
          { value: 3, style: 1 },
          { value: 4, style: 1 },
          { value: '', style: 0, formula: 'IF(C2=0,"",INT((2*B2*10*100+C2)/(2*C2))/100)' },
          { value: '', style: 0, formula: 'IF(B2<=C2,"✓ đủ & đúng","a > b")' },
          { value: null, style: 2, formula: 'B2+C2' },
        ],
      },
    ],
    protect: true,
    ...change,
  };
}

function whole(): Book {
  const items = ['Đạt, đúng hạn', 'Đạt "một phần"', 'Không'];
  return {
    sheets: [
      form({
        filter: { top: 0, left: 0, bottom: 1, right: 4 },
        merges: [{ top: 4, left: 0, bottom: 4, right: 3 }],
        charts: fullPlan('x').charts,
        print: fullPlan('x').print,
        rows: [...form().rows, { cells: [{ value: 'Về đầu trang', style: 0, link: { sheet: 'Phiếu', cell: 'A1' } }] }],
        validations: [
          { ...validation, kind: 'whole', least: 0, most: null, area: cell(1, 1) },
          { ...validation, kind: 'decimal', least: 0, most: 100.5, area: cell(1, 2), strict: false },
          { ...validation, kind: 'list', items: ['Có', 'Không'], area: cell(2, 1) },
          { ...validation, kind: 'list', items: { name: 'DS_1' }, area: cell(2, 2) },
        ],
        conditions: [
          { area: cell(1, 4), formula: 'LEFT(E2,1)<>"✓"', style: { color: '#9C0006', fill: '#FFC7CE', bold: true } },
          { area: cell(1, 3), formula: 'D2=""', style: { fill: '#FFC7CE' } },
        ],
      }),
      sheetPlan('_danh mục', {
        visibility: 'hidden',
        rows: items.map((value) => ({ cells: [{ value, style: 0 }] })),
      }),
    ],
    names: [{ name: 'DS_1', sheet: '_danh mục', area: { top: 0, left: 0, bottom: 2, right: 0 } }],
  };
}

it('the elements of a sheet stand in the order of the format', () => {
  const parts = partsOf(newBook(whole()));
  const sheet = parts['xl/worksheets/sheet1.xml']!;
  const order = [
    'sheetData',
    'sheetProtection',
    'autoFilter',
    'mergeCells',
    'conditionalFormatting',
    'conditionalFormatting',
    'dataValidations',
    'hyperlinks',
    'pageMargins',
    'pageSetup',
    'headerFooter',
    'drawing',
  ];
  expect([...sheet.matchAll(/<(\w+)/g)].map((one) => one[1]!).filter((name) => order.includes(name))).toEqual(order);
  expect(sheet).toContain(
    '<c r="D2" t="str"><f>IF(C2=0,&quot;&quot;,INT((2*B2*10*100+C2)/(2*C2))/100)</f><v xml:space="preserve"></v></c>',
  );
  const book = parts['xl/workbook.xml']!;
  expect([...book.matchAll(/<(sheets|definedNames|calcPr)/g)].map((one) => one[1])).toEqual([
    'sheets',
    'definedNames',
    'calcPr',
  ]);
  expect(book).toContain('fullCalcOnLoad="1"');
  expect(book).toContain(`<definedName name="DS_1">'_danh mục'!$A$1:$A$3</definedName>`);
});

/** The format of a cell of the first sheet. */
function formatOf(parts: Record<string, string>, reference: string): string {
  const styles = parts['xl/styles.xml']!;
  const formats = styles.slice(styles.indexOf('<cellXfs')).match(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g)!;
  const style = new RegExp(`r="${reference}" s="(\\d+)"`).exec(parts['xl/worksheets/sheet1.xml']!)?.[1];
  return formats[Number(style ?? 0)]!;
}

it('only cells for input are unlocked, and a text that looks like a formula stays a text', () => {
  const parts = partsOf(newBook({ sheets: [form()], names: [] }));
  expect(formatOf(parts, 'B2')).toMatch(/applyProtection="1".*locked="0"/);
  expect(formatOf(parts, 'D2')).not.toContain('protection');
  expect(formatOf(parts, 'A2')).toContain('quotePrefix="1"');
  expect(formatOf(parts, 'F2')).toMatch(/<alignment[^>]*\/><protection/);
});

it('our reader takes formulas with what they show', () => {
  const { rows } = readWorkbook(newBook({ sheets: [form()], names: [] })).picture.sheets[0]!;
  expect(rows[1]!.cells).toEqual(['=1+1', 3, 4, null, null, { value: null, kind: 'uncalculated', formula: true }]);
  const cached = form();
  cached.rows[1]!.cells[3] = { value: 7.5, style: 0, formula: 'ROUND(7.5,1)' };
  cached.rows[1]!.cells[4] = { value: ' còn thiếu', style: 0, formula: '" còn thiếu"' };
  const again = readWorkbook(newBook({ sheets: [cached], names: [] })).picture.sheets[0]!.rows[1]!;
  expect(again.cells.slice(3, 5)).toEqual([
    { value: 7.5, formula: true },
    { value: ' còn thiếu', formula: true },
  ]);
});

it('same book, same bytes; sheets of values are written as before', () => {
  expect(newBook(whole())).toEqual(newBook(whole()));
  const parts = partsOf(newWorkbook([fullPlan('Xếp hạng')]));
  expect(parts['xl/workbook.xml']).not.toContain('calcPr');
  expect(parts['xl/styles.xml']).not.toMatch(/protection|dxf/i);
});

it('titles and texts of messages are cut behind a word', () => {
  expect(cutAtWord('Số hồ sơ', 8)).toBe('Số hồ sơ');
  expect(cutAtWord('Số hồ sơ trực tuyến', 8)).toBe('Số hồ…');
  expect(cutAtWord('Số hồ sơ trực tuyến', 9)).toBe('Số hồ sơ…');
  expect(cutAtWord('aaaaaaaaaa', 5)).toBe('aaaa…');
  expect(cutAtWord('aaa😀😀', 5)).toBe('aaa…');
  expect(cutAtWord('aaae\u0323\u0302bb', 6)).toBe('aaa…');
  const long = { title: 'Tổng số hồ sơ thủ tục hành chính đã tiếp nhận', text: 'dòng một\n"hai" & <ba> '.repeat(30) };
  const one: BookValidation = {
    kind: 'whole',
    least: null,
    most: null,
    area: cell(0, 0),
    prompt: long,
    error: long,
    strict: true,
  };
  const sheet = partsOf(newBook({ sheets: [form({ validations: [one] })], names: [] }))['xl/worksheets/sheet1.xml']!;
  const said = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(sheet)![1]!.replace(/&#10;|&\w+;/g, 'x');
  expect(said('promptTitle')).toBe('Tổng số hồ sơ thủ tục hành…');
  expect(said('prompt').length).toBeLessThanOrEqual(255);
  expect(said('prompt').length).toBeGreaterThan(240);
  expect(sheet).toContain('dòng một&#10;&quot;hai&quot; &amp; &lt;ba&gt;');
});

it('a list that does not fit where it is used needs cells and a name', () => {
  expect(fitsInline(['Có', 'Không'])).toBe(true);
  for (const items of [[], [''], ['a,b'], ['"'], [' a'], ['=a'], ['a\nb'], Array<string>(60).fill('abcd')])
    expect(fitsInline(items), items.join('|')).toBe(false);
  const with_ = (items: BookValidation & { kind: 'list' }): Book => ({
    sheets: [form({ validations: [items] })],
    names: [],
  });
  expect(() => newBook(with_({ ...validation, kind: 'list', items: ['a,b'], area: cell(1, 1) }))).toThrow(RangeError);
  expect(() => newBook(with_({ ...validation, kind: 'list', items: { name: 'DS' }, area: cell(1, 1) }))).toThrow(/DS/);
});

it('what no spreadsheet would take is refused', () => {
  for (const name of ['A1', 'R1C1', 'c', '1a', 'a b', 'a-b', ''])
    expect(() => newBook({ sheets: [form()], names: [{ name, sheet: 'Phiếu', area: cell(0, 0) }] }), name).toThrow(
      RangeError,
    );
  expect(() => newBook({ sheets: [form()], names: [{ name: 'DS', sheet: 'Khác', area: cell(0, 0) }] })).toThrow(/Khác/);
  for (const formula of ['', '=1', `1${'+1'.repeat(5000)}`])
    expect(() =>
      newBook({ sheets: [form({ rows: [{ cells: [{ value: '', style: 0, formula }] }] })], names: [] }),
    ).toThrow(RangeError);
});

const PROGRAM = 'soffice';
const hasOffice = spawnSync(PROGRAM, ['--version']).status === 0;

/** The parts of the book after LibreOffice opened and saved it, and what our reader sees then. */
function throughOffice(book: Book): { parts: Record<string, string>; picture: Picture } {
  const folder = mkdtempSync(join(tmpdir(), 'book-'));
  try {
    const file = join(folder, 'phiếu.xlsx');
    writeFileSync(file, newBook(book));
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const out = join(folder, 'out');
    const words = ['--headless', '--norestore', `-env:UserInstallation=${profile}`, '--convert-to', 'xlsx'];
    const run = spawnSync(PROGRAM, [...words, '--outdir', out, file], { encoding: 'utf8', timeout: 100_000 });
    expect(run.status, run.stderr).toBe(0);
    const bytes = readFileSync(join(out, 'phiếu.xlsx'));
    return { parts: partsOf(bytes), picture: readWorkbook(bytes).picture };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

// Skipped where no LibreOffice is installed.
it.skipIf(!hasOffice)(
  'LibreOffice works the formulas out, and keeps lists, protection and unlocked cells',
  { timeout: 120_000 },
  () => {
    const { parts, picture } = throughOffice(whole());
    const valueOf = (row: number, column: number): unknown =>
      scalarOf(picture.sheets[0]!.rows.find((one) => one.index === row)?.cells[column]);
    expect(valueOf(1, 0)).toBe('=1+1');
    // Shown as the empty text until then.
    expect(valueOf(1, 3)).toBe(7.5);
    expect(valueOf(1, 4)).toBe('✓ đủ & đúng');
    expect(valueOf(1, 5)).toBe(7);
    const sheet = parts['xl/worksheets/sheet1.xml']!;
    expect(sheet).toMatch(/<sheetProtection[^>]* sheet="(?:true|1)"/);
    for (const formula of ['&quot;Có,Không&quot;|"Có,Không"', 'DS_1', '100.5'])
      expect(sheet).toMatch(new RegExp(`<formula[12]>(?:${formula})</formula`));
    expect(sheet).toContain('promptTitle="Số hồ sơ"');
    expect(sheet).toContain('errorStyle="warning"');
    expect([...sheet.matchAll(/<cfRule[^>]*type="expression"/g)]).toHaveLength(2);
    expect(parts['xl/workbook.xml']!.replaceAll('&apos;', "'")).toMatch(
      /<definedName[^>]* name="DS_1"[^>]*>'_danh mục'!\$A\$1:\$A\$3</,
    );
    expect(formatOf(parts, 'B2')).toMatch(/<protection[^>]* locked="(?:false|0)"/);
    expect(formatOf(parts, 'D2')).not.toMatch(/locked="(?:false|0)"/);
  },
);
