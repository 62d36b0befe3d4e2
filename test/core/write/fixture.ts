/** A small hand-made assessment with its scores: four departments, two pillars. */
import { exact, sum, ZERO, type Exact } from '#core/exact/exact';
import { defaultSettings } from '#core/read/settings/settings';
import type { Indicator, IndexSet } from '#core/framework/framework';
import type { Assessment, Unit } from '#core/read/assessment';
import type { EntryScore, Scorecard, Scored } from '#core/score/scored';

export const AT = '2026-11-24T17:00:00+07:00';

export function indicator(index: number, code: string, pillar: string, maximum: number): Indicator {
  return {
    index,
    code,
    name: `Chỉ số ${code}`,
    pillar,
    maximum: exact(maximum),
    ruleText: '',
    rule: null,
    ruleError: null,
    role: 'points',
    description: '',
    labels: {},
    notArising: null,
    evidenceRequired: false,
    appliesTo: { include: [], exclude: [] },
    basis: '',
    at: null,
  };
}

export function set(): IndexSet {
  return {
    id: 'thu',
    title: 'Bộ chỉ số thử',
    basis: 'Quyết định 1',
    provenance: 'Điểm tối đa: minh họa.',
    illustrative: true,
    total: exact(100),
    totalAt: null,
    decimals: 2,
    indicators: [indicator(0, '1.1', '1', 30), indicator(1, '1.2', '1', 30), indicator(2, '2', '2', 40)],
    pillars: [
      { code: '1', name: 'Hạ tầng số', maximum: exact(60), at: null, indicators: [0, 1] },
      { code: '2', name: 'Dữ liệu số', maximum: null, at: null, indicators: [2] },
    ],
    sums: [],
  };
}

export function unit(index: number, name: string, more: Partial<Unit> = {}): Unit {
  return {
    index,
    name,
    code: null,
    group: 0,
    ranked: true,
    listedAt: null,
    dataAt: null,
    previousPoints: null,
    previousRank: null,
    ...more,
  };
}

export function assessment(names: string[]): Assessment {
  return {
    picture: {
      sheets: [
        {
          name: 'Số liệu',
          visibility: 'visible',
          rows: [{ index: 0, cells: ['Đơn vị', 1] }],
          merges: [],
          hiddenRowsKnown: true,
        },
      ],
    },
    language: 'vi',
    settings: defaultSettings(),
    sets: [set()],
    groups: [{ index: 0, name: 'Sở, ngành', set: 0, units: names.map((_, index) => index) }],
    units: names.map((name, index) => unit(index, name)),
    tables: [],
    entries: [],
    period: 'Quý III/2026',
    statedMaxima: [],
    typed: [],
    remarks: [],
    waivers: [],
    recognised: [],
    listed: true,
    periods: [],
    periodBefore: null,
  };
}

export function entry(index: number, maximum: number, more: Partial<EntryScore>): EntryScore {
  return {
    indicator: index,
    entry: null,
    state: 'scored',
    self: null,
    calculated: null,
    verified: null,
    official: null,
    unrounded: null,
    maximum: exact(maximum),
    decidedBy: 'verified',
    source: null,
    notArising: false,
    blockedBy: null,
    droppedMaximum: ZERO,
    rescaledMaximum: ZERO,
    explanation: () => [],
    ...more,
  };
}

export function card(index: number, points: [number, number, number], more: Partial<Scorecard> = {}): Scorecard {
  const official = points.map((value) => exact(value * 100, 100));
  const total = sum(official);
  const at = (position: number): Exact => official[position] ?? ZERO;
  return {
    unit: index,
    status: 'ranked',
    entries: [30, 30, 40].map((maximum, position) =>
      entry(position, maximum, { verified: at(position), official: at(position) }),
    ),
    points: total,
    provisional: total,
    unrounded: total,
    maximum: exact(100),
    share: total,
    band: null,
    missing: 0,
    pillars: { 1: sum([at(0), at(1)]), 2: at(2) },
    bonus: ZERO,
    penalty: ZERO,
    selfTotal: null,
    selfGives: ZERO,
    calculatedTotal: null,
    verifiedTotal: total,
    blockedBy: [],
    ...more,
  };
}

export function scored(cards: Scorecard[], ranks: (number | null)[]): Scored {
  return {
    cards,
    rankings: [
      {
        group: 0,
        ranking: cards.map((each, index) => ({ order: index + 1, rank: ranks[index] ?? null, card: each })),
        blocked: cards.filter((each) => each.status === 'blocked').length,
        tied: false,
        bandNotes: [],
      },
    ],
  };
}
