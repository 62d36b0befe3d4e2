/** Groups of units in unit lists, and "Cụm 1" in rows of its own of any table: they hold for the units below, or it is told. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import type { Area, Picture } from '#core/workbook/picture';
import { book, found, run, sheet, type Rows } from '#test/support/book';

const SET = sheet('Bộ chỉ số', [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
  ['1', 'Một cửa', 600],
  ['2', 'Hồ sơ', 400],
]);
const [A, B, C, D] = ['Xã A', 'Xã B', 'Xã C', 'Xã D'] as const;
const UNITS = [A, B, C, D];
const pointsOf = (units: readonly string[]): Rows =>
  units.flatMap((unit, at): Rows => ['1', '2'].map((code) => [unit, code, 100 + at]));
const LONG = ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'];
const list = (rows: Rows, merges: Area[] = [], units: readonly string[] = UNITS): Picture =>
  book(SET, sheet('Đơn vị', rows, { merges }), sheet('Số liệu', [LONG, ...pointsOf(units)]));
const groupsOf = (picture: Picture) =>
  Object.fromEntries(run(picture).groups.map(({ name, ranking }) => [name, ranking.map(({ unit }) => unit).sort()]));
const BLOCKS = { 'Cụm 1': [A, B], 'Cụm 2': [C, D] };
const [C1, C2] = ['Cụm 1', 'Cụm 2'];
const down = (column: number, ...spans: [number, number][]): Area[] =>
  spans.map(([top, bottom]) => ({ top, bottom, left: column, right: column }));

describe('a list with the column Nhóm', () => {
  const head = ['TT', 'Tên đơn vị', 'Nhóm'];
  const rows = (...groups: (string | null)[]): Rows => [head, ...UNITS.map((unit, at) => [at + 1, unit, groups[at]])];

  it('written once a block, in the first row or merged over it', () => {
    const once = rows(C1, null, C2, null);
    expect(groupsOf(list(once))).toEqual(BLOCKS);
    expect(found(list(once))).toEqual([]);
    expect(groupsOf(list(once, down(2, [1, 2], [3, 4])))).toEqual(BLOCKS);
  });

  it.each<[string, Picture, string[]]>([
    ['the first is left out', list(rows(null, C1, C2, C2)), ['B2']],
    ['the last among full rows', list(rows(C1, C1, C2, null)), ['B5']],
    ['one among full rows', list(rows(C1, null, C1, C2)), ['B3']],
    ['one where groups take turns', list(rows(C1, C2, null, C1)), ['B4']],
    ['one below a merged block', list(rows(C1, null, C2, null), down(2, [1, 2])), ['B5']],
    ['all but one', list(rows(null, null, null, C2)), ['B2', 'B3', 'B4']],
  ])('%s: it is told', (_, picture, cells) => {
    expect(found(picture).filter((one) => !one.startsWith('cell.merged'))).toEqual(
      cells.map((cell) => `unit.unknown Đơn vị!${cell}`),
    );
    expect(run(picture).findings.find(({ id }) => id === 'unit.unknown')!.severity).toBe('warning');
  });

  it('nobody has a group, or only one that is not ranked has none: nothing is told', () => {
    expect(found(list(rows()))).toEqual([]);
    const ranked = rows(C1, C1, C2, null).map((row, at) => [...row, ['Xếp hạng', null, null, null, 'Không'][at]]);
    expect(found(list(ranked))).toEqual([]);
  });

  it('units of another set are ranked apart anyway', () => {
    const other = sheet('Bộ sở', [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ['S1', 'Thể chế', 1000],
    ]);
    const picture = list([...rows(C1, C1, C2, C2), [5, 'Sở Y tế', null]]);
    picture.sheets.push(other, sheet('Số liệu sở', [LONG, ['Sở Y tế', 'S1', 900]]));
    expect(found(picture)).toEqual([]);
  });
});

describe('a list with rows of groups', () => {
  const head = ['TT', 'Tên đơn vị', 'Nhóm'];
  const numbered = (one: Rows[number], two: Rows[number]): Rows => [head, one, [1, A], [2, B], two, [3, C], [4, D]];
  const coded = (one: Rows[number], two: Rows[number]): Rows => [
    ['Mã đơn vị', 'Tên đơn vị'],
    one,
    ['M1', A],
    ['M2', B],
    two,
    ['M3', C],
    ['M4', D],
  ];
  it.each<[string, Rows]>([
    ['in the column Nhóm', numbered([null, null, C1], [null, null, C2])],
    ['in the name, while TT counts on', numbered([null, C1], [null, C2])],
    ['with a colon', numbered([null, 'Cụm 1:'], [null, 'Cụm 2:'])],
    ['in TT', numbered([C1], [C2])],
    ['beside a numeral', numbered(['I', C1], ['II', C2])],
    ['under a heading of several', [head, ['A', 'Khối xã'], ...numbered([null, C1], [null, C2]).slice(1)]],
    ['beside Mã đơn vị', coded([null, C1], [null, C2])],
    ['in a list without TT', [['Tên đơn vị', 'Nhóm'], [C1], [A], [B], [C2], [C], [D]]],
    ['in a column Nhóm before the names', [['Nhóm', 'Tên đơn vị'], [C1], ['', A], ['', B], [C2], ['', C], ['', D]]],
  ])('%s', (_, rows) => {
    expect(groupsOf(list(rows))).toEqual(BLOCKS);
    expect(found(list(rows))).toEqual([]);
  });

  it('of any words, once they stand over the first unit', () => {
    const picture = list(numbered([null, 'Miền núi'], [null, 'Đồng bằng']));
    expect(groupsOf(picture)).toEqual({ 'Miền núi': [A, B], 'Đồng bằng': [C, D] });
    expect(groupsOf(list(numbered([null, 'Miền núi'], [null, 'tỉnh Đồng Nai'])))).toEqual({ 'Miền núi': UNITS });
  });

  it('that begin below the first units, or end where cells begin: it is told', () => {
    const late = list([head, [1, A], [2, B], [null, C2], [3, C], [4, D]]);
    expect(found(late)).toEqual(['unit.unknown Đơn vị!B2', 'unit.unknown Đơn vị!B3']);
    const mixed = list([['Nhóm', 'Tên đơn vị'], [C1], ['', A], ['', B], [C2, C], ['', D]]);
    expect(found(mixed)).toEqual(['unit.unknown Đơn vị!B6']);
  });

  const BLOC = ['Khối Đảng', 'Khối Đoàn thể', 'Khối Nhà nước'];
  it.each<[string, Rows]>([
    ['numbered', [head, ...BLOC.map((name, at) => [at + 1, name])]],
    ['with a column Nhóm that is empty', [['Tên đơn vị', 'Nhóm'], ...BLOC.map((name) => [name])]],
    ['with a group once', [['Tên đơn vị', 'Nhóm'], ...BLOC.map((name, at) => [name, at === 0 ? 'Cấp tỉnh' : null])]],
    [
      'where one lacks its code',
      [['Mã đơn vị', 'Tên đơn vị'], ...BLOC.map((name, at) => [at === 1 ? '' : `M${at}`, name])],
    ],
  ])('units called Khối are no groups: %s', (_, rows) => {
    expect(Object.values(groupsOf(list(rows, [], BLOC)))).toEqual([[...BLOC].sort()]);
    expect(found(list(rows, [], BLOC))).toEqual([]);
  });
});

describe('a matrix without a column Cụm', () => {
  const points: Record<string, Cell[]> = { [A]: [100, 200], [B]: [101, 201], [C]: [102, 202], [D]: [103, 203] };
  const of = (unit: string, number?: number): Rows[number] =>
    number === undefined ? [unit, ...points[unit]!] : [number, unit, ...points[unit]!];
  const numbered = (one: Rows[number], two: Rows[number]): Picture =>
    book(
      sheet('Bảng điểm', [
        ['TT', 'Đơn vị', '1', '2'],
        [null, 'Điểm tối đa', 600, 400],
        one,
        of(A, 1),
        of(B, 2),
        two,
        of(C, 3),
        of(D, 4),
      ]),
    );
  const plain = (...rows: Rows): Picture =>
    book(sheet('Bảng điểm', [['Đơn vị', '1', '2'], ['Điểm tối đa', 600, 400], ...rows]));
  it.each<[string, Picture]>([
    ['while TT counts on', numbered([null, C1], [null, C2])],
    ['in TT', numbered([C1], [C2])],
    ['with the sums of its units', numbered([null, C1, 201, 401], [null, C2, 205, 405])],
    ['without TT', plain([C1], of(A), of(B), [C2], of(C), of(D))],
    ['without TT, with means', plain([C1, 100.5, 200.5], of(A), of(B), [C2, 102.5, 202.5], of(C), of(D))],
    ['without TT, below blank rows', plain([C1], of(A), of(B), [], [C2], of(C), of(D))],
  ])('rows of groups %s', (_, picture) => {
    expect(groupsOf(picture)).toEqual(BLOCKS);
    expect(found(picture)).toEqual([]);
  });

  it('with sums that are those of the group above, too', () => {
    const picture = numbered([null, C1, 201, 401], [null, C2, 201, 401]);
    const rows = picture.sheets[0]!.rows;
    rows[6]!.cells.splice(2, 2, 100, 200);
    rows[7]!.cells.splice(2, 2, 101, 201);
    expect(groupsOf(picture)).toEqual(BLOCKS);
    expect(found(picture)).toEqual([]);
  });

  it('other words for groups', () => {
    const named = (one: string, two: string) => groupsOf(plain([one], of(A), of(B), [two], of(C), of(D)));
    for (const [one, two] of [
      ['Khối sở', 'Khối xã'],
      ['Các phường', 'Các xã'],
      ['Sở và ban, ngành', 'Xã, phường'],
      ['Khu vực I', 'Khu vực II'],
      ['cum 1', 'cum 2'],
      ['Bảng A', 'Bảng B'],
    ] as const)
      expect(named(one, two)).toEqual({ [one]: [A, B], [two]: [C, D] });
  });

  it('begin below the first units: it is told', () => {
    const cells = ['unit.unknown Bảng điểm!A3', 'unit.unknown Bảng điểm!A4'];
    expect(found(plain(of(A), of(B), [C2], of(C), of(D)))).toEqual(cells);
    expect(found(plain(of(A), of(B), ['II. Khối xã'], of(C), of(D)))).toEqual(cells);
  });

  it.each<[string, Picture, string[]]>([
    ['units called Cụm, one without points', plain([C1, 1, 2], [C2], ['Cụm 3', 3, 4]), [C1, C2, 'Cụm 3']],
    ['points that are no sums', plain(['Cụm công nghiệp', 300, 300], of(A), of(B)), ['Cụm công nghiệp', A, B]],
    ['names with other marks', plain(of(A), ['Vũng Tàu'], ['Bằng Lăng'], of(B)), ['Bằng Lăng', 'Vũng Tàu', A, B]],
    ['two with nothing between', plain(['Khối Đảng'], ['Khối Đoàn thể'], of(A)), ['Khối Đoàn thể', 'Khối Đảng', A]],
  ])('are units: %s', (_, picture, units) => {
    expect(groupsOf(picture)).toEqual({ '': [...units].sort() });
  });

  it('groups of the data hold where the list has none', () => {
    const picture = numbered([null, C1], [null, C2]);
    picture.sheets.push(sheet('Đơn vị', [['Tên đơn vị', 'Mã đơn vị'], ...UNITS.map((unit, at) => [unit, `M${at}`])]));
    expect(groupsOf(picture)).toEqual(BLOCKS);
    const grouped = numbered([null, C1], [null, C2]);
    grouped.sheets.push(sheet('Đơn vị', [['Tên đơn vị', 'Nhóm'], ...UNITS.map((unit) => [unit, 'Xã'])]));
    expect(groupsOf(grouped)).toEqual({ Xã: UNITS });
    expect(found(grouped)).toEqual([]);
  });
});

describe('a long table without a column Cụm', () => {
  const long = (head: Cell[], rows: Rows, merges: Area[] = []): Picture =>
    book(SET, sheet('Số liệu', [head, ...rows], { merges }));
  const [AB, CD] = [pointsOf([A, B]), pointsOf([C, D])];
  const counted = (rows: Rows, from: number): Rows => rows.map((row, at) => [from + at, ...row]);
  it.each<[string, Picture]>([
    ['rows of groups', long(LONG, [[C1], ...AB, [C2], ...CD])],
    ['beside TT', long(['TT', ...LONG], [[null, C1], ...counted(AB, 1), [null, C2], ...counted(CD, 5)])],
    ['in TT', long(['TT', ...LONG], [[C1], ...counted(AB, 1), [C2], ...counted(CD, 5)])],
    ['with numerals', long(['TT', ...LONG], [['I', C1], ...counted(AB, 1), ['II', C2], ...counted(CD, 5)])],
    ['numerals before the words', long(LONG, [['I. Cụm 1'], ...AB, ['II. Cụm 2'], ...CD])],
    [
      'merged over the row',
      long(
        LONG,
        [[C1], ...AB, [C2], ...CD],
        [1, 6].map((row) => ({ top: row, bottom: row, left: 0, right: 2 })),
      ),
    ],
    [
      'again for each indicator',
      long(
        LONG,
        ['1', '2'].flatMap((code): Rows => [[C1], [A, code, 1], [B, code, 2], [C2], [C, code, 3], [D, code, 4]]),
      ),
    ],
  ])('%s', (_, picture) => {
    expect(groupsOf(picture)).toEqual(BLOCKS);
    expect(found(picture)).toEqual([]);
  });

  it('begin below the first units: it is told', () => {
    expect(found(long(LONG, [...AB, [C2], ...CD]))).toEqual(['unit.unknown Số liệu!A2', 'unit.unknown Số liệu!A4']);
  });

  const byIndicator = (...titles: string[]): Picture =>
    long(
      LONG,
      ['1', '2'].flatMap((code, at): Rows => [[titles[at]], ...UNITS.map((unit, row) => [unit, code, 100 + row])]),
    );
  it.each<[string, Picture]>([
    ['pillars over indicators', byIndicator('I. Thể chế', 'II. Hạ tầng')],
    ['pillars called Nhóm', byIndicator('Nhóm 1: Thể chế', 'Nhóm 2: Hạ tầng')],
    ['pillars called Nhóm chỉ số', byIndicator('Nhóm chỉ số thể chế', 'Nhóm chỉ số hạ tầng')],
    [
      'pillars within each unit',
      long(
        LONG,
        UNITS.flatMap((unit): Rows => [['I. Thể chế'], [unit, '1', 5], ['II. Hạ tầng'], [unit, '2', 5]]),
      ),
    ],
    [
      'the unit over its rows',
      long(
        LONG,
        UNITS.flatMap((unit): Rows => [[unit], ...pointsOf([unit])]),
      ),
    ],
    ['notes', long(LONG, [...AB, ['Ghi chú: số liệu tạm tính'], ...CD])],
  ])('no groups: %s', (_, picture) => {
    expect(groupsOf(picture)).toEqual({ '': UNITS });
    expect(found(picture)).toEqual([]);
  });
});
