/** Which of the periods of a workbook counts (docs/contract.md#periods): the one asked for, else the one that ends last. */
import { clean, foldLoose } from '../../workbook/text.ts';
import { laterPeriod, periodBefore, readPeriod, type Period } from './periods.ts';

/** The periods of a workbook's rows, and which of them count. */
export class Periods {
  private readonly keys = new Map<string, { key: string; period: Period | null; text: string }>();
  private chosen: string | null = null;
  text: string | null = null;
  /** A row of data that names no period counts in each of them: nothing is compared then. */
  private undated = false;
  private last: { raw: string | null; key: string | null } = { raw: null, key: null };

  /** @param raw the period of a row of data as written; "" where it names none. */
  note(raw: string): void {
    if (this.keyOf(raw) === null) this.undated = true;
  }

  /** @returns the key of a period as written; null where nothing is. Rows one after the other mostly say the same. */
  keyOf(raw: string): string | null {
    if (raw !== this.last.raw) this.last = { raw, key: this.lookUp(raw) };
    return this.last.key;
  }

  private lookUp(raw: string): string | null {
    let known = this.keys.get(raw);
    if (known === undefined) {
      const text = clean(raw);
      const period = readPeriod(text);
      known = { key: period?.key ?? foldLoose(text), period, text };
      this.keys.set(raw, known);
    }
    return known.text === '' ? null : known.key;
  }

  /** Decides by what was asked for, else the period that ends last. */
  choose(asked: string | null): void {
    if (asked !== null) {
      this.text = asked;
      this.chosen = readPeriod(asked)?.key ?? foldLoose(clean(asked));
      return;
    }
    let best: { key: string; period: Period | null; text: string } | null = null;
    for (const known of this.keys.values()) {
      if (known.text === '') continue;
      if (best === null || best.period === null) best = known;
      else if (
        known.period !== null &&
        laterPeriod(best.period, known.period) === known.period &&
        known.key !== best.key
      )
        best = known;
    }
    this.text = best?.text ?? null;
    this.chosen = best?.key ?? null;
  }

  /** @returns the periods that rows name, each once, as first written. */
  all(): string[] {
    const texts = new Map<string, string>();
    for (const { key, text } of this.keys.values()) if (text !== '' && !texts.has(key)) texts.set(key, text);
    return [...texts.values()];
  }

  /** @returns the period before the chosen one, as written; null: none, or not all rows of data say theirs. */
  before(): string | null {
    return this.undated || this.text === null ? null : periodBefore(this.text, this.all());
  }

  /** Rows without a period always count. */
  counts(raw: string): boolean {
    const key = this.keyOf(raw);
    return key === null || this.chosen === null || key === this.chosen;
  }
}
