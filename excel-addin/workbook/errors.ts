/** Excel's error codes → what the person is told. */
import type { MessageId } from '#core/messages/ids';
import type { Message } from '#core/messages/message';
import { HostError, type HostErrorKind } from '../host.ts';

const SIZE = new Set(['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded', 'PayloadTooLarge']);

/** Code → kind. GeneralException is told by what was being done: see `hint`. */
/** What a loss says names the cells, and the core says why it refuses: both have words of their own. */
export type SpokenKind = Exclude<HostErrorKind, 'loss' | 'refused'>;

const KINDS: Readonly<Record<string, SpokenKind>> = {
  InvalidOperationInCellEditMode: 'cell-editing',
  AccessDenied: 'protected',
  InvalidOrTimedOutSession: 'lost',
  ActivityLimitReached: 'lost',
  // Both also come when a sheet is deleted meanwhile, though the call had nothing to do with it.
  InvalidRequestContext: 'changed',
  ItemNotFound: 'changed',
  InvalidObjectPath: 'changed',
  InvalidSelection: 'focus',
  ApiNotFound: 'too-old',
  ApiNotAvailable: 'too-old',
  NotImplemented: 'too-old',
  UnsupportedFeature: 'too-old',
};

const RETRY = new Set<HostErrorKind>(['cell-editing', 'focus', 'changed', 'unknown', 'protected', 'read-only']);

/** @returns Excel's own code of an error, '' where it has none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : '';
}

/** A HostError that remembers Excel's code, so that whoever can repeat in smaller pieces does. */
export class ExcelError extends HostError {
  readonly code: string;
  constructor(code: string, kind: HostErrorKind, words: Message) {
    super(kind, RETRY.has(kind), words);
    this.code = code;
  }
}

/** @returns whether the same in smaller pieces may pass; older builds answer a large request with GeneralException. */
export function isSize(error: unknown): 'certain' | 'possible' | null {
  if (error instanceof ExcelError)
    return error.kind === 'too-large' ? 'certain' : error.code === 'GeneralException' ? 'possible' : null;
  return null;
}

/** A failure with the usual words of its kind. */
export function hostError(kind: SpokenKind, id: MessageId = `host.${kind}`, args: Message['args'] = {}): HostError {
  return new HostError(kind, RETRY.has(kind), { id, args });
}

/** @returns the error in the person's words; `hint`: what a GeneralException means in what was being done. */
export function translate(error: unknown, hint: SpokenKind = 'unknown'): Error {
  if (error instanceof HostError) return error;
  const code = codeOf(error);
  if (code === '' && error instanceof Error) return error;
  if (SIZE.has(code)) return new ExcelError(code, 'too-large', { id: 'host.too-large', args: {} });
  const kind = KINDS[code] ?? (code === 'GeneralException' ? hint : 'unknown');
  const id: MessageId = kind === 'protected' ? 'host.protected-somewhere' : `host.${kind}`;
  return new ExcelError(code, kind, { id, args: kind === 'unknown' ? { code } : {} });
}
