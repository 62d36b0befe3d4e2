import type { Fixture } from './base.ts';
export const textFaults: Fixture[] = [];
