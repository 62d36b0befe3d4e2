/** Each service call of a repair fails, before and after its effect: all cells are as before, or all are written, or it is said which are. */
import { describe, expect, it } from 'vitest';
import type { CellEdit } from '#core/workbook/plan';
import { fromA1 } from '#core/workbook/address';
import type { SheetsHost } from '#local/sheets-host/host';
import { workbook } from '#test/workbooks/base';
import { ask, CHOICE, names, open, sheetOf, value, valueAt, view } from './support.ts';

const EDITS: CellEdit[] = [
  { sheet: 'Số liệu', cell: 'C5', before: '45', value: 45, format: '0' },
  { sheet: 'Số liệu', cell: 'C6', before: 'bốn', value: 4 },
  { sheet: 'Số liệu', cell: 'C40', before: null, value: '1.10', format: '@' },
  { sheet: 'Bộ chỉ số', cell: 'C40', before: null, value: '=x' },
];

const faulty = (): ReturnType<typeof workbook> => workbook({ data: { C5: '45', C6: 'bốn' } });

const held = (host: SheetsHost): string[] =>
  EDITS.map(({ sheet, cell }) => {
    const { row, column } = fromA1(cell)!;
    const there = sheetOf(host, sheet).rows.find(({ index }) => index === row)?.cells[column] ?? null;
    return JSON.stringify([valueAt(sheetOf(host, sheet), cell), there?.format ?? '']);
  });

describe.each(['before', 'after'] as const)('a failure %s the effect', (when) => {
  it('of a repair leaves all cells, or writes all and can be taken back, or names those that it wrote', async () => {
    const probe = await open(faulty());
    const old = held(probe);
    const { run } = ask(probe, 'applyEdits', { choice: CHOICE, edits: EDITS });
    const fresh = held(probe);
    const seen = new Set<string>();
    for (const times of [1, 3, 400])
      for (let at = 1; at <= run.total; at += 1) {
        const where = `call ${at}, ${times} times`;
        const host = await open(faulty());
        const faults = Array.from({ length: times }, (_, more) => ({ at: at + more, when }));
        const answer = ask(host, 'applyEdits', { choice: CHOICE, edits: EDITS }, { faults });
        if (answer.ok) {
          expect(held(host), where).toEqual(fresh);
          expect(answer.value.overview === null, where).toBe(answer.value.unread !== null);
          seen.add(answer.value.overview === null ? 'unread' : 'ok');
          value(host, 'applyEdits', { choice: CHOICE, edits: answer.value.takeBack });
          expect(held(host), where).toEqual(old);
          continue;
        }
        seen.add(answer.code);
        const written = held(host).map((one, index) => one !== old[index]);
        if (answer.code !== 'half-written' && answer.code !== 'maybe-written') {
          expect(written, where).toEqual(EDITS.map(() => false));
          continue;
        }
        const cells = String(answer.args['cells']);
        const named = EDITS.map(({ sheet, cell }) => cells.includes(`'${sheet}'!${cell}`));
        if (answer.code === 'half-written') expect(named, where).toEqual(written);
        else written.forEach((isWritten, index) => expect(named[index] || !isWritten, where).toBe(true));
      }
    expect([...seen]).toEqual(expect.arrayContaining(['ok', 'unread', 'service', 'maybe-written']));
  });
});

describe('a repair that Google lets in and not out', () => {
  it('names the cells that could not be put back', async () => {
    const host = await open(faulty());
    const faults = [
      { method: 'Range.setValue', when: 'before' as const, times: 99 },
      { method: 'Range.setRichTextValue', when: 'before' as const, times: 99 },
    ];
    const more = [{ ...EDITS[0]!, cell: 'C5', value: null, format: '0' }, EDITS[1]!];
    const answer = ask(host, 'applyEdits', { choice: CHOICE, edits: more }, { faults });
    expect(answer).toMatchObject({ ok: false, code: 'half-written', args: { cells: "'Số liệu'!C5" } });
    expect(valueAt(sheetOf(host, 'Số liệu'), 'C5')).toBeNull();
    expect(valueAt(sheetOf(host, 'Số liệu'), 'C6')).toBe('bốn');
  });
});

describe('a waiver, a setting, a sample', () => {
  const page = { severity: null, sheet: null, unit: null, text: '', offset: 0, limit: 50 };

  it('that is written and can’t be read again says so, with the way back', async () => {
    const host = await open(faulty());
    const { fingerprint } = value(host, 'runCheck', { choice: CHOICE });
    const run = { choice: CHOICE, fingerprint };
    const { items } = view(host, run, 'findings', page);
    const input = { run, ask: { verb: 'waive', input: { index: items[0]!.index, by: 'A', reason: 'B' } } } as const;
    const clean = await open(faulty());
    value(clean, 'runCheck', { choice: CHOICE });
    const { run: whole } = ask(clean, 'write', input);
    const faults = Array.from({ length: 30 }, (_, more) => ({ at: whole.total - 25 + more, when: 'before' as const }));
    const edited = value(host, 'write', input, { faults });
    expect(edited).toMatchObject({ overview: null, unread: { id: 'addon.unread' } });
    expect(edited.takeBack).toHaveLength(2);
    expect(value(host, 'runCheck', { choice: CHOICE }).summary.counts.waived).toBe(1);
  });

  it('whose sheet is there and whose cells are not says that, and is done by repeating', async () => {
    const host = await open(faulty());
    const { fingerprint } = value(host, 'runCheck', { choice: CHOICE });
    const run = { choice: CHOICE, fingerprint };
    const { items } = view(host, run, 'findings', page);
    const input = { run, ask: { verb: 'waive', input: { index: items[0]!.index, by: 'A', reason: 'B' } } } as const;
    const faults = [{ method: 'Range.setRichTextValue', when: 'before' as const, times: 99 }];
    const answer = ask(host, 'write', input, { faults });
    expect(answer).toMatchObject({ ok: false, code: 'sheet-only', args: { sheets: 'Kiểm tra' } });
    expect(names(host)).toContain('Kiểm tra');
    expect(value(host, 'write', input).overview!.summary.counts.waived).toBe(1);
  });

  it('that Google’s time does not allow to be read again never says that nothing changed', async () => {
    const host = await open(faulty());
    const stall = { at: 25, milliseconds: 250_000 };
    let unread = 0;
    for (let at = 5; at < 40; at += 3) {
      const fresh = await open(faulty());
      const answer = ask(fresh, 'applyEdits', { choice: CHOICE, edits: EDITS }, { stall: { ...stall, at } });
      const isWritten = held(fresh).join() !== held(host).join();
      expect(answer.ok, `call ${at}`).toBe(isWritten);
      if (answer.ok && answer.value.overview === null) {
        unread += 1;
        expect(answer.value.unread).toEqual({ id: 'addon.unread-time', args: expect.anything() as unknown });
      }
    }
    expect(unread).toBeGreaterThan(2);
  });
});
