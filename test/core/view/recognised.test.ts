/** What was recognised, table by table: in the JSON, and in the lines of the panes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import type { Language } from '#core/messages/message';
import type { ResultTable } from '#core/view/result';
import { summaryView } from '#core/view/summary';
import type { RecognisedView } from '#core/view/recognised';
import type { Picture } from '#core/workbook/picture';
import { readWorkbook } from '#xlsx/index';
import { book, run, sheet } from '#test/support/book';

const OPTIONS = { at: '2026-11-24T17:00:00+07:00', version: 'test' };
const of = (picture: Picture, language: Language = 'vi'): RecognisedView =>
  summaryView(scoreWorkbook(picture, { ...OPTIONS, language }), language).recognised;
const kinds = (tables: ResultTable[]): string[] =>
  tables.map(({ kind, sheet: name, skipped }) => [kind, name, ...(skipped === null ? [] : [skipped])].join(' '));

const SET = sheet('Bộ chỉ số', [
  ['BỘ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH'],
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
  ['1', 'Hạ tầng', 1000, null],
  ['1.1', 'Hồ sơ trực tuyến', 600, 'a/b'],
  ['1.2', 'Hồ sơ đúng hạn', 400, 'Chấm điểm'],
]);
const UNITS = sheet('Đơn vị', [
  ['Tên đơn vị', 'Nhóm'],
  ['Xã A', 'Xã'],
  ['Xã B', 'Xã'],
]);
const DATA = sheet('Số liệu', [
  ['Đơn vị', 'Mã chỉ số', 'a', 'b', 'Điểm thẩm định', 'Điểm chấm', 'Ghi chú'],
  ['Xã A', '1.1', 5, 10, null, 7, 1],
  ['Xã A', '1.2', null, null, 300, 8, 2],
  ['Xã B', '1.1', 6, 10, null, 9, 3],
  ['Xã B', '1.2', null, null, 200, 9, 4],
]);
const form = (name: string, period: string, extra = {}): ReturnType<typeof sheet> =>
  sheet(
    name,
    [
      [`Tên đơn vị: ${name}`],
      [`Kỳ báo cáo: ${period}`],
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm tự chấm'],
      ['1', 'Một', 1000, 900],
    ],
    extra,
  );

describe('recognised in the JSON', () => {
  it('names kind, area, set, counts and the header cell of each column', () => {
    const { recognised } = run(book(SET, UNITS, DATA));
    expect(kinds(recognised)).toEqual(['set Bộ chỉ số', 'units Đơn vị', 'long Số liệu']);
    const [set, units, data] = recognised as [ResultTable, ResultTable, ResultTable];
    expect(set).toMatchObject({ area: 'A2:D5', set: 'BỘ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH', indicators: 2, units: 0 });
    expect(set.columns).toMatchObject({ code: 'A2', name: 'B2', maximum: 'C2', rule: 'D2' });
    expect(units).toMatchObject({ area: 'A1:B3', set: null, units: 2, indicators: 0 });
    expect(data).toMatchObject({ area: 'A1:G5', set: set.set, units: 2, indicators: 2, skipped: null });
    expect(data.columns).toMatchObject({ unit: 'A1', code: 'B1', a: 'C1', b: 'D1', verified: 'E1' });
    // Notes are nobody's points, whatever stands in them.
    expect(data.unread).toEqual(['F1']);
  });

  it('a set without a title is told by its place; a matrix claims the columns of its indicators', () => {
    const { recognised } = run(
      book(
        sheet('Bảng', [
          ['TT', 'Đơn vị', '1.1', '1.2', 'Tổng điểm'],
          [null, 'Điểm tối đa', 600, 400, 1000],
          [1, 'Xã A', 500, 300, 800],
          [2, 'Xã B', 400, 300, 700],
        ]),
      ),
    );
    expect(recognised).toHaveLength(1);
    expect(recognised[0]).toMatchObject({ kind: 'matrix', set: '1', units: 2, indicators: 2, unread: [] });
  });

  it('says which sheets were passed over, and why', () => {
    const picture = book(
      form('Xã A', 'Quý III/2026'),
      form('Xã B', 'Quý II/2026'),
      form('Xã C', 'Quý III/2026', { visibility: 'hidden' }),
    );
    const { recognised } = run(picture);
    expect(kinds(recognised)).toEqual(['form Xã A', 'form Xã B period', 'form Xã C hidden']);
    expect(recognised.map(({ units }) => units)).toEqual([1, 0, 0]);
  });

  it('our own sheets are told as ours, never as data', () => {
    const stamp = 'Nghìn Điểm · 1.0.0';
    const { recognised } = run(book(SET, UNITS, DATA, sheet('Xếp hạng', [[stamp], ['Đơn vị', '1.1'], ['Xã A', 3]])));
    expect(recognised.filter(({ skipped }) => skipped === 'own').map((item) => item.sheet)).toEqual(['Xếp hạng']);
  });
});

describe('recognised in the panes', () => {
  it('tells columns in words, and what nobody read stands out', () => {
    const view = of(book(SET, UNITS, DATA));
    expect(view.title).toBe('Đã nhận ra: 3 bảng · 1 chỗ cần xem');
    expect(view.empty).toBe('');
    const data = view.lines.find(({ place }) => place?.sheet === 'Số liệu')!;
    expect(data.head).toBe('Số liệu · Số liệu!A1:G5');
    expect(data.details.join('\n')).toContain('Điểm thẩm định E1');
    expect(data.alerts).toEqual(['Cột F1 “Điểm chấm” có số liệu nhưng không được đọc.']);
    expect(of(book(SET, UNITS, DATA), 'en').lines.flatMap(({ alerts }) => alerts)[0]).toContain('is not read');
  });

  it('forms of one layout are one line; a hidden one stands out on its own', () => {
    const forms = Array.from({ length: 95 }, (_, place) => form(`Xã ${place + 1}`, 'Quý III/2026'));
    const view = of(book(...forms, form('Xã kín', 'Quý III/2026', { visibility: 'hidden' })));
    expect(view.lines).toHaveLength(2);
    expect(view.lines[0]!.head).toContain('95 bảng cùng mẫu');
    expect(view.lines[0]!.details[0]).toContain('95 đơn vị');
    expect(view.lines[1]!.alerts[0]).toContain('trang đang ẩn');
  });

  it('nothing recognised: says so, and what is needed', () => {
    const view = of(book(sheet('Trang1', [['Xin chào']])));
    expect(view.lines).toEqual([]);
    expect(view.empty).toMatch(/Chưa nhận ra bảng nào.*Mã, Chỉ số và Điểm tối đa/);
  });

  it('nothing stands out in the clean sample', () => {
    const { picture } = readWorkbook(new Uint8Array(readFileSync('samples/so-nganh-21x40.xlsx')));
    expect(of(picture).lines.flatMap(({ alerts }) => alerts)).toEqual([]);
  });
});
