/** For everyone: no axe violation in any view of pane and page, and the whole job by keyboard alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { makeForms } from '#core/commands/form';
import type { Message } from '#core/messages/message';
import { say } from '#files/words';
import { newBook, readWorkbook, unzipFiles } from '#xlsx/index';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROOT, startBrowser, type StartedBrowser } from './browser.ts';
import { Person, SOON } from './person.ts';

let browser: StartedBrowser;
let person: Person;

beforeAll(async () => {
  browser = await startBrowser();
  person = await Person.sitsDown(browser);
}, 180_000);
afterAll(() => browser?.close());

const sample = (name: string): Buffer => readFileSync(join(ROOT, 'samples', name));

const AXE = readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; nodes: { target: string[]; html: string; failureSummary: string }[] }[];
}

const listed = ({ violations: list }: AxeResult): string[] =>
  list.map(
    ({ id, nodes }) => `${id}: ${nodes.map((one) => `${one.html.slice(0, 200)} ${one.failureSummary}`).join(' | ')}`,
  );

/** What axe finds in the pane, as "rule: where"; `rules`: only these. */
async function violations(rules: string[] | null): Promise<string[]> {
  if (!(await person.pane.evaluate(() => 'axe' in window))) await person.pane.evaluate(AXE);
  const result = await person.pane.evaluate(async (only) => {
    // What was greyed out while something ran comes back by degrees: a colour on its way is none.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const { axe } = window as unknown as { axe: { run(where: object, options: object): Promise<AxeResult> } };
    // Fluent's focus helpers are empty elements that a screen reader never meets.
    return axe.run(
      { exclude: [['[data-tabster-dummy]']] },
      { resultTypes: ['violations'], ...(only === null ? {} : { runOnly: only }) },
    );
  }, rules);
  return listed(result);
}

/** The same, looked at again while there is any: a slow machine may not have drawn everything in the new colours yet. */
async function lasting(rules: string[] | null = null): Promise<string[]> {
  let list = await violations(rules);
  for (let again = 0; list.length > 0 && again < 8; again += 1) {
    await person.page.waitForTimeout(250);
    list = await violations(rules);
  }
  return list;
}

const firstFinding = (): Promise<void> =>
  person.pane.getByRole('list', { name: 'Danh sách vấn đề' }).getByRole('button').first().click();

const BY = { language: 'vi', period: null, say: (message: Message) => say(message, 'vi') } as const;

/** Every view, one after another in one workbook with every fault. */
const VIEWS: [string, () => Promise<void>][] = [
  ['Kiểm tra, before the first check', () => person.goesTo('Kiểm tra')],
  ['Chấm điểm, before the first run', () => person.goesTo('Chấm điểm')],
  ['Xếp hạng, before the first run', () => person.goesTo('Xếp hạng')],
  ['Thiết lập, before the first check', () => person.goesTo('Thiết lập')],
  ['findings', () => person.checks()],
  ['a finding in full', firstFinding],
  [
    'a repair before it is made',
    async () => {
      await person.findsRepairable();
      await person.presses('Sửa …');
    },
  ],
  ['a waiver being written', () => person.presses('Chấp nhận, không sửa …')],
  ['a waiver that lacks its reason', () => person.presses('Ghi chấp nhận')],
  ['the result of a run', () => person.scores('Đã ghi: ')],
  ['ranking', () => person.goesTo('Xếp hạng')],
  [
    'a unit in full',
    async () => {
      await person.pane.getByRole('list', { name: 'Bảng xếp hạng' }).getByRole('button').first().click();
      await person.button('Về bảng xếp hạng').waitFor();
    },
  ],
  ['forms, before the workbook is read', () => person.goesTo('Phiếu')],
  [
    'forms, with units and message',
    async () => {
      await person.presses('Xem sẽ làm phiếu cho ai');
      await person.pane.getByText(/^Tất cả \d+ đơn vị$/).click();
      await person.pane.getByText('Lời nhắn gửi kèm phiếu').click();
    },
  ],
  ['settings', () => person.goesTo('Thiết lập')],
  [
    'the help, with something found',
    async () => {
      await person.presses('Hướng dẫn');
      await person.pane.getByRole('searchbox').fill('dong hang');
      await person.reads(/^Tìm thấy \d+ mục/);
    },
  ],
  ['settings as they were left', () => person.presses('Trở lại')],
  [
    'out of date',
    async () => {
      await person.does(({ book }) => book.type(book.sheets[0]!, 60, 0, 'x'));
      await person.reads(/Sổ tính (có thể )?đã đổi/);
    },
  ],
  [
    'an error',
    async () => {
      await person.does(({ book }) => void (book.structureProtected = true));
      await person.scores('Cấu trúc sổ tính đang được bảo vệ');
    },
  ],
];

/** What the system prefers; the pane follows it when the person comes back to it. */
const LOOKS = {
  light: { colorScheme: 'light', forcedColors: null },
  dark: { colorScheme: 'dark', forcedColors: null },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

async function wears(look: keyof typeof LOOKS): Promise<void> {
  // Colours on their way from one theme to the other are no theme.
  await person.page.emulateMedia({ ...LOOKS[look], reducedMotion: 'reduce' });
  await person.pane.evaluate(() => window.dispatchEvent(new Event('focus')));
  await person.pane.waitForFunction((dark) => {
    const colour = getComputedStyle(document.querySelector('main')!.parentElement!).backgroundColor;
    return /rgb\((\d+)/.exec(colour) !== null && Number(/rgb\((\d+)/.exec(colour)![1]) < 100 === dark;
  }, look !== 'light');
}

it('axe finds nothing in any view of the pane, light, dark and in high contrast', async () => {
  await person.opensBytes(sample('moi-loi.xlsx'), 'moi-loi.xlsx');
  const found: Record<string, string[]> = {};
  for (const [name, open] of VIEWS) {
    await open();
    for (const look of ['dark', 'contrast', 'light'] as const) {
      await wears(look);
      const list = await lasting(look === 'light' ? null : ['color-contrast', 'link-in-text-block']);
      if (list.length > 0) found[`${name}, ${look}`] = list;
    }
  }
  expect(found).toEqual({});
}, 300_000);

it('axe finds nothing in the high contrast that a person chooses in the pane itself', async () => {
  await person.page.emulateMedia({ colorScheme: 'light', forcedColors: null, reducedMotion: 'reduce' });
  await person.pane.evaluate(() => localStorage.setItem('nghin-diem.look', 'contrast'));
  await person.opensBytes(sample('moi-loi.xlsx'), 'moi-loi.xlsx');
  const rules = ['color-contrast', 'link-in-text-block'];
  await person.checks();
  await firstFinding();
  expect(await lasting(rules)).toEqual([]);
  await person.goesTo('Xếp hạng');
  await person.pane.getByRole('list', { name: 'Bảng xếp hạng' }).getByRole('button').first().hover();
  expect(await lasting(rules)).toEqual([]);
  await person.pane.evaluate(() => localStorage.removeItem('nghin-diem.look'));
}, 120_000);

it('axe finds nothing in a ranking against the last period, and in a unit with all its indicators', async () => {
  const units = ['Xã A', 'Xã B', 'Xã C', 'Xã D'];
  const codes = Array.from({ length: 20 }, (_, at) => `${1 + (at % 2)}.${1 + Math.floor(at / 2)}`);
  await person.opens({
    'Bộ chỉ số': [
      ['Mã', 'Chỉ số', 'Điểm tối đa'],
      ['1', 'Một', 500],
      ['2', 'Hai', 500],
      ...codes.map((code) => [code, `Chỉ số ${code}`, 50]),
    ],
    'Đơn vị': [['Tên đơn vị', 'Nhóm', 'Hạng kỳ trước'], ...units.map((unit, at) => [unit, 'Xã', [3, 2, 1, null][at]!])],
    'Số liệu': [
      ['Đơn vị', 'Mã chỉ số', 'Điểm tự chấm', 'Điểm thẩm định'],
      ...units.slice(0, 3).flatMap((unit, at) => codes.map((code) => [unit, code, 50, 45 - at])),
    ],
  });
  await person.checks();
  await person.goesTo('Xếp hạng');
  const clean = async (name: string): Promise<void> => {
    for (const look of ['dark', 'contrast', 'light'] as const) {
      await wears(look);
      expect(await lasting(look === 'light' ? null : ['color-contrast']), `${name}, ${look}`).toEqual([]);
    }
  };
  await person.button(/^Hạng 3: Xã C.*giảm 2 bậc/).hover();
  await clean('ranking');
  await person.button(/^Hạng 1: Xã A.*tăng 2 bậc/).click();
  await person.pane.locator('summary').first().waitFor();
  for (const fold of await person.pane.locator('summary').all()) await fold.click();
  await expect.poll(() => person.pane.locator('details li').count()).toBe(20);
  await clean('unit');
}, 120_000);

it('forced colours underline the open tab alone, and mark the open finding', async () => {
  await person.opensBytes(sample('moi-loi.xlsx'), 'moi-loi.xlsx');
  await person.checks();
  await firstFinding();
  await wears('contrast');
  const underlined = await person.pane.evaluate(() => {
    const ground = getComputedStyle(document.querySelector('main')!.parentElement!).backgroundColor;
    return [...document.querySelectorAll('[role=tab]')].map(
      (tab) => getComputedStyle(tab).borderBottomColor !== ground,
    );
  });
  expect(underlined).toEqual([true, false, false, false, false]);
  const outlined = await person.pane.evaluate(
    () =>
      [...document.querySelectorAll('li:has(> button)')].filter((row) => getComputedStyle(row).outlineStyle === 'solid')
        .length,
  );
  expect(outlined).toBe(1);
  await wears('light');
}, 120_000);

it('axe finds nothing in the page around the pane', async () => {
  await person.opensBytes(sample('so-nganh-21x40.xlsx'), 'so-nganh.xlsx');
  await person.scores();
  await person.turnsTo('Xếp hạng');
  await person.page.setViewportSize({ width: 900, height: 500 });
  // The pane within it has its own turn.
  const axe = new AxeBuilder({ page: person.page }).setLegacyMode().exclude('iframe');
  expect(listed((await axe.analyze()) as unknown as AxeResult)).toEqual([]);
  await person.page.setViewportSize({ width: 1280, height: 800 });
}, 120_000);

it('a pane with no index set, at 320 px: nothing for axe, nothing cut off', async () => {
  await person.opens({ Trang1: [['Danh sách']] });
  await person.page.addStyleTag({ content: '.right { width: 320px !important; }' });
  await person.checks();
  await person.reads('Chưa có bộ chỉ số');
  expect(await lasting()).toEqual([]);
  for (const tab of ['Chấm điểm', 'Xếp hạng', 'Phiếu', 'Thiết lập', 'Kiểm tra']) {
    await person.goesTo(tab);
    const over = await person.pane.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, tab).toBeLessThanOrEqual(0);
  }
}, 60_000);

describe('by keyboard alone', () => {
  beforeEach(() => person.opensBytes(sample('so-nganh-21x40.xlsx'), 'so-nganh.xlsx'));

  const press = (key: string): Promise<void> => person.page.keyboard.press(key);

  /** @returns what has the keyboard in the pane: role and words. */
  const focused = (): Promise<string> =>
    person.pane.evaluate(() => {
      const { activeElement: at } = document;
      if (at === null || at === document.body) return '';
      const label =
        at.getAttribute('aria-label') ??
        (at.id === '' ? null : document.querySelector(`label[for="${at.id}"]`)?.textContent) ??
        at.closest('label')?.textContent?.trim();
      return `${at.getAttribute('role') ?? at.nodeName.toLowerCase()} ${label ?? at.textContent ?? ''}`;
    });

  /** Tab, until the keyboard is elsewhere: at the pane's ends office.js hands it over by a message, which a busy machine is slow with. */
  async function tabAway(): Promise<void> {
    const places = [person.page, person.pane];
    // The thing itself, not where it stands: words that come and go above it move it.
    const held = await Promise.all(places.map((one) => one.evaluateHandle(() => document.activeElement)));
    await press('Tab');
    const elsewhere = (): Promise<boolean[]> =>
      Promise.all(places.map((one, at) => one.evaluate((thing) => document.activeElement !== thing, held[at]!)));
    await expect.poll(elsewhere, { timeout: 5_000, interval: 20 }).toContain(true);
  }

  /** Goes on with Tab until the wanted thing has the keyboard. */
  async function tabTo(wanted: RegExp, most = 120): Promise<void> {
    const seen: string[] = [];
    for (let count = 0; count < most; count += 1) {
      const at = await focused();
      if (wanted.test(at)) return;
      seen.push(
        at === ''
          ? await person.page.evaluate(
              () => `[page: ${document.activeElement?.nodeName} ${document.activeElement?.className}]`,
            )
          : at,
      );
      await tabAway();
    }
    throw new Error(`${wanted} is not reached: ${seen.join(' → ')}`);
  }

  it('type a fault, check, find it, repair it, score, read the ranking, open its cell', async () => {
    const { page } = person;
    // From the first control of the page, over the buttons into the grid.
    await page.getByRole('combobox', { name: 'Sổ tính mẫu' }).focus();
    const inGrid = (): Promise<boolean> =>
      page.evaluate(
        () =>
          document.activeElement?.closest('[role="grid"]') !== null &&
          document.activeElement?.closest('[role="grid"]') !== undefined,
      );
    for (let count = 0; count < 20 && !(await inGrid()); count += 1) await press('Tab');
    expect(await inGrid()).toBe(true);
    await press('Control+Home');
    for (let down = 0; down < 9; down += 1) await press('ArrowDown');
    await press('ArrowRight');
    await press('ArrowRight');
    await page.keyboard.type("'195");
    await press('Enter');
    expect((await person.values('Số liệu'))['9,2']).toBe('195');

    // Out of the grid, over the sheets' names, into the pane.
    await press('Tab');
    await press('Tab');
    await tabTo(/^tab Kiểm tra/);
    await tabTo(/^button Kiểm tra sổ tính/);
    await press('Enter');
    await person.reads('Đã kiểm tra: 0 lỗi, 0 cảnh báo, 1 ghi chú.');
    await press('Alt+ArrowDown');
    await expect.poll(() => person.selected(), SOON).toBe('Số liệu!C10');
    await tabTo(/^button Sửa …/);
    await press('Enter');
    await person.reads('Sẽ sửa 1 ô');
    await tabTo(/^button Sửa ngay/);
    await press('Space');
    await person.reads('Đã sửa 1 ô.');
    expect((await person.values('Số liệu'))['9,2']).toBe(195);

    await tabTo(/^tab Kiểm tra/);
    await press('ArrowRight');
    await press('Enter');
    await tabTo(/^button Chấm điểm và xếp hạng/);
    await press('Enter');
    await person.reads('Đã chấm và ghi');
    await tabTo(/^button Xem xếp hạng/);
    await press('Enter');
    await tabTo(/^button Hạng 1/);
    await press('Enter');
    await person.button('Về bảng xếp hạng').waitFor();
    await tabTo(/^button Đến ô/);
    await press('Enter');
    await expect.poll(() => person.selected(), SOON).toMatch(/^Số liệu!/);
    await tabTo(/^button Về bảng xếp hạng/);
    await press('Enter');
    await person.pane.getByRole('list', { name: 'Bảng xếp hạng' }).waitFor();

    // Escape leads from a unit to its row, and only from there out of the pane.
    await expect.poll(focused, SOON).toMatch(/^button Hạng 1/);
    await press('Enter');
    await person.button('Về bảng xếp hạng').waitFor();
    await press('Escape');
    await expect.poll(focused, SOON).toMatch(/^button Hạng 1/);
    await press('Escape');
    await expect.poll(inGrid, SOON).toBe(true);
  }, 120_000);

  it('forms for all units but one: they come as one archive, as the command makes them', async () => {
    await person.button('Kiểm tra sổ tính').focus();
    await tabTo(/^tab Kiểm tra/);
    for (const expected of [/^tab Chấm/, /^tab Xếp/, /^tab Phiếu/]) {
      await press('ArrowRight');
      await expect.poll(focused, SOON).toMatch(expected);
    }
    await press('Enter');
    await tabTo(/^button Xem sẽ làm phiếu/);
    await press('Enter');
    await person.button('Tạo 21 phiếu').waitFor();
    await tabTo(/^summary Tất cả 21 đơn vị/);
    await press('Enter');
    await tabTo(/^input Sở Nội vụ/);
    await press('Space');
    await tabTo(/^button Tạo 20 phiếu/);
    const [saved] = await Promise.all([person.page.waitForEvent('download'), press('Enter')]);
    await person.reads('Đã tạo 20 phiếu: Phiếu Năm 2025.zip');
    expect(saved.suggestedFilename()).toBe('Phiếu Năm 2025.zip');
    const packed = unzipFiles(readFileSync(await saved.path()));
    const { units } = makeForms(readWorkbook(sample('so-nganh-21x40.xlsx')).picture, { ...BY, units: null });
    const wanted = units.filter(({ name }) => name !== 'Sở Nội vụ').map(({ name }) => name);
    const { forms, files } = makeForms(readWorkbook(sample('so-nganh-21x40.xlsx')).picture, { ...BY, units: wanted });
    expect(packed.map(({ name }) => name)).toEqual(files);
    for (const [at, { book }] of [...forms].entries()) expect(packed[at]!.bytes()).toEqual(newBook(book));
  }, 60_000);

  it('the pane is left as in Excel: Tab at its end, Shift+Tab at its beginning, Escape into the sheet', async () => {
    const inPage = (): Promise<string> => person.page.evaluate(() => document.activeElement?.nodeName ?? '');
    await person.button('Kiểm tra sổ tính').focus();
    await press('Tab');
    await expect.poll(inPage, SOON).toBe('SELECT');
    await person.button('Hướng dẫn').focus();
    await press('Shift+Tab');
    await expect.poll(inPage, SOON).toBe('BUTTON');
    await person.button('Kiểm tra sổ tính').focus();
    await press('Escape');
    await expect.poll(inPage, SOON).toBe('TEXTAREA');
  });
});
