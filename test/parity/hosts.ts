/** The same workbook through the headless writer, Excel and Google Sheets: what each has written, in one form. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { scoreWorkbook, type CommandOutcome } from '#core/commands/score';
import { writeMark } from '#core/read/mark';
import type { Picture } from '#core/workbook/picture';
import { openBook } from '#local/excel-host/load';
import { Book } from '#local/excel-host/model/book';
import { startOffice } from '#local/excel-host/node';
import { planOf } from '#local/excel-host/save';
import { bookOf, openSheets } from '#local/sheets-host/host';
import { newWorkbook } from '#xlsx/index';
import { resultOf } from '#test/support/book';
import { excelHost } from '../../excel-addin/workbook/index.ts';
import { code, ROOT } from '../sheets/support.ts';
import { fill, ofPlan, writtenIn, type Written, type WrittenSheet } from './shape.ts';

export const AT = '2026-11-24T17:00:00+07:00';
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
export const OPTIONS = { language: 'vi', at: AT, version } as const;

const text = (xml: string): string =>
  xml
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Links and charts of a written file: the host's own loader leaves them where they are. */
function addFromFile(written: WrittenSheet, files: Record<string, Uint8Array>, number: number): void {
  const xml = strFromU8(files[`xl/worksheets/sheet${number}.xml`]!);
  for (const [link] of xml.matchAll(/<hyperlink [^>]*>/g)) {
    const place = /ref="([^"]+)"/.exec(link)![1]!;
    const [, sheet, cell] = /location="(?:&apos;|')?(.*?)(?:&apos;|')?!([A-Z]+\d+)"/.exec(link)!;
    written.cells.get(place)!.link = `${text(sheet!).replaceAll("''", "'")}!${cell}`;
  }
  if (!xml.includes('<drawing ')) return;
  for (const name of Object.keys(files)
    .filter((one) => /^xl\/charts\/chart\d+\.xml$/.test(one))
    .sort()) {
    const chart = strFromU8(files[name]!);
    const title = [.../<c:title>(.*?)<\/c:title>/s.exec(chart)![1]!.matchAll(/<a:t>(.*?)<\/a:t>/gs)].map(
      (one) => one[1],
    );
    written.charts.push(`${text(title.join(''))}: ${chart.match(/<c:ser>/g)!.length}`);
  }
}

/** What the headless command writes, read back from the bytes of its file. */
export function headless(picture: Picture): { written: Written; outcome: CommandOutcome } {
  const outcome = scoreWorkbook(picture, OPTIONS);
  const bytes = newWorkbook(outcome.plan.sheets);
  const files = unzipSync(bytes);
  const sheets = openBook(bytes).book.sheets.map((sheet) => ofPlan(planOf(sheet)));
  sheets.forEach((sheet, index) => addFromFile(sheet, files, index + 1));
  return { written: new Map(sheets.map((sheet) => [sheet.name, sheet])), outcome };
}

/** What it is about to write: the file is left out, which takes two thirds of the time. */
export function planned(picture: Picture): { written: Written; outcome: CommandOutcome } {
  const outcome = scoreWorkbook(picture, OPTIONS);
  return { written: new Map(outcome.plan.sheets.map((sheet) => [sheet.name, ofPlan(sheet)])), outcome };
}

export interface Lane {
  /** Reads, scores and writes as the add-in does; gives back what stands in the workbook, and what was found. */
  run(picture: Picture): Promise<{ written: Written; result: unknown }>;
  close(): void;
}

/** Excel: the adapter through the genuine office.js and the local host. */
export async function excelLane(): Promise<Lane> {
  const book = new Book();
  fill(book, { sheets: [{ name: 'Trang1', visibility: 'visible', rows: [], merges: [], hiddenRowsKnown: true }] });
  const office = await startOffice(book);
  const away = office.install();
  const signal = new AbortController().signal;
  return {
    async run(picture) {
      fill(book, picture);
      const host = excelHost();
      const read = await host.readPicture(() => undefined, signal);
      const outcome = scoreWorkbook(read, OPTIONS);
      await host.writePlan(outcome.plan, { expected: writeMark(read) }, signal);
      const ours = book.sheets.filter(({ name }) => outcome.plan.sheets.some((plan) => plan.name === name));
      return { written: new Map(ours.map((sheet) => [sheet.name, ofPlan(planOf(sheet))])), result: resultOf(outcome) };
    },
    close() {
      away();
      office.close();
    },
  };
}

/** Google Sheets: the built Code.js in the vm, its menu's command and its sidebar's calls. */
export async function sheetsLane(): Promise<Lane> {
  const empty = { sheets: [] as Picture['sheets'] };
  const host = await openSheets(await code(), bookOf(empty));
  const choice = { language: 'vi', period: null, set: null };
  const ok = (name: string, argument: unknown): Record<string, unknown> => {
    const { result, thrown } = host.call(name, argument, { now: AT });
    const envelope = result as { ok: boolean; value: Record<string, unknown> } | null;
    if (thrown !== null || envelope?.ok !== true) throw new Error(`${name}: ${thrown ?? JSON.stringify(result)}`);
    return envelope.value;
  };
  return {
    async run(picture) {
      host.load(bookOf(picture));
      const { overview } = ok('runScore', { choice }) as { overview: { fingerprint: string } };
      const run = { choice, fingerprint: overview.fingerprint };
      const findings: unknown[] = [];
      for (let offset = 0, total = 1; offset < total; offset += 200) {
        const query = { severity: null, sheet: null, unit: null, text: '', offset, limit: 200, language: 'vi' };
        const page = ok('ask', { run, ask: { verb: 'findings', input: query } }) as { total: number; items: unknown[] };
        total = page.total;
        findings.push(...page.items);
      }
      return {
        written: new Map(writtenIn(host.book(), picture).map((sheet) => [sheet.name, sheet])),
        result: { overview, findings },
      };
    },
    close: () => undefined,
  };
}
