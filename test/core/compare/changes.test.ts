/** What a person is told that differs: units, cells, the index set, settings, and how much each did to points and ranks. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import { book, sheet } from '#test/support/book';
import { bookOf, DATA, differences, diffOf, jsonOf, type Parts } from './books.ts';

const SET: Cell[][] = [
  ['1.1', 'Hồ sơ trực tuyến', 20, 'a/b', 'loại', null],
  ['1.2', 'Chuyên đề', 10, 'Chấm điểm', null, null],
];
const UNITS: Cell[][] = [
  ['Xã Phú Hòa', 'X1', 'Xã'],
  ['Xã Lộc Thành', 'X2', 'Xã'],
];
const DATA_ROWS: Cell[][] = [
  ['Xã Phú Hòa', '1.1', 8, 10, null, null, null, null],
  ['Xã Phú Hòa', '1.2', null, null, null, 7, null, null],
  ['Xã Lộc Thành', '1.1', 5, 10, null, null, null, null],
  ['Xã Lộc Thành', '1.2', null, null, null, 9, null, null],
];
const BASE: Parts = { set: SET, units: UNITS, data: DATA_ROWS };

/** The same with one cell of a part another one. */
function but(part: 'set' | 'units' | 'data', row: number, column: number, value: Cell): Parts {
  const rows = BASE[part].map((cells, at) =>
    at === row ? cells.map((cell, of) => (of === column ? value : cell)) : cells,
  );
  return { ...BASE, [part]: rows };
}

const becauseOf = (json: ReturnType<typeof differences>, unit: string): unknown =>
  json.ranking.find((one) => one.unit === unit)?.because.map(({ code, delta }) => [code, delta]);

it('a figure and verified points: which cells, what they did, who overtook whom', () => {
  const data = DATA_ROWS.map((row) => [...row]);
  data[0]![2] = 5;
  data[1]!.splice(6, 2, 6, 'Thiếu minh chứng');
  expect(differences(BASE, { ...BASE, data })).toEqual({
    set: [],
    settings: [],
    units: { added: [], removed: [] },
    cells: [
      {
        unit: 'Xã Phú Hòa',
        indicator: '1.1',
        column: 'a',
        old: 8,
        new: 5,
        oldCell: "'Số liệu'!C2",
        newCell: "'Số liệu'!C2",
      },
      {
        unit: 'Xã Phú Hòa',
        indicator: '1.2',
        column: 'verified',
        old: null,
        new: 6,
        oldCell: "'Số liệu'!G3",
        newCell: "'Số liệu'!G3",
      },
      {
        unit: 'Xã Phú Hòa',
        indicator: '1.2',
        column: 'reason',
        old: null,
        new: 'Thiếu minh chứng',
        oldCell: "'Số liệu'!H3",
        newCell: "'Số liệu'!H3",
      },
    ],
    ranking: [
      { group: 'Xã', unit: 'Xã Lộc Thành', oldPoints: 19, newPoints: 19, oldRank: 2, newRank: 1, because: [] },
      {
        group: 'Xã',
        unit: 'Xã Phú Hòa',
        oldPoints: 23,
        newPoints: 16,
        oldRank: 1,
        newRank: 2,
        because: [
          { code: '1.1', delta: -6 },
          { code: '1.2', delta: -1 },
        ],
      },
    ],
  });
});

it('rows in another order, another sheet name, a number typed as text: nothing differs', () => {
  const moved = book(
    sheet('Thu tháng 9', [
      ['Số liệu thu về'],
      [],
      DATA,
      ...[...DATA_ROWS]
        .reverse()
        .map((row) => [...row.slice(0, 2), row[2] === 8 ? '8' : (row[2] ?? null), ...row.slice(3)]),
    ]),
    ...bookOf(BASE).sheets.filter(({ name }) => name !== 'Số liệu'),
  );
  const { cells, ranking } = jsonOf(diffOf(bookOf(BASE), moved));
  expect(cells).toEqual([]);
  expect(ranking.flatMap(({ because }) => because)).toEqual([]);
});

describe('units', () => {
  it('one of the same code stays itself under another name', () => {
    const now = but('units', 0, 0, 'Phường Phú Hoà');
    const data = now.data.map((row) => (row[0] === 'Xã Phú Hòa' ? ['Phường Phú Hoà', ...row.slice(1)] : row));
    const { units, ranking } = differences(BASE, { ...now, data });
    expect(units).toEqual({ added: [], removed: [] });
    expect(ranking[0]).toMatchObject({ unit: 'Phường Phú Hoà', oldPoints: 23, newPoints: 23, oldRank: 1 });
  });

  it('names match as they do between a list and its data; diacritics tell two communes', () => {
    const codeless = (name: string): Parts => ({
      ...BASE,
      units: UNITS.map(([own, , group], row) => [row === 0 ? name : (own ?? null), null, group ?? null]),
      data: DATA_ROWS.map((row) => (row[0] === 'Xã Phú Hòa' ? [name, ...row.slice(1)] : row)),
    });
    expect(differences(BASE, codeless('UBND xã Phú Hoà')).units).toEqual({ added: [], removed: [] });
    const old = diffOf(bookOf(BASE), bookOf(codeless('Xã Phú Hóa')));
    expect(jsonOf(old).units).toEqual({ added: ['Xã Phú Hóa'], removed: ['Xã Phú Hòa'] });
    expect(old.comparison.added.map(({ nearest }) => nearest)).toEqual(['Xã Phú Hòa']);
    expect(old.comparison.removed.map(({ nearest }) => nearest)).toEqual(['Xã Phú Hóa']);
  });

  it('two codes are two units, whatever they are called', () => {
    expect(differences(BASE, but('units', 0, 1, 'X9')).units).toEqual({
      added: ['Xã Phú Hòa'],
      removed: ['Xã Phú Hòa'],
    });
  });

  it('a name in two groups is told apart by them', () => {
    const units = [
      ['Phòng Nội vụ', null, 'Huyện A'],
      ['Phòng Nội vụ', null, 'Huyện B'],
    ];
    const rows = (one: number, other: number): Cell[][] => [
      ['Phòng Nội vụ', 'Huyện A', '1.2', one],
      ['Phòng Nội vụ', 'Huyện B', '1.2', other],
    ];
    const of = (one: number, other: number) =>
      book(
        ...bookOf({ set: [SET[1]!], units, data: [] }).sheets.filter(({ name }) => name !== 'Số liệu'),
        sheet('Số liệu', [['Đơn vị', 'Nhóm', 'Mã chỉ số', 'Điểm tự chấm'], ...rows(one, other)]),
      );
    const { ranking, units: lone } = jsonOf(diffOf(of(3, 8), of(4, 2)));
    expect(lone).toEqual({ added: [], removed: [] });
    expect(ranking.map(({ group, because }) => [group, because[0]?.delta])).toEqual([
      ['Huyện A', 1],
      ['Huyện B', -6],
    ]);
  });

  it('added and removed ones have points on one side alone', () => {
    const { units, ranking, cells } = differences(BASE, {
      ...BASE,
      units: [UNITS[1]!, ['Xã Tân An', 'X3', 'Xã']],
      data: [...DATA_ROWS.slice(2), ['Xã Tân An', '1.1', 1, 2, null, null, null, null]],
    });
    expect(units).toEqual({ added: ['Xã Tân An'], removed: ['Xã Phú Hòa'] });
    expect(cells).toEqual([]);
    expect(ranking.map(({ unit, oldPoints, newPoints }) => [unit, oldPoints, newPoints])).toEqual([
      ['Xã Lộc Thành', 19, 19],
      ['Xã Tân An', null, 10],
      ['Xã Phú Hòa', 23, null],
    ]);
    expect(ranking.slice(1).every(({ because }) => because.length === 0)).toBe(true);
  });
});

describe('the index set', () => {
  it.each([
    ['maximum', but('set', 0, 2, 25), { code: '1.1', what: 'maximum', old: 20, new: 25 }, [['1.1', 4]]],
    ['rule', but('set', 0, 3, '1 - a/b'), { code: '1.1', what: 'rule', old: 'a/b', new: '1 - a/b' }, [['1.1', -12]]],
    ['name', but('set', 0, 1, 'Hồ sơ'), { code: '1.1', what: 'name', old: 'Hồ sơ trực tuyến', new: 'Hồ sơ' }, []],
    ['policy', but('set', 0, 4, '0 điểm'), { code: '1.1', what: 'policy', old: 'loại', new: '0 điểm' }, []],
    [
      'applies',
      but('set', 0, 5, 'trừ Xã Phú Hòa'),
      { code: '1.1', what: 'applies', old: null, new: 'trừ Xã Phú Hòa' },
      [['1.1', -16]],
    ],
  ])('another %s', (_what, now, change, because) => {
    const json = differences(BASE, now);
    expect(json.set).toEqual([change]);
    expect(becauseOf(json, 'Xã Phú Hòa')).toEqual(because);
  });

  it('a rule that is only written otherwise is none', () => {
    expect(differences(BASE, but('set', 0, 3, ' A / B ')).set).toEqual([]);
    expect(differences(BASE, but('set', 1, 3, null)).set).toEqual([]);
  });

  it('an indicator that one side lacks counts 0 there', () => {
    const json = differences({ ...BASE, set: [SET[0]!] }, BASE);
    expect(json.set).toEqual([{ code: '1.2', what: 'added', old: null, new: 'Chuyên đề' }]);
    expect(becauseOf(json, 'Xã Phú Hòa')).toEqual([['1.2', 7]]);
    expect(differences(BASE, { ...BASE, set: [SET[0]!] }).set).toEqual([
      { code: '1.2', what: 'removed', old: 'Chuyên đề', new: null },
    ]);
  });

  it('what does not arise any more counts 0; rescaling, rounding and bounds are a row of their own', () => {
    const rescaled = but('set', 0, 4, 'quy đổi');
    const data = DATA_ROWS.map((row, at) => (at === 0 ? [row[0]!, row[1]!, 0, 0, ...row.slice(4)] : row));
    const json = differences(rescaled, { ...rescaled, data });
    // 16 + 7 of 30; then 7 of 10, rescaled to 21 of 30.
    expect(becauseOf(json, 'Xã Phú Hòa')).toEqual([
      ['1.1', -16],
      ['', 14],
    ]);
    expect(json.ranking.find(({ unit }) => unit === 'Xã Phú Hòa')).toMatchObject({ oldPoints: 23, newPoints: 21 });
  });

  it('a penalty counts against the total, and what the total cannot fall below is told', () => {
    const set = [...SET, ['9', 'Vi phạm', 0, 'Điểm trừ: a x 10', null, null]];
    const at = (times: number): Parts => ({
      ...BASE,
      set,
      data: [...DATA_ROWS, ['Xã Phú Hòa', '9', times, null, null, null, null, null]],
    });
    expect(becauseOf(differences(at(0), at(1)), 'Xã Phú Hòa')).toEqual([['9', -10]]);
    expect(becauseOf(differences(at(0), at(3)), 'Xã Phú Hòa')).toEqual([
      ['9', -30],
      ['', 7],
    ]);
  });
});

it('settings hold by default or as they are written: only what they hold is compared', () => {
  const json = differences(
    { ...BASE, settings: { 'Làm tròn': 'từng chỉ số', 'Đồng hạng': '1223' } },
    {
      ...BASE,
      settings: { 'Xếp loại': 'Tốt >= 90%; Khá > 70,5%; Yếu', 'Đồng hạng': '1-2-2-3', 'Nguồn điểm': 'tính > tự chấm' },
    },
  );
  expect(json.settings).toEqual([
    { key: 'Nguồn điểm', old: 'thẩm định > tính > tự chấm', new: 'tính > tự chấm' },
    { key: 'Xếp loại', old: null, new: 'Tốt >= 90%; Khá > 70,5%; Yếu' },
  ]);
});

it('one period written in two ways is one', () => {
  const at = (period: string): Parts => ({ ...BASE, settings: { 'Kỳ báo cáo': period, 'Đồng hạng': '1224' } });
  expect(differences(at('Quý III/2026'), at('2026-Q3')).settings).toEqual([]);
  expect(differences(at('Quý III/2026'), at('2026-Q4')).settings).toEqual([
    { key: 'Kỳ báo cáo', old: 'Quý III/2026', new: '2026-Q4' },
  ]);
});

describe('a value that is waived', () => {
  const faulty = but('data', 0, 2, 'chưa có');
  const waived = book(
    ...bookOf(faulty).sheets,
    sheet('Kiểm tra', [
      ['KẾT QUẢ KIỂM TRA'],
      ['Nghìn Điểm · thử'],
      ['Mã kiểm tra', 'Đơn vị', 'Chỉ số', 'Cột', 'Giá trị', 'Lý do chấp nhận', 'Người quyết định'],
      ['value.not-a-number', 'Xã Phú Hòa', '1.1', 'a', 'chưa có', 'Không có hồ sơ', 'Trưởng phòng'],
    ]),
  );
  const rankingOf = (json: ReturnType<typeof differences>): unknown =>
    json.ranking.find(({ unit }) => unit === 'Xã Phú Hòa');
  const cell = { unit: 'Xã Phú Hòa', indicator: '1.1', column: 'a' };
  const at = { oldCell: "'Số liệu'!C2", newCell: "'Số liệu'!C2" };

  it('the same words on both sides: no cell differs, and the unit gets points', () => {
    const json = jsonOf(diffOf(bookOf(faulty), waived));
    expect(json.cells).toEqual([]);
    expect(rankingOf(json)).toMatchObject({ oldPoints: null, newPoints: 7, because: [] });
    expect(rankingOf(jsonOf(diffOf(waived, bookOf(faulty))))).toMatchObject({
      oldPoints: 7,
      newPoints: null,
      because: [],
    });
  });

  it('of the new side: its cell, and the points that it costs', () => {
    const json = jsonOf(diffOf(bookOf(BASE), waived));
    expect(json.cells).toEqual([{ ...cell, old: 8, new: 'chưa có', ...at }]);
    expect(rankingOf(json)).toMatchObject({ oldPoints: 23, newPoints: 7, because: [{ code: '1.1', delta: -16 }] });
  });

  it('of the old side: a figure that came brings its points', () => {
    const json = jsonOf(diffOf(waived, bookOf(BASE)));
    expect(json.cells).toEqual([{ ...cell, old: 'chưa có', new: 8, ...at }]);
    expect(rankingOf(json)).toMatchObject({ oldPoints: 7, newPoints: 23, because: [{ code: '1.1', delta: 16 }] });
  });

  it('on both sides: what else changed is told, and nothing of it', () => {
    const later = book(
      ...waived.sheets.map((one) =>
        one.name === 'Số liệu'
          ? bookOf({
              ...faulty,
              data: faulty.data.map((row, of) => (of === 1 ? [...row.slice(0, 5), 6.5, null, null] : row)),
            }).sheets.find(({ name }) => name === 'Số liệu')!
          : one,
      ),
    );
    const json = jsonOf(diffOf(waived, later));
    expect(json.cells.map(({ indicator, column }) => [indicator, column])).toEqual([['1.2', 'self']]);
    expect(rankingOf(json)).toMatchObject({ oldPoints: 7, newPoints: 6.5, because: [{ code: '1.2', delta: -0.5 }] });
  });
});

it('two periods of one workbook, each with its own cells', () => {
  const rows = DATA_ROWS.flatMap((row): Cell[][] => [
    [...row, '2026-Q2'],
    [row[0]!, row[1]!, ...(row[1] === '1.1' ? [10, 10] : [null, null]), ...row.slice(4), '2026-Q3'],
  ]);
  const picture = book(
    ...bookOf(BASE).sheets.filter(({ name }) => name !== 'Số liệu'),
    sheet('Số liệu', [[...DATA, 'Kỳ'], ...rows]),
  );
  const json = jsonOf(diffOf(picture, picture, { old: '2026-Q2', now: '2026-Q3' }));
  expect(json.settings).toEqual([{ key: 'Kỳ báo cáo', old: '2026-Q2', new: '2026-Q3' }]);
  expect(json.cells.map(({ oldCell, newCell }) => [oldCell, newCell])).toEqual([
    ["'Số liệu'!C2", "'Số liệu'!C3"],
    ["'Số liệu'!C6", "'Số liệu'!C7"],
  ]);
  expect(becauseOf(json, 'Xã Lộc Thành')).toEqual([['1.1', 10]]);
});
