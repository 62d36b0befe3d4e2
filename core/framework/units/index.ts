/** The unit lists that are offered, by id. Published names; where they come from stands in each file. */
import { dongNaiCommunes } from './dong-nai-communes.ts';
import { dongNaiDepartments } from './dong-nai-departments.ts';
import { dongNaiDistricts } from './dong-nai-districts.ts';
import type { UnitList } from './list.ts';

export type { UnitList } from './list.ts';

export const unitLists: readonly UnitList[] = [dongNaiCommunes, dongNaiDepartments, dongNaiDistricts];

/** The list that a built-in set was made for. */
const OF_SETS: ReadonlyMap<string, UnitList> = new Map([
  ['can-giuoc-2025', dongNaiCommunes],
  ['dong-nai-departments', dongNaiDepartments],
  ['dong-nai-districts', dongNaiDistricts],
]);

/** @returns the list of this id; null where there is none. */
export function unitList(id: string): UnitList | null {
  return unitLists.find((list) => list.id === id) ?? null;
}

/** @returns the list that goes with a set; null where none does. */
export function unitListOf(set: string): UnitList | null {
  return OF_SETS.get(set) ?? null;
}
