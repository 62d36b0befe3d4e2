/** The picture as a workbook file. */
import type { Picture } from '#core/workbook/picture';
import type { SheetPlan } from '#core/workbook/plan';
import { scalarOf } from '#core/workbook/cell';
import * as xlsx from '#xlsx/index';

/** A picture as a plan of new sheets. */
function asPlan(picture: Picture): SheetPlan[] {
  return picture.sheets.map((sheet) => {
    const rows: SheetPlan['rows'] = [];
    for (const row of sheet.rows) {
      while (rows.length < row.index) rows.push({ cells: [] });
      rows.push({ cells: row.cells.map((cell) => (cell === null ? null : { value: scalarOf(cell), style: 0 })) });
    }
    return {
      name: sheet.name,
      visibility: 'visible',
      styles: [{}],
      widths: [],
      rows,
      merges: [],
      freeze: { rows: 0, columns: 0 },
      filter: null,
      charts: [],
      print: null,
    };
  });
}

/** @returns the bytes of an .xlsx file. */
export function workbookFile(picture: Picture): Uint8Array {
  return xlsx.newWorkbook(asPlan(picture));
}
