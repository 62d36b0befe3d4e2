/** Figures in a table whose row has no readable code or unit: they count nowhere. */
import { remarkCheck } from './shared.ts';

// A maximum without points beside it is the index set's affair: nobody's points are lost.
export const rowUnread = remarkCheck('row.unread', ({ variant }) => (variant === 'maximum' ? 'warning' : 'error'));
