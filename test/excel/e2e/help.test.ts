/** The help in the built pane: a script of its own, which may not come; Escape stays in the pane while it is open. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser, type StartedBrowser } from './browser.ts';
import { Person, SOON } from './person.ts';

let browser: StartedBrowser;
let person: Person;

beforeAll(async () => {
  browser = await startBrowser();
  person = await Person.sitsDown(browser);
}, 180_000);
afterAll(() => browser?.close());

const BOOK = /\/book-[\w-]+\.js(\?|$)/;

it('is loaded when it is opened; without a connection that is said, with another try', async () => {
  const asked: string[] = [];
  person.page.on('request', (request) => asked.push(request.url()));
  await person.checks();
  expect(asked.some((url) => BOOK.test(url))).toBe(false);
  await person.page.route(BOOK, (route) => route.abort());
  await person.presses('Hướng dẫn');
  await person.reads(/^Chưa tải được phần Hướng dẫn\./);
  expect(asked.some((url) => BOOK.test(url))).toBe(true);
  await person.page.unroute(BOOK);
  await person.presses('Làm lại');
  await person.pane.getByRole('searchbox').waitFor();
  await person.reads(/^Tiêu đề cột \(\d+\)$/);
});

it('Escape leads back to the part, not into the sheet', async () => {
  await person.pane.getByRole('searchbox').fill('muc');
  await person.page.keyboard.press('Escape');
  await person.pane.getByRole('searchbox').waitFor({ state: 'detached' });
  const held = (): Promise<string | undefined> =>
    person.pane.evaluate(() => document.activeElement?.textContent ?? undefined);
  await expect.poll(held, SOON).toBe('Hướng dẫn');
  expect(await person.page.evaluate(() => document.activeElement?.nodeName)).toBe('IFRAME');
});
