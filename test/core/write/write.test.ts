import { describe, expect, it, vi as vitest } from 'vitest';
import type { Finding } from '#core/check/finding';
import { exact } from '#core/exact/exact';
import type { Picture } from '#core/workbook/picture';
import type { SheetPlan } from '#core/workbook/plan';
import { nameFor, ownSheetNames, STATE_SHEET, userFingerprint, writePlan, type WriteInput } from '#core/write/index';
import { assessment, AT, card, entry, scored, unit } from './fixture';

// The words of findings are proven with the checks; here any will do.
vitest.mock('../../../core/messages/vi/findings.ts', async (actual) => ({
  findings: {
    ...(await actual<typeof import('#core/messages/vi/findings')>()).findings,
    'value.missing.what': 'Thiếu số liệu',
    'value.missing.why': 'Ô trống',
    'value.missing.todo': 'Nhập số liệu',
  },
}));

const NAMES = ['Sở Y tế', 'Sở Nội vụ', 'Sở Tài chính'];

function input(more: Partial<WriteInput> = {}): WriteInput {
  return {
    assessment: assessment(NAMES),
    scored: scored(
      [
        card(0, [30, 20.5, 40]),
        card(1, [10, 20, 30]),
        card(2, [5, 0, 7], { status: 'blocked', points: null, share: null }),
      ],
      [1, 2, null],
    ),
    findings: [],
    notRun: [],
    version: '0.1',
    at: AT,
    language: 'vi',
    existing: ['Số liệu'],
    ...more,
  };
}

function values(sheet: SheetPlan): unknown[][] {
  return sheet.rows.map((row) => row.cells.map((cell) => cell?.value ?? null));
}

function sheetOf(more: Partial<WriteInput>, index: number): SheetPlan {
  const sheet = writePlan(input(more)).sheets[index];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

function finding(more: Partial<Finding> = {}): Finding {
  return {
    id: 'value.missing',
    severity: 'warning',
    at: { sheet: 0, row: 6, column: 2 },
    unit: 'Sở Y tế',
    indicator: '1.10',
    column: 'a',
    value: '',
    message: { id: 'value.missing', args: {} },
    repair: null,
    waived: null,
    ...more,
  };
}

describe('writePlan', () => {
  it('writes the three sheets and the hidden state sheet', () => {
    expect(writePlan(input()).sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ['Xếp hạng', 'visible'],
      ['Chi tiết điểm', 'visible'],
      ['Kiểm tra', 'visible'],
      [STATE_SHEET, 'hidden'],
    ]);
  });

  it('stamps every sheet in column A of the first three rows', () => {
    for (const sheet of writePlan(input()).sheets) {
      const first = values(sheet)
        .slice(0, 3)
        .map((row) => String(row[0]));
      expect(first.some((text) => text.startsWith('Nghìn Điểm · '))).toBe(true);
    }
    expect(values(sheetOf({}, 0))[1]?.[0]).toBe('Nghìn Điểm · Bộ chỉ số thử · Quý III/2026 · 24/11/2026 17:00 · 0.1');
  });

  it('writes findings alone, and keeps the other sheets listed as ours', () => {
    const plan = writePlan(input({ only: 'findings', existing: ['Số liệu', 'Xếp hạng'], ours: ['Xếp hạng'] }));
    expect(plan.sheets.map((sheet) => sheet.name)).toEqual(['Kiểm tra', STATE_SHEET]);
    const listed = values(plan.sheets[1]!).filter((row) => row[0] === 'sheet');
    expect(listed.map((row) => row[1])).toEqual(['Kiểm tra', 'Xếp hạng']);
    // How large the one written is; of the other nothing is known.
    expect(listed.map((row) => String(row[2] ?? '').split(' ')[0])).toEqual(['A1:A4,A5:N5', '']);
  });

  it('writes no ranking where there is no group', () => {
    expect(writePlan(input({ scored: { cards: [], rankings: [] } })).sheets.map((sheet) => sheet.name)).toEqual([
      'Kiểm tra',
      STATE_SHEET,
    ]);
  });

  it('never takes the name of a sheet of the user', () => {
    expect(nameFor('ranking', ['xếp hạng'], [])).toBe('Xếp hạng (Nghìn Điểm)');
    expect(nameFor('ranking', ['Xếp hạng'.normalize('NFD')], [])).toBe('Xếp hạng (Nghìn Điểm)');
    expect(nameFor('ranking', ['Xếp hạng', 'Xếp hạng (Nghìn Điểm)'], [])).toBe('Xếp hạng (Nghìn Điểm 2)');
    expect(nameFor('ranking', ['Xếp hạng', 'Xếp hạng (Nghìn Điểm)'], ['Xếp hạng (Nghìn Điểm)'])).toBe(
      'Xếp hạng (Nghìn Điểm)',
    );
    expect(nameFor('ranking', ['Xếp hạng'], ['Xếp hạng'])).toBe('Xếp hạng');
  });
});

describe('Xếp hạng', () => {
  it('has one header row, pillars with their maxima, and only columns that say something', () => {
    const sheet = sheetOf({}, 0);
    const header = sheet.freeze.rows - 1;
    expect(values(sheet)[header]).toEqual([
      'TT',
      'Hạng',
      'Đơn vị',
      'Hạ tầng số\n(tối đa 60)',
      'Dữ liệu số\n(tối đa 40)',
      'Tổng điểm',
      'Điểm tối đa',
      'Tỷ lệ (%)',
    ]);
    expect(values(sheet)[header + 1]).toEqual([1, 1, 'Sở Y tế', 50.5, 40, 90.5, 100, 90.5]);
    expect(sheet.print).toMatchObject({
      orientation: 'landscape',
      fitToWidth: true,
      repeatRows: { top: header, bottom: header },
    });
  });

  it('shows blocked units last, provisional and marked, and says TẠM TÍNH', () => {
    const sheet = sheetOf({}, 0);
    const row = sheet.freeze.rows + 2;
    expect(values(sheet)[row]).toEqual([3, 'chưa đủ điều kiện xếp hạng', 'Sở Tài chính', 5, 7, 12, 100, null]);
    expect(sheet.styles[sheet.rows[row]!.cells[5]!.style]).toMatchObject({ italic: true, format: '#,##0.00' });
    expect(values(sheet).map((cells) => cells[0])).toContain('TẠM TÍNH – còn 1 đơn vị chưa đủ điều kiện xếp hạng');
    // Blocked units are no bars.
    expect(sheet.charts[0]?.categories).toEqual({
      top: sheet.freeze.rows,
      left: 2,
      bottom: sheet.freeze.rows + 1,
      right: 2,
    });
    expect(sheet.charts[0]?.series.map((series) => series.name)).toEqual(['Hạ tầng số', 'Dữ liệu số']);
  });

  it('adds bonus, penalty, band, missing and the previous period where they are', () => {
    const work = assessment(NAMES);
    work.units[0] = unit(0, 'Sở Y tế', { previousPoints: exact(80), previousRank: 3 });
    const one = card(0, [30, 20, 40], { bonus: exact(2), penalty: exact(5), band: 'Tốt', missing: 1 });
    const sheet = sheetOf({ assessment: work, scored: scored([one, card(1, [1, 1, 1])], [1, 2]) }, 0);
    const header = sheet.freeze.rows - 1;
    expect(values(sheet)[header]?.slice(5)).toEqual([
      'Điểm cộng',
      'Điểm trừ',
      'Tổng điểm',
      'Điểm tối đa',
      'Tỷ lệ (%)',
      'Xếp loại',
      'Thiếu',
      'Điểm kỳ trước',
      'Hạng kỳ trước',
      'Tăng/giảm bậc',
    ]);
    expect(values(sheet)[header + 1]?.slice(5)).toEqual([2, 5, 90, 100, 90, 'Tốt', 1, 80, 3, 2]);
  });

  it('freezes and repeats no header where the blocks differ', () => {
    const work = assessment(NAMES);
    work.groups = [
      { index: 0, name: 'A', set: 0, units: [0] },
      { index: 1, name: 'B', set: 1, units: [1] },
    ];
    const other = { ...work.sets[0]!, title: 'Bộ khác', pillars: work.sets[0]!.pillars.slice(1) };
    work.sets = [work.sets[0]!, other];
    const one = scored([card(0, [1, 2, 3])], [1]).rankings[0]!;
    const two = { ...scored([card(1, [1, 2, 3])], [1]).rankings[0]!, group: 1 };
    const sheet = sheetOf({ assessment: work, scored: { cards: [], rankings: [one, two] } }, 0);
    expect(sheet.freeze.rows).toBe(0);
    expect(sheet.print?.repeatRows).toBeNull();
    expect(sheet.charts).toHaveLength(2);
    // Charts lie on empty rows.
    for (const { anchor } of sheet.charts) {
      for (let row = anchor.top; row <= anchor.bottom; row += 1) expect(sheet.rows[row]?.cells).toEqual([]);
    }
  });

  it('never repeats the frozen head through a merge that crosses it, and fits the page', () => {
    const sheet = sheetOf({}, 0);
    for (const merge of sheet.merges) expect(merge.top).toBe(merge.bottom);
    expect(sheet.widths.reduce((total, width) => total + width, 0)).toBeLessThanOrEqual(145);
  });
});

describe('Chi tiết điểm', () => {
  it('has one row a unit where there is one source', () => {
    const sheet = sheetOf({}, 1);
    const top = sheet.freeze.rows - 3;
    expect(values(sheet)[top]).toEqual(['TT', 'Đơn vị', 'Loại điểm', '1', '1.1', '1.2', '2', 'Tổng điểm']);
    expect(values(sheet)[top + 2]).toEqual([null, 'Điểm tối đa', null, 60, 30, 30, 40, 100]);
    expect(values(sheet)[top + 3]).toEqual([1, 'Sở Y tế', 'Điểm chính thức', 50.5, 30, 20.5, 40, 90.5]);
    expect(values(sheet)).toHaveLength(sheet.freeze.rows + 3);
    expect(sheet.merges).toEqual([]);
  });

  it('shows self, verified, official and the difference, and why there are no points', () => {
    const one = card(0, [30, 20, 40], { selfTotal: exact(95) });
    one.entries = [
      entry(0, 30, { self: exact(30), verified: exact(25), official: exact(25) }),
      entry(1, 30, { state: 'dropped' }),
      entry(2, 40, { state: 'missing', official: exact(0) }),
    ];
    const sheet = sheetOf({ scored: scored([one], [1]) }, 1);
    const rows = values(sheet).slice(sheet.freeze.rows);
    expect(rows.map((row) => row[2])).toEqual(['Điểm tự chấm', 'Điểm thẩm định', 'Điểm chính thức', 'Chênh lệch']);
    expect(rows[2]?.slice(4, 7)).toEqual([25, 'loại', 0]);
    expect(rows[3]?.slice(3, 5)).toEqual([5, 5]);
    expect(rows[3]?.at(-1)).toBe(5);
  });
});

describe('Kiểm tra', () => {
  it('says so where there is nothing', () => {
    const sheet = sheetOf({}, 2);
    expect(values(sheet).map((row) => row[0])).toContain('Không có vấn đề nào.');
    expect(sheet.filter).toBeNull();
  });

  it('links to the cell, strikes out what is waived and keeps the waiver', () => {
    const waived = finding({ waived: { by: 'Bà A', reason: 'Đã đối chiếu' } });
    const sheet = sheetOf(
      { findings: [finding(), waived], notRun: [{ id: 'row.hidden', why: { id: 'sheet.none', args: {} } }] },
      2,
    );
    const header = sheet.freeze.rows - 1;
    expect(values(sheet)[header]).toEqual([
      'TT',
      'Mức',
      'Mã kiểm tra',
      'Trang tính',
      'Ô',
      'Đơn vị',
      'Chỉ số',
      'Cột',
      'Giá trị',
      'Vấn đề',
      'Vì sao',
      'Cách xử lý',
      'Lý do chấp nhận',
      'Người quyết định',
    ]);
    const [first, second] = sheet.rows.slice(header + 1);
    expect(first?.cells[4]).toMatchObject({ value: 'C7', link: { sheet: 'Số liệu', cell: 'C7' } });
    expect(first?.cells[2]?.value).toMatch(/^KT-\d\d [^.]+$/);
    expect(first?.cells[6]?.value).toBe('1.10');
    expect(first?.cells.slice(9, 12).map((cell) => cell?.value)).toEqual(['Thiếu số liệu', 'Ô trống', 'Nhập số liệu']);
    expect(sheet.styles[first!.cells[6]!.style]?.format).toBe('@');
    expect(sheet.styles[second!.cells[9]!.style]?.strike).toBe(true);
    expect(second?.cells.slice(12).map((cell) => cell?.value)).toEqual(['Đã đối chiếu', 'Bà A']);
    expect(values(sheet)[2]?.[0]).toBe('0 lỗi · 1 cảnh báo · 0 ghi chú · 1 đã chấp nhận');
    expect(sheet.filter).toEqual({ top: header, left: 0, bottom: header + 2, right: 13 });
    expect(values(sheet).at(-1)?.[0]).toBe('KT-49 Dòng ẩn vẫn được tính: Không có vấn đề nào.');
  });

  it('has the English headers', () => {
    const sheet = sheetOf({ language: 'en' }, 2);
    expect(values(sheet)[sheet.freeze.rows - 1]).toEqual([
      'No.',
      'Severity',
      'Check',
      'Sheet',
      'Cell',
      'Unit',
      'Indicator',
      'Column',
      'Value',
      'Problem',
      'Why',
      'What to do',
      'Reason for accepting',
      'Decided by',
    ]);
  });
});

describe('the state sheet', () => {
  function asPicture(sheets: SheetPlan[]): Picture {
    return {
      sheets: sheets.map((sheet) => ({
        name: sheet.name,
        visibility: sheet.visibility,
        merges: [],
        hiddenRowsKnown: true,
        rows: values(sheet).map((cells, index) => ({ index, cells: cells as (string | number | null)[] })),
      })),
    };
  }

  it('makes our sheets known again, and no others', () => {
    const picture = asPicture(writePlan(input()).sheets);
    expect(ownSheetNames(picture)).toEqual(['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra']);
    picture.sheets[0]!.rows = [{ index: 0, cells: ['của tôi'] }];
    expect(ownSheetNames(picture)).toEqual(['Chi tiết điểm', 'Kiểm tra']);
    expect(ownSheetNames({ sheets: picture.sheets.slice(0, 3) })).toEqual([]);
  });

  it("prints the user's cells only", () => {
    const picture = assessment(NAMES).picture;
    const more = { sheets: [...picture.sheets, ...asPicture(writePlan(input()).sheets).sheets] };
    expect(userFingerprint(more)).toBe(userFingerprint(picture));
    const edited = { sheets: [{ ...picture.sheets[0]!, rows: [{ index: 0, cells: ['Đơn vị', 2] }] }] };
    expect(userFingerprint(edited)).not.toBe(userFingerprint(picture));
  });
});

describe('size', () => {
  it('plans 3,321 units in a moment', () => {
    const names = Array.from({ length: 3321 }, (_, index) => `Xã ${index}`);
    const cards = names.map((_, index) => card(index, [1, 2, 3]));
    const started = performance.now();
    const plan = writePlan(
      input({
        assessment: assessment(names),
        scored: scored(
          cards,
          names.map(() => 1),
        ),
      }),
    );
    expect(performance.now() - started).toBeLessThan(2000);
    expect(plan.sheets[0]?.charts[0]?.categories.bottom).toBe((plan.sheets[0]?.freeze.rows ?? 0) + 99);
  });
});
