/** Made-up workbooks of any size: an index set, a unit list, and a long table of every unit × indicator. Seeded: the same each time. */
import type { Cell } from '#core/workbook/cell';
import type { Picture, RowPicture, SheetPicture } from '#core/workbook/picture';

export interface SyntheticOptions {
  units: number;
  indicators: number;
  /** Rows of a sheet Thiết lập. */
  settings?: [string, Cell][];
  seed?: number;
  /** The share of figures that are faulty (0 … 1), slips of every kind; left out: the few of a usual year. */
  faulty?: number;
  /** The data names units without diacritics, the unit list with them. */
  plainNames?: boolean;
}

/** @returns numbers in [0, 1), the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function sheetOf(name: string, rows: Cell[][]): SheetPicture {
  const filled = rows.map((cells, index): RowPicture => ({ index, cells }));
  return {
    name,
    visibility: 'visible',
    rows: filled.filter((row) => row.cells.length > 0),
    merges: [],
    hiddenRowsKnown: true,
  };
}

export type Kind = 'ratio' | 'bands' | 'yes-no';

const RULES: Record<Kind, string> = {
  ratio: 'a/b',
  bands: 'Mức a/b: >= 90% = 100%; từ 50% đến dưới 90% = theo tỷ lệ; còn lại = 0',
  'yes-no': 'Có/Không',
};

export interface Item {
  code: string;
  maximum: number;
  kind: Kind;
}

/** @returns the indicators of a made-up set. Seven pillars; points add up to 1,000. Most rules are ratios: their points are fractions, the dear case. */
export function itemsOf(count: number): Item[] {
  const pillars = Math.min(7, count);
  const base = Math.floor(1000 / count);
  return Array.from({ length: count }, (_, index) => ({
    code: `${1 + (index % pillars)}.${1 + Math.floor(index / pillars)}`,
    maximum: index === 0 ? 1000 - base * (count - 1) : base,
    kind: index % 15 === 7 ? ('bands' as const) : index % 15 === 11 ? ('yes-no' as const) : ('ratio' as const),
  })).sort((x, y) => Number(x.code.split('.')[0]) - Number(y.code.split('.')[0]));
}

function setSheet(items: Item[]): SheetPicture {
  const rows: Cell[][] = [['BỘ CHỈ SỐ THỬ TẢI'], ['Mã chỉ số', 'Chỉ số', 'Điểm tối đa', 'Cách tính']];
  let pillar = '';
  for (const item of items) {
    const own = item.code.split('.')[0]!;
    if (own !== pillar) {
      pillar = own;
      const sum = items
        .filter((other) => other.code.startsWith(`${own}.`))
        .reduce((total, other) => total + other.maximum, 0);
      rows.push([own, `Chỉ số chính ${own}`, sum]);
    }
    rows.push([item.code, `Chỉ số thành phần ${item.code}`, item.maximum, RULES[item.kind]]);
  }
  return sheetOf('Bộ chỉ số', rows);
}

const half = (points: number): number => Math.round(points * 100) / 100;

/** One row of figures without a slip: what a unit counted, what it claims, and for every third row what was verified. */
function cleanRow(unit: string, item: Item, random: () => number): Cell[] {
  if (item.kind === 'yes-no') {
    const yes = random() < 0.8;
    return [unit, item.code, null, null, yes ? 'Có' : 'Không', yes ? item.maximum : 0, null, null];
  }
  const whole = 1 + Math.floor(random() * 5000);
  const part = Math.floor(random() * (whole + 1));
  const share = part / whole;
  const earned = item.kind === 'ratio' || (share >= 0.5 && share < 0.9) ? share : share >= 0.9 ? 1 : 0;
  const self = half(earned * item.maximum);
  const verified = random() < 1 / 3 ? half(self * 0.9) : null;
  return [unit, item.code, part, whole, null, self, verified, verified === null ? null : 'Theo hồ sơ kiểm tra'];
}

/** What people really hand in: here and there a number typed as text, a gap, a slip. */
function usualSlip(cells: Cell[], item: Item, random: () => number): void {
  if (item.kind === 'yes-no') return;
  const slip = random();
  if (slip < 0.002) cells[2] = `${cells[2] as number}`;
  else if (slip < 0.003) cells[3] = null;
  else if (slip < 0.0035) cells[2] = 'chưa có';
}

/** What may be wrong with one figure: typed as text, missing, words, below 0, a thousand times too large, an error. */
const FAULTS: ((cell: Cell) => Cell)[] = [
  (cell) => `${cell as number}`,
  () => null,
  () => 'chưa có',
  (cell) => (typeof cell === 'number' ? -1 - cell : -1),
  (cell) => (typeof cell === 'number' ? 1000 * (cell + 1) : 1000),
  () => ({ value: '#REF!', kind: 'error' }),
];

/** Each figure of a row is faulty at the share asked for, one kind of fault as often as another. */
function spoil(cells: Cell[], share: number, random: () => number): void {
  for (let column = 2; column <= 6; column += 1) {
    if (cells[column] === null || random() >= share) continue;
    cells[column] = FAULTS[Math.floor(random() * FAULTS.length)]!(cells[column]!);
  }
}

/** "Xã Thử Nghiệm" → "Xa Thu Nghiem". */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '');

/** @returns the picture of a workbook with units × indicators data rows. */
export function syntheticPicture(options: SyntheticOptions): Picture {
  const { units, indicators, settings = [], seed = 20_26, faulty, plainNames = false } = options;
  const random = randomOf(seed);
  // Of its own: the figures stay the same whatever share of them is spoilt.
  const fault = randomOf(seed + 1);
  const items = itemsOf(indicators);
  const names = Array.from({ length: units }, (_, index) => `Xã Thử Nghiệm ${String(index + 1).padStart(5, '0')}`);
  const data: Cell[][] = [
    ['SỐ LIỆU'],
    ['Đơn vị', 'Mã chỉ số', 'a', 'b', 'Lựa chọn', 'Điểm tự chấm', 'Điểm thẩm định', 'Lý do thẩm định'],
  ];
  for (const name of names) {
    const said = plainNames ? plain(name) : name;
    for (const item of items) {
      const cells = cleanRow(said, item, random);
      if (faulty === undefined) usualSlip(cells, item, random);
      else spoil(cells, faulty, fault);
      data.push(cells);
    }
  }
  const sheets = [
    setSheet(items),
    sheetOf('Đơn vị', [
      ['DANH SÁCH ĐƠN VỊ'],
      ['Đơn vị', 'Mã đơn vị', 'Nhóm'],
      ...names.map((name, index): Cell[] => [name, `X${index + 1}`, 'Cấp xã']),
    ]),
    sheetOf('Số liệu', data),
  ];
  if (settings.length > 0)
    sheets.push(
      sheetOf(
        'Thiết lập',
        settings.map(([key, value]): Cell[] => [key, value]),
      ),
    );
  return { sheets };
}
