/** Phiếu: for whom, for which period, made in one go; what to write to the units. */
import { useState, type ReactNode } from 'react';
import { foldLoose } from '#core/workbook/text';
import { Copied } from './copied.tsx';
import type { FormsLook, Panel } from './port.ts';
import { useSkin } from './skin.ts';
import { useWords } from './words.ts';

/** What the person chose; kept while other parts are open. */
export interface FormsPlace {
  /** null: as it is set. */
  period: string | null;
  /** Names of units that get none. */
  without: readonly string[];
}

export const FORMS_START: FormsPlace = { period: null, without: [] };

interface FormsProps {
  panel: Panel;
  place: FormsPlace;
  go(part: Partial<FormsPlace>): void;
}

export function FormsScreen(props: FormsProps): ReactNode {
  const { panel } = props;
  const { Button, Row, Text } = useSkin();
  const { word } = useWords();
  const { forms, makesForms } = panel;
  return (
    <>
      <Text>{word('forms-about')}</Text>
      {forms !== null && <Choosing {...props} forms={forms} />}
      <Row>
        <Button look={forms === null ? 'filled' : 'outlined'} stuck={panel.isBusy} go={() => makesForms?.look()}>
          {word(forms === null ? 'forms-look' : 'forms-look-again')}
        </Button>
      </Row>
    </>
  );
}

function Choosing({ panel, place, go, forms }: FormsProps & { forms: FormsLook }): ReactNode {
  const { Button, Fold, Row, Text, TextField } = useSkin();
  const { word } = useWords();
  const { units, notes, set } = forms;
  const period = place.period ?? forms.period;
  const without = new Set(place.without);
  const chosen = units.filter(({ name }) => !without.has(name));
  const isAll = chosen.length === units.length;
  const isNone = units.length > 0 && chosen.length === 0;
  const make = (): void =>
    panel.makesForms?.make({ units: isAll ? null : chosen.map(({ name }) => name), period: place.period ?? '' });
  const mail = word('forms-mail-text', { period: period === '' ? '' : word('forms-mail-period', { period }) });
  const counts = { count: chosen.length, total: units.length };
  return (
    <>
      <Text>{word('forms-set', { set })}</Text>
      <TextField
        label={word('forms-period')}
        hint={word('forms-period-hint')}
        value={period}
        change={(text) => go({ period: text })}
      />
      {units.length === 0 ? (
        <Text>{word('forms-blank')}</Text>
      ) : (
        <Fold title={word(isAll ? 'forms-all' : 'forms-some', counts)} open={false}>
          <Units units={units} without={without} go={(names) => go({ without: names })} />
        </Fold>
      )}
      {notes.map((note) => (
        <Text key={note} kind="quiet">
          {note}
        </Text>
      ))}
      <Row>
        <Button look="filled" stuck={panel.isBusy || isNone} go={make}>
          {units.length === 0 ? word('forms-make-blank') : word('forms-make', counts)}
        </Button>
      </Row>
      {isNone && <Text kind="alert">{word('forms-none')}</Text>}
      {chosen.length > 1 && <Text kind="quiet">{word('forms-where')}</Text>}
      <Fold title={word('forms-mail')} open={false}>
        <Copied label={word('forms-mail')} text={mail} />
      </Fold>
    </>
  );
}

interface UnitsProps {
  units: FormsLook['units'];
  without: ReadonlySet<string>;
  go(without: readonly string[]): void;
}

function Units({ units, without, go }: UnitsProps): ReactNode {
  const { Button, Row, Text, TextField, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  const [text, search] = useState('');
  const wanted = foldLoose(text).trim();
  const found = units.filter(({ name, code }) => foldLoose(`${name} ${code ?? ''}`).includes(wanted));
  // What is searched for is what the two buttons mean.
  const names = new Set(found.map(({ name }) => name));
  return (
    <div className={looks.stack}>
      <TextField label={word('forms-search')} search value={text} change={search} />
      <Row>
        <Button small go={() => go([...without].filter((name) => !names.has(name)))}>
          {word('forms-take-all')}
        </Button>
        <Button small go={() => go([...new Set([...without, ...names])])}>
          {word('forms-take-none')}
        </Button>
      </Row>
      {found.length === 0 && <Text>{word('forms-no-match')}</Text>}
      <fieldset className={looks.choice}>
        <legend className={looks.hidden}>{word('forms-units')}</legend>
        {found.map(({ name, code }, at) => (
          <label key={`${name} ${code ?? at}`}>
            <input
              type="checkbox"
              checked={!without.has(name)}
              onChange={({ currentTarget }) =>
                go(currentTarget.checked ? [...without].filter((one) => one !== name) : [...without, name])
              }
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
