/** The sheet Xếp hạng: one block per ranking group. */
import type { Under } from '../messages/ids.ts';
import { isZero, sum, toNumber, toPlain, type Exact } from '../exact/exact.ts';
import type { IndexSet, Pillar } from '../framework/framework.ts';
import { printDecimal, say } from '../messages/index.ts';
import type { Language } from '../messages/message.ts';
import type { Assessment, Unit } from '../read/assessment.ts';
import { bandNote } from '../score/band-notes.ts';
import { movedOf } from '../score/previous.ts';
import { hasNoData, type GroupRanking, type RankedUnit, type Scored } from '../score/scored.ts';
import type { CellStyle, PlanCell, SheetPlan } from '../workbook/plan.ts';
import { builder, heightOf, landscape, linesOf, PAGE_WIDTH, WIDE_PAGE, type Builder } from './builder.ts';
import { chart, MOST_BARS } from './ranking-chart.ts';
import { headTitle, titleOf } from './stamp.ts';
import { COLOURS, pointsStyle, STYLES } from './styles.ts';

export interface ResultInput {
  assessment: Assessment;
  scored: Scored;
  language: Language;
  stamp: string;
  name: string;
}

interface Column {
  header: string;
  width: number;
  style: CellStyle;
  value: (ranked: RankedUnit, unit: Unit) => number | string | null;
  /** The value of a blocked unit is provisional and shown in italics. */
  provisional?: true;
  /** Says nothing of a unit that handed in nothing. */
  earned?: true;
  pillar?: Pillar;
}

/** Characters a line of the note on a band has. */
const NOTE_WIDTH = 34;

/** Stands where a unit without data has no points and no place: 0,00 would be a result. */
export const NOTHING = '—';

/** @returns decimals that a set is published with. */
export function decimalsOf(assessment: Assessment, set: IndexSet): number {
  return assessment.settings.decimals ?? set.decimals;
}

/** @returns decimals that show `value` whole, at most `decimals` unless it needs more. */
function decimalsFor(value: Exact): number {
  return (toPlain(value).split('.')[1] ?? '').length;
}

/** @returns a pillar's maximum: its own, else the sum of its indicators'. */
export function pillarMaximum(set: IndexSet, pillar: Pillar): Exact {
  return pillar.maximum ?? sum(pillar.indicators.flatMap((index) => set.indicators[index]?.maximum ?? []));
}

/** @returns pillars with points inside Tổng điểm: bonus, penalty and information have columns of their own or none. */
export function countingPillars(set: IndexSet): Pillar[] {
  return set.pillars.filter((pillar) => pillar.indicators.some((index) => set.indicators[index]?.role === 'points'));
}

/** @returns "Nhóm: Sở · Kỳ báo cáo: Quý III/2026 · 18 đơn vị". */
export function groupLine(assessment: Assessment, ranking: GroupRanking, language: Language): string {
  const parts: string[] = [];
  const name = assessment.groups[ranking.group]?.name ?? '';
  if (name !== '') parts.push(say({ id: 'sheet.group', args: { group: name } }, language));
  const period = assessment.period ?? assessment.settings.period;
  if (period !== null) parts.push(say({ id: 'sheet.period', args: { period } }, language));
  parts.push(say({ id: 'sheet.units', args: { count: ranking.ranking.length } }, language));
  return parts.join(' · ');
}

function columnsOf(assessment: Assessment, set: IndexSet, ranking: GroupRanking, language: Language): Column[] {
  const word = (id: Under<'sheet.'>): string => say({ id: `sheet.${id}`, args: {} }, language);
  const decimals = decimalsOf(assessment, set);
  const points = pointsStyle(decimals);
  const list = ranking.ranking;
  const units = list.map(({ card }) => assessment.units[card.unit]);
  const any = (test: (ranked: RankedUnit) => boolean): boolean => list.some(test);
  const maximumDecimals = Math.max(0, ...new Set(list.map(({ card }) => decimalsFor(card.maximum))));
  const columns: Column[] = [
    { header: word('order'), width: 5, style: STYLES.whole, earned: true, value: ({ order }) => order },
    {
      header: word('rank'),
      width: any(({ rank }) => rank === null) ? 12 : 8,
      style: STYLES.whole,
      value: ({ rank, card }) => rank ?? word(card.status === 'blocked' ? 'blocked' : 'unranked'),
    },
    { header: word('unit'), width: 34, style: STYLES.text, value: (_, unit) => unit.name },
  ];
  for (const pillar of countingPillars(set)) {
    const maximum = printDecimal(toPlain(pillarMaximum(set, pillar)), language);
    columns.push({
      header: say(
        { id: 'sheet.pillar', args: { name: pillar.name === '' ? pillar.code : pillar.name, maximum } },
        language,
      ),
      width: 0,
      style: points,
      provisional: true,
      earned: true,
      pillar,
      value: ({ card }) => numberOf(card.pillars[pillar.code]),
    });
  }
  const right = (
    header: Under<'sheet.'>,
    width: number,
    style: CellStyle,
    value: Column['value'],
    provisional = false,
  ): void => {
    const shown = provisional ? { provisional: true as const, earned: true as const } : {};
    columns.push({ header: word(header), width, style, value, ...shown });
  };
  if (any(({ card }) => !isZero(card.bonus))) right('bonus', 9, points, ({ card }) => toNumber(card.bonus), true);
  if (any(({ card }) => !isZero(card.penalty)))
    right('penalty', 9, points, ({ card }) => Math.abs(toNumber(card.penalty)), true);
  right('total', 11, { ...points, bold: true }, ({ card }) => toNumber(card.points ?? card.provisional), true);
  right('maximum', 10, pointsStyle(maximumDecimals), ({ card }) => toNumber(card.maximum));
  right('share', 9, points, ({ card }) => numberOf(card.share));
  if (any(({ card }) => card.band !== null)) right('band', 12, STYLES.centre, ({ card }) => card.band);
  if (any(({ card }) => card.bandNotes !== undefined))
    right('band-note', NOTE_WIDTH, STYLES.text, ({ card }) => bandNote(card, language));
  if (any(({ card }) => card.missing > 0)) right('missing', 8, STYLES.whole, ({ card }) => card.missing);
  if (units.some((unit) => unit !== undefined && unit.previousPoints !== null)) {
    right('previous-points', 10, points, (_, unit) => numberOf(unit.previousPoints));
  }
  if (units.some((unit) => unit !== undefined && unit.previousRank !== null)) {
    right('previous-rank', 9, STYLES.whole, (_, unit) => unit.previousRank);
    right('moved', 11, STYLES.moved, ({ rank }, unit) => movedOf(rank, unit));
  }
  // What is left of the page is shared by the pillars.
  const pillars = columns.filter((column) => column.pillar !== undefined);
  const taken = columns.reduce((total, column) => total + column.width, 0);
  const width = Math.max(10, Math.min(18, Math.floor((PAGE_WIDTH - taken) / Math.max(1, pillars.length))));
  for (const column of pillars) {
    column.width = width;
    // A long name takes a wider column rather than a header as high as the page.
    while (column.width < 22 && linesOf(column.header, column.width - 1) > 7) column.width += 1;
  }
  return columns;
}

function numberOf(value: Exact | null | undefined): number | null {
  return value === null || value === undefined ? null : toNumber(value);
}

/** What must be known to read the block rightly. */
function notesOf(assessment: Assessment, set: IndexSet, ranking: GroupRanking, language: Language): string[] {
  const { settings } = assessment;
  const word = (id: Under<'sheet.'>, args: Record<string, string> = {}): string =>
    say({ id: `sheet.${id}`, args }, language);
  const notes: string[] = [];
  const basis = settings.basis ?? set.basis;
  if (set.illustrative) notes.push(word('illustrative'));
  if (set.provenance !== '') notes.push(set.provenance);
  if (basis !== '') notes.push(word('basis', { basis: basis.replace(/\.$/, '') }));
  notes.push(word(settings.rankBy === 'share' ? 'by-share' : 'by-points'));
  if (settings.rankBasis === 'unrounded') notes.push(word('by-unrounded'));
  if (settings.tieBreakers.length > 0) notes.push(word('tie-breakers', { codes: settings.tieBreakers.join('; ') }));
  if (settings.ties === '1234') {
    if (ranking.tied) notes.push(word('ties-name'));
  } else if (ranking.tied) notes.push(word(`ties-${settings.ties}`));
  if (settings.rounding === 'total') notes.push(word('rounding-total'));
  notes.push(...ranking.bandNotes.map((note) => say(note, language)));
  if (assessment.periodBefore !== null) notes.push(word('previous-note', { period: assessment.periodBefore }));
  if (ranking.ranking.some(({ card }) => card.missing > 0)) notes.push(word('missing-note'));
  if (ranking.blocked > 0) notes.push(word('provisional-note'));
  return notes;
}

/** Appends one group; returns its header row and whether the columns are those of `first`. */
function block(
  b: Builder,
  input: ResultInput,
  ranking: GroupRanking,
  columns: Column[],
  first: boolean,
  breaks: number[],
): { header: number } {
  const { assessment, language, stamp } = input;
  const group = assessment.groups[ranking.group];
  const set = group === undefined ? undefined : assessment.sets[group.set];
  if (group === undefined || set === undefined) return { header: b.next() };
  const last = columns.length - 1;
  const width = columns.reduce((total, column) => total + column.width, 0);
  const title = headTitle('ranking-title', titleOf(assessment, group.set), language);
  b.banner(title, STYLES.title, last, heightOf([{ text: title, width: width * 0.75 }], 19, 24));
  if (first) b.banner(stamp, STYLES.stamp, last);
  b.banner(groupLine(assessment, ranking, language), STYLES.line, last);
  // The row is there either way: people's formulas point at the rows below.
  const alarm = ranking.blocked > 0 ? say({ id: 'sheet.provisional', args: { count: ranking.blocked } }, language) : '';
  b.banner(alarm === '' ? null : alarm, STYLES.alarm, last);
  const notes = notesOf(assessment, set, ranking, language).join(' ');
  b.banner(notes, STYLES.note, last, heightOf([{ text: notes, width: width * 1.1 }], 12.5, 15));

  const header = b.row(
    columns.map((column) => b.cell(column.header, STYLES.header)),
    heightOf(columns.map((column) => ({ text: column.header, width: column.width }))),
  );
  const plain = columns.map((column) => b.style(column.style));
  const grey = columns.map((column) =>
    b.style({ ...column.style, color: COLOURS.grey, ...(column.provisional ? { italic: true } : {}) }),
  );
  const none = b.style({ ...STYLES.centre, color: COLOURS.grey });
  const remark = b.style({ ...STYLES.centre, italic: true, fontSize: 9, color: COLOURS.grey });
  const top = b.next();
  let bars = 0;
  for (const ranked of ranking.ranking) {
    const unit = assessment.units[ranked.card.unit];
    if (unit === undefined) continue;
    const blocked = ranked.card.status === 'blocked';
    if (!blocked) bars += 1;
    const styles = blocked ? grey : plain;
    const silent = hasNoData(ranked.card);
    const cells: PlanCell[] = columns.map((column, index) =>
      silent && column.earned === true
        ? { value: NOTHING, style: none }
        : { value: column.value(ranked, unit), style: styles[index] ?? 0 },
    );
    if (ranked.rank === null && cells[1] !== undefined) cells[1].style = remark;
    const note = bandNote(ranked.card, language);
    b.row(
      cells,
      ranked.rank === null || unit.name.length > 32 || note !== ''
        ? heightOf(
            [
              { text: unit.name, width: columns[2]!.width },
              { text: note, width: NOTE_WIDTH },
            ],
            15,
            ranked.rank === null ? 40 : 15,
          )
        : undefined,
    );
  }
  chart(b, columns, { header, top, bars: Math.min(bars, MOST_BARS), cut: bars > MOST_BARS }, language, breaks);
  return { header };
}

/** @returns the sheet Xếp hạng. */
export function rankingSheet(input: ResultInput): SheetPlan {
  const { assessment, scored, language } = input;
  const b = builder();
  const widths: number[] = [];
  const heads: { header: number; shape: string }[] = [];
  const breaks: number[] = [];
  const blocks = scored.rankings.flatMap((ranking) => {
    const set = assessment.sets[assessment.groups[ranking.group]?.set ?? -1];
    return set === undefined ? [] : [{ ranking, columns: columnsOf(assessment, set, ranking, language) }];
  });
  // The blocks stand above one another: a column is as wide as the widest of them wants it.
  for (const { columns } of blocks)
    columns.forEach((column, index) => (widths[index] = Math.max(widths[index] ?? 0, column.width)));
  blocks.forEach(({ ranking, columns }, position) => {
    columns.forEach((column, index) => (column.width = widths[index] ?? column.width));
    if (position > 0) b.row([]);
    if (position > 0) breaks.push(b.next());
    const { header } = block(b, input, ranking, columns, heads.length === 0, breaks);
    heads.push({ header, shape: columns.map((column) => column.header).join('\t') });
  });
  const first = heads[0];
  // A frozen or repeated header over a block with other columns would name them wrongly.
  const alike = first !== undefined && heads.every((head) => head.shape === first.shape);
  return b.finish({
    name: input.name,
    widths,
    filter: null,
    tabColor: '#2F6DB5',
    freeze: { rows: alike ? first.header + 1 : 0, columns: 0 },
    print: landscape(
      alike ? { top: first.header, bottom: first.header } : null,
      input.stamp,
      say({ id: 'sheet.footer', args: {} }, language),
      // A matrix of forty indicators without pillars squeezed onto one page can't be read.
      widths.reduce((sum, width) => sum + width, 0) > WIDE_PAGE
        ? { breaks, fitToWidth: false, scale: 60, repeatColumns: 3 }
        : { breaks },
    ),
  });
}
