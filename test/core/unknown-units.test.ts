/** Names that the unit list does not hold: what is suggested for them, and that a whole column of them is no work. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { foldLoose } from '#core/workbook/text';
import { Nearest } from '#core/read/cells/nearest';
import { read } from '#core/read/index';
import { book, run, sheet } from '#test/support/book';

const SYLLABLES =
  'Lộc Thạnh Thành Bình Lợi Tân An Phú Xuân Hòa Long Mỹ Đức Thọ Quế Sơn Hưng Yên Minh Châu Trị Ninh Hải Đông Tây Khánh Vĩnh Phước Định Quán'.split(
    ' ',
  );

/** Names of three syllables, no two alike even without diacritics. */
function names(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const part = (by: number): string => SYLLABLES[Math.floor(at / by) % SYLLABLES.length]!;
    return `Xã ${part(1)} ${part(30)} ${part(900)}${at < 2700 ? '' : ` ${Math.floor(at / 2700)}`}`;
  });
}

function picture(listed: string[], used: string[]): Picture {
  return book(
    sheet('Bộ', [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ['1', 'Một', 1000, 'Chấm điểm'],
    ]),
    sheet('ĐV', [['Tên đơn vị', 'Nhóm'], ...listed.map((name): Cell[] => [name, 'Xã'])]),
    sheet('SL', [['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'], ...used.map((name): Cell[] => [name, '1', 500])]),
  );
}

/** Milliseconds of reading, the best of some runs. */
function cost(made: Picture, runs = 2): number {
  return Math.min(
    ...Array.from({ length: runs }, () => {
      const start = performance.now();
      read(made, { language: 'vi' });
      return performance.now() - start;
    }),
  );
}

const bare = (list: string[]): string[] =>
  list.map((name) => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D'));

/** Names that differ in a number only. */
const alikeBut = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `Đơn vị lạ số ${at} ngoài danh sách`);

function edits(left: string, right: string): number {
  let before = [...right, ''].map((_, at) => at);
  for (let row = 1; row <= left.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= right.length; at += 1)
      now.push(Math.min(before[at]! + 1, now[at - 1]! + 1, before[at - 1]! + Number(left[row - 1] !== right[at - 1])));
    before = now;
  }
  return before[right.length]!;
}

/** The suggestion as comparing with every name gives it. */
function plainly(typed: string, listed: string[]): string {
  const loose = foldLoose(typed);
  const distances = listed.map((name) => edits(loose, foldLoose(name)));
  const least = Math.min(...distances);
  return least <= Math.max(1, Math.floor(loose.length / 5)) ? listed[distances.indexOf(least)]! : '';
}

describe('what is suggested', () => {
  const near = new Nearest(['Xã Lộc Thạnh', 'Xã Lộc Thành', 'Phường Trấn Biên', 'Sở Y tế', 'UBND xã Đồng Tâm']);
  it.each([
    ['Xa Loc Thanh', 'Xã Lộc Thạnh'],
    ['Phuong Tran Bien', 'Phường Trấn Biên'],
    ['Xã Trấn Biên', 'Phường Trấn Biên'],
    ['Trấn Biên', 'Phường Trấn Biên'],
    ['Đồng Tâm', 'UBND xã Đồng Tâm'],
    ['Phường Chấn Biên', 'Phường Trấn Biên'],
    ['Sở Y  té', 'Sở Y tế'],
    ['Sở Nội vụ', ''],
    ['', ''],
    ['x'.repeat(32_767), ''],
  ])('%s → %s', (typed, suggested) => expect(near.to(typed)).toBe(suggested));

  it('is as near as anything in the list', () => {
    const listed = names(400);
    const index = new Nearest(listed);
    for (let at = 0; at < 400; at += 7) {
      const typed = `Xã q${listed[at]!.slice(3, 8)}z${listed[at]!.slice(9)}`;
      expect(index.to(typed)).toBe(plainly(typed, listed));
    }
  });

  it('is what comparing with every name gives, the first of several as near', () => {
    const word = fc.array(fc.constantFrom('a', 'b', 'n', 'h'), { minLength: 1, maxLength: 5 });
    const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.map((w) => w.join('')).join(' '));
    const slip = fc.tuple(fc.nat(30), fc.constantFrom('', 'x', 'h', 'na'), fc.nat(2));
    const slipped = (from: string, slipsMade: [number, string, number][]): string =>
      slipsMade.reduce((text, [at, by, over]) => text.slice(0, at) + by + text.slice(at + over), from);
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 30 }),
        fc.nat(29),
        fc.array(slip, { maxLength: 5 }),
        (listed, at, made) => {
          const typed = slipped(listed[at % listed.length]!, made);
          fc.pre(foldLoose(typed).length > 1);
          expect(new Nearest(listed).to(typed)).toBe(plainly(typed, listed));
        },
      ),
      { numRuns: 600, seed: 7 },
    );
  });

  it('does not depend on what was looked up before', () => {
    const listed = alikeBut(1500);
    const index = new Nearest(listed);
    const typed = listed.map((name) => `${name}xx`);
    expect(typed.map((name) => index.to(name))).toEqual(listed);
  });
});

describe('work', () => {
  const steps = (listed: string[], typed: string[]): number => {
    const index = new Nearest(listed);
    for (const name of typed) index.to(name);
    return index.steps;
  };
  const KINDS: [string, (count: number) => [string[], string[]]][] = [
    ['one letter more', (count) => [names(count), names(count).map((name) => `${name}x`)]],
    ['one letter other', (count) => [names(count), names(count).map((name) => `${name.slice(0, 6)}q${name.slice(7)}`)]],
    ['alike but for a number', (count) => [alikeBut(count), alikeBut(count).map((name) => `${name}xx`)]],
    ['beyond any limit', (count) => [alikeBut(count), alikeBut(count).map((name) => name.replace('ngoài', 'qqqqq'))]],
  ];
  it.each(KINDS)('grows with the names, not with their square: %s', (_, kind) => {
    const [one, four] = [steps(...kind(1000)), steps(...kind(4000))];
    // A square would be 16 times.
    expect(four / one).toBeLessThan(8);
    expect(four / 4000).toBeLessThan(60_000);
  });
});

it('says the names that were typed without diacritics', () => {
  const listed = names(50);
  const unknown = run(picture(listed, bare(listed))).findings.filter(({ id }) => id === 'unit.unknown');
  expect(unknown.length).toBeGreaterThan(40);
  for (const { value, message } of unknown) expect(message).toContain(`“${listed[bare(listed).indexOf(value!)]}”`);
});

describe('time', () => {
  it('3,321 names without diacritics', { timeout: 300_000 }, () => {
    expect(cost(picture(names(3321), bare(names(3321))), 1)).toBeLessThan(20_000);
  });

  const CASES: [string, (count: number) => Picture][] = [
    ['unlike anything', (count) => picture(names(count), alikeBut(count))],
    [
      'alike but for a number',
      (count) =>
        picture(
          alikeBut(count),
          alikeBut(count).map((name) => `${name}xx`),
        ),
    ],
    ['one name in as many groups', (count) => sameName(count)],
  ];
  const sameName = (count: number): Picture =>
    book(
      picture([], []).sheets[0]!,
      sheet('ĐV', [
        ['Mã đơn vị', 'Tên đơn vị', 'Nhóm'],
        ...Array.from({ length: count }, (_, at): Cell[] => [`M${at}`, 'Xã An Bình', `Huyện ${at}`]),
      ]),
      sheet('SL', [
        ['Mã đơn vị', 'Đơn vị', 'Nhóm', 'Mã chỉ số', 'Điểm thẩm định'],
        ...Array.from({ length: count }, (_, at): Cell[] => [`N${at}`, 'Xã An Bình', `Huyện ${at}`, '1', 500]),
      ]),
    );

  it.each(CASES)('2,000 in 2,000, and no square: %s', { timeout: 300_000 }, (_, make) => {
    cost(make(500));
    const [one, four] = [cost(make(500)), cost(make(2000))];
    // It takes a second; a busy machine takes its time. A square would be 16 times.
    expect(four).toBeLessThan(20_000);
    expect(four / one).toBeLessThan(12);
  });

  it('5,000 units', { timeout: 300_000 }, () => {
    expect(cost(picture(names(5_000), alikeBut(5_000)), 1)).toBeLessThan(40_000);
  });
});
