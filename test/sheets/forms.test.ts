/** A form a unit: so many sheets that each call a sheet counts. What is printed is what was counted, at 100 ms a call. */
import { expect, it } from 'vitest';
import type { Outcome, SheetsHost } from '#local/sheets-host/host';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { book, sheet } from '#test/support/book';
import { CHOICE, open } from './support.ts';

const LATENCY = 100;
const CODES = ['1.1', '1.2', '2.1', '2.2', '2.3', '3.1'];

/** Forms as units send them in: a merged title, a line that names the unit, points, a sum, and now and then a fault. */
function workbookOf(units: number): Picture {
  const names = Array.from({ length: units }, (_, index) => `Xã Thử Nghiệm ${String(index + 1).padStart(3, '0')}`);
  const form = (name: string, unit: number): Picture['sheets'][number] => {
    const rows = CODES.map((code, at): Cell[] => [
      at + 1,
      code,
      `Chỉ số thành phần ${code}`,
      100,
      unit < 95 && unit % 10 === 0 && at === 2 ? 'chưa chấm' : 10 + ((unit * 7 + at * 3) % 80),
    ]);
    const sum = rows.reduce((total, cells) => total + (typeof cells[4] === 'number' ? cells[4] : 0), 0);
    return sheet(
      `Xã ${String(unit + 1).padStart(3, '0')}`,
      [
        ['PHIẾU TỰ CHẤM ĐIỂM'],
        [`Đơn vị: ${name}`],
        ['TT', 'Mã chỉ số', 'Chỉ số', 'Điểm tối đa', 'Điểm tự chấm'],
        ...rows,
        [null, null, 'Tổng cộng', 600, { value: sum, formula: true }],
      ],
      { merges: [{ top: 0, left: 0, bottom: 0, right: 4 }] },
    );
  };
  return book(
    sheet('Bộ chỉ số', [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ...[1, 2, 3].flatMap((pillar): Cell[][] => [
        [String(pillar), `Chỉ số chính ${pillar}`, 100 * CODES.filter((code) => code.startsWith(`${pillar}.`)).length],
        ...CODES.filter((code) => code.startsWith(`${pillar}.`)).map((code): Cell[] => [
          code,
          `Chỉ số thành phần ${code}`,
          100,
          'Hội đồng chấm',
        ]),
      ]),
    ]),
    sheet('Đơn vị', [['TT', 'Tên đơn vị', 'Nhóm'], ...names.map((name, index): Cell[] => [index + 1, name, 'Cấp xã'])]),
    sheet('Thiết lập', [['Tổng điểm', 600]]),
    ...names.map(form),
  );
}

function call(host: SheetsHost, name: string, what: string, units: number): Outcome {
  const run = host.call(name, name === 'getFingerprint' ? {} : { choice: CHOICE }, { latency: LATENCY });
  expect(run.thrown).toBeNull();
  expect(run.result, what).toMatchObject({ ok: true });
  const minutes = (run.elapsed / 60_000).toFixed(1);
  process.stdout.write(`${units} forms, ${what}: ${run.service} calls, ${minutes} minutes\n`);
  return run;
}

it('95 and 300 forms: so many calls a sheet and no more, a check and a score within four minutes, a look back within one', async () => {
  const counted: Record<string, number[]> = {};
  for (const units of [95, 300]) {
    const host = await open(workbookOf(units));
    for (const [name, what] of [
      ['runCheck', 'check'],
      ['getFingerprint', 'coming back'],
      ['runScore', 'score'],
      ['runScore', 'score again'],
    ] as const) {
      const run = call(host, name, what, units);
      (counted[what] ??= []).push(run.service);
      expect(run.elapsed, what).toBeLessThan(name === 'getFingerprint' ? 60_000 : 240_000);
    }
  }
  const more = Object.fromEntries(Object.entries(counted).map(([what, [few, many]]) => [what, (many! - few!) / 205]));
  // A check asks a sheet's name, whether it is seen, values, formats, formulas, merged cells; a score looks at the values once more.
  expect(more).toEqual({ check: 6, 'coming back': 1, score: 7, 'score again': 7 });
}, 600_000);
