/** workbook.xml: our sheets and their names inserted, everything else left as it is written. */
import { columnLetters, fromA1 } from '#core/workbook/address';
import type { BookName, BookSheet } from '#core/workbook/book';
import { absolute } from './areas.ts';
import { RELS } from './sheet-xml.ts';
import { escapeXml } from './markup.ts';
import { appendEdit, applyEdits, attributeEdit, child, childrenOf, parseXml, withPrefix } from './xml.ts';
import type { TextEdit, XmlNode } from './xml.ts';

/** A planned sheet with its place in the workbook. */
export interface Place {
  plan: BookSheet;
  name: string;
  index: number;
  isNew: boolean;
  relation: string;
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

/** @returns whether a spreadsheet takes this for the name of cells: no address, in no way of writing one. */
function isName(name: string): boolean {
  return (
    /^[\p{L}_][\p{L}\p{M}\p{N}_.]{0,254}$/u.test(name) && fromA1(name) === null && !/^(r\d*(c\d*)?|c\d*)$/i.test(name)
  );
}

/** The names of a book, each told whole. */
function namesXml(names: readonly BookName[], places: Place[]): string {
  const seen = new Set<string>();
  return names
    .map(({ name, sheet, area }) => {
      const key = name.toLowerCase();
      if (!isName(name) || seen.has(key)) throw new RangeError(`no name for cells: "${name}"`);
      if (!places.some((place) => place.plan.name === sheet)) throw new RangeError(`name ${name}: no sheet ${sheet}`);
      seen.add(key);
      return `<definedName name="${escapeXml(name)}">${escapeXml(absolute(sheet, area))}</definedName>`;
    })
    .join('');
}

/** The largest sheetId that Excel takes. */
const LAST_ID = 65_534;

const OURS = ['_xlnm._FilterDatabase', '_xlnm.Print_Titles', '_xlnm.Print_Area'];

/**
 * @returns workbook.xml with our sheets and their names in it; `recalculate`: formulas, those that look at replaced cells too,
 * are to be worked out on opening.
 */
export function editWorkbook(
  text: string,
  places: Place[],
  recalculate: boolean,
  bookNames: readonly BookName[] = [],
): string {
  const root = parseXml(text);
  const edits: TextEdit[] = [];
  const sheets = child(root, 'sheets')!;
  const nodes = childrenOf(sheets, 'sheet');
  const ids = new Set(nodes.map((node) => Number(node.attributes['sheetId'] ?? 0)));
  let largest = Math.max(0, ...ids);
  const nextId = (): number => {
    // Past the format's last number the gaps are used.
    let id = largest < LAST_ID ? largest + 1 : 1;
    while (ids.has(id)) id += 1;
    ids.add(id);
    largest = Math.max(largest, id);
    return id;
  };
  const bound = Object.entries(root.attributes).find(
    ([name, value]) => name.startsWith('xmlns:') && /officeDocument(\/2006)?\/relationships$/.test(value),
  );
  const r = bound === undefined ? 'r' : bound[0].slice(6);
  const declare = bound === undefined ? ` xmlns:r="${RELS}"` : '';
  let added = '';
  for (const place of places) {
    const hidden = place.plan.visibility === 'hidden';
    if (place.isNew) {
      const state = hidden ? ' state="hidden"' : '';
      added += `<sheet name="${escapeXml(place.plan.name)}" sheetId="${nextId()}"${state}${declare} ${r}:id="${place.relation}"/>`;
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
  const fresh = withPrefix(places.flatMap(ourNames).join('') + namesXml(bookNames, places), root.prefix);
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
