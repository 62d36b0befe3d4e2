/** Periods in headers, settings that name nothing, lists and sheets that say less than they seem to: nothing of it goes unsaid. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import type { Picture, SheetPicture } from '#core/workbook/picture';
import { book, found, ranking, run, sheet, type Rows } from '#test/support/book';

const points = (picture: Picture): Record<string, unknown> =>
  Object.fromEntries(Object.entries(ranking(picture)).map(([unit, [value]]) => [unit, value]));
const form = (unit: string, heads: string[], one: Cell[], two: Cell[], ...lines: Rows): SheetPicture =>
  sheet(unit, [
    [`Tên đơn vị: Xã ${unit}`],
    ...lines,
    ['Mã', 'Chỉ số', 'Điểm tối đa', ...heads],
    ['1', 'Một cửa', 600, ...one],
    ['2', 'Hồ sơ', 400, ...two],
  ]);
const settings = (...rows: Rows): SheetPicture => sheet('Thiết lập', [...rows, ['Số chữ số thập phân', 2]]);
const MATRIX = sheet('Bảng điểm', [
  ['TT', 'Đơn vị', '1.1', '1.2'],
  [null, 'Điểm tối đa', 600, 400],
  [1, 'Xã A', 500, 300],
  [2, 'Xã B', 450, 390],
]);

describe('a column of another period', () => {
  it.each([
    ['Kỳ báo cáo: Năm 2026', 'Điểm thẩm định năm 2025'],
    ['Kỳ báo cáo: Quý III/2026', 'Điểm thẩm định quý II/2026'],
  ])('%s, %s: told, never in the place of this one', (line, head) => {
    const picture = book(form('A', ['Điểm tự chấm', head], [550, 500], [330, 300], [line]));
    expect(found(picture)).toEqual(['column.unread A!E3']);
    expect(points(picture)).toEqual({ 'Xã A': null });
  });

  it('a year is whose quarter it is', () => {
    const picture = book(form('A', ['Điểm thẩm định năm 2026'], [500], [300], ['Kỳ báo cáo: Quý III/2026']));
    expect(found(picture)).toEqual([]);
    expect(points(picture)).toEqual({ 'Xã A': 800 });
  });

  it.each([
    ['năm 2025', 'năm 2026'],
    ['quý II/2026', 'quý III/2026'],
  ])('%s in one form, %s in the other', (before, now) => {
    const picture = book(
      form('A', [`Điểm thẩm định ${before}`], [500], [300]),
      form('B', [`Điểm thẩm định ${now}`], [450], [310]),
    );
    expect(found(picture)).toContain('column.unread A!D2');
    expect(points(picture)['Xã B']).toBe(760);
    expect(points(picture)['Xã A'] ?? null).toBeNull();
  });

  it('this year’s is still empty: last year’s never counts', () => {
    const picture = book(
      form(
        'A',
        ['Điểm tự chấm', 'Điểm thẩm định năm 2025', 'Điểm thẩm định năm 2026'],
        [550, 500, null],
        [350, 300, null],
      ),
    );
    expect(points(picture)).toEqual({ 'Xã A': 900 });
  });
});

describe('Cột điểm chính thức', () => {
  const ROUND = 'Điểm thẩm định (lần 2)';

  it('a form without that column is told where another stands in its place', () => {
    const picture = book(
      form('A', ['Điểm thẩm định (lần 1)', ROUND], [500, 400], [300, 200]),
      form('B', ['Điểm thẩm định (lần 1)'], [450], [350]),
      settings(['Cột điểm chính thức', ROUND]),
    );
    expect(found(picture)).toEqual(['column.several B!D2']);
    expect(points(picture)).toEqual({ 'Xã A': 600, 'Xã B': null });
  });

  it('a form with self-assessed points alone waits for them', () => {
    const picture = book(
      form('A', ['Điểm thẩm định (lần 1)', ROUND], [500, 400], [300, 200]),
      form('B', ['Điểm tự chấm'], [450], [350]),
      settings(['Cột điểm chính thức', ROUND]),
    );
    expect(found(picture)).toEqual([]);
    expect(points(picture)).toEqual({ 'Xã A': 600, 'Xã B': 800 });
  });

  it('no table has it', () => {
    const picture = book(form('A', ['Điểm thẩm định'], [500], [300]), settings(['Cột điểm chính thức', 'Điểm chốt']));
    expect(found(picture)).toEqual(['settings.invalid Thiết lập!B1']);
    expect(run(picture).findings[0]!.message).toContain('“Điểm chốt”');
  });
});

describe('settings', () => {
  it('one key twice: the first holds, the other is told; equal ones say nothing', () => {
    const twice = (value: string): Picture =>
      book(MATRIX, settings(['Xếp loại', 'Tốt >= 90%; Khá'], ['Xếp loại', value]));
    expect(found(twice('A >= 10%; B'))).toEqual(['settings.invalid Thiết lập!B2']);
    expect(found(twice('Tốt >= 90%; Khá'))).toEqual([]);
  });

  it.each(['1. Thiếu số liệu: chặn', '- Thiếu số liệu: chặn', '• Thiếu số liệu : chặn'])('%s', (line) => {
    const picture = book(
      sheet('Bảng điểm', [
        [line],
        ['TT', 'Đơn vị', '1.1', '1.2'],
        [null, 'Điểm tối đa', 600, 400],
        [1, 'Xã A', null, 300],
      ]),
    );
    expect(run(picture).groups[0]!.ranking[0]!.status).toBe('blocked');
  });
});

describe('who is ranked', () => {
  const list = (said: Cell, head = 'Xếp hạng'): Picture =>
    book(
      sheet('Đơn vị', [
        ['TT', 'Tên đơn vị', 'Nhóm', head],
        [1, 'Xã A', 'Xã', 'Có'],
        [2, 'Xã B', 'Xã', said],
      ]),
      MATRIX,
    );
  const status = (picture: Picture): string =>
    run(picture)
      .groups.flatMap((group) => group.ranking)
      .find(({ unit }) => unit === 'Xã B')!.status;

  it.each<[Cell, string?]>([['Không'], ['không xếp hạng'], ['K'], ['Ko'], [0], ['Không', 'Tham gia xếp hạng']])(
    '%s: not ranked',
    (said, head) => {
      expect(status(list(said, head))).toBe('unranked');
      expect(found(list(said, head))).toEqual([]);
    },
  );

  it.each<[Cell]>([['Có'], ['x'], [null], [3], ['Hạng 2'], ['II'], ['Tốt']])('%s: ranked', (said) => {
    expect(status(list(said))).toBe('ranked');
    expect(found(list(said))).toEqual([]);
  });

  it('what says neither is told', () => {
    expect(found(list('xem xét sau'))).toEqual(['settings.invalid Đơn vị!D3']);
  });
});

describe('a sheet that nobody read, where no list says who is missing', () => {
  it('the indicators’ codes over figures', () => {
    const picture = book(
      MATRIX,
      sheet('Cụm 2', [
        ['TT', 'Nơi chấm', '1.1', '1.2'],
        [1, 'Xã C', 590, 390],
        [2, 'Xã D', 400, 300],
        [3, 'Xã E', 410, 310],
      ]),
    );
    const told = run(picture).findings.find(({ id }) => id === 'table.unread')!;
    expect([told.severity, told.sheet, told.cell]).toEqual(['error', 'Cụm 2', 'A1']);
  });

  it('a form with a header of its own', () => {
    const odd = form('B', ['Điểm thẩm định'], [450], [350]);
    odd.rows[1]!.cells[2] = 'Điểm trần';
    const told = run(book(form('A', ['Điểm thẩm định'], [500], [300]), odd)).findings.find(
      ({ id }) => id === 'table.unread',
    )!;
    expect([told.severity, told.sheet]).toEqual(['error', 'B']);
  });
});
