/** What lies around the content of an old sheet of ours: taken off for the copy, put back when bringing over fails. */
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface Frame {
  sheet: Sheet;
  merged: GoogleAppsScript.Spreadsheet.Range[];
  frozen: { rows: number; columns: number };
}

/** @returns what the old sheet has now. */
export function frameOf(old: Sheet | null, rows: number, columns: number): Frame | null {
  if (old === null) return null;
  const merged = old.getRange(1, 1, rows, columns).getMergedRanges();
  return { sheet: old, merged, frozen: { rows: old.getFrozenRows(), columns: old.getFrozenColumns() } };
}

/** Does a small step, twice where need be. What then still fails is left: the content is what counts. */
export function attempt(step: () => void): void {
  for (let round = 0; round < 2; round += 1) {
    try {
      step();
      return;
    } catch {
      // Once more, then no more.
    }
  }
}

/** Puts an untouched old sheet's frame back. */
export function putBack(frames: readonly (Frame | null)[]): void {
  for (const frame of frames) {
    if (frame === null) continue;
    const { sheet, merged, frozen } = frame;
    for (const range of merged) attempt(() => void range.merge());
    attempt(() => sheet.setFrozenRows(frozen.rows));
    attempt(() => sheet.setFrozenColumns(frozen.columns));
  }
  attempt(() => SpreadsheetApp.flush());
}
