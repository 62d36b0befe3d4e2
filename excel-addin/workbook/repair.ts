/** A repair as one undo step where the host can; a half of it is no repair: what Excel left is looked at, and put right or named. */
import type { CellEdit } from '#core/workbook/plan';
import { quoted } from '#core/workbook/work-sheets';
import { HostError } from '../host.ts';
import { compareEdits, heldBy, writeBack, writeEdits, type Held } from './edits.ts';
import { ExcelError } from './errors.ts';
import { inExcel, supports, writing, type Session } from './session.ts';

/** So many cells are named; the rest is counted by "…". */
const MOST_NAMED = 20;

/** How far an attempt came. */
interface Attempt {
  /** What takes the edits back; null: no cell was written yet. */
  takeBack: CellEdit[] | null;
  done: boolean;
}

function placesOf(edits: readonly CellEdit[]): string {
  const places = edits.slice(0, MOST_NAMED).map(({ sheet, cell }) => `${quoted(sheet)}!${cell.replaceAll('$', '')}`);
  return places.join(', ') + (edits.length > MOST_NAMED ? ' …' : '');
}

/** Only the person's own cells are written in a group: adding our hidden list in one and undoing it ends Excel (office-js 6001). */
async function attempt(session: Session, edits: readonly CellEdit[], undoGroup: boolean, seen: Attempt): Promise<void> {
  await inExcel(
    session,
    async (batch) => {
      const ready = await compareEdits(batch, edits);
      seen.takeBack = ready.map(({ edit, format }) => ({
        sheet: edit.sheet,
        cell: edit.cell,
        before: edit.value,
        value: edit.before,
        format,
      }));
      await writeEdits(batch, ready);
      seen.done = true;
    },
    { undoGroup },
  );
}

/** Several hosts say that they can group and then refuse (office-js 6711, 6491, 6255): not so what no repeating makes better. */
function mayBeTheGroup(error: unknown): boolean {
  if (!(error instanceof HostError)) return true;
  return error instanceof ExcelError && error.kind !== 'lost' && error.kind !== 'cell-editing';
}

/** What the cells hold now; null: Excel would not say, asked twice. */
async function look(
  session: Session,
  takeBack: readonly CellEdit[],
  edits: readonly CellEdit[],
): Promise<Held[] | null> {
  for (let round = 0; round < 2; round += 1) {
    try {
      return await inExcel(session, (batch) => heldBy(batch, edits, takeBack));
    } catch {
      // Once more, then it is not known.
    }
  }
  return null;
}

/** A failure after which some cells may hold the new values: named, and what is known to be written can be taken back. */
function halfWritten(id: 'host.half-written' | 'host.maybe-written', takeBack: CellEdit[]): HostError {
  return new HostError('half-written', false, { id, args: { cells: placesOf(takeBack) } }, takeBack);
}

/** Puts written cells back. @returns what takes back those that are written still. */
async function restore(
  session: Session,
  edits: readonly CellEdit[],
  takeBack: readonly CellEdit[],
): Promise<CellEdit[]> {
  for (let round = 0; ; round += 1) {
    const held = await look(session, takeBack, edits);
    if (held === null) throw halfWritten('host.maybe-written', [...takeBack]);
    // What somebody else typed meanwhile stays; what was the same before and after needs nothing.
    const written = takeBack.flatMap((edit, at) => {
      const { state, value } = held[at]!;
      const isSame = edit.before === edit.value && state === 'new' && edits[at]!.format === undefined;
      return isSame || state === 'old' || state === 'other' ? [] : [{ ...edit, before: value }];
    });
    if (written.length === 0 || round === 2) return written;
    await inExcel(session, (batch) => writeBack(batch, written)).catch(() => undefined);
  }
}

/** Writes edits: all of them or none, or it is said which. @returns what takes them back. */
export function applyEdits(session: Session, edits: readonly CellEdit[]): Promise<CellEdit[]> {
  return writing(session, async () => {
    let group = supports('1.20');
    for (;;) {
      const seen: Attempt = { takeBack: null, done: false };
      try {
        await attempt(session, edits, group, seen);
        return seen.takeBack ?? [];
      } catch (error) {
        const { takeBack } = seen;
        // All was written, and what failed is the end of the group.
        if (seen.done && takeBack !== null) return takeBack;
        if (takeBack !== null) {
          const held = await look(session, takeBack, edits);
          if (held === null) throw halfWritten('host.maybe-written', takeBack);
          if (held.every(({ state }) => state === 'new')) return takeBack;
          const written = await restore(session, edits, takeBack);
          if (written.length > 0) throw halfWritten('host.half-written', written);
        }
        if (!group || !mayBeTheGroup(error)) throw error;
        group = false;
      }
    }
  });
}
