/** Units: from the unit list, else from the data; and which unit a name, code and group in the data mean. */
import type { IndexSet } from '../../framework/framework.ts';
import type { Assessment, CellRef, Remark, Unit } from '../assessment.ts';
import { toNumber, type Exact } from '../../exact/exact.ts';
import { readNumber } from '../../workbook/number.ts';
import { clean, foldLoose, foldName, foldUnit } from '../../workbook/text.ts';
import type { Grid } from '../cells/grid.ts';
import type { FoundTable, UnitsTable } from '../tables/found-table.ts';
import { Nearest } from '../cells/nearest.ts';
import { groupsOf, namedBy } from '../tables/unit-groups.ts';

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

function figureOf(grid: Grid, row: number, column: number | undefined): Exact | null {
  if (column === undefined) return null;
  const reading = readNumber(grid.at(row, column), { unitWords: true });
  return reading.kind === 'number' ? reading.value : null;
}

/** Units of one name: all of them, and by folded group. */
interface Namesakes {
  all: number[];
  groups: Map<string, number[]>;
  /** How many have no code. */
  codeless: number;
}

const NONE: readonly number[] = [];

/** What a list says under Xếp hạng: no, yes, or a rank or class that somebody typed. */
const NOT_RANKED = /^(?:k|ko|khong|n|no|false|0|mien|ngoai)(?= |$)/;
const RANKED =
  /^(?:|c|co|x|y|yes|true|duoc|dat|tot|kha|trung binh|yeu|kem|xuat sac|[ivx]+|[a-d])$|^(?:co|xep hang|nhat|nhi|ba|khuyen khich)(?= |$)|^(?:hang |thu )*[1-9]\d{0,4}(?!\d)/;

/** The units of a workbook and the look-ups by which data finds them. */
export class Units {
  readonly list: RawUnit[] = [];
  readonly remarks: Remark[] = [];
  listed = false;
  /** Whether a list says the group of anybody; else the data does. */
  grouped = false;
  private readonly byName = new Map<string, Namesakes>();
  private readonly byCode = new Map<string, number>();
  private readonly answers = new Map<string, Resolved>();
  private readonly said = new Set<string>();
  private readonly spread = new Set<string>();
  private nearest: Nearest | null = null;

  private add(unit: Omit<RawUnit, 'index'>): number {
    const index = this.list.length;
    this.list.push({ index, ...unit });
    const key = foldUnit(unit.name);
    let namesakes = this.byName.get(key);
    if (namesakes === undefined) this.byName.set(key, (namesakes = { all: [], groups: new Map(), codeless: 0 }));
    namesakes.all.push(index);
    if (unit.code === null) namesakes.codeless += 1;
    const group = foldName(unit.groupName);
    const together = namesakes.groups.get(group);
    if (together === undefined) namesakes.groups.set(group, [index]);
    else together.push(index);
    if (unit.code !== null && !this.byCode.has(foldName(unit.code))) this.byCode.set(foldName(unit.code), index);
    return index;
  }

  private named(name: string, group: string): readonly number[] {
    const namesakes = this.byName.get(foldUnit(name));
    if (namesakes === undefined) return NONE;
    return group === '' ? namesakes.all : (namesakes.groups.get(foldName(group)) ?? NONE);
  }

  /** Reads a unit list; a second row of one unit is said and not read. */
  readList(table: UnitsTable): void {
    this.listed = true;
    const { columns, grid } = table;
    const groupOf = groupsOf(table);
    for (const row of table.dataRows) {
      const text = (column: number | undefined): string => (column === undefined ? '' : namedBy(grid.at(row, column)));
      const name = text(columns.unit);
      const code = text(columns.unitCode);
      if (name === '' && code === '') continue;
      const groupName = groupOf(row);
      this.grouped ||= groupName !== '';
      const at = { sheet: table.sheet, row, column: table.unitColumn };
      // Equal names in one group are two units only where both have codes that differ; one without a code would be the first.
      const first = this.byName.get(foldUnit(name))?.groups.get(foldName(groupName))?.[0];
      const twin = first !== undefined && (code === '' || this.list[first]!.code === null) ? first : undefined;
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
        ranked: this.isRanked(table, row, text(columns.ranked ?? columns.rank)),
        listedAt: at,
        dataAt: null,
        previousPoints: figureOf(grid, row, columns.previousPoints),
        previousRank: rank === null ? null : toNumber(rank),
      });
    }
  }

  /** What the list says of being ranked; a rank that somebody typed says yes, what says neither is told. */
  private isRanked({ sheet, columns }: UnitsTable, row: number, text: string): boolean {
    const said = foldLoose(text);
    if (NOT_RANKED.test(said)) return false;
    const column = columns.ranked ?? columns.rank;
    if (column !== undefined && !RANKED.test(said))
      this.remarks.push({
        kind: 'settings.invalid',
        at: { sheet, row, column },
        variant: 'ranked',
        args: { key: 'Xếp hạng', value: text },
      });
    return true;
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
      if (name === '' && this.listed) return 'unknown';
      // A wrong code beside a right name is not guessed away.
      if (this.listed && (this.byName.get(foldUnit(name))?.codeless ?? 0) === 0) return 'unknown';
    }
    const candidates = this.named(name, '');
    const fitting = this.named(name, group);
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

  /** What a name in the data gives rise to, once a name: unknown, ambiguous, or matched only after folding. */
  private remark(named: NamedUnit, resolved: Resolved, rawName: string): void {
    const { at, name, code } = named;
    if (resolved === 'unknown') {
      this.nearest ??= new Nearest(this.list.map((unit) => unit.name));
      const near = this.nearest.to(name);
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
        const folded = foldUnit(named.name);
        if (!this.spread.has(folded))
          for (const index of this.named(named.name, '')) this.list[index]!.dataAt ??= named.at;
        this.spread.add(folded);
      }
    }
    if (typeof resolved === 'number') {
      const unit = this.list[resolved]!;
      unit.dataAt ??= named.at;
      if (!this.grouped && unit.groupName === '') unit.groupName = named.group;
    }
    return resolved;
  }
}

/** @returns the units of all unit lists. */
export function unitsListed(tables: readonly FoundTable[]): Units {
  const units = new Units();
  for (const table of tables) if (table.kind === 'units') units.readList(table);
  return units;
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
  const alike = new Map<string, number>();
  for (const { name } of groups) alike.set(foldName(name), (alike.get(foldName(name)) ?? 0) + 1);
  const titled = groups.map((group) => {
    const title = sets[group.set]?.title ?? '';
    if (title === '' || alike.get(foldName(group.name)) === 1) return group;
    return { ...group, name: group.name === '' ? title : `${group.name} – ${title}` };
  });
  return { groups: sets.length === 0 ? [] : titled, units: placed };
}
