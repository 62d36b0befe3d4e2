/** What is on the sidebar's screen, apart from where the person is in it. */
import type { PanelState } from '#panel/port.ts';
import type { Facts, Run } from '../protocol.ts';

export type Job = 'check' | 'score' | 'sample' | 'edit';

export interface SidebarState extends PanelState {
  /** null: the first call has not been answered. */
  facts: Facts | null;
  busy: Job | null;
  /** What the views belong to. */
  run: Run | null;
}

export const START: SidebarState = {
  facts: null,
  busy: null,
  overview: null,
  run: null,
  ran: null,
  revision: 0,
  written: null,
  stale: 'no',
  notice: null,
  takeBack: null,
  done: null,
};
