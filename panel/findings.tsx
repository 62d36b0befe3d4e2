/** The findings: equal ones together, details below the row, one scroller. */
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { FindingItem, FindingsView } from '#core/view/findings';
import { neighbour, stepOf } from '#core/view/neighbour';
import { useAnswer } from './answer.ts';
import { FindingDetail } from './finding.tsx';
import { FindingsFilter, NO_FILTER, type Filter } from './findings-filter.tsx';
import { List, PAGE, pageStart } from './list.tsx';
import type { Panel } from './port.ts';
import { useReveal } from './reveal.ts';
import { DoneCard } from './repair.tsx';
import { useSkin } from './skin.ts';
import { Failed, Loading } from './waiting.tsx';
import { useWords } from './words.ts';

/** Fewer are seen at a glance: no filter in front of them. */
const FEW = 5;

export interface FindingsPlace {
  filter: Filter;
  /** What the equal findings share that are looked at one by one; null: all, equal ones together. */
  apart: string | null;
  offset: number;
  /** Position in the filtered list; −1: none is open. */
  at: number;
  /** The run that the position is of, and what stood there: after another run it is looked for. */
  seen: { revision: number; mark: string } | null;
  /** Counts filters that were taken back: what is half typed goes as well. */
  cleared: number;
  /** Who decided the last waiver: most often decides the next. */
  by: string;
}

export const FINDINGS_START: FindingsPlace = {
  filter: NO_FILTER,
  apart: null,
  offset: 0,
  at: -1,
  seen: null,
  cleared: 0,
  by: '',
};
const FROM_TOP = { at: -1, offset: 0, seen: null };

const isNarrow = ({ severity, sheet, unit, text }: Filter): boolean =>
  severity !== null || sheet !== null || unit !== null || text !== '';

/** What a finding is known by in every run and language. */
const markOf = ({ key, place }: FindingItem): string => `${key} ${place?.sheet ?? ''}!${place?.cell ?? ''}`;

interface FindingsProps {
  panel: Panel;
  place: FindingsPlace;
  go(part: Partial<FindingsPlace>): void;
  /** An open finding has the primary button. */
  take(isTaken: boolean): void;
  /** How many there are without a filter. */
  all: number;
}

export function Findings({ panel, place, go, take, all }: FindingsProps): ReactNode {
  const { Button, Row, Text, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  const { revision, done, goOn } = panel;
  const { filter, apart } = place;
  const focus = useRef(false);
  const equal = apart === null ? { together: true } : { equalTo: apart };
  const asked = { ...filter, ...equal, offset: place.offset, limit: PAGE };
  const { value: view, isFresh, error, retry } = useAnswer(panel, 'findings', asked);
  const total = view?.total ?? 0;
  const offset = view?.offset ?? 0;
  // The list may have become shorter: what was the last one is mended.
  const kept = done === null ? placeNow(place, revision, isFresh ? view : null) : Math.min(place.at, total);
  // What was done stays in sight until the person goes on: no other finding is opened in its place.
  const at = done === null ? kept : -1;
  const item = isFresh ? view?.items[at - offset] : undefined;

  /** Counts where the person went: what a drawing from before finds out comes too late. */
  const moves = useRef(0);
  const drawn = moves.current;
  const leave = (part: Partial<FindingsPlace>): void => {
    moves.current += 1;
    goOn();
    go(part);
  };
  const { said, reveal, forget } = useReveal(panel);
  const wanted = useRef(-1);
  const select = (position: number, show: boolean): void => {
    leave({ at: position, offset: pageStart(position), seen: null });
    if (position !== at) forget();
    wanted.current = -1;
    if (!show) return;
    const one = isFresh ? view?.items[position - offset] : undefined;
    if (one === undefined) wanted.current = position;
    else reveal(one.place);
  };
  useEffect(() => {
    // Where the open finding is by now.
    if (item === undefined || moves.current !== drawn) return;
    const mark = markOf(item);
    if (place.at !== at || place.seen?.revision !== revision || place.seen.mark !== mark)
      go({ at, seen: { revision, mark } });
  }, [item, at, place, revision, go]);
  useEffect(() => {
    // The last of the equal ones is mended: what else there is must not stay out of sight.
    if (apart !== null && isFresh && total === 0 && done === null && !isNarrow(filter))
      go({ apart: null, ...FROM_TOP });
  }, [apart, isFresh, total, done, filter, go]);
  useEffect(() => {
    // A step onto a page that was not here yet: its cell is shown once the page has come.
    if (item === undefined || wanted.current !== at) return;
    wanted.current = -1;
    reveal(item.place);
  }, [item, at, reveal]);
  const early = useRef<1 | -1 | null>(null);
  const step = (by: 1 | -1): void => {
    if (view === null) {
      early.current = by;
      return;
    }
    if (total === 0) return;
    const gone = done !== null && view.items[kept - offset]?.what !== done.what;
    select(neighbour(total, kept, by, gone), true);
  };
  const stepper = useRef<HTMLDivElement>(null);
  useSteps(step, stepper);
  useEffect(() => {
    // A key that was quicker than the list.
    const by = early.current;
    early.current = null;
    if (by !== null && total > 0) step(by);
  }, [view === null]);
  useEffect(() => {
    // The button that was pressed went with the finding that it mended: the keyboard goes on in the list.
    if (done === null && document.activeElement?.matches('body, [role="tabpanel"]') === true) focus.current = true;
  }, [revision, done]);

  const doneCard = done === null ? null : <DoneCard done={done} panel={panel} />;
  return (
    <>
      {(all > FEW || isNarrow(filter)) && (
        <FindingsFilter
          key={place.cleared}
          filter={filter}
          view={view}
          narrow={(part) => leave({ filter: { ...filter, ...part }, ...FROM_TOP })}
        />
      )}
      {apart !== null && (
        <Row>
          <Text>{word('apart', { what: view?.items[0]?.name ?? '' })}</Text>
          <Button small go={() => leave({ apart: null, ...FROM_TOP })}>
            {word('apart-leave')}
          </Button>
        </Row>
      )}
      <div className={looks.stepper} ref={stepper}>
        {([-1, 1] as const).map((by) => (
          <Button
            key={by}
            icon={by === 1 ? 'down' : 'up'}
            small
            label={word(by === 1 ? 'next' : 'previous')}
            stuck={total === 0}
            go={() => step(by)}
          />
        ))}
        <span className={`${looks.quiet} ${looks.grow}`}>{word('position', { at: at + 1, total })}</span>
        {isNarrow(filter) && (
          <Button look="text" small go={() => leave({ filter: NO_FILTER, cleared: place.cleared + 1, ...FROM_TOP })}>
            {word('clear-filter')}
          </Button>
        )}
      </div>
      <div className={looks.hidden} role="status">
        {said}
      </div>
      {error !== null && <Failed words={error} retry={retry} />}
      {view === null && error === null && <Loading />}
      {view !== null && total === 0 && isFresh && <Text>{word('no-match')}</Text>}
      {view !== null && total === 0 && doneCard}
      {view !== null && total > 0 && (
        <List
          label={word('findings-list')}
          page={view}
          at={at}
          focus={focus}
          waits={!isFresh && error === null}
          keyOf={({ index }) => index}
          open={(position) => select(position, true)}
          move={(position) => select(position, false)}
          turn={(next) => leave({ ...FROM_TOP, offset: next })}
          row={(one) => <Lines item={one} />}
          detail={(one) => (
            <FindingDetail
              key={`${revision} ${one.index}`}
              item={one}
              panel={panel}
              said={said}
              by={place.by}
              take={take}
              decided={(by) => go({ by })}
              reveal={reveal}
              apart={() => leave({ apart: one.key, ...FROM_TOP })}
            />
          )}
          between={doneCard === null ? null : { at: kept, shown: doneCard }}
        />
      )}
    </>
  );
}

/** @returns where the open finding stands: after another run where it is found again, else nowhere. @param view null: not here yet. */
function placeNow({ at, seen }: FindingsPlace, revision: number, view: FindingsView | null): number {
  if (at < 0 || view === null) return at;
  if (seen === null || seen.revision === revision) return at < view.total ? at : -1;
  const found = view.items.findIndex((item) => markOf(item) === seen.mark);
  return found < 0 ? -1 : view.offset + found;
}

/** Alt and an arrow lead to the next finding from wherever in the panel the keyboard is. */
function useSteps(step: (by: 1 | -1) => void, stepper: RefObject<HTMLElement | null>): void {
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const by = stepOf(event, event.target instanceof HTMLSelectElement);
      // Under an open help nothing of the list is seen.
      if (by === null || stepper.current?.closest('[style*="display: none"]') !== null) return;
      event.preventDefault();
      latest.current(by);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function Lines({ item }: { item: FindingItem }): ReactNode {
  const { Icon, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  const { waived, severity, place, count } = item;
  const kind = waived === null ? severity : 'waived';
  return (
    <>
      <span className={looks.itemHead} data-kind={kind}>
        <Icon name={kind} />
        <strong>{word(waived === null ? `one-${severity}` : 'severity-waived')}</strong>
        <span className={looks.grow}>{place === null ? word('no-cell') : `${place.sheet}!${place.cell}`}</span>
        {count > 1 && <span>{word('more-places', { count: count - 1 })}</span>}
      </span>
      <span className={waived === null ? looks.what : `${looks.what} ${looks.struck}`}>{item.what}</span>
    </>
  );
}
