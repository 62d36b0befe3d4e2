/** What stays of a sheet of ours when it is written anew: a person's protection, selection, zoom. */
import type { SheetPlan } from '#core/workbook/plan';
import { keptCells, type KeptCells } from './marks.ts';
import { childrenAt, rootContent, rootPrefix } from './scan.ts';
import { child, parseXml } from './xml.ts';

export interface Kept {
  /** The whole sheetViews element; null where it does not fit the new sheet. */
  views: string | null;
  /** sheetProtection and protectedRanges as they are; never lifted. */
  protection: string;
  /** Cells of a person's beside or below our table. */
  cells: KeptCells;
}

/** The text of one of the root's elements without the prefix of its part; null where it is not there or speaks of other namespaces. */
function elementIn(text: string, prefix: string, name: string): string | null {
  const children = childrenAt(text, rootContent(text), `${prefix}sheetData`);
  for (const one of children) {
    if (one.name !== prefix + name) continue;
    const found = text.slice(one.open, one.end);
    const bare = prefix === '' ? found : found.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</');
    return /<\/?[\w.-]+:|\s(?!xml:)[\w.-]+:[\w.-]+\s*=/.test(bare) ? null : bare;
  }
  return null;
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
export function keptOf(text: string, plan: SheetPlan): Kept {
  const { freeze } = plan;
  const prefix = rootPrefix(text);
  const views = elementIn(text, prefix, 'sheetViews');
  return {
    views: views !== null && fits(views, freeze) ? views : null,
    protection: ['sheetProtection', 'protectedRanges'].map((name) => elementIn(text, prefix, name) ?? '').join(''),
    cells: keptCells(text, plan),
  };
}
