/** A setting whose value its key cannot take: the default holds. What it can take is said, nobody has to look it up. */
import { settingOf } from '../read/settings/keys.ts';
import type { Check, Told } from './finding.ts';
import { fromRemarks } from './shared.ts';

/** A quota or a condition of Xếp loại. */
const CLAUSE = /không quá|điều kiện|%\s*(?:,|và)/iu;

function withWords(told: Told): Told {
  if (told.variant !== undefined) return told;
  const { words, example } = settingOf(String(told.args?.['key'])) ?? {};
  // A clause is what went wrong: how a plain band is written would not help.
  if (CLAUSE.test(String(told.args?.['value'])) && told.args?.['key'] === 'Xếp loại')
    return { ...told, variant: 'clause' };
  if (words !== undefined) return { ...told, variant: 'words', args: { ...told.args, words: words.join('; ') } };
  return example === undefined ? told : { ...told, variant: 'example', args: { ...told.args, example } };
}

export const settingsInvalid: Check = {
  severity: 'warning',
  run: (input) =>
    fromRemarks(input, 'settings.invalid', ({ variant }) => (variant === 'unknown' ? 'note' : 'warning')).map(
      withWords,
    ),
};
