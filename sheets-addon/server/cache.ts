/**
 * Apps Script forgets everything between two calls. What the last run left is kept in the document's cache for a while, so that turning a
 * page of findings neither reads the workbook again nor scores it; what does not fit or is gone is made anew. Nothing depends on it.
 */
const SECONDS = 1_800;
/** A value may have 100 KB; a letter takes up to three bytes. */
const PIECE = 30_000;
/** Larger ones are made anew. */
const MOST = 100;

function cache(): GoogleAppsScript.Cache.Cache | null {
  return CacheService.getDocumentCache();
}

/** Keeps plain data under names; a failure is no harm. */
export function keep(all: Readonly<Record<string, unknown>>): void {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(all)) {
    const text = JSON.stringify(value);
    const count = Math.ceil(text.length / PIECE);
    if (count > MOST) continue;
    values[name] = String(count);
    for (let at = 0; at < count; at += 1) values[`${name}:${at}`] = text.slice(at * PIECE, (at + 1) * PIECE);
  }
  if (Object.keys(values).length === 0) return;
  try {
    cache()?.putAll(values, SECONDS);
  } catch {
    // The next call makes it anew.
  }
}

/** @returns what was kept under the name, null where it is not there any more. It was written by this script alone. */
export function kept<T>(name: string): T | null {
  try {
    const store = cache();
    const count = Number(store?.get(name) ?? 0);
    if (store === null || !Number.isInteger(count) || count < 1 || count > MOST) return null;
    const keys = Array.from({ length: count }, (_, at) => `${name}:${at}`);
    const found = store.getAll(keys);
    const pieces = keys.map((key) => found[key] as string | undefined);
    if (pieces.includes(undefined)) return null;
    return JSON.parse(pieces.join('')) as T;
  } catch {
    return null;
  }
}
