/** Thiết lập: what is set, what holds otherwise; saving writes the one cell. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SettingItem } from '#core/view/settings';
import { LOOKS, type Look } from './look.ts';
import { Button, Failed, Loading, SelectField, TextField } from './parts.tsx';
import { CheckButton } from './run-buttons.tsx';
import type { Sidebar } from './session.ts';
import { useAnswer } from './views.ts';
import { useWords } from './words.ts';

interface SettingsProps {
  sidebar: Sidebar;
  look: Look;
  wear(look: Look): void;
}

export function SettingsPart({ sidebar, look, wear }: SettingsProps): JSX.Element {
  const { word } = useWords();
  return (
    <>
      {sidebar.overview === null ? (
        <>
          <p>{word('settings-first')}</p>
          <div class="row">
            <CheckButton sidebar={sidebar} />
          </div>
        </>
      ) : (
        <Settings sidebar={sidebar} />
      )}
      <SelectField
        label={word('theme-label')}
        value={look}
        options={LOOKS.map((one) => ({
          value: one,
          text: word(one === 'auto' ? 'sidebar.theme-auto' : `theme-${one}`),
        }))}
        change={(value) => wear(value as Look)}
      />
    </>
  );
}

function Settings({ sidebar }: { sidebar: Sidebar }): JSX.Element {
  const { word } = useWords();
  const { revision, run, ask } = sidebar;
  const { value: view, error, retry } = useAnswer(ask, revision, 'settings', run === null ? null : {});
  if (error !== null) return <Failed words={error} retry={retry} />;
  if (view === null) return <Loading />;
  return (
    <>
      <p class="quiet">{view.sheet === null ? word('settings-none') : word('settings-sheet', { sheet: view.sheet })}</p>
      {view.items.map((item) => (
        <Setting key={item.key} item={item} sidebar={sidebar} />
      ))}
    </>
  );
}

function Setting({ item, sidebar }: { item: SettingItem; sidebar: Sidebar }): JSX.Element {
  const { word } = useWords();
  const { key, label, words, place } = item;
  const [value, setValue] = useState(item.value);
  // What the sheet says now wins, after every reading.
  useEffect(() => {
    setValue(item.value);
  }, [item.value, sidebar.revision]);
  const fallback = item.default === '' ? '' : word('setting-default', { value: item.default });
  const hint = [item.hint, words.length > 0 ? '' : fallback].filter((text) => text !== '').join(' ');
  const shared = { label, hint, wrong: item.invalid ? word('setting-invalid') : '', value, change: setValue };
  const known = [...new Set([item.value, ...words])].filter((one) => one !== '');
  const isStuck = sidebar.busy !== null;
  return (
    <form
      class="setting"
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== item.value && !isStuck) sidebar.saveSetting(key, label, value);
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
      {(value !== item.value || place !== null) && (
        <div class="row">
          {value !== item.value && (
            <Button look="filled" submit stuck={isStuck} label={word('setting-save-one', { key: label })}>
              {word('setting-save')}
            </Button>
          )}
          {place !== null && (
            <Button look="text" go={() => void sidebar.reveal(place)}>
              {word('go', { cell: `${place.sheet}!${place.cell}` })}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
