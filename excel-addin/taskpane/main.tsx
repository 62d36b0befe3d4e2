/** Entry of the pane: draws at once, then waits for Office, then works on the workbook. */
import { StrictMode, useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Message } from '#core/messages/message';
import { excelHost } from '../workbook/index.ts';
import { App, type Preferences } from './app.tsx';
import { pageEngine, workerEngine, type Engine, type WorkerLike } from './engine.ts';
import type { WorkbookHost } from '../host.ts';
import { OFFICE_ADDRESS, startOffice, type Start } from './office-start.ts';
import { saveFile } from '#panel/save.ts';
import type { OfficeColours } from '../skin/theme.ts';
import { sayHere, wordsIn } from './words.ts';

declare const __VERSION__: string;
/** Name of the built worker file, beside the pane's page. */
declare const __WORKER__: string;

/** Hosts that share one store among sites say under which name ours is kept. */
const keyOf = (key: string): string =>
  `${(typeof Office === 'undefined' ? undefined : Office.context?.partitionKey) ?? ''}nghin-diem.${key}`;

const preferences: Preferences = {
  read(key) {
    try {
      return localStorage.getItem(keyOf(key));
    } catch {
      return null;
    }
  },
  watch(changed) {
    const heard = ({ key }: StorageEvent): void => {
      if (key === keyOf('language')) changed();
    };
    addEventListener('storage', heard);
    return () => removeEventListener('storage', heard);
  },
  write(key, value) {
    try {
      localStorage.setItem(keyOf(key), value);
    } catch {
      // A browser that keeps nothing: the choice holds until the pane is closed.
    }
  },
};

/** @returns local time with its offset: "2026-11-24T17:00:00+07:00". */
function now(): string {
  const date = new Date();
  const offset = -date.getTimezoneOffset();
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}

function officeTheme(): OfficeColours | undefined {
  return typeof Office === 'undefined' ? undefined : (Office.context?.officeTheme as OfficeColours | undefined);
}

const engine: Engine = workerEngine(
  () => new Worker(new URL(__WORKER__, document.baseURI)) as WorkerLike,
  pageEngine(() => import('../worker/serve.ts')),
);

function Root(): ReactNode {
  const [start, setStart] = useState<Start | 'waiting'>('waiting');
  const [waiting, setWaiting] = useState<Message | null>(null);
  const [host, setHost] = useState<WorkbookHost | null>(null);
  useEffect(() => {
    const stop = startOffice(
      () => (typeof Office === 'undefined' || typeof Office.onReady !== 'function' ? undefined : Office),
      (told) => {
        if (told === 'ready') setHost(excelHost({ waiting: setWaiting }));
        setStart(told);
      },
    );
    return stop;
  }, []);
  if (start === 'ready' && host !== null)
    return <App {...{ host, engine, preferences, now, save: saveFile, officeTheme, waiting }} version={__VERSION__} />;
  const language = preferences.read('language') === 'en' ? 'en' : 'vi';
  const word = wordsIn(language);
  const words = {
    waiting: word('office-wait'),
    ready: word('office-wait'),
    missing: word('office-missing', { address: OFFICE_ADDRESS }),
    'not-excel': word('not-excel'),
    'too-old': sayHere({ id: 'host.too-old', args: {} }, language),
  }[start];
  return (
    <main style={{ padding: '20px', font: '14px/20px "Segoe UI", sans-serif' }}>
      <h1 style={{ fontSize: '16px' }}>{word('title')}</h1>
      <p role={start === 'waiting' ? 'status' : 'alert'}>{words}</p>
    </main>
  );
}

// The small script before this one left a message where the engine is too old to go on.
if (document.documentElement.getAttribute('data-old-engine') === null)
  createRoot(document.getElementById('pane')!).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
