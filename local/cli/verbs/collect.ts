/** `collect`: forms come back into one workbook (docs/contract.md#collecting-forms). */
import { basename } from 'node:path';
import { collector, type Collector } from '#core/commands/collect';
import type { Language } from '#core/messages/message';
import type { Picture } from '#core/workbook/picture';
import { LIMITS, readWorkbook, UnsafeEdit, UnusableFile, writeWorkbook } from '#xlsx/index';
import type { Target } from '../files.ts';
import { givenForms, type GivenForm } from '../form-files.ts';
import { chooseSet, readBytes } from '../inputs.ts';
import { sweep } from '../memory.ts';
import { sayState } from '../say-state.ts';
import { checkTargets, targetOf, writeAndPrint } from '../targets.ts';
import { chunked, visible, visibleJson } from '../terminal.ts';
import { Unusable, type CliVerb } from '../verb.ts';
import { say } from '../words.ts';

/** The picture of a form, or in words why there is none: one bad file never stops the others. */
function pictureOf({ bytes }: GivenForm, language: Language): Picture | { unreadable: string } {
  try {
    return readWorkbook(bytes()).picture;
  } catch (error) {
    if (error instanceof UnusableFile) return { unreadable: say({ id: `file.${error.reason}`, args: {} }, language) };
    if (error instanceof Unusable) return { unreadable: say({ id: error.id, args: error.args }, language) };
    return { unreadable: say({ id: 'file.broken', args: {} }, language) };
  }
}

/** Forms are swept up now and then: of thousands one picture is in memory. */
const SWEPT = 64;

function readForms(forms: readonly GivenForm[], collecting: Collector, language: Language): void {
  forms.forEach((form, place) => {
    collecting.add({ name: form.name, path: form.path, picture: pictureOf(form, language) });
    if (place % SWEPT === SWEPT - 1) sweep();
  });
}

function* pieces(json: object): Generator<string> {
  let between = '{';
  for (const [key, value] of Object.entries(json)) {
    yield `${between}${JSON.stringify(key)}:`;
    between = ',';
    if (!Array.isArray(value)) {
      yield JSON.stringify(value);
      continue;
    }
    let comma = '[';
    for (const item of value) {
      yield visibleJson(comma + JSON.stringify(item));
      comma = ',';
    }
    yield value.length === 0 ? '[]' : ']';
  }
  yield '}\n';
}

export const collect: CliVerb = {
  help: 'cli.help-collect',
  options: { out: 'text', json: 'text', set: 'text', period: 'text', take: 'list' },
  inputs: [1, Infinity],
  async run(parsed, around) {
    const { progress, version, at } = around;
    const { language, inputs } = parsed;
    const [book = '', ...given] = inputs;
    const out = parsed.text('out');
    const json = parsed.text('json');
    const period = parsed.text('period');
    if (given.length === 0) throw new Unusable('cli.collect-no-forms');
    if (out === null) throw new Unusable('cli.out-missing');
    const set = chooseSet(parsed.text('set'), language);
    const bytes = readBytes(book, LIMITS.file);
    const forms = givenForms(given, book);
    checkTargets([out, json], [book, ...given, ...forms.map(({ path }) => path)], parsed.text('set'));
    progress('cli.reading', { file: basename(book) });
    const { picture, file } = readWorkbook(bytes);
    const take = parsed.list('take');
    const collecting = collector(picture, {
      language,
      period,
      set,
      take,
      version,
      at,
      say: (message) => say(message, language),
    });
    if (!collecting.hasSet) throw new Unusable('cli.collect-no-set', { value: book });
    progress('cli.collect-reading', { count: forms.length });
    readForms(forms, collecting, language);
    const [idle] = collecting.idle();
    if (idle !== undefined) throw new Unusable('cli.take-unknown', { value: idle });
    sweep();
    const done = collecting.finish();
    sweep();
    progress('cli.writing', { file: basename(out) });
    const plan = done.plan();
    sayState(file, plan, progress);
    const targets: Target[] = [];
    try {
      targets.push(targetOf(out, [writeWorkbook(file, plan)]));
    } catch (error) {
      if (error instanceof UnsafeEdit) throw new Unusable('cli.collect-changed-in-array', { detail: error.message });
      throw error;
    }
    const report = json === null ? [] : chunked(pieces(done.json));
    if (json !== null && json !== '-') targets.push(targetOf(json, report));
    const shown = json === '-' ? report : json === null ? `${done.reminder.map(visible).join('\n')}\n` : '';
    await writeAndPrint(targets, shown);
    const taken = done.json.files.filter(({ status }) => status === 'received' || status === 'old-form');
    progress('cli.collect-done', {
      received: taken.length,
      count: done.json.files.length,
      missing: done.json.missing.length,
      ...done.json.rows,
      path: targets.map(({ path }) => path).join(', '),
    });
    return done.complete ? 0 : 1;
  },
};
