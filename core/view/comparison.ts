/** A comparison as JSON (docs/contract.md#comparison): what `diff` prints and tests compare. */
import { toNumber, type Exact } from '../exact/exact.ts';
import type { Comparison, SetChange } from '../compare/index.ts';
import { policyText } from '../compare/words.ts';
import type { Assessment, CellRef } from '../read/assessment.ts';
import { cellReference } from '../workbook/address.ts';
import type { Scalar } from '../workbook/cell.ts';

export interface ComparisonJson {
  /** `set`: its title, only where a workbook has several. */
  set: {
    code: string;
    what: SetChange['change']['what'];
    old: string | number | null;
    new: string | number | null;
    set?: string;
  }[];
  settings: { key: string; old: string | number | null; new: string | number | null }[];
  units: { added: string[]; removed: string[] };
  cells: {
    unit: string;
    indicator: string;
    column: string;
    old: Scalar | null;
    new: Scalar | null;
    oldCell: string | null;
    newCell: string | null;
  }[];
  ranking: {
    group: string;
    unit: string;
    oldPoints: number | null;
    newPoints: number | null;
    oldRank: number | null;
    newRank: number | null;
    because: { code: string; delta: number }[];
  }[];
}

const numberOf = (value: Exact | null): number | null => (value === null ? null : toNumber(value));

function setJson({ code, title, change }: SetChange): ComparisonJson['set'][number] {
  const { what } = change;
  const sides =
    what === 'maximum'
      ? { old: numberOf(change.old), new: numberOf(change.new) }
      : what === 'policy'
        ? { old: policyText(change.old), new: policyText(change.new) }
        : { old: change.old, new: change.new };
  return { code, what, ...sides, ...(title === null ? {} : { set: title }) };
}

function place({ picture }: Assessment, at: CellRef | null): string | null {
  const sheet = at === null ? undefined : picture.sheets[at.sheet];
  return at === null || sheet === undefined ? null : cellReference(sheet.name, at.row, at.column);
}

type Lists = { [Key in 'cells' | 'ranking']: Iterable<ComparisonJson[Key][number]> };

/** The long lists, one item after another. */
function listsOf({ cells, ranking }: Comparison, old: Assessment, now: Assessment): Lists {
  function* cellsOf(): Generator<ComparisonJson['cells'][number]> {
    for (const { oldAt, newAt, ...change } of cells)
      yield { ...change, oldCell: place(old, oldAt), newCell: place(now, newAt) };
  }
  function* unitsOf(): Generator<ComparisonJson['ranking'][number]> {
    for (const { oldPoints, newPoints, because, oldRank, newRank, group, unit } of ranking)
      yield {
        group,
        unit,
        oldPoints: numberOf(oldPoints),
        newPoints: numberOf(newPoints),
        oldRank,
        newRank,
        because: because.map(({ code, delta }) => ({ code, delta: toNumber(delta) })),
      };
  }
  return { cells: cellsOf(), ranking: unitsOf() };
}

function headOf({ set, settings, added, removed }: Comparison): Pick<ComparisonJson, 'set' | 'settings' | 'units'> {
  return {
    set: set.map(setJson),
    settings: settings.map(({ key, old, new: now }) => ({ key, old, new: now })),
    units: { added: added.map(({ name }) => name), removed: removed.map(({ name }) => name) },
  };
}

/** @returns the JSON of docs/contract.md#comparison. */
export function comparisonJson(comparison: Comparison, old: Assessment, now: Assessment): ComparisonJson {
  const { cells, ranking } = listsOf(comparison, old, now);
  return { ...headOf(comparison), cells: [...cells], ranking: [...ranking] };
}

/** @returns the text of that JSON, piece by piece: that of a country is never there as a whole. */
export function* comparisonText(comparison: Comparison, old: Assessment, now: Assessment): Generator<string> {
  const lists = listsOf(comparison, old, now);
  yield JSON.stringify(headOf(comparison)).slice(0, -1);
  for (const key of ['cells', 'ranking'] as const) {
    yield `,"${key}":[`;
    let between = '';
    for (const item of lists[key]) {
      yield between + JSON.stringify(item);
      between = ',';
    }
    yield ']';
  }
  yield '}';
}
