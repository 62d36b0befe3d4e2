/** Workbook and what hangs on it. */
import { OfficeError } from '../errors.ts';
import { parseArea } from '../model/areas.ts';
import type { NameModel } from '../model/book.ts';
import { Api, type Env } from './base.ts';
import { RangeApi } from './range.ts';
import { RangeAreasApi } from './range-areas.ts';
import { TableCollectionApi } from './tables.ts';
import { WorksheetCollectionApi } from './worksheet.ts';

class Part extends Api {
  readonly env: Env;
  constructor(env: Env) {
    super();
    this.env = env;
  }
}

export class ApplicationApi extends Part {
  static override readonly api = 'Application';
  get calculationMode(): string {
    return this.env.book.calculationMode;
  }
  set calculationMode(mode: string) {
    this.env.book.calculationMode = mode;
  }
  get calculationState(): string {
    return 'Done';
  }
  get decimalSeparator(): string {
    return this.env.decimal;
  }
  get thousandsSeparator(): string {
    return this.env.decimal === ',' ? '.' : ',';
  }
  get useSystemSeparators(): boolean {
    return true;
  }
  calculate(): void {
    this.env.book.calculate(true);
  }
  /** Formulas are worked out at the end of each request anyway. */
  suspendApiCalculationUntilNextSync(): void {}
  suspendScreenUpdatingUntilNextSync(): void {}
}

export class WorkbookProtectionApi extends Part {
  static override readonly api = 'WorkbookProtection';
  get protected(): boolean {
    return this.env.book.structureProtected;
  }
  protect(): void {
    this.env.book.structureProtected = true;
  }
  unprotect(): void {
    if (this.env.book.structureProtected) throw new OfficeError('AccessDenied', 'The structure is protected.');
  }
}

export class NamedItemApi extends Part {
  static override readonly api = 'NamedItem';
  readonly model: NameModel;
  constructor(env: Env, model: NameModel) {
    super(env);
    this.model = model;
    this.wireIds = { _Id: model.name };
  }
  get name(): string {
    return this.model.name;
  }
  get formula(): string {
    return this.model.formula;
  }
  get value(): string {
    return this.model.formula.replaceAll('$', '').replace(/^=/, '');
  }
  get visible(): boolean {
    return this.model.visible;
  }
  set visible(visible: boolean) {
    this.model.visible = visible;
  }
  get comment(): string {
    return this.model.comment;
  }
  get scope(): string {
    return 'Workbook';
  }
  get type(): string {
    return 'Range';
  }
  getRange(): RangeApi {
    const range = this.getRangeOrNullObject();
    if (range === null) throw new OfficeError('ItemNotFound', `${this.model.name} is no range.`);
    return range;
  }
  getRangeOrNullObject(): RangeApi | null {
    const [, quoted, plain, address] = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(this.model.formula) ?? [];
    const sheet = this.env.book.find(quoted?.replaceAll("''", "'") ?? plain ?? '');
    const area = parseArea(address ?? '');
    return sheet === null || area === null ? null : new RangeApi(this.env, sheet, area);
  }
  delete(): void {
    this.env.book.checkStructure();
    this.env.book.names = this.env.book.names.filter((one) => one !== this.model);
  }
}

export class NamedItemCollectionApi extends Part {
  static override readonly api = 'NamedItemCollection';
  get items(): NamedItemApi[] {
    return this.env.book.names.map((one) => new NamedItemApi(this.env, one));
  }
  getCount(): number {
    return this.env.book.names.length;
  }
  getItem(name: string): NamedItemApi {
    const found = this.getItemOrNullObject(name);
    if (found === null) throw new OfficeError('ItemNotFound', `No name ${name}.`);
    return found;
  }
  getItemOrNullObject(name: string): NamedItemApi | null {
    const found = this.env.book.names.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return found === undefined ? null : new NamedItemApi(this.env, found);
  }
  add(name: string, reference: RangeApi | string, comment?: string | null): NamedItemApi {
    this.env.book.checkStructure();
    if (this.getItemOrNullObject(name) !== null) throw new OfficeError('ItemAlreadyExists', name);
    const formula = typeof reference === 'string' ? reference : `=${reference.address}`;
    const model = { name, formula, visible: true, comment: comment ?? '' };
    this.env.book.names.push(model);
    return new NamedItemApi(this.env, model);
  }
}

export class WorkbookApi extends Part {
  static override readonly api = 'Workbook';
  get name(): string {
    return this.env.book.name;
  }
  get readOnly(): boolean {
    return this.env.book.readOnly;
  }
  get application(): ApplicationApi {
    return new ApplicationApi(this.env);
  }
  get names(): NamedItemCollectionApi {
    return new NamedItemCollectionApi(this.env);
  }
  get protection(): WorkbookProtectionApi {
    return new WorkbookProtectionApi(this.env);
  }
  get tables(): TableCollectionApi {
    return new TableCollectionApi(this.env, null);
  }
  get worksheets(): WorksheetCollectionApi {
    return new WorksheetCollectionApi(this.env);
  }
  getActiveCell(): RangeApi {
    return this.getSelectedRange().getCell(0, 0);
  }
  getSelectedRange(): RangeApi {
    this.env.faults.needFocus('InvalidSelection');
    const sheet = this.env.book.active!;
    if (sheet.selection.length > 1) throw new OfficeError('InvalidSelection', 'Several areas are selected.');
    return new RangeApi(this.env, sheet, sheet.selection[0]!);
  }
  getSelectedRanges(): RangeAreasApi {
    this.env.faults.needFocus('InvalidSelection');
    const sheet = this.env.book.active!;
    return new RangeAreasApi(this.env, sheet, sheet.selection);
  }
  _GetRangeForEventByReferenceId(reference: string): object {
    return this._GetObjectByReferenceId(reference);
  }
  _GetRangeOrNullObjectForEventByReferenceId(reference: string): object | null {
    return this.env.byReference(reference) ?? null;
  }
  _GetObjectByReferenceId(reference: string): object {
    const found = this.env.byReference(reference);
    if (found === undefined) throw new OfficeError('InvalidObjectPath', 'The reference is gone.');
    return found;
  }
  _RemoveReference(reference: string): void {
    this.env.release(reference);
  }
}
