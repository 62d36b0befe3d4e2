/** Pictures of the sidebar's views, taken from what is pushed: the built sidebar on the built Code.js. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPage, startBrowser } from '../../excel/e2e/browser.ts';
import { SheetsBook } from './book.ts';
import { Person, startSidebar, type Started } from './browser.ts';

type Look = NonNullable<Parameters<typeof Person.opens>[2]>;

/** Takes all pictures into a folder. */
export async function main(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const started = await startSidebar();
  try {
    await job(started, folder);
    await troubles(started, folder);
    await looks(started, folder);
  } finally {
    await started.browser.close();
  }
  await page(folder);
}

async function opens(started: Started, sample: string, look: Look = {}): Promise<Person> {
  return Person.opens(started, await SheetsBook.of(sample), { scale: 2, height: 640, ...look });
}

const shot = async (person: Person, folder: string, name: string): Promise<void> => {
  await person.page.mouse.move(0, 0);
  await person.page.screenshot({ path: join(folder, `sheets-${name}.png`) });
};

/** The ranking of the departments. */
async function ranks(person: Person): Promise<void> {
  await person.goesTo('Chấm điểm');
  await person.presses('Chấm điểm và xếp hạng');
  await person.reads('Đã chấm và ghi:');
  await person.presses('Đóng');
  await person.goesTo('Xếp hạng');
  await person.frame.locator('.item').first().waitFor();
}

async function job(started: Started, folder: string): Promise<void> {
  const faulty = await opens(started, 'moi-loi');
  await shot(faulty, folder, 'mo-lan-dau');
  await faulty.checks();
  await shot(faulty, folder, 'kiem-tra');
  await faulty.presses('Đóng');
  await faulty.searches('C19');
  await faulty.frame.locator('.item').first().click();
  await faulty.reads(/^Đã chọn ô/);
  await faulty.presses('Sửa …');
  await faulty.reads('Sẽ sửa 1 ô');
  await faulty.button('Sửa ngay').scrollIntoViewIfNeeded();
  await shot(faulty, folder, 'sua-co-xem-truoc');
  await faulty.presses('Chấp nhận, không sửa …');
  await faulty.button('Ghi chấp nhận').scrollIntoViewIfNeeded();
  await shot(faulty, folder, 'mien-tru');
  await faulty.leaves();

  const clean = await opens(started, 'so-nganh-21x40');
  await ranks(clean);
  await shot(clean, folder, 'xep-hang');
  await clean.frame.locator('.item').first().click();
  await clean.frame.locator('.entry-line').first().waitFor();
  await shot(clean, folder, 'mot-don-vi');
  await clean.goesTo('Chấm điểm');
  await shot(clean, folder, 'cham-diem');
  await clean.goesTo('Thiết lập');
  await clean.frame.locator('.setting').first().waitFor();
  await shot(clean, folder, 'thiet-lap');
  await clean.presses('Hướng dẫn');
  await clean.frame.getByText(/^Trang Thiết lập/).click();
  await shot(clean, folder, 'huong-dan');
  await clean.leaves();
}

/** What people see when it does not go well. */
async function troubles(started: Started, folder: string): Promise<void> {
  const blank = await opens(started, '');
  await blank.checks();
  await shot(blank, folder, 'chua-co-bo-chi-so');
  await blank.leaves();

  const slow = await opens(started, 'moi-loi');
  const release = slow.holds();
  await slow.presses('Kiểm tra sổ tính');
  await slow.reads('Đã chờ 2 giây.');
  await shot(slow, folder, 'dang-cho');
  release();
  await slow.reads('Đã kiểm tra:');
  slow.faults.push({ name: 'runScore', how: 'after', message: 'Service Spreadsheets timed out' });
  await slow.goesTo('Chấm điểm');
  await slow.presses('Chấm điểm và xếp hạng');
  await slow.reads(/chưa rõ các trang kết quả/);
  await shot(slow, folder, 'chua-lam-duoc');
  await slow.leaves();

  const refused = { name: 'getFacts', how: 'before', message: 'Error code PERMISSION_DENIED' } as const;
  const book = await SheetsBook.of('moi-loi');
  const accounts = await Person.opens(started, book, { scale: 2, height: 640 }, [refused]);
  await accounts.reads(/nhiều tài khoản Google/);
  await shot(accounts, folder, 'nhieu-tai-khoan');
  await accounts.leaves();
}

async function looks(started: Started, folder: string): Promise<void> {
  for (const [name, look] of [
    ['toi', { colorScheme: 'dark' }],
    ['tuong-phan-cao', { colorScheme: 'dark', forcedColors: 'active' }],
  ] as const) {
    const person = await opens(started, 'moi-loi', look);
    await person.checks();
    await person.presses('Đóng');
    await person.frame.locator('.item').nth(2).click();
    await person.reads(/^Đã chọn ô/);
    await shot(person, folder, name);
    await person.leaves();
  }
  const english = await opens(started, 'so-nganh-21x40');
  await english.presses('English');
  await english.presses('Check the workbook');
  await english.reads('Checked:');
  await english.presses('Close');
  await english.frame.getByRole('tab', { name: 'Ranking' }).click();
  await english.frame.locator('.item').first().waitFor();
  await shot(english, folder, 'english');
  await english.leaves();
}

/** `npm start` with the switch on Google Sheets. */
async function page(folder: string): Promise<void> {
  const started = await startBrowser();
  try {
    const opened = await openPage(started, { timezoneId: 'Asia/Ho_Chi_Minh', at: new Date('2026-11-24T10:00:00Z') });
    await opened.page.getByText('Google Trang tính').click();
    const frame = (await (await opened.page.waitForSelector('iframe[title="Nghìn Điểm"]')).contentFrame())!;
    await frame.getByRole('tab', { name: 'Chấm điểm' }).click();
    await frame.getByRole('button', { name: 'Chấm điểm và xếp hạng' }).click();
    await frame.getByText('Đã chấm và ghi:').waitFor();
    await frame.getByRole('button', { name: 'Mở trang Xếp hạng' }).click();
    await frame.getByRole('tab', { name: 'Xếp hạng' }).click();
    await frame.locator('.item').first().waitFor();
    await opened.page.waitForTimeout(500);
    await opened.page.screenshot({ path: join(folder, 'sheets-so-tinh-va-bang.png') });
  } finally {
    await started.close();
  }
}
