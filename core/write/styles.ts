/** How our sheets look: one place for colours and formats. */
import type { CellStyle } from '../workbook/plan.ts';

export const COLOURS = {
  header: '#DCE9F7',
  pillar: '#EEF4FB',
  input: '#FFFBE6',
  missing: '#FFF2CC',
  grey: '#6B7280',
  red: '#B42318',
  amber: '#9A6700',
  blue: '#1F4E79',
  link: '#0563C1',
} as const;

/** Pillar colours of the charts: told apart in grey print and by most colour-blind readers; repeated when there are more. */
export const SERIES_COLOURS = [
  '#2F6DB5',
  '#E39B3B',
  '#5BA37A',
  '#8C6BB1',
  '#C8553D',
  '#4FB0C6',
  '#A3A847',
  '#7A6A5D',
  '#D48BB3',
  '#34506B',
] as const;

/** @returns the number format of points at `decimals`. */
export function pointsFormat(decimals: number): string {
  return decimals > 0 ? '#,##0.' + '0'.repeat(decimals) : '#,##0';
}

export const STYLES = {
  title: { bold: true, fontSize: 14, color: COLOURS.blue, valign: 'middle', wrap: true, format: '@' },
  stamp: { italic: true, fontSize: 9, color: COLOURS.grey, format: '@' },
  line: { bold: true, format: '@' },
  alarm: { bold: true, color: COLOURS.red, format: '@' },
  // No text format: Excel shows ##### for texts beyond 255 characters in it.
  note: { italic: true, fontSize: 9, color: COLOURS.grey, wrap: true, valign: 'top' },
  prose: { align: 'left', valign: 'top', wrap: true, border: true },
  header: {
    bold: true,
    fill: COLOURS.header,
    align: 'center',
    valign: 'middle',
    wrap: true,
    border: true,
    format: '@',
  },
  text: { align: 'left', valign: 'middle', wrap: true, border: true, format: '@' },
  centre: { align: 'center', valign: 'middle', wrap: true, border: true, format: '@' },
  whole: { align: 'center', valign: 'middle', border: true, format: '0' },
  moved: { align: 'center', valign: 'middle', border: true, format: '+0;-0;0' },
} as const satisfies Record<string, CellStyle>;

/** @returns the style of a number at `decimals` in a table. */
export function pointsStyle(decimals: number): CellStyle {
  return { align: 'right', valign: 'middle', border: true, format: pointsFormat(decimals) };
}
