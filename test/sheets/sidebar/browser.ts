/** The built sidebar in real Chromium: in a frame of another origin, with Google's sandbox and a policy without eval, as wide as Google makes it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { expect } from 'vitest';
import { sidebarHtml } from '#local/build/sidebar';
import { served } from '#local/sidebar-host/script-run';
import type { Verb } from '../../../sheets-addon/protocol.ts';
import { launchChromium, ROOT } from '../../excel/e2e/browser.ts';

const SHEET = 'https://docs.google.test/spreadsheets/d/so-thu/edit';
const SANDBOXED = 'https://n-so-thu-script.googleusercontent.test/userCodeAppPanel';

const VERBS: Verb[] = [
  'getFacts',
  'setLanguage',
  'runCheck',
  'runScore',
  'ask',
  'applyEdits',
  'write',
  'insertSample',
  'revealCell',
  'getFingerprint',
];

/** What stands behind google.script.run; rejects where Google would report an error. */
export interface Answers {
  answer(name: string, input: unknown): Promise<unknown>;
}

export interface Started {
  browser: Browser;
  html: string;
  around: string;
}

export async function startSidebar(): Promise<Started> {
  const bundle = await rolldown({ input: `${ROOT}local/sidebar-host/attach.ts` });
  const { output } = await bundle.generate({ format: 'iife', name: 'around' });
  await bundle.close();
  return { browser: await launchChromium(), html: (await sidebarHtml(ROOT)).text, around: output[0].code };
}

interface OpenOptions {
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active';
  reducedMotion?: 'reduce';
  height?: number;
  scale?: number;
  /** Google is slower than this machine. */
  delay?: number;
}

/** What a call came to: 'before' fails without reaching the server, 'after' once it was done, null is Google's answer to what it can't carry. */
export type Fault = { name: string; how: 'before' | 'after' | 'null' | { envelope: unknown }; message?: string };

export class Person {
  readonly page: Page;
  readonly frame: Frame;
  readonly context: BrowserContext;
  /** Calls in order. */
  readonly calls: string[];
  readonly faults: Fault[];
  readonly complaints: string[];
  readonly pace: { delay: number; most: number; gate: Promise<void> | null };

  private constructor(own: Pick<Person, 'page' | 'frame' | 'context' | 'calls' | 'faults' | 'complaints' | 'pace'>) {
    this.page = own.page;
    this.frame = own.frame;
    this.context = own.context;
    this.calls = own.calls;
    this.faults = own.faults;
    this.complaints = own.complaints;
    this.pace = own.pace;
  }

  static async opens(
    started: Started,
    server: Answers,
    options: OpenOptions = {},
    faults: Fault[] = [],
  ): Promise<Person> {
    const { height = 720, scale = 1, delay = 0, ...looks } = options;
    const context = await started.browser.newContext({
      viewport: { width: 300, height },
      deviceScaleFactor: scale,
      locale: 'vi-VN',
      ...looks,
    });
    const complaints: string[] = [];
    await context.route('**/*', async (route) => {
      const url = route.request().url();
      if (url === SHEET)
        await route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><title>Sổ thử</title><body style="margin:0"><div id="place" style="height:${height}px"></div><script>${started.around}</script>`,
        });
      else if (url === SANDBOXED)
        await route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: served(started.html, VERBS),
        });
      else {
        complaints.push(`asked for ${url}`);
        await route.abort();
      }
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    const calls: string[] = [];
    const pace: Person['pace'] = { delay, most: 0, gate: null };
    let running = 0;
    await page.exposeBinding('toServer', async (_, name: string, input: unknown) => {
      calls.push(name);
      running += 1;
      pace.most = Math.max(pace.most, running);
      try {
        if (pace.gate !== null) await pace.gate;
        if (pace.delay > 0) await new Promise((resolve) => setTimeout(resolve, pace.delay));
        const fault = faults[0]?.name === name ? faults.shift()! : null;
        if (fault?.how === 'before') throw new Error(fault.message ?? 'Service error: Spreadsheets');
        if (typeof fault?.how === 'object') return fault.how.envelope;
        const answer = await server.answer(name, input);
        if (fault?.how === 'after') throw new Error(fault.message ?? 'Service error: Spreadsheets');
        return fault?.how === 'null' ? null : answer;
      } finally {
        running -= 1;
      }
    });
    await page.goto(SHEET);
    await page.evaluate(
      `around.attachSidebar(document.querySelector('#place'), '${SANDBOXED}', 'Nghìn Điểm', (name, args) => toServer(name, args[0]))`,
    );
    const frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
    const person = new Person({ page, frame, context, calls, faults, complaints, pace });
    await frame.locator('[role=tab], [role=alert], [role=status]').first().waitFor();
    return person;
  }

  /** Google does not answer. @returns how it answers again. */
  holds(): () => void {
    let release = (): void => undefined;
    this.pace.gate = new Promise((resolve) => (release = resolve));
    return () => {
      this.pace.gate = null;
      release();
    };
  }

  async leaves(): Promise<void> {
    await this.context.close();
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  async goesTo(part: string): Promise<void> {
    await this.frame.getByRole('tab', { name: part, exact: true }).click();
  }

  /** Waits until the sidebar says it. */
  async reads(words: string | RegExp): Promise<void> {
    await this.frame.getByText(words).filter({ visible: true }).first().waitFor({ timeout: 15_000 });
  }

  async checks(): Promise<void> {
    await this.presses('Kiểm tra sổ tính');
    await this.reads('Đã kiểm tra:');
    await this.frame.locator('.item, p:has-text("Không có vấn đề")').first().waitFor();
  }

  /** Searches the list that is open, and waits for what is found. */
  async searches(text: string): Promise<void> {
    const field = this.frame.getByRole('searchbox');
    await field.fill(text);
    await field.press('Enter');
    await this.frame.locator('.list[aria-busy=false]').waitFor();
  }

  /** What screen readers find wrong. */
  async axe(): Promise<void> {
    // axe itself is brought in by the driver, past the page's policy.
    const { violations } = await new AxeBuilder({ page: this.page as never }).include('iframe').analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
    );
    expect(found).toEqual([]);
  }
}
