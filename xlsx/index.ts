/** Workbook files: bytes → picture, plan → bytes. Runs in Node and in a browser. */
export { readWorkbook } from './read.ts';
export type { WorkbookFile } from './read.ts';
export { UnusableFile } from './unusable.ts';
export type { Reason } from './unusable.ts';
export { marksOn } from './marks.ts';
export { writeWorkbook } from './write.ts';
export { UnsafeEdit } from './edit.ts';
export { newBook, newWorkbook } from './new.ts';
export { LIMITS } from './zip.ts';
export { unzipFiles, zipFiles } from './archive.ts';
export type { ArchiveFile, PackedFile } from './archive.ts';
