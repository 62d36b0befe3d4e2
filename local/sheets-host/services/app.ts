/** The services that a script finds by name. */
import { CONSENT, type Gate } from './gate.ts';
import { printInstant } from './model.ts';
import type { World } from './range.ts';
import { RichTextValueBuilderImpl } from './rich.ts';
import { SpreadsheetImpl } from './sheet.ts';

/** What a run leaves besides the workbook. */
export interface Traces {
  dialogs: string[];
  menus: string[][];
  sidebars: string[];
  lockHeld: boolean;
  /** Survives between runs. */
  cache: Map<string, { value: string; until: number }>;
  properties: Map<string, string>;
  /** Files of the project that createHtmlOutputFromFile finds. */
  files: Set<string>;
}

class MenuImpl {
  readonly kind = 'Menu';
  readonly _traces: Traces;
  readonly _items: string[] = [];

  constructor(traces: Traces) {
    this._traces = traces;
  }
  addItem(caption: string, name: string): this {
    this._items.push(`${caption} → ${name}`);
    return this;
  }
  addSeparator(): this {
    this._items.push('–');
    return this;
  }
  addToUi(): void {
    this._traces.menus.push([...this._items]);
  }
}

class HtmlOutputImpl {
  readonly kind = 'HtmlOutput';
  readonly _file: string;
  _title = '';

  constructor(file: string) {
    this._file = file;
  }
  setTitle(title: string): this {
    this._title = title;
    return this;
  }
}

class UiImpl {
  readonly kind = 'Ui';
  readonly ButtonSet = 'ButtonSet';
  readonly Button = 'Button';
  readonly _gate: Gate;
  readonly _traces: Traces;

  constructor(gate: Gate, traces: Traces) {
    this._gate = gate;
    this._traces = traces;
  }
  createAddonMenu(): MenuImpl {
    return new MenuImpl(this._traces);
  }
  alert(...words: unknown[]): unknown {
    // A dialog holds the script, and the lock with it: everybody else would wait for a person's click.
    if (this._traces.lockHeld) throw new Error('a dialog while the lock is held');
    this._traces.dialogs.push(words.filter((word) => typeof word === 'string').join('\n'));
    const asks = words.includes(this._gate.enum('ButtonSet')['YES_NO']);
    return this._gate.enum('Button')[asks ? this._gate.conditions.answer : 'OK'];
  }
  showSidebar(page: HtmlOutputImpl): void {
    if (this._traces.lockHeld) throw new Error('a sidebar while the lock is held');
    this._traces.sidebars.push(`${page._file}: ${page._title}`);
  }
}

export class SpreadsheetAppImpl {
  readonly kind = 'SpreadsheetApp';
  readonly SheetType = 'SheetType';
  readonly ProtectionType = 'ProtectionType';
  readonly CopyPasteType = 'CopyPasteType';
  readonly BorderStyle = 'BorderStyle';
  readonly _world: World;
  readonly _traces: Traces;
  readonly _book: SpreadsheetImpl;

  constructor(world: World, traces: Traces) {
    this._world = world;
    this._traces = traces;
    this._book = new SpreadsheetImpl(world);
  }
  getActive(): SpreadsheetImpl {
    return this._book;
  }
  getUi(): UiImpl {
    return new UiImpl(this._world.gate, this._traces);
  }
  newRichTextValue(): RichTextValueBuilderImpl {
    return new RichTextValueBuilderImpl(this._world.gate);
  }
  flush(): void {
    // Everything is written at once in here; what counts is that the call may fail.
  }
}

class LockImpl {
  readonly kind = 'Lock';
  readonly _gate: Gate;
  readonly _traces: Traces;

  constructor(gate: Gate, traces: Traces) {
    this._gate = gate;
    this._traces = traces;
  }
  tryLock(milliseconds: number): boolean {
    if (this._gate.conditions.lockBusy) {
      this._gate.sleep(milliseconds);
      return false;
    }
    this._traces.lockHeld = true;
    return true;
  }
  releaseLock(): void {
    this._traces.lockHeld = false;
  }
  hasLock(): boolean {
    return this._traces.lockHeld;
  }
}

export class LockServiceImpl {
  readonly kind = 'LockService';
  readonly _gate: Gate;
  readonly _traces: Traces;

  constructor(gate: Gate, traces: Traces) {
    this._gate = gate;
    this._traces = traces;
  }
  getDocumentLock(): LockImpl | null {
    return this._gate.conditions.noDocument ? null : new LockImpl(this._gate, this._traces);
  }
}

const VALUE_BYTES = 100 * 1024;

function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

class CacheImpl {
  readonly kind = 'Cache';
  readonly _gate: Gate;
  readonly _traces: Traces;

  constructor(gate: Gate, traces: Traces) {
    this._gate = gate;
    this._traces = traces;
  }
  get(key: string): string | null {
    const found = this._traces.cache.get(key);
    return found === undefined || found.until < this._gate.now() ? null : found.value;
  }
  getAll(keys: string[]): Record<string, string> {
    const found: Record<string, string> = {};
    for (const key of keys) {
      const value = this.get(key);
      if (value !== null) found[key] = value;
    }
    return found;
  }
  putAll(values: Record<string, unknown>, seconds = 600): void {
    if (seconds < 1 || seconds > 21_600) this._gate.fail('Argument out of range: expirationInSeconds');
    for (const [key, value] of Object.entries(values)) {
      if (key.length > 250) this._gate.fail('Argument too large: key');
      if (bytesOf(String(value)) > VALUE_BYTES) this._gate.fail('Argument too large: value');
    }
    for (const [key, value] of Object.entries(values))
      this._traces.cache.set(key, { value: String(value), until: this._gate.now() + seconds * 1000 });
  }
}

export class CacheServiceImpl {
  readonly kind = 'CacheService';
  readonly _gate: Gate;
  readonly _traces: Traces;

  constructor(gate: Gate, traces: Traces) {
    this._gate = gate;
    this._traces = traces;
  }
  getDocumentCache(): CacheImpl | null {
    return this._gate.conditions.noDocument ? null : new CacheImpl(this._gate, this._traces);
  }
}

class PropertiesImpl {
  readonly kind = 'Properties';
  readonly _gate: Gate;
  readonly _traces: Traces;

  constructor(gate: Gate, traces: Traces) {
    this._gate = gate;
    this._traces = traces;
  }
  getProperty(key: string): string | null {
    return this._traces.properties.get(key) ?? null;
  }
  setProperty(key: string, value: string): this {
    if (bytesOf(value) > 9 * 1024) this._gate.fail('Argument too large: value');
    this._traces.properties.set(key, value);
    return this;
  }
}

export class PropertiesServiceImpl {
  readonly kind = 'PropertiesService';
  readonly _gate: Gate;
  readonly _traces: Traces;

  constructor(gate: Gate, traces: Traces) {
    this._gate = gate;
    this._traces = traces;
  }
  getUserProperties(): PropertiesImpl {
    return new PropertiesImpl(this._gate, this._traces);
  }
}

export class HtmlServiceImpl {
  readonly kind = 'HtmlService';
  readonly _gate: Gate;
  readonly _traces: Traces;

  constructor(gate: Gate, traces: Traces) {
    this._gate = gate;
    this._traces = traces;
  }
  createHtmlOutputFromFile(name: string): HtmlOutputImpl {
    if (!this._traces.files.has(name)) this._gate.fail(`No HTML file named ${name} was found.`);
    return new HtmlOutputImpl(name);
  }
}

class AuthorizationInfoImpl {
  readonly kind = 'AuthorizationInfo';
  readonly _gate: Gate;

  constructor(gate: Gate) {
    this._gate = gate;
  }
  getAuthorizationStatus(): unknown {
    const { declared, granted } = this._gate.conditions;
    const missing = declared.some((scope) => !granted.includes(scope));
    return this._gate.enum('AuthorizationStatus')[missing ? 'REQUIRED' : 'NOT_REQUIRED'];
  }
}

export class ScriptAppImpl {
  readonly kind = 'ScriptApp';
  readonly AuthMode = 'AuthMode';
  readonly AuthorizationStatus = 'AuthorizationStatus';
  readonly _gate: Gate;

  constructor(gate: Gate) {
    this._gate = gate;
  }
  getAuthorizationInfo(_mode: unknown): AuthorizationInfoImpl {
    return new AuthorizationInfoImpl(this._gate);
  }
  /** Ends the run at the consent screen where a scope is missing. */
  requireAllScopes(_mode: unknown): void {
    const { declared, granted } = this._gate.conditions;
    if (declared.some((scope) => !granted.includes(scope))) throw new Error(CONSENT);
  }
}

export class UtilitiesImpl {
  readonly kind = 'Utilities';
  readonly _gate: Gate;

  constructor(gate: Gate) {
    this._gate = gate;
  }
  sleep(milliseconds: number): void {
    if (milliseconds > 300_000) this._gate.fail('The maximum sleep is 5 minutes.');
    this._gate.sleep(milliseconds);
  }
  formatDate(date: unknown, zone: string, format: string): string {
    if (format !== "yyyy-MM-dd'T'HH:mm:ssXXX") this._gate.fail(`not in the fake yet: the format ${format}`);
    return printInstant((date as Date).getTime(), zone);
  }
}

export class ChartsImpl {
  readonly kind = 'Charts';
  readonly Position = 'Position';
  readonly ChartHiddenDimensionStrategy = 'ChartHiddenDimensionStrategy';
}
