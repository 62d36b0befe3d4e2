/** The open workbook of the page: from a file, and back into one. */
import { openBook, type OpenedBook } from '../excel-host/load.ts';
import { saveBook } from '../excel-host/save.ts';
import { Watched } from './watch.ts';

export interface OpenFile extends OpenedBook {
  name: string;
  watched: Watched;
}

/** Throws UnusableFile where the bytes are no workbook. */
export function openFile(bytes: Uint8Array, name: string): OpenFile {
  const opened = openBook(bytes);
  opened.book.name = name;
  return { ...opened, name, watched: new Watched(opened.book) };
}

/** @returns "so-lieu.xlsx" → "so-lieu-da-cham.xlsx": the person's file is not overwritten. */
export function nameToSave(name: string): string {
  return `${name.replace(/(-da-cham)?\.xlsx$/i, '')}-da-cham.xlsx`;
}

export function bytesOf({ book, file }: OpenFile): Uint8Array {
  return saveBook(book, file);
}
