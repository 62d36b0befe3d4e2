/** Forms score themselves as the core does: filled at random, recalculated by LibreOffice, scored by us, compared cell by cell. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeForms } from '#core/commands/form';
import { scoreWorkbook } from '#core/commands/score';
import { toFixed, toNumber } from '#core/exact/exact';
import { setFromData } from '#core/framework/schema';
import { scalarOf } from '#core/workbook/cell';
import { say } from '#local/cli/words';
import { newBook, readWorkbook } from '#xlsx/index';
import { book, sheet } from '#test/support/book';
import { randomOf } from '#test/support/random';
import { fillForm, oneOf, randomSet } from './generate.ts';

const PROGRAM = 'soffice';
const FORMS = Number(process.env['NGHIN_DIEM_FORMS'] ?? 8);
const ROWS = 200;
const office = spawnSync(PROGRAM, ['--version'], { encoding: 'utf8' }).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'nghin-diem-forms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function made(seed: number, rows: number): Uint8Array {
  const random = randomOf(seed);
  const set = setFromData(randomSet(rows, random));
  const settings = oneOf([[], [], [['Làm tròn', 'tổng']]], random);
  const input = book(sheet('Thiết lập', [['Tên bộ chỉ số', 'Ngẫu nhiên (giả lập)'], ...settings]));
  const [form] = makeForms(input, {
    language: 'vi',
    set,
    period: null,
    units: null,
    say: (message) => say(message, 'vi'),
  }).forms;
  if (form === undefined) throw new Error('no form');
  fillForm(form.book, random);
  return newBook(form.book);
}

interface Compared {
  rows: number;
  differences: string[];
  /** Rows that show points. */
  shown: number;
  totals: number;
  /** Rows left to the core, by what Kiểm tra says. */
  left: Record<string, number>;
}

/** Compares what a recalculated form shows with what the core makes of it. */
function compare(name: string, bytes: Uint8Array, all: Compared): void {
  const { picture } = readWorkbook(bytes);
  const { assessment, scored, findings } = scoreWorkbook(picture, { language: 'vi', at: '', version: '' });
  const [set] = assessment.sets;
  const card = scored.cards[0];
  const form = picture.sheets.find((one) => one.name === 'Phiếu');
  if (set === undefined || card === undefined || form === undefined) throw new Error(`${name}: no scores`);
  const rows = form.rows.map(({ cells }) => cells.map((cell) => scalarOf(cell)));
  const head = rows.find((cells) => cells[0] === 'Mã') ?? [];
  const column = (header: string): number => head.indexOf(header);
  const byCode = new Map(rows.map((cells) => [String(cells[0] ?? ''), cells]));
  const decimals = assessment.settings.rounding === 'total' ? 10 : set.decimals;
  // What the form leaves to the core is missing in its total.
  let leaves = false;
  for (const entry of card.entries) {
    const indicator = set.indicators[entry.indicator];
    if (indicator === undefined) continue;
    const cells = byCode.get(indicator.code) ?? [];
    const shown = cells[column('Điểm tự chấm')];
    const said = String(cells[column('Kiểm tra')] ?? '');
    const rule = String(cells[column('Cách tính')] ?? '');
    if (entry.blockedBy !== null && entry.calculated !== null) leaves = true;
    if (rule === 'Chấm điểm') continue;
    all.rows += 1;
    const points = entry.calculated;
    if (typeof shown === 'number') {
      all.shown += 1;
      if (points === null || toFixed(points, decimals) !== shown.toFixed(decimals))
        all.differences.push(
          `${name} ${indicator.code} ${rule}: ${shown} ≠ ${points === null ? 'null' : toNumber(points)} ${JSON.stringify(cells)}`,
        );
    } else if (said === '') all.differences.push(`${name} ${indicator.code} ${rule}: nothing said`);
    else if (points !== null) {
      if (/tổng hợp|chữ số thập phân/.test(said)) {
        all.left[said] = (all.left[said] ?? 0) + 1;
        leaves = true;
      } else
        all.differences.push(
          `${name} ${indicator.code} ${rule}: “${said}” ≠ ${toNumber(points)} ${JSON.stringify(cells)}`,
        );
    }
  }
  const total = rows.find((cells) => cells[1] === 'Tổng điểm')?.[column('Điểm tự chấm')];
  if (typeof total !== 'number') all.differences.push(`${name}: no total: ${String(total)}`);
  else if (!leaves) {
    all.totals += 1;
    const own = toFixed(card.provisional, set.decimals);
    if (own !== total.toFixed(set.decimals)) all.differences.push(`${name}: total ${total} ≠ ${own}`);
    // What the form works out itself is never held against the unit.
    for (const { id, value } of findings)
      if (/^points\.(self|total)-differs/.test(id)) all.differences.push(`${name}: ${id} ${value}`);
  }
}

it.skipIf(!office)(
  `${FORMS * ROWS} random rows recalculated by LibreOffice have the core’s points`,
  () => {
    const [before, after] = [join(folder, 'before'), join(folder, 'after')];
    mkdirSync(before);
    for (let seed = 1; seed <= FORMS; seed += 1) {
      writeFileSync(join(before, `${seed}.xlsx`), made(seed, ROWS));
      // Small ones, of which most leave nothing to the core: their totals are compared.
      for (let more = 1; more <= 4; more += 1)
        writeFileSync(join(before, `${seed}-${more}.xlsx`), made(seed * 1000 + more, 12));
    }
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const files = readdirSync(before).map((name) => join(before, name));
    const done = spawnSync(PROGRAM, [profile, '--headless', '--convert-to', 'xlsx', '--outdir', after, ...files], {
      encoding: 'utf8',
    });
    expect(done.status, done.stderr).toBe(0);
    const all: Compared = { rows: 0, shown: 0, totals: 0, differences: [], left: {} };
    for (const name of readdirSync(after)) compare(name, readFileSync(join(after, name)), all);
    console.log(
      `${all.rows} rows, ${all.shown} with points, ${all.totals} totals; left to the core: ${JSON.stringify(all.left)}`,
    );
    expect(all.differences.slice(0, 40)).toEqual([]);
    expect(all.rows).toBeGreaterThan(FORMS * ROWS * 0.8);
  },
  600_000,
);
