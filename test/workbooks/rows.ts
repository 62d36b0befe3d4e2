/** Faults of rows: missing, double, unknown, hidden and stray ones. */
import { DATA, form, HEALTH, patched, SET, UNITS, without, workbook, type Fixture } from './base.ts';
import { book, sheet } from '#test/support/book';

const without18 = (settings: string | null) =>
  book(
    sheet('Bộ chỉ số', SET),
    sheet('Đơn vị', UNITS),
    sheet('Số liệu', without(DATA, 18)),
    ...(settings === null ? [] : [sheet('Thiết lập', [['Thiếu số liệu', settings]])]),
  );

export const rowFaults: Fixture[] = [
  {
    id: 'row.indicator-unknown',
    name: 'a code that the set does not have',
    picture: workbook({ data: { A19: 'Sở Công Thương', B19: '9.9', C19: 5 } }),
    cell: 'Số liệu!B19',
    severity: 'warning',
    points: { 'Sở Công Thương': 450 },
  },
  {
    id: 'row.indicator-unknown',
    name: 'a matrix has a column that the set does not have',
    picture: book(
      sheet('Bộ chỉ số', [
        ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
        ['1', 'Nhận thức số', 400, 'Chấm điểm'],
        ['2', 'Thể chế số', 600, 'Chấm điểm'],
      ]),
      sheet('Bảng điểm', [
        ['Đơn vị', '1', '2', '7'],
        ['Xã An Bình', 300, 500, 10],
        ['Xã Bình Minh', 350, 450, 20],
      ]),
    ),
    cell: 'Bảng điểm!D1',
    severity: 'warning',
    points: { 'Xã An Bình': 800 },
  },
  {
    id: 'row.indicator-missing',
    name: 'a department has no row for 2.3',
    picture: without18(null),
    cell: 'Số liệu!B3',
    severity: 'warning',
    points: { 'Sở Công Thương': 400 },
  },
  {
    id: 'row.indicator-missing',
    name: 'a department has no row for 2.3, and the settings block',
    picture: without18('chặn'),
    cell: 'Số liệu!B3',
    severity: 'error',
    blocked: ['Sở Công Thương'],
  },
  {
    id: 'row.indicator-duplicate',
    name: 'a row stands twice with the same figures',
    picture: workbook({ data: { A19: 'Sở Công Thương', B19: '2.3', C19: 5 } }),
    cell: 'Số liệu!B19',
    severity: 'warning',
    points: { 'Sở Công Thương': 450 },
  },
  {
    id: 'row.indicator-duplicate',
    name: 'a row stands twice with different figures',
    picture: workbook({ data: { A19: 'Sở Công Thương', B19: '2.3', C19: 6 } }),
    cell: 'Số liệu!B19',
    severity: 'error',
    blocked: ['Sở Công Thương'],
  },
  {
    id: 'row.maximum-differs',
    name: 'a form says 120 points where the set says 100',
    picture: book(sheet('Bộ chỉ số', SET), sheet('Phiếu', form('Sở Y tế', HEALTH, { C11: 120 }))),
    cell: 'Phiếu!C11',
    severity: 'warning',
    points: { 'Sở Y tế': 860 },
  },
  {
    id: 'row.hidden',
    name: 'a hidden row of figures',
    picture: workbook({ dataExtra: { hidden: [5] } }),
    cell: 'Số liệu!A6',
    severity: 'note',
    points: { 'Sở Y tế': 860 },
  },
  {
    id: 'sheet.hidden',
    name: 'an old copy of the figures on a hidden sheet',
    picture: workbook({ more: [sheet('Số liệu cũ', patched(DATA, { C8: 3 }), { visibility: 'hidden' })] }),
    cell: 'Số liệu cũ!A3',
    severity: 'note',
    points: { 'Sở Y tế': 860 },
  },
  {
    id: 'table.unread',
    name: 'a table whose units stand under a word of its own, while a department has no data',
    picture: workbook({
      units: {
        A5: 4,
        B5: 'Sở Tài chính',
        C5: 'Sở',
        A6: 5,
        B6: 'Sở Du lịch',
        C6: 'Sở',
        A7: 6,
        B7: 'Sở Tư pháp',
        C7: 'Sở',
      },
      more: [
        sheet('Điểm', [
          ['TT', 'Nơi chấm', '1.1', '1.2'],
          [1, 'Sở Tài chính', 1, 2],
          [2, 'Sở Du lịch', 3, 4],
          [3, 'Sở Tư pháp', 5, 6],
        ]),
      ],
    }),
    cell: 'Điểm!A1',
    severity: 'error',
    blocked: ['Sở Tài chính', 'Sở Du lịch', 'Sở Tư pháp'],
    also: ['unit.missing Đơn vị!B5', 'unit.missing Đơn vị!B6', 'unit.missing Đơn vị!B7'],
  },
  {
    id: 'row.unread',
    name: 'a row of a department that has no code',
    picture: workbook({ data: { A19: 'Sở Công Thương', B19: null, C19: 5 } }),
    cell: 'Số liệu!C19',
    severity: 'error',
    blocked: ['Sở Công Thương'],
  },
  {
    id: 'row.summary',
    name: 'a mean of all departments in the unit list',
    picture: workbook({ units: { B5: 'Toàn tỉnh' } }),
    cell: 'Đơn vị!B5',
    severity: 'note',
  },
  {
    id: 'row.stray',
    name: 'a note to oneself far below the table',
    picture: workbook({ data: { B40: 'hỏi lại anh Nam' } }),
    cell: 'Số liệu!B40',
    severity: 'note',
  },
  {
    id: 'row.stray',
    name: 'figures below a table',
    picture: workbook({ data: { C20: 77 } }),
    cell: 'Số liệu!C20',
    severity: 'note',
  },
  {
    id: 'row.stray',
    name: 'scribbles far to the right',
    picture: workbook({ data: { Z6: 12 } }),
    cell: 'Số liệu!Z6',
    severity: 'note',
  },
];
