/** licences.txt beside the bundles: whose code they carry, and on what terms (MIT and its like ask for the notice). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the file, in dist/excel and dist/sheets. */
export const LICENCES = 'licences.txt';

interface Package {
  name: string;
  version: string;
  terms: string;
}

/** Folder of the installed package that a bundled module is of; null: the project's own. */
function folderOf(module: string): string | null {
  const inside = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module.replace(/^\0/, ''));
  return inside?.[1] ?? null;
}

function packageIn(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    'name' | 'version' | 'license',
    string | undefined
  >;
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const terms =
    file === undefined ? (license ?? '') : readFileSync(join(folder, file), 'utf8').replaceAll('\r', '').trim();
  // A bundle whose terms nobody knows must not ship.
  if (terms === '') throw new Error(`${name ?? folder}: no licence`);
  return { name: name ?? '', version: version ?? '', terms };
}

/**
 * @param modules paths of all modules in the bundles.
 * @returns the text of licences.txt: our own licence, then each package's; packages on the same terms stand together.
 */
export function licencesText(root: string, modules: Iterable<string>): string {
  const folders = new Set<string>();
  for (const module of modules) {
    const folder = folderOf(module);
    if (folder !== null && existsSync(join(folder, 'package.json'))) folders.add(folder);
  }
  const byTerms = new Map<string, string[]>();
  for (const { name, version, terms } of [...folders].map(packageIn)) {
    const names = byTerms.get(terms) ?? [];
    byTerms.set(terms, [...names, `${name} ${version}`]);
  }
  const parts = [...byTerms].map(([terms, names]) => ({ head: names.sort().join('\n'), terms }));
  parts.sort((one, other) => (one.head < other.head ? -1 : 1));
  const own = { head: 'Nghìn Điểm', terms: readFileSync(join(root, 'LICENSE'), 'utf8').trim() };
  return `${[own, ...parts].map(({ head, terms }) => `${head}\n\n${terms}`).join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
