/** A table that nobody read is said, with the header word that it lacks. */
import { describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { book, found, run, sheet, type Rows } from '#test/support/book';

const SET: Rows = [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
  ['1.1', 'Một cửa', 600, 'Chấm điểm'],
  ['1.2', 'Hồ sơ', 400, 'Chấm điểm'],
];
const matrix = (head: string): Rows => [
  ['BẢNG ĐIỂM'],
  ['TT', head, '1.1', '1.2'],
  [1, 'An Bình', 500, 300],
  [2, 'Bình Lợi', 450, 390],
  [3, 'Cẩm Tú', 400, 380],
];

describe('table.unread', () => {
  it.each(['Nơi chấm', 'Tên gọi', 'Đối tượng', 'Thôn bản', 'Where'])('a unit column headed %s', (head) => {
    const picture = book(sheet('Bộ chỉ số', SET), sheet('Điểm', matrix(head)));
    expect(found(picture)).toContain('table.unread Điểm!A2');
    const finding = run(picture).findings.find(({ id }) => id === 'table.unread')!;
    expect(finding.severity).toBe('error');
    expect(finding.message).toContain('Đơn vị');
    expect(finding.message).toContain(head);
  });

  it('the repair renames the header, and then the table is read', () => {
    const picture = book(sheet('Bộ chỉ số', SET), sheet('Điểm', matrix('Nơi chấm')));
    const { findings } = scoreWorkbook(picture, { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' });
    const [edit] = findings.find(({ id }) => id === 'table.unread')!.repair!;
    expect(edit).toMatchObject({ sheet: 'Điểm', cell: 'B2', value: 'Đơn vị' });
    expect(found(book(sheet('Bộ chỉ số', SET), sheet('Điểm', matrix(String(edit!.value)))))).toEqual([]);
  });

  it('a form whose maxima have a name of their own', () => {
    const form: Rows = [
      ['Mã', 'Chỉ số', 'Khung', 'Điểm thẩm định'],
      ['1.1', 'Một cửa', 600, 500],
      ['1.2', 'Hồ sơ', 300, 200],
      ['1.3', 'Chữ ký', 100, 50],
    ];
    expect(found(book(sheet('Xã An Bình', form)))).toEqual(['framework.none null!null', 'table.unread Xã An Bình!A1']);
  });

  it('is silent where nothing is missing, and about notes', () => {
    const good = sheet('Bảng điểm', matrix('Đơn vị'));
    expect(found(book(sheet('Bộ chỉ số', SET), good, sheet('Cũ', matrix('Nơi chấm'))))).toEqual([]);
    const notes = sheet('Ghi chép', [
      ['Việc', 'Ngày'],
      ['họp', 'mai'],
      ['gọi', 'thứ hai'],
      ['gửi', 'thứ ba'],
    ]);
    expect(found(book(sheet('Bộ chỉ số', SET), notes)).filter((one) => one.startsWith('table.unread'))).toEqual([]);
  });
});
