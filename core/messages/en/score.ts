/** Words of scoring (en), by id. */
import type { SameWords } from '../ids.ts';
import type { score as vi } from '../vi/score.ts';

export const score: SameWords<typeof vi> = {
  'score.verified': 'Verified points {points}',
  'score.self': 'Self-assessed points {points}',
  'score.verified-mean': 'Verified points {points}: mean of {list}',
  'score.self-mean': 'Self-assessed points {points}: mean of {list}',
  'score.missing': 'Value missing: 0 points',
  'score.waived': 'Accepted as is: 0 points',
  'score.dropped': 'No cases: left out of the total',
  'score.rescaled': 'No cases: the total is rescaled',
  'score.not-applicable': 'Does not apply to this unit',
  'score.information': 'No points',
  'score.blocked.rule': 'Not scored: the rule in Cách tính cannot be read',
  'score.blocked.maximum': 'Not scored: Điểm tối đa cannot be read',
  'score.blocked.ask': 'Not scored: no cases, choose what to do in the column Khi không phát sinh',
  'score.blocked.missing': 'Not scored: value missing',
  'score.blocked.conflict': 'Not scored: two rows of the same indicator differ',
  'score.blocked.self': 'Not scored: the self-assessed points cannot be read with certainty',
  'score.blocked.verified': 'Not scored: the verified points cannot be read with certainty',
  'score.blocked.choice': 'Not scored: the choice is not known',
  'score.blocked.figure': 'Not scored: the figure {column} cannot be used',
};
