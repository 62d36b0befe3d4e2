/** The second part of `npm run bench`: how soon the shipped pane can be used in headless Chromium, and what the usual case takes in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, startBrowser } from '../e2e/browser.ts';
import { Person } from '../e2e/person.ts';
import { tasksWhile, type Task } from '../e2e/tasks.ts';
import { heard, listen, roundTrip, splitOf, stopwatch, type Split } from './clock.ts';

const TURNS = 7;
/** Turns of the usual case, each in a pane that was just opened. */
const RUNS = 5;
/** A person notices longer tasks. */
const LONG = 50;

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

const line = (name: string, ms: number, said = ''): void =>
  console.log(`  ${name.padEnd(52)}${ms.toFixed(0).padStart(6)} ms  ${said}`);

/** The same with the most that it is to be. */
const aimed = (name: string, ms: number, most: number): void =>
  line(name, ms, `(aim: at most ${most.toLocaleString('en')}: ${ms <= most ? 'met' : 'MISSED'})`);

async function starts(person: Person): Promise<Start[]> {
  const list: Start[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await person.restarts();
    await person.pane.waitForFunction(() => 'usable' in window);
    list.push(
      await person.pane.evaluate(() => {
        const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return { load: navigation!.loadEventEnd, usable: (window as unknown as { usable: number }).usable };
      }),
    );
  }
  return list;
}

/** Checks and scores. @returns what that took, from each press until its result is drawn. */
async function usual(person: Person): Promise<Split> {
  const job = async (tab: string, button: RegExp, words: string): Promise<[number, number]> => {
    await person.goesTo(tab);
    const done = person.pane.evaluate(stopwatch, words);
    await person.pane.getByRole('tabpanel').getByRole('button', { name: button }).click();
    return done;
  };
  const check = await job('Kiểm tra', /^Kiểm tra sổ tính$/, 'Đã kiểm tra:');
  const score = await job('Chấm điểm', /^Chấm (điểm và xếp hạng|lại)$/, 'Đã chấm và ghi');
  return splitOf(check, score, await person.page.evaluate(heard), await person.pane.evaluate(heard));
}

/** Prints the figures. */
export async function main(): Promise<void> {
  const browser = await startBrowser();
  try {
    const person = await Person.sitsDown(browser);
    await person.opened.context.addInitScript(note);
    await person.opened.context.addInitScript(listen);
    await person.page.evaluate(listen);
    const opened = await starts(person);
    console.log(`\nPane in headless Chromium, middle of ${TURNS} starts`);
    line('from the beginning to its load event', middle(opened.map(({ load }) => load)));
    const waited = opened.map(({ load, usable }) => Math.max(0, usable - load));
    aimed('from its load event until it can be used', middle(waited), 500);
    line('from the beginning until it can be used', middle(opened.map(({ usable }) => usable)));

    const bytes = readFileSync(join(ROOT, 'samples', 'cap-xa-95x62.xlsx'));
    const splits: Split[] = [];
    const opens = (): Promise<void> => person.opensBytes(bytes, 'cap-xa.xlsx');
    for (let run = 0; run < RUNS; run += 1) {
      await opens();
      splits.push(await usual(person));
    }
    const json = await person.does(roundTrip);
    const of = (part: keyof Split): number => middle(splits.map((one) => one[part]));
    console.log(`\n95 × 62, check and score in a pane just opened, middle of ${RUNS}`);
    aimed('together, from press to picture, host included', of('all'), 1000);
    line('  the best of them', Math.min(...splits.map(({ all }) => all)));
    line('  check', of('check'));
    line('  score', of('score'));
    line('in the host, which stands in for Excel', of('host'));
    line('in the core, in its worker', of('core'));
    line('in the pane: library, conversion, what is sent', of('pane'));
    line('in showing the results', of('show'));
    line('JSON round trip of the same cells on the same page', json, `(together: ${(of('all') / json).toFixed(1)} ×)`);

    await opens();
    const tasks = await tasksWhile(browser.browser, person.page, 1, async () => void (await usual(person)));
    const times = (...whose: Task['whose'][]): number[] =>
      tasks.filter((task) => whose.includes(task.whose)).map(({ ms }) => ms);
    const sum = (list: number[]): number => list.reduce((total, ms) => total + ms, 0);
    console.log('The same in processor time, whatever else the machine does, tasks from 1 ms on');
    line('thread of page and pane, which they share here', sum(times('pane', 'page')));
    line("the worker's", sum(times('core')));
    aimed('longest task of the pane, by whose script it ran', Math.max(0, ...times('pane')), LONG);
    line('longest of the host and the grid around it', Math.max(0, ...times('page')));
    console.log(`  tasks of the pane over ${LONG} ms: ${times('pane').filter((ms) => ms > LONG).length} (aim: none)`);
  } finally {
    await browser.close();
  }
}
