/** Several people score one unit: asked by default, averaged exactly where the setting says so; rounds and bodies never. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { book, found, ranking, run, sheet, type Rows } from '#test/support/book';

const VALUES: [Cell, Cell, Cell][] = [
  [500, 550, 560],
  [300, 310, '305,5'],
];
const rows = (count: number, values: readonly (readonly Cell[])[]): Rows => [
  ['1', 'Một cửa', 600, ...values[0]!.slice(0, count)],
  ['2', 'Hồ sơ', 400, ...values[1]!.slice(0, count)],
];
const plain = (heads: string[], values: readonly (readonly Cell[])[] = VALUES, ...more: Rows): Picture =>
  book(
    sheet('Xã A', [
      ['Tên đơn vị: Xã A'],
      ['Mã', 'Chỉ số', 'Điểm tối đa', ...heads],
      ...rows(heads.length, values),
      ...more,
    ]),
  );
const under = (top: string, ...heads: string[]): Picture =>
  book(
    sheet(
      'Xã A',
      [
        ['Tên đơn vị: Xã A'],
        ['Mã', 'Chỉ số', 'Điểm tối đa', top],
        [null, null, null, ...heads],
        ...rows(heads.length, VALUES),
      ],
      {
        merges: [
          { top: 1, bottom: 1, left: 3, right: 2 + heads.length },
          ...[0, 1, 2].map((left) => ({ top: 1, bottom: 2, left, right: left })),
        ],
      },
    ),
  );
const set = (picture: Picture, how: string): Picture =>
  book(
    ...picture.sheets,
    sheet('Thiết lập', [
      ['Nhiều người chấm', how],
      ['Số chữ số thập phân', 2],
    ]),
  );
const entry = (picture: Picture, code: string) => run(picture).groups[0]!.ranking[0]!.entries[code]!;

const THREE = [
  under('Điểm thẩm định', 'Thành viên 1', 'Thành viên 2', 'Thành viên 3'),
  under('Hội đồng thẩm định chấm điểm', 'Ủy viên 1', 'Ủy viên 2', 'Chủ tịch Hội đồng'),
  under('Điểm thẩm định', 'Nguyễn Văn A', 'Trần Thị Bích', 'Lê C'),
  plain(['Điểm thẩm định (Giám khảo 1)', 'Điểm thẩm định (Giám khảo 2)', 'Điểm thẩm định (Giám khảo 3)']),
  plain(['Điểm thẩm định - Nguyễn Văn A', 'Điểm thẩm định - Trần Thị B', 'Điểm thẩm định - Lê Văn C']),
];

describe('people side by side', () => {
  it.each(THREE.map((picture, at) => [at, picture] as const))('%i: asked where nothing is set', (_, picture) => {
    for (const one of [picture, set(picture, 'hỏi')]) {
      expect(found(one)).toEqual([expect.stringMatching(/^column\.several Xã A!E\d$/)]);
      expect(ranking(one)).toEqual({ 'Xã A': [null, null] });
    }
  });

  it.each(THREE.map((picture, at) => [at, picture] as const))('%i: the mean, rounded once', (_, picture) => {
    const averaged = set(picture, 'trung bình');
    expect(found(averaged)).toEqual([]);
    // (500 + 550 + 560) / 3 = 536,666…; (300 + 310 + 305,5) / 3 = 305,166…
    expect(entry(averaged, '1')).toMatchObject({ verified: 536.67, official: 536.67 });
    expect(entry(averaged, '2')).toMatchObject({ verified: 305.17, official: 305.17 });
    expect(ranking(averaged)).toEqual({ 'Xã A': [841.84, 1] });
  });

  it('the working names each cell', () => {
    const { explanation, source } = entry(set(THREE[3]!, 'trung bình'), '2');
    expect(source).toBe("'Xã A'!D4");
    expect(explanation).toContain('305,17');
    expect(explanation).toContain('D4 = 300; E4 = 310; F4 = 305');
  });

  it('self-assessed points of two people as well', () => {
    const picture = set(plain(['Điểm tự chấm (Thành viên 1)', 'Điểm tự chấm (Thành viên 2)']), 'trung bình');
    expect(entry(picture, '1')).toMatchObject({ self: 525, official: 525 });
    expect(entry(picture, '1').explanation).toContain('trung bình');
  });
});

describe('what is missing or wrong', () => {
  const HEADS = ['Điểm thẩm định (Thành viên 1)', 'Điểm thẩm định (Thành viên 2)', 'Điểm thẩm định (Thành viên 3)'];
  const averaged = (values: readonly (readonly Cell[])[], ...more: Rows): Picture =>
    set(plain(HEADS, values, ...more), 'trung bình');

  it('the mean of those who scored; nobody: missing', () => {
    expect(entry(averaged([[500, null, 560], VALUES[1]!]), '1')).toMatchObject({ official: 530 });
    expect(entry(averaged([[null, null, 560], VALUES[1]!]), '1')).toMatchObject({ official: 560 });
    const none = averaged([[null, null, null], VALUES[1]!]);
    expect(entry(none, '1')).toMatchObject({ official: 0 });
    expect(found(none)).toEqual(['value.missing Xã A!D3']);
  });

  it('one cell that is no number, or above the maximum, is told there and holds the unit up', () => {
    const text = averaged([[500, 'năm trăm', 560], VALUES[1]!]);
    expect(found(text)).toEqual(['points.not-a-number Xã A!E3']);
    expect(ranking(text)).toEqual({ 'Xã A': [null, null] });
    const above = averaged([[500, 550, 660], VALUES[1]!]);
    expect(found(above)).toEqual(['points.above-maximum Xã A!F3']);
    expect(ranking(above)).toEqual({ 'Xã A': [null, null] });
  });

  it('one person’s typed sum is not held against the mean', () => {
    expect(found(averaged(VALUES, ['', 'Tổng cộng', 1000, 800, 860, 865.5]))).toEqual([]);
  });
});

describe('what is never averaged', () => {
  it.each(
    [
      plain(['Điểm thẩm định (lần 1)', 'Điểm thẩm định (lần 2)']),
      plain(['Điểm thẩm định', 'Điểm phúc tra']),
      plain(['Điểm thẩm định (Sở Nội vụ)', 'Điểm thẩm định (Hội đồng)']),
      under('Điểm thẩm định', 'Lần 1', 'Lần 2'),
      under('Điểm thẩm định', 'Vòng Một', 'Vòng Hai'),
      under('Điểm thẩm định', 'Thành viên 1', 'Thành viên 2', 'Trung bình'),
    ].map((picture, at) => [at, picture] as const),
  )('%i', (_, picture) => {
    for (const how of ['trung bình', 'hỏi']) {
      expect(found(set(picture, how)).filter((one) => one.startsWith('column.'))).not.toEqual([]);
      expect(ranking(set(picture, how))).toEqual({ 'Xã A': [null, null] });
    }
  });

  it('a value that the setting can’t take is told', () => {
    expect(found(set(THREE[0]!, 'cộng dồn'))).toContain('settings.invalid Thiết lập!B1');
  });
});
