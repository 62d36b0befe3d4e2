/** A .zip of forms: what goes in comes out, from other people's programs too, and a bomb does not. */
import { zipSync, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { LIMITS, newBook, readWorkbook, unzipFiles, zipFiles } from '#xlsx/index';
import { writeZip } from '#xlsx/pack';
import { crc32, type Part } from '#xlsx/zip';
import { sheetPlan } from '#test/xlsx/helpers';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const form = (value: string): Uint8Array =>
  newBook({ sheets: [sheetPlan('Phiếu', { rows: [{ cells: [{ value, style: 0 }] }] })], names: [] });

/** An entry as another program writes it: its name in these bytes, and no word of UTF-8. */
function foreign(raw: number[], extra: number[] = []): Uint8Array {
  const name = String.fromCharCode(...raw.map(() => 97));
  const zip = writeZip([{ name, method: 0, crc: crc32(bytesOf('x')), size: 1, data: bytesOf('x') }]);
  const directory = zip.length - 22 - 46 - raw.length;
  zip.set(raw, 30);
  zip.set(raw, directory + 46);
  if (extra.length === 0) return zip;
  const out = new Uint8Array(zip.length + extra.length);
  out.set(zip.subarray(0, directory + 46 + raw.length));
  out.set(extra, directory + 46 + raw.length);
  out.set(zip.subarray(zip.length - 22), zip.length - 22 + extra.length);
  const view = new DataView(out.buffer);
  view.setUint16(directory + 30, extra.length, true);
  view.setUint32(out.length - 10, 46 + raw.length + extra.length, true);
  return out;
}

it('files go in and come out, with Vietnamese names, in order', () => {
  const files = [
    { name: '01 Sở Nội vụ.xlsx', bytes: form('Sở Nội vụ') },
    { name: '02 Phường Trấn Biên.xlsx', bytes: form('Phường Trấn Biên') },
    { name: 'đọc trước/ghi chú.txt', bytes: bytesOf('Kính gửi các đơn vị. '.repeat(50)) },
    { name: 'trống.txt', bytes: new Uint8Array(0) },
  ];
  const zip = zipFiles(files);
  expect(zip).toEqual(zipFiles(files));
  expect(zip.length).toBeLessThan(files.reduce((sum, file) => sum + file.bytes.length, 0) + 500);
  const back = unzipFiles(zip);
  expect(back.map(({ name, bytes }) => ({ name, bytes: bytes() }))).toEqual(files);
  expect(readWorkbook(back[1]!.bytes()).picture.sheets[0]!.rows[0]!.cells).toEqual(['Phường Trấn Biên']);
  // Another reader, which takes names for UTF-8 only where the flag says so.
  expect(Object.keys(unzipSync(zip))).toEqual(files.map((file) => file.name));
  expect(unzipFiles(zipFiles([]))).toEqual([]);
});

it('names that no folder takes side by side are refused', () => {
  const one = (name: string): { name: string; bytes: Uint8Array } => ({ name, bytes: bytesOf('x') });
  expect(() => zipFiles([one('Sở Y tế.xlsx'), one('sở y tế.xlsx')])).toThrow(RangeError);
  expect(() => zipFiles([one('')])).toThrow(RangeError);
});

it('a Mac’s own files, hidden files, folders and ways out of the folder are left out', () => {
  const names = [
    'Phiếu/',
    'Phiếu/a.xlsx',
    '__MACOSX/Phiếu/._a.xlsx',
    'Phiếu/.DS_Store',
    '../b.xlsx',
    './c.xlsx',
    '/d.xlsx',
    'e\\f.xlsx',
  ];
  const zip = zipSync(Object.fromEntries(names.map((name) => [name, bytesOf(name)])));
  expect(unzipFiles(zip).map((file) => file.name)).toEqual(['Phiếu/a.xlsx', 'c.xlsx', 'd.xlsx', 'e/f.xlsx']);
  // A Mac writes letters and marks apart.
  expect(unzipFiles(zipSync({ ['Sở'.normalize('NFD')]: bytesOf('x') }))[0]!.name).toBe('Sở');
});

it('names without UTF-8 come as they were meant', () => {
  const nameOf = (raw: number[], extra?: number[]): string => unzipFiles(foreign(raw, extra))[0]!.name;
  const utf8 = [...bytesOf('Sở Y tế')];
  expect(nameOf(utf8)).toBe('Sở Y tế');
  // Windows' Vietnamese code page: "Sơ" + hook + "Tê" + acute.
  expect(nameOf([0x53, 0xf5, 0xd2, 0x20, 0x54, 0xea, 0xec])).toBe('Sở Tế');
  expect(nameOf([0x6c, 0x88, 0x2e, 0x74])).toBe('lê.t');
  const path = [0x75, 0x70, 5 + utf8.length, 0, 1, 0, 0, 0, 0, ...utf8];
  expect(nameOf([0x53, 0x3f], path)).toBe('Sở Y tế');
});

it('one bad file does not stop the others', () => {
  const zip = zipFiles([
    { name: 'a.txt', bytes: bytesOf('một'.repeat(9)) },
    { name: 'b.bin', bytes: Uint8Array.of(1, 2, 3) },
  ]);
  // The checksum of the first in the directory, whose entries stand behind the files.
  const directory = new DataView(zip.buffer).getUint32(zip.length - 6, true);
  zip[directory + 16]! ^= 1;
  const files = unzipFiles(zip);
  expect(() => files[0]!.bytes()).toThrow(/broken/);
  expect([...files[1]!.bytes()]).toEqual([1, 2, 3]);
});

it('bombs are refused before anything is unpacked', () => {
  const zeros = new Uint8Array(40 * 1024 * 1024);
  const packed = zipSync({ 'a.xlsx': zeros });
  expect(() => unzipFiles(packed)).toThrow(/bomb/);
  const claims = (size: number): Part => ({
    name: `${size}.xlsx`,
    method: 8,
    crc: 0,
    size,
    data: new Uint8Array(size / 100),
  });
  expect(() => unzipFiles(writeZip([claims(LIMITS.unpacked + 100)]))).toThrow(/bomb/);
  expect(() => unzipFiles(writeZip([claims(LIMITS.file + 100)]))[0]!.bytes()).toThrow(/too-large/);
  // A file that is longer than it says.
  const liar = zipSync({ 'a.txt': bytesOf('dài hơn lời khai '.repeat(20)) });
  const directory = new DataView(liar.buffer).getUint32(liar.length - 6, true);
  new DataView(liar.buffer).setUint32(directory + 24, 10, true);
  expect(() => unzipFiles(liar)[0]!.bytes()).toThrow(/bomb/);
  expect(() => unzipFiles(new Uint8Array(0))).toThrow(/empty/);
  expect(() => unzipFiles(bytesOf('Sở Y tế'))).toThrow(/not-zip/);
  expect(() => unzipFiles(liar.subarray(0, liar.length - 30))).toThrow(/truncated/);
});
