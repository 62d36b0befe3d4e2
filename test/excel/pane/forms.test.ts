// @vitest-environment jsdom
/** Phiếu: forms for all or some units, handed to the person; what can't be made is said. */
import { screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { makeForms } from '#core/commands/form';
import { say } from '#files/words';
import { newBook, readWorkbook, unzipFiles } from '#xlsx/index';
import { closePane, openPane, sample, type OpenPane } from './open.ts';

afterEach(closePane);

interface Saved {
  name: string;
  bytes: Uint8Array;
}

async function atForms(picture = sample('so-nganh-21x40')): Promise<OpenPane & { saved: Saved[] }> {
  const saved: Saved[] = [];
  const pane = await openPane(picture, { save: (bytes, name) => void saved.push({ bytes, name }) });
  await pane.tab('Phiếu');
  return { ...pane, saved };
}

const headless = (units: string[] | null, period: string | null = null) =>
  makeForms(sample('so-nganh-21x40'), { language: 'vi', units, period, say: (message) => say(message, 'vi') });

it('reads nothing before it is asked to, and writes nothing into the workbook', async () => {
  const pane = await atForms();
  const before = pane.values();
  expect(screen.queryByRole('button', { name: /^Tạo/ })).toBeNull();
  await pane.press('Xem sẽ làm phiếu cho ai');
  await pane.press('Tạo 21 phiếu');
  await pane.says(/^Đã tạo 21 phiếu: Phiếu .*\.zip/);
  expect(pane.values()).toEqual(before);
});

it('makes the forms that the command makes, byte for byte, in one archive', async () => {
  const pane = await atForms();
  await pane.press('Xem sẽ làm phiếu cho ai');
  await pane.press('Tạo 21 phiếu');
  await pane.says(/^Đã tạo 21 phiếu/);
  expect(pane.saved).toHaveLength(1);
  const packed = unzipFiles(pane.saved[0]!.bytes);
  const { forms, files } = headless(null);
  expect(packed.map(({ name }) => name)).toEqual(files);
  [...forms].forEach(({ book }, at) => expect(packed[at]!.bytes()).toEqual(newBook(book)));
});

it('takes those that are chosen, and the period that is typed; one form comes as its own workbook', async () => {
  const pane = await atForms();
  await pane.press('Xem sẽ làm phiếu cho ai');
  const [first, second] = headless(null).units;
  await pane.user.click(await pane.says('Tất cả 21 đơn vị'));
  await pane.press('Bỏ chọn hết');
  await pane.says('Đề nghị chọn ít nhất một đơn vị.');
  expect(pane.saved).toEqual([]);
  // Found without regard to case; what is chosen stays when the search ends.
  await pane.user.type(screen.getByLabelText('Tìm đơn vị'), second!.name.toUpperCase());
  await pane.user.click(screen.getByRole('checkbox', { name: second!.name }));
  await pane.user.clear(screen.getByLabelText('Tìm đơn vị'));
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: first!.name }).checked).toBe(false);
  const period = await screen.findByLabelText('Kỳ báo cáo ghi trên phiếu');
  await pane.user.clear(period);
  await pane.user.type(period, 'Quý III/2026');
  await pane.press('Tạo 1 phiếu');
  await pane.says(/^Đã tạo 1 phiếu/);
  const made = headless([second!.name], 'Quý III/2026');
  const [form] = [...made.forms];
  expect(pane.saved).toEqual([{ name: form!.file, bytes: newBook(form!.book) }]);
  const { sheets } = readWorkbook(pane.saved[0]!.bytes).picture;
  const text = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(String)));
  expect(text).toContain(second!.name);
  expect(text.join(' ')).toContain('Quý III/2026');
});

it('says what is wrong with a period, and makes nothing', async () => {
  const pane = await atForms();
  await pane.press('Xem sẽ làm phiếu cho ai');
  const period = await screen.findByLabelText('Kỳ báo cáo ghi trên phiếu');
  await pane.user.clear(period);
  await pane.user.type(period, 'hôm qua');
  await pane.press('Tạo 21 phiếu');
  await pane.says('Không hiểu kỳ “hôm qua”: viết như 2026-Q3, Quý III/2026, Năm 2026.');
  expect(pane.saved).toEqual([]);
});

it('says why a workbook without an index set gives no forms', async () => {
  const pane = await atForms({ sheets: [] });
  await pane.press('Xem sẽ làm phiếu cho ai');
  await pane.says('Sổ tính không có bộ chỉ số nào dùng được để làm phiếu.');
});

it('has the message for the mail with the period, to be copied', async () => {
  const pane = await atForms();
  await pane.press('Xem sẽ làm phiếu cho ai');
  await screen.findByRole('button', { name: 'Tạo 21 phiếu' });
  await pane.user.click(screen.getByText('Lời nhắn gửi kèm phiếu'));
  const copied = vi.spyOn(navigator.clipboard, 'writeText');
  const mail = screen.getByRole('textbox', { name: 'Lời nhắn gửi kèm phiếu' });
  const period = screen.getByLabelText<HTMLInputElement>('Kỳ báo cáo ghi trên phiếu').value;
  expect(period).not.toBe('');
  expect((mail as HTMLTextAreaElement).value).toContain(`(${period})`);
  await pane.press('Sao chép');
  await pane.says('Đã sao chép.');
  expect(copied).toHaveBeenCalledWith((mail as HTMLTextAreaElement).value);
  copied.mockRejectedValue(new Error('refused'));
  await pane.press('Sao chép');
  await pane.says(/bấm Ctrl\+C/);
  expect(document.activeElement).toBe(mail);
  expect(within(mail.parentElement!).getByRole('status').textContent).toContain('Ctrl+C');
});
