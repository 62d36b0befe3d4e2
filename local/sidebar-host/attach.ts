/** The window around a sidebar's frame: hears its calls, has them answered, and sends the answers back. */
import { SANDBOX, type AnswerMessage, type CallMessage } from './script-run.ts';

/** Answers one call of a function of the server; rejects where Google would report an error. */
export type Answerer = (name: string, args: unknown[]) => Promise<unknown>;

/** As wide as Google makes it. */
export const SIDEBAR_WIDTH = 300;

export interface AttachedSidebar {
  frame: HTMLIFrameElement;
  close(): void;
}

/** Puts the sidebar's page into a frame and answers its calls. */
export function attachSidebar(place: HTMLElement, address: string, title: string, answer: Answerer): AttachedSidebar {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', SANDBOX);
  frame.title = title;
  frame.src = address;
  frame.style.cssText = `width:${SIDEBAR_WIDTH}px;height:100%;border:0`;
  const heard = ({ source, data }: MessageEvent<Partial<CallMessage> | null>): void => {
    const call = source === frame.contentWindow ? data?.scriptCall : undefined;
    if (call === undefined) return;
    const send = (rest: { value: unknown } | { error: { name: string; message: string } }): void => {
      const message: AnswerMessage = { scriptAnswer: { id: call.id, ...rest } };
      frame.contentWindow?.postMessage(message, '*');
    };
    answer(call.name, call.args).then(
      (value) => send({ value }),
      (error: unknown) => {
        const { name, message } = error instanceof Error ? error : new Error(String(error));
        send({ error: { name, message } });
      },
    );
  };
  window.addEventListener('message', heard);
  place.append(frame);
  return {
    frame,
    close() {
      window.removeEventListener('message', heard);
      frame.remove();
    },
  };
}
