/** What goes wrong on real hosts, and what the person then reads: shipped build, genuine office.js, real Chromium. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Preview } from '#local/page/preview';
import type { Treatment } from '#local/excel-host/faults';
import { ROOT, startBrowser, type StartedBrowser } from './browser.ts';
import { Person, SOON } from './person.ts';

/** A small workbook: two indicators, three departments. */
const SMALL = {
  'Bộ chỉ số': [
    ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
    ['1', 'Hạ tầng', 40, null],
    ['1.1', 'Kết nối mạng', 40, 'a/b'],
    ['2', 'Dữ liệu', 60, null],
    ['2.1', 'Hồ sơ số hóa', 60, 'a/b'],
    ['Tổng cộng', null, 100, null],
  ],
  'Số liệu': [
    ['Đơn vị', 'Mã chỉ số', 'a', 'b'],
    ['Sở Y tế', '1.1', 3, 4],
    ['Sở Y tế', '2.1', 1, 2],
    ['Sở Nội vụ', '1.1', 4, 4],
    ['Sở Nội vụ', '2.1', 2, 2],
    ['Sở Tư pháp', '1.1', 1, 4],
    ['Sở Tư pháp', '2.1', '2', 2],
  ],
  'Thiết lập': [
    ['Thiết lập', 'Giá trị'],
    ['Tổng điểm', 100],
  ],
};
const SHEETS = Object.keys(SMALL);
const OURS = ['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra', '(_nghin_diem)'];
const RANKING = 'Xếp hạng';

let browser: StartedBrowser;
let person: Person;

beforeAll(async () => {
  browser = await startBrowser();
  person = await Person.sitsDown(browser);
}, 180_000);
afterAll(() => browser?.close());
beforeEach(() => person.opens(SMALL));

/** A treatment of the next requests with a call. */
const onCall = (call: string, treatment: Treatment, times = 1): Promise<void> =>
  person.does((preview, rule) => preview.faults.onCall(rule.call, rule.treatment, rule.times), {
    call,
    treatment,
    times,
  });

/** Something that happens in the workbook when the n-th request from now on arrives, before it is answered. */
async function atRequest(n: number, job: (preview: Preview) => void): Promise<void> {
  await person.page.evaluate(`(() => {
    const requests = preview.host.requests;
    const push = requests.push.bind(requests);
    let seen = 0;
    requests.push = (...list) => {
      if (list.some((one) => one.kind === 'rich') && (seen += 1) === ${n}) (${job.toString()})(preview);
      return push(...list);
    };
  })()`);
}

/** How many requests the add-in made so far. */
const requests = (): Promise<number> => person.does((preview) => preview.host!.count());

describe('the workbook does not let itself be written', () => {
  it('a request that fails in the middle of writing: the old ranking is whole, and scoring again completes it', async () => {
    await person.scores();
    const old = await person.values(RANKING);
    await person.turnsTo('Số liệu');
    await person.types('C2', '4');
    await onCall('CopyFrom', { kind: 'error', code: 'GeneralException', at: 0 }, 2);
    await person.scores(
      'Excel gặp sự cố trong lúc ghi, nên chưa rõ các trang Xếp hạng, Chi tiết điểm, Kiểm tra đã ghi xong chưa.',
    );
    expect(await person.values(RANKING)).toEqual(old);
    expect(await person.sheets()).toEqual([...SHEETS, ...OURS]);
    await person.presses('Làm lại');
    await person.reads('Đã chấm và ghi');
    expect(await person.values(RANKING)).not.toEqual(old);
    expect(await person.sheets()).toEqual([...SHEETS, ...OURS]);
  });

  it('our protected sheet is named, and left as it was', async () => {
    await person.scores();
    await person.does((preview) => void (preview.book.find('Kiểm tra')!.isProtected = true));
    await person.scores('Trang “Kiểm tra” đang được bảo vệ, nên không ghi gì. Đề nghị bỏ bảo vệ trang');
    expect(await person.does((preview) => preview.book.find('Kiểm tra')!.isProtected)).toBe(true);
  });

  it('a protected sheet of the person’s own: the repair says so, the grid too', async () => {
    await person.checks();
    await person.does((preview) => void (preview.book.find('Số liệu')!.isProtected = true));
    await person.pane.getByRole('list', { name: 'Danh sách vấn đề' }).getByRole('button').first().click();
    await person.presses('Sửa …');
    await person.presses('Sửa ngay');
    await person.reads('Trang “Số liệu” đang được bảo vệ');
    expect((await person.values('Số liệu'))['6,2']).toBe('2');
    // The pane follows a finding on its own time: a person looks where they are before they type.
    await person.turnsTo('Số liệu');
    await person.types('C7', '5');
    await person.page.getByRole('alert').getByText('Ô C7 đang được bảo vệ').waitFor(SOON);
    expect((await person.values('Số liệu'))['6,2']).toBe('2');
  });

  it('a protected structure', async () => {
    await person.does((preview) => void (preview.book.structureProtected = true));
    await person.scores('Cấu trúc sổ tính đang được bảo vệ nên không thêm được trang.');
    expect(await person.sheets()).toEqual(SHEETS);
  });

  it('a read-only workbook can be checked, not scored', async () => {
    await person.restarts('preview.book.readOnly = true; preview.restart()');
    await person.reads('Sổ tính chỉ mở để đọc: kiểm tra được, nhưng không ghi được.');
    await person.checks();
    await person.goesTo('Chấm điểm');
    expect(await person.button('Chấm điểm và xếp hạng').isDisabled()).toBe(true);
  });

  it('a workbook that becomes read-only after it was opened', async () => {
    await person.checks();
    await person.does((preview) => void (preview.book.readOnly = true));
    await person.scores('Sổ tính chỉ mở để đọc. Đề nghị bật chỉnh sửa');
    expect(await person.sheets()).toEqual(SHEETS);
  });

  it('a sheet of the person’s own named Xếp hạng is not touched', async () => {
    await person.opens({ ...SMALL, [RANKING]: [['của tôi']] });
    await person.scores(`Đã chấm và ghi: ${RANKING} (Nghìn Điểm)`);
    expect(await person.values(RANKING)).toEqual({ '0,0': 'của tôi' });
  });

  it('a filter on our sheet is cleared, and said', async () => {
    await person.scores();
    const whole = await person.values('Kiểm tra');
    await person.does((preview) => {
      const sheet = preview.book.find('Kiểm tra')!;
      sheet.filter ??= { top: 3, left: 0, bottom: 9, right: 3 };
      sheet.isFiltered = true;
      sheet.hiddenRows.add(sheet.filter.top + 1);
    });
    await person.scores('Trang “Kiểm tra” đang lọc: đã bỏ lọc để ghi đúng dòng.');
    expect(Object.keys(await person.values('Kiểm tra'))).toEqual(Object.keys(whole));
  });
});

describe('the workbook is not what it was', () => {
  it('someone else edits it between reading and writing', async () => {
    await person.scores();
    const old = await person.values(RANKING);
    const before = await requests();
    await person.checks();
    // A run reads as the check did; the request after that is the first of the writing.
    await atRequest((await requests()) - before + 1, ({ book }) =>
      book.type(book.find('Số liệu')!, 1, 2, '2', 'other'),
    );
    await person.scores('Sổ tính đã thay đổi sau khi được đọc, nên chưa ghi kết quả.');
    expect((await person.values('Số liệu'))['1,2']).toBe(2);
    expect(await person.values(RANKING)).toEqual(old);
    await person.scores();
    expect(await person.values(RANKING)).not.toEqual(old);
  });

  it('a sheet is renamed: the finding gives its address, the repair says what is missing', async () => {
    await person.checks();
    await person.does((preview) =>
      preview.book.as('user', () => preview.book.rename(preview.book.find('Số liệu')!, 'Số liệu 2026')),
    );
    await person.pane.getByRole('list', { name: 'Danh sách vấn đề' }).getByRole('button').first().click();
    await person.reads('Excel chưa chuyển đến được. Ô cần xem: Số liệu!C7');
    await person.presses('Sửa …');
    await person.presses('Sửa ngay');
    await person.reads('Không còn trang “Số liệu”.');
    await person.checks();
    await person.scores();
    expect(await person.sheets()).toContain('Số liệu 2026');
  });

  it('another workbook takes the focus', async () => {
    await person.checks();
    await person.does((preview) => void (preview.faults.isFocusLost = true));
    await person.scores('Một sổ tính khác đang được chọn nên Excel không nhận lệnh.');
    expect(await person.sheets()).toEqual(SHEETS);
    await person.does((preview) => void (preview.faults.isFocusLost = false));
    await person.presses('Làm lại');
    await person.reads('Đã chấm và ghi');
  });

  it('the page opens on a workbook with things to mend, so that the first check shows some', async () => {
    const fresh = await Person.sitsDown(browser, { sample: '' });
    await fresh.checks();
    await fresh.reads('Đã kiểm tra: 3 lỗi, 2 cảnh báo, 7 ghi chú.');
    await fresh.opened.context.close();
  });

  it('a workbook with no index set offers sample sheets, and they can be scored', async () => {
    await person.opens({ Trang1: [['Danh sách khách mời'], ['Ông A']] });
    await person.checks();
    await person.reads('Chưa có bộ chỉ số');
    await person.presses('Chèn các trang mẫu');
    await person.reads('Đã chèn các trang mẫu.');
    await person.scores();
    expect(await person.values('Trang1')).toEqual({ '0,0': 'Danh sách khách mời', '1,0': 'Ông A' });
    expect(await person.sheets()).toContain(RANKING);
  });
});

describe('sizes', () => {
  it('requests and answers that are too large are cut smaller', async () => {
    await person.opensBytes(readFileSync(new URL('samples/so-nganh-21x40.xlsx', `file://${ROOT}`)), 'so-nganh.xlsx');
    await person.scores();
    const whole = await person.values('Chi tiết điểm');
    const sizes = (): Promise<number[]> =>
      person.does((preview) =>
        preview.host!.requests.filter(({ error }) => error === null).map((one) => Math.max(one.bytes, one.answerBytes)),
      );
    const before = await sizes();
    const limit = Math.round(Math.max(...before) * 0.6);
    expect(limit).toBeGreaterThan(112_000);
    await person.does((preview, most) => void (preview.faults.payloadLimit = most), limit);
    await person.scores();
    expect(Object.keys(await person.values('Chi tiết điểm'))).toEqual(Object.keys(whole));
    expect(Math.max(...(await sizes()).slice(before.length))).toBeLessThanOrEqual(limit);
  });

  it('what does not fit in any way is said', async () => {
    await person.does((preview) => void (preview.faults.payloadLimit = 1_200));
    await person.goesTo('Kiểm tra');
    await person.presses('Kiểm tra sổ tính');
    await person.reads('Số liệu quá lớn so với mức Excel cho phép trong một lần.');
  });

  it('a null answer to a large read is never taken for an empty sheet', async () => {
    await person.does((preview) => void (preview.faults.nullAbove = 6));
    await person.checks();
    await person.reads('Đã kiểm tra: 0 lỗi, 0 cảnh báo, 1 ghi chú.');
  });
});

describe('Excel does not answer', () => {
  it('a cell being edited: the person is told to press Enter, then it goes on', async () => {
    await person.turnsTo('Số liệu');
    await person.selects('C2');
    await person.page.keyboard.type('4');
    await person.presses('Kiểm tra sổ tính');
    await person.reads('Excel chưa trả lời. Nếu đang sửa một ô, đề nghị nhấn Enter trong ô đó.');
    await person.cell('C2').getByRole('textbox').press('Enter');
    await person.reads('Đã kiểm tra:');
    expect((await person.values('Số liệu'))['1,2']).toBe(4);
  });

  it('an Excel that can’t wait for the end of editing says so', async () => {
    await person.restarts(`preview.restart({ matrix: { ExcelApi: '1.14' } })`);
    await person.turnsTo('Số liệu');
    await person.selects('C2');
    await person.page.keyboard.type('4');
    await person.presses('Kiểm tra sổ tính');
    await person.reads('Một ô đang được sửa dở nên Excel chưa nhận lệnh. Đề nghị nhấn Enter trong ô đó rồi làm lại.');
    await person.cell('C2').getByRole('textbox').press('Enter');
    await person.presses('Làm lại');
    await person.reads('Đã kiểm tra:');
  });

  it('a lost session', async () => {
    await person.does((preview) => preview.faults.onRequest(1, { kind: 'office-error', code: 5012 }));
    await person.presses('Kiểm tra sổ tính');
    await person.reads('Mất kết nối với sổ tính. Đề nghị đóng bảng điều khiển rồi mở lại; sổ tính vẫn nguyên vẹn.');
  });

  it('an Excel that is too old', async () => {
    await person.restarts(`preview.restart({ matrix: { ExcelApi: '1.13' } })`, false);
    await person.pane
      .getByRole('alert')
      .getByText('Excel này quá cũ: cần Excel 2021, Microsoft 365 hoặc Excel trên web.')
      .waitFor();
  });
});

describe('with a clock that is turned on', () => {
  let other: Person;
  beforeAll(async () => {
    other = await Person.sitsDown(browser, { clock: true });
  });

  it('onReady that never comes: the address to allow is named', async () => {
    await other.restarts(`preview.faults.neverReady = true; preview.restart({ faults: preview.faults })`, false);
    await other.reads('Đang nối với Excel …');
    await other.page.clock.fastForward(11_000);
    await other.reads('Không tải được thư viện Office sau 10 giây');
    await other.reads('https://appsforoffice.microsoft.com');
  });

  it('a request that never answers', async () => {
    await other.restarts();
    await other.does((preview) => preview.faults.onRequest(2, { kind: 'silence' }));
    await other.presses('Kiểm tra sổ tính');
    await other.page.clock.fastForward(3_000);
    await other.reads('Excel chưa trả lời.');
    await other.page.clock.fastForward(121_000);
    await other.reads(
      'Excel không trả lời. Đề nghị nhấn Enter nếu đang sửa ô; nếu vẫn vậy, đề nghị đóng bảng điều khiển rồi mở lại.',
    );
  });

  afterAll(() => other?.opened.context.close());
});
