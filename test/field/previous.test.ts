/** Points and ranks of the period before, which the same workbook holds: worked out, beside this period's, where nobody typed them. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import type { Picture } from '#core/workbook/picture';
import { book, sheet, type Rows } from '#test/support/book';
import { readWorkbook } from '#xlsx/index';

const VI = { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' } as const;

/** @returns by unit what the sheet Xếp hạng says of points, and of the period before; its notes. */
function written(picture: Picture, period: string | null = null): { rows: Record<string, unknown[]>; notes: string } {
  const plan = scoreWorkbook(picture, { ...VI, period }).plan.sheets[0]!;
  const values = plan.rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null));
  const header = values.findIndex((row) => row.includes('Đơn vị'));
  const at = (word: string): number => values[header]!.indexOf(word);
  const rows: Record<string, unknown[]> = {};
  for (const row of values.slice(header + 1))
    if (typeof row[at('Đơn vị')] === 'string')
      rows[String(row[at('Đơn vị')])] = ['Tổng điểm', 'Điểm kỳ trước', 'Hạng kỳ trước', 'Tăng/giảm bậc'].map(
        (word) => row[at(word)] ?? null,
      );
  return { rows, notes: values.slice(0, header).flat().join(' ') };
}

const SET: Rows = [
  ['Mã', 'Chỉ số', 'Điểm tối đa'],
  ['1', 'Một cửa', 600],
  ['2', 'Hồ sơ', 400],
];
const rowsOf = (period: string, points: Record<string, [number, number]>): Rows =>
  Object.entries(points).flatMap(([unit, [one, two]]) => [
    [unit, period, '1', one],
    [unit, period, '2', two],
  ]);
const long = (...rows: Rows): Picture =>
  book(sheet('Bộ chỉ số', SET), sheet('Số liệu', [['Đơn vị', 'Kỳ', 'Mã chỉ số', 'Điểm thẩm định'], ...rows]));

it('J03: two years side by side, the earlier is the previous one', () => {
  const { rows, notes } = written(readWorkbook(readFileSync('test/field/J03.xlsx')).picture);
  expect(rows).toEqual({ 'Xã Bình Lợi': [980, 750, 2, 1], 'Xã An Bình': [600, 800, 1, -1] });
  expect(notes).toContain('Điểm kỳ trước và hạng kỳ trước (Năm 2024)');
});

const SECOND = rowsOf('Quý II/2026', { 'Xã A': [300, 200], 'Xã B': [400, 300] });
const THIRD = rowsOf('Quý III/2026', { 'Xã A': [500, 300], 'Xã B': [400, 350], 'Xã C': [100, 100] });

it('a long table: the quarter before; a unit that was not there then has none', () => {
  expect(written(long(...SECOND, ...THIRD)).rows).toEqual({
    'Xã A': [800, 500, 2, 1],
    'Xã B': [750, 700, 1, -1],
    'Xã C': [200, null, null, null],
  });
});

it('of the period that counts, not of the latest: the first one has none before it', () => {
  const { rows, notes } = written(long(...SECOND, ...THIRD), 'Quý II/2026');
  expect(rows).toEqual({ 'Xã A': [500, null, null, null], 'Xã B': [700, null, null, null] });
  expect(notes).not.toContain('kỳ trước');
});

it('a unit that was blocked in the period before has no points there, the others keep theirs', () => {
  const broken = SECOND.map((row, at) => (at === 0 ? [...row.slice(0, 3), 'ba trăm'] : row));
  expect(written(long(...broken, ...THIRD)).rows).toMatchObject({
    'Xã A': [800, null, null, null],
    'Xã B': [750, 700, 1, -1],
  });
});

it('where a row names no period it counts in each: nothing is compared', () => {
  const { rows, notes } = written(long(...SECOND, ...THIRD, ['Xã D', null, '1', 50]));
  expect(rows['Xã A']).toEqual([800, null, null, null]);
  expect(notes).not.toContain('kỳ trước');
});

it('what people typed goes before what can be worked out', () => {
  const picture = long(...SECOND, ...THIRD);
  picture.sheets.push(
    sheet('Đơn vị', [
      ['Tên đơn vị', 'Nhóm', 'Điểm kỳ trước', 'Hạng kỳ trước'],
      ['Xã A', 'Xã', 640.5, 2],
      ['Xã B', 'Xã', 650, 1],
      ['Xã C', 'Xã', null, null],
    ]),
  );
  const { rows, notes } = written(picture);
  expect(rows).toMatchObject({ 'Xã A': [800, 640.5, 2, 1], 'Xã B': [750, 650, 1, -1] });
  expect(notes).not.toContain('Điểm kỳ trước và hạng');
});
