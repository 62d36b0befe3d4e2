/** How the cells of a form look. */
import type { BookStyle } from '../workbook/book.ts';
import { COLOURS, pointsFormat } from '../write/styles.ts';
import type { FormColumn } from './columns.ts';

const BORDERED = { valign: 'middle', wrap: true, border: true } as const;

/** @returns the style of a cell; `input`: it may be filled in. */
export function styleOf(column: FormColumn, input: boolean, rate: boolean, decimals: number): BookStyle {
  const figure = column.length === 1;
  const number = figure || column === 'points' || column === 'maximum';
  return {
    ...BORDERED,
    align: column === 'code' || column === 'maximum' ? 'center' : number ? 'right' : 'left',
    // A choice stays as it is written: a label 1/2 is no date, 01 no number.
    ...(column === 'code' || column === 'choice' ? { format: '@' } : {}),
    ...(column === 'points' ? { format: pointsFormat(decimals) } : {}),
    ...(column === 'maximum' ? { format: '#,##0.##########' } : {}),
    ...(figure ? { format: rate ? '0.00%' : 'General' } : {}),
    ...(input ? { unlocked: true as const, fill: COLOURS.missing } : {}),
  };
}
