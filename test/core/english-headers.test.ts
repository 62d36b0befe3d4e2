/** Headers in English and in both languages: read by their roles, and nothing else is taken for them. */
import { describe, expect, it } from 'vitest';
import { roleOfHeader } from '#core/read/headers/headers';
import { read } from '#core/read/index';
import { scoreWorkbook } from '#core/commands/score';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { book, found, ranking, sheet } from '#test/support/book';

const kinds = (picture: Picture): string[] =>
  read(picture, { language: 'en' }).recognised.map(({ kind, columns }) => `${kind}: ${Object.keys(columns).join(' ')}`);

describe('one word', () => {
  it.each([
    ['Code', 'code'],
    ['Indicator', 'name'],
    ['Max score', 'maximum'],
    ['Max. score', null],
    ['Self-assessed', 'self'],
    ['SELF-ASSESSED SCORE', 'self'],
    ['Verified', 'verified'],
    ['Verified points (council)', 'verified'],
    ['Unit', 'unit'],
    ['Unit code', 'unitCode'],
    ['Chỉ số / Indicator', 'name'],
    ['Indicator / Chỉ số', 'name'],
    ['Mã - Code', 'code'],
    ['Điểm tối đa (Max)', 'maximum'],
    ['Điểm tối đa Maximum score', 'maximum'],
    ['Điểm tối đa\nMaximum score', 'maximum'],
    ['Điểm thẩm định / Verified score', 'verified'],
    ['Điểm tự chấm/Self-assessed points', 'self'],
    ['Điểm (Self-assessed)', 'self'],
    ['Điểm / Verified score', 'verified'],
    ['Đơn vị / Unit', 'unit'],
    ['Tài liệu kiểm chứng / Evidence', 'evidence'],
    ['Cách tính / Rule', 'rule'],
    ['Chỉ số / Code', 'code'],
    ['Chỉ số / Name', 'name'],
    ['Đơn vị / Code', 'unitCode'],
    ['Điểm kỳ trước / Previous score', 'previousPoints'],
    ['Chênh lệch / Difference', 'difference'],
    // Not these.
    ['Điểm / Score', null],
    ['Điểm thẩm định / Verified (previous year)', null],
    ['Điểm thẩm định (Difference)', null],
    ['Điểm thẩm định (Change)', null],
    ['Điểm thẩm định / Self score', null],
    ['Điểm tự chấm / Maximum', null],
    ['Verified score (previous year)', null],
    ['Verified score (change)', null],
    ['Điểm thẩm định / Chênh lệch', null],
    ['Điểm tối đa / Điểm đạt', null],
    ['Indicator value', null],
    ['Unit price', null],
    ['Maximum temperature', null],
    ['Codex', null],
    ['Nợ', null],
    ['Score', null],
  ])('%s: %s', (text, role) => expect(roleOfHeader(text)).toBe(role));
});

const SET: Cell[][] = [
  ['Code', 'Indicator', 'Max score', 'Rule'],
  ['1', 'Files on time', 600, 'Chấm điểm'],
  ['2', 'Meetings', 400, 'Chấm điểm'],
];
const LONG: Cell[][] = [
  ['Unit', 'Code', 'Self-assessed', 'Verified', 'Note'],
  ['Xã A', '1', 590, 500, null],
  ['Xã A', '2', 400, 300, null],
  ['Xã B', '1', 600, 550, null],
  ['Xã B', '2', 400, 310, null],
];
const RANKS = { 'Xã A': [800, 2], 'Xã B': [860, 1] };

describe('in English', () => {
  it('a set and a long table', () => {
    const picture = book(sheet('Set', SET), sheet('Data', LONG));
    expect(found(picture)).toEqual([]);
    expect(ranking(picture)).toEqual(RANKS);
  });

  it('a form that is its own set, with measures under Unit and the unit above', () => {
    const form = (unit: string, one: number): ReturnType<typeof sheet> =>
      sheet(unit, [
        ['SELF-ASSESSMENT FORM'],
        [`Unit: ${unit}`],
        ['No.', 'Indicator', 'Unit', 'Max score', 'Self-assessed', 'Verified', 'Evidence'],
        [1, 'Files on time', '%', 600, 590, one, 'BC 12'],
        [2, 'Meetings', 'days', 400, 400, 300, 'BC 13'],
      ]);
    const picture = book(form('Xã A', 500), form('Xã B', 550));
    expect(kinds(picture)[0]).toMatch(/^form: order name maximum/);
    expect(ranking(picture)).toEqual({ 'Xã A': [800, 2], 'Xã B': [850, 1] });
  });

  it.each<[string, Cell[][]]>([
    [
      'units across',
      [
        ['Code', 'Indicator', 'Max score', 'Xã A', 'Xã B'],
        ['1', 'Files on time', 600, 500, 550],
        ['2', 'Meetings', 400, 300, 310],
      ],
    ],
    [
      'a table of points',
      [
        ['No.', 'Unit', '1', '2', 'Total score', 'Rank'],
        [null, 'Max score', 600, 400, 1000, null],
        [1, 'Xã A', 500, 300, 800, 2],
        [2, 'Xã B', 550, 310, 860, 1],
      ],
    ],
    [
      'the same with both languages',
      [
        ['TT / No.', 'Đơn vị / Unit', '1', '2', 'Tổng điểm / Total', 'Xếp hạng / Rank'],
        [null, 'Điểm tối đa / Maximum', 600, 400, 1000, null],
        [1, 'Xã A', 500, 300, 800, 2],
        [2, 'Xã B', 550, 310, 860, 1],
      ],
    ],
  ])('%s', (_, rows) => {
    const picture = book(sheet('Points', rows));
    expect(found(picture)).toEqual([]);
    expect(ranking(picture)).toEqual(RANKS);
  });

  it('groups of a unit list', () => {
    const units: Cell[][] = [
      ['Unit', 'Group'],
      ['Xã A', 'One'],
      ['Xã B', 'Two'],
    ];
    const { groups } = read(book(sheet('Set', SET), sheet('Data', LONG), sheet('Units', units)), { language: 'en' });
    expect(groups.map(({ name }) => name)).toEqual(['One', 'Two']);
  });

  it('a header of two rows', () => {
    const rows: Cell[][] = [
      ['Unit', 'Code', 'Score', null],
      [null, null, 'Self', 'Verified'],
      ...LONG.slice(1).map((row) => row.slice(0, 4)),
    ];
    const merges = [{ top: 0, left: 2, bottom: 0, right: 3 }];
    const picture = book(sheet('Set', SET), sheet('Data', rows, { merges }));
    expect(found(picture)).toEqual([]);
    expect(ranking(picture)).toEqual(RANKS);
  });

  it('two verified columns are asked about, as in Vietnamese', () => {
    const rows = LONG.map((row, at): Cell[] => [...row, at === 0 ? 'Approved score' : 1]);
    expect(found(book(sheet('Set', SET), sheet('Data', rows)))[0]).toMatch(/^column\.several /);
  });

  it('rows named Max and Maximum are the highest, no maxima', () => {
    for (const name of ['Max', 'Maximum']) {
      const matrix: Cell[][] = [
        ['Đơn vị', '1', '2'],
        ['Điểm tối đa', 600, 400],
        ['Xã A', 500, 300],
        ['Xã B', 550, 310],
        [name, 550, 310],
      ];
      const units = read(book(sheet('Bảng điểm', matrix)), { language: 'vi' }).units.map((unit) => unit.name);
      if (name === 'Max') expect(units).toEqual(['Xã A', 'Xã B']);
      expect(read(book(sheet('Bảng điểm', matrix)), { language: 'vi' }).sets[0]!.indicators[0]!.maximum).toEqual(
        read(book(sheet('Bảng điểm', matrix.slice(0, 4))), { language: 'vi' }).sets[0]!.indicators[0]!.maximum,
      );
    }
  });
});

it('in both languages', () => {
  const both = book(
    sheet('Bộ', [['Mã / Code', 'Chỉ số / Indicator', 'Điểm tối đa (Max)', 'Cách tính / Rule'], ...SET.slice(1)]),
    sheet('SL', [
      [
        'Đơn vị / Unit',
        'Mã chỉ số / Code',
        'Điểm tự chấm\nSelf-assessed',
        'Điểm thẩm định / Verified score',
        'Ghi chú / Note',
      ],
      ...LONG.slice(1),
    ]),
  );
  expect(found(both)).toEqual([]);
  expect(ranking(both)).toEqual(RANKS);
});

it('"Điểm / Score" counts where no table says more', () => {
  const picture = book(
    sheet('Phiếu', [
      ['Tên đơn vị: Xã A'],
      ['Mã / Code', 'Chỉ số / Indicator', 'Điểm tối đa / Max score', 'Điểm / Score'],
      ['1', 'Một', 600, 500],
      ['2', 'Hai', 400, 300],
    ]),
  );
  expect(ranking(picture)).toEqual({ 'Xã A': [800, 1] });
});

it('sheets of other kinds in English are no tables of ours', () => {
  const others: Cell[][][] = [
    [
      ['Item', 'Unit price', 'Quantity', 'Total'],
      ['Paper', 5, 3, 15],
    ],
    [
      ['No.', 'Name', 'Department', 'Phone'],
      [1, 'Lan', 'Finance', '0903'],
    ],
    [
      ['Code', 'Description', 'Value'],
      ['A1', 'Stock', 7],
    ],
    [
      ['Province', 'Population', 'Area', 'Rank'],
      ['Gia Lai', 1500, 15510, 2],
    ],
    [
      ['Indicator', 'Weight', 'Rank'],
      ['PAPI', 7, 1],
    ],
    [
      ['No.', 'Criteria', 'Comment'],
      [1, 'Clean', 'x'],
    ],
    [
      ['Name', 'Notes'],
      ['Lan', 'ok'],
    ],
    [
      ['Date', 'Status', 'Comment'],
      ['2026-01-01', 'done', 'x'],
    ],
    [
      ['Group', 'Score', 'Rank'],
      ['A', 7, 1],
    ],
    [
      ['Unit', 'Period', 'Remarks'],
      ['Xã A', '2026', 'x'],
    ],
  ];
  const plain = book(sheet('Set', SET), sheet('Data', LONG));
  const expected = kinds(plain);
  others.forEach((rows, at) => {
    const picture = book(...plain.sheets, sheet(`Other ${at}`, rows));
    expect(kinds(picture), String(at)).toEqual(expected);
    expect(ranking(picture), String(at)).toEqual(RANKS);
    expect(found(picture), String(at)).toEqual([]);
  });
});

it('what a run writes in English is never input', () => {
  const picture = book(sheet('Set', SET), sheet('Data', LONG));
  const { plan } = scoreWorkbook(picture, { language: 'en', at: '2026-01-01T00:00:00.000Z', version: 'test' });
  const written = plan.sheets.map(({ name, rows, visibility }) =>
    sheet(
      name,
      rows.map(({ cells }): Cell[] => cells.map((cell) => cell?.value ?? null)),
      { visibility },
    ),
  );
  expect(written.length).toBeGreaterThan(3);
  const again = book(...picture.sheets, ...written);
  expect(kinds(again).slice(0, 2)).toEqual(kinds(picture));
  expect(
    read(again, { language: 'en' })
      .recognised.slice(2)
      .map(({ skipped }) => skipped),
  ).toEqual(written.map(() => 'own'));
  expect(ranking(again)).toEqual(RANKS);
});
