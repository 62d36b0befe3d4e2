/** What was really published: national ranks with their tie, and workbooks as people publish them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '#local/samples/csv';
import { book, run, sheet } from '#test/support/book';
import { readWorkbook } from '#xlsx/index';

const golden = (name: string): string[][] =>
  parseCsv(readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8')).slice(1);

describe('DTI 2022', () => {
  it('63 ranks, 15-15-17 among them, whatever the order of the rows', () => {
    const ranks = golden('dti_2022_published_ranks.csv').map(([rank, unit]) => ({ rank: Number(rank), unit: unit! }));
    // The totals of all 63 are not public: any that fall with the published rank must give it back.
    const rows = ranks.map(({ rank, unit }, place) => [place + 1, unit, 100 - rank]);
    for (const order of [rows, [...rows].reverse()]) {
      const { groups, findings } = run(
        book(sheet('Bảng điểm', [['TT', 'Tỉnh', 'Chỉ số DTI'], [null, 'Điểm tối đa', 100], ...order])),
      );
      // Nothing declares the total of 100, so 1,000 holds (docs/contract.md#index-sets) and the difference is said.
      expect(findings.map(({ id, cell }) => `${id} ${cell}`)).toEqual(['framework.total B2']);
      const got = Object.fromEntries(groups[0]!.ranking.map((unit) => [unit.unit, unit.rank]));
      expect(got).toEqual(Object.fromEntries(ranks.map(({ rank, unit }) => [unit, rank])));
      expect(groups[0]!.ranking.slice(14, 17).map((unit) => unit.rank)).toEqual([15, 15, 17]);
    }
  });

  it('the totals of the five published rows, within their rounding', () => {
    const weights = [100, 100, 100, 100, 100, 200, 150, 150];
    const rows = golden('dti_2022_published_pillars_top5.csv');
    const names = [
      'Nhận thức số',
      'Thể chế số',
      'Hạ tầng số',
      'Nhân lực số',
      'An toàn',
      'Chính quyền số',
      'Kinh tế số',
      'Xã hội số',
    ];
    const picture = book(
      sheet('Bảng điểm', [
        ['TT', 'Tỉnh', ...names],
        [null, 'Điểm tối đa', ...weights],
        ...rows.map((row) => [
          Number(row[0]),
          row[1]!,
          ...weights.map((weight, place) => Math.round(Number(row[place + 2]) * weight * 10_000) / 10_000),
        ]),
      ]),
      sheet('Thiết lập', [
        ['Số chữ số thập phân', 4],
        ['Làm tròn', 'tổng'],
      ]),
    );
    const { groups } = run(picture);
    for (const row of rows) {
      const unit = groups[0]!.ranking.find((item) => item.unit === row[1])!;
      expect(unit.points! / 1000).toBeCloseTo(Number(row[11]), 6);
      // The index is published at four decimals, from indices that were rounded to four.
      expect(Math.abs(unit.points! / 1000 - Number(row[10]))).toBeLessThanOrEqual(0.0001);
      expect(unit.rank).toBe(Number(row[0]));
    }
  });
});

describe('official workbooks as they were published', () => {
  const result = (name: string) => {
    const { picture } = readWorkbook(readFileSync(new URL(`../real/${name}`, import.meta.url)));
    return { picture, result: run(picture) };
  };

  it.each(['pci2015.xlsx', 'papi2011_2016.xlsx'])(
    '%s: raw figures are no points, nothing is scored, and the reason is said',
    (name) => {
      const { groups, findings } = result(name).result;
      expect(groups).toEqual([]);
      expect(findings.map((finding) => finding.id)).toContain('framework.none');
    },
  );

  it('what is not understood of pci2015.xlsx is said at its cell, not by the hundred', () => {
    const { findings } = result('pci2015.xlsx').result;
    expect(findings.filter((finding) => finding.id === 'row.stray').every((finding) => finding.cell !== null)).toBe(
      true,
    );
    expect(findings.length).toBeLessThan(30);
  });

  it.each(['pci2015.xlsx', 'papi2011_2016.xlsx'])(
    '%s beside an index set: its sheets are read, and none of its units is ranked by a raw figure',
    (name) => {
      const { picture } = result(name);
      const set = sheet('Bộ chỉ số', [
        ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
        ['1', 'Một', 10, 'Chấm điểm'],
        ['2', 'Hai', 10, 'Chấm điểm'],
      ]);
      const { groups } = run(book(...picture.sheets, set));
      for (const unit of groups.flatMap((group) => group.ranking)) expect(unit.points ?? 0, unit.unit).toBe(0);
      const names = groups.flatMap((group) => group.ranking.map((unit) => unit.unit));
      expect(names.filter((unit) => /^(median|min|max|trung vị|điểm cao nhất)$/i.test(unit))).toEqual([]);
    },
  );
});
