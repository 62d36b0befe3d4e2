/** Bảng ngang: indicators go down, units go across, a column a unit or a few columns under each unit's name. */
import { clean, foldHeader, foldLoose, foldName, foldUnit } from '../../workbook/text.ts';
import type { CellRef, ColumnRole, CrossColumn } from '../assessment.ts';
import { ownWords } from './claims.ts';
import { shownText } from '../cells/codes.ts';
import { settleCrossRows } from './cross-rows.ts';
import { isBlank } from '../cells/grid.ts';
import { isLonePoints, isSumRowName, roleOfHeader } from '../headers/headers.ts';
import { looseRole } from '../headers/loose-headers.ts';
import { readPeriod } from '../periods/periods.ts';
import { lineUnit, statesUnit, surroundings } from './places.ts';
import { isSurePerson, JUDGE, NEVER_UNIT } from '../headers/scorers.ts';
import { figureOf, isPrinted, saysSummary } from '../cells/summaries.ts';
import { withoutRoles, type CrossTable, type FormTable, type FoundTable, type SetTable } from './found-table.ts';

/** Words that units are called by. */
const UNIT = new RegExp(
  `^(?:(?:các )?(?:${foldName(
    'xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tp|tỉnh|sở|ban|ngành|phòng|cục|chi cục|trung tâm|trường|lớp|khoa|tổ|đội|ubnd|ủy ban|văn phòng|vp|thanh tra|công an|viện|bệnh viện|chi nhánh|đoàn|hội|đơn vị|khối|kho bạc|thuế|thôn|ấp|khu phố|bộ|cụm',
  )}))\\.? \\S`,
);
/** Words that figures of something else are headed by, and judges: never a unit, unless the list knows it. */
const OTHER_WORDS = `điểm|tỷ lệ|tỉ lệ|trọng số|hệ số|số lượng|số liệu|đơn giá|thành tiền|kế hoạch|kết quả|mức|mục tiêu|chỉ tiêu|ghi chú|chênh|thời gian|hạn|lần|vòng|đợt|(?:cả|đầu|giữa|cuối) (?:năm|kỳ)|tổng|tăng|giảm|stt|${NEVER_UNIT}`;
const TIMES = 'năm|quý|tháng|kỳ';
/** "Phú Quý" and "Tam Kỳ" end in what would begin a period. */
const wordsIn = (fold: (text: string) => string): RegExp =>
  new RegExp(
    `(?:^| )(?:${fold(OTHER_WORDS)})(?= |$)|^(?:${fold(TIMES)})(?= |$)| (?:${fold(TIMES)}) (?:\\d|[ivx]+(?= |$)|${fold('này|nay|trước')})|^\\d{1,2} ${fold('tháng')}|^[abcd]$|%|\\d{4}`,
  );
const OTHER = wordsIn(foldName);
const OTHER_BARE = wordsIn(foldLoose);
/** Marks count, Quảng Nam is no năm, unless the name is written without any. */
const isOther = (name: string): boolean =>
  OTHER.test(foldName(name)) || (/^[ -~]*$/.test(name) && OTHER_BARE.test(foldLoose(name)));
const isUnitWord = (name: string): boolean => UNIT.test(foldName(name)) && !JUDGE.test(foldLoose(name));
const POINTS = new Set(['diem', 'so diem', 'diem so', 'diem cham']);

/** Tables that may turn out to be bảng ngang. */
type MaybeCross = SetTable | FormTable | CrossTable;

interface Word {
  text: string;
  at: CellRef;
}

/** The words over a column, its own first; what stands in a row above goes on to the right until the next word. */
function wordsOf(table: MaybeCross, column: number, fixed: ReadonlySet<number>): Word[] {
  const { grid } = table;
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

function fixedColumns({ columns }: MaybeCross): Set<number> {
  const fixed = ['order', 'code', 'name', 'maximum', 'rule', 'description', 'group', 'basis'] as const;
  return new Set(fixed.flatMap((role) => columns[role] ?? []));
}

interface Column {
  column: number;
  words: Word[];
  source: CrossColumn['source'];
  /** "Điểm" alone stands under its unit's name or over it. */
  lone: boolean;
}

/** "1. Xã A", "(2) Xã B": the number is no part of the name. */
const NUMBERED = /^(?:\d{1,3}[.)]|\(\d{1,3}\)) ?(?=\p{L}{2})/u;

/** Columns that may hold a unit's points: those that no other role claims. */
function pointColumns(table: MaybeCross): Column[] {
  const fixed = fixedColumns(table);
  const found: Column[] = [];
  for (let column = table.left; column <= table.right; column += 1) {
    if (fixed.has(column)) continue;
    const words = wordsOf(table, column, fixed);
    if (words.length === 0) continue;
    const inside = words.length > 1;
    const roleOf = ({ text }: Word): ColumnRole | null => {
      const role = roleOfHeader(text);
      const loose = role === null && inside ? looseRole(text) : null;
      return loose === 'self' || loose === 'verified' ? loose : role;
    };
    const roles = words.map(roleOf);
    const [role = null] = roles;
    if (role !== null && role !== 'self' && role !== 'verified') continue;
    const source = roles.find((one) => one === 'self' || one === 'verified') ?? null;
    const names = words.filter(({ text }, place) => roles[place] === null && !POINTS.has(foldHeader(text)));
    if (names.length > 0) {
      const lone = words.some(({ text }) => isLonePoints(text));
      found.push({ column, words: names, source, lone });
    }
  }
  // A title over all of them says nothing of any.
  const count = new Map<string, number>();
  for (const { words } of found) for (const { text } of words) count.set(text, (count.get(text) ?? 0) + 1);
  return found
    .map((item) =>
      item.words.length > 1 && found.length > 1
        ? { ...item, words: item.words.filter(({ text }) => (count.get(text) ?? 0) < found.length) }
        : item,
    )
    .filter(({ words }) => words.length > 0);
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

/** Row by row what the columns before one add up to: all of them, and those since the last mean. */
interface Sums {
  all: Map<number, Before>;
  part: Map<number, Before>;
}

function add(sums: Map<number, Before>, place: number, figure: number): void {
  const known = sums.get(place);
  if (known === undefined) {
    sums.set(place, { sum: figure, count: 1, least: figure, most: figure });
    return;
  }
  known.sum += figure;
  known.count += 1;
  known.least = Math.min(known.least, figure);
  known.most = Math.max(known.most, figure);
}

/** The columns whose figures are the means or the sums of those before them, in every row. */
function meansAmong({ dataRows, grid }: MaybeCross, units: readonly CrossColumn[]): Set<number> {
  const means = new Set<number>();
  const before = new Map<string | null, Sums>();
  for (const { column, name, source } of units) {
    const { all, part } = before.get(source) ?? { all: new Map(), part: new Map() };
    before.set(source, { all, part });
    const figures = dataRows.map((row) => figureOf(grid.at(row, column)));
    const shared = TOGETHER.test(foldLoose(name));
    const fits = (sums: ReadonlyMap<number, Before>, mean: boolean): boolean => {
      let telling = 0;
      const whole = figures.every((figure, place) => {
        if (figure === null) return true;
        const known = sums.get(place);
        if (known === undefined || known.count < 2) return false;
        if (mean ? known.least < known.most : known.least > 0) telling += 1;
        return isPrinted(figure, mean ? known.sum / known.count : known.sum);
      });
      // Two rows may fit by chance: under a plain name it takes three.
      return whole && telling > (shared ? 1 : 2);
    };
    const may = shared || !isUnitWord(name);
    if (may && [all, part].some((sums) => fits(sums, true) || fits(sums, false))) {
      means.add(column);
      part.clear();
      continue;
    }
    figures.forEach((figure, place) => {
      if (figure === null) return;
      add(all, place, figure);
      add(part, place, figure);
    });
  }
  return means;
}

/** Whether figures stand under a column's header. */
function hasFigures({ dataRows, grid }: MaybeCross, column: number): boolean {
  return dataRows.some((row) => figureOf(grid.at(row, column)) !== null);
}

/**
 * @param known whether the unit list has a name; null without a list.
 * @param alone whether no other table of the workbook holds data.
 * @param owner the unit that a line "Đơn vị:" or the sheet's name tells.
 * @returns the columns of the units of a table of indicators; empty where its columns are none of units.
 */
function unitColumns(
  table: MaybeCross,
  known: ((name: string) => boolean) | null,
  alone: boolean,
  owner: Owner | null,
): CrossColumn[] {
  const found = pointColumns(table);
  const lone = new Set(found.flatMap(({ column, lone: isLone }) => (isLone ? column : [])));
  const columns = found.flatMap(({ column, words: [word], source }): CrossColumn[] =>
    word === undefined ? [] : [{ column, source, name: word.text.replace(NUMBERED, ''), at: word.at }],
  );
  const judged = columns.some(({ name }) => known?.(name) !== true && isSurePerson(name));
  const isOf = ({ name, column }: CrossColumn): boolean => {
    if (known?.(name) === true) return true;
    if (isSumRowName(name) || saysSummary(name) || readPeriod(name) !== null) return false;
    if (!hasFigures(table, column)) return false;
    const folded = foldLoose(name);
    if (SHARED.test(folded)) return false;
    // Beside people who score, "Bà B" is one of them.
    return isUnitWord(name) || (!judged && !JUDGE.test(folded) && !isOther(name) && /\p{L}{2}/u.test(name));
  };
  const like = columns.filter(isOf);
  const means = meansAmong(
    table,
    like.filter(({ name }) => known?.(name) !== true),
  );
  const units = like.filter(({ column }) => !means.has(column));
  const names = new Set(units.map(({ name }) => foldUnit(name)));
  const sure = units.filter(({ name }) => known?.(name) === true || isUnitWord(name));
  if (known !== null && !units.some(({ name }) => known(name))) return [];
  const { maximum, rule, description, self, verified } = table.columns;
  const bare = maximum === undefined || rule !== undefined || description !== undefined || !alone;
  const valued = self !== undefined || verified !== undefined;
  if (valued && (names.size < 2 || units.some(({ source, column }) => source === null && !lone.has(column)))) return [];
  if (owner !== null && known === null && !mayOwn(owner, units, units.length === sure.length)) return [];
  if (bare || names.size < 2) return sure.length > 0 && sure.length * 2 > units.length ? units : [];
  return units;
}

/** Whose table it may be: "Đơn vị: Xã A" is also written over what a unit consolidates. */
interface Owner {
  name: string;
  /** A line says it, not the sheet's name alone. */
  stated: boolean;
}

function ownerOf(table: MaybeCross, tables: readonly FoundTable[]): Owner | null {
  const stated = lineUnit(table, surroundings(table, tables));
  if (stated !== null) return { name: stated, stated: true };
  const sheet = clean(table.grid.picture.name);
  return isUnitWord(sheet) ? { name: sheet, stated: false } : null;
}

/** Units that hold others: communes and schools are scored by bodies, never made of them. */
const LEAF = /^(?:ubnd )?(?:xa|phuong|thi tran|dac khu|truong|lop|khoa)(?= )/;
const BODIES = /^(?:so|ban|phong|cuc|chi cuc|hoi|doan|to|doi|vien|van phong|vp|thanh tra|cong an|tinh|huyen)(?= )/;

/** Whether a table of this unit may have columns of others. `sure`: all are called what units are called. */
function mayOwn({ name, stated }: Owner, units: readonly CrossColumn[], sure: boolean): boolean {
  if (!LEAF.test(foldLoose(name))) return true;
  return (sure || !stated) && !units.some((unit) => BODIES.test(foldLoose(unit.name)));
}

/** @returns a table as the bảng ngang that its columns of units make it. */
function crossOf(table: MaybeCross, unitColumns: readonly CrossColumn[]): CrossTable {
  const columns = withoutRoles(table.columns, 'self', 'verified');
  return settleCrossRows({ ...table, kind: 'cross', columns, unitColumns, resultRows: [] });
}

/**
 * @param unitNames those of the unit lists.
 * @returns the tables, those of indicators whose other columns are units as bảng ngang; what only could have been one is no table of ours.
 */
export function findCross(tables: readonly FoundTable[], unitNames: ReadonlySet<string>): FoundTable[] {
  const known = unitNames.size === 0 ? null : (name: string): boolean => unitNames.has(foldUnit(name));
  const alone = !tables.some(
    (table) => table.kind === 'long' || table.kind === 'matrix' || (table.kind === 'form' && !isRepeated(table)),
  );
  // Each table stands among those before it as they were settled.
  const all = [...tables];
  for (const [place, table] of tables.entries()) {
    const mayBe = table.kind === 'set' || table.kind === 'cross' || (table.kind === 'form' && isRepeated(table));
    if (!mayBe) continue;
    // A form says whose it is: bodies that score it are no units, unless the list knows them.
    if (known === null && table.kind !== 'cross' && statesUnit(table, surroundings(table, all))) continue;
    const columns = unitColumns(table, known, alone, ownerOf(table, all));
    if (columns.length > 0) all[place] = crossOf(table, columns);
  }
  return all.filter((table) => table.kind !== 'cross' || table.unitColumns.length > 0);
}

/** Whether the header says one kind of points several times. */
function isRepeated(table: MaybeCross): boolean {
  const roles = Object.keys(table.headers).map((column) =>
    roleOfHeader(clean(shownText(table.grid.at(table.headerBottom, Number(column))))),
  );
  return (
    (['self', 'verified'] as const).some((role) => roles.filter((one) => one === role).length > 1) ||
    isSpread(table) ||
    isBanner(table)
  );
}

/** Whether words for points stand over columns of several units ("Điểm thẩm định của các xã"), or Điểm under the name of each. */
function isBanner(table: MaybeCross): boolean {
  return (['self', 'verified'] as const).some((role) => {
    const columns = (table.claims[role] ?? []).map(({ column }) => column);
    if (columns.length < 2) return false;
    const own = columns.map((column) => ownWords(table, column));
    const names = POINTS.has(foldHeader(own[0] ?? '')) ? columns.map((column) => table.over[column]?.[0] ?? '') : own;
    return new Set(names.map(foldUnit)).size === columns.length && names.every(mayBeUnit);
  });
}

const mayBeUnit = (name: string): boolean =>
  isUnitWord(name) ||
  (/\p{L}{2}/u.test(name) && roleOfHeader(name) === null && looseRole(name) === null && !isOther(name));

/** Whether Điểm tự chấm (or thẩm định) stands over several columns. */
function isSpread(table: MaybeCross): boolean {
  const heads = Object.values(table.headers).filter((text) => {
    const folded = foldLoose(text);
    return /^(?:diem )?(?:tu (?:cham|danh gia)|tham dinh) \S/.test(folded);
  });
  return heads.length > 1;
}
