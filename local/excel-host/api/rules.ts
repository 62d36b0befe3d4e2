/** Conditional formats, the minimum: that they are there, with a formula and two colours. */
import { OfficeError } from '../errors.ts';
import { cross } from '../model/areas.ts';
import type { Area } from '#core/workbook/picture';
import type { RuleModel, SheetModel } from '../model/sheet.ts';
import { Api, type Env } from './base.ts';
import { RangeApi } from './range.ts';

class Part extends Api {
  readonly model: RuleModel;
  constructor(model: RuleModel) {
    super();
    this.model = model;
  }
}

export class ConditionalRangeFillApi extends Part {
  static override readonly api = 'ConditionalRangeFill';
  get color(): string {
    return this.model.fill;
  }
  set color(color: string) {
    this.model.fill = color;
  }
}

export class ConditionalRangeFontApi extends Part {
  static override readonly api = 'ConditionalRangeFont';
  get color(): string {
    return this.model.color;
  }
  set color(color: string) {
    this.model.color = color;
  }
  get bold(): boolean {
    return this.model.isBold;
  }
  set bold(bold: boolean) {
    this.model.isBold = bold;
  }
}

export class ConditionalRangeFormatApi extends Part {
  static override readonly api = 'ConditionalRangeFormat';
  get fill(): ConditionalRangeFillApi {
    return new ConditionalRangeFillApi(this.model);
  }
  get font(): ConditionalRangeFontApi {
    return new ConditionalRangeFontApi(this.model);
  }
}

export class ConditionalFormatRuleApi extends Part {
  static override readonly api = 'ConditionalFormatRule';
  get formula(): string {
    return this.model.formula;
  }
  set formula(formula: string) {
    this.model.formula = formula;
  }
}

export class CustomConditionalFormatApi extends Part {
  static override readonly api = 'CustomConditionalFormat';
  get rule(): ConditionalFormatRuleApi {
    return new ConditionalFormatRuleApi(this.model);
  }
  get format(): ConditionalRangeFormatApi {
    return new ConditionalRangeFormatApi(this.model);
  }
}

export class ConditionalFormatApi extends Part {
  static override readonly api = 'ConditionalFormat';
  private readonly owner: { env: Env; sheet: SheetModel };
  constructor(model: RuleModel, owner: { env: Env; sheet: SheetModel }) {
    super(model);
    this.owner = owner;
    this.wireIds = { Id: model.id };
  }
  get id(): string {
    return this.model.id;
  }
  get type(): string {
    return this.model.type;
  }
  get priority(): number {
    return this.owner.sheet.rules.indexOf(this.model);
  }
  get custom(): CustomConditionalFormatApi {
    if (this.model.type !== 'Custom') throw new OfficeError('InvalidOperation', 'The rule is of another type.');
    return new CustomConditionalFormatApi(this.model);
  }
  getRange(): RangeApi {
    return new RangeApi(this.owner.env, this.owner.sheet, this.model.area);
  }
  delete(): void {
    const { env, sheet } = this.owner;
    env.book.checkCells(sheet);
    sheet.rules = sheet.rules.filter((one) => one !== this.model);
  }
}

export class ConditionalFormatCollectionApi extends Api {
  static override readonly api = 'ConditionalFormatCollection';
  private readonly owner: { env: Env; sheet: SheetModel };
  private readonly area: Area;
  constructor(env: Env, sheet: SheetModel, area: Area) {
    super();
    this.owner = { env, sheet };
    this.area = area;
  }
  get items(): ConditionalFormatApi[] {
    const own = this.owner.sheet.rules.filter((one) => cross(one.area, this.area) !== null);
    return own.map((one) => new ConditionalFormatApi(one, this.owner));
  }
  getCount(): number {
    return this.items.length;
  }
  getItem(id: string): ConditionalFormatApi {
    const found = this.items.find(({ model }) => model.id === id);
    if (found === undefined) throw new OfficeError('ItemNotFound', `No rule ${id}.`);
    return found;
  }
  getItemAt(index: number): ConditionalFormatApi {
    const found = this.items[index];
    if (found === undefined) throw new OfficeError('InvalidArgument', 'No such rule.');
    return found;
  }
  add(type: string): ConditionalFormatApi {
    const { env, sheet } = this.owner;
    if (type !== 'Custom') throw new OfficeError('NotImplemented', `conditional format ${type}`);
    env.book.checkCells(sheet);
    const number = sheet.rules.reduce((most, one) => Math.max(most, Number(one.id.replace(/\D/g, ''))), 0) + 1;
    const model = { id: `{R-${number}}`, type, area: this.area, formula: '', fill: '', color: '', isBold: false };
    sheet.rules.push(model);
    return new ConditionalFormatApi(model, this.owner);
  }
  clearAll(): void {
    const { env, sheet } = this.owner;
    env.book.checkCells(sheet);
    sheet.rules = sheet.rules.filter((one) => cross(one.area, this.area) === null);
  }
}
