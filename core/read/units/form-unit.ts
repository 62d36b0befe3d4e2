/** Whose form it is, as a line above it or its sheet's name says. */
import { clean, foldLoose } from '../../workbook/text.ts';
import type { CellRef } from '../assessment.ts';
import type { FormTable } from '../tables/found-table.ts';
import { linesAbove, unitLines, type Line, type Surroundings } from '../tables/places.ts';
import type { Units } from './units.ts';

/** The unit of a form as its sheet names it, and whether the name stands alone in its cell. */
export interface FormUnit {
  name: string;
  at: CellRef;
  /** Whether only the sheet's name says it, and that is no name of a unit ("Phiếu", "Sheet1"). */
  unnamed: boolean;
}

const NAMELESS =
  /^(?:(?:sheet|trang tinh|trang|bo chi so|bo tieu chi|chi so|tieu chi|phieu|bieu|mau|bieu mau|bang|bang diem|so lieu|du lieu|tong hop|phu luc|form|data|table|page)(?: (?:cham|danh gia|tu cham|tu danh gia|diem))* ?[\d .ivx()-]*|(?:cac|danh sach|khung|bo) .*)$/;

/** @returns whether a sheet's name is that of a paper ("Phiếu", "Sheet1") and of no unit. */
export function isNameless(sheet: string): boolean {
  return NAMELESS.test(foldLoose(sheet));
}

/** @returns the first name that the unit list knows: a line "Tên đơn vị:" …, any other text above, the sheet's name; else the first that is there. */
export function formUnit(table: FormTable, around: Surroundings, units: Pick<Units, 'listed' | 'knows'>): FormUnit {
  const lines = linesAbove(table, around);
  const stated = unitLines(lines);
  const sheet: Line = {
    text: clean(table.grid.picture.name),
    at: { sheet: table.sheet, row: table.headerTop, column: table.left },
  };
  const candidates = [...stated, ...(units.listed ? lines : []), sheet];
  const found = candidates.find((line) => units.knows(line.text)) ?? stated[0] ?? sheet;
  const unnamed = found === sheet && !units.listed && isNameless(sheet.text);
  return { name: found.text, at: found.at, unnamed };
}
