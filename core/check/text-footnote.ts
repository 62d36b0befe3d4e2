/** Raised marks of footnotes in the numbers, codes and names of a file: they are left out, and told. */
import type { CellRef, ColumnRole, Table } from '../read/assessment.ts';
import type { Check } from './finding.ts';

/** Texts that nobody compares: what is raised in them changes nothing. */
const TEXTS = new Set<ColumnRole>(['reason', 'evidence', 'note', 'status', 'description', 'basis']);

/** Whether a cell of a table holds a number, a code or a name, and not the name of a column. */
function counts(table: Table, { row, column }: CellRef): boolean {
  if (row < table.headerTop || row > table.lastRow || column < table.left || column > table.right) return false;
  if (row > table.headerBottom)
    return !Object.entries(table.columns).some(([role, place]) => place === column && TEXTS.has(role as ColumnRole));
  // In a header stand codes and the names of units.
  return (
    table.indicatorColumns?.[column] !== undefined ||
    (table.unitColumns ?? []).some(({ at }) => at.row === row && at.column === column)
  );
}

export const textFootnote: Check = {
  severity: 'warning',
  run: (input) =>
    input.assessment.picture.sheets.flatMap(({ footnotes = [] }, sheet) => {
      const tables = input.assessment.tables.filter((table) => table.sheet === sheet);
      // A form's own name stands above its table.
      const names = new Set(
        input.assessment.units.flatMap(({ dataAt }) =>
          dataAt?.sheet === sheet ? [`${dataAt.row} ${dataAt.column}`] : [],
        ),
      );
      return footnotes.flatMap(({ row, column, text }) => {
        const at = { sheet, row, column };
        if (!names.has(`${row} ${column}`) && !tables.some((table) => counts(table, at))) return [];
        return [{ at, args: { mark: text } }];
      });
    }),
};
