/** What narrows the list of findings: severities as chips with their counts, then sheet, unit and words in one line. */
import type { ReactNode } from 'react';
import type { FindingsQuery, FindingsView } from '#core/view/findings';
import { Search } from './search.tsx';
import { useSkin } from './skin.ts';
import { useWords } from './words.ts';

export type Filter = Pick<FindingsQuery, 'severity' | 'sheet' | 'unit' | 'text'>;
export const NO_FILTER: Filter = { severity: null, sheet: null, unit: null, text: '' };
const SEVERITIES = ['error', 'warning', 'note', 'waived'] as const;

interface FilterProps {
  filter: Filter;
  /** null: not here yet. */
  view: FindingsView | null;
  narrow(part: Partial<Filter>): void;
}

export function FindingsFilter({ filter, view, narrow }: FilterProps): ReactNode {
  const { Chip, Row, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  return (
    <>
      <div role="group" aria-label={word('severity')}>
        <Row>
          {SEVERITIES.map((one) => {
            const isOn = filter.severity === one;
            const count = view?.counts[one] ?? 0;
            // What can't be found need not stand there, unless it is what was asked for.
            if (count === 0 && !isOn) return null;
            return (
              <Chip key={one} pressed={isOn} go={() => narrow({ severity: isOn ? null : one })}>
                {word('severity-count', { severity: word(`severity-${one}`), count })}
              </Chip>
            );
          })}
        </Row>
      </div>
      <div className={looks.fields}>
        <Search label={word('search')} text={filter.text} search={(text) => narrow({ text })} />
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

function Choice({ label, value, list, pick }: ChoiceProps): ReactNode {
  const { SelectField } = useSkin();
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
