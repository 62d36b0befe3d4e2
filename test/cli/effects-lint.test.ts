/** The lint rule that holds effects to clean-ups. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'effects-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

writeFileSync(
  join(folder, 'rc.json'),
  JSON.stringify({ jsPlugins: [resolve('tools/lint/effects.mjs')], rules: { 'effects/clean-up': 'error' } }),
);

/** @returns whether the linter takes the code. */
function passes(code: string): boolean {
  const file = join(folder, 'case.tsx');
  writeFileSync(file, code);
  const bin = resolve('node_modules/oxlint/bin/oxlint');
  const run = spawnSync(process.execPath, [bin, '-c', join(folder, 'rc.json'), file], { encoding: 'utf8' });
  if (run.status !== 0 && !run.stdout.includes('effects(clean-up)')) throw new Error(run.stdout + run.stderr);
  return run.status === 0;
}

it.each([
  'useEffect(() => box.current?.scrollIntoView(), []);',
  'useLayoutEffect(() => box.focus(), []);',
  'React.useInsertionEffect(() => { return box.scroll(); });',
  'useEffect(() => { if (a) { return box.scroll(); } return () => stop(); });',
  'useEffect(() => { return a ? box.scroll() : undefined; });',
  'useEffect(async () => { await box.scroll(); });',
  'useEffect(connect, []);',
  'useEffect(() => (box.x = 1), []);',
  'const a = <p ref={(node) => node?.scrollIntoView()} />;',
])('refuses %s', (code) => expect(passes(code)).toBe(false));

it.each([
  'useEffect(() => { box.scrollIntoView(); }, []);',
  'useEffect(() => () => stop(), []);',
  'useEffect(() => stop, []);',
  'useLayoutEffect(() => { if (a) return; const all = b.map((c) => { return c.d(); }); use(all); return () => stop(); });',
  'const a = <p ref={(node) => { node?.focus(); }} />;',
])('takes %s', (code) => expect(passes(code)).toBe(true));
