// @vitest-environment jsdom
/** Kiểm tra: what a person sees and does with findings. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { fromA1 } from '#core/workbook/address';
import { findingsView, type FindingsQuery } from '#core/view/findings';
import { repairView } from '#core/view/repair';
import { syntheticPicture } from '#test/bench/synthetic';
import { book, sheet } from '#test/support/book';
import { ratioSet, TEN, tenTexts } from '#test/support/ten-texts';
import { CoreFault, pageEngine, type Engine } from '../../../excel-addin/taskpane/engine.ts';
import { asShown, closePane, openPane, sample, type OpenOptions, type OpenPane } from './open.ts';

afterEach(closePane);

const OPTIONS = { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' } as const;
const ALL = { severity: null, sheet: null, unit: null, text: '', offset: 0, limit: 1e6, language: 'vi' } as const;
const outcome = scoreWorkbook(await asShown(sample('moi-loi')), OPTIONS);
/** As the pane lists them: equal ones together. */
const expected = findingsView(outcome, { ...ALL, together: true });
const { counts } = expected;
const CHECKED = `Đã kiểm tra: ${counts.error} lỗi, ${counts.warning} cảnh báo, ${counts.note} ghi chú.`;

async function checked(options: OpenOptions = {}): Promise<OpenPane> {
  const pane = await openPane(sample('moi-loi'), options);
  await pane.press('Kiểm tra sổ tính');
  await pane.says(CHECKED);
  await waitFor(() => expect(pane.rows().length).toBeGreaterThan(3));
  return pane;
}

const clean = book(
  ratioSet(),
  sheet('Số liệu', [
    ['Đơn vị', 'Mã chỉ số', 'a', 'b'],
    ['Sở Y tế', '1.1', 5, 10],
    ['Sở Nội vụ', '1.1', 6, 10],
  ]),
);

/** The background of the notice that a text stands in: what the single rules (f…) say, which stand above those of the whole (r…). */
function groundOf(said: HTMLElement): string | undefined {
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
  const names = [...said.closest('.fui-MessageBar')!.classList].filter((name) => /^f(?!ui-)/.test(name));
  const own = rules.findLast(
    (rule) => names.some((name) => rule.startsWith(`.${name} {`)) && rule.includes('background-color:'),
  );
  return /background-color: ?([^;]+);/.exec(own ?? '')?.[1]!.trim();
}

const filter = (label: string): HTMLSelectElement => screen.getByLabelText<HTMLSelectElement>(label);
const CHIPS = { error: 'Lỗi', warning: 'Cảnh báo', note: 'Ghi chú', waived: 'Đã chấp nhận' } as const;
const chips = (): string[] =>
  within(screen.getByRole('group', { name: 'Mức' }))
    .getAllByRole('button')
    .map((chip) => chip.textContent);
const card = (what: string): HTMLElement => screen.getByRole('region', { name: what });

describe('the first opening', () => {
  it('says what the button does and that nothing is changed, and offers a sample', async () => {
    const pane = await openPane(book(sheet('Trang1', [['Xin chào']])));
    expect(screen.getByText(/Chưa kiểm tra lần nào/).textContent).toContain('không bị sửa');
    const before = pane.values();
    await pane.press('Chèn các trang mẫu');
    await pane.says('Đã chèn các trang mẫu.');
    const { Trang1, ...added } = pane.values();
    expect(Trang1).toEqual(before['Trang1']);
    expect(Object.keys(added).length).toBeGreaterThanOrEqual(2);
    // The sample is something to work with: it has a set, and findings to look at.
    await waitFor(() => expect(pane.rows().length).toBeGreaterThan(0));
    expect(screen.queryByText('Chưa có bộ chỉ số')).toBeNull();
  });

  it('a workbook without an index set: what is needed, where a ready one is, and the sample', async () => {
    const pane = await openPane(book(sheet('Trang1', [['Xin chào']])));
    await pane.press('Kiểm tra sổ tính');
    const needed = (await pane.says('Chưa có bộ chỉ số')).closest('section')!;
    expect(needed.textContent).toContain('Điểm tối đa');
    expect(screen.getByRole('button', { name: 'Chèn các trang mẫu' })).toBeTruthy();
  });

  it('a clean workbook: one plain sentence instead of an empty table', async () => {
    const pane = await openPane(clean);
    await pane.press('Kiểm tra sổ tính');
    await pane.says('Không có vấn đề nào. Số liệu đủ điều kiện chấm điểm.');
    expect(screen.queryByRole('list', { name: 'Danh sách vấn đề' })).toBeNull();
    expect(screen.queryByLabelText('Tìm')).toBeNull();
  });
});

describe('the sample', () => {
  const offer = (): HTMLElement | null => screen.queryByRole('button', { name: 'Chèn các trang mẫu' });

  it('is not offered among the sheets of a full workbook, before a check or after it, with a set or without', async () => {
    const letters = sheet(
      'Công văn',
      Array.from({ length: 30 }, (_, row) => [row + 1, `Công văn số ${row + 1}`]),
    );
    for (const picture of [clean, book(letters)]) {
      const pane = await openPane(picture);
      // The host has told what it saw by then.
      await pane.tab('Chấm điểm');
      await pane.says(/chuyển đổi số cấp xã/);
      await pane.tab('Kiểm tra');
      expect(offer()).toBeNull();
      await pane.press('Kiểm tra sổ tính');
      await pane.says(/^Đã kiểm tra/);
      expect(offer()).toBeNull();
      closePane();
    }
  });

  it('is still offered where our own findings are all that stands there', async () => {
    const pane = await openPane(book(sheet('Trang1', [['Xin chào']])));
    await pane.tab('Chấm điểm');
    await pane.press('Chấm điểm và xếp hạng');
    await pane.says('Đã ghi: Kiểm tra.');
    await pane.tab('Kiểm tra');
    await pane.press('Kiểm tra lại');
    await pane.says(/^Đã kiểm tra/);
    expect(offer()).not.toBeNull();
  });
});

describe('what a check says', () => {
  it('has the colour of the worst finding, and the counts stand there once', async () => {
    const pane = await checked();
    expect(counts.error).toBeGreaterThan(0);
    expect(groundOf(screen.getByText(CHECKED))).toBe('var(--colorStatusDangerBackground1)');
    await pane.press('Đóng');
    expect(chips()).toEqual([`Lỗi ${counts.error}`, `Cảnh báo ${counts.warning}`, `Ghi chú ${counts.note}`]);
  });

  it('is green where there is nothing to mend', async () => {
    const pane = await openPane(clean);
    await pane.press('Kiểm tra sổ tính');
    const said = await pane.says('Đã kiểm tra: 0 lỗi, 0 cảnh báo, 0 ghi chú.');
    expect(groundOf(said)).toBe('var(--colorStatusSuccessBackground1)');
  });
});

describe('the findings', () => {
  it('are those of the core, in its order, with severity and cell in words; the workbook stays as it was', async () => {
    const pane = await openPane(sample('moi-loi'));
    const before = pane.values();
    await pane.press('Kiểm tra sổ tính');
    await pane.says(CHECKED);
    await waitFor(() => expect(pane.rows().length).toBeGreaterThan(3));
    const words = { error: 'Lỗi', warning: 'Cảnh báo', note: 'Ghi chú' };
    pane.rows().forEach((row, index) => {
      const item = expected.items[index]!;
      expect(row.textContent).toContain(item.what);
      expect(row.textContent).toContain(words[item.severity]);
      expect(row.textContent).toContain(
        item.place === null ? 'không gắn với ô nào' : `${item.place.sheet}!${item.place.cell}`,
      );
    });
    expect(screen.getByText(`0/${expected.total}`)).toBeTruthy();
    expect(pane.values()).toEqual(before);
  });

  it('one click selects the cell and tells why and what to do', async () => {
    const pane = await checked();
    const index = expected.items.slice(0, 8).findIndex((one) => one.place !== null);
    const item = expected.items[index]!;
    await pane.user.click(pane.rows()[index]!);
    const cell = `${item.place!.sheet}!${item.place!.cell}`;
    await waitFor(() => expect(pane.selected()).toBe(cell));
    const shown = card(item.what);
    expect(shown.textContent).toContain(item.why);
    expect(shown.textContent).toContain(item.todo);
    expect(within(shown).getByRole('button', { name: `Đến ô ${cell}` })).toBeTruthy();
    expect((await screen.findAllByText(`Đã chọn ô ${cell}`)).length).toBeGreaterThan(0);
  });

  it('where Excel does not follow, the address is told', async () => {
    const pane = await checked();
    const item = expected.items.find(({ place }) => place !== null)!;
    pane.office.host.faults.idleSelects = 99;
    pane.book.active!.selection = [{ top: 900, left: 9, bottom: 900, right: 9 }];
    await pane.user.click(pane.rows()[expected.items.indexOf(item)]!);
    const cell = `${item.place!.sheet}!${item.place!.cell}`;
    expect((await screen.findAllByText(new RegExp(`Ô cần xem: ${cell}`))).length).toBeGreaterThan(0);
  });

  it('can be narrowed by severity, sheet and unit, each with its count, and the filter taken back', async () => {
    const pane = await checked();
    const listed = (part: Partial<FindingsQuery>): number =>
      findingsView(outcome, { ...ALL, together: true, ...part }).total;
    await pane.press(`Ghi chú ${counts.note}`);
    await pane.says(`0/${listed({ severity: 'note' })}`);
    await waitFor(() => pane.rows().forEach((row) => expect(row.textContent).toContain('Ghi chú')));

    const one = expected.sheets[0]!;
    await pane.press(`Ghi chú ${counts.note}`);
    await pane.user.selectOptions(filter('Trang tính'), one.name);
    await pane.says(`0/${listed({ sheet: one.name })}`);
    const unit = expected.units[0]!;
    await pane.user.selectOptions(filter('Trang tính'), '');
    await pane.user.selectOptions(filter('Đơn vị'), unit.name);
    await pane.says(`0/${listed({ unit: unit.name })}`);

    await pane.press('Bỏ lọc');
    await pane.says(`0/${expected.total}`);
    expect(screen.queryByRole('button', { name: 'Bỏ lọc' })).toBeNull();
  });

  it('are searched without diacritics; nothing found is said', async () => {
    const pane = await checked();
    await pane.user.type(screen.getByLabelText('Tìm'), 'so tu phap');
    const found = findingsView(outcome, { ...ALL, text: 'Sở Tư pháp' }).total;
    expect(found).toBeGreaterThan(0);
    await pane.says(`0/${found}`);
    await pane.user.type(screen.getByLabelText('Tìm'), ' xyzw');
    await pane.says('Không có vấn đề nào khớp bộ lọc.');
  });

  it('are walked through by keyboard alone: Alt and arrows select the cell; arrows in the list only look', async () => {
    const pane = await checked();
    const placed = (index: number): string | null => {
      const { place } = expected.items[(index + expected.total) % expected.total]!;
      return place === null ? null : `${place.sheet}!${place.cell}`;
    };
    const step = async (keys: string, index: number): Promise<void> => {
      await pane.user.keyboard(keys);
      await pane.says(`${((index + expected.total) % expected.total) + 1}/${expected.total}`);
      const cell = placed(index);
      if (cell !== null) await waitFor(() => expect(pane.selected()).toBe(cell));
    };
    await step('{Alt>}{ArrowDown}{/Alt}', 0);
    await step('{Alt>}{ArrowDown}{/Alt}', 1);
    await step('{Alt>}{ArrowDown}{/Alt}', 2);
    await step('{Alt>}{ArrowUp}{/Alt}', 1);
    await step('{Alt>}{ArrowUp}{/Alt}', 0);
    await step('{Alt>}{ArrowUp}{/Alt}', -1);

    await step('{Alt>}{ArrowDown}{/Alt}', 0);
    // What Excel and the browser use is theirs: F8 extends a selection, on a list of choices the keys open it.
    const untaken = (init: KeyboardEventInit, target: Element = document.body): boolean =>
      fireEvent.keyDown(target, { bubbles: true, cancelable: true, ...init });
    expect(untaken({ key: 'F8' })).toBe(true);
    expect(untaken({ key: 'ArrowDown', altKey: true }, filter('Trang tính'))).toBe(true);
    expect(untaken({ key: 'ArrowDown', altKey: true, shiftKey: true })).toBe(true);
    await pane.says(`1/${expected.total}`);
    expect(untaken({ key: 'ArrowUp', altKey: true })).toBe(false);
    const last = placed(-1);
    if (last !== null) await waitFor(() => expect(pane.selected()).toBe(last));
    await step('{Alt>}{ArrowDown}{/Alt}', 0);
    const here = pane.selected();
    pane.rows()[0]!.focus();
    await pane.user.keyboard('{ArrowDown}{ArrowDown}');
    await pane.says(`3/${expected.total}`);
    await waitFor(() => expect(document.activeElement).toBe(pane.rows()[2]));
    expect(pane.selected()).toBe(here);
    await pane.user.keyboard('{Enter}');
    await waitFor(() => expect(pane.selected()).toBe(placed(2) ?? here));
  });

  it('thousands: one page of them is in the document, and the last is one key away', async () => {
    const picture = syntheticPicture({ units: 400, indicators: 20 });
    for (const { rows } of picture.sheets)
      for (const row of rows)
        row.cells = row.cells.map((cell, column) => (typeof cell === 'number' && column > 1 ? -cell : cell));
    const many = scoreWorkbook(structuredClone(picture), OPTIONS);
    const { total } = findingsView(many, { ...ALL, together: true });
    expect(total).toBeGreaterThan(2_000);
    const printed = new Intl.NumberFormat('vi').format(total);
    const pane = await openPane(picture);
    await pane.press('Kiểm tra sổ tính');
    await pane.says(`0/${printed}`);
    await pane.says(`1–50 trong ${printed}`);
    expect(pane.rows()).toHaveLength(50);
    await pane.press('Trang sau');
    await pane.says(`51–100 trong ${printed}`);
    await pane.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    const { at } = many.findings.at(-1)!;
    await waitFor(() => expect(pane.book.active!.name).toBe(picture.sheets[at!.sheet]!.name));
    expect(pane.rows().length).toBeLessThanOrEqual(50);
    expect(pane.rows().at(-1)!.getAttribute('aria-current')).toBe('true');
  });

  it('that are equal are one row, which names the cells and lists them one by one when asked', async () => {
    const pane = await openPane(sample('so-nganh-can-sua'));
    await pane.press('Kiểm tra sổ tính');
    await pane.says(/^Đã kiểm tra/);
    const group = await waitFor(() => pane.rows().find((row) => row.textContent.includes('và 6 chỗ giống vậy'))!);
    await pane.user.click(group);
    await pane.says('Còn 6 vấn đề giống vậy:');
    const own = pane.selected();
    const [other] = screen.getAllByRole('button', { name: /^Số liệu!/ });
    await pane.user.click(other!);
    await waitFor(() => expect(pane.selected()).toBe(other!.textContent));
    expect(pane.selected()).not.toBe(own);
    await pane.press('Xem từng vấn đề (7)');
    await pane.says('Chỉ xem: KT-13 Số liệu lưu dạng văn bản');
    await waitFor(() => expect(pane.rows()).toHaveLength(7));
    // One of them is mended: the others are still what is looked at.
    await pane.user.click(pane.rows()[0]!);
    await pane.press('Sửa …');
    await pane.press('Sửa ngay');
    await pane.says('Đã sửa 1 ô. Kết quả đã được tính lại.');
    await waitFor(() => expect(pane.rows()).toHaveLength(6));
    await pane.press('Về danh sách chung');
    await waitFor(() => expect(pane.rows()).toHaveLength(6));
    expect(pane.rows().some((row) => row.textContent.includes('và 5 chỗ giống vậy'))).toBe(true);
  });
});

describe('a repair', () => {
  const repairable = expected.items.find(({ repairable: can }) => can)!;
  const { repair } = outcome.findings[repairable.index]!;

  async function previewed(options: OpenOptions = {}): Promise<OpenPane> {
    const pane = await checked(options);
    await pane.press(`${CHIPS[repairable.severity]} ${counts[repairable.severity]}`);
    const found = findingsView(outcome, { ...ALL, together: true, severity: repairable.severity });
    const position = found.items.findIndex(({ index }) => index === repairable.index);
    await pane.says(`0/${found.total}`);
    for (let step = 0; step <= position; step += 1) await pane.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await screen.findByRole('region', { name: repairable.what });
    await pane.press('Sửa …');
    await pane.says(`Sẽ sửa ${repair!.length} ô`);
    return pane;
  }

  it('is shown cell by cell before anything is written', async () => {
    const pane = await checked();
    const before = pane.values();
    closePane();
    const again = await previewed();
    const table = screen.getByRole('table');
    expect(within(table).getAllByRole('columnheader')[0]!.textContent).toBe('Ô');
    const { cells } = repairView(outcome, repairable.index, false, 'vi')!.readings[0]!;
    expect(cells).toHaveLength(repair!.length);
    for (const { place, before: now, after } of cells) {
      const row = within(table).getByText(`${place.sheet}!${place.cell}`).closest('tr')!;
      expect(row.cells[1]!.textContent).toBe(now || '(trống)');
      expect(row.cells[2]!.textContent).toBe(after || '(trống)');
    }
    expect(again.values()).toEqual(before);
  });

  it('changes only the cells shown, the card stays with what was done, and it can be taken back', async () => {
    const pane = await previewed();
    const before = pane.values();
    await pane.press('Sửa ngay');
    await pane.says(`Đã sửa ${repair!.length} ô. Kết quả đã được tính lại.`);
    const after = pane.values();
    const changed = Object.keys(after).flatMap((name) =>
      Object.keys({ ...before[name], ...after[name] }).filter((at) => before[name]![at] !== after[name]![at]),
    );
    expect(changed).toHaveLength(repair!.length);
    const done = card(repairable.what);
    expect(within(done).getByRole('heading').textContent).toMatch(/^Đã sửa ô /);
    expect(within(done).queryByRole('button', { name: 'Sửa …' })).toBeNull();
    await waitFor(() => pane.rows().forEach((row) => expect(row.getAttribute('aria-current')).toBe('false')));
    await waitFor(() => expect(pane.selected()).toBe(`${repair![0]!.sheet}!${repair![0]!.cell}`));
    await pane.press('Hoàn tác lần sửa');
    await pane.says('Đã trả lại như trước.');
    expect(pane.values()).toEqual(before);
  });

  it('whose result the core did not live to tell can still be taken back, there and then', async () => {
    const real = pageEngine(() => import('../../../excel-addin/worker/serve.ts'));
    let isBroken = false;
    const engine: Engine = {
      ask: (verb, input, ask) =>
        isBroken && verb === 'run' ? Promise.reject(new CoreFault('lỗi thử')) : real.ask(verb, input, ask),
    };
    const pane = await previewed({ engine });
    const before = pane.values();
    isBroken = true;
    await pane.press('Sửa ngay');
    await pane.says(/phần đã ghi vào sổ tính vẫn còn: lỗi thử/);
    expect(pane.values()).not.toEqual(before);
    isBroken = false;
    await pane.press('Hoàn tác lần sửa');
    await pane.says('Đã trả lại như trước.');
    expect(pane.values()).toEqual(before);
  });

  it('that could mean two things is chosen by the person, as the cell will show it', async () => {
    const pane = await checked();
    const item = expected.items.find(({ check }) => check === 'value.percent-scale')!;
    await pane.user.type(screen.getByLabelText('Tìm'), 'value.percent-scale');
    await pane.says('0/1');
    await waitFor(() => expect(pane.rows()[0]!.textContent).toContain(item.what));
    await pane.user.click(pane.rows()[0]!);
    await pane.press('Sửa …');
    const go = await screen.findByRole('button', { name: 'Sửa ngay' });
    expect(go.getAttribute('aria-disabled')).toBe('true');
    const before = pane.values();
    await pane.user.click(go);
    expect(pane.values()).toEqual(before);
    expect(screen.queryByRole('table')).toBeNull();
    await pane.user.click(screen.getByRole('radio', { name: 'Hiểu là 80%' }));
    expect([...screen.getByRole<HTMLTableElement>('table').rows[1]!.cells].map((cell) => cell.textContent)).toEqual([
      `${item.place!.sheet}!${item.place!.cell}`,
      '80',
      '80%',
    ]);
    await pane.user.click(go);
    await pane.says(`Đã sửa ô ${item.place!.sheet}!${item.place!.cell}: 80%`);
    const held = pane.book.find(item.place!.sheet)!;
    const { row, column } = fromA1(item.place!.cell)!;
    expect(held.valueAt(row, column)).toBe(0.8);
  });

  it('of ten equal findings is one: one preview, one write, one step back', async () => {
    const pane = await openPane(tenTexts());
    const before = pane.values();
    const figures = (): unknown[] => TEN.map((row) => pane.values()['Số liệu']![`${row},2`]);
    const writes = (): number =>
      pane.office.host.requests.filter(({ calls }) => calls.includes('SetProperty Values')).length;
    await pane.press('Kiểm tra sổ tính');
    await waitFor(() => expect(pane.rows()).toHaveLength(1));
    expect(pane.rows()[0]!.textContent).toContain('và 9 chỗ giống vậy');
    await pane.user.click(pane.rows()[0]!);
    await pane.press('Sửa tất cả (10)');
    await pane.says('Sẽ sửa 10 ô');
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(11);
    expect(writes()).toBe(0);
    await pane.press('Sửa ngay');
    await pane.says('Đã sửa 10 ô. Kết quả đã được tính lại.');
    expect(figures()).toEqual(TEN);
    expect(writes()).toBe(1);
    await pane.press('Hoàn tác lần sửa');
    await pane.says('Đã trả lại như trước.');
    expect(pane.values()).toEqual(before);
    expect(writes()).toBe(2);
    expect(screen.queryByRole('button', { name: 'Hoàn tác lần sửa' })).toBeNull();
  });

  it('of a cell that somebody changed meanwhile writes nothing and says which', async () => {
    const pane = await previewed();
    const [edit] = repair!;
    pane.type(edit!.sheet, edit!.cell, 'người khác sửa');
    const before = pane.values();
    await pane.press('Sửa ngay');
    expect((await screen.findByRole('alert')).textContent).toContain(edit!.cell);
    expect(pane.values()).toEqual(before);
  });
});

describe('a waiver', () => {
  it('needs a reason and a name, stands on the sheet Kiểm tra, and the finding is shown struck out', async () => {
    const pane = await checked();
    const item = expected.items.find(({ severity, place }) => severity === 'error' && place !== null)!;
    await pane.user.click(pane.rows()[expected.items.indexOf(item)]!);
    await screen.findByRole('region', { name: item.what });
    await pane.press('Chấp nhận, không sửa …');
    await pane.press('Ghi chấp nhận');
    expect(await screen.findAllByText('Cần cả lý do và người quyết định.')).toHaveLength(2);
    expect(pane.book.find('Kiểm tra')).toBeNull();

    await pane.user.type(screen.getByLabelText(/Lý do chấp nhận/), 'Đã đối chiếu văn bản');
    await pane.user.type(screen.getByLabelText(/Người quyết định/), 'Sở KH&CN');
    await pane.press('Ghi chấp nhận');
    await pane.says('Đã ghi: chấp nhận, không sửa.');
    expect(screen.queryByRole('button', { name: 'Hoàn tác lần sửa' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Hoàn tác chấp nhận' })).toBeTruthy();
    const written = Object.values(pane.values()['Kiểm tra']!);
    expect(written).toContain('Đã đối chiếu văn bản');
    expect(written).toContain('Sở KH&CN');
    await waitFor(() =>
      expect(chips()).toEqual([
        `Lỗi ${counts.error - 1}`,
        `Cảnh báo ${counts.warning}`,
        `Ghi chú ${counts.note}`,
        `Đã chấp nhận ${counts.waived + 1}`,
      ]),
    );
    await pane.press(`Đã chấp nhận ${counts.waived + 1}`);
    await pane.says(`0/${counts.waived + 1}`);
    await waitFor(() => expect(pane.rows()).toHaveLength(counts.waived + 1));
    await pane.user.click(pane.rows()[0]!);
    await pane.says('Đã chấp nhận, không sửa: Đã đối chiếu văn bản (Sở KH&CN)');
    expect(screen.queryByRole('button', { name: 'Chấp nhận, không sửa …' })).toBeNull();
    await pane.press('Hoàn tác chấp nhận');
    await pane.says('Đã trả lại như trước.');
    expect(Object.values(pane.values()['Kiểm tra']!)).not.toContain('Đã đối chiếu văn bản');
  });

  it('the next one is offered the same name', async () => {
    const pane = await checked();
    const index = expected.items.findIndex(({ severity, place }) => severity === 'error' && place !== null);
    await pane.user.click(pane.rows()[index]!);
    await pane.press('Chấp nhận, không sửa …');
    await pane.user.type(screen.getByLabelText(/Lý do chấp nhận/), 'Lý do');
    await pane.user.type(screen.getByLabelText(/Người quyết định/), 'Ông A');
    await pane.press('Ghi chấp nhận');
    await pane.says('Đã ghi: chấp nhận, không sửa.');
    fireEvent.keyDown(window, { key: 'ArrowDown', altKey: true });
    await pane.press('Chấp nhận, không sửa …');
    expect(screen.getByLabelText<HTMLInputElement>(/Người quyết định/).value).toBe('Ông A');
  });
});
