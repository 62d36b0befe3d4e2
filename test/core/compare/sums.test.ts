/** Over random pairs of workbooks: the reasons add up to the change of a unit's points, exactly and in their order. */
import { describe, expect, it } from 'vitest';
import { compare, fromDecimal, isZero, sign, subtract, sum, toNumber, ZERO, type Exact } from '#core/exact/exact';
import type { DiffOutcome } from '#core/commands/diff';
import type { CommandOutcome } from '#core/commands/score';
import type { UnitChange } from '#core/compare/index';
import type { Cell } from '#core/workbook/cell';
import { resultOf } from '#test/support/book';
import { randomOf } from '#test/support/random';
import { bookOf, diffOf, jsonOf, type Parts } from './books.ts';

type Random = () => number;

const RULES = [
  'a/b',
  'a/b đạt 80%',
  'Mức a/b: >= 90% = 100%; từ 50% đến dưới 90% = theo tỷ lệ; còn lại = 0',
  'a x 0,35',
  'Trừ: a x 1,5',
  '(a/b)/cao nhất',
  'Tổng: [a/b] x 2 + [a x 0,3] x 3',
  'Có/Không',
  'Chấm điểm',
  '',
];
const OUTSIDE = [
  'Điểm cộng, không quá 7,5: a x 1,25',
  'Điểm trừ: a x 5',
  'Điểm trừ, không quá 30: a x 3',
  'Không tính điểm',
];
const POLICIES = ['loại', 'quy đổi', 'đủ điểm', '0 điểm', ''];
const MAXIMA = [5, 7.5, 10, 12.125, 20, 33];
const NAMES = ['Sở Y tế', 'Sở Nội vụ', 'Sở Tài chính', 'Sở Xây dựng', 'Sở Công Thương', 'Thanh tra tỉnh'];

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const whole = (random: Random, most: number): number => Math.floor(random() * (most + 1));

function indicatorRow(random: Random, code: string): Cell[] {
  const outside = random() < 0.2;
  const rule = pick(random, outside ? OUTSIDE : RULES);
  const applies = random() < 0.1 ? `trừ ${pick(random, NAMES)}` : null;
  return [code, `Chỉ số ${code}`, outside ? 0 : pick(random, MAXIMA), rule || null, pick(random, POLICIES), applies];
}

function dataRow(random: Random, unit: string, code: string, row: Cell[]): Cell[] {
  const b = whole(random, 8);
  const a = random() < 0.85 ? whole(random, Math.max(b, 1)) : whole(random, 40);
  const points = (): Cell => (random() < 0.25 ? Math.round(random() * Number(row[2]) * 1000) / 1000 : null);
  const choice = random() < 0.1 ? 'Không áp dụng' : pick(random, ['Có', 'Không', null]);
  // A gap, words in place of a figure: blocked units have no points, and nothing to add up.
  const odd = random();
  return [unit, code, odd < 0.02 ? 'chưa có' : odd < 0.05 ? null : a, b, choice, points(), points(), null];
}

function settingsOf(random: Random): Record<string, Cell> {
  return {
    'Làm tròn': pick(random, ['từng chỉ số', 'tổng']),
    'Số chữ số thập phân': pick(random, [0, 1, 2, 3]),
    'Khi không phát sinh': pick(random, ['loại', 'quy đổi', 'đủ điểm', '0 điểm']),
    'Nguồn điểm': pick(random, ['thẩm định > tính > tự chấm', 'tự chấm > tính', 'tính > thẩm định > tự chấm']),
    'Xếp hạng theo': pick(random, ['điểm', 'tỷ lệ']),
  };
}

function partsOf(random: Random): Parts {
  const codes = ['1.1', '1.2', '1.3', '2.1', '2.2', '2.10', '3'].filter(() => random() < 0.85);
  const set = codes.map((code) => indicatorRow(random, code));
  const names = NAMES.filter(() => random() < 0.85);
  const units = names.map((name, place) => [name, null, place % 2 === 0 ? 'Nhóm A' : 'Nhóm B']);
  const data = names.flatMap((name) => set.map((row) => dataRow(random, name, String(row[0]), row)));
  return { set, units, data, settings: settingsOf(random) };
}

/** The same workbook a quarter later: here a figure, there a maximum, a rule, a unit, a setting is another. */
function changed(random: Random, { set, units, data, settings = {} }: Parts): Parts {
  const rows = set.map((row) => (random() < 0.25 ? indicatorRow(random, String(row[0])) : row));
  const other = settingsOf(random);
  return {
    set: rows.filter(() => random() < 0.95),
    units: units.filter(() => random() < 0.95),
    data: data.map((row) => {
      const own = rows.find(([code]) => code === row[1]) ?? row;
      return random() < 0.4 ? dataRow(random, String(row[0]), String(row[1]), own) : row;
    }),
    settings: Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [key, random() < 0.3 ? (other[key] ?? value) : value]),
    ),
  };
}

function pairOf(seed: number): DiffOutcome {
  const random = randomOf(seed);
  const old = partsOf(random);
  return diffOf(bookOf(old), bookOf(random() < 0.85 ? changed(random, old) : partsOf(random)));
}

const PAIRS = Array.from({ length: 300 }, (_, seed) => pairOf(seed + 1));
const size = (value: Exact): Exact => (sign(value) < 0 ? subtract(ZERO, value) : value);
const both = ({ oldPoints, newPoints }: UnitChange): boolean => oldPoints !== null && newPoints !== null;
const units = PAIRS.flatMap(({ comparison }) => comparison.ranking.filter(both));
/** By unit and code what the JSON of `score` says is official. */
function publishedBy(outcome: CommandOutcome): Map<string, Map<string, number>> {
  const [set] = outcome.assessment.sets;
  const isPenalty = new Set(set?.indicators.flatMap(({ code, role }) => (role === 'penalty' ? [code] : [])));
  return new Map(
    resultOf(outcome).groups.flatMap(({ ranking }) =>
      ranking.map(({ unit, entries }) => [
        unit,
        new Map(
          Object.entries(entries).map(([code, { official }]) => [
            code,
            (isPenalty.has(code) ? -1 : 1) * (official ?? 0),
          ]),
        ),
      ]),
    ),
  );
}

/** A number as it is printed. */
const printed = (value: number | null): Exact => fromDecimal(Number(value).toFixed(6));

describe('300 random pairs', () => {
  it('Σ because is newPoints − oldPoints for every unit with points on both sides', () => {
    for (const { oldPoints, newPoints, because } of units) {
      const change = subtract(newPoints!, oldPoints!);
      expect(subtract(sum(because.map(({ delta }) => delta)), change)).toEqual(ZERO);
    }
  });

  it('so do the numbers of the JSON', () => {
    for (const pair of PAIRS)
      for (const { oldPoints, newPoints, because } of jsonOf(pair).ranking) {
        if (oldPoints === null || newPoints === null) continue;
        const change = subtract(printed(newPoints), printed(oldPoints));
        expect(subtract(sum(because.map(({ delta }) => printed(delta))), change)).toEqual(ZERO);
      }
  });

  it('a reason is what the two results of score publish of the indicator; absent counts 0, a penalty takes away', () => {
    for (const pair of PAIRS) {
      const [before, after] = [publishedBy(pair.old), publishedBy(pair.now)];
      for (const { unit, because } of pair.comparison.ranking.filter(both)) {
        const [one, other] = [before.get(unit)!, after.get(unit)!];
        const expected = [...new Set([...one.keys(), ...other.keys()])].flatMap((code): [string, number][] => {
          const delta = subtract(printed(other.get(code) ?? 0), printed(one.get(code) ?? 0));
          return isZero(delta) ? [] : [[code, toNumber(delta)]];
        });
        const found = because.flatMap(({ code, delta }) => (code === '' ? [] : [[code, toNumber(delta)] as const]));
        expect(new Map(found)).toEqual(new Map(expected));
      }
    }
  });

  it('no row is 0 or stands twice, the largest stands first', () => {
    for (const { because } of units) {
      const sizes = because.map(({ delta }) => size(delta));
      expect(sizes.every((one) => !isZero(one))).toBe(true);
      expect(sizes.every((one, place) => place === 0 || compare(sizes[place - 1]!, one) >= 0)).toBe(true);
      expect(new Set(because.map(({ code }) => code)).size).toBe(because.length);
    }
  });

  it('a unit without points on a side has no reasons', () => {
    const without = PAIRS.flatMap(({ comparison }) => comparison.ranking.filter((unit) => !both(unit)));
    expect(without.length).toBeGreaterThan(50);
    expect(without.every(({ because }) => because.length === 0)).toBe(true);
  });

  it('they hold what there is to hold: rest rows, units that rose and fell, units that came and went', () => {
    const rests = units.filter(({ because }) => because.some(({ code }) => code === ''));
    expect(units.length).toBeGreaterThan(400);
    expect(rests.length).toBeGreaterThan(60);
    expect(PAIRS.filter(({ comparison }) => comparison.removed.length > 0).length).toBeGreaterThan(30);
    expect(PAIRS.filter(({ comparison }) => comparison.set.length > 0).length).toBeGreaterThan(100);
  });

  it('a workbook compared with itself differs in nothing', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const picture = bookOf(partsOf(randomOf(seed)));
      const { set, settings, added, removed, cells, ranking } = diffOf(picture, structuredClone(picture)).comparison;
      expect([set, settings, added, removed, cells, ranking.flatMap(({ because }) => because)].flat()).toEqual([]);
    }
  });
});
