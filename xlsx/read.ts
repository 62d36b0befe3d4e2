/** Workbook bytes → picture. */
import { areaFromA1 } from '#core/workbook/address';
import { isDateFormat } from '#core/workbook/cell';
import type { Cell, RichCell } from '#core/workbook/cell';
import type { Area, Picture, RowPicture, SheetPicture } from '#core/workbook/picture';
import { builtInFormat } from './formats.ts';
import { readLong, readText, reachable, relationsOf, signatureParts } from './package.ts';
import type { Relation } from './package.ts';
import { attributeIn, childrenAt, findSheetData, rootContent, rootPrefix, scanRows, tagAt } from './scan.ts';
import type { RawCell } from './scan.ts';
import { readSharedStrings, stringOf } from './strings.ts';
import type { Footnoted } from './strings.ts';
import { unescapeText } from './text.ts';
import { UnusableFile } from './unusable.ts';
import { child, childrenOf, decodeText, parseXml, prefixedAttribute } from './xml.ts';
import type { XmlNode } from './xml.ts';
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
  /** It carries a digital signature, which no changed workbook can keep. */
  signed: boolean;
}

interface Style {
  format: string | undefined;
  date: boolean;
}

interface Context {
  strings: (string | Footnoted)[];
  /** The mark that was left out of the cell read last. */
  footnote: string | null;
  styles: Style[];
  shift: number;
  cells: { count: number; slots: number };
}

/** More array places than this (cells far to the right in very many rows) would not fit into memory. */
const SLOTS = 12_000_000;
/** Excel takes number formats of 255 characters. */
const FORMAT = 1024;
/** More cell formats than this (Excel: 65,490) no workbook has. */
const FORMATS = 70_000;

function styleOf(code: string | null): Style {
  if (code === null || code === '' || /^general$/i.test(code)) return { format: undefined, date: false };
  return { format: code, date: isDateFormat(code) };
}

function readStyles(text: string | null): Style[] {
  if (text === null) return [];
  const root = parseXml(text);
  const codes = new Map<number, string>();
  for (const node of childrenOf(child(root, 'numFmts'), 'numFmt')) {
    const code = node.attributes['formatCode'] ?? '';
    if (code.length > FORMAT) throw new UnusableFile('broken', 'number format');
    codes.set(Number(node.attributes['numFmtId']), unescapeText(code));
  }
  const formats = childrenOf(child(root, 'cellXfs'), 'xf');
  if (formats.length > FORMATS) throw new UnusableFile('bomb', 'cell formats');
  const known = new Map<number, Style>();
  return formats.map((node) => {
    const id = Number(node.attributes['numFmtId'] ?? 0);
    const style = known.get(id) ?? styleOf(codes.get(id) ?? builtInFormat(id));
    known.set(id, style);
    return style;
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

/** A text of the file, whose footnote marks the context takes. */
function storedCell(stored: string | Footnoted, raw: RawCell, context: Context): Cell {
  if (typeof stored === 'string') return textCell(stored, raw);
  context.footnote = stored.footnote;
  return textCell(stored.text, raw);
}

const TYPES = new Set(['', 'n', 's', 'str', 'inlineStr', 'b', 'e', 'd']);

function cellOf(raw: RawCell, context: Context, prefix: string): Cell {
  const { type } = raw;
  context.footnote = null;
  if (!TYPES.has(type)) throw new UnusableFile('broken', 'cell type');
  // One of the formats that are appended on writing would take its place.
  if (raw.style > 0 && raw.style >= context.styles.length) throw new UnusableFile('broken', 'cell style');
  if (type === 'inlineStr') return storedCell(raw.inline === null ? '' : stringOf(raw.inline, prefix), raw, context);
  const value = raw.value !== null && raw.value.includes('&') ? decodeText(raw.value) : raw.value;
  if (raw.formula && (value === null || (value === '' && type !== 'str'))) return rich(null, raw, 'uncalculated');
  if (value === null || (value === '' && type !== 'str')) return null;
  if (type === 's') {
    const text = /^\s*\d+\s*$/.test(value) ? context.strings[Number(value)] : undefined;
    if (text === undefined) throw new UnusableFile('broken', 'shared string');
    return storedCell(text, raw, context);
  }
  if (type === 'str') return textCell(unescapeText(value), raw);
  if (type === 'b') {
    const truth = value.trim() === '1' || value.trim() === 'true';
    return raw.formula ? rich(truth, raw) : truth;
  }
  if (type === 'e') return rich(value, raw, 'error');
  const style = context.styles[raw.style];
  if (type === 'd') return rich(serialOf(value.trim()) ?? value, raw, 'date', style?.format);
  const number = numberOf(value);
  if (number === null) return textCell(value, raw);
  if (style?.date === true) return rich(number + context.shift, raw, 'date', style.format);
  return raw.formula || style?.format !== undefined ? rich(number, raw, undefined, style?.format) : number;
}

/** A number as the format writes it; Number() alone would read "0x1F", and blanks as 0. */
function numberOf(value: string): number | null {
  const number = Number(value);
  if (!Number.isFinite(number)) return null;
  return value.charCodeAt(0) <= 48 && (/[xob]/i.test(value) || value.trim() === '') ? null : number;
}

/** The merged areas, from the mergeCells beside the cells. */
function mergesIn(text: string, prefix: string, from: number): Area[] {
  const merges: Area[] = [];
  for (const list of childrenAt(text, from)) {
    if (list.name !== `${prefix}mergeCells` || list.openEnd + 1 === list.end) continue;
    for (const one of childrenAt(text, list.openEnd + 1)) {
      const area = areaFromA1(attributeIn(text.slice(one.open, one.openEnd + 1), 'ref') ?? '');
      if (one.name === `${prefix}mergeCell` && area !== null) merges.push(area);
    }
  }
  return merges;
}

const COLUMNS = 16_384;

/** The hidden columns, also those of no width; `last`: the last column that holds something. */
function hiddenColumns(text: string, prefix: string, last: number): number[] {
  const hidden = new Set<number>();
  const told = new Set<number>();
  let rest = false;
  for (const one of childrenAt(text, rootContent(text), `${prefix}sheetData`)) {
    if (one.name === `${prefix}sheetData`) break;
    if (one.name === `${prefix}sheetFormatPr`)
      rest = isNoWidth(attributeIn(text.slice(one.open, one.openEnd + 1), 'defaultColWidth'));
    if (one.name !== `${prefix}cols` || one.openEnd + 1 === one.end) continue;
    for (const item of childrenAt(text, one.openEnd + 1)) {
      const tag = text.slice(item.open, item.openEnd + 1);
      const [from, to] = [Number(attributeIn(tag, 'min')), Number(attributeIn(tag, 'max'))];
      const isHidden = isTrue(attributeIn(tag, 'hidden')) || isNoWidth(attributeIn(tag, 'width'));
      if (item.name !== `${prefix}col` || !(from >= 1) || !(to <= COLUMNS)) continue;
      for (let column = from - 1; column < Math.min(to, last + 1); column += 1) {
        told.add(column);
        if (isHidden) hidden.add(column);
      }
    }
  }
  if (rest) for (let column = 0; column <= last; column += 1) if (!told.has(column)) hidden.add(column);
  return [...hidden].sort((x, y) => x - y);
}

function isNoWidth(width: string | null): boolean {
  return width !== null && width.trim() !== '' && Number(width) === 0;
}

function readSheet(
  text: string,
  context: Context,
): Pick<SheetPicture, 'rows' | 'merges' | 'hiddenColumns' | 'footnotes'> {
  const prefix = rootPrefix(text);
  const rows = new Map<number, RowPicture>();
  const hidden = new Set<number>();
  const footnotes: NonNullable<SheetPicture['footnotes']> = [];
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
      if (context.footnote !== null) footnotes.push({ row: raw.row, column: raw.column, text: context.footnote });
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
  const columns = hiddenColumns(
    text,
    prefix,
    list.reduce((most, { cells }) => Math.max(most, cells.length - 1), -1),
  );
  const merges = mergesIn(text, prefix, afterData(text, prefix));
  return {
    rows: list,
    merges,
    ...(columns.length > 0 ? { hiddenColumns: columns } : {}),
    ...(footnotes.length > 0 ? { footnotes } : {}),
  };
}

/** Where the elements after the cells begin. */
function afterData(text: string, prefix: string): number {
  const { open, from, to } = findSheetData(text, prefix);
  return open < 0 ? text.length : text.startsWith('</', to) ? text.indexOf('>', to) + 1 : from;
}

function isTrue(attribute: string | null | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

/** What a person has set on a sheet that we may have to write anew. */
function stateOf(text: string): Pick<SheetEntry, 'locked' | 'filtered'> {
  if (text === '') return { locked: false, filtered: false };
  const prefix = rootPrefix(text);
  const after = afterData(text, prefix);
  const protection = [...childrenAt(text, after)].find((one) => one.name === `${prefix}sheetProtection`);
  const locked = protection !== undefined && isTrue(attributeIn(tagAt(text, protection.open), 'sheet'));
  return { locked, filtered: text.includes(`<${prefix}filterColumn`, after) };
}

function findWorkbook(parts: Map<string, Part>): string {
  if (parts.has('mimetype') && parts.has('content.xml')) throw new UnusableFile('ods');
  if (!parts.has('[content_types].xml'))
    throw new UnusableFile(parts.has('xl/workbook.xml') ? 'broken' : 'not-workbook', 'no [Content_Types].xml');
  const types = parseXml(readText(parts, '[content_types].xml')).children.map(
    (node) => node.attributes['ContentType'] ?? '',
  );
  if (types.some((type) => /sheet\.binary/i.test(type))) throw new UnusableFile('xlsb');
  // By content type, not by name: a macro may be called anything.
  const isMacro = (type: string): boolean => /macroEnabled|vbaProject|macrosheet/i.test(type);
  if (types.some(isMacro) || [...parts.keys()].some((key) => /(^|\/)vbaproject\.bin$/.test(key)))
    throw new UnusableFile('macro');
  const target = relationsOf(parts, '').find((one) => one.type === 'officeDocument')?.target;
  if (target === undefined || !parts.has(target)) throw new UnusableFile('broken', 'no workbook part');
  if (relationsOf(parts, target).some((one) => isMacro(one.type))) throw new UnusableFile('macro');
  return target;
}

/** The sheets as workbook.xml lists them, each with a part of its own: two that share one are broken, as in Excel. */
function sheetNodes(root: XmlNode): XmlNode[] {
  const nodes = childrenOf(child(root, 'sheets'), 'sheet');
  if (nodes.length > LIMITS.sheets) throw new UnusableFile('bomb', `${nodes.length} sheets`);
  const names = new Set<string>();
  for (const node of nodes) {
    const id = node.attributes['sheetId'];
    if (id !== undefined && !/^\d{1,9}$/.test(id)) throw new UnusableFile('broken', 'sheetId');
    const name = (node.attributes['name'] ?? '').toLowerCase();
    if (names.has(name)) throw new UnusableFile('broken', 'two sheets of one name');
    names.add(name);
  }
  return nodes;
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
    footnote: null,
    strings: stringsPart === undefined ? [] : readSharedStrings(readLong(parts, stringsPart.target)),
    styles: readStyles(stylesPart === undefined ? null : readText(parts, stylesPart.target)),
    shift: isTrue(child(root, 'workbookPr')?.attributes['date1904']) ? 1462 : 0,
    cells: { count: 0, slots: 0 },
  };
  const sheets: SheetEntry[] = [];
  const pictures: SheetPicture[] = [];
  const byId = new Map(relations.map((one) => [one.id, one]));
  if (byId.size < relations.length) throw new UnusableFile('broken', 'two relationships of one id');
  const used = new Set<string>();
  for (const node of sheetNodes(root)) {
    const name = unescapeText(node.attributes['name'] ?? '');
    const id = prefixedAttribute(node, 'id') ?? '';
    const relation = byId.get(id);
    if (relation === undefined || !parts.has(relation.target))
      throw new UnusableFile('broken', `sheet ${name} has no part`);
    if (used.has(relation.target)) throw new UnusableFile('broken', 'two sheets with one part');
    used.add(relation.target);
    const worksheet = relation.type === 'worksheet';
    const sheetText = worksheet ? readLong(parts, relation.target) : '';
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
  return {
    picture: { sheets: pictures },
    file: { parts, workbook, sheets, strict, structureLocked, signed: signatureParts(parts).size > 0 },
  };
}
