/** Sums of a form: pillars and the total, worked out on the rows' whole units. */
import { toPlain, type Exact } from '../exact/exact.ts';
import type { HelperRow } from './cells.ts';
import { units } from './kinds.ts';

/** What a row brings to the total. */
export interface Counted {
  role: 'points' | 'bonus' | 'penalty' | 'information';
  /** Reference of its points in units. */
  whole: string;
  lost: string;
  rescales: boolean;
}

export interface TotalTask {
  rows: readonly Counted[];
  /** Sum of the maxima that apply. */
  maximum: Exact;
  /** 10^ the decimals of units, and of maxima. */
  unit: Exact;
  maximumUnit: Exact;
  decimals: number;
  row: HelperRow;
}

/** References by tens: SUM of 2007 takes 255 arguments, and short formulas are read more easily. */
function summed(references: readonly string[], row: HelperRow): string {
  const list = references.filter((one) => one !== '0' && one !== '""');
  if (list.length === 0) return '0';
  let parts = list;
  // One is summed, too: a row without points holds a text, and SUM passes over it.
  do {
    const next: string[] = [];
    for (let from = 0; from < parts.length; from += 50) {
      const some = parts.slice(from, from + 50);
      next.push(row.put(`SUM(${some.join(',')})`));
    }
    parts = next;
  } while (parts.length > 1);
  return parts.join('');
}

/** Units → the set's decimals, a half up. `slack`: units that rows rounded down may lack where units are much finer than decimals. */
function published(whole: string, { unit, decimals, row, rows }: TotalTask): string {
  const step = Number(toPlain(unit, 0)) / 10 ** decimals;
  if (step === 1) return whole;
  return row.put(`INT((${whole}+${step / 2 + (step > 1000 ? Math.ceil(rows.length / 2) : 0)})/${step})`);
}

/** @returns the sum of some rows' points as it is shown. */
export function sumOf(references: readonly string[], task: TotalTask): string {
  return `${published(summed(references, task.row), task)}/${10 ** task.decimals}`;
}

/** @returns the total: rescaled, with bonus and penalty, within 0 and what can be reached; "" where nothing remains. */
export function totalOf(task: TotalTask): string {
  const { rows, unit, maximumUnit, row, decimals } = task;
  const of = (role: Counted['role']): string =>
    summed(
      rows.flatMap((one) => (one.role === role ? [one.whole] : [])),
      row,
    );
  const lost = (rescales: boolean): string =>
    summed(
      rows.flatMap((one) => (one.rescales === rescales ? [one.lost] : [])),
      row,
    );
  const [dropped, rescaled] = [lost(false), lost(true)];
  const reach = row.put(`${units(task.maximum, unit)}-${dropped}`);
  const base = of('points');
  let total = base;
  let up = '';
  if (rescaled !== '0') {
    // total = base × M/w: as many whole w as there are, and the rest by itself, so that no product grows too large.
    const fine = Number(toPlain(unit, 0)) / Number(toPlain(maximumUnit, 0));
    const left = row.put(`(${reach}-${rescaled})/${fine}`);
    const guarded = row.put(`IF(${left}>0,${left},1)`);
    const most = row.put(`${reach}/${fine}`);
    const times = row.put(`INT(${base}/${guarded})`);
    const rest = row.put(`(${base}-${times}*${guarded})*${most}`);
    const more = row.put(`INT(${rest}/${guarded})`);
    total = row.put(`IF(${left}>0,${times}*${most}+${more},0)`);
    up = row.put(`IF(2*(${rest}-${more}*${guarded})>=${guarded},1,0)`);
  }
  const [bonus, penalty] = [of('bonus'), of('penalty')];
  const step = Number(toPlain(unit, 0)) / 10 ** decimals;
  const near = step === 1 && up !== '' ? row.put(`${total}+${up}`) : total;
  const kept = row.put(`MAX(0,MIN(${near}+${bonus}-${penalty},${reach}))`);
  return `${published(kept, task)}/${10 ** decimals}`;
}
