/** A setting whose value its key cannot take: the default holds. */
import { remarkCheck } from './shared.ts';

export const settingsInvalid = remarkCheck('settings.invalid', 'warning');
