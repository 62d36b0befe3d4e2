/** Worksheet and WorksheetCollection. */
import { OfficeError } from '../errors.ts';
import { COLUMNS, ROWS } from '../model/areas.ts';
import type { SheetModel } from '../model/sheet.ts';
import { Api, areaOf, type Env } from './base.ts';
import { ChartCollectionApi } from './chart.ts';
import { EVENTS } from './events.ts';
import { AutoFilterApi, FreezePanesApi, PageBreaksApi, PageLayoutApi, WorksheetProtectionApi } from './layout.ts';
import { RangeApi } from './range.ts';
import { RangeAreasApi } from './range-areas.ts';
import { TableCollectionApi } from './tables.ts';

export class WorksheetApi extends Api {
  static override readonly api = 'Worksheet';
  readonly env: Env;
  readonly sheet: SheetModel;
  constructor(env: Env, sheet: SheetModel) {
    super();
    this.env = env;
    this.sheet = sheet;
    this.wireIds = { Id: sheet.id };
  }
  get id(): string {
    return this.sheet.id;
  }
  get name(): string {
    return this.sheet.name;
  }
  set name(name: string) {
    this.env.book.rename(this.sheet, name);
  }
  get position(): number {
    return this.env.book.sheets.indexOf(this.sheet);
  }
  set position(position: number) {
    const { book } = this.env;
    book.checkStructure();
    if (!(position >= 0 && position < book.sheets.length)) throw new OfficeError('InvalidArgument', 'position');
    const before = book.sheets.indexOf(this.sheet);
    book.sheets.splice(before, 1);
    book.sheets.splice(position, 0, this.sheet);
    book.raise('WorksheetMoved', this.sheet, undefined, { positionBefore: before, positionAfter: position });
  }
  get visibility(): string {
    return this.sheet.visibility;
  }
  set visibility(visibility: string) {
    if (visibility !== 'Visible' && visibility !== 'Hidden' && visibility !== 'VeryHidden')
      throw new OfficeError('InvalidArgument', visibility);
    this.env.book.show(this.sheet, visibility);
  }
  get tabColor(): string {
    return this.sheet.tabColor;
  }
  set tabColor(color: string) {
    this.env.book.checkStructure();
    this.sheet.tabColor = color;
  }
  get showGridlines(): boolean {
    return this.sheet.showGridlines;
  }
  set showGridlines(show: boolean) {
    this.sheet.showGridlines = show;
  }
  get autoFilter(): AutoFilterApi {
    return new AutoFilterApi(this.env, this.sheet);
  }
  get charts(): ChartCollectionApi {
    return new ChartCollectionApi(this.env, this.sheet);
  }
  get freezePanes(): FreezePanesApi {
    return new FreezePanesApi(this.env, this.sheet);
  }
  get horizontalPageBreaks(): PageBreaksApi {
    return new PageBreaksApi(this.env, this.sheet, true);
  }
  get verticalPageBreaks(): PageBreaksApi {
    return new PageBreaksApi(this.env, this.sheet, false);
  }
  get pageLayout(): PageLayoutApi {
    return new PageLayoutApi(this.env, this.sheet);
  }
  get tables(): TableCollectionApi {
    return new TableCollectionApi(this.env, this.sheet);
  }
  get protection(): WorksheetProtectionApi {
    return new WorksheetProtectionApi(this.env, this.sheet);
  }

  getRange(address?: string | null): RangeApi {
    const all = { top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 };
    return new RangeApi(this.env, this.sheet, address ? areaOf(address) : all);
  }
  getRanges(address?: string | null): RangeAreasApi {
    if (!address || address.length > 8_192) throw new OfficeError('InvalidArgument', 'Too many addresses.');
    return new RangeAreasApi(
      this.env,
      this.sheet,
      address.split(',').map((one) => areaOf(one.trim())),
    );
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): RangeApi {
    return new RangeApi(this.env, this.sheet, {
      top: row,
      left: column,
      bottom: row + rows - 1,
      right: column + columns - 1,
    });
  }
  getCell(row: number, column: number): RangeApi {
    return this.getRangeByIndexes(row, column, 1, 1);
  }
  getUsedRange(valuesOnly?: boolean | null): RangeApi {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly?: boolean | null): RangeApi | null {
    const used = this.sheet.used(valuesOnly ?? false);
    return used === null ? null : new RangeApi(this.env, this.sheet, used);
  }
  activate(): void {
    this.env.faults.needFocus('GeneralException');
    this.env.book.activate(this.sheet);
  }
  delete(): void {
    this.env.faults.needFocus('InvalidSelection');
    this.env.book.remove(this.sheet);
  }
  calculate(): void {
    this.env.book.calculate(true);
  }
}

export class WorksheetCollectionApi extends Api {
  static override readonly api = 'WorksheetCollection';
  readonly env: Env;
  constructor(env: Env) {
    super();
    this.env = env;
  }
  get items(): WorksheetApi[] {
    return this.env.book.sheets.map((sheet) => new WorksheetApi(this.env, sheet));
  }
  getCount(visibleOnly?: boolean | null): number {
    return listOf(this.env, visibleOnly).length;
  }
  getItem(key: string): WorksheetApi {
    const found = this.getItemOrNullObject(key);
    if (found === null) throw new OfficeError('ItemNotFound', `No sheet ${key}.`);
    return found;
  }
  getItemOrNullObject(key: string): WorksheetApi | null {
    const found = this.env.book.find(key);
    return found === null ? null : new WorksheetApi(this.env, found);
  }
  getFirst(visibleOnly?: boolean | null): WorksheetApi {
    return new WorksheetApi(this.env, listOf(this.env, visibleOnly)[0]!);
  }
  getLast(visibleOnly?: boolean | null): WorksheetApi {
    return new WorksheetApi(this.env, listOf(this.env, visibleOnly).at(-1)!);
  }
  getActiveWorksheet(): WorksheetApi {
    return new WorksheetApi(this.env, this.env.book.active!);
  }
  add(name?: string | null): WorksheetApi {
    this.env.faults.needFocus('GeneralException');
    const { book } = this.env;
    return new WorksheetApi(this.env, book.add(name ?? book.freeName()));
  }
}

function listOf(env: Env, visibleOnly?: boolean | null): SheetModel[] {
  return visibleOnly ? env.book.sheets.filter((sheet) => sheet.visibility === 'Visible') : env.book.sheets;
}

// Registering for events: the same for one sheet (target: its id) and for all.
for (const { register, event, isCollectionOnly } of EVENTS) {
  for (const on of [true, false]) {
    const name = on ? `_${register}` : `_Un${register[0]!.toLowerCase()}${register.slice(1)}`;
    const define = (prototype: Api, target: (self: never) => string): void => {
      Object.defineProperty(prototype, name, {
        value(this: { env: Env }): void {
          this.env.subscribe(event, target(this as never), on);
        },
        configurable: true,
      });
    };
    if (!isCollectionOnly) define(WorksheetApi.prototype, (self: WorksheetApi) => self.sheet.id);
    define(WorksheetCollectionApi.prototype, () => 'Workbook');
  }
}
