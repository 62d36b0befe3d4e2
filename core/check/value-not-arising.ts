/** Nothing to measure (b = 0 and a = 0, or Không áp dụng): a note, or one question per indicator under hỏi. */
import type { CellRef } from '../read/assessment.ts';
import { divisorsOf } from '../framework/rules/index.ts';
import { notArisingReading } from '../score/deciding.ts';
import type { EntryScore } from '../score/scored.ts';
import type { Check, Told } from './finding.ts';
import type { CheckInput } from './input.ts';
import { say } from '../messages/index.ts';
import { edit, hasNoData, indicatorOf, setOf } from './shared.ts';

/** b's cell (the divisor that is 0), or Lựa chọn. */
function placeOf(
  input: CheckInput,
  unit: number,
  score: EntryScore,
): { at: CellRef; column: string; value?: string } | null {
  const { entry } = score;
  if (entry === null) return null;
  const rule = indicatorOf(input, unit, score.indicator)?.rule ?? null;
  const reading = notArisingReading(entry, rule === null ? [] : divisorsOf(rule));
  return reading === null ? { at: entry.codeAt, column: '', value: '' } : { at: reading.at, column: reading.column };
}

export const valueNotArising: Check = {
  severity: 'error',
  run: (input) => {
    const { assessment, scored } = input;
    const found: Told[] = [];
    const asked = new Map<string, { told: Told; units: string[] }>();
    for (const card of scored.cards) {
      if (hasNoData(input, card.unit)) continue;
      const set = setOf(input, card.unit);
      for (const score of card.entries) {
        if (!score.notArising && score.blockedBy !== 'ask') continue;
        const place = placeOf(input, card.unit, score);
        if (place === null) continue;
        const indicator = assessment.sets[set]?.indicators[score.indicator];
        const because = say(
          { id: `because.${place.column === 'choice' ? 'choice' : 'divisor'}`, args: {} },
          assessment.language,
        );
        const where = { ...place, unit: card.unit, indicator: { set, index: score.indicator }, args: { because } };
        const policy = indicator?.notArising ?? assessment.settings.notArising;
        const asks = score.blockedBy === 'ask' || (score.state === 'waived' && policy === 'ask');
        if (!asks) {
          const variant = policy === 'ask' ? 'typed' : policy;
          found.push({ ...where, severity: 'note', variant });
          continue;
        }
        // A waiver is one unit's: it does not answer for those listed beside it.
        const key = `${set} ${score.indicator}${score.state === 'waived' ? ` ${card.unit}` : ''}`;
        const name = assessment.units[card.unit]?.name ?? '';
        const known = asked.get(key);
        if (known !== undefined) {
          known.units.push(name);
          continue;
        }
        const cell = indicator?.at?.notArising ?? null;
        const repair = cell === null ? null : [edit(input, cell, 'loại')];
        const variant = cell === null ? 'ask-settings' : 'ask';
        asked.set(key, { told: { ...where, variant, repair }, units: [name] });
      }
    }
    for (const { told, units } of asked.values())
      found.push({ ...told, args: { ...told.args, units: units.join('; '), count: units.length } });
    return found;
  },
};
