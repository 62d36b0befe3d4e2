/** English words over columns as people write them; those of a role mean the same. */
import type { HeaderRole } from './vi.ts';

export const ENGLISH_HEADER_WORDS: Partial<Record<HeaderRole, string>> = {
  order: 'No | No. | # | Order',
  code: 'Code | ID | Indicator code | Criterion code | Criteria code',
  name: 'Indicator | Indicators | Criterion | Criteria | Indicator name | Name of indicator | Criterion name | Content',
  maximum:
    'Maximum | Max | Max score | Max points | Max mark | Max marks | Maximum score | Maximum points | Maximum mark | Maximum marks | Full score | Full marks',
  rule: 'Rule',
  description:
    'Description | Method | Scoring method | Scoring guide | Scoring guidance | Guidance | How to score | How points are given',
  unit: 'Unit | Unit name | Name of unit | Agency',
  unitCode: 'Unit code | Agency code',
  group: 'Group | Cluster | Group of units',
  basis: 'Basis | Legal basis',
  choice: 'Choice | Option',
  self: 'Self | Self-assessed | Self-assessment | Self score | Self-scored | Self points | Self-assessed score | Self-assessed points | Self-assessment score | Self-assessment points | Self-evaluation | Self-evaluated score',
  verified:
    'Verified | Verification | Verified score | Verified points | Verified mark | Appraised score | Appraisal score | Approved score | Approved points | Council score',
  reason: 'Reason | Verification reason | Reason for verification',
  evidence: 'Evidence | Supporting documents | Means of verification',
  note: 'Note | Notes | Remark | Remarks | Comment | Comments',
  period: 'Period | Reporting period',
  previousPoints: 'Previous points | Previous score',
  previousRank: 'Previous rank',
  difference: 'Difference',
  status: 'Status',
  total: 'Total | Total score | Total points',
  rank: 'Rank | Ranking',
  band: 'Band | Classification',
};
