/** The open data as tables with typed columns: the CSV files and their description in datapackage.json are made of the same columns. */
import type { Say } from './say.ts';
import type { Publication } from './publication.ts';

type Value = string | number | boolean | null;

/** A column as a Data Package field, without what stands in it. */
export interface Field {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean';
}

export interface OpenTable {
  /** The file, and the resource's name without its ending. */
  file: string;
  title: string;
  fields: Field[];
  rows: Value[][];
}

/** One column: what it is called, and what a row has in it. */
interface Column<Row> extends Field {
  value: (row: Row) => Value;
}

const column = <Row>(name: string, type: Field['type'], value: Column<Row>['value']): Column<Row> => ({
  name,
  type,
  value,
});

function tableOf<Row>(file: string, title: string, rows: readonly Row[], columns: readonly Column<Row>[]): OpenTable {
  return {
    file,
    title,
    fields: columns.map(({ name, type }) => ({ name, type })),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  };
}

/** A pillar's column; two sets may name the same code differently. */
const pillarField = ({ code, name }: { code: string; name: string }): string =>
  name === '' ? code : `${code}. ${name}`;

function rankingTable({ groups, provisional }: Publication, say: Say): OpenTable {
  const pillars = [...new Set(groups.flatMap((group) => group.pillars.map(pillarField)))];
  const rows = groups.flatMap((group) => {
    const codes = new Map(group.pillars.map((pillar) => [pillarField(pillar), pillar.code]));
    return group.ranking.map((unit) => ({ group, codes, unit }));
  });
  return tableOf('xep-hang.csv', say('ranking'), rows, [
    column(say('group'), 'string', ({ group }) => group.name),
    column(say('order'), 'integer', ({ unit }) => unit.order),
    column(say('rank'), 'integer', ({ unit }) => unit.rank),
    column(say('unit'), 'string', ({ unit }) => unit.name),
    column(say('unit-code'), 'string', ({ unit }) => unit.code),
    column(say('status'), 'string', ({ unit }) => say(`status-${unit.status}`)),
    ...pillars.map((name) =>
      column<(typeof rows)[number]>(
        name,
        'number',
        ({ codes, unit }) => unit.pillars.get(codes.get(name) ?? '') ?? null,
      ),
    ),
    column(say('bonus'), 'number', ({ unit }) => unit.bonus),
    column(say('penalty'), 'number', ({ unit }) => unit.penalty),
    column(say('total'), 'number', ({ unit }) => unit.points),
    column(say('maximum'), 'number', ({ unit }) => unit.maximum),
    column(say('share'), 'number', ({ unit }) => unit.share),
    column(say('band'), 'string', ({ unit }) => unit.band),
    column(say('provisional-column'), 'boolean', () => provisional),
  ]);
}

function detailsTable({ groups, withSelf }: Publication, say: Say): OpenTable {
  const rows = groups.flatMap(({ name: group, ranking }) =>
    ranking.flatMap((unit) => unit.entries.map((entry) => ({ group, unit, entry }))),
  );
  const self = column<(typeof rows)[number]>(say('self'), 'number', ({ entry }) => entry.self ?? null);
  return tableOf('chi-tiet.csv', say('details'), rows, [
    column(say('group'), 'string', ({ group }) => group),
    column(say('unit'), 'string', ({ unit }) => unit.name),
    column(say('unit-code'), 'string', ({ unit }) => unit.code),
    column(say('code'), 'string', ({ entry }) => entry.code),
    column(say('indicator'), 'string', ({ entry }) => entry.name),
    column(say('maximum'), 'number', ({ entry }) => entry.maximum),
    column(say('points'), 'number', ({ entry }) => entry.points),
    ...(withSelf ? [self] : []),
  ]);
}

function setTable({ sets }: Publication, say: Say): OpenTable {
  const rows = sets.flatMap(({ title, indicators }) => indicators.map((one) => ({ title, one })));
  return tableOf('bo-chi-so.csv', say('set'), rows, [
    column(say('set'), 'string', ({ title }) => title),
    column(say('pillar-code'), 'string', ({ one }) => one.pillar),
    column(say('pillar'), 'string', ({ one }) => one.pillarName),
    column(say('code'), 'string', ({ one }) => one.code),
    column(say('indicator'), 'string', ({ one }) => one.name),
    column(say('maximum'), 'number', ({ one }) => one.maximum),
    column(say('rule'), 'string', ({ one }) => one.rule),
    column(say('role'), 'string', ({ one }) => say(`role-${one.role}`)),
  ]);
}

/** @returns xep-hang.csv, chi-tiet.csv and bo-chi-so.csv as tables. */
export function openTables(publication: Publication, say: Say): OpenTable[] {
  return [rankingTable(publication, say), detailsTable(publication, say), setTable(publication, say)];
}

/** A spreadsheet program would run it, or take it for a number. */
const RUNS = /^[=+\-@\t\r]/;

function cell(value: Value, type: Field['type']): string {
  if (value === null) return '';
  const text = String(value);
  if (type !== 'string') return text;
  const safe = RUNS.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @returns the table as CSV (RFC 4180): UTF-8 with BOM, comma, decimal point, CRLF; text that a spreadsheet program would run begins with an apostrophe. */
export function csvOf({ fields, rows }: OpenTable): string {
  const head = fields.map(({ name }) => cell(name, 'string')).join(',');
  const lines = rows.map((row) => row.map((value, index) => cell(value, fields[index]?.type ?? 'string')).join(','));
  return `\uFEFF${[head, ...lines].join('\r\n')}\r\n`;
}
