/** What Google, other people and the workbook may put in the way, and what the person then reads. */
import { describe, expect, it } from 'vitest';
import { WORK_MARK } from '#core/workbook/work-sheets';
import { sayAny } from '#test/support/words';
import type { Cell } from '#core/workbook/cell';
import { SCOPES, type SheetsHost } from '#local/sheets-host/host';
import { sheet } from '#test/support/book';
import { errorCell, formula, workbook } from '#test/workbooks/base';
import { FAILURES } from '../../sheets-addon/protocol.ts';
import { ask, CHOICE, face, names, open, sheetOf, value, valueAt, view } from './support.ts';

const score = { choice: CHOICE };

describe('permissions', () => {
  it('the menu is added in every AuthMode, in Vietnamese, and touches nothing else', async () => {
    const host = await open(workbook());
    for (const authMode of ['NONE', 'LIMITED', 'FULL'] as const)
      for (const name of ['onOpen', 'onInstall']) {
        const run = host.call(name, { authMode }, { authMode, granted: authMode === 'NONE' ? [] : SCOPES });
        expect(run.thrown).toBeNull();
        expect(run.total).toBe(2);
        expect(run.menus).toEqual([
          [
            'Kiểm tra sổ tính → menuCheck',
            'Chấm điểm và xếp hạng → menuScore',
            '–',
            'Mở bảng điều khiển → menuPanel',
            'Trợ giúp → menuHelp',
          ],
        ]);
      }
  });

  it('every command of the menu asks for a permission that is missing, whichever it is', async () => {
    const host = await open(workbook());
    for (const scope of SCOPES)
      for (const name of ['menuCheck', 'menuScore', 'menuPanel', 'menuHelp']) {
        const run = host.call(name, {}, { granted: SCOPES.filter((one) => one !== scope) });
        expect(run.consent, `${name} without ${scope}`).toBe(true);
        expect(run.thrown).toBeNull();
      }
    expect(names(host)).toEqual(['Bộ chỉ số', 'Đơn vị', 'Số liệu']);
  });

  it('a call of the sidebar without the permission says so in words, in any language of Google’s texts', async () => {
    const host = await open(workbook());
    for (const language of ['en', 'vi', 'other'] as const) {
      const answer = ask(host, 'runScore', score, { granted: [SCOPES[1]!], language });
      expect(answer).toMatchObject({ ok: false, code: 'scope' });
    }
  });

  it('a person who may only look is told, and nothing is half done', async () => {
    const host = await open(workbook());
    expect(ask(host, 'runScore', score, { viewer: true })).toMatchObject({ ok: false, code: 'read-only' });
    expect(names(host)).toEqual(['Bộ chỉ số', 'Đơn vị', 'Số liệu']);
    expect(ask(host, 'runCheck', score, { viewer: true }).ok).toBe(true);
  });

  it('every failure has words in both languages', () => {
    for (const code of FAILURES)
      for (const language of ['vi', 'en'] as const)
        expect(sayAny({ id: `addon.${code}`, args: {} }, language).length).toBeGreaterThan(20);
  });
});

describe('the menu', () => {
  it('check writes Kiểm tra alone and says what was found', async () => {
    const host = await open(workbook({ data: { C6: 'bốn' } }));
    const run = host.call('menuCheck');
    expect(run.dialogs).toHaveLength(1);
    expect(run.dialogs[0]).toMatch(/Đã kiểm tra: 1 lỗi, .* “Kiểm tra”/);
    expect(names(host)).toEqual(['Bộ chỉ số', 'Đơn vị', 'Số liệu', 'Kiểm tra', '_nghin_diem']);
  });

  it('score says what was written; the panel opens; help says how to print', async () => {
    const host = await open(workbook());
    expect(host.call('menuScore').dialogs[0]).toContain('Đã chấm và ghi: Xếp hạng, Chi tiết điểm, Kiểm tra.');
    expect(host.call('menuPanel').sidebars).toEqual(['sidebar: Nghìn Điểm']);
    expect(host.call('menuHelp').dialogs[0]).toContain('Tệp › In › Ngang, A4');
  });

  it('never shows a raw exception: what goes wrong is said, why, and what to do', async () => {
    const host = await open(workbook());
    const busy = host.call('menuScore', {}, { lockBusy: true });
    expect(busy.thrown).toBeNull();
    expect(busy.dialogs[0]).toMatch(/Chưa làm được\n.*đang chấm sổ tính này.*làm lại/s);
    const failed = host.call('menuScore', {}, { faults: [{ method: 'Range.getValues', when: 'before', times: 99 }] });
    expect(failed.dialogs[0]).toMatch(/Google Trang tính đang gặp sự cố/);
  });
});

describe('other people', () => {
  it('a lock that somebody holds stops the run at once', async () => {
    const host = await open(workbook());
    for (const verb of ['runScore', 'insertSample'] as const) {
      const answer = ask(host, verb, score, { lockBusy: true });
      expect(answer).toMatchObject({ ok: false, code: 'busy' });
      expect(answer.run.elapsed).toBeLessThan(10_000);
    }
    expect(names(host)).toEqual(['Bộ chỉ số', 'Đơn vị', 'Số liệu']);
  });

  it('without a document there is no lock and no cache, and the job is done all the same', async () => {
    const host = await open(workbook());
    const { overview } = value(host, 'runScore', score, { noDocument: true });
    const run = { choice: CHOICE, fingerprint: overview.fingerprint };
    expect(view(host, run, 'settings', {}, { noDocument: true }).items.length).toBeGreaterThan(10);
  });

  it('a figure typed between reading and writing stops the writing', async () => {
    const host = await open(workbook());
    value(host, 'runScore', score);
    const before = host.book().sheets.filter(({ name }) => name !== 'Số liệu');
    const calls = ask(host, 'runCheck', score).run.total;
    const meanwhile = [{ at: calls + 3, sheet: 'Số liệu', row: 4, column: 2, value: 46 }];
    const answer = ask(host, 'runScore', score, { meanwhile });
    expect(answer).toMatchObject({ ok: false, code: 'changed' });
    expect(host.book().sheets.filter(({ name }) => name !== 'Số liệu')).toEqual(before);
  });

  it('a protection of ours that is a warning only is no hindrance, a real one is said', async () => {
    const host = await open(workbook());
    value(host, 'runScore', score);
    host.change('Xếp hạng', { protections: [{ area: null, warningOnly: true, canEdit: false }] });
    value(host, 'runScore', score);
    for (const area of [null, { top: 3, left: 0, bottom: 4, right: 2 }]) {
      host.change('Xếp hạng', { protections: [{ area, warningOnly: false, canEdit: false }] });
      const before = host.book();
      expect(ask(host, 'runScore', score)).toMatchObject({
        ok: false,
        code: 'protected',
        args: { sheet: 'Xếp hạng' },
      });
      expect(host.book()).toEqual(before);
    }
  });

  it('a filter, input rules and hidden rows on our sheet don’t spoil the next run; the filter is said', async () => {
    const host = await open(workbook({ data: { C6: 'bốn', C7: 'x' } }));
    value(host, 'runScore', score);
    const clean = face(sheetOf(host, 'Kiểm tra'));
    const { area } = sheetOf(host, 'Kiểm tra').filter!;
    host.change('Kiểm tra', { filter: { area, criteria: [area.left + 1] }, hiddenRows: [area.top + 1] });
    host.change('Xếp hạng', { refusing: [{ top: 0, left: 0, bottom: 6, right: 3 }], hiddenRows: [7] });
    const { warnings } = value(host, 'runScore', score);
    expect(warnings).toEqual([{ id: 'addon.warn-filter', args: { sheet: 'Kiểm tra' } }]);
    expect(face(sheetOf(host, 'Kiểm tra'))).toEqual(clean);
    expect(sheetOf(host, 'Kiểm tra').hiddenRows).toEqual([]);
    expect(sheetOf(host, 'Xếp hạng').hiddenRows).toEqual([]);
  });

  it('merges that a person made on our sheet give way', async () => {
    const host = await open(workbook());
    value(host, 'runScore', score);
    const clean = face(sheetOf(host, 'Xếp hạng'));
    const merges = [...sheetOf(host, 'Xếp hạng').merges, { top: 9, left: 3, bottom: 12, right: 5 }];
    host.change('Xếp hạng', { merges });
    value(host, 'runScore', score);
    expect(face(sheetOf(host, 'Xếp hạng'))).toEqual(clean);
  });

  it('what an interrupted run left is removed; a sheet of the user’s own with such a name is not', async () => {
    const empty = (name: string, visibility: 'visible' | 'hidden'): ReturnType<typeof sheet> =>
      sheet(name, [], { visibility });
    const more = [
      empty('Xếp hạng ~nđ', 'hidden'),
      empty('Kiểm tra ~nđ', 'visible'),
      empty('Xếp hạng', 'hidden'),
      sheet(
        'Số liệu (mẫu)',
        [
          [WORK_MARK, 'Mã chỉ số', 'a', 'b'],
          ['Sở Y tế', '1.1', 1, 100],
        ],
        { visibility: 'hidden' },
      ),
      sheet('Chi tiết điểm ~nđ', [['Nghìn Điểm · bộ · kỳ · lúc · 0.1.0']], { visibility: 'hidden' }),
      sheet('Ghi chú ~nđ', [['Của phòng']]),
      sheet('Nháp ~nđ', [['Của phòng']], { visibility: 'hidden' }),
    ];
    const host = await open(workbook({ more }));
    value(host, 'runScore', score);
    expect(names(host).sort()).toEqual(
      [
        'Bộ chỉ số',
        'Đơn vị',
        'Số liệu',
        'Ghi chú ~nđ',
        'Nháp ~nđ',
        // Hidden and empty, listed nowhere: the person's own, whatever its name.
        'Xếp hạng',
        'Xếp hạng (Nghìn Điểm)',
        'Chi tiết điểm',
        'Kiểm tra',
        '_nghin_diem',
      ].sort(),
    );
  });

  it("a person's own chart on our sheet stays, ours is replaced", async () => {
    const host = await open(workbook());
    value(host, 'runScore', score);
    const own = { title: 'Biểu đồ của phòng', ranges: [], row: 1, column: 1, options: {} };
    host.change('Xếp hạng', { charts: [own, ...sheetOf(host, 'Xếp hạng').charts!] });
    value(host, 'runScore', score);
    expect(sheetOf(host, 'Xếp hạng').charts!.map(({ title }) => title)).toEqual([
      'Biểu đồ của phòng',
      'Điểm theo chỉ số chính',
    ]);
  });
});

describe('the workbook', () => {
  const NFD = 'Sở Y tế'.normalize('NFD');
  const locales = ['vi_VN', 'en_US'];

  it.each(locales)('codes as numbers and as text, error cells, NFD and dates are read alike in %s', async (locale) => {
    const set: Record<string, Cell> = { A5: { value: 1.1, format: '0.0' }, A6: '1.2', A9: 2.2 };
    const data: Record<string, Cell> = { B4: { value: 1.1, format: '0.00' }, A5: NFD, C10: errorCell('#DIV/0!') };
    const dated = { ...data, C6: { value: 46_000, kind: 'date', format: 'dd/mm/yyyy' } as const };
    const host = await open(workbook({ set, data: dated }), { locale });
    const { fingerprint } = value(host, 'runCheck', score);
    const run = { choice: CHOICE, fingerprint };
    const { items } = view(host, run, 'findings', {
      severity: null,
      sheet: null,
      unit: null,
      text: '',
      offset: 0,
      limit: 100,
    });
    const found = items.map(({ check, place }) => `${check} ${place?.cell}`);
    expect(found).toContain('value.error-cell C10');
    expect(found).toContain('value.date C6');
    // 1.1 shown as 1.10 is another code: the row is unknown in the set, and the form lacks 1.1.
    expect(found).toContain('row.indicator-unknown B4');
    value(host, 'runScore', score);
    expect(valueAt(sheetOf(host, 'Chi tiết điểm'), 'A1')).toContain('CHI TIẾT ĐIỂM');
  });

  it('1.1, 1.10 and 4.10 keep apart, typed as numbers with a format and as texts, in both locales', async () => {
    for (const locale of locales) {
      const host = await open(
        workbook({
          set: { A5: { value: 1.1, format: '0.0' }, A6: { value: 1.1, format: '0.00' } },
          data: Object.fromEntries([
            ...[4, 9, 14].map((row) => [`B${row}`, '1.1'] as const),
            ...[5, 10, 15].map((row) => [`B${row}`, '1.10'] as const),
          ]),
        }),
        { locale },
      );
      const { overview } = value(host, 'runScore', score);
      expect(overview.summary.counts.error, locale).toBe(0);
      const details = sheetOf(host, 'Chi tiết điểm').rows.flatMap(({ cells }) => cells);
      const codes = details
        .map((cell) => cell?.cell)
        .filter((cell) => typeof cell === 'string' && /^1\.10?\b/.test(cell));
      expect(codes.some((code) => /^1\.10\b/.test(String(code)))).toBe(true);
      expect(codes.some((code) => /^1\.1(?!0)/.test(String(code)))).toBe(true);
    }
  });

  it('a code in a format of its own is what its cell shows', async () => {
    const special = { value: 1.1, format: '0.0#' };
    const host = await open(workbook({ set: { A5: special } }));
    const run = ask(host, 'runCheck', score).run;
    expect(run.calls['Range.getDisplayValues']).toBe(1);
  });

  it('dates are serial numbers in the spreadsheet’s own zone', async () => {
    const at = { value: 46_000.25, kind: 'date', format: 'dd/mm/yyyy hh:mm' } as const;
    const prints = await Promise.all(
      ['Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Kiritimati', 'UTC'].map(async (timeZone) => {
        const host = await open(workbook({ data: { C6: at } }), { timeZone });
        return value(host, 'getFingerprint', {});
      }),
    );
    expect(new Set(prints).size).toBe(1);
  });

  it('a picture in a cell, a chart on a sheet of its own, an unfinished formula: said or passed over, never fatal', async () => {
    const picture = workbook({
      data: {
        C6: { value: null, kind: 'other' },
        C7: { value: null, kind: 'uncalculated', formula: true },
        D5: formula(60),
      },
    });
    const host = await open(picture);
    host.call('onOpen');
    const book = host.book();
    expect(book.sheets).toHaveLength(3);
    host.change('Đơn vị', { isObject: true });
    // Somebody put our chart on a sheet of its own.
    value(host, 'runScore', score);
    host.change('Chi tiết điểm', { isObject: true, name: 'Xếp hạng, biểu đồ' });
    value(host, 'runScore', score);
    expect(names(host)).toContain('Xếp hạng, biểu đồ');
    const overview = value(host, 'runCheck', score);
    expect(overview.summary.counts.error).toBeGreaterThan(0);
  });

  it('the ten million cells of a spreadsheet are told before anything is lost', async () => {
    const host = await open(workbook());
    host.change('Số liệu', { maxRows: 380_000, maxColumns: 26 });
    host.change('Đơn vị', { maxRows: 4_000, maxColumns: 26 });
    expect(ask(host, 'runScore', score)).toMatchObject({ ok: false, code: 'too-large' });
    expect(names(host)).toEqual(['Bộ chỉ số', 'Đơn vị', 'Số liệu']);
    host.change('Số liệu', { maxRows: 1_000 });
    value(host, 'runScore', score);
    const before = face(sheetOf(host, 'Xếp hạng'));
    // A run that lays out nothing anew needs no cell more; one that does not fit changes nothing.
    host.change('Số liệu', { maxRows: 375_600 });
    expect(ask(host, 'runScore', score).ok).toBe(true);
    host.change('Kiểm tra', { maxRows: 5, maxColumns: 14 });
    host.change('Số liệu', { maxRows: 376_610 });
    for (const row of [4, 5, 6]) host.type('Số liệu', `C${row}`, { cell: 'bốn' });
    expect(ask(host, 'runScore', score)).toMatchObject({ ok: false, code: 'too-large' });
    expect(face(sheetOf(host, 'Xếp hạng'))).toEqual(before);
    expect(names(host).filter((name) => name.includes('~nđ'))).toEqual([]);
  });
});

describe('time', () => {
  const whole = (host: SheetsHost): unknown[] => host.book().sheets.map(face);

  it('a slow service is left in time: nothing half-written, and said', async () => {
    const host = await open(workbook());
    value(host, 'runScore', score);
    host.type('Số liệu', 'C6', { cell: 71 });
    let before = whole(host);
    let stopped = 0;
    // From "just too slow" to "hopeless".
    for (const latency of [700, 1_200, 2_000, 4_000, 4_500, 5_000, 8_000, 20_000]) {
      const answer = ask(host, 'runScore', score, { latency });
      if (answer.ok) {
        before = whole(host);
        continue;
      }
      stopped += 1;
      expect(answer, `${latency} ms a call`).toMatchObject({ code: 'time' });
      expect(answer.run.elapsed).toBeLessThan(360_000);
      expect(whole(host)).toEqual(before);
    }
    expect(stopped).toBeGreaterThan(2);
  });

  it('where only the finish does not fit any more, the figures are there and the rest is said', async () => {
    const probe = await open(workbook());
    const { total } = ask(probe, 'runScore', score).run;
    let seen = 0;
    // One of the last calls hangs: how many a run takes is no promise.
    for (let at = total - 60; at < total; at += 3) {
      const fresh = await open(workbook());
      const answer = ask(fresh, 'runScore', score, { stall: { at, milliseconds: 320_000 } });
      if (!answer.ok || answer.value.warnings.length === 0) continue;
      seen += 1;
      expect(answer.value.warnings[0]!.id).toBe('addon.warn-time');
      expect(names(fresh)).toContain('Xếp hạng');
    }
    expect(seen).toBeGreaterThan(3);
  });
});
