/** The quick lane: what tells within a minute that reading, checking, scoring and writing still hold. No browser, no long runs. */
import { configDefaults, defineConfig } from 'vitest/config';

/** Long by their nature: many sizes, many workbooks, many seeds. */
const LONG = [
  'test/core/unknown-units.test.ts',
  'test/core/hostile-cells.test.ts',
  'test/core/growth.test.ts',
  'test/workbooks/{waivers,faults}.test.ts',
];

export default defineConfig({
  test: {
    include: ['test/{core,field,workbooks}/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...LONG],
    testTimeout: 60_000,
    pool: 'threads',
  },
});
