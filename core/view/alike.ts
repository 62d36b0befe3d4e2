/** Which findings are equal: what one repair mends for all, and what a list says once. */
import type { Finding } from '../check/finding.ts';
import type { CheckId } from '../messages/check-ids.ts';
import { digestOf } from '../workbook/fingerprint.ts';
import type { CellEdit } from '../workbook/plan.ts';

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

/** @returns the repairs a person may choose from; none where there is nothing to repair. */
export function repairsOf({ repair, readings, waived }: Finding): CellEdit[][] {
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

/** @returns positions of the findings that one repair mends together with this one. */
export function membersOf(findings: readonly Finding[], index: number): number[] {
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

/**
 * @returns what equal findings share, run after run: a repair of one kind, else the same words. 16 hexadecimal digits; a judgment (error,
 * warning, waived by whom and why) is part of it.
 */
export function equalKey(finding: Finding): string {
  const { id, severity, message, waived } = finding;
  return digestOf(JSON.stringify([id, severity, waived, groupKey(finding) ?? message]));
}
