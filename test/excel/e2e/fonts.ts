/** Fonts for the bundled browser: its own configuration names only folders of a cloud function, and without one it dies. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * Writes a font configuration beside the unpacked browser: the fonts that come with it, and this machine's where it has any.
 * @param folder where the browser is unpacked.
 * @returns what the browser's environment needs. NGHIN_DIEM_FONTS=package leaves the package's own configuration in
 * place: so tools/bare-machine.mjs shows that ours is needed.
 */
export function fontEnvironment(folder: string): Record<string, string> {
  if (process.env['NGHIN_DIEM_FONTS'] === 'package') return { FONTCONFIG_PATH: join(folder, 'fonts') };
  const own = join(folder, 'fonts-of-ours');
  mkdirSync(own, { recursive: true });
  const dirs = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const file = join(own, 'fonts.conf');
  // Several may start at once: moved into place in one step.
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(
    draft,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${dirs.map((dir) => `  <dir>${xml(dir)}</dir>`).join('\n')}
  <cachedir>${xml(join(own, 'cache'))}</cachedir>
</fontconfig>
`,
  );
  renameSync(draft, file);
  return { FONTCONFIG_FILE: file, FONTCONFIG_PATH: own };
}
