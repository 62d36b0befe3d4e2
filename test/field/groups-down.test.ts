/** "Cụm" in long tables and matrices: written once a block it holds for the block, left out it is told. */
import { describe, expect, it } from 'vitest';
import type { Area } from '#core/workbook/picture';
import { book, found, run, sheet, type Rows } from '#test/support/book';

const SET = sheet('Bộ chỉ số', [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
  ['1', 'Một cửa', 600],
  ['2', 'Hồ sơ', 400],
]);
const UNITS = ['Xã A', 'Xã B', 'Xã C', 'Xã D'];
const HEADER = ['Cụm', 'Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'];
const long = (rows: Rows, merges: Area[] = []) => book(SET, sheet('Số liệu', [HEADER, ...rows], { merges }));
/** The groups stand in these rows, the others are empty. */
const byUnit = (groups: Record<number, string>): Rows =>
  UNITS.flatMap((unit, at): Rows => ['1', '2'].map((code, row) => [groups[2 * at + row], unit, code, 100 + at]));
const byIndicator = (groups: Record<number, string>): Rows =>
  ['1', '2'].flatMap((code, row): Rows => UNITS.map((unit, at) => [groups[4 * row + at], unit, code, 100 + at]));
const groupsOf = (picture: ReturnType<typeof book>) =>
  Object.fromEntries(run(picture).groups.map(({ name, ranking }) => [name, ranking.map(({ unit }) => unit).sort()]));
const BLOCKS = { 'Cụm 1': ['Xã A', 'Xã B'], 'Cụm 2': ['Xã C', 'Xã D'] };

describe('a group written once', () => {
  it.each<[string, Rows]>([
    ['a block of units', byUnit({ 0: 'Cụm 1', 4: 'Cụm 2' })],
    ['the first row of each unit', byUnit({ 0: 'Cụm 1', 2: 'Cụm 1', 4: 'Cụm 2', 6: 'Cụm 2' })],
    ['another row of each unit', byUnit({ 1: 'Cụm 1', 2: 'Cụm 1', 5: 'Cụm 2', 7: 'Cụm 2' })],
    ['a block of each indicator', byIndicator({ 0: 'Cụm 1', 2: 'Cụm 2', 4: 'Cụm 1', 6: 'Cụm 2' })],
    ['every row of the first indicator', byIndicator({ 0: 'Cụm 1', 1: 'Cụm 1', 2: 'Cụm 2', 3: 'Cụm 2' })],
    ['a row of its own above the block', [['Cụm 1'], ...byUnit({}).slice(0, 4), ['Cụm 2'], ...byUnit({}).slice(4)]],
  ])('%s', (_, rows) => {
    expect(groupsOf(long(rows))).toEqual(BLOCKS);
    expect(found(long(rows))).toEqual([]);
  });

  it('and merged over the block', () => {
    const merges = [1, 5].map((top) => ({ top, bottom: top + 3, left: 0, right: 0 }));
    expect(groupsOf(long(byUnit({ 0: 'Cụm 1', 4: 'Cụm 2' }), merges))).toEqual(BLOCKS);
  });
});

describe('a group that is left out', () => {
  it.each<[string, Rows, string[]]>([
    ['first', byUnit({ 2: 'Cụm 1', 4: 'Cụm 2', 6: 'Cụm 2' }), ['B2']],
    ['among full rows', byUnit({ 0: 'Cụm 1', 1: 'Cụm 1', 4: 'Cụm 2', 5: 'Cụm 2', 6: 'Cụm 2', 7: 'Cụm 2' }), ['B4']],
    ['where blocks would put one unit into two groups', byIndicator({ 0: 'Cụm 1', 2: 'Cụm 2' }), ['B3', 'B5']],
  ])('%s', (_, rows, cells) => {
    expect(found(long(rows))).toEqual(cells.map((cell) => `unit.unknown Số liệu!${cell}`));
  });

  it('in a matrix, too; with a unit list nothing is missing', () => {
    const matrix = (groups: (string | null)[]) =>
      sheet('Bảng điểm', [
        ['Cụm', 'Đơn vị', '1', '2'],
        [null, 'Điểm tối đa', 600, 400],
        ...UNITS.map((unit, at) => [groups[at], unit, 100 + at, 200]),
      ]);
    expect(found(book(matrix(['Cụm 1', 'Cụm 1', 'Cụm 2', null])))).toEqual(['unit.unknown Bảng điểm!B6']);
    expect(found(book(matrix(['Cụm 1', null, 'Cụm 2', null])))).toEqual([]);
    const list = sheet('Đơn vị', [
      ['Tên đơn vị', 'Nhóm'],
      ...UNITS.map((unit, at) => [unit, at < 2 ? 'Cụm 1' : 'Cụm 2']),
    ]);
    const picture = long(byUnit({ 0: 'Cụm 1', 2: 'Cụm 1', 4: 'Cụm 2' }));
    expect(found(picture)).toEqual(['unit.unknown Số liệu!B8']);
    picture.sheets.push(list);
    expect(groupsOf(picture)).toEqual(BLOCKS);
    expect(found(picture)).toEqual([]);
  });
});
