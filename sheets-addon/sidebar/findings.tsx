/** Kiểm tra: the findings, one click from their cells. */
import { Fragment, type JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FindingItem } from '#core/view/findings';
import { neighbour, stepOf } from '#core/view/neighbour';
import { FindingCard } from './finding-card.tsx';
import { FindingsFilter, NO_FILTER, type Filter } from './findings-filter.tsx';
import { Icon } from '../skin/icons.tsx';
import { Button } from '../skin/controls.tsx';
import { Failed, Loading } from '#panel/waiting.tsx';
import { Pager } from './parts.tsx';
import { RecognisedCard } from '#panel/recognised.tsx';
import { DoneCard } from './repair.tsx';
import { Row } from './rows.tsx';
import { CheckButton, LeadButton, nextOf, NoSet, type PartName } from '#panel/run-buttons.tsx';
import type { Sidebar } from './session.ts';
import { useAnswer } from '#panel/answer.ts';
import { useWords } from './words.ts';

/** Fewer are seen at a glance: no filter in front of them. */
const FEW = 5;

/** One call a page. */
const PAGE = 50;

/** Where the person is in the list; kept while other parts are open. */
export interface FindingsPlace {
  filter: Filter;
  offset: number;
  /** Position in the filtered list; −1: none is open. */
  at: number;
  /** Who decided the last waiver: most often decides the next. */
  by: string;
}

export const FINDINGS_START: FindingsPlace = { filter: NO_FILTER, offset: 0, at: -1, by: '' };

interface PartProps {
  sidebar: Sidebar;
  place: FindingsPlace;
  go(part: Partial<FindingsPlace>): void;
  /** Opens another part. */
  lead(part: PartName): void;
}

export function FindingsPart(props: PartProps): JSX.Element {
  const { sidebar, lead } = props;
  // An open finding that can be repaired here has the primary button.
  const [isTaken, take] = useState(false);
  const { word } = useWords();
  const { overview } = sidebar;
  if (overview === null)
    return (
      <>
        <p>{word('first-check')}</p>
        <div class="row">
          <CheckButton panel={sidebar} />
        </div>
        <NoSet panel={sidebar} first />
      </>
    );
  const { counts, set, notRun, recognised } = overview.summary;
  const next = nextOf('check', sidebar);
  const all = counts.error + counts.warning + counts.note + counts.waived;
  return (
    <>
      <div class="row">
        <CheckButton panel={sidebar} quiet={isTaken || next !== 'check'} />
        <LeadButton panel={sidebar} next={next} quiet={isTaken} lead={lead} />
        {sidebar.notice?.counted !== true && <span class="quiet grow">{word('counts', counts)}</span>}
      </div>
      <RecognisedCard view={recognised} panel={sidebar} />
      {set === null && <NoSet panel={sidebar} />}
      {all > 0 ? (
        <Findings {...props} take={take} all={all} />
      ) : (
        <>
          <p>{word('no-findings')}</p>
          {sidebar.done !== null && <DoneCard done={sidebar.done} sidebar={sidebar} />}
        </>
      )}
      <NotRun list={notRun} />
    </>
  );
}

function Findings({
  sidebar,
  place,
  go,
  all,
  take,
}: PartProps & { all: number; take(isTaken: boolean): void }): JSX.Element {
  const { word } = useWords();
  const { run, revision } = sidebar;
  const { filter } = place;
  const [said, setSaid] = useState('');
  const focus = useRef(false);
  const wanted = useRef(-1);
  const asked = run === null ? null : { ...filter, offset: place.offset, limit: PAGE };
  const { value: view, isFresh, error, retry } = useAnswer(sidebar, 'findings', asked);
  const total = view?.total ?? 0;
  const offset = view?.offset ?? 0;
  // The list may have become shorter: what was the last one is mended.
  const { done, goOn } = sidebar;
  const kept = place.at < total ? place.at : done === null ? -1 : total;
  // What was done stays in sight until the person goes on: no other finding is opened in its place.
  const at = done === null ? kept : -1;
  const item = isFresh ? view?.items[at - offset] : undefined;

  const reveal = useCallback(
    async (one: FindingItem) => {
      if (one.place === null) return;
      const cell = `${one.place.sheet}!${one.place.cell}`;
      setSaid(word('sidebar.revealing', { cell }));
      const how = await sidebar.reveal(one.place);
      setSaid(how === null ? '' : word(how, { cell }));
    },
    [sidebar.reveal, word],
  );
  const leave = (part: Partial<FindingsPlace>): void => {
    goOn();
    go(part);
  };
  const select = (position: number, show: boolean): void => {
    leave({ at: position, offset: Math.floor(position / PAGE) * PAGE });
    if (position !== at) setSaid('');
    wanted.current = -1;
    if (!show) return;
    const one = isFresh ? view?.items[position - offset] : undefined;
    if (one === undefined) wanted.current = position;
    else void reveal(one);
  };
  useEffect(() => {
    // A step onto a page that was not here yet: its cell is shown once the page has come.
    if (item === undefined || wanted.current !== at) return;
    wanted.current = -1;
    void reveal(item);
  }, [item, at]);
  const step = (by: 1 | -1): void => {
    const gone = done !== null && view?.items[kept - offset]?.what !== done.what;
    select(neighbour(total, kept, by, gone), true);
  };
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const by = stepOf(event, event.target instanceof HTMLSelectElement);
      if (by === null || total === 0) return;
      event.preventDefault();
      latest.current(by);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [total]);
  useEffect(() => {
    // The button that was pressed went with the finding that it mended: the keyboard goes on in the list.
    if (done === null && document.activeElement === document.body) focus.current = true;
  }, [revision, done]);

  const doneCard = done === null ? null : <DoneCard done={done} sidebar={sidebar} />;
  const doneItem = doneCard === null ? null : <li class="current">{doneCard}</li>;

  return (
    <>
      {(all > FEW || filter !== NO_FILTER) && (
        <FindingsFilter
          filter={filter}
          view={view}
          narrow={(part) => leave({ filter: { ...filter, ...part }, at: -1, offset: 0 })}
        />
      )}
      <div class="row stepper" title={word('keys')}>
        <Button icon="up" label={word('previous')} stuck={total === 0} go={() => step(-1)} />
        <Button icon="down" label={word('next')} stuck={total === 0} go={() => step(1)} />
        <span class="quiet grow">{word('position', { at: at + 1, total })}</span>
        {filter !== NO_FILTER && (
          <Button look="text" go={() => leave({ filter: NO_FILTER, at: -1, offset: 0 })}>
            {word('clear-filter')}
          </Button>
        )}
      </div>
      <div class="hidden" role="status">
        {said}
      </div>
      {error !== null && <Failed words={error} retry={retry} />}
      {view === null && error === null && <Loading />}
      {view !== null && total === 0 && isFresh && <p>{word('no-match')}</p>}
      {view !== null && total === 0 && doneCard}
      {view !== null && total > 0 && (
        <ul class="list" aria-label={word('findings-list')} aria-busy={!isFresh && error === null}>
          {view.items.map((one, index) => {
            const position = offset + index;
            const isCurrent = position === at;
            return (
              <Fragment key={one.index}>
                {position === kept && doneItem}
                <li class={isCurrent ? 'current' : ''}>
                  <Row
                    isCurrent={isCurrent}
                    isReachable={isCurrent || (index === 0 && (at < offset || at >= offset + view.items.length))}
                    focus={focus}
                    // A list that is about to be another one is only looked at.
                    open={() => isFresh && select(position, true)}
                    move={(by) => {
                      focus.current = true;
                      select(neighbour(total, position, by), false);
                    }}
                  >
                    <Lines item={one} />
                  </Row>
                  {isCurrent && (
                    <FindingCard
                      key={`${revision} ${one.index}`}
                      item={one}
                      sidebar={sidebar}
                      said={said}
                      by={place.by}
                      take={take}
                      decided={(by) => go({ by })}
                      reveal={() => void reveal(one)}
                    />
                  )}
                </li>
              </Fragment>
            );
          })}
          {kept >= offset + view.items.length && doneItem}
        </ul>
      )}
      <Pager offset={offset} size={PAGE} total={total} turn={(next) => leave({ offset: next, at: -1 })} />
    </>
  );
}

function Lines({ item }: { item: FindingItem }): JSX.Element {
  const { word } = useWords();
  const kind = item.waived === null ? item.severity : 'waived';
  return (
    <>
      <span class={`item-head ${kind}`}>
        <Icon name={kind} />
        <strong>{word(item.waived === null ? `one-${item.severity}` : 'severity-waived')}</strong>
        <span class="grow">{item.place === null ? word('no-cell') : `${item.place.sheet}!${item.place.cell}`}</span>
      </span>
      <span class={item.waived === null ? 'what' : 'what struck'}>{item.what}</span>
    </>
  );
}

function NotRun({ list }: { list: { id: string; name: string; why: string }[] }): JSX.Element | null {
  const { word } = useWords();
  if (list.length === 0) return null;
  return (
    <details class="quiet">
      <summary>{word('not-run', { count: list.length })}</summary>
      <ul>
        {list.map(({ id, name, why }) => (
          <li key={id}>{`${name}: ${why}`}</li>
        ))}
      </ul>
    </details>
  );
}
