/** The synthetic workbook as a model of formulas: points a row, sums a unit, ranks by COUNTIF. What formulas can say, no more. */
import { scalarOf, type Scalar } from '#core/workbook/cell';
import type { Standing } from '../measure.ts';
import { itemsOf, syntheticPicture, type Item, type SyntheticOptions } from '../synthetic.ts';

/** Texts that begin with "=" are formulas. */
export interface ModelSheet {
  name: string;
  rows: (Scalar | null)[][];
}

export const DATA = 'Figures';
export const TOTALS = 'Totals';

/** Two heading rows stand above the data (rows are counted from 1). */
const FIRST_ROW = 3;

/**
 * Columns: C a, D b, E choice, F self, G verified. Verified counts first, then calculated, then self, as our defaults have it.
 * Words in place of a figure make an error of the row and its unit: there ours blocks the unit.
 * The tiny addend: a half that doubles put just below the half is rounded up, as exact arithmetic does.
 */
function pointsOf({ kind, maximum }: Item, row: number): string {
  const rounded = (points: string): string => `ROUND(${points}+0.0000001,2)`;
  const share = `C${row}/D${row}`;
  const calculated =
    kind === 'yes-no'
      ? `IF(E${row}="Có",${maximum},0)`
      : kind === 'ratio'
        ? rounded(`MIN(1,${share})*${maximum}`)
        : `IF(${share}>=0.9,${maximum},IF(${share}>=0.5,${rounded(`${share}*${maximum}`)},0))`;
  const unverified = kind === 'yes-no' ? calculated : `IF(D${row}="",F${row},${calculated})`;
  return `=IF(ISNUMBER(G${row}),G${row},${unverified})`;
}

/** Rows of the items by pillar: the first and the last place of each. */
function pillarsOf(items: Item[]): { first: number; last: number }[] {
  const pillars = new Map<string, { first: number; last: number }>();
  for (const [index, { code }] of items.entries()) {
    const pillar = code.split('.')[0] ?? '';
    pillars.set(pillar, { first: pillars.get(pillar)?.first ?? index, last: index });
  }
  return [...pillars.values()];
}

function dataRows(book: SyntheticOptions): (Scalar | null)[][] {
  const sheet = syntheticPicture(book).sheets.find(({ name }) => name === 'Số liệu');
  return (sheet?.rows ?? []).map(({ cells }) => cells.map(scalarOf));
}

/** @returns the data with a formula a row, and a sheet of sums (by pillar and whole) and ranks with a row a unit. */
export function formulaModel(book: SyntheticOptions): ModelSheet[] {
  const items = itemsOf(book.indicators);
  const pillars = pillarsOf(items);
  const data = dataRows(book).map((cells, index) => {
    const item = items[(index + 1 - FIRST_ROW) % items.length];
    return index + 1 < FIRST_ROW || item === undefined ? cells : [...cells, pointsOf(item, index + 1)];
  });
  const last = String.fromCharCode(65 + pillars.length);
  const total = String.fromCharCode(66 + pillars.length);
  const totals = Array.from({ length: book.units }, (_, unit): (Scalar | null)[] => {
    const start = FIRST_ROW + unit * items.length;
    const own = unit + 1;
    return [
      data[start - 1]?.[0] ?? null,
      ...pillars.map((rows) => `=SUM(${DATA}!I${start + rows.first}:I${start + rows.last})`),
      `=ROUND(SUM(B${own}:${last}${own}),2)`,
      `=COUNTIF($${total}$1:$${total}$${book.units},">"&${total}${own})+IF(ISNUMBER(${total}${own}),1,${total}${own})`,
    ];
  });
  return [
    { name: DATA, rows: data },
    { name: TOTALS, rows: totals },
  ];
}

/** @returns the same sheets with a 0 in place of each formula: what reading and writing alone cost. */
export function valueModel(book: SyntheticOptions): ModelSheet[] {
  return formulaModel(book).map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' && cell.startsWith('=') ? 0 : cell))),
  }));
}

/** Rows of the sheet of sums, calculated, as standings. */
export function modelStandings(rows: (Scalar | null)[][]): Standing[] {
  const figure = (value: Scalar | null | undefined): number | null => (typeof value === 'number' ? value : null);
  return rows.map((row) => {
    const points = figure(row.at(-2));
    return { name: String(row[0]), points, rank: points === null ? null : figure(row.at(-1)) };
  });
}

/** @returns what differs between ours and theirs, a few lines at most; empty where every unit's points and rank are equal. */
export function differences(ours: Standing[], theirs: Standing[]): string[] {
  const own = new Map(ours.map((standing) => [standing.name, standing]));
  const lines = theirs.flatMap(({ name, points, rank }) => {
    const mine = own.get(name);
    const same = mine !== undefined && mine.points === points && mine.rank === rank;
    return same ? [] : [`${name}: ours ${mine?.points}, rank ${mine?.rank}; theirs ${points}, rank ${rank}`];
  });
  const count = ours.length === theirs.length ? [] : [`${ours.length} units of ours, ${theirs.length} of theirs`];
  return [...count, ...lines.slice(0, 5), ...(lines.length > 5 ? [`… ${lines.length} units in all`] : [])];
}
