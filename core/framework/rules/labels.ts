/** Lists of labels with points: reading, printing. */
import { clean } from '../../workbook/text.ts';
import { fail, type Cursor } from './lexer.ts';
import { printPoints, readPoints } from './points.ts';
import type { Labelled } from './rule.ts';

/** Labels of one rule. */
const MOST = 200;
const QUOTES = '"“”';

function quoted(cursor: Cursor, start: number): string {
  const { text } = cursor;
  let label = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (!QUOTES.includes(text.charAt(at))) label += text.charAt(at);
    else if (text.charAt(at) === '"' && text.charAt(at + 1) === '"') {
      label += '"';
      at += 1;
    } else {
      cursor.at = at + 1;
      if (!cursor.symbol('=')) cursor.expected('equals');
      return label;
    }
  }
  return fail(start, 'quote');
}

function bare(cursor: Cursor, start: number): string {
  const { text } = cursor;
  let last = -1;
  let to = start;
  for (; to < text.length && !';\n\r]'.includes(text.charAt(to)); to += 1) if (text.charAt(to) === '=') last = to;
  const label = text.slice(start, last < 0 ? to : last);
  const mark = /[[:]/.exec(label);
  if (mark !== null) fail(start + mark.index, 'label-mark', { mark: mark[0] });
  if (last < 0) {
    cursor.at = to;
    cursor.expected('equals');
  }
  cursor.at = last + 1;
  return label;
}

/** Reads `label = đ; label = đ …` up to the end of the rule. */
export function readLabels(cursor: Cursor): Labelled[] {
  const options: Labelled[] = [];
  cursor.separators();
  while (!cursor.done()) {
    const start = cursor.peek().at;
    const label = clean(QUOTES.includes(cursor.text.charAt(start)) ? quoted(cursor, start) : bare(cursor, start));
    if (label === '') fail(start, 'label-empty');
    if (options.length >= MOST) fail(start, 'many', { count: MOST });
    options.push({ label, points: readPoints(cursor) });
    if (!cursor.separators() && !cursor.done()) cursor.expected('item-end');
  }
  if (options.length === 0) cursor.expected('label');
  return options;
}

/** Prints the list so that it reads back the same. */
export function printLabels(options: Labelled[]): string {
  return options
    .map(
      ({ label, points }) =>
        `${/[;=[\]:"“”]/.test(label) ? `"${label.replace(/"/g, '""')}"` : label} = ${printPoints(points)}`,
    )
    .join('; ');
}
