import { defineConfig } from 'vitest/config';

/** Tests in real Chromium: the shipped build is made once before them. */
const BROWSER = [
  'test/excel/e2e/**/*.test.ts',
  'test/excel/host/chromium.test.ts',
  'test/sheets/sidebar/**/*.test.ts',
  'test/parity/chromium.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // A machine with much to do is slow, not wrong.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
    pool: 'threads',
    projects: [
      { extends: true, test: { name: 'node', include: ['test/**/*.test.ts'], exclude: BROWSER } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: BROWSER,
          globalSetup: 'test/excel/e2e/setup.ts',
          // After the others and one file at a time: a browser starved of its processor acts late.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
        },
      },
    ],
  },
});
