/** Words by which people call groups of units, where no numeral marks them: "Cụm 1", "Khối sở", "Các xã, phường". */
import { clean, foldLoose, foldName } from '../../workbook/text.ts';

const CALLED = 'cụm|khối|nhóm|khu vực|các';
/** Marks count: "Vũng Tàu" and "Bằng Lăng" are names. */
const SPELT = new RegExp(`^(${foldName(`${CALLED}|vùng|bảng`)})(?![\\p{L}\\d])`, 'u');
const BARE = new RegExp(`^(${foldLoose(CALLED)})(?![a-z\\d])`);
/** Groups of indicators, not of units. */
const OF_INDICATORS = /^(?:cac|nhom) (?:chi so|tieu chi|chi tieu|noi dung|nhiem vu|chuan|diem)(?= |$)/;
/** "Sở, ban, ngành", "Xã, phường": what units are, of several kinds and by no name. */
const KIND = foldName(
  'sở|ban|ngành|đoàn thể|hội|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|trường|phòng|cấp (?:xã|huyện|tỉnh)|trực thuộc|và',
);
const KINDS = new RegExp(`^(?:(?:${KIND})(?:[ ,/;–-]+|$)){2,}$`);
const NUMERAL = /^\(?(?:[IVXLC]+|[A-Z])[.)/ :–-]+\s*/;

/** @returns the word that a text calls a group of units by, folded; "" where it is none of a group. */
export function groupWord(text: string): string {
  if (text.length > 90) return '';
  const plain = clean(text).replace(NUMERAL, '');
  const lower = foldName(plain);
  const folded = foldLoose(plain);
  const word = SPELT.exec(lower)?.[1] ?? (folded === lower ? BARE.exec(lower)?.[1] : undefined);
  if (word !== undefined) return OF_INDICATORS.test(folded) ? '' : foldLoose(word);
  return KINDS.test(lower) ? 'cac' : '';
}
