/** The adapter through the genuine office.js: what it reads and writes, and how many requests that takes. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import type { Picture } from '#core/workbook/picture';
import type { Plan } from '#core/workbook/plan';
import { userFingerprint } from '#core/write/index';
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
          const kind = typeof value === 'object' && value !== null ? (value as { kind?: string }).kind : undefined;
          return kind === 'uncalculated' ? null : key === 'shown' ? undefined : value;
        }),
      );
    expect(bare(read)).toEqual(bare(picture));
    const before = userFingerprint(read);
    const plan = planOf(read);
    for (let time = 0; time < 2; time += 1) {
      const report = await host.writePlan(plan, { expected: before }, signal);
      expect(report.warnings).toEqual([]);
      for (const sheet of plan.sheets) expect(valuesOf(book, sheet.name)).toEqual(planned(plan, sheet.name));
    }
    expect(userFingerprint(await host.readPicture(quiet, signal))).toBe(before);
    expect(book.sheets.slice(picture.sheets.length).map((one) => one.name)).toEqual(plan.sheets.map((one) => one.name));
  });
});

it('requests for check and score are the same for 11, 95 and 3,321 units, but for blocks of size', async () => {
  const counts: Record<number, { read: number; write: number; again: number }> = {};
  for (const units of [11, 95, 3_321]) {
    opened = await openBook(syntheticPicture({ units, indicators: 62 }));
    const host = excelHost();
    const count = async (job: () => Promise<unknown>): Promise<number> => {
      const from = opened!.host.count();
      await job();
      return opened!.host.count() - from;
    };
    let picture: Picture = { sheets: [] };
    const read = await count(async () => (picture = await host.readPicture(quiet, signal)));
    const plan = planOf(picture);
    const expected = userFingerprint(picture);
    const write = await count(() => host.writePlan(plan, { expected }, signal));
    const again = await count(() => host.writePlan(plan, { expected }, signal));
    counts[units] = { read, write, again };
    const most = Math.max(...opened.host.requests.map((one) => Math.max(one.bytes, one.answerBytes)));
    expect(most).toBeLessThan(5_000_000);
    console.log(units, counts[units], 'largest', Math.round(most / 1e3), 'KB');
    opened.close();
  }
  expect(counts[95]).toEqual(counts[11]);
}, 300_000);
