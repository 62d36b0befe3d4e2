/** The worksheet part of a planned sheet. */
import { columnLetters, quoteSheet, toA1 } from '#core/workbook/address';
import type { BookCell, BookName, BookSheet } from '#core/workbook/book';
import type { PlanCell, PrintPlan, SheetPlan } from '#core/workbook/plan';
import { areaA1 } from './areas.ts';
import { conditionsXml } from './condition-xml.ts';
import { formulaXml } from './formula-xml.ts';
import type { Kept } from './kept.ts';
import type { StyleBook } from './styles.ts';
import { escapeText, looksRun } from './text.ts';
import { validationsXml } from './validation-xml.ts';
import { escapeXml } from './markup.ts';

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** What a person may do on a protected sheet beside filling in: make columns wider and rows higher. */
const PROTECTED = '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>';
/** More links than this on a sheet make Excel repair the file. */
const LINKS = 65_530;

/** @returns a cell's XML after its reference and style: a text always as text. */
export function cellXml(prefix: string, head: string, value: PlanCell['value']): string {
  const c = `${prefix}c`;
  if (value === null) return `<${c}${head}/>`;
  if (typeof value === 'boolean') return `<${c}${head} t="b"><${prefix}v>${value ? 1 : 0}</${prefix}v></${c}>`;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('a number that no cell can hold');
    return `<${c}${head}><${prefix}v>${value}</${prefix}v></${c}>`;
  }
  return `<${c}${head} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeText(value)}</${prefix}t></${prefix}is></${c}>`;
}

function paneXml(freeze: SheetPlan['freeze']): string {
  const { rows, columns } = freeze;
  if (rows === 0 && columns === 0) return '<sheetView workbookViewId="0"/>';
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const x = columns > 0 ? ` xSplit="${columns}"` : '';
  const y = rows > 0 ? ` ySplit="${rows}"` : '';
  const others = pane === 'bottomRight' ? '<selection pane="topRight"/><selection pane="bottomLeft"/>' : '';
  return (
    `<sheetView workbookViewId="0"><pane${x}${y} topLeftCell="${toA1(rows, columns)}" activePane="${pane}" state="frozen"/>` +
    `${others}<selection pane="${pane}"/></sheetView>`
  );
}

/** A break before row r (0-based) is written as the number of rows above it. */
function breaksXml(rows: number[]): string {
  const breaks = rows.filter((row) => row > 0);
  if (breaks.length === 0) return '';
  const list = breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('');
  return `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${list}</rowBreaks>`;
}

function printXml(print: PrintPlan | null): string {
  if (print === null) return '';
  const inch = (mm: number): string => String(Math.round((mm / 25.4) * 10_000) / 10_000);
  const { top, bottom, left, right } = print.margins;
  const scale = print.scale === undefined ? '' : ` scale="${print.scale}"`;
  const fit = print.fitToWidth ? ' fitToWidth="1" fitToHeight="0"' : scale;
  const footer =
    print.footer === ''
      ? ''
      : `<headerFooter><oddFooter>${escapeText(`&C${print.footer}`.slice(0, 255))}</oddFooter></headerFooter>`;
  return (
    `<pageMargins left="${inch(left)}" right="${inch(right)}" top="${inch(top)}" bottom="${inch(bottom)}" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9"${fit}${print.repeatColumns > 0 ? ' pageOrder="overThenDown"' : ''} orientation="${print.orientation}"/>${footer}` +
    breaksXml(print.breaks)
  );
}

/**
 * The XML of a planned sheet piece by piece, so that a sheet of a million cells is never one text.
 * `drawing` is the relationship of its charts, or null; `kept` is what stays of the sheet that it replaces;
 * `names` are those that the lists of its cells may name.
 */
export function* sheetXml(
  plan: BookSheet,
  styles: StyleBook,
  drawing: string | null,
  kept: Kept | null = null,
  names: readonly BookName[] = [],
): Generator<string> {
  const numbers = new Map<number, number>();
  const styleOf = (cell: BookCell): number => {
    const quote = cell.formula === undefined && typeof cell.value === 'string' && looksRun(cell.value);
    const key = cell.style * 2 + (quote ? 1 : 0);
    let id = numbers.get(key);
    if (id === undefined) numbers.set(key, (id = styles.style(plan.styles[cell.style] ?? {}, quote)));
    return id;
  };
  let right = 0;
  for (const row of plan.rows) right = Math.max(right, row.cells.length - 1);
  const others = kept?.cells ?? new Map<number, Map<number, string>>();
  let bottom = plan.rows.length - 1;
  for (const [row, line] of others) {
    bottom = Math.max(bottom, row);
    right = Math.max(right, ...line.keys());
  }
  const beside = (row: number, from: number): string =>
    [...(others.get(row) ?? [])]
      .filter(([column]) => column >= from)
      .sort(([x], [y]) => x - y)
      .map(([, cell]) => cell)
      .join('');
  const tab = plan.tabColor === undefined ? '' : `<tabColor rgb="FF${plan.tabColor.replace('#', '').toUpperCase()}"/>`;
  const filterMode = plan.print?.fitToWidth === true ? '<pageSetUpPr fitToPage="1"/>' : '';
  const widths = plan.widths
    .map(
      (width, i) =>
        `<col min="${i + 1}" max="${i + 1}" width="${Math.min(255, Math.round((width + 0.7109375) * 1e7) / 1e7)}" customWidth="1"/>`,
    )
    .join('');
  const merges = plan.merges.filter((area) => area.top !== area.bottom || area.left !== area.right);
  yield [
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELS}">`,
    tab + filterMode === '' ? '' : `<sheetPr>${tab}${filterMode}</sheetPr>`,
    `<dimension ref="A1${bottom >= 0 ? `:${toA1(bottom, right)}` : ''}"/>`,
    `${kept?.views ?? `<sheetViews>${paneXml(plan.freeze)}</sheetViews>`}<sheetFormatPr defaultRowHeight="15"/>`,
    widths === '' ? '' : `<cols>${widths}</cols>`,
    `<sheetData>`,
  ].join('');
  const links: string[] = [];
  const letters: string[] = [];
  for (const [r, row] of plan.rows.entries()) {
    const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`;
    let cells = '';
    row.cells.forEach((cell, column) => {
      if (cell === null) {
        cells += others.get(r)?.get(column) ?? '';
        return;
      }
      const reference = (letters[column] ??= columnLetters(column)) + String(r + 1);
      const style = styleOf(cell);
      const head = ` r="${reference}"${style === 0 ? '' : ` s="${style}"`}`;
      cells +=
        cell.formula === undefined
          ? cellXml('', head, cell.value === '' ? null : cell.value)
          : formulaXml(head, cell.formula, cell.value);
      if (cell.link !== undefined && links.length < LINKS) {
        links.push(
          `<hyperlink ref="${reference}" location="${escapeXml(`${quoteSheet(cell.link.sheet)}!${cell.link.cell}`)}"/>`,
        );
      }
    });
    cells += beside(r, row.cells.length);
    if (cells !== '' || height !== '') yield `<row r="${r + 1}"${height}>${cells}</row>`;
  }
  for (const row of [...others.keys()].sort((x, y) => x - y))
    if (row >= plan.rows.length) yield `<row r="${row + 1}">${beside(row, 0)}</row>`;
  yield [
    `</sheetData>`,
    // What a person has set goes before: it is never lifted.
    kept?.protection || (plan.protect === true ? PROTECTED : ''),
    plan.filter === null ? '' : `<autoFilter ref="${areaA1(plan.filter)}"/>`,
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((area) => `<mergeCell ref="${areaA1(area)}"/>`).join('')}</mergeCells>`,
    conditionsXml(plan.conditions ?? [], styles),
    validationsXml(plan.validations ?? [], names),
    links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
    printXml(plan.print),
    drawing === null ? '' : `<drawing r:id="${drawing}"/>`,
    '</worksheet>',
  ].join('');
}
