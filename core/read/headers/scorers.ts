/** Who gives points: one table of the words that people and bodies are called by, and what each of them says where. */
import { foldLoose, foldName } from '../../workbook/text.ts';

type Use =
  /** One of several people who score one unit side by side. */
  | 'person'
  /** Over columns that are points of one unit, though it may begin like the name of one. */
  | 'judge'
  /** Anywhere in a name: it is none of a unit. */
  | 'never-unit'
  /** Anywhere in a header: the points are verified ones. */
  | 'verifier'
  /** At the head of a column: points that may be what decides. */
  | 'body'
  /** Alone at the head of a column, under words for points: they are verified ones. */
  | 'higher';

const DOES = '(?:tự )?(?:chấm|thẩm định|thẩm tra|đánh giá|chủ trì|trên|dưới)';
const LEVEL = 'tỉnh|huyện|thành phố|tp|quận|trung ương|trên';

/** Parts of regular expressions, spelt with their marks. */
const TABLE: readonly [words: string, ...uses: Use[]][] = [
  ['thành viên|giám khảo|ủy viên', 'person', 'judge', 'never-unit'],
  ['chuyên gia', 'person', 'never-unit'],
  ['trưởng (?:đoàn|ban|nhóm)|tổ (?:trưởng|viên|phó)', 'person', 'judge'],
  ['thư ký', 'person', 'never-unit'],
  ['người chấm|người đánh giá|cán bộ chấm|chuyên viên|chủ tịch hội đồng', 'person'],
  ['người', 'never-unit'],
  ['chủ tịch', 'never-unit', 'verifier'],
  ['hội đồng', 'judge', 'never-unit', 'verifier', 'higher'],
  ['hđtđ', 'verifier', 'body', 'higher'],
  ['đtđ', 'body'],
  ['thường trực', 'judge', 'body'],
  ['tổ (?:thẩm định|công tác|đánh giá|chấm)', 'judge', 'verifier'],
  ['tổ (?:giúp việc|thẩm tra|phúc tra|chuyên|thư ký|kiểm tra)', 'judge'],
  ['ban (?:giám khảo|chấm|thẩm định|thẩm tra|tổ chức|đánh giá|chỉ đạo|thư ký)', 'judge'],
  ['ban(?! hành)', 'body'],
  ['đoàn kiểm tra', 'judge', 'verifier'],
  ['đoàn (?:thẩm định|đánh giá|giám sát)', 'judge'],
  ['đoàn', 'body', 'higher'],
  [`(?:cơ quan|đơn vị|phòng|sở|cấp) ${DOES}`, 'judge'],
  ['cơ quan chủ trì|cấp trên', 'verifier'],
  ['phòng', 'body', 'higher'],
  ['cơ quan', 'higher'],
  [`(?:ubnd )?(?:cấp )?(?:${LEVEL})`, 'higher'],
  ['văn phòng|ubnd|lãnh đạo|công an|bình (?:xét|chọn|bầu)', 'body'],
  ['thẩm định', 'never-unit', 'verifier'],
  ['đánh giá|chấm', 'never-unit'],
  ['thẩm tra|phúc tra|phúc khảo|kiểm tra lại|duyệt|phê duyệt|công nhận|kết luận', 'verifier'],
];

/** @returns the words of one use, spelt with their marks, as alternatives of a regular expression. */
const spelt = (use: Use): string => TABLE.flatMap(([words, ...uses]) => (uses.includes(use) ? words : [])).join('|');
const folded = (use: Use): string => foldLoose(spelt(use));

/** Words that no name of a unit has, as alternatives of a regular expression. */
export const NEVER_UNIT = spelt('never-unit');
export const PERSON = new RegExp(
  `(?:^| )(?:(?:${folded('person')})(?= |$)|(?:tv|gk|uv|cg)\\.? ?\\d{1,2}(?= |$)|(?:ong|ba|dong chi|d\\/c|anh|chi)\\.? (?=\\S))`,
);
export const JUDGE = new RegExp(`^(?:(?:diem|y kien|ket qua) )?(?:${folded('judge')})(?: |$)`);
export const VERIFIER = new RegExp(`(?:^| )(?:${folded('verifier')})(?= |$)`);
/** "Scores", "Final": who decides, in words of another language. */
export const BODY = new RegExp(
  `^(?:${folded('body')})(?= |$)|\\b(?:scores?|points?|marks?|verified|final|approved)\\b`,
);
export const HIGHER_BODY = new RegExp(`^(?:${folded('higher')})(?= |$)`);

/** "Bà Rịa" is a place, "Bà Trần Thị B" is none. */
const SURE_PERSON = new RegExp(
  `^(?:(?:tv|gk|uv|cg)\\.? ?\\d{1,2}$|(?:phó )?(?:chủ tịch|${foldName(spelt('person'))})(?= |$)|(?:ông|đồng chí|đ\\/c) |(?:bà|anh|chị) \\p{L}+(?: \\p{L}+)+$)`,
  'u',
);

/** @returns whether a name is that of somebody who scores, and of no unit. */
export function isSurePerson(name: string): boolean {
  return SURE_PERSON.test(foldName(name));
}
