/** A table on a sheet from which nothing was read, while units or data are missing. */
import { remarkCheck } from './shared.ts';

export const tableUnread = remarkCheck('table.unread', ({ variant }) =>
  variant === 'aside' || variant === 'list' ? 'warning' : 'error',
);
