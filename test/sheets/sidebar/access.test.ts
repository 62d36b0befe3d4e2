/** Everybody can use it: screen readers, dark, high contrast, 300 px. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SheetsBook } from './book.ts';
import { Person, startSidebar, type Started } from './browser.ts';

let started: Started;
beforeAll(async () => {
  started = await startSidebar();
});
afterAll(() => started?.browser.close());

const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

/** Goes through every view; `look` is called in each. */
async function everywhere(person: Person, look: (view: string) => Promise<void>): Promise<void> {
  await look('first');
  await person.goesTo('Xếp hạng');
  await look('ranking-empty');
  await person.goesTo('Kiểm tra');
  await person.checks();
  await look('checked');
  await person.searches('C19');
  await person.frame.locator('.list[aria-busy=false] .item', { hasText: 'C19' }).click();
  await person.reads(/^Đã chọn ô/);
  await person.presses('Sửa …');
  await person.reads('Sẽ sửa 1 ô');
  await look('repair');
  await person.presses('Chấp nhận, không sửa …');
  await person.presses('Ghi chấp nhận');
  await person.reads('Cần cả lý do và người quyết định.');
  await look('waive');
  await person.goesTo('Chấm điểm');
  await look('score');
  await person.presses('Chấm điểm và xếp hạng');
  await person.reads('Đã ghi:');
  await look('scored');
  await person.goesTo('Xếp hạng');
  await person.frame.locator('.item').first().waitFor();
  await person.frame.getByText('Chỉ số chính').click();
  await look('ranking');
  await person.frame.locator('.item').first().click();
  await person.frame.locator('.entry-line').first().waitFor();
  await look('unit');
  await person.goesTo('Thiết lập');
  await person.frame.locator('.setting').first().waitFor();
  await look('settings');
  await person.presses('Hướng dẫn');
  await person.frame.getByRole('searchbox').fill('dong hang');
  await person.reads(/^Tìm thấy \d+ mục/);
  await look('help');
  await person.presses('Trở lại');
  const release = person.holds();
  await person.goesTo('Kiểm tra');
  await person.presses('Kiểm tra lại');
  await person.reads('Đang đọc và kiểm tra sổ tính …');
  await look('waiting');
  release();
  await person.reads('Đã kiểm tra:');
  person.faults.push({ name: 'runCheck', how: 'before', message: 'Service error: Spreadsheets' });
  await person.presses('Kiểm tra lại');
  await person.reads(/Service error: Spreadsheets/);
  await look('error');
}

/** Nothing for axe, nothing wider than the sidebar. */
async function isClean(person: Person, view: string): Promise<void> {
  await person.axe();
  // What runs along the bar of a wait is cut off by the bar.
  const { wide, at } = await person.frame.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    at: [...document.querySelectorAll('#sidebar *')]
      .filter(
        (one) => one.closest('.hidden, option, .progress > *') === null && one.getBoundingClientRect().right > 300.5,
      )
      .map((one) => one.outerHTML.slice(0, 120)),
  }));
  expect(wide, view).toBeLessThanOrEqual(300);
  expect(at, view).toEqual([]);
}

describe.each(Object.keys(LOOKS) as (keyof typeof LOOKS)[])('%s', (look) => {
  it('every view is clean, and nothing is wider than the sidebar', { timeout: 240_000 }, async () => {
    const person = await Person.opens(started, await SheetsBook.of('moi-loi'), LOOKS[look]);
    try {
      await everywhere(person, (view) => isClean(person, view));
      expect(person.complaints).toEqual([]);
    } finally {
      await person.leaves();
    }
  });

  it('the ranking against the last period, and a unit with all its indicators', { timeout: 120_000 }, async () => {
    const book = await SheetsBook.of('so-nganh-21x40');
    book.types('Đơn vị', 'F3', 'Hạng kỳ trước');
    for (let unit = 0; unit < 20; unit += 1) book.types('Đơn vị', `F${unit + 4}`, 20 - unit);
    const person = await Person.opens(started, book, LOOKS[look]);
    try {
      await person.checks();
      await person.goesTo('Xếp hạng');
      await person.reads('Điểm tối đa: 1.000 · ▲▼ so với kỳ trước');
      // Order and search share a line: 300 px are for the units.
      const tops = ['Sắp xếp', 'Tìm'].map(async (label) => (await person.frame.getByLabel(label).boundingBox())!.y);
      expect(await tops[0]).toBe(await tops[1]);
      await person.button(/^Hạng 1: .*tăng \d+ bậc/).hover();
      await isClean(person, 'ranking');
      await person.button(/^Hạng 1: /).click();
      const folds = person.frame.locator('summary');
      await expect.poll(() => folds.count()).toBe(10);
      expect(await person.frame.locator('.entry-line').count()).toBe(5);
      for (const fold of await folds.all()) await fold.click();
      await expect.poll(() => person.frame.locator('.entry-line').count()).toBe(45);
      await isClean(person, 'unit');
      expect(person.complaints).toEqual([]);
    } finally {
      await person.leaves();
    }
  });
});

it('the look can be chosen against the device’s own, and stays when the sidebar is opened again', async () => {
  const book = await SheetsBook.of('');
  const person = await Person.opens(started, book, { colorScheme: 'dark' });
  const ground = (): Promise<string> => person.frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
  try {
    expect(await ground()).toBe('rgb(31, 31, 31)');
    await person.goesTo('Thiết lập');
    await person.frame.getByLabel('Giao diện').selectOption('light');
    await expect.poll(ground).toBe('rgb(255, 255, 255)');
    await person.frame.evaluate(() => {
      Object.assign(window, { old: true });
      location.reload();
    });
    await person.frame.waitForFunction(() => !('old' in window) && document.querySelector('[role=tab]') !== null);
    expect(await ground()).toBe('rgb(255, 255, 255)');
  } finally {
    await person.leaves();
  }
});
