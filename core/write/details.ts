/** The sheet Chi tiết điểm: unit × indicator with pillar sums, one row per unit and source of points. */
import type { Under } from '../messages/ids.ts';
import { Adder } from '../exact/estimate.ts';
import { subtract, toNumber, toPlain, type Exact } from '../exact/exact.ts';
import type { IndexSet, Pillar } from '../framework/framework.ts';
import { say } from '../messages/index.ts';
import { hasNoData, type EntryScore, type GroupRanking, type Scorecard } from '../score/scored.ts';
import type { CellStyle, PlanCell, SheetPlan } from '../workbook/plan.ts';
import { builder, heightOf, landscape, type Builder, WIDE_PAGE } from './builder.ts';
import { Look } from './look.ts';
import { countingPillars, decimalsOf, groupLine, NOTHING, pillarMaximum, type ResultInput } from './ranking.ts';
import { headTitle, titleOf } from './stamp.ts';
import { COLOURS, pointsStyle, STYLES } from './styles.ts';

type Source = 'self' | 'calculated' | 'verified' | 'official' | 'difference';

interface Column {
  code: string;
  name: string;
  maximum: Exact | null;
  /** Index of an indicator, or a pillar whose indicators are summed. */
  indicator: number | null;
  pillar: Pillar | null;
}

const SOURCES = ['self', 'calculated', 'verified'] as const;

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

/** Sources that any entry of the group has; with a single one only the official row says anything. */
function rowsOf(ranking: GroupRanking): Source[] {
  const there = SOURCES.filter((source) =>
    ranking.ranking.some(({ card }) => card.entries.some((entry) => entry[source] !== null)),
  );
  if (there.length < 2) return ['official'];
  const rows: Source[] = [...there, 'official'];
  if (there.includes('self') && there.includes('verified')) rows.push('difference');
  return rows;
}

/** The points of a source by indicator. */
function pointsOf({ entries }: Scorecard, source: Source): (Exact | null)[] {
  if (source !== 'difference') return entries.map((entry) => entry[source]);
  return entries.map(({ self, verified }) => (self === null || verified === null ? null : subtract(self, verified)));
}

function pillarSum(
  set: IndexSet,
  pillar: Pillar,
  card: Scorecard,
  source: Source,
  points: readonly (Exact | null)[],
): number | null {
  if (source === 'official') {
    const official = card.pillars[pillar.code];
    return official === undefined ? null : toNumber(official);
  }
  const parts = new Adder();
  for (const index of pillar.indicators) {
    const part = set.indicators[index]?.role === 'points' ? (points[index] ?? null) : null;
    if (part !== null) parts.add(part);
  }
  return parts.count === 0 ? null : parts.estimate().value;
}

function totalOf(card: Scorecard, source: Source): Exact | null {
  if (source === 'self') return card.selfTotal;
  if (source === 'calculated') return card.calculatedTotal;
  if (source === 'verified') return card.verifiedTotal;
  if (source === 'official') return card.points ?? card.provisional;
  return card.selfTotal === null || card.verifiedTotal === null ? null : subtract(card.selfTotal, card.verifiedTotal);
}

/** Why there is no official number, in a word or a sign. */
type Signs = Partial<Record<EntryScore['state'], string>>;

function signsOf(language: ResultInput['language']): Signs {
  const word = (id: Under<'sheet.'>): string => say({ id: `sheet.${id}`, args: {} }, language);
  return {
    'not-applicable': '–',
    information: '–',
    blocked: '?',
    dropped: word('state-dropped'),
    rescaled: word('state-rescaled'),
    waived: word('state-waived'),
  };
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
  const rows = rowsOf(ranking);
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

  const decimals = decimalsOf(assessment, set);
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

  const number = pointsStyle(decimals);
  const difference = { ...number, format: signed(number.format ?? '0') };
  const look = (style: CellStyle): Look => new Look(b.style(style));
  const looks = {
    order: look(STYLES.whole),
    unit: look({ ...STYLES.text, bold: true }),
    again: look({ align: 'left', valign: 'middle', border: true, format: '@', fontSize: 9, color: COLOURS.grey }),
    source: look(STYLES.text),
    blank: look({ border: true }),
    plain: look(number),
    official: look({ ...number, bold: true }),
    difference: look({ ...difference, italic: true, color: COLOURS.grey }),
    pillar: look({ ...number, fill: COLOURS.pillar }),
    pillarOfficial: look({ ...number, fill: COLOURS.pillar, bold: true }),
    missing: look({ ...number, fill: COLOURS.missing }),
    sign: look({ ...STYLES.centre, fontSize: 9, color: COLOURS.grey }),
    provisional: look({ ...number, fill: COLOURS.pillar, italic: true, color: COLOURS.grey }),
  };
  const single = rows.length === 1;
  const signs = signsOf(language);
  const none = looks.sign.cell('–');
  const nothing = looks.sign.cell(NOTHING);
  const signCells = new Map(Object.entries(signs).map(([state, sign]) => [state, looks.sign.cell(sign)]));
  const sourceCells = new Map(rows.map((source) => [source, looks.source.cell(word(source))]));
  const sumLook = (source: Source, { status }: Scorecard): Look => {
    if (source === 'difference') return looks.difference;
    if (source !== 'official') return looks.pillar;
    return status === 'blocked' ? looks.provisional : looks.pillarOfficial;
  };
  const plainLook = (source: Source): Look =>
    source === 'difference' ? looks.difference : source === 'official' && !single ? looks.official : looks.plain;
  for (const { order, card } of ranking.ranking) {
    const unit = assessment.units[card.unit]?.name ?? '';
    const silent = hasNoData(card);
    const again = looks.again.cell(unit);
    rows.forEach((source, position) => {
      const official = source === 'official';
      const cells: (PlanCell | null)[] = [
        position > 0 ? looks.blank.cell(null) : silent ? nothing : looks.order.cell(order),
        // The name stands in every row, so that a filter or a copy of the rows loses nothing.
        position === 0 ? looks.unit.cell(unit) : again,
        sourceCells.get(source) ?? null,
      ];
      if (silent && official) {
        b.row([...cells, ...columns.map(() => nothing), nothing]);
        return;
      }
      const points = pointsOf(card, source);
      const [plain, sum] = [plainLook(source), sumLook(source, card)];
      for (const { pillar, indicator } of columns) {
        if (pillar !== null) {
          cells.push(sum.cell(pillarSum(set, pillar, card, source, points)));
          continue;
        }
        const value = points[indicator ?? -1] ?? null;
        const shown = value === null ? null : toNumber(value);
        const state = official ? (card.entries[indicator ?? -1]?.state ?? null) : 'scored';
        if (state === 'scored') cells.push(plain.cell(shown));
        else if (state === 'missing') cells.push(looks.missing.cell(shown ?? 0));
        else cells.push(state === null ? none : (signCells.get(state) ?? none));
      }
      const total = totalOf(card, source);
      cells.push(sum.cell(total === null ? null : toNumber(total)));
      b.row(cells, position === 0 && unit.length > UNIT_WIDTH - 4 ? heightOf([nameCell(unit)], 15, 15) : undefined);
    });
  }
  return { top, bottom };
}

/** Overflows to the right; a wrapped title would be squeezed into the narrow first column. */
const TITLE = { bold: true, fontSize: 14, color: COLOURS.blue, valign: 'middle' } as const;
const NOTE = { italic: true, fontSize: 9, color: COLOURS.grey } as const;
const WIDTH = 11;
const UNIT_WIDTH = 32;

/** A unit's name as its column has to hold it: bold letters are wider. */
function nameCell(text: string): { text: string; width: number } {
  return { text, width: UNIT_WIDTH * 0.9 };
}

function signed(format: string): string {
  return `+${format};-${format};${format}`;
}

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
