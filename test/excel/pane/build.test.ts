/** What `npm run build -- --url` writes: the folder that an administrator serves. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { parse, type AnyNode, type Options } from 'acorn';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import { PAGE_LIMIT } from '#core/commands/verb';
import { findingText } from '#core/view/result';
import type { FindingsView } from '#core/view/findings';
import { WORDS } from '#test/support/words';
import { LIMITS } from '#local/build/excel';
import { LICENCES } from '#local/build/licences';
import { readWorkbook } from '#xlsx/index';
import type { Picture } from '#core/workbook/picture';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const URL_OF_FOLDER = 'https://so-khcn.example.vn/tien-ich/excel';
const folder = mkdtempSync(join(tmpdir(), 'nghin-diem-build-'));
let printed = '';

function build(...options: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'tools/build.mjs'), ...options], { cwd: root }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

beforeAll(async () => {
  const { code, out, err } = await build('--url', URL_OF_FOLDER, '--out', folder);
  expect(err).toBe('');
  expect(code).toBe(0);
  printed = out;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const files = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' });
const scripts = (): string[] => files().filter((name) => name.endsWith('.js'));
const named = (start: string): string => {
  const found = scripts().filter((name) => name.startsWith(`assets/${start}-`));
  expect(found, start).toHaveLength(1);
  return found[0]!;
};

/** Every node of a script, as deep as it goes. */
function* nodes(of: unknown): Generator<AnyNode> {
  if (Array.isArray(of)) for (const one of of) yield* nodes(one);
  else if (typeof of === 'object' && of !== null && 'type' in of) {
    yield of as AnyNode;
    for (const part of Object.values(of)) yield* nodes(part);
  }
}

const syntax = (name: string, sourceType: Options['sourceType'] = 'module'): AnyNode[] => [
  ...nodes(parse(text(name), { ecmaVersion: 2022, sourceType })),
];

describe('the page', () => {
  const page = (): Document => new JSDOM(text('taskpane.html')).window.document;

  it('allows neither eval nor any connection, and says so before anything is loaded', () => {
    const meta = page().head.firstElementChild!;
    expect(meta.getAttribute('http-equiv')).toBe('Content-Security-Policy');
    const rules = new Map(
      meta
        .getAttribute('content')!
        .split('; ')
        .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    );
    expect(rules.get('default-src')).toBe("'none'");
    expect(rules.get('connect-src')).toBe("'none'");
    expect(rules.get('script-src')).toBe("'self' https://appsforoffice.microsoft.com");
    expect(rules.get('worker-src')).toBe("'self'");
    expect(rules.get('form-action')).toBe("'none'");
    expect([...rules.values()].join(' ')).not.toMatch(/unsafe-eval|blob:|\*/);
  });

  it('loads its own files from beside it and office.js from Microsoft, where the pane does not wait for it', () => {
    const sources = [...page().querySelectorAll('script')].map((script) => script.getAttribute('src')!);
    expect(sources.filter((source) => !source.startsWith('./assets/'))).toEqual([
      'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    ]);
    for (const source of sources.filter((one) => one.startsWith('./'))) expect(files()).toContain(source.slice(2));
    expect(page().querySelector('script[src*="office.js"]')!.hasAttribute('async')).toBe(true);
    expect(page().querySelectorAll('script:not([src])')).toHaveLength(0);
  });

  it('says whose code the scripts carry, and on what terms', () => {
    const licences = text(LICENCES);
    for (const name of ['Nghìn Điểm', 'react', 'react-dom', '@fluentui/react-button'])
      expect(licences).toMatch(new RegExp(`^${name}( \\d|$)`, 'm'));
    expect(licences.match(/Permission is hereby granted/g)!.length).toBeGreaterThanOrEqual(4);
    expect(licences).not.toContain(root);
  });

  it('puts a hash into the name of every script, so that they can be cached for good', () => {
    for (const name of scripts()) expect(name).toMatch(/^assets\/[\w-]+-[\w-]{8}\.js$/);
  });
});

describe('the scripts', () => {
  it('make no code out of text', () => {
    for (const name of scripts()) {
      const made = syntax(name).filter(
        (node) =>
          (node.type === 'CallExpression' || node.type === 'NewExpression') &&
          node.callee.type === 'Identifier' &&
          ['eval', 'Function'].includes(node.callee.name),
      );
      expect(made, name).toEqual([]);
    }
  });

  it('open no connection and know no address but office.js’s own', () => {
    const ways = /^(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|RTCPeerConnection)$/;
    for (const name of scripts()) {
      const used = syntax(name).flatMap((node) =>
        node.type === 'Identifier' && ways.test(node.name) ? [node.name] : [],
      );
      expect(used, name).toEqual([]);
      const addresses = [...text(name).matchAll(/https?:\/\/[\w.-]+/g)].map(([address]) => address);
      // Names of markup languages, and where React's own errors are explained.
      const harmless = new Set([
        'http://www.w3.org',
        'http://schemas.openxmlformats.org',
        'http://purl.oclc.org',
        'https://react.dev',
        'https://appsforoffice.microsoft.com',
      ]);
      expect(
        addresses.filter((address) => !harmless.has(address)),
        name,
      ).toEqual([]);
    }
  });

  it('and the whole folder: nothing of the machine it was built on', () => {
    for (const name of files().filter((one) => /\.(js|html|xml|css)$/.test(one))) {
      expect(text(name), name).not.toMatch(/localhost|127\.0\.0\.1|sourceMappingURL|node_modules/);
      expect(text(name).includes(root), name).toBe(false);
    }
  });

  it('carry each word once: what findings say comes from the core', () => {
    const pane = text(named('taskpane'));
    expect(pane).toContain(WORDS.vi['pane.first-check']!);
    const said = Object.keys(WORDS.vi).filter((id) => /^(value|framework|rule|score)\./.test(id));
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((id) => WORDS.vi[id]!.length > 30 && pane.includes(WORDS.vi[id]!))).toEqual([]);
  });

  it('weigh no more than was decided, and the build prints what they weigh', () => {
    const kb = (names: string[]): number =>
      names.reduce((total, name) => total + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0) / 1024;
    const core = named('core');
    // The core's copy for a page without workers, the help, and what both are made of come later.
    const first = [named('taskpane'), named('old-engine')];
    const pane = kb(['taskpane.html', ...first]);
    const book = named('book');
    const late = scripts().filter((name) => ![core, ...first].includes(name) && !name.includes('serve-'));
    // What help and forms share is loaded by whichever comes first.
    const help = kb(late.filter((name) => !/\/(forms|read)-/.test(name)));
    const ofFiles = kb(late.filter((name) => name !== book));
    expect(ofFiles).toBeLessThan(LIMITS.files);
    expect(printed).toContain(`forms, loaded when they are asked for: ${ofFiles.toFixed(1)} KB gzip`);
    expect(text(book)).toContain('Tìm trong hướng dẫn');
    for (const name of [core, ...first]) expect(text(name), name).not.toContain('Tìm trong hướng dẫn');
    expect(help).toBeLessThan(LIMITS.help);
    expect(printed).toContain(`help, loaded when it is opened: ${help.toFixed(1)} KB gzip`);
    expect(pane).toBeLessThan(180);
    expect(kb([core])).toBeLessThan(LIMITS.core);
    expect(printed).toContain(`pane: ${pane.toFixed(1)} KB gzip`);
    expect(printed).toContain(`core with words and index sets: ${kb([core]).toFixed(1)} KB gzip`);
  });
});

describe('the core’s worker', () => {
  /** The built file in a world of its own that has what a worker has, and nothing of Node. */
  function start(): { ask(verb: string, input: unknown): Promise<Record<string, unknown>> } {
    let listener: (event: { data: unknown }) => void = () => undefined;
    const waiting = new Map<number, (data: Record<string, unknown>) => void>();
    const self = {
      addEventListener: (_: string, heard: typeof listener) => (listener = heard),
      postMessage: (data: Record<string, unknown>) => {
        if (!('phase' in data)) waiting.get(data['id'] as number)?.(structuredClone(data));
      },
    };
    new Script(text(named('core'))).runInContext(
      createContext({ self }, { codeGeneration: { strings: false, wasm: false } }),
    );
    let last = 0;
    return {
      ask: (verb, input) =>
        new Promise((resolve) => {
          const id = (last += 1);
          waiting.set(id, resolve);
          listener({ data: structuredClone({ id, verb, input }) });
        }),
    };
  }
  const faulty = (): Picture => readWorkbook(readFileSync(join(root, 'samples/moi-loi.xlsx'))).picture;

  it('is one classic script', () => {
    const kinds = syntax(named('core'), 'script').map(({ type }) => type as string);
    expect(kinds.filter((type) => /^(Import|Export)/.test(type))).toEqual([]);
  });

  it.each(['vi', 'en'] as const)(
    'finds the same, and plans the same sheets, as the headless command (%s)',
    async (language) => {
      const options = { language, at: '2026-11-24T09:00:00+07:00', version: '1', period: null };
      const worker = start();
      const ran = await worker.ask('run', { picture: faulty(), options: { ...options, set: null } });
      expect(ran).not.toHaveProperty('failed');
      const expected = scoreWorkbook(faulty(), options);
      const asked = { severity: null, sheet: null, unit: null, text: '', limit: PAGE_LIMIT, language };
      const items: FindingsView['items'] = [];
      for (let total = 1; items.length < total;) {
        const page = (await worker.ask('findings', { ...asked, offset: items.length }))['value'] as FindingsView;
        total = page.total;
        items.push(...page.items);
      }
      expect(items.length).toBeGreaterThan(20);
      expect(items.map(({ what, why, todo }) => [what, why, todo].filter((part) => part !== '').join(' '))).toEqual(
        expected.findings.map(({ message }) => findingText(message, language)),
      );
      const { plan } = (await worker.ask('plan', { only: null }))['value'] as { plan: unknown };
      expect(plan).toEqual(JSON.parse(JSON.stringify(expected.plan)));
    },
  );

  it('takes no notice of messages that are none of ours, and says a fault in its own words', async () => {
    const worker = start();
    expect(await worker.ask('summary', { language: 'vi' })).toEqual({ id: 1, failed: 'nothing was run yet' });
    // Asked by us, but not as the desk takes it: nobody waits for ever.
    expect(await worker.ask('summary', { language: 'fr' })).toEqual({ id: 2, failed: 'input' });
    const silent = await Promise.race([
      worker.ask('constructor', {}),
      new Promise((resolve) => setTimeout(resolve, 50, 'silent')),
    ]);
    expect(silent).toBe('silent');
  });
});

describe('an old browser engine', () => {
  const IE = 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko';
  const EDGE =
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0 Safari/537.36 Edge/18.19042';
  const NEW =
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0';
  const shown = (userAgent: string): Document => {
    const { window } = new JSDOM('<body><div id="pane"></div></body>', { runScripts: 'outside-only' });
    Object.defineProperty(window.navigator, 'userAgent', { value: userAgent });
    window.eval(text(named('old-engine')));
    return window.document;
  };

  it('understands the script that speaks to it', () => {
    expect(() => parse(text(named('old-engine')), { ecmaVersion: 3 })).not.toThrow();
  });

  it.each([IE, EDGE])('gets a plain message of what is needed: %s', (agent) => {
    const message = shown(agent).querySelector('[role=alert]')!.textContent!;
    expect(message).toContain('WebView2');
    expect(message).toContain('Excel 2021');
    expect(shown(agent).documentElement.hasAttribute('data-old-engine')).toBe(true);
  });

  it('and a new one gets none', () => {
    expect(shown(NEW).body.textContent).toBe('');
    expect(shown(NEW).documentElement.hasAttribute('data-old-engine')).toBe(false);
  });
});

describe('the manifest', () => {
  it('names only files that are there, at the address that was asked for', () => {
    const addresses = [...text('manifest.xml').matchAll(/https:\/\/[^"<]+/g)].map(([address]) => address);
    const own = addresses.filter((address) => address.startsWith(`${URL_OF_FOLDER}/`));
    expect(own.length).toBeGreaterThan(5);
    for (const address of own) expect(files()).toContain(address.slice(URL_OF_FOLDER.length + 1));
    for (const address of addresses) expect(address).toMatch(/^https:\/\/so-khcn\.example\.vn/);
  });

  it('help page: both languages, what to allow, and the words that stand on the buttons', () => {
    const { document } = new JSDOM(text('support.html')).window;
    expect([...document.querySelectorAll('section')].map(({ lang }) => lang)).toEqual(['vi', 'en']);
    for (const section of document.querySelectorAll('section')) {
      expect(section.textContent).toContain('https://appsforoffice.microsoft.com');
      expect(section.textContent).not.toMatch(/[{}]|undefined/);
    }
    expect(document.body.textContent).toContain('“Kiểm tra sổ tính”');
    expect(document.querySelectorAll('script')).toHaveLength(0);
  });
});

describe('what can’t be built', () => {
  it('an address that is not https is refused in one line', async () => {
    expect(await build('--url', 'http://so.example.vn')).toEqual({
      code: 1,
      out: '',
      err: 'not https: http://so.example.vn\n',
    });
  });

  it('a folder with something else in it is not emptied', async () => {
    const other = mkdtempSync(join(tmpdir(), 'nghin-diem-other-'));
    writeFileSync(join(other, 'bao-cao.txt'), 'của tôi');
    try {
      expect((await build('--out', other)).code).toBe(1);
      expect(readdirSync(other)).toEqual(['bao-cao.txt']);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });
});
