/** The published page in real Chromium: whole without script, no request to anywhere, open to everyone, sorted and searched. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishWorkbook } from '#core/commands/publish';
import { say } from '#local/cli/words';
import { readWorkbook } from '#xlsx/index';
import { launchChromium, ROOT } from './browser.ts';

let browser: Browser;
let folder = '';
let address = '';

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'nghin-diem-page-'));
  const { picture } = readWorkbook(readFileSync(join(ROOT, 'samples', 'so-nganh-21x40.xlsx')));
  const { files } = publishWorkbook(picture, {
    language: 'vi',
    at: '2026-11-24T17:00:00+07:00',
    version: '0.0.0',
    provisional: false,
    withSelf: false,
    say,
    sha256: (text) => createHash('sha256').update(text).digest('base64'),
  });
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  address = pathToFileURL(join(folder, 'index.html')).href;
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; asked: string[]; said: string[] }> {
  const page = await (await browser.newContext(options)).newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (line) => said.push(line.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(address);
  return { page, asked, said };
}

const names = (page: Page): Promise<string[]> => page.locator('tbody tr:visible th').allInnerTexts();

it('asks for nothing but itself, and its own policy stops nothing of it', async () => {
  const { page, asked, said } = await opened();
  await page.getByText('English').click();
  expect(await page.locator('h1').innerText()).toMatch(/^Ranking/);
  expect(asked.filter((url) => url !== address && !url.startsWith('data:'))).toEqual([]);
  expect(said).toEqual([]);
});

it('reads whole without script, in both languages', async () => {
  const { page } = await opened({ javaScriptEnabled: false });
  expect(await names(page)).toHaveLength(21);
  expect(await page.locator('h1').innerText()).toMatch(/^Kết quả xếp hạng/);
  expect(await page.getByLabel('Tìm đơn vị').isVisible()).toBe(false);
  await page.getByText('English').click();
  expect(await page.locator('h1').innerText()).toMatch(/^Ranking/);
});

it('sorts by a figure and finds a unit typed without accents', async () => {
  const { page } = await opened();
  const before = await names(page);
  await page.getByRole('button', { name: 'Tổng điểm' }).click();
  expect(await names(page)).toEqual([...before].reverse());
  await page.getByRole('button', { name: 'Hạng', exact: true }).click();
  expect(await names(page)).toEqual(before);
  await page.getByRole('searchbox').fill('so noi vu');
  expect(await names(page)).toEqual(['Sở Nội vụ']);
});

it.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['print', { media: 'print' }],
] as const)('axe finds nothing (%s)', async (_, media) => {
  const { page } = await opened();
  await page.emulateMedia(media);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(' | ')}`),
  ).toEqual([]);
});
