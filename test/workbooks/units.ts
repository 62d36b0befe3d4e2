import type { Fixture } from './base.ts';
export const unitFaults: Fixture[] = [];
