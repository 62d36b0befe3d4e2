/** From a workbook's picture to its results, on real figures. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import { parseCsv } from '#local/samples/csv';
import { book, run, sheet, type Rows } from '#test/support/book';

const read = (path: string): string[][] => parseCsv(readFileSync(new URL(path, import.meta.url), 'utf8'));
const cell = (text: string): Cell => (text === '' ? null : Number.isNaN(Number(text)) ? text : Number(text));

describe('Cần Giuộc 2025', () => {
  const [header, ...lines] = read('../../local/samples/data/can_giuoc_2025_commune.csv');
  const rows: Rows = [
    ['BẢNG CHẤM ĐIỂM CHUYỂN ĐỔI SỐ NĂM 2025'],
    ['Tên đơn vị: Xã Cần Giuộc'],
    header!,
    ...lines.map((line) =>
      line.map((text, column) => (column < 3 || column > 6 ? (text === '' ? null : text) : cell(text))),
    ),
  ];
  const picture = book(sheet('Chấm điểm', rows));
  const result = run(picture);
  const unit = result.groups[0]!.ranking[0]!;

  it('606.27 of 960 verified, 787.84 self', () => {
    expect(unit).toMatchObject({ unit: 'Xã Cần Giuộc', points: 606.27, maximum: 960, status: 'ranked', rank: 1 });
    const self = Object.values(unit.entries).reduce((sum, entry) => sum + Math.round(entry.self! * 100), 0);
    expect(self / 100).toBe(787.84);
  });

  it('six group sums and the 62 differences as in the data', () => {
    const sums: Record<string, number> = {};
    for (const line of lines) {
      const pillar = line[0]!.split('.')[0]!;
      sums[pillar] = Math.round(((sums[pillar] ?? 0) + Number(line[5])) * 100) / 100;
      const entry = unit.entries[line[0]!]!;
      expect(Math.round((entry.self! - entry.verified!) * 100) / 100, line[0]).toBe(Number(line[6]));
    }
    expect(unit.pillars).toEqual(sums);
    expect(Object.keys(unit.entries)).toHaveLength(62);
    expect(unit.entries['4.10']!.official).toBe(10);
    expect(unit.entries['4.20']!.official).toBe(7.57);
  });

  it('says that 960 is not 1,000, and what is not clean in names, and nothing else', () => {
    const ids = new Set(result.findings.map((finding) => finding.id));
    expect([...ids].sort()).toEqual(['framework.total', 'text.invisible']);
    expect(result.findings.find((finding) => finding.id === 'framework.total')).toMatchObject({
      sheet: 'Chấm điểm',
      cell: 'D3',
    });
  });
});

describe('PCI 2015 on 1,000 points, as a matrix with maxima under named headers', () => {
  const [header, ...lines] = read('../golden/pci_2015_on_1000_points.csv');
  const value = (line: string[], name: string): string => line[header!.indexOf(name)]!;
  const names = [
    'Gia nhập',
    'Đất đai',
    'Minh bạch',
    'Thời gian',
    'Phi chính thức',
    'Cạnh tranh',
    'Năng động',
    'Hỗ trợ',
    'Lao động',
    'Pháp lý',
  ];
  const matrix = sheet('Bảng điểm', [
    ['BẢNG ĐIỂM PCI 2015'],
    ['TT', 'Tỉnh', ...names],
    [null, 'Điểm tối đa', 50, 50, 200, 50, 100, 50, 50, 200, 200, 50],
    ...lines.map((line, place): Cell[] => [
      place + 1,
      value(line, 'unit'),
      ...names.map((_, index) => Number(value(line, `p${index + 1}`))),
    ]),
  ]);
  const ranks = (settings: Rows): Record<string, { rank: number | null; points: number | null }> => {
    const result = run(book(matrix, sheet('Thiết lập', settings)));
    expect(result.findings).toEqual([]);
    return Object.fromEntries(
      result.groups[0]!.ranking.map((item) => [item.unit, { rank: item.rank, points: item.points }]),
    );
  };
  const published = (points: string, rank: string) =>
    Object.fromEntries(
      lines.map((line) => [
        value(line, 'unit'),
        { rank: Number(value(line, rank)), points: Number(value(line, points)) },
      ]),
    );

  it('each component rounded', () => {
    expect(ranks([['Làm tròn', 'từng chỉ số']])).toEqual(published('total_components_2dp', 'rank_components_2dp'));
  });

  it('the total rounded once', () => {
    expect(ranks([['Làm tròn', 'tổng']])).toEqual(published('total_once_2dp', 'rank_once_2dp'));
  });

  it('the published ranks come out by unrounded points only', () => {
    const byUnrounded = ranks([
      ['Làm tròn', 'tổng'],
      ['Cơ sở xếp hạng', 'điểm chưa làm tròn'],
    ]);
    expect(Object.fromEntries(Object.entries(byUnrounded).map(([unit, { rank }]) => [unit, rank]))).toEqual(
      Object.fromEntries(lines.map((line) => [value(line, 'unit'), Number(value(line, 'published_rank'))])),
    );
  });
});
