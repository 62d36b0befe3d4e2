import { app } from './app.ts';
import { findings } from './findings.ts';
import { host } from './host.ts';
import { pane } from './pane.ts';
import { rules } from './rules.ts';
import { score } from './score.ts';
import { sheets } from './sheets.ts';
import { sheetsAddon } from './sheets-addon.ts';
import { view } from './view.ts';

const words = {
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

export type ViWords = typeof words;

export const catalogue: Readonly<Record<string, string>> = words;
