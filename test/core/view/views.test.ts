/** What the pane shows is derived here: filters, pages, bars, details, settings, and the verbs that write single cells. */
import { readFileSync } from 'node:fs';
import { expect, it, describe } from 'vitest';
import { changeSetting } from '#core/commands/change-setting';
import { checkWorkbook } from '#core/commands/check';
import { setTitles } from '#core/commands/run';
import { samplePlan } from '#core/commands/sample';
import { scoreWorkbook, steps } from '#core/commands/score';
import { waive } from '#core/commands/waive';
import { findingItem, findingsView, type FindingsQuery } from '#core/view/findings';
import { neighbour } from '#core/view/neighbour';
import type { Shown } from '#core/view/outcome';
import { rankingPage, rankingViews, type RankingQuery, type RankingView } from '#core/view/ranking';
import { settingsView } from '#core/view/settings';
import { summaryView } from '#core/view/summary';
import { unitView } from '#core/view/unit';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import type { Plan } from '#core/workbook/plan';
import { readWorkbook } from '#xlsx/index';
import { book, resultOf, sheet } from '#test/support/book';
import { edited } from '#test/support/edited';

/** One page of an outcome's ranking. */
const ranked = (shown: Shown, query: RankingQuery): RankingView =>
  rankingPage(rankingViews(shown, query.language), query);

const OPTIONS = { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' } as const;

function sample(name: string): Picture {
  return readWorkbook(new Uint8Array(readFileSync(`samples/${name}`))).picture;
}

/** The picture with planned sheets in it, as a host would show it after writing. */
function written(picture: Picture, plan: Plan): Picture {
  const names = new Set(plan.sheets.map(({ name }) => name));
  return {
    sheets: [
      ...picture.sheets.filter(({ name }) => !names.has(name)),
      ...plan.sheets.map((one) =>
        sheet(
          one.name,
          one.rows.map((row) => row.cells.map((cell): Cell => cell?.value ?? null)),
          { visibility: one.visibility },
        ),
      ),
    ],
  };
}

const faulty = scoreWorkbook(sample('moi-loi.xlsx'), OPTIONS);
const ALL: FindingsQuery = { severity: null, sheet: null, unit: null, text: '', offset: 0, limit: 1e6, language: 'vi' };

describe('findings', () => {
  const all = findingsView(faulty, ALL);

  it('are plain JSON and all there', () => {
    expect(all.total).toBe(faulty.findings.length);
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
    expect(all.counts.error + all.counts.warning + all.counts.note + all.counts.waived).toBe(all.total);
  });

  it('come in pages that meet and do not overlap', () => {
    const pages = [0, 10, 20].flatMap((offset) => findingsView(faulty, { ...ALL, offset, limit: 10 }).items);
    expect(pages).toEqual(all.items.slice(0, 30));
    // The list has become shorter than where the person was: its last page.
    const last = findingsView(faulty, { ...ALL, offset: 1e9, limit: 10 });
    expect(last.offset).toBe(Math.floor((all.total - 1) / 10) * 10);
    expect(last.items).toEqual(all.items.slice(last.offset));
  });

  it('filter by severity, sheet, unit and text, and the counts leave severity out', () => {
    const errors = findingsView(faulty, { ...ALL, severity: 'error' });
    expect(errors.items.every(({ severity }) => severity === 'error')).toBe(true);
    expect(errors.counts).toEqual(all.counts);
    const { name, count } = all.sheets[0]!;
    const own = findingsView(faulty, { ...ALL, sheet: name });
    expect(own.total).toBe(count);
    expect(own.items.every(({ place }) => place?.sheet === name)).toBe(true);
    const unit = all.units[0]!;
    expect(findingsView(faulty, { ...ALL, unit: unit.name }).total).toBe(unit.count);
    const text = findingsView(faulty, { ...ALL, text: '  VALUE.text-number ' });
    expect(text.total).toBeGreaterThan(0);
    expect(text.items.every(({ check }) => check === 'value.text-number')).toBe(true);
    expect(text.items[0]?.name).toBe('KT-13 Số liệu lưu dạng văn bản');
    // As a colleague's mail quotes it.
    expect(findingsView(faulty, { ...ALL, text: 'kt-13' }).total).toBe(text.total);
  });

  it('search without diacritics', () => {
    expect(findingsView(faulty, { ...ALL, text: 'so luu dang chu' }).total).toBe(
      findingsView(faulty, { ...ALL, text: 'Số lưu dạng chữ' }).total,
    );
  });

  it('say the same in English with other words', () => {
    const en = findingsView(faulty, { ...ALL, language: 'en' });
    expect(en.items.map(({ place }) => place)).toEqual(all.items.map(({ place }) => place));
    expect(en.items[0]!.what).not.toBe(all.items[0]!.what);
  });

  it('that are equal are one item where they are asked for together, and come one by one by their key', () => {
    const some = scoreWorkbook(sample('so-nganh-can-sua.xlsx'), OPTIONS);
    const each = findingsView(some, ALL);
    const view = findingsView(some, { ...ALL, together: true });
    expect([each.total, view.total]).toEqual([12, 6]);
    expect(view.counts).toEqual(each.counts);
    expect(view.items.map(({ count }) => count)).toEqual([1, 7, 1, 1, 1, 1]);
    const group = view.items[1]!;
    expect(group.alike).toBe(7);
    const own = findingsView(some, { ...ALL, together: true, equalTo: group.key });
    expect(own.items.map(({ check, count }) => [check, count])).toEqual(Array(7).fill(['value.text-number', 1]));
    expect(own.items.map(({ place }) => place)).toEqual(group.places);
    expect(own.counts).toEqual({ error: 0, warning: 0, note: 7, waived: 0 });
    // A filter narrows the group as well.
    const { unit } = own.items[0]!;
    const narrowed = findingsView(some, { ...ALL, together: true, unit }).items.find(({ key }) => key === group.key)!;
    expect(narrowed.count).toBe(own.items.filter((one) => one.unit === unit).length);
    // Waived by somebody it is no more what the others are.
    const [first, ...rest] = some.findings;
    const waived = { ...first!, waived: { by: 'An', reason: 'đúng' } };
    const keys = (findings: typeof some.findings) =>
      findingsView({ ...some, findings }, ALL).items.map(({ key }) => key);
    expect(keys([first!, first!])[0]).toBe(keys([first!, ...rest])[0]);
    expect(keys([first!, waived])[0]).not.toBe(keys([first!, waived])[1]);
  });

  it('lead from one to the next and round the end', () => {
    expect([
      neighbour(3, -1, 1),
      neighbour(3, -1, -1),
      neighbour(3, 2, 1),
      neighbour(3, 0, -1),
      neighbour(0, -1, 1),
    ]).toEqual([0, 2, 0, 2, -1]);
  });
});

describe('ranking', () => {
  const districts = scoreWorkbook(sample('cap-huyen-11x64.xlsx'), OPTIONS);
  const query = { group: 0, sort: 'rank', text: '', offset: 0, limit: 100, language: 'vi' } as const;
  const view = ranked(districts, query);

  it('equals the result, in its order', () => {
    const { ranking } = resultOf(districts).groups[0]!;
    expect(view.items.map(({ name, rank }) => [name, rank])).toEqual(ranking.map(({ unit, rank }) => [unit, rank]));
    expect(view.items.map(({ points }) => Number(points.replaceAll('.', '').replace(',', '.')))).toEqual(
      ranking.map(({ points, provisional }) => points ?? provisional),
    );
  });

  it.each(['vi', 'en'] as const)('says of a form without a unit’s name why it has no rank: %s', (language) => {
    const form = (points: number): Cell[][] => [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
      ['1', 'Một', 600, points],
      ['2', 'Hai', 400, 300],
    ];
    const outcome = scoreWorkbook(book(sheet('Xã A', form(500)), sheet('Phiếu 2', form(400))), OPTIONS);
    expect(ranked(outcome, { ...query, language }).items.map(({ rank, why }) => [rank, why])).toEqual([
      [1, ''],
      [null, language === 'vi' ? 'Phiếu chưa ghi tên đơn vị.' : 'The form does not name its unit.'],
    ]);
  });

  it('bars never reach beyond the unit’s maximum', () => {
    for (const item of view.items) {
      const length = item.pieces.reduce((total, { fraction }) => total + fraction, 0);
      expect(length).toBeLessThanOrEqual(item.reach + 1e-9);
      expect(item.reach).toBeLessThanOrEqual(1);
    }
  });

  it('finds units without diacritics and pages', () => {
    const { name } = view.items[3]!;
    expect(ranked(districts, { ...query, text: name }).items.map((item) => item.name)).toContain(name);
    expect(ranked(districts, { ...query, offset: 5, limit: 2 }).items).toEqual(view.items.slice(5, 7));
  });

  it('an unknown group gives the first; no ranking gives an empty one', () => {
    expect(ranked(districts, { ...query, group: 9 })).toEqual(view);
    expect(ranked(scoreWorkbook(book(), OPTIONS), query).items).toEqual([]);
  });

  it('shows ties and blocked units with the reason', () => {
    const picture = book(
      sheet('Bảng điểm', [
        ['TT', 'Đơn vị', '1.1', '1.2'],
        [null, 'Điểm tối đa', 10, 20],
        [1, 'Sở A', 5, 5],
        [2, 'Sở B', 4, 6],
        [3, 'Sở C', 'năm', 6],
      ]),
    );
    const { items, provisional } = ranked(scoreWorkbook(picture, OPTIONS), query);
    expect(items.map(({ name, rank, tied, status }) => ({ name, rank, tied, status }))).toEqual([
      { name: 'Sở A', rank: 1, tied: true, status: 'ranked' },
      { name: 'Sở B', rank: 1, tied: true, status: 'ranked' },
      { name: 'Sở C', rank: null, tied: false, status: 'blocked' },
    ]);
    expect(items[2]!.why).toContain('1 giá trị');
    expect(provisional).toContain('TẠM TÍNH');
  });

  it('a unit in full: each indicator once, official adds up, each with a cell', () => {
    const first = view.items[0]!;
    const unit = unitView(districts, first.unit, 'vi')!;
    const entries = unit.pillars.flatMap((pillar) => pillar.entries);
    expect(entries).toHaveLength(64);
    expect(unit.points).toBe(first.points);
    const expected = resultOf(districts).groups[0]!.ranking[0]!.entries;
    for (const entry of entries) {
      expect(entry.explanation).toBe(expected[entry.code]!.explanation);
      expect(entry.source).not.toBeNull();
    }
    expect(unitView(districts, 999, 'vi')).toBeNull();
  });
});

describe('summary', () => {
  it('says what there is and what will be written', () => {
    const view = summaryView(scoreWorkbook(sample('so-nganh-21x40.xlsx'), OPTIONS), 'vi');
    expect(view.writes).toEqual(['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra']);
    expect(view.groups[0]!.units).toBe(21);
    expect(view.set).not.toBeNull();
    expect(summaryView(scoreWorkbook(book(), OPTIONS), 'vi')).toMatchObject({ set: null, writes: ['Kiểm tra'] });
    expect(setTitles()).toHaveLength(3);
  });

  it('the ranking that stands in the workbook is none, current, or old once a figure or a waiver changed', () => {
    const picture = sample('moi-loi.xlsx');
    const state = (of: Picture): string => summaryView(scoreWorkbook(of, OPTIONS), 'vi').ranking;
    expect(state(picture)).toBe('none');
    const scored = scoreWorkbook(picture, OPTIONS);
    const after = written(picture, scored.plan);
    expect(state(after)).toBe('current');

    const findingsOnly = written(after, checkWorkbook(after, OPTIONS).plan);
    expect(state(findingsOnly)).toBe('current');

    const repair = scored.findings.find((one) => one.repair !== null && one.repair.length > 0)!.repair!;
    const figure = edited(after, repair);
    expect(state(figure)).toBe('old');
    // Writing the findings alone does not make the old ranking true.
    expect(state(written(figure, checkWorkbook(figure, OPTIONS).plan))).toBe('old');
    expect(state(written(figure, scoreWorkbook(figure, OPTIONS).plan))).toBe('current');

    const again = scoreWorkbook(after, OPTIONS);
    const finding = again.findings.find(({ severity, at }) => severity === 'error' && at !== null)!;
    const { edits } = waive(after, () => again.plan.sheets, finding, { by: 'Sở KH&CN', reason: 'Đã đối chiếu' })!;
    expect(state(edited(after, edits))).toBe('old');
  });
});

describe('settings', () => {
  const outcome = scoreWorkbook(sample('so-nganh-21x40.xlsx'), OPTIONS);

  it('show the value, the default, the words and the cell', () => {
    const { items, sheet: name } = settingsView(outcome.assessment);
    expect(name).toBe('Thiết lập');
    expect(items).toHaveLength(27);
    expect(items.find(({ key }) => key === 'Kỳ báo cáo')).toMatchObject({
      value: 'Năm 2025',
      place: { sheet: 'Thiết lập' },
    });
    expect(items.find(({ key }) => key === 'Đồng hạng')).toMatchObject({
      value: '',
      default: '1224',
      place: null,
    });
  });

  it('stand in four sections, those of one section together', () => {
    const { items } = settingsView(outcome.assessment);
    const changes = items.filter(({ section }, at) => section !== items[at - 1]?.section);
    expect(changes.map(({ section }) => section)).toEqual(['set', 'scoring', 'ranking', 'print']);
  });

  it('a value written in another way is that choice as it stands; one that can’t be taken is shown beside the choices', () => {
    const rows: [string, Cell][] = [
      ['Đồng hạng', '1-2-2-3'],
      ['Thiếu số liệu', 'CHẶN'],
      ['Làm tròn', 'mỗi nhóm'],
    ];
    const picture = book(...sample('so-nganh-21x40.xlsx').sheets.slice(0, 2), sheet('Thiết lập', rows));
    const { items } = settingsView(scoreWorkbook(picture, OPTIONS).assessment);
    const one = (name: string) => items.find(({ key }) => key === name)!;
    expect(one('Đồng hạng').choices).toEqual([
      { value: '1224', word: '1224' },
      { value: '1-2-2-3', word: '1223' },
      { value: '1234', word: '1234' },
    ]);
    expect(one('Thiếu số liệu').choices.map(({ value }) => value)).toEqual(['0 điểm', 'CHẶN']);
    expect(one('Thiếu số liệu').invalid).toBe(false);
    expect(one('Làm tròn')).toMatchObject({ value: 'mỗi nhóm', invalid: true });
    expect(one('Làm tròn').choices.at(-1)).toEqual({ value: 'mỗi nhóm', word: null });
  });

  it('every word that is offered is taken, and read back as itself', () => {
    for (const { key, choices } of settingsView(outcome.assessment).items)
      for (const { value: word } of choices) {
        const change = changeSetting(outcome.assessment, key, word);
        expect(change.kind, `${key}: ${word}`).toBe('edits');
        if (change.kind !== 'edits') continue;
        const again = scoreWorkbook(edited(outcome.assessment.picture, change.edits), OPTIONS);
        expect(settingsView(again.assessment).items.find((item) => item.key === key)).toMatchObject({
          value: word,
          invalid: false,
        });
      }
  }, 120_000);

  it('a value that a key cannot take is refused; a set value is replaced in its cell, or taken out', () => {
    expect(changeSetting(outcome.assessment, 'Đồng hạng', '5').kind).toBe('invalid');
    expect(changeSetting(outcome.assessment, 'Nope', '5').kind).toBe('invalid');
    const change = changeSetting(outcome.assessment, 'Kỳ báo cáo', '');
    expect(change).toMatchObject({ kind: 'edits', edits: [{ before: 'Năm 2025', value: null }] });
  });

  it('without a settings sheet the sheet is made, and read', () => {
    const picture = book(
      sheet('Phiếu', [
        ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm tự chấm'],
        ['1.1', 'Một', 10, 5],
      ]),
    );
    const change = changeSetting(scoreWorkbook(picture, OPTIONS).assessment, 'Đồng hạng', '1223');
    expect(change.kind).toBe('sheet');
    if (change.kind !== 'sheet') return;
    const again = scoreWorkbook(written(picture, { sheets: [change.sheet], edits: [] }), OPTIONS);
    expect(again.assessment.settings.ties).toBe('1223');
  });
});

describe('waive', () => {
  const words = { by: 'Nguyễn A', reason: 'Đã đối chiếu' };

  it('every finding with a row can be waived: first the sheet is written, then the two cells', () => {
    for (const [index, finding] of faulty.findings.entries()) {
      const first = waive(faulty.assessment.picture, () => faulty.plan.sheets, finding, words)!;
      expect(first, `${finding.id} ${index}`).not.toBeNull();
      expect(first.edits.map(({ value }) => value)).toEqual([words.reason, words.by]);
    }
    const finding = faulty.findings.find(({ id }) => id === 'value.negative' || id === 'points.negative')!;
    const { first, edits } = waive(faulty.assessment.picture, () => faulty.plan.sheets, finding, words)!;
    expect(first).toBe(true);
    const before = written(faulty.assessment.picture, faulty.plan);
    const again = waive(before, () => [], finding, words)!;
    expect(again).toEqual({ first: false, edits });
    const after = scoreWorkbook(edited(before, edits), OPTIONS);
    const mine = after.findings.filter((one) => one.waived !== null);
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({ id: finding.id, waived: words });
    expect(findingItem(after, after.findings.indexOf(mine[0]!), 'vi')).toMatchObject({
      repairable: false,
      waived: words,
    });
  });
});

describe('sample', () => {
  it('is scored whole, with one thing to repair, and never takes a name that is there', () => {
    const plan = samplePlan(['Số liệu', 'SỐ LIỆU (MẪU)']);
    expect(plan.sheets.map(({ name }) => name)).toEqual(['Số liệu (mẫu 2)', 'Bộ chỉ số', 'Đơn vị']);
    const outcome = scoreWorkbook(written(book(), plan), OPTIONS);
    expect(outcome.findings.map(({ id }) => id)).toEqual(['value.text-number']);
    expect(outcome.scored.rankings.map(({ ranking, blocked }) => [ranking.length, blocked])).toEqual([[6, 0]]);
  });
});

it('a run in steps gives what a run gives, and tells before each step', () => {
  const going = steps(sample('can-giuoc-2025.xlsx'), OPTIONS);
  const told: string[] = [];
  for (;;) {
    const step = going.next();
    if (step.done) {
      expect(resultOf(step.value)).toEqual(resultOf(scoreWorkbook(sample('can-giuoc-2025.xlsx'), OPTIONS)));
      break;
    }
    told.push(step.value);
  }
  expect(told).toEqual(['read', 'score', 'check']);
});
