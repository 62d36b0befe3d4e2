/** What a repair would do, before anything is written: the cells as they look now and then, once for each way to read them. */
import type { Finding } from '../check/finding.ts';
import type { Language } from '../messages/index.ts';
import { fromA1 } from '../workbook/address.ts';
import { scalarOf, type Cell } from '../workbook/cell.ts';
import type { Picture } from '../workbook/picture.ts';
import type { CellEdit } from '../workbook/plan.ts';
import { membersOf, repairsOf } from './alike.ts';
import { cellText } from './cell-text.ts';
import { viewWord, type Place } from './outcome.ts';

/** `before` and `after` as the cell shows them; "" = empty. */
export interface RepairCell {
  place: Place;
  before: string;
  after: string;
}

export interface RepairReading {
  /** What the person chooses by; "" where there is nothing to choose. */
  label: string;
  edits: CellEdit[];
  /** The first of the cells, in the edits' order. */
  cells: RepairCell[];
}

export interface RepairView {
  /** More than one: the value can be read in more than one way, and nobody but the person decides which. */
  readings: RepairReading[];
}

/** What a repair or waiver did: the finding's card stays with it. */
export interface DoneView {
  kind: 'repair' | 'waiver';
  what: string;
  place: Place | null;
  /** The first of the cells that were changed. */
  cells: RepairCell[];
  count: number;
}

/** Most cells that are listed one by one. */
const LISTED = 50;
/** Most cells of one write: what a host takes in one step that can be taken back. */
const MOST = 20_000;

function cellAt(picture: Picture, { sheet: name, cell }: CellEdit): Cell {
  const place = fromA1(cell);
  const sheet = picture.sheets.find((one) => one.name === name);
  if (place === null || sheet === undefined) return null;
  return sheet.rows.find(({ index }) => index === place.row)?.cells[place.column] ?? null;
}

function repairCell(picture: Picture, edit: CellEdit, language: Language): RepairCell {
  const held = cellAt(picture, edit);
  const own = typeof held === 'object' && held !== null ? held.format : undefined;
  const format = edit.format ?? own;
  return {
    place: { sheet: edit.sheet, cell: edit.cell },
    before: cellText(scalarOf(held) === edit.before ? held : edit.before, language),
    after: cellText(format === undefined ? edit.value : { value: edit.value, format }, language),
  };
}

/** @param all also those of all equal findings. @returns the preview; null where there is nothing to repair. */
export function repairView(
  { findings, assessment: { picture } }: { findings: readonly Finding[]; assessment: { picture: Picture } },
  index: number,
  all: boolean,
  language: Language,
): RepairView | null {
  const own = findings[index];
  if (own === undefined || repairsOf(own).length === 0) return null;
  // The one that was asked from goes first: it is what the person looked at.
  const members = all ? [index, ...membersOf(findings, index).filter((one) => one !== index)] : [index];
  const choices = repairsOf(own);
  const readings = choices.map((_, choice): RepairReading => {
    const edits: CellEdit[] = [];
    const cells = new Set<string>();
    for (const member of members) {
      const edit = repairsOf(findings[member]!)[choice] ?? [];
      if (edits.length + edit.length > MOST && edits.length > 0) break;
      if (edit.some(({ sheet, cell }) => cells.has(`${sheet}!${cell}`))) continue;
      for (const one of edit) {
        cells.add(`${one.sheet}!${one.cell}`);
        edits.push(one);
      }
    }
    const listed = edits.slice(0, LISTED).map((one) => repairCell(picture, one, language));
    const value = listed[0]?.after ?? '';
    const id = members.length > 1 ? 'reading-all' : 'reading';
    return { label: choices.length === 1 ? '' : viewWord(id, { value }, language), edits, cells: listed };
  });
  return { readings };
}
