/** The readings of the inputs in one row. */
import { INPUT_COLUMNS, type Readings } from '../assessment.ts';
import type { Grid } from '../cells/grid.ts';
import { meanReading } from '../headers/judges.ts';
import type { FoundTable } from '../tables/found-table.ts';
import { EntryReadings, type EntryContext } from './inputs.ts';
import type { Input } from './stored-entry.ts';

/** @returns the readings of the inputs of a row; an empty cell has none. */
export function readingsAt(inputs: readonly Input[], grid: Grid, row: number, context: EntryContext): EntryReadings {
  const cells = grid.row(row)?.cells;
  const readings = new EntryReadings(context);
  for (const { name, column } of inputs) {
    const cell = cells?.[column] ?? null;
    // What is empty needs no reading of its own.
    if (cell !== null) readings.read(name, cell, grid.sheet, row, column);
  }
  readings.settle();
  return readings;
}

/** @returns the readings, with the means of several people's points where the setting averages them. */
export function withMeans(
  readings: Readings,
  judges: NonNullable<FoundTable['judges']>,
  grid: Grid,
  row: number,
  context: EntryContext,
): Readings {
  const found: Readings = {};
  for (const name of INPUT_COLUMNS) found[name] = readings[name];
  for (const name of ['self', 'verified'] as const) {
    const each = judges[name]?.flatMap(
      (column) => readingsAt([{ name, column, several: true }], grid, row, context)[name] ?? [],
    );
    if (each !== undefined) found[name] = each.length === 0 ? undefined : meanReading(each);
  }
  return found;
}
