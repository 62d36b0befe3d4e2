/** Which column decides where the headers give one role to several, and which columns of figures nobody reads (design §8). */
import { clean, foldLoose } from '../workbook/text.ts';
import type { ColumnRole, Remark, Settings } from './assessment.ts';
import { readCode, shownText } from './codes.ts';
import { VALUE_ROLES, type FoundTable } from './extent.ts';
import type { Grid } from './grid.ts';
import { roleOfHeader } from './headers.ts';
import { hasPointsWord, isNeglected } from './loose-headers.ts';
import { readPeriod } from './periods.ts';
import { figureOf } from './summaries.ts';

/** A header as the setting Cột điểm chính thức names it: brackets count, "(lần 2)" is what tells two columns apart. */
const folded = (text: string): string => foldLoose(clean(text));

/** The words over a column from the top down, its own last: "Năm 2025 · Thẩm định". */
function fullHeader(table: FoundTable, column: number): string {
  const own = table.headers[column] ?? '';
  const above = [...(table.over[column] ?? [])].reverse().filter((text) => !own.includes(text));
  return [...above, own].join(' ');
}

const isNamed = (table: FoundTable, column: number, name: string | null): boolean =>
  name !== null &&
  [table.headers[column] ?? '', fullHeader(table, column)].some((text) => folded(text) === folded(name));

const PERIOD =
  /(?:qu[ýy]\s*(?:[ivx]+|[1-4])\s*(?:[/.-]|\s*năm)?\s*|\d{1,2}\s*tháng\s*(?:đầu|cuối)\s*(?:năm\s*)?)?20\d\d/i;

/** The period that a column's words name, as written; "" where they name none. */
function periodOf(table: FoundTable, column: number): string {
  for (const text of [...(table.over[column] ?? []), table.headers[column] ?? '']) {
    if (readPeriod(text) !== null) return clean(text);
    const inside = PERIOD.exec(text.normalize('NFC').slice(0, 300))?.[0] ?? '';
    if (readPeriod(inside) !== null) return inside;
  }
  return '';
}

/** @returns by value role the columns of different periods, where the headers tell them apart by period alone. */
export function periodColumns(table: FoundTable): Map<ColumnRole, { column: number; period: string }[]> {
  const found = new Map<ColumnRole, { column: number; period: string }[]>();
  for (const role of VALUE_ROLES) {
    const claims = (table.claims[role] ?? []).map(({ column }) => ({ column, period: periodOf(table, column) }));
    const keys = new Set(claims.map(({ period }) => readPeriod(period)?.key ?? ''));
    if (claims.length > 1 && !keys.has('') && keys.size === claims.length) found.set(role, claims);
  }
  return found;
}

/** Whether two columns say the same in every row of data. */
function areEqual(table: FoundTable, grid: Grid, one: number, other: number): boolean {
  return table.dataRows.every((row) => {
    const [left, right] = [grid.at(row, one), grid.at(row, other)];
    const [x, y] = [figureOf(left), figureOf(right)];
    return x !== null && y !== null ? x === y : clean(shownText(left)) === clean(shownText(right));
  });
}

/** Every column that something reads, compares or knows not to. */
function claimed(table: FoundTable): Set<number> {
  const { columns, claims, indicatorColumns = {}, sumColumns = {}, unitColumns = [] } = table;
  return new Set([
    ...Object.values(columns),
    ...Object.values(claims).flatMap((list) => list.map(({ column }) => column)),
    ...Object.keys(indicatorColumns).map(Number),
    ...Object.keys(sumColumns).map(Number),
    ...unitColumns.map(({ column }) => column),
  ]);
}

/** The lowest header row that says something over a column. */
function headerRow(table: FoundTable, grid: Grid, column: number): number {
  for (let row = table.headerBottom; row >= table.headerTop; row -= 1)
    if (clean(shownText(grid.at(row, column))) !== '') return row;
  return table.headerBottom;
}

/** Puts the column that Cột điểm chính thức names in the place of Điểm thẩm định, or of the role that it has among others. */
function chooseOfficial(table: FoundTable, { officialColumn }: Settings): boolean {
  if (officialColumn === null) return false;
  for (const role of VALUE_ROLES) {
    const named = table.claims[role]?.find(({ column }) => isNamed(table, column, officialColumn));
    if (named === undefined) continue;
    table.columns[role] = named.column;
    return true;
  }
  const free = Object.keys(table.headers).map(Number);
  const named = free.find((column) => !claimed(table).has(column) && isNamed(table, column, officialColumn));
  if (named === undefined) return false;
  table.columns.verified = named;
  return true;
}

/**
 * Settles a table's value columns before they are read: the one that the setting names, else the first; the others are
 * said. @returns column.several, without the units that it blocks.
 */
export function settleClaims(table: FoundTable, grid: Grid, settings: Settings): Remark[] {
  if (table.kind !== 'form' && table.kind !== 'long') return [];
  const chosen = chooseOfficial(table, settings);
  const periods = periodColumns(table);
  return VALUE_ROLES.flatMap((role): Remark[] => {
    const columns = (table.claims[role] ?? []).map(({ column }) => column);
    if (columns.length < 2 || periods.has(role)) return [];
    if (chosen && columns.some((column) => isNamed(table, column, settings.officialColumn))) return [];
    const first = columns[0]!;
    const differing = columns.slice(1).find((column) => !areEqual(table, grid, first, column));
    const column = differing ?? columns[1]!;
    const names = columns.map((each) => `“${fullHeader(table, each)}”`).join(', ');
    return [
      {
        kind: 'column.several',
        at: { sheet: table.sheet, row: headerRow(table, grid, column), column },
        ...(differing === undefined ? { variant: 'equal' } : {}),
        args: { columns: names, header: fullHeader(table, column), first: fullHeader(table, first) },
      },
    ];
  });
}

/** A second total or rank is compared or nobody's; a code that no indicator has is a finding of its own. */
function isSaidElsewhere(header: string): boolean {
  const code = readCode(header);
  return 'code' in code || 'group' in code || 'date' in code || roleOfHeader(header) !== null;
}

/** @returns column.unread for each column of figures that nobody reads, without the units that it blocks. `told`: columns that another remark names. */
export function unreadColumns(table: FoundTable, grid: Grid, told: ReadonlySet<number>): Remark[] {
  if (table.kind === 'settings' || table.kind === 'units') return [];
  const known = claimed(table);
  const remarks: Remark[] = [];
  for (const key of Object.keys(table.headers)) {
    const column = Number(key);
    const header = fullHeader(table, column);
    const own = table.headers[column]!;
    if (known.has(column) || told.has(column) || isNeglected(own) || isSaidElsewhere(own)) continue;
    const points = hasPointsWord(header);
    // An index set's other figures are nobody's points.
    if (table.kind === 'set' && !points) continue;
    if (!table.dataRows.some((row) => figureOf(grid.at(row, column)) !== null)) continue;
    const at = { sheet: table.sheet, row: headerRow(table, grid, column), column };
    const role =
      table.columns.verified === undefined
        ? 'Điểm thẩm định'
        : table.columns.self === undefined
          ? 'Điểm tự chấm'
          : null;
    remarks.push({
      kind: 'column.unread',
      at,
      ...(points ? {} : { variant: 'note' }),
      args: { header, word: role ?? 'Điểm thẩm định' },
      ...(points && role !== null && table.kind !== 'matrix' && table.kind !== 'cross'
        ? { repair: [{ at, value: role }] }
        : {}),
    });
  }
  return remarks;
}
