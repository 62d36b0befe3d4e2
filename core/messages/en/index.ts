import { app } from './app.ts';
import { findings } from './findings.ts';
import { rules } from './rules.ts';
import { sheets } from './sheets.ts';

export const catalogue: Readonly<Record<string, string>> = { ...rules, ...findings, ...sheets, ...app };
