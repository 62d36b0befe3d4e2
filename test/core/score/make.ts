/** Hand-made assessments for the scoring tests. */
import { exact, fromDecimal, type Exact } from '#core/exact/exact';
import { defaultSettings } from '#core/read/settings/settings';
import type { Indicator, IndexSet } from '#core/framework/framework';
import type { Assessment, Entry, InputColumn, Reading, Settings, Unit } from '#core/read/assessment';

export function reading(column: InputColumn, value: string | Exact | null, extra: Partial<Reading> = {}): Reading {
  const number = typeof value === 'string' ? fromDecimal(value) : value;
  const cell = typeof value === 'string' ? Number(value) : null;
  const at = { sheet: 0, row: 1, column: 1 };
  return { column, at, cell, value: number, labels: null, problem: null, empty: value === null, ...extra };
}

export function indicator(index: number, code: string, maximum: string, extra: Partial<Indicator> = {}): Indicator {
  return {
    index,
    code,
    name: code,
    pillar: code.split('.')[0]!,
    maximum: fromDecimal(maximum),
    ruleText: '',
    rule: { kind: 'judged' },
    ruleError: null,
    role: 'points',
    description: '',
    labels: {},
    notArising: null,
    evidenceRequired: false,
    appliesTo: { include: [], exclude: [] },
    basis: '',
    at: null,
    ...extra,
  };
}

export function indexSet(indicators: Indicator[]): IndexSet {
  const codes = [...new Set(indicators.map((item) => item.pillar))];
  const pillars = codes.map((code) => ({
    code,
    name: code,
    maximum: null,
    at: null,
    indicators: indicators.filter((item) => item.pillar === code).map((item) => item.index),
  }));
  return {
    id: 'test',
    title: 'test',
    basis: '',
    provenance: '',
    illustrative: false,
    total: exact(1000),
    totalAt: null,
    decimals: 2,
    indicators,
    pillars,
    sums: [],
  };
}

const settings = (extra: Partial<Settings> = {}): Settings => ({ ...defaultSettings(), ...extra });

export type Row = Partial<Record<InputColumn, string | Reading>>;

/** Units by name; one row per indicator. */
export function assessment(set: IndexSet, data: [string, Row[]][], extra: Partial<Settings> = {}): Assessment {
  const units: Unit[] = data.map(([name], index) => ({
    index,
    name,
    code: null,
    group: 0,
    ranked: true,
    listedAt: { sheet: 0, row: index, column: 0 },
    dataAt: null,
    previousPoints: null,
    previousRank: null,
  }));
  const entries: Entry[] = data.flatMap(([, rows], unit) =>
    rows.map((row, index) => {
      const readings: Entry['readings'] = {};
      for (const column of Object.keys(row) as InputColumn[]) {
        const value = row[column]!;
        readings[column] = typeof value === 'string' ? reading(column, value) : value;
      }
      return {
        unit,
        indicator: index,
        table: 0,
        row: index,
        codeAt: { sheet: 0, row: index, column: 0 },
        readings,
      };
    }),
  );
  return {
    picture: { sheets: [] },
    language: 'vi',
    settings: settings(extra),
    sets: [set],
    groups: [{ index: 0, name: '', set: 0, units: units.map((unit) => unit.index) }],
    units,
    tables: [],
    entries,
    period: null,
    periods: [],
    periodBefore: null,
    statedMaxima: [],
    typed: [],
    remarks: [],
    waivers: [],
    recognised: [],
    listed: true,
  };
}
