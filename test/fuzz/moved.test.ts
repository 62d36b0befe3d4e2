/**
 * What people do to a workbook that works: they rename a header, give two columns one name, put in a column or a row of
 * figures, or move a table. The ranking stays, or something is said at a cell of what was changed. Fixed seed.
 */
import { expect, it } from 'vitest';
import { findTables, type FoundTable } from '#core/read/tables/tables';
import { toA1 } from '#core/workbook/address';
import type { Cell } from '#core/workbook/cell';
import type { Picture, SheetPicture } from '#core/workbook/picture';
import type { ResultJson } from '#core/view/result';
import { cleanForms } from '#test/workbooks/clean';
import { cleanMore } from '#test/workbooks/clean-more';
import { cleanTables } from '#test/workbooks/clean-tables';
import { randomOf } from '#test/support/random';
import { run } from '#test/support/book';

const CASES = 500;
const FIXTURES = [...cleanForms, ...cleanTables, ...cleanMore];

const HEADERS = [
  'Kết quả chấm của tổ công tác',
  'Điểm của Hội đồng',
  'Điểm thẩm định',
  'Điểm tự chấm',
  'Điểm',
  'Điểm chấm lần 2',
  'Tổng điểm',
  'Thành viên 1',
  'Bà Nguyễn Thị Lan',
  'Số liệu',
  'Kết quả',
  'Cột 5',
  'a',
  'Mã',
  'Đơn vị',
  'Nội dung khác',
  '1.2',
  'Điểm tối đa',
  'Diem tham dinh',
  'x',
];
const NAMES = ['Trung bình', 'Tổng cộng toàn tỉnh', 'Xã Mới Lập', 'a)', '-', '', 'Ghi thêm', '9', 'Cộng điểm', '1.1'];

/** Where a change was made; a finding in any of these cells tells of it. */
interface Area {
  sheet: string;
  top: number;
  bottom: number;
  left: number;
  right: number;
}
interface Change {
  name: string;
  picture: Picture;
  areas: Area[];
  head?: Area;
  total?: Area;
}

const cellsOf = (sheet: SheetPicture): Cell[][] => {
  const rows: Cell[][] = [];
  for (const { index, cells } of sheet.rows) rows[index] = [...cells];
  return Array.from(rows, (row) => row ?? []);
};
const withRows = (sheet: SheetPicture, rows: Cell[][]): SheetPicture => ({
  ...sheet,
  rows: rows.flatMap((cells, index) => {
    const hidden = sheet.rows.find((row) => row.index === index)?.hidden;
    const filled = Array.from(cells, (cell) => cell ?? null);
    return filled.every((cell) => cell === null)
      ? []
      : [{ index, cells: filled, ...(hidden === undefined ? {} : { hidden }) }];
  }),
});

type Random = () => number;
const pickOf = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const figure = (random: Random): number => Math.round(random() * 4000) / 100;

/** The bottom cell of a column's header that says something. */
function headerRow(rows: Cell[][], table: FoundTable, column: number): number {
  for (let row = table.headerBottom; row >= table.headerTop; row -= 1)
    if ((rows[row]?.[column] ?? null) !== null) return row;
  return -1;
}

const KINDS = ['rename', 'duplicate', 'column', 'row', 'move'] as const;

/** @returns the picture with one change, and where it is; null where the fixture has no place for it. */
function changed(picture: Picture, random: Random): Change | null {
  const kind = pickOf(random, KINDS);
  const { tables } = findTables(picture);
  const table = pickOf(
    random,
    tables.filter((each) => each.kind !== 'settings'),
  );
  const sheet = picture.sheets[table.sheet]!;
  const rows = cellsOf(sheet);
  const area = { sheet: sheet.name, top: table.headerTop, bottom: table.lastRow, left: table.left, right: table.right };
  const done = (name: string, next: Cell[][], areas: Area[], merges = sheet.merges): Change => ({
    name: `${name} in ${sheet.name}`,
    picture: {
      ...picture,
      sheets: picture.sheets.map((each) => (each === sheet ? { ...withRows(sheet, next), merges } : each)),
    },
    areas,
  });
  const columns = Object.keys(table.headers)
    .map(Number)
    .filter((column) => headerRow(rows, table, column) >= 0);
  const column = pickOf(random, columns);
  const top = headerRow(rows, table, column);
  const own = { ...area, left: column, right: column };
  // Under units a code heads points, wherever their table stands.
  const heads = table.kind === 'units' ? HEADERS.filter((text) => text !== '1.2') : HEADERS;
  if (kind === 'rename') {
    const word = pickOf(random, heads);
    const was = rows[top]![column];
    rows[top]![column] = word;
    return done(`“${String(was)}” at ${toA1(top, column)} renamed “${word}”`, rows, [area]);
  }
  if (kind === 'duplicate' || kind === 'column') {
    if (sheet.merges.some((merge) => merge.left <= column && merge.right > column)) return null;
    const word = kind === 'duplicate' ? rows[top]![column]! : pickOf(random, heads);
    for (const row of rows) if (row.length > column) row.splice(column + 1, 0, null);
    rows[top]![column + 1] = word;
    for (const row of table.dataRows) {
      const cells = rows[row]!;
      while (cells.length <= column + 1) cells.push(null);
      cells[column + 1] = figure(random);
    }
    const moved = sheet.merges.map((merge) => ({
      ...merge,
      left: merge.left > column ? merge.left + 1 : merge.left,
      right: merge.right > column ? merge.right + 1 : merge.right,
    }));
    const both = { ...own, right: column + 1 };
    // Two columns of one role are told at the second, wherever the first stands.
    const head = { ...area, bottom: table.headerBottom, right: table.right + 1 };
    return { ...done(`${kind} “${String(word)}” after ${toA1(top, column)}`, rows, [both], moved), head };
  }
  if (kind === 'row') {
    const at = random() < 0.5 ? table.lastRow + 1 : pickOf(random, table.dataRows) + 1;
    if (sheet.merges.some((merge) => merge.top < at && merge.bottom >= at)) return null;
    const named = pickOf(
      random,
      [table.columns.name, table.columns.unit, table.columns.code, table.columns.order].filter(
        (each) => each !== undefined,
      ),
    );
    const cells: Cell[] = [];
    cells[named] = pickOf(random, NAMES) || null;
    for (const role of ['a', 'b', 'self', 'verified', 'maximum'] as const) {
      const place = table.columns[role];
      if (place !== undefined && place !== named && random() < 0.8) cells[place] = figure(random);
    }
    if (table.kind === 'matrix')
      for (const place of Object.keys(table.indicatorColumns).map(Number)) cells[place] = figure(random);
    if (table.kind === 'cross') for (const { column: place } of table.unitColumns) cells[place] = figure(random);
    if (cells.every((cell) => typeof cell !== 'number')) return null;
    rows.splice(
      at,
      0,
      Array.from(cells, (cell) => cell ?? null),
    );
    const moved = sheet.merges.map((merge) =>
      merge.top >= at ? { ...merge, top: merge.top + 1, bottom: merge.bottom + 1 } : merge,
    );
    // A row with a code and a maximum is an indicator: then its set's sum is told.
    return {
      ...done(`row ${JSON.stringify(rows[at])} at ${at + 1}`, rows, [{ ...area, top: at, bottom: at }], moved),
      total: { ...area, bottom: area.bottom + 1 },
    };
  }
  const [down, right] = [Math.floor(random() * 6), Math.floor(random() * 4)];
  const next: Cell[][] = [
    ...Array.from({ length: down }, () => []),
    ...rows.map((row) => [...Array.from({ length: right }, () => null), ...row]),
  ];
  const merges = sheet.merges.map((merge) => ({
    top: merge.top + down,
    bottom: merge.bottom + down,
    left: merge.left + right,
    right: merge.right + right,
  }));
  return done(
    `${sheet.name} moved ${down} down, ${right} right`,
    next,
    [{ sheet: sheet.name, top: 0, bottom: 1e6, left: 0, right: 1e6 }],
    merges,
  );
}

const scores = (result: ResultJson): string =>
  JSON.stringify(
    result.groups.map((group) => [
      group.name,
      group.ranking.map(({ unit, points, rank, status }) => [unit, points, rank, status]).sort(),
    ]),
  );

const addressOf = (cell: string): [number, number] => {
  const [, letters, digits] = /^([A-Z]+)(\d+)/.exec(cell)!;
  let column = 0;
  for (const letter of letters!) column = column * 26 + letter.charCodeAt(0) - 64;
  return [Number(digits) - 1, column - 1];
};

function isSaid(result: ResultJson, { areas, head, total }: Change): boolean {
  // Nothing ranked is no wrong ranking: a word on the sheet tells enough.
  if (result.groups.length === 0) return result.findings.some(({ sheet }) => sheet === areas[0]!.sheet);
  return result.findings.some(({ id, sheet, cell }) => {
    if (cell === null || cell === '') return false;
    const [row, column] = addressOf(cell);
    return [
      ...areas,
      ...(head !== undefined ? [head] : []),
      ...(total !== undefined && id.startsWith('framework.') ? [total] : []),
    ].some(
      (area) =>
        area.sheet === sheet && area.top <= row && row <= area.bottom && area.left <= column && column <= area.right,
    );
  });
}

it('a change of a clean workbook changes nothing, or is told at its cell', { timeout: 120_000 }, () => {
  const random = randomOf(20_261_128);
  const clean = new Map(FIXTURES.map((fixture) => [fixture.name, scores(run(fixture.picture))]));
  const silent: string[] = [];
  const counts = { equal: 0, told: 0 };
  for (let done = 0; done < CASES;) {
    const fixture = pickOf(random, FIXTURES);
    const change = changed(fixture.picture, random);
    if (change === null) continue;
    done += 1;
    const result = run(change.picture);
    if (scores(result) === clean.get(fixture.name)) counts.equal += 1;
    else if (isSaid(result, change)) counts.told += 1;
    else
      silent.push(
        `${fixture.name}: ${change.name}\n   ${clean.get(fixture.name)}\n → ${scores(result)}\n   ${result.findings.map(({ id, sheet, cell }) => `${id} ${sheet}!${cell}`).join(', ')}`,
      );
  }
  console.log(`changed workbooks: ${counts.equal} equal, ${counts.told} told`);
  expect(silent).toEqual([]);
});
