/** Which group each row of units belongs to: by the column Nhóm, written in every row or once a block, and by rows of their own. */
import { kindOf, type Cell } from '../../workbook/cell.ts';
import { clean, foldUnit } from '../../workbook/text.ts';
import { readCode, shownText } from '../cells/codes.ts';
import { withoutRoles, type FoundTable, type LongTable, type TableRows } from './found-table.ts';
import { titlesBetween } from './title-rows.ts';

/** @returns the name or code a cell holds, cleaned; "" for an error, which names nobody and is formula.error's to say. */
export function namedBy(cell: Cell): string {
  return kindOf(cell) === 'error' ? '' : clean(shownText(cell));
}

/** "I. Nhóm cơ quan chuyên môn" → "Nhóm cơ quan chuyên môn". */
function groupTitle(text: string): string {
  return clean(text)
    .replace(/^(?:[IVXLC]+|[A-Z])[.\s)/-]+\s*/, '')
    .replace(/ ?[:：]$/, '');
}

/** The text of a group row: its name cell, else its first text, else its numeral. */
function groupRowText({ columns, grid, left, right }: FoundTable, row: number): string {
  const own = columns.unit === undefined ? '' : clean(shownText(grid.at(row, columns.unit)));
  const cells = own === '' ? (grid.row(row)?.cells ?? []).slice(left, right + 1) : [];
  const shown = cells.map((cell) => clean(shownText(cell))).filter((text) => text !== '');
  return groupTitle(
    own !== '' ? own : (shown.find((text) => /\p{L}{2}/u.test(groupTitle(text)) && !isMark(text)) ?? shown[0] ?? ''),
  );
}

const isMark = (text: string): boolean => 'group' in readCode(text) || /^\(?[IVXLC]+[.)/-]*$/.test(text);

/** The groups that rows of a table name, each for the units below it. */
function titlesOf(table: FoundTable): Map<number, string> {
  if (table.kind === 'matrix' || table.kind === 'units')
    return new Map(table.groupRows.map((row) => [row, groupRowText(table, row)]));
  const titles = table.kind === 'long' ? titlesBetween(table) : new Map<number, string>();
  return new Map([...titles].map(([row, text]) => [row, groupTitle(text)]));
}

/** @returns whether a table says which groups its units are in. */
export function givesGroups({ columns, titles }: FoundTable): boolean {
  return columns.group !== undefined || titles.size > 0;
}

/**
 * @param told the group of each row.
 * @returns whether the groups of a long table are of indicators, not of units: one unit has several, the codes of one pillar never.
 */
function groupsPillars({ columns, grid, dataRows }: LongTable, told: (row: number) => string): boolean {
  const { code, unit, unitCode } = columns;
  const ofUnit = new Map<string, string>();
  const ofPillar = new Map<string, string>();
  let several = false;
  for (const row of dataRows) {
    const text = (column: number | undefined): string =>
      column === undefined ? '' : shownText(grid.lent(row, column));
    const group = told(row);
    if (group === '') continue;
    const owner = `${text(unit)}\n${text(unitCode)}`;
    const [pillar = ''] = text(code).split('.');
    if ((ofPillar.get(pillar) ?? group) !== group) return false;
    several ||= (ofUnit.get(owner) ?? group) !== group;
    ofPillar.set(pillar, group);
    ofUnit.set(owner, group);
  }
  return several;
}

/** @returns a table with what it says of its units' groups; groups of indicators are none of its business. */
export function settleGroups(table: FoundTable): FoundTable {
  return table.kind === 'long' ? settleLong(table) : { ...table, titles: titlesOf(table) };
}

function settleLong(table: LongTable): LongTable {
  const { columns, grid } = table;
  const { group } = columns;
  const ofPillars = group !== undefined && groupsPillars(table, (row) => shownText(grid.lent(row, group)));
  const own = ofPillars ? { ...table, columns: withoutRoles(columns, 'group') } : table;
  const titled = { ...own, titles: titlesOf(own) };
  return titled.titles.size > 0 && groupsPillars(titled, groupsOf(titled)) ? { ...own, titles: new Map() } : titled;
}

/** What each row of data says of its group, and what may hold for it. */
interface Walk {
  /** By place among the rows of data: the last group told, by a row of data or of its own. */
  down: string[];
  /** What the row itself says, else the row of its own above it where no row of data said another since. */
  under: string[];
  /** Every group told, in order. */
  words: string[];
  /** Whether none is written again before it changes, and the first row has one. */
  once: boolean;
}

function walk({ dataRows, titles }: Pick<TableRows, 'dataRows' | 'titles'>, texts: readonly string[]): Walk {
  const walked: Walk = { down: [], under: [], words: [], once: true };
  const heads = [...titles];
  let next = 0;
  let told = '';
  let title = '';
  texts.forEach((text, place) => {
    const row = dataRows[place] ?? -1;
    for (let head = heads[next]; head !== undefined && head[0] < row; head = heads[next]) {
      told = title = head[1];
      walked.words.push(told);
      next += 1;
    }
    walked.once &&= text !== told && (text !== '' || told !== '');
    if (text !== '') {
      told = text;
      title = '';
      walked.words.push(text);
    }
    walked.down.push(told);
    walked.under.push(text === '' ? title : text);
  });
  return walked;
}

/** @returns the group of each row of data; "" where the table does not tell it. Written once at the head of its block it holds for the block. */
export function groupsOf(table: FoundTable): (row: number) => string {
  const { columns, grid, dataRows, titles, kind } = table;
  const { group } = columns;
  const own = (row: number): string => (group === undefined ? '' : namedBy(grid.lent(row, group)));
  const texts = dataRows.map(own);
  if (!givesGroups(table) || !texts.includes('')) return own;
  const { down, under, words, once } = walk(table, texts);
  const places = new Map(dataRows.map((row, place) => [row, place]));
  const of =
    (groups: readonly string[]) =>
    (row: number): string =>
      groups[places.get(row) ?? -1] ?? own(row);
  // Rows of their own and cells beside units are two ways to say it: where one ends and the other begins nobody knows.
  const mixed = titles.size > 0 && texts.some((text) => text !== '');
  if (kind !== 'long') {
    const blocks = !mixed && down[0] !== '' && new Set(words).size === words.length;
    return of(blocks ? down : under);
  }
  const owners = dataRows.map((row) =>
    [columns.unit, columns.unitCode]
      .map((column) => (column === undefined ? '' : foldUnit(namedBy(grid.lent(row, column)))))
      .join('\n'),
  );
  const perUnit = (groups: readonly string[]): Map<string, Set<string>> => {
    const found = new Map<string, Set<string>>();
    groups.forEach((text, place) => {
      const owner = owners[place] ?? '';
      if (text !== '') found.set(owner, (found.get(owner) ?? new Set()).add(text));
    });
    return found;
  };
  // Rows sorted by indicator may look like blocks, too.
  if (!mixed && once && [...perUnit(down).values()].every(({ size }) => size === 1)) return of(down);
  const single = perUnit(under);
  const told = under.map((text, place) => {
    const groups = text === '' ? single.get(owners[place] ?? '') : undefined;
    const [only = text] = groups?.size === 1 ? groups : [];
    return only;
  });
  return of(told);
}
