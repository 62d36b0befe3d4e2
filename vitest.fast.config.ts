/** The quick lane: what tells within a minute that reading, checking, scoring and writing still hold. No browser, no long runs. */
import { configDefaults, defineConfig } from 'vitest/config';

/** Long by their nature: many sizes, many workbooks, many seeds. */
const LONG = [
  'test/core/unknown-units.test.ts',
  'test/core/hostile-cells.test.ts',
  'test/core/growth.test.ts',
  'test/workbooks/{waivers,faults}.test.ts',
];
/** Puts other words in place of ours: it has modules of its own. */
const MOCKING = 'test/core/write/write.test.ts';

const shared = { testTimeout: 60_000, pool: 'threads' } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'fast',
          include: ['test/{core,field,workbooks}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...LONG, MOCKING],
          // The core keeps nothing between two calls: the files share one loaded copy of it.
          isolate: false,
        },
      },
      { test: { ...shared, name: 'mocking', include: [MOCKING] } },
    ],
  },
});
