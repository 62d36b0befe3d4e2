/** What narrows the list of findings. */
import { Field, Input, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FindingsQuery, FindingsView } from '#core/view/findings';
import { useStyles } from '../skin/styles.ts';
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

export function FindingsFilter({ filter, view, narrow }: FilterProps): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      <Field label={word('severity')} size="small">
        <Select
          size="small"
          value={filter.severity ?? ''}
          onChange={(_, { value }) => narrow({ severity: (value || null) as Filter['severity'] })}
        >
          <option value="">{word('severity-all')}</option>
          {SEVERITIES.map((one) => (
            <option key={one} value={one}>{`${word(`severity-${one}`)} (${view?.counts[one] ?? 0})`}</option>
          ))}
        </Select>
      </Field>
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
      <Field label={word('search')} size="small">
        <Input size="small" type="search" value={filter.text} onChange={(_, { value }) => narrow({ text: value })} />
      </Field>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string | null;
  list: { name: string; count: number }[];
  pick(value: string | null): void;
}

function Choice({ label, value, list, pick }: ChoiceProps): ReactNode {
  const { word } = useWords();
  // What is chosen stays in sight when its last finding is mended.
  const gone = value !== null && list.every(({ name }) => name !== value);
  const shown = gone ? [...list, { name: value, count: 0 }] : list;
  return (
    <Field label={label} size="small">
      <Select size="small" value={value ?? ''} onChange={(_, data) => pick(data.value || null)}>
        <option value="">{word('filter-all')}</option>
        {shown.map(({ name, count }) => (
          <option key={name} value={name}>{`${name} (${count})`}</option>
        ))}
      </Select>
    </Field>
  );
}
