/** From data tables, each with its set and its units, to entries: the rows of one table after those of another. */
import type { Remark, Settings } from '../assessment.ts';
import type { Owned } from '../units/owned.ts';
import { Entries } from './entries.ts';

/** A table as entries are read from it: whose its rows are, and what is said of its codes before. */
export interface Source {
  owned: Owned | null;
  ofCodes: readonly Remark[];
  /** Whether the table states the set itself, which said what is wrong with its codes. */
  own: boolean;
}

function addTable(entries: Entries, owned: Owned, own: boolean): void {
  const { set } = owned;
  switch (owned.kind) {
    case 'form': {
      const { table, unit, rows, isTwin } = owned;
      entries.addRows(table, rows, unit, set, { own, quiet: isTwin });
      if (!isTwin) entries.addTypedTotals(table, unit);
      return;
    }
    case 'long':
      for (const { unit, rows } of owned.runs)
        entries.addRows(owned.table, rows, unit, set, { own: false, quiet: false });
      return;
    case 'cross': {
      const { table, rows } = owned;
      let repeated = false;
      for (const [unit, places] of owned.units) {
        entries.addRows(table, rows, unit, set, { own, quiet: false, places, repeated });
        entries.addTypedTotals(table, unit, places);
        entries.addTypedResults(table, unit, places);
        repeated = true;
      }
      return;
    }
    case 'matrix': {
      const { table, rows, source } = owned;
      if (table.maxRow !== undefined && !own) entries.addStatedMaxima(table, table.maxRow, set);
      entries.addMatrixRows(table, rows, set, source);
    }
  }
}

/** @returns the entries of all tables, in the order of these. */
export function entriesOf(sources: readonly Source[], settings: Settings): Entries {
  const entries = new Entries(settings);
  for (const { owned, ofCodes, own } of sources) {
    for (const remark of ofCodes) entries.remarks.push(remark);
    if (owned !== null) addTable(entries, owned, own);
  }
  return entries;
}
