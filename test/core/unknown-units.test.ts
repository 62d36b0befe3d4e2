/** Names that the unit list does not hold: what is suggested for them, and that a whole column of them is no work. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { foldLoose } from '#core/workbook/text';
import { Nearest } from '#core/read/nearest';
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
    const plain = (left: string, right: string): number => {
      let before = [...right, ''].map((_, at) => at);
      for (let row = 1; row <= left.length; row += 1) {
        const now = [row];
        for (let at = 1; at <= right.length; at += 1)
          now.push(
            Math.min(before[at]! + 1, now[at - 1]! + 1, before[at - 1]! + Number(left[row - 1] !== right[at - 1])),
          );
        before = now;
      }
      return before[right.length]!;
    };
    for (let at = 0; at < 400; at += 7) {
      const typed = `Xã q${listed[at]!.slice(3, 8)}z${listed[at]!.slice(9)}`;
      const loose = foldLoose(typed);
      const distances = listed.map((name) => plain(loose, foldLoose(name)));
      const least = Math.min(...distances);
      const allowed = Math.max(1, Math.floor(loose.length / 5));
      expect(index.to(typed)).toBe(least <= allowed ? listed[distances.indexOf(least)] : '');
    }
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
    expect(cost(picture(names(3321), bare(names(3321))), 1)).toBeLessThan(60_000);
  });

  const strange = (count: number): string[] =>
    Array.from({ length: count }, (_, at) => `Đơn vị lạ số ${at} ngoài danh sách`);
  const CASES: [string, (count: number) => Picture][] = [
    ['unlike anything', (count) => picture(names(count), strange(count))],
    [
      'alike but for a number',
      (count) =>
        picture(
          strange(count),
          strange(count).map((name) => `${name}xx`),
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
    // It took 87 s; a busy machine takes its time. A square would be 16 times.
    expect(four).toBeLessThan(60_000);
    expect(four / one).toBeLessThan(12);
  });

  it('5,000 units', { timeout: 300_000 }, () => {
    expect(cost(picture(names(5_000), strange(5_000)), 1)).toBeLessThan(120_000);
  });
});
