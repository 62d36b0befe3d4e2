// @vitest-environment jsdom
/** Xếp hạng: the list, its bars, and one unit in full. */
import { screen, waitFor, within } from '@testing-library/react';
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
const QUERY = { group: 0, text: '', offset: 0, limit: 1000, language: 'vi' } as const;

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
    const tables = screen.getAllByRole<HTMLTableElement>('table');
    const shown = expected.pillars.filter((pillar) => pillar.entries.length > 0);
    expect(tables).toHaveLength(shown.length);
    tables.forEach((table, at) => {
      expect([...table.tHead!.rows[0]!.cells].map(({ textContent }) => textContent)).toEqual([
        'Điểm tự chấm',
        'Điểm tính theo số liệu',
        'Điểm thẩm định',
        'Điểm chính thức',
        'Điểm tối đa',
      ]);
      const parts = shown[at]!.entries;
      expect(table.tBodies).toHaveLength(parts.length);
      parts.forEach(({ code, name, self, calculated, verified, official, maximum, explanation }, index) => {
        const body = table.tBodies[index]!;
        expect(body.rows[0]!.textContent).toBe(`${code} ${name}`);
        expect([...body.rows[1]!.cells].map(({ textContent }) => textContent)).toEqual(
          [self, calculated, verified, official, maximum].map((points) => points ?? '–'),
        );
        expect(body.textContent).toContain(explanation);
      });
    });
    for (const pillar of expected.pillars)
      expect(screen.getByRole('heading', { name: `${pillar.code} ${pillar.name}: ${pillar.points}` })).toBeTruthy();

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
