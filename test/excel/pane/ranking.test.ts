// @vitest-environment jsdom
/** Xếp hạng: the list, its bars, and one unit in full. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import type { Shown } from '#core/view/outcome';
import { rankingPage, rankingViews, type RankingQuery, type RankingView } from '#core/view/ranking';
import { unitView } from '#core/view/unit';
import type { Picture } from '#core/workbook/picture';
import { book, sheet } from '#test/support/book';
import { asShown, closePane, openPane, sample, type OpenPane } from './open.ts';

/** One page of an outcome's ranking. */
const rankingOf = (shown: Shown, query: RankingQuery): RankingView =>
  rankingPage(rankingViews(shown, query.language), query);

afterEach(closePane);

const OPTIONS = { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' } as const;
const QUERY = { group: 0, sort: 'rank', text: '', offset: 0, limit: 1000, language: 'vi' } as const;

const mixed = book(
  sheet('Bảng điểm', [
    ['TT', 'Đơn vị', '1.1', '1.2', '2.1'],
    [null, 'Điểm tối đa', 400, 200, 400],
    [1, 'Sở A', 300, 100, 200],
    [2, 'Sở B', 200, 200, 200],
    [3, 'Sở C', 400, 200, 'chưa rõ'],
    [4, 'Sở D', 100, 0, 50],
  ]),
);

const before = book(
  sheet('Bộ chỉ số', [
    ['Mã', 'Chỉ số', 'Điểm tối đa'],
    ['1', 'Một', 900],
    ['2', 'Hai', 100],
  ]),
  sheet('Đơn vị', [
    ['Tên đơn vị', 'Nhóm', 'Hạng kỳ trước'],
    ['Xã A', 'Xã', 3],
    ['Xã B', 'Xã', 2],
    ['Xã C', 'Xã', 1],
    ['Xã D', 'Xã', null],
    ['Xã E', 'Xã', 4],
  ]),
  sheet('Số liệu', [
    ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
    ['Xã A', '1', 900],
    ['Xã B', '1', 800],
    ['Xã C', '1', 700],
    ['Xã D', '1', 600],
  ]),
);

/** @returns the texts of a row's line, as they are seen. */
function seen(row: HTMLElement): string[] {
  return [...row.querySelector('[title]')!.children].map(({ textContent }) => textContent ?? '');
}

async function ranked(picture: Picture): Promise<OpenPane> {
  const pane = await openPane(structuredClone(picture));
  await pane.press('Kiểm tra sổ tính');
  await pane.says(/^Đã kiểm tra/);
  await pane.tab('Xếp hạng');
  await waitFor(() => expect(pane.rows().length).toBeGreaterThan(0));
  return pane;
}

it('before the first run it says what to do', async () => {
  const pane = await openPane(mixed);
  await pane.tab('Xếp hạng');
  expect(screen.getByText(/Chưa có xếp hạng/)).toBeTruthy();
  await pane.press('Kiểm tra sổ tính');
  await waitFor(() => expect(pane.rows()).toHaveLength(4));
});

describe('the list', () => {
  it('ranks, ties, points and blocked units with the reason; provisional while one is blocked', async () => {
    const pane = await ranked(mixed);
    const [first, second, third, last] = pane.rows();
    for (const tied of [first!, second!]) {
      expect(tied.textContent).toContain('Hạng 1, đồng hạng');
      expect(tied.textContent).toContain('600,00/1.000 điểm');
    }
    expect([first, second].map((row) => /Sở [AB]/.exec(row!.textContent!)![0])).toEqual(['Sở A', 'Sở B']);
    expect(third!.textContent).toContain('Hạng 3');
    expect(third!.textContent).toContain('Sở D');
    expect(last!.textContent).toContain('chưa đủ điều kiện');
    expect(last!.textContent).toContain('tạm tính 600,00/1.000 điểm');
    expect(last!.textContent).toContain('1 giá trị chưa đọc được chắc chắn.');
    expect(screen.getByText(/^TẠM TÍNH – còn 1 đơn vị/)).toBeTruthy();
  });

  it('is one line a unit: rank, name, points; nothing of a last period where there is none', async () => {
    const pane = await ranked(mixed);
    expect(pane.rows().map(seen)).toEqual([
      ['1', 'Sở A', '600,00'],
      ['1', 'Sở B', '600,00'],
      ['3', 'Sở D', '150,00'],
      ['–', 'Sở C', '600,00'],
    ]);
    expect(pane.rows()[3]!.lastElementChild!.textContent).toBe(
      'tạm tính · chưa đủ điều kiện xếp hạng · 1 giá trị chưa đọc được chắc chắn.',
    );
    // A name that is cut off is there in full.
    expect(pane.rows()[0]!.querySelector('[title]')!.getAttribute('title')).toMatch(/^Sở A\n600,00\/1\.000 điểm/);
    expect(screen.getByText('Điểm tối đa: 1.000')).toBeTruthy();
  });

  it('shows the change against the last period, in words for whoever can’t see it', async () => {
    const pane = await ranked(before);
    expect(pane.rows().map(seen)).toEqual([
      ['1', 'Xã A', '900,00', '▲2'],
      ['2', 'Xã B', '800,00', '='],
      ['3', 'Xã C', '700,00', '▼2'],
      ['4', 'Xã D', '600,00'],
      ['–', 'Xã E', '—'],
    ]);
    expect(pane.rows().map((row) => /(tăng|giảm) \d+ bậc|giữ nguyên hạng/.exec(row.textContent!)?.[0])).toEqual([
      'tăng 2 bậc',
      'giữ nguyên hạng',
      'giảm 2 bậc',
      undefined,
      undefined,
    ]);
    expect(screen.getByText('Điểm tối đa: 1.000 · ▲▼ so với kỳ trước')).toBeTruthy();
    // Nothing was handed in: neither 0 points nor a number in the list.
    expect(pane.rows()[4]!.textContent).not.toMatch(/\d/);
  });

  it('can be put in another order', async () => {
    const pane = await ranked(before);
    const order = screen.getByLabelText('Sắp xếp');
    expect(
      within(order)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Theo hạng',
      'Theo tên đơn vị',
      'Tăng hạng nhiều nhất',
      'Giảm hạng nhiều nhất',
      'Mất điểm nhiều nhất',
      'Thiếu số liệu nhiều nhất',
    ]);
    for (const [chosen, units] of [
      ['Giảm hạng nhiều nhất', 'CBADE'],
      ['Mất điểm nhiều nhất', 'DCBAE'],
      ['Theo hạng', 'ABCDE'],
    ] as const) {
      await pane.user.selectOptions(order, chosen);
      await waitFor(() =>
        expect(
          pane
            .rows()
            .map((row) => seen(row)[1]!.slice(-1))
            .join(''),
        ).toBe(units),
      );
    }
  });

  it('shows the share where it is what ranks', async () => {
    const pane = await ranked(
      book(
        ...mixed.sheets,
        sheet('Thiết lập', [
          ['Thiết lập', 'Giá trị'],
          ['Xếp hạng theo', 'tỷ lệ'],
        ]),
      ),
    );
    expect(pane.rows().map((row) => seen(row)[2])).toEqual(['60,00%', '60,00%', '15,00%', '600,00']);
  });

  it('comes in pages of 50 that the arrows cross', async () => {
    const pane = await ranked(sample('cap-xa-95x62'));
    await pane.user.selectOptions(screen.getByLabelText('Nhóm'), 'Xã (62)');
    await pane.says('1–50 trong 62');
    await waitFor(() => expect(pane.rows()).toHaveLength(50));
    pane.rows()[0]!.focus();
    await pane.user.keyboard('{ArrowUp}');
    await pane.says('51–62 trong 62');
    await waitFor(() => expect(document.activeElement).toBe(pane.rows().at(-1)));
    expect(seen(pane.rows().at(-1)!)[0]).toBe('62');
    await pane.press('Trang trước');
    await pane.says('1–50 trong 62');
  });

  it('has a bar piece for every main indicator, as long as its share, with the same in words and a legend', async () => {
    const pane = await ranked(mixed);
    const [first] = pane.rows();
    const [frame, ...pieces] = first!.querySelectorAll('rect');
    expect(Number(frame!.getAttribute('width'))).toBeCloseTo(100);
    expect(pieces.map((piece) => Number(piece.getAttribute('width')))).toEqual([
      expect.closeTo(40) as number,
      expect.closeTo(20) as number,
    ]);
    expect(pieces.map((piece) => Number(piece.getAttribute('x')))).toEqual([0, expect.closeTo(40) as number]);
    expect(new Set(pieces.map((piece) => piece.getAttribute('fill'))).size).toBe(2);
    expect(first!.textContent).toMatch(/400,00; .*200,00/);
    const legend = screen.getByText('Chỉ số chính').closest('details')!;
    expect(within(legend).getAllByText(/\(600\)|\(400\)/)).toHaveLength(2);
  });

  it('is the core’s ranking, whole, and can be searched without diacritics', async () => {
    const pane = await ranked(sample('cap-huyen-11x64'));
    const expected = rankingOf(scoreWorkbook(await asShown(sample('cap-huyen-11x64')), OPTIONS), QUERY);
    expect(pane.rows().map((row) => row.textContent)).toEqual(
      expected.items.map(({ name }) => expect.stringContaining(name) as string),
    );
    await pane.user.type(screen.getByLabelText('Tìm'), 'long khanh');
    await waitFor(() => expect(pane.rows()).toHaveLength(1));
    await pane.user.type(screen.getByLabelText('Tìm'), 'xyz');
    await pane.says('Không có đơn vị nào khớp.');
  });

  it('groups are chosen one at a time', async () => {
    const units = ['Sở A', 'Sở B', 'Xã A', 'Xã B'];
    const pane = await ranked(
      book(
        sheet('Đơn vị', [['Tên đơn vị', 'Nhóm'], ...units.map((name) => [name, name.slice(0, 2)])]),
        sheet('Bảng điểm', [
          ['TT', 'Đơn vị', '1.1'],
          [null, 'Điểm tối đa', 1000],
          ...units.map((name, at) => [at + 1, name, 100 * (at + 1)]),
        ]),
      ),
    );
    expect(pane.rows().map((row) => /(Sở|Xã) [AB]/.exec(row.textContent!)![0])).toEqual(['Sở B', 'Sở A']);
    await pane.user.selectOptions(screen.getByLabelText('Nhóm'), 'Xã (2)');
    await waitFor(() =>
      expect(pane.rows().map((row) => /(Sở|Xã) [AB]/.exec(row.textContent!)![0])).toEqual(['Xã B', 'Xã A']),
    );
  });
});

const COLUMNS = [
  ['self', 'Điểm tự chấm'],
  ['calculated', 'Điểm tính theo số liệu'],
  ['verified', 'Điểm thẩm định'],
] as const;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A person's click on the summary; jsdom opens it without telling. */
function unfold(fold: HTMLDetailsElement): void {
  fold.open = true;
  fireEvent(fold, new Event('toggle'));
}

describe('a unit in full', () => {
  it('shows every indicator with each source’s points and how they came about; a click selects the cell', async () => {
    const picture = sample('cap-huyen-11x64');
    const outcome = scoreWorkbook(await asShown(picture), OPTIONS);
    const [best] = rankingOf(outcome, QUERY).items;
    const expected = unitView(outcome, best!.unit, 'vi')!;
    const pane = await ranked(picture);
    await pane.user.click(pane.rows()[0]!);
    const heading = await screen.findByRole('heading', { name: best!.name });
    await waitFor(() => expect(document.activeElement).toBe(heading));

    const entries = expected.pillars.flatMap((pillar) => pillar.entries);
    const panel = screen.getByRole('tabpanel');
    const losses = within(panel).getByRole('heading', { name: 'Mất điểm nhiều nhất' }).closest('section')!;
    expect([...losses.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual(
      expected.losses.map(
        ({ code, name, lost, explanation }) =>
          expect.stringMatching(new RegExp(`^${escaped(`${code} ${name}${lost}`)}.*${escaped(explanation)}`)) as string,
      ),
    );
    expect(expected.losses).toHaveLength(5);

    // More indicators than are seen at a glance: the main ones are folded, and drawn only once they are opened.
    const folds = [...panel.querySelectorAll<HTMLDetailsElement>('details')];
    const shown = expected.pillars.filter((pillar) => pillar.entries.length > 0);
    expect(folds).toHaveLength(shown.length);
    for (const [at, pillar] of shown.entries()) {
      const fold = folds[at]!;
      expect(within(fold).getByRole('heading', { name: `${pillar.code} ${pillar.name}` })).toBeTruthy();
      expect(within(fold).getByText(`${pillar.points}/${pillar.maximum}`)).toBeTruthy();
      expect(Number(fold.querySelectorAll('rect')[1]!.getAttribute('width'))).toBeCloseTo(pillar.fraction * 100);
      expect(fold.querySelector('li')).toBeNull();
      unfold(fold);
      await waitFor(() => expect(fold.querySelectorAll('li')).toHaveLength(pillar.entries.length));
      const lines = fold.querySelectorAll('li');
      for (const [place, entry] of pillar.entries.entries()) {
        const { code, name, official, maximum, explanation } = entry;
        const { textContent: text } = lines[place]!;
        expect(text).toContain(`${code} ${name}${official}/${maximum}`);
        expect(text).toContain(explanation);
        for (const [source, column] of COLUMNS) {
          const points = entry[source];
          const isOther = points !== null && points !== official;
          if (isOther) expect(text).toContain(`${column} ${points}`);
          else if (points === null) expect(text).not.toContain(column);
        }
      }
    }

    const { source } = entries.find((entry) => entry.source !== null)!;
    const cell = `${source!.sheet}!${source!.cell}`;
    await pane.user.click(screen.getAllByRole('button', { name: `Đến ô ${cell}` })[0]!);
    await waitFor(() => expect(pane.selected()).toBe(cell));
  });

  it('leads back to where the person was, by keyboard alone', async () => {
    const pane = await ranked(mixed);
    pane.rows()[0]!.focus();
    await pane.user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await screen.findByRole('heading', { name: 'Sở D' });
    await pane.press('Về bảng xếp hạng');
    await waitFor(() => expect(pane.rows()).toContain(document.activeElement));
    expect(document.activeElement!.textContent).toContain('Sở D');
  });

  it('opens with the keyboard on its name, and Escape leads back to its row', async () => {
    const pane = await ranked(mixed);
    pane.rows()[0]!.focus();
    await pane.user.keyboard('{ArrowDown}{Enter}');
    const heading = await screen.findByRole('heading', { name: 'Sở B' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    await pane.user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement!.textContent).toContain('Sở B'));
    expect(pane.rows()).toContain(document.activeElement);
  });

  it('that is blocked names the values that hold it up first, with the way to their cells', async () => {
    const pane = await ranked(mixed);
    await pane.user.click(pane.rows()[3]!);
    await screen.findByText(
      'chưa đủ điều kiện xếp hạng · tạm tính 600,00/1.000 điểm · 1 giá trị chưa đọc được chắc chắn.',
    );
    const section = screen.getByRole('heading', { name: 'Chưa tính được điểm' }).closest('section')!;
    expect(section.textContent).toContain('Chưa tính được: không đọc chắc chắn được Điểm thẩm định');
    await pane.user.click(within(section).getByRole('button', { name: 'Đến ô Bảng điểm!E5' }));
    await waitFor(() => expect(pane.selected()).toBe('Bảng điểm!E5'));
    await within(section).findByText('Đã chọn ô Bảng điểm!E5');
  });

  it('that handed in nothing shows no points at all', async () => {
    const pane = await ranked(before);
    await pane.user.click(pane.rows()[4]!);
    await screen.findByText('chưa đủ điều kiện xếp hạng · Đơn vị chưa có số liệu.');
    expect(screen.queryByRole('heading', { name: 'Mất điểm nhiều nhất' })).toBeNull();
    expect(screen.getByRole('tabpanel').textContent).not.toContain('0,00');
  });

  it('does not take the keyboard from whoever walks over the tabs', async () => {
    const pane = await ranked(mixed);
    await pane.user.click(pane.rows()[0]!);
    await screen.findByRole('heading', { name: 'Sở A' });
    screen.getByRole('tab', { name: 'Xếp hạng' }).focus();
    await pane.user.keyboard('{ArrowLeft}{ArrowRight}');
    await screen.findByRole('heading', { name: 'Sở A' });
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Xếp hạng' }));
  });

  it('is still open after a look at another tab, and closes when another unit took its place', async () => {
    const pane = await ranked(mixed);
    await pane.user.click(pane.rows()[2]!);
    await screen.findByRole('heading', { name: 'Sở D' });
    await pane.tab('Kiểm tra');
    await pane.tab('Xếp hạng');
    await screen.findByRole('heading', { name: 'Sở D' });
    pane.type('Bảng điểm', 'B6', 'Sở Mới');
    await pane.says(/có thể đã đổi/);
    await pane.press('Kiểm tra lại');
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Sở D' })).toBeNull());
    await waitFor(() => expect(pane.rows()).toHaveLength(4));
  });
});
