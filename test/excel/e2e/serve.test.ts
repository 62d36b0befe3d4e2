/** `npm start`, without a browser: what it serves, and to whom. */
import { existsSync, statSync } from 'node:fs';
import { request } from 'node:https';
import type { Server } from 'node:https';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main } from '#local/page/serve';
import { answerAt } from '#local/page/answers';
import { buildPreview } from '#local/page/build';
import { ROOT } from './browser.ts';

let server: Server;
let port: number;

beforeAll(async () => {
  const started = await main(['--port', '0'], ROOT);
  server = started.server!;
  port = (server.address() as { port: number }).port;
}, 180_000);
afterAll(() => server?.close());

function get(path: string, method = 'GET'): Promise<{ status: number; type: string; cache: string; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', port, path, method, rejectUnauthorized: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          cache: response.headers['cache-control'] ?? '',
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

it('serves the page, the samples and the library', async () => {
  const page = await get('/');
  expect(page).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', cache: 'no-cache' });
  expect((await get('/samples/so-nganh-21x40.xlsx')).body.subarray(0, 2).toString()).toBe('PK');
  expect((await get('/office-js/office.js')).type).toMatch('javascript');
  expect((await get('/office-js/AgaveErrorUX/index.html')).status).toBe(
    (await get('/office-js/agaveerrorux/index.html')).status,
  );
});

it('serves the pane as it ships, but for the address of office.js', async () => {
  const built = await buildPreview(ROOT);
  const shipped = answerAt('/excel/taskpane.html', built, ROOT)!.body.toString();
  expect(shipped).toContain('src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"');
  const served = (await get('/excel/taskpane.html?x=1')).body.toString();
  expect(served).toBe(shipped.replace('src="https://appsforoffice.microsoft.com/lib/1/hosted/', 'src="/office-js/'));
});

it.each([
  '/../package.json',
  '/%2e%2e/package.json',
  '/samples/../../package.json',
  '/samples/%2e%2e%2f..%2fpackage.json',
  '/%',
  '/excel/',
  '/no',
])('gives nothing at %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

it('answers nothing but GET, and only to this machine', async () => {
  expect((await get('/', 'POST')).status).toBe(404);
  expect(['127.0.0.1', '::1']).toContain((server.address() as { address: string }).address);
});

/** What a start that can't serve says, and its exit code. */
async function refused(...list: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const { write } = process.stdout;
  process.stdout.write = ((text: string) => said.push(text) > 0) as typeof write;
  try {
    const { code, server: none } = await main(list, ROOT);
    expect(none).toBeNull();
    return { code, said: said.join('') };
  } finally {
    process.stdout.write = write;
  }
}

it('says which port is in use', async () => {
  const { code, said } = await refused('--port', String(port));
  expect(code).toBe(1);
  expect(said).toContain(`Cổng ${port} đang bận.`);
});

it.each([
  [['--port', 'abc'], '“--port abc”'],
  [['--port=99999'], '“--port 99999”'],
  [['--port'], '“--port”'],
  [['--lang', 'fr'], '“--lang fr”'],
  [['--cong', '3000'], '“--cong”'],
])('refuses %j, names it and says how it is used', async (list, named) => {
  const { code, said } = await refused(...list);
  expect(code).toBe(2);
  expect(said).toContain(named);
  expect(said).toContain('npm start -- [--port 3000]');
});

it('--help says how it is used, in the language asked for', async () => {
  expect(await refused('--help', '--lang', 'en')).toEqual({
    code: 0,
    said: expect.stringMatching(/^Usage: npm start/),
  });
});

it.skipIf(process.platform === 'win32')('lets nobody else read the key that it made', async () => {
  const key = join(ROOT, 'node_modules', '.cache', 'certificate', 'localhost.key');
  if (existsSync(key)) expect((statSync(key).mode & 0o077).toString(8)).toBe('0');
  else expect(existsSync(join(homedir(), '.office-addin-dev-certs', 'localhost.key'))).toBe(true);
});
