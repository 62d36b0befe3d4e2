/** Units: from the unit list, else from the data; and which unit a name, code and group in the data mean. */
import type { IndexSet } from '../framework/framework.ts';
import type { Assessment, CellRef, Remark, Unit } from './assessment.ts';
import { toNumber, type Exact } from '../exact/exact.ts';
import { kindOf, type Cell } from '../workbook/cell.ts';
import { readNumber } from '../workbook/number.ts';
import { clean, foldLoose, foldName, foldUnit } from '../workbook/text.ts';
import { shownText } from './codes.ts';
import type { FoundTable } from './extent.ts';
import type { Grid } from './grid.ts';

/** A unit before its group is known: the set that its data goes with decides that. */
export interface RawUnit extends Omit<Unit, 'group'> {
  groupName: string;
}

/** A unit as the data names it. */
export interface NamedUnit {
  name: string;
  code: string;
  group: string;
  at: CellRef;
}

/** 'ambiguous': the name stands in two groups and nothing says which; 'unknown': not in the list. */
export type Resolved = number | 'ambiguous' | 'unknown';

/** "I. Nhóm cơ quan chuyên môn" → "Nhóm cơ quan chuyên môn". */
export function groupTitle(text: string): string {
  return clean(text).replace(/^(?:[IVXLC]+|[A-Z])[.\s)/-]+\s*/, '');
}

/** @returns the name or code a cell holds, cleaned; "" for an error, which names nobody and is formula.error's to say. */
export function namedBy(cell: Cell): string {
  return kindOf(cell) === 'error' ? '' : clean(shownText(cell));
}

function figureOf(grid: Grid, row: number, column: number | undefined): Exact | null {
  if (column === undefined) return null;
  const reading = readNumber(grid.at(row, column), { unitWords: true });
  return reading.kind === 'number' ? reading.value : null;
}

/** Edits to turn one text into the other, up to `limit`. */
function distance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let before = Array.from({ length: right.length + 1 }, (_, place) => place);
  for (let row = 1; row <= left.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      now.push(Math.min(before[column]! + 1, now[column - 1]! + 1, before[column - 1]! + same));
    }
    before = now;
  }
  return before[right.length]!;
}

/** The units of a workbook and the look-ups by which data finds them. */
export class Units {
  readonly list: RawUnit[] = [];
  readonly remarks: Remark[] = [];
  listed = false;
  private readonly byName = new Map<string, number[]>();
  private readonly byCode = new Map<string, number>();
  private readonly answers = new Map<string, Resolved>();
  private readonly said = new Set<string>();

  private add(unit: Omit<RawUnit, 'index'>): number {
    const index = this.list.length;
    this.list.push({ index, ...unit });
    const key = foldUnit(unit.name);
    const there = this.byName.get(key);
    if (there === undefined) this.byName.set(key, [index]);
    else there.push(index);
    if (unit.code !== null && !this.byCode.has(foldName(unit.code))) this.byCode.set(foldName(unit.code), index);
    return index;
  }

  /** Reads a unit list; a second row of one unit is said and not read. */
  readList(table: FoundTable, grid: Grid): void {
    this.listed = true;
    const { columns } = table;
    const groups = [...table.groupRows];
    let group = '';
    for (const row of table.dataRows) {
      while (groups.length > 0 && groups[0]! < row) group = this.groupRowText(grid, table, groups.shift()!);
      const text = (column: number | undefined): string => (column === undefined ? '' : namedBy(grid.at(row, column)));
      const name = text(columns.unit);
      const code = text(columns.unitCode);
      if (name === '' && code === '') continue;
      const own = columns.group === undefined ? '' : namedBy(grid.lent(row, columns.group));
      const groupName = own === '' ? group : own;
      const at = { sheet: table.sheet, row, column: columns.unit ?? columns.unitCode! };
      const twin = (this.byName.get(foldUnit(name)) ?? []).find(
        (index) =>
          foldName(this.list[index]!.groupName) === foldName(groupName) &&
          (code === '' || this.list[index]!.code === null || foldName(this.list[index]!.code!) === foldName(code)),
      );
      const codeTwin = code === '' ? undefined : this.byCode.get(foldName(code));
      if (twin !== undefined || codeTwin !== undefined) {
        this.remarks.push({ kind: 'unit.duplicate', at, unit: twin ?? codeTwin, variant: 'list', args: { name } });
        continue;
      }
      const rank = figureOf(grid, row, columns.previousRank);
      this.add({
        name: name === '' ? code : name,
        code: code === '' ? null : code,
        groupName,
        ranked: !['khong', 'no', 'false'].includes(foldLoose(text(columns.ranked ?? columns.rank))),
        listedAt: at,
        dataAt: null,
        previousPoints: figureOf(grid, row, columns.previousPoints),
        previousRank: rank === null ? null : toNumber(rank),
      });
    }
  }

  /** The text of a group row: its name cell, else its first text. */
  groupRowText(grid: Grid, table: FoundTable, row: number): string {
    const own = table.columns.unit === undefined ? '' : shownText(grid.at(row, table.columns.unit));
    if (clean(own) !== '') return groupTitle(own);
    const cells = grid.row(row)?.cells ?? [];
    const text = cells.map((cell) => clean(shownText(cell))).find((shown) => shown.length > 3);
    return groupTitle(text ?? '');
  }

  /** @returns whether a text names a unit, of the list or found in the data. */
  has(name: string): boolean {
    return name.length < 200 && (this.byName.has(foldUnit(name)) || this.byCode.has(foldName(name)));
  }

  /** @returns whether a text names a unit of the list. */
  knows(name: string): boolean {
    return this.listed && this.has(name);
  }

  private find(named: NamedUnit): Resolved {
    const { name, code, group } = named;
    const hasCodes = this.byCode.size > 0;
    if (code !== '' && hasCodes) {
      const index = this.byCode.get(foldName(code));
      if (index !== undefined) return index;
      if (name === '') return 'unknown';
      // A wrong code beside a right name is not guessed away.
      if (this.listed && (this.byName.get(foldUnit(name)) ?? []).every((place) => this.list[place]!.code !== null))
        return 'unknown';
    }
    const candidates = this.byName.get(foldUnit(name)) ?? [];
    const fitting =
      group === ''
        ? candidates
        : candidates.filter((index) => foldName(this.list[index]!.groupName) === foldName(group));
    if (fitting.length === 1) return fitting[0]!;
    if (fitting.length > 1) return 'ambiguous';
    // The group only tells apart what has one name: with a list, a single unit of that name is meant.
    if (this.listed) return candidates.length === 1 ? candidates[0]! : 'unknown';
    return this.add({
      name: name === '' ? code : name,
      code: code === '' ? null : code,
      groupName: group,
      ranked: true,
      listedAt: null,
      dataAt: null,
      previousPoints: null,
      previousRank: null,
    });
  }

  private suggestion(name: string): string {
    const loose = foldLoose(name);
    let best = '';
    let least = Math.max(1, Math.floor(loose.length / 5)) + 1;
    for (const unit of this.list) {
      const far = distance(loose, foldLoose(unit.name), least);
      if (far < least) {
        least = far;
        best = unit.name;
      }
    }
    return best;
  }

  /** What a name in the data gives rise to, once a name: unknown, ambiguous, or matched only after folding. */
  private remark(named: NamedUnit, resolved: Resolved, rawName: string): void {
    const { at, name, code } = named;
    if (resolved === 'unknown') {
      const near = this.suggestion(name);
      const args = { name: name === '' ? code : name, suggestion: near };
      this.remarks.push({ kind: 'unit.unknown', at, args, ...(near === '' ? {} : { variant: 'suggestion' }) });
    } else if (resolved === 'ambiguous') {
      this.remarks.push({ kind: 'unit.duplicate', at, variant: 'two-groups', args: { name } });
    } else if (
      this.listed &&
      name !== '' &&
      this.list[resolved]!.name !== name &&
      foldUnit(this.list[resolved]!.name) === foldUnit(name)
    ) {
      const listed = this.list[resolved]!.name;
      // Only a cell that holds the bare name can be repaired.
      const repair = clean(rawName) === name ? [{ at, value: listed }] : undefined;
      this.remarks.push({
        kind: 'unit.name-variant',
        at,
        unit: resolved,
        args: { name, listed },
        ...(repair === undefined ? {} : { repair }),
      });
    }
  }

  /** @returns the unit that the data means; what is doubtful about it becomes one remark, at its first cell. */
  resolve(named: NamedUnit, rawName: string): Resolved {
    const key = `${named.name}\u0001${named.code}\u0001${named.group}`;
    let resolved = this.answers.get(key);
    if (resolved === undefined) {
      resolved = this.find(named);
      this.answers.set(key, resolved);
      const once = typeof resolved === 'number' ? key : `${resolved}\u0001${foldUnit(named.name)}\u0001${named.code}`;
      if (!this.said.has(once)) this.remark(named, resolved, rawName);
      this.said.add(once);
      if (resolved === 'ambiguous') {
        // Both units do have data: what is missing is only the word which.
        for (const index of this.byName.get(foldUnit(named.name)) ?? []) this.list[index]!.dataAt ??= named.at;
      }
    }
    if (typeof resolved === 'number') this.list[resolved]!.dataAt ??= named.at;
    return resolved;
  }
}

/** Groups in order of their first unit: one per group name and index set. `setOfUnit`: null = no data. */
export function groupUnits(
  units: RawUnit[],
  setOfUnit: (number | null)[],
  sets: IndexSet[],
): Pick<Assessment, 'groups' | 'units'> {
  const setsOfGroup = new Map<string, number>();
  units.forEach((unit, index) => {
    const set = setOfUnit[index];
    const key = foldName(unit.groupName);
    if (set !== null && set !== undefined && !setsOfGroup.has(key)) setsOfGroup.set(key, set);
  });
  const groups: Assessment['groups'] = [];
  const places = new Map<string, number>();
  const placed = units.map(({ groupName, ...unit }, index): Unit => {
    const set = setOfUnit[index] ?? setsOfGroup.get(foldName(groupName)) ?? 0;
    const key = `${foldName(groupName)}\u0001${set}`;
    let group = places.get(key);
    if (group === undefined) {
      group = groups.length;
      places.set(key, group);
      groups.push({ index: group, name: groupName, set, units: [] });
    }
    groups[group]!.units.push(index);
    return { ...unit, group };
  });
  // Two rankings of one name (departments and communes without a list) are told apart by their sets' titles.
  const alike = (name: string): boolean => groups.filter((other) => foldName(other.name) === foldName(name)).length > 1;
  const titled = groups.map((group) => {
    const title = sets[group.set]?.title ?? '';
    if (title === '' || !alike(group.name)) return group;
    return { ...group, name: group.name === '' ? title : `${group.name} – ${title}` };
  });
  return { groups: sets.length === 0 ? [] : titled, units: placed };
}
