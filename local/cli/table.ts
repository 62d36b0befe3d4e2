/** The ranking as a table of text, for people at a terminal. */
import type { MessageId } from '#core/messages/ids';
import type { Finding } from '#core/check/finding';
import { checkName } from '#core/messages/check-names';
import { toFixed } from '#core/exact/exact';
import { printDecimal } from '#core/messages/fill';
import type { Language } from '#core/messages/message';
import type { Assessment } from '#core/read/assessment';
import type { Scored } from '#core/score/scored';
import { nothingRanked } from '#core/score/nothing';
import { cellReference } from '#core/workbook/address';
import { titleOf } from '#core/write/stamp';
import { visible } from './terminal.ts';
import { say } from './words.ts';

function width(text: string): number {
  return [...text.normalize('NFC')].length;
}

/** @returns rows of texts under one another, the columns of `right` at their right. */
export function lines(raw: string[][], right: Set<number>): string {
  const rows = raw.map((row) => row.map(visible));
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((text, column) => {
          const gap = ' '.repeat(widths[column]! - width(text));
          return right.has(column) ? gap + text : text + gap;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** @returns how many findings there are, and how many units are ranked and blocked. */
export function summary(scored: Scored, findings: Finding[]): Record<string, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const finding of findings) if (finding.waived === null) counts[finding.severity] += 1;
  let ranked = 0;
  let blocked = 0;
  for (const group of scored.rankings) {
    blocked += group.blocked;
    ranked += group.ranking.filter(({ card }) => card.status === 'ranked').length;
  }
  return { ...counts, ranked, blocked };
}

/** What each error says, with its cells: twelve that say the same are told once. */
function told(assessment: Assessment, findings: readonly Finding[], language: Language): Map<string, string[]> {
  const errors = new Map<string, string[]>();
  for (const { id, at, message, severity, waived } of findings) {
    if (waived !== null || severity !== 'error') continue;
    const what = `${say({ id: `${message.id}.what`, args: message.args }, language)} [${checkName(id, language)}]`;
    const cell = at === null ? '' : cellReference(assessment.picture.sheets[at.sheet]!.name, at.row, at.column);
    const cells = errors.get(what);
    if (cells === undefined) errors.set(what, [cell]);
    else cells.push(cell);
  }
  return errors;
}

function places([first = '', ...more]: string[], word: (id: MessageId, args?: object) => string): string {
  if (first === '') return '';
  return more.length === 0 ? `${first}: ` : `${first} (${word('cli.more-cells', { count: more.length })}): `;
}

/** @returns the rankings of all groups, then the error findings and the counts of the others. */
export function rankingTable(
  done: { assessment: Assessment; scored: Scored; findings: Finding[] },
  language: Language,
): string {
  const { assessment, scored, findings } = done;
  const word = (id: MessageId, args = {}): string => say({ id, args }, language);
  const blocks: string[] = [];
  const nothing = nothingRanked(assessment, scored);
  if (nothing !== null) blocks.push(word(`pane.nothing-${nothing}`));
  for (const { group, ranking, blocked } of scored.rankings) {
    const place = assessment.groups[group]!;
    const set = assessment.sets[place.set]!;
    const decimals = assessment.settings.decimals ?? set.decimals;
    const print = (value: Parameters<typeof toFixed>[0] | null): string =>
      value === null ? '–' : printDecimal(toFixed(value, decimals), language);
    const columns = (['rank', 'unit', 'points', 'maximum', 'share', 'status'] as const).map((id) =>
      word(`cli.column-${id}`),
    );
    const rows = ranking.map(({ rank, card }) => [
      rank === null ? '–' : String(rank),
      assessment.units[card.unit]!.name,
      print(card.points),
      print(card.maximum),
      print(card.share),
      word(`cli.status-${card.status}`),
    ]);
    const title = [titleOf(assessment, place.set), place.name, assessment.period ?? '']
      .filter((text) => text !== '')
      .join(' · ');
    const head = blocked > 0 ? [title, word('sheet.provisional', { count: blocked })] : [title];
    blocks.push(`${head.map(visible).join('\n')}\n${lines([columns, ...rows], new Set([0, 2, 3, 4]))}`);
  }
  const counts = summary(scored, findings);
  blocks.push(word('cli.counts', counts));
  const errors = [...told(assessment, findings, language)];
  const shown = errors.slice(0, 20);
  const rest = errors.slice(shown.length).reduce((sum, [, cells]) => sum + cells.length, 0);
  if (shown.length > 0) blocks.push(shown.map(([what, cells]) => visible(`${places(cells, word)}${what}`)).join('\n'));
  if (rest > 0) blocks.push(word('cli.more', { count: rest }));
  return `${blocks.join('\n\n')}\n`;
}
