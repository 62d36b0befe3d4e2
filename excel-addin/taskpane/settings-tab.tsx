/** Thiết lập: what is set, what holds otherwise; saving writes the one cell. */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { SettingItem, SettingsView } from '#core/view/settings';
import { CheckButton } from './run-buttons.tsx';
import type { Pane } from './session.ts';
import { useStyles } from './styles.ts';
import { useWords } from './words.ts';

export function SettingsTab({ pane }: { pane: Pane }): ReactNode {
  const { word, language } = useWords();
  const styles = useStyles();
  const { overview, engine, revision, tell } = pane;
  const [view, setView] = useState<SettingsView | null>(null);
  const ready = overview !== null;
  useEffect(() => {
    if (ready) engine.ask('settings', { language }).then(setView, tell);
  }, [ready, engine, language, revision, tell]);
  if (!ready || view === null)
    return (
      <>
        <p className={styles.plain}>{word('settings-first')}</p>
        <div>
          <CheckButton pane={pane} />
        </div>
      </>
    );
  return (
    <>
      <p className={styles.quiet}>
        {view.sheet === null ? word('settings-none') : word('settings-sheet', { sheet: view.sheet })}
      </p>
      {view.items.map((item) => (
        <Setting key={item.key} item={item} pane={pane} />
      ))}
    </>
  );
}

function Setting({ item, pane }: { item: SettingItem; pane: Pane }): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const { key, label, words, place } = item;
  const [value, setValue] = useState(item.value);
  // What the sheet says now wins, after every reading.
  useEffect(() => {
    setValue(item.value);
  }, [item.value, pane.revision]);
  const state = item.invalid ? { validationMessage: word('setting-invalid') } : {};
  const fallback = item.default === '' ? '' : word('setting-default', { value: item.default });
  const hint = [item.hint, words.length > 0 ? '' : fallback].filter((text) => text !== '').join(' ');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== item.value && pane.busy === null && !pane.readOnly) pane.saveSetting(key, label, value);
      }}
    >
      <Field label={label} hint={hint === '' ? undefined : hint} {...state}>
        {words.length === 0 ? (
          <Input value={value} onChange={(_, data) => setValue(data.value)} />
        ) : (
          <Select value={value} onChange={(_, data) => setValue(data.value)}>
            <option value="">{fallback === '' ? word('setting-unset') : fallback}</option>
            {[...new Set([item.value, ...words])].map(
              (one) =>
                one !== '' && (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ),
            )}
          </Select>
        )}
      </Field>
      <div className={styles.row}>
        {value !== item.value && (
          <Button
            size="small"
            appearance="primary"
            type="submit"
            disabledFocusable={pane.busy !== null || pane.readOnly}
            aria-label={word('setting-save-one', { key: label })}
          >
            {word('setting-save')}
          </Button>
        )}
        {item.invalid && place !== null && (
          <Button size="small" onClick={() => void pane.reveal(place)}>
            {word('go', { cell: `${place.sheet}!${place.cell}` })}
          </Button>
        )}
      </div>
    </form>
  );
}
