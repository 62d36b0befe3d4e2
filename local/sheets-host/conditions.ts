/** What surrounds a call of the add-on: who calls, with which rights, and what goes wrong. In a file of its own, since the page has no Node. */
import type { Conditions } from './services/contract.ts';

export const SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.container.ui',
];

/** As long as nothing is said otherwise. */
export const CONDITIONS: Conditions = {
  authMode: 'FULL',
  granted: SCOPES,
  declared: SCOPES,
  language: 'vi',
  lockBusy: false,
  noDocument: false,
  viewer: false,
  answer: 'NO',
  faults: [],
  latency: 0,
  stall: null,
  now: '2026-11-24T10:00:00Z',
  meanwhile: [],
};
