/** What the page needs to run the Google Sheets add-on: Code.js and the sidebar as they are pushed, and stand-ins of Google's services around them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { serverCode } from '../build/sheets.ts';
import { sidebarHtml } from '../build/sidebar.ts';
import { signatures } from '../sheets-host/signatures.ts';
import { served } from '../sidebar-host/script-run.ts';

/** Functions of the server that a sidebar can call. */
function callable(code: string): string[] {
  return [...code.matchAll(/^function (\w+)\(/gm)].map((match) => match[1]!).filter((name) => !name.endsWith('_'));
}

/** Writes the files into a folder. */
export async function writeSheetsFiles(root: string, folder: string): Promise<void> {
  const input = join(root, 'local', 'sheets-host', 'services', 'main.ts');
  const bundle = await rolldown({ input, cwd: root, logLevel: 'warn', platform: 'neutral' });
  const { output } = await bundle.generate({ format: 'iife', codeSplitting: false });
  await bundle.close();
  const { text: code } = await serverCode(root);
  mkdirSync(folder, { recursive: true });
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  put('services.js', output[0].code);
  put('signatures.json', JSON.stringify(signatures()));
  put('Code.js', code);
  put('sidebar.html', served((await sidebarHtml(root)).text, callable(code)));
}
