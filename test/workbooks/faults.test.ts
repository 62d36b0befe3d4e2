/** One fault a workbook: the finding, its cell and severity, who is blocked, and that nothing else is said. */
import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from '#core/messages/check-ids';
import { scoreWorkbook } from '#core/commands/score';
import { found, resultOf, run } from '#test/support/book';
import { ALL, POINTS, workbook, type Fixture } from './base.ts';
import { frameworkFaults } from './framework.ts';
import { pointFaults } from './points.ts';
import { rowFaults } from './rows.ts';
import { textFaults } from './text-and-cells.ts';
import { unitFaults } from './units.ts';
import { valueFaults } from './values.ts';
import { variants } from './variants.ts';

const families: Record<string, Fixture[]> = {
  frameworkFaults,
  unitFaults,
  rowFaults,
  valueFaults,
  pointFaults,
  textFaults,
  variants,
};
const all = Object.values(families).flat();

it('the workbook that the faults are put into is clean', () => {
  const result = run(workbook());
  expect(result.findings).toEqual([]);
  const ranking = result.groups[0]!.ranking;
  expect(Object.fromEntries(ranking.map((item) => [item.unit, item.points]))).toEqual(POINTS);
  expect(ranking.map((item) => item.unit).sort()).toEqual(ALL);
});

it('every check has its fixture', () => {
  const covered = new Set(all.map((fixture) => fixture.id));
  expect(CHECK_IDS.filter((id) => !covered.has(id))).toEqual([]);
});

for (const family of Object.keys(families))
  describe(family, () => {
    it.each(families[family]!.map((fixture) => [`${fixture.id}: ${fixture.name}`, fixture] as const))(
      '%s',
      (_, fixture) => {
        const { cell, id, picture } = fixture;
        expect(found(picture)).toEqual([`${id} ${cell ?? 'null!null'}`, ...(fixture.also ?? [])].sort());
        const result = run(picture);
        const first = result.findings.find(
          (one) => one.id === id && (cell === null || `${one.sheet}!${one.cell}` === cell),
        )!;
        expect(first.severity).toBe(fixture.severity);
        const units = result.groups.flatMap((group) => group.ranking);
        const blocked = units.filter((unit) => unit.status === 'blocked').map((unit) => unit.unit);
        expect(blocked.sort()).toEqual([...(fixture.blocked ?? [])].sort());
        for (const name of Object.keys(fixture.points ?? {}))
          expect(units.find((unit) => unit.unit === name)?.points, name).toBe(fixture.points![name]);
      },
    );
  });

it.each(['vi', 'en'] as const)('every finding of the fixtures has its words: %s', (language) => {
  for (const { name, picture } of all) {
    const result = resultOf(scoreWorkbook(picture, { language, at: '2026-11-24T17:00:00+07:00', version: 'test' }));
    for (const finding of result.findings) {
      expect(finding.message.length, name).toBeGreaterThan(20);
      expect(finding.message, name).not.toMatch(/\{\w+\}|undefined|null|NaN|\[object/);
    }
  }
});
