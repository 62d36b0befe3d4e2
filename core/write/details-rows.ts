/** The rows of units on the sheet Chi tiết điểm: one per unit and source of points. */
import { Adder } from '../exact/estimate.ts';
import { subtract, toNumber, type Exact } from '../exact/exact.ts';
import type { IndexSet, Pillar } from '../framework/framework.ts';
import type { Under } from '../messages/ids.ts';
import { say } from '../messages/index.ts';
import { hasNoData, type EntryScore, type GroupRanking, type Scorecard } from '../score/scored.ts';
import type { CellStyle, PlanCell } from '../workbook/plan.ts';
import { heightOf, type Builder } from './builder.ts';
import { Look } from './look.ts';
import { decimalsOf, NOTHING, type ResultInput } from './ranking.ts';
import { COLOURS, pointsStyle, STYLES } from './styles.ts';

export type Source = 'self' | 'calculated' | 'verified' | 'official' | 'difference';

/** What a column of the sheet shows: the points of an indicator, by its index, or a pillar whose indicators are summed. */
export interface Shown {
  indicator: number | null;
  pillar: Pillar | null;
}

export const UNIT_WIDTH = 32;

const SOURCES = ['self', 'calculated', 'verified'] as const;

/** The points of a source: told apart here, since a property of a name that changes is found slowly. */
function pointsIn(entry: EntryScore, source: Source): Exact | null {
  switch (source) {
    case 'self':
      return entry.self;
    case 'calculated':
      return entry.calculated;
    case 'verified':
      return entry.verified;
    case 'official':
      return entry.official;
    case 'difference': {
      const { self, verified } = entry;
      return self === null || verified === null ? null : subtract(self, verified);
    }
  }
}

/** @returns the sources that any entry of the group has; with a single one only the official row says anything. */
export function sourcesOf({ ranking }: GroupRanking): Source[] {
  const there = SOURCES.filter((source) =>
    ranking.some(({ card }) => card.entries.some((entry) => pointsIn(entry, source) !== null)),
  );
  if (there.length < 2) return ['official'];
  const rows: Source[] = [...there, 'official'];
  if (there.includes('self') && there.includes('verified')) rows.push('difference');
  return rows;
}

/** The sum of a pillar; `counting`: its indicators that give points. */
function pillarSum(
  pillar: Pillar,
  counting: readonly number[],
  card: Scorecard,
  source: Source,
  points: readonly (Exact | null)[],
): number | null {
  if (source === 'official') {
    const official = card.pillars[pillar.code];
    return official === undefined ? null : toNumber(official);
  }
  const parts = new Adder();
  for (const index of counting) {
    const part = points[index] ?? null;
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

/** A unit's name as its column has to hold it: bold letters are wider. */
function nameCell(text: string): { text: string; width: number } {
  return { text, width: UNIT_WIDTH * 0.9 };
}

function signed(format: string): string {
  return `+${format};-${format};${format}`;
}

/** Appends the rows of a group's units, in the order of their ranks. */
export function unitRows(
  b: Builder,
  { assessment, language }: ResultInput,
  ranking: GroupRanking,
  { set, columns, rows }: { set: IndexSet; columns: readonly Shown[]; rows: readonly Source[] },
): void {
  const word = (id: Under<'sheet.'>): string => say({ id: `sheet.${id}`, args: {} }, language);
  const number = pointsStyle(decimalsOf(assessment, set));
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
  const parts = columns.map(({ pillar, indicator }) => ({
    pillar,
    indicator,
    counting: (pillar?.indicators ?? []).filter((index) => set.indicators[index]?.role === 'points'),
  }));
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
      const points = card.entries.map((entry) => pointsIn(entry, source));
      const [plain, sum] = [plainLook(source), sumLook(source, card)];
      for (const { pillar, indicator, counting } of parts) {
        if (pillar !== null) {
          cells.push(sum.cell(pillarSum(pillar, counting, card, source, points)));
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
}
