/** The sidebar. Google draws the title bar above it. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Language } from '#core/messages/message';
import { Broken } from './broken.tsx';
import type { Client } from './client.ts';
import { FINDINGS_START, FindingsPart, type FindingsPlace } from './findings.tsx';
import { Notices } from './notices.tsx';
import { Failed } from './parts.tsx';
import { RANKING_START, RankingPart, type RankingPlace } from './ranking.tsx';
import { ScorePart } from './score.tsx';
import { useSidebar } from './session.ts';
import { SettingsPart } from './settings.tsx';
import { useLook } from './look.ts';
import { LanguageContext, useWords, wordsIn } from './words.ts';

const PARTS = ['check', 'score', 'ranking', 'settings'] as const;
type PartName = (typeof PARTS)[number];

export function App({ client }: { client: Client }): JSX.Element {
  const [language, setLanguage] = useState<Language>('vi');
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = wordsIn(language)('title');
  }, [language]);
  return (
    <LanguageContext.Provider value={language}>
      <Broken language={language}>
        <Shell client={client} language={language} setLanguage={setLanguage} />
      </Broken>
    </LanguageContext.Provider>
  );
}

interface ShellProps {
  client: Client;
  language: Language;
  setLanguage(language: Language): void;
}

function Shell({ client, language, setLanguage }: ShellProps): JSX.Element {
  const { word } = useWords();
  const sidebar = useSidebar({ client, language, setLanguage });
  const [look, wear] = useLook();
  const [part, setPart] = useState<PartName>('check');
  const [findings, setFindings] = useState(FINDINGS_START);
  const [ranking, setRanking] = useState(RANKING_START);
  const goFindings = useCallback((next: Partial<FindingsPlace>) => setFindings((old) => ({ ...old, ...next })), []);
  const { notice, takeBack, dismiss } = sidebar;
  const open = (next: PartName): void => {
    setPart(next);
    // What was done has been read by then, and 300 px are few.
    if (notice?.title === null && takeBack === null) dismiss();
  };
  /** Opened by a button that goes with its part: the keyboard goes on at the new part's tab. */
  const lead = (next: PartName): void => {
    open(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  const goRanking = useCallback((next: Partial<RankingPlace>) => setRanking((old) => ({ ...old, ...next })), []);
  if (sidebar.facts === null)
    return (
      <main class="body">
        <h1 class="hidden">{word('title')}</h1>
        {sidebar.notice === null ? (
          <p role="status">{word('sidebar.starting')}</p>
        ) : (
          <Failed words={sidebar.notice.words} retry={sidebar.connect} />
        )}
      </main>
    );
  return (
    <>
      <header class="head">
        <h1 class="hidden">{word('title')}</h1>
        <Tabs selected={part} select={open} />
      </header>
      <main>
        <Notices sidebar={sidebar} hasDone={part === 'check' && sidebar.done !== null} />
        <div class="scroller" key={part}>
          <div class="body" role="tabpanel" id="part" aria-labelledby={`tab-${part}`}>
            {part === 'check' && <FindingsPart sidebar={sidebar} place={findings} go={goFindings} lead={lead} />}
            {part === 'score' && <ScorePart sidebar={sidebar} lead={lead} />}
            {part === 'ranking' && <RankingPart sidebar={sidebar} place={ranking} go={goRanking} lead={lead} />}
            {part === 'settings' && <SettingsPart sidebar={sidebar} look={look} wear={wear} />}
          </div>
          <footer class="foot">
            <span>{word('version', { version: sidebar.facts.version })}</span>
            <button
              type="button"
              class="button text"
              lang={language === 'vi' ? 'en' : 'vi'}
              onClick={() => sidebar.speak(language === 'vi' ? 'en' : 'vi')}
            >
              {word('language')}
            </button>
          </footer>
        </div>
      </main>
    </>
  );
}

interface TabsProps {
  selected: PartName;
  select(part: PartName): void;
}

/** @returns where a key leads from a tab; null where it leads nowhere. */
function target(key: string, at: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % PARTS.length;
  if (key === 'ArrowLeft') return (at + PARTS.length - 1) % PARTS.length;
  if (key === 'Home') return 0;
  return key === 'End' ? PARTS.length - 1 : null;
}

/** Arrows, Home and End move; one tab stop. */
function Tabs({ selected, select }: TabsProps): JSX.Element {
  const { word } = useWords();
  return (
    <div role="tablist" aria-label={word('sidebar.parts')} class="tabs">
      {PARTS.map((name, at) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          class="tab"
          aria-selected={name === selected}
          aria-controls="part"
          tabIndex={name === selected ? 0 : -1}
          onClick={() => select(name)}
          onKeyDown={(event) => {
            const next = event.altKey || event.ctrlKey || event.metaKey ? null : target(event.key, at);
            if (next === null) return;
            event.preventDefault();
            select(PARTS[next]!);
            document.getElementById(`tab-${PARTS[next]!}`)?.focus();
          }}
        >
          {word(`tab-${name}`)}
        </button>
      ))}
    </div>
  );
}
