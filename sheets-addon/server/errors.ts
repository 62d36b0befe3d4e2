/** What goes wrong on the server, in the contract's terms. Google's own texts come in the person's language: nothing is told by them. */
import type { Message } from '#core/messages/message';
import type { Failure } from '../protocol.ts';

/** A failure that has words for the person. */
export class AddonError extends Error {
  readonly code: Failure;
  readonly args: Message['args'];

  constructor(code: Failure, args: Message['args'] = {}) {
    super(code);
    this.name = 'AddonError';
    this.code = code;
    this.args = args;
  }
}

/** @returns the error's own words in one line: no stack, nothing longer than a line. */
export function detailOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** Errors of the language itself are bugs of ours; everything else comes from a service. */
function isFault(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof ReferenceError ||
    error instanceof SyntaxError
  );
}

/** @returns whether Google still wants a permission; where it won't say, no. */
function lacksScope(): boolean {
  try {
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    return info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED;
  } catch {
    return false;
  }
}

/** @returns any error as one of the contract's; `service` is what a service's error means where it came from. */
export function translate(error: unknown, service: Failure = 'service'): AddonError {
  if (error instanceof AddonError) return error;
  if (isFault(error)) return new AddonError('fault', { detail: detailOf(error) });
  return lacksScope() ? new AddonError('scope') : new AddonError(service, { detail: detailOf(error) });
}

/** @returns whether doing the same again may help: a service's error that has not been put in the contract's terms yet. */
export function isPassing(error: unknown): boolean {
  return !(error instanceof AddonError) && !isFault(error);
}
