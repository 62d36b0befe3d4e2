import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fingerprint, fingerprint } from '#core/workbook/fingerprint';
import { compareVietnamese } from '#core/workbook/order';
import type { Cell } from '#core/workbook/cell';
import type { Picture, RowPicture } from '#core/workbook/picture';
import { clean, foldHeader, foldLoose, foldName, foldUnit, hasInvisible } from '#core/workbook/text';

const syllables = fc.constantFrom(
  'hậu',
  'thủy',
  'hòa',
  'Mỹ',
  'Tỷ',
  'quý',
  'Đồng',
  'Nai',
  'Thạnh',
  'ướt',
  'trường',
  'gì',
  'xã',
  '12',
  'A',
);
const names = fc.array(syllables, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
const tinted = fc.oneof(names, fc.string(), fc.string({ unit: 'grapheme' }));

describe('clean', () => {
  it('is done once', () => {
    fc.assert(
      fc.property(tinted, (text) => {
        expect(clean(clean(text))).toBe(clean(text));
      }),
    );
  });

  it('makes one text of every normal form', () => {
    fc.assert(
      fc.property(names, fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'), (text, form) => {
        expect(clean(text.normalize(form))).toBe(text);
      }),
    );
    expect(clean('hâ\u0323u')).toBe('hậu');
    expect(clean('ha\u0323\u0302u')).toBe('hậu');
    expect(clean('\u1EA1\u0302')).toBe('ậ');
    expect(clean('ta\u0301\u0302m')).toBe('tấm');
    expect(clean('u\u0301\u031Bt')).toBe('ứt');
  });

  it('drops what nobody sees and collapses blanks', () => {
    expect(clean('  Sở\u00A0Y\u200B  tế\r\n(Văn\tphòng) \uFEFF')).toBe('Sở Y tế (Văn phòng)');
    for (const odd of ['Sở\u00A0Y tế', 'S\u200Bở', 'Sở  Y', ' Sở', 'Sở ', 'Sở\nY', 'Sở'.normalize('NFD')]) {
      expect(hasInvisible(odd)).toBe(true);
    }
    expect(hasInvisible('Sở Y tế')).toBe(false);
  });
});

describe('headers', () => {
  it.each([
    ['Điểm tối đa:', 'diem toi da'],
    ['ĐIỂM\nTỐI ĐA (*)', 'diem toi da'],
    ['Điểm  tối đa (điểm) ¹ :', 'diem toi da'],
    ['Mã (1)', 'ma'],
    ['Điểm tự chấm [2] *', 'diem tu cham'],
    ['a (Số hồ sơ (trực tuyến))', 'a'],
    ['a (nhãn)', 'a (nhan)'],
    ['Tỷ lệ', 'ty le'],
  ])('%j → %s', (text, folded) => {
    expect(foldHeader(text)).toBe(folded);
  });
});

describe('names', () => {
  it.each([
    ['Hòa Bình', 'Hoà Bình'],
    ['Vĩnh Thủy', 'VĨNH THUỶ'],
    ['Mỹ Lộc', 'Mĩ Lộc'],
    ['Tỷ lệ', 'Tỉ lệ'],
    ['Phú Quý', 'Phú Quí'],
    ['Lý Nhơn', 'Lí Nhơn'],
    ['Y tế', 'y  tế'],
    ['khỏe', 'khoẻ'],
    ['Đồng Nai'.normalize('NFD'), 'đồng nai'],
    ['Ðồng Nai', 'Đồng Nai'],
    ['hâ\u0323u', 'hậu'],
  ])('%s = %s', (a, b) => {
    expect(foldName(a)).toBe(foldName(b));
  });

  it.each([
    ['Lộc Thạnh', 'Lộc Thành'],
    ['hay', 'hai'],
    ['tây', 'tâi'],
    ['thúy', 'thúi'],
    ['thuy', 'thui'],
    ['Dân', 'Đân'],
    ['Mỹ', 'Mị'],
  ])('%s ≠ %s', (a, b) => {
    expect(foldName(a)).not.toBe(foldName(b));
  });

  it('drops a leading committee from units only', () => {
    expect(foldUnit('UBND xã Phước Lý')).toBe(foldUnit('Xã Phước Lí'));
    expect(foldUnit('Ủy ban nhân dân  xã Phước Lý')).toBe(foldUnit('Xã Phước Lý'));
    expect(foldUnit('Uỷ ban Nhân dân huyện Cần Giuộc')).toBe(foldUnit('huyện Cần Giuộc'));
    expect(foldUnit('UBND')).toBe('ubnd');
    expect(foldLoose('Ủy ban Đồng Nai')).toBe('uy ban dong nai');
  });

  it('is done once for every fold', () => {
    fc.assert(
      fc.property(tinted, (text) => {
        for (const fold of [foldName, foldLoose]) expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('Vietnamese order', () => {
  it('follows the alphabet, then tones, then numbers by value', () => {
    const ordered = [
      'An',
      'Ăn',
      'Ân',
      'Ba',
      'Bà',
      'Bả',
      'Bã',
      'Bá',
      'Bạ',
      'Bà Rịa',
      'Ba Vì',
      'Can',
      'Dân',
      'Đa',
      'Em',
      'Êm',
      'On',
      'Ôn',
      'Ơn',
      'Un',
      'Ưn',
    ];
    expect([...ordered].reverse().sort(compareVietnamese)).toEqual(ordered);
    const numbered = ['Phường 2', 'Phường 10', 'Phường 10A', 'Phường An'];
    expect([...numbered].reverse().sort(compareVietnamese)).toEqual(numbered);
  });

  it('is a total order in which only equal texts are equal', () => {
    fc.assert(
      fc.property(tinted, tinted, tinted, (a, b, c) => {
        expect(Math.sign(compareVietnamese(a, b)) + Math.sign(compareVietnamese(b, a))).toBe(0);
        expect(compareVietnamese(a, b) === 0).toBe(a === b);
        const [x, y, z] = [a, b, c].sort(compareVietnamese) as [string, string, string];
        expect(compareVietnamese(x, z)).toBeLessThanOrEqual(0);
        expect(compareVietnamese(x, y)).toBeLessThanOrEqual(0);
        expect(compareVietnamese(y, z)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('fingerprint', () => {
  const picture = (value: string | number | null, name = 'A'): Picture => ({
    sheets: [
      { name, visibility: 'visible', rows: [{ index: 0, cells: ['x', value] }], merges: [], hiddenRowsKnown: true },
    ],
  });

  it('changes with the content and not with the order of fields or empty ends', () => {
    expect(fingerprint(picture(1))).toMatch(/^[0-9a-f]{16}$/);
    const different = [picture(1), picture('1'), picture(null), picture(2), picture(1, 'B')].map((one) =>
      fingerprint(one),
    );
    expect(new Set(different).size).toBe(different.length);
    const turned = JSON.parse(
      '{"sheets":[{"hiddenRowsKnown":true,"merges":[],"rows":[{"cells":["x",1,null],"index":0},{"index":4,"cells":[null]}],"visibility":"visible","name":"A"}]}',
    ) as Picture;
    expect(fingerprint(turned)).toBe(fingerprint(picture(1)));
  });

  it('goes on with one more sheet as if it had been there', () => {
    const whole: Picture = { sheets: [...picture(1).sheets, ...picture('y', 'B').sheets] };
    const first = new Fingerprint(picture(1));
    for (const sheet of picture('y', 'B').sheets) expect(first.digitsWith(sheet)).toBe(fingerprint(whole));
    expect(first.digits).toBe(fingerprint(picture(1)));
  });

  it('stays what it was, whatever is quick to take in: workbooks written before are known by it', () => {
    const numbers = [-0, 0, 9, 10, 99, 100, 9999, 10_000, 1e21, 1e-7, -3, 0.1, 163.84, 0.005, Number.NaN];
    const others: Cell[] = [
      true,
      '',
      'abcdefgh',
      'Xã Tân An',
      { value: 3, formula: true },
      { value: null, kind: 'error' },
    ];
    const rows: RowPicture[] = [
      { index: 0, cells: ['abcdefgh', 'Xã Tân An', null, 1] },
      { index: 1, cells: ['abcdefgh', 'Xã Tân Ân', null, null] },
      { index: 123_456, hidden: true, cells: [...numbers, ...others] },
    ];
    expect(
      fingerprint({ sheets: [{ name: 'A', visibility: 'visible', rows, merges: [], hiddenRowsKnown: true }] }),
    ).toBe('3568083ff24a984c');
  });
});
