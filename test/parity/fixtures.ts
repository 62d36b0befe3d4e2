/** Every fixture of test/workbooks, and generated workbooks: the same ones each time. */
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { toA1 } from '#core/workbook/address';
import { DATA, SET, UNITS, workbook } from '#test/workbooks/base';
import { cleanForms } from '#test/workbooks/clean';
import { cleanMore } from '#test/workbooks/clean-more';
import { cleanTables } from '#test/workbooks/clean-tables';
import { frameworkFaults } from '#test/workbooks/framework';
import { pointFaults } from '#test/workbooks/points';
import { rowFaults } from '#test/workbooks/rows';
import { textFaults } from '#test/workbooks/text-and-cells';
import { unitFaults } from '#test/workbooks/units';
import { valueFaults } from '#test/workbooks/values';
import { variants } from '#test/workbooks/variants';

export interface Named {
  name: string;
  picture: Picture;
}

/** The fixtures, each once. */
export const fixtures: Named[] = [
  ...cleanForms,
  ...cleanMore,
  ...cleanTables,
  ...frameworkFaults,
  ...unitFaults,
  ...rowFaults,
  ...valueFaults,
  ...pointFaults,
  ...textFaults,
  ...variants,
].map(({ name, picture }) => ({ name, picture }));

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What people put into a figure's cell. */
const ODD: Cell[] = [
  null,
  '45',
  '1.234',
  '1.234,5',
  '12,5',
  '80%',
  'chưa có',
  '=1+1',
  '+84',
  '-5',
  '24/11',
  '1.10',
  '  7 ',
  'bốn mươi',
  true,
  0,
  -3,
  1e-7,
  0.1 + 0.2,
  114.99999999999999,
  123_456.789,
  { value: 0.5, format: '0%' },
  { value: 46_000, kind: 'date', format: 'dd/mm/yyyy' },
  { value: '#N/A', kind: 'error', formula: true },
  { value: '#DIV/0!', kind: 'error', formula: true },
  { value: 42, formula: true },
  { value: 12.3456, format: '0.00' },
];

const SETTINGS: [string, Cell[]][] = [
  ['Làm tròn', ['từng chỉ số', 'tổng']],
  ['Thiếu số liệu', ['0 điểm', 'chặn']],
  ['Khi không phát sinh', ['đủ điểm', '0 điểm', 'loại', 'quy đổi', 'hỏi']],
  ['Dấu thập phân', ['phẩy', 'chấm']],
  ['Xếp hạng theo', ['điểm', 'tỷ lệ']],
  ['Đồng hạng', [1224, 1223, 1234, '99']],
  ['Số chữ số thập phân', [0, 1, 2, 3]],
  ['Kỳ báo cáo', ['Quý III/2026', 'Năm 2026', '2026-Q3']],
  [
    'Xếp loại',
    ['Tốt >= 90%; Khá >= 70%; Yếu', 'Tốt >= 40% và không quá 50% của Khá trở lên và 1 >= 10%; Khá >= 5%; Yếu'],
  ],
  ['Tổng điểm', [1000, 900]],
];

const NAMES = ['Sở Y tế', 'Sở Nội vụ', 'Sở Công Thương', 'Sở Hòa Bình', 'Sở Mỹ thuật', 'UBND xã Lộc Thạnh'];

/** @returns a workbook of three departments in which a few cells are not as they should be. */
function generated(seed: number): Picture {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const data: Record<string, Cell> = {};
  const cells = 1 + Math.floor(random() * 6);
  for (let count = 0; count < cells; count += 1)
    data[toA1(3 + Math.floor(random() * (DATA.length - 3)), 2 + Math.floor(random() * 5))] = pick(ODD);
  if (random() < 0.3) data[toA1(3 + Math.floor(random() * 15), 0)] = pick(NAMES).normalize(pick(['NFC', 'NFD']));
  if (random() < 0.2)
    data[toA1(3 + Math.floor(random() * 15), 1)] = pick(['1.1', '9.9', { value: 2.1, format: '0.00' }, 2.3]);
  if (random() < 0.3) for (let row = 3; row < DATA.length; row += 1) data[toA1(row, 5)] = Math.floor(random() * 100);
  const set: Record<string, Cell> = {};
  if (random() < 0.3) set[toA1(3 + Math.floor(random() * (SET.length - 3)), 2)] = pick([50, '100', null, 12.5]);
  if (random() < 0.2)
    set['D5'] = pick([
      'Chấm điểm',
      'a x 2',
      'Chỉ tiêu 80%: a/b',
      'Mức a: >= 4 = 20; còn lại = 0',
      'lung tung',
      '= a/b',
    ]);
  const units: Record<string, Cell> = {};
  if (random() < 0.3) units[toA1(1 + Math.floor(random() * (UNITS.length - 1)), 1)] = pick(NAMES);
  if (random() < 0.2) units['C2'] = pick(['Sở', 'Ban', '']);
  const settings = SETTINGS.filter(() => random() < 0.25).map(([key, values]): Cell[] => [key, pick(values)]);
  return workbook({ data, set, units, ...(settings.length > 0 ? { settings } : {}) });
}

/** @returns `count` workbooks; number `n` is always the same. */
export function generatedWorkbooks(count: number): Named[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `generated ${index}`,
    picture: generated(70_000 + index),
  }));
}
