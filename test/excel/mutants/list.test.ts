/** The list of deliberate breaks fits the sources, and the bench for them works: `npm run mutants` runs them all. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { MUTANTS } from './list.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

it.each(MUTANTS)('$name', ({ file, tests, change }) => {
  const source = readFileSync(join(ROOT, file), 'utf8');
  expect(change(source)).not.toBe(source);
  for (const test of tests) expect(existsSync(join(ROOT, test)), test).toBe(true);
});

it('one of them, put in, is noticed', () => {
  const run = spawnSync(
    process.execPath,
    [join(ROOT, 'tools', 'mutants.mjs'), 'a piece without an answer is passed over'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  expect(run.stdout).toContain('1 of 1 noticed');
  expect(run.status).toBe(0);
}, 180_000);
