/** The headless command (docs/contract.md#headless-command): results on stdout, progress and errors on stderr. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language, Message } from '#core/messages/message';
import { UnusableFile } from '#xlsx/index';
import { languageOf, readArguments } from './arguments.ts';
import { Unwritable } from './files.ts';
import { print, visible } from './terminal.ts';
import { Unusable, type CliVerb, type Progress } from './verb.ts';
import { diff } from './verbs/diff.ts';
import { collect } from './verbs/collect.ts';
import { form } from './verbs/form.ts';
import { publish } from './verbs/publish.ts';
import { score } from './verbs/score.ts';
import { template } from './verbs/template.ts';
import { say } from './words.ts';

const VERBS: Readonly<Record<string, CliVerb>> = { score, template, form, collect, diff, publish };

function version(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

/** The moment of the run as people at this machine read it: local time with its offset. */
function localTime(now: Date): string {
  const minutes = -now.getTimezoneOffset();
  const two = (value: number): string => String(value).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, 19) + offset;
}

/** @returns how the verb is called, in one line: its help up to the first line of prose. */
function usageOf({ help }: CliVerb, language: Language): string {
  const [first = '', ...rest] = say({ id: help, args: {} }, language).split('\n');
  const end = rest.findIndex((line) => !line.startsWith(' '));
  const more = rest.slice(0, end < 0 ? rest.length : end).map((line) => line.trim());
  // A second way to call it starts with the command again.
  return more.reduce((said, line) => `${said}${line.startsWith('npm ') ? ' · ' : ' '}${line}`, first);
}

async function run(list: string[], root: string, language: Language): Promise<number> {
  const [first = ''] = list;
  const named = Object.hasOwn(VERBS, first) ? VERBS[first] : undefined;
  const rest = named === undefined ? list : list.slice(1);
  const verb = named ?? score;
  if (rest.includes('--help') || rest.includes('-h')) {
    if (!(await print(`${say({ id: verb.help, args: {} }, language)}\n`))) throw new Unusable('cli.not-printed');
    return 0;
  }
  const parsed = readArguments(rest, verb);
  if ('id' in parsed) {
    const { id, value, known = '' } = parsed;
    throw new Unusable(id, { value, known, usage: usageOf(verb, language) });
  }
  const progress: Progress = (id, args = {}) => {
    process.stderr.write(`${visible(say({ id, args }, language))}\n`);
  };
  return verb.run(parsed, { root, version: version(root), at: parsed.at ?? localTime(new Date()), progress });
}

/** @returns the exit code: 0 scored, 1 error findings, 2 unusable input or arguments. */
export async function main(list: string[], root: string): Promise<number> {
  // npm runs scripts in the package's folder; people mean the one they stand in.
  const { INIT_CWD: standing, npm_lifecycle_event: script } = process.env;
  if (script === 'score' && standing !== undefined && existsSync(standing)) process.chdir(standing);
  const language = languageOf(list);
  for (const stream of [process.stdout, process.stderr]) {
    // Whoever reads may stop early (a pipe into head), and a disk may be full: print() tells, nothing is thrown here.
    if (stream.listenerCount('error') === 0) stream.on('error', () => undefined);
  }
  try {
    return await run(list, root, language);
  } catch (error) {
    const line: Message =
      error instanceof Unusable
        ? { id: error.id, args: error.args }
        : error instanceof Unwritable
          ? { id: 'cli.not-writable', args: { value: error.path } }
          : error instanceof UnusableFile
            ? { id: `file.${error.reason}`, args: {} }
            : { id: 'cli.fault', args: { detail: (error as Error).message.split('\n')[0] ?? '' } };
    process.stderr.write(`${visible(say(line, language))}\n`);
    return 2;
  }
}
