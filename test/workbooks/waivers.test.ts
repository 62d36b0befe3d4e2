/** Waivers as people give them: written into the file's Kiểm tra, read back, kept as long as the value stands. */
import { describe, expect, it } from 'vitest';
import { waive } from '#core/commands/waive';
import { scoreWorkbook, type CommandOutcome } from '#core/commands/score';
import type { Language } from '#core/messages/message';
import type { Cell } from '#core/workbook/cell';
import { scalarOf } from '#core/workbook/cell';
import type { Picture, SheetPicture } from '#core/workbook/picture';
import { newWorkbook, readWorkbook } from '#xlsx/index';
import { resultOf } from '#test/support/book';
import { frameworkFaults } from './framework.ts';
import { pointFaults } from './points.ts';
import { rowFaults } from './rows.ts';
import { textFaults } from './text-and-cells.ts';
import { unitFaults } from './units.ts';
import { valueFaults } from './values.ts';
import { variants } from './variants.ts';
import { DATA, workbook } from './base.ts';

const fixtures = [frameworkFaults, pointFaults, rowFaults, textFaults, unitFaults, valueFaults, variants].flat();

function score(picture: Picture, language: Language = 'vi'): CommandOutcome {
  return scoreWorkbook(picture, { language, at: '2026-11-24T17:00:00+07:00', version: 'test' });
}

/** Our sheets as a file holds them after the run. */
function written(outcome: CommandOutcome): SheetPicture[] {
  return readWorkbook(newWorkbook(outcome.plan.sheets)).picture.sheets;
}

/** Fills the waiver columns of Kiểm tra, of every finding or of those that `which` picks. */
function waived(
  sheets: SheetPicture[],
  which: (check: string, row: Cell[]) => boolean = () => true,
  words: [string | null, string | null] = ['Đã đối chiếu bản giấy', '=Giám đốc'],
): SheetPicture[] {
  const findings = sheets.find((sheet) => sheet.name === 'Kiểm tra')!;
  const header = findings.rows.findIndex((row) => row.cells.some((cell) => cell === 'Mã kiểm tra' || cell === 'Check'));
  const reason = findings.rows[header]!.cells.findIndex(
    (cell) => cell === 'Lý do chấp nhận' || cell === 'Reason for accepting',
  );
  for (const { cells } of findings.rows.slice(header + 1)) {
    if (typeof scalarOf(cells[0]) !== 'number' || !which(String(cells[2]), cells)) continue;
    cells[reason] = words[0];
    cells[reason + 1] = words[1];
  }
  return sheets;
}

const blocked = (outcome: CommandOutcome): string[] =>
  resultOf(outcome)
    .groups.flatMap(({ ranking }) => ranking.filter((unit) => unit.status === 'blocked'))
    .map((u) => u.unit);

/** These leave nothing that could count 0: no rule, no maximum, no data, figures of nobody. */
const STAY_BLOCKED = new Set([
  'data.none',
  'table.unread',
  'framework.rule-unreadable',
  'framework.maximum-missing',
  'unit.missing',
  'unit.unknown',
  'unit.duplicate: one name in two groups, and figures that do not say which',
]);

describe.each(['vi', 'en'] as const)('round trip through a written Kiểm tra: %s', (language) => {
  it.each(fixtures.map((fixture) => [`${fixture.id}: ${fixture.name}`, fixture] as const))('%s', (name, fixture) => {
    const first = score(fixture.picture, language);
    const second = score(
      { sheets: [...fixture.picture.sheets, ...waived(written(first))] },
      language === 'vi' ? 'en' : 'vi',
    );
    const { findings } = resultOf(second);
    const asks = fixture.id === 'value.not-arising' && fixture.severity === 'error';
    // A question is asked of each unit on its own.
    expect(findings.filter((one) => one.waived === null).length).toBe(asks ? 1 : 0);
    expect(findings[0]!.waived).toEqual({ by: '=Giám đốc', reason: 'Đã đối chiếu bản giấy' });
    if (!STAY_BLOCKED.has(fixture.id) && !STAY_BLOCKED.has(name)) expect(blocked(second)).toHaveLength(asks ? 1 : 0);
    const third = score({ sheets: [...fixture.picture.sheets, ...written(second)] }, language === 'vi' ? 'en' : 'vi');
    // Our own sheets are among what was recognised, and grow and shrink with what they say.
    const own = { recognised: [] };
    expect({ ...resultOf(third), ...own }).toEqual({ ...resultOf(second), ...own });
  });
});

describe('a waiver', () => {
  const block = [['Thiếu số liệu', 'chặn']];
  const after = (before: Parameters<typeof workbook>[0], now: Parameters<typeof workbook>[0]): CommandOutcome => {
    const picture = workbook(before);
    return score({ sheets: [...workbook(now).sheets, ...waived(written(score(picture)))] });
  };
  const errors = (outcome: CommandOutcome): string[] =>
    outcome.findings.filter((one) => one.severity === 'error' && one.waived === null).map((one) => one.id);

  it('dies when the value changes, and the unit is blocked again', () => {
    const outcome = after({ data: { C8: -5 } }, { data: { C8: -6 } });
    expect(errors(outcome)).toEqual(['value.negative']);
    expect(blocked(outcome)).toEqual(['Sở Y tế']);
  });
  it('of one empty input does not answer for the other', () => {
    const outcome = after({ data: { C5: undefined }, settings: block }, { data: { D5: undefined }, settings: block });
    expect(errors(outcome)).toEqual(['value.missing']);
    expect(blocked(outcome)).toEqual(['Sở Y tế']);
  });
  it('of b = 0 does not answer for Không áp dụng', () => {
    const outcome = after({ data: { C5: 0, D5: 0 } }, { data: { C5: 0, D5: 5, E5: 'Không áp dụng' } });
    expect(errors(outcome)).toEqual(['value.not-arising']);
    expect(blocked(outcome)).toEqual(['Sở Y tế']);
  });
  it('needs a reason and a name; what was written of it stays in its cell', () => {
    const picture = workbook({ data: { C8: -5 } });
    const sheets = waived(written(score(picture)), () => true, ['Chờ văn bản của Sở', null]);
    const second = score({ sheets: [...picture.sheets, ...sheets] });
    expect(errors(second)).toEqual(['value.negative']);
    const kept = written(second).find((sheet) => sheet.name === 'Kiểm tra')!;
    expect(kept.rows.flatMap((row) => row.cells)).toContain('Chờ văn bản của Sở');
  });
  it('written by an earlier version, in the words it had, still counts', () => {
    const former = new Map([
      ['Lý do chấp nhận', 'Lý do miễn trừ'],
      ['Điểm tự chấm', 'Tự chấm'],
      ['Điểm thẩm định', 'Thẩm định'],
      ['Tài liệu kiểm chứng', 'Minh chứng'],
    ]);
    const picture = workbook({ data: { C8: -5, G6: 999, H12: 500 } });
    const first = score(picture);
    const sheets = waived(written(first));
    const words = new Set<string>();
    for (const { cells } of sheets.find((sheet) => sheet.name === 'Kiểm tra')!.rows)
      cells.forEach((cell, column) => {
        const old = typeof cell === 'string' ? former.get(cell) : undefined;
        if (old !== undefined) words.add((cells[column] = old));
      });
    expect([...words]).toEqual(expect.arrayContaining(['Lý do miễn trừ', 'Thẩm định']));
    const second = score({ sheets: [...picture.sheets, ...sheets] });
    expect(first.findings.length).toBeGreaterThan(1);
    expect(second.findings.filter((one) => one.waived === null)).toEqual([]);
  });
  it.each(['vi', 'en'] as const)(
    'holds on a sheet that names checks by their ids, as earlier versions did: %s',
    (now) => {
      const picture = workbook({ data: { C8: -5, G6: 999, H12: 500 } });
      const first = score(picture);
      const sheets = waived(written(first));
      const rows = sheets.find((sheet) => sheet.name === 'Kiểm tra')!.rows;
      for (const { cells } of rows) {
        const order = scalarOf(cells[0]);
        if (typeof order === 'number') cells[2] = first.findings[order - 1]!.id;
      }
      const old = { sheets: [...picture.sheets, ...sheets] };
      const second = score(old, now);
      expect(second.findings.filter((one) => one.waived === null)).toEqual([]);
      const there = written(second).find((sheet) => sheet.name === 'Kiểm tra')!;
      const named = there.rows.map(({ cells }) => String(scalarOf(cells[2]))).filter((text) => text.startsWith('KT-'));
      expect(named).toHaveLength(first.findings.length);
      // The pane finds the row of a finding on the sheet that stands there, old or new.
      const finding = second.findings[0]!;
      const edits = waive(old, () => [], finding, { by: 'Bà A', reason: 'Lý do mới' });
      expect(edits).toMatchObject({ first: false, edits: [{ value: 'Lý do mới' }, { value: 'Bà A' }] });
    },
  );
  it('that is taken back on Kiểm tra is gone, though a copy of the sheet still has it', () => {
    const picture = workbook({ data: { C8: -5 } });
    const plain = written(score(picture));
    const copy = waived(written(score(picture))).find((sheet) => sheet.name === 'Kiểm tra')!;
    expect(errors(score({ sheets: [...picture.sheets, { ...copy, name: 'Kiểm tra (2)' }, ...plain] }))).toEqual([
      'value.negative',
    ]);
    expect(errors(score({ sheets: [...picture.sheets, { ...copy, name: 'Kiểm tra (2)' }] }))).toEqual([]);
  });
});

describe('a second row', () => {
  const last = DATA.length + 1;
  const twice = (cells: Record<string, Cell>): Parameters<typeof workbook>[0] => ({
    data: { [`A${last}`]: 'Sở Y tế', [`B${last}`]: '1.2', ...cells },
  });
  it('blocks where it differs in what decides', () => {
    const outcome = score(workbook(twice({ [`C${last}`]: 46, [`D${last}`]: 60 })));
    expect(blocked(outcome)).toEqual(['Sở Y tế']);
  });
  it('that differs only in what does not decide is an error, but blocks nobody', () => {
    const changes = twice({ [`C${last}`]: 46, [`D${last}`]: 60, [`G${last}`]: 120 });
    const outcome = score(
      workbook({ data: { ...changes!.data, G5: 120, H5: 'Theo biên bản', [`H${last}`]: 'Như trên' } }),
    );
    expect(outcome.findings.map(({ id, severity }) => `${severity} ${id}`)).toEqual(['error row.indicator-duplicate']);
    expect(blocked(outcome)).toEqual([]);
    const unit = resultOf(outcome).groups[0]!.ranking.find((one) => one.unit === 'Sở Y tế')!;
    expect(unit.entries['1.2']).toMatchObject({ verified: 120, official: 120, calculated: null });
  });
});
