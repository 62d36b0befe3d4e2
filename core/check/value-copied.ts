/** Two indicators with the same figures for every unit: one was probably copied from the other. */
import { toPlain, type Exact } from '../exact/exact.ts';
import type { CellRef, Entry } from '../read/assessment.ts';
import { scalarOf } from '../workbook/cell.ts';
import type { Check, Told } from './finding.ts';
import type { CheckInput } from './input.ts';
import { FIGURES, setOf } from './shared.ts';

interface Series {
  byUnit: string[];
  units: number;
  distinct: Set<string>;
  first: CellRef;
  matrix: boolean;
}

const LEAST_UNITS = 5;

/** Figures of a row; in a matrix its points, which are all it has. Null where a row holds none. */
function figuresOf(entry: Entry, matrix: boolean): { text: string; at: CellRef } | null {
  const columns = matrix ? (['verified', 'self'] as const) : FIGURES;
  let text = '';
  let at: CellRef | null = null;
  for (const column of columns) {
    const reading = entry.readings[column];
    text += '|';
    if (reading === undefined || reading.empty) continue;
    text += String(scalarOf(reading.cell));
    at ??= reading.at;
  }
  return at === null ? null : { text, at: matrix ? entry.codeAt : at };
}

function seriesOf(input: CheckInput): Map<string, Series> {
  const { assessment } = input;
  const all = new Map<string, Series>();
  for (const entry of assessment.entries) {
    const matrix = assessment.tables[entry.table]?.kind === 'matrix';
    const figures = figuresOf(entry, matrix);
    if (figures === null) continue;
    const key = `${setOf(input, entry.unit)} ${entry.indicator}`;
    let series = all.get(key);
    if (series === undefined) {
      series = { byUnit: [], units: 0, distinct: new Set(), first: figures.at, matrix };
      all.set(key, series);
    }
    if (series.byUnit[entry.unit] === undefined) series.units++;
    series.byUnit[entry.unit] = figures.text;
    if (series.distinct.size < 3) series.distinct.add(figures.text);
  }
  return all;
}

/** Where points are 0 or the maximum, two alike columns mean little. */
function allOrNothing(distinct: Set<string>, maximum: Exact | null): boolean {
  if (distinct.size > 2 || maximum === null) return false;
  const whole = toPlain(maximum);
  return [...distinct].every((text) => ['0', whole].includes(text.replaceAll('|', '')));
}

export const valueCopied: Check = {
  severity: 'note',
  run: (input) => {
    const { assessment } = input;
    const seen = new Map<string, number>();
    const found: Told[] = [];
    const keyed = [...seriesOf(input)].map(([key, series]) => {
      const [set = '', index = ''] = key.split(' ');
      return { set: Number(set), index: Number(index), series };
    });
    keyed.sort((left, right) => left.set - right.set || left.index - right.index);
    for (const { set, index, series } of keyed) {
      if (series.units < LEAST_UNITS || series.distinct.size < 2) continue;
      if (series.matrix && allOrNothing(series.distinct, assessment.sets[set]?.indicators[index]?.maximum ?? null))
        continue;
      const print = `${set}:${series.byUnit.map((text) => text ?? '').join('\u0001')}`;
      const earlier = seen.get(print);
      if (earlier === undefined) {
        seen.set(print, index);
        continue;
      }
      const args = { other: assessment.sets[set]?.indicators[earlier]?.code ?? '', units: series.units };
      found.push({ at: series.first, indicator: { set, index }, args });
    }
    return found;
  },
};
