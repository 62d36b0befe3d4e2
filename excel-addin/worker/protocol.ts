/** Messages between the pane and the core in its worker. */
import type { FindingItem, FindingsQuery, FindingsView } from '#core/view/findings';
import type { RankingQuery, RankingView } from '#core/view/ranking';
import type { RepairView } from '#core/view/repair';
import type { SettingsView } from '#core/view/settings';
import type { SummaryView } from '#core/view/summary';
import type { UnitView } from '#core/view/unit';
import type { Language } from '#core/messages/message';
import type { Picture } from '#core/workbook/picture';
import type { CellEdit, Plan } from '#core/workbook/plan';

/** What a write needs; `plan` goes first, then the edits. `refused`: the words of the pane that say why nothing is to be written. */
export interface Writing {
  plan: Plan | null;
  edits: CellEdit[];
  /** Fingerprint of the user's sheets that the plan was made from. */
  expected: string;
  refused: 'waive-no-row' | 'setting-refused' | null;
}

/** Phases of a run, as the pane names them. */
export type Phase = 'read' | 'score' | 'check' | 'write';

export interface RunOptions {
  language: Language;
  at: string;
  version: string;
  period: string | null;
  /** Id of a built-in set; null: the workbook's own. */
  set: string | null;
}

/** What a run leaves on the screen. */
export interface Overview {
  fingerprint: string;
  summary: SummaryView;
}

/** Everything that can be asked: what goes in, what comes out. All plain JSON. */
export interface Calls {
  run: { input: { picture: Picture; options: RunOptions }; output: Overview };
  summary: { input: { language: Language }; output: SummaryView };
  plan: { input: { only: 'findings' | null }; output: { plan: Plan; expected: string } };
  findings: { input: FindingsQuery; output: FindingsView };
  finding: { input: { index: number; language: Language }; output: FindingItem | null };
  ranking: { input: RankingQuery; output: RankingView };
  unit: { input: { unit: number; language: Language }; output: UnitView | null };
  settings: { input: { language: Language }; output: SettingsView };
  /** `all`: with those of all equal findings. */
  repair: { input: { index: number; all: boolean; language: Language }; output: RepairView | null };
  waive: { input: { index: number; by: string; reason: string }; output: Writing };
  setting: { input: { key: string; value: string }; output: Writing };
  sample: { input: { picture: Picture }; output: { plan: Plan; expected: string } };
  /** Of a picture that was read without merged areas: those of the last run count. */
  fingerprint: { input: { picture: Picture }; output: string };
  sets: { input: Record<string, never>; output: { id: string; title: string }[] };
}

export type Verb = keyof Calls;

const VERBS: Readonly<Record<Verb, true>> = {
  run: true,
  summary: true,
  plan: true,
  findings: true,
  finding: true,
  ranking: true,
  unit: true,
  settings: true,
  repair: true,
  waive: true,
  setting: true,
  sample: true,
  fingerprint: true,
  sets: true,
};

export type Request = { [V in Verb]: { id: number; verb: V; input: Calls[V]['input'] } }[Verb];

/** phase: a long run tells where it is · value: the answer · failed: the fault's own words, for the developers. */
export type Response = { id: number } & ({ phase: Phase } | { value: unknown } | { failed: string });

// Both ends are built together and hold the same types, so only the envelope is looked at: a message that is not of ours
// (a browser extension's, say) must not be taken for an answer. A schema library would be a tenth of all that is loaded.
function isEnvelope(data: unknown): data is { id: number } {
  return typeof data === 'object' && data !== null && Number.isInteger((data as { id?: unknown }).id);
}

/** @returns the request; null where the message is none of ours. */
export function readRequest(data: unknown): Request | null {
  if (!isEnvelope(data)) return null;
  const { verb, input } = data as Partial<Request>;
  const known = typeof verb === 'string' && Object.prototype.hasOwnProperty.call(VERBS, verb);
  return known && typeof input === 'object' && input !== null ? (data as Request) : null;
}

/** @returns the response; null where the message is none of ours. */
export function readResponse(data: unknown): Response | null {
  if (!isEnvelope(data)) return null;
  return 'phase' in data || 'value' in data || 'failed' in data ? (data as Response) : null;
}
