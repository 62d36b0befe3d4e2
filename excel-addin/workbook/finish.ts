/** What hosts do unreliably comes last, in small repeatable steps: a failure is a warning, the figures are there. */
import { columnLetters, toA1 } from '#core/workbook/address';
import type { MessageId } from '#core/messages/ids';
import type { Message } from '#core/messages/message';
import { columnsOf } from '#core/workbook/plan-check';
import type { ChartPlan, PrintPlan, SheetPlan } from '#core/workbook/plan';
import { HostError } from '../host.ts';
import { CALL_BYTES, Outbox } from './outbox.ts';
import { quoted } from '#core/workbook/work-sheets';
import { REQUEST_BYTES, type Batch } from './session.ts';
import { areaA1 } from '#core/workbook/looks';
import { rangeOf } from './sheets.ts';

/** A sheet of ours that holds its content already. */
export interface Finished {
  plan: SheetPlan;
  sheet: Excel.Worksheet;
  isNew: boolean;
}

type Step = (batch: Batch, target: Finished) => Promise<void>;

/** Names of our charts on our sheets: a person's own charts there stay. */
const CHART = 'nghin-diem-';
const MOST_SERIES = 255;
const MM_A_CM = 10;

async function links(batch: Batch, { plan, sheet, isNew }: Finished): Promise<void> {
  const outbox = new Outbox(batch, REQUEST_BYTES);
  const linked = plan.rows.some((row) => row.cells.some((cell) => cell?.link !== undefined));
  if (!linked) return;
  if (!isNew) {
    await outbox.room(CALL_BYTES);
    sheet.getRangeByIndexes(0, 0, plan.rows.length, columnsOf(plan)).clear('Hyperlinks');
  }
  for (let row = 0; row < plan.rows.length; row += 1) {
    const cells = plan.rows[row]!.cells;
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      if (!cell?.link) continue;
      const text = String(cell.value ?? '');
      await outbox.room(CALL_BYTES * 1.5 + 2 * text.length + 2 * cell.link.sheet.length);
      sheet.getCell(row, column).hyperlink = {
        documentReference: `${quoted(cell.link.sheet)}!${cell.link.cell}`,
        textToDisplay: text,
      };
    }
  }
  await outbox.flush();
}

async function tab(batch: Batch, { plan, sheet }: Finished): Promise<void> {
  if (plan.tabColor === undefined) return;
  sheet.tabColor = plan.tabColor;
  await batch.sync();
}

async function filter(batch: Batch, { plan, sheet }: Finished): Promise<void> {
  if (plan.filter === null) return;
  sheet.autoFilter.apply(rangeOf(sheet, plan.filter));
  await batch.sync();
}

/** Freezing stirs other handlers and fails now and then: it is left out where it is so already. */
async function freeze(batch: Batch, { plan, sheet, isNew }: Finished): Promise<void> {
  const { rows, columns } = plan.freeze;
  const wanted = rows > 0 || columns > 0;
  if (isNew && !wanted) return;
  const location = sheet.freezePanes.getLocationOrNullObject();
  location.load('address');
  await batch.sync('focus');
  if (location.isNullObject && !wanted) return;
  const now = location.isNullObject ? '' : location.address.slice(location.address.lastIndexOf('!') + 1);
  if (wanted && isFrozen(now.replaceAll('$', ''), rows, columns)) return;
  if (!wanted) sheet.freezePanes.unfreeze();
  else if (columns === 0) sheet.freezePanes.freezeRows(rows);
  else if (rows === 0) sheet.freezePanes.freezeColumns(columns);
  else sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  await batch.sync('focus');
}

/** Excel answers "1:5", "A:C", "A1:C5", or the rows from A to the last column. */
function isFrozen(address: string, rows: number, columns: number): boolean {
  const last = columns === 0 ? 'XFD' : columnLetters(columns - 1);
  if (rows === 0) return address === `A:${last}` || address === `A1:${last}1048576`;
  return address === `A1:${last}${rows}` || (columns === 0 && address === `1:${rows}`);
}

async function charts(batch: Batch, { plan, sheet, isNew }: Finished): Promise<void> {
  if (isNew && plan.charts.length === 0) return;
  // Also a half-made chart of a first try goes.
  sheet.charts.load('items/name');
  await batch.sync();
  for (const chart of sheet.charts.items) if (chart.name.startsWith(CHART)) chart.delete();
  plan.charts.forEach((chart, index) => draw(sheet, chart, `${CHART}${index + 1}`));
  await batch.sync();
}

function draw(sheet: Excel.Worksheet, plan: ChartPlan, name: string): void {
  const series = plan.series.slice(0, MOST_SERIES);
  const first = series[0]!;
  const together = series.every(
    (one, index) =>
      one.values.left === plan.categories.right + 1 + index &&
      one.values.top === plan.categories.top &&
      one.values.bottom === plan.categories.bottom &&
      one.nameCell.row === plan.categories.top - 1 &&
      one.nameCell.column === one.values.left,
  );
  // One contiguous range with its header, and which way the series run: "Auto" differs from host to host.
  const source = together
    ? {
        top: first.nameCell.row,
        left: plan.categories.left,
        bottom: plan.categories.bottom,
        right: first.values.left + series.length - 1,
      }
    : first.values;
  const chart = sheet.charts.add('BarStacked', rangeOf(sheet, source), 'Columns');
  chart.name = name;
  chart.title.text = plan.title;
  chart.legend.position = 'Bottom';
  chart.axes.valueAxis.title.text = plan.axisTitle;
  // The first unit stands on top, as in the table.
  chart.axes.categoryAxis.reversePlotOrder = true;
  // Rows that a person hides still count.
  chart.plotVisibleOnly = false;
  chart.setPosition(toA1(plan.anchor.top, plan.anchor.left), toA1(plan.anchor.bottom, plan.anchor.right));
  series.forEach((one, index) => {
    let item: Excel.ChartSeries;
    if (together || index === 0) item = chart.series.getItemAt(index);
    else item = chart.series.add(one.name);
    if (!together) {
      item.setValues(rangeOf(sheet, one.values));
      item.setXAxisValues(rangeOf(sheet, plan.categories));
    }
    item.name = one.name;
    item.gapWidth = 40;
    item.format.fill.setSolidColor(one.color);
  });
}

async function print(batch: Batch, { plan, sheet }: Finished): Promise<void> {
  const set = plan.print;
  if (set === null) return;
  const layout = sheet.pageLayout;
  layout.orientation = set.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  layout.paperSize = 'A4';
  const { top, bottom, left, right } = set.margins;
  layout.setPrintMargins('Centimeters', {
    top: top / MM_A_CM,
    bottom: bottom / MM_A_CM,
    left: left / MM_A_CM,
    right: right / MM_A_CM,
  });
  if (set.fitToWidth) layout.zoom = { horizontalFitToPages: 1 };
  else layout.zoom = { scale: set.scale ?? 100 };
  layout.printOrder = set.repeatColumns > 0 ? 'OverThenDown' : 'DownThenOver';
  layout.headersFooters.defaultForAllPages.centerFooter = set.footer;
  await batch.sync();
  await repeats(batch, sheet, set);
}

/** Title rows must be whole rows; breaks and titles fail on some hosts, so they come after the rest. */
async function repeats(batch: Batch, sheet: Excel.Worksheet, set: PrintPlan): Promise<void> {
  if (set.repeatRows !== null)
    sheet.pageLayout.setPrintTitleRows(`$${set.repeatRows.top + 1}:$${set.repeatRows.bottom + 1}`);
  if (set.repeatColumns > 0) sheet.pageLayout.setPrintTitleColumns(`$A:$${columnLetters(set.repeatColumns - 1)}`);
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of set.breaks)
    if (row > 0) sheet.horizontalPageBreaks.add(areaA1({ top: row, left: 0, bottom: row, right: 0 }));
  await batch.sync();
}

const STEPS: [MessageId, Step][] = [
  ['host.warn-links', links],
  ['host.warn-filter-set', filter],
  ['host.warn-tab', tab],
  ['host.warn-print', print],
  ['host.warn-chart', charts],
  ['host.warn-freeze', freeze],
];

/** Does all steps on all sheets; each that fails is done once more, then said. After a lost connection nothing more is tried. */
export async function finish(batch: Batch, targets: readonly Finished[], warnings: Message[]): Promise<void> {
  let lost = false;
  for (const [id, step] of STEPS) {
    for (const target of targets) {
      let ok = false;
      for (let attempt = 0; attempt < 2 && !ok && !lost; attempt += 1) {
        try {
          await step(batch, target);
          ok = true;
        } catch (error) {
          if (!(error instanceof HostError)) throw error;
          lost = error.kind === 'timeout' || error.kind === 'lost';
        }
      }
      if (!ok) warnings.push({ id, args: { sheet: target.plan.name } });
    }
  }
}
