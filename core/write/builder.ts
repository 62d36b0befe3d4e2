/** Puts a sheet plan together: interns styles, so that a sheet of 200,000 cells carries a dozen of them. */
import type { Scalar } from '../workbook/cell.ts';
import type { CellStyle, ChartPlan, PlanCell, PlanRow, PrintPlan, SheetPlan } from '../workbook/plan.ts';
import type { Area } from '../workbook/picture.ts';

export interface Builder {
  /** Index of a style; equal styles share one. Take it once per column, not per cell. */
  style(style: CellStyle): number;
  cell(value: Scalar | null, style: CellStyle): PlanCell;
  /** Appends a row; returns its 0-based index. */
  row(cells: (PlanCell | null)[], height?: number): number;
  /** Appends a row of one text over the columns 0 … last; merged where `last` > 0. */
  banner(text: string | null, style: CellStyle, last: number, height?: number): number;
  /** Index of the next row. */
  next(): number;
  merge(area: Area): void;
  chart(chart: ChartPlan): void;
  finish(
    rest: Pick<SheetPlan, 'name' | 'widths' | 'freeze' | 'filter' | 'print'> & { tabColor?: string; hidden?: true },
  ): SheetPlan;
}

/** @returns an empty sheet to be filled from the top. */
export function builder(): Builder {
  const styles: CellStyle[] = [];
  const known = new Map<string, number>();
  const rows: PlanRow[] = [];
  const merges: Area[] = [];
  const charts: ChartPlan[] = [];
  const style = (wanted: CellStyle): number => {
    const key = JSON.stringify(Object.entries(wanted).sort((x, y) => (x[0] < y[0] ? -1 : 1)));
    let index = known.get(key);
    if (index === undefined) {
      index = styles.push({ ...wanted }) - 1;
      known.set(key, index);
    }
    return index;
  };
  const row = (cells: (PlanCell | null)[], height?: number): number =>
    rows.push(height === undefined ? { cells } : { cells, height }) - 1;
  return {
    style,
    cell: (value, wanted) => ({ value, style: style(wanted) }),
    row,
    banner(text, wanted, last, height) {
      const index = row([{ value: text, style: style(wanted) }], height);
      if (last > 0) merges.push({ top: index, left: 0, bottom: index, right: last });
      return index;
    },
    next: () => rows.length,
    merge: (area) => void merges.push(area),
    chart: (chart) => void charts.push(chart),
    finish({ name, widths, freeze, filter, print, tabColor, hidden }) {
      const plan: SheetPlan = {
        name,
        visibility: hidden === true ? 'hidden' : 'visible',
        styles,
        widths,
        rows,
        merges,
        freeze,
        filter,
        charts,
        print,
      };
      if (tabColor !== undefined) plan.tabColor = tabColor;
      return plan;
    },
  };
}

/** Estimates how many lines a wrapped text takes in `width` characters. */
export function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const part of text.split('\n')) {
    let used = 0;
    let count = 1;
    for (const word of part.split(' ')) {
      if (used > 0 && used + 1 + word.length > width) {
        count += 1;
        used = word.length;
      } else used += (used > 0 ? 1 : 0) + word.length;
    }
    lines += count;
  }
  return lines;
}

/** @returns the height in points of a row whose texts wrap in their widths; merged cells are never fitted by the hosts. */
export function heightOf(texts: { text: string; width: number }[], line = 15, least = 18): number {
  let most = 1;
  for (const { text, width } of texts) most = Math.max(most, linesOf(text, Math.max(1, width - 1)));
  return Math.min(300, Math.max(least, most * line + 3));
}

/** Excel takes 255 characters of footer, place code and separators among them. */
const FOOTER = 200;

/** Print set-up of our sheets: A4 landscape, header repeated; one page wide unless `more` says otherwise. */
export function landscape(
  repeat: { top: number; bottom: number } | null,
  stamp: string,
  pages: string,
  more: Partial<Pick<PrintPlan, 'fitToWidth' | 'scale' | 'repeatColumns' | 'breaks'>> = {},
): PrintPlan {
  // & begins Excel's codes; doubled it is a sign, and a pair is never cut.
  const room = FOOTER - pages.length;
  let said = '';
  for (const sign of stamp) {
    const written = sign === '&' ? '&&' : sign;
    if (said.length + written.length > room) break;
    said += written;
  }
  const footer = `${said} · ${pages}`;
  return {
    orientation: 'landscape',
    repeatRows: repeat,
    fitToWidth: true,
    repeatColumns: 0,
    breaks: [],
    margins: { top: 15, bottom: 15, left: 10, right: 10 },
    footer,
    ...more,
  };
}

/** Characters of the default font that fit an A4 landscape page between our margins. */
export const PAGE_WIDTH = 140;

/** A sheet wider than this is printed over several pages side by side. */
export const WIDE_PAGE = 1.6 * PAGE_WIDTH;
