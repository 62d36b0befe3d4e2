/** What a collection goes by: the units, index sets and period of the book that forms are collected into. */
import type { IndexSet } from '../framework/framework.ts';
import type { Language, Say } from '../messages/message.ts';
import { read } from '../read/index.ts';
import { readPeriod } from '../read/periods/periods.ts';
import type { Cell } from '../workbook/cell.ts';
import type { Picture, SheetPicture } from '../workbook/picture.ts';
import { clean, foldLoose, foldName, foldUnit } from '../workbook/text.ts';

export interface CollectOptions {
  language: Language;
  /** The period that is collected; null: the settings' own. */
  period: string | null;
  /** A chosen index set goes before those in the book. */
  set: IndexSet | null;
  /** Files that decide between two forms of one unit: paths or names. */
  take: readonly string[];
  /** Those of collecting stand in no add-in's core. */
  say: Say;
}

/** A unit of the book's list, or one that a form names where there is none. */
export interface Owner {
  key: string;
  name: string;
  code: string | null;
  listed: boolean;
}

export interface Base {
  sets: readonly IndexSet[];
  /** The units of the list, in its order. */
  units: readonly Owner[];
  /** The list as a sheet, by which the reader finds whose a form is. */
  list: SheetPicture;
  /** As people wrote it; null: none is set. */
  period: string | null;
  /** @returns the unit of a code, or of a name that only one has; null: the list has no such unit. */
  byCode: (code: string) => Owner | null;
  byName: (name: string) => Owner | null;
}

/** @returns by what two ways to write a period are one; "" for none. */
export function periodKey(text: string): string {
  const written = clean(text);
  return written === '' ? '' : (readPeriod(written)?.key ?? foldLoose(written));
}

/** @returns a unit that no list has. */
export function stranger(name: string, code: string | null): Owner {
  return { key: `name ${foldUnit(name)}`, name, code, listed: false };
}

const sheetOf = (rows: Cell[][]): SheetPicture => ({
  name: 'Đơn vị',
  visibility: 'visible',
  rows: rows.map((cells, index) => ({ index, cells })),
  merges: [],
  hiddenRowsKnown: true,
});

/** @returns what a collection into this book goes by. */
export function baseOf(picture: Picture, { language, period, set }: CollectOptions): Base {
  const assessment = read(picture, { language, period: null, set });
  const listed = assessment.units.filter(({ listedAt }) => listedAt !== null);
  const units = listed.map(({ name, code }, place): Owner => ({ key: `list ${place}`, name, code, listed: true }));
  const codes = new Map<string, Owner>();
  const names = new Map<string, Owner | null>();
  for (const unit of units) {
    if (unit.code !== null && !codes.has(foldName(unit.code))) codes.set(foldName(unit.code), unit);
    const name = foldUnit(unit.name);
    names.set(name, names.has(name) ? null : unit);
  }
  const groupOf = (group: number): string => assessment.groups[group]?.name ?? '';
  return {
    sets: assessment.sets,
    units,
    list: sheetOf([
      ['Tên đơn vị', 'Mã đơn vị', 'Nhóm'],
      ...listed.map(({ name, code, group }): Cell[] => [name, code, groupOf(group)]),
    ]),
    period: period ?? assessment.settings.period,
    byCode: (code) => codes.get(foldName(clean(code))) ?? null,
    byName: (name) => names.get(foldUnit(clean(name))) ?? null,
  };
}
