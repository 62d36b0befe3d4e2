/** The built-in index sets, by id. Made when asked for: nothing is parsed on load. */
import type { IndexSet } from '../framework.ts';
import { setFromData } from '../schema.ts';
import { canGiuoc2025 } from './can-giuoc-2025.ts';
import { dongNaiDepartments } from './dong-nai-departments.ts';
import { dongNaiDistricts } from './dong-nai-districts.ts';

export const builtInSets: Readonly<Record<string, () => IndexSet>> = {
  'dong-nai-departments': () => setFromData(dongNaiDepartments),
  'dong-nai-districts': () => setFromData(dongNaiDistricts),
  'can-giuoc-2025': () => setFromData(canGiuoc2025),
};
