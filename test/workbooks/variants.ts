/** The same checks in other places and tables: matrices, forms, long tables without a list. */
import type { Cell } from '#core/workbook/cell';
import { book, sheet, type Rows } from '#test/support/book';
import { ALL, DATA, errorCell, form, HEALTH, HOME, patched, SET, uncalculated, UNITS, workbook, type Fixture } from './base.ts';

const HEALTH_ONLY = ['Sở Y tế'];
const MATRIX: Rows = [
  ['TT', 'Đơn vị', '1', '2', 'Tổng điểm'],
  [null, 'Điểm tối đa', 400, 600, 1000],
  [1, 'Xã An Bình', 300, 450.5, 750.5],
  [2, 'Xã Bình Minh', 350, 500, 850],
];
const matrix = (patch: Record<string, Cell | undefined>) => book(sheet('Bảng điểm', patched(MATRIX, patch)));
const forms = (patch: Record<string, Cell | undefined>) =>
  book(sheet('Bộ chỉ số', SET), sheet('Đơn vị', UNITS.slice(0, 3)), sheet('Phiếu 1', form('Sở Y tế', HEALTH, patch)), sheet('Phiếu 2', form('Sở Nội vụ', HOME)));

export const variants: Fixture[] = [
  { id: 'points.not-a-number', name: 'words in a matrix', picture: matrix({ C3: 'vắng' }), cell: 'Bảng điểm!C3', severity: 'error', blocked: ['Xã An Bình'] },
  { id: 'points.above-maximum', name: 'more than the maximum in a matrix', picture: matrix({ C3: 450 }), cell: 'Bảng điểm!C3', severity: 'error', blocked: ['Xã An Bình'] },
  { id: 'points.total-differs', name: 'a typed total in a matrix', picture: matrix({ E3: 760.5 }), cell: 'Bảng điểm!E3', severity: 'warning' },
  { id: 'value.missing', name: 'an empty cell of a matrix', picture: matrix({ C3: undefined, E3: 450.5 }), cell: 'Bảng điểm!C3', severity: 'warning', points: { 'Xã An Bình': 450.5 } },
  { id: 'framework.total', name: 'the maxima of a matrix and its stated total', picture: matrix({ E2: 900 }), cell: 'Bảng điểm!E2', severity: 'warning' },
  { id: 'row.hidden', name: 'a hidden row of a matrix', picture: book(sheet('Bảng điểm', MATRIX, { hidden: [3] })), cell: 'Bảng điểm!A4', severity: 'note', points: { 'Xã Bình Minh': 850 } },
  { id: 'row.stray', name: 'a unit with figures far below a matrix', picture: matrix({ B8: 'Xã Cẩm Mỹ', C8: 100, D8: 200 }), cell: 'Bảng điểm!C8', severity: 'note' },
  { id: 'sheet.hidden', name: 'a matrix on a very hidden sheet', picture: workbook({ more: [sheet('Cũ', MATRIX, { visibility: 'veryHidden' })] }), cell: 'Cũ!A1', severity: 'note' },
  { id: 'text.invisible', name: 'two blanks in the name above a form', picture: forms({ A2: 'Tên đơn vị: Sở  Y tế' }), cell: 'Phiếu 1!A2', severity: 'note', points: { 'Sở Y tế': 860 } },
  { id: 'unit.name-variant', name: 'the name above a form in capitals', picture: forms({ A2: 'Đơn vị: SỞ Y TẾ' }), cell: 'Phiếu 1!A2', severity: 'note', points: { 'Sở Y tế': 860 } },
  {
    id: 'unit.missing', name: 'a department without a form',
    picture: book(sheet('Bộ chỉ số', SET), sheet('Đơn vị', UNITS.slice(0, 3)), sheet('Phiếu', form('Sở Y tế', HEALTH))),
    cell: 'Đơn vị!B3', severity: 'error', blocked: ['Sở Nội vụ'],
  },
  { id: 'points.self-differs', name: 'claimed points of a form', picture: forms({ G7: 199 }), cell: 'Phiếu 1!G7', severity: 'warning', points: { 'Sở Y tế': 860 } },
  { id: 'row.indicator-unknown', name: 'a form has a row of its own invention', picture: forms({ A12: '2.4', B12: 'Sáng kiến', C12: 50 }), cell: 'Phiếu 1!A12', severity: 'warning' },
  { id: 'value.percent-scale', name: 'self points in percent decide nothing beside figures', picture: workbook({ data: { F5: '75%' } }), cell: 'Số liệu!F5', severity: 'warning', points: { 'Sở Y tế': 860 } },
  { id: 'value.percent-scale', name: 'a bare 85 against bands in percent', picture: workbook({ set: { D9: 'Mức a: >= 80% = 100%; còn lại = 0' }, data: { C7: 85 } }), cell: 'Số liệu!C7', severity: 'error', blocked: HEALTH_ONLY },
  { id: 'points.uncalculated', name: 'self points never calculated decide nothing beside figures', picture: workbook({ data: { F5: uncalculated } }), cell: 'Số liệu!F5', severity: 'warning', points: { 'Sở Y tế': 860 } },
  { id: 'value.not-a-number', name: '"01 (0,727)"', picture: workbook({ data: { C5: '01 (0,727)' } }), cell: 'Số liệu!C5', severity: 'error', blocked: HEALTH_ONLY },
  { id: 'value.ambiguous-number', name: 'both figures unclear, one pair fits: 1,234 of 1000', picture: workbook({ set: { G6: 'Kinh phí', H6: 'Kinh phí' }, data: { C5: '1.234', D5: '1.000' } }), cell: 'Số liệu!C5', also: ['value.ambiguous-number Số liệu!D5'], severity: 'warning' },
  { id: 'value.ambiguous-number', name: 'the setting decides what the bounds left open', picture: workbook({ settings: [['Dấu thập phân', 'phẩy']], data: { C8: '1.234' } }), cell: 'Số liệu!C8', severity: 'warning', points: { 'Sở Y tế': 880 } },
  { id: 'value.part-exceeds-whole', name: 'a plan of 0 was surpassed', picture: workbook({ set: { D6: 'a/b kế hoạch' }, data: { D5: 0 } }), cell: 'Số liệu!C5', severity: 'error', blocked: HEALTH_ONLY },
  { id: 'value.text-number', name: 'a rate typed as the text 90%', picture: workbook({ data: { C7: '90%' } }), cell: 'Số liệu!C7', severity: 'note', points: { 'Sở Y tế': 860 } },
  { id: 'value.missing', name: 'nothing was chosen', picture: workbook({ data: { E4: undefined } }), cell: 'Số liệu!E4', severity: 'warning', points: { 'Sở Y tế': 760 } },
  { id: 'value.missing', name: 'a judged indicator without points', picture: workbook({ set: { D10: 'Chấm điểm' }, data: { G8: undefined, G13: 100, G18: 50 } }), cell: 'Số liệu!G8', severity: 'warning', points: { 'Sở Y tế': 780 } },
  { id: 'framework.maximum-missing', name: 'Điểm tối đa is a formula in error', picture: workbook({ set: { C10: errorCell('#REF!') } }), cell: 'Bộ chỉ số!C10', severity: 'error', blocked: ALL },
  { id: 'framework.rule-bands', name: 'bands that give more than the maximum', picture: workbook({ set: { D10: 'Mức a: >= 8 = 120; còn lại = 0' } }), cell: 'Bộ chỉ số!D10', severity: 'warning', points: { 'Sở Y tế': 880 } },
  { id: 'framework.rule-bands', name: 'no choice reaches the maximum', picture: workbook({ set: { D5: 'Chọn: Có = 80; Không = 0' } }), cell: 'Bộ chỉ số!D5', severity: 'warning', points: { 'Sở Y tế': 840 } },
  { id: 'framework.rule-bands', name: 'one label twice', picture: workbook({ set: { D5: 'Chọn: Có = 100; Có = 50; Không = 0' } }), cell: 'Bộ chỉ số!D5', severity: 'warning' },
  { id: 'row.hidden', name: 'a hidden row of the index set', picture: book(sheet('Bộ chỉ số', SET, { hidden: [5] }), sheet('Đơn vị', UNITS), sheet('Số liệu', DATA)), cell: 'Bộ chỉ số!A6', severity: 'note', points: { 'Sở Y tế': 860 } },
  {
    id: 'framework.code-eaten', name: '4.10 became 4.1 in the figures',
    picture: book(
      sheet('Bộ chỉ số', [['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'], ...Array.from({ length: 11 }, (_, place): Cell[] => [`4.${place + 1}`, `Thành phần ${'ABCDEGHIKLM'[place]}`, place === 0 ? 500 : 50, 'Chấm điểm'])]),
      sheet('Số liệu', [['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'], ...Array.from({ length: 11 }, (_, place): Cell[] => ['Xã An Bình', place === 9 ? 4.1 : `4.${place + 1}`, 40])]),
    ),
    cell: 'Số liệu!B11', severity: 'warning', points: { 'Xã An Bình': 440 },
  },
  {
    id: 'formula.error', name: 'a unit’s name is a formula in error: its row is nobody’s',
    picture: book(sheet('Bộ chỉ số', SET), sheet('Số liệu', patched(DATA, { A5: errorCell('#REF!') }))),
    cell: 'Số liệu!A5', also: ['row.indicator-missing Số liệu!B3'], severity: 'warning', points: { 'Sở Y tế': 710 },
  },
  {
    id: 'value.copied', name: 'one pair of figures was copied down to the next indicator',
    picture: book(
      sheet('Bộ chỉ số', [['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'], ['1', 'Hồ sơ trực tuyến', 500, 'a/b'], ['2', 'Hồ sơ đúng hạn', 500, 'a/b']]),
      sheet('Số liệu', [
        ['Đơn vị', 'Mã chỉ số', 'a', 'b'],
        ...['An', 'Bình', 'Cẩm', 'Định', 'Gia'].flatMap((name, place): Cell[][] => [[`Xã ${name}`, '1', 50 + place, 100 + place], [`Xã ${name}`, '2', 50 + place, 100 + place]]),
      ]),
    ),
    cell: 'Số liệu!C3', severity: 'note',
  },
];
