/** Units that the reader could not read whole: what it says of them blocks them until it is mended or waived. */
import type { Assessment, BlockingId } from '../read/assessment.ts';
import { shownText } from '../read/cells/codes.ts';
import { rowFinder } from '../read/cells/grid.ts';
import type { WaiverIndex } from './waivers.ts';

/** @returns by unit the ids of the findings that block it, each once. */
export function blocksOf({ remarks, units, picture }: Assessment, waivers: WaiverIndex): (BlockingId[] | undefined)[] {
  const byUnit: (BlockingId[] | undefined)[] = [];
  const rows: (ReturnType<typeof rowFinder> | undefined)[] = [];
  for (const { kind, at, unit, blocks, args } of remarks) {
    if (blocks === undefined) continue;
    const cell =
      at === null
        ? null
        : (rows[at.sheet] ??= rowFinder(picture.sheets[at.sheet]?.rows ?? []))(at.row)?.cells[at.column];
    const name = unit === undefined ? '' : (units[unit]?.name ?? '');
    const code = typeof args?.['code'] === 'string' ? args['code'] : '';
    if (waivers.place(kind, name, code, '', shownText(cell))) continue;
    for (const one of blocks) {
      const known = (byUnit[one] ??= []);
      if (!known.includes(kind)) known.push(kind);
    }
  }
  return byUnit;
}
