/** value.copied among many units: a few of them are looked at first, and nothing is missed or made up by that. */
import { expect, it } from 'vitest';
import { book, run, sheet, type Rows } from '#test/support/book';

const UNITS = 40;
const CODES = ['1.1', '1.2', '1.3'];

/** `figures`: a and b of an indicator and a unit; null where the unit says nothing. */
function copied(figures: (code: string, unit: number) => [number, number] | null): string[] {
  const names = Array.from({ length: UNITS }, (_, unit) => `Xã ${String(unit + 1).padStart(2, '0')}`);
  const data: Rows = [['Đơn vị', 'Mã', 'a', 'b']];
  names.forEach((name, unit) => {
    for (const code of CODES) data.push([name, code, ...(figures(code, unit) ?? [null, null])]);
  });
  const picture = book(
    sheet('Bộ chỉ số', [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ['1', 'Trụ cột', 1000],
      ...CODES.map((code, place) => [code, `Chỉ số ${code}`, place === 0 ? 400 : 300, 'a/b']),
    ]),
    sheet('Đơn vị', [['Tên đơn vị', 'Nhóm'], ...names.map((name) => [name, 'Xã'])]),
    sheet('Số liệu', data),
  );
  return run(picture)
    .findings.filter(({ id }) => id === 'value.copied')
    .map(({ indicator }) => indicator ?? '');
}

const own = (code: string, unit: number): [number, number] => [unit + Number(code) * 10, 100];

it('finds an indicator that says the same of every unit', () => {
  expect(copied((code, unit) => own(code === '1.3' ? '1.1' : code, unit))).toEqual(['1.3']);
});

it('is silent where a single unit differs, whichever it is', () => {
  for (const odd of [0, 1, 7, 33, UNITS - 1])
    expect(
      copied((code, unit) => (code === '1.3' && unit === odd ? [99, 100] : own(code === '1.2' ? code : '1.1', unit))),
      `unit ${odd}`,
    ).toEqual([]);
});

it('finds it where few units say anything at all', () => {
  const spoken = [1, 2, 3, 6, 7, 8, 9];
  expect(copied((code, unit) => (spoken.includes(unit) ? own(code === '1.2' ? '1.1' : code, unit) : null))).toEqual([
    '1.2',
  ]);
});
