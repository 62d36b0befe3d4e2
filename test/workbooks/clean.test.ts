/** Clean workbooks in every layout: nothing is reported, and the points are those worked out by hand. */
import { describe, expect, it } from 'vitest';
import { run } from '#test/support/book';
import { cleanForms, type CleanFixture } from './clean.ts';
import { cleanMore } from './clean-more.ts';
import { cleanTables } from './clean-tables.ts';

const families: Record<string, CleanFixture[]> = { cleanForms, cleanTables, cleanMore };

for (const family of Object.keys(families))
  describe(family, () => {
    it.each(families[family]!.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
      const result = run(fixture.picture);
      expect(result.findings.map((one) => `${one.id} ${one.sheet}!${one.cell} ${one.message}`)).toEqual([]);
      const ranking = result.groups.map(
        (group) => [group.name, group.ranking.map((unit) => [unit.unit, unit.points, unit.rank])] as const,
      );
      expect(Object.fromEntries(ranking)).toEqual(fixture.ranking);
      const units = result.groups.flatMap((group) => group.ranking);
      for (const name of Object.keys(fixture.pillars ?? {}))
        expect(units.find((unit) => unit.unit === name)?.pillars, name).toEqual(fixture.pillars![name]);
      if (fixture.period !== undefined) expect(result.period).toBe(fixture.period);
    });
  });
