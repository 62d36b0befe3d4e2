/** Random index sets with every rule kind, and random figures for their forms: exact halves, missing, impossible and large ones among them. Seeded. */
import type { SetData } from '#core/framework/schema';
import type { Book, BookCell } from '#core/workbook/book';

type Random = () => number;
type Policy = 'đủ điểm' | '0 điểm' | 'loại' | 'quy đổi' | 'hỏi';

const POLICIES: readonly Policy[] = ['đủ điểm', '0 điểm', 'loại', 'quy đổi', 'hỏi'];
const MAXIMA = [10, 20, 12.5, 7, 33, 100, 2.25, 0.5, 15, 1];

export function oneOf<T>(list: readonly T[], random: Random): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
}

/** Three digits behind the comma would look like thousands. */
const comma = (value: number): string =>
  String(value)
    .replace('.', ',')
    .replace(/(,\d{3})$/, '$10');

/** Rules on a maximum; `parts`: whether they may hold others. */
function rule(maximum: number, random: Random, parts: boolean): string {
  const q = oneOf(
    [
      'a/b',
      '1 - a/b',
      '(a + b)/c',
      'a/5',
      'tỷ lệ a',
      'a/b kế hoạch',
      'a/b/c',
      '(a - b)/c',
      '(a/b + c/d)/2',
      'a/(b + c)',
    ],
    random,
  );
  const each = comma(oneOf([0.5, 0.25, 1, 2, 0.05, 0.125], random));
  const simple = [
    q,
    `${q} đạt ${oneOf([80, 90, 33, 75], random)}%`,
    `Mức a/b: >= 90% = 100%; từ 50% đến dưới 90% = theo tỷ lệ; còn lại = 0`,
    `Mức a/b: >= 80% = 100%; còn lại = theo tỷ lệ/80%`,
    `Mức a: >= 4 = ${comma(maximum)}; >= 3 = 1/3; trên 1 = 25%; còn lại = 0`,
    `a x ${each}`,
    `(a + b) x ${each}`,
    `Trừ: a x ${each}`,
    'Có/Không',
    'Chọn: Bí thư = 100%; Phó Bí thư = 1/3; Chưa có = 0',
    'Cộng: Dự đủ họp = 1/3; Chủ trì họp = 50%; Có biên bản = 1/6',
    'Chọn: "Mức 1; 2" = 100%; Khá, tốt? = 1/3; *? = 25%; "a = b" = 1/6; 1/2 = 50%; 05 = 10%',
    'Cộng: "Lập; gửi" = 50%; Lập = 25%; Nói * và ? = 1/6; 1/2 = 1/12',
  ];
  if (!parts) return oneOf(simple, random);
  const half = maximum / 2;
  return oneOf(
    [
      ...simple,
      ...simple,
      `Tổng: [a/b] x ${comma(half)} + [c/d] x ${comma(maximum - half)}`,
      `Tổng: [a/b] x ${comma(half)} + [c x 1] x ${comma(maximum - half)}`,
      `Tổng: [Có/Không] x ${comma(half)} + [a/b đạt 90%] x ${comma(maximum - half)}`,
      'Cao nhất: [a/b]; [c/d]',
      'Cao nhất: [a x 0,5]; [Trừ: b x 1]',
      'Chấm điểm',
      'a/cao nhất',
      'Chỉ tiêu 80%: a/b',
    ],
    random,
  );
}

/** @returns a set of so many indicators in pillars of ten. */
export function randomSet(count: number, random: Random): SetData {
  const pillars: SetData['pillars'] = [];
  for (let from = 0; from < count; from += 10) {
    const pillar = String(pillars.length + 1);
    pillars.push({
      code: pillar,
      name: `Nhóm ${pillar}`,
      indicators: Array.from({ length: Math.min(10, count - from) }, (_, at) => {
        const outside = random() < 0.05;
        const maximum = outside ? 0 : oneOf(MAXIMA, random);
        return {
          code: `${pillar}.${at + 1}`,
          name: `Chỉ số ${pillar}.${at + 1}`,
          maximum,
          rule: outside
            ? oneOf(['Điểm cộng, không quá 3: a x 0,5', 'Điểm trừ: a x 0,25', 'Điểm cộng, không quá 2: a/b'], random)
            : rule(maximum, random, true),
          notArising: oneOf(POLICIES, random),
        };
      }),
    });
  }
  return {
    id: 'ngau-nhien',
    title: 'Bộ ngẫu nhiên (giả lập)',
    total: 1000,
    decimals: oneOf([0, 1, 2, 2, 2, 3, 4], random),
    pillars,
  };
}

function figure(random: Random): number | string | null {
  const kind = random();
  const whole = (most: number): number => Math.floor(random() * most);
  if (kind < 0.03) return null;
  if (kind < 0.04) return -whole(9) - 1;
  if (kind < 0.05) return 'chưa có';
  if (kind < 0.17) return 0;
  if (kind < 0.35) return whole(12);
  if (kind < 0.55) return oneOf([8, 16, 40, 80, 160, 200, 400, 800, 1, 3, 7, 125], random);
  if (kind < 0.75) return whole(2000);
  if (kind < 0.85) return whole(20_000) / 100;
  if (kind < 0.9) return whole(1_000_000) / 10_000;
  if (kind < 0.93) return whole(10_000_000) / 1_000_000;
  if (kind < 0.97) return whole(1_000_000_000);
  return whole(900_000_000_000);
}

function choice(text: string, random: Random): string | boolean | null {
  const kind = random();
  if (kind < 0.06) return null;
  if (kind < 0.16) return 'Không áp dụng';
  if (kind < 0.2) return 'gì đó khác';
  if (text.includes('Bí thư')) return oneOf(['Bí thư', 'Phó Bí thư', 'chưa có', ' Bí thư '], random);
  if (text.includes('Dự đủ họp'))
    return oneOf(
      [
        'Dự đủ họp',
        'Dự đủ họp; Chủ trì họp',
        'có biên bản;Chủ trì họp',
        'Dự đủ họp;\nChủ trì họp; Có biên bản',
        'Không',
      ],
      random,
    );
  if (text.includes('Mức 1; 2'))
    return oneOf(['Mức 1; 2', 'khá, TỐT?', '*?', 'a = b', '1/2', '05', '*', 'Mức 1'], random);
  if (text.includes('Lập; gửi'))
    return oneOf(
      ['Lập; gửi', 'Lập', 'lập;\ngửi; Nói * và ?', 'Lập; Lập; gửi', 'gửi', '1/2; Lập', 'Nói * và ?; 1/2', 'Nói'],
      random,
    );
  if (text.includes('Có/Không')) return oneOf(['Có', 'Không', 'x', true, false, 'Đạt', 'CHƯA'], random);
  return null;
}

/** Fills every cell for input of a form's first sheet, as a person might. */
export function fillForm({ sheets }: Book, random: Random): void {
  const [sheet] = sheets;
  if (sheet === undefined) throw new RangeError('no sheet');
  const head = sheet.rows.findIndex(({ cells }) => cells[0]?.value === 'Mã');
  const headers = (sheet.rows[head]?.cells ?? []).map((cell) => String(cell?.value ?? ''));
  for (const { cells } of sheet.rows.slice(head + 1)) {
    const text = String(cells[headers.indexOf('Cách tính')]?.value ?? '');
    const part = Math.floor(random() * 500);
    cells.forEach((cell, column) => {
      if (cell === null || sheet.styles[cell.style]?.unlocked !== true) return;
      const header = headers[column] ?? '';
      const set = (value: BookCell['value']): void => void (cell.value = value);
      const isRate = sheet.styles[cell.style]?.format === '0.00%';
      if (isRate) set(random() < 0.05 ? null : Math.floor(random() * 10_001) / 10_000);
      else if (header === 'a' && random() < 0.3) set(part);
      else if (header === 'b' && random() < 0.3) set(part + oneOf([0, 1, 200 - (part % 200), 500], random));
      else if (header.length === 1) set(figure(random));
      else if (header === 'Lựa chọn') set(choice(text, random));
      else if (header === 'Điểm tự chấm') set(oneOf([0, 1, 0.5, 0.375, 1.005, 2.675, 99, null, 'x'], random));
    });
  }
}
