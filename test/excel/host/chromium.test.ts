/** The same host in real Chromium: the library unmodified, in a frame of a page of ours. No server: requests are answered from node_modules. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../e2e/browser.ts';

const ORIGIN = 'https://localhost:3000';
const LIBRARY = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const dist = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
const source = (path: string): string => fileURLToPath(new URL(`../../../local/excel-host/${path}`, import.meta.url));

let browser: Browser;
let script: string;

beforeAll(async () => {
  const bundle = await rolldown({
    input: 'entry',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? id : null),
        load: (id) =>
          id === 'entry'
            ? `export { attachOffice } from ${JSON.stringify(source('attach.ts'))};
               export { Book } from ${JSON.stringify(source('model/book.ts'))};`
            : null,
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'local' });
  script = output[0].code;
  browser = await launchChromium();
});
afterAll(() => browser?.close());

it('shakes hands, reads, writes and hears events', async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url.startsWith(LIBRARY)) {
      const path = url
        .slice(LIBRARY.length)
        .replace(/[?#].*/, '')
        .toLowerCase();
      asked.push(path);
      await route.fulfill({ contentType: 'text/javascript', body: await readFile(join(dist, path)) });
    } else if (url === `${ORIGIN}/`) {
      await route.fulfill({ contentType: 'text/html', body: `<div id="pane"></div><script>${script}</script>` });
    } else if (url === `${ORIGIN}/pane.html`) {
      await route.fulfill({ contentType: 'text/html', body: `<script src="${LIBRARY}office.js"></script>` });
    } else await route.abort();
  });
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(`${ORIGIN}/`);
  await page.evaluate(() => {
    const { local } = globalThis as unknown as {
      local: typeof import('#local/excel-host/attach') & typeof import('#local/excel-host/model/book');
    };
    const book = new local.Book();
    book.add('Dữ liệu');
    const office = local.attachOffice(document.querySelector<HTMLElement>('#pane')!, '/pane.html', { book });
    Object.assign(globalThis, { book, office });
  });
  const pane = await page.waitForSelector('iframe').then((frame) => frame.contentFrame());
  await pane!.waitForFunction(() => typeof Office !== 'undefined');
  const first = await pane!.evaluate(async () => {
    const info = await Office.onReady();
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Dữ liệu');
      sheet.getRange('A1:B1').values = [['Sở Y tế', 95.5]];
      const range = sheet.getUsedRange();
      range.load('values,address');
      const heard: string[] = [];
      Object.assign(window, { heard });
      context.workbook.worksheets.onChanged.add(async (event) => void heard.push(event.address));
      await context.sync();
      return { values: range.values, address: range.address };
    });
    return { host: info.host, ...seen };
  });
  expect(first).toEqual({ host: 'Excel', values: [['Sở Y tế', 95.5]], address: "'Dữ liệu'!A1:B1" });
  await page.evaluate(() => {
    const { book } = globalThis as unknown as { book: import('#local/excel-host/model/book').Book };
    book.type(book.sheets[0]!, 4, 2, '12');
  });
  await pane!.waitForFunction(() => (window as unknown as { heard: string[] }).heard.includes('C5'));
  expect(dialogs).toEqual([]);
  expect(asked).toContain('excel-web-16.00.js');
  await page.close();
});
