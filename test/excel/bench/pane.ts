/** The second part of `npm run bench`: how soon the shipped pane can be used in headless Chromium, and its longest tasks on the usual case. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, startBrowser } from '../e2e/browser.ts';
import { Person } from '../e2e/person.ts';
import { tasksWhile } from '../e2e/tasks.ts';

const TURNS = 7;

interface Start {
  /** Milliseconds from the beginning of the navigation. */
  load: number;
  usable: number;
}

/** In each frame, before its scripts: notes when the pane's tabs are there. */
function note(): void {
  const look = (): void => {
    if (document.querySelector('[role="tab"]') === null) return;
    watching.disconnect();
    // A turn later the page has drawn and hears the person.
    setTimeout(() => Object.assign(window, { usable: performance.now() }), 0);
  };
  const watching = new MutationObserver(look);
  watching.observe(document, { childList: true, subtree: true });
}

const middle = (list: number[]): number => list.sort((x, y) => x - y)[Math.floor(list.length / 2)]!;

/** Prints the figures. */
export async function main(): Promise<void> {
  const browser = await startBrowser();
  try {
    const person = await Person.sitsDown(browser);
    await person.opened.context.addInitScript(note);
    const starts: Start[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      await person.restarts();
      await person.pane.waitForFunction(() => 'usable' in window);
      starts.push(
        await person.pane.evaluate(() => {
          const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
          return { load: navigation!.loadEventEnd, usable: (window as unknown as { usable: number }).usable };
        }),
      );
    }
    const line = (name: string, ms: number, aim: string): void =>
      console.log(`  ${name.padEnd(44)}${ms.toFixed(0).padStart(6)} ms  ${aim}`);
    console.log(`\nPane in headless Chromium, middle of ${TURNS} starts`);
    line('from the beginning to its load event', middle(starts.map(({ load }) => load)), '');
    line(
      'from its load event until it can be used',
      middle(starts.map(({ load, usable }) => Math.max(0, usable - load))),
      '(aim: at most 500)',
    );
    line('from the beginning until it can be used', middle(starts.map(({ usable }) => usable)), '');
    await person.opensBytes(readFileSync(join(ROOT, 'samples', 'cap-xa-95x62.xlsx')), 'cap-xa.xlsx');
    const from = performance.now();
    const tasks = await tasksWhile(browser.browser, person.page, 20, async () => {
      await person.checks();
      await person.scores();
    });
    line('95 × 62: check and score, host included', performance.now() - from, '');
    const longest = (whose: 'pane' | 'page'): number =>
      Math.max(0, ...tasks.filter((task) => task.whose === whose).map(({ ms }) => ms));
    line('longest task of the pane, processor time', longest('pane'), '(aim: at most 100)');
    line('longest task of the host around it', longest('page'), '');
  } finally {
    await browser.close();
  }
}
