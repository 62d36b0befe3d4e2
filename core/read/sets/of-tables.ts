/** Each table with its index set, as its rows are read then: of the period that counts, and with the columns of its indicators. */
import type { Remark } from '../assessment.ts';
import type { Periods } from '../periods/choice.ts';
import { ofPeriod } from '../tables/dated.ts';
import { isData, type DataTable, type FoundTable } from '../tables/found-table.ts';
import { leaveOtherPeriods } from '../tables/other-period.ts';
import { headerOf } from '../tables/places.ts';
import type { OfTable } from '../tables/settled.ts';
import { oddCodes, summariesIn, unreadRow } from '../unread/rows.ts';
import { setForTable, type SetChoice } from './choice.ts';
import { withIndicators } from './matrix-columns.ts';
import type { SetIndex } from './set-index.ts';

/** By what the tables' sets and columns are settled. */
export interface Choices {
  choice: SetChoice;
  indexes: readonly SetIndex[];
  periods: Periods;
  /** The period that counts, as written: chosen, else the latest that headers of points name. */
  counted: string | null;
}

/** A table that is read no further than to its set, with what is said of it. */
export interface Settled {
  table: FoundTable;
  /** Its set, where the table's rows are entries of it. */
  set: SetIndex | null;
  /** Of its columns, of its codes, and of its rows. */
  ofTable: OfTable[];
  ofCodes: Remark[];
  remarks: Remark[];
  /** Whether its rows are all of another period. */
  isOther: boolean;
}

/** Which of several sets a table goes with is nobody's guess. */
function unsettled(table: DataTable, { sets }: SetChoice): Remark {
  const titles = sets.map((set, place) => (set.title === '' ? String(place + 1) : set.title)).join('; ');
  return { kind: 'framework.several', at: headerOf(table), args: { count: sets.length, sets: titles } };
}

function settleData(found: DataTable, { choice, indexes, periods, counted }: Choices): Settled {
  const { table: dated, isOther } = ofPeriod(found, periods);
  const { table: own, remarks } = counted === null ? { table: dated, remarks: [] } : leaveOtherPeriods(dated, counted);
  const ofTable = remarks.map((remark): OfTable => ({ table: own.index, remark }));
  const place = setForTable(own, choice);
  const table = { ...own, set: place };
  const set = indexes[place ?? -1];
  if (set === undefined)
    return { table, set: null, ofTable, ofCodes: [], remarks: [unsettled(table, choice)], isOther };
  const settled = { set, ofTable, remarks: summariesIn(table), isOther };
  if (table.kind !== 'matrix') return { ...settled, table, ofCodes: oddCodes(table) };
  const headed = withIndicators(table, set, choice.own.has(table.index));
  return { ...settled, table: headed.table, ofCodes: headed.remarks };
}

/** @returns a table as it is read with its set. */
export function settleSet(table: FoundTable, choices: Choices): Settled {
  const nothing = { table, set: null, ofTable: [], ofCodes: [], remarks: [], isOther: false };
  if (isData(table)) return choices.choice.sets.length === 0 ? nothing : settleData(table, choices);
  if (table.kind === 'settings') return nothing;
  const remarks = summariesIn(table);
  if (table.kind === 'units') return { ...nothing, remarks };
  for (const row of table.lostRows) remarks.push(...unreadRow(table, row, null));
  const set = choices.choice.own.get(table.index) ?? null;
  return { ...nothing, table: { ...table, set }, ofCodes: oddCodes(table), remarks };
}
