/** The page: a workbook beside the add-in's pane, exactly as it ships. */
import { useCallback, useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import type { Language } from '#core/messages/message';
import { UnusableFile } from '#xlsx/index';
import { attachOffice, type AttachedOffice } from '../excel-host/attach.ts';
import { Faults } from '../excel-host/faults.ts';
import type { Leaving } from '../excel-host/host.ts';
import { saveFile } from '#panel/save.ts';
import { bytesOf, nameToSave, openFile, type OpenFile } from './book-file.ts';
import type { PaneOptions, Preview } from './preview.ts';
import { SAMPLES, sampleAsked, type SampleId } from './samples.ts';
import { attachSheets, type AttachedSheets } from './sheets.ts';
import { PageLanguage, pageWords, sayOnPage } from './words.ts';
import { Workbook } from './workbook.tsx';

/** The pane as it was built; the page around it must be on the same host. */
const PANE = 'excel/taskpane.html';

/** Calls that may change how a sheet looks. */
const WRITES = /^(SetProperty|Set|Add|Apply|Clear|Copy|Delete|Freeze|Merge|Unmerge|Unfreeze|Remove)/;

/** Where the workbook is open. */
const HOSTS = ['excel', 'sheets'] as const;
type HostName = (typeof HOSTS)[number];

interface Said {
  kind: 'status' | 'alert';
  text: string;
}

/** The keyboard leaves the pane, as it does in Excel: on to what follows, back to the sheets' names, or into the sheet. */
function leaves(where: Leaving): void {
  const place = { next: '.bar select', previous: '.sheets [aria-selected="true"]', sheet: '.grid textarea' }[where];
  document.querySelector<HTMLElement>(place)?.focus();
}

/** Where the pane keeps its language: the page shares it, so that both speak the same. */
const LANGUAGE_KEY = 'nghin-diem.language';

function keptLanguage(): Language {
  try {
    return localStorage.getItem(LANGUAGE_KEY) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

/** Keeps one workbook open, and one pane on it. */
export function PageApp(): ReactNode {
  const [language, setLanguage] = useState<Language>(keptLanguage);
  const [open, setOpen] = useState<OpenFile | null>(null);
  const [sample, setSample] = useState<SampleId | ''>(() => sampleAsked(location.search));
  const [said, setSaid] = useState<Said>({ kind: 'status', text: '' });
  const [isOver, setOver] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const office = useRef<AttachedOffice | null>(null);
  const faults = useRef(new Faults());
  const sheets = useRef<AttachedSheets | null>(null);
  const [hostName, setHostName] = useState<HostName>('excel');
  const inHost = useRef<HostName>('excel');
  const word = pageWords(language);
  const tell = useCallback((text: string) => setSaid({ kind: 'status', text }), []);
  const complain = useCallback((text: string) => setSaid({ kind: 'alert', text }), []);

  const attach = useCallback((file: OpenFile, options: PaneOptions = {}) => {
    office.current?.close();
    sheets.current?.close();
    office.current = null;
    sheets.current = null;
    faults.current = options.faults ?? new Faults();
    if (inHost.current === 'sheets') {
      const failed = (detail: string): void => complain(pageWords('vi')('fault', { detail }));
      sheets.current = attachSheets(place.current!, file.book, keptLanguage(), failed);
      return;
    }
    office.current = attachOffice(place.current!, PANE, {
      book: file.book,
      locale: 'vi-VN',
      decimal: ',',
      title: pageWords('vi')('pane'),
      url: `https://localhost/${encodeURIComponent(file.name)}`,
      faults: faults.current,
      leaves,
      ...(options.matrix === undefined ? {} : { matrix: options.matrix }),
    });
  }, []);
  const show = useCallback(
    (bytes: Uint8Array, name: string, options?: PaneOptions) => {
      const file = openFile(bytes, name);
      setOpen(file);
      attach(file, options);
      return file;
    },
    [attach],
  );
  const read = useCallback(
    async (name: string, bytes: () => Promise<ArrayBuffer>) => {
      tell(word('opening', { name }));
      try {
        const { book } = show(new Uint8Array(await bytes()), name);
        tell(word('opened', { name, sheets: book.sheets.length }));
      } catch (error) {
        const why =
          error instanceof UnusableFile
            ? sayOnPage({ id: `file.${error.reason}`, args: {} }, language)
            : error instanceof TypeError
              ? word('not-found')
              : word('fault', { detail: error instanceof Error ? error.message : String(error) });
        complain(word('not-opened', { name, why }));
      }
    },
    [show, tell, complain, word, language],
  );
  const openSample = (id: SampleId): void => {
    setSample(id);
    const { file } = SAMPLES.find((one) => one.id === id)!;
    void read(file, async () => {
      const answer = await fetch(`samples/${file}`);
      if (!answer.ok) throw new TypeError(String(answer.status));
      return answer.arrayBuffer();
    });
  };
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file === undefined) return;
    if (!/\.xls[xm]?$|\.ods$/i.test(file.name)) {
      complain(word('not-xlsx'));
      return;
    }
    setSample('');
    void read(file.name, () => file.arrayBuffer());
  };

  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    openSample(sampleAsked(location.search));
  }); // Once: the sample is opened when the page is there.
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = pageWords(language)('title');
  }, [language]);
  useEffect(() => {
    if (open === null) return;
    const preview: Preview = {
      book: open.book,
      get host() {
        return office.current?.host ?? null;
      },
      get faults() {
        return faults.current;
      },
      open: show,
      restart: (options) => attach(open, options),
      save: () => bytesOf(open),
    };
    Object.assign(globalThis, { preview });
    // What the pane writes without an event of its own is drawn as well.
    const heard = ({ source }: MessageEvent): void => {
      const calls = office.current?.host.requests.at(-1)?.calls ?? [];
      if (source === office.current?.frame.contentWindow && calls.some((call) => WRITES.test(call)))
        open.watched.touch(open.book.active, true);
    };
    addEventListener('message', heard);
    return () => removeEventListener('message', heard);
  }, [open, show, attach]);

  const speak = (next: Language): void => {
    setLanguage(next);
    try {
      // The pane in its own frame hears of it.
      localStorage.setItem(LANGUAGE_KEY, next);
    } catch {
      // A browser that keeps nothing: the page alone changes.
    }
    // Google tells a sidebar nothing: it starts anew.
    if (inHost.current === 'sheets' && open !== null) attach(open);
  };
  const moveTo = (next: HostName): void => {
    if (next === inHost.current) return;
    inHost.current = next;
    setHostName(next);
    if (open !== null) attach(open);
  };
  const save = (): void => {
    if (open === null) return;
    try {
      const name = nameToSave(open.name);
      saveFile(bytesOf(open), name);
      tell(word('saved', { name }));
    } catch (error) {
      complain(word('not-saved', { detail: error instanceof Error ? error.message : String(error) }));
    }
  };
  const drag = (event: DragEvent, over: boolean): void => {
    event.preventDefault();
    setOver(over);
  };
  return (
    <PageLanguage.Provider value={language}>
      <div className="page">
        <header className="bar" aria-label={word('tools')}>
          <h1>{word('title')}</h1>
          <div className="hosts" role="radiogroup" aria-label={word('workbook-in')}>
            {HOSTS.map((name) => (
              <label key={name}>
                <input type="radio" name="host" checked={hostName === name} onChange={() => moveTo(name)} />
                {word(`host-${name}`)}
              </label>
            ))}
          </div>
          <label>
            {word('sample')}{' '}
            <select
              value={sample}
              onChange={({ target }) => target.value !== '' && openSample(target.value as SampleId)}
            >
              {SAMPLES.map(({ id }) => (
                <option key={id} value={id}>
                  {word(`sample-${id}`)}
                </option>
              ))}
              {sample === '' && <option value="">{word('sample-own')}</option>}
            </select>
          </label>
          <label className="button">
            {word('open')}
            <input
              type="file"
              accept=".xlsx"
              onChange={({ target }) => {
                take(target.files);
                target.value = '';
              }}
            />
          </label>
          <button type="button" disabled={open === null} onClick={save}>
            {word('save')}
          </button>
          <button
            type="button"
            aria-label={word('language-label')}
            onClick={() => speak(language === 'vi' ? 'en' : 'vi')}
          >
            {word('language')}
          </button>
        </header>
        <div className="said" role={said.kind}>
          {said.text}
        </div>
        <main className="side-by-side" aria-label={word('workbook-and-pane')}>
          <section
            className={isOver ? 'left over' : 'left'}
            aria-label={word('workbook')}
            onDragOver={(event) => drag(event, true)}
            onDragLeave={(event) => drag(event, false)}
            onDrop={(event) => {
              drag(event, false);
              take(event.dataTransfer.files);
            }}
          >
            {isOver && <div className="drop">{word('drop')}</div>}
            {open !== null && (
              <Workbook
                key={open.book.sheets[0]?.id}
                watched={open.watched}
                editing={(on) => {
                  if (on) faults.current.isEditing = true;
                  else faults.current.endEditing();
                }}
                refused={(cell) => complain(word('protected', { cell }))}
              />
            )}
          </section>
          <section className={`right in-${hostName}`} aria-label={word('pane')} ref={place} />
        </main>
      </div>
    </PageLanguage.Provider>
  );
}
