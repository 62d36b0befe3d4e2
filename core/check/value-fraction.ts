/** A figure that counts things but is not whole. */
import { equals, exact, multiply, roundHalfUp, toNumber, toPlain, type Exact } from '../exact/exact.ts';
import type { Indicator } from '../framework/framework.ts';
import { foldLoose } from '../workbook/text.ts';
import type { Check, Told } from './finding.ts';
import type { CheckInput } from './input.ts';
import { columnsLacking } from './readings.ts';
import { edit, FIGURES, isFormula, needs, setOf } from './shared.ts';

const COUNTABLE =
  /(?:^|[^a-z])(?:ho so|nguoi|can bo|cong chuc|vien chuc|cuoc|van ban|ho|luot|thu tuc|nhiem vu|vu viec|don vi|dich vu|doanh nghiep|du an|lop|buoi|tin|bai)(?![a-z])/;
/** "Số hồ sơ đúng thời gian" counts case files, "Thời gian xử lý hồ sơ" does not: what is named first is what is entered. */
const MEASURED =
  /(?:^|[^a-z])(?:ty le|ti le|diem|muc|ty trong|kinh phi|so tien|gia tri|thu nhap|von|dien tich|chi phi|thoi gian|dong)(?![a-z])/;
/** A mean or a percentage of whatever is no whole number. */
const NEVER_WHOLE = /(?:^|[^a-z])(?:binh quan|trung binh|phan tram)(?![a-z])|%\W*$/;

function namesCount(label: string): boolean {
  const counted = label.search(COUNTABLE);
  const measured = label.search(MEASURED);
  return counted >= 0 && (measured < 0 || counted < measured) && !NEVER_WHOLE.test(label);
}

function countable(input: CheckInput, indicator: Indicator): boolean[] {
  const needed = needs(input, indicator);
  return FIGURES.map((figure) => {
    if (needed.rates.includes(figure)) return false;
    if (needed.counts.includes(figure)) return true;
    return namesCount(foldLoose(indicator.labels[figure] ?? ''));
  });
}

function whole(value: Exact): boolean {
  return equals(value, roundHalfUp(value, 0));
}

export const valueFraction: Check = {
  severity: 'warning',
  notRun: (input) => columnsLacking(input),
  run: (input) => {
    const known: (boolean[] | null)[][] = [];
    const found: Told[] = [];
    for (const entry of input.assessment.entries) {
      const set = setOf(input, entry.unit);
      const indicator = input.assessment.sets[set]?.indicators[entry.indicator];
      if (indicator === undefined) continue;
      const ofSet = (known[set] ??= []);
      let which = ofSet[entry.indicator];
      if (which === undefined) {
        const counts = countable(input, indicator);
        ofSet[entry.indicator] = which = counts.includes(true) ? counts : null;
      }
      if (which === null) continue;
      for (const [position, figure] of FIGURES.entries()) {
        if (which[position] !== true) continue;
        const reading = entry.readings[figure];
        if (reading === undefined || reading.value === null || reading.problem !== null) continue;
        if (whole(reading.value) || (typeof reading.cell === 'number' && Number.isInteger(reading.cell))) continue;
        const thousandfold = multiply(reading.value, exact(1000));
        const meant = whole(thousandfold) && !whole(multiply(reading.value, exact(100)));
        found.push({
          at: reading.at,
          unit: entry.unit,
          indicator: { set, index: entry.indicator },
          column: reading.column,
          variant: meant ? 'thousands' : undefined,
          args: { label: indicator.labels[figure] ?? '', meant: { decimal: toPlain(thousandfold) } },
          repair:
            meant && !isFormula(reading.cell) ? [edit(input, reading.at, toNumber(thousandfold), 'General')] : null,
        });
      }
    }
    return found;
  },
};
