/** Content outside every table that looks like data. */
import { remarkCheck } from './shared.ts';

export const rowStray = remarkCheck('row.stray', 'note');
