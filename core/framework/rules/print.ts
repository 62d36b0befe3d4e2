/** Writes a rule as the words of "Cách tính". */
import type { Exact } from '../../exact/exact.ts';
import { printCondition } from './condition.ts';
import { printLabels } from './labels.ts';
import { printPoints } from './points.ts';
import { isShare, printNumber, printOperand, printPercent, printQuantity } from './quantity.ts';
import type { BandPoints, Quantity, Rule } from './rule.ts';

function printGoal(quantity: Quantity, goal: Exact): string {
  return isShare(quantity) ? printPercent(goal) : printNumber(goal);
}

function printBandPoints(points: BandPoints, quantity: Quantity): string {
  if (points.kind !== 'proportional') return printPoints(points);
  return points.over === null ? 'theo tỷ lệ' : `theo tỷ lệ/${printGoal(quantity, points.over)}`;
}

/** @returns text that parseRule reads back as an equal rule. */
export function printRule(rule: Rule): string {
  switch (rule.kind) {
    case 'yes-no':
      return 'Có/Không';
    case 'choice':
      return `Chọn: ${printLabels(rule.options)}`;
    case 'parts':
      return `Cộng: ${printLabels(rule.options)}`;
    case 'ratio':
      return printQuantity(rule.quantity);
    case 'threshold':
      return `${printQuantity(rule.quantity)} đạt ${printGoal(rule.quantity, rule.goal)}`;
    case 'bands': {
      const rows = rule.rows.map((row) => `${printCondition(row)} = ${printBandPoints(row.points, rule.quantity)}`);
      return `Mức ${printQuantity(rule.quantity)}: ${rows.join('; ')}`;
    }
    case 'count':
      return `${printOperand(rule.quantity)} x ${printPoints(rule.each)}`;
    case 'relative':
      return `${rule.quantity.op === 'input' || rule.quantity.op === 'rate' ? printQuantity(rule.quantity) : `(${printQuantity(rule.quantity)})`}/cao nhất`;
    case 'target':
      return `Chỉ tiêu ${printGoal(rule.quantity, rule.goal)}: ${printQuantity(rule.quantity)}`;
    case 'deduction':
      return `Trừ: ${printOperand(rule.quantity)} x ${printPoints(rule.each)}`;
    case 'composite':
      return `Tổng: ${rule.parts.map((part) => `[${printRule(part.rule)}] x ${printNumber(part.maximum)}`).join(' + ')}`;
    case 'best-of':
      return `Cao nhất: ${rule.parts.map((part) => `[${printRule(part)}]`).join('; ')}`;
    case 'judged':
      return 'Chấm điểm';
    case 'information':
      return 'Không tính điểm';
    case 'bonus':
    case 'penalty': {
      const cap = rule.cap === null ? '' : `, không quá ${printNumber(rule.cap)}`;
      return `${rule.kind === 'bonus' ? 'Điểm cộng' : 'Điểm trừ'}${cap}: ${printRule(rule.rule)}`;
    }
  }
}
