/** Text in TCVN3 and VNI: told once a sheet, never folded, converted whole by the repair; and no other text is taken for it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/check/finding';
import { scoreWorkbook } from '#core/commands/score';
import { scalarOf } from '#core/workbook/cell';
import { Evidence, isLegacy, toUnicode, type Encoding } from '#core/workbook/legacy';
import type { Picture } from '#core/workbook/picture';
import { isSyllable } from '#core/workbook/syllable';
import { clean, foldHeader, foldLoose, foldName, foldUnit } from '#core/workbook/text';
import { book, found, ranking, sheet } from '#test/support/book';
import { edited } from '#test/support/edited';
import { readWorkbook } from '#xlsx/index';

const field = (name: string): Picture => readWorkbook(readFileSync(`test/field/${name}.xlsx`)).picture;
const legacy = (picture: Picture): Finding[] =>
  scoreWorkbook(picture, { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' }).findings.filter(
    ({ id }) => id === 'text.legacy-encoding',
  );
/** The picture after the repair of its first finding. */
const repaired = (picture: Picture): Picture => edited(picture, legacy(picture)[0]!.repair!);

describe('a workbook in TCVN3', () => {
  it('L01: headers and names; after the repair it is read', () => {
    const picture = field('L01');
    const [one] = legacy(picture);
    expect(one).toMatchObject({ severity: 'error', at: { row: 0, column: 0 }, message: { args: { count: 5 } } });
    expect(found(repaired(picture))).toEqual([]);
    expect(ranking(repaired(picture))).toEqual({ 'Xã Phước Bình': [840, 1], 'Xã Tân Phú': [800, 2] });
  });

  it('L02: names alone; three communes before and after, no letter is dropped', () => {
    const picture = field('L02');
    expect(found(picture)).toEqual(['text.legacy-encoding Bang diem!B4']);
    expect(Object.keys(ranking(picture)).sort()).toEqual(
      ['Ph\u00adêng T©n Phó', 'X· Ph\u00adíc B×nh', 'X· Phíc B×nh'].sort(),
    );
    expect(ranking(repaired(picture))).toEqual({
      'Xã Phớc Bình': [840, 1],
      'Xã Phước Bình': [800, 2],
      'Phường Tân Phú': [780, 3],
    });
    expect(legacy(repaired(picture))).toEqual([]);
  });
});

const matrix = (header: string, maximum: string, ...units: string[]): Picture =>
  book(
    sheet('Bảng điểm', [
      ['TT', header, '1.1', '1.2'],
      [null, maximum, 600, 400],
      ...units.map((unit, place) => [place + 1, unit, 500 - place, 300]),
    ]),
  );

describe('the same table in other hands', () => {
  it.each<[string, Picture, string[]]>([
    [
      'VNI, all of it',
      matrix('Ñôn vò', 'Ñieåm toái ña', 'Xaõ Phöôùc Bình', 'Phöôøng Taân Phuù'),
      ['Xã Phước Bình', 'Phường Tân Phú'],
    ],
    [
      'VNI, names alone',
      matrix('Đơn vị', 'Điểm tối đa', 'Huyeän Caåm Myõ', 'Thò xaõ Long Khaùnh'),
      ['Huyện Cẩm Mỹ', 'Thị xã Long Khánh'],
    ],
    [
      'VNI, capitals',
      matrix('ÑÔN VÒ', 'ÑIEÅM TOÁI ÑA', 'UBND XAÕ THANH SÔN', 'XAÕ PHUÙ VINH'),
      ['UBND XÃ THANH SƠN', 'XÃ PHÚ VINH'],
    ],
    [
      'TCVN3, one name of three',
      matrix('Đơn vị', 'Điểm tối đa', 'Xã An Bình', 'X· Thèng NhÊt', 'Xã Bình Lợi'),
      ['Xã An Bình', 'Xã Thống Nhất', 'Xã Bình Lợi'],
    ],
    [
      'TCVN3, departments',
      matrix('§¬n vÞ', '§iÓm tèi ®a', 'Së Y tÕ', 'Së Gi¸o dôc vµ §µo t¹o'),
      ['Sở Y tế', 'Sở Giáo dục và Đào tạo'],
    ],
    [
      'TCVN3 and Unicode in one cell',
      matrix('Đơn vị', 'Điểm tối đa', 'Phường T©n Phó', 'Phường ChuyÓn §æi'),
      ['Phường Tân Phú', 'Phường Chuyển Đổi'],
    ],
  ])('%s', (_, picture, names) => {
    const [one] = legacy(picture);
    expect(one?.severity).toBe('error');
    const after = repaired(picture);
    expect(legacy(after)).toEqual([]);
    expect(Object.keys(ranking(after)).sort()).toEqual([...names].sort());
  });

  it('what two letters become one by folding stays two', () => {
    // Õ is ế there, and õ is ừ.
    for (const fold of [foldName, foldUnit, foldLoose, foldHeader]) expect(fold('Së Y tÕ')).not.toBe(fold('Së Y tõ'));
    expect(clean('  X· Ph\u00adíc \u00a0 B×nh ')).toBe('X· Ph\u00adíc B×nh');
    // In Unicode it is a soft hyphen.
    expect(clean('Ph\u00adước Bình')).toBe('Phước Bình');
    expect(clean('Long\u00ad Khánh')).toBe('Long Khánh');
  });

  it('a formula is never written over; its source is', () => {
    const rows = matrix('Đơn vị', 'Điểm tối đa', 'Xã An Bình', 'X· Thèng NhÊt').sheets[0]!;
    rows.rows.at(-1)!.cells[4] = { value: 'X· Thèng NhÊt', formula: true };
    expect(legacy(book(rows))[0]!.repair!.map(({ cell }) => cell)).toEqual(['B4']);
  });

  it('a run’s own sheets are not looked at, and each sheet of a person has its own finding', () => {
    const one = matrix('Đơn vị', 'Điểm tối đa', 'X· Thèng NhÊt').sheets[0]!;
    const two = sheet('Ghi chép', [['Biªn b¶n cña Héi ®ång']]);
    expect(legacy(book(one, two)).map(({ at }) => at!.sheet)).toEqual([0, 1]);
  });
});

describe('one or two short words are all that is old', () => {
  const alone = (...units: string[]): Picture => matrix('Đơn vị', 'Điểm tối đa', 'Xã Bình Lợi', ...units);
  it.each<[string, string]>([
    ['X· A', 'Xã A'],
    ['UBND x· A', 'UBND xã A'],
    ['X· Phú Mỹ', 'Xã Phú Mỹ'],
    ['X· T©n Phó Mỹ', 'Xã Tân Phú Mỹ'],
    ['Líp A', 'Lớp A'],
    ['Líp 6A2', 'Lớp 6A2'],
    ['Khèi 1', 'Khối 1'],
    ['Tæ 1', 'Tổ 1'],
    ['Tæ B¶o', 'Tổ Bảo'],
    ['Së Nông nghiệp', 'Sở Nông nghiệp'],
    ['Ph\u00adêng 1', 'Phường 1'],
    ['Tr\u00adêng Mầm non', 'Trường Mầm non'],
    ['Côm 3', 'Cụm 3'],
    ['Nhãm II', 'Nhóm II'],
    ['Xãm 4', 'Xóm 4'],
    ['2. Th«n Hai', '2. Thôn Hai'],
    ['Huyện Củ Chi, x· A', 'Huyện Củ Chi, x· A'],
  ])('%s', (typed, unicode) => {
    const picture = alone(typed);
    expect(clean(typed)).toBe(typed);
    const [one] = legacy(picture);
    if (typed === unicode) expect(one).toBeUndefined();
    else {
      expect(one!.repair!.map(({ value }) => value)).toEqual([unicode]);
      expect(Object.keys(ranking(repaired(picture)))).toContain(unicode);
      expect(legacy(repaired(picture))).toEqual([]);
    }
  });

  it('a short word that says nothing by itself counts beside a sheet that is plain', () => {
    const notes = sheet('Ghi chép', [['gửi x· theo danh sách']]);
    expect(legacy(book(alone('Xã A').sheets[0]!, notes))).toEqual([]);
    const plain = sheet('Cũ', [['Biªn b¶n cña Héi ®ång']]);
    expect(legacy(book(alone('Xã A').sheets[0]!, notes, plain)).map(({ at }) => at!.sheet)).toEqual([1, 2]);
  });

  it.each([
    'Líp xe đạp',
    'Líp',
    'Khoái Châu',
    'Tæ',
    'x·y = 5',
    'N·m',
    'A · B',
    'A· B',
    '· Xã A',
    'X · A',
    '5 · X· B · C',
    'Côm Hến',
    'Nhãm Thị Hoa',
    'Xã Xãm 4',
    'Chèvre 1',
    'Côté A',
    'Sète 1',
    'même 2, où',
    'Tæt på 1',
    'Shqipëria e bukur',
    'Lớp 6A, Tổ 1, Khối 2, Sở Y tế',
    'Tr\u00adường Mầm non',
    'Ph\u00adường 1',
  ])('no other text is taken for it: %s', (text) => {
    expect(isLegacy(text)).toBe(false);
    expect(legacy(alone(text))).toEqual([]);
  });

  it('a sheet whose mark is a point says nothing about x·', () => {
    expect(legacy(alone('X· A', 'A · B'))).toEqual([]);
  });
});

describe('known texts', () => {
  it.each<[Encoding, string, string]>([
    ['tcvn3', 'Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['tcvn3', '§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
    ['tcvn3', 'Ñy ban nh©n d©n tØnh', 'ẹy ban nhân dân tỉnh'],
    ['vni', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['vni', 'Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
    ['vni', 'UÛy ban nhaân daân tænh', 'Ủy ban nhân dân tỉnh'],
  ])('%s: %s', (encoding, text, unicode) => {
    const evidence = new Evidence();
    evidence.add(text);
    expect(evidence.encoding()).toBe(encoding);
    expect(toUnicode(text, encoding, false)).toBe(unicode);
  });
});

describe('no other text is taken for it', () => {
  it.each([
    'Xã Phước Bình',
    'Hoà Bình, Mỹ Hoà, khoá, thuế, quý III',
    'Ủy ban nhân dân',
    'Krông Pa, Đắk Đoa, Ia Grai, M’Nông, Kông Chro',
    'qualité, où, forêt, français, naïve, Noël, très, août',
    'São Paulo, Straße, Würth, Köln, año',
    '±5 °C · 30 m² · 12 m³ · µg/m³ · 5½ · ¼ · §5 · © 2026 · ® · «Xã» · a·b',
    'b¹ (số hồ sơ) · Mã² · Đơn vị¹ · c¹',
    'NÐ-CP, QÐ-UBND, Ðơn vị',
    'Soft\u00ad hyphen, Long\u00ad Khánh',
  ])('%s', (text) => {
    for (const form of ['NFC', 'NFD'] as const) {
      expect(isLegacy(text.normalize(form))).toBe(false);
      for (const word of text.split(/[,·]/)) expect(isLegacy(word.trim().normalize(form))).toBe(false);
    }
  });

  it('nor any text of the samples and of real workbooks', () => {
    const files = ['samples', 'test/real'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.xlsx') && !name.includes('moi-loi'))
        .map((name) => join(folder, name)),
    );
    expect(files.length).toBeGreaterThan(4);
    let texts = 0;
    for (const file of files)
      for (const { rows } of readWorkbook(readFileSync(file)).picture.sheets)
        for (const { cells } of rows)
          for (const cell of cells) {
            const text = scalarOf(cell);
            if (typeof text !== 'string') continue;
            texts += 1;
            expect(isLegacy(text), `${file}: ${text}`).toBe(false);
            expect(isLegacy(text.normalize('NFD')), `${file}: ${text}`).toBe(false);
          }
    expect(texts).toBeGreaterThan(1000);
  });
});

describe('what is a syllable', () => {
  it.each(
    (
      'nghiêng giếng gì gìn gia giữa quý quyền quyết quýt quỳnh quả quốc uyển khuya khuỷu nguyễn thuở xoong yêu yến ý ỷ kỹ kiểu ghế ' +
      'nghề ngoằng khoái hoà hòa tuý túy oách tuệ tuần được mười rượu hưu thước lớp ích ếch trường giỏi giết gạch'
    ).split(' '),
  )('%s is', (word) => {
    expect(isSyllable(word)).toBe(true);
  });

  it.each('aa gáa ge nge ce ka thọ̀ cat mạs ea ơc hòà saò fạr p'.split(' '))('%s is not', (word) => {
    expect(isSyllable(word)).toBe(false);
  });
});
