/** The verb "publish": a picture in; the public files of its ranking out. */
import type { Language, Message } from '../messages/message.ts';
import { packageJson, resultJson } from '../publish/json.ts';
import { pageOf } from '../publish/page.ts';
import { publicationOf } from '../publish/publication.ts';
import { sayIn } from '../publish/say.ts';
import { csvOf, openTables } from '../publish/tables.ts';
import { nothingRanked, type NothingRanked } from '../score/nothing.ts';
import type { Picture } from '../workbook/picture.ts';
import { run, type CommandOptions, type CommandOutcome } from './score.ts';

export interface PublishOptions extends CommandOptions {
  /** Publish a ranking with blocked units, marked TẠM TÍNH. */
  provisional: boolean;
  withSelf: boolean;
  /** The host's words: those of what is published ship in no add-in. */
  say: (message: Message, language: Language) => string;
  /** SHA-256 in base64, for the page's own CSP. */
  sha256: (text: string) => string;
}

export interface Published {
  outcome: CommandOutcome;
  provisional: boolean;
  files: { name: string; text: string }[];
}

/** Why nothing is published: nobody has a rank, or units are blocked and nobody asked for a provisional ranking. */
export class NotPublished extends Error {
  constructor(
    readonly why: NothingRanked | 'provisional',
    readonly blocked: number,
  ) {
    super(why);
  }
}

/** @returns the files to publish. @throws NotPublished. */
export function publishWorkbook(picture: Picture, options: PublishOptions): Published {
  const { version, at, withSelf, say, sha256 } = options;
  const outcome = run(picture, options);
  const { assessment, scored } = outcome;
  const nothing = nothingRanked(assessment, scored);
  const blocked = scored.rankings.reduce((sum, ranking) => sum + ranking.blocked, 0);
  if (nothing !== null) throw new NotPublished(nothing, blocked);
  if (blocked > 0 && !options.provisional) throw new NotPublished('provisional', blocked);
  const publication = publicationOf(assessment, scored, { version, at, withSelf });
  const [vi, en] = [sayIn(say, 'vi'), sayIn(say, 'en')];
  // Headers are Vietnamese in every language, as those of all tables are.
  const tables = openTables(publication, vi);
  const data = [
    ...tables.map((table) => ({ name: table.file, text: csvOf(table) })),
    { name: 'ket-qua.json', text: resultJson(publication) },
    { name: 'datapackage.json', text: packageJson(publication, tables, vi) },
  ];
  const page = pageOf(
    publication,
    { vi, en, sha256 },
    data.map(({ name }) => name),
  );
  return { outcome, provisional: publication.provisional, files: [{ name: 'index.html', text: page }, ...data] };
}
