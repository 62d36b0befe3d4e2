/** Thiết lập: what is set, what holds otherwise; saving writes the one cell. */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { SettingItem, SettingsView } from '#core/view/settings';
import type { Pane } from './session.ts';
import { useStyles } from './styles.ts';
import { useWords } from './words.ts';

export function SettingsTab({ pane }: { pane: Pane }): ReactNode {
  const { word, language } = useWords();
  const styles = useStyles();
  const { overview, engine, revision } = pane;
  const [view, setView] = useState<SettingsView | null>(null);
  const ready = overview !== null;
  useEffect(() => {
    if (ready) engine.ask('settings', { language }).then(setView, () => undefined);
  }, [ready, engine, language, revision]);
  if (!ready || view === null)
    return (
      <>
        <p className={styles.plain}>{word('settings-first')}</p>
        <div>
          <Button appearance="primary" disabled={pane.busy !== null} onClick={pane.check}>
            {word('check-run')}
          </Button>
        </div>
      </>
    );
  return (
    <>
      <p className={styles.quiet}>
        {view.sheet === null ? word('settings-none') : word('settings-sheet', { sheet: view.sheet })}
      </p>
      {view.items.map((item) => (
        <Setting key={`${revision} ${item.key}`} item={item} pane={pane} />
      ))}
    </>
  );
}

function Setting({ item, pane }: { item: SettingItem; pane: Pane }): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const { key, label, words } = item;
  const [value, setValue] = useState(item.value);
  const stuck = pane.busy !== null || pane.readOnly;
  const state = item.invalid ? { validationMessage: word('setting-invalid') } : {};
  const save = (next: string): void => pane.saveSetting(key, label, next);
  if (words.length > 0) {
    const odd = item.value !== '' && !words.includes(item.value);
    return (
      <Field label={label} {...state}>
        <Select
          value={value}
          disabled={stuck}
          onChange={(_, data) => {
            setValue(data.value);
            save(data.value);
          }}
        >
          <option value="">
            {item.default === '' ? word('setting-unset') : word('setting-default', { value: item.default })}
          </option>
          {odd && <option value={item.value}>{item.value}</option>}
          {words.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save(value);
      }}
    >
      <Field
        label={label}
        hint={item.default === '' ? undefined : word('setting-default', { value: item.default })}
        {...state}
      >
        <Input
          value={value}
          onChange={(_, data) => setValue(data.value)}
          contentAfter={
            value === item.value ? undefined : (
              <Button size="small" type="submit" disabled={stuck}>
                {word('setting-save')}
              </Button>
            )
          }
        />
      </Field>
      <span className={styles.hidden}>{item.value}</span>
    </form>
  );
}
