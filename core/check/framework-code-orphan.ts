/** A code whose pillar has neither row nor Nhóm while other pillars have. */
import { remarkCheck } from './shared.ts';

export const frameworkCodeOrphan = remarkCheck('framework.code-orphan', 'warning');
