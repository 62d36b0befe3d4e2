/** styles.xml, append only: an equal child is used again, so that runs do not make the part grow. */
import type { BookCondition, BookStyle } from '#core/workbook/book';
import { builtInId } from './formats.ts';
import { escapeXml } from './markup.ts';
import { appendEdit, applyEdits, attributeEdit, child, childrenOf, parseXml, withPrefix } from './xml.ts';
import type { TextEdit, XmlNode } from './xml.ts';

const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** The sections that are looked into, and what each holds. */
const ELEMENTS = { numFmts: 'numFmt', fonts: 'font', fills: 'fill', borders: 'border', cellXfs: 'xf', dxfs: 'dxf' };

const FONT = '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>';
const NO_FILL = '<fill><patternFill patternType="none"/></fill>';
const GRAY = '<fill><patternFill patternType="gray125"/></fill>';
const NO_BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>';
const XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';

/** What a section needs in its first places where a file has no such section. */
const SEEDS: Record<string, string[]> = { fonts: [FONT], fills: [NO_FILL, GRAY], borders: [NO_BORDER], cellXfs: [XF] };

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** The styles of a new workbook. */
export const EMPTY_STYLES =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN}"><fonts count="1">${FONT}</fonts>` +
  `<fills count="2">${NO_FILL}${GRAY}</fills><borders count="1">${NO_BORDER}</borders><cellStyleXfs count="1">${XF}</cellStyleXfs>` +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** An element written so that equal ones are equal texts: no prefixes, attributes sorted, foreign attributes dropped. */
function canonical(node: XmlNode): string {
  const attributes = Object.keys(node.attributes)
    .filter((name) => !name.includes(':') && name !== 'xmlns')
    .sort()
    .map((name) => `${name}=${JSON.stringify(node.attributes[name])}`);
  return `<${node.name} ${attributes.join(' ')}>${node.children.map(canonical).join('')}</>`;
}

interface Section {
  node: XmlNode | null;
  keys: string[];
  sources: string[];
  added: string[];
}

function colour(hex: string): string {
  return `FF${hex.replace('#', '').toUpperCase()}`;
}

/** The styles of one workbook: look up or append, then take the text. */
export class StyleBook {
  private readonly text: string;
  private readonly root: XmlNode;
  private readonly sections = new Map<string, Section>();
  private readonly formats = new Map<string, number>();
  private readonly memo = new Map<string, number>();
  private nextFormat = 164;

  constructor(text: string) {
    this.text = text;
    this.root = parseXml(text);
    for (const [name, element] of Object.entries(ELEMENTS)) {
      const node = child(this.root, name) ?? null;
      // Numbered as the reader numbers them: what is none of them is not counted.
      const children = childrenOf(node ?? undefined, element);
      const section: Section = {
        node,
        keys: children.map(canonical),
        sources: children.map((one) => text.slice(one.start, one.end)),
        added: [],
      };
      this.sections.set(name, section);
      if (node === null || children.length === 0) for (const seed of SEEDS[name] ?? []) this.append(section, seed);
    }
    for (const node of child(this.root, 'numFmts')?.children ?? []) {
      const id = Number(node.attributes['numFmtId']);
      const code = node.attributes['formatCode'] ?? '';
      if (!this.formats.has(code)) this.formats.set(code, id);
      this.nextFormat = Math.max(this.nextFormat, id + 1);
    }
  }

  private append(section: Section, xml: string): number {
    section.keys.push(canonical(parseXml(xml)));
    section.sources.push(xml);
    section.added.push(xml);
    return section.keys.length - 1;
  }

  private ensure(name: string, xml: string): number {
    const memoKey = name + xml;
    const known = this.memo.get(memoKey);
    if (known !== undefined) return known;
    const section = this.sections.get(name)!;
    const at = section.keys.indexOf(canonical(parseXml(xml)));
    const index = at >= 0 ? at : this.append(section, xml);
    this.memo.set(memoKey, index);
    return index;
  }

  private formatId(code: string | undefined): number {
    if (code === undefined || code === '') return 0;
    const known = builtInId(code) ?? this.formats.get(code);
    if (known !== undefined) return known;
    const id = this.nextFormat;
    this.nextFormat += 1;
    this.formats.set(code, id);
    this.append(this.sections.get('numFmts')!, `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return id;
  }

  /** @returns the number of the cell format for a style of a plan. */
  style(style: BookStyle, quote: boolean): number {
    const flag = (on: true | undefined, tag: string): string => (on === true ? `<${tag}/>` : '');
    const font = this.ensure(
      'fonts',
      `<font>${flag(style.bold, 'b')}${flag(style.italic, 'i')}${flag(style.strike, 'strike')}<sz val="${style.fontSize ?? 11}"/>` +
        `${style.color === undefined ? '' : `<color rgb="${colour(style.color)}"/>`}<name val="Calibri"/><family val="2"/></font>`,
    );
    const fill =
      style.fill === undefined
        ? 0
        : this.ensure(
            'fills',
            `<fill><patternFill patternType="solid"><fgColor rgb="${colour(style.fill)}"/><bgColor indexed="64"/></patternFill></fill>`,
          );
    const side = (name: string): string => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;
    const border =
      style.border === true
        ? this.ensure(
            'borders',
            `<border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border>`,
          )
        : this.ensure('borders', NO_BORDER);
    const format = this.formatId(style.format);
    let alignment = '';
    if (style.align !== undefined) alignment += ` horizontal="${style.align}"`;
    if (style.valign !== undefined) alignment += ` vertical="${style.valign === 'middle' ? 'center' : 'top'}"`;
    if (style.wrap === true) alignment += ' wrapText="1"';
    const base = child(this.root, 'cellStyleXfs') === undefined ? '' : ' xfId="0"';
    const attributes =
      `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}"${base}${quote ? ' quotePrefix="1"' : ''}` +
      `${format === 0 ? '' : ' applyNumberFormat="1"'}${font === 0 ? '' : ' applyFont="1"'}${fill === 0 ? '' : ' applyFill="1"'}` +
      `${border === 0 ? '' : ' applyBorder="1"'}${alignment === '' ? '' : ' applyAlignment="1"'}${style.unlocked === true ? ' applyProtection="1"' : ''}`;
    const inside =
      (alignment === '' ? '' : `<alignment${alignment}/>`) +
      (style.unlocked === true ? '<protection locked="0"/>' : '');
    return this.ensure('cellXfs', inside === '' ? `<xf ${attributes}/>` : `<xf ${attributes}>${inside}</xf>`);
  }

  /** @returns the number of what a condition changes of a cell's looks. */
  difference({ bold, color, fill }: BookCondition['style']): number {
    const font = (bold === true ? '<b/>' : '') + (color === undefined ? '' : `<color rgb="${colour(color)}"/>`);
    // Here the colour of a solid fill is that of its background.
    const ground = fill === undefined ? '' : `<fill><patternFill><bgColor rgb="${colour(fill)}"/></patternFill></fill>`;
    return this.ensure('dxfs', `<dxf>${font === '' ? '' : `<font>${font}</font>`}${ground}</dxf>`);
  }

  /** @returns the number of a cell format like number `base`, with another number format and quote mark. */
  variant(base: number, format: string | undefined, quote: boolean): number {
    const cellXfs = this.sections.get('cellXfs')!;
    const source = cellXfs.sources[base] ?? cellXfs.sources[0] ?? XF;
    const node = parseXml(source);
    const quoted = node.attributes['quotePrefix'] === '1' || node.attributes['quotePrefix'] === 'true';
    if (format === undefined && quoted === quote) return base;
    const edits: TextEdit[] = [];
    if (format !== undefined) {
      edits.push(attributeEdit(source, node, 'numFmtId', String(this.formatId(format))));
      edits.push(attributeEdit(source, node, 'applyNumberFormat', '1'));
    }
    if (quoted !== quote) edits.push(attributeEdit(source, node, 'quotePrefix', quote ? '1' : null));
    // Only the attribute part is changed; the prefix is put on again when the text is taken.
    const plain = applyEdits(source, edits).replace(/<(\/?)[A-Za-z][\w.-]*:(?=[A-Za-z])/g, '<$1');
    return this.ensure('cellXfs', plain);
  }

  /** @returns the text of the part with what was appended. */
  result(): string {
    const edits: TextEdit[] = [];
    const isEmpty = this.root.openEnd === this.root.end;
    let inside = '';
    for (const [name, section] of this.sections) {
      if (section.added.length === 0) continue;
      const xml = withPrefix(section.added.join(''), this.root.prefix);
      if (section.node !== null) {
        edits.push(attributeEdit(this.text, section.node, 'count', String(section.keys.length)));
        edits.push(appendEdit(this.text, section.node, xml));
        continue;
      }
      const later = ORDER.slice(ORDER.indexOf(name) + 1);
      const at = this.root.children.find((one) => later.includes(one.name))?.start ?? this.root.closeStart;
      const tag = this.root.prefix + name;
      const whole = `<${tag} count="${section.keys.length}">${xml}</${tag}>`;
      if (isEmpty) inside += whole;
      else edits.push({ from: at, to: at, text: whole });
    }
    // A root written as one empty element ("<styleSheet/>") is opened: behind it there is no place.
    if (inside !== '') edits.push(appendEdit(this.text, this.root, inside));
    return edits.length === 0 ? this.text : applyEdits(this.text, edits);
  }
}
