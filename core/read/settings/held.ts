/** What each setting holds, as the rest of the core goes by it. */
import type { Exact } from '../../exact/exact.ts';
import type { NotArisingPolicy } from '../../framework/framework.ts';

export type PointSource = 'verified' | 'calculated' | 'self';

/** Xếp loại: the first whose lower bound (percent of the unit's maximum) holds; the last may have none. */
export interface Band {
  label: string;
  from: Exact | null;
  inclusive: boolean;
  /** "không quá 20% của Tốt trở lên". */
  quota: BandQuota | null;
  /** "1.2 >= 50%": all have to be met. */
  conditions: BandCondition[];
}

/** So many percent, in whole units rounded down, of the ranked units of the group that reach a band or a better one by points. */
export interface BandQuota {
  percent: Exact;
  /** Place of that band among the bands. */
  of: number;
}

/** Points of an indicator, a sum or a pillar in percent of their maximum. */
export interface BandCondition {
  code: string;
  bound: Exact;
  inclusive: boolean;
}

/** What official documents print, as written; '' where nothing is. A `;` ends a line (`partsOf`). */
export interface PrintSettings {
  /** Cơ quan chủ quản, over `issuer`: Cơ quan ban hành. */
  parent: string;
  issuer: string;
  place: string;
  signer: string;
  /** "KT. GIÁM ĐỐC; PHÓ GIÁM ĐỐC". */
  position: string;
  /** Số, ký hiệu: "12/BC-SKHCN". */
  number: string;
  /** Ngày ban hành: "05/01/2027", days and months of two digits. */
  date: string;
  /** Kèm theo văn bản: "Quyết định số … ngày …". */
  attachedTo: string;
  preparer: string;
  recipients: string;
}

/** What the settings hold, wherever they are written. */
export interface HeldSettings {
  setTitle: string | null;
  basis: string | null;
  period: string | null;
  total: Exact | null;
  /** null: the set's own. */
  decimals: number | null;
  rounding: 'indicator' | 'total';
  sources: PointSource[];
  missing: 'zero' | 'block';
  notArising: NotArisingPolicy;
  decimalMark: ',' | '.' | null;
  rankBy: 'points' | 'share';
  rankBasis: 'published' | 'unrounded';
  ties: '1224' | '1223' | '1234';
  tieBreakers: string[];
  /** Cột điểm chính thức: the header of the column that counts where several could, as written. */
  officialColumn: string | null;
  /** Nhiều người chấm: whether points of several people side by side are averaged. */
  judges: 'mean' | 'ask';
  bands: Band[];
  print: PrintSettings;
}
