/** More than one index set fits: noticed while reading, at each header concerned. */
import { remarkCheck } from './shared.ts';

export const frameworkSeveral = remarkCheck('framework.several', 'error');
