/** The whole job in the sidebar, by mouse and by keyboard alone: check, reveal, repair, waive, score, ranking, one unit, settings. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TEN, tenTexts } from '#test/support/ten-texts';
import { Person, startSidebar, type Started } from './browser.ts';
import { SheetsBook } from './book.ts';

let started: Started;
let person: Person;
let book: SheetsBook;
beforeAll(async () => {
  started = await startSidebar();
});
afterEach(() => person?.leaves());
afterAll(() => started?.browser.close());

async function opens(name: string, options: Parameters<typeof Person.opens>[2] = {}): Promise<void> {
  book = await SheetsBook.of(name);
  person = await Person.opens(started, book, options);
}

/** The one thing to do here. */
const primary = (): Promise<string[]> => person.frame.locator('main .button.filled:visible').allInnerTexts();

/** Where the open finding is. */
const openPlace = (): Promise<string> => person.frame.locator('.current .item-head .grow').innerText();

it('does the whole job by mouse', async () => {
  await opens('moi-loi');
  await person.checks();
  expect(person.calls).toEqual(['getFacts', 'runCheck', 'ask']);

  expect(await primary()).toEqual(['Kiểm tra lại']);

  // Narrow the list, go to a cell.
  await person.presses(/^Ghi chú \d+$/);
  await person.searches('đang lưu dạng văn bản');
  await expect.poll(() => person.frame.locator('.item').count()).toBeLessThan(4);
  await person.frame.locator('.item', { hasText: 'Số liệu!C19' }).click();
  await expect.poll(() => book.selected()).toBe('Số liệu!C19');
  await person.reads('Đã chọn ô Số liệu!C19');

  // Repair with preview; take it back; repair again.
  expect(book.value('Số liệu', 'C19')).toBe('0,8');
  expect(await primary()).toEqual(['Sửa …']);
  await person.presses('Sửa …');
  await person.reads('Sẽ sửa 1 ô');
  expect(await primary()).toEqual(['Sửa ngay']);
  await expect.poll(() => person.frame.locator('td').allInnerTexts()).toEqual(['Số liệu!C19', '“0,8”', '0,8']);
  expect(book.value('Số liệu', 'C19')).toBe('0,8');
  await person.presses('Sửa ngay');
  await person.reads('Đã sửa 1 ô.');
  expect(book.value('Số liệu', 'C19')).toBe(0.8);
  // The card stays with what was done, no other finding is opened in its place.
  await person.reads('Đã sửa ô Số liệu!C19: 0,8');
  expect(await person.frame.locator('.item[aria-current=true]').count()).toBe(0);
  await expect.poll(() => book.selected()).toBe('Số liệu!C19');
  await person.presses('Hoàn tác lần sửa');
  await person.reads('Đã trả lại như trước.');
  expect(book.value('Số liệu', 'C19')).toBe('0,8');

  // Waive with a reason, which is asked for.
  await person.presses('Bỏ lọc');
  await person.frame.locator('.item', { hasText: /Số liệu!C9\D/ }).click();
  await person.presses('Chấp nhận, không sửa …');
  await person.presses('Ghi chấp nhận');
  await person.reads('Cần cả lý do và người quyết định.');
  await person.frame.getByLabel('Lý do chấp nhận').fill('Số ước tính, đã báo cáo');
  await person.frame.getByLabel('Người quyết định').fill('Nguyễn Thị An');
  await person.presses('Ghi chấp nhận');
  await person.reads('Đã ghi: chấp nhận, không sửa.');
  expect(await person.button('Hoàn tác chấp nhận').count()).toBe(1);
  expect(book.texts('Kiểm tra')).toEqual(expect.arrayContaining(['Số ước tính, đã báo cáo', 'Nguyễn Thị An']));
  await person.presses('Đã chấp nhận 1');
  await person.frame.locator('.list[aria-busy=false]').locator('.item', { hasText: 'Đã chấp nhận' }).click();
  await person.reads('Đã chấp nhận, không sửa: Số ước tính, đã báo cáo (Nguyễn Thị An)');

  // Score; the ranking; one unit; the cell its points come from.
  await person.goesTo('Chấm điểm');
  await person.reads('Xếp hạng · Chi tiết điểm · Kiểm tra');
  await person.presses('Chấm điểm và xếp hạng');
  await person.reads('Đã ghi: Xếp hạng, Chi tiết điểm, Kiểm tra.');
  expect(book.names()).toEqual(expect.arrayContaining(['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra']));
  // Every unit has errors: the way on is to mend them; the provisional ranking is offered.
  expect(await primary()).toEqual(['Xem vấn đề']);
  await person.presses('Xem xếp hạng');
  await person.reads(/^TẠM TÍNH – còn \d+ đơn vị chưa đủ điều kiện xếp hạng$/);
  expect(await primary()).toEqual(['Xem vấn đề']);
  await person.frame.locator('.item', { hasText: 'Sở Công Thương' }).click();
  await person.reads(/tạm tính 140,25\/240 điểm/);
  await person.reads('44/60 × 20 = 14,67');
  // Among the losses, and again in its main indicator.
  await person.button('Đến ô Số liệu!C57').first().click();
  await expect.poll(() => book.selected()).toBe('Số liệu!C57');
  await person.presses('Về bảng xếp hạng');
  await person.reads('Sở Khoa học và Công nghệ');

  // A setting: written to its cell, and at once in force.
  await person.goesTo('Thiết lập');
  await person.reads('Đọc từ và ghi vào trang “Thiết lập”.');
  await person.reads('Cách tính điểm · 1 mục đã đặt');
  expect(await person.frame.getByLabel('Khi không phát sinh').locator('option').allTextContents()).toContain(
    'Bỏ chỉ số khỏi điểm tối đa của đơn vị (loại)',
  );
  await person.frame.getByLabel('Số chữ số thập phân').selectOption('1');
  await person.presses('Lưu Số chữ số thập phân');
  await person.reads('Đã lưu: Số chữ số thập phân.');
  expect(book.value('Thiết lập', 'B3')).toBe(1);
  await person.reads('Bảng xếp hạng đã ghi không còn khớp với số liệu hiện tại.');
  await person.goesTo('Xếp hạng');
  await person.reads(/tạm tính 140,\d\/240 điểm/);
  expect(person.complaints).toEqual([]);
});

it('puts the ranking in another order, page by page, and asks for each page once', async () => {
  await opens('cap-xa-95x62');
  book.types('Đơn vị', 'F3', 'Hạng kỳ trước');
  book.types('Đơn vị', 'F8', 62);
  book.types('Đơn vị', 'F9', 1);
  await person.checks();
  await person.goesTo('Xếp hạng');
  await person.frame.getByLabel('Nhóm').selectOption('Xã (62)');
  await person.reads('1–50 trong 62');
  const first = (): Promise<string> => person.frame.locator('.list[aria-busy=false] .item').first().innerText();
  await person.frame.getByLabel('Sắp xếp').selectOption('Giảm hạng nhiều nhất');
  await expect.poll(first).toMatch(/Xã Đăk Ơ.*giảm \d+ bậc/s);
  await person.frame.getByLabel('Sắp xếp').selectOption('Tăng hạng nhiều nhất');
  await expect.poll(first).toMatch(/Xã Bù Gia Mập.*tăng \d+ bậc/s);
  await person.frame.getByLabel('Sắp xếp').selectOption('Theo tên đơn vị');
  await expect.poll(first).toMatch(/Xã An/);
  await person.presses('Trang sau');
  await person.reads('51–62 trong 62');
  await expect.poll(() => person.frame.locator('.list[aria-busy=false] .item').last().innerText()).toMatch(/Xã X/);
  const asked = person.calls.length;
  await person.presses('Trang trước');
  await expect.poll(first).toMatch(/Xã An/);
  expect(person.calls).toHaveLength(asked);
  expect(person.complaints).toEqual([]);
});

it('ten equal findings are one preview, one write, one step back', async () => {
  book = await SheetsBook.from(tenTexts());
  person = await Person.opens(started, book);
  const figures = (): unknown[] => TEN.map((row) => book.value('Số liệu', `C${row + 1}`));
  const edits = (): number => person.calls.filter((name) => name === 'applyEdits').length;
  await person.checks();
  await person.frame.locator('.list[aria-busy=false] .item', { hasText: 'và 9 chỗ giống vậy' }).click();
  await person.presses('Sửa tất cả (10)');
  await person.reads('Sẽ sửa 10 ô');
  expect(await person.frame.locator('table tbody tr').count()).toBe(10);
  expect(edits()).toBe(0);
  await person.presses('Sửa ngay');
  await person.reads('Đã sửa 10 ô');
  expect(figures()).toEqual(TEN);
  expect(edits()).toBe(1);
  await person.presses('Hoàn tác lần sửa');
  await person.reads('Đã trả lại như trước.');
  expect(figures()).toEqual(TEN.map(String));
  expect(edits()).toBe(2);
  expect(await person.button('Hoàn tác lần sửa').count()).toBe(0);
});

describe('by keyboard alone', () => {
  const press = (...keys: string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => person.page.keyboard.press(key)), Promise.resolve());
  const focused = (): Promise<string> =>
    person.frame.evaluate(() => {
      const own = document.activeElement;
      // Nothing has the keyboard: the page's whole text must not pass for what is looked for.
      if (own === null || own === document.body) return 'BODY';
      return (own.getAttribute('aria-label') ?? own.textContent ?? '') || own.tagName;
    });
  /** Tab until what is wanted has the keyboard. */
  const tabTo = async (wanted: RegExp, key = 'Tab'): Promise<void> => {
    for (let tries = 0; tries < 60; tries += 1) {
      if (wanted.test(await focused())) return;
      await press(key);
    }
    expect(await focused()).toMatch(wanted);
  };

  it('does the whole job', async () => {
    await opens('moi-loi');
    await tabTo(/^Kiểm tra sổ tính$/);
    await press('Enter');
    await person.reads('Đã kiểm tra:');
    await person.frame.locator('.item').first().waitFor();
    // Whoever pressed the button is still on it.
    expect(await focused()).toBe('Kiểm tra lại');

    // Next and previous, from anywhere.
    const total = /(\d+)$/.exec(await person.frame.locator('.stepper .quiet').innerText())![1]!;
    expect(Number(total)).toBeGreaterThan(50);
    await press('Alt+ArrowDown', 'Alt+ArrowDown');
    await person.reads(`2/${total}`);
    await press('Alt+ArrowUp');
    await person.reads(`1/${total}`);
    await press('Alt+ArrowUp');
    await person.reads(`${total}/${total}`);
    await person.reads(`51–${total} trong ${total}`);
    await press('Alt+ArrowDown');
    await person.reads(`1/${total}`);
    await expect.poll(() => book.selected()).toBe(await openPlace());

    // Arrows within the list; Enter reveals.
    await tabTo(/^Cảnh báo.*thiếu dòng/);
    await press('ArrowDown');
    await expect.poll(focused).toMatch(/^Ghi chúSố liệu!E4/);
    await press('ArrowDown');
    await expect.poll(focused).toMatch(/^LỗiSố liệu!D5/);
    await press('Enter');
    await expect.poll(() => book.selected()).toBe('Số liệu!D5');

    // Search by typing; repair with preview.
    await tabTo(/^INPUT$/, 'Shift+Tab');
    await person.page.keyboard.type('C19');
    await person.reads('0/1');
    await press('Alt+ArrowDown');
    await tabTo(/^Sửa …$/);
    await press('Enter');
    await expect.poll(focused).toMatch(/^Sẽ sửa 1 ô$/);
    await tabTo(/^Sửa ngay$/);
    await press('Space');
    await person.reads('Đã sửa 1 ô.');
    expect(book.value('Số liệu', 'C19')).toBe(0.8);

    // The other parts by arrows.
    await tabTo(/^Kiểm tra$/, 'Shift+Tab');
    await press('ArrowRight');
    expect(await focused()).toBe('Chấm điểm');
    await tabTo(/^Chấm điểm và xếp hạng$/);
    await press('Enter');
    await person.reads('Đã ghi:');
    await tabTo(/^Xem xếp hạng$/);
    await press('Enter');
    await tabTo(/Sở Công Thương/);
    await press('ArrowDown', 'ArrowUp', 'Enter');
    await expect.poll(focused).toBe('Sở Công Thương');
    await tabTo(/^Đến ô Số liệu!C57$/);
    await press('Enter');
    await expect.poll(() => book.selected()).toBe('Số liệu!C57');
    await tabTo(/^Về bảng xếp hạng$/, 'Shift+Tab');
    await press('Enter');
    await expect.poll(focused).toMatch(/Sở Công Thương/);
    await press('Enter');
    await expect.poll(focused).toBe('Sở Công Thương');
    await press('Escape');
    await expect.poll(focused).toMatch(/^chưa đủ điều kiện xếp hạng: Sở Công Thương/);
    await tabTo(/^Xếp hạng$/, 'Shift+Tab');
    await press('End');
    expect(await focused()).toBe('Thiết lập');
    await person.frame.locator('.setting').first().waitFor();
    await tabTo(/^INPUT$/);
    await person.page.keyboard.type('Bộ chỉ số thử');
    await press('Enter');
    await person.reads('Đã lưu: Tên bộ chỉ số.');
    expect(book.texts('Thiết lập')).toContain('Bộ chỉ số thử');
  });
});

describe('the help', () => {
  it('is looked up without asking Google, and left by Escape to where the person was', async () => {
    await opens('');
    const before = person.calls.length;
    await person.presses('Hướng dẫn');
    await person.frame.getByRole('searchbox').fill('dong hang');
    await person.reads('Sau hai đơn vị cùng hạng 2 là hạng 4 (1224)');
    await person.page.keyboard.press('Escape');
    await person.reads('Chưa có sổ tính để thử?');
    await expect.poll(() => person.frame.evaluate(() => document.activeElement?.textContent)).toBe('Hướng dẫn');
    expect(person.calls.length).toBe(before);
    expect(person.complaints).toEqual([]);
  });
});

describe('a workbook with nothing to score', () => {
  it('says what is needed and offers a sample, which is then scored', async () => {
    await opens('');
    await person.reads('Chưa có sổ tính để thử?');
    await person.checks();
    await person.reads('Chưa có bộ chỉ số');
    await person.presses('Chèn các trang mẫu');
    await person.reads('Đã chèn các trang mẫu.');
    await person.goesTo('Chấm điểm');
    await person.presses('Chấm điểm và xếp hạng');
    await person.reads('Đã chấm và ghi:');
    expect(await primary()).toEqual(['Xem xếp hạng']);
    await person.presses('Xem xếp hạng');
    await person.button(/^Hạng 1: /).waitFor();
    await person.presses('Mở trang Xếp hạng');
    await expect.poll(() => book.selected()).toBe('Xếp hạng!A1');
  });
});

describe('the language', () => {
  it('changes everywhere at once, findings included, and is kept for the next time', async () => {
    await opens('moi-loi');
    await person.checks();
    await person.presses('English');
    await person.reads(/^Checked:/);
    await person.reads('is stored as text');
    expect(await person.frame.evaluate(() => document.documentElement.lang)).toBe('en');
    await person.leaves();
    person = await Person.opens(started, book);
    await person.reads('Check the workbook');
    await person.presses('Tiếng Việt');
    await person.reads('Kiểm tra sổ tính');
  });
});

describe('the workbook changes meanwhile', () => {
  it('is noticed when the person comes back to the sidebar, and a new check mends it', async () => {
    await opens('so-nganh-21x40');
    await person.checks();
    book.types('Số liệu', 'D5', 999);
    await person.frame.evaluate(() => window.dispatchEvent(new Event('focus')));
    await person.reads('Sổ tính đã đổi: kết quả này không còn đúng với số liệu hiện tại.');
    await person.frame.locator('.notices').getByRole('button', { name: 'Kiểm tra lại' }).click();
    await person.reads('Đã kiểm tra:');
    expect(await person.frame.getByText('Sổ tính đã đổi').count()).toBe(0);
  });

  it('is not asked about over and over', async () => {
    await opens('so-nganh-21x40');
    await person.checks();
    for (let times = 0; times < 5; times += 1)
      await person.frame.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect.poll(() => person.calls.filter((name) => name === 'getFingerprint').length).toBe(1);
  });
});
