/** Text in the signs of TCVN3 or VNI: one finding a sheet, and the repair converts all of it. */
import { scalarOf } from '../workbook/cell.ts';
import { Evidence, toUnicode, type Encoding } from '../workbook/legacy.ts';
import { ownSheetNames } from '../workbook/own-sheets.ts';
import type { CellRef, SheetPicture } from '../workbook/picture.ts';
import type { Check, Told } from './finding.ts';
import type { CheckInput } from './input.ts';
import { cellAt, edit, hasFootnote, isFormula } from './shared.ts';

/** Calls `see` for the texts of a sheet. */
function eachText(sheet: SheetPicture, see: (text: string, row: number, column: number) => void): void {
  for (const { index: row, cells } of sheet.rows)
    for (let column = 0; column < cells.length; column += 1) {
      const text = scalarOf(cells[column]);
      if (typeof text === 'string') see(text, row, column);
    }
}

function evidenceOf(sheet: SheetPicture): Evidence {
  const evidence = new Evidence();
  // The same words stand in many cells.
  const seen = new Set<string>();
  eachText(sheet, (text) => {
    if (seen.has(text)) return;
    seen.add(text);
    evidence.add(text);
  });
  return evidence;
}

function noticed(input: CheckInput, place: number, evidence: Evidence, elsewhere: Encoding | null): Told[] {
  const sheet = input.assessment.picture.sheets[place];
  const encoding = evidence.encoding(elsewhere);
  if (sheet === undefined || encoding === null) return [];
  const cells: { at: CellRef; converted: string }[] = [];
  eachText(sheet, (text, row, column) => {
    const converted = toUnicode(text, encoding, evidence.mixed);
    if (converted !== text) cells.push({ at: { sheet: place, row, column }, converted });
  });
  const [first] = cells;
  if (first === undefined) return [];
  const typed = cells.filter(({ at }) => !isFormula(cellAt(input, at)) && !hasFootnote(input, at));
  const args = {
    count: cells.length,
    converted: first.converted,
    encoding: encoding === 'vni' ? 'VNI' : 'TCVN3 (ABC)',
  };
  const repair = typed.map(({ at, converted }) => edit(input, at, converted));
  return [{ at: first.at, args, repair: repair.length > 0 ? repair : null }];
}

export const textLegacyEncoding: Check = {
  severity: 'error',
  run: (input) => {
    const { picture } = input.assessment;
    const own = new Set(ownSheetNames(picture));
    const theirs = picture.sheets.flatMap((sheet, place) =>
      own.has(sheet.name) ? [] : [{ place, evidence: evidenceOf(sheet) }],
    );
    const elsewhere = theirs.map(({ evidence }) => evidence.encoding()).find((encoding) => encoding !== null) ?? null;
    return theirs.flatMap(({ place, evidence }) => noticed(input, place, evidence, elsewhere));
  },
};
