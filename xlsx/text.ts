/** Texts as the format writes them: `_x0041_` escapes. */
import { escapeXml } from './markup.ts';

/** @returns the text that `_xHHHH_` escapes stand for. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

const LONGEST = 32_767;

/** @returns the text as element content: look-alikes of escapes and characters that XML cannot hold are escaped. */
export function escapeText(text: string): string {
  // Nearly every text has nothing to escape, and a large sheet has a million of them.
  if (text.length <= LONGEST && !/[&<>"\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_x/.test(text)) return text;
  const cut = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const safe = cut
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
  return escapeXml(safe);
}

/** @returns whether a spreadsheet would take this text for a formula or a command. */
export function looksRun(text: string): boolean {
  return /^[=+\-@\t]/.test(text);
}
