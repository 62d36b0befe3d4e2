import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, equals, exact, fromDecimal, sum, toFixed, toNumber, ZERO } from '#core/exact/exact';
import type { Rule } from '#core/framework/rules/rule';
import { score } from '#core/score/index';
import { assessment, indexSet, indicator, reading, type Row } from './make.ts';

const csv = (name: string): string[][] =>
  readFileSync(new URL(`../../golden/${name}`, import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
const ratio: Rule = {
  kind: 'ratio',
  quantity: { op: '/', left: { op: 'input', name: 'a' }, right: { op: 'input', name: 'b' }, target: false },
};
const one = indexSet([indicator(0, '1', '100')]);
const names = (scored: ReturnType<typeof score>, data: { units: { name: string }[] }) =>
  scored.rankings[0]!.ranking.map((item) => [item.rank, data.units[item.card.unit]!.name]);

describe('ranks', () => {
  const tie: [string, Row[]][] = [
    ['Đà', [{ self: '9' }]],
    ['An', [{ self: '9' }]],
    ['Bê', [{ self: '10' }]],
    ['Cam', [{ self: '8' }]],
  ];
  it.each([
    ['1224', [1, 2, 2, 4]],
    ['1223', [1, 2, 2, 3]],
    ['1234', [1, 2, 3, 4]],
  ] as const)('%s', (ties, ranks) => {
    const data = assessment(one, tie, { ties });
    const ranked = names(score(data), data);
    expect(ranked.map(([rank]) => rank)).toEqual(ranks);
    expect(ranked.map(([, name]) => name)).toEqual(['Bê', 'An', 'Đà', 'Cam']);
  });
  it('breaks ties only by Tiêu chí phụ', () => {
    const set = indexSet([indicator(0, '1.1', '10'), indicator(1, '2.1', '10')]);
    const data = assessment(
      set,
      [
        ['A', [{ self: '4' }, { self: '6' }]],
        ['B', [{ self: '6' }, { self: '4' }]],
      ],
      { tieBreakers: ['1.1'] },
    );
    expect(names(score(data), data)).toEqual([
      [1, 'B'],
      [2, 'A'],
    ]);
  });
});

describe('PCI 2015 on 1,000 points', () => {
  const rows = csv('pci_2015_on_1000_points.csv');
  const set = indexSet(Array.from({ length: 10 }, (_, i) => indicator(i, String(i + 1), '200')));
  const data: [string, Row[]][] = rows.map((row) => [row[1]!, row.slice(2, 12).map((self) => ({ self }))]);
  it.each([
    ['indicator', 13],
    ['total', 15],
  ] as const)('rounding %s', (rounding, column) => {
    const made = assessment(set, data, { rounding });
    const { ranking } = score(made).rankings[0]!;
    const got = new Map(
      ranking.map((r) => [made.units[r.card.unit]!.name, [toFixed(r.card.points!, 2), String(r.rank)]]),
    );
    for (const row of rows) expect(got.get(row[1]!)).toEqual([row[column], row[column + 1]]);
  });
  it('ranks by the unrounded total as published', () => {
    const made = assessment(set, data, { rankBasis: 'unrounded' });
    const { ranking } = score(made).rankings[0]!;
    const got = new Map(ranking.map((r) => [made.units[r.card.unit]!.name, String(r.rank)]));
    for (const row of rows) expect(got.get(row[1]!)).toBe(row[18]);
  });
});

describe('not arising', () => {
  const set = indexSet([indicator(0, '1', '60'), indicator(1, '2', '40', { rule: ratio })]);
  const data: [string, Row[]][] = [['A', [{ self: '30' }, { a: '0', b: '0' }]]];
  it.each([
    ['full', 70, 100],
    ['zero', 30, 100],
    ['drop', 30, 60],
    ['rescale', 50, 100],
    ['ask', null, 100],
  ] as const)('%s', (notArising, points, maximum) => {
    const card = score(assessment(set, data, { notArising })).cards[0]!;
    expect(card.points === null ? null : toNumber(card.points)).toBe(points);
    expect(toNumber(card.maximum)).toBe(maximum);
  });
  it('verified points go before the policy', () => {
    const card = score(
      assessment(set, [['A', [{ self: '30' }, { a: '0', b: '0', verified: '7' }]]], { notArising: 'drop' }),
    ).cards[0]!;
    expect([toNumber(card.points!), toNumber(card.maximum)]).toEqual([37, 100]);
  });
  it('blocks when nothing remains', () => {
    const card = score(
      assessment(indexSet([indicator(0, '1', '40', { rule: ratio })]), [['A', [{ a: '0', b: '0' }]]], {
        notArising: 'drop',
      }),
    ).cards[0]!;
    expect(card.blockedBy).toEqual(['nothing-remains']);
  });
});

describe('official points', () => {
  const bad = reading('verified', '120', { problem: 'above-maximum', value: null });
  it('a faulty deciding value blocks, a waived one counts 0', () => {
    const data = assessment(one, [['A', [{ verified: bad, self: '5' }]]]);
    expect(score(data).cards[0]!.status).toBe('blocked');
    data.waivers.push({
      check: 'points.above-maximum',
      unit: 'A',
      indicator: '1',
      column: 'verified',
      value: '120',
      by: 'x',
      reason: 'y',
    });
    expect(score(data).cards[0]!.entries[0]!.state).toBe('waived');
  });
  it('elsewhere it does not', () => {
    const data = assessment(one, [['A', [{ verified: bad, self: '5' }]]], { sources: ['self', 'verified'] });
    expect(toNumber(score(data).cards[0]!.points!)).toBe(5);
  });
  it('missing: 0 with a count, or blocked; no data: blocked', () => {
    const set = indexSet([indicator(0, '1', '5'), indicator(1, '2', '5')]);
    const card = score(assessment(set, [['A', [{ self: '5' }]]])).cards[0]!;
    expect([toNumber(card.points!), card.missing]).toEqual([5, 1]);
    expect(score(assessment(set, [['A', [{ self: '5' }]]], { missing: 'block' })).cards[0]!.status).toBe('blocked');
    expect(score(assessment(set, [['A', []]])).cards[0]!.blockedBy).toEqual(['no-data']);
  });
  it('relative to the best of the group', () => {
    const rule: Rule = { kind: 'relative', quantity: { op: 'input', name: 'a' } };
    const scored = score(
      assessment(indexSet([indicator(0, '1', '20', { rule })]), [
        ['A', [{ a: '4' }]],
        ['B', [{ a: '8' }]],
      ]),
    );
    expect(scored.cards.map((card) => toNumber(card.points!))).toEqual([10, 20]);
  });
  it('target: half at it, all of it for the best of the group above it', () => {
    const rule: Rule = { kind: 'target', quantity: { op: 'input', name: 'a' }, goal: exact(10) };
    const of = (...values: string[]): number[] =>
      score(
        assessment(
          indexSet([indicator(0, '1', '20', { rule })]),
          values.map((a, at) => [`Đơn vị ${at}`, [{ a }]]),
        ),
      ).cards.map((card) => toNumber(card.points!));
    expect(of('5', '10', '12', '14')).toEqual([5, 10, 15, 20]);
    expect(of('5', '10', '9')).toEqual([5, 10, 9]);
  });
});

it('properties: bounds, sums, order of rows', () => {
  const set = indexSet([
    indicator(0, '1.1', '20', { rule: ratio }),
    indicator(1, '1.2', '30'),
    indicator(2, '2.1', '50', { rule: ratio }),
  ]);
  const figure = fc.integer({ min: 0, max: 97 });
  const row = fc
    .tuple(figure, figure, figure)
    .map(([a, b, self]): Row[] => [
      { a: String(Math.min(a, b)), b: String(b + 1) },
      { self: String(self % 31) },
      { a: String(Math.min(a, self)), b: String(self + 1) },
    ]);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
      const data = rows.map((r, i): [string, Row[]] => [`Xã ${i}`, r]);
      const made = assessment(set, data);
      const scored = score(made);
      for (const card of scored.cards) {
        for (const entry of card.entries) {
          expect(compare(entry.official!, ZERO)).toBeGreaterThanOrEqual(0);
          expect(compare(entry.official!, entry.maximum)).toBeLessThanOrEqual(0);
        }
        expect(equals(sum(Object.values(card.pillars)), card.points!)).toBe(true);
      }
      const turned = assessment(set, [...data].reverse());
      expect(names(score(turned), turned)).toEqual(names(scored, made));
    }),
    { numRuns: 50 },
  );
});

it('the national DTI 2022 as weighted sums', () => {
  const weights = [100, 100, 100, 100, 100, 200, 150, 150];
  const set = { ...indexSet(weights.map((w, i) => indicator(i, String(i + 1), String(w)))), decimals: 4 };
  const rows = csv('dti_2022_published_pillars_top5.csv');
  const data = rows.map((row): [string, Row[]] => [
    row[1]!,
    row.slice(2, 10).map((share, i) => ({
      self: reading('self', fromDecimal(String(Math.round(Number(share) * 10000 * weights[i]!) / 10000))),
    })),
  ]);
  const scored = score(assessment(set, data));
  expect(scored.rankings[0]!.ranking.map((r) => r.rank)).toEqual(rows.map((row) => Number(row[0])));
  scored.cards.forEach((card, i) => expect(toNumber(card.points!)).toBeCloseTo(Number(rows[i]![11]) * 1000, 6));
});
