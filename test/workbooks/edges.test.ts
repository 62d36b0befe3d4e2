/** Where a check begins and ends: the cases beside those of the fixtures. */
import { describe, expect, it } from 'vitest';
import { book, found, run, sheet, type Rows } from '#test/support/book';
import type { Cell } from '#core/workbook/cell';
import { formula, UNITS, workbook } from './base.ts';

const without = (ids: string[], ...dropped: string[]): string[] =>
  ids.filter((id) => !dropped.some((one) => id.startsWith(one)));

describe('value.fraction', () => {
  const label = (text: string): string[] =>
    found(workbook({ set: { G8: text }, data: { C6: 70.5 } })).filter((one) => one.startsWith('value.fraction'));
  it.each([
    'Số hồ sơ giải quyết đúng thời gian',
    'Tổng số hồ sơ có điểm đánh giá',
    'Số người có thu nhập ổn định',
    'Số cuộc họp',
    'Hộ dân',
    'Số văn bản',
  ])('%s is counted', (text) => expect(label(text)).toEqual(['value.fraction Số liệu!C6']));
  it.each([
    'Thời gian giải quyết hồ sơ',
    'Tỷ lệ hồ sơ trực tuyến',
    'Kinh phí cho dự án',
    'Số hồ sơ trung bình mỗi ngày',
    'Hồ sơ trực tuyến (%)',
    'Số tiền (triệu đồng)',
  ])('%s is not', (text) => expect(label(text)).toEqual([]));
});

describe('formula.replaced', () => {
  const column = (...cells: Cell[]): string[] => {
    const rows: Rows = [
      ['Đơn vị', '1', '2'],
      ['Điểm tối đa', 400, 600],
      ...cells.map((cell, index): Cell[] => [`Xã ${index + 1}`, 100 + index, cell]),
    ];
    return found(book(sheet('Bảng điểm', rows))).filter((one) => one.startsWith('formula.replaced'));
  };
  it('one typed among two formulas', () => {
    expect(column(formula(10), 11, formula(12))).toEqual(['formula.replaced Bảng điểm!C4']);
  });
  it('a column that is typed as often as calculated has no rule to break', () => {
    expect(column(formula(10), 11, formula(12), 13, formula(14))).toEqual([]);
  });
});

describe('value.copied in a matrix', () => {
  const copied = (...points: number[]): string[] => {
    const rows: Rows = [
      ['Đơn vị', '1', '2'],
      ['Điểm tối đa', 500, 500],
      ...points.map((value, index): Cell[] => [`Xã ${index + 1}`, value, value]),
    ];
    return found(book(sheet('Bảng điểm', rows)));
  };
  it('two values are enough, all or nothing is not, nor are four units or all alike', () => {
    expect(copied(100, 200, 100, 200, 100)).toEqual(['value.copied Bảng điểm!C1']);
    expect(copied(0, 500, 500, 0, 500)).toEqual([]);
    expect(copied(100, 200, 100, 200)).toEqual([]);
    expect(copied(100, 100, 100, 100, 100)).toEqual([]);
  });
});

it('row.hidden: a hidden row of the unit list counts all the same', () => {
  const picture = workbook();
  const list = sheet('Đơn vị', UNITS, { hidden: [2] });
  picture.sheets[1] = list;
  expect(found(picture)).toEqual(['row.hidden Đơn vị!A3']);
});

it('framework.unequal-maxima: each group is told, though all stand under one header', () => {
  const units: Rows = [
    ['Tên đơn vị', 'Nhóm'],
    ...['A', 'B', 'C', 'D'].map((name, index) => [`Sở ${name}`, index < 2 ? 'Khối I' : 'Khối II']),
  ];
  const set: Rows = [
    ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'Áp dụng cho'],
    ['1', 'Một', 600, 'Chấm điểm', null],
    ['2', 'Hai', 400, 'Chấm điểm', 'trừ Sở A; trừ Sở C'],
  ];
  const data: Rows = [
    ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
    ...['A', 'B', 'C', 'D'].flatMap((name): Rows => [
      [`Sở ${name}`, '1', 500],
      ...(name === 'A' || name === 'C' ? [] : [[`Sở ${name}`, '2', 300] as Cell[]]),
    ]),
  ];
  const { findings } = run(book(sheet('Bộ chỉ số', set), sheet('Đơn vị', units), sheet('Số liệu', data)));
  expect(findings.map(({ id, cell }) => `${id} ${cell}`)).toEqual([
    'framework.unequal-maxima A1',
    'framework.unequal-maxima A1',
  ]);
  expect(findings.map(({ message }) => /Khối I+/.exec(message)![0])).toEqual(['Khối I', 'Khối II']);
});

describe('points.total-differs: Xếp loại of a matrix', () => {
  const banded = (band: string, settings: Rows): string[] => {
    const rows: Rows = [
      ['Đơn vị', '1', '2', 'Xếp loại'],
      ['Điểm tối đa', 400, 600, null],
      ['Xã A', 380, 590, 'Tốt'],
      ['Xã B', 300, 450, band],
    ];
    return found(book(sheet('Bảng điểm', rows), sheet('Thiết lập', settings)));
  };
  const bands: Rows = [['Xếp loại', 'Tốt >= 90%; Khá >= 70%; Yếu']];
  it('is compared where the settings have bands', () => {
    expect(banded('Tốt', bands)).toEqual(['points.total-differs Bảng điểm!D4']);
    expect(banded('khá', bands)).toEqual([]);
    expect(banded('Tốt', [['Đồng hạng', 1224]])).toEqual([]);
  });
});

describe('notRun: what cannot run is told with its reason, once an id', () => {
  it('a matrix has neither figures nor choices, nor a unit list', () => {
    const rows: Rows = [
      ['Đơn vị', '1', '2'],
      ['Điểm tối đa', 400, 600],
      ['Xã A', 380, 590],
    ];
    const { notRun, findings } = run(book(sheet('Bảng điểm', rows)));
    expect(findings).toEqual([]);
    const ids = notRun.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ['value.negative', 'value.choice-unknown', 'value.fraction', 'unit.unknown', 'evidence.missing'])
      expect(ids).toContain(id);
    expect(ids.filter((id) => id.startsWith('points.'))).toEqual([
      'points.self-differs',
      'points.verified-without-reason',
      'points.total-differs',
    ]);
    for (const { why } of notRun) expect(why).not.toMatch(/^notrun/);
  });
  it('a workbook with all columns lacks only what no workbook has yet', () => {
    const ids = run(workbook()).notRun.map(({ id }) => id);
    expect(without(ids, 'value.decreased', 'value.outlier', 'points.total-differs', 'row.maximum-differs')).toEqual([]);
  });
});

it('row.indicator-duplicate: a second row of a matrix is told at its own cells', () => {
  const rows: Rows = [
    ['Đơn vị', '1', '2'],
    ['Điểm tối đa', 400, 600],
    ['Xã A', 400, 550],
    ['Xã B', 300, 550],
    ['Xã A', 400, 551],
  ];
  const { findings, groups } = run(book(sheet('Bảng điểm', rows)));
  expect(findings.map(({ id, severity, cell }) => `${severity} ${id} ${cell}`)).toEqual([
    'warning row.indicator-duplicate B5',
    'error row.indicator-duplicate C5',
  ]);
  expect(groups[0]!.ranking.map(({ unit, status }) => `${unit} ${status}`)).toEqual(['Xã B ranked', 'Xã A blocked']);
});

it('value.choice-unknown: a choice where the rule goes by none offers no empty list', () => {
  const { findings } = run(workbook({ data: { E5: 'Có' } }));
  expect(findings.map(({ id, severity, cell }) => `${severity} ${id} ${cell}`)).toEqual([
    'warning value.choice-unknown E5',
  ]);
  expect(findings[0]!.message).toContain('không theo Lựa chọn');
  expect(findings[0]!.message).not.toMatch(/: \./);
});
