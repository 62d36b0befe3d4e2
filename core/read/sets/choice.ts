/** Which index sets a workbook has, and with which of them each table goes (docs/contract.md#index-sets). */
import { compare, type Exact } from '../../exact/exact.ts';
import type { Indicator, IndexSet } from '../../framework/framework.ts';
import { foldHeader } from '../../workbook/text.ts';
import type { Remark, Settings } from '../assessment.ts';
import { codeAt } from '../tables/child-codes.ts';
import type { FoundTable } from '../tables/extent.ts';
import { extraCode, extraIndicator, extrasAmong } from '../headers/extra-points.ts';
import type { Grid } from '../cells/grid.ts';
import { matrixHeads, setOfMatrix } from './matrix-set.ts';
import { titleAbove } from '../tables/places.ts';
import { readMaximum } from './set-rows.ts';
import { setOfTable } from './sets.ts';

function sameMaximum(left: Exact | null, right: Exact | null): boolean {
  return left === null || right === null ? left === right : compare(left, right) === 0;
}

/** Equal in codes and maxima: one set. */
/** A bonus beside a maximum may be in one form and not in another: what both have must be equal. */
function sameSet(left: IndexSet, right: IndexSet): boolean {
  const count = ({ indicators }: IndexSet): number => indicators.filter((item) => item.bonusOf === undefined).length;
  if (count(left) !== count(right)) return false;
  const limitOf = ({ maximum, rule }: Indicator): Exact | null => (rule?.kind === 'bonus' ? rule.cap : maximum);
  const limits = new Map(left.indicators.map((item) => [item.code, limitOf(item)]));
  return right.indicators.every((item) =>
    limits.has(item.code) ? sameMaximum(limits.get(item.code)!, limitOf(item)) : item.bonusOf !== undefined,
  );
}

/** Takes over the bonuses that only another table of the same set states. */
function addBonuses(known: IndexSet, other: IndexSet): void {
  for (const item of other.indicators) {
    if (item.bonusOf === undefined || known.indicators.some(({ code }) => code === item.code)) continue;
    const index = known.indicators.length;
    known.indicators.push({ ...item, index });
    known.pillars.find(({ code }) => code === item.pillar)?.indicators.push(index);
  }
}

export interface SetChoice {
  sets: IndexSet[];
  /** The set that a table defines, by table index: it goes with itself. */
  own: Map<number, number>;
  remarks: Remark[];
  /** The setting Dấu thập phân, for maxima with two readings. */
  mark: Settings['decimalMark'];
  /** By set: its codes and names. */
  words: Set<string>[];
}

/** @returns the workbook's sets; `chosen` (a built-in or a file's) goes before all of them. */
export function chooseSets(
  tables: FoundTable[],
  grids: Grid[],
  settings: Settings,
  chosen: IndexSet | null,
): SetChoice {
  const mark = settings.decimalMark;
  if (chosen !== null) return { sets: [chosen], own: new Map(), remarks: [], mark, words: [] };
  const sets: IndexSet[] = [];
  const own = new Map<number, number>();
  const remarks: Remark[] = [];
  const grid = (table: FoundTable): Grid => grids[table.sheet]!;
  const take = (table: FoundTable, set: IndexSet, noticed: Remark[]): void => {
    if (set.indicators.length === 0) return;
    if (set.title === '') set.title = titleAbove(table, grid(table), 0);
    let place = sets.findIndex((known) => sameSet(known, set));
    if (place < 0) {
      place = sets.length;
      sets.push(set);
      const number = { set: place };
      remarks.push(
        ...noticed.map((remark) =>
          remark.indicator === undefined ? remark : { ...remark, indicator: { ...remark.indicator, ...number } },
        ),
      );
    } else addBonuses(sets[place]!, set);
    own.set(table.index, place);
  };
  const listed = tables.filter((table) => table.kind === 'set');
  const forms = tables.filter(
    (table) =>
      (table.kind === 'form' || table.kind === 'cross') &&
      table.columns.maximum !== undefined &&
      table.columns.name !== undefined,
  );
  for (const table of listed.length > 0 ? listed : forms) {
    const { set, remarks: noticed } = setOfTable(table, grid(table), settings);
    take(table, set, noticed);
  }
  if (sets.length === 0) {
    for (const table of tables) {
      if (table.kind === 'matrix' && table.maxRow !== undefined) {
        const { set, remarks: noticed } = setOfMatrix(table, grid(table), settings);
        take(table, set, noticed);
      }
    }
  }
  if (sets.length === 1)
    addExtras(
      sets[0]!,
      tables.filter((table) => table.kind === 'matrix' && !own.has(table.index)),
    );
  if (sets.length > 1) sets.forEach((set, place) => (set.id = place === 0 ? set.id : `${set.id}-${place + 1}`));
  return { sets, own, remarks, mark, words: sets.length > 1 ? sets.map(wordsOf) : [] };
}

/** Điểm cộng and Điểm trừ beside the indicators of a matrix count, though the set does not have them. */
function addExtras(set: IndexSet, matrices: readonly FoundTable[]): void {
  for (const table of matrices)
    for (const { text, column } of extrasAmong(matrixHeads(table))) {
      const known = (name: string): boolean => foldHeader(name) === foldHeader(text);
      if (set.indicators.some(({ name }) => known(name))) continue;
      const at = { sheet: table.sheet, row: table.headerBottom, column };
      const taken = new Set(set.indicators.map((item) => item.code));
      const extra = extraIndicator(text, extraCode(text, taken), null, at, set.indicators.length);
      set.indicators.push(extra);
      set.pillars.push({ code: extra.code, name: text, maximum: null, at: null, indicators: [extra.index] });
    }
}

/** The codes of a data table, or the names that head a matrix without codes, and the maxima it states beside them. */
function statedBy(table: FoundTable, grid: Grid, mark: Settings['decimalMark']): Map<string, Exact | null> {
  const stated = new Map<string, Exact | null>();
  if (table.kind === 'matrix') {
    const heads = matrixHeads(table);
    const coded = heads.filter((head) => head.code !== null);
    for (const { column, code, text } of coded.length > 0 ? coded : heads) {
      const maximum = table.maxRow === undefined ? null : readMaximum(grid.at(table.maxRow, column), mark);
      stated.set(code ?? foldHeader(text), maximum);
    }
    return stated;
  }
  const maximum = table.columns.maximum;
  for (const row of table.dataRows) {
    const code = codeAt(table, grid, row);
    if ('code' in code && !stated.has(code.code))
      stated.set(code.code, maximum === undefined ? null : readMaximum(grid.at(row, maximum), mark));
  }
  return stated;
}

/** What a data table may say for something of a set: its codes, the plain codes behind a group row's ("II.1"), and names. */
function wordsOf(set: IndexSet): Set<string> {
  const words = new Set<string>();
  for (const { code, name } of [...set.indicators, ...set.pillars, ...set.sums]) {
    words.add(code);
    if (name !== '') words.add(foldHeader(name));
    const qualified = /^\p{L}+\.(.+)$/u.exec(code);
    if (qualified !== null) words.add(qualified[1]!);
  }
  return words;
}

/** @returns the set a data table goes with; null where more than one, or none, fits. */
export function setForTable(table: FoundTable, grid: Grid, choice: SetChoice): number | null {
  const { sets, own, words } = choice;
  if (sets.length <= 1) return sets.length === 1 ? 0 : null;
  const self = own.get(table.index);
  if (self !== undefined) return self;
  const stated = statedBy(table, grid, choice.mark);
  const fitting = sets
    .map((_, place) => place)
    .filter((place) => [...stated.keys()].every((word) => words[place]!.has(word)));
  if (fitting.length === 1) return fitting[0]!;
  const equal = fitting.filter((place) =>
    sets[place]!.indicators.every((item) => {
      const maximum = stated.get(item.code) ?? stated.get(foldHeader(item.name));
      return maximum !== undefined && maximum !== null && sameMaximum(maximum, item.maximum);
    }),
  );
  return equal.length === 1 ? equal[0]! : null;
}

/** @returns what a workbook without an index set is told. A matrix without maxima and without a set is never scored: its headers say which of the two is missing. */
export function withoutSets(tables: readonly FoundTable[]): Remark[] {
  const coded = tables.find((table) => table.kind === 'matrix' && table.codesOnly === true);
  if (coded === undefined) return [{ kind: 'framework.none', at: null, args: {} }];
  const column = matrixHeads(coded)[0]?.column ?? coded.left;
  return [
    {
      kind: 'framework.maximum-missing',
      at: { sheet: coded.sheet, row: coded.headerBottom, column },
      variant: 'matrix',
      args: {},
    },
  ];
}
