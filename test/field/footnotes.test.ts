/** Raised marks of footnotes in files: no part of numbers, codes and names, and told there; kept where they are a power or a text. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { scalarOf } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { found, ranking } from '#test/support/book';
import { book as file } from '#test/xlsx/helpers';
import { readWorkbook } from '#xlsx/index';

const text = (value: string): string => `<t xml:space="preserve">${value}</t>`;
/** A text with a raised part behind it. */
const raised = (value: string, mark: string, rest = ''): string =>
  `<is><r>${text(value)}</r><r><rPr><b/><vertAlign val="superscript"/></rPr>${text(mark)}</r>${rest === '' ? '' : `<r>${text(rest)}</r>`}</is>`;
const plain = (value: string | number): string => `<is>${text(String(value))}</is>`;

/** A sheet of rows: numbers, texts, or the XML of a rich text. */
function picture(...rows: (number | string)[][]): Picture {
  const cells = rows.map((row, at) => {
    const inner = row.map((value, column) => {
      const place = `${'ABCDEFGH'[column]}${at + 1}`;
      if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
      return value === '' ? '' : `<c r="${place}" t="inlineStr">${value.startsWith('<') ? value : plain(value)}</c>`;
    });
    return `<row r="${at + 1}">${inner.join('')}</row>`;
  });
  return readWorkbook(file(cells.join(''))).picture;
}

const MATRIX = [
  ['TT', 'Đơn vị', '1.1', '1.2'],
  ['', 'Điểm tối đa', 600, 400],
];

describe('R01', () => {
  const { picture: handed } = readWorkbook(readFileSync('test/field/R01.xlsx'));

  it('reads 39, 40 and the name, and tells the three cells', () => {
    expect(ranking(handed)).toEqual({
      'Xã An Bình': [800, 1],
      'Xã Bình Lợi': [489, 2],
      'Phường Cẩm Tú': [420, 3],
    });
    expect(found(handed)).toEqual(['B6', 'C6', 'D5'].map((cell) => `text.footnote Bảng điểm!${cell}`));
  });

  it('offers no repair that would take the mark away', () => {
    const { findings } = scoreWorkbook(handed, { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' });
    expect(findings.map(({ severity, repair }) => [severity, repair])).toEqual(
      Array.from({ length: 3 }, () => ['warning', null]),
    );
  });
});

describe('its neighbours', () => {
  it.each<[string, Picture, Record<string, number>, string[]]>([
    [
      'a code in a header and a star at a maximum',
      picture(
        ['TT', 'Đơn vị', raised('1.1', '2'), '1.2'],
        ['', 'Điểm tối đa', raised('600', '*'), 400],
        [1, 'Xã An Bình', 500, 300],
      ),
      { 'Xã An Bình': 800 },
      ['C1', 'C2'],
    ],
    [
      'a decimal comma and a mark in brackets',
      picture(...MATRIX, [1, 'Xã An Bình', raised('39,5', '(1)'), 300]),
      { 'Xã An Bình': 339.5 },
      ['C3'],
    ],
    [
      'a mark in the middle of a name',
      picture(...MATRIX, [1, raised('Xã An', '1', ' Bình'), 500, 300]),
      { 'Xã An Bình': 800 },
      ['B3'],
    ],
    [
      'two marks',
      picture(...MATRIX, [1, raised('Xã An Bình', '1', '').replace('</is>', raised('', '2').slice(4)), 500, 300]),
      { 'Xã An Bình': 800 },
      ['B3'],
    ],
    [
      'a header’s mark is nobody’s',
      picture(['TT', raised('Đơn vị', '1'), '1.1', '1.2'], MATRIX[1]!, [1, 'Xã An Bình', 500, 300]),
      { 'Xã An Bình': 800 },
      [],
    ],
    [
      'a cell that is raised whole',
      picture(...MATRIX, [1, 'Xã An Bình', raised('', '500'), 300]),
      { 'Xã An Bình': 800 },
      [],
    ],
  ])('%s', (_, one, points, cells) => {
    expect(Object.fromEntries(Object.entries(ranking(one)).map(([unit, [value]]) => [unit, value]))).toEqual(points);
    expect(found(one).filter((told) => told.startsWith('text.footnote'))).toEqual(
      cells.map((cell) => `text.footnote Dữ liệu!${cell}`),
    );
  });

  it('a power of a measure stays', () => {
    const one = picture(
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
      ['1', raised('Diện tích (km', '2', ') cây xanh'), 600, 500],
      ['2', raised('Thể tích m', '3'), 400, 300],
      ['3', raised('Tốc độ', '2'), 100, 90],
    );
    const names = one.sheets[0]!.rows.map(({ cells }) => scalarOf(cells[1]));
    expect(names).toEqual(['Chỉ số', 'Diện tích (km2) cây xanh', 'Thể tích m3', 'Tốc độ']);
    expect(found(one).filter((told) => told.startsWith('text.footnote'))).toEqual(['text.footnote Dữ liệu!B4']);
  });

  it('a mark in a shared string of many cells is told at each', () => {
    const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si>${raised('39', '1').slice(4, -5)}</si></sst>`;
    const cell = (place: string): string => `<c r="${place}" t="s"><v>0</v></c>`;
    const { footnotes } = readWorkbook(
      file(`<row r="1">${cell('A1')}${cell('C1')}</row>`, { 'xl/sharedStrings.xml': strings }),
    ).picture.sheets[0]!;
    expect(footnotes).toEqual([
      { row: 0, column: 0, text: '1' },
      { row: 0, column: 2, text: '1' },
    ]);
  });
});
