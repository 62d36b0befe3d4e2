import { describe, expect, it } from 'vitest';
import { check } from '#core/check/index';
import { CHECK_IDS } from '#core/messages/check-ids';
import { hasWords, say } from '#core/messages/index';
import { read } from '#core/read/index';
import { score } from '#core/score/index';
import { toA1 } from '#core/workbook/address';
import type { Cell } from '#core/workbook/cell';
import type { Picture, SheetPicture } from '#core/workbook/picture';

function sheet(name: string, grid: Cell[][]): SheetPicture {
  const rows = grid.map((cells, index) => ({ index, cells })).filter((row) => row.cells.some((cell) => cell !== null));
  return { name, visibility: 'visible', rows, merges: [], hiddenRowsKnown: true };
}

/** A clean workbook: set, units and a long table with figures, points, reasons and evidence. */
function clean(): { set: Cell[][]; units: Cell[][]; data: Cell[][]; settings: Cell[][]; waivers?: Cell[][] } {
  const units = ['Sở Y tế', 'Sở Tài chính', 'Sở Nội vụ', 'Sở Xây dựng', 'Sở Công Thương'];
  const data: Cell[][] = [
    [
      'Đơn vị',
      'Mã chỉ số',
      'a',
      'b',
      'Lựa chọn',
      'Điểm tự chấm',
      'Điểm thẩm định',
      'Lý do thẩm định',
      'Tài liệu kiểm chứng',
    ],
  ];
  units.forEach((unit, index) => {
    data.push([
      unit,
      '1.1',
      20 + index,
      40,
      null,
      (60 * (20 + index)) / 40,
      (60 * (20 + index)) / 40,
      null,
      'Báo cáo 12/BC',
    ]);
    data.push([unit, '1.2', index + 1, null, null, index + 1, index + 1, null, null]);
    data.push([unit, '2.1', null, null, 'Có', 30, 30, null, 'QĐ 5']);
  });
  return {
    set: [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'Khi không phát sinh', 'Minh chứng'],
      ['1', 'Hồ sơ', 70, null, null, null],
      ['1.1', 'Trực tuyến', 60, 'a/b', null, 'Bắt buộc'],
      ['1.2', 'Văn bản', 10, 'a x 1', null, 'Không'],
      ['2', 'Kế hoạch', 30, null, null, null],
      ['2.1', 'Ban hành', 30, 'Có/Không', null, 'Không'],
      [null, 'Tổng', 100, null, null, null],
    ],
    units: [['Tên đơn vị', 'Nhóm', 'Xếp hạng'], ...units.map((unit): Cell[] => [unit, 'Sở', 'Có'])],
    data,
    settings: [
      ['Thiết lập', null],
      ['Tên bộ chỉ số', 'Thử nghiệm'],
      ['Tổng điểm', 100],
    ],
  };
}

type Book = ReturnType<typeof clean>;

function run(change: (book: Book, picture: Picture) => void) {
  const book = clean();
  const before: Picture = { sheets: [] };
  change(book, before);
  const picture: Picture = {
    sheets: [
      sheet('Bộ chỉ số', book.set),
      sheet('Đơn vị', book.units),
      sheet('Số liệu', book.data),
      sheet('Thiết lập', book.settings),
      ...(book.waivers === undefined ? [] : [sheet('Kiểm tra', book.waivers)]),
    ],
  };
  change(book, picture);
  const assessment = read(picture, { language: 'vi' });
  const result = check(assessment, score(assessment));
  for (const finding of result.findings)
    for (const part of ['what', 'why', 'todo'] as const)
      for (const language of ['vi', 'en'] as const)
        expect(say({ ...finding.message, id: `${finding.message.id}.${part}` }, language)).not.toMatch(
          /\{\w+\}|undefined/,
        );
  return result;
}

/** "severity id Sheet!cell" of all findings. */
function found(change: (book: Book) => void): string[] {
  const names = ['Bộ chỉ số', 'Đơn vị', 'Số liệu', 'Thiết lập', 'Kiểm tra'];
  return run((book, picture) => {
    if (picture.sheets.length === 0) change(book);
  }).findings.map(
    ({ severity, id, at }) => `${severity} ${id}${at === null ? '' : ` ${names[at.sheet]}!${toA1(at.row, at.column)}`}`,
  );
}

describe('checks', () => {
  it('report nothing in a clean workbook', () => {
    expect(found(() => {})).toEqual([]);
  });

  it.each<[string, (book: Book) => void, string[]]>([
    ['total', (b) => void ((b.set[6]![2] = 100), (b.settings[2]![1] = 101)), ['warning framework.total Bộ chỉ số!C7']],
    ['group total', (b) => void (b.set[1]![2] = 71), ['warning framework.group-total Bộ chỉ số!C2']],
    ['rule', (b) => void (b.set[2]![3] = 'a//b'), ['error framework.rule-unreadable Bộ chỉ số!D3']],
    ['unit missing', (b) => void b.data.splice(1, 3), ['error unit.missing Đơn vị!A2']],
    ['unit unknown', (b) => void b.units.splice(5, 1), ['error unit.unknown Số liệu!A14']],
    ['row missing', (b) => void b.data.splice(3, 1), ['warning row.indicator-missing Số liệu!B1']],
    [
      'row unknown',
      (b) => void b.data.splice(4, 0, ['Sở Y tế', '9.9', 1]),
      ['warning row.indicator-unknown Số liệu!B5'],
    ],
    ['part exceeds whole', (b) => void (b.data[1]![2] = 50), ['warning value.part-exceeds-whole Số liệu!C2']],
    [
      'error cell',
      (b) => void (b.data[1]![2] = { value: '#REF!', kind: 'error', formula: true }),
      ['warning value.error-cell Số liệu!C2'],
    ],
    [
      'deciding error cell',
      (b) => void (b.data[1]![6] = { value: '#REF!', kind: 'error', formula: true }),
      ['error points.error-cell Số liệu!G2'],
    ],
    [
      'date',
      (b) => void (b.data[1]![2] = { value: 45000, kind: 'date', format: 'dd/mm/yyyy' }),
      ['warning value.date Số liệu!C2'],
    ],
    ['words', (b) => void (b.data[1]![2] = 'chưa có'), ['warning value.not-a-number Số liệu!C2']],
    ['negative', (b) => void (b.data[1]![2] = -1), ['warning value.negative Số liệu!C2']],
    ['choice', (b) => void (b.data[3]![4] = 'Có lẽ'), ['warning value.choice-unknown Số liệu!E4']],
    ['text number', (b) => void (b.data[1]![2] = '20'), ['note value.text-number Số liệu!C2']],
    ['points text', (b) => void (b.data[1]![6] = '30'), ['note points.text-number Số liệu!G2']],
    [
      'above maximum',
      (b) => void (b.data[3]![6] = 31),
      ['error points.above-maximum Số liệu!G4', 'warning points.verified-without-reason Số liệu!H4'],
    ],
    [
      'self differs',
      (b) => void ((b.data[1]![5] = 31), (b.data[1]![7] = 'đối chiếu')),
      ['warning points.self-differs Số liệu!F2'],
    ],
    ['no reason', (b) => void (b.data[1]![6] = 29), ['warning points.verified-without-reason Số liệu!H2']],
    ['no evidence', (b) => void (b.data[1]![8] = null), ['warning evidence.missing Số liệu!I2']],
    ['placeholder', (b) => void (b.data[1]![8] = '……'), ['warning evidence.placeholder Số liệu!I2']],
    ['invisible', (b) => void (b.data[1]![0] = 'Sở Y\u00a0tế'), ['note text.invisible Số liệu!A2']],
    [
      'error elsewhere',
      (b) => void (b.data[1]![7] = { value: '#N/A', kind: 'error', formula: true }),
      ['warning formula.error Số liệu!H2'],
    ],
    [
      'missing',
      (b) => void b.data[4]!.splice(2, 6, null, 40, null, null, null, null),
      ['warning value.missing Số liệu!C5'],
    ],
    [
      'fraction',
      (b) => void ((b.data[2]![2] = 1.5), (b.data[2]![5] = 1.5), (b.data[2]![6] = 1.5)),
      ['warning value.fraction Số liệu!C3'],
    ],
    [
      'copied',
      (b) =>
        b.data.forEach((row) => {
          if (row[1] === '1.2') row[3] = 40;
          if (row[1] === '1.1') {
            row[2] = Number(row[2]) - 19;
            row[5] = row[6] = (60 * Number(row[2])) / 40;
          }
        }),
      ['note value.copied Số liệu!C3'],
    ],
  ])('%s: exactly its finding', (_name, change, expected) => {
    expect(found(change)).toEqual(expected);
  });

  it('asks once per indicator what does not arise counts, and repairs in the set', () => {
    const { findings } = run((book, picture) => {
      if (picture.sheets.length > 0) return;
      for (const row of [4, 7]) book.data[row]!.splice(2, 5, 0, 0, null, null, null);
    });
    expect(findings.map(({ id, severity, at }) => [id, severity, toA1(at!.row, at!.column)])).toEqual([
      ['value.not-arising', 'error', 'D5'],
    ]);
    expect(findings[0]!.message.args['units']).toBe('Sở Tài chính; Sở Nội vụ');
    expect(findings[0]!.repair).toEqual([{ sheet: 'Bộ chỉ số', cell: 'E3', before: null, value: 'loại' }]);
  });

  it('marks hidden rows and merged cells', () => {
    const { findings } = run((_book, picture) => {
      const data = picture.sheets[2];
      if (data === undefined) return;
      data.rows[2]!.hidden = true;
      data.merges.push({ top: 4, bottom: 5, left: 7, right: 7 });
    });
    expect(findings.map(({ id, at }) => `${id} ${toA1(at!.row, at!.column)}`)).toEqual([
      'row.hidden A3',
      'cell.merged H5',
    ]);
  });

  it('keeps a waiver as long as the value stands', () => {
    const waivers: Cell[][] = [
      ['Nghìn Điểm · thử'],
      ['Mã kiểm tra', 'Đơn vị', 'Chỉ số', 'Cột', 'Giá trị', 'Lý do miễn trừ', 'Người quyết định'],
      ['points.error-cell', 'Sở Y tế', '1.1', 'verified', '#REF!', 'chờ bổ sung', 'Nguyễn Văn A'],
    ];
    const waive = (code: string) =>
      run((book) => {
        book.waivers = waivers;
        book.data[1]![6] = { value: code, kind: 'error', formula: true };
      }).findings.map(({ id, severity, waived }) => [id, severity, waived?.by ?? null]);
    expect(waive('#REF!')).toEqual([['points.error-cell', 'error', 'Nguyễn Văn A']]);
    expect(waive('#N/A')).toEqual([['points.error-cell', 'error', null]]);
  });

  it('has words for every id', () => {
    for (const id of CHECK_IDS)
      for (const part of ['what', 'why', 'todo'] as const) expect(hasWords(`${id}.${part}`), id).toBe(true);
  });
});
