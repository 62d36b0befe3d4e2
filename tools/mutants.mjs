// npm run mutants -- [NAME …]: breaks adapter and pane on purpose, one fault at a time, and says which the tests did not notice.
// The sources stay as they are: a fault is put in while the tests load them.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { startVitest } from 'vitest/node';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { module } = await runnerImport(join(root, 'test', 'excel', 'mutants', 'list.ts'));
const names = process.argv.slice(2);
const chosen = module.MUTANTS.filter(({ name }) => names.length === 0 || names.includes(name));

/** A vite plugin that puts the fault in; null: none. */
function fault(mutant) {
  if (mutant === null) return [];
  const path = join(root, mutant.file);
  const transform = (code, id) => (id.split('?')[0] === path ? mutant.change(readFileSync(path, 'utf8')) : undefined);
  return [{ name: 'mutant', enforce: 'pre', transform }];
}

/** Whether the tests fail. */
async function fails(mutant, tests) {
  // No configuration file: its projects would not take the fault in.
  const own = { config: false, include: ['test/**/*.test.ts'], testTimeout: 60_000, pool: 'threads' };
  const quiet = { ...own, reporters: [{}], watch: false, bail: 1, silent: true };
  const vitest = await startVitest('test', tests, quiet, { root, plugins: fault(mutant), logLevel: 'silent' });
  const modules = vitest.state.getTestModules();
  const red = modules.length === 0 || modules.some((one) => !one.ok()) || vitest.state.getUnhandledErrors().length > 0;
  if (mutant === null)
    for (const one of modules)
      for (const test of one.children.allTests('failed'))
        process.stdout.write(`red: ${one.relativeModuleId} ${test.fullName}\n`);
  await vitest.close();
  return red;
}

const survivors = [];
const suites = [...new Set(chosen.flatMap(({ tests }) => tests))];
if (await fails(null, suites)) {
  process.stdout.write('The tests fail without any fault: nothing can be learnt.\n');
  process.exit(2);
}
for (const mutant of chosen) {
  const start = performance.now();
  const noticed = await fails(mutant, mutant.tests);
  if (!noticed) survivors.push(mutant.name);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`${noticed ? 'noticed ' : 'SURVIVED'} ${mutant.name} (${seconds} s)\n`);
}
process.stdout.write(`${chosen.length - survivors.length} of ${chosen.length} noticed\n`);
process.exit(survivors.length === 0 ? 0 : 1);
