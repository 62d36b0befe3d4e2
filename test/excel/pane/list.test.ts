// @vitest-environment jsdom
/** The list of findings while the workbook changes under it: what is open stays what it is, and nothing goes out of sight. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import { book, sheet } from '#test/support/book';
import { ratioSet } from '#test/support/ten-texts';
import { closePane, openPane, type OpenPane } from './open.ts';

afterEach(closePane);

/** Units with a figure each: "xx" is an error of its own, "5" one of a group, 5 none. */
const many = (count: number, figureOf: (unit: number) => Cell) =>
  book(
    ratioSet(),
    sheet('Số liệu', [
      ['Đơn vị', 'Mã chỉ số', 'a', 'b'],
      ...Array.from({ length: count }, (_, at) => [`Phòng ${at + 1}`, '1.1', figureOf(at + 1), 20]),
    ]),
  );

async function checked(picture: ReturnType<typeof many>): Promise<OpenPane> {
  const pane = await openPane(picture);
  await pane.press('Kiểm tra sổ tính');
  await pane.says(/^Đã kiểm tra/);
  await waitFor(() => expect(pane.rows().length).toBeGreaterThan(0));
  return pane;
}

async function again(pane: OpenPane): Promise<void> {
  await pane.user.click((await screen.findAllByRole('button', { name: 'Kiểm tra lại' }))[0]!);
  await pane.says(/^Đã kiểm tra/);
}

const open = (): string | undefined => document.querySelector('[aria-current="true"]')?.textContent ?? undefined;

it('after another check the finding that is open is the same one, in its new place', async () => {
  const pane = await checked(many(8, (unit) => `xx${unit}`));
  await pane.user.click(pane.rows()[4]!);
  await waitFor(() => expect(pane.selected()).toBe('Số liệu!C6'));
  await pane.says('5/8');
  pane.type('Số liệu', 'C2', 5);
  await again(pane);
  await pane.says('4/7');
  expect(open()).toContain('Số liệu!C6');
});

it('after another check without it none is open in its place', async () => {
  const pane = await checked(many(8, (unit) => `xx${unit}`));
  await pane.user.click(pane.rows()[4]!);
  await pane.says('5/8');
  pane.type('Số liệu', 'C6', 5);
  await again(pane);
  await pane.says('0/7');
  expect(open()).toBeUndefined();
  expect(screen.queryByText(/^Đã chọn ô/)).toBeNull();
});

it('a list that has become shorter shows its last page', async () => {
  const pane = await checked(many(60, (unit) => `xx${unit}`));
  await pane.press('Trang sau');
  await pane.says('51–60 trong 60');
  for (let row = 2; row < 22; row += 1) pane.type('Số liệu', `C${row}`, 5);
  await again(pane);
  await pane.says('0/40');
  await waitFor(() => expect(pane.rows()).toHaveLength(40));
});

it('a search that is still being typed takes no other filter back', async () => {
  const pane = await checked(many(8, (unit) => (unit < 5 ? `xx${unit}` : String(unit))));
  const chip = (): HTMLElement => screen.getByRole('button', { name: /^Lỗi \d/ });
  await pane.user.type(screen.getByLabelText('Tìm'), 'phong');
  fireEvent.click(chip());
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(chip().getAttribute('aria-pressed')).toBe('true');
  await waitFor(() => expect(pane.rows()).toHaveLength(4));
  // Taken back while something is half typed: nothing of it comes again.
  await pane.user.type(screen.getByLabelText('Tìm'), 'zzz');
  fireEvent.click(screen.getByRole('button', { name: 'Bỏ lọc' }));
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(chip().getAttribute('aria-pressed')).toBe('false');
  expect(screen.getByLabelText<HTMLInputElement>('Tìm').value).toBe('');
  expect(screen.queryByRole('button', { name: 'Bỏ lọc' })).toBeNull();
});

it('once all equal findings are mended the others are in sight again', async () => {
  const pane = await checked(many(8, (unit) => String(unit)));
  await pane.user.click(pane.rows()[0]!);
  await pane.press('Xem từng vấn đề (8)');
  await waitFor(() => expect(pane.rows()).toHaveLength(8));
  for (let row = 2; row < 10; row += 1) pane.type('Số liệu', `C${row}`, row < 4 ? 'xx' : 5);
  await again(pane);
  await pane.says('0/2');
  expect(screen.queryByText(/^Chỉ xem/)).toBeNull();
});

it('two findings opened at once: the cell of the last one is selected, and said', async () => {
  const pane = await checked(many(8, (unit) => `xx${unit}`));
  fireEvent.click(pane.rows()[0]!);
  fireEvent.click(pane.rows()[6]!);
  expect((await screen.findAllByText('Đã chọn ô Số liệu!C8')).length).toBeGreaterThan(0);
  expect(open()).toContain('Số liệu!C8');
  expect(pane.selected()).toBe('Số liệu!C8');
});
