/** Of several columns of one kind a person chooses; the choice goes where the workbook has settings, else above the table. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import type { CellEdit } from '#core/workbook/plan';
import type { Picture } from '#core/workbook/picture';
import { book, found, ranking, sheet, type Rows } from '#test/support/book';
import { edited } from '#test/support/edited';
import { readWorkbook } from '#xlsx/index';

const field = (name: string): Picture => readWorkbook(readFileSync(`test/field/${name}.xlsx`)).picture;
const choices = (picture: Picture): CellEdit[][] =>
  scoreWorkbook(picture, { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' }).findings.find(
    ({ id }) => id === 'column.several',
  )?.readings ?? [];
const points = (picture: Picture): unknown[] => Object.values(ranking(picture)).map(([value]) => value);
const written = (edits: CellEdit[]): string[] =>
  edits.map(({ sheet: name, cell, value }) => `${name}!${cell} ${String(value)}`);
const SETTINGS = sheet('Thiết lập', [
  ['Thiết lập', 'Giá trị'],
  ['Số chữ số thập phân', 1],
]);
const form = (...rows: Rows): Picture => book(sheet('Xã A', rows));
const ROWS: Rows = [
  ['1', 'Một cửa', 600, 500, 550],
  ['2', 'Hồ sơ', 400, 300, 310],
];

describe('each choice mends the workbook', () => {
  it('J02 without settings: a line above the table', () => {
    const offered = choices(field('J02'));
    expect(offered.map(written)).toEqual(
      ['1', '2'].map((round) => [`A!B1 Cột điểm chính thức: Điểm thẩm định (lần ${round})`]),
    );
    expect(points(edited(field('J02'), offered[1]!))).toEqual([980, 600]);
    expect(found(edited(field('J02'), offered[1]!))).toEqual([]);
    expect(points(edited(field('J02'), offered[0]!))).not.toContain(980);
  });

  it('J06: three bodies, three choices', () => {
    const offered = choices(field('J06'));
    expect(offered).toHaveLength(3);
    const all = offered.map((edits) => JSON.stringify(points(edited(field('J06'), edits))));
    expect(all).toEqual(['[800,700]', '[980,600]', '[980,600]']);
  });

  it('in the table of settings, value first', () => {
    const offered = choices(book(...field('J02').sheets, SETTINGS));
    expect(offered.map(written)[1]).toEqual([
      'Thiết lập!B3 Điểm thẩm định (lần 2)',
      'Thiết lập!A3 Cột điểm chính thức',
    ]);
    expect(points(edited(book(...field('J02').sheets, SETTINGS), offered[1]!))).toEqual([980, 600]);
  });

  it('where the setting names a column that is none of them, its cell is written again', () => {
    const picture = form(
      ['Cột điểm chính thức: Điểm chốt'],
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định (lần 1)', 'Điểm thẩm định (lần 2)'],
      ...ROWS,
    );
    expect(choices(picture).map(written)[1]).toEqual(['Xã A!A1 Cột điểm chính thức: Điểm thẩm định (lần 2)']);
    expect(points(edited(picture, choices(picture)[1]!))).toEqual([860]);
  });

  it('columns that only the words over them tell apart are named with these', () => {
    const picture = book(
      sheet(
        'Xã A',
        [
          ['Đơn vị đánh giá: Xã A'],
          ['Mã', 'Chỉ số', 'Điểm tối đa', 'Tổ giúp việc', 'Hội đồng'],
          [null, null, null, 'Điểm thẩm định', 'Điểm thẩm định'],
          ...ROWS,
        ],
        { merges: [0, 1, 2].map((left) => ({ top: 1, bottom: 2, left, right: left })) },
      ),
    );
    const offered = choices(picture);
    expect(offered.map(written)[1]).toEqual(['Xã A!B1 Cột điểm chính thức: Hội đồng Điểm thẩm định']);
    expect(points(edited(picture, offered[1]!))).toEqual([860]);
  });
});

describe('a line above finds room only where it is taken for nothing else', () => {
  const HEAD: Rows[number] = ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định (lần 1)', 'Điểm thẩm định (lần 2)'];

  it('not beside a label that waits for its value, nor inside a merged title', () => {
    const labelled = form(['BIỂU 1'], ['Tên đơn vị:'], HEAD, ...ROWS);
    expect(choices(labelled)).toEqual([]);
    const free = form([], ['Tên đơn vị:', 'Xã A'], HEAD, ...ROWS);
    expect(choices(free).map(written)[0]).toEqual(['Xã A!A1 Cột điểm chính thức: Điểm thẩm định (lần 1)']);
    const titled = form(['Đơn vị: Xã A'], HEAD, ...ROWS);
    titled.sheets[0]!.merges = [{ top: 0, bottom: 0, left: 0, right: 3 }];
    expect(choices(titled).map(written)[0]).toEqual(['Xã A!E1 Cột điểm chính thức: Điểm thẩm định (lần 1)']);
  });

  it('where there is no row above nothing is offered; the finding says what to do', () => {
    expect(choices(form(HEAD, ...ROWS))).toEqual([]);
    expect(found(form(HEAD, ...ROWS))).toContain('column.several Xã A!E1');
  });
});
