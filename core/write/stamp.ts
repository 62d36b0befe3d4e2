/** The stamp line that makes a sheet recognisable as ours, and the names of our sheets. */
import type { Under } from '../messages/ids.ts';
import { SHEET_NAMES, STAMP } from '../workbook/stamp.ts';
import { nfc } from '../workbook/text.ts';
import { say } from '../messages/index.ts';
import type { Language } from '../messages/message.ts';
import type { Assessment } from '../read/assessment.ts';

export type OwnSheet = keyof typeof SHEET_NAMES;

/** Prints an ISO time as it is written, without moving it between zones: "24/11/2026 17:00". Anything else stays as it is. */
export function printTime(at: string, language: Language): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::[\d.]+)?(Z)?/.exec(at);
  if (match === null) return at;
  const [, year, month, day, hour, minute, zulu] = match;
  const date = language === 'vi' ? `${day}/${month}/${year}` : `${year}-${month}-${day}`;
  return `${date} ${hour}:${minute}${zulu === undefined ? '' : ' UTC'}`;
}

/** @returns the title(s) of the sets that the groups are ranked on; what the settings call the set goes first where there is one. */
export function setTitles(assessment: Assessment, language: Language): string {
  const { settings, sets, groups } = assessment;
  const used: number[] = [];
  for (const group of groups) if (!used.includes(group.set)) used.push(group.set);
  const list = used.length > 0 ? used : sets.map((_, index) => index);
  const titles: string[] = [];
  for (const index of list) {
    const title = titleOf(assessment, index);
    if (title !== '' && !titles.includes(title)) titles.push(title);
  }
  if (titles.length > 0) return titles.join(' + ');
  return settings.setTitle ?? say({ id: 'sheet.no-set', args: {} }, language);
}

/** @returns the title of one set: the settings' own where there is but one set. */
export function titleOf(assessment: Assessment, set: number): string {
  const own = assessment.sets[set]?.title ?? '';
  return assessment.sets.length === 1 ? (assessment.settings.setTitle ?? own) : own;
}

/** What a set's own title says of its kind of sheet: behind our own word for the sheet it would stand twice. */
const KIND =
  /^(?:(?:bảng|biểu|phiếu|mẫu|kết quả)(?:\s+|$))?(?:(?:tổng hợp|chi tiết|chấm điểm|chấm|tự chấm điểm|tự chấm|xếp hạng|xếp loại|thẩm định|đánh giá|tự đánh giá|điểm|kết quả|và|,)(?:\s+|$))*(?:[:–-]\s*)?/iu;

/** @returns the head of one of our sheets: "BẢNG XẾP HẠNG: …", without what the title says already. */
export function headTitle(id: Under<'sheet.'>, title: string, language: Language): string {
  const whole = nfc(title).trim();
  const begins = /^(?:bảng|biểu|phiếu|mẫu|kết quả|xếp hạng|chấm điểm)(?:\s|$)/iu.test(whole);
  const rest = begins ? whole.replace(KIND, '').trim() : whole;
  const head = say({ id: `sheet.${id}`, args: { set: rest } }, language);
  return rest === '' ? head.replace(/[\s:–-]+$/, '') : head;
}

/** @returns the whole stamp line: "Nghìn Điểm · set · period · time · version". */
export function stampLine(assessment: Assessment, at: string, version: string, language: Language): string {
  const period = assessment.period ?? assessment.settings.period ?? say({ id: 'sheet.no-period', args: {} }, language);
  return STAMP + [setTitles(assessment, language), period, printTime(at, language), version].join(' · ');
}

/** Sheet names are equal where a host would call them equal. */
function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Gives our sheet its name: "Xếp hạng", or "Xếp hạng (Nghìn Điểm)" where a sheet of the user's own has that name. */
export function nameFor(sheet: OwnSheet, existing: readonly string[], ours: readonly string[]): string {
  const own = new Set(ours.map(fold));
  const theirs = new Set(existing.map(fold).filter((name) => !own.has(name)));
  const plain = SHEET_NAMES[sheet];
  if (!theirs.has(fold(plain))) return plain;
  for (let count = 1; ; count += 1) {
    const name = `${plain} (Nghìn Điểm${count === 1 ? '' : ` ${count}`})`;
    if (!theirs.has(fold(name))) return name;
  }
}
