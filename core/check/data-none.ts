/** A set is there, and nothing that could be scored by it. */
import type { CellRef } from '../read/assessment.ts';
import { noDataIn } from '../score/nothing.ts';
import type { Check } from './finding.ts';
import type { CheckInput } from './input.ts';
import { headerAt } from './shared.ts';

/** The set's header; of a set from elsewhere that of what would go with it; no cell where nothing was recognised. */
function headerOf(input: CheckInput): CellRef | null {
  const { tables } = input.assessment;
  const table =
    tables.find(({ kind }) => kind === 'set') ??
    tables.find(({ kind, set }) => kind !== 'units' && kind !== 'settings' && set !== null) ??
    tables.find(({ kind }) => kind === 'units');
  if (table === undefined) return null;
  const { code, unit } = table.columns;
  return headerAt(input, table, code ?? unit ?? table.left);
}

export const dataNone: Check = {
  severity: 'error',
  run: (input) => {
    const why = noDataIn(input.assessment);
    return why === null ? [] : [{ at: headerOf(input), variant: why, value: '' }];
  },
};
