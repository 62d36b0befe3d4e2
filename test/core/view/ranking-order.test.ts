/** The order in which the panels list units, page by page, and the change against the period before. */
import { describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { rankingPage, rankingViews, type RankingView, type Sort } from '#core/view/ranking';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { book, sheet } from '#test/support/book';

const OPTIONS = { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' } as const;
const QUERY = { group: 0, sort: 'rank', text: '', offset: 0, limit: 50 } as const;

/** Points out of 10 and rank of the last period; null: none. */
type Row = readonly [name: string, points: Cell, before: number | null];

function bookOf(rows: readonly Row[], settings: Cell[][] = []): Picture {
  return book(
    sheet('Bộ chỉ số', [
      ['Mã', 'Chỉ số', 'Điểm tối đa'],
      ['1', 'Một', 10],
      ['2', 'Hai', 990],
    ]),
    sheet('Đơn vị', [
      ['Tên đơn vị', 'Nhóm', 'Hạng kỳ trước'],
      ...rows.map(([name, , before]): Cell[] => [name, 'Xã', before]),
    ]),
    sheet('Số liệu', [
      ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
      ...rows.flatMap(([name, points]): Cell[][] => (points === null ? [] : [[name, '1', points]])),
    ]),
    sheet('Thiết lập', [['Thiết lập', 'Giá trị'], ['Số chữ số thập phân', 1], ...settings]),
  );
}

const views = (picture: Picture): RankingView[] => rankingViews(scoreWorkbook(picture, OPTIONS), 'vi');

const ROWS: readonly Row[] = [
  ['Xã Ô', 9, 3],
  ['Xã Đông', 8, 2],
  ['Xã Dương', 8, 1],
  ['Xã Ân', 7, 9],
  ['Xã Ăn', 6, null],
  ['Xã An', 'chưa rõ', 4],
  ['Xã Bé', null, 5],
];

describe('units are listed', () => {
  const [view] = views(bookOf(ROWS));
  const names = (sort: Sort, more: { offset?: number; limit?: number; text?: string } = {}): string[] =>
    rankingPage([view!], { ...QUERY, sort, ...more }).items.map(({ name }) => name.slice(3));

  it('by rank, equals by name, those without a rank last', () => {
    expect(names('rank')).toEqual(['Ô', 'Dương', 'Đông', 'Ân', 'Ăn', 'An', 'Bé']);
  });

  it('by name as the Vietnamese alphabet has it', () => {
    expect(names('name')).toEqual(['An', 'Ăn', 'Ân', 'Bé', 'Dương', 'Đông', 'Ô']);
  });

  it('by places won and by places lost; equals by rank, those without either rank last', () => {
    // Ô 3 → 1, Dương 1 → 2, Đông 2 → 2, Ân 9 → 4.
    expect(names('up')).toEqual(['Ân', 'Ô', 'Đông', 'Dương', 'Ăn', 'An', 'Bé']);
    expect(names('down')).toEqual(['Dương', 'Đông', 'Ô', 'Ân', 'Ăn', 'An', 'Bé']);
  });

  it('by points lost: the most first, equals by rank, those without points last', () => {
    expect(names('lost')).toEqual(['Ăn', 'Ân', 'Dương', 'Đông', 'Ô', 'An', 'Bé']);
  });

  it('by what is missing', () => {
    // Nothing of Bé, one of two of the others.
    expect(names('missing')).toEqual(['Bé', 'Ô', 'Dương', 'Đông', 'Ân', 'Ăn', 'An']);
  });

  it('in pages of the whole order, also of what is searched for', () => {
    const pages = [0, 3, 6].flatMap((offset) => names('name', { offset, limit: 3 }));
    expect(pages).toEqual(names('name'));
    expect(names('up', { text: 'xa d' })).toEqual(['Đông', 'Dương']);
    expect(names('name', { text: 'xa d', offset: 1 })).toEqual(['Đông']);
  });

  it('and nothing else of them changes', () => {
    const byName = rankingPage([view!], { ...QUERY, sort: 'name' });
    expect(byName).toMatchObject({ sort: 'name', total: 7, provisional: view!.provisional });
    expect([...byName.items].sort((x, y) => x.order - y.order)).toEqual(view!.items);
  });
});

describe('only orders that tell units apart are offered', () => {
  it('all where there is a last period and something is missing', () => {
    expect(views(bookOf(ROWS))[0]!.sorts).toEqual(['rank', 'name', 'up', 'down', 'lost', 'missing']);
  });

  it('and another one is that of ranks', () => {
    const full: Cell[][] = [
      ['TT', 'Đơn vị', '1'],
      [null, 'Điểm tối đa', 10],
      [1, 'Xã B', 9],
      [2, 'Xã A', 8],
    ];
    const [view] = views(book(sheet('Bảng điểm', full)));
    expect(view!.sorts).toEqual(['rank', 'name', 'lost']);
    const page = rankingPage([view!], { ...QUERY, sort: 'up' });
    expect([page.sort, page.items.map(({ name }) => name)]).toEqual(['rank', ['Xã B', 'Xã A']]);
  });
});

describe('the change of rank', () => {
  it('is against the rank that was typed for the last period; none without a rank then or now', () => {
    const moved = Object.fromEntries(views(bookOf(ROWS))[0]!.items.map((item) => [item.name, item.moved]));
    expect(moved).toEqual({
      'Xã Ô': 2,
      'Xã Dương': -1,
      'Xã Đông': 0,
      'Xã Ân': 5,
      'Xã Ăn': null,
      'Xã An': null,
      'Xã Bé': null,
    });
  });

  it('is against an earlier period of the same workbook where nobody typed one', () => {
    const data: Cell[][] = [
      ['Kỳ', 'Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
      ['Quý I/2026', 'Xã A', '1', 9],
      ['Quý I/2026', 'Xã B', '1', 8],
      ['Quý II/2026', 'Xã A', '1', 7],
      ['Quý II/2026', 'Xã B', '1', 8],
      ['Quý II/2026', 'Xã C', '1', 1],
    ];
    const set: Cell[][] = [
      ['Mã', 'Chỉ số', 'Điểm tối đa'],
      ['1', 'Một', 10],
    ];
    const [view] = views(book(sheet('Bộ chỉ số', set), sheet('Số liệu', data)));
    expect(view!.items.map(({ name, rank, moved }) => [name, rank, moved])).toEqual([
      ['Xã B', 1, 1],
      ['Xã A', 2, -1],
      ['Xã C', 3, null],
    ]);
  });
});

describe('the figure that ranks', () => {
  it('is points of one maximum, or the share where the settings say so', () => {
    expect(views(bookOf(ROWS))[0]).toMatchObject({ by: 'points', maximum: '1.000' });
    const [byShare] = views(bookOf(ROWS, [['Xếp hạng theo', 'tỷ lệ']]));
    expect(byShare).toMatchObject({ by: 'share' });
    expect(byShare!.items[0]).toMatchObject({ points: '9,0', share: '0,9' });
  });

  it('has no maximum that all share where an indicator is not for all', () => {
    const picture = book(
      sheet('Bộ chỉ số', [
        ['Mã', 'Chỉ số', 'Điểm tối đa', 'Áp dụng cho'],
        ['1', 'Một', 10],
        ['2', 'Hai', 5, 'Xã B'],
      ]),
      sheet('Số liệu', [
        ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
        ['Xã A', '1', 9],
        ['Xã B', '1', 8],
      ]),
    );
    expect(views(picture)[0]!.maximum).toBeNull();
  });
});
