/** Range: cells of one rectangle. */
import type { Scalar } from '#core/workbook/cell';
import type { Area } from '#core/workbook/picture';
import { OfficeError } from '../errors.ts';
import { around, COLUMNS, cross, ROWS, sizeOf } from '../model/areas.ts';
import type { Link } from '../model/cells.ts';
import { copyCells } from '../model/copy.ts';
import { categoryOf, shown } from '../model/shown.ts';
import type { SheetModel } from '../model/sheet.ts';
import { addressOf, Api, areaOf, type Env } from './base.ts';
import { grid, hiddenOf, hide, typeOf, writeEach, writeFormats } from './cells.ts';
import { FormatApi, type Target } from './format.ts';
import { RangeAreasApi, specialAreas } from './range-areas.ts';
import { ConditionalFormatCollectionApi } from './rules.ts';
import { WorksheetApi } from './worksheet.ts';

export class RangeApi extends Api implements Target {
  static override readonly api = 'Range';
  readonly env: Env;
  readonly sheet: SheetModel;
  readonly area: Area;
  readonly areas: readonly [Area];

  constructor(env: Env, sheet: SheetModel, area: Area) {
    super();
    const { top, left, bottom, right } = area;
    if (!(top >= 0 && left >= 0 && bottom < ROWS && right < COLUMNS && top <= bottom && left <= right))
      throw new OfficeError('InvalidArgument', 'The range lies outside the sheet.');
    this.env = env;
    this.sheet = sheet;
    this.area = area;
    this.areas = [area];
  }

  get address(): string {
    return addressOf(this.sheet, this.areas);
  }
  get addressLocal(): string {
    return this.address;
  }
  get rowIndex(): number {
    return this.area.top;
  }
  get columnIndex(): number {
    return this.area.left;
  }
  get rowCount(): number {
    return this.area.bottom - this.area.top + 1;
  }
  get columnCount(): number {
    return this.area.right - this.area.left + 1;
  }
  get cellCount(): number {
    return sizeOf(this.area);
  }
  get isEntireRow(): boolean {
    return this.columnCount === COLUMNS;
  }
  get isEntireColumn(): boolean {
    return this.rowCount === ROWS;
  }
  get worksheet(): WorksheetApi {
    return new WorksheetApi(this.env, this.sheet);
  }
  get format(): FormatApi {
    return new FormatApi(this);
  }

  get conditionalFormats(): ConditionalFormatCollectionApi {
    return new ConditionalFormatCollectionApi(this.env, this.sheet, this.area);
  }

  get values(): Scalar[][] | null {
    return grid(this, (cell) => cell?.value ?? '');
  }
  set values(values: Scalar | null | (Scalar | null)[][]) {
    writeEach(this, values);
  }
  get formulas(): Scalar[][] | null {
    return grid(this, (cell) => cell?.formula ?? cell?.value ?? '');
  }
  set formulas(formulas: Scalar | null | (Scalar | null)[][]) {
    writeEach(this, formulas);
  }
  get text(): string[][] | null {
    return grid(this, (cell) => shown(cell, this.env.decimal));
  }
  get valueTypes(): string[][] | null {
    return grid(this, typeOf);
  }
  get numberFormat(): string[][] | null {
    return grid(this, (cell) => cell?.format ?? 'General');
  }
  set numberFormat(formats: string | (string | null)[][]) {
    writeFormats(this, formats);
  }
  get numberFormatCategories(): string[][] | null {
    return grid(this, (cell) => categoryOf(cell?.format ?? 'General'));
  }
  get hyperlink(): Link | null {
    return this.sheet.at(this.area.top, this.area.left)?.link ?? null;
  }
  set hyperlink(link: Link) {
    this.env.book.checkCells(this.sheet);
    const { top, left } = this.area;
    if (
      link.textToDisplay !== undefined &&
      link.textToDisplay !== '' &&
      String(this.sheet.valueAt(top, left) ?? '') !== link.textToDisplay
    )
      this.sheet.make(top, left).value = link.textToDisplay;
    this.sheet.link(top, left, link);
    // Excel dresses a link in blue, underlined.
    this.sheet.dress({ top, left, bottom: top, right: left }, { color: '#0563C1', underline: 'Single' });
    this.env.book.changed(this.sheet, this.area);
  }
  get rowHidden(): boolean | null {
    return hiddenOf(this.sheet.hiddenRows, this.area.top, this.area.bottom);
  }
  set rowHidden(hidden: boolean) {
    this.env.book.checkCells(this.sheet);
    hide(this.sheet.hiddenRows, this.area.top, this.area.bottom, hidden);
    this.env.book.changed(this.sheet, this.area, 'WorksheetRowHiddenChanged');
  }
  get columnHidden(): boolean | null {
    return hiddenOf(this.sheet.hiddenColumns, this.area.left, this.area.right);
  }
  set columnHidden(hidden: boolean) {
    this.env.book.checkCells(this.sheet);
    hide(this.sheet.hiddenColumns, this.area.left, this.area.right, hidden);
  }
  get hidden(): boolean | null {
    return this.rowHidden === true || this.columnHidden === true
      ? true
      : this.rowHidden === null || this.columnHidden === null
        ? null
        : false;
  }

  getCell(row: number, column: number): RangeApi {
    return this.getOffsetRange(row, column).getAbsoluteResizedRange(1, 1);
  }
  getRow(row: number): RangeApi {
    if (row < 0 || row >= this.rowCount) throw new OfficeError('InvalidArgument', 'No such row in the range.');
    return at(this, { ...this.area, top: this.area.top + row, bottom: this.area.top + row });
  }
  getColumn(column: number): RangeApi {
    if (column < 0 || column >= this.columnCount) throw new OfficeError('InvalidArgument', 'No such column.');
    return at(this, { ...this.area, left: this.area.left + column, right: this.area.left + column });
  }
  getLastRow(): RangeApi {
    return this.getRow(this.rowCount - 1);
  }
  getLastColumn(): RangeApi {
    return this.getColumn(this.columnCount - 1);
  }
  getLastCell(): RangeApi {
    return at(this, { ...this.area, top: this.area.bottom, left: this.area.right });
  }
  getBoundingRect(other: RangeApi | string): RangeApi {
    return at(this, around(this.area, typeof other === 'string' ? areaOf(other) : other.area));
  }
  getIntersection(other: RangeApi | string): RangeApi {
    return this.getIntersectionOrNullObject(other) ?? missing('The ranges do not meet.');
  }
  getIntersectionOrNullObject(other: RangeApi | string): RangeApi | null {
    const area = cross(this.area, typeof other === 'string' ? areaOf(other) : other.area);
    return area === null ? null : at(this, area);
  }
  getOffsetRange(rows: number, columns: number): RangeApi {
    const { top, left, bottom, right } = this.area;
    return at(this, { top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns });
  }
  getResizedRange(rows: number, columns: number): RangeApi {
    return at(this, { ...this.area, bottom: this.area.bottom + rows, right: this.area.right + columns });
  }
  getAbsoluteResizedRange(rows: number, columns: number): RangeApi {
    return at(this, { ...this.area, bottom: this.area.top + rows - 1, right: this.area.left + columns - 1 });
  }
  getEntireRow(): RangeApi {
    return at(this, { ...this.area, left: 0, right: COLUMNS - 1 });
  }
  getEntireColumn(): RangeApi {
    return at(this, { ...this.area, top: 0, bottom: ROWS - 1 });
  }
  getUsedRange(valuesOnly?: boolean): RangeApi {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly?: boolean): RangeApi | null {
    const used = this.sheet.used(valuesOnly ?? false, this.area);
    return used === null ? null : at(this, used);
  }
  getSpecialCells(type: string): RangeAreasApi {
    return this.getSpecialCellsOrNullObject(type) ?? missing('No cells were found.');
  }
  getSpecialCellsOrNullObject(type: string): RangeAreasApi | null {
    const areas = specialAreas(this.sheet, this.area, type);
    return areas.length === 0 ? null : new RangeAreasApi(this.env, this.sheet, areas);
  }
  getMergedAreasOrNullObject(): RangeAreasApi | null {
    // Only those whose first cell lies in the range; Excel fails above 512.
    const { top, left, bottom, right } = this.area;
    const found = this.sheet.merges
      .filter((one) => one.top >= top && one.top <= bottom && one.left >= left && one.left <= right)
      .sort((x, y) => x.top - y.top || x.left - y.left);
    if (found.length > 512) throw new OfficeError('GeneralException', 'Too many merged areas.');
    return found.length === 0 ? null : new RangeAreasApi(this.env, this.sheet, found);
  }
  getRowProperties(wanted: {
    rowHidden?: boolean;
    address?: boolean;
    rowIndex?: boolean;
  }): Record<string, unknown>[] | null {
    if (this.env.faults.isTooLarge(sizeOf(this.area))) return null;
    return Array.from({ length: this.rowCount }, (_, index) => {
      const row = this.area.top + index;
      return {
        ...(wanted.rowHidden ? { rowHidden: this.sheet.hiddenRows.has(row) } : {}),
        ...(wanted.rowIndex ? { rowIndex: row } : {}),
        ...(wanted.address ? { address: addressOf(this.sheet, [{ ...this.area, top: row, bottom: row }]) } : {}),
      };
    });
  }
  getColumnProperties(wanted: {
    columnHidden?: boolean;
    address?: boolean;
    columnIndex?: boolean;
  }): Record<string, unknown>[] | null {
    if (this.env.faults.isTooLarge(sizeOf(this.area))) return null;
    return Array.from({ length: this.columnCount }, (_, index) => {
      const column = this.area.left + index;
      const area = { ...this.area, left: column, right: column };
      return {
        ...(wanted.columnHidden ? { columnHidden: this.sheet.hiddenColumns.has(column) } : {}),
        ...(wanted.columnIndex ? { columnIndex: column } : {}),
        ...(wanted.address ? { address: addressOf(this.sheet, [area]) } : {}),
      };
    });
  }

  copyFrom(
    source: RangeApi | RangeAreasApi | string,
    type?: string | null,
    skipBlanks?: boolean,
    transpose?: boolean,
  ): void {
    if (skipBlanks || transpose) throw new OfficeError('NotImplemented', 'copyFrom: skipBlanks, transpose');
    const from =
      typeof source === 'string'
        ? { sheet: this.sheet, area: areaOf(source) }
        : { sheet: source.sheet, area: source instanceof RangeApi ? source.area : source.list[0]! };
    const what = type ?? 'All';
    if (!['All', 'Formulas', 'Values', 'Formats'].includes(what))
      throw new OfficeError('InvalidArgument', `copyFrom: ${what}`);
    this.env.book.checkCells(this.sheet, what === 'Formats' ? null : this.area);
    const written = copyCells(from, this, what);
    this.env.book.changed(this.sheet, written, what === 'Formats' ? 'WorksheetFormatChanged' : 'WorksheetChanged');
  }
  clear(applyTo?: string | null): void {
    this.env.book.checkCells(this.sheet, this.area);
    const what = applyTo ?? 'All';
    this.sheet.clear(this.area, what);
    this.env.book.changed(this.sheet, this.area, what === 'Formats' ? 'WorksheetFormatChanged' : 'WorksheetChanged');
  }
  merge(across?: boolean | null): void {
    this.env.book.checkCells(this.sheet);
    if (across) for (let row = 0; row < this.rowCount; row += 1) this.sheet.merge(this.getRow(row).area);
    else this.sheet.merge(this.area);
    this.env.book.changed(this.sheet, this.area);
  }
  unmerge(): void {
    this.env.book.checkCells(this.sheet);
    this.sheet.unmerge(this.area);
    this.env.book.changed(this.sheet, this.area);
  }
  select(): void {
    this.env.faults.needFocus('GeneralException');
    if (this.env.faults.isIdleSelect()) return;
    this.env.book.select(this.sheet, [this.area]);
  }
  calculate(): void {
    this.env.book.calculate(true);
  }
  /** The next Instantiate tells the reference. */
  _KeepReference(): void {
    if (this.wireIds['_ReferenceId'] === undefined) this.wireIds = { _ReferenceId: this.env.keep(this) };
  }
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.rowCount || columns !== this.columnCount)
      throw new OfficeError('InvalidArgument', 'The array does not match the range.');
  }
}

function at(range: RangeApi, area: Area): RangeApi {
  return new RangeApi(range.env, range.sheet, area);
}

function missing(message: string): never {
  throw new OfficeError('ItemNotFound', message);
}
