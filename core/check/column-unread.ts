/** A column of figures that no role, no comparison and no known neglect claims: where its header says points, it may be what decides. */
import { remarkCheck } from './shared.ts';

export const columnUnread = remarkCheck('column.unread', ({ variant }) =>
  variant === 'note' || variant === 'text' ? 'note' : 'error',
);
