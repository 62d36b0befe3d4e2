/** The menu. In AuthMode.NONE nothing but menus may be touched, so opening does nothing else, whatever the mode is. */
import type { MessageId } from '#core/messages/ids';
import { checkedWords, scoredWords } from './words.ts';
import { findingsPlan } from '#core/commands/plan';
import type { Language, Message } from '#core/messages/message';
import { lossWords } from '#panel/mark-words.ts';
import { languageOf } from './calls.ts';
import { translate } from './errors.ts';
import { locked, runWorkbook } from './work.ts';
import { writePlan } from './write.ts';
import { say } from './say.ts';

const TITLE = 'addon.menu-title';

const word = (id: MessageId, language: Language, args: Message['args'] = {}): string => say({ id, args }, language);

/** Adds the menu. The person's language is out of reach here, so it is Vietnamese. */
export function addMenu(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem(word('addon.menu-check', 'vi'), 'menuCheck')
    .addItem(word('addon.menu-score', 'vi'), 'menuScore')
    .addSeparator()
    .addItem(word('addon.menu-panel', 'vi'), 'menuPanel')
    .addItem(word('addon.menu-help', 'vi'), 'menuHelp')
    .addToUi();
}

/** Says a result in a dialog; only after the lock is gone, since a dialog holds the script. */
function tell(title: string, words: readonly string[]): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, words.join('\n\n'), ui.ButtonSet.OK);
}

/** What a command leaves to be said, null where nothing is. */
type Said = { title: MessageId; words: Message[] } | null;

/** Asks before anything is written; only after the lock is gone. @returns whether it is to be written. */
function agrees(loss: Message['args'], language: Language): boolean {
  const part = (name: string): string => String(loss[name] ?? '');
  const words = lossWords({ cells: part('cells'), comments: part('comments'), filters: part('filters') });
  const text = [...words.map((one) => say(one, language)), word('addon.loss-ask', language)].join('\n\n');
  const ui = SpreadsheetApp.getUi();
  return ui.alert(word('pane.confirm-title', language), text, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

/** A command of the menu: asks for permissions that are missing, runs, says how it went; never a raw exception. */
function command(work: (language: Language, accept: string) => Said): void {
  // Ends the run and shows Google's consent screen where a permission is missing.
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
  let language: Language = 'vi';
  let said: Said = null;
  for (let accept: string | null = ''; accept !== null;) {
    try {
      language = languageOf();
      said = work(language, accept);
      accept = null;
    } catch (error) {
      const { code, args } = translate(error);
      said = code === 'loss' ? null : { title: 'addon.failed-title', words: [{ id: `addon.${code}`, args }] };
      accept = code === 'loss' && agrees(args, language) ? String(args['key']) : null;
    }
  }
  if (said === null) return;
  tell(
    word(said.title, language),
    said.words.map((message) => say(message, language)),
  );
}

/** Kiểm tra sổ chỉ số: writes the sheet Kiểm tra alone. */
export function check(): void {
  command((language, accept) =>
    locked((book, guard) => {
      const choice = { language, period: null, set: null };
      const { ran, read } = runWorkbook(book, choice, guard, 'whole');
      const { written, warnings } = writePlan(book, findingsPlan(ran), read, guard, accept);
      return { title: TITLE, words: [...checkedWords(ran.report(language).summary, written), ...warnings] };
    }),
  );
}

/** Chấm điểm và xếp hạng. */
export function score(): void {
  command((language, accept) =>
    locked((book, guard) => {
      const { ran, read } = runWorkbook(book, { language, period: null, set: null }, guard, 'whole');
      const { written, warnings } = writePlan(book, ran.outcome.plan, read, guard, accept);
      return { title: TITLE, words: [...scoredWords(ran.report(language).summary, written), ...warnings] };
    }),
  );
}

/** Opens the sidebar. */
export function panel(): void {
  command((language) => {
    const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(word(TITLE, language));
    SpreadsheetApp.getUi().showSidebar(page);
    return null;
  });
}

/** Shows the help. */
export function help(): void {
  command(() => ({ title: 'addon.help-title', words: [{ id: 'addon.help', args: {} }] }));
}
