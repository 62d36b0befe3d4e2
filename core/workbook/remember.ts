/** Answers about texts, kept: a workbook says the same few thousand texts again and again. */

/** Ten times as many texts as a list of all units of the country, with their codes, has; beyond them the memory is emptied. */
const MOST = 100_000;
/** Paragraphs are said once. */
const LONGEST = 200;

/**
 * @param work what is worked out of a text alone; its answers are shared and must never be changed.
 * @returns the same, worked out once for each different text.
 */
export function remembered<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const there = known.get(text);
    if (there !== undefined) return there;
    const answer = work(text);
    if (text.length > LONGEST) return answer;
    if (known.size >= MOST) known.clear();
    known.set(text, answer);
    return answer;
  };
}
