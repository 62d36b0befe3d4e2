/** Workbook bytes → picture. */
import { areaFromA1 } from '#core/workbook/address';
import { isDateFormat } from '#core/workbook/cell';
import type { Cell, RichCell } from '#core/workbook/cell';
import type { Area, Picture, RowPicture, SheetPicture } from '#core/workbook/picture';
import { builtInFormat } from './formats.ts';
import { readText, reachable, relationsOf } from './package.ts';
import type { Relation } from './package.ts';
import { attributeIn, findSheetData, rootPrefix, scanRows } from './scan.ts';
import type { RawCell } from './scan.ts';
import { readSharedStrings, stringOf } from './strings.ts';
import { unescapeText } from './text.ts';
import { UnusableFile } from './unusable.ts';
import { child, childrenOf, decodeText, escapeXml, parseXml, prefixedAttribute, tagEnd } from './xml.ts';
import { LIMITS, readZip } from './zip.ts';
import type { Part } from './zip.ts';

/** One sheet as workbook.xml names it; `key` is its part. */
export interface SheetEntry {
  name: string;
  id: string;
  key: string;
  worksheet: boolean;
  /** Its cells are protected. */
  locked: boolean;
  /** A filter with a criterion is set on it. */
  filtered: boolean;
}

/** A workbook as it came: every part still compressed, and where its sheets are. */
export interface WorkbookFile {
  parts: Map<string, Part>;
  workbook: string;
  sheets: SheetEntry[];
  strict: boolean;
  /** No sheet may be added or taken away. */
  structureLocked: boolean;
}

interface Style {
  format: string | undefined;
  date: boolean;
}

interface Context {
  strings: string[];
  styles: Style[];
  shift: number;
  cells: { count: number; slots: number };
}

/** More array places than this (cells far to the right in very many rows) would not fit into memory. */
const SLOTS = 40_000_000;

function readStyles(text: string | null): Style[] {
  if (text === null) return [];
  const root = parseXml(text);
  const codes = new Map<number, string>();
  for (const node of childrenOf(child(root, 'numFmts'), 'numFmt')) {
    codes.set(Number(node.attributes['numFmtId']), unescapeText(node.attributes['formatCode'] ?? ''));
  }
  return childrenOf(child(root, 'cellXfs'), 'xf').map((node) => {
    const id = Number(node.attributes['numFmtId'] ?? 0);
    const code = codes.get(id) ?? builtInFormat(id);
    if (code === null || code === '' || /^general$/i.test(code)) return { format: undefined, date: false };
    return { format: code, date: isDateFormat(code) };
  });
}

/** An ISO date of a strict file → serial number (1900 system). */
function serialOf(iso: string): number | null {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(iso);
  if (match === null || iso === '') return null;
  const days =
    match[1] === undefined
      ? 0
      : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000 + 25_569;
  return days + (Number(match[4] ?? 0) * 3600 + Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0)) / 86_400;
}

function rich(value: RichCell['value'], raw: RawCell, kind?: RichCell['kind'], format?: string): Cell {
  const cell: RichCell = { value };
  if (kind !== undefined) cell.kind = kind;
  if (format !== undefined) cell.format = format;
  if (raw.formula) cell.formula = true;
  return cell;
}

function textCell(text: string, raw: RawCell): Cell {
  if (text === '') return null;
  return raw.formula ? rich(text, raw) : text;
}

function cellOf(raw: RawCell, context: Context, prefix: string): Cell {
  const { type } = raw;
  // CDATA is rare, and a number in it is a number all the same.
  const value = raw.value !== null && raw.value.includes('<![CDATA[') ? escapeXml(decodeText(raw.value)) : raw.value;
  if (type === 'inlineStr') return textCell(raw.inline === null ? '' : stringOf(raw.inline, prefix), raw);
  if (raw.formula && (value === null || (value === '' && type !== 'str'))) return rich(null, raw, 'uncalculated');
  if (value === null || (value === '' && type !== 'str')) return null;
  if (type === 's') {
    const text = context.strings[Number(value)];
    if (text === undefined) throw new UnusableFile('broken', 'shared string');
    return textCell(text, raw);
  }
  if (type === 'str') return textCell(unescapeText(decodeText(value)), raw);
  if (type === 'b') {
    const truth = value.trim() === '1' || value.trim() === 'true';
    return raw.formula ? rich(truth, raw) : truth;
  }
  if (type === 'e') return rich(decodeText(value), raw, 'error');
  const style = context.styles[raw.style];
  if (type === 'd') return rich(serialOf(value.trim()) ?? value, raw, 'date', style?.format);
  const number = Number(value);
  if (!Number.isFinite(number)) return textCell(decodeText(value), raw);
  if (style?.date === true) return rich(number + context.shift, raw, 'date', style.format);
  return raw.formula || style?.format !== undefined ? rich(number, raw, undefined, style?.format) : number;
}

function readSheet(text: string, context: Context): { rows: RowPicture[]; merges: Area[] } {
  const prefix = rootPrefix(text);
  const rows = new Map<number, RowPicture>();
  const hidden = new Set<number>();
  let current: RowPicture | null = null;
  let sorted = true;
  let last = -1;
  scanRows(
    text,
    (row, isHidden) => {
      if (isHidden) hidden.add(row);
    },
    (raw) => {
      const cell = cellOf(raw, context, prefix);
      if (cell === null) return;
      if (current === null || current.index !== raw.row) {
        current = rows.get(raw.row) ?? { index: raw.row, cells: [] };
        rows.set(raw.row, current);
        if (raw.row < last) sorted = false;
        last = raw.row;
      }
      const cells = current.cells;
      const before = cells.length;
      while (cells.length < raw.column) cells.push(null);
      cells[raw.column] = cell;
      context.cells.count += 1;
      context.cells.slots += cells.length - before;
      if (context.cells.count > LIMITS.cells || context.cells.slots > SLOTS)
        throw new UnusableFile('too-large', 'cells');
    },
  );
  const list = [...rows.values()];
  if (!sorted) list.sort((x, y) => x.index - y.index);
  for (const row of list) if (hidden.has(row.index)) row.hidden = true;
  const merges: Area[] = [];
  for (const match of text.matchAll(new RegExp(`<${prefix}mergeCell\\s[^>]*?ref\\s*=\\s*["']([^"']+)["']`, 'g'))) {
    const area = areaFromA1(match[1]!);
    if (area !== null) merges.push(area);
  }
  return { rows: list, merges };
}

function isTrue(attribute: string | null | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

/** What a person has set on a sheet that we may have to write anew. */
function stateOf(text: string): Pick<SheetEntry, 'locked' | 'filtered'> {
  const prefix = rootPrefix(text);
  const { to } = findSheetData(text, prefix);
  const from = text.indexOf(`<${prefix}sheetProtection`, to);
  const locked = from >= 0 && isTrue(attributeIn(text.slice(from, tagEnd(text, from)), 'sheet'));
  return { locked, filtered: text.includes(`<${prefix}filterColumn`, to) };
}

function findWorkbook(parts: Map<string, Part>): string {
  if (parts.has('mimetype') && parts.has('content.xml')) throw new UnusableFile('ods');
  if (!parts.has('[content_types].xml'))
    throw new UnusableFile(parts.has('xl/workbook.xml') ? 'broken' : 'not-workbook', 'no [Content_Types].xml');
  const types = readText(parts, '[content_types].xml');
  parseXml(types);
  if (/sheet\.binary/i.test(types)) throw new UnusableFile('xlsb');
  const keys = [...parts.keys()];
  if (/macroEnabled/i.test(types) || keys.some((key) => /(^|\/)vbaproject\.bin$/.test(key)))
    throw new UnusableFile('macro');
  const target = relationsOf(parts, '').find((one) => one.type === 'officeDocument')?.target;
  if (target === undefined || !parts.has(target)) throw new UnusableFile('broken', 'no workbook part');
  return target;
}

/** Reads a workbook. The picture is neutral and whole; the file keeps every part compressed, for writeWorkbook. Throws UnusableFile. */
export function readWorkbook(bytes: Uint8Array): { picture: Picture; file: WorkbookFile } {
  const parts = readZip(bytes);
  const workbook = findWorkbook(parts);
  const text = readText(parts, workbook);
  const root = parseXml(text);
  if (root.name !== 'workbook') throw new UnusableFile('not-workbook', `root ${root.name}`);
  const relations = relationsOf(parts, workbook);
  const byType = (type: string): Relation | undefined =>
    relations.find((one) => one.type === type && parts.has(one.target));
  const stylesPart = byType('styles');
  const stringsPart = byType('sharedStrings');
  const context: Context = {
    strings: stringsPart === undefined ? [] : readSharedStrings(readText(parts, stringsPart.target)),
    styles: readStyles(stylesPart === undefined ? null : readText(parts, stylesPart.target)),
    shift: isTrue(child(root, 'workbookPr')?.attributes['date1904']) ? 1462 : 0,
    cells: { count: 0, slots: 0 },
  };
  const sheets: SheetEntry[] = [];
  const pictures: SheetPicture[] = [];
  for (const node of childrenOf(child(root, 'sheets'), 'sheet')) {
    const name = unescapeText(node.attributes['name'] ?? '');
    const id = prefixedAttribute(node, 'id') ?? '';
    const relation = relations.find((one) => one.id === id);
    if (relation === undefined || !parts.has(relation.target))
      throw new UnusableFile('broken', `sheet ${name} has no part`);
    const worksheet = relation.type === 'worksheet';
    const sheetText = worksheet ? readText(parts, relation.target) : '';
    sheets.push({ name, id, key: relation.target, worksheet, ...stateOf(sheetText) });
    const state = node.attributes['state'];
    pictures.push({
      name,
      visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      ...(worksheet ? readSheet(sheetText, context) : { rows: [], merges: [] }),
      hiddenRowsKnown: true,
    });
  }
  if (!sheets.some((sheet) => sheet.worksheet)) throw new UnusableFile('no-sheets');
  // A cycle or a .rels that cannot be read shows now, not when the result is written.
  reachable(parts);
  const strict = /purl\.oclc\.org\/ooxml/.test(text.slice(root.start, root.openEnd));
  const structureLocked = isTrue(child(root, 'workbookProtection')?.attributes['lockStructure']);
  return { picture: { sheets: pictures }, file: { parts, workbook, sheets, strict, structureLocked } };
}
