/** Real Chromium with the page and the shipped pane in it. No server: every address is answered from the build and from node_modules. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core';
import { answerAt, libraryFile, LIBRARY } from '#local/page/answers';
import { buildPreview, type Built } from '#local/page/build';
import type { SampleId } from '#local/page/samples';
import { fontEnvironment } from './fonts.ts';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ORIGIN = 'https://localhost:3000';

/** Arguments of our own: the package's defaults switch off what a person's browser has. */
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--force-color-profile=srgb'];

/** What the package sets in the environment when it is loaded. */
const CHANGED = ['AWS_EXECUTION_ENV', 'TMPDIR', 'FONTCONFIG_PATH', 'LD_LIBRARY_PATH', 'HOME'];

/** A browser that people have asks its maker for this and that; under test it asks nobody. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface StartedBrowser {
  browser: Browser;
  built: Built;
  close(): Promise<void>;
}

/** @returns the Chromium of the package, unpacked once into a folder of its own: it would take any version that lies about. */
export async function unpackBrowser(): Promise<string> {
  const about = join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(about, 'utf8')) as { version: string };
  const folder = join(ROOT, 'node_modules', '.cache', `chromium-${version}`);
  mkdirSync(folder, { recursive: true });
  // Its missing libraries are unpacked only where it believes itself there.
  // What it sets for that place would break any other browser started from here: all is put back.
  const before = CHANGED.map((name) => [name, process.env[name]] as const);
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  process.env['TMPDIR'] = folder;
  try {
    // Loaded only now, when it can see where it is to believe itself; and by `require`, which scripts started by vite still have.
    const bundled = createRequire(import.meta.url)('@sparticuz/chromium') as { executablePath(): Promise<string> };
    return await bundled.executablePath();
  } finally {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
}

/**
 * Starts the browser: the one that NGHIN_DIEM_BROWSER names, else on Linux the one of the package, elsewhere the
 * Chrome that is installed.
 */
export async function launchChromium(): Promise<Browser> {
  const named = process.env['NGHIN_DIEM_BROWSER'] ?? '';
  if (named !== '') {
    const browser = await chromium.launch({ executablePath: named, args: [...ARGUMENTS, ...QUIET], headless: true });
    console.log(`browser: ${named} ${browser.version()}`);
    return browser;
  }
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome', headless: true });
  const executablePath = await unpackBrowser();
  const folder = dirname(executablePath);
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  const env = { ...process.env, LD_LIBRARY_PATH: libraries, ...fontEnvironment(folder) };
  return chromium.launch({ executablePath, args: ARGUMENTS, headless: true, env });
}

export async function startBrowser(built?: Built): Promise<StartedBrowser> {
  const browser = await launchChromium();
  return { browser, built: built ?? (await buildPreview(ROOT)), close: () => browser.close() };
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

/** Opens the page on a sample, the clean department workbook unless another is asked for, and waits for the pane. */
export async function openPage(
  { browser, built }: StartedBrowser,
  options: Parameters<Browser['newContext']>[0] & { at?: Date; clock?: boolean; sample?: SampleId | '' } = {},
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
  if (options.at !== undefined) await context.clock.setFixedTime(options.at);
  if (options.clock === true) await context.clock.install();
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${ORIGIN}/${options.sample === '' ? '' : `?sample=${options.sample ?? 'departments'}`}`);
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
