/** The host in a browser: a page of ours around the add-in's frame. The page must be https and have the add-in's host name, or the library asks the person. */
import { OfficeHost, type HostOptions } from './host.ts';

export interface AttachedOffice {
  host: OfficeHost;
  frame: HTMLIFrameElement;
  /** Takes the frame away; the workbook stays. */
  close(): void;
}

/** Opens the add-in's page in `container`, against a workbook. */
export function attachOffice(
  container: HTMLElement,
  address: string,
  options: Omit<HostOptions, 'post' | 'later'> & { title?: string },
): AttachedOffice {
  const url = new URL(address, location.href);
  const frame = document.createElement('iframe');
  const host = new OfficeHost({
    ...options,
    post: (json) => frame.contentWindow?.postMessage(json, url.origin),
    later: (job) => void setTimeout(job, 0),
  });
  // Set later than attached, Chromium leaves window.name empty, and the library believes itself outside Office.
  frame.name = host.nameOfFrame(location.origin);
  frame.title = options.title ?? '';
  frame.src = url.href;
  const receive = (event: MessageEvent): void => {
    if (event.source === frame.contentWindow && event.origin === url.origin) host.receive(event.data);
  };
  addEventListener('message', receive);
  container.append(frame);
  const close = (): void => {
    removeEventListener('message', receive);
    host.close();
    frame.remove();
  };
  return { host, frame, close };
}
