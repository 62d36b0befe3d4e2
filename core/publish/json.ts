/** ket-qua.json and datapackage.json. */
import type { Publication, PublicEntry, PublicUnit } from './publication.ts';
import type { Say } from './say.ts';
import type { OpenTable } from './tables.ts';

const number = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : Number(text);

/** A code is a person's own word: __proto__ and constructor are codes like any other. */
function byCode<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const made = Object.create(null) as Record<string, T>;
  for (const [code, value] of entries) if (!Object.prototype.hasOwnProperty.call(made, code)) made[code] = value;
  return made;
}

function entryJson({ points, maximum, self }: PublicEntry): Record<string, number | null> {
  return {
    official: number(points),
    maximum: number(maximum),
    ...(self === undefined ? {} : { self: number(self) }),
  };
}

function unitJson(unit: PublicUnit): unknown {
  const { order, rank, name, code, status, points, maximum, share, band, bonus, penalty, pillars, entries } = unit;
  return {
    order,
    rank,
    unit: name,
    unitCode: code,
    status,
    points: number(points),
    maximum: number(maximum),
    share: number(share),
    band,
    bonus: number(bonus),
    penalty: number(penalty),
    pillars: byCode([...pillars].map(([own, value]) => [own, number(value)] as const)),
    entries: byCode(entries.map((entry) => [entry.code, entryJson(entry)] as const)),
  };
}

/** @returns ket-qua.json: the shape of the command's own JSON, with what is public of it. */
export function resultJson(publication: Publication): string {
  const { version, at, period, provisional, method, sets, groups } = publication;
  const first = sets[groups[0]?.set ?? 0];
  const json = {
    version,
    at,
    provisional,
    set:
      first === undefined
        ? null
        : {
            id: first.id,
            title: first.title,
            total: Number(first.total),
            decimals: first.decimals,
            illustrative: first.illustrative,
            provenance: first.provenance,
            basis: first.basis,
          },
    period,
    method: { ...method, bands: method.bands.map((band) => ({ ...band, from: number(band.from) })) },
    groups: groups.map(({ name, ranking }) => ({ name, ranking: ranking.map(unitJson) })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** A moment with its offset, as Data Package wants it. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** @returns datapackage.json (Data Package v2): every column of every table with its type. */
export function packageJson(publication: Publication, tables: readonly OpenTable[], say: Say): string {
  const { at, version, provisional } = publication;
  const resources = tables.map(({ file, title, fields }) => ({
    name: file.replace(/\.csv$/, ''),
    type: 'table',
    path: file,
    title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', header: true },
    schema: {
      fields: fields.map(({ name, type }) => (type === 'number' ? { name, type, decimalChar: '.' } : { name, type })),
      missingValues: [''],
    },
  }));
  const json = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'ket-qua-xep-hang',
    title: say('heading', { set: publication.sets[publication.groups[0]?.set ?? 0]?.title ?? '' }),
    ...(provisional ? { description: say('provisional') } : {}),
    version,
    ...(MOMENT.test(at) ? { created: at } : {}),
    resources: [
      ...resources,
      { name: 'ket-qua', path: 'ket-qua.json', format: 'json', mediatype: 'application/json', encoding: 'utf-8' },
    ],
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
