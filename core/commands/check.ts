/** The verb "check": the same run as "score", but only Kiểm tra is written. */
import type { Picture } from '../workbook/picture.ts';
import { run, type CommandOptions, type CommandOutcome } from './score.ts';

/** Reads, scores and checks a workbook; the plan writes Kiểm tra alone. */
export function checkWorkbook(picture: Picture, options: CommandOptions): CommandOutcome {
  return run(picture, options, 'findings');
}
