/** The name that someone may have meant: of a list, the one that is nearest to a name it does not hold. */
import { foldLoose } from '../../workbook/text.ts';

/** No unit's name is as long; a text that is can't be a slip of the pen. */
const LONGEST = 200;
/** Cells of comparing for one name, whatever other names took; where they do not do, nothing is offered. Real names take a tenth of it. */
const STEPS = 50_000;

const KIND =
  /^(?:(?:ubnd|uy ban nhan dan) )?(?:xa|phuong|thi tran|tt\.?|dac khu|thi xa|thanh pho|tp\.?|huyen|quan|tinh|so|ban)[ .]\s*/;

/** "ubnd xã lộc thanh" → "loc thanh": the name without what kind of unit bears it. */
function bare(loose: string): string {
  return loose.replace(KIND, '').replace(/^(?:ubnd|uy ban nhan dan) /, '');
}

/** How many slips are believed in a name of this length. */
function slips(length: number): number {
  return Math.max(1, Math.floor(length / 5));
}

/** Names of one length in the order of their letters: those that begin alike stand together. */
interface Alike {
  names: string[];
  /** The place in the list of the first that bears each name. */
  places: number[];
}

/** @returns where the names end that have the same letter at `depth` as the one at `from`. */
function endOfAlike(names: readonly string[], from: number, to: number, depth: number): number {
  const letter = names[from]!.charCodeAt(depth);
  let low = from;
  let high = to;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.charCodeAt(depth) === letter) low = middle;
    else high = middle;
  }
  return high;
}

/** Looks names up; the list is folded once, when the first name is asked for. */
export class Nearest {
  /** Cells worked out so far: what looking names up costs. */
  steps = 0;
  private readonly names: readonly string[];
  private readonly equal = new Map<string, number>();
  private readonly alike = new Map<string, number>();
  private readonly lengths: (Alike | undefined)[] = [];
  /** Row by row the edits that turn the beginning of a listed name into each beginning of the typed one. */
  private readonly rows = [Uint8Array.from({ length: LONGEST + 1 }, (_, at) => at)];

  constructor(names: readonly string[]) {
    this.names = names;
    names.forEach((name, index) => {
      const loose = name.length > LONGEST ? '' : foldLoose(name);
      if (loose === '' || loose.length > LONGEST || this.equal.has(loose)) return;
      this.equal.set(loose, index);
      const kindless = bare(loose);
      if (kindless !== '' && !this.alike.has(kindless)) this.alike.set(kindless, index);
    });
    for (const name of [...this.equal.keys()].sort()) {
      const group = (this.lengths[name.length] ??= { names: [], places: [] });
      group.names.push(name);
      group.places.push(this.equal.get(name)!);
    }
  }

  /** Works out the row of one more letter of a listed name; false: no name that goes on so is within the limit. */
  private letter(typed: string, length: number, row: number, letter: number, limit: number): boolean {
    const before = this.rows[row - 1]!;
    const now = (this.rows[row] ??= new Uint8Array(LONGEST + 1));
    const first = Math.max(0, row - limit);
    const last = Math.min(typed.length, row + limit);
    this.steps += last - first + 1;
    let open = false;
    for (let column = first; column <= last; column += 1) {
      let cell = limit + 1;
      if (column < row + limit) cell = Math.min(cell, before[column]! + 1);
      if (column > first) cell = Math.min(cell, now[column - 1]! + 1);
      if (column > 0) cell = Math.min(cell, before[column - 1]! + (typed.charCodeAt(column - 1) === letter ? 0 : 1));
      now[column] = cell;
      // What is left of both differs in length at least by so many letters.
      if (cell + Math.abs(length - row - typed.length + column) <= limit) open = true;
    }
    return open;
  }

  /** @returns the place of the first of the nearest names within `limit` edits, -1 where there is none or the steps end. */
  private within(typed: string, limit: number, end: number): number {
    let best = -1;
    let least = limit;
    const walk = (group: Alike, length: number, from: number, to: number, depth: number): void => {
      const { names, places } = group;
      for (let at = from, next = from; at < to && this.steps < end; at = next) {
        next = endOfAlike(names, at, to, depth);
        if (!this.letter(typed, length, depth + 1, names[at]!.charCodeAt(depth), least)) continue;
        if (depth + 1 < length) {
          walk(group, length, at, next, depth + 1);
          continue;
        }
        const edits = this.rows[length]![typed.length]!;
        // Of two that are as near, the first of the list.
        if (edits < least || best < 0 || places[at]! < best) best = places[at]!;
        least = edits;
      }
    };
    for (let length = Math.max(1, typed.length - limit); length <= typed.length + limit; length += 1) {
      const group = this.lengths[length];
      if (group !== undefined && Math.abs(length - typed.length) <= least)
        walk(group, length, 0, group.names.length, 0);
    }
    return this.steps < end ? best : -1;
  }

  /** @returns the nearest name: one that differs in diacritics only, in the kind of unit only, by a few letters; '' where none is near. */
  to(name: string): string {
    if (name.length > LONGEST) return '';
    const loose = foldLoose(name);
    if (loose === '' || loose.length > LONGEST) return '';
    const kindless = bare(loose);
    const same = this.equal.get(loose) ?? (kindless.length > 1 ? this.alike.get(kindless) : undefined);
    if (same !== undefined) return this.names[same]!;
    if (loose.length < 2) return '';
    const most = slips(loose.length);
    const end = this.steps + STEPS;
    // Most slips are one or two letters; looking for those costs a small part of looking for all.
    for (let limit = 1; this.steps < end; limit = Math.min(2 * limit, most)) {
      const place = this.within(loose, limit, end);
      if (place >= 0) return this.names[place]!;
      if (limit === most) break;
    }
    return '';
  }
}
