/** The menu. In AuthMode.NONE nothing but menus may be touched, so opening does nothing else, whatever the mode is. */
import { checkedWords, scoredWords } from './words.ts';
import { say, type Language, type Message } from '#core/messages/index';
import { languageOf } from './calls.ts';
import { translate } from './errors.ts';
import { locked, runWorkbook } from './work.ts';
import { writePlan } from './write.ts';

const TITLE = 'addon.menu-title';

const word = (id: string, language: Language, args: Message['args'] = {}): string => say({ id, args }, language);

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

/** A command of the menu: asks for permissions that are missing, runs, says how it went; never a raw exception. */
function command(work: (language: Language) => Message[]): void {
  // Ends the run and shows Google's consent screen where a permission is missing.
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
  let language: Language = 'vi';
  let title = TITLE;
  let words: Message[];
  try {
    language = languageOf();
    words = work(language);
  } catch (error) {
    const { code, args } = translate(error);
    title = 'addon.failed-title';
    words = [{ id: `addon.${code}`, args }];
  }
  tell(
    word(title, language),
    words.map((message) => say(message, language)),
  );
}

/** Kiểm tra sổ chỉ số: writes the sheet Kiểm tra alone. */
export function check(): void {
  command((language) =>
    locked((book, guard) => {
      const choice = { language, period: null, set: null };
      const { outcome, fingerprint } = runWorkbook(book, choice, guard, 'findings');
      const { written, warnings } = writePlan(book, outcome.plan, fingerprint, guard);
      return [...checkedWords(outcome, written), ...warnings];
    }),
  );
}

/** Chấm điểm và xếp hạng. */
export function score(): void {
  command((language) =>
    locked((book, guard) => {
      const { outcome, fingerprint } = runWorkbook(book, { language, period: null, set: null }, guard);
      const { written, warnings } = writePlan(book, outcome.plan, fingerprint, guard);
      return [...scoredWords(outcome, written), ...warnings];
    }),
  );
}

/** Opens the sidebar. */
export function panel(): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(word(TITLE, 'vi'));
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Shows the help. */
export function help(): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
  const language = languageOf();
  tell(word('addon.help-title', language), [word('addon.help', language)]);
}
