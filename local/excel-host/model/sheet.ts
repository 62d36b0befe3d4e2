/** One sheet: its cells, and everything else Excel keeps with it. */
import type { Scalar } from '#core/workbook/cell';
import type { Area } from '#core/workbook/picture';
import { COLUMNS, cross, ROWS, sizeOf } from './areas.ts';
import { isBlank, isUntouched, PLAIN, withLook, type Link, type Look, type StoredCell } from './cells.ts';
import { enter } from './enter.ts';

export interface SeriesModel {
  name: string;
  chartType: string;
  gapWidth: number;
  overlap: number;
  values: string;
  categories: string;
  fill: string;
}

export interface ChartModel {
  id: string;
  name: string;
  chartType: string;
  title: string;
  legendPosition: string;
  axes: Record<'category' | 'value', { title: string; reversed: boolean }>;
  plotVisibleOnly: boolean;
  source: string;
  seriesBy: string;
  position: [string, string];
  series: SeriesModel[];
}

export interface TableModel {
  id: string;
  name: string;
  area: Area;
  style: string;
}

/** A conditional format; what it does is not drawn. */
export interface RuleModel {
  id: string;
  type: string;
  area: Area;
  formula: string;
  fill: string;
  color: string;
  isBold: boolean;
}

export interface LayoutModel {
  orientation: string;
  paperSize: string;
  zoom: Record<string, number>;
  printOrder: string;
  margins: Record<string, number>;
  titleRows: string | null;
  titleColumns: string | null;
  printArea: string | null;
  footers: Record<string, string>;
}

interface FormulaPlace {
  cell: StoredCell;
  row: number;
  column: number;
}

/** Widest and highest format change that is stored cell by cell: beyond, only what holds something gets it. */
const MOST = 2_000_000;
const WHOLE: Area = { top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 };

export class SheetModel {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  readonly rows = new Map<number, (StoredCell | undefined)[]>();
  merges: Area[] = [];
  /** In points; a column or row that is not there has the host's default. */
  readonly widths = new Map<number, number>();
  readonly heights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  freeze = { rows: 0, columns: 0 };
  filter: Area | null = null;
  isFiltered = false;
  isProtected = false;
  charts: ChartModel[] = [];
  tables: TableModel[] = [];
  rules: RuleModel[] = [];
  tabColor = '';
  showGridlines = true;
  rowBreaks: number[] = [];
  columnBreaks: number[] = [];
  selection: Area[] = [{ top: 0, left: 0, bottom: 0, right: 0 }];
  layout: LayoutModel = {
    orientation: 'Portrait',
    paperSize: 'Letter',
    zoom: { scale: 100 },
    printOrder: 'DownThenOver',
    margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
    titleRows: null,
    titleColumns: null,
    printArea: null,
    footers: {},
  };
  /** Whether more than values and formats changed since it was opened, and which cells did. */
  isReshaped = false;
  readonly edited = new Set<number>();
  /** Cells with a formula; null: to be looked for, something was written. */
  private formulas: readonly FormulaPlace[] | null = null;

  constructor(id: string, name: string) {
    this.id = id;
    this.name = name;
  }

  at(row: number, column: number): StoredCell | undefined {
    return this.rows.get(row)?.[column];
  }

  valueAt(row: number, column: number): Scalar | null {
    return this.at(row, column)?.value ?? null;
  }

  /** The cell to be changed; it is made where there is none. */
  make(row: number, column: number): StoredCell {
    this.formulas = null;
    let line = this.rows.get(row);
    if (line === undefined) this.rows.set(row, (line = []));
    let cell = line[column];
    if (cell === undefined) line[column] = cell = { value: null, format: 'General', look: PLAIN };
    return cell;
  }

  private note(row: number, column: number): void {
    this.formulas = null;
    // A reshaped sheet is saved whole.
    if (!this.isReshaped) this.edited.add(row * COLUMNS + column);
  }

  put(row: number, column: number, cell: StoredCell): void {
    const line = this.rows.get(row) ?? [];
    this.rows.set(row, line);
    line[column] = cell;
    this.note(row, column);
  }

  /** Stores what Excel makes of a value. */
  enter(row: number, column: number, input: Scalar): void {
    if (input === '' && this.at(row, column) === undefined) return;
    const cell = this.make(row, column);
    const entry = enter(input, cell.format);
    cell.value = entry.value;
    delete cell.kind;
    delete cell.formula;
    if (entry.kind !== undefined) cell.kind = entry.kind;
    if (entry.formula !== undefined) cell.formula = entry.formula;
    if (entry.format !== undefined && cell.format === 'General') cell.format = entry.format;
    this.note(row, column);
  }

  /** Cells that may exist in an area, row by row. */
  *cells(area: Area = WHOLE): Generator<[number, number, StoredCell]> {
    for (const row of this.rowsIn(area)) {
      const line = this.rows.get(row)!;
      for (let column = area.left; column <= Math.min(area.right, line.length - 1); column += 1)
        if (line[column] !== undefined) yield [row, column, line[column]!];
    }
  }

  /** The same for whoever looks at all of them: a call a cell and nothing else. */
  walk(job: (cell: StoredCell, row: number, column: number) => void, area: Area = WHOLE): void {
    for (const row of this.rowsIn(area)) {
      const line = this.rows.get(row)!;
      const last = Math.min(area.right, line.length - 1);
      for (let column = area.left; column <= last; column += 1) {
        const cell = line[column];
        if (cell !== undefined) job(cell, row, column);
      }
    }
  }

  /** @returns cells with a formula, row by row: most sheets are asked for them after every request and have none. */
  formulaCells(): readonly FormulaPlace[] {
    if (this.formulas !== null) return this.formulas;
    const found: FormulaPlace[] = [];
    this.walk((cell, row, column) => {
      if (cell.formula !== undefined) found.push({ cell, row, column });
    });
    return (this.formulas = found);
  }

  /** Rows of an area that hold something, ascending. */
  private rowsIn({ top, bottom }: Area): number[] {
    if (bottom - top + 1 < this.rows.size) return [...range(top, bottom)].filter((row) => this.rows.has(row));
    return [...this.rows.keys()].filter((row) => row >= top && row <= bottom).sort((x, y) => x - y);
  }

  /** Changes every cell of an area. */
  each(area: Area, job: (cell: StoredCell) => void): void {
    if (sizeOf(area) > MOST) {
      for (const [row, column, cell] of this.cells(area)) {
        job(cell);
        this.note(row, column);
      }
      return;
    }
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1) {
        job(this.make(row, column));
        this.note(row, column);
      }
  }

  dress(area: Area, change: Partial<Look>): void {
    this.restyle(area, (look) => withLook(look, change));
  }

  /** Gives cells another look that depends on the one they have: it is worked out once for each. */
  restyle(area: Area, next: (look: Look) => Look): void {
    const known = new Map<Look, Look>();
    this.isReshaped = true;
    this.each(area, (cell) => {
      let look = known.get(cell.look);
      if (look === undefined) known.set(cell.look, (look = next(cell.look)));
      cell.look = look;
    });
  }

  link(row: number, column: number, link: Link | null): void {
    this.isReshaped = true;
    const cell = this.make(row, column);
    if (link === null) delete cell.link;
    else cell.link = link;
  }

  /** Where something is; null: nowhere. */
  used(valuesOnly: boolean, within?: Area): Area | null {
    let area: Area | null = null;
    this.walk((cell, row, column) => {
      if (valuesOnly ? isBlank(cell) : isUntouched(cell)) return;
      area ??= { top: row, left: column, bottom: row, right: column };
      area.bottom = row;
      if (column < area.left) area.left = column;
      if (column > area.right) area.right = column;
    }, within);
    return area;
  }

  anyLocked(area: Area): boolean {
    if (sizeOf(area) > MOST) return true;
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1)
        if (this.at(row, column)?.look.locked !== false) return true;
    return false;
  }

  clear(area: Area, what: string): void {
    const all = what === 'All';
    for (const [row, column, cell] of this.cells(area)) {
      if (all || what === 'Contents') {
        cell.value = null;
        delete cell.kind;
        delete cell.formula;
      }
      if (all || what === 'Formats') {
        cell.format = 'General';
        cell.look = PLAIN;
      }
      if (all || what === 'Hyperlinks' || what === 'RemoveHyperlinks') delete cell.link;
      if (isUntouched(cell)) delete this.rows.get(row)![column];
      this.note(row, column);
    }
    if (all || what === 'Formats') this.unmerge(area);
    if (what !== 'Contents') this.isReshaped = true;
  }

  merge(area: Area): void {
    this.unmerge(area);
    this.merges.push(area);
    for (const [row, column, cell] of this.cells(area)) {
      if (row === area.top && column === area.left) continue;
      cell.value = null;
      delete cell.kind;
      delete cell.formula;
    }
    this.isReshaped = true;
  }

  unmerge(area: Area): void {
    const kept = this.merges.filter((one) => cross(one, area) === null);
    if (kept.length !== this.merges.length) this.isReshaped = true;
    this.merges = kept;
  }
}

function* range(from: number, to: number): Generator<number> {
  for (let at = from; at <= to; at += 1) yield at;
}
