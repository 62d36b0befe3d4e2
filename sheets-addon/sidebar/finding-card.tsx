/** One finding in full: why, what to do, and what can be done here: go to the cell, repair with preview, waive with reason. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '#core/messages/message';
import { cellText } from '#core/view/cell-text';
import type { FindingItem } from '#core/view/findings';
import type { CellEdit } from '#core/workbook/plan';
import { Button, Failed, Loading, TextField } from './parts.tsx';
import type { Sidebar } from './session.ts';
import { wordsOf } from './views.ts';
import { useWords } from './words.ts';

/** Most cells of a repair that are listed one by one. */
const SHOWN = 50;

interface CardProps {
  item: FindingItem;
  sidebar: Sidebar;
  /** What the last reveal said. */
  said: string;
  by: string;
  decided(by: string): void;
  reveal(): void;
}

export function FindingCard({ item, sidebar, said, by, decided, reveal }: CardProps): JSX.Element {
  const { word } = useWords();
  const [open, setOpen] = useState<'repair' | 'waive' | null>(null);
  const isStuck = sidebar.busy !== null;
  const facts = [item.check, item.unit, item.indicator].filter((text) => text !== '');
  return (
    <section class="detail" aria-label={item.what}>
      <p class="quiet">{facts.join(' · ')}</p>
      {item.value !== '' && <Line label={word('value')} text={item.value} />}
      {item.why !== '' && <Line label={word('why')} text={item.why} />}
      {item.todo !== '' && <Line label={word('todo')} text={item.todo} />}
      {item.waived !== null && <p>{word('waived-by', item.waived)}</p>}
      {said !== '' && (
        <p class="quiet" aria-hidden="true">
          {said}
        </p>
      )}
      <div class="row">
        {item.place !== null && <Button go={reveal}>{word('go', { cell: item.place.cell })}</Button>}
        {item.repairable && (
          <Button stuck={isStuck} expanded={open === 'repair'} go={() => setOpen('repair')}>
            {word('repair')}
          </Button>
        )}
        {item.waived === null && (
          <Button stuck={isStuck} expanded={open === 'waive'} go={() => setOpen('waive')}>
            {word('waive')}
          </Button>
        )}
      </div>
      {open === 'repair' && <Repair item={item} sidebar={sidebar} close={() => setOpen(null)} />}
      {open === 'waive' && (
        <Waive
          by={by}
          isStuck={isStuck}
          close={() => setOpen(null)}
          apply={(words) => {
            decided(words.by);
            sidebar.waive(item.index, words);
          }}
        />
      )}
    </section>
  );
}

function Line({ label, text }: { label: string; text: string }): JSX.Element {
  return (
    <p>
      <span class="label">{label}:</span> {text}
    </p>
  );
}

/** What just opened takes the keyboard, so that it is heard and the next key acts on it. */
function useFirstFocus<T extends HTMLElement>(): { current: T | null } {
  const ref = useRef<T>(null);
  useEffect(() => {
    ref.current?.focus();
  }, []);
  return ref;
}

function Repair({ item, sidebar, close }: { item: FindingItem; sidebar: Sidebar; close(): void }): JSX.Element {
  const { run, ask } = sidebar;
  const [edits, setEdits] = useState<CellEdit[] | null>(null);
  const [failed, setFailed] = useState<Message[] | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (run === null) return;
    setFailed(null);
    ask('getRepair', { run, index: item.index }).then(setEdits, (error: unknown) => setFailed(wordsOf(error)));
  }, [item.index, tries]);
  if (failed !== null) return <Failed words={failed} retry={() => setTries(tries + 1)} />;
  if (edits === null) return <Loading />;
  return <Preview edits={edits} isStuck={sidebar.busy !== null} close={close} go={() => sidebar.repair(edits)} />;
}

interface PreviewProps {
  edits: CellEdit[];
  isStuck: boolean;
  close(): void;
  go(): void;
}

function Preview({ edits, isStuck, close, go }: PreviewProps): JSX.Element {
  const { word, language } = useWords();
  const heading = useFirstFocus<HTMLHeadingElement>();
  const shown = (value: CellEdit['value'], format?: string): string =>
    cellText(value, format, language) || word('repair-empty');
  return (
    <>
      <h2 id="repair-title" ref={heading} tabIndex={-1}>
        {word('repair-title', { count: edits.length })}
      </h2>
      <table aria-labelledby="repair-title">
        <thead>
          <tr>
            <th scope="col">{word('filter-sheet')}</th>
            <th scope="col">{word('repair-before')}</th>
            <th scope="col">{word('repair-after')}</th>
          </tr>
        </thead>
        <tbody>
          {edits.slice(0, SHOWN).map((edit) => (
            <tr key={`${edit.sheet}!${edit.cell}`}>
              <td>{`${edit.sheet}!${edit.cell}`}</td>
              <td>{shown(edit.before)}</td>
              <td>{shown(edit.value, edit.format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {edits.length > SHOWN && <p class="quiet">{word('repair-more', { count: edits.length - SHOWN })}</p>}
      <div class="row">
        <Button look="filled" stuck={isStuck} go={go}>
          {word('repair-do')}
        </Button>
        <Button look="text" go={close}>
          {word('close')}
        </Button>
      </div>
    </>
  );
}

interface WaiveProps {
  by: string;
  isStuck: boolean;
  close(): void;
  apply(words: { by: string; reason: string }): void;
}

function Waive({ by: known, isStuck, close, apply }: WaiveProps): JSX.Element {
  const { word } = useWords();
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(known);
  const [asked, setAsked] = useState(false);
  const form = useFirstFocus<HTMLFormElement>();
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, [form]);
  const wrong = (text: string): string => (asked && text.trim() === '' ? word('waive-need') : '');
  return (
    <form
      class="stack"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!isStuck && reason.trim() !== '' && by.trim() !== '') apply({ by: by.trim(), reason: reason.trim() });
      }}
    >
      <TextField label={word('waive-reason')} value={reason} required wrong={wrong(reason)} change={setReason} />
      <TextField label={word('waive-by')} value={by} required wrong={wrong(by)} change={setBy} />
      <p class="quiet">{word('waive-note')}</p>
      <div class="row">
        <Button look="filled" submit stuck={isStuck}>
          {word('waive-do')}
        </Button>
        <Button look="text" go={close}>
          {word('close')}
        </Button>
      </div>
    </form>
  );
}
