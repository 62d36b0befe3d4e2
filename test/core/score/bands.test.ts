/** Bands with a quota and conditions: who gets them, and what the group and the unit are told. */
import { describe, expect, it } from 'vitest';
import { toNumber } from '#core/exact/exact';
import { say } from '#core/messages/index';
import { bandsText, readBands } from '#core/read/settings/bands';
import { bandNote } from '#core/score/band-notes';
import { score } from '#core/score/index';
import { assessment, indexSet, indicator } from './make.ts';

const SET = indexSet([indicator(0, '1.1', '60'), indicator(1, '1.2', '40'), indicator(2, '3', '0', { role: 'bonus' })]);
const QUOTA = 'Xuất sắc >= 90% và không quá 20% của Tốt trở lên; Tốt >= 80%; Khá >= 50%; Yếu';

/** Points of 1.1 and 1.2 by unit. */
type Points = Record<string, [number, number]>;

function banded(
  bands: string,
  points: Points,
  extra: { unranked?: string[]; ties?: '1224' | '1234'; breakers?: string[] } = {},
) {
  const rows = Object.entries(points).map(([name, own]): [string, { self: string }[]] => [
    name,
    own.map((self) => ({ self: String(self) })),
  ]);
  const data = assessment(SET, rows, {
    bands: readBands(bands)!,
    ties: extra.ties ?? '1224',
    tieBreakers: extra.breakers ?? [],
  });
  for (const unit of data.units) unit.ranked = !(extra.unranked ?? []).includes(unit.name);
  const { cards, rankings } = score(data);
  const of = new Map(cards.map((card) => [data.units[card.unit]!.name, card]));
  return {
    bands: Object.fromEntries([...of].map(([name, { band }]) => [name, band])),
    note: (name: string, language: 'vi' | 'en' = 'vi') => bandNote(of.get(name)!, language),
    head: rankings[0]!.bandNotes.map((note) => say(note, 'vi')),
  };
}

const many = (...totals: number[]): Points =>
  Object.fromEntries(
    totals.map((total, at) => [String.fromCharCode(65 + at), [Math.min(60, total), total - Math.min(60, total)]]),
  );

describe('a quota', () => {
  it('lets in whole units of those that reach the band it names, rounded down; the rest falls', () => {
    const found = banded(QUOTA, many(99, 97, 95, 93, 91, 88, 86, 84, 82, 60));
    // Nine reach Tốt, 20 % of them are 1.8: one.
    expect(Object.values(found.bands).join()).toBe('Xuất sắc,Tốt,Tốt,Tốt,Tốt,Tốt,Tốt,Tốt,Tốt,Khá');
    expect(found.head).toEqual(['Xuất sắc: không quá 20% của Tốt trở lên, tức 1 trong 9 đơn vị.']);
    expect(found.note('A')).toBe('');
    expect(found.note('B')).toBe(
      'Đạt Xuất sắc theo điểm nhưng đã đủ số: không quá 20% của Tốt trở lên (1 trong 9 đơn vị).',
    );
    expect(found.note('F')).toBe('');
  });

  it('never parts equal units: all stay below, and it is said what can be done', () => {
    for (const ties of ['1224', '1234'] as const) {
      const found = banded(QUOTA, many(99, 95, 95, 91, 88, 87, 86, 85, 84, 83), { ties });
      expect(Object.values(found.bands).slice(0, 4)).toEqual(['Xuất sắc', 'Tốt', 'Tốt', 'Tốt']);
      expect(found.head[1]).toBe(
        '2 đơn vị bằng nhau ở ranh giới của Xuất sắc chỉ còn 1 chỗ: tất cả ở mức dưới. Muốn xếp khác thì ghi thêm Tiêu chí phụ, hoặc cơ quan có thẩm quyền quyết định rồi sửa tỷ lệ ở Xếp loại.',
      );
      expect(found.note('B')).toContain('2 đơn vị bằng nhau mà chỉ còn 1 chỗ');
      expect(found.note('D')).toContain('đã đủ số');
      expect(found.note('B', 'en')).toContain('2 units are equal and 1 places are left');
    }
  });

  it('goes by Tiêu chí phụ where it tells equal units apart', () => {
    const points = { ...many(99, 95, 0, 91, 88, 87, 86, 85, 84, 83), C: [56, 39] as [number, number] };
    const found = banded(QUOTA, points, { breakers: ['1.2'] });
    expect([found.bands['B'], found.bands['C']]).toEqual(['Tốt', 'Xuất sắc']);
    expect(found.head).toHaveLength(1);
  });

  it('of the next band applies to who fell into it', () => {
    const bands = 'A+ >= 90% và không quá 50% của A+ trở lên; A >= 80%, không quá 25% của A trở lên; B';
    const found = banded(bands, many(99, 97, 95, 93, 85, 84, 83, 82));
    // Of A+ two of four; of A two of eight, and both places go to those above.
    expect(Object.values(found.bands).join()).toBe('A+,A+,A,A,B,B,B,B');
    expect(found.head).toHaveLength(2);
  });

  it.each([
    ['nobody reaches it', many(70, 60), 'Khá,Khá', 'tức 0 trong 0 đơn vị'],
    ['20 % of four are none', many(95, 94, 85, 84), 'Tốt,Tốt,Tốt,Tốt', 'tức 0 trong 4 đơn vị'],
    ['20 % of five are one exactly', many(95, 94, 93, 85, 84), 'Xuất sắc,Tốt,Tốt,Tốt,Tốt', 'tức 1 trong 5 đơn vị'],
    ['nobody reaches the top', many(88, 87, 86, 85, 84), 'Tốt,Tốt,Tốt,Tốt,Tốt', 'tức 1 trong 5 đơn vị'],
  ])('%s', (_, points, expected, said) => {
    const found = banded(QUOTA, points);
    expect(Object.values(found.bands).join()).toBe(expected);
    expect(found.head.join()).toContain(said);
  });

  it('takes percent with decimals exactly: 33,4 % of three are one, 33,3 % none', () => {
    const of = (percent: string) =>
      banded(`A >= 50% và không quá ${percent}% của A trở lên; B`, many(90, 80, 70)).bands['A'];
    expect([of('33,4'), of('33,3'), of('100')]).toEqual(['A', 'B', 'A']);
  });

  it('neither counts nor binds units that are not ranked', () => {
    const found = banded(QUOTA, many(99, 98, 95, 85, 84, 83), { unranked: ['B'] });
    expect([found.bands['A'], found.bands['B'], found.bands['C']]).toEqual(['Xuất sắc', 'Xuất sắc', 'Tốt']);
    expect(found.head[0]).toContain('tức 1 trong 5 đơn vị');
    expect(found.note('B')).toBe('Không xếp hạng nên không tính vào số 20% của Xuất sắc.');
  });

  it('says the same whatever the order of rows', () => {
    const points = many(99, 95, 95, 91, 88, 87, 86, 85, 84, 83);
    const turned = Object.fromEntries(Object.entries(points).reverse());
    expect(banded(QUOTA, turned).bands).toEqual(banded(QUOTA, points).bands);
  });
});

describe('a condition', () => {
  const bands = 'Xuất sắc >= 90% và 1.2 >= 75%; Tốt >= 80% và 1 > 80%; Khá >= 50%; Yếu';
  it('is exact, and who misses it falls to the next band whose conditions it meets', () => {
    const found = banded(bands, { A: [60, 30], B: [60, 29.99], C: [50, 30], D: [60, 40] });
    expect(found.bands).toEqual({ A: 'Xuất sắc', B: 'Tốt', C: 'Khá', D: 'Xuất sắc' });
    expect(found.note('B')).toBe('');
    expect(found.note('C')).toBe('Chưa đạt điều kiện của Tốt: cần 1 > 80%, 1 đạt 80%.');
    expect(banded('Tốt >= 50% và 1.2 >= 50%; Khá', { A: [60, 19.99] }).note('A')).toBe(
      'Chưa đạt điều kiện của Tốt: cần 1.2 >= 50%, 1.2 đạt 49,98%.',
    );
  });

  it('comes before the quota: who misses it takes no place', () => {
    const found = banded('A >= 50% và không quá 50% của A trở lên và 1.2 >= 75%; B', {
      X: [60, 20],
      Y: [40, 35],
    });
    expect(found.bands).toEqual({ X: 'B', Y: 'A' });
  });
});

describe('what can be written', () => {
  it.each([
    QUOTA,
    'Xuất sắc >= 90% và không quá 12,5% của Tốt trở lên và 1.2 >= 50% và 2 > 60,5%; Tốt > 80%; Yếu',
    'Tốt và khá >= 80%; Yếu',
  ])('%s reads back the same', (text) => {
    expect(bandsText(readBands(text)!)).toBe(text);
  });

  it.each([
    [
      'Xuất sắc ≥ 90%, KHÔNG QUÁ 20% số đơn vị xếp loại tốt trở lên; Tốt >= 80%',
      'Xuất sắc >= 90% và không quá 20% của Tốt trở lên; Tốt >= 80%',
    ],
    ['A >= 90% và điều kiện 1,2 >= 50%; B', 'A >= 90% và 1.2 >= 50%; B'],
    ['A >= 90%; Điều kiện: 1.2 >= 50% và 2 >= 60%; B', 'A >= 90% và 1.2 >= 50% và 2 >= 60%; B'],
    ['A >= 90%\nĐiều kiện: 1.2 >= 50%\nB >= 50%', 'A >= 90% và 1.2 >= 50%; B >= 50%'],
  ])('%j is %s', (text, printed) => {
    expect(bandsText(readBands(text)!)).toBe(printed);
    expect(bandsText(readBands(text.normalize('NFD'))!).normalize('NFC')).toBe(printed);
  });

  it.each([
    'A >= 90% và không quá 20% của C trở lên; B >= 50%',
    'A >= 90% và không quá 20%; B >= 50%',
    'A >= 90% và không quá 120% của A trở lên',
    'A >= 90% và không quá 20% của A trở lên và không quá 10% của B trở lên; B >= 50%',
    'A >= 90% và 1.2 >= 50; B',
    'A >= 90% và tốt; B',
    'Điều kiện: 1.2 >= 50%; A >= 90%; Điều kiện: x',
  ])('%s is none', (text) => {
    expect(readBands(text)).toBeNull();
  });

  it('keeps numbers', () => {
    expect(toNumber(readBands(QUOTA)![0]!.quota!.percent)).toBe(20);
  });
});
