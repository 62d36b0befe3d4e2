/** Cells of one look, each different one made once: a sheet of a million cells repeats a few thousand figures. */
import type { Scalar } from '../workbook/cell.ts';
import type { PlanCell } from '../workbook/plan.ts';

/** Points are published in hundredths: 0.00 to 163.83. What is larger or finer is made anew. */
const HUNDREDTHS = 16_384;
const NONE: readonly null[] = Array.from({ length: HUNDREDTHS }, () => null);

/** @returns how many hundredths a number is; null where it is none of them. */
function hundredthsOf(value: number): number | null {
  const hundredths = Math.round(value * 100);
  if (hundredths >= HUNDREDTHS || hundredths / 100 !== value) return null;
  return hundredths > 0 || Object.is(value, 0) ? hundredths : null;
}

export class Look {
  private readonly empty: PlanCell;
  /** By hundredths; made for the first number. */
  private figures: (PlanCell | null)[] | null = null;

  /** @param style index of the style. */
  constructor(private readonly style: number) {
    this.empty = { value: null, style };
  }

  /** @returns a cell with the value; never to be changed, since others may be the same. */
  cell(value: Scalar | null): PlanCell {
    if (value === null) return this.empty;
    const place = typeof value === 'number' ? hundredthsOf(value) : null;
    if (place === null) return { value, style: this.style };
    this.figures ??= [...NONE];
    return (this.figures[place] ??= { value, style: this.style });
  }
}
