/** The main story, as a person lives it: shipped build, genuine office.js, real Chromium. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main as headless } from '#local/cli/main';
import { openBook } from '#local/excel-host/load';
import type { SheetModel } from '#local/excel-host/model/sheet';
import { ROOT, startBrowser, type StartedBrowser } from './browser.ts';
import { Person, SOON } from './person.ts';

const OURS = ['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra', '_nghin_diem'];

let browser: StartedBrowser;
let person: Person;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nghin-diem-e2e-'));
  browser = await startBrowser();
  person = await Person.sitsDown(browser, { timezoneId: 'Asia/Ho_Chi_Minh', at: new Date('2026-11-24T10:00:00Z') });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every cell with its number format, as "A,1". */
function cellsOf(sheet: SheetModel): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const [row, column, cell] of sheet.cells())
    if (cell.value !== null && cell.value !== '') cells[`${row},${column}`] = [cell.value, cell.format];
  return cells;
}

it('check, click, repair, score as the headless command does, edit, out of date, score again', async () => {
  // A number typed as text: a finding with a repair.
  await person.turnsTo('Số liệu');
  await person.types('C10', "'195");
  await person.turnsTo('Đơn vị');
  await person.checks();
  await person.reads('Đã kiểm tra: 0 lỗi, 0 cảnh báo, 1 ghi chú.');

  await person.pane.getByRole('list', { name: 'Danh sách vấn đề' }).getByRole('button').first().click();
  await expect.poll(() => person.selected(), SOON).toBe('Số liệu!C10');

  await person.presses('Sửa …');
  await person.presses('Sửa ngay');
  await person.reads('Đã sửa 1 ô.');
  expect((await person.values('Số liệu'))['9,2']).toBe(195);
  await person.reads('Không có vấn đề nào. Số liệu đủ điều kiện chấm điểm.');

  const input = join(folder, 'in.xlsx');
  const output = join(folder, 'out.xlsx');
  await person.saves(input);
  await person.scores();
  await person.saves(join(folder, 'scored.xlsx'));
  // The instant on the stamp is the same, written as each machine's clock shows it.
  expect(await headless([input, '--out', output, '--at', '2026-11-24T17:00:00+07:00'], ROOT)).toBe(0);
  const theirs = openBook(readFileSync(output)).book;
  const ours = openBook(readFileSync(join(folder, 'scored.xlsx'))).book;
  expect(ours.sheets.map(({ name, visibility }) => [name, visibility])).toEqual(
    theirs.sheets.map(({ name, visibility }) => [name, visibility]),
  );
  for (const name of OURS) expect(cellsOf(ours.find(name)!), name).toEqual(cellsOf(theirs.find(name)!));

  // A formula of the person's own that points at the ranking.
  const before = await person.sheets();
  await person.turnsTo('Thiết lập');
  await person.types('E2', `='Xếp hạng'!N7*2`);
  const total = async (): Promise<number> => (await person.values('Xếp hạng'))['6,13'] as number;
  const first = await total();
  expect(first).toBeGreaterThan(500);
  expect((await person.values('Thiết lập'))['1,4']).toBe(first * 2);

  await person.turnsTo('Số liệu');
  await person.types('C10', '200,5');
  expect((await person.values('Số liệu'))['9,2']).toBe(200.5);
  await person.reads('Sổ tính có thể đã đổi sau lần chạy cuối.');
  // Coming back to the pane, the fingerprint decides.
  await person.goesTo('Chấm điểm');
  await person.pane.evaluate(() => window.dispatchEvent(new Event('focus')));
  await person.reads(
    'Sổ tính đã đổi: kết quả này không còn đúng với số liệu hiện tại. Bảng xếp hạng đã ghi có thể đã cũ.',
  );

  await person.types('C6', '9');
  await person.scores();
  expect(await person.sheets()).toEqual(before);
  const second = await total();
  expect((await person.values('Thiết lập'))['1,4']).toBe(second * 2);
  expect(await person.does((preview) => preview.book.find('Thiết lập')!.at(1, 4)!.formula)).toBe(`='Xếp hạng'!N7*2`);

  expect(person.opened.outside).toEqual([]);
  expect(person.opened.complaints).toEqual([]);
}, 120_000);

it('the figures of the pane’s ranking are those of the sheet', async () => {
  await person.goesTo('Xếp hạng');
  const first = person.pane.getByRole('list', { name: 'Bảng xếp hạng' }).getByRole('button').first();
  const values = await person.values('Xếp hạng');
  const text = (await first.textContent()) ?? '';
  expect(text).toContain(String(values['6,2']));
  expect(text).toContain(`${(values['6,13'] as number).toFixed(2).replace('.', ',')}/`);
  await first.click();
  await person.pane.getByRole('heading', { name: String(values['6,2']) }).waitFor();
  await person.pane
    .getByRole('button', { name: /^Đến ô/ })
    .nth(3)
    .click();
  await expect.poll(() => person.selected(), SOON).toMatch(/^Số liệu!/);
});
