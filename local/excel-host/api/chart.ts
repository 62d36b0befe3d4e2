/** Charts, as far as our bar chart needs them. */
import { OfficeError } from '../errors.ts';
import type { ChartModel, SeriesModel, SheetModel } from '../model/sheet.ts';
import { areaA1 } from '../model/areas.ts';
import { addressOf, Api, areaOf, type Env } from './base.ts';
import { RangeApi } from './range.ts';

class Part<T> extends Api {
  readonly model: T;
  readonly owner: { env: Env; sheet: SheetModel };
  constructor(model: T, owner: { env: Env; sheet: SheetModel }) {
    super();
    this.model = model;
    this.owner = owner;
  }
}

export class ChartFillApi extends Part<SeriesModel> {
  static override readonly api = 'ChartFill';
  setSolidColor(color: string): void {
    this.model.fill = color;
  }
  clear(): void {
    this.model.fill = '';
  }
}

export class ChartSeriesFormatApi extends Part<SeriesModel> {
  static override readonly api = 'ChartSeriesFormat';
  get fill(): ChartFillApi {
    return new ChartFillApi(this.model, this.owner);
  }
}

export class ChartSeriesApi extends Part<SeriesModel> {
  static override readonly api = 'ChartSeries';
  get name(): string {
    return this.model.name;
  }
  set name(name: string) {
    this.model.name = name;
  }
  get chartType(): string {
    return this.model.chartType;
  }
  get gapWidth(): number {
    return this.model.gapWidth;
  }
  set gapWidth(width: number) {
    if (!(width >= 0 && width <= 500)) throw new OfficeError('InvalidArgument', 'gapWidth');
    this.model.gapWidth = width;
  }
  get overlap(): number {
    return this.model.overlap;
  }
  set overlap(overlap: number) {
    this.model.overlap = overlap;
  }
  get format(): ChartSeriesFormatApi {
    return new ChartSeriesFormatApi(this.model, this.owner);
  }
  setValues(range: RangeApi): void {
    this.model.values = range.address;
  }
  setXAxisValues(range: RangeApi): void {
    this.model.categories = range.address;
  }
}

export class ChartSeriesCollectionApi extends Part<ChartModel> {
  static override readonly api = 'ChartSeriesCollection';
  get items(): ChartSeriesApi[] {
    return this.model.series.map((one) => new ChartSeriesApi(one, this.owner));
  }
  get count(): number {
    return this.model.series.length;
  }
  getCount(): number {
    return this.model.series.length;
  }
  getItemAt(index: number): ChartSeriesApi {
    const one = this.model.series[index];
    if (one === undefined) throw new OfficeError('InvalidArgument', 'No such series.');
    return new ChartSeriesApi(one, this.owner);
  }
  add(name?: string | null): ChartSeriesApi {
    if (this.model.series.length >= 255) throw new OfficeError('InvalidArgument', 'A chart has at most 255 series.');
    const one = newSeries(name ?? '', this.model.chartType);
    this.model.series.push(one);
    return new ChartSeriesApi(one, this.owner);
  }
}

function newSeries(name: string, chartType: string): SeriesModel {
  return { name, chartType, gapWidth: 150, overlap: 0, values: '', categories: '', fill: '' };
}

export class ChartTitleApi extends Part<ChartModel> {
  static override readonly api = 'ChartTitle';
  get text(): string {
    return this.model.title;
  }
  set text(text: string) {
    this.model.title = text;
  }
  get visible(): boolean {
    return this.model.title !== '';
  }
}

export class ChartLegendApi extends Part<ChartModel> {
  static override readonly api = 'ChartLegend';
  get position(): string {
    return this.model.legendPosition;
  }
  set position(position: string) {
    this.model.legendPosition = position;
  }
}

type AxisModel = ChartModel['axes']['value'];

export class ChartAxisTitleApi extends Part<AxisModel> {
  static override readonly api = 'ChartAxisTitle';
  get text(): string {
    return this.model.title;
  }
  set text(text: string) {
    this.model.title = text;
  }
}

export class ChartAxisApi extends Part<AxisModel> {
  static override readonly api = 'ChartAxis';
  get title(): ChartAxisTitleApi {
    return new ChartAxisTitleApi(this.model, this.owner);
  }
  get reversePlotOrder(): boolean {
    return this.model.reversed;
  }
  set reversePlotOrder(reversed: boolean) {
    this.model.reversed = reversed;
  }
}

export class ChartAxesApi extends Part<ChartModel> {
  static override readonly api = 'ChartAxes';
  get valueAxis(): ChartAxisApi {
    return new ChartAxisApi(this.model.axes.value, this.owner);
  }
  get categoryAxis(): ChartAxisApi {
    return new ChartAxisApi(this.model.axes.category, this.owner);
  }
}

export class ChartApi extends Part<ChartModel> {
  static override readonly api = 'Chart';
  constructor(model: ChartModel, owner: { env: Env; sheet: SheetModel }) {
    super(model, owner);
    this.wireIds = { Id: model.id };
  }
  get id(): string {
    return this.model.id;
  }
  get name(): string {
    return this.model.name;
  }
  set name(name: string) {
    this.model.name = name;
  }
  get chartType(): string {
    return this.model.chartType;
  }
  get plotVisibleOnly(): boolean {
    return this.model.plotVisibleOnly;
  }
  set plotVisibleOnly(visible: boolean) {
    this.model.plotVisibleOnly = visible;
  }
  get title(): ChartTitleApi {
    return new ChartTitleApi(this.model, this.owner);
  }
  get legend(): ChartLegendApi {
    return new ChartLegendApi(this.model, this.owner);
  }
  get axes(): ChartAxesApi {
    return new ChartAxesApi(this.model, this.owner);
  }
  get series(): ChartSeriesCollectionApi {
    return new ChartSeriesCollectionApi(this.model, this.owner);
  }
  setPosition(start: RangeApi | string, end?: RangeApi | string | null): void {
    const place = (one: RangeApi | string): string => areaA1(typeof one === 'string' ? areaOf(one) : one.area);
    this.model.position = [place(start), place(end ?? start)];
  }
  delete(): void {
    const { env, sheet } = this.owner;
    env.book.checkCells(sheet);
    sheet.charts = sheet.charts.filter((one) => one !== this.model);
  }
}

export class ChartCollectionApi extends Api {
  static override readonly api = 'ChartCollection';
  private readonly owner: { env: Env; sheet: SheetModel };
  constructor(env: Env, sheet: SheetModel) {
    super();
    this.owner = { env, sheet };
  }
  get items(): ChartApi[] {
    return this.owner.sheet.charts.map((one) => new ChartApi(one, this.owner));
  }
  get count(): number {
    return this.owner.sheet.charts.length;
  }
  getCount(): number {
    return this.count;
  }
  getItem(key: string): ChartApi {
    const found = this.getItemOrNullObject(key);
    if (found === null) throw new OfficeError('ItemNotFound', `No chart ${key}.`);
    return found;
  }
  getItemOrNullObject(key: string): ChartApi | null {
    const found = this.owner.sheet.charts.find((one) => one.name === key || one.id === key);
    return found === undefined ? null : new ChartApi(found, this.owner);
  }
  getItemAt(index: number): ChartApi {
    const found = this.items[index];
    if (found === undefined) throw new OfficeError('InvalidArgument', 'No such chart.');
    return found;
  }
  add(chartType: string, source: RangeApi, seriesBy?: string | null): ChartApi {
    const { env, sheet } = this.owner;
    env.book.checkCells(sheet);
    const id = `{C-${sheet.id.slice(-5, -1)}-${nextId(sheet)}}`;
    const model: ChartModel = {
      id,
      name: `Chart ${sheet.charts.length + 1}`,
      chartType,
      title: '',
      legendPosition: 'Right',
      axes: { category: { title: '', reversed: false }, value: { title: '', reversed: false } },
      plotVisibleOnly: true,
      source: source.address,
      seriesBy: seriesBy ?? 'Auto',
      position: ['A1', 'H15'],
      series: [],
    };
    fill(model, source);
    sheet.charts.push(model);
    sheet.isReshaped = true;
    return new ChartApi(model, this.owner);
  }
}

function nextId(sheet: SheetModel): number {
  return sheet.charts.reduce((most, one) => Math.max(most, Number(/(\d+)\}$/.exec(one.id)?.[1] ?? 0)), 0) + 1;
}

/** One series a column; the first column holds the categories where it is texts. "Rows" is not needed here. */
function fill(model: ChartModel, { sheet, area }: RangeApi): void {
  if (model.seriesBy === 'Rows') throw new OfficeError('NotImplemented', 'charts by rows');
  const hasNames = typeof sheet.valueAt(area.top, area.right) === 'string';
  const body = { ...area, top: hasNames ? area.top + 1 : area.top };
  const hasCategories = area.right > area.left && typeof sheet.valueAt(body.top, area.left) !== 'number';
  const categories = addressOf(sheet, [{ ...body, right: area.left }]);
  for (let column = area.left + (hasCategories ? 1 : 0); column <= area.right; column += 1) {
    const name = hasNames ? String(sheet.valueAt(area.top, column) ?? '') : `Series${model.series.length + 1}`;
    const one = newSeries(name, model.chartType);
    one.values = addressOf(sheet, [{ ...body, left: column, right: column }]);
    one.categories = hasCategories ? categories : '';
    model.series.push(one);
  }
}
