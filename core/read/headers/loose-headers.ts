/** Headers that no word of ours matches whole: read again without their additions, then by their words (docs/contract.md#header-words). */
import { clean, foldHeader, foldLoose } from '../../workbook/text.ts';
import type { ColumnRole } from '../assessment.ts';
import { bilingual } from './english-headers.ts';
import { extraRole } from './extra-points.ts';
import { isAtOdds, isOtherPoints, roleOfHeader } from './headers.ts';
import { BODY, HIGHER_BODY, VERIFIER } from './scorers.ts';

/** The roles that a header may be given by its words alone. */
export type LooseRole = Extract<
  ColumnRole,
  'a' | 'b' | 'c' | 'd' | 'choice' | 'self' | 'verified' | 'maximum' | 'unit'
>;

const LONGEST = 2000;

/** What may be dropped from a header, in the order in which it is tried. */
const ADDITIONS: readonly RegExp[] = [
  /^(?:\(?(?:\d{1,2}|[ivxlc]+|[a-z])[).][ .:]*|(?:\d{1,2}|[ivxlc]+) ?[-–:] )/,
  / ?[-–—:;] .*$/,
  /(?:^|,? )(?:trong |cua |ky )?(?:ca )?(?:nam|quy|thang|ky)(?: bao cao| danh gia)? (?:[ivx]+|\d{1,2})?(?:(?: ?[/.-] ?| nam )?(?:19|20)\d\d)?(?= |$)/,
  /(?:^|,? )\d{1,2} thang(?: dau| cuoi)?(?: nam)?(?: ?[/-]? ?(?:19|20)\d\d)?(?= |$)/,
  /(?:^|,? )(?:19|20)\d\d(?= |$)/,
  / (?:lan cuoi(?: cung)?|chinh thuc|cuoi cung)(?= |$)/,
  / (?:cua|cap) .*$/,
];

/** Figures beside points that nobody adds, wherever a header says so. */
const ASIDE =
  'chenh lech|chenh|xep loai|xep hang|thu hang|hang|ty le|ti le|(?:ky|nam|thang|quy|lan) truoc|so sanh|tang|giam(?! khao| sat| doc)|toi da|diem chuan|thang diem|stt|tt';
/** Figures of other things: a header that says points before it ("Điểm thẩm định đến ngày 30/11") is over points. */
const OTHER =
  'hang muc|ty trong|trong so|he so|ngay|thoi gian|thoi han|han nop|thoi diem|dien thoai|sdt|email|link|' +
  'don vi tinh|dvt|tien do|dan so|dien tich|nam sinh|ke hoach|chi tieu|muc tieu';
/** Words over remarks and descriptions. */
const TOLD =
  'ghi chu|luu y|ly do|giai trinh|minh chung|kiem chung|tai lieu|dien giai|y kien|nhan xet|duong dan|van ban|trang thai';
const WHO = 'nguoi|can bo|chuyen vien|phu trach';
const TEXTS = 'cach|phuong phap|huong dan|quy dinh|can cu|noi dung|tieu chi|tinh diem|cho diem theo';
const wordsOf = (list: string): RegExp => new RegExp(`(?:^| )(?:${list})(?= |$)|%`);
const NEVER_ADDED = wordsOf(ASIDE);
const FIGURES_ASIDE = wordsOf(`${ASIDE}|${OTHER}`);
const OVER_REMARKS = wordsOf(`${TOLD}|${WHO}`);
const NEGLECTED = wordsOf(`${ASIDE}|${OTHER}|${TOLD}|${WHO}|${TEXTS}`);
/** A header with one of these is never read by its words. */
const UNREADABLE = wordsOf(
  `${ASIDE}|${TOLD}|${TEXTS}|(?:nhan|x) (?:he so|trong so)|ho so|du an|de tai|sang kien|nhiem vu`,
);
const BY_OTHERS = wordsOf(`${OTHER}|${WHO}`);
/** What stands behind these is how, when or after what points are given. */
const CIRCUMSTANCE = / (?:theo(?! doi)|sau|truoc khi|truoc giai|can cu|dua|kem|co minh chung)(?= ).*$/;

/** Words that only stand over points in a table of indicators. */
const POINTS =
  /(?:^| )(?:diem|ket qua|cham|danh gia|tham dinh|tham tra|phuc tra|phuc khao|duyet|phe duyet|cong nhan|ket luan|de nghi|de xuat)(?= |$)/;
/** Those that say it certainly, with those who give points. */
const CERTAIN =
  /(?:^| )(?:diem|cham|tham dinh|tham tra|phuc tra|phuc khao|hoi dong|duyet|cong nhan|de nghi|de xuat)(?= |$)/;
/** Whose points they are where the word needs its marks: "số" and "to" fold alike. */
const VERIFIER_SPELT = /(?<![\p{L}\p{M}])(?:sở|tổ)(?![\p{L}\p{M}])/u;
const OWN =
  /(?:^| )tu (?:cham|danh gia|cho|xac dinh|nhan)(?= |$)|(?:^| )(?:don vi|xa|phuong|dac khu|dia phuong|co quan|ubnd|nganh|phong|lop|ca nhan|co so)(?: \S+){0,3} (?:cham|de nghi|de xuat|danh gia|bao cao|ke khai)(?= |$)|(?:^| )(?:de nghi|de xuat|ke khai)(?= |$)/;
/** Never whose points they are, whatever else is dropped: "Điểm thẩm định của năm trước", "Điểm trừ của Hội đồng". */
const NEVER_READ = wordsOf(
  '(?:ky|nam|thang|quy|lan) truoc|chenh lech|chenh|tru|liet|khong|chua|bi|so voi|tang ?/ ?giam|(?:binh quan|trung binh|tb)(?: \\S+)? (?:tinh|huyen|cum|khoi|nganh)',
);
/** "Số hồ sơ được duyệt", "Tổng số đề tài": what is counted there is no points. */
const COUNTED = /^(?:tổng )?(?:số(?: lượng)?) (?!điểm)/;

const spelt = (text: string): string => clean(text).toLowerCase();

/** @returns whether a header holds a points word, or names who gives points: such a column may be what decides. */
export function hasPointsWord(text: string): boolean {
  const short = text.slice(0, LONGEST);
  const folded = foldHeader(short);
  const written = spelt(short);
  if (extraRole(short) !== null) return true;
  if (COUNTED.test(written)) return false;
  return POINTS.test(folded) || VERIFIER.test(folded) || VERIFIER_SPELT.test(written) || BODY.test(folded);
}

/** @returns whether a header is over a count of something: "Số hồ sơ". */
export function isCounted(text: string): boolean {
  return COUNTED.test(spelt(text.slice(0, LONGEST)));
}

/** @returns whether a header says points, or that someone gives them, beyond doubt: "Kết quả" alone does not. */
export function isSurePoints(text: string): boolean {
  return CERTAIN.test(foldHeader(text.slice(0, LONGEST)));
}

/** Whether one of the words stands in a header before anything says points. */
const leads = (words: RegExp, folded: string): boolean => {
  const at = folded.search(words);
  const points = folded.search(CERTAIN);
  return at >= 0 && (points < 0 || at <= points);
};

/** @returns whether figures under a header are known to be none that count: "Chênh lệch", "Tỷ lệ"; "Căn cứ" unless it says points, too. */
export function isNeglected(text: string): boolean {
  const folded = foldLoose(text.slice(0, LONGEST));
  if (extraRole(text) !== null) return folded.includes('toi da');
  if (isOtherPoints(folded) && !/(?:tru|thuong)[)\]]/.test(folded)) return true;
  if (!hasPointsWord(text)) return NEGLECTED.test(folded);
  const main = folded.replace(CIRCUMSTANCE, '');
  return folded.startsWith('so voi ') || NEVER_ADDED.test(main) || leads(FIGURES_ASIDE, main);
}

/** @returns whether a header is over remarks or figures that nobody counts. */
export function isLeftAside(text: string): boolean {
  const folded = foldLoose(text.slice(0, LONGEST));
  return OVER_REMARKS.test(folded) || FIGURES_ASIDE.test(folded);
}

/** @returns whether a header names remarks before anything else: figures under it are never points. */
export function isNote(text: string): boolean {
  return /^(?:ghi chu|luu y)(?= |$)/.test(foldLoose(text.slice(0, LONGEST)));
}

/** @returns what a header that nothing reads is over: remarks, or texts that say how and what ("Nội dung"); null where it may be over figures. */
export function textsUnder(text: string): 'remarks' | 'texts' | null {
  const folded = foldLoose(text.slice(0, LONGEST));
  if (FIGURES_ASIDE.test(folded)) return null;
  if (OVER_REMARKS.test(folded)) return 'remarks';
  return NEGLECTED.test(folded) ? 'texts' : null;
}

/**
 * @returns the role of a header that is none of the closed words: by its words without numbering, period, owner and
 * remarks, else by a points word and whose points they are; null where they say nothing certain.
 */
export function looseRole(text: string): LooseRole | null {
  const whole = clean(text.slice(0, LONGEST));
  let folded = foldHeader(whole);
  if (folded === '' || NEVER_READ.test(folded) || isOtherPoints(foldLoose(whole)) || extraRole(whole) !== null)
    return null;
  const both = bilingual(whole);
  if (both !== null && both.english !== null) {
    const { vietnamese, english } = both;
    if (isAtOdds(roleOfHeader(vietnamese) ?? looseRole(vietnamese), english)) return null;
  }
  for (const addition of ADDITIONS) {
    const less = folded.replace(addition, ' ').replace(/\s+/g, ' ').trim();
    if (less === folded || less === '') continue;
    folded = less;
    const role = roleOfHeader(folded);
    if (role === 'self' || role === 'verified' || role === 'maximum' || role === 'choice') return role;
    if (role !== null && /^[abcd]$/.test(role)) return role as LooseRole;
  }
  return byWords(whole);
}

function byWords(text: string): LooseRole | null {
  const folded = foldHeader(text).replace(CIRCUMSTANCE, '');
  if (!POINTS.test(folded) || UNREADABLE.test(folded) || leads(BY_OTHERS, folded)) return null;
  const written = spelt(text);
  if (COUNTED.test(written)) return null;
  if (/(?:^| )tu (?:cham|danh gia|cho)/.test(folded)) return 'self';
  if (VERIFIER.test(folded) || VERIFIER_SPELT.test(written)) return 'verified';
  return OWN.test(folded) ? 'self' : null;
}

const OWN_BODY =
  /^(?:cac )?(?:don vi|co so|dia phuong|xa|phuong|dac khu|thi tran|cap xa|ubnd (?:cap )?(?:xa|phuong)|xa, ?phuong|xa\/phuong|truong|lop|ca nhan)(?: (?:tu )?(?:cham|danh gia))?$/;

/** @returns whose points a column is over whose header names a body alone, under words for points. */
export function bodyRole(text: string): 'self' | 'verified' | null {
  const folded = foldHeader(text.slice(0, LONGEST));
  if (OWN_BODY.test(folded)) return 'self';
  return HIGHER_BODY.test(folded) || VERIFIER_SPELT.test(spelt(text.slice(0, LONGEST))) ? 'verified' : null;
}

const UNIT_HEADS = /^(?:ten|don vi|co quan|dia phuong|ubnd|uy ban nhan dan)(?= |,|\/|$)/;
const UNIT_WORDS =
  /^(?:(?:ten|cac|don vi|co quan|dia phuong|ubnd|uy ban nhan dan|so|ban|nganh|xa|phuong|thi tran|dac khu|cap xa|cap huyen|cap tinh|cap|huyen|quan|thi xa|thanh pho|hanh chinh|truc thuoc|va)(?:[ ,/;-]+|$))+$/;

/** @returns whether a header is made of nothing but words for units: "Tên xã, phường", "UBND cấp xã". */
export function isUnitHeader(text: string): boolean {
  if (text.length > 80) return false;
  const folded = foldHeader(text);
  if (/đơn vị tính/.test(text.toLowerCase()) || folded === 'ten') return false;
  return UNIT_HEADS.test(folded) && UNIT_WORDS.test(folded);
}
