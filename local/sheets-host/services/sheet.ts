/** Sheet and Spreadsheet. */
import { areaFromA1 } from '#core/workbook/address';
import { overlaps, type SheetModel } from './model.ts';
import { EmbeddedChartBuilderImpl, EmbeddedChartImpl, FilterImpl, ProtectionImpl } from './parts.ts';
import { RangeImpl, RangeListImpl, type World } from './range.ts';

const CELLS = 10_000_000;
const LONGEST_NAME = 100;

export class SheetImpl {
  readonly kind = 'Sheet';
  readonly _world: World;
  readonly _sheet: SheetModel;

  constructor(world: World, sheet: SheetModel) {
    this._world = world;
    this._sheet = sheet;
  }

  _alive(): SheetModel {
    if (this._sheet.isDeleted) this._world.gate.fail(`Sheet ${this._sheet.id} not found`);
    return this._sheet;
  }
  /** A sheet without cells has none of the methods of cells. */
  _grid(): SheetModel {
    if (this._alive().isObject) this._world.gate.fail('This operation is not supported on this sheet.');
    return this._sheet;
  }
  _edit(): SheetModel {
    if (this._world.gate.conditions.viewer) this._world.gate.fail('You do not have permission to edit.', 'scope');
    return this._grid();
  }
  _range(top: number, left: number, rows: number, columns: number): RangeImpl {
    const { fail } = this._world.gate;
    if (rows < 1) fail('The number of rows in the range must be at least 1.');
    if (columns < 1) fail('The number of columns in the range must be at least 1.');
    if (top < 1) fail('The starting row of the range is too small.');
    if (left < 1) fail('The starting column of the range is too small.');
    const area = { top: top - 1, left: left - 1, bottom: top + rows - 2, right: left + columns - 2 };
    return new RangeImpl(this._world, this._grid(), area);
  }
  _grow(rows: number, columns: number): void {
    const sheet = this._edit();
    const more = rows * columns - sheet.maxRows * sheet.maxColumns;
    if (this._world.book.cells() + more > CELLS)
      this._world.gate.fail(
        'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
      );
    sheet.maxRows = rows;
    sheet.maxColumns = columns;
  }

  getName(): string {
    return this._alive().name;
  }
  getSheetId(): number {
    return this._alive().id;
  }
  getType(): unknown {
    return this._world.gate.enum('SheetType')[this._alive().isObject ? 'OBJECT' : 'GRID'];
  }
  isSheetHidden(): boolean {
    return this._alive().hidden;
  }
  isColumnHiddenByUser(position: number): boolean {
    const sheet = this._grid();
    if (position < 1 || position > sheet.maxColumns) this._world.gate.fail('Those columns are out of bounds.');
    return sheet.hiddenColumns.has(position - 1);
  }
  getMaxRows(): number {
    return this._grid().maxRows;
  }
  getMaxColumns(): number {
    return this._grid().maxColumns;
  }
  getLastRow(): number {
    return this._grid().extent().rows;
  }
  getLastColumn(): number {
    return this._grid().extent().columns;
  }
  getDataRange(): RangeImpl {
    const { rows, columns } = this._grid().extent();
    return this._range(1, 1, Math.max(rows, 1), Math.max(columns, 1));
  }
  getRange(first: number | string, column?: number, rows = 1, columns = 1): RangeImpl {
    if (typeof first === 'number') return this._range(first, column!, rows, columns);
    const area = areaFromA1(first);
    if (area === null) return this._world.gate.fail('Range not found');
    return new RangeImpl(this._world, this._grid(), area);
  }
  getRangeList(addresses: string[]): RangeListImpl {
    if (addresses.length === 0) this._world.gate.fail('Range list is empty.');
    return new RangeListImpl(addresses.map((address) => this.getRange(address)));
  }
  getFilter(): FilterImpl | null {
    return this._grid().filter === null ? null : new FilterImpl(this._world, this._sheet);
  }
  getProtections(type: unknown): ProtectionImpl[] {
    const whole = String(type) === 'SHEET';
    return this._alive()
      .protections.filter(({ area }) => (area === null) === whole)
      .map((state) => new ProtectionImpl(state));
  }
  getFrozenRows(): number {
    return this._grid().frozen.rows;
  }
  getFrozenColumns(): number {
    return this._grid().frozen.columns;
  }

  insertRowsAfter(after: number, count: number): this {
    const sheet = this._edit();
    if (after !== sheet.maxRows) this._world.gate.fail('not in the fake yet: rows inside a sheet');
    this._grow(sheet.maxRows + count, sheet.maxColumns);
    // New rows take the neighbour's format, and its rules.
    const last = sheet.rows[after - 1] ?? [];
    last.forEach((cell, column) => {
      if (cell === undefined || (cell.format === '' && Object.keys(cell.look).length === 0)) return;
      for (let row = after; row < sheet.maxRows; row += 1)
        (sheet.rows[row] ??= [])[column] = { value: null, format: cell.format, look: cell.look };
    });
    sheet.refusing = sheet.refusing.map((area) =>
      area.bottom === after - 1 ? { ...area, bottom: sheet.maxRows - 1 } : area,
    );
    return this;
  }
  insertColumnsAfter(after: number, count: number): this {
    const sheet = this._edit();
    if (after !== sheet.maxColumns) this._world.gate.fail('not in the fake yet: columns inside a sheet');
    this._grow(sheet.maxRows, sheet.maxColumns + count);
    return this;
  }
  deleteRows(from: number, count: number): void {
    const sheet = this._edit();
    if (from + count - 1 !== sheet.maxRows) this._world.gate.fail('not in the fake yet: rows inside a sheet');
    if (from === 1) this._world.gate.fail("You can't delete all the rows on the sheet.");
    if (sheet.frozen.rows >= from - 1 && sheet.frozen.rows > 0)
      this._world.gate.fail('You can’t delete all non-frozen rows.');
    sheet.cut(from - 1, sheet.maxColumns);
  }
  deleteColumns(from: number, count: number): void {
    const sheet = this._edit();
    if (from + count - 1 !== sheet.maxColumns) this._world.gate.fail('not in the fake yet: columns inside a sheet');
    if (from === 1) this._world.gate.fail("You can't delete all the columns on the sheet.");
    sheet.cut(sheet.maxRows, from - 1);
  }
  setFrozenRows(rows: number): void {
    const sheet = this._edit();
    if (rows >= sheet.maxRows) this._world.gate.fail("You can't freeze all visible rows on the sheet.");
    const cut = { top: rows - 1, left: 0, bottom: rows, right: sheet.maxColumns - 1 };
    if (rows > 0 && sheet.merges.some((area) => overlaps(area, cut) && area.top < rows && area.bottom >= rows))
      this._world.gate.fail("Sorry, you can't freeze rows which contain only part of a merged cell.");
    sheet.frozen.rows = rows;
  }
  setFrozenColumns(columns: number): void {
    const sheet = this._edit();
    if (columns >= sheet.maxColumns) this._world.gate.fail("You can't freeze all visible columns on the sheet.");
    if (columns > 0 && sheet.merges.some((area) => area.left < columns && area.right >= columns))
      this._world.gate.fail(
        "Sorry, you can't freeze columns which contain only part of a merged cell. Please change either your selection or merge cells.",
      );
    sheet.frozen.columns = columns;
  }
  setColumnWidths(start: number, count: number, width: number): this {
    const sheet = this._edit();
    if (start + count - 1 > sheet.maxColumns) this._world.gate.fail('Those columns are out of bounds.');
    for (let column = start - 1; column < start - 1 + count; column += 1) sheet.widths.set(column, width);
    return this;
  }
  setRowHeights(start: number, count: number, height: number): this {
    const sheet = this._edit();
    if (start + count - 1 > sheet.maxRows) this._world.gate.fail('Those rows are out of bounds.');
    for (let row = start - 1; row < start - 1 + count; row += 1) sheet.heights.set(row, height);
    return this;
  }
  setName(name: string): this {
    const sheet = this._edit();
    const other = this._world.book.find(name);
    if (other !== null && other !== sheet)
      this._world.gate.fail(`A sheet with the name "${name}" already exists. Please enter another name.`);
    if (name.length > LONGEST_NAME) this._world.gate.fail('Sheet name cannot be greater than 100 characters.');
    sheet.name = name;
    return this;
  }
  setTabColor(colour: string | null): this {
    this._edit().tabColor = colour;
    return this;
  }
  hideSheet(): this {
    const sheet = this._edit();
    const { book, gate } = this._world;
    const others = book.sheets.filter((one) => one !== sheet && !one.hidden);
    if (others.length === 0) gate.fail("You can't hide all the sheets in a document.");
    sheet.hidden = true;
    if (book.active === sheet) book.active = others[others.length - 1]!;
    return this;
  }
  showSheet(): this {
    this._edit().hidden = false;
    return this;
  }
  showRows(start: number, count: number): void {
    const sheet = this._edit();
    for (let row = start - 1; row < start - 1 + count; row += 1) sheet.hiddenRows.delete(row);
  }
  getCharts(): EmbeddedChartImpl[] {
    return this._alive().charts.map((state) => new EmbeddedChartImpl(state));
  }
  newChart(): EmbeddedChartBuilderImpl {
    const draft = { title: '', ranges: [], options: {}, position: null };
    return new EmbeddedChartBuilderImpl(this._world, this._grid(), draft);
  }
  insertChart(chart: EmbeddedChartImpl): void {
    const sheet = this._edit();
    const { row, column, ranges } = chart._state;
    if (row < 1 || column < 1 || row > sheet.maxRows || column > sheet.maxColumns)
      this._world.gate.fail('Chart position is out of bounds.');
    if (ranges.length === 0) this._world.gate.fail('A chart needs a range.');
    const id = 1 + Math.max(0, ...sheet.charts.map((one) => one.id));
    sheet.charts.push({ ...chart._state, id });
  }
  removeChart(chart: EmbeddedChartImpl): void {
    const sheet = this._edit();
    sheet.charts = sheet.charts.filter(({ id }) => id !== chart._state.id);
  }
  getSelection(): unknown {
    return this._world.gate.fail('not in the fake yet: Sheet.getSelection');
  }
}

export class SpreadsheetImpl {
  readonly kind = 'Spreadsheet';
  readonly _world: World;
  readonly _sheets = new WeakMap<SheetModel, SheetImpl>();

  constructor(world: World) {
    this._world = world;
  }

  _of(sheet: SheetModel): SheetImpl {
    let impl = this._sheets.get(sheet);
    if (impl === undefined) this._sheets.set(sheet, (impl = new SheetImpl(this._world, sheet)));
    return impl;
  }
  getId(): string {
    return '1aBcDeFgHiJkLmNoPqRsTuVwXyZ';
  }
  getSheets(): SheetImpl[] {
    return this._world.book.sheets.map((sheet) => this._of(sheet));
  }
  getNumSheets(): number {
    return this._world.book.sheets.length;
  }
  getSheetByName(name: string): SheetImpl | null {
    const found = this._world.book.sheets.find((sheet) => sheet.name === name);
    return found === undefined ? null : this._of(found);
  }
  getActiveSheet(): SheetImpl {
    return this._of(this._world.book.active ?? this._world.book.sheets[0]!);
  }
  getProtections(type: unknown): ProtectionImpl[] {
    return this._world.book.sheets.flatMap((sheet) => this._of(sheet).getProtections(type));
  }
  getSpreadsheetTimeZone(): string {
    return this._world.book.timeZone;
  }
  getSpreadsheetLocale(): string {
    return this._world.book.locale;
  }
  insertSheet(name: unknown, index?: unknown, ...rest: unknown[]): SheetImpl {
    const { book, gate } = this._world;
    if (gate.conditions.viewer) gate.fail('You do not have permission to edit.', 'scope');
    if (typeof name !== 'string' || rest.length > 0) return gate.fail('not in the fake yet: this way to add a sheet');
    if (name.length > LONGEST_NAME) gate.fail('Sheet name cannot be greater than 100 characters.');
    if (book.find(name) !== null)
      gate.fail(`A sheet with the name "${name}" already exists. Please enter another name.`);
    if (book.cells() + 26_000 > CELLS)
      gate.fail('This action would increase the number of cells in the workbook above the limit of 10000000 cells.');
    const at = typeof index === 'number' ? index : book.sheets.indexOf(book.active!) + 1;
    const sheet = book.add(name, at);
    // A new sheet becomes the one that the person sees.
    book.active = sheet;
    return this._of(sheet);
  }
  deleteSheet(sheet: SheetImpl): void {
    const { book, gate } = this._world;
    const model = sheet._edit();
    if (book.sheets.filter((one) => one === model || !one.hidden).length === 1)
      gate.fail("You can't remove all the visible sheets in a document.");
    book.remove(model);
    if (book.active === model) book.active = book.sheets.find((one) => !one.hidden) ?? null;
  }
  setActiveSheet(sheet: SheetImpl, restoreSelection?: boolean): SheetImpl {
    const model = sheet._alive();
    if (restoreSelection !== true) model.selection = 'A1';
    this._world.book.active = model;
    return sheet;
  }
}
