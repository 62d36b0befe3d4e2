/** A small stand-in for Excel: calls are queued and run at sync, as in the genuine library; a model of a workbook answers them. */
import { areaFromA1, columnLetters, toA1 } from '#core/workbook/address';
import type { Area } from '#core/workbook/picture';
import type { Picture } from '#core/workbook/picture';
import { scalarOf } from '#core/workbook/cell';

export class Refusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

interface FakeCell {
  value: unknown;
  type?: string;
  format?: string;
  formula?: string;
  look?: string[];
  link?: unknown;
}

const METHOD =
  /^(?:get|add$|delete$|clear|merge$|unmerge$|copyFrom$|activate$|select$|apply$|remove|set[A-Z]|freeze(?!Panes)|unfreeze$)/;

export class FakeRange {
  readonly sheet: FakeSheet;
  readonly area: Area;
  readonly format: object;
  constructor(sheet: FakeSheet, area: Area) {
    this.sheet = sheet;
    this.area = area;
    this.format = new FakeFormat(sheet, [area]);
  }
  private map<T>(ask: (cell: FakeCell | undefined, row: number, column: number) => T): T[][] {
    const { top, left, bottom, right } = this.area;
    return Array.from({ length: bottom - top + 1 }, (_, row) =>
      Array.from({ length: right - left + 1 }, (_unused, column) =>
        ask(this.sheet.cells.get(`${top + row},${left + column}`), top + row, left + column),
      ),
    );
  }
  get values(): unknown[][] | null {
    if (this.sheet.book.nullAbove > 0 && this.rowCount * this.columnCount > this.sheet.book.nullAbove) return null;
    return this.map((cell) => cell?.value ?? '');
  }
  set values(values: unknown[][]) {
    this.sheet.guard();
    this.map((_cell, row, column) => {
      const value = values[row - this.area.top]![column - this.area.left];
      if (value !== null) this.sheet.put(row, column, value);
      return null;
    });
  }
  get formulas(): unknown[][] {
    return this.map((cell) => cell?.formula ?? cell?.value ?? '');
  }
  get valueTypes(): string[][] {
    return this.map((cell) => {
      const value = cell?.value ?? '';
      if (cell?.type !== undefined) return cell.type;
      return value === ''
        ? 'Empty'
        : { number: 'Double', string: 'String', boolean: 'Boolean' }[typeof value as string]!;
    });
  }
  get numberFormat(): unknown {
    return this.map((cell) => cell?.format ?? 'General');
  }
  set numberFormat(format: unknown) {
    this.sheet.guard();
    this.map((_cell, row, column) => {
      const own = Array.isArray(format) ? format[row - this.area.top][column - this.area.left] : format;
      this.sheet.cell(row, column).format = own as string;
      return null;
    });
  }
  get numberFormatCategories(): string[][] {
    return this.map((cell) => (cell?.format === 'dd/mm/yyyy' ? 'Date' : 'Custom'));
  }
  get text(): string[][] {
    return this.map((cell) => `<${String(cell?.value ?? '')}>`);
  }
  set hyperlink(link: { textToDisplay?: string }) {
    const cell = this.sheet.cell(this.area.top, this.area.left);
    cell.link = link;
    if (link.textToDisplay !== undefined) cell.value = link.textToDisplay;
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
  get address(): string {
    const { top, left, bottom, right } = this.area;
    const last = top === bottom && left === right ? '' : `:${toA1(bottom, right)}`;
    return `'${this.sheet.name.replaceAll("'", "''")}'!${toA1(top, left)}${last}`;
  }
  get rowHidden(): boolean | null {
    const rows = this.map((_cell, row) => this.sheet.hiddenRows.has(row)).map((row) => row[0]!);
    return rows.every((one) => one === rows[0]) ? rows[0]! : null;
  }
  getRowProperties(): { rowHidden: boolean }[] {
    return this.map((_cell, row) => this.sheet.hiddenRows.has(row)).map((row) => ({ rowHidden: row[0]! }));
  }
  getSpecialCellsOrNullObject(): object | null {
    const found: string[] = [];
    this.map(
      (cell, row, column) => cell?.formula !== undefined && found.push(`'${this.sheet.name}'!${toA1(row, column)}`),
    );
    return found.length === 0 ? null : { address: found.join(',') };
  }
  getMergedAreasOrNullObject(): object | null {
    const { top, left, bottom, right } = this.area;
    const items = this.sheet.merges
      .filter((one) => one.top >= top && one.top <= bottom && one.left >= left && one.left <= right)
      .map((one) => new FakeRange(this.sheet, one));
    if (items.length > 512) throw new Refusal('GeneralException');
    return items.length === 0 ? null : { areas: { items } };
  }
  merge(): void {
    this.sheet.merges.push(this.area);
  }
  unmerge(): void {
    this.sheet.guard();
    this.sheet.merges = this.sheet.merges.filter((one) => one.bottom < this.area.top || one.top > this.area.bottom);
  }
  copyFrom(source: FakeRange): void {
    this.sheet.guard();
    const { rowCount, columnCount } = this;
    if (source.rowCount !== rowCount || source.columnCount !== columnCount) throw new Refusal('InvalidArgument');
    this.map((_cell, row, column) => {
      const at = `${row - this.area.top + source.area.top},${column - this.area.left + source.area.left}`;
      const cell = source.sheet.cells.get(at);
      if (cell === undefined) this.sheet.cells.delete(`${row},${column}`);
      else this.sheet.cells.set(`${row},${column}`, { ...cell });
      return null;
    });
    this.sheet.merges.push(...source.sheet.merges);
  }
  clear(what?: string): void {
    this.map((_cell, row, column) => {
      const key = `${row},${column}`;
      if (what === 'Hyperlinks') delete this.sheet.cells.get(key)?.link;
      else this.sheet.cells.delete(key);
      return null;
    });
  }
  select(): void {
    if (this.sheet.book.deafSelects > 0) this.sheet.book.deafSelects -= 1;
    else if (this.sheet.book.active === this.sheet) this.sheet.book.selection = this.area;
  }
}

class FakeFormat {
  private readonly sheet: FakeSheet;
  private readonly areas: Area[];
  readonly font: object;
  readonly fill: object;
  readonly protection = { locked: true };
  constructor(sheet: FakeSheet, areas: Area[]) {
    this.sheet = sheet;
    this.areas = areas;
    const note = (kind: string): object =>
      new Proxy({}, { set: (_target, name, value) => (this.look(`${kind}.${String(name)}=${String(value)}`), true) });
    this.font = note('font');
    this.fill = note('fill');
    const locked = sheet.unlocked.some((one) => one.top === areas[0]?.top && one.left === areas[0]?.left);
    this.protection = { locked: !locked };
  }
  get borders(): object {
    return { getItem: (side: string) => new Proxy({}, { set: () => (this.look(side), true) }) };
  }
  look(text: string): void {
    for (const area of this.areas)
      for (let row = area.top; row <= area.bottom; row += 1)
        for (let column = area.left; column <= area.right; column += 1)
          (this.sheet.cell(row, column).look ??= []).push(text);
  }
  set horizontalAlignment(value: string) {
    this.look(`h=${value}`);
  }
  set verticalAlignment(value: string) {
    this.look(`v=${value}`);
  }
  set wrapText(value: boolean) {
    this.look(`wrap=${value}`);
  }
  set columnWidth(width: number) {
    for (const area of this.areas)
      for (let column = area.left; column <= area.right; column += 1) this.sheet.widths[column] = width;
  }
  set rowHeight(height: number) {
    for (const area of this.areas)
      for (let row = area.top; row <= area.bottom; row += 1) this.sheet.heights.set(row, height);
  }
}

let ids = 0;

export class FakeSheet {
  readonly book: FakeBook;
  readonly id = `{${(ids += 1)}}`;
  name: string;
  visibility = 'Visible';
  cells = new Map<string, FakeCell>();
  merges: Area[] = [];
  hiddenRows = new Set<number>();
  unlocked: Area[] = [];
  widths: number[] = [];
  heights = new Map<number, number>();
  tabColor = '';
  protection = { protected: false };
  frozen: string | null = null;
  printed: string[] = [];
  charts: object;
  chartList: { name: string }[] = [];
  autoFilter = {
    enabled: false,
    isDataFiltered: false,
    apply: (): void => void (this.autoFilter.enabled = true),
    remove: (): void => void Object.assign(this.autoFilter, { enabled: false, isDataFiltered: false }),
  };
  constructor(book: FakeBook, name: string) {
    this.book = book;
    this.name = name;
    const any = (note: (text: string) => void): object =>
      new Proxy(
        {},
        {
          get: (_target, name) => (METHOD.test(String(name)) ? (): object => any(note) : any(note)),
          set: (_target, name) => (note(String(name)), true),
        },
      );
    this.charts = {
      items: this.chartList,
      add: (kind: string) => {
        const chart = { name: kind, delete: (): void => void this.chartList.splice(this.chartList.indexOf(chart), 1) };
        this.chartList.push(chart);
        const more = any(() => undefined);
        return new Proxy(chart, {
          get: (target, key) => Reflect.get(target, key) ?? Reflect.get(more, key),
          set: (target, key, value) => (key === 'name' && (target.name = String(value)), true),
        });
      },
    };
    this.pageLayout = any((text) => this.printed.push(text));
    this.horizontalPageBreaks = any(() => undefined);
  }
  pageLayout: object;
  horizontalPageBreaks: object;
  guard(): void {
    if (this.protection.protected) throw new Refusal('AccessDenied');
  }
  cell(row: number, column: number): FakeCell {
    const key = `${row},${column}`;
    const cell = this.cells.get(key) ?? { value: '' };
    this.cells.set(key, cell);
    return cell;
  }
  /** What Excel makes of a value that is typed. */
  put(row: number, column: number, value: unknown): void {
    const cell = this.cell(row, column);
    delete cell.formula;
    delete cell.type;
    if (typeof value !== 'string') return void (cell.value = value);
    if (value.startsWith("'")) return void (cell.value = value.slice(1));
    if (cell.format === '@') return void (cell.value = value);
    if (/^[=+\-@]/.test(value)) return void Object.assign(cell, { formula: value, value: 0 });
    cell.value = value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): FakeRange {
    return new FakeRange(this, { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
  }
  getCell(row: number, column: number): FakeRange {
    return this.getRangeByIndexes(row, column, 1, 1);
  }
  getRange(address: string): FakeRange {
    return new FakeRange(this, areaFromA1(address)!);
  }
  getRanges(list: string): object {
    if (list.length > 8_192) throw new Refusal('InvalidArgument');
    return {
      format: new FakeFormat(
        this,
        list.split(',').map((one) => areaFromA1(one)!),
      ),
    };
  }
  getUsedRange(): FakeRange {
    return this.getUsedRangeOrNullObject(false) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(values: boolean): FakeRange | null {
    const places = [...this.cells]
      .filter(([, cell]) => !values || (cell.value !== '' && cell.value !== null))
      .map(([key]) => key.split(',').map(Number) as [number, number]);
    if (places.length === 0) return null;
    const rows = places.map(([row]) => row);
    const columns = places.map(([, column]) => column);
    return new FakeRange(this, {
      top: rows.reduce((x, y) => Math.min(x, y)),
      left: columns.reduce((x, y) => Math.min(x, y)),
      bottom: rows.reduce((x, y) => Math.max(x, y)),
      right: columns.reduce((x, y) => Math.max(x, y)),
    });
  }
  get freezePanes(): object {
    const set = (address: string): void => {
      if (this.book.awayFrom === this.book.syncs) throw new Refusal('GeneralException');
      this.frozen = address;
    };
    return {
      getLocationOrNullObject: () => (this.frozen === null ? null : { address: this.frozen }),
      freezeRows: (rows: number) => set(`A1:XFD${rows}`),
      freezeColumns: (columns: number) => set(`A1:${columnLetters(columns - 1)}1048576`),
      freezeAt: (range: FakeRange) => set(range.address.split('!')[1]!),
      unfreeze: () => (this.frozen = null),
    };
  }
  activate(): void {
    if (this.visibility !== 'Visible') throw new Refusal('GeneralException');
    this.book.active = this;
  }
  delete(): void {
    if (this.visibility === 'VeryHidden') throw new Refusal('GeneralException');
    this.book.sheets.splice(this.book.sheets.indexOf(this), 1);
  }
}

export class FakeBook {
  sheets: FakeSheet[] = [];
  active!: FakeSheet;
  selection: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  readOnly = false;
  protection = { protected: false };
  api = 20;
  /** Requests sent. */
  syncs = 0;
  /** Called before each request with its number and its calls: a place for faults. */
  before: (request: number, calls: string[]) => void | Promise<void> = () => undefined;
  /** Called before each call of a request. */
  during: (calls: string[], index: number) => void = () => undefined;
  /** Values of larger ranges are null, as above 5,000,000 cells. */
  nullAbove = 0;
  /** Selects that do nothing. */
  deafSelects = 0;
  awayFrom = -1;
  log: string[][] = [];
  handlers: { name: string; call: (args: object) => unknown }[] = [];

  get worksheets(): object {
    const find = (key: string): FakeSheet | undefined =>
      this.sheets.find((one) => one.id === key || one.name.toLowerCase() === key.toLowerCase());
    const event = (name: string): object => ({
      add: (call: (args: object) => unknown) => (this.handlers.push({ name, call }), {}),
    });
    const events = [
      'onChanged',
      'onAdded',
      'onDeleted',
      'onVisibilityChanged',
      'onFormatChanged',
      'onRowHiddenChanged',
      'onNameChanged',
    ];
    return {
      items: this.sheets,
      add: (name: string) => {
        if (find(name) !== undefined) throw new Refusal('ItemAlreadyExists');
        if (this.protection.protected) throw new Refusal('AccessDenied');
        this.sheets.push(new FakeSheet(this, name));
        return this.sheets[this.sheets.length - 1]!;
      },
      getItem: (key: string) => {
        const sheet = find(key);
        if (sheet === undefined) throw new Refusal('ItemNotFound');
        return sheet;
      },
      getItemOrNullObject: (key: string) => find(key) ?? null,
      getActiveWorksheet: () => this.active,
      ...Object.fromEntries(events.map((name) => [name, event(name)])),
    };
  }
  getSelectedRange(): FakeRange {
    return new FakeRange(this.active, this.selection);
  }
  sheet(name: string): FakeSheet {
    return this.sheets.find((one) => one.name === name)!;
  }
  fire(args: object, name = 'onChanged'): void {
    for (const handler of this.handlers) if (handler.name === name) handler.call(args);
  }
}

/** @returns a workbook that shows what the picture says. */
export function bookOf(picture: Picture): FakeBook {
  const book = new FakeBook();
  for (const one of picture.sheets) {
    const sheet = new FakeSheet(book, one.name);
    sheet.visibility = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' }[one.visibility];
    sheet.merges = [...one.merges];
    for (const row of one.rows) {
      if (row.hidden) sheet.hiddenRows.add(row.index);
      row.cells.forEach((cell, column) => {
        if (cell === null) return;
        const put: FakeCell = { value: scalarOf(cell) ?? '' };
        if (typeof cell === 'object') {
          if (cell.kind === 'error') put.type = 'Error';
          if (cell.format !== undefined) put.format = cell.format;
          if (cell.formula === true) put.formula = '=X()';
        }
        sheet.cells.set(`${row.index},${column}`, put);
      });
    }
    book.sheets.push(sheet);
  }
  book.active = book.sheets.find((one) => one.visibility === 'Visible')!;
  return book;
}

type Node = Record<string, unknown>;

/** A proxy object of the library: a path to be resolved at sync, and what was loaded of it. */
function node(context: FakeContext, path: string, resolve: () => unknown): Node {
  const loaded: Record<string, unknown> = {};
  const children = new Map<string, unknown>();
  let found: { value: unknown } | null = null;
  const target = (): unknown => (found ??= { value: resolve() }).value;
  const self: Node = new Proxy({} as Node, {
    get(_target, key) {
      const name = String(key);
      if (name === 'then' || typeof key === 'symbol') return undefined;
      if (name === 'context') return context;
      if (name === '__target') return target;
      if (name === 'isNullObject') return found !== null && found.value === null;
      if (name === 'load') return (what: string) => context.queue(`${path}.load`, () => load(what.split(',')));
      if (name in loaded) return loaded[name];
      if (METHOD.test(name))
        return (...args: unknown[]) => {
          const call = (): unknown => {
            const owner = target() as Record<string, (...all: unknown[]) => unknown> | null;
            const own = args.map((arg) =>
              typeof arg === 'object' && arg !== null && '__target' in arg ? (arg.__target as () => unknown)() : arg,
            );
            return owner === null ? null : owner[name]!(...own);
          };
          const child = node(context, `${path}.${name}`, call);
          context.queue(`${path}.${name}`, child['__target'] as () => unknown);
          // A ClientResult: a plain answer instead of an object.
          if (name === 'getRowProperties')
            context.queue('', () => void results.set(child, (child['__target'] as () => unknown)()));
          return child;
        };
      if (name === 'value') return results.get(self);
      if (!children.has(name))
        children.set(
          name,
          node(context, `${path}.${name}`, () => (target() as Record<string, unknown> | null)?.[name] ?? null),
        );
      return children.get(name);
    },
    has: (_target, key) => key === '__target',
    set(_target, key, value) {
      context.queue(`${path}.${String(key)}=`, () => {
        (target() as Record<string, unknown>)[String(key)] = value;
      });
      return true;
    },
  });
  function load(names: string[]): void {
    const value = target() as Record<string, unknown> | null;
    if (value === null) return;
    for (const name of names) {
      const parts = name.split('/');
      if (parts.length === 1) loaded[name] = value[name];
      else if (parts[0] === 'items') {
        const list = value['items'] as unknown[];
        const items = (loaded['items'] ??= list.map((item) => node(context, `${path}[]`, () => item))) as Node[];
        for (const item of items) loadInto(item, [parts.slice(1).join('/')]);
      } else loadInto(self[parts[0]!] as Node, [parts.slice(1).join('/')]);
    }
  }
  loaders.set(self, load);
  return self;
}

const loaders = new WeakMap<Node, (names: string[]) => void>();
const results = new WeakMap<Node, unknown>();

function loadInto(item: Node, names: string[]): void {
  loaders.get(item)!(names);
}

class FakeContext {
  private calls: { name: string; run: () => unknown }[] = [];
  readonly book: FakeBook;
  readonly workbook: Node;
  constructor(book: FakeBook) {
    this.book = book;
    this.workbook = node(this, 'workbook', () => book);
  }
  queue(name: string, run: () => unknown): void {
    this.calls.push({ name, run });
  }
  async sync(): Promise<void> {
    const calls = this.calls;
    this.calls = [];
    if (calls.length === 0) return;
    this.book.syncs += 1;
    this.book.log.push(calls.map((call) => call.name));
    await this.book.before(
      this.book.syncs,
      calls.map((call) => call.name),
    );
    // A request that stops half-way leaves what it did: no host takes it back.
    calls.forEach((call, index) => {
      this.book.during(
        calls.map((one) => one.name),
        index,
      );
      call.run();
    });
  }
}

/** Puts a workbook in Excel's place. */
export function open(book: FakeBook): void {
  const globals = globalThis as unknown as Record<string, unknown>;
  globals['Office'] = {
    context: {
      requirements: { isSetSupported: (_set: string, version: string) => Number(version.split('.')[1]) <= book.api },
    },
  };
  globals['Excel'] = {
    run: async (first: unknown, second?: unknown) => {
      const job = (typeof first === 'function' ? first : second) as (context: FakeContext) => Promise<unknown>;
      const context = new FakeContext(book);
      const result = await job(context);
      await context.sync();
      return result;
    },
  };
}
