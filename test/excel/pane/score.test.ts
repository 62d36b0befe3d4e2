// @vitest-environment jsdom
/** Chấm điểm: before, while and after; and whether what was written still holds. */
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { book, sheet } from '#test/support/book';
import { excelHost } from '../../../excel-addin/workbook/index.ts';
import { HostError, type WorkbookHost } from '../../../excel-addin/host.ts';
import { asShown, closePane, openPane, sample, type OpenOptions, type OpenPane } from './open.ts';

afterEach(closePane);

const OPTIONS = { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: '1.2.3' } as const;
const OURS = ['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra'];

const two = book(
  sheet('Đơn vị', [
    ['Tên đơn vị', 'Nhóm'],
    ['Sở Y tế', 'Sở'],
    ['Sở Nội vụ', 'Sở'],
    ['Xã A', 'Xã'],
  ]),
  sheet('Bộ chỉ số', [
    ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
    ['1', 'Hạ tầng', 1000, null],
    ['1.1', 'Hồ sơ trực tuyến', 1000, 'a/b'],
  ]),
  sheet('Số liệu', [
    ['Đơn vị', 'Mã chỉ số', 'Kỳ', 'a', 'b'],
    ['Sở Y tế', '1.1', 'Quý I/2026', 5, 10],
    ['Sở Nội vụ', '1.1', 'Quý I/2026', 6, 10],
    ['Xã A', '1.1', 'Quý I/2026', 7, 10],
    ['Sở Y tế', '1.1', 'Quý II/2026', 9, 10],
    ['Sở Nội vụ', '1.1', 'Quý II/2026', 8, 10],
    ['Xã A', '1.1', 'Quý II/2026', 7, 10],
  ]),
);

async function atScore(options: OpenOptions = {}, picture = two): Promise<OpenPane> {
  const pane = await openPane(structuredClone(picture), options);
  await pane.tab('Chấm điểm');
  return pane;
}

const numbers = (values: Record<string, unknown>): unknown[] =>
  Object.values(values).filter((one) => typeof one === 'number');

describe('before a run', () => {
  it('says what will be written and that nothing of the person’s own is', async () => {
    await atScore();
    for (const name of OURS) expect(document.body.textContent).toContain(name);
    expect(document.body.textContent).toContain('Các trang của bạn không bị sửa.');
    expect(document.body.textContent).toContain('Chưa chấm lần nào');
  });

  it('a sheet of the person’s own that has our name: the other name is told before', async () => {
    const pane = await openPane(book(...two.sheets, sheet('Xếp hạng', [['của tôi']])));
    await pane.press('Kiểm tra sổ tính');
    await pane.says(/^Đã kiểm tra/);
    await pane.tab('Chấm điểm');
    expect(screen.getByText(/Xếp hạng \(Nghìn Điểm\) · Chi tiết điểm · Kiểm tra/)).toBeTruthy();
  });

  it('lists the ready index sets beside the workbook’s own', async () => {
    const pane = await atScore();
    await pane.says(/chuyển đổi số cấp xã/);
    const set = screen.getByLabelText<HTMLSelectElement>('Bộ chỉ số');
    expect(set.options).toHaveLength(4);
    expect(set.options[0]!.text).toBe('Của sổ tính');
  });
});

describe('a run', () => {
  it('writes the three sheets as the headless command plans them, tells the result, and leads on', async () => {
    const { plan } = scoreWorkbook(await asShown(sample('cap-huyen-11x64')), OPTIONS);
    const pane = await atScore({}, sample('cap-huyen-11x64'));
    const before = pane.values();
    await pane.press('Chấm điểm và xếp hạng');
    await pane.says('Đã chấm và ghi: Xếp hạng, Chi tiết điểm, Kiểm tra.');
    const after = pane.values();
    for (const name of Object.keys(before)) expect(after[name], name).toEqual(before[name]);
    for (const one of plan.sheets) {
      const planned = Object.fromEntries(
        one.rows.flatMap((row, at) =>
          row.cells.flatMap((cell, column) =>
            cell === null || cell.value === null || cell.value === '' ? [] : [[`${at},${column}`, cell.value]],
          ),
        ),
      );
      expect(after[one.name], one.name).toEqual(planned);
    }
    expect(screen.getByText(/11\/11 đơn vị có hạng/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Chấm lại' })).toBeTruthy();
    await pane.press('Mở trang Chi tiết điểm');
    await waitFor(() => expect(pane.book.active!.name).toBe('Chi tiết điểm'));
    await pane.press('Xem xếp hạng');
    expect(screen.getByRole('tab', { name: 'Xếp hạng' }).getAttribute('aria-selected')).toBe('true');
  });

  it('groups are ranked apart, and their units counted', async () => {
    const pane = await atScore();
    await pane.press('Chấm điểm và xếp hạng');
    await pane.says(/^Đã chấm và ghi/);
    expect(screen.getByText('Sở: 2 đơn vị')).toBeTruthy();
    expect(screen.getByText('Xã: 1/1 đơn vị có hạng')).toBeTruthy();
  });

  it('takes the period that was chosen of those in the data, else the last', async () => {
    const pane = await atScore();
    await pane.press('Chấm điểm và xếp hạng');
    await pane.says(/^Đã chấm và ghi/);
    expect(numbers(pane.values()['Xếp hạng']!)).toContain(900);
    const period = screen.getByLabelText<HTMLSelectElement>('Kỳ báo cáo');
    expect([...period.options].map(({ value }) => value)).toEqual(['', 'Quý I/2026', 'Quý II/2026']);
    await pane.user.selectOptions(period, 'Quý I/2026');
    await pane.press('Chấm lại');
    // Quý II shows the 600 of the quarter before as well.
    await waitFor(() => expect(numbers(pane.values()['Xếp hạng']!)).not.toContain(900));
    expect(numbers(pane.values()['Xếp hạng']!)).toContain(600);
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(pane.book.sheets.filter(({ name }) => name.startsWith('Xếp hạng'))).toHaveLength(1);
  });

  it('takes the ready set that was chosen', async () => {
    const pane = await atScore();
    await pane.says(/chuyển đổi số cấp xã/);
    await pane.user.selectOptions(screen.getByLabelText('Bộ chỉ số'), 'can-giuoc-2025');
    await pane.press('Chấm điểm và xếp hạng');
    await pane.says(/^Đã chấm và ghi/);
    expect(Object.values(pane.values()['Xếp hạng']!).join(' ')).toContain('xã Cần Giuộc');
  });

  it('shows where it is, one job at a time, and the keyboard stays on the button', async () => {
    const pane = await atScore();
    const button = screen.getByRole('button', { name: 'Chấm điểm và xếp hạng' });
    await pane.user.click(button);
    expect(screen.getByRole('progressbar')).toBeTruthy();
    expect(screen.getAllByRole('status').map((one) => one.textContent)).toContain('Đang đọc sổ tính …');
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(button);
    await pane.says(/^Đã chấm và ghi/);
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('cancelled while it reads: said, and nothing stands in the workbook', async () => {
    const pane = await atScore();
    const before = pane.values();
    await pane.press('Chấm điểm và xếp hạng');
    await pane.press('Hủy');
    await pane.says('Đã hủy, chưa ghi kết quả.');
    expect(pane.values()).toEqual(before);
    await pane.press('Chấm điểm và xếp hạng');
    await pane.says(/^Đã chấm và ghi/);
  });

  it('that Excel refuses: what happened, why, what next; the old ranking whole; doing it again works', async () => {
    const pane = await atScore();
    await pane.press('Chấm điểm và xếp hạng');
    await pane.says(/^Đã chấm và ghi/);
    const before = pane.values();
    pane.type('Số liệu', 'D5', 3);
    pane.office.host.faults.isFocusLost = true;
    pane.office.host.faults.onCall('CopyFrom', { kind: 'error', code: 'GeneralException', at: 0 }, 1);
    await pane.press('Chấm lại');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Chưa làm được');
    expect(alert.textContent).not.toMatch(/at .*\.ts|GeneralException: /);
    expect(pane.values()['Xếp hạng']).toEqual(before['Xếp hạng']);
    pane.office.host.faults.clear();
    const retry = within(alert).queryByRole('button', { name: 'Làm lại' });
    await pane.user.click(retry ?? screen.getAllByRole('button', { name: 'Chấm lại' }).at(-1)!);
    await pane.says(/^Đã chấm và ghi/);
    expect(pane.values()['Xếp hạng']).not.toEqual(before['Xếp hạng']);
  });

  it('what Excel could not do at the end is a warning beside the success', async () => {
    const pane = await atScore();
    pane.office.host.faults.onMember('ChartCollection.add', 'GeneralException');
    await pane.press('Chấm điểm và xếp hạng');
    await pane.says(/^Đã chấm và ghi/);
    expect(screen.getByText('Đã ghi, nhưng lưu ý')).toBeTruthy();
    expect(screen.getByText(/Chưa vẽ được biểu đồ trên trang “Xếp hạng”/)).toBeTruthy();
  });

  it('a workbook that is open for reading only is checked, not written', async () => {
    const pane = await openPane(structuredClone(two), { prepare: (one) => void (one.readOnly = true) });
    await pane.says(/Sổ tính chỉ mở để đọc/);
    await pane.press('Kiểm tra sổ tính');
    await pane.says(/^Đã kiểm tra/);
    await pane.tab('Chấm điểm');
    const button = screen.getByRole('button', { name: 'Chấm điểm và xếp hạng' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await pane.user.click(button);
    expect(Object.keys(pane.values())).toEqual(['Đơn vị', 'Bộ chỉ số', 'Số liệu']);
  });
});

describe('what people put on our sheets', () => {
  it('is asked about before it goes: left alone, nothing is written; agreed to, it is done', async () => {
    const pane = await atScore();
    await pane.press('Chấm điểm và xếp hạng');
    await pane.says(/^Đã chấm và ghi/);
    const ranking = pane.book.find('Xếp hạng')!;
    ranking.filter = { top: 5, left: 0, bottom: 8, right: 3 };
    ranking.isFiltered = true;
    pane.type('Số liệu', 'D5', 1);
    const before = pane.values();
    await pane.user.click(screen.getAllByRole('button', { name: 'Chấm lại' })[0]!);
    const asked = (await pane.says('Hỏi trước khi ghi')).closest('[role=alert]')!;
    expect(asked.textContent).toContain('Bộ lọc đang đặt ở trang Xếp hạng sẽ được bỏ');
    expect(pane.values()).toEqual(before);
    await pane.press('Không ghi');
    expect(screen.queryByText('Hỏi trước khi ghi')).toBeNull();
    expect(pane.values()).toEqual(before);
    await pane.user.click(screen.getAllByRole('button', { name: 'Chấm lại' })[0]!);
    await pane.press('Vẫn ghi');
    await pane.says(/^Đã chấm và ghi/);
    expect(numbers(pane.values()['Xếp hạng']!)).toContain(100);
    expect(ranking.filter).toBeNull();
  });
});

describe('from a clean check to the ranking on its sheet', () => {
  it('one button each time leads on; another period is scored first', async () => {
    const pane = await openPane(structuredClone(two));
    await pane.press('Kiểm tra sổ tính');
    await pane.press('Tiếp tục: Chấm điểm');
    await pane.press('Chấm điểm và xếp hạng');
    await pane.says(/^Đã chấm và ghi/);
    expect(screen.queryByText(/^Chưa chấm lần nào/)).toBeNull();
    await pane.user.selectOptions(screen.getByLabelText('Kỳ báo cáo'), 'Quý I/2026');
    expect(screen.getByText('Kết quả').closest('section')!.textContent).toContain('Xem xếp hạng');
    await pane.press('Chấm lại');
    await waitFor(() =>
      expect(screen.getByText('Kết quả').closest('section')!.textContent).not.toContain('Xem xếp hạng'),
    );
    await pane.press('Xem xếp hạng');
    await pane.press('Mở trang Xếp hạng');
    await waitFor(() => expect(pane.book.active!.name).toBe('Xếp hạng'));
    await pane.tab('Kiểm tra');
    await pane.press('Xem xếp hạng');
    expect(screen.getByRole('tab', { name: 'Xếp hạng' }).getAttribute('aria-selected')).toBe('true');
  });
});

describe('out of date', () => {
  const focus = (): boolean => window.dispatchEvent(new Event('focus'));

  async function scored(prepare?: OpenOptions['prepare']): Promise<OpenPane> {
    const pane = await atScore(prepare === undefined ? {} : { prepare });
    await pane.press('Chấm điểm và xếp hạng');
    await pane.says(/^Đã chấm và ghi/);
    // Events of our own last request may come a little later; they don't count.
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(screen.queryByText(/có thể đã đổi/)).toBeNull();
    return pane;
  }

  it('an edit is marked at once, and judged when the person comes back; scoring again clears it', async () => {
    const pane = await scored();
    pane.type('Số liệu', 'D5', 1);
    await pane.says(/Sổ tính có thể đã đổi.*Bảng xếp hạng đã ghi có thể đã cũ/);
    focus();
    await pane.says(/Sổ tính đã đổi: kết quả này không còn đúng/);
    await pane.user.click(screen.getAllByRole('button', { name: 'Chấm lại' })[0]!);
    await waitFor(() => expect(numbers(pane.values()['Xếp hạng']!)).toContain(100));
    await waitFor(() => expect(screen.queryByText(/đã đổi/)).toBeNull());
  });

  it('an edit that was taken back is none; looking costs no undo: merged areas are not asked for, and are no change', async () => {
    const merged = { top: 40, left: 0, bottom: 40, right: 3 };
    const pane = await scored((book) => void book.find('Số liệu')!.merges.push(merged));
    const asked = (): number => pane.office.host.requests.filter(({ calls }) => calls.join().includes('Merged')).length;
    const before = asked();
    expect(before).toBeGreaterThan(0);
    pane.type('Số liệu', 'D5', 1);
    await pane.says(/có thể đã đổi/);
    pane.type('Số liệu', 'D5', 9);
    focus();
    await waitFor(() => expect(screen.queryByText(/đã đổi/)).toBeNull());
    expect(asked()).toBe(before);
  });

  it('checking again after an edit: the findings are new, the ranking on the sheet is said to be old', async () => {
    const pane = await scored();
    pane.type('Số liệu', 'D5', 1);
    await pane.tab('Kiểm tra');
    await pane.user.click(screen.getAllByRole('button', { name: 'Kiểm tra lại' }).at(-1)!);
    await pane.says('Bảng xếp hạng đã ghi không còn khớp với số liệu hiện tại.');
    await pane.press('Chấm lại');
    await waitFor(() => expect(screen.queryByText(/không còn khớp/)).toBeNull());
  });

  it('a ranking of another day is said to be old as well', async () => {
    const pane = await scored();
    pane.type('Số liệu', 'D5', 1);
    const yesterday = await excelHost().readPicture(() => undefined, new AbortController().signal);
    closePane();
    const today = await openPane(yesterday);
    await today.press('Kiểm tra sổ tính');
    await today.says('Bảng xếp hạng đã ghi không còn khớp với số liệu hiện tại.');
  });
});

describe('what is said after something was written', () => {
  /** The real host, whose reading ends differently once a cell was written. */
  function breaking(after: (host: WorkbookHost) => ReturnType<WorkbookHost['readPicture']>): WorkbookHost {
    const host = excelHost();
    let wrote = false;
    return {
      ...host,
      applyEdits: async (edits) => {
        const done = await host.applyEdits(edits);
        wrote = true;
        return done;
      },
      readPicture: (progress, signal) => (wrote ? after(host) : host.readPicture(progress, signal)),
    };
  }

  it('never claims that nothing was', async () => {
    const pane = await openPane(sample('moi-loi'), { host: breaking(() => Promise.reject(new Error('lỗi thử'))) });
    await pane.press('Kiểm tra sổ tính');
    await pane.says(/^Đã kiểm tra/);
    await pane.tab('Thiết lập');
    await pane.user.selectOptions(await screen.findByLabelText('Đồng hạng'), '1223');
    await pane.press(/^Lưu/);
    const said = await pane.says(/phần đã ghi vào sổ tính vẫn còn/);
    expect(said.closest('[role=alert]')!.textContent).not.toContain('chưa ghi gì');
  });

  it('says what was, keeps the way back through the repeated reading, and repeats nothing else', async () => {
    let isBroken = true;
    const host = breaking((real) =>
      isBroken
        ? Promise.reject(new HostError('timeout', false, { id: 'host.timeout', args: {} }))
        : real.readPicture(() => undefined, new AbortController().signal),
    );
    const pane = await openPane(sample('moi-loi'), { host });
    const old = pane.values();
    await pane.press('Kiểm tra sổ tính');
    await pane.says(/^Đã kiểm tra/);
    await pane.tab('Thiết lập');
    await pane.user.selectOptions(await screen.findByLabelText('Đồng hạng'), '1223');
    await pane.press(/^Lưu/);
    const alert = (await pane.says(/^Đã ghi 1 ô vào sổ tính/)).closest('[role=alert]')!;
    expect(alert.textContent).toContain('Excel không trả lời');
    expect(alert.textContent).not.toMatch(/chưa ghi gì|nguyên vẹn/);
    const written = pane.values();
    expect(written).not.toEqual(old);
    isBroken = false;
    await pane.press('Làm lại');
    await pane.says(/^Đã kiểm tra/);
    expect(pane.values()).toEqual(written);
    await pane.press('Hoàn tác lần sửa');
    await pane.says('Đã trả lại như trước.');
    expect(pane.values()).toEqual(old);
  });
});
