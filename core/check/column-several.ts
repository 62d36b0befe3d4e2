/** Two columns claim one role and differ: which of them counts is nobody's guess. */
import { remarkCheck } from './shared.ts';

export const columnSeveral = remarkCheck('column.several', ({ variant }) => (variant === 'equal' ? 'note' : 'error'));
