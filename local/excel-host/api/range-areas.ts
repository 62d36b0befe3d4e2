/** RangeAreas: several rectangles of one sheet. */
import type { Area } from '#core/workbook/picture';
import { OfficeError } from '../errors.ts';
import { sizeOf } from '../model/areas.ts';
import type { SheetModel } from '../model/sheet.ts';
import { addressOf, Api, type Env } from './base.ts';
import { FormatApi, type Target } from './format.ts';
import { RangeApi } from './range.ts';
import { WorksheetApi } from './worksheet.ts';

export class RangeCollectionApi extends Api {
  static override readonly api = 'RangeCollection';
  private readonly owner: Target;
  constructor(owner: Target) {
    super();
    this.owner = owner;
  }
  get items(): RangeApi[] {
    return this.owner.areas.map((area) => new RangeApi(this.owner.env, this.owner.sheet, area));
  }
  getCount(): number {
    return this.owner.areas.length;
  }
  getItemAt(index: number): RangeApi {
    const area = this.owner.areas[index];
    if (area === undefined) throw new OfficeError('InvalidArgument', 'No such area.');
    return new RangeApi(this.owner.env, this.owner.sheet, area);
  }
}

export class RangeAreasApi extends Api {
  static override readonly api = 'RangeAreas';
  readonly env: Env;
  readonly sheet: SheetModel;
  /** The rectangles; `areas` of the API is the collection. */
  readonly list: readonly Area[];
  constructor(env: Env, sheet: SheetModel, list: readonly Area[]) {
    super();
    this.env = env;
    this.sheet = sheet;
    this.list = list;
  }
  get address(): string {
    return addressOf(this.sheet, this.list);
  }
  get addressLocal(): string {
    return this.address;
  }
  get areaCount(): number {
    return this.list.length;
  }
  get cellCount(): number {
    return this.list.reduce((sum, area) => sum + sizeOf(area), 0);
  }
  get worksheet(): WorksheetApi {
    return new WorksheetApi(this.env, this.sheet);
  }
  get format(): FormatApi {
    return new FormatApi({ env: this.env, sheet: this.sheet, areas: this.list });
  }
  get areas(): RangeCollectionApi {
    return new RangeCollectionApi({ env: this.env, sheet: this.sheet, areas: this.list });
  }
  clear(applyTo?: string | null): void {
    for (const area of this.list) new RangeApi(this.env, this.sheet, area).clear(applyTo);
  }
  /** The next Instantiate tells the reference. */
  _KeepReference(): void {
    if (this.wireIds['_ReferenceId'] === undefined) this.wireIds = { _ReferenceId: this.env.keep(this) };
  }
}

/** Cells of a kind, as rectangles: runs in each row, joined downwards where they are alike. */
export function specialAreas(sheet: SheetModel, within: Area, type: string): Area[] {
  const wanted = { Formulas: true, Constants: false }[type];
  if (wanted === undefined) throw new OfficeError('NotImplemented', `getSpecialCells ${type}`);
  const done: Area[] = [];
  let open: Area[] = [];
  let row = -1;
  let runs: Area[] = [];
  const close = (): void => {
    const next: Area[] = [];
    for (const run of runs) {
      const above = open.find((one) => one.bottom === run.top - 1 && one.left === run.left && one.right === run.right);
      if (above === undefined) {
        done.push(run);
        next.push(run);
      } else {
        above.bottom = run.bottom;
        next.push(above);
      }
    }
    open = next;
    runs = [];
  };
  sheet.walk((cell, at, column) => {
    if ((cell.formula !== undefined) !== wanted || (!wanted && cell.value === null)) return;
    if (at !== row) {
      close();
      row = at;
    }
    const last = runs[runs.length - 1];
    if (last !== undefined && last.right === column - 1) last.right = column;
    else runs.push({ top: at, left: column, bottom: at, right: column });
  }, within);
  close();
  return done;
}
