/** One form: whose it is, for which period, by which set, and what it says. */
import type { IndexSet } from '../framework/framework.ts';
import { INPUT_COLUMNS, readingOf, type Assessment, type Remark } from '../read/assessment.ts';
import { cellReference } from '../workbook/address.ts';
import type { Picture } from '../workbook/picture.ts';
import type { Base, CollectOptions, Owner } from './book.ts';
import { bestFit, versionOf, type Fit, type Reader } from './fit.ts';
import { valuesIn, type FormRow, type Part, type ReadForm, type Status } from './form.ts';
import { joined, Rows } from './form-rows.ts';
import { codeLines, ownerOf, ownerOfName, type Around } from './owner.ts';

/** Remarks of what a form holds and nobody could take. */
const LOSES = new Set<Remark['kind']>([
  'row.indicator-duplicate',
  'unit.duplicate',
  'row.unread',
  'column.unread',
  'column.several',
  'table.unread',
  'sheet.hidden',
]);

const none = (status: Status, why: string[], more: Partial<ReadForm> = {}): ReadForm => ({
  status,
  owners: [],
  period: null,
  parts: [],
  values: 0,
  errors: 0,
  lost: 0,
  why,
  ...more,
});

/** @returns a file that no workbook could be read from. */
export function unreadForm(reason: string, file: string, base: Base): ReadForm {
  const owner = ownerOfName(file, base);
  return none('unreadable', [reason], { owners: owner === null ? [] : [owner], errors: 1 });
}

/** Cells of a form, the first ten. */
function cellsOf(assessment: Assessment, places: readonly Remark['at'][]): string {
  const cells = places.flatMap((at) =>
    at === null ? [] : [cellReference(assessment.picture.sheets[at.sheet]?.name ?? '', at.row, at.column)],
  );
  return cells.slice(0, 10).join(', ') + (cells.length > 10 ? ' …' : '');
}

/** @returns what one form says. @param version what a form of today says of itself. */
export function readForm(
  form: Picture,
  file: string,
  base: Base,
  options: CollectOptions,
  version: (set: IndexSet) => string,
): ReadForm {
  const { say } = options;
  const lines = codeLines(form);
  const owned = new Map(
    [...lines].flatMap(([sheet, code]) => {
      const owner = base.byCode(code);
      return owner === null ? [] : [[sheet, owner] as const];
    }),
  );
  const listing = base.units.length > 0 && owned.size === 0;
  const reader: Reader = {
    picture: listing ? { sheets: [base.list, ...form.sheets] } : form,
    offset: listing ? 1 : 0,
    language: options.language,
  };
  let fit = bestFit(reader, base.sets, null);
  if (fit === null) return none('other-set', [say({ id: 'collect.why-no-set', args: {} })]);
  // A form of several periods brings the one that is collected, where it has it.
  const { periods } = fit.assessment;
  const board = base.period;
  if (periods.length > 1 && board !== null) {
    const again = bestFit(reader, [fit.set], board);
    if (again !== null && again.assessment.entries.length > 0) fit = again;
  }
  return formOf(fit, {
    file,
    base,
    options,
    lines,
    owned,
    offset: reader.offset,
    version: versionOf(form),
    today: version(fit.set),
  });
}

function formOf(fit: Fit, around: Around): ReadForm {
  const { assessment, set, good, differing, unknown } = fit;
  const { say } = around.options;
  const tables = new Map(assessment.tables.map((table) => [table.index, table]));
  const rows = new Rows(assessment, set);
  const parts = new Map<string, { owner: Owner; rows: Map<string, FormRow> }>();
  const strangers = new Set<string>();
  let problems = 0;
  let verified = 0;
  for (const entry of assessment.entries) {
    const table = tables.get(entry.table);
    const row = table === undefined ? null : rows.of(entry, table);
    if (table === undefined || row === null) continue;
    const owner = ownerOf(assessment, entry, table, around);
    if ('unknown' in owner) {
      strangers.add(owner.unknown);
      continue;
    }
    for (const column of INPUT_COLUMNS) {
      const reading = readingOf(entry.readings, column);
      if (column === 'verified') verified += reading?.empty === false ? 1 : 0;
      else if (reading !== undefined && reading.problem !== null && reading.taken === undefined) problems += 1;
    }
    const part = parts.get(owner.key) ?? { owner, rows: new Map<string, FormRow>() };
    const there = part.rows.get(row.code);
    part.rows.set(row.code, there === undefined ? row : joined(there, row));
    parts.set(owner.key, part);
  }
  const period = assessment.period ?? around.base.period ?? '';
  const owners = [...parts.values()].map(({ owner }) => owner);
  const lost = assessment.remarks.filter(({ kind, at }) => LOSES.has(kind) && (around.offset === 0 || at?.sheet !== 0));
  const found: Part[] = [...parts.values()].map((part) => ({
    owner: part.owner,
    period,
    rows: [...part.rows.values()],
  }));
  const values = found.reduce((sum, part) => sum + valuesIn(part.rows), 0);
  const base = {
    owners,
    period: period === '' ? null : period,
    parts: found,
    values,
    errors: problems + lost.length,
    lost: lost.length,
  };
  const total = assessment.entries.length + unknown.length;
  const codes = [...new Set(unknown.map(({ code }) => code))];
  const lostWhy =
    lost.length === 0
      ? []
      : [
          say({
            id: 'collect.why-lost',
            args: {
              count: lost.length,
              cells: cellsOf(
                assessment,
                lost.map(({ at }) => at),
              ),
            },
          }),
        ];
  if (total > 0 && good * 2 <= total)
    return {
      ...base,
      parts: [],
      status: 'other-set',
      why: [say({ id: 'collect.why-other-set', args: { good, total, set: set.title } })],
    };
  for (const { kind, args } of assessment.remarks)
    if (kind === 'unit.unknown') {
      const name = typeof args?.['name'] === 'string' ? args['name'] : '';
      const near = typeof args?.['suggestion'] === 'string' ? args['suggestion'] : '';
      strangers.add(
        say(
          near === ''
            ? { id: 'collect.why-unknown', args: { unit: name } }
            : { id: 'collect.why-unknown-near', args: { unit: name, near } },
        ),
      );
    } else if (kind === 'unit.duplicate' && found.length === 0)
      strangers.add(say({ id: 'collect.why-two-groups', args: {} }));
  if (found.length === 0 && strangers.size > 0) {
    const meant = ownerOfName(around.file, around.base);
    if (meant !== null) strangers.add(say({ id: 'collect.why-file-name', args: { unit: meant.name } }));
    return { ...base, parts: [], status: 'unknown-unit', why: [...strangers].filter((text) => text !== '') };
  }
  if (total === 0) {
    const isData = assessment.tables.some(({ kind }) => kind !== 'units' && kind !== 'settings');
    if (isData && lost.length === 0)
      return { ...base, status: 'empty', why: [say({ id: 'collect.why-empty', args: {} })] };
    return {
      ...base,
      status: 'unreadable',
      errors: Math.max(1, lost.length),
      why: [say({ id: 'collect.why-no-form', args: {} }), ...lostWhy],
    };
  }
  // Two forms or two rows in one file that say different things: which of them is right only the unit knows.
  const disputed = assessment.entries.filter((entry) => (entry.disputed ?? []).length > 0);
  if (disputed.length > 0) {
    const cells = cellsOf(
      assessment,
      disputed.map(({ codeAt }) => codeAt),
    );
    return {
      ...base,
      parts: [],
      status: 'duplicate',
      why: [say({ id: 'collect.why-within', args: { cells } }), ...lostWhy],
    };
  }
  const why = [...strangers, ...lostWhy].filter((text) => text !== '');
  if (verified > 0) why.push(say({ id: 'collect.why-verified', args: { count: verified } }));
  const unlisted = [...around.lines].filter(([sheet]) => around.base.units.length > 0 && !around.owned.has(sheet));
  for (const [, code] of unlisted) why.push(say({ id: 'collect.why-code', args: { code } }));
  if (values === 0)
    return { ...base, parts: [], status: 'empty', why: [say({ id: 'collect.why-empty', args: {} }), ...why] };
  const isOther = around.version !== null && around.version !== around.today;
  if (unknown.length + differing.length > 0 || isOther) {
    const old: string[] = [];
    if (codes.length > 0)
      old.push(say({ id: 'collect.why-old-codes', args: { codes: codes.slice(0, 10).join(', ') } }));
    if (differing.length > 0)
      old.push(say({ id: 'collect.why-old-maxima', args: { cells: cellsOf(assessment, differing) } }));
    if (old.length === 0) old.push(say({ id: 'collect.why-old-version', args: {} }));
    return { ...base, status: 'old-form', why: [...old, ...why] };
  }
  return { ...base, status: 'received', why };
}
