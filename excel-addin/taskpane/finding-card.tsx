/** One finding in full: why, what to do, and what can be done here: go to the cell, repair with preview, waive with reason. */
import { Button, Field, Input } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { FindingItem } from '#core/view/findings';
import type { RepairView } from '#core/view/repair';
import { RepairPreview } from './repair-preview.tsx';
import type { Pane } from './session.ts';
import { useStyles } from '../skin/styles.ts';
import { useWords } from '#panel/words.ts';

interface CardProps {
  item: FindingItem;
  pane: Pane;
  /** What the last reveal said. */
  said: string;
  by: string;
  /** The card has the primary button of the part, or leaves it to the part. */
  take(isTaken: boolean): void;
  /** A waiver was asked for by this person. */
  decided(by: string): void;
  reveal(): void;
}

export function FindingCard({ item, pane, said, by, take, decided, reveal }: CardProps): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const [open, setOpen] = useState<'one' | 'all' | 'waive' | null>(null);
  const [repair, setRepair] = useState<RepairView | null>(null);
  const stuck = pane.busy !== null || pane.readOnly;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    card.current?.scrollIntoView?.({ block: 'nearest' });
  }, [open]);
  const isTaken = item.repairable || open !== null;
  useEffect(() => {
    take(isTaken);
    return () => take(false);
  }, [isTaken, take]);
  const preview = async (which: 'one' | 'all'): Promise<void> => {
    try {
      setRepair(await pane.ask('repair', { index: item.index, all: which === 'all' }));
      setOpen(which);
    } catch (error) {
      pane.tell(error);
    }
  };
  return (
    <section ref={card} className={styles.card} aria-label={item.what}>
      <h2 className={styles.heading}>{item.what}</h2>
      <span className={styles.quiet}>
        {[item.name, item.unit, item.indicator].filter((text) => text !== '').join(' · ')}
      </span>
      {item.value !== '' && <p className={styles.plain}>{`${word('value')}: ${item.value}`}</p>}
      {item.why !== '' && <p className={styles.plain}>{`${word('why')}: ${item.why}`}</p>}
      {item.todo !== '' && <p className={styles.plain}>{`${word('todo')}: ${item.todo}`}</p>}
      {item.waived !== null && <p className={styles.plain}>{word('waived-by', item.waived)}</p>}
      {said !== '' && (
        <span className={styles.quiet} aria-hidden="true">
          {said}
        </span>
      )}
      <div className={styles.row}>
        {item.place !== null && (
          <Button size="small" onClick={reveal}>
            {word('go', { cell: `${item.place.sheet}!${item.place.cell}` })}
          </Button>
        )}
        {item.repairable && (
          <Button
            size="small"
            appearance={open === null && item.alike <= 1 ? 'primary' : 'secondary'}
            disabledFocusable={stuck}
            aria-expanded={open === 'one'}
            onClick={() => void preview('one')}
          >
            {word('repair')}
          </Button>
        )}
        {item.alike > 1 && (
          <Button
            size="small"
            appearance={open === null ? 'primary' : 'secondary'}
            disabledFocusable={stuck}
            aria-expanded={open === 'all'}
            onClick={() => void preview('all')}
          >
            {word('repair-all', { count: item.alike })}
          </Button>
        )}
        {item.waived === null && (
          <Button
            size="small"
            disabledFocusable={stuck}
            aria-expanded={open === 'waive'}
            onClick={() => setOpen('waive')}
          >
            {word('waive')}
          </Button>
        )}
      </div>
      {(open === 'one' || open === 'all') && repair !== null && (
        <RepairPreview
          key={open}
          view={repair}
          stuck={stuck}
          close={() => setOpen(null)}
          apply={({ edits, cells }) => {
            const place = cells[0]?.place ?? item.place;
            pane.repair(edits, { kind: 'repair', what: item.what, place, cells, count: edits.length });
          }}
        />
      )}
      {open === 'waive' && (
        <Waive
          stuck={stuck}
          who={by}
          close={() => setOpen(null)}
          apply={(words) => {
            decided(words.by);
            pane.waive(item, words);
          }}
        />
      )}
    </section>
  );
}

function Waive({
  stuck,
  who,
  close,
  apply,
}: {
  stuck: boolean;
  who: string;
  close(): void;
  apply(words: { by: string; reason: string }): void;
}): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(who);
  const [asked, setAsked] = useState(false);
  const missing = (text: string): { validationMessage?: string } =>
    asked && text.trim() === '' ? { validationMessage: word('waive-need') } : {};
  return (
    <form
      noValidate
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (reason.trim() !== '' && by.trim() !== '') apply({ by, reason });
      }}
    >
      <Field label={word('waive-reason')} required {...missing(reason)}>
        <Input value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <Field label={word('waive-by')} required {...missing(by)}>
        <Input value={by} onChange={(_, { value }) => setBy(value)} />
      </Field>
      <span className={styles.quiet}>{word('waive-note')}</span>
      <div className={styles.row}>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={stuck}>
          {word('waive-do')}
        </Button>
        <Button size="small" onClick={close}>
          {word('close')}
        </Button>
      </div>
    </form>
  );
}
