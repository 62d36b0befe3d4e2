/** Thiết lập: what is set, what holds otherwise; saving writes the one cell. */
import { useEffect, useState, type ReactNode } from 'react';
import type { SettingItem } from '#core/view/settings';
import { useAnswer } from './answer.ts';
import type { Panel } from './port.ts';
import { CheckButton } from './run-buttons.tsx';
import { useSkin } from './skin.ts';
import { Failed, Loading } from './waiting.tsx';
import { useWords } from './words.ts';

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
      {view.items.map((item) => (
        <Setting key={item.key} item={item} panel={panel} />
      ))}
    </>
  );
}

function Setting({ item, panel }: { item: SettingItem; panel: Panel }): ReactNode {
  const { Button, Row, SelectField, TextField } = useSkin();
  const { word } = useWords();
  const { key, label, words, place } = item;
  const [value, setValue] = useState(item.value);
  // What the sheet says now wins, after every reading.
  useEffect(() => {
    setValue(item.value);
  }, [item.value, panel.revision]);
  const fallback = item.default === '' ? '' : word('setting-default', { value: item.default });
  const hint = [item.hint, words.length > 0 ? '' : fallback].filter((text) => text !== '').join(' ');
  const shared = { label, hint, wrong: item.invalid ? word('setting-invalid') : '', value, change: setValue };
  const known = [...new Set([item.value, ...words])].filter((one) => one !== '');
  const isChanged = value !== item.value;
  const isStuck = panel.isBusy || panel.readOnly;
  return (
    <form
      className="setting"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && !isStuck) panel.saveSetting(key, label, value);
      }}
    >
      {words.length === 0 ? (
        <TextField {...shared} />
      ) : (
        <SelectField
          {...shared}
          options={[
            { value: '', text: fallback === '' ? word('setting-unset') : fallback },
            ...known.map((one) => ({ value: one, text: one })),
          ]}
        />
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
