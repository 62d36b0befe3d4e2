/** What is nice to have comes last, in small repeatable steps: a failure is a warning, the figures are there. */
import type { MessageId } from '#core/messages/ids';
import { say, type Message } from '#core/messages/index';
import { heightAreas } from '#core/workbook/looks';
import type { ChartPlan, SheetPlan } from '#core/workbook/plan';
import { markOfData, type Layout } from './board.ts';
import type { Guard } from './guard.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A sheet of ours that holds its content already. */
export interface Finished {
  plan: SheetPlan;
  sheet: Sheet;
  isNew: boolean;
  /** Its filter stayed where it was. */
  isFiltered: boolean;
  /** A step failed before: something of it may be there. */
  isAgain?: true;
}

const PIXELS_A_POINT = 4 / 3;
const ROW_PIXELS = 21;
/** Rows of a given height are told run by run; those beyond grow with their text, as rows do by themselves. */
const MOST_HEIGHTS = 40;

/** Widths that differ by less are one, the widest of them: each is a call. */
const ALIKE = 1.8;
/** Beyond so many runs of one width each is a call of its own. */
const MOST_RUNS = 60;

/** @returns pixels of a width in characters of the default font. */
export function widthPixels(characters: number): number {
  return Math.round(Math.min(255, characters) * 7 + 5);
}

/** @returns each width as the widest of those that are about the same. */
function roundWidths(widths: readonly number[]): number[] {
  const all = [...new Set(widths)].sort((x, y) => x - y);
  const rounded = new Map<number, number>();
  for (let first = 0; first < all.length;) {
    const alike = all.slice(first).filter((width) => width <= ALIKE * all[first]!);
    for (const width of alike) rounded.set(width, alike[alike.length - 1]!);
    first += alike.length;
  }
  return widths.map((width) => rounded.get(width)!);
}

interface Stroke {
  left: number;
  right: number;
  width: number;
}

/** @returns the fewest calls that set all widths, one over the other: a narrow column within wide ones is set after them. */
export function widthStrokes(plan: SheetPlan): Stroke[] {
  const runs: Stroke[] = [];
  roundWidths(plan.widths).forEach((width, column) => {
    const last = runs[runs.length - 1];
    if (last?.width === width) last.right = column;
    else runs.push({ left: column, right: column, width });
  });
  const known = new Map<number, Stroke[]>();
  const least = (from: number, to: number): Stroke[] => {
    if (from > to) return [];
    const key = from * runs.length + to;
    const there = known.get(key);
    if (there !== undefined) return there;
    const run = runs[from]!;
    let best = [run, ...least(from + 1, to)];
    // Its stroke goes on to a later run of the same width; what lies between comes after it.
    for (let next = from + 1; next <= to && runs.length <= MOST_RUNS; next += 1) {
      if (runs[next]!.width !== run.width) continue;
      const [first, ...rest] = least(next, to);
      const strokes = [{ ...first!, left: run.left }, ...least(from + 1, next - 1), ...rest];
      if (strokes.length < best.length) best = strokes;
    }
    known.set(key, best);
    return best;
  };
  return least(0, runs.length - 1);
}

/** Merged cells never make their row grow, so the rows of banners need their height; the others fit themselves to their text. */
function heightRuns(plan: SheetPlan): { top: number; bottom: number; pixels: number }[] {
  const merged = new Set(plan.merges.map(({ top }) => top));
  const runs = [...heightAreas(plan, plan.rows.length)].flatMap(([height, areas]) =>
    height === null
      ? []
      : areas
          .filter(({ top }) => merged.has(top))
          .map(({ top, bottom }) => ({ top, bottom, pixels: Math.round(height * PIXELS_A_POINT) })),
  );
  return runs.slice(0, MOST_HEIGHTS);
}

function sizes({ plan, sheet, isNew }: Finished): void {
  for (const { left, right, width } of widthStrokes(plan))
    sheet.setColumnWidths(left + 1, right - left + 1, widthPixels(width));
  if (!isNew && plan.rows.length > 0) sheet.setRowHeights(1, plan.rows.length, ROW_PIXELS);
  for (const { top, bottom, pixels } of heightRuns(plan))
    if (pixels !== ROW_PIXELS) sheet.setRowHeights(top + 1, bottom - top + 1, pixels);
}

function tab({ plan, sheet }: Finished): void {
  if (plan.tabColor !== undefined) sheet.setTabColor(plan.tabColor);
}

function filter({ plan, sheet }: Finished): void {
  const { top, left, bottom, right } = plan.filter!;
  const range = sheet.getRange(top + 1, left + 1, bottom - top + 1, right - left + 1);
  try {
    range.createFilter();
  } catch {
    // A second one is refused: what Google failed to tell of, or a colleague, set one.
    sheet.getFilter()?.remove();
    range.createFilter();
  }
}

function freeze({ plan, sheet, isNew }: Finished): void {
  const { rows, columns } = plan.freeze;
  if (!isNew || rows > 0) sheet.setFrozenRows(rows);
  if (!isNew || columns > 0) sheet.setFrozenColumns(columns);
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
  // Also what a first try left; without this charts would pile up.
  if (!isNew || target.isAgain === true)
    for (const chart of sheet.getCharts()) if (isOurs(chart)) sheet.removeChart(chart);
  for (const chart of plan.charts) draw(target, chart);
}

interface Step {
  part: string;
  warning: MessageId;
  /** What it depends on; a step that was done with the same is left out: what a person changed since stays. null: always done. */
  of: ((plan: SheetPlan) => unknown) | null;
  take: (target: Finished) => void;
}

const STEPS: readonly Step[] = [
  { part: 'size', warning: 'addon.warn-size', of: (plan) => [widthStrokes(plan), heightRuns(plan)], take: sizes },
  { part: 'tab', warning: 'addon.warn-tab', of: ({ tabColor }) => tabColor ?? '', take: tab },
  { part: 'filter', warning: 'addon.warn-filter-set', of: null, take: filter },
  {
    part: 'chart',
    warning: 'addon.warn-chart',
    of: ({ charts: all, widths }) => (all.length > 0 ? [all, widths] : []),
    take: charts,
  },
  { part: 'freeze', warning: 'addon.warn-freeze', of: ({ freeze: panes }) => panes, take: freeze },
];

/**
 * Does all steps on all sheets that were not done so before; each that fails is done once more, then said.
 * @param known marks of what was done before, by sheet and part. @returns the marks of what is done now, and whether there was nothing to do.
 */
export function finish(
  targets: readonly Finished[],
  known: Layout['frames'],
  guard: Guard,
  warnings: Message[],
): { done: Layout['frames']; isQuiet: boolean } {
  let isQuiet = true;
  const late = new Set<string>();
  const done: Layout['frames'] = {};
  for (const { plan } of targets) done[plan.name] = {};
  for (const { part, warning, of, take } of STEPS)
    for (const target of targets) {
      const { plan, isNew } = target;
      const mark = of === null ? '' : markOfData(of(plan));
      if (of !== null && !isNew && known[plan.name]?.[part] === mark) {
        done[plan.name]![part] = mark;
        continue;
      }
      if (part === 'filter' && (plan.filter === null || target.isFiltered)) continue;
      let isDone = false;
      for (let attempt = 0; attempt < 2 && !isDone; attempt += 1) {
        if (!guard.allows('finish')) {
          late.add(plan.name);
          break;
        }
        isQuiet = false;
        try {
          take(attempt === 0 ? target : { ...target, isAgain: true });
          isDone = true;
        } catch {
          // Once more, then it is said.
        }
      }
      if (isDone && of !== null) done[plan.name]![part] = mark;
      if (!isDone && !late.has(plan.name)) warnings.push({ id: warning, args: { sheet: plan.name } });
    }
  for (const sheet of late) warnings.push({ id: 'addon.warn-time', args: { sheet } });
  return { done, isQuiet };
}
