/** `npm start`: builds the pane and the page, and serves them on https://localhost. */
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateCertificates } from 'office-addin-dev-certs';
import type { Under } from '#core/messages/ids';
import type { Language } from '#core/messages/message';
import { answerLocally } from './answers.ts';
import { buildPreview, type Built } from './build.ts';
import { pageWords } from './words.ts';

const DAYS = 30;

interface Certificate {
  cert: Buffer;
  key: Buffer;
  /** The person has had it trusted: the browser asks nothing. */
  trusted: boolean;
}

function pair(folder: string, trusted: boolean): Certificate | null {
  const [cert, key] = [join(folder, 'localhost.crt'), join(folder, 'localhost.key')];
  return existsSync(cert) && existsSync(key) ? { cert: readFileSync(cert), key: readFileSync(key), trusted } : null;
}

/** The certificate of office-addin-dev-certs where the person has installed it, else one of our own, made here and trusted by nobody. */
async function certificate(root: string, say: (id: Under<'page.'>) => void): Promise<Certificate> {
  const installed = pair(join(homedir(), '.office-addin-dev-certs'), true);
  if (installed !== null) return installed;
  const folder = join(root, 'node_modules', '.cache', 'certificate');
  const isFresh = existsSync(folder) && Date.now() - statSync(folder).mtimeMs < (DAYS - 1) * 86_400_000;
  const known = isFresh ? pair(folder, false) : null;
  if (known !== null) return known;
  say('start-certificate');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const paths = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => join(folder, name));
  // It says in English, to nobody, where the files lie.
  const { log } = console;
  console.log = () => undefined;
  try {
    await generateCertificates(paths[0], paths[1], paths[2], DAYS, ['localhost', '127.0.0.1']);
  } finally {
    console.log = log;
  }
  // Whoever else uses this machine may not answer in its name.
  chmodSync(paths[2]!, 0o600);
  return pair(folder, false)!;
}

/** Serves the built parts; nothing but GET, nothing to be kept by the browser. */
export function serverOf(built: Built, root: string, { cert, key }: Pick<Certificate, 'cert' | 'key'>): Server {
  return createServer({ cert, key }, (request, response) => {
    const answer = request.method === 'GET' ? answerLocally(request.url ?? '/', built, root) : null;
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (answer === null) {
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.end('404');
      return;
    }
    response.writeHead(200, { 'Content-Type': answer.type });
    response.end(answer.body);
  });
}

/** @returns the port that serves; rejects with the error of `listen`. Only this machine can reach it. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

interface Options {
  port: number;
  help: boolean;
}

/** @returns what is asked for; a text: what in the arguments can't be taken. */
function optionsOf(list: string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: list,
      options: { port: { type: 'string' }, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    const { port = '3000', lang = 'vi', help = false } = values;
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return `--port ${port}`;
    return lang === 'vi' || lang === 'en' ? { port: Number(port), help } : `--lang ${lang}`;
  } catch (error) {
    const named = /'(-[^' ]*)/.exec((error as Error).message);
    return named?.[1] ?? list.join(' ');
  }
}

/** Builds, serves and says where. @returns the exit code where it does not serve; else it serves until it is stopped. */
export async function main(list: string[], root: string): Promise<{ code: number; server: Server | null }> {
  const language: Language = list[list.indexOf('--lang') + 1] === 'en' || list.includes('--lang=en') ? 'en' : 'vi';
  const word = pageWords(language);
  const say = (id: Under<'page.'>, args = {}): void => void process.stdout.write(`${word(id, args)}\n`);
  const options = optionsOf(list);
  if (typeof options === 'string') {
    say('start-option', { value: options });
    say('start-help');
    return { code: 2, server: null };
  }
  if (options.help) {
    say('start-help');
    return { code: 0, server: null };
  }
  const { port } = options;
  const built = await buildPreview(root, () => say('start-building'));
  const own = await certificate(root, say);
  const server = serverOf(built, root, own);
  try {
    const at = await listen(server, port);
    say('start-serving', { address: `https://localhost:${at}/` });
    say(own.trusted ? 'start-trusted' : 'start-asks');
    return { code: 0, server };
  } catch (error) {
    const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    say(busy ? 'start-busy' : 'start-port', { port: String(port), why: (error as NodeJS.ErrnoException).code ?? '' });
    return { code: 1, server: null };
  }
}
