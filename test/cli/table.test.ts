/** The table at the terminal: the same error at many cells is told once, with their number; the counts count each. */
import { expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { rankingTable } from '#local/cli/table';
import type { Language } from '#core/messages/message';
import { book, sheet } from '#test/support/book';

/** A form of each unit with a column of points that says neither self-assessed nor verified, under the header of its unit. */
function table(headers: Record<string, string>, language: Language): string {
  const forms = Object.entries(headers).map(([unit, header]) =>
    sheet(unit, [
      [`Tên đơn vị: ${unit}`],
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm tự chấm', header],
      ['1.1', 'Hồ sơ trực tuyến', 600, 500, 450],
      ['1.2', 'Văn bản điện tử', 400, 300, 250],
    ]),
  );
  const done = scoreWorkbook(book(...forms), { language, at: '2026-11-24T17:00:00+07:00', version: 'test' });
  return rankingTable(done, language);
}

const ALIKE = { 'Xã A': 'Điểm rà', 'Xã B': 'Điểm rà', 'Xã C': 'Điểm rà' };

it('tells three that say the same once', () => {
  const text = table(ALIKE, 'vi');
  expect(text).toContain('Vấn đề: 3 lỗi');
  expect(text.match(/Cột “Điểm rà” có điểm/g)).toHaveLength(1);
  expect(text).toMatch(/^'Xã A'!E2 \(và 2 ô khác\): Cột “Điểm rà” .* \[KT-52 Cột chưa được đọc\]$/m);
  expect(table(ALIKE, 'en')).toMatch(/^'Xã A'!E2 \(and 2 more cells\): /m);
});

it('keeps apart what differs', () => {
  const text = table({ ...ALIKE, 'Xã B': 'Điểm soát' }, 'vi');
  expect(text).toMatch(/^'Xã A'!E2 \(và 1 ô khác\): Cột “Điểm rà”/m);
  expect(text).toMatch(/^'Xã B'!E2: Cột “Điểm soát”/m);
});
