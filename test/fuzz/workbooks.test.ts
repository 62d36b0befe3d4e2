/** Ten thousand damaged workbooks: each is read, scored, written and read again, or refused in the product's own words. Fixed seeds. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import type { Picture } from '#core/workbook/picture';
import { readWorkbook, UnsafeEdit, UnusableFile, writeWorkbook } from '#xlsx/index';
import { randomOf } from '#test/support/random';
import { bookParts, NS, R, zip } from '#test/xlsx/helpers';

const RUNS = 10_000;

const text = (cell: string, value: string): string => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const SET = `<row r="1">${text('A1', 'Mã')}${text('B1', 'Chỉ số')}${text('C1', 'Điểm tối đa')}</row><row r="2">${text('A2', '1')}${text('B2', 'Một')}<c r="C2"><v>600</v></c></row>`;
const FIGURES = `<row r="1">${text('A1', 'Đơn vị')}${text('B1', 'Mã chỉ số')}${text('C1', 'Điểm thẩm định')}</row><row r="2"><c r="A2" t="s"><v>0</v></c>${text('B2', '1')}<c r="C2" s="3"><v>500</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c>${text('B3', '1')}<c r="C3"><f>1+1</f><v>300</v></c></row>`;

/** A small workbook with an index set and two units; shared strings, styles, a merge, protection. */
const BASE = bookParts(SET, {
  'xl/workbook.xml': `<workbook xmlns="${NS}" xmlns:r="${R}"><sheets><sheet name="Bộ chỉ số" sheetId="1" r:id="rId1"/><sheet name="Số liệu" sheetId="2" r:id="rId4"/></sheets><definedNames/></workbook>`,
  'xl/_rels/workbook.xml.rels': bookParts('')['xl/_rels/workbook.xml.rels']!.replace(
    '</Rel',
    `<Relationship Id="rId4" Type="${R}/worksheet" Target="worksheets/sheet2.xml"/></Rel`,
  ),
  'xl/worksheets/sheet2.xml': `<worksheet xmlns="${NS}"><sheetData>${FIGURES}</sheetData><sheetProtection sheet="1"/><mergeCells count="1"><mergeCell ref="E1:F1"/></mergeCells></worksheet>`,
});
const NAMES = Object.keys(BASE);
const PIECES = [
  '<',
  '>',
  '/>',
  '</',
  '"',
  "'",
  '=',
  '&',
  '&amp;',
  '&#0;',
  '&x;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x',
  '?>',
  '<!DOCTYPE x>',
  '-1',
  '0',
  '2.5',
  '1e9',
  '99999999999',
  'NaN',
  'A1',
  'XFD1048576',
  '\u0000',
  '\u001b',
  '\ufffd',
  ' ',
  '_x001B_',
  't="s"',
  'r="1"',
  '<t>',
  '</t>',
  '<x/>',
];

/** One to three changes of the XML of one part. */
function mutatedXml(random: () => number): Uint8Array {
  const name = NAMES[Math.floor(random() * NAMES.length)]!;
  let part = BASE[name]!;
  const pick = (length: number): number => Math.floor(random() * length);
  for (let change = pick(3); change >= 0; change -= 1) {
    const at = pick(part.length);
    const tags = part.split(/(?<=>)/);
    const place = pick(tags.length);
    const kind = pick(6);
    if (kind === 0) part = part.slice(0, at) + PIECES[pick(PIECES.length)]! + part.slice(at);
    else if (kind === 1) part = part.slice(0, at) + part.slice(at + 1 + pick(20));
    else if (kind === 2) part = [...tags.slice(0, place), ...tags.slice(place + 1)].join('');
    else if (kind === 3) part = [...tags.slice(0, place), tags[pick(tags.length)]!, ...tags.slice(place)].join('');
    else if (kind === 4)
      part = part.replace(/"[^"]*"/g, (value) =>
        random() < 0.03 ? `"${PIECES[pick(PIECES.length)]!.replace('"', '')}"` : value,
      );
    else part = part.replace(/>[^<>]+</g, (value) => (random() < 0.1 ? `>${PIECES[pick(PIECES.length)]!}<` : value));
  }
  return zip({ ...BASE, [name]: part });
}

const PACKED = zip(BASE);
const STORED = zipSync(Object.fromEntries(NAMES.map((name) => [name, strToU8(BASE[name]!)])), { level: 0 });

/** One to four bytes changed, in the packed file or (so that not only checksums are met) inside a part. */
function flippedBytes(random: () => number): Uint8Array {
  const inside = random() < 0.5;
  const parts = unzipSync(STORED);
  const name = NAMES[Math.floor(random() * NAMES.length)]!;
  const bytes = inside ? parts[name]! : PACKED.slice();
  for (let flip = Math.floor(random() * 4); flip >= 0; flip -= 1)
    bytes[Math.floor(random() * bytes.length)]! ^= 1 << Math.floor(random() * 8);
  return inside ? zipSync(parts, { level: 1 }) : bytes;
}

/** The user's sheets, without ours. */
function own(picture: Picture, names: Set<string>): string {
  return JSON.stringify(picture.sheets.filter((sheet) => names.has(sheet.name)));
}

/** Reads, scores, writes and reads again. @returns whether the file was refused. */
function through(bytes: Uint8Array): boolean {
  let opened: ReturnType<typeof readWorkbook>;
  try {
    opened = readWorkbook(bytes);
  } catch (error) {
    if (error instanceof UnusableFile) return true;
    throw error;
  }
  const done = scoreWorkbook(opened.picture, { language: 'vi', version: 'x', at: '2026-01-01T00:00:00Z' });
  const { plan } = done;
  let written: Uint8Array;
  try {
    written = writeWorkbook(opened.file, plan);
  } catch (error) {
    if (error instanceof UnusableFile || error instanceof UnsafeEdit) return true;
    throw error;
  }
  const ours = new Set(plan.sheets.map((sheet) => sheet.name));
  const names = new Set(opened.picture.sheets.map((sheet) => sheet.name).filter((name) => !ours.has(name)));
  expect(own(readWorkbook(written).picture, names)).toBe(own(opened.picture, names));
  return false;
}

it('damaged workbooks are read whole or refused, never anything else', { timeout: 600_000 }, () => {
  expect(through(PACKED)).toBe(false);
  let refused = 0;
  for (let seed = 0; seed < RUNS; seed += 1) {
    const random = randomOf(seed);
    const bytes = seed % 2 === 0 ? mutatedXml(random) : flippedBytes(random);
    try {
      if (through(bytes)) refused += 1;
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
  }
  console.log(`${RUNS} damaged workbooks: ${RUNS - refused} read and equal after writing, ${refused} refused`);
  // Both sides are reached, else the damage is too small or too great to prove anything.
  expect(refused).toBeGreaterThan(RUNS / 10);
  expect(RUNS - refused).toBeGreaterThan(RUNS / 20);
});
