/** Settings stand in tables of settings: what a cover or a summary says under the same words is none. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changeSetting } from '#core/commands/change-setting';
import { scoreWorkbook } from '#core/commands/score';
import { settingsView } from '#core/view/settings';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { book, found, run, sheet, type Rows } from '#test/support/book';
import { readWorkbook } from '#xlsx/index';

const VI = { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' } as const;
const field = (name: string) => readWorkbook(readFileSync(`test/field/${name}.xlsx`)).picture;
const MATRIX: Rows = [
  ['TT', 'Đơn vị', '1.1', '1.2'],
  [null, 'Điểm tối đa', 600, 400],
  [1, 'Xã A', 500, 300],
  [2, 'Xã B', 450, 390],
];
const beside = (name: string, rows: Rows) => book(sheet('Bảng điểm', MATRIX), sheet(name, rows));
const bands = (picture: Parameters<typeof run>[0]) => run(picture).groups[0]!.ranking.map(({ band }) => band);

describe('what is no setting', () => {
  it.each(['SET02', 'SET02b'])('%s', (name) => {
    expect(found(field(name)).filter((one) => /settings|framework/.test(one))).toEqual([]);
    expect(bands(field(name))).toEqual([null, null]);
  });

  it.each<[string, Cell[]]>([
    ['a summary', ['TT', 'Phường', 'Tổng điểm', 'Xếp loại']],
    ['two words side by side', ['Tổng điểm', 'Xếp loại', 'Ghi chú']],
    ['a word of settings among others', ['Đơn vị', 'Kỳ báo cáo', 'Tổng điểm', 'Hạng']],
  ])('%s', (_, header) => {
    const picture = beside('Kết quả', [header, [1, 'Xã A', 800, 'Khá']]);
    expect(found(picture).filter((one) => one.startsWith('settings'))).toEqual([]);
    expect(bands(picture)).toEqual([null, null]);
  });

  it('a cover of one line, and one that says a result', () => {
    expect(run(beside('Bìa', [['Xếp loại', 'Tốt']])).findings).toEqual([]);
    expect(run(beside('Bìa', [['Tổng điểm', 850]])).findings).toEqual([]);
    expect(
      run(
        beside('Trang 2', [
          ['Kỳ báo cáo', 'Quý III/2026'],
          ['Địa danh', 'Đồng Nai'],
          ['Tổng điểm', 850],
          ['Xếp loại', 'Khá'],
        ]),
      ).findings,
    ).toEqual([]);
  });
});

describe('what is one', () => {
  const BANDS = 'Tốt >= 90%; Khá >= 80%; Yếu';

  it.each<[string, string, Rows]>([
    [
      'two keys',
      'Trang 2',
      [
        ['Tổng điểm', 1000],
        ['Xếp loại', BANDS],
      ],
    ],
    ['one key on a sheet of that name', 'Thiết lập', [['Xếp loại', BANDS]]],
    [
      'one key under a title, as the pane writes it',
      'Trang 2',
      [
        ['Thiết lập', 'Giá trị'],
        ['Xếp loại', BANDS],
      ],
    ],
    [
      'with remarks beside',
      'Cấu hình',
      [
        ['Khóa', 'Giá trị', 'Ghi chú'],
        ['Xếp loại', BANDS, 'theo QĐ'],
        ['Làm tròn', 'tổng', 'x'],
      ],
    ],
  ])('%s', (_, name, rows) => {
    expect(bands(beside(name, rows))).toEqual(['Khá', 'Khá']);
    expect(run(beside(name, rows)).findings).toEqual([]);
  });

  it('one key that nothing but settings says', () => {
    const picture = beside('Trang 2', [['Thiếu số liệu', 'chặn']]);
    picture.sheets[0]!.rows[2] = { index: 2, cells: [1, 'Xã A', null, 300] };
    expect(run(picture).groups[0]!.ranking.find(({ unit }) => unit === 'Xã A')!.status).toBe('blocked');
  });

  it('Xếp loại without a bound is invalid there', () => {
    expect(found(beside('Thiết lập', [['Xếp loại', 'Tốt']]))).toEqual(['settings.invalid Thiết lập!B1']);
  });
});

describe('lines above a table', () => {
  const BANDS = 'Tốt >= 90%; Khá >= 80%; Yếu';
  const under = (lines: Rows, rows: Rows = MATRIX): Picture => book(sheet('Bảng điểm', [...lines, ...rows]));
  const statuses = (picture: Picture) => run(picture).groups[0]!.ranking.map(({ unit, status }) => [unit, status]);

  it.each<[string, Rows]>([
    ['key and value in one cell', [[`Xếp loại: ${BANDS}`]]],
    ['the value in the next cell', [['Xếp loại:', BANDS]]],
    ['the value behind a merged label', [['Xếp loại :', null, BANDS]]],
    ['a title of several lines', [[`BẢNG ĐIỂM CÁC XÃ\nTổng điểm: 1.000 điểm\nXếp loại: ${BANDS}`]]],
    ['below a title, some rows above', [['BẢNG ĐIỂM'], [`xếp loại : ${BANDS}`], [null], ['Đơn vị tính: điểm']]],
  ])('%s', (_, lines) => {
    expect(bands(under(lines))).toEqual(['Khá', 'Khá']);
    expect(found(under(lines))).toEqual([]);
  });

  it('a total that the parts do not add up to is told', () => {
    expect(found(under([['Tổng điểm: 960']]))).toEqual(['framework.total Bảng điểm!B3']);
    expect(found(under([['Tổng điểm: 1.000 điểm']]))).toEqual([]);
  });

  it('a key that only settings know, with a value it can’t take, is told at that value', () => {
    expect(found(under([['Số chữ số thập phân: hai']]))).toEqual(['settings.invalid Bảng điểm!A1']);
    expect(found(under([['Số chữ số thập phân:', 'hai']]))).toEqual(['settings.invalid Bảng điểm!B1']);
  });

  it('a table of settings goes before them', () => {
    const picture = under([[`Xếp loại: Đạt >= 10%; Không đạt`]]);
    picture.sheets.push(sheet('Thiết lập', [['Xếp loại', BANDS]]));
    expect(bands(picture)).toEqual(['Khá', 'Khá']);
  });

  it('what the head of a form says of its unit is no setting; what has no other use is one', () => {
    const form = (unit: string, ...lines: Rows) =>
      sheet(unit, [
        [`Tên đơn vị: ${unit}`],
        ['Tổng điểm: 850'],
        ['Xếp loại: Khá'],
        ...lines,
        ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
        ['1', 'Một cửa', 600, 500],
        ['2', 'Hồ sơ', 400, lines.length > 0 ? null : 350],
      ]);
    expect(found(book(form('Xã A'), form('Xã B')))).toEqual([]);
    expect(statuses(book(form('Xã A'), form('Xã B', ['Thiếu số liệu: chặn'])))).toContainEqual(['Xã B', 'blocked']);
  });

  it('neither a heading, nor words between other words, nor a line below is one', () => {
    for (const line of ['Căn cứ pháp lý và cách làm: xem phụ lục', 'Ghi chú: Xếp loại: Tốt >= 10%', 'Xếp loại: Tốt'])
      expect(bands(under([[line]]))).toEqual([null, null]);
    expect(bands(book(sheet('Bảng điểm', [...MATRIX, [], [], [`Xếp loại: ${BANDS}`]])))).toEqual([null, null]);
  });

  it('changing one keeps its label and the lines around it', () => {
    const at = (lines: Rows, key: string, text: string) => {
      const { assessment } = scoreWorkbook(under(lines), VI);
      expect(settingsView(assessment).items.find((item) => item.key === key)!.value).toBe(
        key === 'Tổng điểm' ? '960' : BANDS,
      );
      return changeSetting(assessment, key, text);
    };
    const title = `BẢNG ĐIỂM\nTổng điểm: 960\nXếp loại: ${BANDS}`;
    expect(at([[title]], 'Tổng điểm', '1000')).toMatchObject({
      edits: [{ cell: 'A1', before: title, value: `BẢNG ĐIỂM\nTổng điểm: 1000\nXếp loại: ${BANDS}` }],
    });
    expect(at([['Tổng điểm:', 960]], 'Tổng điểm', '1000')).toMatchObject({
      edits: [{ cell: 'B1', before: 960, value: 1000 }],
    });
    expect(at([[`Xếp loại: ${BANDS}`]], 'Xếp loại', '')).toMatchObject({
      edits: [{ cell: 'A1', value: 'Xếp loại: ' }],
    });
  });
});
