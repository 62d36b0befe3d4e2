/** Cells of one look, each different one made once: a sheet of a million cells repeats a few thousand figures. */
import type { Scalar } from '../workbook/cell.ts';
import type { PlanCell } from '../workbook/plan.ts';

/** A power of two. Figures that share a place take it from one another. */
const PLACES = 4096;

export class Look {
  private readonly empty: PlanCell;
  private readonly figures: (PlanCell | null)[] = Array.from({ length: PLACES }, () => null);

  /** @param style index of the style. */
  constructor(private readonly style: number) {
    this.empty = { value: null, style };
  }

  /** @returns a cell with the value; never to be changed, since others may be the same. */
  cell(value: Scalar | null): PlanCell {
    if (value === null) return this.empty;
    if (typeof value !== 'number') return { value, style: this.style };
    const place = Math.round(value * 100) & (PLACES - 1);
    const there = this.figures[place] ?? null;
    if (there !== null && Object.is(there.value, value)) return there;
    return (this.figures[place] = { value, style: this.style });
  }
}
