// Shows that the browser tests need nothing that a used machine has left about: one of them runs without system fonts,
// without fonts in a temporary folder, with an empty home and no browser of the machine. With the bundled browser's own
// font configuration the same run must fail, or this script hides nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const LEFT = ['/usr/share/fonts', '/usr/local/share/fonts', '/etc/fonts', '/var/cache/fontconfig'];
const CLOUD = ['/var/task', '/opt/fonts', '/tmp/fonts', '/tmp/fonts-cache'];

if (process.platform !== 'linux') {
  console.log('bare machine: only on Linux, where the browser is bundled');
  process.exit(0);
}
const own = spawnSync('unshare', ['-m', 'true']).status === 0;
const space = own ? ['-m'] : ['-r', '-m'];
if (!own && spawnSync('unshare', [...space, 'true']).status !== 0) {
  console.log('bare machine: this machine lets nobody hide its folders; not shown here');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'bare-machine-'));

/** Runs the test with the machine's folders hidden. @returns its exit code and words. */
function run(more) {
  const home = join(folder, 'home');
  const temp = join(folder, 'temp');
  for (const each of [home, temp]) {
    rmSync(each, { recursive: true, force: true });
    mkdirSync(each, { recursive: true });
  }
  const hidden = [...LEFT, ...CLOUD].filter((each) => existsSync(each));
  const script = `for f in ${hidden.join(' ')}; do mount -t tmpfs none "$f" || exit 97; done; exec "$@"`;
  const env = {
    PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
    HOME: home,
    TMPDIR: temp,
    LANG: 'C',
    TZ: 'UTC',
    ...more,
  };
  const command = [
    process.execPath,
    vitest,
    'run',
    '--project',
    'browser',
    '--retry=0',
    'test/excel/e2e/letters.test.ts',
  ];
  const ran = spawnSync('unshare', [...space, 'sh', '-c', script, 'sh', ...command], {
    cwd: root,
    env,
    encoding: 'utf8',
    timeout: 300_000,
  });
  return { code: ran.status, words: `${ran.stdout}${ran.stderr}` };
}

try {
  const bare = run({});
  if (bare.code !== 0) {
    console.error(bare.words);
    console.error('bare machine: the browser test fails without what a used machine has');
    process.exit(1);
  }
  const without = run({ NGHIN_DIEM_FONTS: 'package' });
  if (without.code === 0 || without.code === 97 || !/letters\.test/.test(without.words)) {
    console.error(without.words);
    console.error('bare machine: the test passes without our font configuration too, so this run shows nothing');
    process.exit(1);
  }
  console.log(
    'bare machine: a browser test passes without fonts, home and temporary files; without our font configuration it fails',
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
