/** Every service object passes here: each call is known to the type files, has fitting arguments, is permitted, counted, and may fail. */
import type { Conditions, Outcome, Signatures } from './contract.ts';

const AUTH_NEEDED = new Set(['SpreadsheetApp', 'Spreadsheet', 'Sheet', 'Range', 'RangeList', 'Filter', 'Protection']);
const UI_SCOPE = 'https://www.googleapis.com/auth/script.container.ui';
const SHEETS_SCOPE = 'https://www.googleapis.com/auth/spreadsheets.currentonly';
/** Objects that live on the script's own side: no call to the service. */
const LOCAL = /Builder$|^(?:RichTextValue|Menu|HtmlOutput|ChartOptions|Charts)$/;
/**
 * Calls that only name something: a range is where it is, whatever stands there, and a service is itself. They may fail like all others, but
 * neither ask nor tell the spreadsheet anything: no time, and no service call in what is counted.
 */
const HANDLES = new Set([
  'SpreadsheetApp.getActive',
  'SpreadsheetApp.getUi',
  'LockService.getDocumentLock',
  'CacheService.getDocumentCache',
  'PropertiesService.getUserProperties',
  'Sheet.getRange',
  'Sheet.getRangeList',
  'Sheet.getDataRange',
  'Sheet.newChart',
  'Filter.getRange',
  'Range.getA1Notation',
  'Range.getNumRows',
  'Range.getNumColumns',
]);
/** What may be touched in AuthMode.NONE. */
const WITHOUT_AUTH = new Set(['SpreadsheetApp.getUi', 'Ui.createAddonMenu', 'Ui.createMenu']);
const LIMIT = 360_000;

const WORDS: Record<Conditions['language'], Record<string, string>> = {
  en: {},
  vi: {
    size: 'Số hàng trong dữ liệu không khớp với số hàng trong dải ô.',
    outside: 'Tọa độ của dải ô nằm ngoài kích thước của trang tính.',
    scope: 'Các quyền đã cho không đủ để gọi {name}.',
    service: 'Dịch vụ Bảng tính gặp lỗi khi truy cập tài liệu.',
    time: 'Đã vượt quá thời gian thực thi tối đa',
  },
  other: { scope: 'Zxq qelu {name} mobi.', service: 'Qworp: zblat.', outside: 'Wek plo ru.', size: 'Hj kyy.' },
};

interface Impl {
  readonly kind: string;
}

export interface Gate {
  /** Begins a run: counts and clock start anew. */
  begin(): void;
  /** What the run was like; the caller adds result and exception. */
  report(): Pick<Outcome, 'calls' | 'total' | 'service' | 'local' | 'elapsed'>;
  wrap<T extends Impl>(impl: T | null): unknown;
  /** An exception of the service, in the person's language. */
  fail(text: string, key?: string): never;
  now(): number;
  sleep(milliseconds: number): void;
  enum(name: string): Record<string, unknown>;
  conditions: Conditions;
  /** Called after each service call: somebody else may edit meanwhile. */
  onCall: (count: number) => void;
}

/** Marks the end of a run at the consent screen. */
export const CONSENT = '\u0000consent';

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** @returns the gate of a run's services. */
export function newGate(signatures: Signatures, conditions: Conditions): Gate {
  const proxies = new WeakMap<object, object>();
  const impls = new WeakMap<object, Impl>();
  const enums = new Map<string, Record<string, unknown>>();
  const members = new WeakMap<object, string>();
  let calls: Record<string, number> = {};
  let total = 0;
  let service = 0;
  let local = 0;
  let offset = 0;

  const fail: Gate['fail'] = (text, key) => {
    const own = key === undefined ? undefined : WORDS[conditions.language][key];
    const error = new Error(own ?? (conditions.language === 'other' ? `Zxq: ${text.length} wemo.` : text));
    error.name = 'Exception';
    throw error;
  };

  const enumOf = (name: string): Record<string, unknown> => {
    const there = enums.get(name);
    if (there !== undefined) return there;
    const names = signatures.enums[name];
    if (names === undefined) throw new Error(`no enum ${name} in the type files`);
    const made: Record<string, unknown> = {};
    for (const member of names) {
      const value = { toString: () => member, name: () => member, ordinal: () => names.indexOf(member) };
      members.set(value, name);
      made[member] = value;
    }
    enums.set(name, made);
    return made;
  };

  const fits = (value: unknown, type: string): boolean => {
    const bare = type.trim();
    const options = unionOf(bare);
    if (options.length > 1) return options.some((option) => fits(value, option));
    if (bare.startsWith('(') && bare.endsWith(')')) return fits(value, bare.slice(1, -1));
    if (bare.endsWith('[]')) return Array.isArray(value) && value.every((one) => fits(one, bare.slice(0, -2)));
    const array = /^Array<(.*)>$/s.exec(bare);
    if (array !== null) return Array.isArray(value) && value.every((one) => fits(one, array[1]!));
    if (bare === 'any') return value !== undefined;
    if (bare === 'null') return value === null;
    if (bare === 'Integer') return typeof value === 'number' && Number.isInteger(value);
    if (bare === 'number') return typeof value === 'number';
    if (bare === 'string' || bare === 'boolean') return typeof value === bare;
    if (bare.startsWith('"')) return value === JSON.parse(bare);
    const name = bare.split('.').pop()!;
    if (name === 'Date') return Object.prototype.toString.call(value) === '[object Date]';
    if (signatures.aliases[name] !== undefined) return fits(value, signatures.aliases[name]!);
    if (signatures.enums[name] !== undefined) return isPlain(value) && members.get(value) === name;
    if (signatures.interfaces[name] !== undefined) return isPlain(value) && (impls.get(value)?.kind ?? '') === name;
    return bare.startsWith('{') && isPlain(value) && !impls.has(value);
  };

  const describe = (value: unknown): string => {
    if (Array.isArray(value)) return `number[]`;
    if (isPlain(value)) return impls.get(value)?.kind ?? 'Object';
    return value === null ? 'null' : typeof value === 'string' ? 'String' : typeof value;
  };

  const permit = (name: string): void => {
    if (conditions.authMode === 'NONE' && !WITHOUT_AUTH.has(name) && !name.startsWith('Menu.'))
      fail(`You do not have permission to call ${name}`, 'scope');
    const [kind] = name.split('.');
    const asks =
      name === 'Ui.showSidebar' || name === 'Ui.alert' || name === 'Ui.prompt'
        ? UI_SCOPE
        : AUTH_NEEDED.has(kind!) && name !== 'SpreadsheetApp.getUi'
          ? SHEETS_SCOPE
          : null;
    if (asks === null) return;
    if (conditions.declared.includes(asks) && conditions.granted.includes(asks)) return;
    const text = WORDS[conditions.language]['scope']?.replace('{name}', name);
    const error = new Error(
      text ?? `Specified permissions are not sufficient to call ${name}. Required permissions: ${asks}`,
    );
    error.name = 'Exception';
    throw error;
  };

  const used = new WeakMap<object, number>();
  const strike = (name: string, when: 'before' | 'after'): void => {
    for (const fault of conditions.faults) {
      if (fault.when !== when) continue;
      if (fault.at !== undefined ? fault.at !== total : fault.method !== name) continue;
      const times = used.get(fault) ?? 0;
      if (fault.at === undefined && times >= (fault.times ?? 1)) continue;
      used.set(fault, times + 1);
      fail(fault.text ?? `Service Spreadsheets failed while accessing document with id 1aB.`, 'service');
    }
  };

  const count = (name: string): boolean => {
    calls[name] = (calls[name] ?? 0) + 1;
    if (LOCAL.test(name.split('.')[0]!) || name === 'SpreadsheetApp.newRichTextValue') {
      local += 1;
      return false;
    }
    total += 1;
    if (conditions.stall?.at === total) offset += conditions.stall.milliseconds;
    if (!HANDLES.has(name)) {
      service += 1;
      offset += conditions.latency;
    }
    if (offset > LIMIT) fail('Exceeded maximum execution time', 'time');
    return true;
  };

  const wrapAny = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(wrapAny);
    return isPlain(value) && typeof (value as Partial<Impl>).kind === 'string' ? gate.wrap(value as Impl) : value;
  };
  const unwrap = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unwrap);
    return isPlain(value) ? (impls.get(value) ?? value) : value;
  };

  const call = (impl: Impl, method: string, args: unknown[]): unknown => {
    const name = `${impl.kind}.${method}`;
    const overloads = signatures.interfaces[impl.kind]![method]!;
    const isRemote = count(name);
    permit(name);
    if (!overloads.some((types) => types.length === args.length && types.every((type, at) => fits(args[at], type))))
      fail(`The parameters (${args.map(describe).join(',')}) don't match the method signature for ${name}.`);
    if (isRemote) strike(name, 'before');
    const own = (impl as unknown as Record<string, (...list: unknown[]) => unknown>)[method]!;
    const result = own.apply(impl, args.map(unwrap));
    if (isRemote) {
      gate.onCall(total);
      strike(name, 'after');
    }
    return result === impl ? gate.wrap(impl) : wrapAny(result);
  };

  const gate: Gate = {
    conditions,
    onCall: () => undefined,
    begin() {
      calls = {};
      total = 0;
      service = 0;
      local = 0;
      offset = 0;
    },
    report: () => ({ calls, total, service, local, elapsed: offset }),
    fail,
    now: () => Date.parse(conditions.now) + offset,
    sleep(milliseconds) {
      offset += milliseconds;
    },
    enum: enumOf,
    wrap(impl) {
      if (impl === null) return null;
      const there = proxies.get(impl);
      if (there !== undefined) return there;
      const known = signatures.interfaces[impl.kind];
      if (known === undefined) throw new Error(`no interface ${impl.kind} in the type files`);
      const proxy = new Proxy(
        {},
        {
          get(_, key) {
            if (typeof key !== 'string') return undefined;
            if (key === 'toString') return () => impl.kind;
            const signature = Object.prototype.hasOwnProperty.call(known, key) ? known[key] : undefined;
            // As on the real service: a name that it does not have is undefined, and calling it a TypeError.
            if (signature === undefined) return undefined;
            const own = (impl as unknown as Record<string, unknown>)[key];
            if (signature.length === 0) {
              const name = own === undefined ? key : (own as string);
              return signatures.enums[name] === undefined ? wrapAny(own) : enumOf(name);
            }
            if (typeof own !== 'function') throw new Error(`${impl.kind}.${key} exists, not in the fake yet`);
            return (...args: unknown[]) => call(impl, key, args);
          },
          set() {
            throw new Error(`${impl.kind} is no object of the script`);
          },
        },
      );
      proxies.set(impl, proxy);
      impls.set(proxy, impl);
      return proxy;
    },
  };
  return gate;
}

function unionOf(type: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of type) {
    if ('({[<'.includes(letter)) depth += 1;
    if (')}]>'.includes(letter)) depth -= 1;
    if (letter === '|' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  return [...parts, part];
}

/** Names that a class of the stand-in has and the real service has not: there may be none. */
export function inventedBy(signatures: Signatures, kind: string, prototype: object): string[] {
  const known = signatures.interfaces[kind] ?? {};
  return Object.getOwnPropertyNames(prototype).filter(
    (name) => name !== 'constructor' && name !== 'kind' && !name.startsWith('_') && known[name] === undefined,
  );
}
