/** `template`: a workbook that our own reader understands at once, and of which forms can be made. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { scoreWorkbook, type CommandOutcome } from '#core/commands/score';
import { unitLists } from '#core/framework/units/index';
import { main } from '#local/cli/main';
import { readWorkbook } from '#xlsx/index';

const ROOT = join(import.meta.dirname, '..', '..');
let folder = '';
let said = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghin-diem-template-'));
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const out = (name: string): string => join(folder, name);
const scored = (name: string): CommandOutcome =>
  scoreWorkbook(readWorkbook(readFileSync(out(name))).picture, { language: 'vi', at: '', version: '' });

it.each([
  // The published set says 1,000 and adds up to 960.
  ['can-giuoc-2025', 95, 62, ['framework.total']],
  ['dong-nai-departments', 20, 40, []],
  ['dong-nai-districts', 11, 64, []],
] as const)('of %s has its set, its units, and lacks nothing but figures', async (set, units, indicators, more) => {
  expect(await main(['template', '--out', out('t.xlsx'), '--set', set], ROOT)).toBe(0);
  const { assessment, findings } = scored('t.xlsx');
  expect(assessment.units).toHaveLength(units);
  expect(assessment.sets.map((one) => one.indicators.length)).toEqual([indicators]);
  const ids = new Set(findings.filter(({ severity }) => severity !== 'note').map(({ id }) => id));
  expect([...ids].sort()).toEqual(['data.none', ...more, 'unit.missing']);
});

it('without a set shows how one is written, and is read', async () => {
  expect(await main(['template', '--out', out('t.xlsx'), '--list', 'dong-nai-communes'], ROOT)).toBe(0);
  const { assessment, findings } = scored('t.xlsx');
  expect(assessment.sets[0]?.indicators.map(({ rule }) => rule?.kind)).toEqual(['ratio', 'yes-no']);
  expect(assessment.units).toHaveLength(95);
  expect(findings.filter(({ id }) => id.startsWith('settings.') || id.startsWith('framework.'))).toEqual([]);
});

it('says which unit lists there are', async () => {
  expect(await main(['template', '--out', out('t.xlsx'), '--list', 'ha-noi'], ROOT)).toBe(2);
  for (const { id } of unitLists) expect(said).toContain(id);
});

it('lists each unit once', () => {
  for (const { units } of unitLists) {
    expect(new Set(units.map(({ name, group }) => `${group}/${name}`)).size).toBe(units.length);
    expect(new Set(units.map(({ code }) => code)).size).toBe(units.length);
  }
});
