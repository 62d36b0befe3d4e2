/** Hidden columns that decide official points: said in forms, long tables, matrices and bảng ngang, and nowhere else. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { book as file } from '#test/xlsx/helpers';
import { book, found, ranking, run, sheet, type Rows } from '#test/support/book';
import { readWorkbook } from '#xlsx/index';

const hidden = (...rows: Parameters<typeof book>): string[] =>
  found(book(...rows)).filter((one) => one.startsWith('column.hidden'));

const SET: Rows = [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
  ['1', 'Một cửa', 600, 'Chấm điểm'],
  ['2', 'Hồ sơ', 400, 'Chấm điểm'],
];
const LONG: Rows = [
  ['Đơn vị', 'Mã chỉ số', 'Điểm tự chấm', 'Điểm thẩm định', 'Ghi chú'],
  ['Xã An Bình', '1', 500, 450, 'x'],
  ['Xã An Bình', '2', 300, null, null],
];
const MATRIX: Rows = [
  ['Đơn vị', '1', '2'],
  ['Xã An Bình', 300, 350],
  ['Xã Bình Minh', 350, 300],
];
const CROSS: Rows = [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Xã An Bình', 'Xã Bình Minh'],
  ['1', 'Một cửa', 600, 500, 400],
  ['2', 'Hồ sơ', 400, 300, 350],
];

it('H01: both forms, at the header of the column; the points stay what they are', () => {
  const { picture } = readWorkbook(readFileSync('test/field/H01.xlsx'));
  expect(found(picture)).toEqual(['column.hidden A!E2', 'column.hidden B!E2']);
  expect(ranking(picture)).toEqual({ 'Xã Bình Lợi': [600, 1], 'Xã An Bình': [200, 2] });
  expect(run(picture).findings.map(({ severity }) => severity)).toEqual(['note', 'note']);
});

it('a long table, a matrix, a cross table', () => {
  const set = sheet('Bộ', SET);
  expect(hidden(set, sheet('L', LONG, { hiddenColumns: [3] }))).toEqual(['column.hidden L!D1']);
  expect(hidden(set, sheet('M', MATRIX, { hiddenColumns: [2] }))).toEqual(['column.hidden M!C1']);
  expect(hidden(sheet('C', CROSS, { hiddenColumns: [4] }))).toEqual(['column.hidden C!E1']);
});

it('self-assessed points that count where nothing was verified', () => {
  const set = sheet('Bộ', SET);
  expect(hidden(set, sheet('L', LONG, { hiddenColumns: [2] }))).toEqual(['column.hidden L!C1']);
  const verified: Rows = [...LONG.slice(0, 2), ['Xã An Bình', '2', 300, 300, null]];
  expect(hidden(set, sheet('L', verified, { hiddenColumns: [2] }))).toEqual([]);
});

it('not columns that decide nothing: notes, evidence, an empty one', () => {
  const set = sheet('Bộ', SET);
  expect(hidden(set, sheet('L', LONG, { hiddenColumns: [4, 5, 9] }))).toEqual([]);
  const empty: Rows = LONG.map((row, place) => (place === 0 ? row : [...row.slice(0, 3), null, null]));
  expect(hidden(set, sheet('L', empty, { hiddenColumns: [3] }))).toEqual([]);
});

it('hidden columns of a file: hidden, no width, a span, a default of no width', () => {
  const cells = ['A', 'B', 'C', 'D'].map((letter) => `<c r="${letter}1"><v>1</v></c>`).join('');
  const data = `<sheetData><row r="1">${cells}</row></sheetData>`;
  const columns = (before: string): number[] | undefined =>
    readWorkbook(
      file('', {
        'xl/worksheets/sheet1.xml':
          `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${before}${data}</x:worksheet>`
            .replaceAll('<sheetData', '<x:sheetData')
            .replaceAll('</sheetData', '</x:sheetData')
            .replace(/<(\/?)(row|c|v)(?=[ >])/g, '<$1x:$2'),
      }),
    ).picture.sheets[0]!.hiddenColumns;
  expect(columns('')).toBeUndefined();
  expect(columns('<x:cols><x:col min="1" max="2" width="9"/></x:cols>')).toBeUndefined();
  expect(columns('<x:cols><x:col min="2" max="2" hidden="1"/></x:cols>')).toEqual([1]);
  expect(columns('<x:cols><x:col min="2" max="2" hidden="true" width="0"/></x:cols>')).toEqual([1]);
  expect(columns('<x:cols><x:col min="3" max="16384" width="0" customWidth="1"/></x:cols>')).toEqual([2, 3]);
  expect(columns('<x:sheetFormatPr defaultColWidth="0"/><x:cols><x:col min="1" max="2" width="9"/></x:cols>')).toEqual([
    2, 3,
  ]);
});

it('a host that tells of some columns only: what it knows is said, and that the rest is not known', () => {
  const wide = book(sheet('Bộ', SET), sheet('M', MATRIX, { askedColumns: [], hiddenColumns: [] }));
  expect(run(wide).notRun.map(({ id }) => id)).toContain('column.hidden');
  const known = book(sheet('Bộ', SET), sheet('L', LONG, { askedColumns: [2, 3], hiddenColumns: [3] }));
  expect(run(known).notRun.map(({ id }) => id)).not.toContain('column.hidden');
  expect(found(known)).toContain('column.hidden L!D1');
});
