/** `npm start`: builds the pane and the page, and serves them on https://localhost. */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { generateCertificates } from 'office-addin-dev-certs';
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
async function certificate(root: string, say: (id: string) => void): Promise<Certificate> {
  const installed = pair(join(homedir(), '.office-addin-dev-certs'), true);
  if (installed !== null) return installed;
  const folder = join(root, 'node_modules', '.cache', 'certificate');
  const isFresh = existsSync(folder) && Date.now() - statSync(folder).mtimeMs < (DAYS - 1) * 86_400_000;
  const known = isFresh ? pair(folder, false) : null;
  if (known !== null) return known;
  say('start-certificate');
  mkdirSync(folder, { recursive: true });
  const paths = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => join(folder, name));
  // It says in English, to nobody, where the files lie.
  const { log } = console;
  console.log = () => undefined;
  try {
    await generateCertificates(paths[0], paths[1], paths[2], DAYS, ['localhost', '127.0.0.1']);
  } finally {
    console.log = log;
  }
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

/** Builds, serves and says where. @returns the exit code where it could not; else it serves until it is stopped. */
export async function main(list: string[], root: string): Promise<{ code: number; server: Server | null }> {
  const option = (name: string): string | undefined => (list.includes(name) ? list[list.indexOf(name) + 1] : undefined);
  const language: Language = option('--lang') === 'en' ? 'en' : 'vi';
  const word = pageWords(language);
  const say = (id: string, args = {}): void => void process.stdout.write(`${word(id, args)}\n`);
  const port = Number(option('--port') ?? 3000);
  const built = await buildPreview(root, () => say('start-building'));
  const own = await certificate(root, say);
  const server = serverOf(built, root, own);
  try {
    const at = await listen(server, port);
    say('start-serving', { address: `https://localhost:${at}/` });
    say(own.trusted ? 'start-trusted' : 'start-asks');
    return { code: 0, server };
  } catch {
    say('start-busy', { port: String(port) });
    return { code: 1, server: null };
  }
}
