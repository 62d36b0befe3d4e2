/** The browser draws letters, on a machine without fonts too (tools/bare-machine.mjs). */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

it('Vietnamese letters have shapes of their own', async () => {
  const page = await browser.newPage();
  const shapes = new Set<string>();
  for (const letter of ['Đ', 'ồ', 'ữ', 'm', 'i']) {
    await page.setContent(`<p style="font: 40px sans-serif; margin: 0">${letter}</p>`);
    shapes.add((await page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 60 } })).toString('base64'));
  }
  await page.setContent('');
  shapes.add((await page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 60 } })).toString('base64'));
  expect(shapes.size).toBe(6);
});
