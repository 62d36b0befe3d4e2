/** What holds for an indicator and a unit before any value is looked at: Áp dụng cho, Khi không phát sinh, the inputs needed. */
import { ZERO, type Exact } from '../exact/exact.ts';
import type { FigureName, Indicator, IndexSet, NotArisingPolicy } from '../framework/framework.ts';
import { ceilingOf, divisorsOf, needsOf } from '../framework/rules/index.ts';
import type { Rule } from '../framework/rules/rule.ts';
import type { Group, InputColumn, Settings, Unit } from '../read/assessment.ts';
import { foldUnit } from '../workbook/text.ts';

/** An indicator made ready for scoring many units. */
export interface PreparedIndicator {
  indicator: Indicator;
  /** Whether the rule itself gives points (judged and information do not). */
  calculates: boolean;
  /** Input columns the rule reads, in the order a, b, c, d, choice. */
  inputs: InputColumn[];
  /** Figures that something is divided by. */
  divisors: FigureName[];
  policy: NotArisingPolicy;
  /** What the unit can reach; bonus, penalty and information lie outside Tổng điểm: 0. null = unreadable. */
  maximum: Exact | null;
  /** Upper end of entered points; null = none (a bonus without a cap). */
  ceiling: Exact | null;
  applies: (unit: UnitKeys) => boolean;
}

/** Folded words by which Áp dụng cho can name a unit. */
export interface UnitKeys {
  name: string;
  code: string | null;
  group: string;
}

/** @returns the folded words of a unit. */
export function unitKeys(unit: Unit, group: Group): UnitKeys {
  return {
    name: foldUnit(unit.name),
    code: unit.code === null ? null : foldUnit(unit.code),
    group: foldUnit(group.name),
  };
}

function names(words: Set<string>, unit: UnitKeys): boolean {
  return (
    words.has(unit.name) || (unit.code !== null && words.has(unit.code)) || (unit.group !== '' && words.has(unit.group))
  );
}

function appliesTest(indicator: Indicator): (unit: UnitKeys) => boolean {
  const { include, exclude } = indicator.appliesTo;
  if (include.length === 0 && exclude.length === 0) return () => true;
  const included = new Set(include.map(foldUnit));
  const excluded = new Set(exclude.map(foldUnit));
  return (unit) => (included.size === 0 || names(included, unit)) && !names(excluded, unit);
}

function core(rule: Rule): Rule {
  return rule.kind === 'bonus' || rule.kind === 'penalty' ? rule.rule : rule;
}

/** @returns the set's indicators ready for scoring. */
export function prepare(set: IndexSet, settings: Settings): PreparedIndicator[] {
  return set.indicators.map((indicator) => {
    const { rule, role } = indicator;
    const needs = rule === null ? null : needsOf(rule);
    const inputs: InputColumn[] = needs === null ? [] : [...needs.figures];
    if (needs !== null && needs.choice !== null) inputs.push('choice');
    const kind = rule === null ? null : core(rule).kind;
    return {
      indicator,
      calculates: kind !== null && kind !== 'judged' && kind !== 'information',
      inputs,
      divisors: rule === null ? [] : divisorsOf(rule),
      policy: indicator.notArising ?? settings.notArising,
      maximum: role === 'points' ? indicator.maximum : ZERO,
      ceiling: role === 'information' ? null : ceilingOf(rule, indicator.maximum),
      applies: appliesTest(indicator),
    };
  });
}
