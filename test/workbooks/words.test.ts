/** What people read of a finding: who, which figure by its own name, how large, in both languages. */
import { expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { say, type Language } from '#core/messages/index';
import type { Picture } from '#core/workbook/picture';
import { workbook } from './base.ts';

function told(picture: Picture, id: string, language: Language, part: 'what' | 'why' | 'todo' = 'what'): string[] {
  const { findings } = scoreWorkbook(picture, { language, at: '2026-11-24T17:00:00+07:00', version: 'test' });
  return findings
    .filter((one) => one.id === id)
    .map(({ message }) => say({ id: `${message.id}.${part}`, args: message.args }, language));
}

const CASES: [string, string, Picture, string, string][] = [
  [
    'value.missing',
    'a figure by its label',
    workbook({ data: { C5: undefined } }),
    'Sở Y tế chưa báo cáo số liệu a – Công chức được tập huấn của chỉ số 1.2 (Công chức được tập huấn).',
    'Sở Y tế has not reported figure a – Công chức được tập huấn of indicator 1.2 (Công chức được tập huấn).',
  ],
  [
    'value.missing',
    'a figure without a label',
    workbook({ data: { C8: undefined } }),
    'Sở Y tế chưa báo cáo số liệu a của chỉ số 2.3 (Báo cáo đúng hạn).',
    'Sở Y tế has not reported figure a of indicator 2.3 (Báo cáo đúng hạn).',
  ],
  [
    'value.missing',
    'a choice',
    workbook({ data: { E4: undefined } }),
    'Sở Y tế chưa báo cáo Lựa chọn của chỉ số 1.1 (Người đứng đầu chủ trì họp về chuyển đổi số).',
    'Sở Y tế has not reported the choice of indicator 1.1 (Người đứng đầu chủ trì họp về chuyển đổi số).',
  ],
  [
    'value.part-exceeds-whole',
    'both figures of a part that is too large',
    workbook({ data: { C5: 75.5 } }),
    'Chỉ số 1.2 của Sở Y tế: số thực hiện (a = 75,5) lớn hơn tổng số (b = 60).',
    'Indicator 1.2 of Sở Y tế: the part (a = 75.5) is larger than its whole (b = 60).',
  ],
  [
    'value.part-exceeds-whole',
    'a target of 0',
    workbook({ set: { D6: 'a/b kế hoạch' }, data: { D5: 0 } }),
    'Chỉ số 1.2 của Sở Y tế: có số thực hiện (a = 45) nhưng kế hoạch bằng 0 (b = 0).',
    'Indicator 1.2 of Sở Y tế: something was done (a = 45) but the target is 0 (b = 0).',
  ],
  [
    'value.percent-scale',
    'both readings of a rate',
    workbook({ data: { C7: 80 } }),
    'Tỷ lệ “80” ở ô a, chỉ số 2.2 của Sở Y tế, chưa rõ là 80% hay gấp 80 lần.',
    'The rate “80” in a of indicator 2.2, Sở Y tế, may be 80% or 80 times the whole.',
  ],
  [
    'value.not-arising',
    'no cases, by the divisor',
    workbook({ set: { E6: 'đủ điểm' }, data: { C5: 0, D5: 0 } }),
    'Sở Y tế không phát sinh nội dung chỉ số 1.2 (mẫu số bằng 0); được tính đủ điểm.',
    'Sở Y tế has no cases for indicator 1.2 (the divisor is 0), which counts in full.',
  ],
  [
    'value.not-arising',
    'no cases, by choice',
    workbook({ set: { E5: 'loại' }, data: { E4: 'Không áp dụng' } }),
    'Sở Y tế không phát sinh nội dung chỉ số 1.1 (ghi Không áp dụng); chỉ số được loại khỏi điểm tối đa của đơn vị.',
    'Sở Y tế has no cases for indicator 1.1 (Không áp dụng was chosen), which is dropped from its maximum.',
  ],
  [
    'value.not-arising',
    'a question, of one unit',
    workbook({ data: { C5: 0, D5: 0 } }),
    '1 đơn vị không phát sinh nội dung chỉ số 1.2 (Công chức được tập huấn): Sở Y tế.',
    'Indicator 1.2 (Công chức được tập huấn) has no cases in 1 of the units: Sở Y tế.',
  ],
  [
    'points.above-maximum',
    'points above the maximum',
    workbook({ data: { G5: 250, H5: 'Đối chiếu' } }),
    'Điểm thẩm định 250 của chỉ số 1.2, Sở Y tế, vượt điểm tối đa 200.',
    'Verified points 250 of indicator 1.2, Sở Y tế, exceed the maximum 200.',
  ],
  [
    'framework.total',
    'a total that nobody declared',
    workbook({ set: { C6: 150, A11: undefined, B11: undefined, C11: undefined, C4: 250 } }),
    'Tổng điểm tối đa của các chỉ số là 950, khác tổng điểm quy định (mặc định) 1.000.',
    'The maxima of the indicators add up to 950, not to the required total (by default) 1,000.',
  ],
  [
    'framework.total',
    'a total that the set declares',
    workbook({ set: { C6: 150, C4: 250 } }),
    'Tổng điểm tối đa của các chỉ số là 950, khác tổng điểm quy định 1.000.',
    'The maxima of the indicators add up to 950, not to the required total 1,000.',
  ],
];

it.each(CASES)('%s, %s', (id, _, picture, vi, en) => {
  expect(told(picture, id, 'vi')).toEqual([vi]);
  expect(told(picture, id, 'en')).toEqual([en]);
});

it('a rule in prose: the word that is not understood, where it stands, and how rules begin', () => {
  const picture = workbook({ set: { D6: 'nếu a lớn hơn b thì đủ điểm' } });
  const [why] = told(picture, 'framework.rule-unreadable', 'vi', 'why');
  expect(why).toMatch(/^Tại ký tự thứ 1: chưa hiểu từ “nếu”; cách tính bắt đầu bằng một trong: a\/b, .*\.$/);
  expect(told(picture, 'framework.rule-unreadable', 'en', 'why')[0]).toMatch(
    /^At character 1: the word “nếu” is not understood; a rule begins with one of: .*\.$/,
  );
});

it.each([
  ['Đồng hạng', '1225', 'Ghi một trong các giá trị: 1224; 1223; 1234.', 'Write one of these values: 1224; 1223; 1234.'],
  [
    'Xếp loại',
    'Tốt trên 90',
    'Ghi theo mẫu, ví dụ: Tốt >= 90%; Khá >= 70%; Trung bình >= 50%; Yếu.',
    'Write it in this form, for example: Tốt >= 90%; Khá >= 70%; Trung bình >= 50%; Yếu.',
  ],
])('a setting that cannot be read says what can: %s', (key, value, vi, en) => {
  const settings = [
    ['Thiết lập', null],
    ['Kỳ báo cáo', 'Năm 2026'],
    [key, value],
  ];
  expect(told(workbook({ settings }), 'settings.invalid', 'vi', 'todo')).toEqual([vi]);
  expect(told(workbook({ settings }), 'settings.invalid', 'en', 'todo')).toEqual([en]);
});
