/** What stays of a sheet of ours when it is written anew: a person's protection, selection, zoom. */
import type { SheetPlan } from '#core/workbook/plan';
import { keptCells, type KeptCells } from './marks.ts';
import { readTokens } from './package.ts';
import { surveyOf } from './survey.ts';
import { child, parseXml } from './xml.ts';
import type { Part } from './zip.ts';

export interface Kept {
  /** The whole sheetViews element; null where it does not fit the new sheet. */
  views: string | null;
  /** sheetProtection and protectedRanges as they are; never lifted. */
  protection: string;
  /** Cells of a person's beside or below our table. */
  cells: KeptCells;
  /** The old sheet held a formula. */
  hadFormula: boolean;
}

/** Views are kept only where the same rows and columns are frozen: else the pane would cut elsewhere. */
function fits(views: string, freeze: SheetPlan['freeze']): boolean {
  const pane = child(child(parseXml(views), 'sheetView'), 'pane');
  if (pane !== undefined && pane.attributes['state'] !== 'frozen') return false;
  return (
    Number(pane?.attributes['xSplit'] ?? 0) === freeze.columns &&
    Number(pane?.attributes['ySplit'] ?? 0) === freeze.rows
  );
}

/** @returns what stays of the old sheet. */
export function keptOf(parts: Map<string, Part>, key: string, plan: SheetPlan): Kept {
  const survey = readTokens(parts, key, surveyOf);
  const { views, protection, ranges, hasFormula } = survey;
  return {
    views: views !== null && fits(views, plan.freeze) ? views : null,
    protection: (protection ?? '') + (ranges ?? ''),
    cells: keptCells(parts, key, survey, plan),
    hadFormula: hasFormula,
  };
}
