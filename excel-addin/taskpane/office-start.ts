/** Waits for Office: its library comes from Microsoft's address, and where that is blocked onReady never answers. */

/** Where office.js comes from: named in the message, so that a network administrator knows what to allow. */
export const OFFICE_ADDRESS = 'https://appsforoffice.microsoft.com';

export type Start = 'ready' | 'not-excel' | 'missing' | 'too-old';

interface OfficeLike {
  onReady(callback: (info: { host: unknown }) => void): unknown;
  context?: { requirements?: { isSetSupported(name: string, version: string): boolean } };
}

/**
 * @param library gives the library once it is there; @param limit ms after which it counts as missing.
 * Tells again when Office comes after all: a slow network is not a blocked one.
 */
export function startOffice(
  library: () => OfficeLike | undefined,
  tell: (start: Start) => void,
  limit = 10_000,
): () => void {
  let heard = false;
  let asked = false;
  const late = setTimeout(() => {
    if (!heard) tell('missing');
  }, limit);
  const look = (): void => {
    const office = library();
    if (office === undefined || asked) return;
    asked = true;
    clearInterval(looking);
    office.onReady(({ host }) => {
      heard = true;
      clearTimeout(late);
      if (host !== 'Excel') tell('not-excel');
      else tell(office.context?.requirements?.isSetSupported('ExcelApi', '1.14') === false ? 'too-old' : 'ready');
    });
  };
  const looking = setInterval(look, 50);
  look();
  return () => {
    clearTimeout(late);
    clearInterval(looking);
  };
}
