// @vitest-environment jsdom
/** What current browsers do and the bundled one does not. */
import { afterEach, expect, it } from 'vitest';
import { screen, waitFor } from '@testing-library/react';
import { closePane, openPane, sample } from './open.ts';

afterEach(() => {
  closePane();
  Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
});

it('scrolling that answers with a promise does not stop the pane at the next finding', async () => {
  const asked: unknown[] = [];
  Element.prototype.scrollIntoView = function (how) {
    asked.push(how);
    return Promise.resolve() as never;
  };
  const pane = await openPane(sample('moi-loi'));
  await pane.press('Kiểm tra sổ tính');
  await waitFor(() => expect(pane.rows().length).toBeGreaterThan(3));
  for (const at of [1, 2, 3]) {
    await pane.user.click(pane.rows()[at]!.querySelector('button') ?? pane.rows()[at]!);
    await waitFor(() => expect(asked.length).toBeGreaterThanOrEqual(at));
  }
  expect(screen.queryByText(/Bảng điều khiển gặp lỗi/)).toBeNull();
  expect(pane.rows().length).toBeGreaterThan(3);
});
