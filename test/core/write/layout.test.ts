/** What a page shows of long names, several groups, and findings: nothing overlaps, nothing is in keys. */
import { describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import type { SheetPlan } from '#core/workbook/plan';
import { book, sheet, type Rows } from '#test/support/book';
import { DATA, SET, workbook } from '#test/workbooks/base';

const LONG = 'Ban Quản lý các Khu công nghiệp, Khu kinh tế và Khu công nghệ cao tỉnh Đồng Nai';

function sheets(language: 'vi' | 'en' = 'vi'): Record<'ranking' | 'details' | 'findings', SheetPlan> {
  const data: Rows = DATA.map((row) => row.map((cell) => (cell === 'Sở Y tế' ? LONG : cell)));
  data[4]![5] = 20;
  const units = [
    ['Tên đơn vị', 'Nhóm', 'Hạng kỳ trước'],
    [LONG, 'Khối I', 1],
    ['Sở Nội vụ', 'Khối I', 2],
    ['Sở Công Thương', 'Khối II', null],
  ];
  const { plan } = scoreWorkbook(book(sheet('Bộ chỉ số', SET), sheet('Đơn vị', units), sheet('Số liệu', data)), {
    language,
    at: '2026-11-24T17:00:00+07:00',
    version: 'test',
  });
  const [ranking, details, findings] = plan.sheets as [SheetPlan, SheetPlan, SheetPlan];
  return { ranking, details, findings };
}

const rowOf = (plan: SheetPlan, text: string, column: number): number =>
  plan.rows.findIndex((row) => row.cells[column]?.value === text);

describe('Chi tiết điểm', () => {
  const { details } = sheets();
  it('gives a long name the height it needs, and keeps its repeats on one line', () => {
    const at = rowOf(details, LONG, 1);
    expect(details.rows[at]!.height).toBeGreaterThanOrEqual(45);
    const again = details.rows[at + 1]!.cells[1]!;
    expect(again.value).toBe(LONG);
    expect(details.styles[again.style]!.wrap).toBeUndefined();
    expect(details.rows[rowOf(details, 'Sở Nội vụ', 1)]!.height).toBeUndefined();
  });
  it('begins each group on a page of its own', () => {
    const second = details.rows.findIndex((row) => String(row.cells[0]?.value).startsWith('Nhóm: Khối II'));
    expect(details.print!.breaks).toEqual([second - 1]);
  });
});

it('Xếp hạng: the header is as high as its texts need in the width that all blocks share', () => {
  const { ranking } = sheets();
  const headers = ranking.rows.filter((row) => row.cells[0]?.value === 'TT');
  expect(headers).toHaveLength(2);
  for (const { height } of headers) expect(height).toBeLessThanOrEqual(48);
});

it('Kiểm tra: a paragraph in a cell is kept whole as the value, shortened in words, and never in the text format', () => {
  const paragraph = 'Báo cáo kết quả thực hiện nhiệm vụ chuyển đổi số. '.repeat(40).trim();
  const { plan } = scoreWorkbook(workbook({ data: { C5: paragraph } }), {
    language: 'vi',
    at: '2026-11-24T17:00:00+07:00',
    version: 'test',
  });
  const findings = plan.sheets[2]!;
  const row = findings.rows.find((one) => one.cells[2]?.value === 'KT-05 Số liệu không phải là số')!;
  expect(row.cells[8]!.value).toBe(paragraph);
  expect(findings.styles[row.cells[8]!.style]!.format).toBeUndefined();
  expect(String(row.cells[9]!.value).length).toBeLessThan(300);
  expect(row.height).toBeLessThan(150);
});

it('Kiểm tra names columns in words of the reader', () => {
  const columnOf = (plan: SheetPlan, header: string): (string | number | boolean | null)[] => {
    const top = plan.rows.findIndex((row) => row.cells.some((cell) => cell?.value === header));
    const column = plan.rows[top]!.cells.findIndex((cell) => cell?.value === header);
    return plan.rows.slice(top + 1).map((row) => row.cells[column]?.value ?? null);
  };
  expect(columnOf(sheets().findings, 'Cột')).toContain('Điểm tự chấm');
  expect(columnOf(sheets('en').findings, 'Column')).toContain('Self-assessed points');
});

describe('Xếp hạng says how equals were told apart', () => {
  const notes = (settings: Rows, verified: [number, number][]): string => {
    const set = [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ['1', 'Một', 500, 'Chấm điểm'],
      ['2', 'Hai', 500, 'Chấm điểm'],
    ];
    const data = verified.flatMap(([one, two], index) => [
      [`Xã ${index + 1}`, '1', one],
      [`Xã ${index + 1}`, '2', two],
    ]);
    const { plan } = scoreWorkbook(
      book(
        sheet('Bộ chỉ số', set),
        sheet('Số liệu', [['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'], ...data]),
        sheet('Thiết lập', settings),
      ),
      { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' },
    );
    return plan.sheets[0]!.rows.slice(0, 6)
      .map((row) => String(row.cells[0]?.value ?? ''))
      .join('\n');
  };
  const alike: [number, number][] = [
    [300, 200],
    [200, 300],
  ];
  it('by name only where nothing else tells them apart', () => {
    expect(notes([['Đồng hạng', 1234]], alike)).toContain('theo thứ tự tên');
    const broken = notes(
      [
        ['Đồng hạng', 1234],
        ['Tiêu chí phụ', '2; 1'],
      ],
      alike,
    );
    expect(broken).not.toContain('theo thứ tự tên');
    expect(broken).toContain('tiêu chí phụ theo thứ tự: 2; 1');
  });
  it('not by name where the unrounded figure decides', () => {
    const close: [number, number][] = [
      [300.001, 200],
      [300.002, 200],
    ];
    const settings = [
      ['Đồng hạng', 1234],
      ['Cơ sở xếp hạng', 'điểm chưa làm tròn'],
    ];
    expect(notes(settings, close)).not.toContain('theo thứ tự tên');
  });
});

describe('a matrix of forty indicators without pillars', () => {
  const names = Array.from({ length: 40 }, (_, index) => `Tiêu chí thứ ${index + 1} về chuyển đổi số`);
  const rows: Rows = [
    ['TT', 'Đơn vị', ...names],
    [null, 'Điểm tối đa', ...names.map(() => 25)],
    ...['Xã A', 'Xã B'].map((unit, at) => [at + 1, unit, ...names.map((_, index) => 10 + at + (index % 7))]),
  ];
  const { plan } = scoreWorkbook(book(sheet('Bảng điểm', rows)), {
    language: 'vi',
    at: '2026-11-24T17:00:00+07:00',
    version: 'test',
  });
  it('is printed over pages side by side, each with the names, and its chart stays on one', () => {
    const [ranking] = plan.sheets as [SheetPlan];
    expect(ranking.print).toMatchObject({ fitToWidth: false, repeatColumns: 3 });
    const { anchor } = ranking.charts[0]!;
    const width = ranking.widths.slice(0, anchor.right + 1).reduce((sum, one) => sum + one, 0);
    expect(width).toBeLessThanOrEqual(161);
    expect(width).toBeGreaterThan(130);
  });
});
