/** Thiết lập: what is set, what holds otherwise; saving writes the one cell. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { SettingItem } from '#core/view/settings';
import { useAnswer } from './answer.ts';
import type { Panel } from './port.ts';
import { CheckButton } from './run-buttons.tsx';
import { defaultOf, hintOf, meaningOf } from './setting-words.ts';
import { useSkin } from './skin.ts';
import { Failed, Loading } from './waiting.tsx';
import { useWords } from './words.ts';

/** Characters that a closed list shows in the narrowest panel. */
const FITTING = 30;

export function SettingsScreen({ panel }: { panel: Panel }): ReactNode {
  const { Row, Text } = useSkin();
  const { word } = useWords();
  const isReady = panel.overview !== null;
  const { value: view, error, retry } = useAnswer(panel, 'settings', isReady ? {} : null);
  if (!isReady)
    return (
      <>
        <Text>{word('settings-first')}</Text>
        <Row>
          <CheckButton panel={panel} />
        </Row>
      </>
    );
  if (error !== null) return <Failed words={error} retry={retry} />;
  if (view === null) return <Loading />;
  return (
    <>
      <Text kind="quiet">
        {view.sheet === null ? word('settings-none') : word('settings-sheet', { sheet: view.sheet })}
      </Text>
      {[...new Set(view.items.map(({ section }) => section))].map((section, at) => {
        const items = view.items.filter((item) => item.section === section);
        return <Section key={section} items={items} first={at === 0} panel={panel} />;
      })}
    </>
  );
}

interface SectionProps {
  items: readonly SettingItem[];
  /** The person begins here. */
  first: boolean;
  panel: Panel;
}

/** Settings that are decided together. */
function Section({ items, first, panel }: SectionProps): ReactNode {
  const { Fold, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  const wrong = items.filter(({ invalid }) => invalid).length;
  const count = items.filter(({ value }) => value !== '').length - wrong;
  const title = [
    word(`section-${items[0]!.section}`),
    count > 0 ? word('section-some', { count }) : '',
    wrong > 0 ? word('section-wrong', { count: wrong }) : '',
  ];
  // Whoever takes its last value back is still in it: it does not close by itself.
  const open = useRef(false);
  open.current ||= first || count + wrong > 0;
  return (
    <Fold title={title.filter((text) => text !== '').join(' · ')} open={open.current}>
      <div className={looks.stack}>
        {items.map((item) => (
          <Setting key={item.key} item={item} panel={panel} />
        ))}
      </div>
    </Fold>
  );
}

function Setting({ item, panel }: { item: SettingItem; panel: Panel }): ReactNode {
  const { Button, Row, SelectField, TextField } = useSkin();
  const { word } = useWords();
  const { id, key, place } = item;
  const label = word(`setting-${id}`);
  const choices = item.choices.map(({ value: one, word: of }) => ({
    value: one,
    text: of === null ? one : meaningOf(id, of, word),
  }));
  const [value, setValue] = useState(item.value);
  // What the sheet says anew wins; what is typed and not saved yet stays while another setting is.
  useEffect(() => {
    setValue(item.value);
  }, [item.value]);
  const usual = defaultOf(id, item.default, choices.length > 0, word);
  const fallback = usual === '' ? '' : word('setting-default', { value: usual });
  const chosen = choices.find((choice) => choice.value === value)?.text ?? '';
  // What a closed list cuts off stands whole below it.
  const whole = chosen.length > FITTING ? chosen : '';
  const holds = choices.length === 0 || value === '' ? fallback : whole;
  const hint = [hintOf(id, item.example, word), holds].filter((text) => text !== '').join(' ');
  const isChanged = value !== item.value;
  // What is chosen anew is not the value that can't be used.
  const wrong = item.invalid && !isChanged ? word('setting-invalid') : '';
  const shared = { label, hint, wrong, value, change: setValue };
  const isStuck = panel.isBusy || panel.readOnly;
  return (
    <form
      className="setting"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && !isStuck) panel.saveSetting(key, label, value);
      }}
    >
      {choices.length === 0 ? (
        <TextField {...shared} />
      ) : (
        <SelectField {...shared} options={[{ value: '', text: word('setting-unset') }, ...choices]} />
      )}
      {(isChanged || place !== null) && (
        <Row>
          {isChanged && (
            <Button look="filled" small submit stuck={isStuck} label={word('setting-save-one', { key: label })}>
              {word('setting-save')}
            </Button>
          )}
          {place !== null && (
            <Button look="text" small go={() => void panel.reveal(place)}>
              {word('go', { cell: `${place.sheet}!${place.cell}` })}
            </Button>
          )}
        </Row>
      )}
    </form>
  );
}
