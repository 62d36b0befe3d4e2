/** What a person does in the page, and what is there for them to see. */
import { writeFileSync } from 'node:fs';
import type { Frame, Locator, Page } from 'playwright-core';
import type { Preview } from '#local/page/preview';
import { newWorkbook } from '#xlsx/index';
import type { Scalar } from '#core/workbook/cell';
import { openPage, paneOf, type OpenedPage, type StartedBrowser } from './browser.ts';

/** Runs in the page: what it holds of workbook and host. */
export type InPage<R, A> = (preview: Preview, argument: A) => R;

/** How long something may take that a person would not wait for: other work may be going on on the machine. */
export const SOON = { timeout: 15_000 };

export class Person {
  readonly opened: OpenedPage;
  pane: Frame;

  constructor(opened: OpenedPage, pane: Frame) {
    this.opened = opened;
    this.pane = pane;
  }

  static async sitsDown(browser: StartedBrowser, options?: Parameters<typeof openPage>[1]): Promise<Person> {
    const opened = await openPage(browser, options);
    return new Person(opened, await paneOf(opened.page));
  }

  get page(): Page {
    return this.opened.page;
  }

  /** Something done with the page's workbook and host. */
  async does<R, A = undefined>(job: InPage<R, A>, argument?: A): Promise<R> {
    return this.page.evaluate(
      `(${job.toString()})(globalThis.preview, ${JSON.stringify(argument) ?? 'undefined'})`,
    ) as Promise<R>;
  }

  /** The pane starts anew, after `job`; without waiting for its tabs where it can't get that far. */
  async restarts(job: string = 'preview.restart()', ready = true): Promise<void> {
    await this.page.evaluate(`(() => { ${job}; })()`);
    const element = await this.page.waitForSelector('iframe');
    this.pane = (await element.contentFrame())!;
    if (ready) this.pane = await paneOf(this.page);
  }

  /** Opens a workbook of these sheets. */
  async opens(sheets: Record<string, (Scalar | null)[][]>): Promise<void> {
    const plans = Object.entries(sheets).map(([name, rows]) => ({
      name,
      visibility: 'visible' as const,
      styles: [{}],
      widths: [],
      rows: rows.map((cells) => ({ cells: cells.map((value) => (value === null ? null : { value, style: 0 })) })),
      merges: [],
      freeze: { rows: 0, columns: 0 },
      filter: null,
      charts: [],
      print: null,
    }));
    await this.opensBytes(newWorkbook(plans), 'so-thu.xlsx');
  }

  async opensBytes(bytes: Uint8Array, name: string): Promise<void> {
    const text = Buffer.from(bytes).toString('base64');
    await this.restarts(
      `preview.open(Uint8Array.from(atob(${JSON.stringify(text)}), (letter) => letter.charCodeAt(0)), ${JSON.stringify(name)})`,
    );
  }

  /** The workbook as the page would save it, in a file. */
  async saves(path: string): Promise<void> {
    const list = await this.does((preview) => [...preview.save()]);
    writeFileSync(path, Uint8Array.from(list));
  }

  /** A button of the pane. */
  button(name: string | RegExp): Locator {
    return this.pane.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  async goesTo(tab: string): Promise<void> {
    await this.pane.getByRole('tab', { name: tab, exact: true }).click();
  }

  /** Waits until the pane says it. */
  async reads(words: string | RegExp, timeout = 30_000): Promise<void> {
    await this.pane.getByText(words).first().waitFor({ timeout });
  }

  async checks(): Promise<void> {
    await this.goesTo('Kiểm tra');
    await this.presses(/^Kiểm tra (sổ tính|lại)$/);
    await this.reads('Đã kiểm tra:');
  }

  async scores(said: string | RegExp = 'Đã chấm và ghi'): Promise<void> {
    await this.goesTo('Chấm điểm');
    await this.pane
      .getByRole('tabpanel')
      .getByRole('button', { name: /^Chấm (điểm và xếp hạng|lại)$/ })
      .click();
    await this.reads(said);
  }

  /** Waits until something holds. */
  async until(holds: () => Promise<boolean>): Promise<void> {
    const last = performance.now() + SOON.timeout;
    while (!(await holds())) {
      if (performance.now() > last) throw new Error(`never came: ${holds.toString()}`);
      await this.page.waitForTimeout(30);
    }
  }

  /** Goes through the findings to one that has a repair. */
  async findsRepairable(): Promise<void> {
    const repair = this.button('Sửa …');
    for (let tries = 0; tries < 60 && (await repair.count()) === 0; tries += 1) {
      const open = (): Promise<string | null> =>
        this.pane.locator('button[aria-current="true"]').textContent({ timeout: SOON.timeout });
      const before = tries === 0 ? '' : await open();
      await this.pane.locator('body').press('Alt+ArrowDown');
      await this.until(async () => (await open()) !== before);
    }
  }

  /** A sheet of the workbook, by its tab. */
  async turnsTo(sheet: string): Promise<void> {
    const tab = this.page.getByRole('tab', { name: sheet, exact: true });
    // The add-in goes back to where it began once it has written or failed: the sheet is turned to when it stays in sight.
    let kept = 0;
    await this.until(async () => {
      const isThere = (await tab.getAttribute('aria-selected')) === 'true';
      if (!isThere) await tab.click();
      kept = isThere ? kept + 1 : 0;
      return kept >= 8;
    });
  }

  cell(address: string): Locator {
    return this.page.locator(`[data-cell="${address}"]`);
  }

  /** Goes to a cell by its address, wherever it is. */
  async selects(address: string): Promise<void> {
    const box = this.page.getByRole('textbox', { name: 'Ô đang chọn' });
    await box.fill(address);
    await box.press('Enter');
    await this.until(async () => (await this.selected()).endsWith(`!${address}`));
    await this.cell(address).click();
  }

  /** Types into a cell and leaves it with Enter. */
  async types(address: string, text: string): Promise<void> {
    await this.selects(address);
    // A pane that has just answered may still be taking the keyboard: it has to stay with this very cell of this sheet.
    const sheet = (await this.selected()).slice(0, -address.length);
    let kept = 0;
    await this.until(async () => {
      const own = await this.page.evaluate(
        (at) => document.activeElement?.closest('[data-cell]')?.getAttribute('data-cell') === at,
        address,
      );
      if (!own) await this.cell(address).click();
      kept = own ? kept + 1 : 0;
      return kept >= 3;
    });
    const now = await this.selected();
    if (now !== sheet + address) throw new Error(`typing into ${sheet}${address}, but ${now} came into view`);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** "Sheet!A1" of the active cell as the grid shows it. */
  async selected(): Promise<string> {
    const sheet = await this.page.getByRole('tab', { selected: true }).textContent();
    return `${sheet}!${await this.page.locator('.cell.active').getAttribute('data-cell')}`;
  }

  /** Values of a sheet by address, as the workbook holds them. */
  async values(sheet: string): Promise<Record<string, Scalar>> {
    return this.does((preview, name) => {
      const found: Record<string, Scalar> = {};
      for (const [row, column, cell] of preview.book.find(name)!.cells())
        if (cell.value !== null && cell.value !== '') found[`${row},${column}`] = cell.value;
      return found;
    }, sheet);
  }

  /** Names of the sheets; hidden ones in brackets. */
  sheets(): Promise<string[]> {
    return this.does((preview) =>
      preview.book.sheets.map(({ name, visibility }) => (visibility === 'Visible' ? name : `(${name})`)),
    );
  }
}
