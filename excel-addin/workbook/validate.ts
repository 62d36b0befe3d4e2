/** A plan is looked through whole before the workbook is touched. */
import { editsFault, planFault } from '#core/workbook/plan-check';
import type { CellEdit, Plan } from '#core/workbook/plan';
import { hostError } from './errors.ts';

function refuse(detail: string | null): void {
  if (detail !== null) throw hostError('unknown', 'host.plan-invalid', { detail });
}

/** Throws where an edit can't be written as it stands. */
export function validateEdits(edits: readonly CellEdit[]): void {
  refuse(editsFault(edits));
}

/** Throws, with what is wrong, where a plan can't be written as it stands. */
export function validatePlan(plan: Plan): void {
  refuse(planFault(plan));
}
