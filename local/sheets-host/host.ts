/** A strict stand-in for the Apps Script services, with the built Code.js in the same bare vm. Everything passes as JSON. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { rolldown } from 'rolldown';
import type { Picture } from '#core/workbook/picture';
import { CONDITIONS } from './conditions.ts';
import { signatures } from './signatures.ts';
import type { BookState, CellState, Conditions, Outcome, SheetState } from './services/contract.ts';
import type { Order } from './services/main.ts';

export { CONDITIONS, SCOPES } from './conditions.ts';
export type { BookState, CellState, Conditions, Outcome, SheetState } from './services/contract.ts';

/** What is newer than ES2021: Google's upload parser is older still, and nobody promises its builtins. */
const NEWER: readonly (readonly [string, readonly string[]])[] = [
  ['Array.prototype', ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
  ['String.prototype', ['at', 'isWellFormed', 'toWellFormed']],
  ['Object', ['hasOwn', 'groupBy']],
  ['Map', ['groupBy']],
  ['Array', ['fromAsync']],
  ['Int32Array.prototype.__proto__', ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with']],
  ['globalThis', ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'FinalizationRegistry', 'console', 'Iterator']],
];

let services: Promise<string> | null = null;

/** The services as one script, bundled once a process: for the vm, and for a frame of a page. It leaves `__standIn` behind. */
export function servicesCode(): Promise<string> {
  services ??= (async () => {
    const here = dirname(fileURLToPath(import.meta.url));
    const bundle = await rolldown({ input: join(here, 'services', 'main.ts'), logLevel: 'warn', platform: 'neutral' });
    const { output } = await bundle.generate({ format: 'iife', minify: false, codeSplitting: false });
    await bundle.close();
    return output[0].code;
  })();
  return services;
}

let compiled: Script | null = null;

/** @returns a workbook that shows what the picture says. */
export function bookOf(picture: Picture, more: Partial<Omit<BookState, 'sheets'>> = {}): BookState {
  const sheets = picture.sheets.map((sheet): SheetState => ({
    name: sheet.name,
    hidden: sheet.visibility !== 'visible',
    rows: sheet.rows.map(({ index, cells }) => ({
      index,
      cells: cells.map((cell): CellState | null => (cell === null ? null : { cell })),
    })),
    merges: sheet.merges,
    hiddenColumns: sheet.hiddenColumns ?? [],
    hiddenRows: sheet.rows.filter(({ hidden }) => hidden === true).map(({ index }) => index),
  }));
  const active = sheets.find(({ hidden }) => !hidden)?.name ?? '';
  return { locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', active, ...more, sheets };
}

export interface SheetsHost {
  /** Runs a top-level function, as a menu or google.script.run does. */
  call(name: string, argument?: unknown, conditions?: Partial<Conditions>): Outcome;
  book(only?: string[]): BookState;
  /** Another workbook in place of this one; the script is not loaded anew. */
  load(book: BookState): void;
  /** Somebody types into a cell. */
  type(sheet: string, address: string, state: CellState | null): void;
  /** Changes what lies around a sheet's cells: a filter, a protection, a name. */
  change(sheet: string, state: Partial<SheetState>): void;
  /** The document's cache is gone. */
  forget(): void;
}

/** Opens a workbook with the add-on's code beside it. Throws what the code throws while it loads. */
export async function openSheets(code: Script | string, book: BookState): Promise<SheetsHost> {
  compiled ??= new Script(await servicesCode(), { filename: 'services.js' });
  const sandbox = Object.create(null) as Record<string, unknown>;
  // A bare world: no eval, no timers, none of Node; microtasks end with the call.
  const context = createContext(sandbox, {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  compiled.runInContext(context);
  const standIn = sandbox['__standIn'] as (json: string) => string;
  delete sandbox['__standIn'];
  for (const [owner, names] of NEWER)
    new Script(names.map((name) => `delete ${owner}[${JSON.stringify(name)}];`).join('')).runInContext(context);
  const obey = (order: Order): unknown => JSON.parse(standIn(JSON.stringify(order)));
  obey({ do: 'open', book, signatures: signatures(), files: ['sidebar'] });
  const script = typeof code === 'string' ? new Script(code, { filename: 'Code.js' }) : code;
  script.runInContext(context);
  return {
    call: (name, argument = {}, conditions = {}) =>
      obey({ do: 'call', name, argument, conditions: { ...CONDITIONS, ...conditions } }) as Outcome,
    book: (only) => obey({ do: 'book', only: only ?? null }) as BookState,
    load: (other) => void obey({ do: 'load', book: other }),
    type: (sheet, address, state) => void obey({ do: 'type', sheet, address, state }),
    change: (sheet, state) => void obey({ do: 'change', sheet, state }),
    forget: () => void obey({ do: 'forget' }),
  };
}
