/** What stands around a table: whose form it is, for which period, and its title. */
import { clean, foldLoose, foldUnit, nfc } from '../../workbook/text.ts';
import type { CellRef } from '../assessment.ts';
import { readCode, shownText } from '../cells/codes.ts';
import { readPeriod } from '../periods/periods.ts';
import type { FormTable, FoundTable, Outline, Outlined } from './found-table.ts';

const UNIT_LINE =
  /^(?:(?:ten don vi|don vi duoc danh gia|don vi danh gia|don vi)(?: ?\/ ?unit(?: name)?)?|unit|unit name|name of unit|agency) ?: ?/;
const PERIOD_LINE = /^(?:(?:ky bao cao|ky danh gia|ky)(?: ?\/ ?(?:reporting )?period)?|period|reporting period) ?: ?/;
/** The same labels in a cell of their own, with the value in the next. */
const UNIT_LABEL = /^(?:ten don vi|don vi duoc danh gia|don vi danh gia|unit name|name of unit)$/;
const PERIOD_LABEL = /^(?:ky bao cao|ky danh gia|reporting period)$/;
/** "Đơn vị: triệu đồng" is a measure, no unit; whole words only, since Hà Nội and Nam Định begin like hectare and year. */
const MEASURE =
  /^(?:[\d.,]+ )?(?:diem|%|phan tram|(?:nghin|ngan|tram|trieu|ty|ti)? ?(?:dong|vnd|usd)|ho so|nguoi|ho|cuoc|van ban|lan|tin|bai|don vi|ngay|thang|nam|gio|m2|km2?|ha|may|chiec|bo|luot|ca|vu|dich vu|thu tuc|points?|scores?|percent|cases?|dossiers?|people|days?|number)(?: ?[,;/(].*)?$/;
/** @returns whether a folded text is a measure ("triệu đồng"), which the word Đơn vị stands before, too. */
export function isMeasure(folded: string): boolean {
  return MEASURE.test(folded);
}

/** Dots to be filled in are no name. */
const UNFILLED = /^[\s.…_\-–<>[\]()]*$/;

export interface Line {
  text: string;
  at: CellRef;
}

/** Where the texts around a table stand: below the tables above it, and between those beside it. */
export interface Surroundings {
  from: number;
  left: number;
  right: number;
}

/** @returns where the texts that belong to a table stand. Settings lie anywhere and bound nothing. */
export function surroundings(table: FoundTable, tables: readonly FoundTable[]): Surroundings {
  const around = { from: 0, left: 0, right: Infinity };
  for (const other of tables) {
    if (other.sheet !== table.sheet || other.kind === 'settings') continue;
    const overlaps = other.left <= table.right && table.left <= other.right;
    if (overlaps) {
      if (other.lastRow < table.headerTop) around.from = Math.max(around.from, other.lastRow + 1);
    } else if (other.headerTop <= table.lastRow && table.headerTop <= other.lastRow) {
      if (other.right < table.left) around.left = Math.max(around.left, other.right + 1);
      else around.right = Math.min(around.right, other.left - 1);
    }
  }
  return around;
}

/** Where another label begins in a cell that holds several. */
const NEXT_LABEL =
  /[\s;,–-]+(?=(?:Tên đơn vị|Đơn vị đánh giá|Đơn vị được đánh giá|Đơn vị tính|Đơn vị|Kỳ báo cáo|Kỳ đánh giá|Kỳ|Mã đơn vị|Năm|Ngày|Địa chỉ|Điện thoại|Người lập)\s*[:：])/iu;

/** A paragraph is no line that names a unit or a period. */
const LONGEST = 1000;

/** The lines and labelled parts of a cell's text; of several the whole comes last. */
function partsOf(raw: string): string[] {
  const whole = clean(raw);
  if (whole === '') return [];
  if (raw.length > LONGEST || !/[:：\n]/.test(raw)) return [whole];
  const parts = nfc(raw)
    .split(/[\r\n]+/)
    .flatMap((line) => line.split(NEXT_LABEL))
    .map(clean)
    .filter((part) => part !== '');
  return parts.length > 1 ? [...parts, whole] : [whole];
}

/** A table as what stands above it needs it. */
type Above = Pick<Outline, 'sheet' | 'grid' | 'headerTop'>;

/** @returns the texts above a table, between its neighbours. */
export function linesAbove(table: Above, { from, left, right }: Surroundings): Line[] {
  const lines: Line[] = [];
  for (let row = from; row < table.headerTop; row += 1) {
    const cells = table.grid.row(row)?.cells ?? [];
    for (let column = left; column < cells.length && column <= right; column += 1) {
      const at = { sheet: table.sheet, row, column };
      for (const text of partsOf(shownText(cells[column]))) lines.push({ text, at });
    }
  }
  return lines;
}

/** The value behind a label, in the same cell or the next filled one of its row. */
function valueOf(line: Line, inCell: RegExp, label: RegExp, lines: Line[]): Line | null {
  const folded = foldLoose(line.text).replace('：', ':');
  if (!inCell.test(folded) && !label.test(folded)) return null;
  const colon = line.text.search(/[:：]/);
  const own = colon < 0 ? '' : clean(line.text.slice(colon + 1));
  if (own !== '' && !UNFILLED.test(own)) return { text: own, at: line.at };
  const next = lines.find((other) => other.at.row === line.at.row && other.at.column > line.at.column);
  return next === undefined || UNFILLED.test(next.text) || /[:：]$/.test(next.text) ? null : next;
}

/** @returns the lines that name a unit. */
export function unitLines(lines: Line[]): Line[] {
  return lines
    .map((line) => valueOf(line, UNIT_LINE, UNIT_LABEL, lines))
    .filter((line): line is Line => line !== null && !isMeasure(foldLoose(line.text)));
}

/** @returns whether a line above a table says whose form it is: its columns are not those of several units. */
export function statesUnit(table: FoundTable, around: Surroundings): boolean {
  const named = /^(?:ten don vi|don vi duoc danh gia|don vi danh gia)\b/;
  const lines = linesAbove(table, around);
  return lines.some((line) => named.test(foldLoose(line.text)) && valueOf(line, UNIT_LINE, UNIT_LABEL, lines) !== null);
}

/** @returns the unit that a line of any wording above a table names; null: none does. */
export function lineUnit(table: FoundTable, around: Surroundings): string | null {
  return unitLines(linesAbove(table, around))[0]?.text ?? null;
}

function periodIn(lines: Line[]): string | null {
  for (const line of lines) {
    const value = valueOf(line, PERIOD_LINE, PERIOD_LABEL, lines);
    if (value !== null) return value.text;
  }
  return null;
}

/** @returns the text behind a line "Kỳ báo cáo:" above the table, "" where there is none. One line may stand over tables side by side. */
export function formPeriod(table: FoundTable, around: Surroundings): string {
  const whole = { ...around, left: 0, right: Infinity };
  return periodIn(linesAbove(table, around)) ?? periodIn(linesAbove(table, whole)) ?? '';
}

/** Whether the first code under a repeated header stands in the rows above it, too. */
function beginsAgain(above: Outlined<FormTable>, table: Outlined<FormTable>): boolean {
  const { grid, columns } = table;
  const codeIn = (row: number): string => {
    const code = readCode(grid.at(row, columns.code));
    return 'code' in code ? code.code : '';
  };
  const first = grid.rows.find(({ index }) => index >= table.firstRow && codeIn(index) !== '');
  if (first === undefined) return false;
  const code = codeIn(first.index);
  return grid.rows.some(({ index }) => index >= above.firstRow && index < table.headerTop && codeIn(index) === code);
}

/**
 * @returns whether another form begins under the header of `above` repeated at `table`: a line between them names a unit or a period,
 * and not those of the form above, unless its codes begin again. The head of a form may stand on each of its printed pages.
 */
export function isNextForm(above: Outlined<FormTable>, table: Outlined<FormTable>): boolean {
  const { left, right, headerTop } = table;
  const between = linesAbove(table, { from: Math.max(above.firstRow, headerTop - 8), left, right });
  const unit = unitLines(between)[0]?.text ?? null;
  const period = periodIn(between);
  if (unit === null && period === null) return false;
  const before = linesAbove(above, { from: 0, left, right });
  const same = (now: string | null, then: string | null): boolean =>
    now === null || (then !== null && foldUnit(now) === foldUnit(then));
  if (!same(unit, unitLines(before).pop()?.text ?? null) || !same(period, periodIn(before))) return true;
  return beginsAgain(above, table);
}

/** @returns all texts above a table in one, the words of its title among them; of tables side by side each has its own, else they share it. */
export function wordsAbove(table: FoundTable, around: Surroundings): string {
  const own = linesAbove(table, around);
  const lines = own.length > 0 ? own : linesAbove(table, { ...around, left: 0, right: Infinity });
  return lines.map((line) => line.text).join(' ');
}

/** @returns the title over a table: its first text above that is no label with a value, "" where there is none. */
export function titleAbove(table: Above, from: number): string {
  const nearest = Math.max(from, table.headerTop - 12);
  const lines = linesAbove(table, { from: nearest, left: 0, right: Infinity });
  const isValue = ({ at, text }: Line): boolean =>
    readPeriod(text) !== null ||
    lines.some((other) => other.at.row === at.row && other.at.column < at.column && /[:：]$/.test(other.text));
  const titles = lines.filter((line) => line.text.length > 5 && !line.text.includes(':') && !isValue(line));
  // The head of another table, or of this one in another language, is no title.
  const alone = titles.filter(({ at }) => lines.filter((line) => line.at.row === at.row).length < 4);
  // The office's name stands first, but what the sheet is stands below it.
  const titled = alone.find((line) => /^(?:bo|bang|phieu|danh muc|bieu)\b|chi so|tieu chi/.test(foldLoose(line.text)));
  return (titled ?? alone[0])?.text ?? '';
}

/** @returns whose points stand in a table where no header says it: its title or the sheet's name does. */
export function titledSource(table: FoundTable, tables: readonly FoundTable[]): 'self' | 'verified' {
  const title = foldLoose(`${table.grid.picture.name} ${wordsAbove(table, surroundings(table, tables))}`);
  return /tu (?:cham|danh gia)/.test(title) ? 'self' : 'verified';
}

/** @returns a header cell of a table that says something: where what is said of the whole table points. */
export function headerOf({ columns, grid, sheet, left, headerTop, headerBottom }: FoundTable): CellRef {
  const column = columns.code ?? columns.unit ?? left;
  const blank = clean(shownText(grid.at(headerBottom, column))) === '';
  return { sheet, row: blank ? headerTop : headerBottom, column };
}
