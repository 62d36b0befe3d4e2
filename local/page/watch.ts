/** The workbook as React sees it: a count that grows when something changed. */
import { useSyncExternalStore } from 'react';
import type { Book } from '../excel-host/model/book.ts';
import type { SheetModel } from '../excel-host/model/sheet.ts';

/** What the add-in changes is drawn once it has left the workbook alone for so many milliseconds: pane and grid share one thread. */
const PATIENCE = 250;

/** What watches a workbook; `view` counts every change. */
export class Watched {
  readonly book: Book;
  view = 0;
  private readonly layouts = new Map<SheetModel, number>();
  private readonly listeners = new Set<() => void>();
  private waiting: ReturnType<typeof setTimeout> | null = null;
  private isQueued = false;

  constructor(book: Book) {
    this.book = book;
    book.listen(({ type, sheet, by }) => this.touch(/Selection|Activated/.test(type) ? null : sheet, by === 'addin'));
  }

  /** Grows when rows, columns or sizes of a sheet may have moved. */
  layoutOf(sheet: SheetModel): number {
    return this.layouts.get(sheet) ?? 0;
  }

  /** Something changed, in the cells of `moved` or elsewhere. `patient`: the add-in is at work, more will follow. */
  touch(moved: SheetModel | null, patient = false): void {
    if (moved !== null) this.layouts.set(moved, this.layoutOf(moved) + 1);
    this.view += 1;
    if (patient) {
      if (this.waiting !== null) clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.tell(), PATIENCE);
      return;
    }
    // A person's own step is drawn before their next key.
    if (this.isQueued) return;
    this.isQueued = true;
    queueMicrotask(() => this.tell());
  }

  private tell(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = null;
    this.isQueued = false;
    for (const listener of this.listeners) listener();
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
