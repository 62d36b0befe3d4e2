/** A list in pages, worked by arrows: one tab stop; the row that is open shows its details below itself, in the panel's one scroller. */
import { Fragment, useLayoutEffect, useRef, type ReactNode } from 'react';
import { neighbour } from '#core/view/neighbour';
import { useSkin } from './skin.ts';
import { useWords } from './words.ts';

/** Rows of a page: in Google a page is a call. */
export const PAGE = 50;

/** @returns where the page of a position begins. */
export function pageStart(position: number): number {
  return Math.floor(Math.max(0, position) / PAGE) * PAGE;
}

/** Set: the row that becomes current takes the keyboard. */
export interface Focus {
  current: boolean;
}

interface ListProps<T> {
  label: string;
  page: { total: number; offset: number; items: readonly T[] };
  /** Position in the whole list; −1: none is open. */
  at: number;
  focus: Focus;
  /** Another list is on its way: this one is only looked at. */
  waits: boolean;
  keyOf(item: T): string | number;
  open(position: number): void;
  /** An arrow leads to this row. */
  move(position: number): void;
  turn(offset: number): void;
  row(item: T): ReactNode;
  /** Below the row that is open. */
  detail?(item: T): ReactNode;
  /** Stands in the list before the row of this position. */
  between?: { at: number; shown: ReactNode } | null;
}

export function List<T>(props: ListProps<T>): ReactNode {
  const { label, page, at, focus, waits, keyOf, open, move, turn, row, detail, between = null } = props;
  const looks = useSkin().useLooks();
  const { total, offset, items } = page;
  const end = offset + items.length;
  const inserted = between === null ? null : <li className={`${looks.entry} ${looks.current}`}>{between.shown}</li>;
  return (
    <>
      <ul className={looks.list} aria-label={label} aria-busy={waits}>
        {items.map((item, index) => {
          const position = offset + index;
          const isCurrent = position === at;
          return (
            <Fragment key={keyOf(item)}>
              {position === between?.at && inserted}
              <li className={isCurrent ? `${looks.entry} ${looks.current}` : looks.entry}>
                <RowButton
                  isCurrent={isCurrent}
                  isReachable={isCurrent || (index === 0 && (at < offset || at >= end))}
                  focus={focus}
                  open={() => !waits && open(position)}
                  move={(by) => {
                    focus.current = true;
                    move(neighbour(total, position, by));
                  }}
                >
                  {row(item)}
                </RowButton>
                {isCurrent && detail?.(item)}
              </li>
            </Fragment>
          );
        })}
        {between !== null && between.at >= end && inserted}
      </ul>
      <Pager offset={offset} total={total} turn={turn} />
    </>
  );
}

interface RowProps {
  isCurrent: boolean;
  isReachable: boolean;
  focus: Focus;
  open(): unknown;
  move(by: 1 | -1): void;
  children: ReactNode;
}

function RowButton({ isCurrent, isReachable, focus, open, move, children }: RowProps): ReactNode {
  const looks = useSkin().useLooks();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!isCurrent) return;
    // The details below the row as far as they fit, the row itself in any case.
    button.current?.parentElement?.scrollIntoView?.({ block: 'nearest' });
    button.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isCurrent]);
  // After every drawing: a row of another page is current before it is here.
  useLayoutEffect(() => {
    if (!isCurrent || !focus.current) return;
    focus.current = false;
    button.current?.focus({ preventScroll: true });
  });
  return (
    <button
      ref={button}
      type="button"
      className={looks.item}
      tabIndex={isReachable ? 0 : -1}
      aria-current={isCurrent}
      onClick={open}
      onKeyDown={(event) => {
        if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
        event.preventDefault();
        move(event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      {children}
    </button>
  );
}

interface PagerProps {
  offset: number;
  total: number;
  turn(offset: number): void;
}

function Pager({ offset, total, turn }: PagerProps): ReactNode {
  const { Button, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  if (total <= PAGE) return null;
  const to = Math.min(offset + PAGE, total);
  return (
    <div className={looks.pager}>
      <Button
        icon="left"
        look="text"
        label={word('page-previous')}
        stuck={offset === 0}
        go={() => turn(Math.max(0, offset - PAGE))}
      />
      <span className={looks.quiet}>{word('page', { from: offset + 1, to, total })}</span>
      <Button icon="right" look="text" label={word('page-next')} stuck={to >= total} go={() => turn(offset + PAGE)} />
    </div>
  );
}
