/** The pane. Host and core come in from outside, so that tests and other pages can stand in for them. */
import { Button, FluentProvider, Select } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Language, Message } from '#core/messages/message';
import type { Engine } from './engine.ts';
import { useKeptFocus } from '#panel/kept-focus.ts';
import type { WorkbookHost } from '../host.ts';
import { excelPanel } from './panel-host.ts';
import { CheckScreen } from '#panel/check.tsx';
import { HelpButton, HelpScreen, useHelp } from '#panel/help.tsx';
import { FINDINGS_START, type FindingsPlace } from '#panel/findings.tsx';
import { RANKING_START, RankingScreen, type RankingPlace } from '#panel/ranking.tsx';
import { FORMS_START, FormsScreen, type FormsPlace } from '#panel/forms.tsx';
import type { Save } from '#panel/save.ts';
import { ScoreScreen } from '#panel/score.tsx';
import { usePanel } from '#panel/session.ts';
import { Broken } from '#panel/broken.tsx';
import { Waiting } from '#panel/busy.tsx';
import { Notices } from '#panel/notices.tsx';
import { SettingsScreen } from '#panel/settings.tsx';
import { SkinProvider } from '#panel/skin.ts';
import { useWords, WordsProvider } from '#panel/words.ts';
import { skin } from '../skin/skin.tsx';
import { useStyles } from '../skin/styles.ts';
import { tabId, Tabs, type TabItem } from '#panel/tabs.tsx';
import { lookOf, systemLook, themeOf, type Look, type OfficeColours } from '../skin/theme.ts';
import { wordsFor } from './words.ts';

/** What the person chose, kept between openings where the browser lets us. */
export interface Preferences {
  read(key: 'language' | 'look'): string | null;
  write(key: 'language' | 'look', value: string): void;
  /** Tells that another window of ours chose anew. Returns how to stop. */
  watch?(changed: () => void): () => void;
}

export interface AppProps {
  host: WorkbookHost;
  engine: Engine;
  version: string;
  now: () => string;
  /** Where files go. */
  save: Save;
  preferences: Preferences;
  officeTheme: () => OfficeColours | undefined;
  /** Excel does not answer at the moment: what to do about it. */
  waiting?: Message | null;
}

const TABS = ['check', 'score', 'ranking', 'forms', 'settings'] as const;
const LOOKS: Look[] = ['auto', 'light', 'dark', 'contrast'];
type TabName = (typeof TABS)[number];

export function App(props: AppProps): ReactNode {
  const { preferences, officeTheme } = props;
  const [language, setLanguage] = useState<Language>(preferences.read('language') === 'en' ? 'en' : 'vi');
  const [look, setLook] = useState<Look>(LOOKS.find((one) => one === preferences.read('look')) ?? 'auto');
  const auto = (): Look => lookOf(officeTheme(), systemLook());
  const [seen, setSeen] = useState(auto);
  useEffect(() => {
    // Hosts don't tell when their theme changes: it is read again when the person comes back.
    const again = (): void => setSeen(lookOf(officeTheme(), systemLook()));
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [officeTheme]);
  useEffect(() => {
    const stop = preferences.watch?.(() => setLanguage(preferences.read('language') === 'en' ? 'en' : 'vi'));
    return () => stop?.();
  }, [preferences]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const words = useMemo(() => wordsFor(language), [language]);
  const drawn = look === 'auto' ? seen : look;
  return (
    <FluentProvider
      theme={themeOf(drawn === 'auto' ? 'light' : drawn)}
      // Lists that the browser draws itself, and scroll bars.
      style={{ colorScheme: drawn === 'light' || drawn === 'auto' ? 'light' : 'dark' }}
    >
      <WordsProvider value={words}>
        <SkinProvider value={skin}>
          <Broken>
            <Shell
              {...props}
              language={language}
              look={look}
              speak={(next) => {
                preferences.write('language', next);
                setLanguage(next);
              }}
              wear={(next) => {
                preferences.write('look', next);
                setLook(next);
              }}
            />
          </Broken>
        </SkinProvider>
      </WordsProvider>
    </FluentProvider>
  );
}

interface ShellProps extends AppProps {
  language: Language;
  look: Look;
  speak(language: Language): void;
  wear(look: Look): void;
}

function Shell({ host, engine, version, now, save, waiting, language, look, speak, wear }: ShellProps): ReactNode {
  const styles = useStyles();
  const { word } = useWords();
  const inExcel = useMemo(() => excelPanel({ host, engine, version, now, save }), [host, engine, version, now, save]);
  const pane = usePanel(inExcel, language);
  const [tab, setTab] = useState<TabName>('check');
  const panel = useRef<HTMLDivElement>(null);
  useKeptFocus(panel);
  useEffect(() => {
    // Another part begins at its top.
    if (panel.current !== null) panel.current.scrollTop = 0;
  }, [tab]);
  const [findings, setFindings] = useState(FINDINGS_START);
  const [ranking, setRanking] = useState(RANKING_START);
  const [forms, setForms] = useState(FORMS_START);
  const help = useHelp();
  const go = (name: TabName): void => {
    help.leave();
    setTab(name);
    pane.read();
  };
  const goFindings = useCallback((part: Partial<FindingsPlace>) => setFindings((old) => ({ ...old, ...part })), []);
  const goRanking = useCallback((part: Partial<RankingPlace>) => setRanking((old) => ({ ...old, ...part })), []);
  const goForms = useCallback((part: Partial<FormsPlace>) => setForms((old) => ({ ...old, ...part })), []);
  return (
    <div className={styles.app}>
      <header className={styles.head}>
        <h1 className={styles.title}>{word('title')}</h1>
        <HelpButton help={help} />
        <Button
          size="small"
          appearance="subtle"
          aria-label={word('language-label')}
          onClick={() => speak(language === 'vi' ? 'en' : 'vi')}
        >
          {word('language')}
        </Button>
      </header>
      <main className={styles.main}>
        <Tabs
          label={word('tabs')}
          items={TABS.map((name): TabItem<TabName> => ({ name, label: word(`tab-${name}`) }))}
          selected={tab}
          panel="tab-panel"
          looks={styles}
          select={go}
        />
        <div className={styles.notices}>
          <Waiting panel={pane} stuck={waiting ?? null} />
          <Notices panel={pane} hasDone={tab === 'check'} />
        </div>
        {help.isOpen && (
          <div className={styles.body}>
            <HelpScreen leave={help.leave} />
          </div>
        )}
        <div
          ref={panel}
          tabIndex={0}
          className={styles.body}
          style={help.isOpen ? { display: 'none' } : undefined}
          role="tabpanel"
          id="tab-panel"
          aria-labelledby={tabId(tab)}
        >
          {tab === 'check' && <CheckScreen panel={pane} place={findings} go={goFindings} lead={go} />}
          {tab === 'score' && <ScoreScreen panel={pane} lead={go} />}
          {tab === 'ranking' && <RankingScreen panel={pane} place={ranking} go={goRanking} lead={go} />}
          {tab === 'forms' && <FormsScreen panel={pane} place={forms} go={goForms} />}
          {tab === 'settings' && (
            <>
              <SettingsScreen panel={pane} />
              <label className={styles.row}>
                {word('theme-label')}
                <Select size="small" value={look} onChange={(_, { value }) => wear(value as Look)}>
                  {LOOKS.map((one) => (
                    <option key={one} value={one}>
                      {word(`theme-${one}`)}
                    </option>
                  ))}
                </Select>
              </label>
              <p className={styles.quiet}>{word('version', { version })}</p>
            </>
          )}
        </div>
      </main>
    </div>
  );
}
