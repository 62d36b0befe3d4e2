/** Rows that sum or average the rows above them under a name that is no closed word: "Grand Total", "Bình quân các xã". */
import { toNumber } from '../../exact/exact.ts';
import { scalarOf, type Cell } from '../../workbook/cell.ts';
import { readNumber } from '../../workbook/number.ts';
import { foldHeader, foldLoose, foldName } from '../../workbook/text.ts';

const WORDS =
  'tổng|cộng|t\\. ?cộng|trung bình|bình quân|tb|total|grand total|sub ?total|sum|average|avg|mean|count|st(?:an)?d?(?:ard)?[. ]*dev(?:iation)?|std|variance|độ lệch|phương sai|sai số|điểm trung bình|điểm bình quân|điểm tb|mức trung bình|mức bình quân|giá trị trung bình|' +
  '(?:toàn|cả) (?:tỉnh|huyện|cụm|khối|ngành|thành phố|vùng|xã|quốc|nước)';
const SPELT = new RegExp(`^(?:${foldName(WORDS)})(?![\\p{L}\\d])`, 'u');
const BARE = new RegExp(`^(?:${foldLoose(WORDS)})(?![a-z\\d])`);
/** "Cộng điểm sáng kiến" is no sum, it gives points. */
const GIVES = /^(?:cong|tru) (?:diem|them)/;

/** @returns whether a name says that its row sums or averages others. Diacritics count where there are any: "Tống" and "Cống" are names. */
export function saysSummary(name: string): boolean {
  const lower = foldName(name);
  if (lower === '' || lower.length > 80) return false;
  const folded = foldLoose(lower);
  if (GIVES.test(folded) || folded.startsWith('tong hop')) return false;
  return SPELT.test(lower) || (folded === lower && BARE.test(lower)) || /(?<![\p{L}\d])total$/u.test(lower);
}

/** Whole names of rows below a table of indicators that tell of all of it. */
const CLOSING =
  /^(?:xep (?:thu|hang|loai)|vi thu|(?:thu )?hang|(?:dat )?t[yi] le(?: dat)?|dat|chenh lech|tong (?:hop|ket)|diem tong(?: ket)?|(?:so )?diem(?: dat(?: duoc)?)?|ket qua|so)(?: (?:voi )?(?:nam|ky|quy|thang) (?:truoc|20\d\d))?$/;

/** @returns whether a name is that of a row that closes a table of indicators: "Xếp hạng", "Tỷ lệ (%)", "Điểm năm trước". */
export function saysClosing(name: string): boolean {
  return name.length < 60 && CLOSING.test(foldHeader(name));
}

const NO_UNIT = new RegExp(
  `^(?:${foldName(
    'điểm(?! (?:bưu|trường|du))|tỷ lệ|hệ số|trọng số|số liệu|năm (?:\\d|trước|nay)|quý [ivx\\d]|kỳ (?:trước|này)|so với|số (?:xã|phường|đơn vị|sở|huyện|tỉnh|lượng|cơ quan|lớp|trường|điểm)|mức|chênh lệch|cao nhất|thấp nhất|lớn nhất|nhỏ nhất|tối đa|tối thiểu|trung vị|xếp (?:hạng|loại|thứ)|thứ hạng|hạng|mục tiêu|chỉ tiêu|kế hoạch|ghi chú|max|min|median',
  )})(?![\\p{L}])`,
  'u',
);

/** @returns whether a name is plainly none of a unit: "Cao nhất toàn tỉnh", "Hệ số", "Năm 2025". */
export function namesNoUnit(name: string): boolean {
  return name.length < 80 && NO_UNIT.test(foldName(name));
}

/** @returns whether a name is that of the total of its table, not of one of its parts. */
function isTotalName(name: string): boolean {
  return /^(?:grand )?total$|^(?:so diem dat|diem tong(?: ket)?)$|^(?:tong|cong)(?: cong| so)?(?: diem)?(?: (?:toi da|dat duoc|tham dinh|tu cham|chung))?$/.test(
    foldHeader(name),
  );
}

/** @returns whether a row of sums states the total of its table: a mean does not, nor does what sums one group only. */
export function statesTotal(table: { summaryRows: readonly number[] }, row: number, name: string): boolean {
  if (table.summaryRows.includes(row)) return isTotalName(name);
  return /^(?:tong|cong)/.test(foldLoose(name));
}

/** @returns the number that a cell surely holds, as a heuristic needs it; null where there is none. */
export function figureOf(cell: Cell | undefined): number | null {
  const value = scalarOf(cell);
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.length > 40 || !/\d/.test(value)) return null;
  const reading = readNumber(cell ?? null, { unitWords: true });
  return reading.kind === 'number' ? toNumber(reading.value) : null;
}

/** @returns whether a figure is a value as it would be printed with the figure's own decimals. */
export function isPrinted(figure: number, value: number): boolean {
  const decimals = (String(Number(figure.toPrecision(15))).split('.')[1] ?? '').length;
  const near = 0.5 * 10 ** -decimals + 1e-9 * Math.max(1, Math.abs(value));
  return Math.abs(figure - value) <= (decimals === 0 && Number.isInteger(value) ? 1e-9 : near);
}

interface Sums {
  sum: number;
  count: number;
  least: number;
  most: number;
}

/** What the rows above add up to, column by column: all of them, and those since the last group or sum. */
export class RowsAbove {
  private readonly all = new Map<number, Sums>();
  private readonly part = new Map<number, Sums>();

  /** @param columns the columns whose figures may be summed. */
  constructor(private readonly columns: readonly number[]) {}

  /** A row of data. */
  add(cells: readonly Cell[]): void {
    for (const column of this.columns) {
      const figure = figureOf(cells[column]);
      if (figure === null) continue;
      for (const sums of [this.all, this.part]) {
        const known = sums.get(column);
        if (known === undefined) sums.set(column, { sum: figure, count: 1, least: figure, most: figure });
        else {
          known.sum += figure;
          known.count += 1;
          known.least = Math.min(known.least, figure);
          known.most = Math.max(known.most, figure);
        }
      }
    }
  }

  /** A group or a sum stands here: what follows may be summed by itself. */
  next(): void {
    this.part.clear();
  }

  /** @returns whether every figure of a row is the sum or the mean of at least two figures above it. Equal rows prove nothing. */
  areSummedBy(cells: readonly Cell[]): boolean {
    let telling = false;
    for (const column of this.columns) {
      const figure = figureOf(cells[column]);
      if (figure === null) continue;
      const fits = [this.all, this.part]
        .flatMap((sums) => sums.get(column) ?? [])
        .filter(({ count }) => count > 1)
        .find(({ sum, count }) => isPrinted(figure, sum) || isPrinted(figure, sum / count));
      if (fits === undefined) return false;
      telling ||= fits.least !== figure || fits.most !== figure;
    }
    return telling;
  }
}
