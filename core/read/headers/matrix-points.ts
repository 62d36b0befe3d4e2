/** Bảng điểm with several columns an indicator: Tự chấm and Thẩm định under, over or beside its code or name. */
import { clean, foldHeader, foldLoose } from '../../workbook/text.ts';
import { readCode } from '../cells/codes.ts';
import type { Head } from './header-rows.ts';
import { isLonePoints, roleOfHeader } from './headers.ts';
import { looseRole } from './loose-headers.ts';
import { readPeriod } from '../periods/periods.ts';

/** Whose points stand in a column of a matrix. */
export type Source = 'self' | 'verified';

const asSource = (role: unknown): Source | null => (role === 'self' || role === 'verified' ? role : null);
const SHORT: Record<string, Source> = { tc: 'self', td: 'verified', hd: 'verified' };

interface Part {
  stem: string;
  source: Source;
  /** The words are closed ones. */
  sure: boolean;
}

function partOf(stem: string, words: string): Part | null {
  const sure = asSource(roleOfHeader(words));
  const source = sure ?? SHORT[foldHeader(words)] ?? asSource(looseRole(words));
  return source === null || stem === '' ? null : { stem, source, sure: sure !== null };
}

/** "1.1 (tự chấm)", "Nhận thức số – thẩm định", "1.1 tự chấm", "Tự chấm 1.1". */
function flatPart(text: string): Part | null {
  if (text.length > 160) return null;
  for (const sign of '([–—-:') {
    const cut = text.lastIndexOf(sign);
    const part = cut < 1 ? null : partOf(clean(text.slice(0, cut)), text.slice(cut + 1).replace(/[)\]]/g, ''));
    if (part !== null) return part;
  }
  const words = text.split(' ');
  for (const code of [words[0]!, words[words.length - 1]!])
    if (words.length > 1 && code.includes('.') && 'code' in readCode(code))
      return partOf(code, clean(text.replace(code, '')));
  return null;
}

const isCode = (stem: string): boolean => 'code' in readCode(stem.split(/[ :–-]/)[0]!);

/** What each head says of whose and which points stand under it. */
function partsOf(heads: readonly Head[]): (Part | null)[] {
  const parts: (Part | null)[] = [];
  heads.forEach(({ column, text, role, loose, over = [] }, place) => {
    const own = asSource(role) ?? asSource(loose);
    const left = heads[place - 1]?.column === column - 1 ? parts[place - 1] : null;
    const prefix = `${[...over].reverse().join(' ')} `;
    const words = text.startsWith(prefix) ? text.slice(prefix.length) : text;
    const title = over.find((each) => asSource(roleOfHeader(each)) !== null);
    const flat = role === null ? (title === undefined ? flatPart(words) : partOf(words, title)) : null;
    // Without a merge the code stands over the first of its columns only.
    const stem = over[0] ?? (role === own ? left?.stem : undefined);
    const under = own === null || stem === undefined ? null : { stem, source: own, sure: role === own };
    const part = flat !== null && (under === null || isCode(flat.stem)) ? flat : under;
    parts.push(part !== null && (isLonePoints(part.stem) || readPeriod(part.stem) !== null) ? null : part);
  });
  return parts;
}

/** Whose points a total adds up, where its words or those over it say so. */
function ownerOfTotal({ text, over = [] }: Head): Source | null {
  const words = foldLoose([text, ...over].join(' ')).replace(/[()[\]]/g, ' ');
  if (/tu (?:cham|danh gia)/.test(words)) return 'self';
  return asSource(looseRole(clean(words.replace(/^(?:tong|cong)(?: cong| so)? /, ''))));
}

/** Totals are compared with points of their own kind alone. */
function withTotals(heads: Head[]): Head[] {
  return heads.map((head) => {
    const points = head.role === 'total' ? ownerOfTotal(head) : null;
    return points === null ? head : { ...head, points };
  });
}

/** Years or quarters over the same codes or names: which of them counts is nobody's guess, so the later ones are twins of the first. */
function withPeriods(heads: Head[]): Head[] {
  const first = new Map<string, { column: number; period: string }>();
  return heads.map((head): Head => {
    const { column, text, role, over = [] } = head;
    const said = over.find((each) => readPeriod(each) !== null);
    if (role !== null || said === undefined) return head;
    let stem = text;
    for (const each of [...over].reverse()) if (stem.startsWith(`${each} `)) stem = stem.slice(each.length + 1);
    const period = readPeriod(said)!.key;
    const known = first.get(stem);
    if (known === undefined) first.set(stem, { column, period });
    return known === undefined || known.period === period ? head : { ...head, twin: known.column };
  });
}

/** @returns the heads of what may be a matrix, each with whose points it holds and without the words that say so. */
export function withPoints(heads: Head[]): Head[] {
  const roles = new Set(heads.map(({ role }) => role));
  if (!roles.has('unit') && !roles.has('unitCode')) return heads;
  if (roles.has('code') || roles.has('name') || roles.has('maximum')) return heads;
  const parts = partsOf(heads);
  const sources = new Map<string, Set<Source>>();
  for (const part of parts)
    if (part !== null) sources.set(part.stem, (sources.get(part.stem) ?? new Set()).add(part.source));
  const counts = ({ stem, sure }: Part): boolean => (isCode(stem) && sure) || sources.get(stem)!.size > 1;
  const stems = new Set(parts.flatMap((part) => (part !== null && counts(part) ? part.stem : [])));
  if (stems.size === 0 || (stems.size === 1 && !isCode([...stems][0]!))) return withPeriods(withTotals(heads));
  const first = new Map<string, number>();
  return heads.map((head, place): Head => {
    const part = parts[place]!;
    if (part === null || !counts(part)) {
      if (head.role !== 'total') return head;
      const points = ownerOfTotal(head) ?? 'verified';
      const text = roleOfHeader(head.text) === 'total' ? head.text : (head.over?.[0] ?? head.text);
      return { ...head, text, points };
    }
    const { stem, source } = part;
    const key = `${source} ${stem}`;
    const twin = first.get(key);
    if (twin === undefined) first.set(key, head.column);
    return {
      column: head.column,
      text: stem,
      role: roleOfHeader(stem),
      code: isCode(stem),
      date: false,
      points: source,
      ...(twin === undefined ? {} : { twin }),
    };
  });
}
