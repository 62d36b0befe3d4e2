/** What a screen knows of the desk: the types of questions and answers, and nothing that runs. */
export type { Ask, Desk, DeskVerb, WritingVerb } from './desk.ts';
export type { RunOptions } from './run.ts';
export type { Writing } from './verb.ts';
import type { SummaryView } from '../view/summary.ts';

/** What a run leaves on the screen at once. */
export interface Overview {
  /** Of what was read as input: another than the workbook's own by now = out of date. */
  fingerprint: string;
  summary: SummaryView;
}
