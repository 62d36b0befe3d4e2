/** The Google Sheets add-on in the page: Code.js as it is pushed among stand-ins of Google's services, in a world of its own, and the sidebar beside the workbook. */
import { toA1 } from '#core/workbook/address';
import type { Book, BookEvent } from '../excel-host/model/book.ts';
import { parseArea } from '../excel-host/model/areas.ts';
import { CONDITIONS } from '../sheets-host/conditions.ts';
import type { BookState, Conditions, Outcome, Signatures } from '../sheets-host/services/contract.ts';
import type { Order } from '../sheets-host/services/main.ts';
import { attachSidebar, type AttachedSidebar } from '../sidebar-host/attach.ts';
import { cellStateOf, follow, sheetsStateOf, takeOver } from './sheets-state.ts';

/** Google's round trip, in short. */
const LATENCY = 250;

export interface AttachedSheets {
  /** How Google behaves; tests change it. */
  conditions: Partial<Conditions>;
  close(): void;
}

/** @returns a script's element, once it has run. */
function run(page: Document, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = page.createElement('script');
    script.onload = () => resolve();
    script.onerror = () => reject(new TypeError(address));
    script.src = new URL(address, location.href).href;
    page.head.append(script);
  });
}

/** Opens the workbook as a spreadsheet. @param language what this person chose last. @param complain is told what could not be loaded. */
export function attachSheets(
  place: HTMLElement,
  book: Book,
  language: 'vi' | 'en',
  complain: (detail: string) => void,
): AttachedSheets {
  const world = document.createElement('iframe');
  world.hidden = true;
  document.body.append(world);
  const dirty = new Set<string>();
  const isRead = (sheet: string, address: string): void => void dirty.add(`${address}\n${sheet}`);
  let known: BookState | null = null;
  let obey: (order: Order) => unknown = () => null;
  const stop = book.listen(({ type, sheet, address, by }: BookEvent) => {
    const area = by === 'addin' || type !== 'WorksheetChanged' ? null : parseArea(address ?? '');
    if (area === null) return;
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1) isRead(sheet.name, toA1(row, column));
  });
  const conditions = (): Conditions => ({
    ...CONDITIONS,
    viewer: book.readOnly,
    now: new Date().toISOString(),
    ...attached.conditions,
  });
  const open = async (): Promise<void> => {
    const signatures = (await (await fetch('sheets/signatures.json')).json()) as Signatures;
    await run(world.contentDocument!, 'sheets/services.js');
    const scope = world.contentWindow as unknown as { __standIn?: (json: string) => string };
    const standIn = scope.__standIn!;
    delete scope.__standIn;
    obey = (order) => JSON.parse(standIn(JSON.stringify(order))) as unknown;
    obey({ do: 'open', book: sheetsStateOf(book), signatures, files: ['sidebar'] });
    await run(world.contentDocument!, 'sheets/Code.js');
    obey({ do: 'call', name: 'setLanguage', argument: { language }, conditions: conditions() });
    known = obey({ do: 'book', only: null }) as BookState;
  };
  const attached: AttachedSheets = {
    conditions: {},
    close() {
      stop();
      sidebar.close();
      place.replaceChildren();
      world.remove();
    },
  };
  const ready = open();
  ready.catch((error: unknown) => complain(error instanceof Error ? error.message : String(error)));

  const answer = async (name: string, args: unknown[]): Promise<unknown> => {
    await ready;
    await new Promise((resolve) => setTimeout(resolve, LATENCY));
    for (const one of dirty) {
      const [address, sheet] = one.split('\n') as [string, string];
      const at = parseArea(address)!;
      obey({ do: 'type', sheet, address, state: cellStateOf(book.find(sheet)?.at(at.top, at.left)) });
    }
    if (dirty.size > 0) known = obey({ do: 'book', only: null }) as BookState;
    dirty.clear();
    const outcome = obey({ do: 'call', name, argument: args[0] ?? {}, conditions: conditions() }) as Outcome;
    const after = obey({ do: 'book', only: null }) as BookState;
    book.as('addin', () => {
      takeOver(book, known!, after);
      if (name === 'revealCell') follow(book, after);
    });
    known = after;
    if (outcome.consent) throw new Error('Authorization is required to perform that action.');
    if (outcome.thrown !== null) throw new Error(outcome.thrown);
    return outcome.result;
  };
  // Google writes the add-on's name above its sidebar.
  const title = document.createElement('div');
  title.className = 'sidebar-title';
  title.textContent = 'Nghìn Điểm';
  place.append(title);
  const sidebar: AttachedSidebar = attachSidebar(place, 'sheets/sidebar.html', 'Nghìn Điểm', answer);
  return attached;
}
