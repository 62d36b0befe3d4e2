/** The sheet Kiểm tra: every finding with a link to its cell, and the waiver columns (the only place where waivers live). */
import type { Under } from '../messages/ids.ts';
import type { Finding, Severity } from '../check/finding.ts';
import type { CheckId } from '../messages/check-ids.ts';
import { checkName } from '../messages/check-names.ts';
import { say } from '../messages/index.ts';
import type { Language, Message } from '../messages/message.ts';
import type { Assessment } from '../read/assessment.ts';
import { columnWord } from '../read/waivers/columns.ts';
import { readDrafts, waiverKey } from '../read/waivers/waivers.ts';
import { toA1 } from '../workbook/address.ts';
import type { CellStyle, PlanCell, SheetPlan } from '../workbook/plan.ts';
import { builder, landscape, heightOf } from './builder.ts';
import { headTitle, setTitles } from './stamp.ts';
import { COLOURS, STYLES } from './styles.ts';
import { at } from '../workbook/at.ts';

/** Excel takes 65,530 links a sheet; what is beyond has its address as text. */
export const MOST_LINKS = 65_000;
/** Excel shows ##### for a longer text in a cell of the text format. */
const LONGEST_TEXT = 255;

/** Columns in order, with their widths: the reader of waivers knows them by their header words. */
const COLUMNS: readonly (readonly [Under<'sheet.'>, number])[] = [
  ['order', 5],
  ['severity', 9],
  ['check', 17],
  ['sheet', 12],
  ['cell', 6],
  ['unit', 18],
  ['indicator', 8],
  ['column', 10],
  ['value', 11],
  ['what', 32],
  ['why', 25],
  ['todo', 28],
  ['waiver-reason', 16],
  ['waiver-by', 13],
];

type Looks = Record<'text' | 'prose' | 'whole' | 'severity' | 'link' | 'input' | 'longInput', number>;

const SEVERITY_COLOURS: Record<Severity, string> = { error: COLOURS.red, warning: COLOURS.amber, note: COLOURS.grey };

export interface FindingsInput {
  assessment: Assessment;
  findings: readonly Finding[];
  notRun: readonly { id: CheckId; why: Message }[];
  language: Language;
  stamp: string;
  name: string;
}

/** @returns how many findings count, by severity, and how many are waived. */
export function countFindings(findings: readonly Finding[]): Record<Severity | 'waived', number> {
  const counts = { error: 0, warning: 0, note: 0, waived: 0 };
  for (const finding of findings) counts[finding.waived === null ? finding.severity : 'waived'] += 1;
  return counts;
}

/** @returns the sheet Kiểm tra. */
export function findingsSheet(input: FindingsInput): SheetPlan {
  const { assessment, findings, notRun, language } = input;
  const b = builder();
  const word = (id: Under<'sheet.'>, args: Message['args'] = {}): string => say({ id: `sheet.${id}`, args }, language);
  // No merges above the table: a filter's sort would stop at them in Google Sheets.
  const title = { bold: true, fontSize: 14, color: COLOURS.blue, valign: 'middle', format: '@' } as const;
  const note = { italic: true, fontSize: 9, color: COLOURS.grey } as const;
  b.banner(headTitle('findings-title', setTitles(assessment, language), language), title, 0, 24);
  b.banner(input.stamp, STYLES.stamp, 0);
  b.banner(word('counts', countFindings(findings)), STYLES.line, 0);
  b.banner(findings.length === 0 ? word('none') : word('waive-note'), findings.length === 0 ? STYLES.line : note, 0);
  const header = b.row(
    COLUMNS.map(([id]) => b.cell(word(id), STYLES.header)),
    33,
  );

  const looks = new Map<string, Looks>();
  const lookOf = (severity: Severity, waived: boolean): Looks => {
    const key = `${severity}${waived}`;
    let look = looks.get(key);
    if (look === undefined) {
      const struck: CellStyle = waived ? { strike: true, color: COLOURS.grey } : {};
      const text: CellStyle = { ...STYLES.text, valign: 'top' };
      look = {
        text: b.style({ ...text, ...struck }),
        prose: b.style({ ...STYLES.prose, ...struck }),
        whole: b.style({ ...STYLES.whole, valign: 'top', ...struck }),
        severity: b.style({ ...text, bold: true, color: SEVERITY_COLOURS[severity], ...struck }),
        link: b.style({ ...text, color: COLOURS.link, ...struck }),
        // What a person is to write, or has written, is never struck out.
        input: b.style({ ...text, fill: COLOURS.input }),
        longInput: b.style({ ...STYLES.prose, fill: COLOURS.input }),
      };
      looks.set(key, look);
    }
    return look;
  };

  const drafts = new Map(readDrafts(assessment.picture).map((row) => [waiverKey(row), row]));
  let links = 0;
  findings.forEach((finding, index) => {
    const look = lookOf(finding.severity, finding.waived !== null);
    const text = (value: string): PlanCell => ({
      value: value === '' ? null : value,
      style: value.length > LONGEST_TEXT ? look.prose : look.text,
    });
    const words = (part: 'what' | 'why' | 'todo'): PlanCell => ({
      value: say({ id: `${finding.message.id}.${part}`, args: finding.message.args }, language),
      style: look.prose,
    });
    const sheet = finding.at === null ? undefined : assessment.picture.sheets[finding.at.sheet]?.name;
    let cell = text('');
    if (finding.at !== null && sheet !== undefined) {
      const address = toA1(finding.at.row, finding.at.column);
      cell = text(address);
      if (links < MOST_LINKS) {
        links += 1;
        cell = { value: address, style: look.link, link: { sheet, cell: address } };
      }
    }
    const written = finding.waived ?? drafts.get(waiverKey({ ...finding, check: finding.id }));
    const filled = (words: string | undefined): PlanCell => ({
      value: words || null,
      style: (words ?? '').length > LONGEST_TEXT ? look.longInput : look.input,
    });
    const cells: PlanCell[] = [
      { value: index + 1, style: look.whole },
      { value: word(`severity-${finding.severity}`), style: look.severity },
      text(checkName(finding.id, language)),
      text(sheet ?? ''),
      cell,
      text(finding.unit),
      text(finding.indicator),
      text(columnWord(finding.column, language)),
      text(finding.value),
      words('what'),
      words('why'),
      words('todo'),
      filled(written?.reason),
      filled(written?.by),
    ];
    // Not every host fits a row to its wrapped texts when it opens a file.
    const texts = cells.map(({ value }, column) => {
      const [id, width] = at(COLUMNS, column);
      const words = typeof value === 'string' ? value : '';
      // A paragraph found in a cell must not make its row a page high.
      return { text: id === 'value' ? words.slice(0, 4 * width) : words, width };
    });
    b.row(cells, heightOf(texts, 14, 17));
  });
  const last = b.next() - 1;

  if (notRun.length > 0) {
    b.row([]);
    b.banner(word('not-run', { count: notRun.length }), STYLES.line, 0);
    // One line a reason: a workbook of points alone lacks a dozen checks of figures for one and the same.
    const byReason = new Map<string, string[]>();
    for (const { id, why } of notRun) {
      const words = say(why, language);
      byReason.set(words, [...(byReason.get(words) ?? []), checkName(id, language)]);
    }
    for (const [words, names] of byReason) b.banner(`${names.join('; ')}: ${words}`, note, 0);
  }
  return b.finish({
    name: input.name,
    widths: COLUMNS.map(([, width]) => width),
    tabColor: '#C77700',
    freeze: { rows: header + 1, columns: 0 },
    filter: findings.length === 0 ? null : { top: header, left: 0, bottom: last, right: COLUMNS.length - 1 },
    print: landscape({ top: header, bottom: header }, input.stamp, word('footer')),
  });
}
