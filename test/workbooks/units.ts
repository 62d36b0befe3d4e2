/** Faults of unit lists and of the units that data names. */
import { DATA, form, HEALTH, HOME, SET, UNITS, workbook, type Fixture } from './base.ts';
import { book, sheet } from '#test/support/book';

const trade = (name: string) => ({ A14: name, A15: name, A16: name, A17: name, A18: name });

export const unitFaults: Fixture[] = [
  {
    id: 'unit.duplicate',
    name: 'a department stands twice in the list',
    picture: workbook({ units: { A5: 4, B5: 'Sở Y tế', C5: 'Sở' } }),
    cell: 'Đơn vị!B5',
    severity: 'error',
  },
  {
    id: 'unit.duplicate',
    name: 'two forms of one department',
    picture: book(
      sheet('Bộ chỉ số', SET),
      sheet('Phiếu 1', form('Sở Y tế', HEALTH)),
      sheet('Phiếu 2', form('Sở Nội vụ', HOME)),
      sheet('Phiếu 3', form('Sở Y tế', HEALTH)),
    ),
    cell: 'Phiếu 3!A2',
    severity: 'error',
    points: { 'Sở Y tế': 860, 'Sở Nội vụ': 870 },
  },
  {
    id: 'unit.duplicate',
    name: 'two forms of one department that say different things: neither is certain',
    picture: book(
      sheet('Bộ chỉ số', SET),
      sheet('Phiếu 1', form('Sở Y tế', HEALTH)),
      sheet('Phiếu 2', form('Sở Nội vụ', HOME)),
      sheet('Phiếu 3', form('Sở Y tế', { ...HEALTH, count: 9 })),
    ),
    cell: 'Phiếu 3!A2',
    severity: 'error',
    blocked: ['Sở Y tế'],
  },
  {
    id: 'unit.duplicate',
    name: 'one name in two groups, and figures that do not say which',
    picture: workbook({ units: { A5: 4, B5: 'Sở Công Thương', C5: 'Cơ quan khác' } }),
    cell: 'Số liệu!A14',
    severity: 'error',
    blocked: ['Sở Công Thương', 'Sở Công Thương'],
  },
  {
    id: 'unit.unknown',
    name: 'figures of a department that is not in the list',
    picture: book(sheet('Bộ chỉ số', SET), sheet('Đơn vị', UNITS.slice(0, 3)), sheet('Số liệu', DATA)),
    cell: 'Số liệu!A14',
    severity: 'error',
    points: { 'Sở Y tế': 860 },
  },
  {
    id: 'unit.unknown',
    name: 'another diacritic is another unit: Sở Công Thường',
    picture: workbook({ data: trade('Sở Công Thường') }),
    cell: 'Số liệu!A14',
    severity: 'error',
    also: ['unit.missing Đơn vị!B4'],
    blocked: ['Sở Công Thương'],
  },
  {
    id: 'unit.missing',
    name: 'a department that sent nothing',
    picture: workbook({ units: { A5: 4, B5: 'Sở Tư pháp', C5: 'Sở' } }),
    cell: 'Đơn vị!B5',
    severity: 'error',
    blocked: ['Sở Tư pháp'],
  },
  ...['sở công thương', 'SỞ CÔNG THƯƠNG'].map((name): Fixture => ({
    id: 'unit.name-variant',
    name: `written ${name} in the figures`,
    picture: workbook({ data: trade(name) }),
    cell: 'Số liệu!A14',
    severity: 'note',
    points: { 'Sở Công Thương': 450 },
  })),
  {
    id: 'unit.name-variant',
    name: 'UBND before the name, another tone placement and another i',
    picture: workbook({
      units: { B4: 'Xã Hòa Mỹ' },
      data: trade('UBND xã Hoà Mĩ'),
    }),
    cell: 'Số liệu!A14',
    severity: 'note',
    points: { 'Xã Hòa Mỹ': 450 },
  },
];
