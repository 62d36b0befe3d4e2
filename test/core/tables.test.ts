import { expect, test } from 'vitest';
import { straysIn } from '#core/read/unread/strays';
import { findTables, isSumRowName, readCode, shownText } from '#core/read/tables/tables';
import type { Cell } from '#core/workbook/cell';
import type { Area, Picture } from '#core/workbook/picture';

const pictureOf = (
  rows: Cell[][],
  merges: Area[] = [],
  name = 'S',
  visibility: 'visible' | 'hidden' = 'visible',
): Picture => ({
  sheets: [
    {
      name,
      visibility,
      merges,
      hiddenRowsKnown: true,
      rows: rows.map((cells, index) => ({ index, cells })).filter((row) => row.cells.length > 0),
    },
  ],
});
const find = (rows: Cell[][], merges: Area[] = []) => findTables(pictureOf(rows, merges));

test('codes are what the cell shows', () => {
  expect(readCode({ value: 4.1, format: '0.00' })).toEqual({ code: '4.10' });
  expect(readCode('4,10.')).toEqual({ code: '4.10' });
  expect(readCode('II')).toEqual({ group: 'II' });
  expect(shownText(0.1 + 0.2)).toBe('0.3');
  expect(isSumRowName('Tổng cộng:')).toBe(true);
});

test('the Cần Giuộc form', () => {
  const { tables, remarks } = find([
    ['BẢNG ĐIỂM'],
    [],
    ['Mã', 'Chỉ tiêu', 'Nhóm', 'Điểm tối đa', 'Tự đánh giá', 'Thẩm định', 'Chênh lệch', 'Trạng thái'],
    ['1.1', 'Tỷ lệ', 'Hạ tầng', 10, 7.04, 10, -2.96, 'Đang'],
    [],
    ['1.2', 'Tỷ lệ 2', 'Hạ tầng', 10, 7.5, 10, 0, ''],
    ['', 'Tổng', '', 20, 14, 20],
    [],
    ['Người lập'],
  ]);
  expect(tables).toHaveLength(1);
  expect(tables[0]).toMatchObject({
    kind: 'form',
    headerTop: 2,
    dataRows: [3, 5],
    sumRows: [6],
    columns: { code: 0, maximum: 3, self: 4, verified: 5 },
  });
  expect(remarks).toEqual([]);
});

test('merged two-row header, index row, group rows', () => {
  const { tables } = find(
    [
      ['TT', 'Chỉ số/Chỉ số thành phần', 'QUY CHUẨN ĐÁNH GIÁ', null, 'TỰ ĐÁNH GIÁ', null],
      [null, null, 'Điểm tối đa', 'Phương pháp xác định và cách cho điểm', 'Điểm số tự chấm', 'Giải trình kết quả'],
      ['A', 'B', 1, 2, 3, 4],
      ['I', 'Nhận thức số'],
      ['1.1', 'X', 10, 'Có', 5, 'kèm'],
      [null, 'tiếp'],
    ],
    [
      { top: 0, left: 2, bottom: 0, right: 3 },
      { top: 0, left: 4, bottom: 0, right: 5 },
      { top: 0, left: 0, bottom: 1, right: 0 },
    ],
  );
  expect(tables[0]).toMatchObject({
    kind: 'form',
    headerTop: 0,
    headerBottom: 1,
    firstRow: 3,
    groupRows: [3],
    dataRows: [4],
    continuationRows: [5],
  });
  expect(tables[0]!.columns).toMatchObject({ code: 0, name: 1, maximum: 2, description: 3, self: 4, evidence: 5 });
});

test('a set, a unit list beside it, settings and a long table', () => {
  const set = find([
    ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'a (nhãn)', null, 'Tên đơn vị', 'Nhóm'],
    ['1.1', 'X', 10, 'a/b', 'Số', null, 'Sở Y tế', 'Sở'],
  ]);
  expect(set.tables.map((table) => table.kind)).toEqual(['set', 'units']);
  expect(set.tables[0]!.columns.labelA).toBe(4);
  const long = find([
    ['Đơn vị', 'Mã chỉ số', 'a (Số hồ sơ)', 'Số liệu b', 'Lựa chọn'],
    ['Sở Y tế', '1.1', 1, 2],
    [],
    ['Sở Y tế', '1.2', 1, 2],
  ]);
  expect(long.tables[0]).toMatchObject({
    kind: 'long',
    dataRows: [1, 3],
    columns: { unit: 0, code: 1, a: 2, b: 3, choice: 4 },
  });
  expect(find([['Thiết lập'], ['Tổng điểm', 1000], ['Làm tròn:', 'tổng']]).tables[0]).toMatchObject({
    kind: 'settings',
    dataRows: [1, 2],
  });
});

test('the lower row of letters under one merged header is header, not index row', () => {
  const { tables } = find(
    [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Số liệu', null, null],
      [null, null, null, 'a', 'b', 'c'],
      ['1.1', 'X', 5, 1, 2, 3],
    ],
    [{ top: 0, left: 3, bottom: 0, right: 5 }],
  );
  expect(tables[0]).toMatchObject({ kind: 'form', headerBottom: 1, dataRows: [2], columns: { a: 3, b: 4, c: 5 } });
});

test('matrix: codes, maxima, end, strays', () => {
  const { tables, grids } = find([
    ['TT', 'Đơn vị', '1.1', { value: 1.2 }, 'Tổng điểm'],
    [null, 'Điểm tối đa', 10, 20, 30],
    ['I', 'Nhóm cơ quan'],
    [1, 'Sở A', 1, 2, 3],
    [2, 'Sở B', 1, 2, 3],
    [],
    [3, 'Sở C', 1, 2, 3],
    [null, 'Trung bình', 1, 2, 3],
    [],
    ['Ghi chú gì đó'],
    [null, 'Sở A', 4],
  ]);
  expect(tables[0]).toMatchObject({
    kind: 'matrix',
    codesOnly: true,
    maxRow: 1,
    groupRows: [2],
    dataRows: [3, 4, 6],
    sumRows: [7],
  });
  const strays = (isUnit: (text: string) => boolean) => straysIn(grids[0]!, tables, isUnit);
  expect(strays(() => false)).toMatchObject([{ kind: 'row.stray', at: { row: 10, column: 2 } }]);
  expect(strays((text) => text === 'Sở A')).toMatchObject([{ kind: 'row.stray', at: { row: 10, column: 1 } }]);
});

test('own sheets and hidden data', () => {
  expect(findTables(pictureOf([['Nghìn Điểm · x'], ['Mã', 'Điểm tối đa', 'Tự chấm']])).ownSheets).toEqual([0]);
  const hidden = findTables(
    pictureOf(
      [
        ['Mã', 'Điểm tối đa', 'Tự chấm'],
        ['1.1', 1, 1],
      ],
      [],
      'H',
      'hidden',
    ),
  );
  expect(hidden.tables).toEqual([]);
  expect(hidden.remarks).toMatchObject([{ kind: 'sheet.hidden', at: { row: 0 } }]);
});

test('206,000 rows in seconds, strays far away', () => {
  const rows: Cell[][] = [['Đơn vị', 'Mã chỉ số', 'a', 'b']];
  for (let at = 0; at < 206_000; at += 1) rows.push([`Xã ${at % 3321}`, `1.${at % 62}`, at, at + 1]);
  const picture = pictureOf(rows);
  picture.sheets[0]!.rows.push({ index: 1_048_575, cells: [...Array.from({ length: 16_383 }, () => null), 5] });
  // Time of the processor, so that a busy machine says nothing else than an idle one.
  const began = process.cpuUsage();
  const { tables, grids } = findTables(picture);
  expect(tables[0]!.dataRows).toHaveLength(206_000);
  expect(straysIn(grids[0]!, tables, () => false)).toHaveLength(1);
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(4000);
});
