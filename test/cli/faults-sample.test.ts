/** samples/moi-loi.xlsx shows every fault that one workbook can have, and the script makes the samples that are kept. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHECK_IDS } from '#core/check/ids';
import { scoreWorkbook } from '#core/commands/score';
import { faultSheets } from '#local/samples/faults';
import { withMarks } from '#local/samples/raw';
import { newWorkbook, readWorkbook } from '#xlsx/index';

const kept = readFileSync(new URL('../../samples/moi-loi.xlsx', import.meta.url));

/** None and several exclude the rest, a column of prose has no rules to be wrong, and there is no previous period. */
const ELSEWHERE = ['framework.none', 'framework.several', 'data.none', 'framework.rules-prose', 'value.outlier'];

it('reports every check at least once', () => {
  const { findings } = scoreWorkbook(readWorkbook(kept).picture, {
    language: 'vi',
    at: '2026-11-24T17:00:00+07:00',
    version: 'test',
  });
  const ids = new Set<string>(findings.map((finding) => finding.id));
  expect(CHECK_IDS.filter((id) => !ids.has(id))).toEqual(ELSEWHERE);
});

it('is what the script writes', () => {
  expect(Buffer.from(withMarks(newWorkbook(faultSheets()))).equals(kept)).toBe(true);
});
