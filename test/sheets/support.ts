/** The built Code.js beside a workbook, and what tests ask of both. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serverCode } from '#local/build/sheets';
import {
  bookOf,
  openSheets,
  type BookState,
  type Conditions,
  type Outcome,
  type SheetsHost,
  type SheetState,
} from '#local/sheets-host/host';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { fromA1 } from '#core/workbook/address';
import type { Desk } from '#core/commands/desk';
import type { Asked, Calls, Choice, Envelope, Run, Verb } from '../../sheets-addon/protocol.ts';
import type { ViewVerb } from '#panel/port.ts';
import { readEnvelope, readView } from '../../sheets-addon/answers.ts';
import { expect } from 'vitest';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const CHOICE: Choice = { language: 'vi', period: null, set: null };

let built: Promise<string> | null = null;

/** @returns Code.js as it ships; built once a test file. */
export function code(): Promise<string> {
  built ??= serverCode(ROOT).then(({ text }) => text);
  return built;
}

export async function open(picture: Picture, more: Partial<Omit<BookState, 'sheets'>> = {}): Promise<SheetsHost> {
  return openSheets(await code(), bookOf(picture, more));
}

/** A remote call as the sidebar makes it; the answer is read by the sidebar's own schemas. */
export function ask<V extends Verb>(
  host: SheetsHost,
  verb: V,
  input: Calls[V]['input'],
  conditions: Partial<Conditions> = {},
): Envelope<Calls[V]['output']> & { run: Outcome } {
  const run = host.call(verb, input, conditions);
  expect(run.thrown, `${verb} must not throw`).toBeNull();
  // Google ends a lock with the script; only where the service itself fails may it come to that.
  if (conditions.faults === undefined) expect(run.lockHeld, `${verb} must let the lock go`).toBe(false);
  const envelope = readEnvelope(verb, run.result);
  if (envelope === null) throw new Error(`${verb}: no envelope: ${JSON.stringify(run.result)?.slice(0, 300)}`);
  return { ...envelope, run };
}

/** The same, where it must go well. */
export function value<V extends Verb>(
  host: SheetsHost,
  verb: V,
  input: Calls[V]['input'],
  conditions: Partial<Conditions> = {},
): Calls[V]['output'] {
  const answer = ask(host, verb, input, conditions);
  if (!answer.ok) throw new Error(`${verb}: ${answer.code} ${JSON.stringify(answer.args)}`);
  return answer.value;
}

/** The remote call that puts a question about a run to the desk. */
export function question<V extends ViewVerb>(
  run: Run,
  verb: V,
  input: Omit<Desk[V]['input'], 'language'>,
): Calls['ask']['input'] {
  return { run, ask: { verb, input: { ...input, language: run.choice.language } } as Asked<V> };
}

/** A question about a run as the sidebar asks it, where it must go well; the answer is read by the sidebar's own schemas. */
export function view<V extends ViewVerb>(
  host: SheetsHost,
  run: Run,
  verb: V,
  input: Omit<Desk[V]['input'], 'language'>,
  conditions: Partial<Conditions> = {},
): Desk[V]['output'] {
  const read = readView(verb, value(host, 'ask', question(run, verb, input), conditions));
  if (read === null) throw new Error(`${verb}: no such view`);
  return read.value;
}

export function sheetOf(host: SheetsHost, name: string): SheetState {
  const found = host.book([name]).sheets[0];
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

/** @returns the bare value at an address; null for an empty cell. */
export function valueAt(sheet: SheetState, address: string): unknown {
  const { row, column } = fromA1(address)!;
  const cell: Cell = sheet.rows.find(({ index }) => index === row)?.cells[column]?.cell ?? null;
  return typeof cell === 'object' && cell !== null ? cell.value : cell;
}

/** @returns everything of a sheet that a person sees, to tell whether it is the same. */
export function face(sheet: SheetState): unknown {
  const { name, rows, merges, hidden } = sheet;
  const sorted = [...merges].sort((x, y) => x.top - y.top || x.left - y.left);
  return { name, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null)), merges: sorted, hidden };
}

export function names(host: SheetsHost): string[] {
  return host.book().sheets.map(({ name }) => name);
}
