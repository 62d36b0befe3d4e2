/** The core in its own thread: one classic script without imports once built. Ending the worker is how a run is cancelled. */
import type { Response } from './protocol.ts';
import { readRequest } from './requests.ts';
import { Server } from './serve.ts';

const post = (response: Response): void =>
  (self as unknown as { postMessage(data: unknown): void }).postMessage(response);
const server = new Server(
  (id, phase) => post({ id, phase }),
  () => Promise.resolve(),
);

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  const request = readRequest(event.data);
  if (request === null) return;
  const { id } = request;
  if (request.verb === null) {
    // A fault of ours, and nobody may wait for its answer.
    post({ id, failed: 'input' });
    return;
  }
  void (async () => {
    try {
      post({ id, value: await server.answer(request) });
    } catch (error) {
      post({ id, failed: error instanceof Error ? error.message : String(error) });
    }
  })();
});
