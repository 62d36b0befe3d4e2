/** The sheet Chi tiết điểm: unit × indicator with pillar sums, one row per unit and source of points. */
import type { Under } from '../messages/ids.ts';
import { toNumber, toPlain, type Exact } from '../exact/exact.ts';
import type { IndexSet } from '../framework/framework.ts';
import { say } from '../messages/index.ts';
import type { GroupRanking } from '../score/scored.ts';
import type { SheetPlan } from '../workbook/plan.ts';
import { builder, heightOf, landscape, type Builder, WIDE_PAGE } from './builder.ts';
import { sourcesOf, UNIT_WIDTH, unitRows, type Shown } from './details-rows.ts';
import { countingPillars, groupLine, pillarMaximum, type ResultInput } from './ranking.ts';
import { headTitle, titleOf } from './stamp.ts';
import { COLOURS, pointsStyle, STYLES } from './styles.ts';

interface Column extends Shown {
  code: string;
  name: string;
  maximum: Exact | null;
}

/** Pillar sums stand before their indicators; a pillar that is scored itself needs one column only. */
function columnsOf(set: IndexSet): Column[] {
  const counting = new Set(countingPillars(set).map((pillar) => pillar.code));
  const columns: Column[] = [];
  for (const pillar of set.pillars) {
    const alone = pillar.indicators.length === 1 && set.indicators[pillar.indicators[0] ?? -1]?.code === pillar.code;
    if (!alone && counting.has(pillar.code)) {
      columns.push({
        code: pillar.code,
        name: pillar.name,
        maximum: pillarMaximum(set, pillar),
        indicator: null,
        pillar,
      });
    }
    for (const index of pillar.indicators) {
      const indicator = set.indicators[index];
      if (indicator === undefined) continue;
      columns.push({
        code: indicator.code,
        name: indicator.name,
        maximum: indicator.maximum,
        indicator: index,
        pillar: null,
      });
    }
  }
  return columns;
}

function block(
  b: Builder,
  input: ResultInput,
  ranking: GroupRanking,
  set: IndexSet,
  columns: Column[],
  first: boolean,
): { top: number; bottom: number } {
  const { assessment, language } = input;
  const word = (id: Under<'sheet.'>): string => say({ id: `sheet.${id}`, args: {} }, language);
  const rows = sourcesOf(ranking);
  // No merges in this sheet: frozen columns can't cut through merged cells in Google Sheets.
  b.banner(
    headTitle('details-title', titleOf(assessment, assessment.groups[ranking.group]?.set ?? 0), language),
    TITLE,
    0,
    24,
  );
  if (first) b.banner(input.stamp, STYLES.stamp, 0);
  b.banner(groupLine(assessment, ranking, language), STYLES.line, 0);
  const alarm = ranking.blocked > 0 ? say({ id: 'sheet.provisional', args: { count: ranking.blocked } }, language) : '';
  b.banner(alarm === '' ? null : alarm, STYLES.alarm, 0);
  b.banner(
    [word('details-legend'), ...(rows.includes('difference') ? [word('difference-note')] : [])].join(' '),
    NOTE,
    0,
  );

  const headers = (['order', 'unit', 'source'] as const).map(word);
  const pillarHeader = { ...STYLES.header, fill: '#C5DAF0' };
  const styleOf = (column: Column): typeof STYLES.header | typeof pillarHeader =>
    column.pillar === null ? STYLES.header : pillarHeader;
  const top = b.row([
    ...headers.map((text) => b.cell(text, STYLES.header)),
    ...columns.map((column) => b.cell(column.code, styleOf(column))),
    b.cell(word('total'), pillarHeader),
  ]);
  b.row(
    [
      ...headers.map(() => b.cell(null, STYLES.header)),
      ...columns.map((column) => b.cell(column.name, { ...styleOf(column), bold: true, fontSize: 9 })),
      b.cell(null, pillarHeader),
    ],
    Math.min(
      130,
      heightOf(
        columns.map((column) => ({ text: column.name, width: WIDTH * 1.2 })),
        12.5,
      ),
    ),
  );
  const whole = (value: Exact): number => (toPlain(value).split('.')[1] ?? '').length;
  const bottom = b.row([
    b.cell(null, STYLES.header),
    b.cell(word('maximum'), STYLES.header),
    b.cell(null, STYLES.header),
    ...columns.map((column) =>
      b.cell(column.maximum === null ? null : toNumber(column.maximum), {
        ...pointsStyle(column.maximum === null ? 0 : whole(column.maximum)),
        fill: styleOf(column).fill,
      }),
    ),
    b.cell(toNumber(set.total), { ...pointsStyle(whole(set.total)), fill: pillarHeader.fill, bold: true }),
  ]);

  unitRows(b, input, ranking, { set, columns, rows });
  return { top, bottom };
}

/** Overflows to the right; a wrapped title would be squeezed into the narrow first column. */
const TITLE = { bold: true, fontSize: 14, color: COLOURS.blue, valign: 'middle' } as const;
const NOTE = { italic: true, fontSize: 9, color: COLOURS.grey } as const;
const WIDTH = 11;

/** @returns the sheet Chi tiết điểm. */
export function detailsSheet(input: ResultInput): SheetPlan {
  const { assessment, scored, language } = input;
  const b = builder();
  const widths = [5, UNIT_WIDTH, 22];
  const breaks: number[] = [];
  const heads: { set: number; top: number; bottom: number }[] = [];
  for (const ranking of scored.rankings) {
    const index = assessment.groups[ranking.group]?.set ?? -1;
    const set = assessment.sets[index];
    if (set === undefined) continue;
    const columns = columnsOf(set);
    if (heads.length > 0) breaks.push(b.row([]) + 1);
    heads.push({ set: index, ...block(b, input, ranking, set, columns, heads.length === 0) });
    while (widths.length < columns.length + 4) widths.push(WIDTH);
  }
  const first = heads[0];
  const alike = first !== undefined && heads.every((head) => head.set === first.set);
  return b.finish({
    name: input.name,
    widths,
    filter: null,
    tabColor: '#7FA8D1',
    freeze: { rows: alike ? first.bottom + 1 : 0, columns: 3 },
    print: landscape(
      alike ? { top: first.top, bottom: first.bottom } : null,
      input.stamp,
      say({ id: 'sheet.footer', args: {} }, language),
      // Forty columns squeezed onto one page can't be read: they run over several, each with the units' names.
      widths.reduce((sum, width) => sum + width, 0) > WIDE_PAGE
        ? { fitToWidth: false, scale: 60, repeatColumns: 3, breaks }
        : { breaks },
    ),
  });
}
