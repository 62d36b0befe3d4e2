/** A whole new workbook from planned sheets, or from a book with formulas. */
import type { Book } from '#core/workbook/book';
import type { SheetPlan } from '#core/workbook/plan';
import { HEAD, MAIN, RELS } from './sheet-xml.ts';
import { EMPTY_STYLES } from './styles.ts';
import type { WorkbookFile } from './read.ts';
import { writeBook, writeWorkbook } from './write.ts';
import { pack } from './pack.ts';
import { keyOf } from './zip.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** @returns the bytes of an .xlsx with these sheets; at least one must be visible. */
export function newWorkbook(sheets: SheetPlan[]): Uint8Array {
  return writeWorkbook(emptyFile(sheets), { sheets, edits: [] });
}

/**
 * @returns the bytes of an .xlsx of this book: formulas, protection, what cells take, conditions, names. Worked out when it is opened.
 * Throws RangeError for what no spreadsheet would take: a formula that is too long, a list that needs cells, a name that is an address.
 */
export function newBook(book: Book): Uint8Array {
  return writeBook(emptyFile(book.sheets), book);
}

/** A workbook without a sheet, which opens on the first of `sheets` that is visible. */
function emptyFile(sheets: SheetPlan[]): WorkbookFile {
  const first = sheets.findIndex((sheet) => sheet.visibility === 'visible');
  if (first < 0) throw new RangeError('a workbook needs a visible sheet');
  const active = first === 0 ? '' : ` firstSheet="${first}" activeTab="${first}"`;
  const parts = [
    pack(
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${OFFICE}.styles+xml"/></Types>`,
    ),
    pack(
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    pack(
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><bookViews><workbookView${active}/></bookViews><sheets></sheets></workbook>`,
    ),
    pack(
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/styles" Target="styles.xml"/></Relationships>`,
    ),
    pack('xl/styles.xml', EMPTY_STYLES),
  ];
  return {
    parts: new Map(parts.map((part) => [keyOf(part.name), part])),
    workbook: 'xl/workbook.xml',
    sheets: [],
    strict: false,
    structureLocked: false,
    signed: false,
  };
}
