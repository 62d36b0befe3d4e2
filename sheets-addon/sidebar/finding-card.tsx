/** One finding in full: why, what to do, and what can be done here: go to the cell, repair with preview, waive with reason. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FindingItem } from '#core/view/findings';
import { Button, TextField } from '../skin/controls.tsx';
import { useFirstFocus } from './parts.tsx';
import { Repair } from './repair.tsx';
import type { Sidebar } from './session.ts';
import { useWords } from '#panel/words.ts';

interface CardProps {
  item: FindingItem;
  sidebar: Sidebar;
  /** What the last reveal said. */
  said: string;
  by: string;
  /** The card has the primary button of the part, or leaves it to the part. */
  take(isTaken: boolean): void;
  decided(by: string): void;
  reveal(): void;
}

export function FindingCard({ item, sidebar, said, by, take, decided, reveal }: CardProps): JSX.Element {
  const { word } = useWords();
  const [open, setOpen] = useState<'one' | 'all' | 'waive' | null>(null);
  const isStuck = sidebar.busy !== null;
  const isTaken = item.repairable || open !== null;
  useEffect(() => {
    take(isTaken);
    return () => take(false);
  }, [isTaken, take]);
  const facts = [item.name, item.unit, item.indicator].filter((text) => text !== '');
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
          <Button
            look={open === null && item.alike <= 1 ? 'filled' : 'outlined'}
            stuck={isStuck}
            expanded={open === 'one'}
            go={() => setOpen('one')}
          >
            {word('repair')}
          </Button>
        )}
        {item.alike > 1 && (
          <Button
            look={open === null ? 'filled' : 'outlined'}
            stuck={isStuck}
            expanded={open === 'all'}
            go={() => setOpen('all')}
          >
            {word('repair-all', { count: item.alike })}
          </Button>
        )}
        {item.waived === null && (
          <Button stuck={isStuck} expanded={open === 'waive'} go={() => setOpen('waive')}>
            {word('waive')}
          </Button>
        )}
      </div>
      {(open === 'one' || open === 'all') && (
        <Repair key={open} item={item} all={open === 'all'} sidebar={sidebar} close={() => setOpen(null)} />
      )}
      {open === 'waive' && (
        <Waive
          by={by}
          isStuck={isStuck}
          close={() => setOpen(null)}
          apply={(words) => {
            decided(words.by);
            sidebar.waive(item, words);
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
