/** Raised parts of a text (rich text of a file): marks of footnotes, which belong to no number, code or name. */

/** A stretch of a text in one look. */
export interface Run {
  text: string;
  /** Superscript. */
  raised: boolean;
}

/** Behind a unit of measure a raised figure is its power: km², m³, m/s². */
const MEASURE = /(?:^|[^\p{L}])(?:[kdcm]?m|µm|s)\s?$/u;
/** The longest measure with what stands around it. */
const LONGEST = 4;
const POWER = /^\s*-?[1-3]\s*$/;

/** @returns the text without the marks of its footnotes, and these; null where it has none. A text that is raised whole is no mark. */
export function withoutFootnotes(runs: readonly Run[]): { text: string; footnote: string | null } {
  const joined = runs.map(({ text }) => text).join('');
  let text = '';
  const marks: string[] = [];
  for (const run of runs) {
    const isMark =
      run.raised && run.text.trim() !== '' && !(POWER.test(run.text) && MEASURE.test(text.slice(-LONGEST)));
    if (isMark) marks.push(run.text.trim());
    else text += run.text;
  }
  if (marks.length === 0 || text.trim() === '') return { text: joined, footnote: null };
  return { text, footnote: marks.join(' ') };
}
