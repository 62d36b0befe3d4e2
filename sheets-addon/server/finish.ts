/** What is nice to have comes last, in small repeatable steps: a failure is a warning, the figures are there. */
import type { MessageId } from '#core/messages/ids';
import { say, type Message } from '#core/messages/index';
import { heightAreas, widthAreas } from '#core/workbook/looks';
import type { ChartPlan, SheetPlan } from '#core/workbook/plan';
import type { Guard } from './guard.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A sheet of ours that holds its content already. */
export interface Finished {
  plan: SheetPlan;
  sheet: Sheet;
  isNew: boolean;
}

const PIXELS_A_POINT = 4 / 3;
const ROW_PIXELS = 21;
/** Rows of a given height are told run by run; those beyond grow with their text, as rows do by themselves. */
const MOST_HEIGHTS = 40;

/** @returns pixels of a width in characters of the default font. */
export function widthPixels(characters: number): number {
  return Math.round(Math.min(255, characters) * 7 + 5);
}

function sizes({ plan, sheet }: Finished): void {
  for (const { left, right, width } of widthAreas(plan))
    sheet.setColumnWidths(left + 1, right - left + 1, widthPixels(width));
  // Merged cells never make their row grow, so the rows of banners need their height; the others fit themselves to their text.
  const merged = new Set(plan.merges.map(({ top }) => top));
  if (plan.rows.length > 0) sheet.setRowHeights(1, plan.rows.length, ROW_PIXELS);
  let left = MOST_HEIGHTS;
  for (const [height, areas] of heightAreas(plan, plan.rows.length)) {
    if (height === null) continue;
    for (const { top, bottom } of areas) {
      if (!merged.has(top) || left === 0) continue;
      left -= 1;
      sheet.setRowHeights(top + 1, bottom - top + 1, Math.round(height * PIXELS_A_POINT));
    }
  }
}

function tab({ plan, sheet }: Finished): void {
  if (plan.tabColor !== undefined) sheet.setTabColor(plan.tabColor);
}

function filter({ plan, sheet }: Finished): void {
  if (plan.filter === null) return;
  const { top, left, bottom, right } = plan.filter;
  // A second one is refused: a repeated step finds its own.
  sheet.getFilter()?.remove();
  sheet.getRange(top + 1, left + 1, bottom - top + 1, right - left + 1).createFilter();
}

function freeze({ plan, sheet, isNew }: Finished): void {
  const { rows, columns } = plan.freeze;
  if (isNew && rows === 0 && columns === 0) return;
  sheet.setFrozenRows(rows);
  sheet.setFrozenColumns(columns);
}

/** @returns whether a chart on our sheet is ours: by its title, in either language. A person's own charts stay. */
function isOurs(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): boolean {
  const title: unknown = chart.getOptions().get('title');
  return (
    typeof title === 'string' &&
    (['vi', 'en'] as const).some((language) => title.startsWith(say({ id: 'sheet.chart-title', args: {} }, language)))
  );
}

function draw({ plan: sheetPlan, sheet }: Finished, plan: ChartPlan): void {
  const { categories, anchor, series } = plan;
  let width = 0;
  for (let column = anchor.left; column <= anchor.right; column += 1)
    width += widthPixels(sheetPlan.widths[column] ?? 12);
  const head = Math.min(categories.top, ...series.map(({ nameCell }) => nameCell.row));
  const column = (left: number): GoogleAppsScript.Spreadsheet.Range =>
    sheet.getRange(head + 1, left + 1, categories.bottom - head + 1, 1);
  // Its own setters go first: each general one gives back a builder without them.
  let builder: GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder = sheet
    .newChart()
    .asBarChart()
    .setStacked()
    .setTitle(plan.title)
    .setXAxisTitle(plan.axisTitle)
    .setColors(series.map(({ color }) => color))
    .setLegendPosition(Charts.Position.BOTTOM)
    // The first unit stands on top, as in the table.
    .reverseCategories()
    .addRange(column(categories.left));
  series.forEach(({ values, name }, index) => {
    builder = builder.addRange(column(values.left)).setOption(`series.${index}.labelInLegend`, name);
  });
  const chart = builder
    .setNumHeaders(categories.top - head)
    // Rows that a person hides still count.
    .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)
    .setOption('width', width)
    .setOption('height', (anchor.bottom - anchor.top + 1) * ROW_PIXELS)
    .setPosition(anchor.top + 1, anchor.left + 1, 0, 0)
    .build();
  sheet.insertChart(chart);
}

function charts(target: Finished): void {
  const { plan, sheet, isNew } = target;
  if (isNew && plan.charts.length === 0) return;
  // Also what a first try left; without this charts would pile up.
  for (const chart of sheet.getCharts()) if (isOurs(chart)) sheet.removeChart(chart);
  for (const chart of plan.charts) draw(target, chart);
}

const STEPS: [MessageId, (target: Finished) => void][] = [
  ['addon.warn-size', sizes],
  ['addon.warn-tab', tab],
  ['addon.warn-filter-set', filter],
  ['addon.warn-chart', charts],
  ['addon.warn-freeze', freeze],
];

/** Does all steps on all sheets; each that fails is done once more, then said. */
export function finish(targets: readonly Finished[], guard: Guard, warnings: Message[]): void {
  const late = new Set<string>();
  for (const [id, step] of STEPS)
    for (const target of targets) {
      const args = { sheet: target.plan.name };
      let failed = false;
      for (let attempt = 0; attempt < 2; attempt += 1) {
        if (!guard.allows('finish')) {
          late.add(target.plan.name);
          failed = false;
          break;
        }
        try {
          step(target);
          failed = false;
          break;
        } catch {
          failed = true;
        }
      }
      if (failed) warnings.push({ id, args });
    }
  try {
    SpreadsheetApp.flush();
  } catch {
    // A passing failure: what is still on its way goes with the next call, or the next run sets it.
  }
  for (const sheet of late) warnings.push({ id: 'addon.warn-time', args: { sheet } });
}
