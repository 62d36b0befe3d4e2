/** Pictures of every view, taken from the running product: shipped pane, genuine office.js, the samples. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES, type SampleId } from '#local/page/samples';
import { startBrowser } from './browser.ts';
import { Person } from './person.ts';

/** Opens a sample as a person does, from the list. */
async function opensSample(person: Person, id: SampleId): Promise<void> {
  // Another one first: choosing what is chosen already opens nothing.
  for (const one of ['real', id]) {
    const { file } = SAMPLES.find((sample) => sample.id === one)!;
    await person.page.getByRole('combobox', { name: 'Sổ tính mẫu' }).selectOption(one);
    await person.page.getByRole('status').getByText(`Đã mở ${file}`).waitFor();
  }
  await person.restarts('');
}

/** Takes all pictures into a folder. */
export async function main(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await startBrowser();
  try {
    const at = new Date('2026-11-24T10:00:00Z');
    const person = await Person.sitsDown(browser, { timezoneId: 'Asia/Ho_Chi_Minh', at });
    const whole = async (name: string): Promise<void> => {
      await settle(person);
      await person.page.screenshot({ path: join(folder, `excel-${name}.png`) });
    };
    const pane = async (name: string): Promise<void> => {
      await settle(person);
      await person.page.locator('.right').screenshot({ path: join(folder, `excel-${name}.png`) });
    };
    await pane('ngan-mo-lan-dau');
    await person.checks();
    await person.scores();
    await person.turnsTo('Xếp hạng');
    await person.goesTo('Xếp hạng');
    await person.pane.getByRole('list', { name: 'Bảng xếp hạng' }).getByRole('button').first().waitFor();
    await whole('so-tinh-va-ngan');
    await person.goesTo('Chấm điểm');
    await pane('cham-diem');
    await person.goesTo('Xếp hạng');
    await pane('xep-hang-trong-ngan');
    await person.pane.getByRole('list', { name: 'Bảng xếp hạng' }).getByRole('button').nth(1).click();
    await person.button('Về bảng xếp hạng').waitFor();
    await pane('mot-don-vi');
    await person.goesTo('Phiếu');
    await person.presses('Xem sẽ làm phiếu cho ai');
    await person.pane.getByText(/^Tất cả \d+ đơn vị$/).click();
    await pane('phieu');
    await person.goesTo('Thiết lập');
    await pane('thiet-lap');
    await person.presses('Hướng dẫn');
    await person.pane.getByText(/^Trang Thiết lập/).click();
    await pane('huong-dan');
    await person.pane.locator('body').press('Escape');

    await faults(person, pane, whole);

    await person.opens({ 'Trang 1': [['Danh sách']] });
    await person.checks();
    await person.reads('Chưa có bộ chỉ số');
    await pane('chua-co-bo-chi-so');

    await looks(person, pane);
  } finally {
    await browser.close();
  }
}

type Shot = (name: string) => Promise<void>;

/** What a workbook with many faults looks like: a finding, its repair, a waiver, a failure, an edit. */
async function faults(person: Person, pane: Shot, whole: Shot): Promise<void> {
  await opensSample(person, 'faults');
  await person.checks();
  await person.pane.getByRole('list', { name: 'Danh sách vấn đề' }).getByRole('button').nth(2).click();
  await whole('kiem-tra');
  await person.findsRepairable();
  await person.presses('Sửa …');
  await person.button('Sửa ngay').scrollIntoViewIfNeeded();
  await pane('sua-co-xem-truoc');
  await person.presses('Chấp nhận, không sửa …');
  await person.button('Ghi chấp nhận').scrollIntoViewIfNeeded();
  await pane('mien-tru');
  await person.does(({ book }) => book.type(book.sheets[0]!, 60, 0, 'x'));
  await person.reads(/Sổ tính (có thể )?đã đổi/);
  await pane('da-doi');
  await person.does(({ book }) => void (book.structureProtected = true));
  await person.scores('Cấu trúc sổ tính đang được bảo vệ');
  await pane('chua-lam-duoc');
}

/** The same in other themes and in English. */
async function looks(person: Person, pane: Shot): Promise<void> {
  const wear = (key: 'look' | 'language', value: string): Promise<void> =>
    person.pane.evaluate(([name, chosen]) => localStorage.setItem(`nghin-diem.${name}`, chosen!), [key, value]);
  for (const look of ['dark', 'contrast'] as const) {
    await wear('look', look);
    await opensSample(person, 'faults');
    await person.checks();
    await person.pane.getByRole('list', { name: 'Danh sách vấn đề' }).getByRole('button').nth(2).click();
    await pane(`kiem-tra-${look === 'dark' ? 'toi' : 'tuong-phan'}`);
    await person.goesTo('Xếp hạng');
    await person.pane.getByRole('list', { name: 'Bảng xếp hạng' }).getByRole('button').first().waitFor();
    await pane(`xep-hang-${look === 'dark' ? 'toi' : 'tuong-phan'}`);
  }
  await wear('look', 'light');
  await wear('language', 'en');
  await opensSample(person, 'faults');
  await person.button('Check the workbook').click();
  await person.pane.getByRole('list').first().getByRole('button').nth(2).click();
  await pane('check-english');
  await wear('language', 'vi');
}

/** Nothing moves any more. */
async function settle({ page, pane }: Person): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await pane.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
}
