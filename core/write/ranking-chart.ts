/** The chart below a block of Xếp hạng: totals by unit, pillars stacked. */
import type { Pillar } from '../framework/framework.ts';
import { say } from '../messages/index.ts';
import type { Language } from '../messages/message.ts';
import { PAGE_WIDTH, WIDE_PAGE, type Builder } from './builder.ts';
import { SERIES_COLOURS } from './styles.ts';

/** More bars than this can't be told apart; the chart then shows the first ones and says so. */
export const MOST_BARS = 100;
/** Up to so many units the table and its chart share a page. */
const ROWS_BESIDE_CHART = 12;

/** What the chart needs to know of a column of the table. */
interface Column {
  width: number;
  pillar?: Pillar;
}

/** @returns the last column that a chart covers: all that are printed on its page. */
function lastOnPage(columns: Column[]): number {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  if (total <= WIDE_PAGE) return columns.length - 1;
  let width = 0;
  const over = columns.findIndex((column) => (width += column.width) > 1.15 * PAGE_WIDTH);
  return Math.max(over, 4) - 1;
}

/** Appends the chart of the block whose table ends above. */
export function chart(
  b: Builder,
  columns: Column[],
  at: { header: number; top: number; bars: number; cut: boolean },
  language: Language,
  breaks: number[],
): void {
  const series = columns.flatMap((column, index) =>
    column.pillar === undefined ? [] : [{ column, pillar: column.pillar, index }],
  );
  if (at.bars === 0 || series.length === 0) return;
  const bottom = at.top + at.bars - 1;
  b.row([]);
  const from = b.next();
  // A chart that would be cut by the end of the page begins a new one.
  if (at.bars > ROWS_BESIDE_CHART) breaks.push(from);
  const rows = Math.max(14, Math.min(110, Math.ceil(at.bars * 1.1) + 7));
  for (let count = 0; count < rows; count += 1) b.row([]);
  b.chart({
    kind: 'stackedBar',
    title: at.cut
      ? say({ id: 'sheet.chart-title-first', args: { count: at.bars } }, language)
      : say({ id: 'sheet.chart-title', args: {} }, language),
    categories: { top: at.top, left: 2, bottom, right: 2 },
    series: series.map(({ pillar, index }, position) => ({
      name: pillar.name === '' ? pillar.code : pillar.name,
      nameCell: { row: at.header, column: index },
      values: { top: at.top, left: index, bottom, right: index },
      color: SERIES_COLOURS[position % SERIES_COLOURS.length] ?? SERIES_COLOURS[0],
    })),
    axisTitle: say({ id: 'sheet.chart-axis', args: {} }, language),
    anchor: { top: from, left: 0, bottom: from + rows - 1, right: lastOnPage(columns) },
  });
  b.row([]);
}
