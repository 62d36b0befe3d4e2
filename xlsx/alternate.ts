/** mc:AlternateContent in and around a sheet's cells: the branch that Excel takes stays, the others are passed over. */
import { CLOSE, decoded, OPEN, TEXT, type Kind } from './token.ts';
import { Tokens } from './tokens.ts';
import { UnusableFile } from './unusable.ts';

/** Alternatives within alternatives: nobody writes more. */
const DEPTH = 8;

const ALTERNATIVES = 'AlternateContent';

/** Extensions of the format that Excel knows; it takes a Choice that needs nothing else. */
const KNOWN =
  /^http:\/\/schemas\.(?:microsoft\.com\/office\/spreadsheetml|microsoft\.com\/office\/drawing|openxmlformats\.org)\//;

/** Namespaces by their prefix. */
type Names = ReadonlyMap<string, string>;

interface Alternatives {
  names: Names;
  /** Elements that are open between its branches. */
  depth: number;
  /** A branch was taken. */
  taken: boolean;
}

/** Tokens as Excel sees them: without alternatives, of which one branch stays. */
export class ChosenTokens extends Tokens {
  private readonly alternatives: Alternatives[] = [];
  private rootNames: Names | null = null;
  /** Alternatives that begin from now on are elements like others: those after the cells hold none. */
  asWritten = false;

  override next(): Kind {
    let kind = this.token();
    for (;;) {
      // In a branch the end tag that follows may be the branch's.
      if (kind === TEXT && this.alternatives.length > 0) this.whole = false;
      if (kind === OPEN) {
        this.rootNames ??= this.declared(new Map());
        if (this.asWritten || !this.isLocal(ALTERNATIVES)) return kind;
        kind = this.enter(this.rootNames);
      } else if (
        kind === CLOSE &&
        this.alternatives.length > 0 &&
        this.alternatives[this.alternatives.length - 1]!.depth === this.depth
      ) {
        kind = this.branch();
      } else return kind;
    }
  }

  /** Alternatives begin. @returns the first token of the branch that is taken, or the one after them all. */
  private enter(root: Names): Kind {
    if (this.alternatives.length > DEPTH) throw new UnusableFile('broken', 'alternatives within alternatives');
    if (this.empty) return this.token();
    const outer = this.alternatives[this.alternatives.length - 1]?.names ?? root;
    this.alternatives.push({ names: this.declared(outer), depth: this.depth, taken: false });
    return this.branch();
  }

  /** Passes over branches to the one that is taken, or over the end of the alternatives. */
  private branch(): Kind {
    const here = this.alternatives[this.alternatives.length - 1]!;
    for (;;) {
      const kind = this.token();
      if (kind === OPEN) {
        const fits = !here.taken && this.fits(here.names);
        here.taken ||= fits;
        if (fits && !this.empty) return this.token();
        if (!this.empty) while (this.token() !== CLOSE || this.depth > here.depth);
      } else if (kind === CLOSE) {
        this.alternatives.pop();
        return this.token();
      }
    }
  }

  private fits(names: Names): boolean {
    if (this.isLocal('Fallback')) return true;
    if (!this.isLocal('Choice')) return false;
    const needs = (this.attribute('Requires') ?? '').trim().split(/\s+/);
    const known = this.declared(names);
    return needs.every((prefix) => KNOWN.test(known.get(prefix) ?? ''));
  }

  /** @returns whether the tag has this name, with any prefix. */
  isLocal(name: string): boolean {
    const length = this.to - this.from;
    if (length < name.length) return false;
    if (length > name.length && this.bytes[this.to - name.length - 1] !== 58) return false;
    for (let k = 0; k < name.length; k += 1)
      if (this.bytes[this.to - name.length + k] !== name.charCodeAt(k)) return false;
    return true;
  }

  /** The namespaces that the start tag declares, and those around it. */
  private declared(around: Names): Names {
    const names = new Map(around);
    for (let index = 0; index < this.attributes; index += 1) {
      const name = decoded(this.bytes, this.place(index, 0), this.place(index, 1));
      if (name.startsWith('xmlns:'))
        names.set(name.slice(6), decoded(this.bytes, this.place(index, 2), this.place(index, 3)));
    }
    return names;
  }
}
