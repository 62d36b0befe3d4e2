/** Words for index sets in files of their own that can't be used (en), by id. */
import type { SameWords } from '../ids.ts';
import type { sets as vi } from '../vi/sets.ts';

export const sets: SameWords<typeof vi> = {
  'set.code-twice': 'code {code} occurs twice',
  'set.rule': 'the rule of indicator {code} (“{rule}”) cannot be read: {detail}',
  'set.too-big': '{place} is too large (at most {most})',
  'set.too-small': '{place} is too small (at least {least})',
  'set.shape': '{place} does not fit the schema ({detail})',
};
