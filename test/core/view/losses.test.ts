/** One unit in full: what it loses at each indicator, to the figure, and where most. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { unitView, type UnitEntry, type UnitView } from '#core/view/unit';
import type { Cell } from '#core/workbook/cell';
import { readWorkbook } from '#xlsx/index';
import { book, sheet } from '#test/support/book';

const OPTIONS = { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' } as const;

const SET: Cell[][] = [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'Khi không phát sinh', 'Áp dụng cho'],
  ['1', 'Số liệu', 80],
  ['1.1', 'Tỷ lệ hồ sơ', 20, 'a/b'],
  ['1.2', 'Chưa nộp', 30],
  ['1.3', 'Không phát sinh, loại', 10, 'a/b', 'loại'],
  ['1.4', 'Không phát sinh, quy đổi', 10, 'a/b', 'quy đổi'],
  ['1.5', 'Của xã khác', 10, null, null, 'Xã B'],
  ['2', 'Chấm điểm', 120],
  ['2.1', 'Gần trọn điểm', 12.5],
  ['2.2', 'Trọn điểm', 7.375],
  ['2.3', 'Lẻ hơn số thập phân', 0.125],
  ['2.4', 'Còn lại', 100],
  ['3', 'Ngoài tổng', 0],
  ['3.1', 'Thưởng', 0, 'Điểm cộng, không quá 20: a x 2'],
  ['3.2', 'Phạt', 0, 'Điểm trừ: a x 5'],
];
const DATA: Cell[][] = [
  ['Đơn vị', 'Mã chỉ số', 'a', 'b', 'Điểm thẩm định'],
  ['Xã A', '1.1', 44, 60],
  ['Xã A', '1.3', 0, 0],
  ['Xã A', '1.4', 0, 0],
  ['Xã A', '2.1', null, null, 0.25],
  ['Xã A', '2.2', null, null, 7.375],
  ['Xã A', '2.3', null, null, 0],
  ['Xã A', '2.4', null, null, 100],
  ['Xã A', '3.1', 1],
  ['Xã A', '3.2', 2],
];

function viewOf(data: Cell[][] = DATA, settings: Cell[][] = [], unit = 0): UnitView {
  const sheets = [
    sheet('Bộ chỉ số', SET),
    sheet('Đơn vị', [
      ['TT', 'Tên đơn vị', 'Nhóm'],
      [1, 'Xã A', 'Xã'],
      [2, 'Xã B', 'Xã'],
    ]),
    sheet('Số liệu', data),
    sheet('Thiết lập', [['Thiết lập', 'Giá trị'], ['Số chữ số thập phân', 2], ...settings]),
  ];
  return unitView(scoreWorkbook(book(...sheets), OPTIONS), unit, 'vi')!;
}

const entriesOf = ({ pillars }: UnitView): UnitEntry[] => pillars.flatMap(({ entries }) => entries);
const lossesOf = (view: UnitView): Record<string, string | null> =>
  Object.fromEntries(entriesOf(view).map(({ code, lost }) => [code, lost]));

describe('what is lost', () => {
  it('is maximum − official, exactly; all of it where nothing was handed in', () => {
    expect(lossesOf(viewOf())).toMatchObject({
      '1.1': '−5,33',
      '1.2': '−30,00',
      '2.1': '−12,25',
      '2.2': null,
      // More decimals than points are published at: nothing is rounded away.
      '2.3': '−0,125',
      '2.4': null,
    });
  });

  it('is nothing where nothing could be earned: dropped, rescaled, not applicable, a bonus', () => {
    expect(lossesOf(viewOf())).toMatchObject({ '1.3': null, '1.4': null, '1.5': null, '3.1': null });
  });

  it('counts only the part of an indicator that is not rescaled', () => {
    const outcome = scoreWorkbook(
      book(
        sheet('Bộ chỉ số', [
          ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'Khi không phát sinh'],
          ['1', 'Hai phần', 40, 'Tổng: [a/b] x 10 + [c/d] x 30', 'quy đổi'],
          ['2', 'Chấm', 60],
        ]),
        sheet('Số liệu', [
          ['Đơn vị', 'Mã chỉ số', 'a', 'b', 'c', 'd', 'Điểm thẩm định'],
          ['Xã A', '1', 5, 10, 0, 0],
          ['Xã A', '2', null, null, null, null, 60],
        ]),
      ),
      OPTIONS,
    );
    const view = unitView(outcome, 0, 'vi')!;
    expect(entriesOf(view)[0]).toMatchObject({ official: '5,00', lost: '−5,00' });
    expect(view.pillars[0]).toMatchObject({ points: '5,00', maximum: '10', fraction: 0.5 });
  });

  it('is what a penalty takes off', () => {
    expect(lossesOf(viewOf())['3.2']).toBe('−10,00');
  });

  it('is not known where the value holds the unit up', () => {
    const blocked = viewOf(DATA.map((row) => (row[1] === '2.4' ? ['Xã A', '2.4', null, null, 'năm mươi'] : row)));
    expect(entriesOf(blocked).find(({ code }) => code === '2.4')).toMatchObject({ state: 'blocked', lost: null });
    expect(blocked.losses.map(({ code }) => code)).not.toContain('2.4');
  });

  it('adds up with the figure that is printed, where points are rounded once in the end', () => {
    const [first] = entriesOf(viewOf(DATA, [['Làm tròn', 'tổng']]));
    expect(first).toMatchObject({ official: '14,67', maximum: '20', lost: '−5,33' });
  });

  it('leads to where most is lost, the largest first, five at most', () => {
    const { losses } = viewOf();
    expect(losses.map(({ code, lost }) => [code, lost])).toEqual([
      ['1.2', '−30,00'],
      ['2.1', '−12,25'],
      ['3.2', '−10,00'],
      ['1.1', '−5,33'],
      ['2.3', '−0,125'],
    ]);
    expect(losses[3]).toMatchObject({ explanation: '44/60 × 20 = 14,67', source: { sheet: 'Số liệu', cell: 'C2' } });
  });

  it.each(['so-nganh-21x40', 'cap-xa-95x62', 'cap-huyen-11x64'])('adds up to maximum − points: %s', (name) => {
    const outcome = scoreWorkbook(readWorkbook(new Uint8Array(readFileSync(`samples/${name}.xlsx`))).picture, OPTIONS);
    const figure = (text: string): number =>
      Math.round(Number(text.replaceAll('.', '').replace(',', '.').replace('−', '-')) * 1e6);
    for (const { index } of outcome.assessment.units.slice(0, 25)) {
      const view = unitView(outcome, index, 'vi')!;
      const lost = entriesOf(view).reduce((sum, entry) => sum + (entry.lost === null ? 0 : figure(entry.lost)), 0);
      expect(figure(view.maximum) + lost, view.name).toBe(figure(view.points));
      const largest = [...entriesOf(view)].map((entry) => -figure(entry.lost ?? '0')).sort((x, y) => y - x);
      expect(view.losses.map((entry) => -figure(entry.lost!))).toEqual(
        largest.slice(0, 5).filter((points) => points > 0),
      );
    }
  });
});

describe('a main indicator', () => {
  it('has its points of what the unit can reach in it; none where it gives none', () => {
    expect(viewOf().pillars.map(({ code, points, maximum, fraction }) => [code, points, maximum, fraction])).toEqual([
      ['1', '14,67', '50', 0.2934],
      ['2', '107,63', '120', expect.closeTo(107.63 / 120) as number],
      ['3', '', '0', 0],
    ]);
  });
});

it('a unit that handed in nothing has neither points nor losses, and no 0,00 anywhere', () => {
  const view = viewOf(DATA, [], 1);
  expect(view).toMatchObject({ points: '—', rank: null, losses: [], why: 'Đơn vị chưa có số liệu.' });
  expect(view.pillars.map(({ points }) => points)).toEqual(['—', '—', '—']);
  expect(entriesOf(view).map(({ official, explanation }) => [official, explanation])).toEqual(
    Array.from({ length: 11 }, () => [null, '']),
  );
});
