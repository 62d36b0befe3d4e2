/** Repairs of a user's own cells: one <c> is replaced, everything else in the sheet stays as it is written. */
import { areaFromA1, fromA1, toA1 } from '#core/workbook/address';
import type { Area } from '#core/workbook/picture';
import type { CellEdit } from '#core/workbook/plan';
import { ChosenTokens } from './alternate.ts';
import { rootPrefix, rowNumber } from './scan.ts';
import { cellXml } from './sheet-xml.ts';
import { shiftFormula } from './shift.ts';
import type { StyleBook } from './styles.ts';
import { looksRun } from './text.ts';
import { CLOSE, OPEN } from './token.ts';
import { sourceOf } from './tokens.ts';
import { UnusableFile } from './unusable.ts';
import { escapeXml } from './markup.ts';
import type { TextEdit } from './xml.ts';

/** An edit that cannot be made without harm to other cells. */
export class UnsafeEdit extends Error {}

interface Target {
  row: number;
  column: number;
  edit: CellEdit;
}

/** A formula in a cell, and where its element lies. */
interface Formula {
  from: number;
  to: number;
  type: string;
  group: string;
  area: string | null;
  text: string;
}

interface Found {
  row: number;
  column: number;
  formula: Formula | null;
}

function isWithin({ row, column }: Target, area: Area): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** Goes over the rows of a sheet once and gathers what changes; positions are offsets into its bytes. */
class Editing {
  readonly changes: TextEdit[] = [];
  readonly replaced: Found[] = [];
  /** Cells with a shared formula, by its group. */
  readonly shared = new Map<string, Found[]>();
  private readonly rows = new Map<number, Map<number, Target>>();
  private readonly all: Target[] = [];
  /** Rows that are still to come. */
  private readonly pending: number[];
  private row = -1;
  private column = -1;
  /** Cells of this row that are still to come. */
  private targets: Target[] = [];

  constructor(
    private readonly tokens: ChosenTokens,
    readonly prefix: string,
    edits: CellEdit[],
    private readonly styles: StyleBook,
  ) {
    for (const edit of edits) {
      const place = fromA1(edit.cell);
      if (place === null) throw new UnsafeEdit(`no cell ${edit.cell}`);
      const row = this.rows.get(place.row) ?? new Map<number, Target>();
      row.set(place.column, { ...place, edit });
      this.rows.set(place.row, row);
    }
    for (const row of this.rows.values()) this.all.push(...row.values());
    this.pending = [...this.rows.keys()].sort((x, y) => x - y);
  }

  /** The sheetData whose start tag came last. */
  run(): void {
    const { tokens, prefix } = this;
    const { empty, end } = tokens;
    if (!empty) {
      while (tokens.child()) {
        if (tokens.isNamed(prefix, 'row')) this.readRow();
        else tokens.skip();
      }
    }
    const rest = this.pending.map((missing) => this.rowXml(missing)).join('');
    if (rest === '') return;
    if (empty) this.changes.push({ from: end - 2, to: end, text: `>${rest}</${prefix}sheetData>` });
    else this.changes.push({ from: tokens.start, to: tokens.start, text: rest });
  }

  private make({ row, column, edit }: Target, style: number): string {
    const quote = typeof edit.value === 'string' && looksRun(edit.value);
    const number = this.styles.variant(style, edit.format, quote);
    return cellXml(
      this.prefix,
      ` r="${toA1(row, column)}"${number === 0 ? '' : ` s="${number}"`}`,
      edit.value === '' ? null : edit.value,
    );
  }

  private cellsOf(row: number): Target[] {
    return [...(this.rows.get(row)?.values() ?? [])].sort((x, y) => x.column - y.column);
  }

  private rowXml(row: number): string {
    const cells = this.cellsOf(row).map((one) => this.make(one, 0));
    return `<${this.prefix}row r="${row + 1}">${cells.join('')}</${this.prefix}row>`;
  }

  private insertBefore(limit: number, at: number): void {
    while (this.targets.length > 0 && this.targets[0]!.column < limit)
      this.changes.push({ from: at, to: at, text: this.make(this.targets.shift()!, 0) });
  }

  private readRow(): void {
    const { tokens, prefix, pending, changes } = this;
    const { start, end } = tokens;
    const at = tokens.indexOf('r');
    this.row = at < 0 ? this.row + 1 : rowNumber(tokens.bytes, tokens.place(at, 2), tokens.place(at, 3));
    this.column = -1;
    while (pending.length > 0 && pending[0]! < this.row)
      changes.push({ from: start, to: start, text: this.rowXml(pending.shift()!) });
    if (pending[0] === this.row) pending.shift();
    this.targets = this.cellsOf(this.row);
    if (tokens.empty) {
      if (this.targets.length === 0) return;
      const cells = this.targets.map((one) => this.make(one, 0)).join('');
      changes.push({ from: end - 2, to: end, text: `>${cells}</${prefix}row>` });
      return;
    }
    while (tokens.child()) {
      if (tokens.isNamed(prefix, 'c')) this.readCell();
      else tokens.skip();
    }
    this.insertBefore(Infinity, tokens.start);
  }

  private readCell(): void {
    const { tokens, prefix } = this;
    const { start } = tokens;
    const style = Number(tokens.attribute('s') ?? 0);
    this.column = fromA1(tokens.attribute('r') ?? '')?.column ?? this.column + 1;
    this.insertBefore(this.column, start);
    const found: Found = { row: this.row, column: this.column, formula: null };
    if (!tokens.empty) {
      while (tokens.child()) {
        if (found.formula === null && tokens.isNamed(prefix, 'f')) found.formula = this.readFormula();
        else tokens.skip();
      }
    }
    const { formula } = found;
    if (formula?.type === 'shared') {
      const members = this.shared.get(formula.group);
      if (members === undefined) this.shared.set(formula.group, [found]);
      else members.push(found);
    }
    if (formula?.type === 'array' || formula?.type === 'dataTable') this.refuseArray(formula);
    if (this.targets[0]?.column !== this.column) return;
    this.changes.push({ from: start, to: tokens.end, text: this.make(this.targets.shift()!, style) });
    this.replaced.push(found);
  }

  private readFormula(): Formula {
    const { tokens } = this;
    const formula: Formula = {
      from: tokens.start,
      to: tokens.end,
      type: tokens.attribute('t') ?? '',
      group: tokens.attribute('si') ?? '',
      area: tokens.attribute('ref'),
      text: '',
    };
    for (let kind = tokens.empty ? CLOSE : tokens.next(); kind !== CLOSE; kind = tokens.next()) {
      if (kind === OPEN) tokens.skip();
      else formula.text += tokens.told();
    }
    formula.to = tokens.end;
    return formula;
  }

  private refuseArray({ area: ref }: Formula): void {
    const area = areaFromA1(ref ?? '');
    const single = area !== null && area.top === area.bottom && area.left === area.right;
    const hit = single ? undefined : this.all.find((cell) => area !== null && isWithin(cell, area));
    if (hit !== undefined) throw new UnsafeEdit(`${hit.edit.cell} is part of an array formula`);
  }
}

/** The bytes with all edits made, stretch by stretch; edits at one place keep their order. */
function* edited(bytes: Uint8Array, edits: TextEdit[]): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const sorted = edits.map((edit, order) => ({ ...edit, order })).sort((x, y) => x.from - y.from || x.order - y.order);
  let at = 0;
  for (const edit of sorted) {
    yield bytes.subarray(at, edit.from);
    yield encoder.encode(edit.text);
    at = Math.max(at, edit.to);
  }
  yield bytes.subarray(at);
}

/** @returns the sheet with the edits made, in pieces, and whether a formula went (calcChain must then go, too). `bytes` as readPlain() gives them. */
export function editSheet(
  bytes: Uint8Array,
  edits: CellEdit[],
  styles: StyleBook,
): { pieces: Iterable<Uint8Array>; formulaLost: boolean } {
  const tokens = new ChosenTokens(sourceOf(bytes));
  tokens.asWritten = true;
  const prefix = rootPrefix(tokens);
  let editing: Editing | null = null;
  while (tokens.child()) {
    if (!tokens.isNamed(prefix, 'sheetData')) tokens.skip();
    else if (editing !== null) throw new UnusableFile('broken', 'two sheetData');
    else {
      editing = new Editing(tokens, prefix, edits, styles);
      editing.run();
    }
  }
  if (editing === null) throw new UnsafeEdit('no sheetData');
  const changes = [...editing.changes, ...moveShared(editing)];
  return {
    pieces: edited(bytes, changes),
    formulaLost: editing.replaced.some((one) => one.formula !== null),
  };
}

/** A shared formula is written in its first cell only: when that one goes, the next cell of the group takes it over. */
function moveShared({ prefix, shared, replaced }: Editing): TextEdit[] {
  const changes: TextEdit[] = [];
  const gone = new Set(replaced);
  for (const [group, cells] of shared) {
    const master = cells.find(({ formula }) => formula !== null && formula.text !== '');
    if (!master?.formula || !gone.has(master)) continue;
    const heir = cells.find((cell) => cell !== master && !gone.has(cell));
    if (!heir?.formula) continue;
    // The group keeps its area: cells in it that are no members do not matter to a reader.
    const area = master.formula.area ?? toA1(heir.row, heir.column);
    const moved = escapeXml(shiftFormula(master.formula.text, heir.row - master.row, heir.column - master.column));
    changes.push({
      from: heir.formula.from,
      to: heir.formula.to,
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
