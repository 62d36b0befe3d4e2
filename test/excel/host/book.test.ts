/** The host's workbook by itself: what is typed, formulas, copies, files. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import type { SheetPlan } from '#core/workbook/plan';
import { bookOf, openBook } from '#local/excel-host/load';
import { parseArea } from '#local/excel-host/model/areas';
import { Book } from '#local/excel-host/model/book';
import { copyCells } from '#local/excel-host/model/copy';
import { enter } from '#local/excel-host/model/enter';
import { categoryOf, shown } from '#local/excel-host/model/shown';
import { pictureOf, planOf, saveBook } from '#local/excel-host/save';
import { newWorkbook, readWorkbook } from '#xlsx/index';

function bookWith(cells: Record<string, Record<string, number | string>>): Book {
  const book = new Book();
  for (const [name, list] of Object.entries(cells)) {
    const sheet = book.add(name);
    for (const [cell, value] of Object.entries(list)) {
      const { top, left } = parseArea(cell)!;
      book.type(sheet, top, left, String(value));
    }
  }
  return book;
}

describe('what is typed', () => {
  it.each([
    ['1.10', 'General', 1.1],
    ['1.10', '@', '1.10'],
    ["'1.10", 'General', '1.10'],
    ["'=A1", '@', '=A1'],
    ['1,234.5', 'General', 1234.5],
    ['50%', 'General', 0.5],
    ['TRUE', 'General', true],
    ['95,5', 'General', '95,5'],
    ['chữ', 'General', 'chữ'],
    ['-', 'General', '-'],
  ])('%s in %s is %s', (text, format, value) => expect(enter(text, format).value).toBe(value));

  it('may be a date, an error, a formula', () => {
    expect(enter('1/2/2024', 'General')).toEqual({ value: 45_293, format: 'm/d/yyyy' });
    expect(enter('#N/A', 'General')).toEqual({ value: '#N/A', kind: 'error' });
    expect(enter('=A1', 'General')).toEqual({ value: null, formula: '=A1' });
    expect(enter('=A1', '@')).toEqual({ value: '=A1' });
  });
});

it('texts follow the regional setting', () => {
  const text = (value: number, format: string): string => shown({ value, format, look: {} }, ',');
  expect([text(95.5, 'General'), text(4.1, '0.00'), text(0.955, '0.0%'), text(1234567.8, '#,##0.0')]).toEqual([
    '95,5',
    '4,10',
    '95,5%',
    '1.234.567,8',
  ]);
  const signed = '+0.00;-0.00;0.00';
  expect([text(0.5, signed), text(-0.5, signed), text(0, signed)]).toEqual(['+0,50', '-0,50', '0,00']);
  expect([text(0, '+0;-0'), text(-1, '0.0')]).toEqual(['+0', '-1,0']);
  expect(text(45_293, 'dd/mm/yyyy')).toBe('02/01/2024');
  expect(['General', '@', '0%', 'dd/mm/yyyy', '0.00', '"x"0'].map(categoryOf)).toEqual([
    'General',
    'Text',
    'Percentage',
    'Date',
    'Number',
    'Custom',
  ]);
});

describe('formulas', () => {
  it('that point at other sheets compute', () => {
    const book = bookWith({
      'Xếp hạng': { A1: 3, A2: 4 },
      Mình: { A1: "='Xếp hạng'!A1*2", A2: "=SUM('Xếp hạng'!A1:A2)", A3: '=A1&" điểm"', A4: '=IF(A2>5,1,0)' },
    });
    const values = (): unknown[] => [0, 1, 2, 3].map((row) => book.value('Mình', row, 0));
    expect(values()).toEqual([6, 7, '6 điểm', 1]);
    book.type(book.find('Xếp hạng')!, 0, 0, '10');
    expect(values()).toEqual([20, 14, '20 điểm', 1]);
  });

  it('follow a rename and break for good when the sheet goes', () => {
    const book = bookWith({ Mình: { A1: 'x' }, 'Xếp hạng': { A1: 3 } });
    const mine = book.find('Mình')!;
    book.type(mine, 1, 0, "='Xếp hạng'!A1");
    book.rename(book.find('Xếp hạng')!, 'Khác');
    expect(mine.at(1, 0)!.formula).toBe('=Khác!A1');
    book.remove(book.find('Khác')!);
    book.add('Khác');
    book.calculate(true);
    expect(mine.at(1, 0)).toMatchObject({ value: '#REF!', kind: 'error' });
  });

  it('beyond the evaluator keep their result; circles end', () => {
    const book = bookWith({ Mình: { A1: 1 } });
    const sheet = book.sheets[0]!;
    sheet.make(0, 1).value = 7;
    sheet.make(0, 1).formula = '=VLOOKUP(A1,C:D,2,0)';
    book.type(sheet, 1, 0, '=A2+1');
    expect(book.value('Mình', 0, 1)).toBe(7);
    book.type(sheet, 2, 0, '=A1/0');
    expect(sheet.at(2, 0)).toMatchObject({ value: '#DIV/0!', kind: 'error' });
  });
});

it('copies repeat in a target that is a multiple of the source, and move formulas', () => {
  const book = bookWith({ Một: { A1: 1, B1: '=A1+1' }, Hai: {} });
  const [one, two] = book.sheets as [Book['sheets'][0], Book['sheets'][0]];
  one.merge({ top: 0, left: 2, bottom: 0, right: 3 });
  const written = copyCells(
    { sheet: one, area: parseArea('A1:B1')! },
    { sheet: two, area: parseArea('A3:B4')! },
    'All',
  );
  expect(written).toEqual({ top: 2, left: 0, bottom: 3, right: 1 });
  expect([2, 3].map((row) => two.at(row, 1)!.formula)).toEqual(['=A3+1', '=A4+1']);
  expect(two.merges).toEqual([]);
});

describe('files', () => {
  const plan = (name: string, rows: (number | string | null)[][]): SheetPlan => ({
    name,
    visibility: 'visible',
    styles: [{}, { format: '0.00', bold: true }],
    widths: [10, 20],
    rows: rows.map((cells) => ({
      cells: cells.map((value) => (value === null ? null : { value, style: typeof value === 'number' ? 1 : 0 })),
    })),
    merges: [{ top: 2, left: 0, bottom: 2, right: 1 }],
    freeze: { rows: 1, columns: 0 },
    filter: null,
    charts: [],
    print: null,
  });
  const bytes = newWorkbook([
    plan('Dữ liệu', [
      ['Đơn vị', 'Điểm'],
      ['Sở Y tế', 95.5],
      ['Ghi chú', null],
    ]),
    plan('Hai', [['x', 1]]),
  ]);

  it('open as they are', () => {
    const { book } = openBook(bytes);
    expect(pictureOf(book)).toEqual(readWorkbook(bytes).picture);
    expect(book.sheets[0]).toMatchObject({ freeze: { rows: 1, columns: 0 } });
    expect(book.sheets[0]!.edited.size).toBe(0);
  });

  it('are saved with what was changed and what was added', () => {
    const { book, file } = openBook(bytes);
    const sheet = book.sheets[0]!;
    book.type(sheet, 1, 1, '96');
    const added = book.add('Mới');
    book.type(added, 0, 0, 'chữ');
    added.dress(parseArea('A1')!, { bold: true, fill: '#FFEEDD' });
    const again = openBook(saveBook(book, file));
    expect(pictureOf(again.book)).toEqual(pictureOf(book));
    expect(again.book.value('Dữ liệu', 1, 1)).toBe(96);
  });

  it('are written anew where a sheet is gone', () => {
    const { book, file } = openBook(bytes);
    book.remove(book.sheets[0]!);
    const again = openBook(saveBook(book, file));
    expect(pictureOf(again.book)).toEqual(pictureOf(book));
  });

  it('keep merges, widths and links in plans', () => {
    const { book } = openBook(bytes);
    const sheet = book.sheets[0]!;
    sheet.link(1, 0, { documentReference: "'Hai'!A1", textToDisplay: 'Sở Y tế' });
    const made = planOf(sheet);
    expect(made.merges).toEqual([{ top: 2, left: 0, bottom: 2, right: 1 }]);
    expect(made.rows[1]!.cells[0]).toMatchObject({ link: { sheet: 'Hai', cell: 'A1' } });
    expect(Math.round(made.widths[1]!)).toBe(20);
  });

  it('a picture is a workbook too', () => {
    const cells: Cell[] = [
      'a',
      1,
      { value: 45_000, kind: 'date', format: 'dd/mm/yyyy' },
      { value: '#REF!', kind: 'error' },
    ];
    const picture = {
      sheets: [
        {
          name: 'S',
          visibility: 'visible' as const,
          rows: [{ index: 3, cells, hidden: true as const }],
          merges: [],
          hiddenRowsKnown: true,
        },
      ],
    };
    expect(pictureOf(bookOf(picture))).toEqual(picture);
  });
});
