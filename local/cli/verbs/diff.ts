/** `diff`: two workbooks, or two periods of one, compared; the new workbook with So sánh, JSON or a table. */
import { basename } from 'node:path';
import { diffWorkbooks, type DiffOutcome, type DiffSide } from '#core/commands/diff';
import type { CommandOutcome } from '#core/commands/score';
import type { Language } from '#core/messages/message';
import { periodsInOrder, samePeriod } from '#core/read/periods/periods';
import { comparisonText } from '#core/view/comparison';
import type { Picture } from '#core/workbook/picture';
import { LIMITS, readWorkbook, writeWorkbook, type WorkbookFile } from '#xlsx/index';
import { comparisonTable } from '../comparison-table.ts';
import type { Target } from '../files.ts';
import { chooseSet, readBytes } from '../inputs.ts';
import { sweep } from '../memory.ts';
import { sayState } from '../say-state.ts';
import { checkTargets, targetOf, writeAndPrint } from '../targets.ts';
import { chunked, jsonPieces } from '../terminal.ts';
import { Unusable, type Around, type CliVerb, type Progress } from '../verb.ts';

interface Asked {
  inputs: readonly string[];
  out: string | null;
  json: string | null;
  set: string | null;
  /** Of the new side, and of the old one. */
  period: string | null;
  before: string | null;
  language: Language;
}

function opened(path: string, progress: Progress): { picture: Picture; file: WorkbookFile } {
  progress('cli.reading', { file: basename(path) });
  const read = readWorkbook(readBytes(path, LIMITS.file));
  sweep();
  return read;
}

/** Both sides; of one workbook the earlier period is the old one, in whichever order they are asked for. */
function sidesOf(asked: Asked, progress: Progress): { old: DiffSide; now: DiffSide; file: WorkbookFile } {
  const [first = '', second] = asked.inputs;
  const { period, before } = asked;
  if (second === undefined) {
    if (period === null || before === null) throw new Unusable('cli.diff-one-file', { value: basename(first) });
    if (samePeriod(period, before)) throw new Unusable('cli.diff-one-period', { value: period });
    const [earlier, later] = periodsInOrder(before, period);
    const { picture, file } = opened(first, progress);
    const side = (own: string): DiffSide => ({ picture, name: basename(first), period: own });
    return { old: side(earlier), now: side(later), file };
  }
  const { picture } = opened(first, progress);
  const now = opened(second, progress);
  return {
    old: { picture, name: basename(first), period: before ?? period },
    now: { picture: now.picture, name: basename(second), period },
    file: now.file,
  };
}

/** A period that was asked for and of which the data know nothing would compare nothing with something. */
function expectPeriod({ assessment }: CommandOutcome, { period = null, name }: DiffSide, alone: boolean): void {
  if (period === null || assessment.sets.length === 0) return;
  // A workbook of one period need not say so in its rows.
  if (assessment.periods.length === 0 && !alone) return;
  if (assessment.periods.some((one) => samePeriod(one, period))) return;
  throw new Unusable('cli.diff-period-empty', { value: period, file: name });
}

function errorsOf({ findings }: CommandOutcome): number {
  return findings.filter(({ severity, waived }) => severity === 'error' && waived === null).length;
}

function compared(asked: Asked, around: Around): { done: DiffOutcome; file: WorkbookFile } {
  const { progress, version, at } = around;
  const { language } = asked;
  const set = chooseSet(asked.set, language);
  const { file, ...sides } = sidesOf(asked, progress);
  progress('cli.diff-scoring');
  const done = diffWorkbooks(sides, { language, set, version, at });
  for (const side of ['old', 'now'] as const) {
    expectPeriod(done[side], sides[side], asked.inputs.length === 1);
    const count = errorsOf(done[side]);
    if (count > 0) progress('cli.diff-errors', { file: sides[side].name, count });
  }
  return { done, file };
}

export const diff: CliVerb = {
  help: 'cli.help-diff',
  options: { out: 'text', json: 'text', set: 'text', period: 'text', with: 'text' },
  inputs: [1, 2],
  async run(parsed, around) {
    const { progress } = around;
    const asked: Asked = {
      inputs: parsed.inputs,
      out: parsed.text('out'),
      json: parsed.text('json'),
      set: parsed.text('set'),
      period: parsed.text('period'),
      before: parsed.text('with'),
      language: parsed.language,
    };
    checkTargets([asked.out, asked.json], asked.inputs, asked.set);
    const { done, file } = compared(asked, around);
    const { comparison, old, now } = done;
    const json =
      asked.json === null ? null : chunked(jsonPieces(comparisonText(comparison, old.assessment, now.assessment)));
    const targets: Target[] = [];
    if (asked.out !== null) {
      progress('cli.writing', { file: basename(asked.out) });
      const { plan } = done;
      sayState(file, plan, progress);
      targets.push(targetOf(asked.out, [writeWorkbook(file, plan)]));
    }
    if (json !== null && asked.json !== null && asked.json !== '-') targets.push(targetOf(asked.json, json));
    const table = asked.out === null && json === null ? comparisonTable(done, asked.language) : null;
    await writeAndPrint(targets, table ?? (asked.json === '-' && json !== null ? json : ''));
    if (targets.length > 0) progress('cli.diff-done', { path: targets.map(({ path }) => path).join(', ') });
    return errorsOf(old) + errorsOf(now) > 0 ? 1 : 0;
  },
};
