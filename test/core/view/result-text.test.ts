/** The JSON that is written piece by piece is the JSON, to the letter. */
import { expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { resultJson, resultText } from '#core/view/result';
import type { Picture } from '#core/workbook/picture';
import { syntheticPicture } from '#test/bench/synthetic';

const book = syntheticPicture({ units: 4, indicators: 9 });
const grouped = structuredClone(book);
grouped.sheets[1]!.rows.forEach(({ cells }, row) => {
  if (row > 2) cells[2] = `Nhóm "${row % 2}"`;
});

it.each<[string, Picture, number]>([
  ['one group', book, 1],
  ['groups', grouped, 3],
  ['nothing to score', { sheets: [] }, 0],
])('%s', (_, picture, groups) => {
  const done = scoreWorkbook(picture, { language: 'vi', version: '1.2.3', at: '2026-01-01T00:00:00Z' });
  const { assessment, scored, findings, notRun } = done;
  const whole = resultJson(assessment, scored, findings, notRun, '1.2.3', 'vi');
  expect(whole.groups).toHaveLength(groups);
  const pieces = [...resultText(assessment, scored, { findings, notRun, version: '1.2.3' }, 'vi')];
  expect(pieces.join('')).toBe(JSON.stringify(whole));
});
