/** The core in its own thread: one classic script without imports once built. Ending the worker is how a run is cancelled. */
import { isEnvelope, type Response } from './protocol.ts';
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
  if (request === null) {
    // Asked by us and not understood is a fault of ours, and nobody may wait for its answer.
    if (isEnvelope(event.data) && 'verb' in event.data) post({ id: event.data.id, failed: 'input' });
    return;
  }
  const { id } = request;
  void (async () => {
    try {
      post({ id, value: await server.answer(request) });
    } catch (error) {
      post({ id, failed: error instanceof Error ? error.message : String(error) });
    }
  })();
});
