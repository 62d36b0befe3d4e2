/** `template`: a workbook for the department itself. */
import { templateBook } from '#core/commands/template';
import { unitList, unitListOf, unitLists } from '#core/framework/units/index';
import { newBook } from '#xlsx/index';
import type { Target } from '../files.ts';
import { chooseSet } from '../inputs.ts';
import { checkTargets, targetOf, writeAndPrint } from '../targets.ts';
import { Unusable, type CliVerb } from '../verb.ts';
import { say } from '../words.ts';

export const template: CliVerb = {
  help: 'cli.help-template',
  options: { out: 'text', json: 'text', set: 'text', list: 'text' },
  inputs: [0, 0],
  async run(parsed, { progress }) {
    const { language } = parsed;
    const [out, json, wanted] = [parsed.text('out'), parsed.text('json'), parsed.text('list')];
    if (out === null) throw new Unusable('cli.out-missing');
    checkTargets([out, json], [], parsed.text('set'));
    const set = chooseSet(parsed.text('set'), language);
    const known = unitLists.map(({ id }) => id).join(', ');
    const list = wanted === null ? unitListOf(set?.id ?? '') : unitList(wanted);
    if (wanted !== null && list === null) throw new Unusable('cli.list-unknown', { value: wanted, known });
    const book = templateBook(set, list, (message) => say(message, language));
    const report = {
      file: out,
      sheets: book.sheets.map(({ name }) => name),
      set: set?.id ?? null,
      list: list?.id ?? null,
      lists: unitLists.map(({ id, title, units }) => ({ id, title, units: units.length })),
    };
    const text = `${JSON.stringify(report, null, 2)}\n`;
    const targets: Target[] = [targetOf(out, [newBook(book)])];
    if (json !== null && json !== '-') targets.push(targetOf(json, [Buffer.from(text)]));
    await writeAndPrint(targets, json === '-' ? text : '');
    if (list === null) progress('cli.lists', { known });
    progress('cli.template-done', { path: out });
    return 0;
  },
};
