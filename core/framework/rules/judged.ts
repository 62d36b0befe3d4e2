/** `Chấm điểm` and `Không tính điểm`: nothing is calculated. */
import { missing, type Part } from './result.ts';

/** Judged: the points are entered. Information: there are none. */
export function scoreEntered(kind: 'judged' | 'information'): Part {
  return missing({ id: `rule.explain.${kind}`, args: {} });
}
