/** A row that was taken for a sum or a mean by its name or its figures. */
import { remarkCheck } from './shared.ts';

export const rowSummary = remarkCheck('row.summary', 'note');
