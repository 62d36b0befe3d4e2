/** What narrows the list of findings: severity as chips with their counts, sheet, unit, words. */
import type { JSX } from 'preact';
import type { FindingsQuery, FindingsView } from '#core/view/findings';
import { SelectField } from '../skin/controls.tsx';
import { Search } from './search.tsx';
import { useWords } from '#panel/words.ts';

export type Filter = Pick<FindingsQuery, 'severity' | 'sheet' | 'unit' | 'text'>;
export const NO_FILTER: Filter = { severity: null, sheet: null, unit: null, text: '' };
const SEVERITIES = ['error', 'warning', 'note', 'waived'] as const;

interface FilterProps {
  filter: Filter;
  /** null: not here yet. */
  view: FindingsView | null;
  narrow(part: Partial<Filter>): void;
}

export function FindingsFilter({ filter, view, narrow }: FilterProps): JSX.Element {
  const { word } = useWords();
  return (
    <>
      <div class="row chips" role="group" aria-label={word('severity')}>
        {SEVERITIES.map((one) => {
          const isOn = filter.severity === one;
          const count = view?.counts[one] ?? 0;
          // What can't be found need not stand there, unless it is what was asked for.
          if (count === 0 && !isOn) return null;
          return (
            <button
              key={one}
              type="button"
              class="chip"
              aria-pressed={isOn}
              onClick={() => narrow({ severity: isOn ? null : one })}
            >
              {`${word(`severity-${one}`)} ${count}`}
            </button>
          );
        })}
      </div>
      <Search label={word('search')} text={filter.text} search={(text) => narrow({ text })} />
      <div class="pair">
        <Choice
          label={word('filter-sheet')}
          value={filter.sheet}
          list={view?.sheets ?? []}
          pick={(sheet) => narrow({ sheet })}
        />
        <Choice
          label={word('filter-unit')}
          value={filter.unit}
          list={view?.units ?? []}
          pick={(unit) => narrow({ unit })}
        />
      </div>
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: string | null;
  list: { name: string; count: number }[];
  pick(value: string | null): void;
}

function Choice({ label, value, list, pick }: ChoiceProps): JSX.Element {
  const { word } = useWords();
  // What is chosen stays in sight when its last finding is mended.
  const gone = value !== null && list.every(({ name }) => name !== value);
  const shown = gone ? [...list, { name: value, count: 0 }] : list;
  const options = shown.map(({ name, count }) => ({ value: name, text: `${name} (${count})` }));
  return (
    <SelectField
      label={label}
      value={value ?? ''}
      options={[{ value: '', text: word('filter-all') }, ...options]}
      change={(next) => pick(next === '' ? null : next)}
    />
  );
}
