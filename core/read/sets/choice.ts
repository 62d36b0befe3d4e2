/** Which index sets a workbook has, and with which of them each table goes (docs/contract.md#index-sets). */
import { compare, type Exact } from '../../exact/exact.ts';
import type { Indicator, IndexSet } from '../../framework/framework.ts';
import { foldHeader } from '../../workbook/text.ts';
import type { Remark, Settings } from '../assessment.ts';
import { codeAt } from '../tables/child-codes.ts';
import type { DataTable, FoundTable } from '../tables/found-table.ts';
import { extraCode, extraIndicator, extrasAmong } from '../headers/extra-points.ts';
import { matrixHeads, setOfMatrix } from './matrix-set.ts';
import { titleAbove } from '../tables/places.ts';
import { readMaximum } from './set-rows.ts';
import { mayState, setOfTable } from './sets.ts';

function sameMaximum(left: Exact | null, right: Exact | null): boolean {
  return left === null || right === null ? left === right : compare(left, right) === 0;
}

/** Equal in codes and maxima: one set. A bonus beside a maximum may be in one form and not in another: what both have must be equal. */
function sameSet(left: IndexSet, right: IndexSet): boolean {
  const count = ({ indicators }: IndexSet): number => indicators.filter((item) => item.bonusOf === undefined).length;
  if (count(left) !== count(right)) return false;
  const limitOf = ({ maximum, rule }: Indicator): Exact | null => (rule?.kind === 'bonus' ? rule.cap : maximum);
  const limits = new Map(left.indicators.map((item) => [item.code, limitOf(item)]));
  return right.indicators.every((item) => {
    const limit = limits.get(item.code);
    return limit === undefined ? item.bonusOf !== undefined : sameMaximum(limit, limitOf(item));
  });
}

/** @returns a set with an indicator more, under a pillar that it has. */
function withIndicator(set: IndexSet, item: Indicator): IndexSet {
  const index = set.indicators.length;
  const pillars = set.pillars.map((pillar) =>
    pillar.code === item.pillar ? { ...pillar, indicators: [...pillar.indicators, index] } : pillar,
  );
  return { ...set, indicators: [...set.indicators, { ...item, index }], pillars };
}

/** @returns a set with the bonuses that only another table of the same set states. */
function withBonuses(set: IndexSet, other: IndexSet): IndexSet {
  const isNew = (known: IndexSet, item: Indicator): boolean =>
    item.bonusOf !== undefined && known.indicators.every(({ code }) => code !== item.code);
  return other.indicators.reduce((known, item) => (isNew(known, item) ? withIndicator(known, item) : known), set);
}

export interface SetChoice {
  sets: IndexSet[];
  /** The set that a table defines, by table index: it goes with itself. */
  own: Map<number, number>;
  /** The setting Dấu thập phân, for maxima with two readings. */
  mark: Settings['decimalMark'];
  /** By set: its codes and names. */
  words: Set<string>[];
}

/** A table that states a set, as it is once that is read; and what is wrong with the set. */
interface Stated {
  table: FoundTable;
  set: IndexSet;
  remarks: Remark[];
}

/** The sets that tables state: set tables, else forms and bảng ngang, else matrices with a row of maxima. */
function statedSets(tables: readonly FoundTable[], settings: Settings): Stated[] {
  const stating = tables.filter(mayState);
  const listed = stating.filter(({ kind }) => kind === 'set');
  const coded = (listed.length > 0 ? listed : stating).map((table) => ({ table, ...setOfTable(table, settings) }));
  if (coded.some(({ set }) => set.indicators.length > 0)) return coded;
  return tables.flatMap((table) =>
    table.kind === 'matrix' && table.maxRow !== undefined ? [setOfMatrix(table, table.maxRow, settings)] : [],
  );
}

/** Each different set once, with the tables that state it. */
function joined(stated: readonly Stated[]): Pick<SetChoice, 'sets' | 'own'> & { remarks: Remark[] } {
  const sets: IndexSet[] = [];
  const own = new Map<number, number>();
  const remarks: Remark[] = [];
  for (const { table, set, remarks: noticed } of stated) {
    if (set.indicators.length === 0) continue;
    const place = sets.findIndex((known) => sameSet(known, set));
    const known = sets[place];
    own.set(table.index, known === undefined ? sets.length : place);
    if (known !== undefined) {
      sets[place] = withBonuses(known, set);
      continue;
    }
    for (const remark of noticed)
      remarks.push(
        remark.indicator === undefined ? remark : { ...remark, indicator: { ...remark.indicator, set: sets.length } },
      );
    sets.push(set.title === '' ? { ...set, title: titleAbove(table, 0) } : set);
  }
  return { sets, own, remarks };
}

/**
 * @param chosen a built-in set or a file's: goes before all of the workbook.
 * @returns the workbook's sets, what is wrong with them, and the tables, of which matrices are told more by their sets.
 */
export function chooseSets(
  tables: readonly FoundTable[],
  settings: Settings,
  chosen: IndexSet | null,
): { tables: readonly FoundTable[]; choice: SetChoice; remarks: Remark[] } {
  const mark = settings.decimalMark;
  if (chosen !== null) return { tables, choice: { sets: [chosen], own: new Map(), mark, words: [] }, remarks: [] };
  const stated = statedSets(tables, settings);
  const { sets: found, own, remarks } = joined(stated);
  const settled = new Map(stated.map(({ table }) => [table.index, table]));
  const all = tables.map((table) => settled.get(table.index) ?? table);
  const sets =
    found.length === 1
      ? found.map((set) =>
          withExtras(
            set,
            all.filter((table) => table.kind === 'matrix' && !own.has(table.index)),
          ),
        )
      : found.map((set, place) => (place === 0 ? set : { ...set, id: `${set.id}-${place + 1}` }));
  return { tables: all, choice: { sets, own, mark, words: sets.length > 1 ? sets.map(wordsOf) : [] }, remarks };
}

/** Điểm cộng and Điểm trừ beside the indicators of a matrix count, though the set does not have them. */
function withExtras(set: IndexSet, tables: readonly FoundTable[]): IndexSet {
  let extended = set;
  for (const table of tables)
    for (const { text, column } of table.kind === 'matrix' ? extrasAmong(matrixHeads(table)) : []) {
      const { indicators, pillars } = extended;
      if (indicators.some(({ name }) => foldHeader(name) === foldHeader(text))) continue;
      const at = { sheet: table.sheet, row: table.headerBottom, column };
      const taken = new Set(indicators.map((item) => item.code));
      const extra = extraIndicator(text, extraCode(text, taken), null, at, indicators.length);
      const pillar = { code: extra.code, name: text, maximum: null, at: null, indicators: [extra.index] };
      extended = { ...extended, indicators: [...indicators, extra], pillars: [...pillars, pillar] };
    }
  return extended;
}

/** The codes of a data table, or the names that head a matrix without codes, and the maxima it states beside them. */
function statedBy(table: DataTable, mark: Settings['decimalMark']): Map<string, Exact | null> {
  const { grid } = table;
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
    const code = codeAt(table, row);
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
    const [, qualified] = /^\p{L}+\.(.+)$/u.exec(code) ?? [];
    if (qualified !== undefined) words.add(qualified);
  }
  return words;
}

/** @returns the set a data table goes with; null where more than one, or none, fits. */
export function setForTable(table: DataTable, { sets, own, words, mark }: SetChoice): number | null {
  if (sets.length <= 1) return sets.length === 1 ? 0 : null;
  const self = own.get(table.index);
  if (self !== undefined) return self;
  const stated = statedBy(table, mark);
  const fitting = [...sets.entries()].filter(([place]) =>
    [...stated.keys()].every((word) => words[place]?.has(word) === true),
  );
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return only[0];
  const equal = fitting.filter(([, { indicators }]) =>
    indicators.every((item) => {
      const maximum = stated.get(item.code) ?? stated.get(foldHeader(item.name));
      return maximum !== undefined && maximum !== null && sameMaximum(maximum, item.maximum);
    }),
  );
  const [same, ...more] = equal;
  return same !== undefined && more.length === 0 ? same[0] : null;
}

/** @returns what a workbook without an index set is told. A matrix without maxima and without a set is never scored: its headers say which of the two is missing. */
export function withoutSets(tables: readonly FoundTable[]): Remark[] {
  const coded = tables.find((table) => table.kind === 'matrix' && table.codesOnly);
  if (coded?.kind !== 'matrix') return [{ kind: 'framework.none', at: null, args: {} }];
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
