/** Formulas of a form stay within what Excel 2007 takes, however long and many the labels are. */
import { expect, it } from 'vitest';
import { makeForms } from '#core/commands/form';
import type { Book } from '#core/workbook/book';
import { say } from '#local/cli/words';
import { newBook } from '#xlsx/index';
import { book, sheet } from '#test/support/book';

const LONG = (length: number): string => 'Nhãn rất dài '.repeat(100).slice(0, length).trim();
const HEAD = ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'];

function formOf(rule: string): Book {
  const made = makeForms(
    book(
      sheet('Bộ chỉ số', [
        HEAD,
        ['1', 'Nhóm', 20],
        ['1.1', 'Chỉ số', 10, rule],
        ['1.2', 'Chỉ số khác', 10, 'Có/Không'],
      ]),
    ),
    { language: 'vi', set: null, period: null, units: null, say: (message) => say(message, 'vi') },
  );
  const [form] = made.forms;
  if (form === undefined) throw new Error('no form');
  return form.book;
}

function formulas({ sheets }: Book): string[] {
  return sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.formula ?? [])));
}

it.each([
  ['one long label', `Chọn: ${LONG(300)} = 100%; Khác = 0`],
  ['a long label with quotes', `Chọn: Nói "${'a"b"'.repeat(100)} = 100%; Khác = 0`],
  ['long parts', `Cộng: ${Array.from({ length: 20 }, (_, at) => `${LONG(400)} ${at} = 5%`).join('; ')}`],
  ['many labels', `Chọn: ${Array.from({ length: 100 }, (_, at) => `${LONG(80)} ${at} = ${at + 1}%`).join('; ')}`],
  ['many parts', `Cộng: ${Array.from({ length: 100 }, (_, at) => `${LONG(80)} ${at} = 1%`).join('; ')}`],
  ['a label longer than any formula', `Chọn: ${'x'.repeat(9000)} = 100%; Khác = 0`],
])('%s', (_name, rule) => {
  const form = formOf(rule);
  const all = formulas(form);
  expect(all.filter((text) => text.length > 8192).map((text) => text.slice(0, 100))).toEqual([]);
  const constants = all.flatMap((text) => [...text.matchAll(/"((?:[^"]|"")*)"/g)].map(([, inner = '']) => inner));
  expect(constants.filter((text) => text.length > 255)).toEqual([]);
  expect(newBook(form).length).toBeGreaterThan(0);
});

it.each([
  ['nobody can read', 'Mức không ai hiểu'],
  ['waits for the other units', 'a/cao nhất'],
  ['waits for them above its target', 'Chỉ tiêu 80%: a/b'],
])('says when its points come where the rule %s', (_name, rule) => {
  const [plan] = formOf(rule).sheets;
  const row = plan?.rows.find(({ cells }) => cells[0]?.value === '1.1');
  const check = row?.cells[row.cells.length - 1]?.formula ?? '';
  const helpers = formulas(formOf(rule)).join('\n');
  expect(`${check}\n${helpers}`).toContain('tính khi tổng hợp');
  // Beside what is missing, not only where nothing is.
  if (rule === 'a/cao nhất' || rule === 'Chỉ tiêu 80%: a/b') expect(helpers).toContain('"; tính khi tổng hợp"');
});
