/** Runs inside the vm, before the add-on's own code: puts the services where scripts look for them, and takes orders as JSON. */
import {
  CacheServiceImpl,
  ChartsImpl,
  HtmlServiceImpl,
  LockServiceImpl,
  PropertiesServiceImpl,
  ScriptAppImpl,
  SpreadsheetAppImpl,
  UtilitiesImpl,
  type Traces,
} from './app.ts';
import type { BookState, CellState, Conditions, Outcome, Signatures } from './contract.ts';
import { CONSENT, inventedBy, newGate, type Gate } from './gate.ts';
import type { BookModel } from './model.ts';
import { EmbeddedBarChartBuilderImpl, EmbeddedChartBuilderImpl, FilterImpl, ProtectionImpl } from './parts.ts';
import { RangeImpl, RangeListImpl, type World } from './range.ts';
import { RichTextValueBuilderImpl } from './rich.ts';
import { SheetImpl, SpreadsheetImpl } from './sheet.ts';
import { loadBook, saveBook, typeInto } from './state.ts';

export type Order =
  | { do: 'open'; book: BookState; signatures: Signatures; files: string[] }
  | { do: 'load'; book: BookState }
  | { do: 'call'; name: string; argument: unknown; conditions: Conditions }
  | { do: 'book'; only: string[] | null }
  | { do: 'type'; sheet: string; address: string; state: CellState | null }
  | { do: 'change'; sheet: string; state: Partial<BookState['sheets'][number]> }
  | { do: 'forget' };

const scope = globalThis as unknown as Record<string, unknown>;

/** Names of the classes whose methods are all looked up in the type files. */
const CLASSES: Record<string, { prototype: object }> = {
  SpreadsheetApp: SpreadsheetAppImpl,
  Spreadsheet: SpreadsheetImpl,
  Sheet: SheetImpl,
  Range: RangeImpl,
  RangeList: RangeListImpl,
  Filter: FilterImpl,
  Protection: ProtectionImpl,
  RichTextValueBuilder: RichTextValueBuilderImpl,
  EmbeddedChartBuilder: EmbeddedChartBuilderImpl,
  EmbeddedBarChartBuilder: EmbeddedBarChartBuilderImpl,
  LockService: LockServiceImpl,
  CacheService: CacheServiceImpl,
  PropertiesService: PropertiesServiceImpl,
  HtmlService: HtmlServiceImpl,
  ScriptApp: ScriptAppImpl,
  Utilities: UtilitiesImpl,
};

let signatures: Signatures;
let book: BookModel;
const traces: Traces = {
  dialogs: [],
  menus: [],
  sidebars: [],
  lockHeld: false,
  cache: new Map(),
  properties: new Map(),
  files: new Set(),
};

/** The clock is the run's own: it goes by what calls and waits take. */
const RealDate = Date;
let clock: () => number = () => 0;
scope['Date'] = new Proxy(RealDate, {
  construct: (target, args) => (args.length === 0 ? new target(clock()) : new target(...(args as [number]))),
  get: (target, key) => (key === 'now' ? () => clock() : (target as unknown as Record<PropertyKey, unknown>)[key]),
});

function install(gate: Gate, world: World): void {
  scope['SpreadsheetApp'] = gate.wrap(new SpreadsheetAppImpl(world, traces));
  scope['LockService'] = gate.wrap(new LockServiceImpl(gate, traces));
  scope['CacheService'] = gate.wrap(new CacheServiceImpl(gate, traces));
  scope['PropertiesService'] = gate.wrap(new PropertiesServiceImpl(gate, traces));
  scope['HtmlService'] = gate.wrap(new HtmlServiceImpl(gate, traces));
  scope['ScriptApp'] = gate.wrap(new ScriptAppImpl(gate));
  scope['Utilities'] = gate.wrap(new UtilitiesImpl(gate));
  scope['Charts'] = gate.wrap(new ChartsImpl());
}

/** @returns whether google.script.run would carry the value; anything else reaches the page as null. */
function isLegal(value: unknown): boolean {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (Array.isArray(value)) return value.every((one) => one === undefined || isLegal(one));
  if (typeof value !== 'object' || Object.prototype.toString.call(value) !== '[object Object]') return false;
  return Object.values(value as object).every((one) => one === undefined || isLegal(one));
}

function runCall({ name, argument, conditions }: Extract<Order, { do: 'call' }>): Outcome {
  const gate = newGate(signatures, conditions);
  clock = gate.now;
  const world: World = { gate, book };
  gate.onCall = (count) => {
    for (const edit of conditions.meanwhile) {
      if (edit.at !== count) continue;
      const sheet = book.find(edit.sheet) ?? book.add(edit.sheet, book.sheets.length);
      if (edit.row >= 0) sheet.make(edit.row, edit.column).value = edit.value;
    }
  };
  traces.dialogs = [];
  traces.menus = [];
  traces.sidebars = [];
  traces.lockHeld = false;
  gate.begin();
  install(gate, world);
  const own = scope[name];
  const rest = (): Omit<Outcome, 'result' | 'thrown' | 'consent'> => ({
    ...gate.report(),
    dialogs: traces.dialogs,
    menus: traces.menus,
    sidebars: traces.sidebars,
    lockHeld: traces.lockHeld,
  });
  if (typeof own !== 'function' || name.endsWith('_'))
    return { result: null, thrown: `Script function not found: ${name}`, consent: false, ...rest() };
  try {
    const result: unknown = own(argument) ?? null;
    return { result: isLegal(result) ? result : null, thrown: null, consent: false, ...rest() };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (text === CONSENT) return { result: null, thrown: null, consent: true, ...rest() };
    return { result: null, thrown: text, consent: false, ...rest() };
  }
}

function change(order: Extract<Order, { do: 'change' }>): void {
  const sheet = book.find(order.sheet);
  if (sheet === null) throw new Error(`no sheet ${order.sheet}`);
  const {
    filter,
    hiddenRows,
    hiddenColumns,
    rows: _rows,
    widths: _widths,
    heights: _heights,
    charts,
    maxRows,
    maxColumns,
    ...rest
  } = order.state;
  Object.assign(sheet, rest);
  // Rows and columns that a person deletes take what stands in them along.
  if (maxRows !== undefined || maxColumns !== undefined)
    sheet.cut(maxRows ?? sheet.maxRows, maxColumns ?? sheet.maxColumns);
  if (filter !== undefined)
    sheet.filter = filter === null ? null : { area: filter.area, criteria: new Set(filter.criteria) };
  if (hiddenColumns !== undefined) sheet.hiddenColumns = new Set(hiddenColumns);
  if (hiddenRows !== undefined) sheet.hiddenRows = new Set(hiddenRows);
  if (charts !== undefined) sheet.charts = charts.map((chart, index) => ({ ...chart, id: 900 + index }));
}

function obey(order: Order): unknown {
  switch (order.do) {
    case 'open': {
      signatures = order.signatures;
      const invented = Object.entries(CLASSES).flatMap(([kind, own]) =>
        inventedBy(signatures, kind, own.prototype).map((name) => `${kind}.${name}`),
      );
      if (invented.length > 0) throw new Error(`the type files do not know ${invented.join(', ')}`);
      traces.files = new Set(order.files);
      book = loadBook(order.book);
      // Services are there while the script loads; any use of them then is a call that nobody allowed.
      const loading = newGate(signatures, {
        authMode: 'NONE',
        granted: [],
        declared: [],
        language: 'en',
        lockBusy: false,
        noDocument: false,
        viewer: false,
        answer: 'NO',
        faults: [],
        latency: 0,
        stall: null,
        now: '2026-11-24T10:00:00Z',
        meanwhile: [],
      });
      clock = loading.now;
      install(loading, { gate: loading, book });
      return null;
    }
    case 'load':
      book = loadBook(order.book);
      traces.cache.clear();
      return null;
    case 'call':
      return runCall(order);
    case 'book':
      return saveBook(book, order.only);
    case 'type':
      typeInto(book, order.sheet, order.address, order.state);
      return null;
    case 'change':
      change(order);
      return null;
    case 'forget':
      traces.cache.clear();
      return null;
  }
}

scope['__standIn'] = (json: string): string => JSON.stringify(obey(JSON.parse(json) as Order) ?? null);
