/** A setting whose value its key cannot take: the default holds. What it can take is said, nobody has to look it up. */
import { settingOf } from '../read/setting-keys.ts';
import type { Check, Finding } from './finding.ts';
import { fromRemarks } from './shared.ts';

function withWords(made: Finding): Finding {
  const { message } = made;
  if (message.id !== 'settings.invalid') return made;
  const { words, example } = settingOf(String(message.args['key'])) ?? {};
  if (words !== undefined)
    made.message = { id: 'settings.invalid/words', args: { ...message.args, words: words.join('; ') } };
  else if (example !== undefined) made.message = { id: 'settings.invalid/example', args: { ...message.args, example } };
  return made;
}

export const settingsInvalid: Check = {
  id: 'settings.invalid',
  run: (input) =>
    fromRemarks(input, 'settings.invalid', ({ variant }) => (variant === 'unknown' ? 'note' : 'warning')).map(
      withWords,
    ),
};
