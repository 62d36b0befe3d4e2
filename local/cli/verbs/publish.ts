/** `publish`: the ranking as a page and open data, into a folder. */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { NotPublished, publishWorkbook, type Published, type PublishOptions } from '#core/commands/publish';
import type { Picture } from '#core/workbook/picture';
import { LIMITS, readWorkbook } from '#xlsx/index';
import type { Target } from '../files.ts';
import { makeFolder } from '../folders.ts';
import { chooseSet, readBytes } from '../inputs.ts';
import { checkTargets, targetOf, writeAndPrint } from '../targets.ts';
import { Unusable, type CliVerb } from '../verb.ts';
import { say } from '../words.ts';

/** @throws Unusable where nothing may be published. */
function published(picture: Picture, options: PublishOptions): Published {
  try {
    return publishWorkbook(picture, options);
  } catch (error) {
    if (!(error instanceof NotPublished)) throw error;
    if (error.why === 'provisional') throw new Unusable('cli.publish-blocked', { count: error.blocked });
    throw new Unusable(`pane.nothing-${error.why}`);
  }
}

export const publish: CliVerb = {
  help: 'cli.help-publish',
  options: { out: 'text', json: 'text', set: 'text', period: 'text', 'with-self': 'flag', provisional: 'flag' },
  inputs: [1, 1],
  async run(parsed, { progress, version, at }) {
    const { language } = parsed;
    const [input = ''] = parsed.inputs;
    const [out, json] = [parsed.text('out'), parsed.text('json')];
    if (out === null) throw new Unusable('cli.out-missing');
    checkTargets([json], [input], parsed.text('set'));
    const set = chooseSet(parsed.text('set'), language);
    progress('cli.reading', { file: basename(input) });
    const { picture } = readWorkbook(readBytes(input, LIMITS.file));
    progress('cli.scoring', { sheets: picture.sheets.length });
    const { outcome, provisional, files } = published(picture, {
      language,
      set,
      version,
      at,
      period: parsed.text('period'),
      provisional: parsed.flag('provisional'),
      withSelf: parsed.flag('with-self'),
      say,
      sha256: (text) => createHash('sha256').update(text).digest('base64'),
    });
    // Before the folder is made: no file may take the name of what is read, or of the report.
    if (existsSync(out) && statSync(out).isDirectory())
      for (const { name } of files) checkTargets([join(out, name), json], [input], parsed.text('set'));
    makeFolder(out);
    const report = `${JSON.stringify({ provisional, files: files.map(({ name }) => name) }, null, 2)}\n`;
    const targets: Target[] = files.map(({ name, text }) => targetOf(join(out, name), [Buffer.from(text)]));
    if (json !== null && json !== '-') targets.push(targetOf(json, [Buffer.from(report)]));
    const names = `${files.map(({ name }) => name).join('\n')}\n`;
    await writeAndPrint(targets, json === '-' ? report : json === null ? names : '');
    if (provisional) progress('cli.publish-provisional');
    progress('cli.publish-done', { count: files.length, path: out });
    return outcome.findings.some(({ severity, waived }) => severity === 'error' && waived === null) ? 1 : 0;
  },
};
