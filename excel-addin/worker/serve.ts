/** Answers the pane's calls with the core. Keeps the last outcome: what it explains lives in closures and can't be sent. */
import { changeSetting } from '#core/commands/change-setting';
import { samplePlan } from '#core/commands/sample';
import { steps, type CommandOptions, type CommandOutcome } from '#core/commands/score';
import { waive } from '#core/commands/waive';
import { builtInSet } from '#core/framework/sets/index';
import { findingItem, findingsView } from '#core/view/findings';
import { rankingView } from '#core/view/ranking';
import { repairView } from '#core/view/repair';
import { settingsView } from '#core/view/settings';
import { builtInTitles, summaryView } from '#core/view/summary';
import { unitView } from '#core/view/unit';
import { userFingerprint, writeMark, writePlan } from '#core/write/index';
import type { Plan } from '#core/workbook/plan';
import type { Picture } from '#core/workbook/picture';
import type { Calls, Phase, Request, RunOptions, Verb, Writing } from './protocol.ts';

/** Asked before the first run. */
class NoOutcome extends Error {
  constructor() {
    super('nothing was run yet');
  }
}

interface Last {
  picture: Picture;
  options: RunOptions;
  outcome: CommandOutcome;
  fingerprint: string;
}

/** `breathe` is awaited between the steps of a run: a page lets others have their turn, a worker needs none. */
export class Server {
  private last: Last | null = null;
  private readonly phase: (id: number, phase: Phase) => void;
  private readonly breathe: () => Promise<void>;

  constructor(phase: (id: number, phase: Phase) => void, breathe: () => Promise<void>) {
    this.phase = phase;
    this.breathe = breathe;
  }

  /** @returns the answer; throws what goes wrong. */
  async answer(request: Request): Promise<unknown> {
    if (request.verb === 'run') return this.run(request.id, request.input);
    if (request.verb === 'sample') {
      const { picture } = request.input;
      return { plan: samplePlan(picture.sheets.map(({ name }) => name)), expected: writeMark(picture) };
    }
    if (request.verb === 'fingerprint') return userFingerprint(this.merged(request.input.picture));
    if (request.verb === 'sets') return builtInTitles();
    if (this.last === null) throw new NoOutcome();
    if (request.verb === 'plan') {
      this.phase(request.id, 'write');
      await this.breathe();
    }
    return this.view(request, this.last);
  }

  /** A picture without merged areas, with those of the last run: one of their own would be a change of the rest as well, or of none. */
  private merged(picture: Picture): Picture {
    const last = this.last?.picture.sheets ?? [];
    return { sheets: picture.sheets.map((sheet, at) => ({ ...sheet, merges: last[at]?.merges ?? [] })) };
  }

  private async run(id: number, { picture, options }: Calls['run']['input']): Promise<Calls['run']['output']> {
    this.last = null;
    const set = builtInSet(options.set);
    const going = steps(picture, { ...commandOptions(options), set });
    for (;;) {
      const step = going.next();
      if (step.done) {
        const fingerprint = userFingerprint(picture);
        this.last = { picture, options, outcome: step.value, fingerprint };
        return { fingerprint, summary: summaryView(step.value, options.language) };
      }
      this.phase(id, step.value);
      await this.breathe();
    }
  }

  private view(request: Request, last: Last): Calls[Verb]['output'] {
    const { outcome } = last;
    switch (request.verb) {
      case 'summary':
        return summaryView(outcome, request.input.language);
      case 'plan':
        return {
          plan: request.input.only === null ? outcome.plan : findingsPlan(last),
          expected: writeMark(last.picture),
        };
      case 'findings':
        return findingsView(outcome, request.input);
      case 'finding':
        return findingItem(outcome, request.input.index, request.input.language);
      case 'ranking':
        return rankingView(outcome, request.input);
      case 'unit':
        return unitView(outcome, request.input.unit, request.input.language);
      case 'settings':
        return settingsView(outcome.assessment, request.input.language);
      case 'repair':
        return repairView(outcome, request.input.index, request.input.all, request.input.language);
      case 'waive':
        return waiveWriting(last, request.input);
      case 'setting':
        return settingWriting(last, request.input);
      default:
        throw new Error(`no such call: ${request.verb}`);
    }
  }
}

function commandOptions({ language, at, version, period }: RunOptions): CommandOptions {
  return { language, at, version, period };
}

/** Kiểm tra alone; the ranking stays as it is. */
function findingsPlan({ picture, options, outcome }: Last): Plan {
  const { assessment, scored, findings, notRun } = outcome;
  const { version, at, language } = options;
  const existing = picture.sheets.map(({ name }) => name);
  return writePlan({ assessment, scored, findings, notRun, version, at, language, existing, only: 'findings' });
}

function waiveWriting(last: Last, { index, by, reason }: Calls['waive']['input']): Writing {
  const expected = writeMark(last.picture);
  const finding = last.outcome.findings[index];
  let plan: Plan | null = null;
  const planned = (): Plan['sheets'] => (plan = findingsPlan(last)).sheets;
  const done = finding === undefined ? null : waive(last.picture, planned, finding, { by, reason });
  if (done === null) return { plan: null, edits: [], expected, refused: 'waive-no-row' };
  return { plan: done.first ? plan : null, edits: done.edits, expected, refused: null };
}

function settingWriting(last: Last, { key, value }: Calls['setting']['input']): Writing {
  const expected = writeMark(last.picture);
  const change = changeSetting(last.outcome.assessment, key, value);
  if (change.kind === 'invalid') return { plan: null, edits: [], expected, refused: 'setting-refused' };
  if (change.kind === 'edits') return { plan: null, edits: change.edits, expected, refused: null };
  return { plan: { sheets: [change.sheet], edits: [] }, edits: [], expected, refused: null };
}
