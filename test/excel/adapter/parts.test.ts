/** Cells, sizes, validation, translation: the adapter's parts that need no Excel. */
import { describe, expect, it } from 'vitest';
import { sayAny } from '#test/support/words';
import type { Plan, SheetPlan } from '#core/workbook/plan';
import { HostError } from '../../../excel-addin/host.ts';
import { cellOf } from '../../../excel-addin/workbook/cells.ts';
import { isSize, translate } from '../../../excel-addin/workbook/errors.ts';
import { isListedPlace, isUnfinished, isWorkSheet, WORK_MARK, workName } from '#core/workbook/work-sheets';
import { jsonBytes, readPieces, type Piece } from '../../../excel-addin/workbook/pieces.ts';
import { areasOf } from '../../../excel-addin/workbook/sheets.ts';
import { validatePlan } from '../../../excel-addin/workbook/validate.ts';

describe('cells', () => {
  const none = new Map<string, boolean>();
  const cell = (value: unknown, type: string, format = 'General', formula = false): unknown =>
    cellOf({ value, type, format, formula }, none);
  it('are bare where the value is all there is', () => {
    expect(cell(1.5, 'Double')).toBe(1.5);
    expect(cell('#N/A', 'String')).toBe('#N/A');
    expect(cell(true, 'Boolean')).toBe(true);
    expect(cell('', 'Empty')).toBeNull();
    expect(cell('', 'String', 'General', true)).toBeNull();
  });
  it('carry what the core must know', () => {
    expect(cell('#REF!', 'Error', '0.00', true)).toEqual({ value: '#REF!', kind: 'error', formula: true });
    expect(cell(4.1, 'Double', '0.00')).toEqual({ value: 4.1, format: '0.00' });
    expect(cell(45_000, 'Double', 'dd/mm/yyyy')).toEqual({ value: 45_000, kind: 'date', format: 'dd/mm/yyyy' });
    expect(cell('text', 'String', '@')).toBe('text');
    expect(cell(3, 'Double', 'General', true)).toEqual({ value: 3, formula: true });
    expect(cell('Picture', 'RichValue')).toEqual({ value: null, kind: 'other' });
  });
  it('are dates by Excel’s own word where it was asked', () => {
    const dates = new Map([['[$-vi]x', true]]);
    expect(cellOf({ value: 1, type: 'Double', format: '[$-vi]x', formula: false }, dates)).toMatchObject({
      kind: 'date',
    });
  });
});

describe('pieces', () => {
  /** Rows that answer null above `most` rows. */
  function rows(from: number, to: number, most: number, got: number[], asked: { count: number }): Piece {
    return {
      bytes: (to - from) * 100,
      ask: () => void (asked.count += 1),
      take: () => {
        if (to - from > most) return false;
        for (let row = from; row < to; row += 1) got.push(row);
        return true;
      },
      halves: () => {
        const middle = Math.floor((from + to) / 2);
        return to - from < 2 ? null : [rows(from, middle, most, got, asked), rows(middle, to, most, got, asked)];
      },
    };
  }
  const signal = new AbortController().signal;

  it('are halved where Excel answers null, never taken for empty', async () => {
    const got: number[] = [];
    const asked = { count: 0 };
    const batch = { context: {} as never, sync: () => Promise.resolve() };
    await readPieces(batch, [rows(0, 1_000, 300, got, asked)], signal);
    expect(got).toEqual(Array.from({ length: 1_000 }, (_, row) => row));
  });

  it('grow in requests with size only', async () => {
    let syncs = 0;
    const batch = { context: {} as never, sync: () => Promise.resolve(void (syncs += 1)) };
    const got: number[] = [];
    const all = Array.from({ length: 95 }, (_, sheet) => rows(sheet * 100, sheet * 100 + 100, 1e9, got, { count: 0 }));
    await readPieces(batch, all, signal, 3_600_000);
    expect(syncs).toBe(1);
    await readPieces(batch, all, signal, 100_000);
    expect(syncs).toBe(1 + 10);
  });

  it('are halved and repeated where the answer is too large, once where it may be', async () => {
    for (const [code, tries] of [
      ['ResponsePayloadSizeLimitExceeded', 3],
      ['GeneralException', 1],
    ] as const) {
      let left: number = tries;
      const got: number[] = [];
      const fails = {
        context: {} as never,
        sync: () => (left-- > 0 ? Promise.reject(translate({ code })) : Promise.resolve()),
      };
      await readPieces(fails, [rows(0, 10_000, 1e9, got, { count: 0 })], signal);
      expect(got).toHaveLength(10_000);
    }
    const never = {
      context: {} as never,
      sync: () => Promise.reject(translate({ code: 'ResponsePayloadSizeLimitExceeded' })),
    };
    await expect(readPieces(never, [rows(0, 10_000, 1e9, [], { count: 0 })], signal)).rejects.toMatchObject({
      kind: 'too-large',
    });
  });

  it('are estimated in bytes of UTF-8', () => {
    for (const text of ['', 'abc', 'Sở Y tế', '"\\', 'Đồng Nai'])
      expect(jsonBytes(text)).toBeGreaterThanOrEqual(new TextEncoder().encode(JSON.stringify(text)).length);
  });
});

it('addresses of several areas are read whatever the sheet is called', () => {
  expect(areasOf("'a,b''c!'!A1:B2,'a,b''c!'!C3", "a,b'c!")).toEqual([
    { top: 0, left: 0, bottom: 1, right: 1 },
    { top: 2, left: 2, bottom: 2, right: 2 },
  ]);
  expect(areasOf('S1!A1', 'S1')).toEqual([{ top: 0, left: 0, bottom: 0, right: 0 }]);
  expect(areasOf('A:A', 'S1')).toBeNull();
  expect(areasOf(null, 'S1')).toBeNull();
});

describe('plans', () => {
  const sheet: SheetPlan = {
    name: 'Xếp hạng',
    visibility: 'visible',
    styles: [{}],
    widths: [5],
    rows: [{ cells: [{ value: 1, style: 0 }] }],
    merges: [],
    freeze: { rows: 0, columns: 0 },
    filter: null,
    charts: [],
    print: null,
  };
  const cases: [string, Plan][] = [
    ['two sheets of one name', { sheets: [sheet, { ...sheet, name: 'XẾP HẠNG' }], edits: [] }],
    ['a name that no sheet may have', { sheets: [{ ...sheet, name: 'a/b' }], edits: [] }],
    ['a name too long', { sheets: [{ ...sheet, name: 'x'.repeat(32) }], edits: [] }],
    [
      'a number that no cell can hold',
      { sheets: [{ ...sheet, rows: [{ cells: [{ value: NaN, style: 0 }] }] }], edits: [] },
    ],
    ['a style that is not there', { sheets: [{ ...sheet, rows: [{ cells: [{ value: 1, style: 1 }] }] }], edits: [] }],
    [
      'merged areas that overlap',
      {
        sheets: [
          {
            ...sheet,
            merges: [
              { top: 0, left: 0, bottom: 1, right: 1 },
              { top: 1, left: 1, bottom: 2, right: 2 },
            ],
          },
        ],
        edits: [],
      },
    ],
    ['an address that is none', { sheets: [], edits: [{ sheet: 'A', cell: 'x', before: null, value: 1 }] }],
    [
      'one cell twice',
      {
        sheets: [],
        edits: ['A1', '$A$1'].map((cell) => ({ sheet: 'A', cell, before: null, value: 1 })),
      },
    ],
  ];
  it.each(cases)('with %s are refused', (_, plan) => {
    expect(() => validatePlan(plan)).toThrow(HostError);
  });
  it('as the core makes them are taken', () => {
    expect(() => validatePlan({ sheets: [sheet], edits: [] })).not.toThrow();
  });
});

describe('what Excel refuses', () => {
  it.each([
    ['InvalidOperationInCellEditMode', 'cell-editing'],
    ['AccessDenied', 'protected'],
    ['RequestPayloadSizeLimitExceeded', 'too-large'],
    ['ResponsePayloadSizeLimitExceeded', 'too-large'],
    ['InvalidOrTimedOutSession', 'lost'],
    ['InvalidRequestContext', 'changed'],
    ['ItemNotFound', 'changed'],
    ['InvalidSelection', 'focus'],
    ['ApiNotFound', 'too-old'],
    ['GeneralException', 'unknown'],
    ['SomethingNew', 'unknown'],
  ])('%s is said as %s', (code, kind) => {
    const error = translate({ code, message: 'in the host’s language' });
    expect(error).toMatchObject({ kind });
    expect(sayAny((error as HostError).words, 'vi')).not.toMatch(/\{/);
    expect(sayAny((error as HostError).words, 'en')).not.toMatch(/in the host/);
  });
  it('a GeneralException means what was being done', () => {
    expect(translate({ code: 'GeneralException' }, 'focus')).toMatchObject({ kind: 'focus', retry: true });
    expect(isSize(translate({ code: 'GeneralException' }))).toBe('possible');
  });
});

describe('left-over sheets', () => {
  const stamped = [{ index: 1, cells: ['Nghìn Điểm · x'] }];
  it('are known by name, hiddenness and stamp', () => {
    const name = workName('Xếp hạng', new Set());
    expect(isWorkSheet({ name, visibility: 'hidden', rows: stamped })).toBe(true);
    expect(isWorkSheet({ name, visibility: 'hidden', rows: [] })).toBe(true);
    expect(isWorkSheet({ name, visibility: 'visible', rows: stamped })).toBe(false);
    expect(isWorkSheet({ name, visibility: 'hidden', rows: [{ index: 0, cells: ['của tôi'] }] })).toBe(false);
    expect(isWorkSheet({ name: 'Xếp hạng', visibility: 'hidden', rows: stamped })).toBe(false);
  });
  it('a place made and never filled is known by the list of our sheets alone', () => {
    const listed = new Set(['Xếp hạng']);
    expect(isListedPlace({ name: 'Xếp hạng', visibility: 'hidden', rows: [] }, listed)).toBe(true);
    expect(isListedPlace({ name: 'Xếp hạng', visibility: 'hidden', rows: [] }, new Set())).toBe(false);
    expect(isListedPlace({ name: 'Xếp hạng', visibility: 'visible', rows: [] }, listed)).toBe(false);
    expect(isListedPlace({ name: 'Kiểm tra', visibility: 'hidden', rows: [] }, listed)).toBe(false);
  });
  it('one that was being made is known by its mark as long as nobody sees it', () => {
    const marked = [{ index: 0, cells: [WORK_MARK, 'Số liệu'] }];
    expect(isUnfinished({ visibility: 'hidden', rows: marked })).toBe(true);
    expect(isUnfinished({ visibility: 'visible', rows: marked })).toBe(false);
    expect(isUnfinished({ visibility: 'hidden', rows: [] })).toBe(false);
    expect(isUnfinished({ visibility: 'hidden', rows: [{ index: 0, cells: ['Nghìn Điểm · bộ'] }] })).toBe(false);
  });
  it('names fit into 31 characters and are free', () => {
    const taken = new Set<string>();
    for (let count = 0; count < 12; count += 1) {
      const name = workName('Chi tiết điểm (Nghìn Điểm 2)xyz', taken);
      expect(name.length).toBeLessThanOrEqual(31);
      expect(taken.has(name.toLowerCase())).toBe(false);
      taken.add(name.toLowerCase());
    }
  });
});
