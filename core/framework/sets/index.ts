/** The built-in index sets, by id. Made when asked for: nothing is parsed on load. */
import type { IndexSet } from '../framework.ts';
import { setOf } from '../set-data.ts';
import { canGiuoc2025 } from './can-giuoc-2025.ts';
import { dongNaiDepartments } from './dong-nai-departments.ts';
import { dongNaiDistricts } from './dong-nai-districts.ts';

export const builtInSets: Readonly<Record<string, () => IndexSet>> = {
  'dong-nai-departments': () => setOf(dongNaiDepartments),
  'dong-nai-districts': () => setOf(dongNaiDistricts),
  'can-giuoc-2025': () => setOf(canGiuoc2025),
};

/** @returns the built-in set of this id; null for none, and for an id that no set has ("constructor" is none). */
export function builtInSet(id: string | null): IndexSet | null {
  const make = id !== null && Object.prototype.hasOwnProperty.call(builtInSets, id) ? builtInSets[id] : undefined;
  return make === undefined ? null : make();
}
