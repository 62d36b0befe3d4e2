/** `form`: one workbook a unit, into a folder or an archive. */
import { basename, join } from 'node:path';
import { makeForms, NoForms, type Forms } from '#core/commands/form';
import { LIMITS, newBook, readWorkbook, zipFiles } from '#xlsx/index';
import type { Target } from '../files.ts';
import { isArchive, makeFolder, writeInto } from '../folders.ts';
import { chooseSet, readBytes } from '../inputs.ts';
import { checkTargets, targetOf, writeAndPrint } from '../targets.ts';
import { visible } from '../terminal.ts';
import { Unusable, type CliVerb } from '../verb.ts';
import { say } from '../words.ts';

interface Listed {
  file: string;
  unit: string | null;
  unitCode: string | null;
}

export const form: CliVerb = {
  help: 'cli.help-form',
  options: { out: 'text', json: 'text', set: 'text', period: 'text', units: 'text' },
  inputs: [1, 1],
  async run(parsed, { progress }) {
    const { language } = parsed;
    const [input = ''] = parsed.inputs;
    const out = parsed.text('out');
    const json = parsed.text('json');
    if (out === null) throw new Unusable('cli.out-missing');
    const archive = isArchive(out);
    const folder = archive ? null : out;
    checkTargets([archive ? out : null, json], [input], parsed.text('set'), folder);
    const set = chooseSet(parsed.text('set'), language);
    progress('cli.reading', { file: basename(input) });
    const { picture } = readWorkbook(readBytes(input, LIMITS.file));
    const units = parsed.text('units');
    let forms: Forms;
    try {
      forms = makeForms(picture, {
        language,
        set,
        period: parsed.text('period'),
        units:
          units === null
            ? null
            : units
                .split(';')
                .map((one) => one.trim())
                .filter((one) => one !== ''),
        say: (message) => say(message, language),
      });
    } catch (error) {
      throw error instanceof NoForms ? new Unusable(error.reason.id, error.reason.args) : error;
    }
    progress('cli.making-forms', { count: forms.files.length });
    if (!archive) {
      // Before the first is written: none may take the name of what is read, or of the report.
      for (const file of forms.files) checkTargets([join(out, file), json], [input], parsed.text('set'), folder);
      makeFolder(out);
    }
    const listed: Listed[] = [];
    const packed: { name: string; bytes: Uint8Array }[] = [];
    for (const { file, unit, unitCode, book } of forms.forms) {
      const bytes = newBook(book);
      listed.push({ file, unit, unitCode });
      if (archive) packed.push({ name: file, bytes });
      // One after another: of 3,321 forms one is in memory.
      // oxlint-disable-next-line no-await-in-loop
      else await writeInto(out, file, bytes);
    }
    const notes = forms.notes.map((note) => say(note, language));
    const report = `${JSON.stringify({ forms: listed, notes }, null, 2)}\n`;
    const targets: Target[] = [];
    if (archive) targets.push(targetOf(out, [zipFiles(packed)]));
    if (json !== null && json !== '-') targets.push(targetOf(json, [Buffer.from(report)]));
    const shown =
      json === '-' ? report : json === null ? `${listed.map(({ file }) => visible(file)).join('\n')}\n` : '';
    await writeAndPrint(targets, shown);
    for (const note of forms.notes) progress(note.id, note.args as Record<string, string>);
    progress('cli.forms-done', { count: listed.length, path: out });
    return 0;
  },
};
