/** A verb of the headless command: what it takes, and its run. One verb, one file in verbs/, one line in main.ts. */
import type { MessageId } from '#core/messages/ids';
import type { Message } from '#core/messages/message';
import type { Arguments, Takes } from './arguments.ts';

/** Tells on standard error what happens. */
export type Progress = (id: MessageId, args?: Record<string, string | number>) => void;

export interface Around {
  /** The project's folder. */
  root: string;
  /** Nghìn Điểm's version. */
  version: string;
  /** The moment of the run as it is written: --at, else local time with its offset. */
  at: string;
  progress: Progress;
}

export interface CliVerb extends Takes {
  help: MessageId;
  /** @returns the exit code: 0, 1 error findings. @throws Unusable for 2. */
  run(parsed: Arguments, around: Around): Promise<number>;
}

/** Ends the run with exit code 2 and one clear line. */
export class Unusable extends Error {
  constructor(
    readonly id: MessageId,
    readonly args: Message['args'] = {},
  ) {
    super(id);
  }
}
