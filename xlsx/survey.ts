/** What stands on a sheet of ours before it is written anew, in one pass. */
import { areaFromA1 } from '#core/workbook/address';
import type { Place } from '#core/workbook/marks';
import type { Area } from '#core/workbook/picture';
import type { ChosenTokens } from './alternate.ts';
import { rootPrefix, RowScan } from './scan.ts';
import { CLOSE, OPEN } from './token.ts';
import { type Tokens } from './tokens.ts';

export interface Survey {
  /** Cells that hold something. */
  cells: Place[];
  /** Rows with something in one of the first two columns. */
  rows: Set<number>;
  /** Merged areas and filters behind the cells. */
  around: Area[];
  hasFormula: boolean;
  /** Elements that a person sets, as they are written but without the prefix of the part; null where one is not there or speaks of other namespaces. */
  views: string | null;
  protection: string | null;
  ranges: string | null;
}

/** @returns an element's XML without the prefix of its part; null where it speaks of other namespaces. */
export function withoutPrefix(xml: string, prefix: string): string | null {
  const bare = prefix === '' ? xml : xml.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</');
  return /<\/?[\w.-]+:|\s(?!xml:)[\w.-]+:[\w.-]+\s*=/.test(bare) ? null : bare;
}

const KEPT = new Map<string, 'views' | 'protection' | 'ranges'>([
  ['sheetViews', 'views'],
  ['sheetProtection', 'protection'],
  ['protectedRanges', 'ranges'],
]);

function areaOf(tokens: Tokens): Area[] {
  const area = areaFromA1(tokens.attribute('ref') ?? '');
  return area === null ? [] : [area];
}

/** @returns what stands on the sheet. */
export function surveyOf(tokens: ChosenTokens): Survey {
  const prefix = rootPrefix(tokens);
  const found: Survey = {
    cells: [],
    rows: new Set(),
    around: [],
    hasFormula: false,
    views: null,
    protection: null,
    ranges: null,
  };
  const filters: Area[] = [];
  const taken = new Set<string>();
  let behind = false;
  /** Looks at the element whose start tag came last, and at all in it. @returns it as it is written, where that is asked for. */
  const look = (isKept: boolean): string => {
    let xml = '';
    let open = 0;
    for (let kind: number = OPEN; ; kind = tokens.next()) {
      if (isKept) xml += tokens.written();
      if (kind === OPEN) {
        if (tokens.isLocal('f')) found.hasFormula = true;
        if (behind && tokens.isNamed(prefix, 'mergeCell')) found.around.push(...areaOf(tokens));
        if (behind && tokens.isNamed(prefix, 'autoFilter')) filters.push(...areaOf(tokens));
        if (!tokens.empty) open += 1;
      } else if (kind === CLOSE) open -= 1;
      if (open === 0) return xml;
    }
  };
  while (tokens.child()) {
    if (tokens.isNamed(prefix, 'sheetData')) {
      behind = !tokens.empty;
      new RowScan(tokens, prefix, null, {
        row: () => undefined,
        cell({ row, column, formula }) {
          found.cells.push({ row, column });
          if (column < 2) found.rows.add(row);
          if (formula) found.hasFormula = true;
        },
      }).run();
      tokens.asWritten = behind;
      continue;
    }
    const name = tokens.name();
    const place = name.startsWith(prefix) ? KEPT.get(name.slice(prefix.length)) : undefined;
    const isKept = place !== undefined && !taken.has(place);
    const xml = look(isKept);
    if (!isKept) continue;
    taken.add(place);
    found[place] = withoutPrefix(xml, prefix);
  }
  found.around.push(...filters);
  return found;
}
