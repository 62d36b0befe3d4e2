/** Workbook bytes → picture. */
import { isDateFormat } from '#core/workbook/cell';
import type { Picture, SheetPicture } from '#core/workbook/picture';
import type { Context, Style } from './cells.ts';
import { builtInFormat } from './formats.ts';
import { readText, readTokens, reachable, relationsOf, signatureParts } from './package.ts';
import type { Relation } from './package.ts';
import { isTrue, readSheet } from './read-sheet.ts';
import { readSharedStrings, Texts } from './strings.ts';
import { unescapeText } from './text.ts';
import { UnusableFile } from './unusable.ts';
import { child, childrenOf, parseXml, prefixedAttribute } from './xml.ts';
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
  const texts = new Texts();
  const context: Context = {
    footnote: null,
    strings:
      stringsPart === undefined
        ? []
        : readTokens(parts, stringsPart.target, (tokens) => readSharedStrings(tokens, texts)),
    styles: readStyles(stylesPart === undefined ? null : readText(parts, stylesPart.target)),
    shift: isTrue(child(root, 'workbookPr')?.attributes['date1904']) ? 1462 : 0,
  };
  const amount = { cells: 0, slots: 0 };
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
    const content = worksheet
      ? readTokens(parts, relation.target, (tokens) => readSheet(tokens, context, texts, amount))
      : { picture: { rows: [], merges: [] }, locked: false, filtered: false };
    sheets.push({
      name,
      id,
      key: relation.target,
      worksheet,
      locked: content.locked,
      filtered: content.filtered,
    });
    const state = node.attributes['state'];
    pictures.push({
      name,
      visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      ...content.picture,
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
