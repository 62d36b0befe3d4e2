/** Rules of "Cách tính": reading, printing, checking, working out. */
export { evaluate, explainRule, relativeQuantities, ruleFaults } from './evaluate.ts';
export { impossiblePart, quotientsOf, type Quotient } from './impossible.ts';
export { isRelative } from './kinds.ts';
export { labelled, matchLabels } from './match.ts';
export { ceilingOf, divisorsOf, needsOf, NO_NEEDS, roleOf } from './needs.ts';
export { parseRule } from './parse.ts';
export { printRule } from './print.ts';
