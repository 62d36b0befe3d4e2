/** A list of thousands: only the rows in sight are in the document, pages are fetched when they come into sight. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';

const PAGE = 100;

export interface Pages<T> {
  total: number;
  /** undefined: not here yet. */
  at(position: number): T | undefined;
  /** Fetches the page of a position where it is not here yet. */
  need(position: number): void;
}

/** @returns the value once it has stood still: while a person types, each letter would ask through all findings. */
export function useSettled<T>(value: T, ms = 150): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const later = setTimeout(() => settle(value), ms);
    return () => clearTimeout(later);
  }, [value, ms]);
  return settled;
}

/** @returns pages of a list; `key` says when it is another list. `pageAt` gives the total with each page; `fail` hears what went wrong. */
export function usePages<T>(
  key: string,
  pageAt: (offset: number, limit: number) => Promise<{ total: number; items: T[] }>,
  fail: (error: unknown) => void,
): Pages<T> & { loaded: boolean } {
  const [store, setStore] = useState<{ key: string; total: number; pages: Map<number, T[]> } | null>(null);
  const asked = useRef({ key: '', pages: new Set<number>() });
  const latest = useRef({ key, pageAt, fail });
  latest.current = { key, pageAt, fail };
  const load = useCallback((page: number) => {
    const { key: own, pageAt: get } = latest.current;
    if (asked.current.key !== own) asked.current = { key: own, pages: new Set() };
    if (asked.current.pages.has(page)) return;
    asked.current.pages.add(page);
    get(page * PAGE, PAGE).then(
      ({ total, items }) => {
        if (latest.current.key !== own) return;
        setStore((old) => ({ key: own, total, pages: new Map(old?.key === own ? old.pages : []).set(page, items) }));
      },
      (error: unknown) => {
        asked.current.pages.delete(page);
        if (latest.current.key === own) latest.current.fail(error);
      },
    );
  }, []);
  useEffect(() => {
    load(0);
  }, [key, load]);
  const here = store?.key === key ? store : null;
  // Until the new list is here the old one stays in sight: nothing flickers while a person types.
  const shown = here ?? store;
  return {
    loaded: here !== null,
    total: shown?.total ?? 0,
    at: (position) => shown?.pages.get(Math.floor(position / PAGE))?.[position % PAGE],
    need: (position) => load(Math.floor(position / PAGE)),
  };
}

interface ListProps {
  label: string;
  count: number;
  height: number;
  /** Scrolled into sight when it changes. */
  current: number;
  className?: string;
  need(position: number): void;
  row(position: number): ReactNode;
}

/** Rows of one height in a scrolling list. */
export function VirtualList({ label, count, height, current, className, need, row }: ListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 6,
    initialRect: { width: 320, height: 480 },
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? 0;
  useEffect(() => {
    if (count === 0) return;
    need(first);
    need(last);
  }, [count, first, last, need]);
  useEffect(() => {
    if (current >= 0 && current < count) virtual.scrollToIndex(current, { align: 'auto' });
  }, [current, count, virtual]);
  return (
    <div ref={scroller} className={className} style={{ overflowY: 'auto', contain: 'strict' }}>
      <div role="list" aria-label={label} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start }) => (
          <div
            key={index}
            role="listitem"
            aria-posinset={index + 1}
            aria-setsize={count}
            style={{ position: 'absolute', top: start, left: 0, right: 0, height, borderBottom: '1px solid' }}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
