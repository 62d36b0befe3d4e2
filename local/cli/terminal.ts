/** What reaches a terminal: text of a workbook may hold control characters, which a terminal would obey. */

/** Control characters, DEL and the C1 set (with CSI), and the marks that turn the direction of writing. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function sign(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 32) return String.fromCharCode(0x2400 + code);
  return code === 127 ? '\u2421' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** @returns the text on one line, each control character as a sign that can be seen (ESC is ␛). */
export function visible(text: string): string {
  return text.replace(CONTROLS, sign);
}

/** @returns JSON of the same meaning without the control characters that JSON.stringify lets through. */
export function visibleJson(json: string): string {
  return json.replace(/[\u007f-\u009f]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`);
}

/** Characters that are made into bytes at a time. */
const CHUNK = 1 << 18;

/** @returns the text as bytes in chunks. */
export function chunked(pieces: Iterable<string>): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < CHUNK) continue;
    chunks.push(Buffer.from(held));
    held = '';
  }
  if (held !== '') chunks.push(Buffer.from(held));
  return chunks;
}

/** Writes to standard output and waits. @returns whether it went out; a reader that stopped early (a pipe into head) is no failure. */
export async function print(content: string | readonly Uint8Array[]): Promise<boolean> {
  for (const chunk of typeof content === 'string' ? [content] : content) {
    if (chunk.length === 0) continue;
    const error = await new Promise<Error | null | undefined>((done) => void process.stdout.write(chunk, done));
    if (error instanceof Error) return (error as NodeJS.ErrnoException).code === 'EPIPE';
  }
  return true;
}

/** @returns the pieces of a JSON as they are written: what a terminal would run is spelled out, a line break ends it. */
export function* jsonPieces(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield visibleJson(piece);
  yield '\n';
}
