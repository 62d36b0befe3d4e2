/** The panel's host in Google Sheets: each thing to do is one call. What it keeps is the run that questions belong to, and their answers. */
import type { Overview } from '#core/commands/calls';
import type { PanelHost, Turn } from '#panel/host.ts';
import type { Edited, Facts, Run } from '../protocol.ts';
import { CallError, type CallCode, type Client } from './client.ts';
import { Views, wordsOf } from './views.ts';

/** Not to be asked more often when somebody clicks to and fro: each time the whole workbook is read. */
const PAUSE = 10_000;

/** The workbook may be no more what was seen: only a new check helps. */
const SEEN_OTHERWISE: ReadonlySet<CallCode> = new Set<CallCode>([
  'changed-cell',
  'sheet-missing',
  'waive-no-row',
  'lost',
  'half-written',
  'maybe-written',
  'unread',
]);
/** Doing the same again may help. */
const PASSING: ReadonlySet<CallCode> = new Set<CallCode>([
  'busy',
  'service',
  'service-late',
  'sheet-only',
  'time',
  'no-answer',
  'silent',
  'accounts',
]);

const agreed = ({ accept }: Turn): { accept?: string } => (accept === '' ? {} : { accept });
const movedOn = (): CallError => new CallError('changed', { id: 'sidebar.moved-on', args: {} });

/** @returns the host of a panel; a panel of its own has a host of its own. */
export function sheetsPanel(client: Client, { bare, sets }: Facts): PanelHost {
  const views = new Views(client);
  let last: Run | null = null;
  const ran = (turn: Turn, overview: Overview): Overview => {
    views.clear();
    last = { choice: turn.choice, fingerprint: overview.fingerprint };
    turn.ran(overview);
    return overview;
  };
  const edited = (turn: Turn, { takeBack, overview, unread }: Edited): Overview => {
    turn.wrote({ takeBack });
    if (overview === null) throw new CallError('unread', ...(unread === null ? [] : [unread]));
    return ran(turn, overview);
  };

  return {
    waits: (job) => ({ id: `sidebar.wait-${job}`, args: {} }),
    stops: false,
    facts: () => Promise.resolve({ readOnly: false, bare }),
    sets: () => Promise.resolve(sets),
    run: async (turn) => ran(turn, await client.call('runCheck', { choice: turn.choice })),
    async score(turn) {
      const scored = await client.call('runScore', { choice: turn.choice, ...agreed(turn) });
      ran(turn, scored.overview);
      return scored;
    },
    insertSample: async (turn) => edited(turn, await client.call('insertSample', { choice: turn.choice })),
    edit: async (edits, turn) => edited(turn, await client.call('applyEdits', { choice: turn.choice, edits })),
    async write(ask, turn) {
      if (last === null) throw new CallError('changed', { id: 'addon.changed', args: {} });
      const run = { ...last, choice: turn.choice };
      return edited(turn, await client.call('write', { run, ask, ...agreed(turn) }));
    },
    forms: null,
    async ask(verb, input) {
      if (last === null) throw movedOn();
      try {
        return await views.ask(last, verb, input);
      } catch (error) {
        throw error instanceof CallError && error.code === 'changed' ? movedOn() : error;
      }
    },
    retell: null,
    reveal: async ({ sheet, cell }) =>
      (await client.call('revealCell', { sheet, cell })) ? 'revealed' : 'address-only',
    onChange: null,
    fingerprint: () => client.call('getFingerprint', {}),
    pause: PAUSE,
    failure(error, job) {
      const words = wordsOf(error);
      if (!(error instanceof CallError)) return { kind: 'failed', words };
      const { code, key } = error;
      if (code === 'loss') return { kind: 'question', words, key };
      if (code === 'changed') return { kind: 'moved-on', words, remedy: 'check-again' };
      // Of anything but a score it is not known whether it may be repeated.
      const isOpen = SEEN_OTHERWISE.has(code) || (code === 'service-late' && job !== 'score');
      return { kind: 'failed', words, remedy: isOpen ? 'check-again' : PASSING.has(code) ? 'retry' : null };
    },
  };
}
