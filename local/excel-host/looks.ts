/** How the cells of a file look: fonts, fills, borders, alignment, locks and number formats, as far as the host's model holds them. */
import { fromA1 } from '#core/workbook/address';
import type { WorkbookFile } from '#xlsx/index';
import { builtInFormat } from '#xlsx/formats';
import { readText, relationsOf, resolve } from '#xlsx/package';
import { child, childrenOf, parseXml, type XmlNode } from '#xlsx/xml';
import { PLAIN, withLook, type Border, type Look } from './model/cells.ts';
import type { SheetModel } from './model/sheet.ts';

/** Cells without content are given their looks only up to so many: a file may format a million of them. */
const MOST_EMPTY = 100_000;

/** A cell format of the file. */
export interface FileStyle {
  look: Look;
  format: string;
}

type Colours = (node: XmlNode | undefined) => string | undefined;

const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

function tinted(hex: string, tint: number): string {
  const parts = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16);
    const moved = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(Math.min(255, Math.max(0, moved)))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('').toUpperCase()}`;
}

/** The file's theme colours, in the order that styles number them. */
function themeColours(file: WorkbookFile, workbook: string): string[] {
  const relation = relationsOf(file.parts, workbook).find((one) => one.type === 'theme' && file.parts.has(one.target));
  if (relation === undefined) return [];
  const scheme = child(child(parseXml(readText(file.parts, relation.target)), 'themeElements'), 'clrScheme');
  return THEME_ORDER.map((name) => {
    const colour = child(scheme, name)?.children[0];
    return `#${colour?.attributes['lastClr'] ?? colour?.attributes['val'] ?? '000000'}`;
  });
}

function coloursOf(theme: readonly string[]): Colours {
  return (node) => {
    if (node === undefined) return undefined;
    const { rgb, theme: index, tint, indexed } = node.attributes;
    if (rgb !== undefined) return `#${rgb.slice(-6).toUpperCase()}`;
    const base = index === undefined ? undefined : theme[Number(index)];
    if (base !== undefined) return tinted(base, Number(tint ?? 0));
    return indexed === '9' ? '#FFFFFF' : undefined;
  };
}

const on = (node: XmlNode | undefined): true | undefined =>
  node !== undefined && node.attributes['val'] !== '0' && node.attributes['val'] !== 'false' ? true : undefined;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function fontLook(node: XmlNode | undefined, colours: Colours): Partial<Look> {
  const size = Number(child(node, 'sz')?.attributes['val'] ?? 11);
  const name = child(node, 'name')?.attributes['val'];
  const color = colours(child(node, 'color'));
  return {
    bold: on(child(node, 'b')),
    italic: on(child(node, 'i')),
    strikethrough: on(child(node, 'strike')),
    underline: child(node, 'u') === undefined ? undefined : 'Single',
    size: size === 11 ? undefined : size,
    name: name === 'Calibri' ? undefined : name,
    color: color === '#000000' ? undefined : color,
  };
}

function fillLook(node: XmlNode | undefined, colours: Colours): Partial<Look> {
  const pattern = child(node, 'patternFill');
  return pattern?.attributes['patternType'] === 'solid' ? { fill: colours(child(pattern, 'fgColor')) } : {};
}

const SIDES = { left: 'EdgeLeft', right: 'EdgeRight', top: 'EdgeTop', bottom: 'EdgeBottom' } as const;
const WEIGHTS: Readonly<Record<string, string>> = { medium: 'Medium', thick: 'Thick', hair: 'Hairline' };

function borderLook(node: XmlNode | undefined, colours: Colours): Partial<Look> {
  const borders: Record<string, Border> = {};
  for (const [name, edge] of Object.entries(SIDES)) {
    const side = child(node, name);
    const style = side?.attributes['style'];
    if (style === undefined || style === 'none') continue;
    const color = colours(child(side, 'color')) ?? '#000000';
    borders[edge] = { style: 'Continuous', color, weight: WEIGHTS[style] ?? 'Thin' };
  }
  return Object.keys(borders).length === 0 ? {} : { borders };
}

function alignmentLook(node: XmlNode | undefined): Partial<Look> {
  const { horizontal, vertical, wrapText, indent } = node?.attributes ?? {};
  const level = Number(indent ?? 0);
  return {
    horizontalAlignment: horizontal === undefined || horizontal === 'general' ? undefined : capital(horizontal),
    verticalAlignment: vertical === undefined ? undefined : capital(vertical),
    wrapText: wrapText === '1' || wrapText === 'true' ? true : undefined,
    indentLevel: level > 0 ? level : undefined,
  };
}

/** @returns the file's cell formats by number. */
export function fileStyles(file: WorkbookFile): FileStyle[] {
  const workbook = resolve('', file.parts.get(file.workbook)!.name);
  const relation = relationsOf(file.parts, workbook).find((one) => one.type === 'styles' && file.parts.has(one.target));
  if (relation === undefined) return [];
  const root = parseXml(readText(file.parts, relation.target));
  const colours = coloursOf(themeColours(file, workbook));
  const own = new Map(
    childrenOf(child(root, 'numFmts'), 'numFmt').map((node) => [
      node.attributes['numFmtId'],
      node.attributes['formatCode'] ?? 'General',
    ]),
  );
  const [fonts, fills, borders] = ['fonts', 'fills', 'borders'].map((name) => child(root, name)?.children ?? []);
  return childrenOf(child(root, 'cellXfs'), 'xf').map((xf) => {
    const { numFmtId = '0', fontId = '0', fillId = '0', borderId = '0' } = xf.attributes;
    const locked = child(xf, 'protection')?.attributes['locked'];
    const look = withLook(PLAIN, {
      ...fontLook(fonts?.[Number(fontId)], colours),
      ...fillLook(fills?.[Number(fillId)], colours),
      ...borderLook(borders?.[Number(borderId)], colours),
      ...alignmentLook(child(xf, 'alignment')),
      locked: locked === '0' || locked === 'false' ? false : undefined,
    });
    return { look, format: own.get(numFmtId) ?? builtInFormat(Number(numFmtId)) ?? 'General' };
  });
}

/** Gives a sheet's cells the looks that its XML names. */
export function readLooks(text: string, sheet: SheetModel, styles: readonly FileStyle[]): void {
  let empty = 0;
  for (const [tag] of text.matchAll(/<(?:\w+:)?c\s[^>]*>/g)) {
    const style = styles[Number(/\ss="(\d+)"/.exec(tag)?.[1] ?? 0)];
    if (style === undefined || (style.look === PLAIN && style.format === 'General')) continue;
    const place = fromA1(/\sr="([A-Z]+\d+)"/.exec(tag)?.[1] ?? '');
    if (place === null) continue;
    let cell = sheet.at(place.row, place.column);
    if (cell === undefined) {
      empty += 1;
      if (empty > MOST_EMPTY) continue;
      cell = sheet.make(place.row, place.column);
    }
    cell.look = style.look;
    cell.format = style.format;
  }
}
