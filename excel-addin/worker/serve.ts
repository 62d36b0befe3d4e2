/** Answers the pane's calls: makes the run, keeps it, and hands every question about it to the desk. */
import { answer } from '#core/commands/desk';
import { fingerprintOf, ranAt, running, setTitles } from '#core/commands/run';
import { sampleFor } from '#core/commands/sample';
import type { Ran } from '#core/commands/verb';
import type { Picture } from '#core/workbook/picture';
import type { Calls, Phase, Request } from './protocol.ts';
import { isOfDesk } from './requests.ts';
import { isSame } from './same.ts';

/** Asked before the first run. */
class NoOutcome extends Error {
  constructor() {
    super('nothing was run yet');
  }
}

/** A run, what it was asked with, and what was answered. */
interface Last {
  ran: Ran;
  options: Calls['run']['input']['options'];
  overview: Calls['run']['output'];
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
    if (isOfDesk(request)) {
      if (this.last === null) throw new NoOutcome();
      if (request.verb === 'plan') await this.tell(request.id, 'write');
      return answer(request, this.last.ran);
    }
    if (request.verb === 'run') return this.run(request.id, request.input);
    if (request.verb === 'sets') return setTitles();
    const { picture } = request.input;
    if (request.verb === 'fingerprint') return fingerprintOf(this.merged(picture));
    return sampleFor(picture);
  }

  /** A picture without merged areas, with those of the last run: one of their own would be a change of the rest as well, or of none. */
  private merged(picture: Picture): Picture {
    const last = this.last?.ran.picture.sheets ?? [];
    return { sheets: picture.sheets.map((sheet, at) => ({ ...sheet, merges: last[at]?.merges ?? [] })) };
  }

  private async run(id: number, { picture, options }: Calls['run']['input']): Promise<Calls['run']['output']> {
    const { last } = this;
    // Who scores what was just checked waits for nothing twice.
    if (last !== null && isSame({ ...last.options, at: options.at }, options) && isSame(last.ran.picture, picture)) {
      // At each step the person may stop.
      for (const step of ['read', 'score', 'check'] as const) await this.tell(id, step);
      this.last = { ...last, options, ran: ranAt(last.ran, options.at) };
      return last.overview;
    }
    this.last = null;
    const going = running(picture, options);
    for (;;) {
      const step = going.next();
      if (step.done) {
        const ran = step.value;
        const overview = { fingerprint: fingerprintOf(picture), summary: ran.report(options.language).summary };
        this.last = { ran, options, overview };
        return overview;
      }
      await this.tell(id, step.value);
    }
  }

  private async tell(id: number, phase: Phase): Promise<void> {
    this.phase(id, phase);
    await this.breathe();
  }
}
