/** What people put on our sheets, looked for right before they are written: cells beside our table, and filters. */
import {
  filterFate,
  guessedTable,
  isOutside,
  lossOf,
  marksOf,
  recordedTable,
  stripsOf,
  tableOfRecord,
  type Loss,
  type Marks,
  type Place,
} from '#core/workbook/marks';
import type { Scalar } from '#core/workbook/cell';
import { areaFromA1 } from '#core/workbook/address';
import type { SheetPlan } from '#core/workbook/plan';
import { columnsOf } from '#core/workbook/plan-check';
import { isSize } from './errors.ts';
import { readPieces, type Piece } from './pieces.ts';
import type { Batch } from './session.ts';
import { mergesIn, rangeOf } from './sheets.ts';
import type { Old } from './old.ts';

/** Estimated bytes of two cells' answer. */
const ROW_BYTES = 60;

/** A planned sheet with the old one that it goes over. */
interface Pair {
  plan: SheetPlan;
  old: Old;
}

/** What was found; the tables are told to the old sheets. */
export interface Found {
  marks: Marks[];
  /** Cells that stay although they lie inside what is copied over the old sheet, by its name. */
  within: Map<string, Place[]>;
  loss: Loss | null;
}

/** Columns A and B of a sheet: its table is known again by them. */
function firstColumns(sheet: Excel.Worksheet, top: number, bottom: number, values: Scalar[][]): Piece {
  let range: Excel.Range | null = null;
  return {
    bytes: (bottom - top + 1) * ROW_BYTES + 300,
    ask() {
      range = sheet.getRangeByIndexes(top, 0, bottom - top + 1, 2);
      range.load('values');
    },
    take() {
      const answer = range!.values as Scalar[][] | null;
      range = null;
      answer?.forEach((row, index) => (values[top + index] = row));
      return answer !== null;
    },
    halves() {
      const middle = Math.floor((top + bottom) / 2);
      if (middle === bottom) return null;
      return [firstColumns(sheet, top, middle, values), firstColumns(sheet, middle + 1, bottom, values)];
    },
  };
}

/** Tells each old sheet where its table and its filter are. */
async function findTables(batch: Batch, pairs: readonly Pair[], signal: AbortSignal): Promise<void> {
  const asked = pairs.map(({ plan, old: { sheet, filled } }) => {
    const filter = sheet.autoFilter.getRangeOrNullObject();
    filter.load('address');
    const at = tableOfRecord(plan.was?.record ?? '')?.header ?? -1;
    const header = at < 0 ? null : sheet.getRangeByIndexes(at, 0, 1, filled!.right + 1);
    header?.load('values');
    return { filter, header, at, values: [] as Scalar[][] };
  });
  const pieces = pairs.map(({ old: { sheet, filled } }, index) =>
    firstColumns(sheet, 0, filled!.bottom, asked[index]!.values),
  );
  await readPieces(batch, pieces, signal);
  for (const [index, { plan, old }] of pairs.entries()) {
    const { filter, header, at, values } = asked[index]!;
    const address = filter.isNullObject ? '' : filter.address;
    old.filterArea = areaFromA1(address.slice(address.lastIndexOf('!') + 1).replaceAll('$', ''));
    const record = plan.was?.record ?? '';
    old.table = recordedTable(record, (row, column) => {
      const line = row === at ? (header?.values as Scalar[][] | undefined)?.[0] : values[row];
      return line?.[column] ?? '';
    });
    if (old.table !== null) continue;
    const rows = new Set<number>();
    values.forEach((cells, row) => {
      if (cells.some((cell) => cell !== '')) rows.add(row);
    });
    const merges = await mergesIn(batch, old.sheet, { ...old.filled!, top: 0, left: 0 });
    const around = [...merges, ...(old.filterArea === null ? [] : [old.filterArea])];
    old.table = guessedTable(around, rows, record);
  }
}

/** Filled cells around a table. */
async function outside(batch: Batch, pairs: readonly Pair[], whole: boolean): Promise<Place[][]> {
  const asked = pairs.map(({ old: { sheet, filled, table } }) =>
    stripsOf(table!, filled!).map((strip) => {
      const used = rangeOf(sheet, strip).getUsedRangeOrNullObject(true);
      used.load(`rowIndex,columnIndex,rowCount,columnCount${whole ? ',formulas' : ''}`);
      return used;
    }),
  );
  await batch.sync();
  return asked.map((strips) =>
    strips.flatMap((used): Place[] => {
      if (used.isNullObject) return [];
      const { rowIndex: row, columnIndex: column, rowCount, columnCount } = used;
      // Too many to be told one by one: the corners stand for them.
      if (!whole || !used.formulas)
        return [
          { row, column },
          { row: row + rowCount - 1, column: column + columnCount - 1 },
        ];
      return (used.formulas as unknown[][]).flatMap((line, down) =>
        line.flatMap((cell, across) =>
          cell === '' || cell === null ? [] : [{ row: row + down, column: column + across }],
        ),
      );
    }),
  );
}

/** Looks for what people put on the old sheets that are written anew: requests grow with the size of these, with nothing else. */
export async function lookForMarks(batch: Batch, pairs: readonly Pair[], signal: AbortSignal): Promise<Found> {
  const filled = pairs.filter(({ plan, old }) => plan.visibility === 'visible' && old.filled !== null);
  if (filled.length === 0) return { marks: [], within: new Map(), loss: null };
  await findTables(batch, filled, signal);
  const known = filled.filter(({ old }) => old.table !== null);
  let around: Place[][];
  try {
    around = await outside(batch, known, true);
  } catch (error) {
    if (isSize(error) === null) throw error;
    around = await outside(batch, known, false);
  }
  const within = new Map<string, Place[]>();
  const marks = known.flatMap(({ plan, old }, at) => {
    const foreign = around[at]!;
    const isInside = ({ row, column }: Place): boolean => row < plan.rows.length && column < columnsOf(plan);
    within.set(
      old.name,
      foreign.filter((place) => isInside(place) && isOutside(place, plan)),
    );
    return marksOf(plan, foreign, []) ?? [];
  });
  const filters: string[] = [];
  for (const { plan, old } of filled) {
    if (!old.filter) continue;
    const fate = filterFate(plan, old.table?.areas ?? null, old.filterArea, old.filtered);
    old.keepsFilter = fate === 'stays';
    if (fate === 'goes') filters.push(plan.name);
  }
  return { marks, within, loss: lossOf(marks, filters) };
}
