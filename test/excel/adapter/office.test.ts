/** The adapter through the genuine office.js: what it reads and writes, and how many requests that takes. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import type { Picture } from '#core/workbook/picture';
import type { Plan } from '#core/workbook/plan';
import { userFingerprint, writeMark } from '#core/write/index';
import { readWorkbook } from '#xlsx/read';
import { syntheticPicture } from '#test/bench/synthetic';
import { excelHost } from '../../../excel-addin/workbook/index.ts';
import { openBook, valuesOf, type Opened } from './library.ts';

const signal = new AbortController().signal;
const quiet = (): void => undefined;
let opened: Opened | null = null;

afterEach(() => {
  opened?.close();
  opened = null;
});

function planned(plan: Plan, name: string): Map<string, unknown> {
  const values = new Map<string, unknown>();
  plan.sheets
    .find((one) => one.name === name)!
    .rows.forEach((row, at) =>
      row.cells.forEach((cell, column) => {
        if (cell !== null && cell.value !== null && cell.value !== '') values.set(`${at},${column}`, cell.value);
      }),
    );
  return values;
}

function planOf(picture: Picture): Plan {
  return scoreWorkbook(picture, { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' }).plan;
}

function sample(name: string): Picture {
  return readWorkbook(readFileSync(new URL(`../../../samples/${name}.xlsx`, import.meta.url))).picture;
}

describe.each(['so-nganh-21x40', 'cap-huyen-11x64', 'can-giuoc-2025', 'moi-loi'])('%s', (name) => {
  it('is read as the file reader reads it, and written as the plan says, twice', async () => {
    const picture = sample(name);
    opened = await openBook(picture);
    const { book } = opened;
    const host = excelHost();
    const read = await host.readPicture(quiet, signal);
    const bare = (one: Picture): unknown =>
      JSON.parse(
        JSON.stringify(one, (key, value: unknown) => {
          // No host tells which letters of a cell are raised: docs/differences.md.
          if (key === 'footnotes') return undefined;
          const kind = typeof value === 'object' && value !== null ? (value as { kind?: string }).kind : undefined;
          return kind === 'uncalculated' ? null : key === 'shown' ? undefined : value;
        }),
      );
    expect(bare(read)).toEqual(bare(picture));
    const before = userFingerprint(read);
    const plan = planOf(read);
    for (let time = 0; time < 2; time += 1) {
      const report = await host.writePlan(plan, { expected: writeMark(read) }, signal);
      expect(report.warnings).toEqual([]);
      for (const sheet of plan.sheets) expect(valuesOf(book, sheet.name)).toEqual(planned(plan, sheet.name));
    }
    expect(userFingerprint(await host.readPicture(quiet, signal))).toBe(before);
    expect(book.sheets.slice(picture.sheets.length).map((one) => one.name)).toEqual(plan.sheets.map((one) => one.name));
  });
});

it('requests for check and score are the same for 11, 95 and 3,321 units, but for blocks of size', async () => {
  type Counts = Record<'read' | 'write' | 'again', number>;
  const counts: Record<number, Counts> = {};
  /** Megabytes that went over the wire, begun ones whole. */
  const sizes: Record<number, Counts> = {};
  for (const units of [11, 95, 3_321]) {
    opened = await openBook(syntheticPicture({ units, indicators: 62 }));
    const host = excelHost();
    const own: Counts = (counts[units] = { read: 0, write: 0, again: 0 });
    const size: Counts = (sizes[units] = { read: 0, write: 0, again: 0 });
    const count = async (what: keyof Counts, job: () => Promise<unknown>): Promise<void> => {
      const from = opened!.host.requests.length;
      await job();
      const made = opened!.host.requests.slice(from).filter(({ kind }) => kind === 'rich');
      own[what] = made.length;
      size[what] = Math.ceil(made.reduce((sum, { bytes, answerBytes }) => sum + bytes + answerBytes, 0) / 1e6);
    };
    let picture: Picture = { sheets: [] };
    await count('read', async () => (picture = await host.readPicture(quiet, signal)));
    const plan = planOf(picture);
    const expected = writeMark(picture);
    await count('write', () => host.writePlan(plan, { expected }, signal));
    await count('again', () => host.writePlan(plan, { expected }, signal));
    const most = Math.max(...opened.host.requests.map((one) => Math.max(one.bytes, one.answerBytes)));
    expect(most).toBeLessThan(5_000_000);
    console.log(units, 'units: requests', own, 'megabytes', size, 'largest', Math.round(most / 1e3), 'KB');
    opened.close();
  }
  expect(counts[95]).toEqual(counts[11]);
  // What is more than that are blocks of size: never more than one for a megabyte, whatever the number of units.
  for (const what of ['read', 'write', 'again'] as const)
    expect(counts[3_321]![what] - counts[11]![what], what).toBeLessThanOrEqual(sizes[3_321]![what]);
}, 300_000);
