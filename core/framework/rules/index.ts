/** Rules of "Cách tính": reading, printing, checking, working out. */
export { evaluate, relativeQuantities } from './evaluate.ts';
export { ruleFaults } from './faults.ts';
export { impossiblePart } from './impossible.ts';
export { matchLabels } from './match.ts';
export { ceilingOf, divisorsOf, needsOf, roleOf } from './needs.ts';
export { parseRule } from './parse.ts';
export { printRule } from './print.ts';
