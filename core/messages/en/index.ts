import type { SameWords } from '../ids.ts';
import type { ViWords } from '../vi/index.ts';
import { findings } from './findings.ts';
import { rules } from './rules.ts';
import { score } from './score.ts';
import { sheets } from './sheets.ts';
import { view } from './view.ts';

const words: SameWords<ViWords> = {
  ...rules,
  ...findings,
  ...score,
  ...view,
  ...sheets,
};

export const catalogue: Readonly<Record<string, string>> = words;
