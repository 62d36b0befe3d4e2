/** The bench's command line. */
export interface Options {
  root: string;
  /** For files of this run; removed at its end. */
  folder: string;
  /** Runs a figure is the median of. */
  runs: number;
}

/** Long measures are repeated less often. */
export const few = ({ runs }: Options): number => Math.min(runs, 3);

export interface Asked {
  runs: number;
  /** Default settings once, in this very process: for profiles. */
  once: boolean;
  /** Names of parts; null = all. */
  only: string[] | null;
}

/** Parts that read and write no file and ask no other program. */
const CORE = ['together', 'growth', 'findings', 'names'];

/**
 * @returns what --core, --once, --only a,b and --runs n ask for.
 * @throws RangeError for anything else.
 */
export function asked(list: string[], parts: readonly string[]): Asked {
  const result: Asked = { runs: 5, once: false, only: null };
  const rest = [...list];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--once') result.once = true;
    else if (word === '--core') result.only = CORE;
    else if (word === '--runs') {
      result.runs = Number(rest.shift());
      if (!Number.isInteger(result.runs) || result.runs < 1) throw new RangeError('--runs wants a whole number from 1');
    } else if (word === '--only') {
      result.only = (rest.shift() ?? '').split(',');
      const strange = result.only.find((name) => !parts.includes(name));
      if (strange !== undefined) throw new RangeError(`--only knows ${parts.join(', ')}; not "${strange}"`);
    } else throw new RangeError(`unknown: ${word}. Known: --core, --once, --only ${parts.join(',')}, --runs 5`);
  }
  return result;
}
