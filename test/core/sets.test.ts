/** The built-in sets: structure as the decision says, sums at every level, rules that read cleanly. */
import { describe, expect, it } from 'vitest';
import { compare, equals, exact, sum, toNumber } from '#core/exact/exact';
import { parseRule, printRule, ruleFaults } from '#core/framework/rules/index';
import { setFromData } from '#core/framework/schema';
import { SetError } from '#core/framework/set-data';
import { builtInSets } from '#core/framework/sets/index';
import { canGiuoc2025 } from '#core/framework/sets/can-giuoc-2025';
import { dongNaiDepartments } from '#core/framework/sets/dong-nai-departments';
import { dongNaiDistricts } from '#core/framework/sets/dong-nai-districts';
import { say } from '#core/messages/index';
import { sayAny } from '#test/support/words';

const structure = {
  'dong-nai-departments': { pillars: 10, indicators: 40, sum: 1000 },
  'dong-nai-districts': { pillars: 8, indicators: 64, sum: 1000 },
  'can-giuoc-2025': { pillars: 6, indicators: 62, sum: 960 },
};

describe.each(Object.entries(structure))('%s', (id, { pillars, indicators, sum: total }) => {
  const set = builtInSets[id]!();

  it('has the pillars, components and points that its source states', () => {
    expect(set.pillars).toHaveLength(pillars);
    expect(set.indicators).toHaveLength(indicators);
    expect(toNumber(sum(set.indicators.map((indicator) => indicator.maximum!)))).toBe(total);
    for (const pillar of set.pillars) {
      if (pillar.maximum === null) continue;
      const parts = sum(pillar.indicators.map((index) => set.indicators[index]!.maximum!));
      expect(equals(parts, pillar.maximum), pillar.name).toBe(true);
    }
  });

  it('has rules without a fault, each reaching its maximum', () => {
    for (const indicator of set.indicators) {
      const faults = ruleFaults(indicator.rule!, indicator.maximum!).map((message) => say(message, 'vi'));
      expect(faults, `${indicator.code} ${indicator.ruleText}`).toEqual([]);
      const again = parseRule(printRule(indicator.rule!));
      expect(again.ok && printRule(again.rule)).toBe(printRule(indicator.rule!));
    }
  });

  it('names every figure that its rules read', () => {
    for (const indicator of set.indicators) {
      for (const name of Object.keys(indicator.labels)) expect(['a', 'b', 'c', 'd']).toContain(name);
      expect(compare(indicator.maximum!, exact(0)), indicator.code).toBe(1);
    }
  });
});

it('departments: main points exactly as Decision 3473/QĐ-UBND states them, and said to be an illustration below', () => {
  const set = builtInSets['dong-nai-departments']!();
  expect(set.pillars.map((pillar) => toNumber(pillar.maximum!))).toEqual([50, 150, 50, 100, 100, 300, 50, 100, 50, 50]);
  expect(set.illustrative).toBe(true);
  expect(set.provenance).toContain('minh họa');
});

describe('a set file', () => {
  it('may be any of the built-in sets: their data have the shape that is asked of a file', () => {
    for (const data of [dongNaiDepartments, dongNaiDistricts, canGiuoc2025])
      expect(setFromData(structuredClone(data))).toEqual(builtInSets[data.id]!());
  });

  const broken = (change: (data: typeof dongNaiDepartments) => void): string => {
    const data = structuredClone(dongNaiDepartments);
    change(data);
    try {
      setFromData(data);
    } catch (error) {
      expect(error).toBeInstanceOf(SetError);
      return (error as SetError).messages.map((message) => sayAny(message, 'vi')).join('; ');
    }
    return '';
  };

  it('is refused with the code and the rule when a rule cannot be read', () => {
    expect(broken((data) => (data.pillars[0]!.indicators[0]!.rule = 'a chia b'))).toContain('1.1');
  });

  it('is refused when a code occurs twice', () => {
    expect(broken((data) => (data.pillars[1]!.indicators[0]!.code = '1.1'))).toContain('1.1');
  });

  it('is refused when a field has the wrong shape', () => {
    expect(broken((data) => (data.pillars[0]!.indicators[0]!.maximum = -1))).toContain(
      'pillars.0.indicators.0.maximum',
    );
  });
});
