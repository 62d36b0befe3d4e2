/** Tables, the minimum: where they are, what they are called, making and taking them away. */
import { OfficeError } from '../errors.ts';
import { cross } from '../model/areas.ts';
import type { SheetModel, TableModel } from '../model/sheet.ts';
import { Api, areaOf, type Env } from './base.ts';
import { RangeApi } from './range.ts';
import { WorksheetApi } from './worksheet.ts';

export class TableApi extends Api {
  static override readonly api = 'Table';
  readonly env: Env;
  readonly sheet: SheetModel;
  readonly model: TableModel;
  constructor(env: Env, sheet: SheetModel, model: TableModel) {
    super();
    this.env = env;
    this.sheet = sheet;
    this.model = model;
    this.wireIds = { Id: model.id };
  }
  get id(): string {
    return this.model.id;
  }
  get name(): string {
    return this.model.name;
  }
  set name(name: string) {
    this.env.book.checkCells(this.sheet);
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) throw new OfficeError('InvalidArgument', 'The name is invalid.');
    if (allOf(this.env).some(({ model }) => model !== this.model && model.name === name))
      throw new OfficeError('ItemAlreadyExists', name);
    this.model.name = name;
  }
  get style(): string {
    return this.model.style;
  }
  set style(style: string) {
    this.model.style = style;
  }
  get worksheet(): WorksheetApi {
    return new WorksheetApi(this.env, this.sheet);
  }
  getRange(): RangeApi {
    return new RangeApi(this.env, this.sheet, this.model.area);
  }
  getHeaderRowRange(): RangeApi {
    return this.getRange().getRow(0);
  }
  getDataBodyRange(): RangeApi {
    const { area } = this.model;
    return new RangeApi(this.env, this.sheet, { ...area, top: area.top + 1 });
  }
  convertToRange(): RangeApi {
    this.env.book.checkCells(this.sheet);
    drop(this.sheet, this.model);
    return this.getRange();
  }
  delete(): void {
    this.getRange().clear();
    drop(this.sheet, this.model);
  }
}

function drop(sheet: SheetModel, model: TableModel): void {
  sheet.tables = sheet.tables.filter((one) => one !== model);
}

function allOf(env: Env): { sheet: SheetModel; model: TableModel }[] {
  return env.book.sheets.flatMap((sheet) => sheet.tables.map((model) => ({ sheet, model })));
}

export class TableCollectionApi extends Api {
  static override readonly api = 'TableCollection';
  private readonly env: Env;
  /** null: those of the whole workbook. */
  private readonly sheet: SheetModel | null;
  constructor(env: Env, sheet: SheetModel | null) {
    super();
    this.env = env;
    this.sheet = sheet;
  }
  get items(): TableApi[] {
    const own = allOf(this.env).filter(({ sheet }) => this.sheet === null || sheet === this.sheet);
    return own.map(({ sheet, model }) => new TableApi(this.env, sheet, model));
  }
  get count(): number {
    return this.items.length;
  }
  getCount(): number {
    return this.items.length;
  }
  getItem(key: string): TableApi {
    const found = this.getItemOrNullObject(key);
    if (found === null) throw new OfficeError('ItemNotFound', `No table ${key}.`);
    return found;
  }
  getItemOrNullObject(key: string): TableApi | null {
    return this.items.find(({ model }) => model.id === key || model.name === key) ?? null;
  }
  getItemAt(index: number): TableApi {
    const found = this.items[index];
    if (found === undefined) throw new OfficeError('InvalidArgument', 'No such table.');
    return found;
  }
  add(address: RangeApi | string, hasHeaders: boolean): TableApi {
    if (!hasHeaders) throw new OfficeError('NotImplemented', 'tables without headers');
    const sheet = typeof address === 'string' ? (this.sheet ?? this.env.book.active!) : address.sheet;
    const area = typeof address === 'string' ? areaOf(address) : address.area;
    this.env.book.checkCells(sheet);
    if (sheet.tables.some((one) => cross(one.area, area) !== null))
      throw new OfficeError('InvalidArgument', 'A table stands there.');
    // A table has no merged cells.
    sheet.unmerge(area);
    const number =
      allOf(this.env).reduce((most, { model }) => Math.max(most, Number(model.id.replace(/\D/g, ''))), 0) + 1;
    const model = { id: `{T-${number}}`, name: `Table${number}`, area, style: 'TableStyleMedium2' };
    sheet.tables.push(model);
    return new TableApi(this.env, sheet, model);
  }
}
