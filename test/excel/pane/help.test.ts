// @vitest-environment jsdom
/** Hướng dẫn: looked up in place of the part on the screen, which waits as it was. */
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { CHECK_IDS } from '#core/messages/check-ids';
import { helpView } from '#core/view/help';
import { closePane, openPane, sample, type OpenPane } from './open.ts';

afterEach(closePane);

async function atHelp(): Promise<OpenPane> {
  const pane = await openPane(sample('so-nganh-21x40'));
  await pane.press('Hướng dẫn');
  await screen.findByLabelText('Tìm trong hướng dẫn');
  return pane;
}

/** What can be read: what is folded away is not. */
const folds = (): string[] =>
  within(screen.getByRole('region', { name: 'Hướng dẫn' }))
    .getAllByRole('group')
    .map(
      (one) => `${one.querySelector('summary')!.textContent} ${(one as HTMLDetailsElement).open ? 'open' : 'closed'}`,
    );

it('has every header word, setting with its values, form of a rule and check, in four folds', async () => {
  await atHelp();
  const { headers, settings, rules } = helpView();
  expect(folds()).toEqual([
    `Tiêu đề cột (${headers.length}) closed`,
    `Trang Thiết lập (${settings.length}) closed`,
    `Cột Cách tính (${rules.length}) closed`,
    `Các nội dung kiểm tra (${CHECK_IDS.length}) closed`,
  ]);
  const text = screen.getByRole('region', { name: 'Hướng dẫn' }).textContent!;
  for (const { words, english } of headers) for (const word of [...words, ...english]) expect(text).toContain(word);
  for (const { key, values, usual, example } of settings)
    for (const word of [key, usual, example, ...values]) expect(text).toContain(word);
  for (const { examples } of rules) for (const example of examples) expect(text).toContain(example);
  expect(text).toContain('KT-12 Tử số lớn hơn mẫu số');
  expect(text).toContain('Sau hai đơn vị cùng hạng 2 là hạng 4 (1224)');
});

it('is searched without regard to case and diacritics; what is found stands open', async () => {
  const pane = await atHelp();
  const field = screen.getByLabelText('Tìm trong hướng dẫn');
  await pane.user.type(field, 'TU SO lon');
  await pane.says('Tìm thấy 1 mục.');
  expect(folds()).toEqual(['Các nội dung kiểm tra (1) open']);
  await pane.user.clear(field);
  await pane.user.type(field, 'full marks');
  expect(folds()).toEqual(['Tiêu đề cột (1) open']);
  await pane.user.clear(field);
  await pane.user.type(field, 'quả chuối');
  await pane.says('Không có mục nào khớp.');
});

it('opens with the keyboard on the way back; button and Escape lead back, where the keyboard was', async () => {
  const pane = await atHelp();
  const opener = (): HTMLElement => screen.getByRole('button', { name: 'Hướng dẫn' });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Trở lại' })));
  expect(opener().getAttribute('aria-expanded')).toBe('true');
  await pane.user.keyboard('{Enter}');
  expect(screen.queryByRole('region', { name: 'Hướng dẫn' })).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(opener()));
  await pane.user.keyboard('{Enter}');
  await pane.user.click(await screen.findByLabelText('Tìm trong hướng dẫn'));
  await pane.user.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: 'Hướng dẫn' })).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(opener()));
});

it('what was being typed is still there after it; another part closes it', async () => {
  const pane = await openPane(sample('so-nganh-21x40'));
  await pane.press('Kiểm tra sổ tính');
  await pane.tab('Thiết lập');
  await pane.user.type(await screen.findByLabelText('Tiêu chí phụ'), '1; 4.2');
  await pane.press('Hướng dẫn');
  await screen.findByLabelText('Tìm trong hướng dẫn');
  await pane.press('Trở lại');
  expect(screen.getByLabelText<HTMLInputElement>('Tiêu chí phụ').value).toBe('1; 4.2');
  await pane.press('Hướng dẫn');
  await pane.tab('Chấm điểm');
  expect(screen.queryByRole('region', { name: 'Hướng dẫn' })).toBeNull();
});

it('speaks English as well', async () => {
  const pane = await atHelp();
  await pane.press('English – chuyển sang tiếng Anh');
  await pane.user.type(await screen.findByLabelText('Search the help'), 'ties');
  expect(screen.getByText('Đồng hạng – Ties')).toBeTruthy();
});
