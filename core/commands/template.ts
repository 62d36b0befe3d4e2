/** `template`: a workbook for the department itself, ready to be filled in: Bộ chỉ số, Đơn vị, Thiết lập, Số liệu. */
import { toNumber } from '../exact/exact.ts';
import type { IndexSet } from '../framework/framework.ts';
import type { UnitList } from '../framework/units/index.ts';
import { SETTINGS, type SettingId } from '../read/settings/keys.ts';
import type { Book, BookSheet, BookValidation } from '../workbook/book.ts';
import { fitsInline } from '../workbook/book.ts';
import type { Say } from '../messages/message.ts';
import type { Scalar } from '../workbook/cell.ts';
import { plainSheet, SET_HEADER, SET_WIDTHS, setRows, type PlainTable } from './plain-sheets.ts';

/** Shows how an index set is written; a person puts their own in its place. */
const EXAMPLE: (Scalar | null)[][] = [
  ['1', 'Chỉ số chính thứ nhất (minh họa)', null, null, null, null, null, null, null],
  [
    '1.1',
    'Tỷ lệ hồ sơ trực tuyến (minh họa)',
    600,
    'a/b',
    'số hồ sơ trực tuyến',
    'tổng số hồ sơ',
    null,
    null,
    'đủ điểm',
  ],
  ['1.2', 'Có kế hoạch năm (minh họa)', 400, 'Có/Không', null, null, null, null, null],
];

/** Only asked for where several tables compete. */
const RARE: readonly SettingId[] = ['officialColumn', 'judges'];

function settingsTable(set: IndexSet | null, say: Say): { table: PlainTable; lists: (readonly string[])[] } {
  const kept = SETTINGS.filter(({ id }) => !RARE.includes(id));
  const own: Partial<Record<SettingId, Scalar>> =
    set === null ? {} : { setTitle: set.title, basis: set.basis, total: toNumber(set.total) };
  return {
    table: {
      name: 'Thiết lập',
      title: 'THIẾT LẬP',
      note: say({ id: 'template.settings', args: {} }),
      header: ['Thiết lập', 'Giá trị'],
      widths: [28, 60],
      rows: kept.map(({ id, key }) => [key, own[id] ?? null]),
    },
    lists: kept.map(({ words = [] }) => words),
  };
}

/** @returns the workbook; without a set one that shows how a set is written, without a list no units. */
export function templateBook(set: IndexSet | null, list: UnitList | null, say: Say): Book {
  const note = (id: 'template.set' | 'template.units' | 'template.data'): string => say({ id, args: {} });
  const taken = new Set<string>();
  const units = list?.units ?? [];
  const { table, lists } = settingsTable(set, say);
  const data = units.flatMap(({ name, code }) =>
    (set?.indicators ?? []).map((one): (Scalar | null)[] => [name, code, one.code, one.name]),
  );
  const tables: PlainTable[] = [
    {
      name: 'Bộ chỉ số',
      title: set === null ? 'BỘ CHỈ SỐ (MINH HỌA)' : set.title.toUpperCase(),
      note: set === null ? note('template.set') : set.provenance,
      header: [...SET_HEADER],
      widths: [...SET_WIDTHS],
      rows: set === null ? EXAMPLE : setRows(set),
    },
    {
      name: 'Đơn vị',
      title: 'DANH SÁCH ĐƠN VỊ ĐƯỢC ĐÁNH GIÁ',
      note: list?.title ?? note('template.units'),
      header: ['TT', 'Tên đơn vị', 'Mã đơn vị', 'Nhóm', 'Xếp hạng'],
      widths: [6, 46, 12, 24, 10],
      rows: units.map(({ name, code, group }, at) => [at + 1, name, code, group, 'Có']),
    },
    table,
    {
      name: 'Số liệu',
      title: 'SỐ LIỆU BÁO CÁO CỦA CÁC ĐƠN VỊ',
      note: note('template.data'),
      header: [
        'Đơn vị',
        'Mã đơn vị',
        'Mã chỉ số',
        'Chỉ số',
        'a',
        'b',
        'c',
        'd',
        'Lựa chọn',
        'Điểm tự chấm',
        'Tài liệu kiểm chứng',
        'Điểm thẩm định',
        'Lý do thẩm định',
      ],
      widths: [32, 10, 10, 46, 9, 9, 9, 9, 26, 10, 28, 10, 28],
      rows: data,
    },
  ];
  const sheets = tables.map((one): BookSheet => plainSheet(one, taken));
  const settings = sheets.find(({ name }) => name === 'Thiết lập');
  if (settings !== undefined) {
    const first = settings.rows.length - lists.length;
    settings.validations = lists.flatMap((items, at): BookValidation[] => {
      if (!fitsInline(items)) return [];
      const area = { top: first + at, left: 1, bottom: first + at, right: 1 };
      const words = { title: 'Thiết lập', text: say({ id: 'template.choose', args: {} }) };
      return [{ kind: 'list', items, area, prompt: words, error: words, strict: false }];
    });
  }
  return { sheets, names: [] };
}
