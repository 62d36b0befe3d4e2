/** What a plan can't say and people's workbooks have: errors, formulas, dates, hidden rows. Put into a finished file by marks. */
import { fromA1 } from '#core/workbook/address';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A text that becomes another kind of cell: error code, formula with its stored result (null = none), date serial, text with a raised sign. */
export const mark = {
  error: (code: string): string => `{{e|${code}}}`,
  formula: (formula: string, result: number | null): string => `{{f|${formula}|${result === null ? '' : result}}}`,
  date: (serial: number): string => `{{d|${serial}}}`,
  footnote: (text: string, sign: string): string => `{{n|${text}|${sign}}}`,
};

/** A first cell that hides its row; the rest of the text stays. */
export const HIDDEN = '{{hide}}';

/** Ends the text of a header whose column is hidden. */
export const HIDDEN_COLUMN = '{{hide column}}';

/** Hides the columns whose header carries the mark; widths stand a column each. */
function withHiddenColumns(text: string): string {
  let hidden = text;
  for (const [, letters = ''] of text.matchAll(/<c r="([A-Z]+)\d+"(?:(?!<\/c>).)*?\{\{hide column\}\}/gs)) {
    const number = fromA1(`${letters}1`)!.column + 1;
    hidden = hidden.replace(`<col min="${number}"`, `<col hidden="1" min="${number}"`);
  }
  return hidden.replaceAll(HIDDEN_COLUMN, '');
}

function cellOf(open: string, kind: string, content: string, dateStyle: string): string {
  const bare = open.replace(/ t="[^"]*"/, '');
  const [first = '', result = ''] = content.split('|');
  if (kind === 'n') {
    const raised = `<r><rPr><vertAlign val="superscript"/></rPr><t>${result}</t></r>`;
    return `${open}><is><r><t>${first}</t></r>${raised}</is></c>`;
  }
  if (kind === 'e') return `${bare} t="e"><v>${first}</v></c>`;
  if (kind === 'd') return `${bare.replace(/ s="\d+"/, '')} s="${dateStyle}"><v>${first}</v></c>`;
  return `${bare}><f>${first}</f>${result === '' ? '' : `<v>${result}</v>`}</c>`;
}

/** Adds one style with the built-in date format 14; @returns its number. */
function withDateStyle(parts: Record<string, Uint8Array>): string {
  const path = 'xl/styles.xml';
  let style = '0';
  const text = strFromU8(parts[path]!).replace(/<cellXfs count="(\d+)">([\s\S]*?)<\/cellXfs>/, (_, count: string, list: string) => {
    style = count;
    const xf = '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>';
    return `<cellXfs count="${Number(count) + 1}">${list}${xf}</cellXfs>`;
  });
  parts[path] = strToU8(text);
  return style;
}

/** @returns the workbook with every mark put into effect; the same bytes for the same input. */
export function withMarks(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const dateStyle = withDateStyle(parts);
  for (const [path, content] of Object.entries(parts)) {
    if (!path.startsWith('xl/worksheets/sheet')) continue;
    const text = strFromU8(content)
      .replace(/(<c r="[A-Z]+\d+"[^>]*?)><is><t[^>]*>\{\{([efdn])\|([^}]*)\}\}<\/t><\/is><\/c>/g, (_, open: string, kind: string, inner: string) =>
        cellOf(open, kind, inner, dateStyle),
      )
      .replace(/<row ([^>]*)>((?:(?!<\/row>).)*?)\{\{hide\}\}/gs, '<row $1 hidden="1">$2');
    parts[path] = strToU8(withHiddenColumns(text));
  }
  return zipSync(parts, { mtime: new Date(1980, 0, 1) });
}
