/** Words of people that name members of every object: ids, codes and settings like any other. */
import { expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { setFromData } from '#core/framework/schema';
import { SetError } from '#core/framework/set-data';
import { builtInSet } from '#core/framework/sets/index';
import { sayAny } from '#test/support/words';
import { book, resultOf, run, sheet } from '#test/support/book';

const WORDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
const OPTIONS = { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' } as const;

it.each(WORDS)('a built-in set “%s” is none', (word) => expect(builtInSet(word)).toBeNull());

it('a pillar of any name stands in the JSON', () => {
  const set = setFromData({
    id: 'thu',
    title: 'Thử',
    total: 400,
    pillars: WORDS.map((code, at) => ({
      code,
      name: `Nhóm ${at}`,
      indicators: [{ code: `${at + 1}.1`, name: 'x', maximum: 100 }],
    })),
  });
  const picture = book(
    sheet('SL', [
      ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
      ...WORDS.map((_, at) => ['Xã A', `${at + 1}.1`, 10 * (at + 1)]),
    ]),
  );
  const text = JSON.stringify(resultOf(scoreWorkbook(picture, { ...OPTIONS, set })));
  WORDS.forEach((word, at) => expect(text).toContain(`"${word}":${10 * (at + 1)}`));
});

it.each(WORDS)('a setting cannot take “%s”', (word) => {
  const keys = ['Làm tròn', 'Nguồn điểm', 'Thiếu số liệu', 'Khi không phát sinh', 'Dấu thập phân', 'Xếp hạng theo'];
  const picture = book(
    sheet(
      'TL',
      [...keys, 'Cơ sở xếp hạng', 'Đồng hạng'].map((key) => [key, word]),
    ),
    sheet('Bộ', [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'Khi không phát sinh'],
      ['1', 'Một', 1000, 'Chấm điểm', word],
    ]),
    sheet('SL', [
      ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
      [word, '1', 500],
    ]),
  );
  const { findings, groups } = run(picture);
  expect(findings.filter(({ id }) => id === 'settings.invalid').length).toBeGreaterThanOrEqual(keys.length + 2);
  expect(groups[0]!.ranking[0]).toMatchObject({ unit: word, points: 500, rank: 1 });
});

it.each([
  ['total', { total: 1e308 }, /total.*1000000000/],
  ['total', { total: 0 }, /total/],
  ['decimals', { decimals: 7 }, /decimals.*6/],
  [
    'maximum',
    { pillars: [{ code: '1', name: 'x', indicators: [{ code: '1', name: 'x', maximum: 1e300 }] }] },
    /maximum/,
  ],
])('a set file whose %s is out of bounds is said in words', (_, change, words) => {
  const data = {
    id: 'thu',
    title: 'Thử',
    total: 100,
    pillars: [{ code: '1', name: 'x', indicators: [{ code: '1', name: 'x', maximum: 100 }] }],
    ...change,
  };
  const messages = ((): SetError => {
    try {
      setFromData(data);
    } catch (error) {
      return error as SetError;
    }
    throw new Error('was taken');
  })().messages;
  for (const language of ['vi', 'en'] as const)
    expect(messages.map((one) => sayAny(one, language)).join(' ')).toMatch(words);
});
