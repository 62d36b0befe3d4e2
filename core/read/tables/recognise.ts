/** What tables a header row makes: by its words, and by what stands directly under it (docs/contract.md#tables). */
import { scalarOf } from '../../workbook/cell.ts';
import { foldHeader, foldLoose } from '../../workbook/text.ts';
import type { ColumnRole, TableKind } from '../assessment.ts';
import { isValueRole, VALUE_ROLES } from './found-table.ts';
import { isBlank, textOf, type Grid } from '../cells/grid.ts';
import { continuesBelow, HEADER_ROWS, headsOf, type Head, type Roles } from '../headers/header-rows.ts';
import { isMaximumName } from '../headers/headers.ts';
import { mayBeSame, periodWithin } from '../periods/periods.ts';
import { isIndexRow } from '../cells/index-row.ts';
import { withPoints } from '../headers/matrix-points.ts';
import { isMeasure } from './places.ts';
import { settingKey } from '../settings/keys.ts';
import { figureOf } from '../cells/summaries.ts';

/** The kinds that a header row tells. */
export type FoundKind = Exclude<TableKind, 'settings'>;

/** A table as its header tells it. */
export interface Recognised {
  kind: FoundKind;
  heads: Head[];
  top: number;
  bottom: number;
  codesOnly: boolean;
}

/** @returns the first and the last column of heads. */
export function edgesOf(heads: readonly Head[]): [first: number, last: number] {
  return [heads[0]?.column ?? 0, heads[heads.length - 1]?.column ?? 0];
}

function classify(heads: Head[], grid: Grid, bottom: number): { kind: FoundKind; codesOnly: boolean } | null {
  const roles = new Set<ColumnRole>();
  for (const head of heads) if (head.role !== null) roles.add(head.role);
  const value = VALUE_ROLES.some((role) => roles.has(role));
  const code = roles.has('code') || roles.has('order');
  const unit = roles.has('unit') || roles.has('unitCode');
  const found = (kind: FoundKind, codesOnly = false) => ({ kind, codesOnly });
  const hasFigureBelow = ({ column }: Head): boolean =>
    [1, 2, 3, 4].some((step) => typeof scalarOf(grid.at(bottom + step, column)) === 'number');
  // TT holds the codes where no Mã does and the rows are of indicators.
  const coded = roles.has('code') || (roles.has('order') && (roles.has('name') || roles.has('maximum')));
  if (unit && coded && value) return found('long');
  // Who does the work may stand in an index set, too, as long as nobody's figures do.
  const described = roles.has('name') && (roles.has('rule') || roles.has('description'));
  if (unit && !value && code && roles.has('maximum') && described) return found('set');
  if (!unit && code && roles.has('maximum')) {
    if (value) return found('form');
    return roles.has('name') ? found('set') : null;
  }
  // Whether the other columns are units is seen when all lists are known.
  if (!unit && !value && coded && roles.has('name') && !roles.has('maximum'))
    return heads.some((head) => head.role === null && hasFigureBelow(head)) ? found('cross') : null;
  if (
    !unit &&
    value &&
    coded &&
    roles.has('name') &&
    heads.filter((head) => head.role === 'self' || head.role === 'verified').length > 1
  )
    return found('cross');
  if (!unit || roles.has('maximum') || roles.has('name')) return null;
  const free = heads.filter((head) => head.role === null);
  // A matrix names the unit first: "5 · Xã Bù Gia Mập · 25222 · Xã" is a row of a list, though "Xã" is a header word, too.
  const unitHead = heads.find((head) => head.role === 'unit' || head.role === 'unitCode')?.column ?? -1;
  const codes = free.filter((head) => head.code && head.column > unitHead && !/^(?:19|20)\d\d$/.test(head.text)).length;
  if (codes > 0 && codes * 2 >= free.length) return found('matrix', codes === free.length);
  let below = bottom + 1;
  const [first, last] = edgesOf(heads);
  if (isIndexRow(grid, below, first, last)) below += 1;
  // The words may stand in a cell merged over TT and Đơn vị.
  const maxima = heads.some((head) => head.role !== null && isMaximumName(textOf(grid.at(below, head.column))));
  if (maxima && free.length > 0) return found('matrix');
  if (roles.has('unit') && (roles.has('group') || roles.has('unitCode')) && !value && !roles.has('total'))
    return found('units');
  // Raw figures under names: only where figures do stand in the first rows.
  const figures = free.filter((head) =>
    [0, 1, 2].some((step) => typeof scalarOf(grid.at(below + step, head.column)) === 'number'),
  );
  return free.length >= 2 && figures.length >= 2 && !value ? found('matrix') : null;
}

/** Whether a column Đơn vị holds measures ("%", "hồ sơ"): it names no units. */
function isMeasured({ column, text, role }: Head, grid: Grid, bottom: number): boolean {
  if (role !== 'unit' || !/^(?:don vi|(?:don vi ?\/ ?)?unit)$/.test(foldHeader(text))) return false;
  const below: string[] = [];
  for (let row = bottom + 1; row <= bottom + 12; row += 1) {
    const cell = grid.at(row, column);
    if (!isBlank(cell) && !isIndexRow(grid, row, 0, column)) below.push(foldLoose(textOf(cell)));
  }
  return below.length > 0 && below.every(isMeasure);
}

/** Heads that stand within so many columns of the next. */
function partsWithin(heads: readonly Head[], most: number): Head[][] {
  const parts: Head[][] = [];
  let last = -Infinity;
  for (const head of heads) {
    const part = parts[parts.length - 1];
    if (part !== undefined && head.column - last <= most) part.push(head);
    else parts.push([head]);
    last = head.column;
  }
  return parts;
}

/** What is farther away than ten columns belongs to no table. */
const clusters = (heads: readonly Head[]): Head[][] => partsWithin(heads, 11);
/** Parts of a header row that blank columns part: tables side by side. */
const segments = (heads: readonly Head[]): Head[][] => partsWithin(heads, 1);

/** A row of settings may stand beside a header: its key and value are no heads. */
function withoutSettings(heads: Head[]): Head[] {
  const isKey = ({ text, role }: Head): boolean => role === null && settingKey(text) !== null;
  if (!heads.some(isKey)) return heads;
  return segments(heads)
    .filter((part) => part.length > 2 || !part.slice(0, 1).some(isKey))
    .flat();
}

function foundIn(grid: Grid, top: number, bottom: number, cache: Roles): Recognised[] {
  return clusters(withoutSettings(headsOf(grid, top, bottom, cache))).flatMap((heads) =>
    foundAmong(heads, grid, top, bottom),
  );
}

/** Kinds whose other columns may hold points under words of the office's own; those of the others are indicators or units. */
const LOOSENED = new Set<FoundKind>(['set', 'form', 'long']);
const VALUED = new Set<FoundKind>(['form', 'long']);

/** Heads that their words tell, where figures stand under them: a description of how points are given has none. */
function withLoose(heads: Head[], grid: Grid, bottom: number): Head[] {
  if (!heads.some(({ role, loose }) => role === null && loose !== undefined)) return heads;
  const strict = new Set(heads.map(({ role }) => role));
  return heads.map((head) => {
    const { role, loose, column } = head;
    if (role !== null || loose === undefined) return head;
    // What is no value column is there once.
    if (!isValueRole(loose) && strict.has(loose)) return head;
    const counts = hasFigureUnder(grid, bottom, column) || isOtherPeriod(head, heads);
    return counts ? { ...head, role: loose, byWords: true } : head;
  });
}

/** Whether a column that is still empty is of another period than one of the same kind: "Điểm thẩm định năm 2026". */
function isOtherPeriod({ loose, text }: Head, heads: readonly Head[]): boolean {
  const period = periodWithin(text);
  if (period === '' || (loose !== 'self' && loose !== 'verified')) return false;
  return heads.some((other) => {
    const its = (other.role ?? other.loose) === loose ? periodWithin(other.text) : '';
    return its !== '' && !mayBeSame(its, period);
  });
}

const DEEP_ENOUGH = 60;

function hasFigureUnder(grid: Grid, bottom: number, column: number): boolean {
  for (let row = bottom + 1; row <= bottom + DEEP_ENOUGH; row += 1)
    if (figureOf(grid.at(row, column)) !== null && !isIndexRow(grid, row, 0, column)) return true;
  return false;
}

function foundAmong(heads: Head[], grid: Grid, top: number, bottom: number): Recognised[] {
  if (heads.length < 2) return [];
  const make = (part: Head[]): Recognised[] => {
    if (part.length < 2) return [];
    const meant = withPoints(part.map((head) => (isMeasured(head, grid, bottom) ? { ...head, role: null } : head)));
    const kind = classify(meant, grid, bottom);
    const loose = kind === null || LOOSENED.has(kind.kind) ? withLoose(meant, grid, bottom) : meant;
    const said = loose === meant ? null : classify(loose, grid, bottom);
    if (said !== null && (said.kind === kind?.kind || VALUED.has(said.kind)))
      return [{ ...said, heads: loose, top, bottom }];
    return kind === null ? [] : [{ ...kind, heads: meant, top, bottom }];
  };
  const parts = segments(heads);
  if (parts.length > 1) {
    const apart = parts.map(make);
    if (apart.filter((part) => part.length > 0).length > 1) return apart.flat();
    const whole = make(heads);
    return whole.length > 0 ? whole : apart.flat();
  }
  return make(heads);
}

/** @returns the tables whose header begins in a row, with the rows that it goes over. */
export function headersAt(grid: Grid, row: number, cache: Roles): Recognised[] {
  let best = foundIn(grid, row, row, cache);
  for (let bottom = row; bottom < row + HEADER_ROWS - 1; bottom += 1) {
    if (!continuesBelow(grid, row, bottom, cache) || foundIn(grid, bottom + 1, bottom + 1, cache).length > 0) break;
    const together = foundIn(grid, row, bottom + 1, cache);
    if (together.length > 0) best = together;
  }
  return best;
}
