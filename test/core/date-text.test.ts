import { expect, it } from 'vitest';
import { dateText } from '#core/workbook/date-text';
import { run } from '#test/support/book';
import { dateCell, workbook } from '#test/workbooks/base';

it('days are those of the calendar, from 1900 on', () => {
  const start = Date.UTC(1899, 11, 30);
  for (let serial = 61; serial < 120_000; serial += 17) {
    const day = new Date(start + serial * 86_400_000);
    const two = (value: number): string => String(value).padStart(2, '0');
    expect(dateText(serial)).toBe(`${two(day.getUTCDate())}/${two(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}`);
  }
  expect([dateText(1), dateText(59), dateText(61), dateText(45000.75), dateText(2_958_465)]).toEqual([
    '01/01/1900',
    '28/02/1900',
    '01/03/1900',
    '15/03/2023',
    '31/12/9999',
  ]);
  expect([dateText(0.5), dateText(-3), dateText(3_000_000), dateText(60)]).toEqual([null, null, null, null]);
});

it('a figure that became a date is shown as the date, not as its serial number', () => {
  const { shown: _, ...cell } = dateCell('', 45000) as { shown: string; value: number; kind: 'date'; format: string };
  const found = run(workbook({ data: { C8: cell } })).findings[0]!;
  expect(found).toMatchObject({ id: 'value.date', value: '15/03/2023' });
  expect(found.message).toContain('(15/03/2023)');
});
