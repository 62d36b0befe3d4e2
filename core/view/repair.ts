/** What a repair would do, before anything is written: the cells as they look now and then, once for each way to read them. */
import type { Finding } from '../check/finding.ts';
import type { CheckId } from '../messages/check-ids.ts';
import type { Language } from '../messages/index.ts';
import { fromA1 } from '../workbook/address.ts';
import { scalarOf, type Cell } from '../workbook/cell.ts';
import type { Picture } from '../workbook/picture.ts';
import type { CellEdit } from '../workbook/plan.ts';
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

/**
 * Checks whose repair follows from the cell alone, by one rule: what holds for one cell holds for all. Of any other check only repairs
 * that put the same in place of the same are equal: what a name or a rule stands for is judged case by case.
 */
const BY_RULE: ReadonlySet<CheckId> = new Set<CheckId>([
  'text.invisible',
  'text.legacy-encoding',
  'framework.code-eaten',
  'row.maximum-differs',
  'value.text-number',
  'points.text-number',
  'value.percent-scale',
  'value.ambiguous-number',
  'points.not-a-number',
  'value.fraction',
]);

function repairsOf({ repair, readings, waived }: Finding): CellEdit[][] {
  if (waived !== null) return [];
  if (readings !== undefined) return readings;
  return repair === null || repair.length === 0 ? [] : [repair];
}

/** @returns what findings of one group have in common; null where there is nothing to repair. */
function groupKey(finding: Finding): string | null {
  const [first] = repairsOf(finding);
  if (first === undefined) return null;
  const { id, message, indicator, readings, value } = finding;
  const own = BY_RULE.has(id)
    ? // "1,234" and "1.234" are two questions.
      [readings?.length ?? 0, readings !== undefined && value.includes(','), first.map(({ format }) => format === '@')]
    : [indicator, first.map((edit) => [edit.before, edit.value])];
  return JSON.stringify([message.id, own]);
}

type Groups = Map<string, number[]>;
const known = new WeakMap<readonly Finding[], Groups>();

/** One pass over the findings of a run. A repair that several findings ask for counts once. */
function groupsOf(findings: readonly Finding[]): Groups {
  const there = known.get(findings);
  if (there !== undefined) return there;
  const groups: Groups = new Map();
  const cells = new Set<string>();
  findings.forEach((finding, index) => {
    const key = groupKey(finding);
    if (key === null) return;
    const members = groups.get(key) ?? [];
    groups.set(key, members);
    const own = repairsOf(finding)[0]!.map(({ sheet, cell }) => `${sheet}!${cell} ${key}`);
    if (own.some((cell) => cells.has(cell))) return;
    own.forEach((cell) => cells.add(cell));
    members.push(index);
  });
  known.set(findings, groups);
  return groups;
}

function membersOf(findings: readonly Finding[], index: number): number[] {
  const finding = findings[index];
  const key = finding === undefined ? null : groupKey(finding);
  return key === null ? [] : (groupsOf(findings).get(key) ?? []);
}

/** @returns whether something can be repaired here, and how many equal findings one repair can mend. */
export function repairOffer(findings: readonly Finding[], index: number): { repairable: boolean; alike: number } {
  const finding = findings[index];
  if (finding === undefined || repairsOf(finding).length === 0) return { repairable: false, alike: 0 };
  return { repairable: true, alike: Math.max(1, membersOf(findings, index).length) };
}

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
