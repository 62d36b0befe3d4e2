/** samples/moi-loi.xlsx shows every fault that one workbook can have, so-nganh-can-sua.xlsx what comes in on an ordinary day. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Finding } from '#core/check/finding';
import { CHECK_IDS } from '#core/messages/check-ids';
import { scoreWorkbook } from '#core/commands/score';
import { faultSheets } from '#local/samples/faults';
import { withMarks } from '#local/samples/raw';
import { newWorkbook, readWorkbook } from '#xlsx/index';

const sample = (name: string): Buffer => readFileSync(new URL(`../../samples/${name}.xlsx`, import.meta.url));
const kept = sample('moi-loi');
const findingsOf = (bytes: Buffer): Finding[] =>
  scoreWorkbook(readWorkbook(bytes).picture, { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test' })
    .findings;

/** None and several exclude the rest, a column of prose has no rules to be wrong, and there is no other period. */
const ELSEWHERE = [
  'framework.none',
  'framework.several',
  'data.none',
  'framework.rules-prose',
  'value.decreased',
  'value.outlier',
];

it('reports every check at least once', () => {
  const ids = new Set<string>(findingsOf(kept).map((finding) => finding.id));
  expect(CHECK_IDS.filter((id) => !ids.has(id))).toEqual(ELSEWHERE);
});

it('is what the script writes', () => {
  expect(Buffer.from(withMarks(newWorkbook(faultSheets()))).equals(kept)).toBe(true);
});

it('the first sample of the page has a dozen things to mend, and the clean one none', () => {
  const counts: Record<string, number> = {};
  for (const { id } of findingsOf(sample('so-nganh-can-sua'))) counts[id] = (counts[id] ?? 0) + 1;
  expect(counts).toEqual({
    'value.ambiguous-number': 1,
    'value.text-number': 7,
    'evidence.placeholder': 1,
    'value.choice-unknown': 1,
    'evidence.missing': 1,
    'value.part-exceeds-whole': 1,
  });
  expect(findingsOf(sample('so-nganh-21x40'))).toEqual([]);
});
