/**
 * google.script.run as Google puts it into a sidebar's frame: what it takes, what it drops, what it throws. The calls go to the window
 * around the frame by messages, since that window is of another origin.
 */

/** From the frame. */
export interface CallMessage {
  scriptCall: { id: number; name: string; args: unknown[] };
}

/** To the frame. */
export interface AnswerMessage {
  scriptAnswer: { id: number } & ({ value: unknown } | { error: { name: string; message: string } });
}

/** The part of a window that is used; Node reads this file too, to put it into a page. */
interface FrameWindow {
  parent: { postMessage(message: unknown, origin: string): void };
  addEventListener(type: 'message', heard: (event: { data: unknown; source: unknown }) => void): void;
}

/** Runs inside the frame, alone: it must need nothing from outside itself. */
export function installScriptRun(names: string[], most: number): void {
  interface Handlers {
    success: ((value: unknown, user?: unknown) => void) | null;
    failure: ((error: Error, user?: unknown) => void) | null;
    user: unknown;
  }
  const frame = (globalThis as unknown as { window: FrameWindow }).window;
  const waiting = new Map<number, Handlers>();
  let last = 0;
  /** What is carried: JSON's values; keys that end in "__" and undefined are dropped, NaN becomes null. */
  const carried = (value: unknown, key: string, above: unknown[]): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (value === undefined) return null;
    if (above.includes(value)) throw new TypeError('Failed due to circular reference.');
    const prototype: unknown = typeof value === 'object' ? Object.getPrototypeOf(value) : null;
    if (Array.isArray(value)) return value.map((one, at) => carried(one, String(at), [...above, value]));
    if (prototype !== Object.prototype) throw new TypeError(`Failed due to illegal value in property: ${key}`);
    const copy: Record<string, unknown> = {};
    for (const [name, one] of Object.entries(value as object))
      if (!name.endsWith('__') && one !== undefined) copy[name] = carried(one, name, [...above, value]);
    return copy;
  };
  const runner = (handlers: Handlers): Record<string, unknown> => {
    const own: Record<string, unknown> = {
      withSuccessHandler: (success: Handlers['success']) => runner({ ...handlers, success }),
      withFailureHandler: (failure: Handlers['failure']) => runner({ ...handlers, failure }),
      withUserObject: (user: unknown) => runner({ ...handlers, user }),
    };
    for (const name of names)
      own[name] = (...args: unknown[]): void => {
        const sent = args.map((one, at) => carried(one, String(at), []));
        const id = (last += 1);
        if (waiting.size >= most) {
          setTimeout(() => handlers.failure?.(new Error('Too many calls at a time'), handlers.user), 0);
          return;
        }
        waiting.set(id, handlers);
        const message: CallMessage = { scriptCall: { id, name, args: sent } };
        frame.parent.postMessage(message, '*');
      };
    return own;
  };
  frame.addEventListener('message', ({ data, source }) => {
    const answer = source === frame.parent ? (data as Partial<AnswerMessage> | null)?.scriptAnswer : undefined;
    if (answer === undefined) return;
    const handlers = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (handlers === undefined) return;
    if ('value' in answer) {
      handlers.success?.(answer.value, handlers.user);
      return;
    }
    const error = new Error(answer.error.message);
    error.name = answer.error.name;
    handlers.failure?.(error, handlers.user);
  });
  Object.assign(frame, { google: { script: { run: runner({ success: null, failure: null, user: null }) } } });
}

/** Google answers no more calls of one page at a time. */
const MOST = 10;

/** Inline scripts, as HtmlService's pages are full of them; no eval, nothing loaded. */
const POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

/** @returns a sidebar's page as Google serves it: with its policy, and google.script.run before the page's own scripts. */
export function served(page: string, names: readonly string[]): string {
  const script = `<script>(${installScriptRun.toString()})(${JSON.stringify(names)}, ${MOST})</script>`;
  const policy = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  return page.replace('<head>', () => `<head>${policy}${script}`);
}

/** What the frame may do. */
export const SANDBOX = [
  'allow-same-origin',
  'allow-forms',
  'allow-scripts',
  'allow-popups',
  'allow-downloads',
  'allow-modals',
  'allow-popups-to-escape-sandbox',
].join(' ');
