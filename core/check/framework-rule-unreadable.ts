/** A Cách tính that cannot be read as a rule: says what was expected and where. */
import { say } from '../messages/index.ts';
import type { Check, Finding } from './finding.ts';
import { finding, fromRemarks } from './shared.ts';

export const frameworkRuleUnreadable: Check = {
  id: 'framework.rule-unreadable',
  run: (input) => {
    const { assessment } = input;
    const found: Finding[] = fromRemarks(input, 'framework.rule-unreadable', 'error');
    assessment.sets.forEach((set, at) => {
      for (const indicator of set.indicators) {
        if (indicator.ruleError === null) continue;
        found.push(
          finding(input, 'framework.rule-unreadable', 'error', {
            at: indicator.at?.rule ?? indicator.at?.code ?? null,
            indicator: { set: at, index: indicator.index },
            args: {
              position: indicator.ruleError.position + 1,
              detail: say(indicator.ruleError.message, assessment.language),
            },
          }),
        );
      }
    });
    return found;
  },
};
