/** The settings (docs/contract.md#settings) in one table: the readers, the form, the verb and the findings go by it. */
import type { Cell } from '../../workbook/cell.ts';
import { foldHeader } from '../../workbook/text.ts';
import { readPeriod } from '../periods/periods.ts';
import { readBands } from './bands.ts';
import type { HeldSettings } from './held.ts';
import {
  POLICIES,
  readCodes,
  readDay,
  readDecimals,
  readSources,
  readTies,
  readTotal,
  readWord,
  TIES,
  type Words,
} from './values.ts';

/** What each setting holds. */
export type SettingValues = Omit<HeldSettings, 'print'> & HeldSettings['print'];

/** Names a setting's words as well: `pane.setting-<id>` and those beside it. */
export type SettingId = keyof SettingValues;

/** Settings that are decided together. */
export type SettingSection = 'set' | 'scoring' | 'ranking' | 'print';

interface Setting<T = unknown> {
  /** As the sheet writes it, Vietnamese in every language. */
  key: string;
  section: SettingSection;
  /** What holds where nothing is set, and the same in words of the sheet where there are any. */
  otherwise: T | Readonly<T>;
  usual?: string;
  /** What it takes; none: free text. */
  words?: readonly string[];
  /** How a free text is written. */
  example?: string;
  /** @returns the value; null where the key cannot take it. */
  read: (text: string, cell: Cell, mark: HeldSettings['decimalMark']) => T | null;
  /** Its cell holds a number. */
  isNumber?: true;
  /** The head of a form may carry it as well: alone it makes no settings beside a table. */
  isOfHeads?: true;
  /** Words of a person that are only shown, of any length. */
  isLong?: true;
  /** Its cell may hold a day. */
  isDay?: true;
}

/** One of several words. */
function choice<const T, D extends T | null>(otherwise: D, all: Words<T>) {
  return {
    otherwise,
    usual: all.find(([, value]) => value === otherwise)?.[0],
    words: all.filter(([, value], at) => all.findIndex((one) => one[1] === value) === at).map(([word]) => word),
    read: (text: string): T | null => readWord(text, all),
  };
}

const free = (text: string): string => text;
/** Cơ quan chủ quản … Nơi nhận: printed as written. */
const PRINTED = { section: 'print', otherwise: '', read: free, isOfHeads: true } as const;
const ORDER = 'thẩm định > tính > tự chấm';

/** In the order of docs/contract.md#settings. */
const TABLE = {
  setTitle: { key: 'Tên bộ chỉ số', section: 'set', otherwise: null, read: free, isOfHeads: true, isLong: true },
  basis: { key: 'Căn cứ', section: 'set', otherwise: null, read: free, isOfHeads: true, isLong: true },
  period: {
    key: 'Kỳ báo cáo',
    section: 'set',
    otherwise: null,
    read: (text) => (readPeriod(text) === null ? null : text),
    example: 'Quý III/2026',
    isOfHeads: true,
  },
  total: {
    key: 'Tổng điểm',
    section: 'set',
    otherwise: null,
    read: (_text, cell, mark) => readTotal(cell, mark),
    example: '1000',
    isNumber: true,
    isOfHeads: true,
  },
  sources: {
    key: 'Nguồn điểm',
    section: 'scoring',
    otherwise: ['verified', 'calculated', 'self'],
    usual: ORDER,
    read: readSources,
    example: ORDER,
  },
  officialColumn: {
    key: 'Cột điểm chính thức',
    section: 'scoring',
    otherwise: null,
    read: free,
    example: 'Điểm thẩm định (lần 2)',
    isLong: true,
  },
  judges: {
    key: 'Nhiều người chấm',
    section: 'scoring',
    ...choice('ask', [
      ['trung bình', 'mean'],
      ['hỏi', 'ask'],
    ]),
  },
  decimals: {
    key: 'Số chữ số thập phân',
    section: 'scoring',
    otherwise: null,
    words: ['0', '1', '2', '3', '4', '5', '6'],
    read: (_text, cell) => readDecimals(cell),
    isNumber: true,
  },
  rounding: {
    key: 'Làm tròn',
    section: 'scoring',
    ...choice('indicator', [
      ['từng chỉ số', 'indicator'],
      ['tổng', 'total'],
    ]),
  },
  missing: {
    key: 'Thiếu số liệu',
    section: 'scoring',
    ...choice('zero', [
      ['0 điểm', 'zero'],
      ['chặn', 'block'],
      ['0', 'zero'],
    ]),
  },
  notArising: { key: 'Khi không phát sinh', section: 'scoring', ...choice('ask', POLICIES) },
  decimalMark: {
    key: 'Dấu thập phân',
    section: 'scoring',
    ...choice(null, [
      ['phẩy', ','],
      ['chấm', '.'],
      [',', ','],
      ['.', '.'],
    ]),
  },
  rankBy: {
    key: 'Xếp hạng theo',
    section: 'ranking',
    ...choice('points', [
      ['điểm', 'points'],
      ['tỷ lệ', 'share'],
    ]),
  },
  rankBasis: {
    key: 'Cơ sở xếp hạng',
    section: 'ranking',
    ...choice('published', [
      ['điểm công bố', 'published'],
      ['điểm chưa làm tròn', 'unrounded'],
    ]),
  },
  ties: { key: 'Đồng hạng', section: 'ranking', ...choice('1224', TIES), read: readTies, isNumber: true },
  tieBreakers: { key: 'Tiêu chí phụ', section: 'ranking', otherwise: [], read: readCodes, example: '1; 4.2' },
  bands: {
    key: 'Xếp loại',
    section: 'ranking',
    otherwise: [],
    read: readBands,
    example: 'Tốt >= 90%; Khá >= 70%; Trung bình >= 50%; Yếu',
    isOfHeads: true,
  },
  parent: { key: 'Cơ quan chủ quản', ...PRINTED },
  issuer: { key: 'Cơ quan ban hành', ...PRINTED },
  place: { key: 'Địa danh', ...PRINTED },
  signer: { key: 'Người ký', ...PRINTED },
  position: { key: 'Chức danh', ...PRINTED },
  number: { key: 'Số, ký hiệu', ...PRINTED, example: '12/BC-SKHCN' },
  date: { key: 'Ngày ban hành', ...PRINTED, read: readDay, example: '05/01/2027', isDay: true },
  attachedTo: { key: 'Kèm theo văn bản', ...PRINTED, isLong: true },
  preparer: { key: 'Người lập biểu', ...PRINTED },
  recipients: { key: 'Nơi nhận', ...PRINTED, isLong: true },
} as const satisfies { [I in SettingId]: Setting<SettingValues[I]> };

export type SettingKey = (typeof TABLE)[SettingId]['key'];

/** A setting with its place in the table. */
export interface KnownSetting extends Setting {
  id: SettingId;
  key: SettingKey;
}

export const SETTINGS: readonly KnownSetting[] = Object.entries<Omit<KnownSetting, 'id'>>(TABLE).map(
  ([id, setting]) => ({
    id: id as SettingId,
    ...setting,
  }),
);

const BY_KEY = new Map<string, KnownSetting>(SETTINGS.map((setting) => [setting.key, setting]));

/** @returns the row of a key. */
export function settingOf(key: SettingKey): KnownSetting;
export function settingOf(key: string): KnownSetting | undefined;
export function settingOf(key: string): KnownSetting | undefined {
  return BY_KEY.get(key);
}

const FOLDED = new Map(SETTINGS.map(({ key }) => [foldHeader(key), key]));

/** @returns the key that a text of the sheet says; null where it is none. */
export function settingKey(text: string): SettingKey | null {
  return text.length > 60 ? null : (FOLDED.get(foldHeader(text)) ?? null);
}
