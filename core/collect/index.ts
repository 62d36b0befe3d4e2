/** A collection: forms one at a time, of which only what they say is kept; then what the book becomes. */
import type { IndexSet } from '../framework/framework.ts';
import type { Picture } from '../workbook/picture.ts';
import type { Plan } from '../workbook/plan.ts';
import { boardSheet, reminder, type BoardLine, type UnitStatus } from './board.ts';
import { baseOf, periodKey, type Base, type CollectOptions, type Owner } from './book.ts';
import { dataIn, earlier, isCollected, type Data } from './data.ts';
import type { ReadForm, Status } from './form.ts';
import { merge } from './merge.ts';
import type { Merged } from './merged.ts';
import { readForm, unreadForm } from './read-form.ts';
import { idleTakes, settleTwins, type FileForm } from './twins.ts';

export type { CollectOptions } from './book.ts';

/** A file as the JSON tells it. */
export interface FileLine {
  file: string;
  unit: string | null;
  unitCode: string | null;
  period: string | null;
  status: Status;
  values: number;
  errors: number;
  why: string | null;
}

/** What a file is: its name as people know it, its path, and its picture or why there is none. */
export interface FormFile {
  name: string;
  path: string;
  picture: Picture | { unreadable: string };
}

/** Of several files of a unit the one that says most of it. */
const ORDER: readonly Status[] = [
  'received',
  'old-form',
  'duplicate',
  'other-set',
  'empty',
  'unreadable',
  'unknown-unit',
];

/** What is wrong with what was collected: error findings of a unit, and of a row of the sheet of rows. */
export interface Errors {
  ofUnit: ReadonlyMap<string, number>;
  ofRow: ReadonlyMap<number, number>;
}

export class Collection {
  private readonly base: Base;
  private readonly data: Data | null;
  private readonly files: FileForm[] = [];

  /** @param version what a form of today says of itself. */
  constructor(
    private readonly picture: Picture,
    private readonly options: CollectOptions,
    private readonly version: (set: IndexSet) => string,
  ) {
    // Neither units nor sets stand in rows that were collected, and these may be the whole country's.
    this.base = baseOf({ sheets: picture.sheets.filter((sheet) => !isCollected(sheet)) }, options);
    this.data = dataIn(picture, this.base);
  }

  /** Whether the book has an index set to read forms by. */
  get hasSet(): boolean {
    return this.base.sets.length > 0;
  }

  /** Reads one form; its picture is let go. @returns its status as far as others do not change it. */
  add({ name, path, picture }: FormFile): Status {
    const form =
      'unreadable' in picture
        ? unreadForm(picture.unreadable, name, this.base)
        : readForm(picture, name, this.base, this.options, this.version);
    this.files.push({ file: name, path, form });
    return form.status;
  }

  /** @returns names that were given to decide and mean no file. */
  idle(): string[] {
    return idleTakes(this.options.take, this.files);
  }

  /** Settles forms of one unit and puts what is taken into the rows. Once, after all forms. */
  merge(): Merged {
    settleTwins(this.files, this.options.take, this.options.say);
    const taken = this.files.flatMap(({ file, form }) => form.parts.map((part) => ({ file, part })));
    const merged = merge(this.picture, this.data, taken);
    // The rows stand in the sheet now; twice they are too many.
    for (const { form } of this.files) form.parts = form.parts.map((part) => ({ ...part, rows: [] }));
    return merged;
  }

  /** @returns the files, the units without a form, and the plan; `errors` are those of the rows as they are now scored. */
  finish(merged: Merged, errors: Errors, at: string): Outcome {
    const { say, language } = this.options;
    const { period } = this.base;
    const ofFile = new Map<string, number>();
    for (const [row, count] of errors.ofRow) {
      const file = merged.fileOf.get(row);
      if (file !== undefined) ofFile.set(file, (ofFile.get(file) ?? 0) + count);
    }
    const files = this.files.map(({ file, form }) => this.lineOf(file, form, ofFile));
    const lines = this.board(files, merged, errors);
    return {
      files,
      missing: lines.flatMap(({ owner, status }) =>
        owner?.listed === true && status === 'missing' ? [owner.name] : [],
      ),
      complete:
        lines.every(({ owner, status }) => owner?.listed !== true || status === 'received') &&
        this.files.every(({ form }) => form.parts.length === 0 || form.lost === 0),
      reminder: reminder(lines, period, say),
      plan: () => ({
        sheets: [
          ...(merged.sheet === null ? [] : [merged.sheet()]),
          boardSheet(this.picture, lines, { period, at, say, language }),
        ],
        edits: merged.edits,
      }),
    };
  }

  private lineOf(
    file: string,
    { status, owners, period, values, errors, lost, parts, why }: ReadForm,
    ofFile: Map<string, number>,
  ): FileLine {
    const names = owners.map(({ name }) => name);
    const codes = owners.flatMap(({ code }) => code ?? []);
    const told = [...why];
    const board = this.base.period;
    if (parts.length > 0 && !this.isOfBoard(period)) {
      const args = { period: period ?? '', board: board ?? '' };
      told.push(this.options.say({ id: 'collect.why-other-period', args }));
    }
    return {
      file,
      unit: names.length === 0 ? null : names.join('; '),
      unitCode: codes.length === 0 ? null : codes.join('; '),
      period,
      status,
      values,
      errors: parts.length > 0 ? (ofFile.get(file) ?? 0) + lost : errors,
      why: told.length === 0 ? null : told.join(' '),
    };
  }

  private isOfBoard(period: string | null): boolean {
    const [own, board] = [periodKey(period ?? ''), periodKey(this.base.period ?? '')];
    return own === '' || board === '' || own === board;
  }

  /** A line a unit of the list, or of those that were found where there is none; then files that are nobody's. */
  private board(files: readonly FileLine[], merged: Merged, errors: Errors): BoardLine[] {
    const before = earlier(this.data, periodKey(this.base.period ?? ''));
    const byOwner = new Map<string, { line: FileLine; owner: Owner }[]>();
    const strays: FileLine[] = [];
    this.files.forEach(({ form }, place) => {
      const line = files[place];
      if (line === undefined) return;
      if (form.owners.length === 0) strays.push(line);
      for (const owner of form.owners) {
        if (form.parts.length > 0 && !this.isOfBoard(form.period)) continue;
        const there = byOwner.get(owner.key) ?? [];
        there.push({ line, owner });
        byOwner.set(owner.key, there);
      }
    });
    const found = [...byOwner.values()].flatMap(([first]) => (first === undefined ? [] : [first.owner]));
    const units = this.base.units.length > 0 ? this.base.units : found;
    const lines = units.map((owner): BoardLine => {
      const own = (byOwner.get(owner.key) ?? []).map(({ line }) => line);
      const best = own.reduce<FileLine | null>(
        (one, other) => (one === null || ORDER.indexOf(other.status) < ORDER.indexOf(one.status) ? other : one),
        null,
      );
      const stays = before.get(owner.key);
      if (best === null && stays !== undefined)
        return {
          owner,
          status: 'received',
          files: [...stays.files],
          values: stays.values,
          errors: errors.ofUnit.get(owner.name) ?? 0,
          why: [this.options.say({ id: 'collect.why-earlier', args: {} })],
        };
      if (best === null) return { owner, status: 'missing', files: [], values: 0, errors: 0, why: [] };
      const reviewed = merged.reviewed.filter(({ unit }) => unit === owner.name);
      const told = own.flatMap(({ why }) => why ?? []);
      if (reviewed.length > 0) {
        const cells = reviewed.slice(0, 10).map(({ indicator, cell }) => `${indicator} (${cell})`);
        const args = { cells: cells.join(', ') + (reviewed.length > 10 ? ' …' : '') };
        told.push(this.options.say({ id: 'collect.why-reviewed', args }));
      }
      if (stays !== undefined && best.status !== 'received' && best.status !== 'old-form')
        told.push(this.options.say({ id: 'collect.why-stays', args: {} }));
      return {
        owner,
        status: best.status as UnitStatus,
        files: own.map(({ file }) => file),
        values: best.values,
        errors:
          best.status === 'received' || best.status === 'old-form'
            ? (errors.ofUnit.get(owner.name) ?? best.errors)
            : best.errors,
        why: told,
      };
    });
    const nobodys = strays.map(({ file, status, values, errors: count, why }): BoardLine => ({
      owner: null,
      status,
      files: [file],
      values,
      errors: count,
      why: why === null ? [] : [why],
    }));
    return [...lines, ...nobodys];
  }
}

export interface Outcome {
  files: FileLine[];
  /** Units of the list that sent nothing. */
  missing: string[];
  /** Whether every unit of the list is received, and all that forms hold was taken. */
  complete: boolean;
  reminder: string[];
  /** Made when it is asked for: by then what was scored can be let go. */
  plan: () => Plan;
}
