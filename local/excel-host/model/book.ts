/** The workbook the host holds: sheets, selection, protection, and who listens to changes. */
import { quoteSheet, toA1 } from '#core/workbook/address';
import { areaA1 } from './areas.ts';
import { OfficeError } from '../errors.ts';
import { evaluate, Unsupported, type Result } from './formulas.ts';
import type { StoredCell } from './cells.ts';
import { SheetModel } from './sheet.ts';
import type { Area } from '#core/workbook/picture';

/** What happened; `by`: 'addin' for calls of the add-in, 'user' for the grid, 'other' for a co-author. */
export interface BookEvent {
  type: string;
  sheet: SheetModel;
  address?: string;
  by: 'addin' | 'user' | 'other';
  details?: Record<string, unknown>;
}

export interface NameModel {
  name: string;
  formula: string;
  visible: boolean;
  comment: string;
}

/** @returns a name as Excel compares it. */
function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

export class Book {
  name = 'Sổ tính.xlsx';
  sheets: SheetModel[] = [];
  active: SheetModel | null = null;
  readOnly = false;
  structureProtected = false;
  calculationMode = 'Automatic';
  names: NameModel[] = [];
  /** Who is acting: events tell it. */
  actor: BookEvent['by'] = 'addin';
  private next = 1;
  private stale = false;
  private readonly listeners = new Set<(event: BookEvent) => void>();

  /** Tells of every change; returns how to stop. */
  listen(listener: (event: BookEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  raise(type: string, sheet: SheetModel, address?: string, details?: Record<string, unknown>): void {
    for (const listener of this.listeners) listener({ type, sheet, address, by: this.actor, details });
  }

  /** Values changed: formulas are worked out again at the end of the request. */
  changed(sheet: SheetModel, area: Area, type = 'WorksheetChanged'): void {
    if (type === 'WorksheetChanged') this.stale = true;
    const details = type === 'WorksheetChanged' ? { changeType: 'RangeEdited' } : undefined;
    this.raise(type, sheet, areaA1(area), details);
  }

  find(name: string): SheetModel | null {
    return this.sheets.find((sheet) => fold(sheet.name) === fold(name) || sheet.id === name) ?? null;
  }

  /** Adds a sheet at the end; `name` must be free. */
  add(name: string): SheetModel {
    this.checkStructure();
    this.checkName(name, null);
    const id = `{00000000-0000-4000-8000-${String(this.next).padStart(12, '0')}}`;
    this.next += 1;
    const sheet = new SheetModel(id, name);
    this.sheets.push(sheet);
    this.active ??= sheet;
    this.raise('WorksheetAdded', sheet);
    return sheet;
  }

  freeName(): string {
    let count = this.sheets.length + 1;
    while (this.find(`Sheet${count}`) !== null) count += 1;
    return `Sheet${count}`;
  }

  checkName(name: string, own: SheetModel | null): void {
    if (name === '' || name.length > 31 || /[\\/?*[\]:]/.test(name) || name.startsWith("'") || name.endsWith("'"))
      throw new OfficeError('InvalidArgument', 'The sheet name is invalid.');
    const other = this.find(name);
    if (other !== null && other !== own) throw new OfficeError('ItemAlreadyExists', 'A sheet with this name exists.');
  }

  checkStructure(): void {
    if (this.readOnly || this.structureProtected) throw new OfficeError('AccessDenied', 'The structure is protected.');
  }

  checkCells(sheet: SheetModel, area: Area | null = null): void {
    if (this.readOnly) throw new OfficeError('AccessDenied', 'The workbook is read-only.');
    if (sheet.isProtected && (area === null || sheet.anyLocked(area)))
      throw new OfficeError('AccessDenied', 'The sheet is protected.');
  }

  remove(sheet: SheetModel): void {
    this.checkStructure();
    // By design of Excel: a very hidden sheet can't be deleted, nor the last visible one.
    if (sheet.visibility === 'VeryHidden') throw new OfficeError('GeneralException', 'The sheet is very hidden.');
    const visible = this.sheets.filter((one) => one.visibility === 'Visible' && one !== sheet);
    if (visible.length === 0) throw new OfficeError('GeneralException', 'A workbook needs a visible sheet.');
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.active === sheet) this.active = visible[0]!;
    this.eachFormula((cell) => {
      const formula = replaceSheet(cell.formula!, sheet.name, '#REF!');
      if (formula === cell.formula) return;
      cell.formula = formula;
      cell.value = '#REF!';
      cell.kind = 'error';
    });
    this.raise('WorksheetDeleted', sheet);
  }

  rename(sheet: SheetModel, name: string): void {
    this.checkStructure();
    this.checkName(name, sheet);
    const before = sheet.name;
    if (before === name) return;
    this.eachFormula((cell) => (cell.formula = replaceSheet(cell.formula!, before, `${quoteSheet(name)}!`)));
    sheet.name = name;
    this.raise('WorksheetNameChanged', sheet, undefined, { nameBefore: before, nameAfter: name });
  }

  show(sheet: SheetModel, visibility: SheetModel['visibility']): void {
    this.checkStructure();
    if (sheet.visibility === visibility) return;
    const others = this.sheets.filter((one) => one !== sheet && one.visibility === 'Visible');
    if (visibility !== 'Visible' && others.length === 0)
      throw new OfficeError('GeneralException', 'A workbook needs a visible sheet.');
    const details = { visibilityBefore: sheet.visibility, visibilityAfter: visibility };
    sheet.visibility = visibility;
    if (visibility !== 'Visible' && this.active === sheet) this.active = others[0]!;
    this.raise('WorksheetVisibilityChanged', sheet, undefined, details);
  }

  activate(sheet: SheetModel): void {
    if (sheet.visibility !== 'Visible') throw new OfficeError('GeneralException', 'A hidden sheet can not be active.');
    if (this.active === sheet) return;
    const before = this.active;
    this.active = sheet;
    if (before !== null) this.raise('WorksheetDeactivated', before);
    this.raise('WorksheetActivated', sheet);
  }

  select(sheet: SheetModel, areas: Area[]): void {
    this.activate(sheet);
    sheet.selection = areas;
    this.raise('WorksheetSelectionChanged', sheet, areas.map(areaA1).join(','));
  }

  /** A person types into a cell of the grid. */
  type(sheet: SheetModel, row: number, column: number, text: string, by: 'user' | 'other' = 'user'): void {
    this.as(by, () => {
      const area = { top: row, left: column, bottom: row, right: column };
      this.checkCells(sheet, area);
      sheet.enter(row, column, text);
      this.changed(sheet, area);
      this.calculate();
    });
  }

  /** Does something in another's name. */
  as<T>(by: BookEvent['by'], job: () => T): T {
    const before = this.actor;
    this.actor = by;
    try {
      return job();
    } finally {
      this.actor = before;
    }
  }

  private eachFormula(job: (cell: StoredCell) => void): void {
    for (const sheet of this.sheets) for (const { cell } of sheet.formulaCells()) job(cell);
  }

  /** Works out all formulas, where something changed; what is beyond the evaluator keeps its stored result. */
  calculate(force = false): void {
    if (!this.stale && !force) return;
    this.stale = false;
    const done = new Set<object>();
    const valueAt = (sheet: SheetModel, row: number, column: number): Result => {
      const cell = sheet.at(row, column);
      if (cell === undefined) return null;
      if (cell.formula !== undefined && !done.has(cell)) {
        // First: a circle ends here, with the stored value.
        done.add(cell);
        try {
          const result = evaluate(cell.formula, (name, atRow, atColumn) => {
            const target = name === null ? sheet : this.find(name);
            return target === null ? undefined : valueAt(target, atRow, atColumn);
          });
          const isError = typeof result === 'object' && result !== null;
          cell.value = isError ? result.error : result;
          if (isError) cell.kind = 'error';
          else delete cell.kind;
        } catch (error) {
          if (!(error instanceof Unsupported)) throw error;
        }
      }
      return cell.kind === 'error' ? { error: String(cell.value) } : cell.value;
    };
    for (const sheet of this.sheets) for (const { row, column } of sheet.formulaCells()) valueAt(sheet, row, column);
  }

  /** The value of "Sheet!A1" by name, for tests and the page. */
  value(sheet: string, row: number, column: number): ReturnType<SheetModel['valueAt']> {
    const found = this.find(sheet);
    if (found === null) throw new Error(`no sheet ${sheet} (${toA1(row, column)})`);
    return found.valueAt(row, column);
  }
}

/** The sheet's references in a formula, with something else in their place; texts in quotes stay. */
function replaceSheet(formula: string, name: string, by: string): string {
  const spellings = new Set([`'${name.replaceAll("'", "''")}'!`, `${name}!`].map(fold));
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!/gu, (part) =>
    spellings.has(fold(part)) ? by : part,
  );
}
