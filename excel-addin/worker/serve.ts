/** Answers the pane's calls: makes the run, keeps it, and hands every question about it to the desk. */
import { answer } from '#core/commands/desk';
import { fingerprintOf, running, setTitles } from '#core/commands/run';
import { sampleFor } from '#core/commands/sample';
import type { Ran } from '#core/commands/verb';
import type { Picture } from '#core/workbook/picture';
import type { Calls, Phase, Request } from './protocol.ts';
import { isOfDesk } from './requests.ts';

/** Asked before the first run. */
class NoOutcome extends Error {
  constructor() {
    super('nothing was run yet');
  }
}

/** `breathe` is awaited between the steps of a run: a page lets others have their turn, a worker needs none. */
export class Server {
  private last: Ran | null = null;
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
      if (request.verb === 'plan') {
        this.phase(request.id, 'write');
        await this.breathe();
      }
      return answer(request, this.last);
    }
    if (request.verb === 'run') return this.run(request.id, request.input);
    if (request.verb === 'sets') return setTitles();
    const { picture } = request.input;
    if (request.verb === 'fingerprint') return fingerprintOf(this.merged(picture));
    return sampleFor(picture);
  }

  /** A picture without merged areas, with those of the last run: one of their own would be a change of the rest as well, or of none. */
  private merged(picture: Picture): Picture {
    const last = this.last?.picture.sheets ?? [];
    return { sheets: picture.sheets.map((sheet, at) => ({ ...sheet, merges: last[at]?.merges ?? [] })) };
  }

  private async run(id: number, { picture, options }: Calls['run']['input']): Promise<Calls['run']['output']> {
    this.last = null;
    const going = running(picture, options);
    for (;;) {
      const step = going.next();
      if (step.done) {
        const ran = step.value;
        this.last = ran;
        return { fingerprint: fingerprintOf(picture), summary: ran.report(options.language).summary };
      }
      this.phase(id, step.value);
      await this.breathe();
    }
  }
}
