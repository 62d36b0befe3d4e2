/** Bảng ngang: indicators go down, units go across, a column a unit or a few columns under each unit's name. */
import { clean, foldHeader, foldLoose, foldName, foldUnit } from '../workbook/text.ts';
import type { CellRef, ColumnRole, CrossColumn } from './assessment.ts';
import { shownText } from './codes.ts';
import type { FoundTable } from './extent.ts';
import { isBlank, type Grid } from './grid.ts';
import { isSumRowName, roleOfHeader } from './headers.ts';
import { looseRole } from './loose-headers.ts';
import { readPeriod } from './periods.ts';
import { statesUnit, surroundings } from './places.ts';
import { JUDGE, NEVER_UNIT } from './scorers.ts';
import { figureOf, isPrinted, saysClosing, saysSummary } from './summaries.ts';

/** Words that units are called by. */
const UNIT = new RegExp(
  `^(?:(?:các )?(?:${foldName(
    'xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tp|tỉnh|sở|ban|ngành|phòng|cục|chi cục|trung tâm|trường|lớp|khoa|tổ|đội|ubnd|ủy ban|văn phòng|vp|thanh tra|công an|viện|bệnh viện|chi nhánh|đoàn|hội|đơn vị|khối|kho bạc|thuế|thôn|ấp|khu phố|bộ|cụm',
  )}))\\.? \\S`,
);
/** Words that figures of something else are headed by, and judges: never a unit, unless the list knows it. */
const OTHER_WORDS = `điểm|tỷ lệ|tỉ lệ|trọng số|hệ số|số lượng|số liệu|đơn giá|thành tiền|kế hoạch|kết quả|mức|mục tiêu|chỉ tiêu|ghi chú|chênh|thời gian|hạn|lần|tổng|tăng|giảm|stt|${NEVER_UNIT}`;
const TIMES = 'năm|quý|tháng|kỳ';
/** "Phú Quý" and "Tam Kỳ" end in what would begin a period. */
const wordsIn = (fold: (text: string) => string): RegExp =>
  new RegExp(
    `(?:^| )(?:${fold(OTHER_WORDS)})(?= |$)|^(?:${fold(TIMES)})(?= |$)| (?:${fold(TIMES)}) (?:\\d|[ivx]+(?= |$)|${fold('này|nay|trước')})|^[abcd]$|%|\\d{4}`,
  );
const OTHER = wordsIn(foldName);
const OTHER_BARE = wordsIn(foldLoose);
/** Marks count, Quảng Nam is no năm, unless the name is written without any. */
const isOther = (name: string): boolean =>
  OTHER.test(foldName(name)) || (/^[ -~]*$/.test(name) && OTHER_BARE.test(foldLoose(name)));
const isUnitWord = (name: string): boolean => UNIT.test(foldName(name)) && !JUDGE.test(foldLoose(name));
const POINTS = new Set(['diem', 'so diem', 'diem so', 'diem cham']);

interface Word {
  text: string;
  at: CellRef;
}

/** The words over a column, its own first; what stands in a row above goes on to the right until the next word. */
function wordsOf(table: FoundTable, grid: Grid, column: number, fixed: ReadonlySet<number>): Word[] {
  const words: Word[] = [];
  let lowest = table.headerBottom;
  while (lowest > table.headerTop && isBlank(grid.at(lowest, column))) lowest -= 1;
  for (let row = lowest; row >= table.headerTop; row -= 1) {
    let at = column;
    const merge = grid.mergesAt(row).find((area) => area.left <= column && column <= area.right);
    if (merge !== undefined) at = merge.left;
    else if (row < lowest) while (at > table.left && isBlank(grid.at(row, at)) && !fixed.has(at - 1)) at -= 1;
    const top = merge?.top ?? row;
    const text = clean(shownText(grid.at(top, at)));
    if (text === '' || fixed.has(at) || words.some((word) => word.text === text)) continue;
    words.push({ text, at: { sheet: table.sheet, row: top, column: at } });
  }
  return words;
}

function fixedColumns({ columns }: FoundTable): Set<number> {
  const fixed = ['order', 'code', 'name', 'maximum', 'rule', 'description', 'group', 'basis'] as const;
  return new Set(fixed.flatMap((role) => columns[role] ?? []));
}

interface Column {
  column: number;
  words: Word[];
  source: CrossColumn['source'];
}

/** Columns that may hold a unit's points: those that no other role claims. */
function pointColumns(table: FoundTable, grid: Grid): Column[] {
  const fixed = fixedColumns(table);
  const found: Column[] = [];
  for (let column = table.left; column <= table.right; column += 1) {
    if (fixed.has(column)) continue;
    const words = wordsOf(table, grid, column, fixed);
    if (words.length === 0) continue;
    const inside = words.length > 1;
    const roleOf = ({ text }: Word, place: number): ColumnRole | null => {
      const role = roleOfHeader(text);
      const loose = role === null && place === 0 && inside ? looseRole(text) : null;
      return loose === 'self' || loose === 'verified' ? loose : role;
    };
    const roles = words.map(roleOf);
    const role = roles[0]!;
    if (role !== null && role !== 'self' && role !== 'verified') continue;
    const source = roles.find((one) => one === 'self' || one === 'verified');
    const names = words.filter(({ text }, place) => roles[place] === null && !POINTS.has(foldHeader(text)));
    if (names.length > 0) found.push({ column, words: names, source: (source as CrossColumn['source']) ?? null });
  }
  // A title over all of them says nothing of any.
  const count = new Map<string, number>();
  for (const { words } of found) for (const { text } of words) count.set(text, (count.get(text) ?? 0) + 1);
  for (const item of found)
    if (item.words.length > 1 && found.length > 1)
      item.words = item.words.filter(({ text }) => count.get(text)! < found.length);
  return found.filter(({ words }) => words.length > 0);
}

/** What columns beside the units are called, and units whose figures may be those of the others together. */
const SHARED = /^(?:muc )?chung$|^so voi |(?:^| )(?:dan dau|dung dau|cao nhat|thap nhat)$/;
const TOGETHER = /^(?:cum|khoi|huyen|tinh|thanh pho|tp|nganh|vung)(?: |$)/;

interface Before {
  sum: number;
  count: number;
  least: number;
  most: number;
}

/** The columns whose figures are the means or the sums of those before them, in every row. */
function meansAmong(table: FoundTable, grid: Grid, units: readonly CrossColumn[]): Set<number> {
  const means = new Set<number>();
  const before = new Map<string | null, Before[][]>();
  for (const { column, name, source } of units) {
    const [all, part] = before.get(source) ?? [[], []];
    before.set(source, [all!, part!]);
    const figures = table.dataRows.map((row) => figureOf(grid.at(row, column)));
    const shared = TOGETHER.test(foldLoose(name));
    const fits = (sums: readonly Before[], mean: boolean): boolean => {
      let telling = 0;
      const whole = figures.every((figure, place) => {
        if (figure === null) return true;
        const known = sums[place];
        if (known === undefined || known.count < 2) return false;
        if (mean ? known.least < known.most : known.least > 0) telling += 1;
        return isPrinted(figure, mean ? known.sum / known.count : known.sum);
      });
      // Two rows may fit by chance: under a plain name it takes three.
      return whole && telling > (shared ? 1 : 2);
    };
    const may = shared || !isUnitWord(name);
    if (may && [all!, part!].some((sums) => fits(sums, true) || fits(sums, false))) {
      means.add(column);
      part!.length = 0;
      continue;
    }
    figures.forEach((figure, place) => {
      if (figure === null) return;
      for (const sums of [all!, part!]) {
        const known = (sums[place] ??= { sum: 0, count: 0, least: figure, most: figure });
        known.sum += figure;
        known.count += 1;
        known.least = Math.min(known.least, figure);
        known.most = Math.max(known.most, figure);
      }
    });
  }
  return means;
}

/** Whether figures stand under a column's header. */
function hasFigures(table: FoundTable, grid: Grid, column: number): boolean {
  return table.dataRows.some((row) => figureOf(grid.at(row, column)) !== null);
}

/**
 * @param known whether the unit list has a name; null without a list.
 * @param alone whether no other table of the workbook holds data.
 * @returns the columns of the units of a table of indicators; empty where its columns are none of units.
 */
function unitColumns(
  table: FoundTable,
  grid: Grid,
  known: ((name: string) => boolean) | null,
  alone: boolean,
): CrossColumn[] {
  const columns = pointColumns(table, grid).map(({ column, words, source }) => ({
    column,
    source,
    name: words[0]!.text,
    at: words[0]!.at,
  }));
  const isOf = ({ name, column }: CrossColumn): boolean => {
    if (known?.(name) === true) return true;
    if (isSumRowName(name) || saysSummary(name) || readPeriod(name) !== null) return false;
    if (!hasFigures(table, grid, column)) return false;
    const folded = foldLoose(name);
    if (SHARED.test(folded)) return false;
    return isUnitWord(name) || (!JUDGE.test(folded) && !isOther(name) && /\p{L}{2}/u.test(name));
  };
  const like = columns.filter(isOf);
  const means = meansAmong(
    table,
    grid,
    like.filter(({ name }) => known?.(name) !== true),
  );
  const units = like.filter(({ column }) => !means.has(column));
  const names = new Set(units.map(({ name }) => foldUnit(name)));
  const sure = units.filter(({ name }) => known?.(name) === true || isUnitWord(name));
  if (known !== null && !units.some(({ name }) => known(name))) return [];
  const { maximum, rule, description, self, verified } = table.columns;
  const bare = maximum === undefined || rule !== undefined || description !== undefined || !alone;
  const valued = self !== undefined || verified !== undefined;
  if (valued && (names.size < 2 || units.some(({ source }) => source === null))) return [];
  if (bare || names.size < 2) return sure.length > 0 && sure.length * 2 > units.length ? units : [];
  return units;
}

/** Turns tables of indicators whose other columns are units into bảng ngang; `unitNames`: those of the unit lists. */
export function findCross(tables: FoundTable[], grids: readonly Grid[], unitNames: ReadonlySet<string>): void {
  const known = unitNames.size === 0 ? null : (name: string): boolean => unitNames.has(foldUnit(name));
  const mayBe = (table: FoundTable): boolean => table.kind === 'set' || table.kind === 'form' || table.kind === 'cross';
  const alone = !tables.some(
    (table) =>
      table.kind === 'long' ||
      table.kind === 'matrix' ||
      (table.kind === 'form' && !isRepeated(table, grids[table.sheet]!)),
  );
  for (const table of tables) {
    const grid = grids[table.sheet]!;
    if (!mayBe(table) || (table.kind === 'form' && !isRepeated(table, grid))) continue;
    // A form says whose it is: bodies that score it are no units, unless the list knows them.
    if (known === null && table.kind !== 'cross' && statesUnit(table, grid, surroundings(table, tables))) continue;
    const columns = unitColumns(table, grid, known, alone);
    if (columns.length === 0) continue;
    table.kind = 'cross';
    table.unitColumns = columns;
    delete table.columns.self;
    delete table.columns.verified;
    settleRest(table, grid);
  }
}

/** Rows with figures of units that the table's other columns do not tell: ranks and bands to compare, sums, and what counts nowhere. */
function settleRest(table: FoundTable, grid: Grid): void {
  const { columns, dataRows, groupRows, sumRows, oddRows, lostRows, continuationRows } = table;
  const placed = new Set([...dataRows, ...groupRows, ...sumRows, ...oddRows, ...lostRows, ...continuationRows]);
  for (const { index: at, cells } of grid.rows) {
    if (at < table.firstRow || at > table.lastRow + 1 || placed.has(at)) continue;
    if (!table.unitColumns!.some(({ column }) => !isBlank(cells[column]))) continue;
    const names = [columns.name, columns.code].map((place) => clean(shownText(cells[place ?? -1])));
    const role = names.map(roleOfHeader).find((one) => one !== null);
    const figures = table.unitColumns!.some(({ column }) => figureOf(cells[column]) !== null);
    if (role === 'rank' || role === 'band') table.resultRows = [...(table.resultRows ?? []), { row: at, kind: role }];
    else if (figures && names.some((name) => saysSummary(name) || saysClosing(name))) {
      sumRows.push(at);
      table.summaryRows = [...(table.summaryRows ?? []), at];
    } else if (
      figures &&
      !names.some((name) => /^(?:ty le|ti le|chenh lech|diem ky truoc|ghi chu)/.test(foldLoose(name)))
    )
      lostRows.push(at);
    table.lastRow = Math.max(table.lastRow, at);
  }
  // What only settles the table's maxima stays: no unit's points are lost there.
  lostRows.sort((x, y) => x - y);
}

/** Whether the header says one kind of points several times. */
function isRepeated(table: FoundTable, grid: Grid): boolean {
  const roles = Object.keys(table.headers).map((column) =>
    roleOfHeader(clean(shownText(grid.at(table.headerBottom, Number(column))))),
  );
  return (
    (['self', 'verified'] as const).some((role) => roles.filter((one) => one === role).length > 1) || isSpread(table)
  );
}

/** Whether Điểm tự chấm (or thẩm định) stands over several columns. */
function isSpread(table: FoundTable): boolean {
  const heads = Object.values(table.headers).filter((text) => {
    const folded = foldLoose(text);
    return /^(?:diem )?(?:tu (?:cham|danh gia)|tham dinh) \S/.test(folded);
  });
  return heads.length > 1;
}
