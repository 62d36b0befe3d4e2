/** Does the stand-in notice? Code.js is broken on purpose in ways that would hurt on the real service; each must show. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkCode } from '#local/build/sheets';
import { bookOf, openSheets, SCOPES, type Outcome, type SheetsHost } from '#local/sheets-host/host';
import { toA1 } from '#core/workbook/address';
import { workbook } from '#test/workbooks/base';
import { readEnvelope } from '../../sheets-addon/answers.ts';
import { CHOICE, code, face, sheetOf } from './support.ts';

const OURS = ['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra'];

/** A workbook with a risky text, a text that looks like a number, a missing value, hard codes. */
const picture = workbook({ data: { C6: '=1+1', C7: '1.10.2', C10: null, C11: '24/11' }, units: { B2: 'Sở Y tế' } });

let clean: string;
let shared: { totals: number[]; faces: unknown[]; longer: unknown[] };

const score = (host: SheetsHost, more: Parameters<SheetsHost['call']>[2] = {}): Outcome =>
  host.call('runScore', { choice: CHOICE }, more);

/** Addresses of the cells that say something. */
const filledOn = (host: SheetsHost, name: string): string =>
  sheetOf(host, name)
    .rows.flatMap(({ index, cells }) =>
      cells.flatMap((one, column) => (one === null || one.cell === null ? [] : [toA1(index, column)])),
    )
    .join(' ');

/** Cells where texts lie when results are put together: they look as they did, and say nothing. */
function textsOnBoard(host: SheetsHost): string[] {
  return sheetOf(host, '_nghin_diem').rows.flatMap(({ index, cells }) =>
    cells.flatMap((one, column) => (column > 4 && one?.format === '@' ? [toA1(index, column)] : [])),
  );
}

/** What a person would see go wrong; '' where nothing does. */
async function symptom(source: string): Promise<string> {
  try {
    checkCode(source);
  } catch (error) {
    return `upload: ${(error as Error).message}`;
  }
  let host: SheetsHost;
  try {
    host = await openSheets(source, bookOf(picture));
  } catch (error) {
    return `load: ${(error as Error).message}`;
  }
  const menu = host.call('onOpen', {}, { authMode: 'NONE', granted: [] });
  if (menu.thrown !== null || menu.menus[0]?.length !== 5) return `menu: ${menu.thrown}`;
  const totals: number[] = [];
  for (let round = 0; round < 2; round += 1) {
    const run = score(host);
    if (run.thrown !== null) return `exception: ${run.thrown}`;
    const answer = readEnvelope('runScore', run.result);
    if (answer === null) return 'null instead of an answer';
    if (!answer.ok) return `${answer.code} ${JSON.stringify(answer.args)}`;
    if (answer.value.warnings.length > 0) return `warning: ${answer.value.warnings[0]!.id}`;
    if (run.lockHeld) return 'the lock is kept';
    totals.push(run.total);
  }
  const state = host.book();
  if (state.active !== 'Bộ chỉ số') return `the person is on ${state.active}`;
  const left = state.sheets.filter(({ name }) => name.includes('~nđ'));
  if (left.length > 0) return 'work sheets are left';
  if (sheetOf(host, 'Xếp hạng').charts?.length !== 1) return `charts: ${sheetOf(host, 'Xếp hạng').charts?.length}`;
  const formula = state.sheets
    .filter(({ name }) => OURS.includes(name))
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .find((cell) => cell?.formula !== undefined);
  if (formula?.formula !== undefined) return `a formula: ${formula.formula}`;
  const faces = OURS.map((name) => face(sheetOf(host, name)));
  if (shared !== undefined) {
    if (JSON.stringify(faces) !== JSON.stringify(shared.faces)) return 'other cells, formats or merges';
  }
  if (/[^A-E]\d/.test(filledOn(host, '_nghin_diem'))) return `contents are left: ${filledOn(host, '_nghin_diem')}`;
  // Somebody changes the formats where results are put together.
  for (const cell of textsOnBoard(host)) host.type('_nghin_diem', cell, { cell: null, format: '0.0' });
  score(host);
  if (JSON.stringify(OURS.map((name) => face(sheetOf(host, name)))) !== JSON.stringify(faces))
    return 'a format that somebody changed makes a wrong sheet';
  // One finding more, and gone again.
  const figure = sheetOf(host, 'Số liệu').rows.find(({ index }) => index === 4)!.cells[2]!;
  host.type('Số liệu', 'C5', { cell: 'bốn' });
  score(host);
  const longer = OURS.map((name) => face(sheetOf(host, name)));
  if (shared === undefined) shared = { totals, faces, longer };
  if (JSON.stringify(longer) !== JSON.stringify(shared.longer)) return 'other cells on a longer list';
  host.type('Số liệu', 'C5', figure);
  score(host);
  if (JSON.stringify(OURS.map((name) => face(sheetOf(host, name)))) !== JSON.stringify(faces))
    return 'the list stays longer than it is';
  host.change('Xếp hạng', { filter: { area: { top: 5, left: 0, bottom: 8, right: 3 }, criteria: [] } });
  if ((score(host).result as { code?: string }).code !== 'loss') return 'a filter goes without a word';
  host.change('Xếp hạng', { filter: null });
  // A figure changed; the decisive copy fails for good: the old ranking must be whole.
  host.type('Số liệu', 'C5', { cell: 1 });
  const broken = score(host, { faults: [{ method: 'Range.copyTo', when: 'before', times: 99 }] });
  if ((broken.result as { ok?: boolean } | null)?.ok !== false) return 'a failed copy is called a success';
  if (JSON.stringify(OURS.map((name) => face(sheetOf(host, name)))) !== JSON.stringify(faces))
    return 'the old ranking is not whole after a failure';
  const at = host.call('runCheck', { choice: CHOICE }).total + 3;
  const meanwhile = [{ at, sheet: 'Số liệu', row: 4, column: 2, value: 33 }];
  if ((score(host, { meanwhile }).result as { code?: string }).code !== 'changed')
    return 'an edit meanwhile is overwritten';
  const busy = score(host, { lockBusy: true });
  if ((busy.result as { code?: string }).code !== 'busy') return 'a lock that is held is passed over';
  const slow = score(host, { latency: 8_000 });
  if (slow.elapsed > 360_000) return 'Google ended the run';
  const denied = host.call('menuScore', {}, { granted: [SCOPES[0]!] });
  if (!denied.consent) return 'a missing permission is not asked for';
  // Another language is another chart.
  host.call('runScore', { choice: { ...CHOICE, language: 'en' } });
  if (sheetOf(host, 'Xếp hạng').charts?.length !== 1) return `charts: ${sheetOf(host, 'Xếp hạng').charts?.length}`;
  const dialog = host.call('menuScore');
  if (dialog.thrown !== null || dialog.dialogs.length !== 1) return `dialog: ${dialog.thrown}`;
  return totals.some((total, round) => total > shared.totals[round]!) ? `service calls: ${totals.join(', ')}` : '';
}

/** Replaces exactly one place of the bundle. */
function mutant(from: string | RegExp, to: string): string {
  const found = clean.split(from).length - 1;
  if (typeof from === 'string' && found !== 1) throw new Error(`${found} places for: ${from}`);
  const changed = clean.replace(from, to);
  if (changed === clean) throw new Error(`nothing to change: ${String(from)}`);
  return changed;
}

beforeAll(async () => {
  clean = await code();
  expect(await symptom(clean)).toBe('');
}, 60_000);

describe('a mutant of Code.js is noticed', () => {
  const MUTANTS: [string, string | RegExp, string, RegExp][] = [
    [
      'a class field that the upload refuses',
      'var nghinDiem = ',
      'class A { static x = 1; }\nvar nghinDiem = ',
      /^upload/,
    ],
    [
      'a service call while loading',
      /(var nghinDiem = \(function\(exports\) \{)/,
      '$1 SpreadsheetApp.getActive();',
      /^load/,
    ],
    ['a builtin that is too new', /(function answer\(verb, input\) \{)/, '$1 [1].at(-1);', /exception|null/],
    [
      'a Date in a result',
      /return JSON\.parse\(JSON\.stringify\(\{\s*ok: true,\s*value\s*\}\)\)/,
      'return ({ ok: true, value, when: new Date() })',
      /null/,
    ],
    [
      'the text format forgotten',
      /rangeOf\$?\d*\(sheet, whole\)\.setNumberFormats\(block\(plan, whole, \(cell\) => formatAt\(cell\) \|\| "general"\)\);/,
      '',
      /other cells|formula/,
    ],
    ['values before their formats', /writeFormats\(sheet, plan\);/, '', /other cells|formula/],
    [
      'texts with "=" written as values',
      /return \/\^\[=\+'\]\/\.test\(text\);/,
      'return false;',
      /formula|other cells/,
    ],
    ['the lock kept', /lock\.releaseLock\(\)/, 'lock.hasLock()', /lock/],
    [
      'a dialog while the lock is held',
      /function leave\(lock, isDone\) \{/,
      'function leave(lock, isDone) { SpreadsheetApp.getUi().alert("x");',
      /exception|dialog|fault/,
    ],
    [
      'the lock not looked at',
      /lock\.tryLock\(LOCK_MILLISECONDS\)/,
      '(lock.tryLock(LOCK_MILLISECONDS), true)',
      /passed over/,
    ],
    ['charts that pile up', /if \(isOurs\(chart\)\) sheet\.removeChart\(chart\);/, ';', /charts/],
    ['a chart without a position', /\.setPosition\([^)]*\)/, '', /warn-chart/],
    [
      'a copy of another size',
      'placeOn(board, plan).copyTo(rangeOf(sheet, area), ',
      'placeOn(board, plan).copyTo(rangeOf(sheet, { ...area, right: area.right + 1 }), ',
      /warn-kept/,
    ],
    ['merges not broken apart', 'rangeOf(sheet, reachOf(job)).breakApart();', ';', /service/],
    [
      'the old sheet cleared before the copy',
      'rangeOf(sheet, reachOf(job)).breakApart();',
      'rangeOf(sheet, reachOf(job)).breakApart().clearContent();',
      /not whole/,
    ],
    [
      'what the old table had beyond the new one stays',
      /if \(left\.length > 0\) sheet\.getRangeList/,
      'if (false) sheet.getRangeList',
      /longer/,
    ],
    ['a person’s cells covered without a word', /if \(loss !== null && /, 'if (false && ', /without a word/],
    ['what was put together left where it was', 'if (board !== null) emptyBoard(board);', '', /left/],
    [
      'a new sheet without its name',
      'if (found === null) nameSheet(book, sheet, plan.name);',
      ';',
      /no sheet|work sheets are left/,
    ],
    [
      'a hidden place that is not looked at',
      'if (holdsValues(sheet, plan, LEFT)) return false;',
      'return false;',
      /wrong sheet/,
    ],
    [
      'looks taken for known',
      /\.board\) === board\.mark && within\.length === 0\) \{\s*writeOn\(board, filling\);\s*if \(holdsValues\(sheet, plan, LEFT\)\) return false;/,
      '.board) !== "" && known !== null) { writeOn(board, filling); return false;',
      /wrong sheet|other cells/,
    ],
    ['looks never taken for known', '.board) === board.mark && within', '.board) === "" && within', /service calls/],
    ['a frame never taken for known', '[part]) === mark', '[part]) === ""', /service calls/],
    ['the person left elsewhere', /book\.setActiveSheet\(seen, true\);/g, '', /the person/],
    [
      'the second look at the workbook left out',
      /if \(!isUnchanged\(book, read, guard\)\) throw/,
      'if (false) throw',
      /meanwhile/,
    ],
    ['the time not watched', /if \(!allows\(stage\)\) throw/, 'if (false) throw', /Google ended/],
    [
      'a call for every row',
      /(rangeOf\(sheet, area\)\.setValues\(values\);)/,
      '$1 values.forEach((_, row) => sheet.getRange(row + 1, 1).getA1Notation());',
      /service calls/,
    ],
    ['a call that does not exist', /\.setHiddenDimensionStrategy\(/, '.setHiddenDimension(', /warn-chart|fault/],
    [
      'an argument of the wrong type',
      /sheet\.setFrozenRows\(rows\);/,
      'sheet.setFrozenRows(String(rows));',
      /warn-freeze/,
    ],
    [
      'permissions not asked for',
      /ScriptApp\.requireAllScopes\(ScriptApp\.AuthMode\.FULL\);\s*let language/,
      'let language',
      /permission|exception/,
    ],
    ['a menu that looks at the workbook', /(function addMenu\(\) \{)/, '$1 SpreadsheetApp.getActive();', /^menu/],
  ];

  it.each(MUTANTS)('%s', async (_, from, to, seen) => {
    const found = await symptom(mutant(from, to));
    expect(found).toMatch(seen);
  });
});
