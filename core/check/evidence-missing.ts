/** Points claimed without the evidence that Minh chứng requires. */
import { hasEvidenceColumn, requiredEvidence } from './evidence.ts';
import type { Check } from './finding.ts';
import { finding, reason, setOf } from './shared.ts';

export const evidenceMissing: Check = {
  id: 'evidence.missing',
  notRun: (input) => (hasEvidenceColumn(input) ? null : reason('evidence.missing')),
  run: (input) =>
    requiredEvidence(input)
      .filter(({ text }) => text === '')
      .map(({ entry, at }) =>
        finding(input, 'evidence.missing', 'warning', {
          at,
          unit: entry.unit,
          indicator: { set: setOf(input, entry.unit), index: entry.indicator },
          column: 'evidence',
        }),
      ),
};
