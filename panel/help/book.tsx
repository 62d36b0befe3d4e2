/** What may be written in a workbook, to look up. A part of its own, with its words: it is loaded when somebody opens it. */
import { useMemo, useState, type ReactNode } from 'react';
import { checks as enChecks } from '#core/messages/en/checks';
import { fill } from '#core/messages/fill';
import type { Under } from '#core/messages/ids';
import type { Language, Message } from '#core/messages/message';
import { checks as viChecks } from '#core/messages/vi/checks';
import { helpView } from '#core/view/help';
import { foldLoose } from '#core/workbook/text';
import { meaningOf } from '../setting-words.ts';
import { useSkin } from '../skin.ts';
import { useWords, type PanelWord } from '../words.ts';
import { help as en } from './words/en.ts';
import { help as vi } from './words/vi.ts';

const CATALOGUES: Record<Language, Readonly<Record<string, string>>> = {
  vi: { ...vi, ...viChecks },
  en: { ...en, ...enChecks },
};

interface Entry {
  title: string;
  lines: string[];
}

interface Part {
  name: 'headers' | 'settings' | 'rules' | 'checks';
  entries: Entry[];
}

type HelpWord = (id: Under<'help.'>, args?: Message['args']) => string;

const PARTS = helpView();

function partsIn(language: Language, help: HelpWord, word: PanelWord): Part[] {
  const { headers, settings, rules, checks } = PARTS;
  const heads = headers.map(({ role, words, english }): Entry => {
    const also = english.length === 0 ? [] : [help('english', { words: english.join(' · ') })];
    return { title: help(`role-${role}`), lines: [words.join(' · '), ...also] };
  });
  const set = settings.map(({ id, key, values, usual, example }): Entry => {
    const label = word(`setting-${id}`);
    const choices = values.map((value) => `– ${meaningOf(id, value, word)}`);
    return {
      title: label === key ? key : `${key} – ${label}`,
      lines: [
        help(`setting-${id}`),
        ...choices,
        ...(example === '' || example === usual ? [] : [help('example', { example })]),
        ...(usual === '' ? [] : [word('setting-default', { value: usual })]),
      ],
    };
  });
  return [
    { name: 'headers', entries: heads },
    { name: 'settings', entries: set },
    {
      name: 'rules',
      entries: rules.map(({ kind, examples }) => ({ title: examples.join('\n'), lines: [help(`rule-${kind}`)] })),
    },
    {
      name: 'checks',
      entries: checks.map(({ id, number }) => ({
        title: `${number} ${fill(CATALOGUES[language], { id: `check.${id}`, args: {} }, language)}`,
        lines: [],
      })),
    },
  ];
}

/** Without tone and case: people search as they type fastest. */
const finds = ({ title, lines }: Entry, asked: string): boolean => {
  const text = foldLoose([title, ...lines].join('\n'));
  // "kt13", "kt 13": as people say a number.
  return text.includes(asked) || text.includes(asked.replace(/^kt ?(?=\d)/, 'kt-'));
};

export function Book(): ReactNode {
  const { Fold, Text, TextField, useLooks } = useSkin();
  const looks = useLooks();
  const { word, language } = useWords();
  const [text, search] = useState('');
  const help: HelpWord = (id, args = {}) => fill(CATALOGUES[language], { id: `help.${id}`, args }, language);
  const parts = useMemo(() => partsIn(language, help, word), [language]);
  const asked = foldLoose(text).trim();
  const found = parts.map((part) => ({ ...part, entries: part.entries.filter((entry) => finds(entry, asked)) }));
  const count = found.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <TextField label={help('search')} search value={text} change={search} />
      </form>
      <div role="status" className={looks.quiet}>
        {asked === '' ? '' : count === 0 ? help('nothing') : help('found', { count })}
      </div>
      {found
        .filter(({ entries }) => entries.length > 0)
        .map(({ name, entries }) => (
          <Fold key={name} title={help('part', { part: help(name), count: entries.length })} open={asked !== ''}>
            <div className={looks.stack}>
              <Text kind="quiet">{help(`${name}-note`)}</Text>
              {entries.map(({ title, lines }) => (
                <div key={title}>
                  <div className={lines.length === 0 ? undefined : looks.heading} style={{ whiteSpace: 'pre-line' }}>
                    {lines.length === 0 ? title : <strong>{title}</strong>}
                  </div>
                  {lines.map((line) => (
                    <Text key={line} kind="quiet">
                      {line}
                    </Text>
                  ))}
                </div>
              ))}
            </div>
          </Fold>
        ))}
    </>
  );
}
