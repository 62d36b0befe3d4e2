/** The page's own grid: what a person does in it, by mouse, keyboard and input method; files in and out. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleSheet } from '#local/samples/sheets';
import { newWorkbook } from '#xlsx/index';
import { readWorkbook } from '#xlsx/read';
import { paneOf, ROOT, startBrowser, type StartedBrowser } from './browser.ts';
import { Person } from './person.ts';

let browser: StartedBrowser;
let person: Person;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nghin-diem-grid-'));
  browser = await startBrowser();
  person = await Person.sitsDown(browser);
  await person.turnsTo('Số liệu');
}, 180_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const sample = (name: string): Buffer => readFileSync(join(ROOT, 'samples', name));
const at = (address: string): Promise<unknown> =>
  person.does((preview, place) => {
    const [, letter, row] = /^([A-Z])(\d+)$/.exec(place)!;
    const cell = preview.book.active!.at(Number(row) - 1, letter!.charCodeAt(0) - 65);
    return cell === undefined ? null : (cell.formula ?? cell.value);
  }, address);
const press = (...keys: string[]): Promise<void> =>
  keys.reduce(async (before, key) => (await before, person.page.keyboard.press(key)), Promise.resolve());

describe('typing, as in an Excel with Vietnamese settings', () => {
  it.each([
    ['95,5', 95.5, '95,5'],
    ['1.234,5', 1234.5, '1234,5'],
    ['12,5%', 0.125, '12,50%'],
    ['1.10', '1.10', '1.10'],
    ['3/4/2026', 46115, '03/04/2026'],
    ["'007", '007', '007'],
    ['Sở Y tế', 'Sở Y tế', 'Sở Y tế'],
    ['=SUM(C5:C6;1,5)', '=SUM(C5:C6,1.5)', '7,5'],
    ['=1/0', '=1/0', '#DIV/0!'],
  ])('%s', async (typed, stored, shown) => {
    await person.does((preview) =>
      preview.book.as('user', () => preview.book.active!.clear({ top: 39, left: 7, bottom: 39, right: 7 }, 'All')),
    );
    await person.types('H40', typed);
    expect(await at('H40')).toBe(stored);
    expect(await person.cell('H40').locator('.face').textContent()).toBe(shown);
    expect(await person.selected()).toBe('Số liệu!H41');
  });

  it('an input method’s first letter is not lost, and its Enter ends only the composition', async () => {
    await person.selects('H42');
    const session = await person.opened.context.newCDPSession(person.page);
    await session.send('Input.imeSetComposition', { text: 'S', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.imeSetComposition', { text: 'Sở', selectionStart: 2, selectionEnd: 2 });
    await session.send('Input.insertText', { text: 'Sở' });
    expect(await at('H42')).toBeNull();
    await person.page.keyboard.insertText(' Nội vụ');
    await press('Enter');
    expect(await at('H42')).toBe('Sở Nội vụ');
  });

  it('F2 edits what is there, Escape gives it up, Delete empties, Tab goes right', async () => {
    await person.types('H43', '10');
    await press('ArrowUp', 'F2', 'End');
    await person.page.keyboard.type('5');
    await press('Escape');
    expect(await at('H43')).toBe(10);
    await press('F2', 'End');
    await person.page.keyboard.type('5');
    await press('Tab');
    expect(await at('H43')).toBe(105);
    expect(await person.selected()).toBe('Số liệu!I43');
    await press('ArrowLeft', 'Delete');
    expect(await at('H43')).toBeNull();
  });

  it('the line above the grid edits too', async () => {
    await person.selects('H44');
    const line = person.page.getByRole('textbox', { name: 'Nội dung ô H44' });
    await line.fill('7,25');
    await line.press('Enter');
    expect(await at('H44')).toBe(7.25);
  });
});

describe('moving and selecting', () => {
  it('by keyboard to the ends of the data, with what is far away drawn only then', async () => {
    await person.selects('A5');
    expect(await person.cell('A800').count()).toBe(0);
    await press('Control+End');
    expect(await person.selected()).toMatch(/^Số liệu![A-Z]+84\d$/);
    await press('Control+Home', 'PageDown', 'ArrowRight', 'ArrowDown');
    expect(await person.selected()).toBe('Số liệu!B22');
    await press('Shift+ArrowDown', 'Shift+ArrowRight');
    expect(await person.page.locator('[aria-selected="true"][data-cell]').count()).toBe(4);
    expect(await person.does((preview) => preview.book.active!.selection)).toEqual([
      { top: 21, left: 1, bottom: 22, right: 2 },
    ]);
  });

  it('by dragging; what is copied can be pasted elsewhere', async () => {
    await person.selects('B5');
    await person.cell('B5').hover();
    await person.page.mouse.down();
    await person.cell('C6').hover();
    await person.page.mouse.up();
    expect(await person.does((preview) => preview.book.active!.selection)).toEqual([
      { top: 4, left: 1, bottom: 5, right: 2 },
    ]);
    const text = await person.page.evaluate(() => {
      const data = new DataTransfer();
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return data.getData('text/plain');
    });
    expect(text).toBe('1.1\t\n1.2\t6');
    await person.selects('J50');
    await person.page.evaluate((copied) => {
      const data = new DataTransfer();
      data.setData('text/plain', copied);
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);
    expect([await at('J50'), await at('J51'), await at('K51')]).toEqual(['1.1', '1.2', 6]);
  });

  it('the grid says to screen readers what and where each cell is', async () => {
    const grid = person.page.getByRole('grid', { name: 'Trang tính Số liệu' });
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(840);
    await person.selects('C6');
    const cell = grid.getByRole('gridcell').filter({ has: person.page.getByRole('textbox', { name: 'C6, 6' }) });
    expect(await cell.getAttribute('aria-colindex')).toBe('4');
    expect(await grid.locator('[aria-rowindex="7"] [role="rowheader"]').textContent()).toBe('6');
  });
});

describe('files', () => {
  it('an own file is opened with its merged cells and saved; the file itself is as it was', async () => {
    const path = join(folder, 'bieu-gop-o.xlsx');
    const merges = [
      { top: 0, left: 0, bottom: 0, right: 3 },
      { top: 4, left: 1, bottom: 6, right: 1 },
    ];
    const row = (...values: (string | number)[]): { cells: { value: string | number; style: number }[] } => ({
      cells: values.map((value) => ({ value, style: 0 })),
    });
    const rows = [row('BIỂU TỔNG HỢP'), row(), row(), row(), row(1, 'Sở Y tế', 3), row(2, '', 4), row(3, '', 5)];
    const rest = { visibility: 'visible' as const, styles: [{}], widths: [], filter: null, charts: [], print: null };
    const original = Buffer.from(
      newWorkbook([{ name: 'Biểu', rows, merges, freeze: { rows: 0, columns: 0 }, ...rest }]),
    );
    writeFileSync(path, original);
    await person.page.locator('input[type="file"]').setInputFiles(path);
    await person.page.getByRole('status').getByText('Đã mở bieu-gop-o.xlsx').waitFor();
    expect(await person.page.getByRole('combobox', { name: 'Sổ tính mẫu' }).inputValue()).toBe('');
    expect(await person.cell('A1').getAttribute('aria-colspan')).toBe('4');
    expect(await person.cell('B5').getAttribute('aria-rowspan')).toBe('3');
    expect(await person.cell('B6').count()).toBe(0);
    const box = (await person.cell('B5').locator('.face').boundingBox())!;
    expect(box.height).toBeGreaterThanOrEqual(60);
    // Going down from a merged area leaves it.
    await person.selects('B5');
    await press('ArrowDown');
    expect(await person.selected()).toBe('Biểu!B8');
    await person.types('A3', 'ghi thêm');
    const [saved] = await Promise.all([
      person.page.waitForEvent('download'),
      person.page.getByRole('button', { name: 'Lưu .xlsx' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('bieu-gop-o-da-cham.xlsx');
    const { picture } = readWorkbook(readFileSync(await saved.path()));
    const before = readWorkbook(original).picture;
    expect(picture.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
    expect(picture.sheets[0]!.merges).toEqual(merges);
    expect(picture.sheets[0]!.rows.find(({ index }) => index === 2)!.cells[0]).toBe('ghi thêm');
    expect(readFileSync(path).equals(original)).toBe(true);
  });

  it('a title runs over the empty columns that stay in sight, and ends with them once others have moved under', async () => {
    const title = 'Một tiêu đề rất dài chạy qua cả những cột bên cạnh không có chữ nào trong đó';
    const sheet = sampleSheet({
      name: 'Biểu',
      titles: [title],
      header: ['TT', 'Đơn vị', 'Điểm'],
      widths: [8, 12, 9],
      rows: [],
    });
    await person.opensBytes(newWorkbook([{ ...sheet, freeze: { rows: 1, columns: 2 } }]), 'bieu-dai.xlsx');
    const over = (address: string): Promise<string> =>
      person.cell(address).evaluate((cell) => {
        const { left, top, height } = cell.getBoundingClientRect();
        return document.elementFromPoint(left + 12, top + height - 8)?.textContent ?? '';
      });
    expect(await over('B1')).toBe(title);
    expect(await over('C1')).toBe(title);
    await person.page.locator('.scroller').evaluate((box) => (box.scrollLeft = 300));
    await expect.poll(() => over('H1')).not.toBe(title);
    expect(await over('B1')).toBe(title);
  });

  it('a file is dropped onto the grid; what is no workbook is refused with the reason, and the open one stays', async () => {
    const drop = (name: string, bytes: Buffer): Promise<void> =>
      person.page.evaluate(
        ([file, text]) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(atob(text!), (letter) => letter.charCodeAt(0))], file!));
          const target = document.querySelector('.left')!;
          for (const type of ['dragover', 'drop'])
            target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        },
        [name, bytes.toString('base64')],
      );
    await drop('huyen.xlsx', sample('cap-huyen-11x64.xlsx'));
    await person.page.getByRole('status').getByText('Đã mở huyen.xlsx').waitFor();
    await drop('xau.xlsx', Buffer.from('không phải sổ tính'));
    await person.page
      .getByRole('alert')
      .getByText('Không mở được xau.xlsx. Tệp không phải là sổ tính .xlsx.')
      .waitFor();
    await drop('anh.png', Buffer.from('x'));
    await person.page.getByRole('alert').getByText('Đề nghị thả một tệp .xlsx.').waitFor();
    expect(await person.does((preview) => preview.book.name)).toBe('huyen.xlsx');
  });

  it('the page speaks English too', async () => {
    // Files were opened since: the pane is another one by now.
    const pane = await paneOf(person.page);
    await person.page.getByRole('button', { name: 'English – chuyển trang này sang tiếng Anh' }).click();
    await person.page.getByRole('button', { name: 'Save .xlsx' }).waitFor();
    expect(await person.page.evaluate(() => document.documentElement.lang)).toBe('en');
    // The pane beside it as well, without starting anew.
    await pane.getByRole('tab', { name: 'Check', exact: true }).waitFor();
  });
});
