/** Every fixture of test/workbooks through the headless writer, Excel and Google Sheets. */
import { expect, it } from 'vitest';
import { compare, differences, listed, met } from './compare.ts';
import { fixtures } from './fixtures.ts';
import { planned } from './hosts.ts';
import type { Written, WrittenSheet } from './shape.ts';

it(`all ${fixtures.length} fixtures come out the same`, () => compare(fixtures, 'both'), 600_000);

it('every listed difference was met: none is stale, none is missing', () => {
  expect([...met].sort()).toEqual([...listed].sort());
});

it('the comparison itself notices a value, a format, a look, a link, a merge and a missing sheet', () => {
  const picture = fixtures[0]!.picture;
  const clean = (): Written => planned(picture).written;
  expect(differences(clean(), clean())).toEqual([]);
  const number = ({ cells }: WrittenSheet): { value: unknown; format: string; look: string; link: string } =>
    [...cells.values()].find(({ value, format }) => typeof value === 'number' && format !== '')!;
  const changes: ((sheet: WrittenSheet) => void)[] = [
    (sheet) => (number(sheet).value = 0.5),
    (sheet) => (number(sheet).format = '0.0'),
    (sheet) => (number(sheet).look = '[]'),
    (sheet) => (number(sheet).link = 'Đơn vị!A1'),
    (sheet) => (sheet.merges = 'x'),
    (sheet) => (sheet.freeze = 'x'),
    (sheet) => (sheet.charts = ['x']),
    ({ cells }) => cells.set('ZZ1', { value: 'thừa', format: '', look: '[]', link: '' }),
  ];
  for (const change of changes) {
    const other = clean();
    change(other.get('Xếp hạng')!);
    expect(differences(clean(), other), String(change)).toHaveLength(1);
  }
  const less = clean();
  less.delete('Kiểm tra');
  expect(differences(clean(), less)).toHaveLength(1);
});
