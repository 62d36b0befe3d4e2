/** Which units of two runs are one: by code where both have it, else by name within the group (docs/contract.md#units). */
import { Nearest } from '../read/cells/nearest.ts';
import type { Assessment, Unit } from '../read/assessment.ts';
import { foldName, foldUnit } from '../workbook/text.ts';
import type { LoneUnit } from './comparison.ts';

/** Units of both sides by their indexes. */
export interface Matched {
  /** By index of the new unit its old one; null: it was added. */
  oldOf: (number | null)[];
  added: LoneUnit[];
  removed: LoneUnit[];
}

/** @returns the units that stand in a group, in their order. */
function unitsOf({ groups, units }: Assessment): Unit[] {
  const placed = new Set(groups.flatMap((group) => group.units));
  return units.filter(({ index }) => placed.has(index));
}

/** Units that share a key; only where it is one alone is it sure. */
function byKey(units: readonly Unit[], keyOf: (unit: Unit) => string | null): Map<string, Unit | null> {
  const found = new Map<string, Unit | null>();
  for (const unit of units) {
    const key = keyOf(unit);
    if (key !== null) found.set(key, found.has(key) ? null : unit);
  }
  return found;
}

/** @returns the name of a unit's group, "" where it has none. */
export function groupName({ groups }: Assessment, { group }: Unit): string {
  return groups[group]?.name ?? '';
}

/** @returns by index of the new unit its old one; null: it has none. */
export function matchedUnits(old: Assessment, now: Assessment): Matched['oldOf'] {
  const [before, after] = [unitsOf(old), unitsOf(now)];
  const oldOf = now.units.map((): number | null => null);
  const taken = new Set<number>();
  const nameIn = (side: Assessment) => (unit: Unit) => `${foldName(groupName(side, unit))}\n${foldUnit(unit.name)}`;
  const steps: [ofOld: (unit: Unit) => string | null, ofNew: (unit: Unit) => string | null][] = [
    [codeKey, codeKey],
    [nameIn(old), nameIn(now)],
    // A group that has another name now, or one side that tells none: one name alone is that unit.
    [({ name }) => foldUnit(name), ({ name }) => foldUnit(name)],
  ];
  for (const [ofOld, ofNew] of steps) {
    const [olds, news] = [byKey(before, ofOld), byKey(after, ofNew)];
    for (const unit of after) {
      const key = ofNew(unit);
      const [one, other] = key === null ? [null, null] : [olds.get(key) ?? null, news.get(key) ?? null];
      if (one === null || other !== unit || oldOf[unit.index] !== null || taken.has(one.index)) continue;
      // Two codes that differ are two units, whatever they are called.
      if (codeKey(one) !== codeKey(unit) && one.code !== null && unit.code !== null) continue;
      oldOf[unit.index] = one.index;
      taken.add(one.index);
    }
  }
  return oldOf;
}

/** @returns which units are the same on both sides, and which only one side has. */
export function matchUnits(old: Assessment, now: Assessment): Matched {
  const oldOf = matchedUnits(old, now);
  const taken = new Set(oldOf);
  const added = unitsOf(now).filter(({ index }) => oldOf[index] === null);
  const removed = unitsOf(old).filter(({ index }) => !taken.has(index));
  return { oldOf, added: lone(now, added, removed), removed: lone(old, removed, added) };
}

function codeKey({ code }: Unit): string | null {
  return code === null ? null : foldName(code);
}

function lone(side: Assessment, units: readonly Unit[], others: readonly Unit[]): LoneUnit[] {
  if (units.length === 0) return [];
  const names = new Nearest(others.map(({ name }) => name));
  return units.map((unit) => ({
    unit: unit.index,
    name: unit.name,
    group: groupName(side, unit),
    nearest: names.to(unit.name),
  }));
}
