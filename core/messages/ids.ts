/** The ids of words, as types: a word that the Vietnamese catalogues do not have, or that English lacks, does not compile. */
import type { collect } from './vi/collect.ts';
import type { ViWords } from './vi/index.ts';
import type { forms } from './vi/forms.ts';
import type { compare } from './vi/compare.ts';
import type { publish } from './vi/publish.ts';
import type { sets } from './vi/sets.ts';

/** Words of another language: all that are there in Vietnamese, and no other. */
export type SameWords<Vi> = Readonly<Record<keyof Vi, string>>;

/** The catalogues that ids come from. A place above the core adds its own beside its Vietnamese words; the core knows none of them. */
export interface Catalogues {
  core: ViWords;
  /** Said by commands alone, which take sets from files. */
  sets: typeof sets;
  compare: typeof compare;
  /** Said by those who make forms. */
  forms: typeof forms;
  /** Said by those who collect forms. */
  collect: typeof collect;
  /** Said by those who publish. */
  publish: typeof publish;
}

export type MessageId = { [Place in keyof Catalogues]: keyof Catalogues[Place] }[keyof Catalogues];

/** What stands behind a prefix in ids: `Under<'pane.'>` is 'title' of 'pane.title'. */
export type Under<Prefix extends string, Id = MessageId> = Id extends `${Prefix}${infer Rest}` ? Rest : never;

/** What a finding's words are found by: a check's id, or `id/variant`; `.what`, `.why` and `.todo` stand behind it. */
export type FindingWords<Id = MessageId> = Id extends `${infer Base}.what` ? Base : never;
