/** Cách tính holds prose only and is taken for a description. */
import { remarkCheck } from './shared.ts';

export const frameworkRulesProse = remarkCheck('framework.rules-prose', 'note');
