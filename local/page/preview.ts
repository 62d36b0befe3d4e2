/** The page's own hand on what runs in it: used by its buttons, its tests and the screenshots. */
import type { Matrix } from '../excel-host/requirements.ts';
import type { Book } from '../excel-host/model/book.ts';
import type { OfficeHost } from '../excel-host/host.ts';
import type { Faults } from '../excel-host/faults.ts';

/** How Excel behaves around the pane. */
export interface PaneOptions {
  /** Requirement sets of an older Excel. */
  matrix?: Matrix;
  faults?: Faults;
}

export interface Preview {
  book: Book;
  host: OfficeHost | null;
  faults: Faults;
  /** Opens a workbook file in place of the one that is there; the pane starts anew. */
  open(bytes: Uint8Array, name: string, options?: PaneOptions): void;
  /** Starts the pane anew on the workbook that is there. */
  restart(options?: PaneOptions): void;
  /** The workbook as a file. */
  save(): Uint8Array;
}
