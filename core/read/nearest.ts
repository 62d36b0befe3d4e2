/** The name that someone may have meant: of a list, the one that is nearest to a name it does not hold. */
import { foldLoose } from '../workbook/text.ts';

/** No unit's name is as long; a text that is can't be a slip of the pen. */
const LONGEST = 200;
/** Steps of comparing in one workbook; beyond it only names that differ in diacritics or in the kind of unit are offered. */
const BUDGET = 12_000_000;

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

/** Pairs of neighbouring letters, the ends included: one slip changes at most two of them. */
function pairsOf(text: string): string[] {
  const framed = `\u0002${text}\u0003`;
  return Array.from({ length: framed.length - 1 }, (_, at) => framed.slice(at, at + 2));
}

/**
 * @returns edits to turn one text into the other, or `limit` + 1 where it takes more. Only the band of cells that can hold `limit` or
 * less is worked out.
 */
function distance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let start = 0;
  let [l, r] = [left.length, right.length];
  while (start < l && start < r && left.charCodeAt(start) === right.charCodeAt(start)) start += 1;
  while (l > start && r > start && left.charCodeAt(l - 1) === right.charCodeAt(r - 1)) {
    l -= 1;
    r -= 1;
  }
  const [height, width] = [l - start, r - start];
  if (height === 0 || width === 0) return Math.max(height, width);
  const far = limit + 1;
  let before = Array.from({ length: width + 1 }, (_, place) => Math.min(place, far));
  for (let row = 1; row <= height; row += 1) {
    const now = Array.from({ length: width + 1 }, () => far);
    if (row <= limit) now[0] = row;
    let least = now[0]!;
    const unit = left.charCodeAt(start + row - 1);
    for (let column = Math.max(1, row - limit); column <= Math.min(width, row + limit); column += 1) {
      const same = unit === right.charCodeAt(start + column - 1) ? 0 : 1;
      const cell = Math.min(before[column]! + 1, now[column - 1]! + 1, before[column - 1]! + same, far);
      now[column] = cell;
      if (cell < least) least = cell;
    }
    if (least > limit) return far;
    before = now;
  }
  return before[width]!;
}

/** Looks names up; the list is folded once, when the first name is asked for. */
export class Nearest {
  private readonly names: readonly string[];
  private readonly loose: string[] = [];
  private readonly equal = new Map<string, number>();
  private readonly alike = new Map<string, number>();
  private readonly holders = new Map<string, number[]>();
  private budget = BUDGET;

  constructor(names: readonly string[]) {
    this.names = names;
    names.forEach((name, index) => {
      const loose = name.length > LONGEST ? '' : foldLoose(name);
      this.loose.push(loose);
      if (loose === '') return;
      if (!this.equal.has(loose)) this.equal.set(loose, index);
      const kindless = bare(loose);
      if (kindless !== '' && !this.alike.has(kindless)) this.alike.set(kindless, index);
      for (const pair of new Set(pairsOf(loose))) {
        const there = this.holders.get(pair);
        if (there === undefined) this.holders.set(pair, [index]);
        else there.push(index);
      }
    });
  }

  /** @returns places in the list of names that can be within `limit` slips: those that hold one of the rarest pairs. */
  private candidates(loose: string, limit: number): Set<number> {
    const lists = pairsOf(loose).map((pair) => this.holders.get(pair) ?? []);
    lists.sort((one, other) => one.length - other.length);
    const found = new Set<number>();
    for (const list of new Set(lists.slice(0, 2 * limit + 1))) {
      this.budget -= list.length;
      if (this.budget < 0) break;
      for (const index of list) found.add(index);
    }
    return found;
  }

  /** @returns the nearest name: one that differs in diacritics only, in the kind of unit only, by a few letters; '' where none is near. */
  to(name: string): string {
    if (name.length > LONGEST) return '';
    const loose = foldLoose(name);
    if (loose === '') return '';
    const kindless = bare(loose);
    const same = this.equal.get(loose) ?? (kindless.length > 1 ? this.alike.get(kindless) : undefined);
    if (same !== undefined) return this.names[same]!;
    if (loose.length < 2) return '';
    let best = -1;
    let least = slips(loose.length);
    for (const index of this.candidates(loose, least)) {
      const other = this.loose[index]!;
      if (Math.abs(other.length - loose.length) > least) continue;
      this.budget -= loose.length + 2 * least;
      if (this.budget < 0) break;
      const far = distance(loose, other, least);
      // Of two that are as near, the first of the list.
      if (far > least || (far === least && best >= 0 && index > best)) continue;
      best = index;
      least = far;
    }
    return best < 0 ? '' : this.names[best]!;
  }
}
