/** Print set-up, page breaks, frozen panes, filter, protection of a sheet. */
import { OfficeError } from '../errors.ts';
import { areaA1, COLUMNS, ROWS } from '../model/areas.ts';
import type { SheetModel } from '../model/sheet.ts';
import { Api, areaOf, type Env } from './base.ts';
import { RangeApi } from './range.ts';

class Part extends Api {
  readonly env: Env;
  readonly sheet: SheetModel;
  constructor(env: Env, sheet: SheetModel) {
    super();
    this.env = env;
    this.sheet = sheet;
  }
}

/** Nothing of a protected sheet's set-up may be changed. */
function change(part: Part, job: (sheet: SheetModel) => void): void {
  part.env.book.checkCells(part.sheet);
  job(part.sheet);
  part.sheet.isReshaped = true;
}

function rangeOrNull(part: Part, address: string | null): RangeApi | null {
  return address === null ? null : new RangeApi(part.env, part.sheet, areaOf(address));
}

export class HeaderFooterApi extends Part {
  static override readonly api = 'HeaderFooter';
  get leftHeader(): string {
    return this.sheet.layout.footers['leftHeader'] ?? '';
  }
  set leftHeader(text: string) {
    change(this, ({ layout }) => (layout.footers['leftHeader'] = text));
  }
  get centerHeader(): string {
    return this.sheet.layout.footers['centerHeader'] ?? '';
  }
  set centerHeader(text: string) {
    change(this, ({ layout }) => (layout.footers['centerHeader'] = text));
  }
  get rightHeader(): string {
    return this.sheet.layout.footers['rightHeader'] ?? '';
  }
  set rightHeader(text: string) {
    change(this, ({ layout }) => (layout.footers['rightHeader'] = text));
  }
  get leftFooter(): string {
    return this.sheet.layout.footers['leftFooter'] ?? '';
  }
  set leftFooter(text: string) {
    change(this, ({ layout }) => (layout.footers['leftFooter'] = text));
  }
  get centerFooter(): string {
    return this.sheet.layout.footers['centerFooter'] ?? '';
  }
  set centerFooter(text: string) {
    change(this, ({ layout }) => (layout.footers['centerFooter'] = text));
  }
  get rightFooter(): string {
    return this.sheet.layout.footers['rightFooter'] ?? '';
  }
  set rightFooter(text: string) {
    change(this, ({ layout }) => (layout.footers['rightFooter'] = text));
  }
}

export class HeaderFooterGroupApi extends Part {
  static override readonly api = 'HeaderFooterGroup';
  get defaultForAllPages(): HeaderFooterApi {
    return new HeaderFooterApi(this.env, this.sheet);
  }
}

const POINTS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

export class PageLayoutApi extends Part {
  static override readonly api = 'PageLayout';
  get orientation(): string {
    return this.sheet.layout.orientation;
  }
  set orientation(orientation: string) {
    change(this, ({ layout }) => (layout.orientation = orientation));
  }
  get paperSize(): string {
    return this.sheet.layout.paperSize;
  }
  set paperSize(paper: string) {
    change(this, ({ layout }) => (layout.paperSize = paper));
  }
  get zoom(): Record<string, number> {
    return this.sheet.layout.zoom;
  }
  set zoom(zoom: Record<string, number>) {
    change(this, ({ layout }) => (layout.zoom = zoom));
  }
  get printOrder(): string {
    return this.sheet.layout.printOrder;
  }
  set printOrder(order: string) {
    change(this, ({ layout }) => (layout.printOrder = order));
  }
  get topMargin(): number {
    return this.sheet.layout.margins['top']!;
  }
  get bottomMargin(): number {
    return this.sheet.layout.margins['bottom']!;
  }
  get leftMargin(): number {
    return this.sheet.layout.margins['left']!;
  }
  get rightMargin(): number {
    return this.sheet.layout.margins['right']!;
  }
  get headersFooters(): HeaderFooterGroupApi {
    return new HeaderFooterGroupApi(this.env, this.sheet);
  }
  setPrintMargins(unit: string, margins: Record<string, number>): void {
    const factor = POINTS[unit];
    if (factor === undefined) throw new OfficeError('InvalidArgument', `${unit} is no unit.`);
    change(this, ({ layout }) => {
      for (const [side, size] of Object.entries(margins)) layout.margins[side] = size * factor;
    });
  }
  setPrintTitleRows(rows: RangeApi | string): void {
    const text = typeof rows === 'string' ? rows : areaA1(rows.area);
    if (!/^\$?\d+:\$?\d+$/.test(text)) throw new OfficeError('InvalidArgument', 'Print titles must be whole rows.');
    change(this, ({ layout }) => (layout.titleRows = text));
  }
  setPrintTitleColumns(columns: RangeApi | string): void {
    const text = typeof columns === 'string' ? columns : areaA1(columns.area);
    if (!/^\$?[A-Z]+:\$?[A-Z]+$/i.test(text))
      throw new OfficeError('InvalidArgument', 'Print titles must be whole columns.');
    change(this, ({ layout }) => (layout.titleColumns = text));
  }
  setPrintArea(area: RangeApi | string): void {
    change(this, ({ layout }) => (layout.printArea = typeof area === 'string' ? area : areaA1(area.area)));
  }
  getPrintTitleRowsOrNullObject(): RangeApi | null {
    return rangeOrNull(this, this.sheet.layout.titleRows);
  }
  getPrintTitleColumnsOrNullObject(): RangeApi | null {
    return rangeOrNull(this, this.sheet.layout.titleColumns);
  }
}

export class PageBreaksApi extends Part {
  static override readonly api = 'PageBreakCollection';
  private readonly isHorizontal: boolean;
  constructor(env: Env, sheet: SheetModel, isHorizontal: boolean) {
    super(env, sheet);
    this.isHorizontal = isHorizontal;
  }
  getCount(): number {
    return (this.isHorizontal ? this.sheet.rowBreaks : this.sheet.columnBreaks).length;
  }
  add(at: RangeApi | string): void {
    const area = typeof at === 'string' ? areaOf(at) : at.area;
    change(this, (sheet) => {
      if (this.isHorizontal) sheet.rowBreaks.push(area.top);
      else sheet.columnBreaks.push(area.left);
    });
  }
  removePageBreaks(): void {
    change(this, (sheet) => {
      if (this.isHorizontal) sheet.rowBreaks = [];
      else sheet.columnBreaks = [];
    });
  }
}

/** All of it needs the focus; on an inactive sheet the sheet is reported as active meanwhile. */
function freeze(part: Part, rows: number, columns: number): void {
  const { env, sheet } = part;
  env.faults.needFocus('GeneralException');
  env.book.checkCells(sheet);
  sheet.freeze = { rows, columns };
  sheet.isReshaped = true;
  if (env.book.active !== sheet) env.book.raise('WorksheetActivated', sheet);
}

export class FreezePanesApi extends Part {
  static override readonly api = 'WorksheetFreezePanes';
  freezeRows(count?: number | null): void {
    freeze(this, count ?? 1, 0);
  }
  freezeColumns(count?: number | null): void {
    freeze(this, 0, count ?? 1);
  }
  freezeAt(range: RangeApi | string): void {
    const area = typeof range === 'string' ? areaOf(range) : range.area;
    freeze(this, area.bottom + 1, area.right + 1);
  }
  unfreeze(): void {
    freeze(this, 0, 0);
  }
  getLocationOrNullObject(): RangeApi | null {
    this.env.faults.needFocus('GeneralException');
    const { rows, columns } = this.sheet.freeze;
    if (rows === 0 && columns === 0) return null;
    const bottom = rows === 0 ? ROWS - 1 : rows - 1;
    return new RangeApi(this.env, this.sheet, {
      top: 0,
      left: 0,
      bottom,
      right: columns === 0 ? COLUMNS - 1 : columns - 1,
    });
  }
}

export class AutoFilterApi extends Part {
  static override readonly api = 'AutoFilter';
  get enabled(): boolean {
    return this.sheet.filter !== null;
  }
  get isDataFiltered(): boolean {
    return this.sheet.isFiltered;
  }
  apply(range: RangeApi | string, column?: number | null, criteria?: unknown): void {
    if (typeof column === 'number' || criteria)
      throw new OfficeError('NotImplemented', 'AutoFilter.apply with criteria');
    change(this, (sheet) => (sheet.filter = typeof range === 'string' ? areaOf(range) : range.area));
  }
  clearCriteria(): void {
    change(this, unfilter);
  }
  remove(): void {
    change(this, (sheet) => {
      unfilter(sheet);
      sheet.filter = null;
    });
  }
  getRangeOrNullObject(): RangeApi | null {
    return this.sheet.filter === null ? null : new RangeApi(this.env, this.sheet, this.sheet.filter);
  }
}

function unfilter(sheet: SheetModel): void {
  if (!sheet.isFiltered) return;
  sheet.isFiltered = false;
  if (sheet.filter !== null)
    for (let row = sheet.filter.top; row <= sheet.filter.bottom; row += 1) sheet.hiddenRows.delete(row);
}

export class WorksheetProtectionApi extends Part {
  static override readonly api = 'WorksheetProtection';
  get protected(): boolean {
    return this.sheet.isProtected;
  }
  protect(): void {
    this.sheet.isProtected = true;
  }
  /** As on newer desktops: refused even where there is no password. */
  unprotect(): void {
    if (this.sheet.isProtected) throw new OfficeError('AccessDenied', 'The sheet is protected.');
  }
}
