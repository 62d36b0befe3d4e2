/** Range and RangeList. Rows and columns are counted from 1 by scripts, from 0 in here. */
import type { Area } from '#core/workbook/picture';
import { enter, shown } from './enter.ts';
import type { Gate } from './gate.ts';
import {
  a1Of,
  contains,
  DEFAULT_FORMAT,
  instantOf,
  isDateCell,
  overlaps,
  PLAIN,
  withLook,
  type BookModel,
  type Look,
  type SheetModel,
  type Stored,
} from './model.ts';
import { FilterImpl } from './parts.ts';
import type { RichTextValueImpl } from './rich.ts';

/** What all objects of a spreadsheet share. */
export interface World {
  gate: Gate;
  book: BookModel;
}

const COLOUR = /^#[0-9a-f]{6}$/i;
const TEXT_LIMIT = 50_000;

/** A picture in a cell. */
class CellImageImpl {
  readonly kind = 'CellImage';
}

function sizeError(world: World, rows: number, wanted: number, what: 'rows' | 'columns'): never {
  return world.gate.fail(
    `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${rows} but the range has ${wanted}.`,
    'size',
  );
}

export class RangeImpl {
  readonly kind = 'Range';
  readonly _world: World;
  readonly _sheet: SheetModel;
  readonly _area: Area;

  constructor(world: World, sheet: SheetModel, area: Area) {
    if (sheet.isDeleted) world.gate.fail('Sheet not found.');
    if (area.bottom >= sheet.maxRows || area.right >= sheet.maxColumns || area.top < 0 || area.left < 0)
      world.gate.fail('The coordinates of the range are outside the dimensions of the sheet.', 'outside');
    this._world = world;
    this._sheet = sheet;
    this._area = area;
  }

  /** Calls `job` for every cell; what it gives back, if anything, is stored. */
  _each(job: (cell: Stored, row: number, column: number) => void): this {
    if (this._world.gate.conditions.viewer) this._world.gate.fail('You do not have permission to edit.', 'scope');
    const { top, left, bottom, right } = this._area;
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1)
        job(this._sheet.make(row, column), row - top, column - left);
    return this;
  }

  _matrix<T>(read: (cell: Stored | undefined, row: number, column: number) => T): T[][] {
    const { top, left, bottom, right } = this._area;
    const all: T[][] = [];
    for (let row = top; row <= bottom; row += 1) {
      const line: T[] = [];
      const cells = this._sheet.rows[row];
      for (let column = left; column <= right; column += 1) line.push(read(cells?.[column], row, column));
      all.push(line);
    }
    return all;
  }

  _sized<T>(values: T[][]): T[][] {
    const rows = this.getNumRows();
    const columns = this.getNumColumns();
    if (values.length !== rows) sizeError(this._world, values.length, rows, 'rows');
    for (const line of values) if (line.length !== columns) sizeError(this._world, line.length, columns, 'columns');
    return values;
  }

  _guard(): void {
    const { conditions, fail } = this._world.gate;
    if (conditions.viewer) fail('You do not have permission to edit.', 'scope');
    for (const one of this._sheet.protections)
      if (!one.warningOnly && !one.canEdit && (one.area === null || overlaps(one.area, this._area)))
        fail(
          'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
        );
  }

  _enter(cell: Stored, value: unknown): void {
    if (typeof value === 'string' && value.length > TEXT_LIMIT)
      this._world.gate.fail('Your input contains more than the maximum of 50000 characters in a single cell.');
    if (typeof value === 'object' && value !== null && Object.prototype.toString.call(value) !== '[object Date]')
      this._world.gate.fail('Service error: Spreadsheets', 'service');
    enter(cell, value, this._world.book.locale);
  }

  _refused(): void {
    const area = this._sheet.refusing.find((one) => overlaps(one, this._area));
    if (area !== undefined)
      this._world.gate.fail(
        `The data you entered in cell ${a1Of({ ...area, bottom: area.top, right: area.left })} violates the data validation rules set on this cell.`,
      );
  }

  getRow(): number {
    return this._area.top + 1;
  }
  getColumn(): number {
    return this._area.left + 1;
  }
  getNumRows(): number {
    return this._area.bottom - this._area.top + 1;
  }
  getNumColumns(): number {
    return this._area.right - this._area.left + 1;
  }
  getA1Notation(): string {
    return a1Of(this._area);
  }

  getValues(): unknown[][] {
    const { book } = this._world;
    return this._matrix((stored) => {
      const cell = book.result(stored);
      if (cell === undefined) return '';
      if (cell.kind === 'other') return new CellImageImpl();
      if (isDateCell(cell)) return new Date(instantOf(cell.value as number, book.timeZone));
      return cell.value ?? '';
    });
  }
  getFormulas(): string[][] {
    return this._matrix((cell) => cell?.formula ?? '');
  }
  getNumberFormats(): string[][] {
    return this._matrix((cell) => (cell === undefined || cell.format === '' ? DEFAULT_FORMAT : cell.format));
  }
  getDisplayValues(): string[][] {
    const { book } = this._world;
    return this._matrix((cell) => shown(book.result(cell), book.locale));
  }
  getMergedRanges(): RangeImpl[] {
    return this._sheet.merges
      .filter((area) => overlaps(area, this._area))
      .map((area) => new RangeImpl(this._world, this._sheet, area));
  }
  canEdit(): boolean {
    if (this._world.gate.conditions.viewer) return false;
    return this._sheet.protections.every(
      (one) => one.warningOnly || one.canEdit || (one.area !== null && !overlaps(one.area, this._area)),
    );
  }

  setValue(value: unknown): this {
    this._guard();
    this._refused();
    return this._each((cell) => this._enter(cell, value));
  }
  setValues(values: unknown[][]): this {
    this._guard();
    this._sized(values);
    this._refused();
    return this._each((cell, row, column) => this._enter(cell, values[row]![column]));
  }
  setNumberFormat(format: string): this {
    this._guard();
    if (format === 'General') this._world.gate.fail('Invalid number format.');
    return this._each((cell) => (cell.format = format === 'general' ? '' : format));
  }
  setNumberFormats(formats: string[][]): this {
    this._guard();
    this._sized(formats);
    return this._each((cell, row, column) => {
      const format = formats[row]![column]!;
      cell.format = format === 'general' ? '' : format;
    });
  }
  setRichTextValue(value: RichTextValueImpl): this {
    return this.setRichTextValues([[value]]);
  }
  setRichTextValues(values: RichTextValueImpl[][]): this {
    this._guard();
    this._sized(values);
    this._refused();
    return this._each((cell, row, column) => {
      const { _text: text, _link: link } = values[row]![column]!;
      if (text === '') this._world.gate.fail('Illegal argument.');
      delete cell.kind;
      delete cell.formula;
      cell.value = text;
      if (link === null) delete cell.link;
      else cell.link = link;
    });
  }

  _look<P extends keyof Look>(property: P, value: Look[P] | undefined): this {
    this._guard();
    return this._each((cell) => (cell.look = withLook(cell.look, property, value)));
  }
  _looks<P extends keyof Look>(
    property: P,
    values: (string | null)[][],
    of: (value: string) => Look[P] | undefined,
  ): this {
    this._guard();
    this._sized(values);
    return this._each((cell, row, column) => {
      const value = values[row]![column]!;
      cell.look = withLook(cell.look, property, value === null ? undefined : of(value));
    });
  }
  /** A wrong colour or alignment is accepted without a word, and has no effect. */
  _colour(property: 'fill' | 'color', colour: string | null): this {
    if (colour !== null && !COLOUR.test(colour)) return this;
    return this._look(property, colour === null ? undefined : colour.toUpperCase());
  }
  _colours(property: 'fill' | 'color', colours: (string | null)[][]): this {
    this._guard();
    this._sized(colours);
    return this._each((cell, row, column) => {
      const colour = colours[row]![column]!;
      if (colour === null || COLOUR.test(colour))
        cell.look = withLook(cell.look, property, colour === null ? undefined : colour.toUpperCase());
    });
  }
  setBackground(colour: string | null): this {
    return this._colour('fill', colour);
  }
  setBackgrounds(colours: (string | null)[][]): this {
    return this._colours('fill', colours);
  }
  setFontColor(colour: string | null): this {
    return this._colour('color', colour);
  }
  setFontColors(colours: (string | null)[][]): this {
    return this._colours('color', colours);
  }
  setFontWeight(weight: string | null): this {
    return this._look('bold', weight === 'bold' ? true : undefined);
  }
  setFontStyle(style: string | null): this {
    return this._look('italic', style === 'italic' ? true : undefined);
  }
  setFontLine(line: string | null): this {
    return this._look('strike', line === 'line-through' ? true : undefined);
  }
  setFontSize(size: number): this {
    return this._look('fontSize', size);
  }
  setHorizontalAlignment(align: string | null): this {
    return this._look('align', align === 'normal' || align === null ? undefined : (align as 'left'));
  }
  setVerticalAlignment(align: string | null): this {
    return this._look('valign', align === null || align === 'bottom' ? undefined : (align as 'top'));
  }
  setHorizontalAlignments(aligns: (string | null)[][]): this {
    return this._looks('align', aligns, (align) => (align === 'normal' ? undefined : (align as 'left')));
  }
  setVerticalAlignments(aligns: (string | null)[][]): this {
    return this._looks('valign', aligns, (align) => (align === 'bottom' ? undefined : (align as 'top')));
  }
  setWrap(wrap: boolean): this {
    return this._look('wrap', wrap ? true : undefined);
  }
  setBorder(top: boolean | null, ...rest: unknown[]): this {
    const all = [top, ...rest.slice(0, 5)];
    return this._look('border', all.every((side) => side === true) ? true : undefined);
  }

  merge(): this {
    this._guard();
    const { _sheet: sheet, _area: area, _world: world } = this;
    if (sheet.merges.some((one) => overlaps(one, area) && !contains(area, one)))
      world.gate.fail('You must select all cells in a merged range to merge or unmerge them.');
    const { columns, rows } = sheet.frozen;
    if ((columns > area.left && columns <= area.right) || (rows > area.top && rows <= area.bottom))
      world.gate.fail("You can't merge frozen and non-frozen columns");
    sheet.merges = sheet.merges.filter((one) => !overlaps(one, area));
    if (area.top !== area.bottom || area.left !== area.right) sheet.merges.push({ ...area });
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1) {
        const cell = sheet.at(row, column);
        if (cell !== undefined && (row !== area.top || column !== area.left)) cell.value = null;
      }
    return this;
  }
  /** Each row by itself. */
  mergeAcross(): this {
    const { top, bottom } = this._area;
    for (let row = top; row <= bottom; row += 1)
      new RangeImpl(this._world, this._sheet, { ...this._area, top: row, bottom: row }).merge();
    return this;
  }
  breakApart(): this {
    this._guard();
    if (this._sheet.merges.some((one) => overlaps(one, this._area) && !contains(this._area, one)))
      this._world.gate.fail('You must select all cells in a merged range to merge or unmerge them.');
    this._sheet.merges = this._sheet.merges.filter((one) => !overlaps(one, this._area));
    return this;
  }
  getNotes(): string[][] {
    return this._matrix((cell) => cell?.note ?? '');
  }
  setNotes(notes: string[][]): this {
    this._guard();
    this._sized(notes);
    return this._each((cell, row, column) => {
      if (notes[row]![column] === '') delete cell.note;
      else cell.note = notes[row]![column]!;
    });
  }
  /** Content and looks; notes, rules and merged areas stay. */
  clear(): this {
    return this.clearContent()._each((cell) => {
      cell.format = '';
      cell.look = PLAIN;
    });
  }
  clearContent(): this {
    this._guard();
    return this._each((cell) => {
      cell.value = null;
      delete cell.kind;
      delete cell.formula;
      delete cell.link;
    });
  }
  clearDataValidations(): this {
    this._guard();
    this._sheet.refusing = this._sheet.refusing.filter((one) => !overlaps(one, this._area));
    return this;
  }

  /** A smaller target is overrun by the whole source, a larger one repeats it. Merges of the target that are cut are refused. */
  copyTo(target: RangeImpl, type?: unknown, transposed?: unknown): void {
    const { gate } = this._world;
    if (transposed === true) gate.fail('not in the fake yet: transposed');
    if (type !== undefined && type !== gate.enum('CopyPasteType')['PASTE_NORMAL'])
      gate.fail('not in the fake yet: this kind of paste');
    target._guard();
    const rows = Math.max(this.getNumRows(), target.getNumRows());
    const columns = Math.max(this.getNumColumns(), target.getNumColumns());
    const { top, left } = target._area;
    const area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
    const sheet = target._sheet;
    if (area.bottom >= sheet.maxRows || area.right >= sheet.maxColumns)
      gate.fail('The coordinates of the range are outside the dimensions of the sheet.', 'outside');
    target._refused();
    if (sheet.merges.some((one) => overlaps(one, area)))
      gate.fail('You must select all cells in a merged range to merge or unmerge them.');
    const own = this._sheet.merges.filter((one) => contains(this._area, one));
    const { rows: frozenRows, columns: frozenColumns } = sheet.frozen;
    const moved = own.map((one) => ({
      top: one.top - this._area.top + top,
      left: one.left - this._area.left + left,
      bottom: one.bottom - this._area.top + top,
      right: one.right - this._area.left + left,
    }));
    if (
      moved.some(
        (one) =>
          (frozenColumns > one.left && frozenColumns <= one.right) ||
          (frozenRows > one.top && frozenRows <= one.bottom),
      )
    )
      gate.fail("You can't merge frozen and non-frozen columns");
    // Rows that a filter hides are left out of a paste.
    const isFiltered = sheet.filter !== null && sheet.filter.criteria.size > 0;
    for (let row = 0; row < rows; row += 1) {
      if (isFiltered && sheet.hiddenRows.has(top + row)) continue;
      for (let column = 0; column < columns; column += 1) {
        const source = this._sheet.at(
          this._area.top + (row % this.getNumRows()),
          this._area.left + (column % this.getNumColumns()),
        );
        const line = (sheet.rows[top + row] ??= []);
        // A note of the target goes, as when a person pastes.
        if (source === undefined) delete line[left + column];
        else line[left + column] = { ...source };
      }
    }
    sheet.merges.push(...moved);
  }

  createFilter(): FilterImpl {
    this._guard();
    if (this._sheet.filter !== null)
      this._world.gate.fail('You can’t create a filter in a sheet that already has a filter.');
    this._sheet.filter = { area: { ...this._area }, criteria: new Set() };
    return new FilterImpl(this._world, this._sheet);
  }
  activate(): this {
    if (this._sheet.hidden) this._sheet.hidden = false;
    this._world.book.active = this._sheet;
    this._sheet.selection = a1Of(this._area);
    return this;
  }
  getSheet(): unknown {
    return this._world.gate.fail('not in the fake yet: Range.getSheet');
  }
}

/** Several ranges that are told of at once. */
export class RangeListImpl {
  readonly kind = 'RangeList';
  readonly _ranges: RangeImpl[];

  constructor(ranges: RangeImpl[]) {
    this._ranges = ranges;
  }

  _all(job: (range: RangeImpl) => void): this {
    for (const range of this._ranges) job(range);
    return this;
  }
  clear(): this {
    return this._all((range) => range.clear());
  }
  setNumberFormat(format: string): this {
    return this._all((range) => range.setNumberFormat(format));
  }
  setBackground(colour: string | null): this {
    return this._all((range) => range.setBackground(colour));
  }
  setFontColor(colour: string | null): this {
    return this._all((range) => range.setFontColor(colour));
  }
  setFontWeight(weight: string | null): this {
    return this._all((range) => range.setFontWeight(weight));
  }
  setFontStyle(style: string | null): this {
    return this._all((range) => range.setFontStyle(style));
  }
  setFontLine(line: string | null): this {
    return this._all((range) => range.setFontLine(line));
  }
  setFontSize(size: number): this {
    return this._all((range) => range.setFontSize(size));
  }
  setHorizontalAlignment(align: string | null): this {
    return this._all((range) => range.setHorizontalAlignment(align));
  }
  setVerticalAlignment(align: string | null): this {
    return this._all((range) => range.setVerticalAlignment(align));
  }
  setWrap(wrap: boolean): this {
    return this._all((range) => range.setWrap(wrap));
  }
  setBorder(top: boolean | null, ...rest: unknown[]): this {
    return this._all((range) => range.setBorder(top, ...rest));
  }
}
