/** Filter, protection and charts of a sheet. */
import type { Area } from '#core/workbook/picture';
import type { ChartState, ProtectionState } from './contract.ts';
import type { SheetModel } from './model.ts';
import { RangeImpl, type World } from './range.ts';

class FilterCriteriaImpl {
  readonly kind = 'FilterCriteria';
}

export class FilterImpl {
  readonly kind = 'Filter';
  readonly _world: World;
  readonly _sheet: SheetModel;

  constructor(world: World, sheet: SheetModel) {
    this._world = world;
    this._sheet = sheet;
  }
  getRange(): RangeImpl {
    return new RangeImpl(this._world, this._sheet, this._sheet.filter!.area);
  }
  getColumnFilterCriteria(column: number): FilterCriteriaImpl | null {
    const { area, criteria } = this._sheet.filter!;
    if (column - 1 < area.left || column - 1 > area.right) this._world.gate.fail('The column is outside the filter.');
    return criteria.has(column - 1) ? new FilterCriteriaImpl() : null;
  }
  remove(): void {
    if (this._sheet.filter !== null && this._sheet.filter.criteria.size > 0) this._sheet.hiddenRows.clear();
    this._sheet.filter = null;
  }
}

export class ProtectionImpl {
  readonly kind = 'Protection';
  readonly _state: ProtectionState;

  constructor(state: ProtectionState) {
    this._state = state;
  }
  canEdit(): boolean {
    return this._state.canEdit || this._state.warningOnly;
  }
  isWarningOnly(): boolean {
    return this._state.warningOnly;
  }
}

class ChartOptionsImpl {
  readonly kind = 'ChartOptions';
  readonly _options: Record<string, unknown>;

  constructor(options: Record<string, unknown>) {
    this._options = options;
  }
  get(option: string): unknown {
    return this._options[option] ?? null;
  }
}

export class EmbeddedChartImpl {
  readonly kind = 'EmbeddedChart';
  readonly _state: ChartState & { id: number };

  constructor(state: ChartState & { id: number }) {
    this._state = state;
  }
  getChartId(): number {
    return this._state.id;
  }
  getOptions(): ChartOptionsImpl {
    return new ChartOptionsImpl({ ...this._state.options, title: this._state.title });
  }
}

interface Draft {
  title: string;
  ranges: Area[];
  options: Record<string, unknown>;
  position: { row: number; column: number } | null;
}

/** The general builder: setters of one kind of chart are not there until it is cast. */
export class EmbeddedChartBuilderImpl {
  readonly kind: string = 'EmbeddedChartBuilder';
  readonly _world: World;
  readonly _sheet: SheetModel;
  readonly _draft: Draft;

  constructor(world: World, sheet: SheetModel, draft: Draft) {
    this._world = world;
    this._sheet = sheet;
    this._draft = draft;
  }
  _general(): EmbeddedChartBuilderImpl {
    return new EmbeddedChartBuilderImpl(this._world, this._sheet, this._draft);
  }
  asBarChart(): EmbeddedBarChartBuilderImpl {
    this._draft.options['type'] = 'BAR';
    return new EmbeddedBarChartBuilderImpl(this._world, this._sheet, this._draft);
  }
  addRange(range: RangeImpl): EmbeddedChartBuilderImpl {
    this._draft.ranges.push(range._area);
    return this._general();
  }
  setOption(option: string, value: unknown): EmbeddedChartBuilderImpl {
    this._draft.options[option] = value;
    return this._general();
  }
  setNumHeaders(headers: number): EmbeddedChartBuilderImpl {
    this._draft.options['headers'] = headers;
    return this._general();
  }
  setHiddenDimensionStrategy(strategy: unknown): EmbeddedChartBuilderImpl {
    this._draft.options['hidden'] = String(strategy);
    return this._general();
  }
  setPosition(row: number, column: number, _x: number, _y: number): EmbeddedChartBuilderImpl {
    this._draft.position = { row, column };
    return this._general();
  }
  build(): EmbeddedChartImpl {
    const { title, ranges, options, position } = this._draft;
    return new EmbeddedChartImpl({
      id: 0,
      title,
      ranges,
      options,
      row: position?.row ?? 0,
      column: position?.column ?? 0,
    });
  }
}

export class EmbeddedBarChartBuilderImpl extends EmbeddedChartBuilderImpl {
  override readonly kind = 'EmbeddedBarChartBuilder';

  setTitle(title: string): this {
    this._draft.title = title;
    return this;
  }
  setStacked(): this {
    this._draft.options['stacked'] = true;
    return this;
  }
  setColors(colours: string[]): this {
    this._draft.options['colors'] = colours;
    return this;
  }
  setXAxisTitle(title: string): this {
    this._draft.options['axis'] = title;
    return this;
  }
  setLegendPosition(position: unknown): this {
    this._draft.options['legend'] = String(position);
    return this;
  }
  reverseCategories(): this {
    this._draft.options['reversed'] = true;
    return this;
  }
}
