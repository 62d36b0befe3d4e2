/** What can go wrong between the sidebar and Google: each is said in Vietnamese, with what to do, and nothing is lost. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SCOPES } from '#local/sheets-host/host';
import { SheetsBook } from './book.ts';
import { Person, startSidebar, type Fault, type Started } from './browser.ts';

let started: Started;
let person: Person;
let book: SheetsBook;
beforeAll(async () => {
  started = await startSidebar();
});
afterEach(() => person?.leaves());
afterAll(() => started?.browser.close());

async function opens(sample = 'moi-loi', faults: Fault[] = [], delay = 0): Promise<void> {
  book = await SheetsBook.of(sample);
  person = await Person.opens(started, book, { delay }, faults);
}

const alert = (): Promise<string> => person.frame.getByRole('alert').filter({ visible: true }).first().innerText();
const scores = async (): Promise<void> => {
  await person.goesTo('Chấm điểm');
  await person.presses(/^Chấm (điểm và xếp hạng|lại)$/);
};

describe('the first call', () => {
  it('fails where several Google accounts are signed in: the way out is explained, and trying again goes on', async () => {
    const refused = { name: 'getFacts', how: 'before', message: 'Error code PERMISSION_DENIED' } as const;
    await opens('moi-loi', [refused]);
    const words = await alert();
    expect(words).toContain('nhiều tài khoản Google');
    expect(words).toContain('cửa sổ ẩn danh');
    expect(words).toContain('Google báo: Error code PERMISSION_DENIED');
    await person.presses('Làm lại');
    await person.reads('Kiểm tra sổ tính');
    expect(person.complaints).toEqual([]);
  });
});

describe('a check', () => {
  it('without a permission says which, and how to grant it', async () => {
    await opens();
    book.conditions = { granted: [SCOPES[1]!] };
    await person.presses('Kiểm tra sổ tính');
    await person.reads(/Tiện ích chưa được cấp đủ quyền/);
    expect(await alert()).toContain('Nghìn Điểm › Kiểm tra sổ tính');
  });

  it('that comes back empty is no success', async () => {
    await opens('moi-loi', [{ name: 'runCheck', how: 'null' }]);
    await person.presses('Kiểm tra sổ tính');
    await person.reads('Google không trả về kết quả.');
    await person.presses('Làm lại');
    await person.reads('Đã kiểm tra:');
  });

  it('that Google fails in the middle of says so, with Google’s words; doing it again helps', async () => {
    await opens('moi-loi', [{ name: 'runCheck', how: 'before', message: 'NetworkError: Connection failure' }]);
    await person.presses('Kiểm tra sổ tính');
    await person.reads(/Google Trang tính đang gặp sự cố \(NetworkError: Connection failure\)/);
    await person.presses('Làm lại');
    await person.reads('Đã kiểm tra:');
  });

  it('goes on once, however often the button is pressed, and tells how long it takes', async () => {
    await opens('moi-loi', [], 1600);
    await person.button('Kiểm tra sổ tính').evaluate((button: HTMLElement) => {
      for (let times = 0; times < 4; times += 1) button.click();
    });
    await person.reads('Đang đọc và kiểm tra sổ tính …');
    await person.reads('Google không báo tiến độ');
    await person.reads('Đã chờ 1 giây.');
    await person.reads('Đã kiểm tra:');
    expect(person.calls.filter((name) => name === 'runCheck')).toHaveLength(1);
  });
});

describe('a score', () => {
  it('waits its turn where somebody else is writing', async () => {
    await opens();
    book.conditions = { lockBusy: true };
    await scores();
    await person.reads(/^Một người khác .* đang chấm sổ tính này/);
    expect(book.names()).not.toContain('Xếp hạng');
    book.conditions = {};
    await person.presses('Làm lại');
    await person.reads('Đã ghi:');
  });

  it('that Google has not enough time for stops with nothing written', async () => {
    await opens();
    book.conditions = { latency: 60_000 };
    await scores();
    await person.reads(/6 phút mà Google cho mỗi lần chạy/);
    expect(book.names()).not.toContain('Xếp hạng');
  });

  it('whose answer gets lost is not said to have failed, nor to have worked; repeating it is harmless', async () => {
    await opens('moi-loi', [{ name: 'runScore', how: 'after', message: 'Service Spreadsheets timed out' }]);
    await scores();
    await person.reads(/chưa rõ các trang kết quả đã ghi xong chưa/);
    expect(book.names()).toContain('Xếp hạng');
    const sheets = book.names();
    await person.presses('Làm lại');
    await person.reads('Đã ghi:');
    expect(book.names()).toEqual(sheets);
  });

  it('that may only look is told so', async () => {
    await opens();
    book.conditions = { viewer: true };
    await scores();
    await person.reads(/có thể bạn chỉ có quyền xem/);
  });

  it('says what was left out', async () => {
    await opens();
    await scores();
    await person.reads('Đã ghi:');
    const { area } = book.host.book(['Kiểm tra']).sheets[0]!.filter!;
    book.host.change('Kiểm tra', { filter: { area, criteria: [1] }, hiddenRows: [area.top + 1] });
    await scores();
    await person.reads('Đã ghi, nhưng lưu ý');
    await person.reads('Trang “Kiểm tra” đang lọc: đã bỏ lọc để ghi đúng dòng.');
  });

  it('asks before a person’s filter over our ranking goes: left alone it stays, agreed to it is written', async () => {
    await opens();
    await scores();
    await person.reads('Đã ghi:');
    const filter = { area: { top: 5, left: 0, bottom: 12, right: 5 }, criteria: [] };
    book.host.change('Xếp hạng', { filter });
    await scores();
    await person.reads('Hỏi trước khi ghi');
    expect(await alert()).toContain('Bộ lọc đang đặt ở trang Xếp hạng sẽ được bỏ');
    await person.presses('Không ghi');
    expect(await person.frame.getByText('Hỏi trước khi ghi').count()).toBe(0);
    const ranking = (): unknown => book.host.book(['Xếp hạng']).sheets[0]!.filter;
    expect(ranking()).toEqual(filter);
    await scores();
    await person.presses('Vẫn ghi');
    await person.reads('Đã ghi:');
    expect(ranking()).toBeNull();
  });
});

describe('a repair', () => {
  const preview = async (): Promise<void> => {
    await person.checks();
    await person.searches('C19');
    await person.frame.locator('.list[aria-busy=false] .item', { hasText: 'C19' }).click();
    await person.presses('Sửa …');
    await person.reads('Sẽ sửa 1 ô');
  };

  it('of a cell that somebody changed meanwhile changes nothing', async () => {
    await opens();
    await preview();
    book.types('Số liệu', 'C19', '0,9');
    await person.presses('Sửa ngay');
    await person.reads(/C19.* nay có nội dung khác lúc kiểm tra/);
    expect(book.value('Số liệu', 'C19')).toBe('0,9');
    await person.frame.getByRole('alert').getByRole('button', { name: 'Kiểm tra lại' }).click();
    await person.reads('Đã kiểm tra:');
  });

  it('that is written and can’t be read again is said to be written, and can be taken back', async () => {
    await opens();
    const before = book.host.book();
    await preview();
    book.conditions = { faults: [{ method: 'Sheet.getDataRange', when: 'before', times: 99 }] };
    await person.presses('Sửa ngay');
    await person.reads('Đã ghi 1 ô vào sổ tính');
    await person.reads(/gặp sự cố khi đọc lại/);
    expect(book.value('Số liệu', 'C19')).toBe(0.8);
    book.conditions = {};
    await person.frame.getByRole('button', { name: 'Kiểm tra lại' }).first().click();
    await person.reads('Đã kiểm tra:');
    await person.presses('Hoàn tác lần sửa');
    await person.reads('Đã trả lại như trước.');
    expect(book.host.book().sheets.map(({ rows }) => rows)).toEqual(before.sheets.map(({ rows }) => rows));
  });

  it('whose answer gets lost sends the person to look, not to repeat', async () => {
    await opens('moi-loi', [{ name: 'applyEdits', how: 'after', message: 'Service error: Spreadsheets' }]);
    await preview();
    await person.presses('Sửa ngay');
    await person.reads(/chưa rõ đã ghi xong chưa/);
    await person.reads('Google báo: Service error: Spreadsheets');
    expect(await person.button('Làm lại').count()).toBe(0);
    await person.frame.getByRole('alert').getByRole('button', { name: 'Kiểm tra lại' }).click();
    await person.reads('Đã kiểm tra:');
    expect(book.value('Số liệu', 'C19')).toBe(0.8);
  });
});

describe('a list', () => {
  it('that can’t be fetched says so where it would stand, and can be asked for again', async () => {
    await opens('moi-loi', [{ name: 'ask', how: 'before', message: 'Too many simultaneous invocations' }]);
    await person.presses('Kiểm tra sổ tính');
    await person.reads(/Too many simultaneous invocations/);
    await person.presses('Làm lại');
    await person.frame.locator('.item').first().waitFor();
  });

  it('of a workbook that has changed asks for a new check', async () => {
    await opens();
    await person.checks();
    book.types('Số liệu', 'C19', '0,7');
    book.host.forget();
    await person.goesTo('Xếp hạng');
    await person.reads('Sổ tính đã đổi, nên phần này không lấy được nữa. Đề nghị kiểm tra lại.');
    await person.frame.locator('.notices').getByRole('button', { name: 'Kiểm tra lại' }).click();
    await person.frame.locator('.item').first().waitFor();
  });

  it('shows no finding under the wrong row while another list is on its way', async () => {
    await opens();
    await person.checks();
    person.pace.delay = 800;
    await person.presses(/^Cảnh báo \d+$/);
    await person.frame.locator('.item').nth(3).click();
    await person.frame.locator('.list[aria-busy=false]').waitFor();
    expect(await person.frame.locator('.current').count()).toBe(0);
    expect(person.calls).not.toContain('revealCell');
  });
});

describe('a cell', () => {
  it('on a sheet that is hidden by now is named, since it can’t be shown', async () => {
    await opens();
    await person.checks();
    book.host.change('Số liệu', { hidden: true });
    await person.frame.locator('.item').first().click();
    await person.reads(/^Trang này đang ẩn hoặc không còn, nên chưa đến được\. Ô cần xem: Số liệu!/);
  });
});

describe('a setting', () => {
  it('that the key can’t take is refused before anything is written', async () => {
    await opens();
    await person.checks();
    await person.goesTo('Thiết lập');
    await person.frame.getByLabel('Tổng điểm').fill('một nghìn');
    await person.presses('Lưu Tổng điểm');
    await person.reads('“một nghìn” không hợp với mục này, nên chưa ghi.');
    expect(book.texts('Thiết lập')).not.toContain('một nghìn');
  });
});
