import type { Fixture } from './base.ts';
export const rowFaults: Fixture[] = [];
