/**
 * Apps Script forgets everything between two calls. The last picture is kept in the document's cache for a while, so that turning a page
 * of findings does not read the workbook again; where it does not fit or is gone, the workbook is read again. Nothing depends on it.
 */
import type { Picture } from '#core/workbook/picture';

const SECONDS = 1_800;
/** A value may have 100 KB; a letter takes up to three bytes. */
const PIECE = 30_000;
/** Larger ones are read again. */
const MOST = 100;

function cache(): GoogleAppsScript.Cache.Cache | null {
  return CacheService.getDocumentCache();
}

/** Keeps a picture under its fingerprint; a failure is no harm. */
export function keepPicture(fingerprint: string, picture: Picture): void {
  const text = JSON.stringify(picture);
  const count = Math.ceil(text.length / PIECE);
  if (count > MOST) return;
  const values: Record<string, string> = { [fingerprint]: String(count) };
  for (let at = 0; at < count; at += 1) values[`${fingerprint}:${at}`] = text.slice(at * PIECE, (at + 1) * PIECE);
  try {
    cache()?.putAll(values, SECONDS);
  } catch {
    // The next call reads the workbook.
  }
}

/** @returns the picture of a run, null where it is not there any more. */
export function keptPicture(fingerprint: string): Picture | null {
  try {
    const store = cache();
    const count = Number(store?.get(fingerprint) ?? 0);
    if (store === null || !Number.isInteger(count) || count < 1 || count > MOST) return null;
    const keys = Array.from({ length: count }, (_, at) => `${fingerprint}:${at}`);
    const found = store.getAll(keys);
    const pieces = keys.map((key) => found[key] as string | undefined);
    if (pieces.includes(undefined)) return null;
    return JSON.parse(pieces.join('')) as Picture;
  } catch {
    return null;
  }
}
