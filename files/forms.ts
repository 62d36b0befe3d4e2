/** Forms for a panel: a picture in, files out. Loaded when somebody asks for forms; nothing leaves the machine. */
import { fileName, makeForms, NoForms, type FormOptions, type Forms } from '#core/commands/form';
import { builtInSet } from '#core/framework/sets/index';
import type { Language } from '#core/messages/message';
import type { Picture } from '#core/workbook/picture';
import { newBook, zipFiles } from '#xlsx/index';
import type { FormsAsk, FormsLook, FormsMade } from '#panel/port.ts';
import { say } from './words.ts';

/** Why no forms can be made: `message` is in the person's words. */
export class FormsRefused extends Error {}

/** What forms are made by. */
export interface FormsBy {
  language: Language;
  /** Id of a built-in set; null: the workbook's own. */
  set: string | null;
}

function formsOf(picture: Picture, { language, set }: FormsBy, of: Pick<FormOptions, 'units' | 'period'>): Forms {
  try {
    return makeForms(picture, { language, set: builtInSet(set), ...of, say: (message) => say(message, language) });
  } catch (error) {
    throw error instanceof NoForms ? new FormsRefused(say(error.reason, language)) : error;
  }
}

/** @returns what forms would be made of. @throws FormsRefused. */
export function lookAtForms(picture: Picture, by: FormsBy): FormsLook {
  const { title, period, units, notes } = formsOf(picture, by, { units: null, period: null });
  return { set: title, period, units, notes: notes.map((note) => say(note, by.language)) };
}

/**
 * @param step awaited before each form: others have their turn, and who stops it throws.
 * @returns one form as its workbook, several as an archive of them. @throws FormsRefused.
 */
export async function formFiles(
  picture: Picture,
  by: FormsBy,
  { units, period }: FormsAsk,
  step: (done: number, total: number) => Promise<void>,
): Promise<FormsMade & { bytes: Uint8Array }> {
  const made = formsOf(picture, by, { units, period: period.trim() === '' ? null : period.trim() });
  const notes = made.notes.map((note) => say(note, by.language));
  const packed: { name: string; bytes: Uint8Array }[] = [];
  for (const { file, book } of made.forms) {
    // One after another: the page goes on answering.
    // oxlint-disable-next-line no-await-in-loop
    await step(packed.length, made.files.length);
    packed.push({ name: file, bytes: newBook(book) });
  }
  const [only] = packed;
  if (only !== undefined && packed.length === 1) return { file: only.name, count: 1, notes, bytes: only.bytes };
  const name = fileName(`${say({ id: 'form.file', args: {} }, by.language)} ${made.period}`.trim());
  return { file: `${name}.zip`, count: packed.length, notes, bytes: zipFiles(packed) };
}
