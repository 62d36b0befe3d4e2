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
    sheet('Thiết lập', [['Tổng điểm', 600]]),
  );
}

function score(host: SheetsHost): Outcome {
  const run = host.call('runScore', { choice: CHOICE });
  expect(run.thrown).toBeNull();
  expect(run.result).toMatchObject({ ok: true });
  return run;
}

/** Calls by kind. A grid is cut or grown, which is one call either way; builders of links stay on the script's side. */
function kinds(run: Outcome): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [name, count] of Object.entries(run.calls)) {
    if (/RichTextValue|Builder\.|^Cache/.test(name)) continue;
    const kind = name.replace(/^Sheet\.(?:insert|delete)(Rows|Columns)(?:After)?$/, 'Sheet.shape$1');
    counts[kind] = (counts[kind] ?? 0) + count;
  }
  return counts;
}

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

it('first run, re-run and growing grid take the same calls for 11, 95 and 3,321 units', async () => {
  const counted: Record<string, number[]> = { check: [], first: [], again: [], growing: [] };
  let largest = 0;
  const detail: Record<string, Record<string, number>[]> = { check: [], first: [], again: [], growing: [] };
  for (const units of SIZES) {
    const host = await open(workbookOf(units));
    const check = host.call('runCheck', { choice: CHOICE });
    largest = Math.max(largest, pageOf(host, check));
    const first = score(host);
    const again = score(host);
    // Somebody made our sheets smaller than the next result: they grow.
    const { rows } = sheetOf(host, 'Kiểm tra');
    host.change('Kiểm tra', { maxRows: Math.max(2, rows.length - 2) });
    const growing = score(host);
    for (const [name, run] of Object.entries({ check, first, again, growing })) {
      counted[name]!.push(run.total);
      detail[name]!.push(kinds(run));
    }
  }
  expect(largest).toBeLessThan(1_000_000);
  for (const [name, totals] of Object.entries(counted))
    process.stdout.write(
      `service calls, ${name}: ${SIZES.map((units, at) => `${units} units ${totals[at]}`).join(' · ')}\n`,
    );
  for (const [name, runs] of Object.entries(detail))
    for (const run of runs.slice(1)) expect(run, name).toEqual(runs[0]);
}, 300_000);
