/** The sidebar. Google draws the title bar above it. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Language, Message } from '#core/messages/message';
import type { Client } from './client.ts';
import { Failed } from '#panel/waiting.tsx';
import { RANKING_START, RankingScreen, type RankingPlace } from '#panel/ranking.tsx';
import { sheetsPanel } from './panel-host.ts';
import { Broken } from '#panel/broken.tsx';
import { CheckScreen } from '#panel/check.tsx';
import { HelpButton, HelpScreen, useHelp } from '#panel/help.tsx';
import { FINDINGS_START, type FindingsPlace } from '#panel/findings.tsx';
import { Waiting } from '#panel/busy.tsx';
import { useKeptFocus } from '#panel/kept-focus.ts';
import { Notices } from '#panel/notices.tsx';
import { ScoreScreen } from '#panel/score.tsx';
import { SettingsScreen } from '#panel/settings.tsx';
import { usePanel } from '#panel/session.ts';
import { SkinProvider } from '#panel/skin.ts';
import { tabId, Tabs } from '#panel/tabs.tsx';
import { WordsProvider } from '#panel/words.ts';
import { SelectField } from '../skin/controls.tsx';
import { skin } from '../skin/skin.tsx';
import type { Facts } from '../protocol.ts';
import { LOOKS, useLook, type Look } from './look.ts';
import { wordsOf } from './views.ts';
import { useWords, wordsFor } from './words.ts';

const PARTS = ['check', 'score', 'ranking', 'settings'] as const;
type PartName = (typeof PARTS)[number];

export function App({ client }: { client: Client }): JSX.Element {
  const [language, setLanguage] = useState<Language>('vi');
  const words = useMemo(() => wordsFor(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.word('title');
  }, [language, words]);
  return (
    <WordsProvider value={words}>
      <SkinProvider value={skin}>
        <Broken>
          <Opening client={client} language={language} setLanguage={setLanguage} />
        </Broken>
      </SkinProvider>
    </WordsProvider>
  );
}

interface OpeningProps {
  client: Client;
  language: Language;
  setLanguage(language: Language): void;
}

/** The first call: it says what is to be known before anything is drawn, and is where a sidebar without permission ends. */
function Opening(props: OpeningProps): JSX.Element {
  const { client, setLanguage } = props;
  const { word } = useWords();
  const [facts, setFacts] = useState<Facts | null>(null);
  const [failed, fail] = useState<Message[] | null>(null);
  const connect = useCallback(() => {
    fail(null);
    client.call('getFacts', {}).then(
      (told) => {
        setLanguage(told.language);
        setFacts(told);
      },
      (error: unknown) => fail(wordsOf(error)),
    );
  }, [client, setLanguage]);
  useEffect(() => {
    connect();
  }, [connect]);
  if (facts !== null) return <Shell {...props} facts={facts} />;
  return (
    <main class="body">
      <h1 class="hidden">{word('title')}</h1>
      {failed === null ? <p role="status">{word('sidebar.starting')}</p> : <Failed words={failed} retry={connect} />}
    </main>
  );
}

/** A call tells nothing of how far it is. */
const SILENT: Parameters<typeof Waiting>[0]['silent'] = {
  waited: (seconds) => ({ id: 'sidebar.wait-seconds', args: { seconds } }),
  why: { id: 'sidebar.wait-note', args: {} },
};

function Shell({ client, language, setLanguage, facts }: OpeningProps & { facts: Facts }): JSX.Element {
  const { word } = useWords();
  const inSheets = useMemo(() => sheetsPanel(client, facts), [client, facts]);
  const sidebar = usePanel(inSheets, language);
  const speak = (next: Language): void => {
    setLanguage(next);
    // The choice holds here anyway; that it is not kept for the next time is no reason to stop anybody.
    client.call('setLanguage', { language: next }).catch(() => undefined);
  };
  const [look, wear] = useLook();
  const [part, setPart] = useState<PartName>('check');
  const [findings, setFindings] = useState(FINDINGS_START);
  const [ranking, setRanking] = useState(RANKING_START);
  const goFindings = useCallback((next: Partial<FindingsPlace>) => setFindings((old) => ({ ...old, ...next })), []);
  const held = useRef<HTMLDivElement>(null);
  useKeptFocus(held);
  const help = useHelp();
  const open = (next: PartName): void => {
    help.leave();
    setPart(next);
    sidebar.read();
  };
  /** Opened by a button that goes with its part: the keyboard goes on at the new part's tab. */
  const lead = (next: PartName): void => {
    open(next);
    document.getElementById(tabId(next))?.focus();
  };
  const goRanking = useCallback((next: Partial<RankingPlace>) => setRanking((old) => ({ ...old, ...next })), []);
  return (
    <>
      <header class="head">
        <h1 class="hidden">{word('title')}</h1>
        <Tabs
          label={word('sidebar.parts')}
          items={PARTS.map((name) => ({ name, label: word(`tab-${name}`) }))}
          selected={part}
          panel="part"
          looks={{ tabs: 'tabs', tab: 'tab' }}
          select={open}
        />
      </header>
      <main>
        <div class="notices">
          <Waiting panel={sidebar} silent={SILENT} />
          <Notices panel={sidebar} hasDone={part === 'check'} />
        </div>
        {help.isOpen && (
          <div class="scroller">
            <div class="body">
              <HelpScreen leave={help.leave} />
            </div>
          </div>
        )}
        <div class="scroller" key={part} style={help.isOpen ? { display: 'none' } : undefined}>
          <div class="body" role="tabpanel" id="part" aria-labelledby={tabId(part)} tabIndex={-1} ref={held}>
            {part === 'check' && <CheckScreen panel={sidebar} place={findings} go={goFindings} lead={lead} />}
            {part === 'score' && <ScoreScreen panel={sidebar} lead={lead} />}
            {part === 'ranking' && <RankingScreen panel={sidebar} place={ranking} go={goRanking} lead={lead} />}
            {part === 'settings' && (
              <>
                <SettingsScreen panel={sidebar} />
                <SelectField
                  label={word('theme-label')}
                  value={look}
                  options={LOOKS.map((one) => ({
                    value: one,
                    text: word(one === 'auto' ? 'sidebar.theme-auto' : `theme-${one}`),
                  }))}
                  change={(value) => wear(value as Look)}
                />
                <p class="quiet">{word('version', { version: facts.version })}</p>
              </>
            )}
          </div>
        </div>
        <footer class="foot">
          <HelpButton help={help} />
          <button
            type="button"
            class="button text"
            lang={language === 'vi' ? 'en' : 'vi'}
            onClick={() => speak(language === 'vi' ? 'en' : 'vi')}
          >
            {word('language')}
          </button>
        </footer>
      </main>
    </>
  );
}
