/** The typed client over google.script.run as Google makes it: limits, illegal arguments, answers that never come. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CallError, newClient, type Client, type ScriptRun } from '../../../sheets-addon/sidebar/client.ts';
import { installScriptRun, type CallMessage } from '#local/sidebar-host/script-run';

/** What reached the server, and how it is answered. */
let sent: CallMessage['scriptCall'][];
let answer: (id: number, value: unknown) => void;
let refuse: (id: number, message: string) => void;
let script: ScriptRun;

beforeEach(() => {
  sent = [];
  const own = new EventTarget();
  const parent = { postMessage: ({ scriptCall }: CallMessage) => sent.push(scriptCall) };
  const hear = (scriptAnswer: object): void => {
    own.dispatchEvent(Object.assign(new Event('message'), { data: { scriptAnswer }, source: parent }));
  };
  answer = (id, value) => hear({ id, value });
  refuse = (id, message) => hear({ id, error: { name: 'ScriptError', message } });
  const frame = Object.assign(own, { parent }) as unknown as { google: { script: { run: ScriptRun } } };
  vi.stubGlobal('window', frame);
  installScriptRun(['getFacts', 'setLanguage', 'runScore', 'revealCell', 'applyEdits'], 10);
  script = frame.google.script.run;
});

const failure = (call: Promise<unknown>): Promise<CallError> =>
  call.then(
    () => expect.fail('was answered'),
    (error: unknown) => error as CallError,
  );
const ok = (value: unknown): unknown => ({ ok: true, value });
const reveal = (client: Client, cell: string): Promise<boolean> =>
  client.call('revealCell', { sheet: 'Số liệu', cell });

describe('what is sent', () => {
  it('arrives as it is, and so does the answer', async () => {
    const asked = reveal(newClient(script), 'C5');
    expect(sent).toEqual([{ id: 1, name: 'revealCell', args: [{ sheet: 'Số liệu', cell: 'C5' }] }]);
    answer(1, ok(true));
    expect(await asked).toBe(true);
  });

  it('never more than ten at a time: the others wait and are all answered, in order', async () => {
    const client = newClient(script);
    const asked = Array.from({ length: 25 }, (_, at) => reveal(client, `A${at + 1}`));
    for (let done = 0; done < 25; done += 1) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      expect(sent.length - done).toBeLessThanOrEqual(10);
      answer(sent[done]!.id, ok(true));
    }
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 25 }, () => true));
    expect(sent.map(({ args }) => (args[0] as { cell: string }).cell)).toEqual(
      Array.from({ length: 25 }, (_, at) => `A${at + 1}`),
    );
  });

  it('what can’t be carried is thrown by Google on the spot: a fault in words, and the next call goes on', async () => {
    const client = newClient(script);
    const error = await failure(client.call('setLanguage', { language: new Date() } as never));
    expect(error.code).toBe('fault');
    expect(error.words[0]!.args['detail']).toBe('Failed due to illegal value in property: language');
    const circle: Record<string, unknown> = {};
    circle['circle'] = circle;
    expect((await failure(client.call('setLanguage', circle as never))).words[0]!.args['detail']).toBe(
      'Failed due to circular reference.',
    );
    const next = reveal(client, 'A1');
    answer(sent[0]!.id, ok(false));
    expect(await next).toBe(false);
  });

  it('a function that the server does not have: the sidebar is older than the add-on', async () => {
    expect((await failure(newClient(script).call('getSomething' as never, {} as never))).words[0]!.id).toBe(
      'addon.input',
    );
  });
});

describe('what comes back', () => {
  it('null, or something that is no answer of ours, is an error', async () => {
    const client = newClient(script);
    for (const nothing of [
      null,
      undefined,
      true,
      { ok: true, value: 'yes' },
      { ok: false, code: 'new-code', args: {} },
    ]) {
      const asked = failure(reveal(client, 'A1'));
      answer(sent.at(-1)!.id, nothing);
      expect((await asked).code).toBe('no-answer');
    }
  });

  it('after a write it is not known what happened', async () => {
    const client = newClient(script);
    const edit = failure(client.call('applyEdits', { choice: { language: 'vi', period: null, set: null }, edits: [] }));
    answer(1, null);
    expect((await edit).words.map(({ id }) => id)).toEqual(['sidebar.lost']);
    const score = failure(client.call('runScore', { choice: { language: 'vi', period: null, set: null } }));
    refuse(2, 'Exceeded maximum execution time');
    expect((await score).words).toEqual([
      { id: 'addon.service-late', args: { detail: 'Exceeded maximum execution time' } },
    ]);
  });

  it('a failure of the very first call means accounts, of a later one Google', async () => {
    const client = newClient(script);
    const first = failure(reveal(client, 'A1'));
    refuse(1, 'Authorization is required\n to perform that action.');
    expect((await first).words).toEqual([
      { id: 'addon.accounts', args: {} },
      { id: 'sidebar.google-says', args: { detail: 'Authorization is required to perform that action.' } },
    ]);
    const second = reveal(client, 'A1');
    answer(2, ok(true));
    await second;
    const third = failure(reveal(client, 'A1'));
    refuse(3, 'Service error: Spreadsheets');
    expect((await third).code).toBe('service');
  });

  it('an answer that never comes is not waited for for ever, and comes too late afterwards', async () => {
    const client = newClient(script, 20);
    expect((await failure(reveal(client, 'A1'))).code).toBe('silent');
    answer(1, ok(true));
    const next = reveal(client, 'A2');
    answer(2, ok(false));
    expect(await next).toBe(false);
  });

  it('a page that Google gave no way to the server says the same as one whose calls all fail', async () => {
    expect((await failure(newClient(undefined).call('getFacts', {}))).code).toBe('accounts');
  });
});
