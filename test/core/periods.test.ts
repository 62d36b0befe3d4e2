/** Periods as people write them, and which one counts. */
import { expect, it } from 'vitest';
import { laterPeriod, periodBefore, readPeriod } from '#core/read/periods/periods';

it.each([
  ['2026-Q3', '2026-Q3'],
  ['Quý III/2026', '2026-Q3'],
  ['Quý 3 năm 2026', '2026-Q3'],
  ['QUÝ  IV / 2026', '2026-Q4'],
  ['Quí I/2026', '2026-Q1'],
  ['Quý I/2026', '2026-Q1'],
  ['Quý II-2026', '2026-Q2'],
  ['2026-H1', '2026-H1'],
  ['6 tháng đầu năm 2026', '2026-H1'],
  ['Năm 2026', '2026'],
  [2026, '2026'],
])('%s is %s', (text, key) => {
  expect(readPeriod(text)?.key).toBe(key);
});

it.each(['Quý V/2026', 'tháng 3/2026', '', '26', 'Năm học 2026'])('%s is no period', (text) => {
  expect(readPeriod(text)).toBeNull();
});

it('the one that ends last counts; of two that end alike the longer', () => {
  const later = (left: string, right: string): string => laterPeriod(readPeriod(left)!, readPeriod(right)!).key;
  expect(later('2026-Q3', '2026-H1')).toBe('2026-Q3');
  expect(later('2026-Q2', '2026-H1')).toBe('2026-H1');
  expect(later('2026-Q4', 'Năm 2026')).toBe('2026');
  expect(later('2027-Q1', 'Năm 2026')).toBe('2027-Q1');
});

it.each([
  ['2026-Q3', ['2026-Q1', 'Quý II/2026', '2026-Q3', '2026-Q4'], 'Quý II/2026'],
  ['2026-Q3', ['2026-Q2', '6 tháng đầu năm 2026'], '2026-Q2'],
  ['6 tháng cuối năm 2026', ['2026-Q2', '2026-H1'], '2026-H1'],
  ['Năm 2026', ['Năm 2024', '2025', '2026-Q3', '2026-H1'], '2025'],
  ['2026-Q1', ['Năm 2025', '2025-Q4'], '2025-Q4'],
  ['2026-Q1', ['Năm 2025', 'đợt 1'], null],
  ['2026', ['2026-Q4', 'Năm 2027', 'Năm 2026'], null],
  ['đợt 2', ['2025', 'đợt 1'], null],
])('before %s of %j comes %s', (chosen, periods, before) => {
  expect(periodBefore(chosen, periods)).toBe(before);
});
