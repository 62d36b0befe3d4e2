/** The evidence cell still holds a placeholder. */
import { hasEvidenceColumn, requiredEvidence } from './evidence.ts';
import type { Check } from './finding.ts';
import { finding, reason, setOf } from './shared.ts';

const PLACEHOLDER = /^(?:[.…·\s]+|\[[^\]]*\]|<[^>]*>|nhập(?:\s.*)?|x{3,})$/isu;
export const evidencePlaceholder: Check = {
  id: 'evidence.placeholder',
  notRun: (input) => (hasEvidenceColumn(input) ? null : reason('evidence.placeholder')),
  run: (input) =>
    requiredEvidence(input)
      .filter(({ text }) => PLACEHOLDER.test(text))
      .map(({ entry, at }) =>
        finding(input, 'evidence.placeholder', 'warning', {
          at,
          unit: entry.unit,
          indicator: { set: setOf(input, entry.unit), index: entry.indicator },
          column: 'evidence',
        }),
      ),
};
