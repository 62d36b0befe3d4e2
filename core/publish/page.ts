/** index.html: the ranking as one static page. Everything stands in the HTML; the script only sorts and searches. */
import { printDecimal } from '../messages/index.ts';
import { printTime } from '../write/stamp.ts';
import { provisionalStyle, SCRIPT, STYLE } from './page-assets.ts';
import type { Publication, PublicGroup, PublicUnit } from './publication.ts';
import type { Say } from './say.ts';

/** What the page takes from its maker: words of both languages, and the base64 SHA-256 of a text, for its own CSP. */
export interface PageParts {
  vi: Say;
  en: Say;
  sha256: (text: string) => string;
}

type Id = Parameters<Say>[0];
type Args = NonNullable<Parameters<Say>[1]>;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The same words in both languages; the switch shows one of them. */
type Both = (id: Id, args?: Args) => string;

function bothIn({ vi, en }: PageParts): Both {
  return (id, args = {}) => {
    const [own, other] = [escape(vi(id, args)), escape(en(id, args))];
    return own === other ? own : `<span lang="vi">${own}</span><span lang="en">${other}</span>`;
  };
}

const figure = (text: string | null): string => (text === null ? '–' : printDecimal(text, 'vi'));

interface Column {
  head: string;
  /** How the script sorts it. */
  kind: 'number' | 'text';
  value: (unit: PublicUnit) => { shown: string; sort: string };
}

function columnsOf(group: PublicGroup, both: Both): Column[] {
  const number = (head: string, of: (unit: PublicUnit) => string | null): Column => ({
    head,
    kind: 'number',
    value: (unit) => ({ shown: figure(of(unit)), sort: of(unit) ?? '' }),
  });
  const columns: Column[] = [
    {
      head: both('rank'),
      kind: 'number',
      value: ({ rank, status, order }) => ({
        shown: rank === null ? both(`status-${status}`) : String(rank),
        sort: String(order),
      }),
    },
    { head: both('unit'), kind: 'text', value: ({ name }) => ({ shown: escape(name), sort: escape(name) }) },
    ...group.pillars.map(({ code, name, maximum }) =>
      number(
        `${escape(name === '' ? code : name)} <small>(${figure(maximum)})</small>`,
        ({ pillars }) => pillars.get(code) ?? null,
      ),
    ),
  ];
  if (group.ranking.some(({ bonus }) => bonus !== null)) columns.push(number(both('bonus'), ({ bonus }) => bonus));
  if (group.ranking.some(({ penalty }) => penalty !== null))
    columns.push(number(both('penalty'), ({ penalty }) => penalty));
  columns.push(
    number(both('total'), ({ points }) => points),
    number(both('maximum'), ({ maximum }) => maximum),
    number(both('share'), ({ share }) => share),
  );
  if (group.ranking.some(({ band }) => band !== null))
    columns.push({
      head: both('band'),
      kind: 'text',
      value: ({ band }) => ({ shown: escape(band ?? '–'), sort: escape(band ?? '') }),
    });
  return columns;
}

function groupTable(group: PublicGroup, index: number, title: string, both: Both, provisional: boolean): string {
  const columns = columnsOf(group, both);
  const name = group.name === '' ? title : group.name;
  const alarm = provisional ? `<tr><td class="alarm" colspan="${columns.length}">${both('provisional')}</td></tr>` : '';
  const heads = columns.map(({ head, kind }) => `<th scope="col" data-sort="${kind}">${head}</th>`).join('');
  const rows = group.ranking.map((unit) => {
    const cells = columns.map(({ kind, value }, at) => {
      const { shown, sort } = value(unit);
      if (at === 1) return `<th scope="row">${shown}</th>`;
      return kind === 'number' ? `<td class="number" data-value="${sort}">${shown}</td>` : `<td>${shown}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div>
<h2 id="group-${index}">${escape(name)}</h2>
<div class="wide" role="region" tabindex="0" aria-labelledby="group-${index}">
<table>
<caption>${both('units', { count: group.ranking.length })}</caption>
<colgroup><col class="rank"><col class="unit"><col span="${columns.length - 2}"></colgroup>
<thead>${alarm}<tr>${heads}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>
</div>`;
}

function methodItems({ method, groups, sets }: Publication, both: Both): string[] {
  const items = [both(method.rankBy === 'share' ? 'by-share' : 'by-points')];
  if (method.rankBasis === 'unrounded') items.push(both('by-unrounded'));
  if (method.rounding === 'total') items.push(both('rounding-total'));
  if (method.tieBreakers.length > 0) items.push(both('tie-breakers', { codes: method.tieBreakers.join('; ') }));
  items.push(both(`ties-${method.ties}`));
  if (groups.some(({ tied }) => tied)) items.push(both('tied'));
  if (method.bands.length > 0) {
    const bands = method.bands.map(({ label, from, inclusive }) =>
      from === null ? label : `${label} ${inclusive ? '≥' : '>'} ${figure(from)} %`,
    );
    items.push(both('bands', { bands: bands.join('; ') }));
  }
  for (const set of sets) {
    if (set.illustrative) items.push(`<strong>${both('illustrative')}</strong>`);
    if (set.provenance !== '') items.push(escape(set.provenance));
    if (set.basis !== '') items.push(both('basis', { basis: set.basis }));
  }
  return [...new Set(items)];
}

/** schema.org Dataset; "<" is written so that no text can end the element. */
function dataset({ at, period, sets, groups, provisional }: Publication, vi: Say, files: readonly string[]): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: vi('heading', { set: sets[groups[0]?.set ?? 0]?.title ?? '' }),
    description: vi(provisional ? 'provisional' : 'description'),
    inLanguage: 'vi',
    dateModified: at,
    ...(period === null ? {} : { temporalCoverage: period }),
    distribution: files.map((file) => ({
      '@type': 'DataDownload',
      contentUrl: file,
      encodingFormat: file.endsWith('.csv') ? 'text/csv' : 'application/json',
    })),
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** @returns the page. @param files the open data beside it, by name. */
export function pageOf(publication: Publication, parts: PageParts, files: readonly string[]): string {
  const both = bothIn(parts);
  const { vi, en, sha256 } = parts;
  const { groups, sets, period, provisional, at, version } = publication;
  const title = sets[groups[0]?.set ?? 0]?.title ?? '';
  const alarm = provisional ? `<p class="alarm" role="note">${both('provisional')}</p>\n` : '';
  const head = `${provisional ? `${vi('provisional-short')} – ` : ''}${vi('heading', { set: title })}`;
  const style = provisional ? STYLE + provisionalStyle(vi('provisional-short')) : STYLE;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256(style)}'`,
    `script-src 'sha256-${sha256(SCRIPT)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(head)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<script type="application/ld+json">${dataset(publication, vi, files)}</script>
</head>
<body>
<main>
<input type="radio" name="language" id="language-vi" checked><label for="language-vi" lang="vi">Tiếng Việt</label>
<input type="radio" name="language" id="language-en"><label for="language-en" lang="en">English</label>
${alarm}<h1>${both('heading', { set: title })}</h1>
<p>${period === null ? '' : `${both('period', { period })} · `}<span lang="vi">${escape(vi('made', { time: printTime(at, 'vi'), version }))}</span><span lang="en">${escape(en('made', { time: printTime(at, 'en'), version }))}</span></p>
<p class="search" hidden><label for="search">${both('search')}</label> <input type="search" id="search"> <output id="found" for="search"></output></p>
${groups.map((group, index) => groupTable(group, index, title, both, provisional)).join('\n')}
<section aria-labelledby="method">
<h2 id="method">${both('method')}</h2>
${alarm}<ul>
${methodItems(publication, both)
  .map((item) => `<li>${item}</li>`)
  .join('\n')}
</ul>
</section>
<section aria-labelledby="data">
<h2 id="data">${both('open-data')}</h2>
<ul>
${files.map((file) => `<li><a href="${file}" download>${file}</a></li>`).join('\n')}
</ul>
</section>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}
