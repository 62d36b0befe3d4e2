/** A small stand-in for the add-in's window: what the genuine office.js asks of a browser at start-up. Used in plain Node only. */

export interface FrameOptions {
  /** Name of the frame, with what the library must know of its host. */
  name: string;
  /** Address of office.js as the page names it. */
  script: string;
  /** Address of the add-in's page. */
  page: string;
  /** Runs the script at an address; false: there is none. */
  run: (url: string) => boolean;
  /** A message for the page around the frame. */
  send: (json: string) => void;
}

interface FakeElement {
  tagName: string;
  src: string;
  onload: ((event: unknown) => void) | null;
  onreadystatechange: (() => void) | null;
  onerror: (() => void) | null;
  readyState: string;
  [other: string]: unknown;
}

type Listener = (event: Record<string, unknown>) => void;

function storage(): Record<string, unknown> {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, String(value)),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
  };
}

function element(tagName: string): FakeElement {
  const attributes = new Map<string, string>();
  return {
    tagName: tagName.toUpperCase(),
    src: '',
    style: {},
    onload: null,
    onreadystatechange: null,
    onerror: null,
    readyState: '',
    getAttribute: (name: string) => attributes.get(name) ?? null,
    setAttribute: (name: string, value: string) => void attributes.set(name, value),
    appendChild: (child: unknown) => child,
    addEventListener: () => undefined,
  };
}

/** A link: the library reads addresses with it. */
function anchor(page: URL): Record<string, unknown> {
  let url = page;
  const link: Record<string, unknown> = { ...element('a') };
  Object.defineProperty(link, 'href', {
    get: () => url.href,
    set(text: string) {
      url = new URL(text, page);
    },
  });
  for (const part of ['protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash', 'origin'] as const)
    Object.defineProperty(link, part, { get: () => url[part] });
  return link;
}

/** @returns the global object of the frame, and how a message reaches it. */
export function fakeFrame(options: FrameOptions): { window: Record<string, unknown>; deliver: (json: string) => void } {
  const listeners = new Map<string, Set<Listener>>();
  const page = new URL(options.page);
  const own = element('script');
  own.src = options.script;
  const load = (script: FakeElement): FakeElement => {
    if (script.tagName !== 'SCRIPT' || script.src === '') return script;
    setTimeout(() => {
      if (options.run(script.src)) {
        script.readyState = 'complete';
        script.onload?.({});
        script.onreadystatechange?.();
      } else script.onerror?.();
    });
    return script;
  };
  const head = { ...element('head'), appendChild: load };
  const body = { ...element('body'), appendChild: load };
  const document = {
    readyState: 'complete',
    head,
    body,
    documentElement: element('html'),
    cookie: '',
    domain: page.hostname,
    location: page,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    createElement: (name: string) => (name.toLowerCase() === 'a' ? anchor(page) : element(name)),
    createTextNode: () => ({}),
    getElementById: () => null,
    querySelector: () => null,
    querySelectorAll: () => [],
    getElementsByTagName: (name: string) => ({ script: [own], head: [head], body: [body] })[name.toLowerCase()] ?? [],
  };
  const top = { postMessage: (json: string) => options.send(json) };
  const window: Record<string, unknown> = {
    name: options.name,
    location: page,
    document,
    navigator: {
      userAgent: 'Mozilla/5.0 Chrome/140 Safari/537.36',
      language: 'vi-VN',
      platform: 'Linux',
      onLine: true,
    },
    parent: top,
    top,
    opener: null,
    history: { pushState: () => undefined, replaceState: () => undefined },
    sessionStorage: storage(),
    localStorage: storage(),
    performance: { now: () => performance.now() },
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    console: { log: () => undefined, warn: () => undefined, error: () => undefined, info: () => undefined },
    URL,
    URLSearchParams,
    TextEncoder,
    TextDecoder,
    crypto,
    addEventListener: (type: string, listener: Listener) =>
      void listeners.set(type, (listeners.get(type) ?? new Set()).add(listener)),
    removeEventListener: (type: string, listener: Listener) => void listeners.get(type)?.delete(listener),
  };
  window['window'] = window;
  window['self'] = window;
  const deliver = (json: string): void => {
    const event = { data: json, origin: page.origin, source: top, type: 'message' };
    for (const listener of listeners.get('message') ?? []) listener(event);
  };
  return { window, deliver };
}
