/** Two indicators with the same figures for every unit: one was probably copied from the other. */
import { toPlain, type Exact } from '../exact/exact.ts';
import type { CellRef, Entry } from '../read/assessment.ts';
import { scalarOf } from '../workbook/cell.ts';
import type { Check, Told } from './finding.ts';
import type { CheckInput } from './input.ts';
import { FIGURES, setOf } from './shared.ts';

interface Series {
  byUnit: (string | undefined)[];
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

/** By set, then by indicator. */
type ByIndicator<Value> = (Value | undefined)[][];

/** So many units, spread over the list, tell most indicators apart. */
const SAMPLE = 8;

/** @returns whether an indicator may have the figures of another: only then all its entries are looked at. */
function candidates(input: CheckInput): (set: number, indicator: number) => boolean {
  const { entries, tables, units } = input.assessment;
  const step = Math.max(1, Math.floor(units.length / SAMPLE));
  const samples: ByIndicator<string[]> = [];
  for (const entry of entries) {
    if (entry.unit % step !== 0) continue;
    const figures = figuresOf(entry, tables[entry.table]?.kind === 'matrix');
    if (figures === null) continue;
    const ofSet = (samples[setOf(input, entry.unit)] ??= []);
    (ofSet[entry.indicator] ??= [])[entry.unit / step] = figures.text;
  }
  const print = (sample: readonly (string | undefined)[]): string => sample.map((text) => text ?? '').join('\u0001');
  const counts = samples.map((ofSet) => {
    const count = new Map<string, number>();
    for (const sample of ofSet) if (sample !== undefined) count.set(print(sample), (count.get(print(sample)) ?? 0) + 1);
    return count;
  });
  return (set, indicator) => {
    const sample = samples[set]?.[indicator];
    // Without a figure in the sample it may be like another without one.
    return sample === undefined || (counts[set]?.get(print(sample)) ?? 0) > 1;
  };
}

function seriesOf(input: CheckInput): ByIndicator<Series> {
  const { assessment } = input;
  const isCandidate = candidates(input);
  const wanted: ByIndicator<boolean> = [];
  const all: ByIndicator<Series> = [];
  for (const entry of assessment.entries) {
    const set = setOf(input, entry.unit);
    if (!((wanted[set] ??= [])[entry.indicator] ??= isCandidate(set, entry.indicator))) continue;
    const matrix = assessment.tables[entry.table]?.kind === 'matrix';
    const figures = figuresOf(entry, matrix);
    if (figures === null) continue;
    const series = ((all[set] ??= [])[entry.indicator] ??= {
      byUnit: [],
      units: 0,
      distinct: new Set(),
      first: figures.at,
      matrix,
    });
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
    const keyed = seriesOf(input).flatMap((ofSet, set) =>
      ofSet.flatMap((series, index) => (series === undefined ? [] : [{ set, index, series }])),
    );
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
