/** By which index set a form is read: that of whose codes and maxima it has most. */
import { compare } from '../exact/exact.ts';
import type { IndexSet } from '../framework/framework.ts';
import type { Assessment, Remark } from '../read/assessment.ts';
import { shownText } from '../read/cells/codes.ts';
import { read } from '../read/index.ts';
import { scalarOf } from '../workbook/cell.ts';
import { readNumber } from '../workbook/number.ts';
import type { Picture } from '../workbook/picture.ts';
import { STATE_SHEET } from '../workbook/stamp.ts';
import type { CollectOptions } from './book.ts';

/** @returns the version that one of our forms says of itself; null: it is none of ours. */
export function versionOf({ sheets }: Picture): string | null {
  for (const { name, rows } of sheets) {
    if (!name.startsWith(STATE_SHEET)) continue;
    for (const { cells } of rows) if (scalarOf(cells[0]) === 'form') return shownText(cells[1] ?? null);
  }
  return null;
}

/** How a form fits a set: rows of its codes and maxima, rows of them whose maxima differ, and codes that it does not have. */
export interface Fit {
  assessment: Assessment;
  set: IndexSet;
  good: number;
  differing: Remark['at'][];
  unknown: { at: Remark['at']; code: string }[];
}

function fitOf(assessment: Assessment, set: IndexSet): Fit {
  const differing = assessment.statedMaxima.flatMap(({ at, cell, indicator }) => {
    const maximum = set.indicators[indicator]?.maximum ?? null;
    const stated = readNumber(cell);
    return maximum === null || stated.kind !== 'number' || compare(stated.value, maximum) === 0 ? [] : [at];
  });
  const unknown = assessment.remarks.flatMap(({ kind, at, args }) =>
    kind === 'row.indicator-unknown' ? [{ at, code: typeof args?.['code'] === 'string' ? args['code'] : '' }] : [],
  );
  return { assessment, set, good: assessment.entries.length - differing.length, differing, unknown };
}

/** What reads a form: the picture with the list of units before it, and where its own sheets begin. */
export interface Reader {
  picture: Picture;
  offset: number;
  language: CollectOptions['language'];
}

/** @returns the form read by the set that it fits best; null: there is no set. */
export function bestFit({ picture, language }: Reader, sets: readonly IndexSet[], period: string | null): Fit | null {
  let best: Fit | null = null;
  for (const set of sets) {
    const fit = fitOf(read(picture, { language, period, set }), set);
    if (best === null || fit.good > best.good) best = fit;
  }
  return best;
}
