/** The workbook as React sees it: a count that grows when something changed. */
import { useSyncExternalStore } from 'react';
import type { Book } from '../excel-host/model/book.ts';

/** What watches a workbook; `view` counts every change, `layout` those that may move rows, columns or sizes. */
export class Watched {
  readonly book: Book;
  view = 0;
  layout = 0;
  private readonly listeners = new Set<() => void>();
  private isWaiting = false;

  constructor(book: Book) {
    this.book = book;
    book.listen(({ type }) => this.touch(!/Selection|Activated/.test(type)));
  }

  /** Something changed; many changes of one turn are drawn once. */
  touch(moves: boolean): void {
    if (moves) this.layout += 1;
    this.view += 1;
    if (this.isWaiting) return;
    this.isWaiting = true;
    queueMicrotask(() => {
      this.isWaiting = false;
      for (const listener of this.listeners) listener();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** Draws again when the workbook changes. */
export function useWatched(watched: Watched): number {
  return useSyncExternalStore(watched.subscribe, () => watched.view);
}
