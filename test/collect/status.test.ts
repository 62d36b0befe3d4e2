/** Each word of the board by a form that earns it; none of them stops the others. */
import { expect, it } from 'vitest';
import { collector, type Collected } from '#core/commands/collect';
import { collect as vi } from '#core/messages/vi/collect';
import { collect as en } from '#core/messages/en/collect';
import { fill } from '#core/messages/fill';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { book, run, sheet, type Rows } from '#test/support/book';

const INDEX: Rows = [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
  ['1', 'Hạ tầng số', 50, null],
  ['1.1', 'Hồ sơ trực tuyến', 30, 'a/b'],
  ['1.2', 'Có cổng thông tin', 20, 'Có/Không'],
  ['2', 'Nhân lực số', 50, null],
  ['2.1', 'Chuyên trách', 25, 'Có/Không'],
  ['2.2', 'Sáng kiến', 25, 'Chấm điểm'],
  [null, 'Tổng cộng', 100, null],
];

const UNITS: Rows = [
  ['Tên đơn vị', 'Mã đơn vị', 'Nhóm'],
  ...['A', 'B', 'C', 'D', 'Đ', 'E', 'G', 'H'].map((letter, place) => [`Xã ${letter}`, `0${place + 1}`, 'Xã']),
];

const BOOK = book(
  sheet('Bộ chỉ số', INDEX),
  sheet('Đơn vị', UNITS),
  sheet('Thiết lập', [
    ['Thiết lập', 'Giá trị'],
    ['Kỳ báo cáo', 'Quý III/2026'],
    ['Tổng điểm', 100],
  ]),
);

const HEADS = ['Mã', 'Chỉ số', 'Điểm tối đa', 'a', 'b', 'Lựa chọn', 'Điểm tự chấm', 'Tài liệu kiểm chứng', 'Ghi chú'];

type Values = (Cell | undefined)[][];
const FULL: Values = [
  [40, 50],
  [null, null, 'Có'],
  [null, null, 'Không'],
  [null, null, null, 20, 'Quyết định 12'],
];
const CODES = [
  ['1.1', 'Hồ sơ trực tuyến', 30],
  ['1.2', 'Có cổng thông tin', 20],
  ['2.1', 'Chuyên trách', 25],
  ['2.2', 'Sáng kiến', 25],
] as const;

function form(lines: string[], values: Values = FULL, codes: readonly (readonly Cell[])[] = CODES): Picture {
  const rows: Rows = [
    ['PHIẾU TỰ CHẤM ĐIỂM'],
    ...lines.map((line) => [line]),
    HEADS,
    ...codes.map((code, place) => [...code, ...(values[place] ?? [])]),
  ];
  return book(sheet('Phiếu', rows));
}

const of = (unit: string, values?: Values): Picture =>
  form([`Tên đơn vị: ${unit}`, 'Kỳ báo cáo: Quý III/2026'], values);

type Given = [name: string, picture: Picture | { unreadable: string }];

function collected(files: Given[], options: { take?: string[]; into?: Picture; period?: string } = {}): Collected {
  const collecting = collector(options.into ?? BOOK, {
    language: 'vi',
    period: options.period ?? null,
    set: null,
    take: options.take ?? [],
    version: 'test',
    at: '2026-10-05',
    say: (message) => fill(vi, message, 'vi'),
  });
  for (const [name, picture] of files) collecting.add({ name, path: name, picture });
  expect(collecting.idle()).toEqual([]);
  return collecting.finish();
}

/** The book as the plan leaves it, from a new sheet of rows. */
function after(done: Collected, into = BOOK): Picture {
  const sheets = done.plan().sheets.map(({ name, rows, styles }) =>
    sheet(
      name,
      rows.map(({ cells }) =>
        cells.map((cell): Cell => {
          const format = cell === null ? undefined : styles[cell.style]?.format;
          return typeof cell?.value === 'number' && format !== undefined
            ? { value: cell.value, format }
            : (cell?.value ?? null);
        }),
      ),
    ),
  );
  const names = new Set(sheets.map(({ name }) => name));
  return { sheets: [...into.sheets.filter(({ name }) => !names.has(name)), ...sheets] };
}

function board(done: Collected): Record<string, string> {
  const rows = done.plan().sheets.find(({ name }) => name === 'Thu phiếu')?.rows ?? [];
  return Object.fromEntries(
    rows.flatMap(({ cells }) =>
      typeof cells[0]?.value === 'number' ? [[String(cells[1]?.value), String(cells[2]?.value)]] : [],
    ),
  );
}

const statuses = ({ json }: Collected): string[] => json.files.map(({ file, status }) => `${file}: ${status}`);

const other = form(
  ['Tên đơn vị: Xã C'],
  FULL,
  CODES.map(([code, name], place) => [code, name, 7 + place] as const),
);
const old = form(['Tên đơn vị: Xã D'], [...FULL, [null, null, null, 3]], [...CODES, ['2.9', 'Chỉ số đã bỏ', 10]]);

const EACH: Given[] = [
  ['a.xlsx', of('Xã A')],
  ['b1.xlsx', of('Xã B')],
  ['b2.xlsx', of('Xã B', [[41, 50], ...FULL.slice(1)])],
  ['c.xlsx', other],
  ['d.xlsx', old],
  ['đ.ods', { unreadable: 'Tệp OpenDocument.' }],
  ['06 Xã E.xlsx', { unreadable: 'Tệp hỏng.' }],
  ['g.xlsx', of('Xã G', [])],
  ['lạ.xlsx', of('Xã Không Có')],
];

it('each state has its form', () => {
  const done = collected(EACH);
  expect(statuses(done)).toEqual([
    'a.xlsx: received',
    'b1.xlsx: duplicate',
    'b2.xlsx: duplicate',
    'c.xlsx: other-set',
    'd.xlsx: old-form',
    'đ.ods: unreadable',
    '06 Xã E.xlsx: unreadable',
    'g.xlsx: empty',
    'lạ.xlsx: unknown-unit',
  ]);
  expect(done.json.missing).toEqual(['Xã Đ', 'Xã H']);
  expect(board(done)).toEqual({
    'Xã A': vi['collect.status-received'],
    'Xã B': vi['collect.status-duplicate'],
    'Xã C': vi['collect.status-other-set'],
    'Xã D': vi['collect.status-old-form'],
    'Xã Đ': vi['collect.status-missing'],
    'Xã E': vi['collect.status-unreadable'],
    'Xã G': vi['collect.status-empty'],
    'Xã H': vi['collect.status-missing'],
    [vi['collect.no-owner']]: vi['collect.status-unknown-unit'],
  });
  expect(done.complete).toBe(false);
  expect(done.json.rows).toEqual({ added: 8, changed: 0, kept: 0 });
  const line = (file: string) => done.json.files.find((one) => one.file === file);
  expect(line('a.xlsx')).toEqual({
    file: 'a.xlsx',
    unit: 'Xã A',
    unitCode: '01',
    period: 'Quý III/2026',
    status: 'received',
    values: 5,
    errors: 0,
    why: null,
  });
  expect(line('b1.xlsx')?.why).toContain('1.1 a: 40 (Phiếu!D5) ≠ 41 (Phiếu!D5)');
  expect(line('d.xlsx')?.why).toContain('2.9');
  expect(line('lạ.xlsx')?.why).toContain('Xã Không Có');
  expect(done.reminder.join('\n')).toContain('Còn 2 đơn vị chưa gửi: Xã Đ; Xã H.');
});

it('what is collected is scored, and the board is nobody’s input', () => {
  const done = collected(EACH);
  const result = run(after(done));
  const told = result.findings.filter(({ sheet: name }) => name === 'Thu phiếu');
  expect(told).toEqual([]);
  expect(result.recognised.filter(({ sheet: name }) => name === 'Thu phiếu')).toEqual([]);
  expect(result.findings.filter(({ id }) => id !== 'unit.missing')).toEqual([]);
  const points = Object.fromEntries(result.groups[0]?.ranking.map(({ unit, points: own }) => [unit, own]) ?? []);
  expect(points).toMatchObject({ 'Xã A': 64, 'Xã D': 64, 'Xã B': null });
});

it('nothing on the board is read where the book has no list of units either', () => {
  const into = book(...BOOK.sheets.filter(({ name }) => name !== 'Đơn vị'));
  const done = collected(
    [
      ['a.xlsx', of('Xã A')],
      ['b.xlsx', of('Xã B')],
      ['c.xlsx', of('Xã C')],
    ],
    { into },
  );
  expect(statuses(done)).toEqual(['a.xlsx: received', 'b.xlsx: received', 'c.xlsx: received']);
  expect(done.complete).toBe(true);
  expect(run(after(done, into)).findings).toEqual([]);
});

it('of two different forms a person chooses; equal ones are one', () => {
  const twins = EACH.slice(1, 3);
  const chosen = collected(twins, { take: ['b2.xlsx'] });
  expect(statuses(chosen)).toEqual(['b1.xlsx: duplicate', 'b2.xlsx: received']);
  expect(run(after(chosen)).groups[0]?.ranking.find(({ unit }) => unit === 'Xã B')?.points).toBe(64.6);
  const equal = collected([
    ['b1.xlsx', of('Xã B')],
    ['bản sao.xlsx', of('Xã B')],
  ]);
  expect(statuses(equal)).toEqual(['b1.xlsx: received', 'bản sao.xlsx: duplicate']);
  expect(board(equal)['Xã B']).toBe('Đã nhận');
});

it('a code says whose the form is, and one that is another unit’s is not guessed away', () => {
  const byCode = form(['Tên đơn vị: Ủy ban xã', 'Mã đơn vị: 02']);
  const torn = form(['Tên đơn vị: Xã A', 'Mã đơn vị: 02']);
  const done = collected([
    ['1.xlsx', byCode],
    ['2.xlsx', torn],
  ]);
  expect(done.json.files.map(({ unit, status }) => [unit, status])).toEqual([
    ['Xã B', 'received'],
    [null, 'unknown-unit'],
  ]);
});

it('a form that names nobody is told with what its file’s name hints at; without a list that name is its unit', () => {
  const nameless = form([]);
  const [line] = collected([['01 Xã A.xlsx', nameless]]).json.files;
  expect(line).toMatchObject({ unit: null, status: 'unknown-unit' });
  expect(line?.why).toContain('Xã A');
  const into = book(...BOOK.sheets.filter(({ name }) => name !== 'Đơn vị'));
  const free = collected(
    [
      ['01 Xã A.xlsx', nameless],
      ['Xã B.xlsx', nameless],
    ],
    { into },
  );
  expect(free.json.files.map(({ unit, status }) => [unit, status])).toEqual([
    ['Xã A', 'received'],
    ['Xã B', 'received'],
  ]);
});

it('forms of another period go into their own, and the unit is still awaited', () => {
  const second = form(['Tên đơn vị: Xã A', 'Kỳ báo cáo: 2026-Q2']);
  const done = collected([['q2.xlsx', second]]);
  expect(done.json.files[0]).toMatchObject({ period: '2026-Q2', status: 'received' });
  expect(done.json.missing).toContain('Xã A');
  expect(collected([['q2.xlsx', second]], { period: '2026-Q2' }).json.missing).not.toContain('Xã A');
});

it('what is written is values as they are written, never formulas', () => {
  const values: Values = [
    [{ value: 0.8, format: '0%', formula: true }, '1.234', null, { value: 24, formula: true }],
    [null, null, 'có', { value: null, kind: 'uncalculated' }],
    [null, null, null, { value: '#REF!', kind: 'error' }],
    [null, null, null, { value: 45292, kind: 'date', format: 'dd/mm/yyyy' }, '=1+1', '@ghi chú'],
  ];
  const done = collected([['a.xlsx', of('Xã A', values)]]);
  const [rows] = done.plan().sheets;
  const cells = (row: number): unknown[] =>
    rows?.rows[row]?.cells.slice(5, 13).map((cell) => cell?.value ?? null) ?? [];
  expect(cells(1)).toEqual([0.8, '1.234', null, null, null, 24, null, null]);
  expect(cells(2)).toEqual([null, null, null, null, 'có', null, null, null]);
  expect(cells(3)).toEqual([null, null, null, null, null, '#REF!', null, null]);
  expect(cells(4)).toEqual([null, null, null, null, null, 45292, '=1+1', '@ghi chú']);
  const format = (row: number, column: number): unknown => {
    const cell = rows?.rows[row]?.cells[column];
    return rows?.styles[cell?.style ?? 0]?.format;
  };
  expect([format(1, 5), format(4, 10)]).toEqual(['0%', 'dd/mm/yyyy']);
  expect(rows?.rows[1]?.cells.slice(15).map((cell) => cell?.value)).toEqual(['a.xlsx', 'Phiếu!D5']);
  expect(done.json.files[0]?.errors).toBeGreaterThan(1);
});

it('two different rows of one indicator in one file are not chosen between', () => {
  const twice = form(['Tên đơn vị: Xã A'], [...FULL, [45, 50]], [...CODES, ['1.1', 'Hồ sơ trực tuyến', 30]]);
  const done = collected([['a.xlsx', twice]]);
  expect(done.json.files[0]).toMatchObject({ status: 'duplicate' });
  expect(done.json.files[0]?.why).toContain('Phiếu!A');
  expect(done.json.rows.added).toBe(0);
});

it('collected again, an empty form and two different ones leave the rows, a corrected one clears what it no longer says', () => {
  const into = after(
    collected([
      ['a.xlsx', of('Xã A')],
      ['b.xlsx', of('Xã B')],
      ['g.xlsx', of('Xã G')],
    ]),
  );
  const corrected = of('Xã A', [[45, 50], ...FULL.slice(1, 3), [null, null, null, null, 'Quyết định 12']]);
  const files: Given[] = [['a2.xlsx', corrected], ...EACH.slice(1, 3), ['g2.xlsx', of('Xã G', [])]];
  const done = collected(files, { into });
  expect(done.json.rows).toEqual({ added: 0, changed: 2, kept: 10 });
  expect(
    done.json.changes.map(({ unit, indicator, column, old, new: now }) => [unit, indicator, column, old, now]),
  ).toEqual([
    ['Xã A', '1.1', 'a', 40, 45],
    ['Xã A', '2.2', 'self', 20, null],
  ]);
  // Nobody has verified anything: nothing is to be looked at again.
  expect(done.json.findings.filter(({ id }) => id.startsWith('collect.'))).toEqual([]);
  expect(board(done)).toMatchObject({ 'Xã A': 'Đã nhận', 'Xã B': 'Trùng', 'Xã G': 'Trống' });
  expect(done.json.missing).not.toContain('Xã B');
  const edited = new Set(done.plan().edits.map(({ cell }) => cell.replace(/[A-Z]+/, '')));
  expect([...edited].sort()).toEqual(['2', '3', '4', '5']);
});

it('of several index sets the one that a form’s codes and maxima are of', () => {
  const second = sheet('Bộ chỉ số sở', [
    ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
    ...CODES.map(([code, name], place): Cell[] => [code, `${name} (sở)`, 7 + place, 'Chấm điểm']),
    [null, 'Tổng cộng', 34],
  ]);
  const into = book(...BOOK.sheets, second);
  const done = collected(
    [
      ['a.xlsx', of('Xã A')],
      ['c.xlsx', other],
    ],
    { into },
  );
  expect(statuses(done)).toEqual(['a.xlsx: received', 'c.xlsx: received']);
  const names = done
    .plan()
    .sheets[0]?.rows.slice(1)
    .map(({ cells }) => cells[4]?.value);
  expect(names?.filter((name) => String(name).endsWith('(sở)'))).toHaveLength(4);
});

it('of a form with several periods the one that is collected', () => {
  const dated = book(
    sheet('Phiếu', [
      ['Tên đơn vị: Xã A'],
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Kỳ', 'Điểm tự chấm'],
      ['2.2', 'Sáng kiến', 25, '2026-Q2', 10],
      ['2.2', 'Sáng kiến', 25, '2026-Q3', 20],
    ]),
  );
  const taken = (period: string): unknown => {
    const [row] =
      collected([['a.xlsx', dated]], { period })
        .plan()
        .sheets[0]?.rows.slice(1) ?? [];
    return [row?.cells[2]?.value, row?.cells[10]?.value];
  };
  expect([taken('Quý II/2026'), taken('2026-Q3')]).toEqual([
    ['Quý II/2026', 10],
    ['2026-Q3', 20],
  ]);
});

it('a sheet of the person’s own keeps its name', () => {
  const own = sheet('Số liệu', [
    ['Đơn vị', 'Mã chỉ số', 'a', 'b'],
    ['Xã H', '1.1', 1, 2],
  ]);
  const done = collected([['a.xlsx', of('Xã A')]], { into: book(...BOOK.sheets, own) });
  expect(done.plan().sheets.map(({ name }) => name)).toEqual(['Số liệu thu phiếu', 'Thu phiếu']);
});

it('both languages say the same of a form', () => {
  const places = (words: string): string[] => [...words.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
  for (const [id, words] of Object.entries(vi)) expect(places(en[id as keyof typeof en]), id).toEqual(places(words));
});
