/** Every form of "Cách tính" as people write it, by kind: for the help and the guides. */
import type { Rule } from './rule.ts';

export const EXAMPLES: Readonly<Record<Rule['kind'], readonly string[]>> = {
  'yes-no': ['Có/Không'],
  ratio: ['a/b', '1 - a/b', '(a + b)/c', 'a/5', 'tỷ lệ a', 'a/b kế hoạch'],
  threshold: ['a/b đạt 80%', 'a đạt 12'],
  bands: [
    'Mức a: >= 4 = 20; >= 3 = 15; còn lại = 0',
    'Mức a/b: >= 90% = 100%; từ 50% đến dưới 90% = theo tỷ lệ; còn lại = 0',
    'Mức a/b: >= 80% = 100%; còn lại = theo tỷ lệ/80%',
  ],
  count: ['a x 0,5'],
  choice: ['Chọn: Bí thư = 100%; Phó Bí thư = 50%; Chưa có = 0'],
  parts: ['Cộng: Dự đủ họp = 50%; Chủ trì họp = 50%'],
  relative: ['a/cao nhất', '(a/b)/cao nhất'],
  target: ['Chỉ tiêu 80%: a/b', 'Chỉ tiêu 120: a'],
  deduction: ['Trừ: a x 5'],
  composite: ['Tổng: [a/b] x 45 + [c x 1] x 5'],
  'best-of': ['Cao nhất: [a/b]; [c/d]'],
  judged: ['Chấm điểm'],
  information: ['Không tính điểm'],
  bonus: ['Điểm cộng, không quá 20: a x 2'],
  penalty: ['Điểm trừ: a x 5'],
};
