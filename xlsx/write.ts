/** Plan → workbook bytes: what does not change is copied as compressed bytes. */
import { columnLetters } from '#core/workbook/address';
import type { CellEdit, Plan, SheetPlan } from '#core/workbook/plan';
import { chartXml, drawingXml } from './chart-xml.ts';
import { editSheet } from './edit.ts';
import { folderOf, reachable, readText, relationsOf, relsNameOf, resolve } from './package.ts';
import type { SheetEntry, WorkbookFile } from './read.ts';
import { absolute, HEAD, RELS, sheetXml } from './sheet-xml.ts';
import { EMPTY_STYLES, StyleBook } from './styles.ts';
import { appendEdit, applyEdits, attributeEdit, child, childrenOf, escapeXml, parseXml, withPrefix } from './xml.ts';
import type { TextEdit, XmlNode } from './xml.ts';
import { keyOf, pack, packPieces, writeZip } from './zip.ts';
import type { Part } from './zip.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES = {
  sheet: `${OFFICE}.spreadsheetml.worksheet+xml`,
  styles: `${OFFICE}.spreadsheetml.styles+xml`,
  drawing: `${OFFICE}.drawing+xml`,
  chart: `${OFFICE}.drawingml.chart+xml`,
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
};

/** A planned sheet with its place in the workbook. */
interface Place {
  plan: SheetPlan;
  name: string;
  index: number;
  isNew: boolean;
  relation: string;
}

class Output {
  readonly parts: Map<string, Part>;
  readonly strict: boolean;
  readonly overrides = new Map<string, string>();
  readonly removed = new Set<string>();
  constructor(file: WorkbookFile) {
    this.parts = new Map(file.parts);
    this.strict = file.strict;
  }
  /** Replaces or adds a part; `type` where it needs an Override of its own. */
  set(name: string, text: string, type?: string): void {
    const key = keyOf(name);
    const utf8 = text.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])[^"']*/, '$1UTF-8');
    this.parts.set(
      key,
      pack(this.parts.get(key)?.name ?? name, this.strict && type !== undefined ? strictly(utf8) : utf8),
    );
    if (type !== undefined) this.overrides.set(name, type);
  }
  /** The same for a text in pieces. */
  setPieces(name: string, pieces: Iterable<string>, type?: string): void {
    const key = keyOf(name);
    this.parts.set(key, packPieces(this.parts.get(key)?.name ?? name, this.strict ? strictPieces(pieces) : pieces));
    if (type !== undefined) this.overrides.set(name, type);
  }
  remove(key: string): void {
    this.parts.delete(key);
    this.removed.add(key);
  }
  /** @returns a part name that is not taken: folder/word + number + .xml. */
  free(stem: string): string {
    let n = 1;
    while (this.parts.has(keyOf(`${stem}${n}.xml`))) n += 1;
    return `${stem}${n}.xml`;
  }
}

/** The namespaces of a strict workbook. */
function strictly(xml: string): string {
  return xml
    .replaceAll(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    )
    .replaceAll(RELS, 'http://purl.oclc.org/ooxml/officeDocument/relationships')
    .replaceAll('http://schemas.openxmlformats.org/drawingml/2006/', 'http://purl.oclc.org/ooxml/drawingml/');
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELS}/${type}" Target="${escapeXml(target)}"/>`;
}

function rels(list: string[]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

/** Writes one planned sheet, its drawing and its charts. */
function putSheet(output: Output, root: string, { plan, name, isNew }: Place, styles: StyleBook): void {
  if (plan.charts.length > 0) {
    const drawing = output.free(`${root}drawings/drawing`);
    output.set(drawing, drawingXml(plan.charts), TYPES.drawing);
    const links = plan.charts.map((chart, i) => {
      const part = output.free(`${root}charts/chart`);
      output.set(part, chartXml(plan, chart), TYPES.chart);
      return relationship(`rId${i + 1}`, 'chart', `/${part}`);
    });
    output.set(relsNameOf(drawing), rels(links), TYPES.rels);
    output.set(relsNameOf(name), rels([relationship('rId1', 'drawing', `/${drawing}`)]), TYPES.rels);
  }
  const xml = sheetXml(plan, styles, plan.charts.length > 0 ? 'rId1' : null);
  output.setPieces(name, xml, isNew ? TYPES.sheet : undefined);
}

function* strictPieces(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield strictly(piece);
}

function hasFormula(text: string): boolean {
  return /<(?:[\w.-]+:)?f[\s/>]/.test(text);
}

/** Takes calcChain out: it names cells whose formulas are gone. */
function dropCalcChain(output: Output, workbook: string): string | null {
  const chain = relationsOf(output.parts, workbook).find((one) => one.type === 'calcChain');
  if (chain === undefined) return null;
  output.remove(chain.target);
  return chain.id;
}

function ourNames({ plan, index }: Place): string[] {
  const names: string[] = [];
  if (plan.filter !== null) {
    names.push(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escapeXml(absolute(plan.name, plan.filter))}</definedName>`,
    );
  }
  const repeat = plan.print?.repeatRows ?? null;
  const columns = plan.print?.repeatColumns ?? 0;
  if (repeat !== null || columns > 0) {
    const sheet = absolute(plan.name, { top: 0, left: 0, bottom: 0, right: 0 }).split('!').slice(0, -1).join('!');
    const titles = [
      columns > 0 ? `${sheet}!$A:$${columnLetters(columns - 1)}` : '',
      repeat === null ? '' : `${sheet}!$${repeat.top + 1}:$${repeat.bottom + 1}`,
    ].filter((part) => part !== '');
    names.push(
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(titles.join(','))}</definedName>`,
    );
  }
  return names;
}

const OURS = ['_xlnm._FilterDatabase', '_xlnm.Print_Titles', '_xlnm.Print_Area'];

function editWorkbook(text: string, places: Place[], recalculate: boolean): string {
  const root = parseXml(text);
  const edits: TextEdit[] = [];
  const sheets = child(root, 'sheets')!;
  const nodes = childrenOf(sheets, 'sheet');
  let sheetId = nodes.reduce((largest, node) => Math.max(largest, Number(node.attributes['sheetId'] ?? 0)), 0);
  const bound = Object.entries(root.attributes).find(
    ([name, value]) => name.startsWith('xmlns:') && /officeDocument(\/2006)?\/relationships$/.test(value),
  );
  const r = bound === undefined ? 'r' : bound[0].slice(6);
  const declare = bound === undefined ? ` xmlns:r="${RELS}"` : '';
  let added = '';
  for (const place of places) {
    const hidden = place.plan.visibility === 'hidden';
    if (place.isNew) {
      sheetId += 1;
      const state = hidden ? ' state="hidden"' : '';
      added += `<sheet name="${escapeXml(place.plan.name)}" sheetId="${sheetId}"${state}${declare} ${r}:id="${place.relation}"/>`;
    } else {
      const node = nodes[place.index]!;
      const state = node.attributes['state'] ?? 'visible';
      if ((state === 'hidden') !== hidden || state === 'veryHidden')
        edits.push(attributeEdit(text, node, 'state', hidden ? 'hidden' : null));
    }
  }
  if (added !== '') edits.push(appendEdit(text, sheets, withPrefix(added, root.prefix)));
  const replaced = new Set(places.filter((place) => !place.isNew).map((place) => String(place.index)));
  const names = child(root, 'definedNames');
  const stale = childrenOf(names, 'definedName').filter(
    (node) => OURS.includes(node.attributes['name'] ?? '') && replaced.has(node.attributes['localSheetId'] ?? ''),
  );
  const fresh = withPrefix(places.flatMap(ourNames).join(''), root.prefix);
  const before = [names, child(root, 'externalReferences'), child(root, 'functionGroups'), sheets].find(
    (node) => node !== undefined,
  )!;
  if (names === undefined) {
    const tag = `${root.prefix}definedNames`;
    if (fresh !== '') edits.push({ from: before.end, to: before.end, text: `<${tag}>${fresh}</${tag}>` });
  } else if (fresh === '' && stale.length === names.children.length) {
    edits.push({ from: names.start, to: names.end, text: '' });
  } else {
    for (const node of stale) edits.push({ from: node.start, to: node.end, text: '' });
    if (fresh !== '') edits.push(appendEdit(text, names, fresh));
  }
  if (recalculate) {
    const calc: XmlNode | undefined = child(root, 'calcPr');
    if (calc !== undefined) edits.push(attributeEdit(text, calc, 'fullCalcOnLoad', '1'));
    else edits.push({ from: before.end, to: before.end, text: `<${root.prefix}calcPr fullCalcOnLoad="1"/>` });
  }
  return applyEdits(text, edits);
}

function editTypes(text: string, output: Output): string {
  const root = parseXml(text);
  const known = new Map(childrenOf(root, 'Override').map((node) => [keyOf(node.attributes['PartName'] ?? ''), node]));
  const relsDefault = childrenOf(root, 'Default').some(
    (node) => node.attributes['Extension']?.toLowerCase() === 'rels',
  );
  const edits: TextEdit[] = [];
  for (const key of output.removed) {
    const node = known.get(key);
    if (node !== undefined && !output.parts.has(key)) edits.push({ from: node.start, to: node.end, text: '' });
  }
  let added = '';
  for (const [name, type] of output.overrides) {
    if (known.has(keyOf(name)) || (type === TYPES.rels && relsDefault)) continue;
    added += `<Override PartName="/${escapeXml(name)}" ContentType="${type}"/>`;
  }
  if (added !== '') edits.push(appendEdit(text, root, withPrefix(added, root.prefix)));
  return applyEdits(text, edits);
}

/** Removes what the replaced sheets alone led to (their old drawings, charts …); what was unreachable before stays. */
function dropOldContents(output: Output, replaced: SheetEntry[]): void {
  const withRels = replaced.filter((sheet) => output.parts.has(keyOf(relsNameOf(sheet.key))));
  if (withRels.length === 0) return;
  const before = reachable(output.parts);
  for (const sheet of withRels) output.remove(keyOf(relsNameOf(sheet.key)));
  const after = reachable(output.parts);
  for (const key of before) if (!after.has(key) && output.parts.has(key)) output.remove(key);
}

function editCells(output: Output, file: WorkbookFile, list: CellEdit[], styles: StyleBook): boolean {
  const sheets = new Map<string, CellEdit[]>();
  for (const edit of list) sheets.set(edit.sheet, [...(sheets.get(edit.sheet) ?? []), edit]);
  let lost = false;
  for (const [name, edits] of sheets) {
    const entry = file.sheets.find((sheet) => sheet.name === name && sheet.worksheet);
    if (entry === undefined) throw new Error(`no sheet ${name}`);
    const done = editSheet(readText(output.parts, entry.key), edits, styles);
    output.set(entry.key, done.text);
    lost = lost || done.formulaLost;
  }
  return lost;
}

/** Writes a plan into a workbook: our sheets new or in place, the edits of the user's cells. Same input, same bytes; `file` is not changed. */
export function writeWorkbook(file: WorkbookFile, plan: Plan): Uint8Array {
  const output = new Output(file);
  const workbookName = resolve('', file.parts.get(file.workbook)!.name);
  const root = folderOf(workbookName);
  const fold = (name: string): string => name.normalize('NFC').toLowerCase();
  const relations = relationsOf(file.parts, workbookName);
  const taken = new Set(relations.map((one) => one.id));
  const freeId = (): string => {
    let n = taken.size + 1;
    while (taken.has(`rId${n}`)) n += 1;
    taken.add(`rId${n}`);
    return `rId${n}`;
  };
  const old = plan.sheets.map((sheet) => file.sheets.findIndex((entry) => fold(entry.name) === fold(sheet.name)));
  const replaced = old.filter((index) => index >= 0).map((index) => file.sheets[index]!);
  if (replaced.some((entry) => !entry.worksheet)) throw new Error('a chart sheet has the name of one of our sheets');
  const formulas = replaced.some((entry) => hasFormula(readText(file.parts, entry.key)));
  dropOldContents(output, replaced);

  const stylesRelation = relations.find((one) => one.type === 'styles' && file.parts.has(one.target));
  const oldStyles = stylesRelation === undefined ? EMPTY_STYLES : readText(file.parts, stylesRelation.target);
  const styles = new StyleBook(oldStyles);
  const newRelations: string[] = [];
  const target = (name: string): string => (name.startsWith(root) ? name.slice(root.length) : `/${name}`);

  const formulaLost = editCells(output, file, plan.edits, styles) || formulas;
  let index = file.sheets.length;
  const places: Place[] = plan.sheets.map((sheet, i) => {
    const at = old[i]!;
    const entry = file.sheets[at];
    if (entry !== undefined) {
      // The part's own spelling: keys are lower case.
      const name = resolve('', file.parts.get(entry.key)!.name);
      return { plan: { ...sheet, name: entry.name }, name, index: at, isNew: false, relation: entry.id };
    }
    const name = output.free(`${root}worksheets/sheet`);
    output.set(name, '<worksheet/>', TYPES.sheet);
    const relation = freeId();
    newRelations.push(relationship(relation, 'worksheet', target(name)));
    index += 1;
    return { plan: sheet, name, index: index - 1, isNew: true, relation };
  });
  for (const place of places) putSheet(output, root, place, styles);

  const newStyles = styles.result();
  if (stylesRelation !== undefined) {
    if (newStyles !== oldStyles) output.set(stylesRelation.target, newStyles);
  } else {
    const name = output.parts.has(keyOf(`${root}styles.xml`)) ? output.free(`${root}styles`) : `${root}styles.xml`;
    output.set(name, newStyles, TYPES.styles);
    newRelations.push(relationship(freeId(), 'styles', target(name)));
  }
  const chain = formulaLost ? dropCalcChain(output, workbookName) : null;
  const relsKey = keyOf(relsNameOf(workbookName));
  if (newRelations.length > 0 || chain !== null) {
    const text = readText(output.parts, relsKey);
    const node = parseXml(text);
    const added = withPrefix(newRelations.join(''), node.prefix);
    const gone = childrenOf(node, 'Relationship').filter((one) => one.attributes['Id'] === chain);
    const edits: TextEdit[] = gone.map((one) => ({ from: one.start, to: one.end, text: '' }));
    if (added !== '') edits.push(appendEdit(text, node, output.strict ? strictly(added) : added));
    output.set(relsKey, applyEdits(text, edits));
  }
  const workbookText = readText(file.parts, file.workbook);
  const newWorkbook = editWorkbook(workbookText, places, plan.edits.length > 0 || replaced.length > 0);
  if (newWorkbook !== workbookText) output.set(file.workbook, output.strict ? strictly(newWorkbook) : newWorkbook);
  const typesKey = '[content_types].xml';
  const types = readText(file.parts, typesKey);
  const newTypes = editTypes(types, output);
  if (newTypes !== types) output.set(typesKey, newTypes);
  return writeZip([...output.parts.values()]);
}
