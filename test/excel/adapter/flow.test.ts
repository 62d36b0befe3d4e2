/** Reading, writing, repairing and revealing against a small stand-in; the faults of real hosts put in. */
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { userFingerprint } from '#core/write/index';
import { scalarOf } from '#core/workbook/cell';
import { toA1 } from '#core/workbook/address';
import type { Picture } from '#core/workbook/picture';
import type { Plan } from '#core/workbook/plan';
import { readWorkbook } from '#xlsx/read';
import { workbook as base } from '#test/workbooks/base';
import { sheet } from '#test/support/book';
import { Cancelled, type WorkbookHost, type WriteReport } from '../../../excel-addin/taskpane/host.ts';
import { excelHost } from '../../../excel-addin/workbook/index.ts';
import { bookOf, open, Refusal, type FakeBook } from './fake.ts';

const signal = new AbortController().signal;
const quiet = (): void => undefined;

function planOf(picture: Picture, at = '2026-11-24T17:00:00+07:00'): Plan {
  return scoreWorkbook(picture, { language: 'vi', at, version: 'test' }).plan;
}

/** What is done to the workbook, and what must be said. */
type Fault = [string, (one: FakeBook) => unknown, string];

/** Reads, scores and writes, as the pane does. */
async function run(host: WorkbookHost, change: (plan: Plan) => void = quiet): Promise<WriteReport> {
  const picture = await host.readPicture(quiet, signal);
  const plan = planOf(picture);
  change(plan);
  return host.writePlan(plan, { expected: userFingerprint(picture) }, signal);
}

/** Values of a sheet as rows. */
function content(book: FakeBook, name: string): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const [key, cell] of book.sheet(name).cells) {
    const [row, column] = key.split(',').map(Number);
    if (cell.value !== '') cells[toA1(row!, column!)] = cell.value;
  }
  return cells;
}

function planned(plan: Plan, name: string): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  plan.sheets
    .find((one) => one.name === name)!
    .rows.forEach((row, at) =>
      row.cells.forEach((cell, column) => {
        if (cell !== null && cell.value !== null && cell.value !== '') cells[toA1(at, column)] = cell.value;
      }),
    );
  return cells;
}

const names = (book: FakeBook): string[] =>
  book.sheets.map((one) => `${one.name}${one.visibility === 'Visible' ? '' : ' (ẩn)'}`);

let book: FakeBook;
let host: WorkbookHost;

beforeEach(() => {
  book = bookOf(base());
  open(book);
  host = excelHost({ patience: 5, limit: 200 });
});

describe('reading', () => {
  it.each(['so-nganh-21x40', 'cap-huyen-11x64', 'can-giuoc-2025', 'moi-loi'])(
    '%s is what the file reader sees',
    async (name) => {
      const { picture } = readWorkbook(readFileSync(new URL(`../../../samples/${name}.xlsx`, import.meta.url)));
      open((book = bookOf(picture)));
      const read = await host.readPicture(quiet, signal);
      const bare = (one: Picture): unknown =>
        JSON.parse(
          JSON.stringify(one, (key, value: unknown) => {
            // What Excel shows is its own; and it leaves no formula uncalculated.
            const kind = typeof value === 'object' && value !== null ? (value as { kind?: string }).kind : undefined;
            return kind === 'uncalculated' ? null : key === 'shown' ? undefined : value;
          }),
        );
      expect(bare(read)).toEqual(bare(picture));
    },
  );

  it('takes as many requests for 3 sheets as for 95', async () => {
    await host.readPicture(quiet, signal);
    const few = book.syncs;
    const first = base().sheets[0]!;
    open((book = bookOf({ sheets: Array.from({ length: 95 }, (_, at) => ({ ...first, name: `Xã ${at}` })) })));
    await host.readPicture(quiet, signal);
    expect(book.syncs).toBe(few);
  });

  it('takes a null answer for too large, never for empty', async () => {
    const whole = await host.readPicture(quiet, signal);
    book.nullAbove = 20;
    expect(await host.readPicture(quiet, signal)).toEqual(whole);
  });

  it('counts cells, and stops when it is cancelled', async () => {
    const seen: [number, number][] = [];
    await host.readPicture((done, total) => seen.push([done, total]), signal);
    expect(seen[0]![0]).toBe(0);
    expect(seen[seen.length - 1]![0]).toBe(seen[seen.length - 1]![1]);
    const stop = new AbortController();
    book.before = () => stop.abort();
    await expect(host.readPicture(quiet, stop.signal)).rejects.toBeInstanceOf(Cancelled);
  });

  it('finds more than 512 merged areas, and goes on where formulas can’t be asked for at once', async () => {
    const rows = Array.from({ length: 700 }, (_, row) => [
      `h${row}`,
      row === 5 ? { value: 1, formula: true as const } : row,
    ]);
    const merges = rows.map((_, row) => ({ top: row, left: 0, bottom: row, right: 1 }));
    const picture = { sheets: [sheet('Nhiều', rows, { merges })] };
    open((book = bookOf(picture)));
    book.before = (_request, calls) => {
      if (calls.some((call) => call.includes('getSpecialCells'))) throw new Refusal('GeneralException');
    };
    const read = await host.readPicture(quiet, signal);
    expect(read.sheets[0]!.merges).toHaveLength(700);
    expect(read).toEqual(picture);
  });

  it('reads of our own sheets the waivers and the state, not what nothing reads again', async () => {
    await run(host);
    const details = book.sheet('Chi tiết điểm');
    for (let row = 50; row < 3_000; row += 1) details.cells.set(`${row},0`, { value: row });
    const findings = book.sheet('Kiểm tra');
    for (let row = 50; row < 3_000; row += 1) findings.cells.set(`${row},0`, { value: row });
    const read = await host.readPicture(quiet, signal);
    const rows = (name: string): number => read.sheets.find((one) => one.name === name)!.rows.length;
    expect(rows('Chi tiết điểm')).toBeLessThan(7);
    expect(rows('Kiểm tra')).toBeGreaterThan(2_900);
    expect(rows('_nghin_diem')).toBe(book.sheet('_nghin_diem').getUsedRange().rowCount);
  });

  it('asks Excel what a column of codes shows, and which formats are dates', async () => {
    const picture = {
      sheets: [
        sheet('Bộ', [
          ['Mã', 'Chỉ số', 'Ngày'],
          [{ value: 4.1, format: '?0.00' }, 'x', { value: 45_000, kind: 'date' as const, format: 'dd/mm/yyyy' }],
        ]),
      ],
    };
    open((book = bookOf(picture)));
    const read = await host.readPicture(quiet, signal);
    expect(read.sheets[0]!.rows[1]!.cells[0]).toMatchObject({ shown: '<4.1>' });
    expect(read.sheets[0]!.rows[1]!.cells[2]).toEqual({ value: 45_000, kind: 'date', format: 'dd/mm/yyyy' });
  });
});

describe('writing', () => {
  it('writes what the plan says, and nothing of the user’s own', async () => {
    const before = userFingerprint(await host.readPicture(quiet, signal));
    const report = await run(host);
    expect(report.warnings).toEqual([]);
    const plan = planOf(base());
    for (const { name } of plan.sheets) expect(content(book, name)).toEqual(planned(plan, name));
    const after = await host.readPicture(quiet, signal);
    expect(userFingerprint(after)).toBe(before);
    expect(names(book).slice(-4)).toEqual(['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra', '_nghin_diem (ẩn)']);
    expect(book.active.name).toBe(base().sheets[0]!.name);
    expect(book.sheet('Xếp hạng').frozen).toMatch(/^A1:XFD/);
    expect(book.sheet('Xếp hạng').chartList.map((one) => one.name)).toEqual(['nghin-diem-1']);
  });

  it('a second run goes over the same sheets in place, with what was longer cleared', async () => {
    await run(host);
    const ids = book.sheets.map((one) => one.id);
    const ranking = book.sheet('Xếp hạng');
    ranking.cells.set('900,40', { value: 'cũ' });
    const report = await run(host);
    expect(report.warnings).toEqual([]);
    expect(book.sheets.map((one) => one.id)).toEqual(ids);
    expect(ranking.cells.has('900,40')).toBe(false);
    expect(ranking.chartList).toHaveLength(1);
    expect(content(book, 'Xếp hạng')).toEqual(planned(planOf(base()), 'Xếp hạng'));
  });

  it('text that Excel would run stays text', async () => {
    await run(host, (plan) => {
      const style = plan.sheets[0]!.styles.push({}) - 1;
      const texts = ['=1+1', '+84', '-', '@x', '1.10', '5/6', "'x", `=${'y'.repeat(300)}`];
      plan.sheets[0]!.rows.push(...texts.map((value) => ({ cells: [{ value, style }] })));
    });
    const cells = [...book.sheet('Xếp hạng').cells.values()];
    for (const text of ['=1+1', '+84', '@x', '1.10', '5/6', "'x", `=${'y'.repeat(300)}`])
      expect(cells.find((cell) => cell.value === text)).toMatchObject({ value: text });
    expect(cells.some((cell) => cell.formula !== undefined)).toBe(false);
  });

  it('whatever request fails before the decisive one, the old sheets are whole; the next run is complete', async () => {
    await run(host);
    const old = content(book, 'Xếp hạng');
    const count = book.syncs;
    await run(host);
    const most = book.syncs - count;
    for (let fail = 1; fail <= most; fail += 1) {
      const from = book.syncs;
      book.before = (request) => {
        if (request === from + fail) throw new Refusal('AccessDenied');
      };
      const picture = await readAgain();
      const plan = planOf(picture, '2027-01-01T00:00:00+07:00');
      let over = true;
      await host.writePlan(plan, { expected: userFingerprint(picture) }, signal).catch(() => (over = false));
      book.before = quiet;
      const now = content(book, 'Xếp hạng');
      if (over) expect(now).toEqual(planned(plan, 'Xếp hạng'));
      else expect(now).toEqual(old);
      // A left-over is no part of the picture, and gone after the next run.
      await run(host);
      expect(names(book).filter((name) => name.includes('~'))).toEqual([]);
      expect(names(book).filter((name) => name.startsWith('Xếp hạng'))).toEqual(['Xếp hạng']);
    }
    async function readAgain(): Promise<Picture> {
      const before = book.before;
      book.before = quiet;
      const at = book.syncs;
      const picture = await host.readPicture(quiet, signal);
      book.syncs = at;
      book.before = before;
      return picture;
    }
  });

  it('a decisive request that stops half-way leaves the ranking old or new, never a mixture', async () => {
    await run(host);
    const picture = await host.readPicture(quiet, signal);
    const plan = planOf(picture, '2027-01-01T00:00:00+07:00');
    const old = content(book, 'Xếp hạng');
    const fresh = planned(plan, 'Xếp hạng');
    let stops = 0;
    for (let stop = 0; ; stop += 1) {
      let reached = false;
      book.during = (calls, index) => {
        if (index !== stop || !calls.some((call) => call.endsWith('.copyFrom'))) return;
        reached = true;
        throw new Refusal('GeneralException');
      };
      await host.writePlan(plan, { expected: userFingerprint(picture) }, signal).catch(quiet);
      book.during = quiet;
      if (!reached) break;
      stops += 1;
      expect([old, fresh]).toContainEqual(content(book, 'Xếp hạng'));
      await host.writePlan(planOf(picture), { expected: userFingerprint(picture) }, signal);
    }
    expect(stops).toBeGreaterThan(20);
  });

  it('a place that was made and never filled is used by the next run', async () => {
    book.before = (_request, calls) => {
      if (calls.some((call) => call.endsWith('.values=') || call.endsWith('.delete')))
        throw new Refusal('AccessDenied');
    };
    await expect(run(host)).rejects.toMatchObject({ kind: 'protected' });
    expect(names(book)).toContain('Xếp hạng (ẩn)');
    book.before = quiet;
    await run(host);
    expect(names(book).slice(-4)).toEqual(['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra', '_nghin_diem (ẩn)']);
    expect(content(book, 'Xếp hạng')).toEqual(planned(planOf(base()), 'Xếp hạng'));
  });

  it('a request too large is sent again in smaller ones', async () => {
    let refused = 0;
    book.before = (_request, calls) => {
      if (calls.some((call) => call.endsWith('.values=')) && refused++ === 0)
        throw new Refusal('RequestPayloadSizeLimitExceeded');
    };
    await run(host);
    expect(refused).toBeGreaterThan(1);
    expect(content(book, 'Xếp hạng')).toEqual(planned(planOf(base()), 'Xếp hạng'));
  });

  it.each<Fault>([
    ['read-only', (one) => (one.readOnly = true), 'read-only'],
    ['a protected structure', (one) => (one.protection.protected = true), 'structure-protected'],
    ['an old Excel', (one) => (one.api = 13), 'too-old'],
  ])('%s is said first, with nothing written', async (_, set, kind) => {
    const picture = await host.readPicture(quiet, signal);
    const before = names(book);
    set(book);
    await expect(host.writePlan(planOf(picture), { expected: userFingerprint(picture) }, signal)).rejects.toMatchObject(
      { kind },
    );
    expect(names(book)).toEqual(before);
  });

  it('our protected sheet is left alone, and named', async () => {
    await run(host);
    book.sheet('Kiểm tra').protection.protected = true;
    const old = content(book, 'Xếp hạng');
    await expect(run(host)).rejects.toMatchObject({ kind: 'protected', words: { args: { sheet: 'Kiểm tra' } } });
    expect(content(book, 'Xếp hạng')).toEqual(old);
  });

  it('a user’s own sheet with our name is not touched', async () => {
    book.sheets.push(...bookOf({ sheets: [sheet('Xếp hạng', [['của tôi']])] }).sheets);
    const own = book.sheet('Xếp hạng');
    await run(host);
    expect([...own.cells.values()].map((cell) => cell.value)).toEqual(['của tôi']);
    expect(names(book)).toContain('Xếp hạng (Nghìn Điểm)');
  });

  it('an edit, a rename or a new sheet between reading and writing stops it', async () => {
    const picture = await host.readPicture(quiet, signal);
    const plan = planOf(picture);
    const expected = userFingerprint(picture);
    const first = book.sheets[0]!;
    const changes: [() => void, () => void][] = [
      [() => first.cells.set('90,0', { value: 1 }), () => first.cells.delete('90,0')],
      [() => (first.name = 'Khác'), () => (first.name = picture.sheets[0]!.name)],
    ];
    for (const [change, back] of changes) {
      change();
      await expect(host.writePlan(plan, { expected }, signal)).rejects.toMatchObject({ kind: 'changed' });
      expect(names(book)).not.toContain('Xếp hạng');
      back();
    }
    await host.writePlan(plan, { expected }, signal);
  });

  it('a filter on our sheet is cleared and said', async () => {
    await run(host);
    Object.assign(book.sheet('Kiểm tra').autoFilter, { enabled: true, isDataFiltered: true });
    const report = await run(host);
    expect(report.warnings.map((one) => one.id)).toEqual(['host.warn-filter']);
    expect(book.sheet('Kiểm tra').autoFilter.isDataFiltered).toBe(false);
  });

  it('what hosts do unreliably is a warning when it fails twice', async () => {
    book.before = (_request, calls) => {
      if (calls.some((call) => /charts\.add|freezeRows|paperSize/.test(call))) throw new Refusal('GeneralException');
    };
    const report = await run(host);
    const ids = new Set(report.warnings.map((one) => one.id));
    expect(ids).toEqual(new Set(['host.warn-print', 'host.warn-chart', 'host.warn-freeze']));
    expect(content(book, 'Xếp hạng')).toEqual(planned(planOf(base()), 'Xếp hạng'));
  });

  it('another workbook in front is said before anything is written', async () => {
    book.before = (_request, calls) => {
      if (calls.some((call) => call.endsWith('worksheets.add'))) throw new Refusal('GeneralException');
    };
    await expect(run(host)).rejects.toMatchObject({ kind: 'focus', retry: true });
    expect(names(book)).not.toContain('Xếp hạng');
  });

  it('a sheet that takes our name at the last moment is not removed with what we made', async () => {
    let hit = false;
    book.before = (_request, calls) => {
      if (hit || !calls.some((call) => call.endsWith('worksheets.add'))) return;
      hit = true;
      book.sheets.push(...bookOf({ sheets: [sheet('Kiểm tra', [['của tôi']])] }).sheets);
    };
    await expect(run(host)).rejects.toMatchObject({ kind: 'unknown' });
    expect(names(book).slice(-1)).toEqual(['Kiểm tra']);
  });

  it('cancelling leaves nothing behind', async () => {
    const picture = await host.readPicture(quiet, signal);
    const before = names(book);
    const stop = new AbortController();
    book.before = (_request, calls) => {
      if (calls.some((call) => call.endsWith('.values='))) stop.abort();
    };
    await expect(
      host.writePlan(planOf(picture), { expected: userFingerprint(picture) }, stop.signal),
    ).rejects.toBeInstanceOf(Cancelled);
    expect(names(book)).toEqual(before);
  });

  it('a request that never answers ends as a time-out, after a word about the cell being edited', async () => {
    const said: unknown[] = [];
    host = excelHost({ patience: 5, limit: 60, waiting: (words) => said.push(words?.id ?? null) });
    book.before = () => new Promise(() => undefined);
    await expect(host.readPicture(quiet, signal)).rejects.toMatchObject({ kind: 'timeout' });
    expect(said[0]).toBe('host.press-enter');
  });
});

describe('repairs', () => {
  const at = (row: number, column: number): string => toA1(row, column);
  const name = base().sheets[0]!.name;
  it('are compared, written and taken back', async () => {
    const first = book.sheets[0]!;
    first.cells.set('60,0', { value: '1.234', format: 'General' });
    const { takeBack } = await host.applyEdits([
      { sheet: name, cell: at(60, 0), before: '1.234', value: '4.10', format: '@' },
      { sheet: name, cell: at(60, 1), before: null, value: '=x' },
    ]);
    expect(first.cells.get('60,0')).toMatchObject({ value: '4.10', format: '@' });
    expect(first.cells.get('60,1')).toMatchObject({ value: '=x' });
    await host.applyEdits(takeBack);
    expect(first.cells.get('60,0')).toMatchObject({ value: '1.234', format: 'General' });
    expect(first.cells.get('60,1')!.value).toBe('');
  });
  it.each<Fault>([
    ['another value', (one) => one.sheets[0]!.cells.set('60,1', { value: 2 }), 'host.changed-cell'],
    ['a formula', (one) => one.sheets[0]!.cells.set('60,1', { value: 1, formula: '=1' }), 'host.formula-cell'],
    ['a protected cell', (one) => (one.sheets[0]!.protection.protected = true), 'host.protected'],
    [
      'a row that a filter hides',
      (one) => (one.sheets[0]!.hiddenRows.add(60), (one.sheets[0]!.autoFilter.isDataFiltered = true)),
      'host.filtered-cell',
    ],
    ['no sheet', (one) => (one.sheets[0]!.name = 'Khác'), 'host.sheet-missing'],
  ])('%s stops all of them', async (_, set, id) => {
    book.sheets[0]!.cells.set('60,1', { value: 1 });
    set(book);
    const edits = [
      { sheet: name, cell: 'A61', before: null, value: 5 },
      { sheet: name, cell: 'B61', before: 1, value: 5 },
    ];
    await expect(host.applyEdits(edits)).rejects.toMatchObject({ words: { id } });
    expect(book.sheets[0]!.cells.get('60,0')?.value ?? '').toBe('');
  });
  it('an unlocked cell of a protected form is repaired', async () => {
    book.sheets[0]!.protection.protected = true;
    book.sheets[0]!.unlocked.push({ top: 60, left: 0, bottom: 60, right: 0 });
    book.sheets[0]!.guard = quiet;
    await host.applyEdits([{ sheet: name, cell: 'A61', before: null, value: 5 }]);
    expect(book.sheets[0]!.cells.get('60,0')!.value).toBe(5);
  });
  it('take as many requests for 2 cells as for 500', async () => {
    const edits = Array.from({ length: 500 }, (_, row) => ({
      sheet: name,
      cell: at(100 + row, 0),
      before: null,
      value: row,
    }));
    await host.applyEdits(edits.slice(0, 2));
    const few = book.syncs;
    await host.applyEdits(edits.slice(2));
    expect(book.syncs - few).toBe(few);
  });
});

describe('the person’s place', () => {
  it('a cell is revealed, though the first select does nothing', async () => {
    const name = book.sheets[1]!.name;
    book.deafSelects = 1;
    expect(await host.reveal(name, 'C7')).toBe('revealed');
    expect(book.active.name).toBe(name);
    expect(book.selection).toEqual({ top: 6, left: 2, bottom: 6, right: 2 });
    book.deafSelects = 9;
    expect(await host.reveal(name, 'D8')).toBe('address-only');
  });
  it('a hidden or missing sheet gives its address only', async () => {
    book.sheets[1]!.visibility = 'Hidden';
    expect(await host.reveal(book.sheets[1]!.name, 'A1')).toBe('address-only');
    expect(await host.reveal('không có', 'A1')).toBe('address-only');
  });
});

describe('changes', () => {
  it('mark; our own don’t', async () => {
    let marks = 0;
    const stop = await host.onChange(() => (marks += 1));
    book.fire({ worksheetId: book.sheets[0]!.id, triggerSource: 'Unknown' });
    expect(marks).toBe(1);
    book.fire({ worksheetId: book.sheets[0]!.id, triggerSource: 'ThisLocalAddin' });
    expect(marks).toBe(1);
    await run(host);
    book.fire({ worksheetId: book.sheet('Xếp hạng').id });
    expect(marks).toBe(1);
    stop();
  });
  it('facts are those of the host', async () => {
    expect(await host.facts()).toEqual({ readOnly: false, apiVersion: '1.20', canUndoGroup: true });
    book.api = 14;
    expect(await host.facts()).toEqual({ readOnly: false, apiVersion: '1.14', canUndoGroup: false });
  });
});

it('scalars of the base are what the fake holds', () => {
  const first = base().sheets[0]!;
  expect(book.sheets[0]!.cells.size).toBe(
    first.rows.flatMap((row) => row.cells.filter((cell) => scalarOf(cell) !== null)).length,
  );
});
