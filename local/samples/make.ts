/** Writes the sample workbooks into samples/: the same bytes on every machine. All unit figures but Cần Giuộc's are synthetic. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toNumber } from '#core/exact/exact';
import type { IndexSet } from '#core/framework/framework';
import { builtInSets } from '#core/framework/sets/index';
import { policyWord } from '#core/read/settings/values';
import type { Scalar } from '#core/workbook/cell';
import type { SheetPlan } from '#core/workbook/plan';
import { newWorkbook } from '#xlsx/index';
import { asTheyArrive } from './arrived.ts';
import { parseCsv } from './csv.ts';
import { faultSheets } from './faults.ts';
import { sampleFigures } from './figures.ts';
import { Seeded } from './random.ts';
import { withMarks } from './raw.ts';
import { sampleSheet } from './sheets.ts';

const SYNTHETIC = 'Số liệu giả lập để dùng thử, không phải số liệu của đơn vị nào.';

function setSheet(set: IndexSet): SheetPlan {
  const rows: (Scalar | null)[][] = [];
  const groups = new Set<number>();
  for (const pillar of set.pillars) {
    groups.add(rows.length);
    const sum = pillar.indicators.reduce((total, place) => total + toNumber(set.indicators[place]!.maximum!), 0);
    rows.push([pillar.code, pillar.name, pillar.maximum === null ? sum : toNumber(pillar.maximum), null, null, null, null, null, null, null]);
    for (const place of pillar.indicators) {
      const item = set.indicators[place]!;
      const { a, b, c, d } = item.labels;
      const policy = item.notArising === null ? null : policyWord(item.notArising);
      rows.push([item.code, item.name, toNumber(item.maximum!), item.ruleText, a ?? null, b ?? null, c ?? null, d ?? null, policy, item.evidenceRequired ? 'Bắt buộc' : 'Không']);
    }
  }
  rows.push([null, 'Tổng cộng', toNumber(set.total), null, null, null, null, null, null, null]);
  return sampleSheet({
    name: 'Bộ chỉ số',
    titles: [set.title.toUpperCase(), set.basis],
    note: set.provenance,
    header: ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'a (nhãn)', 'b (nhãn)', 'c (nhãn)', 'd (nhãn)', 'Khi không phát sinh', 'Minh chứng'],
    codes: [0],
    widths: [7, 52, 9, 40, 22, 22, 18, 18, 14, 12],
    rows,
    groups,
  });
}

function unitSheet(units: { name: string; code: string; group: string; ranked?: boolean }[]): SheetPlan {
  return sampleSheet({
    name: 'Đơn vị',
    titles: ['DANH SÁCH ĐƠN VỊ ĐƯỢC ĐÁNH GIÁ'],
    header: ['TT', 'Tên đơn vị', 'Mã đơn vị', 'Nhóm', 'Xếp hạng'],
    codes: [2],
    widths: [6, 46, 12, 24, 10],
    rows: units.map((unit, place) => [place + 1, unit.name, unit.code, unit.group, unit.ranked === false ? 'Không' : 'Có']),
  });
}

function settingsSheet(rows: [string, Scalar][]): SheetPlan {
  return sampleSheet({ name: 'Thiết lập', titles: [], header: ['Thiết lập', 'Giá trị'], widths: [28, 60], rows });
}

type Unit = { name: string; code: string; group: string };

function longSheet(set: IndexSet, units: Unit[], seed: number, made: (rows: (Scalar | null)[][]) => (Scalar | null)[][] = (rows) => rows): SheetPlan {
  const random = new Seeded(seed);
  const rows: (Scalar | null)[][] = [];
  for (const unit of units) {
    const level = random.whole(45, 92);
    for (const item of set.indicators) {
      const { figures, choice, verified } = sampleFigures(item, random, level);
      const evidence = item.evidenceRequired ? `Báo cáo số ${random.whole(10, 400)}/BC` : null;
      rows.push([unit.name, item.code, figures.a ?? null, figures.b ?? null, figures.c ?? null, figures.d ?? null, choice, verified, evidence]);
    }
  }
  return sampleSheet({
    name: 'Số liệu',
    titles: ['SỐ LIỆU BÁO CÁO CỦA CÁC ĐƠN VỊ'],
    note: SYNTHETIC,
    header: ['Đơn vị', 'Mã chỉ số', 'a', 'b', 'c', 'd', 'Lựa chọn', 'Điểm thẩm định', 'Minh chứng'],
    codes: [1],
    widths: [40, 11, 9, 9, 9, 9, 34, 15, 24],
    rows: made(rows),
  });
}

function formSheets(set: IndexSet, units: Unit[], seed: number): SheetPlan[] {
  const random = new Seeded(seed);
  return units.map((unit) => {
    const level = random.whole(45, 92);
    const rows: (Scalar | null)[][] = set.indicators.map((item) => {
      const { figures, choice, verified } = sampleFigures(item, random, level);
      const evidence = item.evidenceRequired ? `Báo cáo số ${random.whole(10, 400)}/BC-UBND` : null;
      return [item.code, item.name, toNumber(item.maximum!), figures.a ?? null, figures.b ?? null, figures.c ?? null, figures.d ?? null, choice, verified, evidence];
    });
    return sampleSheet({
      name: unit.name,
      titles: ['PHIẾU TỰ ĐÁNH GIÁ', `Tên đơn vị: ${unit.name}`],
      note: SYNTHETIC,
      header: ['Mã', 'Chỉ số', 'Điểm tối đa', 'a', 'b', 'c', 'd', 'Lựa chọn', 'Điểm thẩm định', 'Minh chứng'],
      codes: [0],
      widths: [7, 50, 12, 9, 9, 9, 9, 26, 15, 24],
      rows,
    });
  });
}

function pointsSheet(set: IndexSet, units: Unit[], seed: number): SheetPlan {
  const random = new Seeded(seed);
  const rows: (Scalar | null)[][] = [];
  for (const unit of units) {
    const level = random.whole(40, 90);
    for (const item of set.indicators) {
      const maximum = toNumber(item.maximum!);
      const self = Math.round(maximum * random.whole(level, 100)) / 100;
      const verified = random.chance(80) ? self : Math.round(self * random.whole(50, 100)) / 100;
      rows.push([unit.code, unit.name, item.code, self, verified, verified === self ? null : 'Đối chiếu minh chứng']);
    }
  }
  return sampleSheet({
    name: 'Số liệu',
    titles: ['TỔNG HỢP ĐIỂM TỰ CHẤM VÀ THẨM ĐỊNH'],
    note: SYNTHETIC,
    header: ['Mã đơn vị', 'Đơn vị', 'Mã chỉ số', 'Điểm tự chấm', 'Điểm thẩm định', 'Lý do thẩm định'],
    codes: [0, 2],
    widths: [10, 32, 10, 12, 12, 30],
    rows,
  });
}

function canGiuocSheet(csv: string): SheetPlan {
  const [, ...lines] = parseCsv(csv);
  const value = (text: string | undefined): Scalar | null => (text === undefined || text === '' ? null : Number(text));
  return sampleSheet({
    name: 'Chấm điểm 2025',
    titles: ['BẢNG CHẤM ĐIỂM CHUYỂN ĐỔI SỐ CẤP XÃ NĂM 2025', 'Tên đơn vị: Xã Cần Giuộc'],
    note: 'Số liệu thật, công bố trong kho mã nguồn công khai; giữ nguyên cả chỗ chưa sạch.',
    header: ['Mã', 'Chỉ tiêu', 'Nhóm', 'Điểm tối đa', 'Tự đánh giá', 'Thẩm định', 'Chênh lệch', 'Trạng thái'],
    codes: [0],
    widths: [8, 70, 28, 9, 10, 10, 10, 24],
    rows: lines.map((line) => [line[0]!, line[1]!, line[2]!, value(line[3]), value(line[4]), value(line[5]), value(line[6]), line[7] ?? null]),
  });
}

/** @returns exit code 0; writes samples/*.xlsx below `root`. */
export function main(_list: string[], root: string): number {
  const data = (name: string): string => readFileSync(join(root, 'local', 'samples', 'data', name), 'utf8');
  const units = (name: string, group: (name: string) => string, nameColumn: number, codeColumn: number | null): Unit[] =>
    parseCsv(data(name))
      .slice(1)
      .map((line, place) => {
        const unit = line[nameColumn]!;
        return { name: unit.startsWith('(') ? 'Đơn vị thứ 21 (minh họa)' : unit, code: codeColumn === null ? `SN${String(place + 1).padStart(2, '0')}` : line[codeColumn]!, group: group(unit) };
      });
  const departments = builtInSets['dong-nai-departments']!();
  const districts = builtInSets['dong-nai-districts']!();
  const communes = builtInSets['can-giuoc-2025']!();
  const departmentUnits = units('dong_nai_departments_2023.csv', () => 'Sở, ban, ngành', 0, null);
  const districtUnits = units('dong_nai_districts_2023.csv', () => 'Cấp huyện', 1, 0);
  const communeUnits = units('dong_nai_communes_2025_2026.csv', (name) => (name.startsWith('Phường') ? 'Phường' : 'Xã'), 2, 0);
  const settings = (title: string): SheetPlan =>
    settingsSheet([
      ['Tên bộ chỉ số', title],
      ['Kỳ báo cáo', 'Năm 2025'],
      ['Xếp loại', 'Tốt >= 90%; Khá >= 70%; Trung bình >= 50%; Yếu'],
    ]);
  const ofDepartments = [setSheet(departments), unitSheet(departmentUnits), settings(departments.title)];
  const books: Record<string, SheetPlan[]> = {
    'so-nganh-21x40.xlsx': [longSheet(departments, departmentUnits, 21), ...ofDepartments],
    'so-nganh-can-sua.xlsx': [longSheet(departments, departmentUnits, 21, asTheyArrive), ...ofDepartments],
    'cap-huyen-11x64.xlsx': [setSheet(districts), unitSheet(districtUnits), ...formSheets(districts, districtUnits, 11), settings(districts.title)],
    'cap-xa-95x62.xlsx': [
      pointsSheet(communes, communeUnits, 95),
      setSheet(communes),
      unitSheet(communeUnits),
      settingsSheet([...([['Tên bộ chỉ số', communes.title], ['Kỳ báo cáo', 'Năm 2025'], ['Tổng điểm', 960]] as [string, Scalar][])]),
    ],
    'can-giuoc-2025.xlsx': [canGiuocSheet(data('can_giuoc_2025_commune.csv'))],
  };
  mkdirSync(join(root, 'samples'), { recursive: true });
  const files = Object.entries(books).map(([name, sheets]): [string, Uint8Array] => [name, newWorkbook(sheets)]);
  files.push(['moi-loi.xlsx', withMarks(newWorkbook(faultSheets()))]);
  for (const [name, bytes] of files) {
    writeFileSync(join(root, 'samples', name), bytes);
    process.stdout.write(`samples/${name}\n`);
  }
  return 0;
}
