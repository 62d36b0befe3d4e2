/** Small workbooks for the tests of the .xlsx layer, built part by part. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { SheetPlan } from '#core/workbook/plan';

export const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const P = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a workbook with one sheet "Dữ liệu"; `change` replaces, adds or (null) removes parts. */
export function bookParts(sheetData: string, change: Record<string, string | null> = {}): Record<string, string> {
  const parts: Record<string, string | null> = {
    '[Content_Types].xml': `<Types xmlns="${P}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${P}/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${NS}" xmlns:r="${R}"><sheets><sheet name="Dữ liệu" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${P}/relationships"><Relationship Id="rId1" Type="${R}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${R}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="${R}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${NS}"><si><t>Sở Y tế</t></si><si><r><t xml:space="preserve">Sở </t></r><r><t>Nội vụ</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>_x0041_ &amp; b</t></si><si><t/></si></sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${NS}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${NS}"><sheetData>${sheetData}</sheetData></worksheet>`,
    ...change,
  };
  return Object.fromEntries(Object.entries(parts).filter((entry): entry is [string, string] => entry[1] !== null));
}

export function zip(parts: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    mtime: '1990-01-01',
  });
}

export function book(sheetData: string, change: Record<string, string | null> = {}): Uint8Array {
  return zip(bookParts(sheetData, change));
}

/** All parts of a file as text. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

export function sheetPlan(name: string, change: Partial<SheetPlan> = {}): SheetPlan {
  return {
    name,
    visibility: 'visible',
    styles: [{}],
    widths: [],
    rows: [],
    merges: [],
    freeze: { rows: 0, columns: 0 },
    filter: null,
    charts: [],
    print: null,
    ...change,
  };
}

const text = (value: string, style = 0): { value: string; style: number } => ({ value, style });
const number = (value: number, style = 0): { value: number; style: number } => ({ value, style });

/** A sheet that uses everything a plan can ask for. */
export function fullPlan(name: string): SheetPlan {
  return sheetPlan(name, {
    styles: [
      {},
      { bold: true, fill: '#DDEBF7', border: true, align: 'center', valign: 'middle', wrap: true },
      { format: '#,##0.00', border: true },
    ],
    widths: [6, 30, 12, 12],
    rows: [
      { cells: [text('XẾP HẠNG', 1)], height: 24 },
      { cells: [text('TT', 1), text('Đơn vị', 1), text('1', 1), text('2', 1)] },
      {
        cells: [
          number(1),
          { ...text('Sở Y tế'), link: { sheet: 'Dữ liệu', cell: 'A1' } },
          number(40.5, 2),
          number(30, 2),
        ],
      },
      { cells: [number(2), text('=1+1'), number(30, 2), number(20.25, 2)] },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
    freeze: { rows: 2, columns: 2 },
    filter: { top: 1, left: 0, bottom: 3, right: 3 },
    charts: [
      {
        kind: 'stackedBar',
        title: 'Tổng điểm & cơ cấu',
        axisTitle: 'Điểm',
        categories: { top: 2, left: 1, bottom: 3, right: 1 },
        series: [
          {
            name: '1',
            nameCell: { row: 1, column: 2 },
            values: { top: 2, left: 2, bottom: 3, right: 2 },
            color: '#4472C4',
          },
          {
            name: '2',
            nameCell: { row: 1, column: 3 },
            values: { top: 2, left: 3, bottom: 3, right: 3 },
            color: '#ED7D31',
          },
        ],
        anchor: { top: 5, left: 0, bottom: 24, right: 3 },
      },
    ],
    print: {
      orientation: 'landscape',
      repeatRows: { top: 1, bottom: 1 },
      fitToWidth: true,
      repeatColumns: 0,
      breaks: [],
      margins: { top: 15, bottom: 15, left: 10, right: 10 },
      footer: 'Trang &P/&N',
    },
    tabColor: '#1F4E79',
  });
}
