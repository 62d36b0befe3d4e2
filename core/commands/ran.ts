/** Runs as hosts keep them between two questions. */
import type { Language } from '../messages/message.ts';
import { reportOf, type Report } from '../view/report.ts';
import type { Picture } from '../workbook/picture.ts';
import type { CommandOptions, CommandOutcome } from './score.ts';
import type { Ran } from './verb.ts';

/** @returns a run in memory; its report is made once a language. */
export function ranOf(picture: Picture, options: CommandOptions, outcome: CommandOutcome): Ran {
  let made: Report | null = null;
  const report = (language: Language): Report => {
    if (made?.language !== language) made = reportOf(outcome, language);
    return made;
  };
  return { picture, options, outcome, report };
}

/**
 * A run of which only the report was kept, and the picture perhaps.
 * @param picture what was read then, null where it is gone.
 * @param again makes the run anew, once, where a verb needs more.
 */
export function keptRan(
  kept: Report,
  options: () => CommandOptions,
  picture: () => Picture | null,
  again: (picture: Picture | null) => Ran,
): Ran {
  let read: Picture | null | undefined;
  let made: Ran | null = null;
  // null, too, is an answer: what is gone is looked for once.
  const there = (): Picture | null => (read === undefined ? (read = picture()) : read);
  const whole = (): Ran => (made ??= again(there()));
  return {
    get options() {
      return options();
    },
    get picture() {
      return there() ?? whole().picture;
    },
    get outcome() {
      return whole().outcome;
    },
    report: (language) => (kept.language === language ? kept : whole().report(language)),
  };
}
