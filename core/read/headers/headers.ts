/** Header words → column roles (docs/contract.md#header-words lists the words that mean the same). */
import { foldHeader, foldLoose } from '../../workbook/text.ts';
import type { ColumnRole } from '../assessment.ts';
import { bilingual, englishRole } from './english-headers.ts';
import { extraRole } from './extra-points.ts';
import { HEADER_WORDS, type HeaderRole } from './header-words/vi.ts';

/** "Xã , phường", "Xã,phường", "Chỉ số / Chỉ số thành phần": blanks about commas and slashes say nothing. */
function spaced(words: string): string {
  return words.replace(/\s*([,/;])\s*/g, '$1').replace(/\s*\( ?nhan ?\)/, ' (nhan)');
}

let roles: Map<string, ColumnRole> | undefined;

/** Folded words with their roles; made when the first header is read, since Apps Script loads all code at each call. */
function rolesByWord(): Map<string, ColumnRole> {
  roles ??= new Map(
    (Object.keys(HEADER_WORDS) as HeaderRole[]).flatMap((role) =>
      HEADER_WORDS[role].split(' | ').map((word) => [spaced(foldHeader(word)), role]),
    ),
  );
  return roles;
}

const SUMS = new Set(
  (
    'tong|tong so|tong cong|tong diem|cong|trung binh|diem trung binh|trung vi|cao nhat|diem cao nhat|thap nhat|diem thap nhat|' +
    'median|max|min|average|highest|lowest'
  ).split('|'),
);

/** "Cụm thi đua", "Khối các sở", "Phân nhóm đơn vị": what units are ranked in. */
const GROUP = /^(?:ten |phan )?(?:nhom|khoi|cum)(?: (?:thi dua|cac|don vi|co quan|dia phuong|so|nganh))*$/;

/** "Điểm thẩm định (kỳ trước)", "(chênh lệch)", "(điểm trừ)": a bracket that says other points than the words before it. */
const OTHER_POINTS =
  /[([](?:diem |cua |so voi )?(?:(?:ky|nam|thang|quy|lan) truoc|chenh lech|so voi|(?:tang|giam|(?:bi )?tru|thuong)[/)\]])/;

/** "Tổng tự chấm", "Tổng cộng điểm xã tự đánh giá", "Cộng thẩm định": a sum that says whose points it adds up. */
const SUM_OF =
  /^(?:tong(?: cong)?|cong) (?:diem )?(?:(?:\S+ ){0,3}tu (?:cham|danh gia)|(?:hoi dong |to |doan |so |tinh |huyen |cap tren )?(?:tham dinh|tham tra|phuc tra))$/;

/** @returns whether a folded header's bracket makes its figures others than its words say. */
export function isOtherPoints(folded: string): boolean {
  return OTHER_POINTS.test(folded);
}

/** Headers that say points and neither whose. */
const LONE = new Set(
  'diem|so diem|diem so|diem cham|ket qua|diem dat|ket qua cham|ket qua cham diem|score|scores|points'.split('|'),
);

/** @returns whether a header says points and neither self nor verified. */
export function isLonePoints(text: string): boolean {
  const short = text.slice(0, 160);
  const both = bilingual(short);
  return LONE.has(foldHeader(both === null || both.english !== null ? short : both.vietnamese));
}

const POINTS: readonly (ColumnRole | null)[] = ['self', 'verified', 'maximum', 'previousPoints', 'difference'];

/** @returns whether a header's two languages say different points. */
export function isAtOdds(one: ColumnRole | null, other: ColumnRole | null): boolean {
  return one !== other && POINTS.includes(one) && POINTS.includes(other);
}

/**
 * @returns the role of a header text, null where the words are none of ours. Words are compared whole, in Vietnamese or in English; English
 * beside Vietnamese is a remark, but what says other points than that makes it nobody's.
 */
export function roleOfHeader(text: string): ColumnRole | null {
  if (text.length > 160) return null;
  const both = bilingual(text);
  const own = vietnameseRole(text) ?? englishRole(text);
  if (both === null) return own;
  const { vietnamese, english } = both;
  // "Điểm (Self-assessed)": only the English says whose.
  if (POINTS.includes(english) && isLonePoints(vietnamese)) return english;
  const role = own ?? vietnameseRole(vietnamese);
  // Two columns may differ by their English alone: "Chỉ số / Code" and "Chỉ số / Name".
  if (role === 'name' && english === 'code') return 'code';
  if (role === 'unit' && (english === 'code' || english === 'unitCode')) return 'unitCode';
  return isAtOdds(english, role) ? null : role;
}

/** The role of a header by its Vietnamese words. */
function vietnameseRole(text: string): ColumnRole | null {
  const folded = spaced(foldHeader(text));
  const exact = rolesByWord().get(folded);
  if (exact !== undefined)
    return (exact === 'self' || exact === 'verified') && isOtherPoints(foldLoose(text)) ? null : exact;
  const bracketed = /\(([abcd])\)/.exec(foldLoose(text));
  if (bracketed !== null && /^(?:ket qua|chi tieu|so lieu|so luong|tong so)/.test(folded))
    return bracketed[1] as ColumnRole;
  const bare = folded.replace(/^(?:chi so|tieu chi) | (?:chi so|tieu chi)$/g, '');
  const role = bare.length > 1 && bare !== folded ? rolesByWord().get(bare) : undefined;
  if (role === undefined && GROUP.test(folded)) return 'group';
  // "Tổng điểm năm 2026", "Tổng số điểm đạt được": whatever is added up there.
  const sums = /^(?:tong (?:so )?|cong )diem\b/.test(folded) || SUM_OF.test(folded);
  return role ?? (sums && extraRole(text) === null ? 'total' : null);
}

/** @returns whether a name cell says, whole, that its row is a sum, mean or extreme: no unit, no indicator. */
export function isSumRowName(text: string): boolean {
  return text.length < 60 && text.length > 1 && SUMS.has(foldHeader(text));
}

/** @returns whether a row's name cell says that the row holds maxima. */
export function isMaximumName(text: string): boolean {
  // "Max" and "Maximum" in a row's name are the highest of the rows above.
  return text.length < 60 && roleOfHeader(text) === 'maximum' && !/^max(?:imum)?$/.test(foldHeader(text));
}
