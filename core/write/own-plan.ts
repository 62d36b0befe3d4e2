/** A plan of sheets of ours: with them goes the hidden list, so that the next run knows them again. */
import { tableIn, recordOf } from '../workbook/marks.ts';
import { listedRecords } from '../workbook/own-sheets.ts';
import type { Fingerprint } from '../workbook/fingerprint.ts';
import type { Language } from '../messages/message.ts';
import type { Picture } from '../workbook/picture.ts';
import type { Plan, SheetPlan } from '../workbook/plan.ts';
import { stateSheet } from './state.ts';

interface Run {
  picture: Picture;
  /** Names of all sheets of the workbook, and which of them are ours. */
  existing: readonly string[];
  ours: readonly string[];
  /** Of what was read. */
  mark: Fingerprint;
  /** The mark of the ranking that stands after this run, if any. */
  ranking: string | null;
  at: string;
  version: string;
  language: Language;
}

/** @returns the plan that writes `sheets` and lists them; sheets of ours that it leaves alone stay listed. */
export function ownPlan(sheets: SheetPlan[], run: Run): Plan {
  const { picture, existing, ours, mark, ranking, at, version, language } = run;
  const records = listedRecords(picture);
  const listed = sheets.map((sheet) => ({ name: sheet.name, record: recordOf(sheet) }));
  // Sheets of ours that this run leaves alone stay listed, or the next run would take them for the user's own.
  for (const name of ours)
    if (existing.includes(name) && !listed.some((sheet) => sheet.name === name))
      listed.push({ name, record: records.get(name) ?? '' });
  for (const sheet of sheets) {
    const record = records.get(sheet.name) ?? '';
    if (record !== '') sheet.was = { record, table: tableIn(picture, sheet.name, record) };
  }
  const state = stateSheet(picture, { sheets: listed, at, version, mark: mark.digits, ranking }, language);
  return { sheets: [...sheets, state], edits: [] };
}
