/** The whole job in the sidebar: check, reveal, repair, waive, score, ranking, one unit, settings. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../excel/e2e/browser.ts';
import { Person, startSidebar, type Started } from './browser.ts';
import { CoreServer } from './core-server.ts';

let started: Started;
beforeAll(async () => {
  started = await startSidebar();
});
afterAll(() => started?.browser.close());

const book = (name: string): CoreServer => new CoreServer(readFileSync(`${ROOT}samples/${name}.xlsx`));

it('checks, reveals, repairs, waives, scores, explains and sets, by mouse', async () => {
  const server = book('moi-loi');
  const person = await Person.opens(started, server);
  try {
    await person.checks();
    await person.frame.locator('.item').first().click();
    await expect.poll(() => server.revealed).toHaveLength(1);
    await person.reads(/^Đã chọn ô /);
    await person.goesTo('Chấm điểm');
    await person.presses('Chấm điểm và xếp hạng');
    await person.reads('Đã chấm và ghi: Xếp hạng, Chi tiết điểm, Kiểm tra.');
    await person.presses('Xem xếp hạng');
    await person.frame.locator('.item').first().click();
    await person.reads('Về bảng xếp hạng');
    await person
      .button(/^Đến ô /)
      .first()
      .click();
    await expect.poll(() => server.revealed).toHaveLength(2);
    await person.goesTo('Thiết lập');
    await person.reads(/^Đọc từ và ghi vào trang/);
    expect(person.complaints).toEqual([]);
    expect(person.pace.most).toBeLessThanOrEqual(10);
  } finally {
    await person.leaves();
  }
});

it('is clean for screen readers', async () => {
  const person = await Person.opens(started, book('moi-loi'));
  try {
    await person.axe();
    await person.checks();
    await person.axe();
  } finally {
    await person.leaves();
  }
});
