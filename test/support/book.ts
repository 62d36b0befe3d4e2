/** Workbooks written as rows of cells, and a run over them: what tests say a person has on screen. */
import { scoreWorkbook, type CommandOutcome } from '#core/commands/score';
import type { IndexSet } from '#core/framework/framework';
import { resultJson, type ResultJson } from '#core/view/result';
import type { Cell } from '#core/workbook/cell';
import type { Picture, SheetPicture } from '#core/workbook/picture';

export type Rows = (Cell | undefined)[][];

/** @returns a visible sheet of these rows; `extra` sets merges, visibility or hidden rows. */
export function sheet(
  name: string,
  rows: Rows,
  extra: Partial<SheetPicture> & { hidden?: number[] } = {},
): SheetPicture {
  const { hidden = [], ...rest } = extra;
  return {
    name,
    visibility: 'visible',
    rows: rows.flatMap((cells, index) => {
      const filled = cells.map((cell) => (cell === undefined || cell === '' ? null : cell));
      if (filled.every((cell) => cell === null)) return [];
      return [{ index, cells: filled, ...(hidden.includes(index) ? { hidden: true as const } : {}) }];
    }),
    merges: [],
    hiddenRowsKnown: true,
    ...rest,
  };
}

export function book(...sheets: SheetPicture[]): Picture {
  return { sheets };
}

/** @returns the JSON of docs/contract.md#json for an outcome. */
export function resultOf({ assessment, scored, findings, notRun }: CommandOutcome): ResultJson {
  return resultJson(assessment, scored, findings, notRun, 'test', assessment.language);
}

/** @returns the same for a picture. */
export function run(picture: Picture, options: { set?: IndexSet; period?: string } = {}): ResultJson {
  return resultOf(
    scoreWorkbook(picture, { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test', ...options }),
  );
}

/** @returns the findings as "id sheet!cell", sorted: what a fixture expects, whole. */
export function found(picture: Picture): string[] {
  return run(picture)
    .findings.map((finding) => `${finding.id} ${finding.sheet}!${finding.cell}`)
    .sort();
}

/** @returns points and rank by unit. */
export function ranking(picture: Picture): Record<string, (number | null)[]> {
  return Object.fromEntries(
    run(picture).groups.flatMap((group) => group.ranking.map(({ unit, points, rank }) => [unit, [points, rank]])),
  );
}
