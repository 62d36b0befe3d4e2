import { findings } from './findings.ts';
import { rules } from './rules.ts';
import { score } from './score.ts';
import { sheets } from './sheets.ts';
import { view } from './view.ts';

const words = {
  ...rules,
  ...findings,
  ...score,
  ...view,
  ...sheets,
};

export type ViWords = typeof words;

export const catalogue: Readonly<Record<string, string>> = words;
