/** The open data as tables with typed columns: the CSV files and their description in datapackage.json are made of the same columns. */
import type { Say } from './say.ts';
import type { Publication, PublicGroup } from './publication.ts';

type Value = string | number | boolean | null;

/** A column as a Data Package field. */
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

const field = (name: string, type: Field['type']): Field => ({ name, type });

/** A pillar's column; two sets may name the same code differently. */
const pillarField = ({ code, name }: { code: string; name: string }): string =>
  name === '' ? code : `${code}. ${name}`;

function pillarValues(group: PublicGroup, columns: readonly string[], pillars: ReadonlyMap<string, string>): Value[] {
  const byColumn = new Map(group.pillars.map((pillar) => [pillarField(pillar), pillars.get(pillar.code) ?? null]));
  return columns.map((column) => byColumn.get(column) ?? null);
}

function rankingTable({ groups, provisional }: Publication, say: Say): OpenTable {
  const pillars = [...new Set(groups.flatMap((group) => group.pillars.map(pillarField)))];
  return {
    file: 'xep-hang.csv',
    title: say('ranking'),
    fields: [
      field(say('group'), 'string'),
      field(say('order'), 'integer'),
      field(say('rank'), 'integer'),
      field(say('unit'), 'string'),
      field(say('unit-code'), 'string'),
      field(say('status'), 'string'),
      ...pillars.map((name) => field(name, 'number')),
      field(say('bonus'), 'number'),
      field(say('penalty'), 'number'),
      field(say('total'), 'number'),
      field(say('maximum'), 'number'),
      field(say('share'), 'number'),
      field(say('band'), 'string'),
      field(say('provisional-column'), 'boolean'),
    ],
    rows: groups.flatMap((group) =>
      group.ranking.map((unit) => [
        group.name,
        unit.order,
        unit.rank,
        unit.name,
        unit.code,
        say(`status-${unit.status}`),
        ...pillarValues(group, pillars, unit.pillars),
        unit.bonus,
        unit.penalty,
        unit.points,
        unit.maximum,
        unit.share,
        unit.band,
        provisional,
      ]),
    ),
  };
}

function detailsTable({ groups, withSelf }: Publication, say: Say): OpenTable {
  return {
    file: 'chi-tiet.csv',
    title: say('details'),
    fields: [
      field(say('group'), 'string'),
      field(say('unit'), 'string'),
      field(say('unit-code'), 'string'),
      field(say('code'), 'string'),
      field(say('indicator'), 'string'),
      field(say('maximum'), 'number'),
      field(say('points'), 'number'),
      ...(withSelf ? [field(say('self'), 'number')] : []),
    ],
    rows: groups.flatMap(({ name, ranking }) =>
      ranking.flatMap((unit) =>
        unit.entries.map((entry) => [
          name,
          unit.name,
          unit.code,
          entry.code,
          entry.name,
          entry.maximum,
          entry.points,
          ...(withSelf ? [entry.self ?? null] : []),
        ]),
      ),
    ),
  };
}

function setTable({ sets }: Publication, say: Say): OpenTable {
  return {
    file: 'bo-chi-so.csv',
    title: say('set'),
    fields: [
      field(say('set'), 'string'),
      field(say('pillar-code'), 'string'),
      field(say('pillar'), 'string'),
      field(say('code'), 'string'),
      field(say('indicator'), 'string'),
      field(say('maximum'), 'number'),
      field(say('rule'), 'string'),
      field(say('role'), 'string'),
    ],
    rows: sets.flatMap(({ title, indicators }) =>
      indicators.map((one) => [
        title,
        one.pillar,
        one.pillarName,
        one.code,
        one.name,
        one.maximum,
        one.rule,
        say(`role-${one.role}`),
      ]),
    ),
  };
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
