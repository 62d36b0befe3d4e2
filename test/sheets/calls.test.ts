/** The whole job of the sidebar through the built Code.js: every call, and what it leaves in the workbook. */
import { describe, expect, it } from 'vitest';
import { fromA1 } from '#core/workbook/address';
import { readWorkbook } from '#xlsx/index';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { book, sheet } from '#test/support/book';
import { workbook } from '#test/workbooks/base';
import { ask, CHOICE, face, names, open, question, ROOT, sheetOf, value, valueAt, view } from './support.ts';

const page = { severity: null, sheet: null, unit: null, text: '', offset: 0, limit: 50 } as const;

/** The workbook of three departments with a figure typed as text and one that is no number. */
const faulty = (): ReturnType<typeof workbook> => workbook({ data: { C5: '45', C6: 'bốn' } });

describe('a run', () => {
  it('check reads, counts and writes nothing', async () => {
    const host = await open(faulty());
    const before = host.book();
    const overview = value(host, 'runCheck', { choice: CHOICE });
    expect(overview.summary.counts.error).toBeGreaterThan(0);
    expect(overview.summary.ranking).toBe('none');
    expect(host.book()).toEqual(before);
  });

  it('tells hidden columns that decide, with at most eight calls a sheet', async () => {
    const wide = Array.from({ length: 60 }, (_, index) => `Điểm thẩm định ${index}`);
    const matrix = sheet('Rộng', [['Đơn vị', ...wide], ['Sở Y tế']]);
    const host = await open(workbook({ dataExtra: { hiddenColumns: [2, 8] }, more: [matrix] }));
    const checked = ask(host, 'runCheck', { choice: CHOICE });
    if (!checked.ok) throw new Error(checked.code);
    const { fingerprint } = checked.value;
    const asked = view(host, { choice: CHOICE, fingerprint }, 'findings', page).items;
    expect(asked.filter(({ check }) => check === 'column.hidden').map(({ place }) => place?.cell)).toEqual(['C3']);
    expect(checked.run.calls['Sheet.isColumnHiddenByUser']).toBeLessThanOrEqual(16);
  });

  it('score writes the three sheets and the hidden state; the ranking is the one worked out by hand', async () => {
    const host = await open(workbook());
    const { written, warnings, overview } = value(host, 'runScore', { choice: CHOICE });
    expect(written).toEqual(['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra']);
    expect(warnings).toEqual([]);
    expect(overview.summary.ranking).toBe('current');
    const state = host.book();
    expect(state.sheets.map(({ name, hidden }) => [name, hidden]).slice(-4)).toEqual([
      ['Xếp hạng', false],
      ['Chi tiết điểm', false],
      ['Kiểm tra', false],
      ['_nghin_diem', true],
    ]);
    const ranking = sheetOf(host, 'Xếp hạng');
    const lines = ranking.rows.map(({ cells }) => cells.map((cell) => cell?.cell ?? null));
    const at = lines.findIndex((cells) => cells[0] === 'TT');
    const rows = lines.slice(at + 1, at + 4).map((cells) => [cells[1], cells[2]]);
    expect(rows).toEqual([
      [1, 'Sở Nội vụ'],
      [2, 'Sở Y tế'],
      [3, 'Sở Công Thương'],
    ]);
    expect(ranking.frozen?.rows).toBeGreaterThan(0);
    expect(ranking.charts).toHaveLength(1);
    expect(ranking.charts?.[0]).toMatchObject({ title: 'Điểm theo chỉ số chính' });
  });

  it('a second run gives the same sheets, the same sheet objects and one chart', async () => {
    const host = await open(workbook());
    value(host, 'runScore', { choice: CHOICE });
    const before = host.book();
    value(host, 'runScore', { choice: CHOICE });
    const after = host.book();
    expect(after.sheets.map(({ id }) => id)).toEqual(before.sheets.map(({ id }) => id));
    expect(after.sheets.map(face)).toEqual(before.sheets.map(face));
    expect(sheetOf(host, 'Xếp hạng').charts).toHaveLength(1);
  });

  it("people's formulas that point at the ranking live on, and follow it", async () => {
    const host = await open(workbook());
    value(host, 'runScore', { choice: CHOICE });
    const ranking = sheetOf(host, 'Xếp hạng');
    const head = ranking.rows.find(({ cells }) => cells[0]?.cell === 'TT')!.index;
    const first = `C${head + 2}`;
    host.type('Đơn vị', 'H1', { cell: null, formula: `='Xếp hạng'!${first}` });
    expect(valueAt(sheetOf(host, 'Đơn vị'), 'H1')).toBe('Sở Nội vụ');
    // Sở Nội vụ loses its figures: another one leads.
    host.type('Số liệu', 'C5', { cell: 1 });
    host.type('Số liệu', 'C14', { cell: 1 });
    value(host, 'runScore', { choice: CHOICE });
    const leader = valueAt(sheetOf(host, 'Xếp hạng'), first);
    expect(valueAt(sheetOf(host, 'Đơn vị'), 'H1')).toBe(leader);
  });

  it('the place of the person is left as it was', async () => {
    const host = await open(workbook(), { active: 'Đơn vị' });
    host.change('Đơn vị', { selection: 'B4' });
    value(host, 'runScore', { choice: CHOICE });
    const state = host.book();
    expect(state.active).toBe('Đơn vị');
    expect(sheetOf(host, 'Đơn vị').selection).toBe('B4');
  });

  it('a sheet of the user’s own with our name is not touched', async () => {
    const own = sheet('Xếp hạng', [['Bảng tay của phòng'], ['A', 1]]);
    const picture = workbook();
    const host = await open(book(...picture.sheets, own));
    const before = face(sheetOf(host, 'Xếp hạng'));
    const { written, warnings } = value(host, 'runScore', { choice: CHOICE });
    expect(written[0]).toBe('Xếp hạng (Nghìn Điểm)');
    expect(warnings).toEqual([{ id: 'pane.warn-name', args: { sheet: 'Xếp hạng', name: 'Xếp hạng (Nghìn Điểm)' } }]);
    expect(value(host, 'runScore', { choice: CHOICE }).warnings).toEqual([]);
    expect(face(sheetOf(host, 'Xếp hạng'))).toEqual(before);
  });

  it('a workbook without an index set gets Kiểm tra alone', async () => {
    const host = await open(book(sheet('Trang tính1', [['Xin chào']])));
    const { written, overview } = value(host, 'runScore', { choice: CHOICE });
    expect(written).toEqual(['Kiểm tra']);
    expect(overview.summary.set).toBeNull();
  });

  it('texts that Sheets would run or reinterpret stay texts', async () => {
    const units = ['=HYPERLINK("x")', '+84 912 Sở', "'Sở - 1"];
    const names = Object.fromEntries(
      units.flatMap((name, unit) => [0, 1, 2, 3, 4].map((row) => [`A${4 + unit * 5 + row}`, name])),
    );
    // What can't be read as a figure is shown as it stands on Kiểm tra.
    const odd = {
      C5: '24/11',
      C6: '(1)',
      C8: '=1+1',
      C10: '1.10.2',
      C11: '12E5',
      C13: '+x',
      C15: '00 1 x',
      C16: '@x',
      C18: "'x",
    };
    const picture = workbook({
      units: Object.fromEntries(units.map((name, index) => [`B${index + 2}`, name])),
      data: { ...names, ...odd },
    });
    const host = await open(picture);
    value(host, 'runScore', { choice: CHOICE });
    const shown = (name: string, text: string): void => {
      const cell = sheetOf(host, name)
        .rows.flatMap(({ cells }) => cells)
        .find((one) => one?.cell === text);
      expect(cell, text).toBeDefined();
      expect(cell?.formula).toBeUndefined();
    };
    for (const unit of units) shown('Xếp hạng', unit);
    for (const text of Object.values(odd)) shown('Kiểm tra', text);
  });
});

describe('views', () => {
  it('findings come in pages and by filter, from the kept picture or read again', async () => {
    const host = await open(faulty());
    const { fingerprint } = value(host, 'runCheck', { choice: CHOICE });
    const run = { choice: CHOICE, fingerprint };
    const kept = ask(host, 'ask', question(run, 'findings', page));
    expect(kept.run.calls['Range.getValues']).toBeUndefined();
    host.forget();
    const again = ask(host, 'ask', question(run, 'findings', page));
    expect(again.run.calls['Range.getValues']).toBeGreaterThan(0);
    expect(again.ok && again.value).toEqual(kept.ok && kept.value);
    const errors = view(host, run, 'findings', { ...page, severity: 'error', limit: 1 });
    expect(errors.items).toHaveLength(1);
    expect(errors.items[0]).toMatchObject({ check: 'value.not-a-number', place: { sheet: 'Số liệu', cell: 'C6' } });
  });

  it('ranking, unit and settings are those of core/view', async () => {
    const host = await open(workbook());
    const { fingerprint } = value(host, 'runCheck', { choice: CHOICE });
    const run = { choice: CHOICE, fingerprint };
    const ranking = view(host, run, 'ranking', { group: 0, sort: 'rank', text: '', offset: 0, limit: 10 });
    expect(ranking.items.map(({ name, points, rank }) => [name, points, rank])).toEqual([
      ['Sở Nội vụ', '870,00', 1],
      ['Sở Y tế', '860,00', 2],
      ['Sở Công Thương', '450,00', 3],
    ]);
    const unit = view(host, run, 'unit', { unit: ranking.items[0]!.unit });
    expect(unit).toMatchObject({ name: 'Sở Nội vụ', rank: 1 });
    const settings = view(host, run, 'settings', {});
    expect(settings.items.map(({ key }) => key)).toContain('Đồng hạng');
    const english = view(host, { ...run, choice: { ...CHOICE, language: 'en' } }, 'ranking', {
      group: 0,
      sort: 'rank',
      text: '',
      offset: 0,
      limit: 1,
    });
    expect(english.items[0]!.points).toBe('870.00');
  });

  it('a view of a workbook that changed says so instead of showing something else', async () => {
    const host = await open(faulty());
    const { fingerprint } = value(host, 'runCheck', { choice: CHOICE });
    host.type('Số liệu', 'C6', { cell: 44 });
    host.forget();
    const answer = ask(host, 'ask', question({ choice: CHOICE, fingerprint }, 'findings', page));
    expect(answer).toMatchObject({ ok: false, code: 'changed' });
    expect(value(host, 'getFingerprint', {})).not.toBe(fingerprint);
  });

  it('our own writing does not make the workbook look edited', async () => {
    const host = await open(workbook());
    const { overview } = value(host, 'runScore', { choice: CHOICE });
    expect(value(host, 'getFingerprint', {})).toBe(overview.fingerprint);
  });

  it('what the sidebar can’t send is refused before anything is read', async () => {
    const host = await open(workbook());
    for (const bad of [null, {}, { choice: { ...CHOICE, language: 'fr' } }, { choice: CHOICE, more: 1 }]) {
      const run = host.call('runCheck', bad);
      expect(run.result).toEqual({ ok: false, code: 'input', args: {} });
      expect(run.total).toBe(0);
    }
    expect(host.call('answer_').thrown).toContain('not found');
  });
});

describe('edits', () => {
  it('a repair changes only the cells shown, can be taken back, and the run follows', async () => {
    const host = await open(faulty());
    const { fingerprint } = value(host, 'runCheck', { choice: CHOICE });
    const run = { choice: CHOICE, fingerprint };
    const { items } = view(host, run, 'findings', page);
    const item = items.find(({ check }) => check === 'value.text-number')!;
    const { edits, cells } = view(host, run, 'repair', { index: item.index, all: false })!.readings[0]!;
    expect(cells).toEqual([{ place: { sheet: 'Số liệu', cell: 'C5' }, before: '“45”', after: '45' }]);
    expect(edits).toMatchObject([{ sheet: 'Số liệu', cell: 'C5', before: '45', value: 45 }]);
    const before = host.book();
    const { takeBack, overview } = value(host, 'applyEdits', { choice: CHOICE, edits });
    expect(valueAt(sheetOf(host, 'Số liệu'), 'C5')).toBe(45);
    expect(overview!.fingerprint).not.toBe(fingerprint);
    expect(overview!.summary.counts.note).toBeLessThan(4);
    value(host, 'applyEdits', { choice: CHOICE, edits: takeBack });
    expect(host.book().sheets.map(face)).toEqual(before.sheets.map(face));
    expect(value(host, 'getFingerprint', {})).toBe(fingerprint);
  });

  it('a cell that changed meanwhile, holds a formula or is protected stops all edits', async () => {
    const host = await open(faulty());
    const edits = [
      { sheet: 'Số liệu', cell: 'C5', before: '45', value: 45 },
      { sheet: 'Số liệu', cell: 'C6', before: 'bốn', value: 4 },
    ];
    host.type('Số liệu', 'C6', { cell: 'năm' });
    expect(ask(host, 'applyEdits', { choice: CHOICE, edits })).toMatchObject({
      ok: false,
      code: 'changed-cell',
      args: { cell: "'Số liệu'!C6" },
    });
    host.type('Số liệu', 'C6', { cell: 'bốn', formula: '="bốn"' });
    expect(ask(host, 'applyEdits', { choice: CHOICE, edits })).toMatchObject({ ok: false, code: 'formula-cell' });
    host.type('Số liệu', 'C6', { cell: 'bốn' });
    host.change('Số liệu', {
      protections: [{ area: { top: 5, left: 2, bottom: 5, right: 2 }, warningOnly: false, canEdit: false }],
    });
    expect(ask(host, 'applyEdits', { choice: CHOICE, edits })).toMatchObject({ ok: false, code: 'protected-cell' });
    expect(valueAt(sheetOf(host, 'Số liệu'), 'C5')).toBe('45');
    host.change('Số liệu', { protections: [], refusing: [{ top: 5, left: 2, bottom: 5, right: 2 }] });
    // The second cell's own rule refuses the value: the first one goes back too.
    expect(ask(host, 'applyEdits', { choice: CHOICE, edits })).toMatchObject({ ok: false, code: 'service' });
    expect(valueAt(sheetOf(host, 'Số liệu'), 'C5')).toBe('45');
    const gone = [{ ...edits[0]!, sheet: 'Không có' }];
    expect(ask(host, 'applyEdits', { choice: CHOICE, edits: gone })).toMatchObject({
      ok: false,
      code: 'sheet-missing',
    });
  });

  it('a code is repaired as a text in the text format', async () => {
    const host = await open(workbook());
    const edits = [{ sheet: 'Bộ chỉ số', cell: 'A3', before: null, value: '1.10', format: '@' }];
    const first = valueAt(sheetOf(host, 'Bộ chỉ số'), 'A3');
    value(host, 'applyEdits', { choice: CHOICE, edits: [{ ...edits[0]!, before: first as string }] });
    const { row, column } = fromA1('A3')!;
    const cell = sheetOf(host, 'Bộ chỉ số').rows.find(({ index }) => index === row)!.cells[column];
    expect(cell).toMatchObject({ cell: '1.10', format: '@' });
  });

  it('a waiver is written beside its finding, makes the sheet first where there is none, and holds at the next run', async () => {
    const host = await open(faulty());
    const { fingerprint } = value(host, 'runCheck', { choice: CHOICE });
    const run = { choice: CHOICE, fingerprint };
    const { items } = view(host, run, 'findings', { ...page, severity: 'error' });
    const { overview } = value(host, 'write', {
      run,
      ask: {
        verb: 'waive',
        input: { index: items[0]!.index, by: 'Nguyễn Văn A', reason: 'Đã đối chiếu bản giấy' },
      },
    });
    expect(overview!.summary.counts.waived).toBe(1);
    expect(names(host)).toContain('Kiểm tra');
    expect(names(host)).not.toContain('Xếp hạng');
    value(host, 'runScore', { choice: CHOICE });
    const again = value(host, 'runCheck', { choice: CHOICE });
    expect(again.summary.counts.waived).toBe(1);
  });

  it('a setting makes its sheet, then changes its cell; what it can’t take is refused', async () => {
    const host = await open(workbook());
    const first = value(host, 'runCheck', { choice: CHOICE });
    const made = value(host, 'write', {
      run: { choice: CHOICE, fingerprint: first.fingerprint },
      ask: { verb: 'setting', input: { key: 'Đồng hạng', value: '1223' } },
    });
    expect(names(host)).toContain('Thiết lập');
    const run = { choice: CHOICE, fingerprint: made.overview!.fingerprint };
    const refused = ask(host, 'write', { run, ask: { verb: 'setting', input: { key: 'Đồng hạng', value: '99' } } });
    expect(refused).toMatchObject({ ok: false, code: 'setting-refused', args: { value: '99' } });
    const { takeBack } = value(host, 'write', {
      run,
      ask: { verb: 'setting', input: { key: 'Đồng hạng', value: '1234' } },
    });
    expect(takeBack).toHaveLength(1);
    const settings = view(host, { choice: CHOICE, fingerprint: value(host, 'getFingerprint', {}) }, 'settings', {});
    expect(settings.items.find(({ key }) => key === 'Đồng hạng')).toMatchObject({ value: '1234', invalid: false });
  });

  it('the sample goes into an empty spreadsheet and can be scored at once', async () => {
    const host = await open(book(sheet('Trang tính1', [])));
    const { overview } = value(host, 'insertSample', { choice: CHOICE });
    expect(overview!.summary.groups).toMatchObject([{ units: 6 }]);
    expect(overview!.summary.counts).toMatchObject({ error: 0, note: 1 });
    expect(value(host, 'runScore', { choice: CHOICE }).written).toHaveLength(3);
  });

  it('a cell is revealed; one that can’t be is told', async () => {
    const host = await open(workbook());
    expect(value(host, 'revealCell', { sheet: 'Số liệu', cell: 'C6' })).toBe(true);
    expect(host.book().active).toBe('Số liệu');
    expect(sheetOf(host, 'Số liệu').selection).toBe('C6');
    expect(value(host, 'revealCell', { sheet: 'Không có', cell: 'A1' })).toBe(false);
    expect(value(host, 'revealCell', { sheet: 'Số liệu', cell: 'ZZ9999' })).toBe(false);
  });

  it('the language is kept for the person', async () => {
    const host = await open(workbook());
    expect(value(host, 'getFacts', {})).toMatchObject({ language: 'vi' });
    value(host, 'setLanguage', { language: 'en' });
    expect(value(host, 'getFacts', {})).toMatchObject({ language: 'en' });
    expect(host.call('menuHelp').dialogs[0]).toContain('Nghìn Điểm checks');
  });
});

it('the sample of 21 departments comes out as from the headless command', async () => {
  const { picture } = readWorkbook(readFileSync(join(ROOT, 'samples', 'so-nganh-21x40.xlsx')));
  const host = await open(picture);
  const { overview } = value(host, 'runScore', { choice: CHOICE });
  expect(overview.summary.groups).toMatchObject([{ units: 21, ranked: 21, blocked: 0 }]);
});
