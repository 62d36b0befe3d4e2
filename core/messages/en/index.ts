import type { SameWords } from '../ids.ts';
import type { ViWords } from '../vi/index.ts';
import { app } from './app.ts';
import { findings } from './findings.ts';
import { host } from './host.ts';
import { pane } from './pane.ts';
import { rules } from './rules.ts';
import { score } from './score.ts';
import { sheets } from './sheets.ts';
import { sheetsAddon } from './sheets-addon.ts';
import { view } from './view.ts';

const words: SameWords<ViWords> = {
  ...rules,
  ...findings,
  ...score,
  ...view,
  ...sheets,
  ...app,
  ...host,
  ...pane,
  ...sheetsAddon,
};

export const catalogue: Readonly<Record<string, string>> = words;
