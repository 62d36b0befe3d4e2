/** Builds the core's worker: one classic script, since module workers fail in some of Office's engines. */
import { join } from 'node:path';
import { rolldown, type RolldownPluginOption } from 'rolldown';

const ENTRY = 'excel-addin/worker/worker.ts';

/** Data that ships with the core but is none of its code: words of both languages, those of headers, built-in index sets. */
const DATA =
  /[\\/]core[\\/](messages[\\/](vi|en)|read[\\/]headers[\\/]header-words|framework[\\/]sets)[\\/](?!index)[\w-]+\.ts$/;

const emptied = (code: string): string => code.replace(/(export const \w+(?::[^=]+)? = )[\s\S]*$/, '$1{};\n');

/** Empties the data's modules: what is left is code. */
const withoutData: RolldownPluginOption = {
  name: 'without-data',
  transform: { filter: { id: DATA }, handler: emptied },
};

async function bundled(root: string, plugins: RolldownPluginOption[]): Promise<{ code: string; modules: string[] }> {
  const bundle = await rolldown({ input: join(root, ENTRY), cwd: root, logLevel: 'warn', plugins });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  await bundle.close();
  return { code: output[0].code, modules: output[0].moduleIds };
}

/** @returns the script as it ships with its modules' paths, and the same without words and index sets, to weigh the code alone. */
export async function coreWorker(root: string): Promise<{ shipped: string; modules: string[]; codeOnly: string }> {
  const { code, modules } = await bundled(root, []);
  return { shipped: code, modules, codeOnly: (await bundled(root, [withoutData])).code };
}
