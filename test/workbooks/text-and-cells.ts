/** Faults of texts, merged areas and formulas. */
import type { Cell } from '#core/workbook/cell';
import { errorCell, formula, workbook, type Fixture, type Patch } from './base.ts';

/** All self points as formulas, with their true values. */
const FORMULAS: Patch = Object.fromEntries(
  [100, 150, 350, 180, 80, 100, 100, 400, 170, 100, 0, 100, 200, 100, 50].map((points, place): [string, Cell] => [
    `F${place + 4}`,
    formula(points),
  ]),
);

const spoiled: [string, string][] = [
  ['two blanks', 'Sở  Y tế'],
  ['a no-break space', 'Sở\u00a0Y tế'],
  ['a zero-width space', 'Sở Y\u200b tế'],
  ['a decomposed ế', 'Sở Y tế'.normalize('NFD')],
  ['a line break', 'Sở\nY tế'],
  ['a blank at the end', 'Sở Y tế '],
];

export const textFaults: Fixture[] = [
  ...spoiled.map(([what, text]): Fixture => ({
    id: 'text.invisible',
    name: `${what} in a name`,
    picture: workbook({ units: { B2: text } }),
    cell: 'Đơn vị!B2',
    severity: 'note',
    points: { 'Sở Y tế': 860 },
  })),
  {
    id: 'text.invisible',
    name: 'a blank after a code',
    picture: workbook({ set: { A6: '1.2 ' } }),
    cell: 'Bộ chỉ số!A6',
    severity: 'note',
    points: { 'Sở Y tế': 860 },
  },
  {
    id: 'text.legacy-encoding',
    name: 'a reason in TCVN3',
    picture: workbook({ data: { F5: 150, G5: 140, H5: 'Biªn b¶n thÈm ®Þnh cña Héi ®ång' } }),
    cell: 'Số liệu!H5',
    severity: 'error',
    points: { 'Sở Y tế': 850 },
  },
  {
    id: 'text.legacy-encoding',
    name: 'a reason in VNI',
    picture: workbook({ data: { F5: 150, G5: 140, H5: 'Bieân baûn thaåm ñònh cuûa Hoäi ñoàng' } }),
    cell: 'Số liệu!H5',
    severity: 'error',
    points: { 'Sở Y tế': 850 },
  },
  {
    id: 'text.footnote',
    name: 'a raised mark at points',
    picture: workbook({ dataExtra: { footnotes: [{ row: 4, column: 5, text: '1' }] } }),
    cell: 'Số liệu!F5',
    severity: 'warning',
    points: { 'Sở Y tế': 860 },
  },
  {
    id: 'cell.merged',
    name: 'two reasons in one merged cell',
    picture: workbook({ dataExtra: { merges: [{ top: 3, left: 7, bottom: 4, right: 7 }] } }),
    cell: 'Số liệu!H4',
    severity: 'warning',
  },
  {
    id: 'formula.error',
    name: 'the reason is a formula in error',
    picture: workbook({ data: { F5: 150, G5: 140, H5: errorCell('#N/A') } }),
    cell: 'Số liệu!H5',
    severity: 'warning',
    points: { 'Sở Y tế': 850 },
  },
  {
    id: 'formula.replaced',
    name: 'points typed over a formula',
    picture: workbook({ data: { ...FORMULAS, F7: 180 } }),
    cell: 'Số liệu!F7',
    severity: 'warning',
    points: { 'Sở Y tế': 860 },
  },
];
