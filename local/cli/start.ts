/** `npm run demo`: scores the department sample and says where the written workbook lies. */
import { join, relative } from 'node:path';
import { tmpdir } from 'node:os';
import { mkdtempSync } from 'node:fs';
import { languageOf } from './arguments.ts';
import { main as score } from './main.ts';
import { say } from './words.ts';

export async function main(list: string[], root: string): Promise<number> {
  const language = languageOf(list);
  const sample = join(root, 'samples', 'so-nganh-21x40.xlsx');
  const out = join(mkdtempSync(join(tmpdir(), 'nghin-diem-')), 'so-nganh-21x40-xep-hang.xlsx');
  const options = ['--lang', language];
  const code = await score([sample, ...options], root);
  if (code === 2) return code;
  const written = await score([sample, '--out', out, ...options], root);
  process.stdout.write(
    `\n${say({ id: 'cli.written', args: { file: out, sample: relative(root, sample) } }, language)}\n`,
  );
  return written === 2 ? 2 : 0;
}
