/** Twenty of the generated workbooks once more in real Chromium: the adapter in Excel's frame, the built Code.js in a frame without eval. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bookOf, CONDITIONS, servicesCode, type BookState, type Outcome } from '#local/sheets-host/host';
import { signatures } from '#local/sheets-host/signatures';
import type { Order } from '#local/sheets-host/services/main';
import { launchChromium } from '../excel/e2e/browser.ts';
import { code, ROOT } from '../sheets/support.ts';
import { differences, inExcel, inSheets } from './compare.ts';
import { generatedWorkbooks } from './fixtures.ts';
import { AT, OPTIONS, planned } from './hosts.ts';
import { writtenIn, type Written, type WrittenSheet } from './shape.ts';

const ORIGIN = 'https://localhost:3000';
const LIBRARY = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const dist = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
/** No eval, as in the pane's page and in Google's sandbox. */
const POLICY = "script-src 'self' 'unsafe-inline' https://appsforoffice.microsoft.com";

/** What crosses between page and test: a Map does not. */
type Plain = (Omit<WrittenSheet, 'cells'> & { cells: [string, unknown][] })[];

let browser: Browser;
let page: Page;
const scripts: Record<string, string> = {};

async function bundled(entry: string): Promise<string> {
  const bundle = await rolldown({
    input: 'entry',
    cwd: ROOT,
    logLevel: 'warn',
    plugins: [
      { name: 'entry', resolveId: (id) => (id === 'entry' ? id : null), load: (id) => (id === 'entry' ? entry : null) },
    ],
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'parity', codeSplitting: false });
  await bundle.close();
  return output[0].code;
}

const from = (path: string, names: string): string => `export { ${names} } from ${JSON.stringify(join(ROOT, path))};\n`;

beforeAll(async () => {
  scripts['/page.js'] = await bundled(
    from('local/excel-host/attach.ts', 'attachOffice') +
      from('local/excel-host/model/book.ts', 'Book') +
      from('local/excel-host/save.ts', 'planOf') +
      from('test/parity/shape.ts', 'fill, ofPlan'),
  );
  scripts['/pane.js'] = await bundled(
    from('excel-addin/workbook/index.ts', 'excelHost') +
      from('core/commands/score.ts', 'scoreWorkbook') +
      from('core/read/mark.ts', 'writeMark'),
  );
  scripts['/services.js'] = await servicesCode();
  scripts['/Code.js'] = await code();
  const html: Record<string, string> = {
    '/': '<div id="pane"></div><iframe src="/script.html" name="script"></iframe><script src="/page.js"></script>',
    '/pane.html': `<script src="${LIBRARY}office.js"></script><script src="/pane.js"></script>`,
    '/script.html': '<script src="/services.js"></script>',
  };
  browser = await launchChromium();
  page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const headers = { 'content-security-policy': POLICY };
    if (url.href.startsWith(LIBRARY)) {
      const path = url.href
        .slice(LIBRARY.length)
        .replace(/[?#].*/, '')
        .toLowerCase();
      await route.fulfill({ contentType: 'text/javascript', body: await readFile(join(dist, path)) });
    } else if (url.origin !== ORIGIN) await route.abort();
    else if (html[url.pathname] !== undefined)
      await route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers,
        body: `<!doctype html>${html[url.pathname]}`,
      });
    else await route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: scripts[url.pathname] ?? '' });
  });
  await page.goto(`${ORIGIN}/`);
}, 120_000);
afterAll(() => browser?.close());

const list = generatedWorkbooks(500).filter((_, index) => index % 25 === 0);

it('Excel: office.js and the adapter write the same as without a browser', async () => {
  await page.evaluate(() => {
    const { parity } = globalThis as unknown as { parity: Record<string, never> } & {
      parity: typeof import('#local/excel-host/attach') & typeof import('#local/excel-host/model/book');
    };
    const book = new parity.Book();
    book.add('Trang1');
    parity.attachOffice(document.querySelector<HTMLElement>('#pane')!, '/pane.html', { book });
    Object.assign(globalThis, { book });
  });
  const element = await page.waitForSelector('#pane iframe');
  const pane = (await element.contentFrame())!;
  await pane.waitForFunction(() => typeof Office !== 'undefined' && 'parity' in window);
  await pane.evaluate(() => Office.onReady().then(() => undefined));
  for (const { name, picture } of list) {
    const shown = inExcel(picture);
    await page.evaluate((one) => {
      const own = globalThis as unknown as { parity: typeof import('./shape.ts'); book: never };
      own.parity.fill(own.book, one);
    }, shown);
    const names = await pane.evaluate(async (options) => {
      type Pane = typeof import('../../excel-addin/workbook/index.ts') &
        typeof import('#core/commands/score') &
        typeof import('#core/read/mark');
      const { excelHost, scoreWorkbook, writeMark } = (window as unknown as { parity: Pane }).parity;
      const host = excelHost();
      const { signal } = new AbortController();
      const read = await host.readPicture(() => undefined, signal);
      const { plan } = scoreWorkbook(read, options);
      await host.writePlan(plan, { expected: writeMark(read) }, signal);
      return plan.sheets.map((sheet) => sheet.name);
    }, OPTIONS);
    const plain = (await page.evaluate((wanted) => {
      type Own = {
        parity: typeof import('./shape.ts') & typeof import('#local/excel-host/save');
        book: import('#local/excel-host/model/book').Book;
      };
      const { parity, book } = globalThis as unknown as Own;
      return book.sheets
        .filter((sheet) => wanted.includes(sheet.name))
        .map((sheet) => parity.ofPlan(parity.planOf(sheet)))
        .map((sheet) => ({ ...sheet, cells: [...sheet.cells] }));
    }, names)) as Plain;
    const written = new Map(plain.map((sheet) => [sheet.name, { ...sheet, cells: new Map(sheet.cells) }])) as Written;
    expect(differences(planned(shown).written, written), name).toEqual([]);
  }
}, 300_000);

it('Google Sheets: the built Code.js writes the same as in the vm', async () => {
  const frame: Frame = page.frame('script')!;
  const obey = (order: Order): Promise<unknown> =>
    frame
      .evaluate(
        (json) => (globalThis as unknown as { __standIn: (text: string) => string }).__standIn(json),
        JSON.stringify(order),
      )
      .then((json) => JSON.parse(json) as unknown);
  await obey({ do: 'open', book: bookOf({ sheets: [] }), signatures: signatures(), files: ['sidebar'] });
  await frame.addScriptTag({ url: '/Code.js' });
  for (const { name, picture } of list) {
    await obey({ do: 'load', book: bookOf(picture) });
    const argument = { choice: { language: 'vi', period: null, set: null } };
    const run = (await obey({
      do: 'call',
      name: 'runScore',
      argument,
      conditions: { ...CONDITIONS, now: AT },
    })) as Outcome;
    expect(run.result, name).toMatchObject({ ok: true });
    const sheets = writtenIn((await obey({ do: 'book', only: null })) as BookState, picture);
    const written: Written = new Map(sheets.map((sheet) => [sheet.name, sheet]));
    expect(differences(planned(inSheets(picture)).written, written), name).toEqual([]);
  }
}, 300_000);
