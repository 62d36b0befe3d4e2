/** Every repair that a fixture offers, written into its picture: the finding goes, and no error comes in its place. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/check/finding';
import { scoreWorkbook } from '#core/commands/score';
import { scalarOf, type Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import type { CellEdit } from '#core/workbook/plan';
import { cellOf, edited } from '#test/support/edited';
import type { Fixture } from './base.ts';
import { frameworkFaults } from './framework.ts';
import { pointFaults } from './points.ts';
import { rowFaults } from './rows.ts';
import { textFaults } from './text-and-cells.ts';
import { unitFaults } from './units.ts';
import { valueFaults } from './values.ts';
import { variants } from './variants.ts';

const all: Fixture[] = [
  ...frameworkFaults,
  ...unitFaults,
  ...rowFaults,
  ...valueFaults,
  ...pointFaults,
  ...textFaults,
  ...variants,
];

function findings(picture: Picture): Finding[] {
  return scoreWorkbook(picture, { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' }).findings;
}

const name = (one: Finding): string => `${one.severity} ${one.id} ${JSON.stringify(one.at)}`;

const repairs = all.flatMap((fixture) =>
  findings(fixture.picture)
    .flatMap((one) =>
      [...(one.repair === null ? [] : [one.repair]), ...(one.readings ?? [])].map((edits) => ({ one, edits })),
    )
    .map(
      ({ one, edits }) =>
        [
          `${one.id} ${JSON.stringify(one.at)} ${JSON.stringify(edits[0]?.value)}: ${fixture.name}`,
          fixture.picture,
          one,
          edits,
        ] as const,
    ),
);

/** What the cell holds after the edit. */
function held(picture: Picture, edit: CellEdit): Cell {
  return cellOf(picture, edit.sheet, edit.cell);
}

describe('repairs', () => {
  it.each(repairs)('%s', (_, picture, one, edits) => {
    const before = findings(picture).map(name);
    for (const edit of edits) expect(scalarOf(held(picture, edit))).toEqual(edit.before);
    const after = edited(picture, edits);
    for (const edit of edits) expect(scalarOf(held(after, edit))).toEqual(edit.value);
    const left = findings(after).map(name);
    expect(left).not.toContain(name(one));
    expect(left.filter((other) => other.startsWith('error') && !before.includes(other))).toEqual([]);
  });
});
