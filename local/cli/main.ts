/** The headless command (docs/contract.md#headless-command): results on stdout, progress and errors on stderr. */
import type { MessageId } from '#core/messages/ids';
import type { Message } from '#core/messages/message';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { checkWorkbook } from '#core/commands/check';
import { scoreWorkbook } from '#core/commands/score';
import type { IndexSet } from '#core/framework/framework';
import { setFromData } from '#core/framework/schema';
import { SetError } from '#core/framework/set-data';
import { builtInSets } from '#core/framework/sets/index';
import type { Language } from '#core/messages/message';
import { nothingRanked } from '#core/score/nothing';
import { resultText } from '#core/view/result';
import { listed } from '#core/workbook/marks';
import { renamed } from '#core/workbook/own-sheets';
import type { Plan } from '#core/workbook/plan';
import { LIMITS, marksOn, readWorkbook, UnusableFile, writeWorkbook, type WorkbookFile } from '#xlsx/index';
import { languageOf, readArguments, type Arguments } from './arguments.ts';
import { isReadOnly, readRegular, Unreadable, Unwritable, writeWhole, type Target } from './files.ts';
import { sweep } from './memory.ts';
import { rankingTable, summary } from './table.ts';
import { chunked, print, visible, visibleJson } from './terminal.ts';
import { say } from './words.ts';

/** Ends the run with exit code 2 and one clear line. */
class Unusable extends Error {
  constructor(
    readonly id: MessageId,
    readonly args: Record<string, string> = {},
  ) {
    super(id);
  }
}

function version(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

/** The moment of the run as people at this machine read it: local time with its offset. */
function localTime(now: Date): string {
  const minutes = -now.getTimezoneOffset();
  const two = (value: number): string => String(value).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, 19) + offset;
}

function readBytes(path: string, limit: number): Uint8Array {
  try {
    return readRegular(path, limit);
  } catch (error) {
    const code = error instanceof Unreadable ? error.code : '';
    if (code === 'too-large') throw new UnusableFile('too-large');
    throw new Unusable(code === 'ENOENT' ? 'cli.not-found' : 'cli.not-readable', { value: path });
  }
}

/** The largest set file; the built-in ones have some 60 KB. */
const SET_LIMIT = 16 * 1024 * 1024;

/** What is wrong with a set file, in the reader's language. */
function setFault(error: unknown, language: Language): string {
  if (error instanceof SetError) return error.messages.map((message) => say(message, language)).join('; ');
  if (error instanceof SyntaxError) return say({ id: 'cli.not-json', args: {} }, language);
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message.split('\n')[0] ?? '';
}

function chooseSet(name: string | null, language: Language): IndexSet | null {
  if (name === null) return null;
  const builtIn = Object.hasOwn(builtInSets, name) ? builtInSets[name] : undefined;
  if (builtIn !== undefined) return builtIn();
  if (!existsSync(name))
    throw new Unusable('cli.set-unknown', { value: name, known: Object.keys(builtInSets).join(', ') });
  const bytes = readBytes(name, SET_LIMIT);
  try {
    return setFromData(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    throw new Unusable('cli.set-unusable', { value: name, detail: setFault(error, language) });
  }
}

/** Two paths that name one file, through links of either kind too. */
function sameFile(left: string, right: string): boolean {
  if (existsSync(left) && existsSync(right)) {
    const [one, other] = [statSync(left, { bigint: true }), statSync(right, { bigint: true })];
    if (one.isFile() && one.ino !== 0n && one.ino === other.ino && one.dev === other.dev) return true;
  }
  const real = (path: string): string =>
    existsSync(path)
      ? realpathSync(path)
      : join(
          existsSync(dirname(resolve(path))) ? realpathSync(dirname(resolve(path))) : dirname(resolve(path)),
          basename(path),
        );
  return real(left) === real(right);
}

/** What a person has set on our sheets: protection is never lifted, a filter does not outlive the rows it hid. */
function sayState(file: WorkbookFile, plan: Plan, progress: Progress): void {
  const ours = new Set(plan.sheets.map((sheet) => sheet.name));
  const written = file.sheets.filter((sheet) => ours.has(sheet.name));
  const names = (list: typeof written): string => list.map((sheet) => sheet.name).join(', ');
  const locked = written.filter((sheet) => sheet.locked);
  const filtered = written.filter((sheet) => sheet.filtered);
  const added = plan.sheets.filter(({ name }) => written.every((sheet) => sheet.name !== name));
  for (const args of renamed(added)) progress('cli.other-name', args);
  if (locked.length > 0) progress('cli.protected', { sheets: names(locked) });
  if (filtered.length > 0) progress('cli.filter-cleared', { sheets: names(filtered) });
  for (const { sheet, kept, lost, comments } of marksOn(file, plan)) {
    if (comments.length > 0) progress('cli.comments-lost', { sheet, cells: listed(comments) });
    if (lost.length > 0) progress('cli.cells-lost', { sheet, cells: listed(lost) });
    if (kept.length > 0) progress('cli.cells-kept', { sheet, cells: listed(kept) });
  }
  if (file.signed) progress('cli.signed');
  if (file.structureLocked) progress('cli.structure-protected');
}

type Progress = (id: MessageId, args?: Record<string, string | number>) => void;

/** What is left of a run once all is calculated. The rest is let go before the workbook is written: both at once take too much memory. */
interface Calculated {
  file: WorkbookFile;
  plan: Plan | null;
  /** The JSON's bytes in chunks. */
  json: Uint8Array[] | null;
  table: string | null;
  /** Counts of findings and units. */
  counts: Record<string, number>;
  code: number;
}

function* jsonPieces(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield visibleJson(piece);
  yield '\n';
}

function calculate(parsed: Arguments, root: string, progress: Progress): Calculated {
  const { language } = parsed;
  const set = chooseSet(parsed.set, language);
  const bytes = readBytes(parsed.input, LIMITS.file);
  progress('cli.reading', { file: basename(parsed.input) });
  const { picture, file } = readWorkbook(bytes);
  sweep();
  progress('cli.scoring', { sheets: picture.sheets.length });
  const command = parsed.checkOnly ? checkWorkbook : scoreWorkbook;
  const done = command(picture, {
    language,
    period: parsed.period,
    set,
    version: version(root),
    at: parsed.at ?? localTime(new Date()),
  });
  sweep();
  // Text first: the result it is made of is gone before the plan is made (done.result would keep it).
  const { assessment, scored, findings, notRun } = done;
  // Without a unit list nobody would be told that the period asked for has no figures.
  if (parsed.period !== null && assessment.sets.length > 0 && assessment.units.length === 0)
    throw new Unusable('cli.period-empty', { value: parsed.period });
  const nothing = nothingRanked(assessment, scored);
  // The table says it itself.
  if (nothing !== null && (parsed.out !== null || parsed.json !== null)) progress(`pane.nothing-${nothing}`);
  const json =
    parsed.json === null
      ? null
      : chunked(jsonPieces(resultText(assessment, scored, { findings, notRun, version: version(root) }, language)));
  sweep();
  return {
    file,
    json,
    plan: parsed.out === null ? null : done.plan,
    table: parsed.out === null && parsed.json === null ? rankingTable(done, language) : null,
    counts: summary(scored, findings),
    code: done.findings.some((finding) => finding.severity === 'error' && finding.waived === null) ? 1 : 0,
  };
}

async function run(list: string[], root: string, language: Language): Promise<number> {
  if (list.includes('--help') || list.includes('-h')) {
    if (!(await print(`${say({ id: 'cli.help', args: {} }, language)}\n`))) throw new Unusable('cli.not-printed');
    return 0;
  }
  const parsed = readArguments(list);
  if ('id' in parsed) throw new Unusable(parsed.id, { value: parsed.value });
  const progress: Progress = (id, args = {}) => {
    process.stderr.write(`${visible(say({ id, args }, language))}\n`);
  };
  for (const target of [parsed.out, parsed.json]) {
    if (target === null || target === '-') continue;
    if (sameFile(target, parsed.input)) throw new Unusable('cli.out-is-input', { value: target });
    if (parsed.set !== null && existsSync(parsed.set) && sameFile(target, parsed.set))
      throw new Unusable('cli.same-file', { value: target });
    const folder = existsSync(target) && statSync(target).isDirectory();
    if (folder || isReadOnly(target) || !existsSync(dirname(resolve(target))))
      throw new Unusable('cli.not-writable', { value: target });
  }
  if (parsed.out !== null && parsed.json !== null && parsed.json !== '-' && sameFile(parsed.out, parsed.json))
    throw new Unusable('cli.same-file', { value: parsed.json });
  const { file, plan, json, table, counts, code } = calculate(parsed, root, progress);
  const targets: Target[] = [];
  const add = (path: string, content: readonly Uint8Array[]): void => {
    targets.push({ path, at: existsSync(path) ? realpathSync(path) : path, content });
  };
  if (plan !== null && parsed.out !== null) {
    sweep();
    progress('cli.writing', { file: basename(parsed.out) });
    sayState(file, plan, progress);
    add(parsed.out, [writeWorkbook(file, plan)]);
  }
  if (json !== null && parsed.json !== null && parsed.json !== '-') add(parsed.json, json);
  await writeWhole(targets, async () => {
    if (!(await print(table ?? (parsed.json === '-' && json !== null ? json : ''))))
      throw new Unusable('cli.not-printed');
  });
  if (targets.length > 0) progress('cli.done', { ...counts, path: targets.map((target) => target.path).join(', ') });
  return code;
}

/** @returns the exit code: 0 scored, 1 error findings, 2 unusable input or arguments. */
export async function main(list: string[], root: string): Promise<number> {
  // npm runs scripts in the package's folder; people mean the one they stand in.
  const { INIT_CWD: standing, npm_lifecycle_event: script } = process.env;
  if (script === 'score' && standing !== undefined && existsSync(standing)) process.chdir(standing);
  const language = languageOf(list);
  for (const stream of [process.stdout, process.stderr]) {
    // Whoever reads may stop early (a pipe into head), and a disk may be full: print() tells, nothing is thrown here.
    stream.on('error', () => undefined);
  }
  try {
    return await run(list, root, language);
  } catch (error) {
    const line: Message =
      error instanceof Unusable
        ? { id: error.id, args: error.args }
        : error instanceof Unwritable
          ? { id: 'cli.not-writable', args: { value: error.path } }
          : error instanceof UnusableFile
            ? { id: `file.${error.reason}`, args: {} }
            : { id: 'cli.fault', args: { detail: (error as Error).message.split('\n')[0] ?? '' } };
    process.stderr.write(`${visible(say(line, language))}\n`);
    return 2;
  }
}
