/** Kiểm tra: the findings, one click from their cells. */
import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { FindingItem, FindingsView } from '#core/view/findings';
import { neighbour, stepOf } from '#core/view/neighbour';
import { FindingCard } from './finding-card.tsx';
import { FindingsFilter, NO_FILTER, type Filter } from './findings-filter.tsx';
import { Icon } from '../skin/icons.tsx';
import { usePages, useSettled, VirtualList } from './list.tsx';
import { RowButton } from './row-button.tsx';
import { CheckButton, LeadButton, nextOf, NoSet, type PartName } from '#panel/run-buttons.tsx';
import { DoneCard } from './repair-preview.tsx';
import type { Pane } from './session.ts';
import { useStyles } from '../skin/styles.ts';
import { RecognisedCard } from '#panel/recognised.tsx';
import { useWords } from '#panel/words.ts';

/** Where the person is in the list; kept while other tabs are open. */
export interface FindingsPlace {
  filter: Filter;
  /** Position in the filtered list; −1: none is open. */
  at: number;
  /** Who decided the last waiver: most often decides the next. */
  by: string;
}

export const FINDINGS_START: FindingsPlace = { filter: NO_FILTER, at: -1, by: '' };

interface FindingsTabProps {
  pane: Pane;
  place: FindingsPlace;
  go(part: Partial<FindingsPlace>): void;
  /** Opens another part. */
  lead(part: PartName): void;
}

export function FindingsTab(props: FindingsTabProps): ReactNode {
  const { pane, lead } = props;
  // An open finding that can be repaired here has the primary button.
  const [isTaken, take] = useState(false);
  const { word } = useWords();
  const styles = useStyles();
  const { overview } = pane;
  if (overview === null)
    return (
      <>
        <p className={styles.plain}>{word('first-check')}</p>
        <div>
          <CheckButton panel={pane} />
        </div>
        <NoSet panel={pane} first />
      </>
    );
  const { counts, set, notRun, recognised } = overview.summary;
  const next = nextOf('check', pane);
  const any = counts.error + counts.warning + counts.note + counts.waived > 0;
  return (
    <>
      <div className={styles.row}>
        <CheckButton panel={pane} quiet={isTaken || next !== 'check'} />
        <LeadButton panel={pane} next={next} quiet={isTaken} lead={lead} />
        {pane.notice?.counted !== true && <span className={styles.quiet}>{word('counts', counts)}</span>}
      </div>
      <RecognisedCard view={recognised} panel={pane} />
      {set === null && <NoSet panel={pane} />}
      {any ? <Findings {...props} take={take} /> : <p className={styles.plain}>{word('no-findings')}</p>}
      {pane.done !== null && <DoneCard done={pane.done} pane={pane} />}
      <NotRun list={notRun} />
    </>
  );
}

function Findings({ pane, place, go, take }: FindingsTabProps & { take(isTaken: boolean): void }): ReactNode {
  const { word, language } = useWords();
  const styles = useStyles();
  const { revision, ask } = pane;
  const { filter } = place;
  const [head, setHead] = useState<FindingsView | null>(null);
  const [shown, setShown] = useState<{ how: 'revealed' | 'address-only'; cell: string } | null>(null);
  const said = shown === null ? '' : word(shown.how, { cell: shown.cell });
  const focus = useRef(false);
  const text = useSettled(filter.text);
  const load = useCallback(
    async (offset: number, limit: number) => {
      const view = await ask('findings', { ...filter, text, offset, limit });
      if (offset === 0) setHead(view);
      return view;
    },
    [ask, filter, text],
  );
  const pages = usePages<FindingItem>(JSON.stringify([revision, language, { ...filter, text }]), load, pane.tell);
  const { total, need } = pages;
  const { done, goOn } = pane;
  // The list may have become shorter: what was the last one is mended.
  const kept = place.at < total ? place.at : done === null ? -1 : total;
  // What was done stays in sight until the person goes on: no other finding is opened in its place.
  const at = done === null ? kept : -1;
  const item = at < 0 ? undefined : pages.at(at);
  const step = (by: 1 | -1): number =>
    done === null ? neighbour(total, at, by) : neighbour(total, kept, by, pages.at(kept)?.what !== done.what);

  const reveal = useCallback(
    async (one: FindingItem | undefined) => {
      if (one?.place === null || one === undefined) return;
      const cell = `${one.place.sheet}!${one.place.cell}`;
      const how = await pane.reveal(one.place);
      if (how !== null) setShown({ how, cell });
    },
    [pane],
  );
  const leave = useCallback(
    (part: Partial<FindingsPlace>) => {
      goOn();
      go(part);
    },
    [go, goOn],
  );
  const wanted = useRef(-1);
  const select = useCallback(
    (position: number, show: boolean) => {
      leave({ at: position });
      need(position);
      const one = pages.at(position);
      wanted.current = -1;
      if (!show) return;
      if (one === undefined) wanted.current = position;
      else void reveal(one);
    },
    [leave, need, pages, reveal],
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
      const by = stepOf(event, event.target instanceof HTMLSelectElement);
      if (by === null || total === 0) return;
      event.preventDefault();
      select(step(by), true);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  });
  useEffect(() => {
    // The button that was pressed went with the finding that it mended: the keyboard goes on in the list.
    if (done === null && document.activeElement?.matches('body, [role="tabpanel"]') === true) focus.current = true;
  }, [revision, done]);

  return (
    <>
      <FindingsFilter
        filter={filter}
        view={head}
        narrow={(part) => leave({ filter: { ...filter, ...part }, at: -1 })}
      />
      <div className={styles.row}>
        {([-1, 1] as const).map((by) => (
          <Button
            key={by}
            size="small"
            disabledFocusable={total === 0}
            onClick={() => select(step(by), true)}
            aria-label={word(by === 1 ? 'next' : 'previous')}
            title={word(by === 1 ? 'next' : 'previous')}
            icon={<Icon name={by === 1 ? 'down' : 'up'} />}
          />
        ))}
        <span className={styles.quiet}>{word('position', { at: at + 1, total })}</span>
        {filter !== NO_FILTER && (
          <Button size="small" appearance="subtle" onClick={() => leave({ filter: NO_FILTER, at: -1 })}>
            {word('clear-filter')}
          </Button>
        )}
        <span className={styles.quiet}>{word('keys')}</span>
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
          className={styles.virtual}
          need={need}
          row={(position) => {
            const one = pages.at(position);
            return one === undefined ? null : (
              <RowButton
                current={position === at}
                reachable={position === Math.max(at, 0)}
                focus={focus}
                open={() => select(position, true)}
                move={(by) => {
                  focus.current = true;
                  select(neighbour(total, position, by), false);
                }}
              >
                <FindingLines item={one} />
              </RowButton>
            );
          }}
        />
      )}
      {item !== undefined && (
        <FindingCard
          key={`${revision} ${item.index}`}
          item={item}
          pane={pane}
          said={said}
          by={place.by}
          take={take}
          decided={(by) => go({ by })}
          reveal={() => void reveal(item)}
        />
      )}
    </>
  );
}

function FindingLines({ item }: { item: FindingItem }): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const place = item.place === null ? word('no-cell') : `${item.place.sheet}!${item.place.cell}`;
  return (
    <>
      <span className={styles.itemHead}>
        <Icon name={item.severity} />
        <strong>{word(item.waived === null ? `one-${item.severity}` : 'severity-waived')}</strong>
        <span className={styles.grow}>{place}</span>
      </span>
      <span className={`${styles.clamp} ${item.waived === null ? '' : styles.struck}`}>{item.what}</span>
    </>
  );
}

function NotRun({ list }: { list: { id: string; name: string; why: string }[] }): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  if (list.length === 0) return null;
  return (
    <details className={styles.quiet}>
      <summary tabIndex={0}>{word('not-run', { count: list.length })}</summary>
      <ul>
        {list.map(({ id, name, why }) => (
          <li key={id}>{`${name}: ${why}`}</li>
        ))}
      </ul>
    </details>
  );
}
