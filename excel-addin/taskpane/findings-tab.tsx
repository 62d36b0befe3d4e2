/** Kiểm tra: the findings, one click from their cells. */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { FindingItem, FindingsQuery, FindingsView } from '#core/view/findings';
import { neighbour } from '#core/view/neighbour';
import { FindingCard } from './finding-card.tsx';
import { usePages, VirtualList } from './list.tsx';
import type { Pane } from './session.ts';
import { useStyles } from './styles.ts';
import { useWords } from './words.ts';

type Filter = Pick<FindingsQuery, 'severity' | 'sheet' | 'unit' | 'text'>;
const NO_FILTER: Filter = { severity: null, sheet: null, unit: null, text: '' };
const SEVERITIES = ['error', 'warning', 'note', 'waived'] as const;
const MARKS = { error: '⛔', warning: '⚠', note: 'ℹ' } as const;

/** @returns whether a key asks for the next (1) or previous (−1) finding. */
function stepOf(event: KeyboardEvent): 1 | -1 | null {
  if (event.key === 'F8') return event.shiftKey ? -1 : 1;
  if (!event.altKey) return null;
  return event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
}

export function FindingsTab({ pane }: { pane: Pane }): ReactNode {
  const { word, language } = useWords();
  const styles = useStyles();
  const { overview, revision, engine } = pane;
  const [filter, setFilter] = useState(NO_FILTER);
  const [at, setAt] = useState(-1);
  const [head, setHead] = useState<FindingsView | null>(null);
  const [said, setSaid] = useState('');
  const focus = useRef(false);
  const key = JSON.stringify([revision, language, filter]);
  const load = useCallback(
    async (offset: number, limit: number) => {
      const view = await engine.ask('findings', { ...filter, offset, limit, language });
      if (offset === 0) setHead(view);
      return view;
    },
    [engine, filter, language],
  );
  const pages = usePages<FindingItem>(key, load);
  const { total, need } = pages;
  const narrow = (part: Partial<Filter>): void => {
    setFilter((old) => ({ ...old, ...part }));
    setAt(-1);
  };
  const item = at < 0 ? undefined : pages.at(at);

  const reveal = useCallback(
    async (one: FindingItem | undefined) => {
      if (one?.place === null || one === undefined) return;
      const cell = `${one.place.sheet}!${one.place.cell}`;
      const how = await pane.reveal(one.place);
      if (how !== null) setSaid(word(how, { cell }));
    },
    [pane, word],
  );
  const wanted = useRef(-1);
  const select = useCallback(
    (position: number, show: boolean) => {
      setAt(position);
      need(position);
      const one = pages.at(position);
      wanted.current = -1;
      if (!show) return;
      if (one === undefined) wanted.current = position;
      else void reveal(one);
    },
    [need, pages, reveal],
  );
  useEffect(() => {
    // A step onto a page that was not here yet: its cell is shown once the page has come.
    if (item !== undefined && wanted.current === at) {
      wanted.current = -1;
      void reveal(item);
    }
  }, [item, at, reveal]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const step = stepOf(event);
      if (step === null || overview === null || total === 0) return;
      event.preventDefault();
      select(neighbour(total, at, step), true);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [overview, total, at, select]);

  if (overview === null)
    return (
      <>
        <p className={styles.plain}>{word('first-check')}</p>
        <CheckButton pane={pane} />
      </>
    );
  const { counts } = overview.summary;
  const any = counts.error + counts.warning + counts.note + counts.waived > 0;
  const step = (by: 1 | -1): void => select(neighbour(total, at, by), true);
  return (
    <>
      <div className={styles.row}>
        <CheckButton pane={pane} />
        <span className={styles.quiet}>{word('counts', counts)}</span>
      </div>
      {overview.summary.set === null && <NoSet pane={pane} />}
      {!any && <p className={styles.plain}>{word('no-findings')}</p>}
      {any && (
        <>
          <div className={styles.fields}>
            <Field label={word('severity')} size="small">
              <Select
                size="small"
                value={filter.severity ?? ''}
                onChange={(_, { value }) => narrow({ severity: (value || null) as Filter['severity'] })}
              >
                <option value="">{word('severity-all')}</option>
                {SEVERITIES.map((one) => (
                  <option key={one} value={one}>{`${word(`severity-${one}`)} (${head?.counts[one] ?? 0})`}</option>
                ))}
              </Select>
            </Field>
            <Choice
              label={word('filter-sheet')}
              value={filter.sheet}
              list={head?.sheets ?? []}
              pick={(sheet) => narrow({ sheet })}
            />
            <Choice
              label={word('filter-unit')}
              value={filter.unit}
              list={head?.units ?? []}
              pick={(unit) => narrow({ unit })}
            />
            <Field label={word('search')} size="small">
              <Input
                size="small"
                type="search"
                value={filter.text}
                onChange={(_, { value }) => narrow({ text: value })}
              />
            </Field>
          </div>
          <div className={styles.row}>
            <Button
              size="small"
              disabled={total === 0}
              onClick={() => step(-1)}
              aria-label={word('previous')}
              title={word('previous')}
            >
              ↑
            </Button>
            <Button
              size="small"
              disabled={total === 0}
              onClick={() => step(1)}
              aria-label={word('next')}
              title={word('next')}
            >
              ↓
            </Button>
            <span className={styles.quiet}>{word('position', { at: at + 1, total })}</span>
            {filter !== NO_FILTER && (
              <Button
                size="small"
                appearance="subtle"
                onClick={() => {
                  setFilter(NO_FILTER);
                  setAt(-1);
                }}
              >
                {word('clear-filter')}
              </Button>
            )}
          </div>
          <div className={styles.hidden} role="status">
            {said}
          </div>
          {total === 0 && pages.loaded ? (
            <p className={styles.plain}>{word('no-match')}</p>
          ) : (
            <VirtualList
              label={word('findings-list')}
              count={total}
              height={76}
              current={at}
              className={styles.list}
              need={need}
              row={(position) => (
                <Row
                  item={pages.at(position)}
                  current={position === at}
                  reachable={position === Math.max(at, 0)}
                  focus={focus}
                  open={() => select(position, true)}
                  move={(by) => {
                    focus.current = true;
                    select(neighbour(total, position, by), false);
                  }}
                />
              )}
            />
          )}
          {item !== undefined && (
            <FindingCard
              key={`${revision} ${item.index}`}
              item={item}
              pane={pane}
              said={said}
              reveal={() => void reveal(item)}
            />
          )}
        </>
      )}
      <NotRun list={overview.summary.notRun} />
    </>
  );
}

function CheckButton({ pane }: { pane: Pane }): ReactNode {
  const { word } = useWords();
  return (
    <Button appearance="primary" disabled={pane.busy !== null} onClick={pane.check}>
      {word(pane.overview === null ? 'check-run' : 'check-again')}
    </Button>
  );
}

/** The workbook has nothing to score yet: what is needed, and a sample. */
export function NoSet({ pane }: { pane: Pane }): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{word('no-set-title')}</h2>
      <p className={styles.plain}>{word('no-set')}</p>
      <div>
        <Button disabled={pane.busy !== null || pane.readOnly} onClick={pane.insertSample}>
          {word('sample')}
        </Button>
      </div>
      <span className={styles.quiet}>{word('sample-note')}</span>
    </section>
  );
}

interface ChoiceProps {
  label: string;
  value: string | null;
  list: { name: string; count: number }[];
  pick(value: string | null): void;
}

function Choice({ label, value, list, pick }: ChoiceProps): ReactNode {
  const { word } = useWords();
  return (
    <Field label={label} size="small">
      <Select size="small" value={value ?? ''} onChange={(_, data) => pick(data.value || null)}>
        <option value="">{word('filter-all')}</option>
        {list.map(({ name, count }) => (
          <option key={name} value={name}>{`${name} (${count})`}</option>
        ))}
      </Select>
    </Field>
  );
}

interface RowProps {
  item: FindingItem | undefined;
  current: boolean;
  reachable: boolean;
  focus: { current: boolean };
  open(): void;
  move(by: 1 | -1): void;
}

function Row({ item, current, reachable, focus, open, move }: RowProps): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!current || !focus.current) return;
    focus.current = false;
    button.current?.focus({ preventScroll: true });
  }, [current, focus]);
  if (item === undefined) return null;
  const place = item.place === null ? word('no-cell') : `${item.place.sheet}!${item.place.cell}`;
  return (
    <button
      ref={button}
      type="button"
      className={styles.item}
      tabIndex={reachable ? 0 : -1}
      aria-current={current}
      onClick={open}
      onKeyDown={(event) => {
        if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
        event.preventDefault();
        move(event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      <span className={styles.itemHead}>
        <span aria-hidden="true">{MARKS[item.severity]}</span>
        <strong>{word(item.waived === null ? `one-${item.severity}` : 'severity-waived')}</strong>
        <span className={styles.grow}>{place}</span>
      </span>
      <span className={`${styles.clamp} ${item.waived === null ? '' : styles.struck}`}>{item.what}</span>
    </button>
  );
}

function NotRun({ list }: { list: { id: string; why: string }[] }): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  if (list.length === 0) return null;
  return (
    <details className={styles.quiet}>
      <summary>{word('not-run', { count: list.length })}</summary>
      <ul>
        {list.map(({ id, why }) => (
          <li key={id}>{`${id}: ${why}`}</li>
        ))}
      </ul>
    </details>
  );
}
