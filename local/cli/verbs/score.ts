/** `score`, and the command without a verb: checks, scores, ranks; workbook, JSON or a table. */
import { basename } from 'node:path';
import { checkWorkbook } from '#core/commands/check';
import { scoreWorkbook } from '#core/commands/score';
import type { Language } from '#core/messages/message';
import { nothingRanked } from '#core/score/nothing';
import { resultText } from '#core/view/result';
import type { Plan } from '#core/workbook/plan';
import { LIMITS, readWorkbook, writeWorkbook, type WorkbookFile } from '#xlsx/index';
import type { Target } from '../files.ts';
import { chooseSet, readBytes } from '../inputs.ts';
import { sweep } from '../memory.ts';
import { sayState } from '../say-state.ts';
import { rankingTable, summary } from '../table.ts';
import { checkTargets, targetOf, writeAndPrint } from '../targets.ts';
import { chunked, jsonPieces } from '../terminal.ts';
import { Unusable, type Around, type CliVerb } from '../verb.ts';

interface Asked {
  input: string;
  out: string | null;
  json: string | null;
  set: string | null;
  period: string | null;
  checkOnly: boolean;
  language: Language;
}

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

function calculate(asked: Asked, { progress, version, at }: Around): Calculated {
  const { language } = asked;
  const set = chooseSet(asked.set, language);
  const bytes = readBytes(asked.input, LIMITS.file);
  progress('cli.reading', { file: basename(asked.input) });
  const { picture, file } = readWorkbook(bytes);
  sweep();
  progress('cli.scoring', { sheets: picture.sheets.length });
  const command = asked.checkOnly ? checkWorkbook : scoreWorkbook;
  const done = command(picture, {
    language,
    period: asked.period,
    set,
    version,
    at,
  });
  sweep();
  // Text first: the result it is made of is gone before the plan is made (done.result would keep it).
  const { assessment, scored, findings, notRun } = done;
  // Without a unit list nobody would be told that the period asked for has no figures.
  if (asked.period !== null && assessment.sets.length > 0 && assessment.units.length === 0)
    throw new Unusable('cli.period-empty', { value: asked.period });
  const nothing = nothingRanked(assessment, scored);
  // The table says it itself.
  if (nothing !== null && (asked.out !== null || asked.json !== null)) progress(`pane.nothing-${nothing}`);
  const json =
    asked.json === null
      ? null
      : chunked(jsonPieces(resultText(assessment, scored, { findings, notRun, version }, language)));
  sweep();
  return {
    file,
    json,
    plan: asked.out === null ? null : done.plan,
    table: asked.out === null && asked.json === null ? rankingTable(done, language) : null,
    counts: summary(scored, findings),
    code: done.findings.some((finding) => finding.severity === 'error' && finding.waived === null) ? 1 : 0,
  };
}

export const score: CliVerb = {
  help: 'cli.help',
  options: { out: 'text', json: 'text', set: 'text', period: 'text', 'check-only': 'flag' },
  inputs: [1, 1],
  async run(parsed, around) {
    const { progress } = around;
    const asked: Asked = {
      input: parsed.inputs[0] ?? '',
      out: parsed.text('out'),
      json: parsed.text('json'),
      set: parsed.text('set'),
      period: parsed.text('period'),
      checkOnly: parsed.flag('check-only'),
      language: parsed.language,
    };
    checkTargets([asked.out, asked.json], [asked.input], asked.set);
    const { file, plan, json, table, counts, code } = calculate(asked, around);
    const targets: Target[] = [];
    if (plan !== null && asked.out !== null) {
      sweep();
      progress('cli.writing', { file: basename(asked.out) });
      sayState(file, plan, progress);
      targets.push(targetOf(asked.out, [writeWorkbook(file, plan)]));
    }
    if (json !== null && asked.json !== null && asked.json !== '-') targets.push(targetOf(asked.json, json));
    await writeAndPrint(targets, table ?? (asked.json === '-' && json !== null ? json : ''));
    if (targets.length > 0) progress('cli.done', { ...counts, path: targets.map((target) => target.path).join(', ') });
    return code;
  },
};
