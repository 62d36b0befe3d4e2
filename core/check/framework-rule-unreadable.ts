/** A Cách tính that cannot be read as a rule: says what was expected and where. */
import { say } from '../messages/index.ts';
import type { Check, Told } from './finding.ts';
import { fromRemarks } from './shared.ts';

export const frameworkRuleUnreadable: Check = {
  severity: 'error',
  run: (input) => {
    const { assessment } = input;
    const found: Told[] = fromRemarks(input, 'framework.rule-unreadable');
    assessment.sets.forEach((set, at) => {
      for (const indicator of set.indicators) {
        if (indicator.ruleError === null) continue;
        found.push({
          at: indicator.at?.rule ?? indicator.at?.code ?? null,
          indicator: { set: at, index: indicator.index },
          args: {
            position: indicator.ruleError.position + 1,
            detail: say(indicator.ruleError.message, assessment.language),
          },
        });
      }
    });
    return found;
  },
};
