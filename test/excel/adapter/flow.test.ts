/** Reading, writing, repairing and revealing through the genuine office.js, with what goes wrong on real hosts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { samplePlan } from '#core/commands/sample';
import { scoreWorkbook } from '#core/commands/score';
import type { Picture } from '#core/workbook/picture';
import type { Plan } from '#core/workbook/plan';
import { userFingerprint, writeMark } from '#core/write/index';
import { syntheticPicture } from '#test/bench/synthetic';
import { sheet } from '#test/support/book';
import { workbook as base } from '#test/workbooks/base';
import { Cancelled, type WorkbookHost, type WriteReport } from '../../../excel-addin/host.ts';
import { excelHost } from '../../../excel-addin/workbook/index.ts';
import { namesOf, openBook, valuesOf, whenCalled, type Opened } from './library.ts';

const signal = new AbortController().signal;
const quiet = (): void => undefined;
const RANKING = 'Xếp hạng';
const OURS = [RANKING, 'Chi tiết điểm', 'Kiểm tra', '_nghin_diem (ẩn)'];

let opened: Opened;
let host: WorkbookHost;

async function open(picture: Picture, options: Parameters<typeof openBook>[1] = {}): Promise<void> {
  opened?.close();
  opened = await openBook(picture, options);
  host = excelHost({ patience: 20, limit: 4_000 });
}

beforeEach(() => open(base()));
afterEach(() => opened.close());

function planOf(picture: Picture, at = '2026-11-24T17:00:00+07:00'): Plan {
  return scoreWorkbook(picture, { language: 'vi', at, version: 'test' }).plan;
}

/** Reads, scores and writes, as the pane does. */
async function run(at?: string, change: (plan: Plan) => void = quiet): Promise<WriteReport> {
  const picture = await host.readPicture(quiet, signal);
  const plan = planOf(picture, at);
  change(plan);
  return host.writePlan(plan, { expected: writeMark(picture) }, signal);
}

const ranking = (): Map<string, unknown> => valuesOf(opened.book, RANKING);

function planned(plan: Plan, name: string): Map<string, unknown> {
  const values = new Map<string, unknown>();
  plan.sheets
    .find((one) => one.name === name)!
    .rows.forEach((row, at) =>
      row.cells.forEach((cell, column) => {
        if (cell !== null && cell.value !== null && cell.value !== '') values.set(`${at},${column}`, cell.value);
      }),
    );
  return values;
}

describe('reading', () => {
  it('takes as many requests for 3 sheets as for 95', async () => {
    await host.readPicture(quiet, signal);
    const few = opened.host.count();
    const first = base().sheets[0]!;
    await open({ sheets: Array.from({ length: 95 }, (_, at) => ({ ...first, name: `Xã ${at}` })) });
    await host.readPicture(quiet, signal);
    expect(opened.host.count()).toBe(few);
  });

  it('takes a null answer for too large, never for empty', async () => {
    const whole = await host.readPicture(quiet, signal);
    opened.host.faults.nullAbove = 40;
    expect(await host.readPicture(quiet, signal)).toEqual(whole);
  });

  it('halves what the host finds too large, and says so where nothing is small enough', async () => {
    const whole = await host.readPicture(quiet, signal);
    opened.host.faults.payloadLimit = 9_000;
    expect(await host.readPicture(quiet, signal)).toEqual(whole);
    opened.host.faults.payloadLimit = 1_500;
    await expect(host.readPicture(quiet, signal)).rejects.toMatchObject({ kind: 'too-large' });
  });

  it('counts cells, and stops when it is cancelled', async () => {
    const seen: [number, number][] = [];
    const stop = new AbortController();
    await host.readPicture((done, total) => seen.push([done, total]), signal);
    expect(seen[0]![0]).toBe(0);
    expect(seen[seen.length - 1]![0]).toBe(seen[0]![1]);
    await expect(host.readPicture(() => stop.abort(), stop.signal)).rejects.toBeInstanceOf(Cancelled);
  });

  it('finds more than 512 merged areas, and goes on where formulas can’t be asked for at once', async () => {
    const rows = Array.from({ length: 700 }, (_, row) => [
      `h${row}`,
      row === 5 ? { value: 1, formula: true as const } : row + 1,
    ]);
    const merges = rows.map((_, row) => ({ top: row, left: 2, bottom: row, right: 3 }));
    const wide = rows.map((row) => [...row, null, null, 'x']);
    const picture = { sheets: [sheet('Nhiều', wide, { merges, hidden: [3, 699] })] };
    await open(picture);
    opened.host.faults.onMember('Range.getSpecialCellsOrNullObject', 'GeneralException');
    expect(await host.readPicture(quiet, signal)).toEqual(picture);
  });

  it('tells hidden columns, some or all of them, in no more requests for many sheets than for one', async () => {
    const rows = [['x', 'y', 'z']];
    const sheets = [sheet('Một', rows, { hiddenColumns: [1] }), sheet('Hết', rows, { hiddenColumns: [0, 1, 2] })];
    const requests = async (picture: Picture): Promise<number> => {
      await open(picture);
      const before = opened.host.count();
      expect(await host.readPicture(quiet, signal)).toEqual(picture);
      return opened.host.count() - before;
    };
    const more = Array.from({ length: 9 }, (_, index) => sheet(`Nữa ${index}`, rows, { hiddenColumns: [index % 3] }));
    expect(await requests({ sheets: [...sheets, ...more] })).toBe(await requests({ sheets }));
  });

  it('asks Excel what a column of codes shows, and which formats are dates', async () => {
    const day = { value: 45_000, kind: 'date' as const, format: 'dd/mm/yyyy' };
    await open({
      sheets: [
        sheet('Bộ', [
          ['Mã', 'Chỉ số', 'Ngày'],
          [{ value: 4.1, format: '0.00_)' }, 'x', day],
        ]),
      ],
    });
    const read = await host.readPicture(quiet, signal);
    expect(read.sheets[0]!.rows[1]!.cells[0]).toMatchObject({ shown: expect.stringMatching(/^4[.,]10/) as unknown });
    expect(read.sheets[0]!.rows[1]!.cells[2]).toEqual(day);
  });

  it('reads of our own sheets the waivers and the state, not what nothing reads again', async () => {
    await run();
    for (const name of ['Chi tiết điểm', 'Kiểm tra'])
      for (let row = 50; row < 3_000; row += 1) opened.book.find(name)!.enter(row, 0, row);
    const read = await host.readPicture(quiet, signal);
    const rows = (name: string): number => read.sheets.find((one) => one.name === name)!.rows.length;
    expect(rows('Chi tiết điểm')).toBeLessThan(7);
    expect(rows('Kiểm tra')).toBeGreaterThan(2_900);
    const keys = [...valuesOf(opened.book, '_nghin_diem').keys()];
    expect(rows('_nghin_diem')).toBe(keys.filter((key) => key.endsWith(',0')).length);
  });
});

describe('writing', () => {
  it('leaves the person’s place, the calculation mode and the user’s sheets as they were', async () => {
    const { book } = opened;
    book.calculationMode = 'Manual';
    book.select(book.sheets[1]!, [{ top: 3, left: 1, bottom: 5, right: 2 }]);
    const before = userFingerprint(await host.readPicture(quiet, signal));
    expect((await run()).warnings).toEqual([]);
    expect(userFingerprint(await host.readPicture(quiet, signal))).toBe(before);
    expect(book.active).toBe(book.sheets[1]);
    expect(book.active!.selection).toEqual([{ top: 3, left: 1, bottom: 5, right: 2 }]);
    expect(book.calculationMode).toBe('Manual');
    expect(namesOf(book).slice(-4)).toEqual(OURS);
    const made = book.find(RANKING)!;
    expect(made.freeze.rows).toBeGreaterThan(0);
    expect(made.charts).toHaveLength(1);
    expect(made.layout).toMatchObject({ orientation: 'Landscape', paperSize: 'A4' });
  });

  it('puts the person back where a host moved them, as some do on freezing', async () => {
    const { book } = opened;
    const place = { top: 3, left: 1, bottom: 5, right: 2 };
    book.select(book.sheets[1]!, [place]);
    let isMoved = false;
    for (const call of ['FreezeRows', 'FreezeAt', 'FreezeColumns'])
      whenCalled(opened, call, () => {
        isMoved = true;
        book.activate(book.find(RANKING)!);
      });
    await run();
    expect(isMoved).toBe(true);
    expect(book.active).toBe(book.sheets[1]);
    expect(book.active!.selection).toEqual([place]);
  });

  it('a second run goes over the same sheets in place: formulas that point there live on, a note below is no leftover', async () => {
    await run();
    const { book } = opened;
    const ids = book.sheets.map((one) => one.id);
    const user = book.sheets[0]!;
    book.type(user, 80, 0, `='${RANKING}'!C8`);
    const seen = user.valueAt(80, 0);
    book.find(RANKING)!.enter(900, 40, 'ghi chú');
    expect((await run('2027-01-01T00:00:00+07:00')).warnings).toEqual([
      { id: 'pane.warn-kept', args: { sheet: RANKING, cells: 'AO901' } },
    ]);
    expect(book.sheets.map((one) => one.id)).toEqual(ids);
    expect(ranking().get('900,40')).toBe('ghi chú');
    expect(user.at(80, 0)).toMatchObject({ value: seen });
    expect(seen).not.toBeNull();
    expect(book.find(RANKING)!.charts).toHaveLength(1);
  });

  it('takes as many requests for 4 units as for 60, and the sheets look alike', async () => {
    const counts: number[] = [];
    const looks: boolean[] = [];
    for (const units of [4, 60]) {
      await open(syntheticPicture({ units, indicators: 6 }));
      const read = await host.readPicture(quiet, signal);
      const from = opened.host.count();
      await host.writePlan(planOf(read), { expected: writeMark(read) }, signal);
      counts.push(opened.host.count() - from);
      const cells = [...opened.book.find(RANKING)!.cells()].map(([, , cell]) => cell);
      looks.push(
        cells.some(({ format, value }) => typeof value === 'number' && /0[.]00/.test(format)),
        cells.some(({ look }) => look.fill !== undefined && look.bold === true),
        cells.some(({ look }) => look.borders?.['EdgeBottom']?.style === 'Continuous'),
      );
    }
    expect(counts[1]).toBe(counts[0]);
    expect(looks).toEqual([true, true, true, true, true, true]);
  });

  it('text that Excel would run or reinterpret stays text', async () => {
    const texts = ['=1+1', '+84', '-5', '@x', '1.10', '5/6', "'x", 'TRUE', `=${'y'.repeat(300)}`];
    await run(undefined, (plan) => {
      const style = plan.sheets[0]!.styles.push({}) - 1;
      plan.sheets[0]!.rows.push(...texts.map((value) => ({ cells: [{ value, style }] })));
    });
    const values = [...ranking().values()];
    for (const text of texts) expect(values).toContain(text);
    for (const [, , cell] of opened.book.find(RANKING)!.cells()) expect(cell.formula).toBeUndefined();
  });

  it('whatever request fails, the old ranking is whole or the new one is; the next run is complete', async () => {
    await run();
    const from = opened.host.count();
    await run();
    const most = opened.host.count() - from;
    for (let fail = 1; fail <= most; fail += 1) {
      const picture = await host.readPicture(quiet, signal);
      const plan = planOf(picture, `2027-01-01T00:00:00+07:00`);
      const old = ranking();
      opened.host.faults.onRequest(fail, { kind: 'error', code: 'AccessDenied', at: 0 });
      let over = true;
      await host.writePlan(plan, { expected: writeMark(picture) }, signal).catch(() => (over = false));
      opened.host.faults.clear();
      expect(ranking()).toEqual(over ? planned(plan, RANKING) : old);
      await run();
      expect(namesOf(opened.book).slice(base().sheets.length)).toEqual(OURS);
    }
  });

  it('a decisive request that stops half-way leaves the ranking old or new, never a mixture', async () => {
    await run();
    const picture = await host.readPicture(quiet, signal);
    const plan = planOf(picture, '2027-01-01T00:00:00+07:00');
    const old = ranking();
    const fresh = planned(plan, RANKING);
    const outcomes = new Set<boolean>();
    for (let at = 0; at < 1; at += 0.04) {
      const decisive = ({ calls }: { calls: string[] }): boolean => calls.includes('CopyFrom');
      opened.host.faults.onRequest(1, { kind: 'error', code: 'GeneralException', at }, 2, decisive);
      await host.writePlan(plan, { expected: writeMark(picture) }, signal).catch(quiet);
      opened.host.faults.clear();
      const now = ranking();
      expect([old, fresh]).toContainEqual(now);
      outcomes.add(now.size === fresh.size && [...fresh].every(([place, value]) => now.get(place) === value));
      await host.writePlan(planOf(picture), { expected: writeMark(picture) }, signal);
    }
    expect(outcomes).toContain(false);
  });

  it('a place that was made and never filled is used by the next run', async () => {
    const filling = ({ calls }: { calls: string[] }): boolean =>
      calls.includes('SetProperty Values') && !calls.includes('Add');
    opened.host.faults.onRequest(1, { kind: 'error', code: 'AccessDenied', at: 0 }, 1, filling);
    opened.host.faults.onCall('Delete', { kind: 'error', code: 'AccessDenied', at: 0 }, 9);
    await expect(run()).rejects.toMatchObject({ kind: 'protected' });
    expect(namesOf(opened.book)).toContain(`${RANKING} (ẩn)`);
    opened.host.faults.clear();
    await run();
    expect(namesOf(opened.book).slice(-4)).toEqual(OURS);
  });

  it('a hidden empty sheet of the person’s own under our name is neither used nor removed', async () => {
    const own = [RANKING, 'Kiểm tra', '_nghin_diem'];
    for (const name of own) opened.book.show(opened.book.add(name), 'Hidden');
    const ids = own.map((name) => opened.book.find(name)!.id);
    for (let round = 0; round < 2; round += 1) {
      const said = (await run()).warnings.map(({ id, args }) => [id, args['sheet']]);
      expect(said).toEqual(round > 0 ? [] : [RANKING, 'Kiểm tra'].map((name) => ['pane.warn-name', name]));
      expect(own.map((name) => opened.book.find(name)?.id)).toEqual(ids);
      expect(own.flatMap((name) => [...valuesOf(opened.book, name)])).toEqual([]);
      expect(namesOf(opened.book)).toContain(`${RANKING} (Nghìn Điểm)`);
    }
    expect(opened.book.sheets).toHaveLength(base().sheets.length + 3 + 4);
  });

  it('wherever inserting a sample dies, nothing of it is input, and the next run leaves no hidden sheet of it', async () => {
    const tidy = (): string => JSON.stringify([...ranking()]).replaceAll(/\d\d:\d\d/g, '…');
    await run();
    const clean = tidy();
    const names = namesOf(opened.book);
    let hidden = 0;
    for (let request = 6; request < 16; request += 1)
      for (const at of [0.3, 0.7]) {
        await open(base());
        const picture = await host.readPicture(quiet, signal);
        const plan = samplePlan(picture.sheets.map(({ name }) => name));
        opened.host.faults.onRequest(request, { kind: 'error', code: 'AccessDenied', at });
        // From then on Excel does nothing more.
        opened.host.faults.onRequest(request + 1, { kind: 'error', code: 'AccessDenied', at: 0 }, 99);
        await host.writePlan(plan, { expected: writeMark(picture) }, signal).catch(quiet);
        opened.host.faults.clear();
        const left = opened.book.sheets.slice(base().sheets.length);
        // What is seen already is the person's; most of it stands there by then.
        if (left.some(({ visibility }) => visibility === 'Visible')) continue;
        if (left.length > 0) hidden += 1;
        await run();
        expect(tidy(), `request ${request}, ${at}`).toBe(clean);
        expect(namesOf(opened.book), `request ${request}, ${at}`).toEqual(names);
      }
    expect(hidden).toBeGreaterThan(3);
  });

  it('a request too large is sent again in smaller ones', async () => {
    opened.host.faults.onCall('SetProperty Values', { kind: 'office-error', code: 5103 });
    await run();
    expect(ranking()).toEqual(planned(planOf(base()), RANKING));
  });

  it('a sporadic refusal of the decisive request is tried once more', async () => {
    opened.host.faults.onCall('CopyFrom', { kind: 'error', code: 'GeneralException', at: 0.5 });
    expect((await run()).warnings).toEqual([]);
    expect(ranking()).toEqual(planned(planOf(base()), RANKING));
  });

  it.each<[string, () => unknown, string]>([
    ['a read-only workbook', () => (opened.book.readOnly = true), 'read-only'],
    ['a protected structure', () => (opened.book.structureProtected = true), 'structure-protected'],
    ['another workbook in front', () => (opened.host.faults.isFocusLost = true), 'focus'],
    ['a lost session', () => opened.host.faults.onRequest(1, { kind: 'office-error', code: 5012 }), 'lost'],
  ])('%s is said, with nothing written', async (_, set, kind) => {
    const picture = await host.readPicture(quiet, signal);
    const before = namesOf(opened.book);
    set();
    const written = host.writePlan(planOf(picture), { expected: writeMark(picture) }, signal);
    await expect(written).rejects.toMatchObject({ kind });
    expect(namesOf(opened.book)).toEqual(before);
  });

  it('an Excel that is too old is told so at once', async () => {
    await open(base(), { matrix: { ExcelApi: '1.13' } });
    await expect(host.readPicture(quiet, signal)).rejects.toMatchObject({ kind: 'too-old' });
    expect(opened.host.count()).toBe(0);
  });

  it('the oldest Excel we promise has every member that is used', async () => {
    await open(base(), { matrix: { ExcelApi: '1.14', DelayForCellEdit: '1.1' } });
    await host.onChange(quiet);
    expect((await run()).warnings).toEqual([]);
    expect((await run()).warnings).toEqual([]);
    expect(await host.facts()).toEqual({ readOnly: false, bare: false, apiVersion: '1.14', canUndoGroup: false });
  });

  it('our protected sheet is left alone, and named', async () => {
    await run();
    const old = ranking();
    opened.book.find('Kiểm tra')!.isProtected = true;
    await expect(run()).rejects.toMatchObject({ kind: 'protected', words: { args: { sheet: 'Kiểm tra' } } });
    expect(ranking()).toEqual(old);
    expect(opened.book.find('Kiểm tra')!.isProtected).toBe(true);
  });

  it('a user’s own sheet with our name is not touched', async () => {
    opened.book.add(RANKING).enter(0, 0, 'của tôi');
    await run();
    expect([...ranking().values()]).toEqual(['của tôi']);
    expect(namesOf(opened.book)).toContain(`${RANKING} (Nghìn Điểm)`);
  });

  it('an edit, a rename or a new sheet by someone else between reading and writing stops it', async () => {
    const picture = await host.readPicture(quiet, signal);
    const written = (): Promise<WriteReport> =>
      host.writePlan(planOf(picture), { expected: writeMark(picture) }, signal);
    const { book } = opened;
    const first = book.sheets[0]!;
    const changes: [() => void, () => void][] = [
      [() => book.type(first, 90, 0, '1', 'other'), () => book.type(first, 90, 0, '', 'other')],
      [() => book.rename(first, 'Khác'), () => book.rename(first, picture.sheets[0]!.name)],
      [() => book.add('Thêm').enter(0, 0, 1), () => book.remove(book.find('Thêm')!)],
    ];
    for (const [change, back] of changes) {
      change();
      await expect(written()).rejects.toMatchObject({ kind: 'changed' });
      expect(namesOf(book)).not.toContain(RANKING);
      back();
    }
    await written();
  });

  it('the filter of our own list is set anew and said where it hid rows', async () => {
    const data = { C6: 'bốn', C7: 'x' };
    await open(base({ data }));
    await run();
    const findings = opened.book.find('Kiểm tra')!;
    findings.filter ??= { top: 3, left: 0, bottom: 9, right: 3 };
    findings.isFiltered = true;
    findings.hiddenRows.add(findings.filter.top + 1);
    const report = await run();
    expect(report.warnings.map((one) => one.id)).toEqual(['host.warn-filter']);
    expect(findings.isFiltered).toBe(false);
    expect(valuesOf(opened.book, 'Kiểm tra')).toEqual(planned(planOf(base({ data })), 'Kiểm tra'));
  });

  it('what hosts do unreliably is a warning when it fails twice', async () => {
    opened.host.faults.onMember('ChartCollection.add', 'GeneralException');
    opened.host.faults.onMember('WorksheetFreezePanes.freezeRows', 'GeneralException');
    opened.host.faults.onMember('PageLayout.setPrintTitleRows', 'GeneralException');
    opened.host.faults.onMember('AutoFilter.apply', 'GeneralException', 1);
    const report = await run();
    const ids = new Set(report.warnings.map((one) => one.id));
    expect(ids).toEqual(new Set(['host.warn-print', 'host.warn-chart', 'host.warn-freeze']));
    expect(ranking()).toEqual(planned(planOf(base()), RANKING));
  });

  it('a sheet that takes our name at the last moment is not removed with what we made', async () => {
    let isThere = false;
    whenCalled(opened, 'Add', () => {
      if (isThere) return;
      isThere = true;
      opened.book.add('Kiểm tra').enter(0, 0, 'của tôi');
    });
    await expect(run()).rejects.toMatchObject({ kind: 'unknown' });
    expect(namesOf(opened.book).slice(base().sheets.length)).toEqual(['Kiểm tra']);
  });

  it('cancelling leaves nothing behind', async () => {
    const picture = await host.readPicture(quiet, signal);
    const before = namesOf(opened.book);
    const stop = new AbortController();
    whenCalled(opened, 'SetProperty Values', () => stop.abort());
    const written = host.writePlan(planOf(picture), { expected: writeMark(picture) }, stop.signal);
    await expect(written).rejects.toBeInstanceOf(Cancelled);
    expect(namesOf(opened.book)).toEqual(before);
  });

  it('a request that never answers ends as a time-out, after a word about the cell being edited', async () => {
    const said: unknown[] = [];
    host = excelHost({ patience: 5, limit: 80, waiting: (words) => said.push(words?.id ?? null) });
    opened.host.faults.onRequest(3, { kind: 'silence' });
    await expect(host.readPicture(quiet, signal)).rejects.toMatchObject({ kind: 'timeout', retry: false });
    expect(said[0]).toBe('host.press-enter');
    expect(said[said.length - 1]).toBeNull();
  });

  it('a cell being edited is waited for, with a word to the person', async () => {
    const said: unknown[] = [];
    host = excelHost({ patience: 5, limit: 5_000, waiting: (words) => said.push(words?.id ?? null) });
    opened.host.faults.isEditing = true;
    setTimeout(() => opened.host.faults.endEditing(), 60);
    expect((await run()).warnings).toEqual([]);
    expect(said.slice(0, 2)).toEqual(['host.press-enter', null]);
  });

  it('an old build that can’t wait says that a cell is being edited', async () => {
    await open(base(), { matrix: { ExcelApi: '1.14' } });
    opened.host.faults.isEditing = true;
    await expect(host.readPicture(quiet, signal)).rejects.toMatchObject({ kind: 'cell-editing', retry: true });
  });
});

describe('repairs', () => {
  const name = base().sheets[0]!.name;
  const stored = (row: number, column: number): unknown => opened.book.sheets[0]!.at(row, column);

  it('are compared, written and taken back', async () => {
    opened.book.sheets[0]!.make(60, 0).value = '1.234';
    const { takeBack } = await host.applyEdits([
      { sheet: name, cell: 'A61', before: '1.234', value: '4.10', format: '@' },
      { sheet: name, cell: '$B$61', before: null, value: '=x' },
      { sheet: name, cell: 'C61', before: null, value: 2.5 },
    ]);
    expect(stored(60, 0)).toMatchObject({ value: '4.10', format: '@' });
    expect(stored(60, 1)).toMatchObject({ value: '=x' });
    expect(stored(60, 2)).toMatchObject({ value: 2.5 });
    await host.applyEdits(takeBack);
    expect(stored(60, 0)).toMatchObject({ value: '1.234', format: 'General' });
    expect(stored(60, 1)).toMatchObject({ value: null });
  });

  it.each<[string, () => unknown, string]>([
    ['another value', () => opened.book.sheets[0]!.enter(60, 1, 2), 'host.changed-cell'],
    ['a formula', () => Object.assign(opened.book.sheets[0]!.make(60, 1), { formula: '=1' }), 'host.formula-cell'],
    ['a protected cell', () => (opened.book.sheets[0]!.isProtected = true), 'host.protected'],
    [
      'a row that a filter hides',
      () => (opened.book.sheets[0]!.hiddenRows.add(60), (opened.book.sheets[0]!.isFiltered = true)),
      'host.filtered-cell',
    ],
    ['no sheet', () => opened.book.rename(opened.book.sheets[0]!, 'Khác'), 'host.sheet-missing'],
    ['a read-only workbook', () => (opened.book.readOnly = true), 'host.read-only'],
  ])('%s stops all of them', async (_, set, id) => {
    opened.book.sheets[0]!.enter(60, 1, 1);
    set();
    const edits = [
      { sheet: name, cell: 'A61', before: null, value: 5 },
      { sheet: name, cell: 'B61', before: 1, value: 5 },
    ];
    await expect(host.applyEdits(edits)).rejects.toMatchObject({ words: { id } });
    expect(opened.book.sheets[0]!.valueAt(60, 0)).toBeNull();
  });

  it('an unlocked cell of a protected form is repaired', async () => {
    opened.book.sheets[0]!.dress({ top: 60, left: 0, bottom: 60, right: 0 }, { locked: false });
    opened.book.sheets[0]!.isProtected = true;
    await host.applyEdits([{ sheet: name, cell: 'A61', before: null, value: 5 }]);
    expect(stored(60, 0)).toMatchObject({ value: 5 });
  });

  it('take as many requests for 2 cells as for 500', async () => {
    const edits = Array.from({ length: 502 }, (_, row) => ({
      sheet: name,
      cell: `A${row + 101}`,
      before: null,
      value: row,
    }));
    await host.applyEdits(edits.slice(0, 2));
    const few = opened.host.count();
    await host.applyEdits(edits.slice(2));
    expect(opened.host.count() - few).toBe(few);
  });
});

describe('the person’s place', () => {
  it('a cell of another sheet is revealed; a hidden or missing sheet gives its address only', async () => {
    const { book } = opened;
    const name = book.sheets[1]!.name;
    opened.host.faults.idleSelects = 1;
    expect(await host.reveal(name, 'C7')).toBe('revealed');
    expect(book.active!.name).toBe(name);
    expect(book.active!.selection).toEqual([{ top: 6, left: 2, bottom: 6, right: 2 }]);
    book.show(book.sheets[0]!, 'Hidden');
    expect(await host.reveal(book.sheets[0]!.name, 'A1')).toBe('address-only');
    expect(await host.reveal('không có', 'A1')).toBe('address-only');
    opened.host.faults.idleSelects = 9;
    expect(await host.reveal(name, 'D8')).toBe('address-only');
    opened.host.faults.isFocusLost = true;
    expect(await host.reveal(name, 'D8')).toBe('address-only');
  });
});

describe('changes', () => {
  it('mark; our own don’t', async () => {
    let marks = 0;
    const stop = await host.onChange(() => (marks += 1));
    const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));
    opened.book.type(opened.book.sheets[0]!, 70, 0, '1');
    await settle();
    expect(marks).toBe(1);
    opened.book.as('other', () => opened.book.add('Của người khác'));
    await settle();
    expect(marks).toBe(2);
    await run();
    await settle();
    expect(marks).toBe(2);
    stop();
    await new Promise((resolve) => setTimeout(resolve, 500));
    opened.book.type(opened.book.sheets[0]!, 70, 0, '2');
    await settle();
    expect(marks).toBe(2);
  });
});
