/** A code stands twice in the index set: at its second occurrence. */
import { remarkCheck } from './shared.ts';

export const frameworkCodeDuplicate = remarkCheck('framework.code-duplicate', 'error');
