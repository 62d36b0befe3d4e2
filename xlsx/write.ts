/** Plan → workbook bytes: what does not change is copied as compressed bytes. */
import type { Book, BookName, BookSheet } from '#core/workbook/book';
import type { CellEdit, Plan } from '#core/workbook/plan';
import { chartXml, drawingXml } from './chart-xml.ts';
import { editSheet } from './edit.ts';
import { keptOf } from './kept.ts';
import type { Kept } from './kept.ts';
import { editTypes, Output, relationship, rels, strictly, TYPES } from './output.ts';
import { folderOf, reachable, readPlain, readText, relationsOf, relsNameOf, resolve } from './package.ts';
import type { SheetEntry, WorkbookFile } from './read.ts';
import { sheetXml } from './sheet-xml.ts';
import { EMPTY_STYLES, StyleBook } from './styles.ts';
import { editWorkbook } from './workbook-xml.ts';
import type { Place } from './workbook-xml.ts';
import { appendEdit, applyEdits, childrenOf, parseXml, withPrefix } from './xml.ts';
import type { TextEdit } from './xml.ts';
import { writeZip } from './pack.ts';
import { keyOf } from './zip.ts';

/** Writes one planned sheet, its drawing and its charts. */
function putSheet(
  output: Output,
  root: string,
  place: Place,
  styles: StyleBook,
  kept: Kept | null,
  names: readonly BookName[],
): void {
  const { plan, name, isNew } = place;
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
  const xml = sheetXml(plan, styles, plan.charts.length > 0 ? 'rId1' : null, kept, names);
  output.setPieces(name, xml, isNew ? TYPES.sheet : undefined);
}

/** Takes calcChain out: it names cells whose formulas are gone. */
function dropCalcChain(output: Output, workbook: string): string | null {
  const chain = relationsOf(output.parts, workbook).find((one) => one.type === 'calcChain');
  if (chain === undefined) return null;
  output.remove(chain.target);
  return chain.id;
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
  for (const edit of list) {
    const edits = sheets.get(edit.sheet);
    if (edits === undefined) sheets.set(edit.sheet, [edit]);
    else edits.push(edit);
  }
  let lost = false;
  for (const [name, edits] of sheets) {
    const entry = file.sheets.find((sheet) => sheet.name === name && sheet.worksheet);
    if (entry === undefined) throw new Error(`no sheet ${name}`);
    const done = editSheet(readPlain(output.parts, entry.key), edits, styles);
    output.setPieces(entry.key, done.pieces);
    lost = lost || done.formulaLost;
  }
  return lost;
}

/** Writes a plan into a workbook: our sheets new or in place, the edits of the user's cells. Same input, same bytes; `file` is not changed. */
export function writeWorkbook(file: WorkbookFile, plan: Plan): Uint8Array {
  return writeInto(file, plan, null);
}

/** The sheets of a book into a workbook, which is worked out on opening. Same input, same bytes. */
export function writeBook(file: WorkbookFile, book: Book): Uint8Array {
  return writeInto(file, { sheets: book.sheets, edits: [] }, book.names);
}

/** `names`: those of a book, whose formulas no one has worked out yet; null: sheets of values. */
function writeInto(
  file: WorkbookFile,
  plan: { sheets: BookSheet[]; edits: CellEdit[] },
  names: readonly BookName[] | null,
): Uint8Array {
  const output = new Output(file);
  output.dropSignature();
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
  const kept = old.map((index, i) => (index < 0 ? null : keptOf(file.parts, file.sheets[index]!.key, plan.sheets[i]!)));
  dropOldContents(output, replaced);

  const stylesRelation = relations.find((one) => one.type === 'styles' && file.parts.has(one.target));
  const oldStyles = stylesRelation === undefined ? EMPTY_STYLES : readText(file.parts, stylesRelation.target);
  const styles = new StyleBook(oldStyles);
  const newRelations: string[] = [];
  const target = (name: string): string => (name.startsWith(root) ? name.slice(root.length) : `/${name}`);

  const formulaLost = editCells(output, file, plan.edits, styles) || kept.some((one) => one?.hadFormula === true);
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
  places.forEach((place, i) => putSheet(output, root, place, styles, kept[i]!, names ?? []));

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
  const newWorkbook = editWorkbook(
    workbookText,
    places,
    names !== null || plan.edits.length > 0 || replaced.length > 0,
    names ?? [],
  );
  if (newWorkbook !== workbookText) output.set(file.workbook, output.strict ? strictly(newWorkbook) : newWorkbook);
  const typesKey = '[content_types].xml';
  const types = readText(file.parts, typesKey);
  const newTypes = editTypes(types, output);
  if (newTypes !== types) output.set(typesKey, newTypes);
  return writeZip([...output.parts.values()]);
}
