/** `npm start` with the switch on Google Sheets: the workbook in the page, the add-on's code and its sidebar beside it. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { openPage, startBrowser, type OpenedPage, type StartedBrowser } from '../../excel/e2e/browser.ts';

let started: StartedBrowser;
let opened: OpenedPage;
let page: Page;
let sidebar: Frame;
beforeAll(async () => {
  started = await startBrowser();
}, 240_000);
afterEach(() => opened?.context.close());
afterAll(() => started?.close());

async function opens(): Promise<void> {
  opened = await openPage(started);
  page = opened.page;
  await page.locator('.bar select').selectOption('faults');
  await page.getByText('Google Trang tính').click();
  sidebar = (await (await page.waitForSelector('iframe[title="Nghìn Điểm"]')).contentFrame())!;
  await sidebar.getByRole('button', { name: 'Kiểm tra sổ tính' }).waitFor({ timeout: 30_000 });
}

const reads = (words: string | RegExp): Promise<void> => sidebar.getByText(words).first().waitFor({ timeout: 30_000 });
const tabs = (): Promise<string[]> => page.locator('.sheets').getByRole('tab').allInnerTexts();

it('checks, goes to the cell, scores into the same workbook, notices what is typed, and goes back to Excel', async () => {
  await opens();
  await sidebar.getByRole('button', { name: 'Kiểm tra sổ tính' }).click();
  await reads('Đã kiểm tra:');
  const item = sidebar.locator('.item').first();
  const place = await item.locator('.grow').innerText();
  await item.click();
  await reads(`Đã chọn ô ${place}`);
  const [sheet, cell] = place.split('!') as [string, string];
  await expect.poll(() => page.getByRole('tab', { selected: true, name: sheet }).count()).toBe(1);
  await expect.poll(() => page.locator('.cell.active').getAttribute('data-cell')).toBe(cell);

  await sidebar.getByRole('tab', { name: 'Chấm điểm' }).click();
  await sidebar.getByRole('button', { name: 'Chấm điểm và xếp hạng' }).click();
  await reads('Đã ghi:');
  await expect.poll(tabs).toEqual(expect.arrayContaining(['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra']));
  await sidebar.getByRole('button', { name: 'Mở trang Xếp hạng' }).click();
  await expect.poll(() => page.getByRole('tab', { selected: true, name: 'Xếp hạng' }).count()).toBe(1);
  await page
    .locator('.cell')
    .getByText(/^BẢNG XẾP HẠNG/)
    .waitFor();

  // The person types into the workbook: the add-on reads it.
  await page.getByRole('tab', { name: sheet, exact: true }).click();
  const box = page.getByRole('textbox', { name: 'Ô đang chọn' });
  await box.fill(cell);
  await box.press('Enter');
  await page.locator(`[data-cell="${cell}"]`).click();
  await page.keyboard.type('không rõ');
  await page.keyboard.press('Enter');
  await sidebar.getByRole('tab', { name: 'Kiểm tra' }).click();
  await sidebar.getByRole('button', { name: 'Kiểm tra lại' }).first().click();
  await reads('Đã kiểm tra:');
  await reads('Bảng xếp hạng đã ghi không còn khớp với số liệu hiện tại.');

  // The same workbook in Excel again: the ranking is there.
  await page.getByText('Excel', { exact: true }).click();
  const pane = (await (await page.waitForSelector('iframe[title="Bảng điều khiển Nghìn Điểm"]')).contentFrame())!;
  await pane.waitForSelector('[role="tablist"]');
  await expect.poll(tabs).toContain('Xếp hạng');
  expect(opened.outside).toEqual([]);
  expect(opened.complaints).toEqual([]);
});
