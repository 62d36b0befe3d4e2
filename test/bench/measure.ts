/** Times of the core on one picture, step by step, beside the JSON round trip of that picture. */
import { scoreWorkbook } from '#core/commands/score';
import { check } from '#core/check/index';
import { toNumber } from '#core/exact/exact';
import { read } from '#core/read/index';
import { score } from '#core/score/index';
import type { Scored } from '#core/score/scored';
import type { Picture } from '#core/workbook/picture';
import type { Plan } from '#core/workbook/plan';
import { writePlan } from '#core/write/index';
import { syntheticPicture } from './synthetic.ts';

export const UNITS = 3321;
export const INDICATORS = 62;

const VERSION = 'bench';
const AT = '2026-01-01T00:00:00.000Z';

export interface Steps {
  read: number;
  score: number;
  check: number;
  plan: number;
}

/** Milliseconds of one run. */
export interface CoreRun {
  roundTrip: number;
  steps: Steps;
  findings: number;
}

/** A unit's published points and rank; null where the unit is blocked. */
export interface Standing {
  name: string;
  points: number | null;
  rank: number | null;
}

export const together = ({ read: r, score: s, check: c, plan: p }: Steps): number => r + s + c + p;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** @returns the result, and how many milliseconds it took. */
export function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

/** The middle of three: the first is cold, and a collection may fall into any. */
function roundTrip(picture: Picture): number {
  return median([1, 2, 3].map(() => timed(() => void JSON.parse(JSON.stringify(picture)))[1]));
}

/** One small whole run, so that no figure is one of cold code. @returns its milliseconds. */
export function warmUp(): number {
  const small = syntheticPicture({ units: 95, indicators: INDICATORS });
  return timed(() => void scoreWorkbook(small, { language: 'vi', at: AT, version: VERSION }).plan)[1];
}

/** The steps of scoreWorkbook one by one; explanations are part of check and plan. */
export function coreRun(picture: Picture): { run: CoreRun; plan: Plan; scored: Scored } {
  const base = roundTrip(picture);
  const [assessment, reading] = timed(() => read(picture, { language: 'vi' }));
  const [scored, scoring] = timed(() => score(assessment));
  const [{ findings, notRun }, checking] = timed(() => check(assessment, scored));
  const existing = picture.sheets.map((sheet) => sheet.name);
  const [plan, planning] = timed(() =>
    writePlan({ assessment, scored, findings, notRun, version: VERSION, at: AT, language: 'vi', existing }),
  );
  const steps = { read: reading, score: scoring, check: checking, plan: planning };
  return { run: { roundTrip: base, steps, findings: findings.length }, plan, scored };
}

/** @returns every unit's points and rank, for comparing with what others count. */
export function standings(picture: Picture): Standing[] {
  const assessment = read(picture, { language: 'vi' });
  return score(assessment).rankings.flatMap(({ ranking }) =>
    ranking.map(({ card, rank }) => ({
      name: assessment.units[card.unit]?.name ?? '',
      points: card.points === null ? null : toNumber(card.points),
      rank,
    })),
  );
}
