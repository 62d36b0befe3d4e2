/** Repairs of a user's own cells: one <c> is replaced, everything else in the sheet stays as it is written. */
import { areaFromA1, fromA1, toA1 } from '#core/workbook/address';
import type { Area } from '#core/workbook/picture';
import type { CellEdit } from '#core/workbook/plan';
import { elementEnd } from './markup.ts';
import { attributeIn, findSheetData, rootPrefix, rowNumber, tagAt } from './scan.ts';
import { cellXml } from './sheet-xml.ts';
import { shiftFormula } from './shift.ts';
import type { StyleBook } from './styles.ts';
import { looksRun } from './text.ts';
import { escapeXml } from './markup.ts';
import { applyEdits, decodeText } from './xml.ts';
import type { TextEdit } from './xml.ts';

/** An edit that cannot be made without harm to other cells. */
export class UnsafeEdit extends Error {}

interface Target {
  row: number;
  column: number;
  edit: CellEdit;
}

interface Found {
  start: number;
  end: number;
  tag: string;
  row: number;
  column: number;
}

function isWithin({ row, column }: Target, area: Area): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** @returns the sheet's text with the edits made, and whether a formula went (calcChain must then go, too). */
export function editSheet(text: string, edits: CellEdit[], styles: StyleBook): { text: string; formulaLost: boolean } {
  const prefix = rootPrefix(text);
  const data = findSheetData(text, prefix);
  if (data.open < 0) throw new UnsafeEdit('no sheetData');
  const rows = new Map<number, Map<number, Target>>();
  for (const edit of edits) {
    const place = fromA1(edit.cell);
    if (place === null) throw new UnsafeEdit(`no cell ${edit.cell}`);
    const row = rows.get(place.row) ?? new Map<number, Target>();
    row.set(place.column, { ...place, edit });
    rows.set(place.row, row);
  }
  const all = [...rows.values()].flatMap((row) => [...row.values()]);
  const make = ({ row, column, edit }: Target, style: number): string => {
    const quote = typeof edit.value === 'string' && looksRun(edit.value);
    const number = styles.variant(style, edit.format, quote);
    return cellXml(
      prefix,
      ` r="${toA1(row, column)}"${number === 0 ? '' : ` s="${number}"`}`,
      edit.value === '' ? null : edit.value,
    );
  };
  const changes: TextEdit[] = [];
  const replaced: Found[] = [];
  const shared = new Map<string, Found[]>();
  const cellsOf = (targets: Map<number, Target> | undefined): Target[] =>
    [...(targets?.values() ?? [])].sort((x, y) => x.column - y.column);
  const rowXml = (row: number, targets: Map<number, Target>): string =>
    `<${prefix}row r="${row + 1}">${cellsOf(targets)
      .map((one) => make(one, 0))
      .join('')}</${prefix}row>`;
  const pending = [...rows.keys()].sort((x, y) => x - y);
  const pattern = new RegExp(`<${prefix}(row|c)(?=[\\s/>])`, 'g');
  pattern.lastIndex = data.from;
  let row = -1;
  let column = -1;
  let targets: Target[] = [];
  let rowEnd = -1;
  const insertBefore = (limit: number, at: number): void => {
    while (targets.length > 0 && targets[0]!.column < limit)
      changes.push({ from: at, to: at, text: make(targets.shift()!, 0) });
  };
  const closeRow = (): void => {
    if (rowEnd >= 0) insertBefore(Infinity, rowEnd);
  };
  for (let match = pattern.exec(text); match !== null && match.index < data.to; match = pattern.exec(text)) {
    const tag = tagAt(text, match.index);
    const open = match.index + tag.length - 1;
    const r = attributeIn(tag, 'r');
    if (match[1] === 'row') {
      closeRow();
      row = r === null ? row + 1 : rowNumber(r);
      column = -1;
      while (pending.length > 0 && pending[0]! < row) {
        const missing = pending.shift()!;
        changes.push({ from: match.index, to: match.index, text: rowXml(missing, rows.get(missing)!) });
      }
      targets = cellsOf(rows.get(row));
      if (pending[0] === row) pending.shift();
      const empty = tag.endsWith('/>');
      rowEnd = empty ? -1 : text.indexOf(`</${prefix}row`, open);
      if (empty && targets.length > 0) {
        const cells = targets.map((one) => make(one, 0)).join('');
        changes.push({ from: open - 1, to: open + 1, text: `>${cells}</${prefix}row>` });
        targets = [];
      }
    } else {
      const place = r === null ? null : fromA1(r);
      column = place?.column ?? column + 1;
      const end = elementEnd(text, match.index);
      const found: Found = { start: match.index, end, tag, row, column };
      insertBefore(column, match.index);
      const inner = text.slice(open + 1, end);
      const formula = new RegExp(`<${prefix}f(?=[\\s/>])[^>]*>`).exec(inner)?.[0];
      if (formula !== undefined && attributeIn(formula, 't') === 'shared') {
        const group = attributeIn(formula, 'si') ?? '';
        const members = shared.get(group);
        if (members === undefined) shared.set(group, [found]);
        else members.push(found);
      }
      if (formula !== undefined && /^(array|dataTable)$/.test(attributeIn(formula, 't') ?? '')) {
        const area = areaFromA1(attributeIn(formula, 'ref') ?? '');
        const single = area !== null && area.top === area.bottom && area.left === area.right;
        const hit = single ? undefined : all.find((cell) => area !== null && isWithin(cell, area));
        if (hit !== undefined) throw new UnsafeEdit(`${hit.edit.cell} is part of an array formula`);
      }
      if (targets[0]?.column === column) {
        changes.push({ from: found.start, to: end, text: make(targets.shift()!, Number(attributeIn(tag, 's') ?? 0)) });
        replaced.push(found);
      }
      pattern.lastIndex = end;
    }
  }
  closeRow();
  const rest = pending.map((missing) => rowXml(missing, rows.get(missing)!)).join('');
  if (rest !== '') {
    const empty = data.from === data.to && text[data.from - 2] === '/';
    changes.push(
      empty
        ? { from: data.from - 2, to: data.from, text: `>${rest}</${prefix}sheetData>` }
        : { from: data.to, to: data.to, text: rest },
    );
  }
  changes.push(...moveShared(text, prefix, shared, replaced));
  const hasFormula = new RegExp(`<${prefix}f[\\s/>]`);
  return {
    text: applyEdits(text, changes),
    formulaLost: replaced.some((one) => hasFormula.test(text.slice(one.start, one.end))),
  };
}

/** A shared formula is written in its first cell only: when that one goes, the next cell of the group takes it over. */
function moveShared(text: string, prefix: string, shared: Map<string, Found[]>, replaced: Found[]): TextEdit[] {
  const changes: TextEdit[] = [];
  const gone = new Set(replaced);
  const pattern = new RegExp(`<${prefix}f(?=[\\s/>])[^>]*?(?:/>|>([^<]*)</${prefix}f\\s*>)`);
  for (const [group, cells] of shared) {
    const formulaOf = (cell: Found): RegExpExecArray => pattern.exec(text.slice(cell.start, cell.end))!;
    const master = cells.find((cell) => (formulaOf(cell)[1] ?? '') !== '');
    if (master === undefined || !gone.has(master)) continue;
    const heir = cells.find((cell) => cell !== master && !gone.has(cell));
    if (heir === undefined) continue;
    const source = decodeText(formulaOf(master)[1]!);
    // The group keeps its area: cells in it that are no members do not matter to a reader.
    const area = attributeIn(formulaOf(master)[0], 'ref') ?? toA1(heir.row, heir.column);
    const moved = escapeXml(shiftFormula(source, heir.row - master.row, heir.column - master.column));
    const at = formulaOf(heir);
    changes.push({
      from: heir.start + at.index,
      to: heir.start + at.index + at[0].length,
      text: `<${prefix}f t="shared" ref="${shrink(area, heir, cells, gone)}" si="${group}">${moved}</${prefix}f>`,
    });
  }
  return changes;
}

function shrink(area: string, heir: Found, cells: Found[], gone: Set<Found>): string {
  const left = cells.filter((cell) => !gone.has(cell));
  if (left.length === 0) return area;
  const bound = (of: (cell: Found) => number, pick: (...values: number[]) => number): number =>
    left.reduce((x, cell) => pick(x, of(cell)), of(heir));
  const top = bound((cell) => cell.row, Math.min);
  const bottom = bound((cell) => cell.row, Math.max);
  const first = bound((cell) => cell.column, Math.min);
  const last = bound((cell) => cell.column, Math.max);
  return `${toA1(top, first)}:${toA1(bottom, last)}`;
}
