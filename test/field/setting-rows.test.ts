/** What stands in a table of settings and is no key of ours, or no value beside one: nothing is left out in silence. */
import { describe, expect, it } from 'vitest';
import type { SettingKey } from '#core/read/settings/keys';
import { settingsView } from '#core/view/settings';
import { scoreWorkbook } from '#core/commands/score';
import { book, run, sheet, type Rows } from '#test/support/book';

const MATRIX = sheet('Bảng điểm', [
  ['TT', 'Đơn vị', '1.1', '1.2'],
  [null, 'Điểm tối đa', 600, 400],
  [1, 'Xã A', 500.25, 300],
  [2, 'Xã B', 450, 390],
]);
/** Two keys that nobody doubts, and more rows. */
const KEYS: Rows = [
  ['Xếp hạng theo', 'điểm'],
  ['Đồng hạng', '1224'],
];
const set = (...rows: Rows) => book(MATRIX, sheet('Trang 2', [...KEYS, ...rows]));
const told = (picture: ReturnType<typeof book>) =>
  run(picture).findings.map(({ severity, id, cell }) => `${severity} ${id} ${cell}`);
const points = (picture: ReturnType<typeof book>) => run(picture).groups[0]!.ranking.map((unit) => unit.points);
const valueOf = (picture: ReturnType<typeof book>, key: string) => {
  const { assessment } = scoreWorkbook(picture, { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' });
  return settingsView(assessment).items.find((item) => item.key === key)!.value;
};

describe('a key that is nearly one', () => {
  it.each([
    ['Cột điểm chính thưc hiện', 'Cột điểm chính thức'],
    ['Cột điểm chính thứcc', 'Cột điểm chính thức'],
    ['Làm tròn số', 'Làm tròn'],
    ['Số chữ số', 'Số chữ số thập phân'],
    ['Thiếu số liêụu', 'Thiếu số liệu'],
    ['Nguồn điểm chính thức', 'Nguồn điểm'],
    ['Tieu chi fu', 'Tiêu chí phụ'],
  ])('%s', (word, key) => {
    const picture = set([word, 'x'], ['Làm tròn ', 'tổng']);
    const rows = word === 'Làm tròn số' ? set([word, 'tổng']) : picture;
    expect(told(rows)).toEqual(['warning settings.invalid A3']);
    const { assessment, findings } = scoreWorkbook(rows, {
      language: 'vi',
      at: '2026-11-24T17:00:00+07:00',
      version: 'test',
    });
    expect(findings[0]!.repair).toMatchObject([{ cell: 'A3', value: key }]);
    expect(run(rows).findings[0]!.message).toContain(`“${key}”`);
    expect(assessment.settings.at[key as SettingKey]).toBeUndefined();
  });

  it('says nothing of a key that is there already, and nothing where it has no value', () => {
    expect(told(set(['Làm tròn', 'tổng'], ['Làm tròn số', 'x']))).toEqual(['note settings.invalid A4']);
    expect(told(set(['Làm tròn số', null], ['Làm tròn', 'tổng']))).toEqual([]);
  });
});

describe('a key that is none', () => {
  it('is noted between and below the keys', () => {
    expect(told(set(['Màu chữ', 'xanh'], ['Làm tròn', 'tổng'], ['Cơ quan', 'UBND']))).toEqual([
      'note settings.invalid A3',
      'note settings.invalid A5',
    ]);
  });

  it('titles, headings, remarks and other tables are none', () => {
    const quiet: Rows[] = [
      [['Thiết lập', 'Giá trị'], ...KEYS],
      [['THIẾT LẬP BỘ CHỈ SỐ'], ['Mục', 'Giá trị', 'Giải thích'], ...KEYS],
      [...KEYS, ['Các mục khác'], ['Làm tròn', 'tổng']],
      [...KEYS, ['Ghi chú', 'Theo Quyết định 12']],
      [...KEYS, [], ['Người lập', 'Nguyễn Văn A']],
      [...KEYS, ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'], ['1', 'Một', 600, 'Chấm điểm']],
    ];
    for (const rows of quiet)
      expect(told(book(MATRIX, sheet('Trang 2', rows))).filter((one) => one.includes('settings'))).toEqual([]);
    const cover: Rows = [
      ['Kỳ báo cáo', 'Quý III/2026'],
      ['Đơn vị lập', 'Sở Nội vụ'],
      ['Địa danh', 'Đồng Nai'],
      ['Tổng điểm', 1000],
    ];
    expect(told(book(MATRIX, sheet('Bìa', cover)))).toEqual([]);
  });
});

describe('a value a column further right', () => {
  it('is read where only a value can stand there', () => {
    const picture = set(['Số chữ số thập phân', null, 0], ['Làm tròn', null, 'tổng']);
    expect(told(picture)).toEqual([]);
    expect(points(picture)).toEqual([840, 800]);
    expect(valueOf(picture, 'Số chữ số thập phân')).toBe('0');
  });

  it('all values of a table may stand there, free words, too', () => {
    const picture = book(
      MATRIX,
      sheet('Trang 2', [
        ['Xếp hạng theo', null, 'tỷ lệ'],
        ['Số chữ số thập phân', null, 1],
        ['Người ký', null, 'Nguyễn Văn A'],
      ]),
    );
    expect(told(picture)).toEqual([]);
    expect(valueOf(picture, 'Người ký')).toBe('Nguyễn Văn A');
    expect(points(picture)).toEqual([840, 800.3]);
  });

  it('is told where it may be a remark, or is none that the key takes', () => {
    expect(told(set(['Người ký', null, 'Nguyễn Văn A']))).toEqual(['warning settings.invalid C3']);
    expect(told(set(['Làm tròn', null, 'xem công văn']))).toEqual(['warning settings.invalid C3']);
  });

  it('remarks beside values or under a header of their own are left alone', () => {
    const rows: Rows = [
      ['Mục', 'Giá trị', 'Giải thích'],
      ...KEYS,
      ['Làm tròn', null, 'tổng'],
      ['Người ký', null, 'nếu có'],
    ];
    expect(told(book(MATRIX, sheet('Trang 2', rows)))).toEqual([]);
    expect(valueOf(book(MATRIX, sheet('Trang 2', rows)), 'Làm tròn')).toBe('');
    expect(told(set(['Nguồn điểm', 'thẩm định', 'theo QĐ'], ['Người ký', null, 'nếu có']))).toEqual([]);
  });
});
