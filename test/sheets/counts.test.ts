/** Service calls: as many for 3,321 units as for 11. What is printed is what was counted. */
import { expect, it } from 'vitest';
import type { Outcome, SheetsHost } from '#local/sheets-host/host';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { book, sheet } from '#test/support/book';
import { CHOICE, open, question, sheetOf } from './support.ts';

const SIZES = [11, 95, 3_321];

/** The same kinds of content whatever the size: one figure that is no number, one typed as text, one that is missing. */
function workbookOf(units: number): Picture {
  const names = Array.from({ length: units }, (_, index) => `Xã Thử Nghiệm ${String(index + 1).padStart(5, '0')}`);
  const codes = ['1.1', '1.2', '2.1', '2.2', '2.3', '3.1'];
  const data = names.flatMap((name, unit) =>
    codes.map((code, at): Cell[] => [name, code, 10 + ((unit * 7 + at * 3) % 80), 100]),
  );
  data[0]![2] = 'chưa có';
  data[8]![2] = '45';
  data[15]![2] = null;
  return book(
    sheet('Bộ chỉ số', [
      ['Tổng điểm: 600'],
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ...[1, 2, 3].flatMap((pillar): Cell[][] => [
        [String(pillar), `Chỉ số chính ${pillar}`, 100 * codes.filter((code) => code.startsWith(`${pillar}.`)).length],
        ...codes
          .filter((code) => code.startsWith(`${pillar}.`))
          .map((code): Cell[] => [code, `Chỉ số thành phần ${code}`, 100, 'a/b']),
      ]),
    ]),
    sheet('Đơn vị', [['TT', 'Tên đơn vị', 'Nhóm'], ...names.map((name, index): Cell[] => [index + 1, name, 'Cấp xã'])]),
    sheet('Số liệu', [['Đơn vị', 'Mã chỉ số', 'a', 'b'], ...data]),
  );
}

function score(host: SheetsHost): Outcome {
  const run = host.call('runScore', { choice: CHOICE });
  expect(run.thrown).toBeNull();
  expect(run.result).toMatchObject({ ok: true });
  return run;
}

/** What a grid that is too small costs. */
const GROWTH = ['Sheet.getMaxRows', 'Sheet.getMaxColumns', 'Sheet.insertRowsAfter', 'SpreadsheetApp.flush'];

/** Calls by kind; builders of links, and ranges that are only named, stay on the script's side. */
function kinds(run: Outcome): Record<string, number> {
  return Object.fromEntries(
    Object.entries(run.calls).filter(
      ([name]) => !/RichTextValue|Builder\.|^Sheet\.getRange$/.test(name) && !GROWTH.includes(name),
    ),
  );
}

const growth = (run: Outcome): number => GROWTH.reduce((sum, name) => sum + (run.calls[name] ?? 0), 0);

/** @returns the characters of the longest page that the sidebar asks for. */
function pageOf(host: SheetsHost, check: Outcome): number {
  const { fingerprint } = (check.result as { value: { fingerprint: string } }).value;
  const run = { choice: CHOICE, fingerprint };
  const page = { text: '', offset: 0, limit: 200 };
  const findings = host.call('ask', question(run, 'findings', { ...page, severity: null, sheet: null, unit: null }));
  const ranking = host.call('ask', question(run, 'ranking', { ...page, group: 0, sort: 'rank' }));
  const unit = host.call('ask', question(run, 'unit', { unit: 0 }));
  for (const { result } of [findings, ranking, unit]) expect(result).toMatchObject({ ok: true });
  return Math.max(...[findings, ranking, unit].map(({ result }) => JSON.stringify(result).length));
}

const RUNS = ['check', 'first', 'again', 'laid out anew', 'growing', 'coming back'] as const;

it('takes at most 60 service calls on a re-run, 90 where it lays out anew, for 11, 95 and 3,321 units alike', async () => {
  const runs: Record<(typeof RUNS)[number], Outcome[]> = {
    check: [],
    first: [],
    again: [],
    'laid out anew': [],
    growing: [],
    'coming back': [],
  };
  let largest = 0;
  for (const units of SIZES) {
    const host = await open(workbookOf(units));
    const check = host.call('runCheck', { choice: CHOICE });
    largest = Math.max(largest, pageOf(host, check));
    runs.check.push(check);
    runs.first.push(score(host));
    // Another figure, the same faults.
    host.type('Số liệu', 'C4', { cell: 33 });
    runs.again.push(score(host));
    runs['coming back'].push(host.call('getFingerprint', {}));
    // One fault more is one row more.
    host.type('Số liệu', 'C6', { cell: 'chưa rõ' });
    runs['laid out anew'].push(score(host));
    // Somebody made our sheet smaller than the next result: it grows.
    const { rows } = sheetOf(host, 'Kiểm tra');
    host.change('Kiểm tra', { maxRows: Math.max(2, rows.length - 2) });
    runs.growing.push(score(host));
  }
  expect(largest).toBeLessThan(1_000_000);
  for (const name of RUNS) {
    const counted = runs[name].map(({ service }, at) => `${SIZES[at]} units ${service}`);
    process.stdout.write(`service calls, ${name}: ${counted.join(' · ')}\n`);
    const [small, ...larger] = runs[name];
    process.stdout.write(`  ${JSON.stringify(kinds(small!))}\n`);
    for (const run of larger) {
      expect(kinds(run), name).toEqual(kinds(small!));
      expect(growth(run) - growth(small!), `${name}: a larger grid`).toBeLessThanOrEqual(6);
    }
  }
  const most = (name: (typeof RUNS)[number]): number => Math.max(...runs[name].map(({ service }) => service));
  expect(most('again')).toBeLessThanOrEqual(60);
  expect(most('first')).toBeLessThanOrEqual(90);
  expect(most('laid out anew')).toBeLessThanOrEqual(90);
  expect(most('growing')).toBeLessThanOrEqual(90);
  expect(most('check')).toBeLessThanOrEqual(30);
  // Its values once, and what is kept of the last look.
  expect(most('coming back')).toBeLessThanOrEqual(9);
}, 300_000);
