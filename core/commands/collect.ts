/** `collect`: forms come back into one book, one at a time; what they become is scored before it is written. */
import { Collection, type CollectOptions, type FileLine, type FormFile } from '../collect/index.ts';
import { HEADERS } from '../collect/columns.ts';
import type { Change, Merged } from '../collect/merged.ts';
import type { Finding } from '../check/finding.ts';
import { resultFindings, type ResultFinding } from '../view/result.ts';
import type { Picture } from '../workbook/picture.ts';
import type { Plan } from '../workbook/plan.ts';
import { formVersion } from './form.ts';
import { run, type CommandOptions } from './score.ts';

export interface CollectCommand extends CollectOptions {
  version: string;
  /** The moment of the run as people read it on the sheet. */
  at: string;
}

/** The JSON of docs/contract.md#collecting-forms. */
interface CollectJson {
  files: FileLine[];
  missing: string[];
  rows: { added: number; changed: number; kept: number };
  changes: Change[];
  findings: ResultFinding[];
}

export interface Collected {
  json: CollectJson;
  /** Made when it is asked for. */
  plan: () => Plan;
  reminder: string[];
  /** Whether every listed unit is received and no error is found. */
  complete: boolean;
}

export interface Collector {
  /** Whether there is an index set to read forms by. */
  hasSet: boolean;
  /** Reads a form; its picture can be let go. */
  add(form: FormFile): void;
  /** Names that are to decide and mean no file. */
  idle(): string[];
  /** Once, after all forms. */
  finish(): Collected;
}

/** The book as it will be: the rows as they were collected in their place. */
function pictureAfter({ sheets }: Picture, { after, place }: Merged): Picture {
  return place < sheets.length
    ? { sheets: sheets.map((sheet, at) => (at === place ? after : sheet)) }
    : { sheets: [...sheets, after] };
}

function errorsOf(findings: readonly Finding[], place: number) {
  const ofUnit = new Map<string, number>();
  const ofRow = new Map<number, number>();
  for (const { severity, waived, unit, at } of findings) {
    if (severity !== 'error' || waived !== null) continue;
    if (unit !== '') ofUnit.set(unit, (ofUnit.get(unit) ?? 0) + 1);
    if (at !== null && at.sheet === place) ofRow.set(at.row, (ofRow.get(at.row) ?? 0) + 1);
  }
  return { ofUnit, ofRow };
}

function reviewFindings({ reviewed }: Merged, { say }: CollectOptions): ResultFinding[] {
  return reviewed.map(({ unit, indicator, sheet, cell, value, columns }) => ({
    id: 'collect.changed-after-review',
    severity: 'warning',
    sheet,
    cell,
    unit,
    indicator,
    value,
    message: say({
      id: 'collect.changed-after-review',
      args: { columns: columns.map((column) => HEADERS[column]).join(', ') },
    }),
    waived: null,
  }));
}

/** @returns a collection into a book; nothing of it is written before finish(). */
export function collector(picture: Picture, options: CollectCommand): Collector {
  const collection = new Collection(picture, options, formVersion);
  return {
    hasSet: collection.hasSet,
    add: (form) => void collection.add(form),
    idle: () => collection.idle(),
    finish: () => {
      const merged = collection.merge();
      const { language, period, set, version, at } = options;
      const scoring: CommandOptions = { language, period, set, version, at };
      const { assessment, scored, findings } = run(pictureAfter(picture, merged), scoring);
      const outcome = collection.finish(merged, errorsOf(findings, merged.place), at);
      const told = resultFindings(assessment, scored, findings, language);
      const isClean = !findings.some(({ severity, waived }) => severity === 'error' && waived === null);
      return {
        json: {
          files: outcome.files,
          missing: outcome.missing,
          rows: merged.rows,
          changes: merged.changes,
          findings: [...told, ...reviewFindings(merged, options)],
        },
        plan: outcome.plan,
        reminder: outcome.reminder,
        complete: outcome.complete && isClean,
      };
    },
  };
}
