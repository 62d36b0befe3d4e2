/** A rule that can be read but contradicts itself or its maximum. */
import { ZERO } from '../exact/exact.ts';
import { ruleFaults } from '../framework/rules/index.ts';
import { say } from '../messages/index.ts';
import type { Check, Told } from './finding.ts';
import { fromRemarks } from './shared.ts';

/** A maximum where no points are given is said at the maximum (framework.maximum-missing), not twice. */
const OF_MAXIMUM = new Set(['rule.fault.information-maximum', 'rule.fault.outside-maximum']);

export const frameworkRuleBands: Check = {
  severity: 'warning',
  run: (input) => {
    const { assessment } = input;
    const found: Told[] = fromRemarks(input, 'framework.rule-bands');
    assessment.sets.forEach((set, at) => {
      for (const indicator of set.indicators) {
        const place = indicator.at?.rule ?? null;
        if (indicator.rule === null || place === null) continue;
        if (indicator.maximum === null && indicator.role === 'points') continue;
        const faults = ruleFaults(indicator.rule, indicator.maximum ?? ZERO).filter(
          (fault) => !OF_MAXIMUM.has(fault.id),
        );
        if (faults.length === 0) continue;
        found.push({
          at: place,
          indicator: { set: at, index: indicator.index },
          args: { detail: faults.map((fault) => say(fault, assessment.language)).join('; ') },
        });
      }
    });
    return found;
  },
};
