import type { Fixture } from './base.ts';
export const frameworkFaults: Fixture[] = [];
