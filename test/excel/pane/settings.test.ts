// @vitest-environment jsdom
/** Thiết lập: read from and written to the sheet, one cell at a time. */
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { SETTINGS } from '#core/read/settings/keys';
import type { Picture } from '#core/workbook/picture';
import { book, sheet } from '#test/support/book';
import { closePane, openPane, sample, type OpenPane } from './open.ts';

afterEach(closePane);

async function atSettings(picture: Picture): Promise<OpenPane> {
  const pane = await openPane(picture);
  await pane.tab('Thiết lập');
  await pane.press('Kiểm tra sổ tính');
  await screen.findByLabelText('Đồng hạng');
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  return pane;
}

/** What stands below a field, for the eye and for screen readers alike. */
const described = (field: HTMLElement): string =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

/** The sections: their titles, and whether they are open. */
const sections = (): [string, boolean][] =>
  [...document.querySelectorAll<HTMLDetailsElement>('details')].map((one) => [
    one.querySelector('summary')!.textContent,
    one.open,
  ]);

const bare = book(
  sheet('Bảng điểm', [
    ['TT', 'Đơn vị', '1.1'],
    [null, 'Điểm tối đa', 1000],
    [1, 'Sở A', 500],
    [2, 'Sở B', 500],
  ]),
);

it('all twenty keys are there with what the sheet says, what holds otherwise, and how a free text is written', async () => {
  await atSettings(sample('so-nganh-21x40'));
  for (const { key } of SETTINGS) expect(screen.getByLabelText(key), key).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Kỳ báo cáo').value).toBe('Năm 2025');
  const ties = screen.getByLabelText<HTMLSelectElement>('Đồng hạng');
  expect(ties.selectedOptions[0]!.text).toBe('Mặc định');
  expect(described(ties)).toBe('Mặc định: Sau hai đơn vị cùng hạng 2 là hạng 4 (1224)');
  expect(screen.getByText(/Tốt >= 90%; Khá >= 70%/)).toBeTruthy();
  expect(screen.getByText('Đọc từ và ghi vào trang “Thiết lập”.')).toBeTruthy();
});

it('nothing is written until it is saved; then one cell changes, the result is new, and it can be taken back', async () => {
  const pane = await atSettings(sample('so-nganh-21x40'));
  const before = pane.values();
  const period = screen.getByLabelText<HTMLInputElement>('Kỳ báo cáo');
  await pane.user.clear(period);
  await pane.user.type(period, 'Năm 2026');
  expect(pane.values()).toEqual(before);
  await pane.user.keyboard('{Enter}');
  await pane.says('Đã lưu: Kỳ báo cáo.');
  const after = pane.values();
  const changed = Object.keys(after['Thiết lập']!).filter((at) => after['Thiết lập']![at] !== before['Thiết lập']![at]);
  expect(changed.map((at) => after['Thiết lập']![at])).toEqual(['Năm 2026']);
  expect(document.activeElement).toBe(screen.getByLabelText('Kỳ báo cáo'));
  await pane.press('Hoàn tác lần sửa');
  await pane.says('Đã trả lại như trước.');
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Kỳ báo cáo').value).toBe('Năm 2025'));
  expect(pane.values()).toEqual(before);
});

it('what is typed into another setting stays while one is saved', async () => {
  const pane = await atSettings(sample('so-nganh-21x40'));
  const typed = (label: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(label);
  await pane.user.type(typed('Căn cứ'), 'Quyết định số 1');
  await pane.user.clear(typed('Kỳ báo cáo'));
  await pane.user.type(typed('Kỳ báo cáo'), 'Năm 2026');
  await pane.press('Lưu Kỳ báo cáo');
  await pane.says(/Đã lưu: Kỳ báo cáo/);
  expect(typed('Căn cứ').value).toBe('Quyết định số 1');
  await pane.press('Lưu Căn cứ');
  await pane.says(/Đã lưu: Căn cứ/);
  expect(Object.values(pane.values()['Thiết lập']!)).toContain('Quyết định số 1');
});

it('moving through a choice with the arrow keys writes nothing by itself', async () => {
  const pane = await atSettings(bare);
  const before = pane.values();
  await pane.user.selectOptions(screen.getByLabelText('Đồng hạng'), '1223');
  await pane.user.selectOptions(screen.getByLabelText('Đồng hạng'), '1234');
  expect(pane.values()).toEqual(before);
  expect(screen.getByRole('button', { name: 'Lưu Đồng hạng' })).toBeTruthy();
});

it('a workbook without such a sheet gets one with the first key that is saved, and the ranking follows it', async () => {
  const pane = await atSettings(bare);
  expect(screen.getByText(/Sổ tính chưa có trang Thiết lập/)).toBeTruthy();
  await pane.user.selectOptions(screen.getByLabelText('Đồng hạng'), '1234');
  await pane.press('Lưu Đồng hạng');
  await pane.says('Đã lưu: Đồng hạng.');
  const values = Object.values(pane.values()['Thiết lập']!);
  expect(values).toContain('Đồng hạng');
  expect(values.map(String)).toContain('1234');
  await pane.tab('Xếp hạng');
  await waitFor(() =>
    expect(pane.rows().map((row) => /Hạng \d/.exec(row.textContent!)![0])).toEqual(['Hạng 1', 'Hạng 2']),
  );
});

it('a value that the key can’t take is refused with the reason and not written', async () => {
  const pane = await atSettings(bare);
  await pane.user.type(screen.getByLabelText('Tổng điểm'), 'nhiều lắm');
  await pane.press('Lưu Tổng điểm');
  await pane.says('“nhiều lắm” không hợp với mục này, nên chưa ghi.');
  expect(Object.keys(pane.values())).toEqual(['Bảng điểm']);
});

it('a value on the sheet that can’t be used is shown as such, one click from its cell', async () => {
  const pane = await atSettings(
    book(
      ...bare.sheets,
      sheet('Thiết lập', [
        ['Thiết lập', 'Giá trị'],
        ['Đồng hạng', 'tùy ý'],
        ['Kỳ báo cáo', '2026'],
      ]),
    ),
  );
  expect(screen.getByText('Giá trị này không dùng được, nên mặc định được áp dụng.')).toBeTruthy();
  await pane.press('Đến ô Thiết lập!B2');
  await waitFor(() => expect(pane.selected()).toBe('Thiết lập!B2'));
  const ties = screen.getByLabelText<HTMLSelectElement>('Đồng hạng');
  expect(ties.selectedOptions[0]!.text).toBe('tùy ý');
  // Another one that is not saved yet is not called wrong.
  await pane.user.selectOptions(ties, '1223');
  expect(screen.queryByText(/^Giá trị này không dùng được/)).toBeNull();
});

it('settings stand in four sections that say how many are set; those with something in them are open', async () => {
  await atSettings(
    book(
      ...bare.sheets,
      sheet('Thiết lập', [
        ['Thiết lập', 'Giá trị'],
        ['Đồng hạng', 'tùy ý'],
        ['Xếp hạng theo', 'tỷ lệ'],
        ['Người ký', 'Nguyễn Văn A'],
      ]),
    ),
  );
  expect(sections()).toEqual([
    ['Bộ chỉ số', true],
    ['Cách tính điểm', false],
    ['Xếp hạng · 1 mục đã đặt · 1 mục không dùng được', true],
    ['Bản in · 1 mục đã đặt', true],
  ]);
  const inside = (title: RegExp, label: string): boolean =>
    screen.getByText(title).closest('details')!.contains(screen.getByLabelText(label));
  expect(inside(/^Xếp hạng · /, 'Tiêu chí phụ')).toBe(true);
  expect(inside(/^Cách tính điểm$/, 'Khi không phát sinh')).toBe(true);
});

it('a section whose last value is taken back stays open under the person’s hands', async () => {
  const pane = await atSettings(
    book(
      ...bare.sheets,
      sheet('Thiết lập', [
        ['Thiết lập', 'Giá trị'],
        ['Người ký', 'Nguyễn Văn A'],
        ['Địa danh', ''],
      ]),
    ),
  );
  expect(sections()[3]).toEqual(['Bản in · 1 mục đã đặt', true]);
  await pane.user.clear(screen.getByLabelText('Người ký'));
  await pane.press('Lưu Người ký');
  await pane.says('Đã lưu: Người ký.');
  await waitFor(() => expect(sections()[3]).toEqual(['Bản in', true]));
});

it('a choice that a closed list cuts off stands whole below it', async () => {
  const pane = await atSettings(bare);
  const ties = screen.getByLabelText<HTMLSelectElement>('Đồng hạng');
  await pane.user.selectOptions(ties, '1234');
  const words = 'Không để đồng hạng, bằng điểm thì xếp theo tên (1234)';
  expect(ties.selectedOptions[0]!.text).toBe(words);
  expect(described(ties)).toBe(words);
  const decimals = screen.getByLabelText<HTMLSelectElement>('Số chữ số thập phân');
  await pane.user.selectOptions(decimals, '3');
  expect(decimals.selectedOptions[0]!.text).toBe('3 chữ số: 12,346');
  expect(described(decimals)).toBe('');
});
