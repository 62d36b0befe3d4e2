/** What is said after a run, and in which colour. Apart from the summary, so that a pane can carry it without the core. */
import type {} from './words/vi.ts';
import type { Under } from '#core/messages/ids';
import type { Message } from '#core/messages/message';
import type { SummaryView } from '#core/view/summary';

export type Tone = 'error' | 'warning' | 'info' | 'success';

export interface SaidView {
  tone: Tone;
  /** The counts of findings are among the words: no part of the pane says them a second time. */
  counted: boolean;
  words: Message[];
}

/** The panes' own words, which the core does not carry. */
type PaneWord = (id: Under<'pane.'>, args?: Message['args']) => Message;
type Outcome = Pick<SummaryView, 'counts' | 'nothing'>;

/** Why nobody has a rank goes before anything else. */
function told({ nothing }: Outcome, word: PaneWord, words: Message[]): Message[] {
  return nothing === null ? words : [word(`nothing-${nothing}`), ...words];
}

function worst({ counts, nothing }: Outcome): Tone {
  if (counts.error > 0) return 'error';
  if (counts.warning > 0 || nothing !== null) return 'warning';
  return counts.note > 0 ? 'info' : 'success';
}

/** @returns what a check came to: the colour is that of the worst finding. */
export function saidOfCheck(outcome: Outcome, word: PaneWord): SaidView {
  return { tone: worst(outcome), counted: true, words: told(outcome, word, [word('checked', outcome.counts)]) };
}

/** @returns what a score wrote; where anything is left to mend the colour is that, and the counts say why. */
export function saidOfScore(outcome: Outcome, word: PaneWord, sheets: string, warnings: Message[]): SaidView {
  const written = word(outcome.nothing === null ? 'scored' : 'nothing-written', { sheets });
  const tone = worst(outcome);
  const left = tone === 'success' ? [] : [word('counts', outcome.counts)];
  return {
    tone: warnings.length > 0 && tone !== 'error' ? 'warning' : tone,
    counted: left.length > 0,
    words: told(outcome, word, [written, ...left, ...warnings]),
  };
}

/** @returns what a change of single cells came to: it was done whatever is still to be mended, but green only where nothing is. */
export function saidOfEdit(outcome: Outcome, ...words: Message[]): SaidView {
  return { tone: worst(outcome) === 'success' ? 'success' : 'info', counted: false, words };
}
