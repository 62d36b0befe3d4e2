/** The settings sheet (Thiết lập): keys as docs/contract.md#settings writes them; what a key cannot take is said, and the default holds. */
import { compare, fromDecimal, sign, toNumber, type Exact } from '../exact/exact.ts';
import type { NotArisingPolicy } from '../framework/framework.ts';
import { isEmpty, isPercentCell, kindOf, scalarOf, type Cell } from '../workbook/cell.ts';
import { readNumber } from '../workbook/number.ts';
import { clean, foldName } from '../workbook/text.ts';
import type { Band, CellRef, PointSource, Remark, Settings } from './assessment.ts';
import { readCode, shownText } from './codes.ts';
import { readPeriod } from './periods.ts';

/** One row of a settings table: the key as docs/contract.md#settings writes it, and its value. */
export interface SettingRow {
  key: string;
  cell: Cell;
  at: CellRef;
  /** A line that may stand over each of several tables: what the first says holds, the others go unsaid. */
  repeatable?: boolean;
}

/** @returns what holds where nothing is set. */
export function defaultSettings(): Settings {
  return {
    setTitle: null,
    basis: null,
    period: null,
    total: null,
    decimals: null,
    rounding: 'indicator',
    sources: ['verified', 'calculated', 'self'],
    missing: 'zero',
    notArising: 'ask',
    decimalMark: null,
    rankBy: 'points',
    rankBasis: 'published',
    ties: '1224',
    tieBreakers: [],
    officialColumn: null,
    judges: 'ask',
    bands: [],
    print: { parent: '', issuer: '', place: '', signer: '', position: '' },
    at: {},
  };
}

/** One of several words, matched without regard to case, blanks and tone placement; undefined = none of them. */
function word<T>(text: string, words: Record<string, T>): T | undefined {
  const folded = foldName(text);
  for (const [name, value] of Object.entries(words)) if (foldName(name) === folded) return value;
  return undefined;
}

/** @returns the policy that a cell of "Khi không phát sinh" names; null where it is none of the five. */
export function readPolicy(text: string): NotArisingPolicy | null {
  const policies: Record<string, NotArisingPolicy> = {
    'đủ điểm': 'full',
    '0 điểm': 'zero',
    '0': 'zero',
    loại: 'drop',
    'quy đổi': 'rescale',
    hỏi: 'ask',
  };
  return word(text, policies) ?? null;
}

function readSources(text: string): PointSource[] | null {
  const names: Record<string, PointSource> = { 'thẩm định': 'verified', tính: 'calculated', 'tự chấm': 'self' };
  const found = text.split('>').map((part) => word(part, names));
  if (found.some((source) => source === undefined) || new Set(found).size !== found.length) return null;
  return found as PointSource[];
}

/** "Tốt >= 90%; Khá >= 70%; Yếu": bounds are percent of the maximum and fall; only the last may have none. */
function readBands(text: string): Band[] | null {
  const bands: Band[] = [];
  const parts = text.split(/[;\n]/).map(clean);
  if (parts[parts.length - 1] === '') parts.pop();
  for (const [place, part] of parts.entries()) {
    const match = /^(.+?)\s*(>=|≥|>)\s*(\d+(?:[.,]\d+)?)\s*%$/.exec(part);
    if (match === null) {
      if (place !== parts.length - 1 || part === '' || /[<>≥≤=%]/.test(part)) return null;
      bands.push({ label: part, from: null, inclusive: true });
      continue;
    }
    const from = fromDecimal(match[3]!.replace(',', '.'));
    const inclusive = match[2] !== '>';
    const before = bands[bands.length - 1];
    if (before?.from) {
      // "Xuất sắc > 90%; Tốt >= 90%": the second is what lies on the end itself.
      const order = compare(before.from, from);
      if (order < 0 || (order === 0 && (before.inclusive || !inclusive))) return null;
    }
    bands.push({ label: match[1]!, from, inclusive });
  }
  // Without a bound it is somebody's band, no table of bands.
  return bands.some((band) => band.from !== null) ? bands : null;
}

/** @returns the total that a set declares; null where the cell is no positive number. Of two readings the mark decides, else thousands. */
export function readTotal(cell: Cell, mark: ',' | '.' | null): Exact | null {
  if (isPercentCell(cell)) return null;
  const reading = readNumber(cell, { unitWords: true });
  // A total of "1.000" points can only mean a thousand: no set has a total of one point.
  const value =
    reading.kind === 'number' && !reading.percent
      ? reading.value
      : reading.kind === 'ambiguous'
        ? reading.candidates[reading.separator === mark ? 1 : 0]
        : null;
  return value !== null && sign(value) > 0 ? value : null;
}

function readDecimals(cell: Cell): number | null {
  const reading = readNumber(cell, {});
  if (reading.kind !== 'number' || reading.percent) return null;
  const value = toNumber(reading.value);
  return Number.isInteger(value) && value >= 0 && value <= 6 ? value : null;
}

/** A code as the tables write it: a comma counts as a point, a final point is dropped. */
function codeText(text: string): string {
  const read = readCode(text);
  return 'code' in read ? read.code : 'group' in read ? read.group : text;
}

type Setter = (settings: Settings, text: string, cell: Cell) => boolean;

/** Sets a value that was understood; false says that the key cannot take it. */
function put<K extends keyof Settings>(settings: Settings, key: K, value: Settings[K] | null | undefined): boolean {
  if (value === null || value === undefined) return false;
  settings[key] = value;
  return true;
}

function printed(key: keyof Settings['print']): Setter {
  return (settings, text) => {
    settings.print[key] = text;
    return true;
  };
}

const SETTERS: Readonly<Record<string, Setter>> = {
  'Tên bộ chỉ số': (settings, text) => put(settings, 'setTitle', text),
  'Căn cứ': (settings, text) => put(settings, 'basis', text),
  'Kỳ báo cáo': (settings, text) => readPeriod(text) !== null && put(settings, 'period', text),
  'Tổng điểm': (settings, _text, cell) => put(settings, 'total', readTotal(cell, settings.decimalMark)),
  'Số chữ số thập phân': (settings, _text, cell) => put(settings, 'decimals', readDecimals(cell)),
  'Làm tròn': (settings, text) =>
    put(settings, 'rounding', word(text, { 'từng chỉ số': 'indicator', tổng: 'total' } as const)),
  'Nguồn điểm': (settings, text) => put(settings, 'sources', readSources(text)),
  'Thiếu số liệu': (settings, text) =>
    put(settings, 'missing', word(text, { '0 điểm': 'zero', '0': 'zero', chặn: 'block' } as const)),
  'Khi không phát sinh': (settings, text) => put(settings, 'notArising', readPolicy(text)),
  'Dấu thập phân': (settings, text) =>
    put(settings, 'decimalMark', word(text, { phẩy: ',', ',': ',', chấm: '.', '.': '.' } as const)),
  'Xếp hạng theo': (settings, text) =>
    put(settings, 'rankBy', word(text, { điểm: 'points', 'tỷ lệ': 'share' } as const)),
  'Cơ sở xếp hạng': (settings, text) =>
    put(settings, 'rankBasis', word(text, { 'điểm công bố': 'published', 'điểm chưa làm tròn': 'unrounded' } as const)),
  'Đồng hạng': (settings, text) =>
    put(
      settings,
      'ties',
      word(text.replace(/(\d)[ ,;–-]+(?=\d)/g, '$1'), { '1224': '1224', '1223': '1223', '1234': '1234' } as const),
    ),
  'Tiêu chí phụ': (settings, text) =>
    put(
      settings,
      'tieBreakers',
      text
        .split(/[;\n]/)
        .map(clean)
        .filter((code) => code !== '')
        .map(codeText),
    ),
  'Xếp loại': (settings, text) => put(settings, 'bands', readBands(text)),
  'Cột điểm chính thức': (settings, text) => put(settings, 'officialColumn', text),
  'Nhiều người chấm': (settings, text) =>
    put(settings, 'judges', word(text, { 'trung bình': 'mean', hỏi: 'ask' } as const)),
  'Cơ quan chủ quản': printed('parent'),
  'Cơ quan ban hành': printed('issuer'),
  'Địa danh': printed('place'),
  'Người ký': printed('signer'),
  'Chức danh': printed('position'),
};

/** Words of a person that are only shown. */
const FREE = new Set(['Tên bộ chỉ số', 'Căn cứ', 'Cột điểm chính thức']);
/** Characters of a list or a choice. */
const LONGEST = 1000;

/**
 * @param rows settings rows in sheet order; of a key that occurs twice the first counts.
 * @returns the settings, and settings.invalid remarks at the values that a key cannot take. Empty values leave the default.
 */
export function readSettings(rows: readonly SettingRow[]): { settings: Settings; remarks: Remark[] } {
  const settings = defaultSettings();
  const remarks: Remark[] = [];
  const said = new Map<string, string>();
  // How numbers are written decides how the others are read.
  const isMark = ({ key }: SettingRow): boolean => key === 'Dấu thập phân';
  for (const { key, cell, at, repeatable } of [...rows.filter(isMark), ...rows.filter((row) => !isMark(row))]) {
    const setter = SETTERS[key];
    if (setter === undefined || isEmpty(cell)) continue;
    const text = clean(kindOf(cell) === null ? shownText(cell) : String(scalarOf(cell) ?? ''));
    const before = said.get(key);
    if (before !== undefined) {
      if (before !== text && repeatable !== true)
        remarks.push({ kind: 'settings.invalid', at, variant: 'twice', args: { key, value: text, first: before } });
      continue;
    }
    said.set(key, text);
    settings.at[key] = at;
    const tooLong = text.length > LONGEST && !FREE.has(key);
    if (kindOf(cell) !== null || text === '' || tooLong || !setter(settings, text, cell)) {
      remarks.push({ kind: 'settings.invalid', at, args: { key, value: text } });
    }
  }
  return { settings, remarks };
}
