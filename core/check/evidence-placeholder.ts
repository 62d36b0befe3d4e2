/** The evidence cell still holds a placeholder. */
import { hasEvidenceColumn, requiredEvidence } from './evidence.ts';
import type { Check } from './finding.ts';
import { setOf } from './shared.ts';

const PLACEHOLDER = /^(?:[.…·\s]+|\[[^\]]*\]|<[^>]*>|nhập(?:\s.*)?|x{3,})$/isu;
export const evidencePlaceholder: Check = {
  severity: 'warning',
  notRun: (input) => (hasEvidenceColumn(input) ? null : 'evidence.placeholder'),
  run: (input) =>
    requiredEvidence(input)
      .filter(({ text }) => PLACEHOLDER.test(text))
      .map(({ entry, at }) => ({
        at,
        unit: entry.unit,
        indicator: { set: setOf(input, entry.unit), index: entry.indicator },
        column: 'evidence',
      })),
};
