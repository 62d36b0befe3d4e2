/** The empty input that decides: it counts 0, or blocks where the settings say so. */
import type { Entry, Reading } from '../read/assessment.ts';
import { missingReading } from '../score/deciding.ts';
import type { Check, Told } from './finding.ts';
import type { CheckInput } from './input.ts';
import type { FigureName } from '../framework/framework.ts';
import { say } from '../messages/index.ts';
import { columnName, FIGURES, hasNoData, indicatorOf, needs, setOf } from './shared.ts';

/** The empty input that decides. */
function deciding(input: CheckInput, entry: Entry): Reading | null {
  const needed = needs(input, indicatorOf(input, entry.unit, entry.indicator));
  const inputs = [...needed.figures, ...(needed.choice === null ? [] : (['choice'] as const))];
  return missingReading(entry, inputs, input.assessment.settings.sources);
}

/** "số liệu a – số hồ sơ trực tuyến": the letter alone says nothing to who is to report it. */
function figureName(input: CheckInput, unit: number, indicator: number, column: string): string {
  const { language } = input.assessment;
  if (!(FIGURES as readonly string[]).includes(column)) return columnName(input, column);
  const label = indicatorOf(input, unit, indicator)?.labels[column as FigureName] ?? '';
  return say({ id: label === '' ? 'column.figure' : 'column.figure-named', args: { column, label } }, language);
}

export const valueMissing: Check = {
  severity: 'warning',
  run: (input) => {
    const severity = input.assessment.settings.missing === 'block' ? 'error' : 'warning';
    const found: Told[] = [];
    for (const card of input.scored.cards) {
      if (hasNoData(input, card.unit)) continue;
      for (const score of card.entries) {
        const { entry } = score;
        if (entry === null) continue;
        const waived = score.state === 'waived';
        if (score.state !== 'missing' && !waived && score.blockedBy !== 'missing') continue;
        const reading = deciding(input, entry);
        found.push({
          severity: (isWaived) => (waived && !isWaived ? null : severity),
          at: reading?.at ?? entry.codeAt,
          unit: card.unit,
          indicator: { set: setOf(input, card.unit), index: score.indicator },
          column: reading?.column ?? '',
          value: '',
          args: { figure: figureName(input, card.unit, score.indicator, reading?.column ?? '') },
          variant: reading === null ? 'no-column' : severity === 'error' ? 'block' : undefined,
        });
      }
    }
    return found;
  },
};
