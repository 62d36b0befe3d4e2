/** What Google calls by name: each export becomes a top-level function of Code.js. Nothing here runs while the script loads. */
import { answer } from './calls.ts';
import { addMenu, check, help, panel, score } from './menu.ts';

type Answer = object;

/** Adds the menu when the add-on is installed. */
export function onInstall(): void {
  addMenu();
}

/** Adds the menu when a spreadsheet is opened; in AuthMode.NONE too. */
export function onOpen(): void {
  addMenu();
}

/** Menu: Kiểm tra sổ chỉ số. */
export function menuCheck(): void {
  check();
}

/** Menu: Chấm điểm và xếp hạng. */
export function menuScore(): void {
  score();
}

/** Menu: Mở bảng điều khiển. */
export function menuPanel(): void {
  panel();
}

/** Menu: Trợ giúp. */
export function menuHelp(): void {
  help();
}

/** Sidebar: version, language, built-in index sets; the first call. */
export function getFacts(input: unknown): Answer {
  return answer('getFacts', input);
}

/** Sidebar: keeps the person's language. */
export function setLanguage(input: unknown): Answer {
  return answer('setLanguage', input);
}

/** Sidebar: reads, scores and checks; writes nothing. */
export function runCheck(input: unknown): Answer {
  return answer('runCheck', input);
}

/** Sidebar: scores and writes our sheets. */
export function runScore(input: unknown): Answer {
  return answer('runScore', input);
}

/** Sidebar: what the desk answers about a run. */
export function ask(input: unknown): Answer {
  return answer('ask', input);
}

/** Sidebar: writes a previewed repair, or takes one back. */
export function applyEdits(input: unknown): Answer {
  return answer('applyEdits', input);
}

/** Sidebar: writes what the desk answers about a run: a waiver, a setting. */
export function write(input: unknown): Answer {
  return answer('write', input);
}

/** Sidebar: adds sheets of a small sample. */
export function insertSample(input: unknown): Answer {
  return answer('insertSample', input);
}

/** Sidebar: selects a cell. */
export function revealCell(input: unknown): Answer {
  return answer('revealCell', input);
}

/** Sidebar: mark of the user's sheets as they are now. */
export function getFingerprint(input: unknown): Answer {
  return answer('getFingerprint', input);
}
