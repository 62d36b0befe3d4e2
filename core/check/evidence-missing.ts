/** Points claimed without the evidence that Minh chứng requires. */
import { hasEvidenceColumn, requiredEvidence } from './evidence.ts';
import type { Check } from './finding.ts';
import { setOf } from './shared.ts';

export const evidenceMissing: Check = {
  severity: 'warning',
  notRun: (input) => (hasEvidenceColumn(input) ? null : 'evidence.missing'),
  run: (input) =>
    requiredEvidence(input)
      .filter(({ text }) => text === '')
      .map(({ entry, at }) => ({
        at,
        unit: entry.unit,
        indicator: { set: setOf(input, entry.unit), index: entry.indicator },
        column: 'evidence',
      })),
};
