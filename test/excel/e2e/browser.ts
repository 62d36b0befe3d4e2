/** Real Chromium with the page and the shipped pane in it. No server: every address is answered from the build and from node_modules. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core';
import { answerAt, libraryFile, LIBRARY } from '#local/page/answers';
import { buildPreview, type Built } from '#local/page/build';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ORIGIN = 'https://localhost:3000';

/** Arguments of our own: the package's defaults switch off what a person's browser has. */
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--force-color-profile=srgb'];

export interface StartedBrowser {
  browser: Browser;
  built: Built;
  close(): Promise<void>;
}

/** Starts the Chromium of the package, unpacked into a folder of its own. */
export async function startBrowser(built?: Built): Promise<StartedBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'nghin-diem-chromium-'));
  // Its missing libraries are unpacked only where it believes itself there.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: bundled } = await import('@sparticuz/chromium');
    const executablePath = await bundled.executablePath();
    const browser = await chromium.launch({ executablePath, args: ARGUMENTS, headless: true });
    const close = async (): Promise<void> => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    };
    return { browser, built: built ?? (await buildPreview(ROOT)), close };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** A page with the workbook, and what it tried to reach beyond this machine. */
export interface OpenedPage {
  page: Page;
  context: BrowserContext;
  /** Addresses that nothing answered. */
  outside: string[];
  /** What the browser complained of. */
  complaints: string[];
}

/** Opens the page on the department sample and waits for the pane. */
export async function openPage(
  { browser, built }: StartedBrowser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN', ...options });
  const outside: string[] = [];
  const complaints: string[] = [];
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    const answer = url.startsWith(LIBRARY)
      ? libraryFile(url.slice(LIBRARY.length).replace(/[?#].*/, ''))
      : url.startsWith(`${ORIGIN}/`)
        ? answerAt(url.slice(ORIGIN.length), built, ROOT)
        : null;
    if (answer === null) {
      outside.push(url);
      await route.fulfill({ status: 404, body: '' });
    } else await route.fulfill({ contentType: answer.type, body: answer.body });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${ORIGIN}/`);
  await paneOf(page);
  return { page, context, outside, complaints };
}

/** @returns the pane's frame once its tabs are there. */
export async function paneOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('the pane has no frame');
  await frame.waitForSelector('[role="tablist"]');
  return frame;
}
