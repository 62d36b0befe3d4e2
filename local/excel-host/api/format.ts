/** Looks of ranges: RangeFormat and what hangs on it. null = mixed. */
import type { Area } from '#core/workbook/picture';
import { OfficeError } from '../errors.ts';
import { areaA1, sizeOf } from '../model/areas.ts';
import { PLAIN, withLook, type Border, type Look } from '../model/cells.ts';
import type { SheetModel } from '../model/sheet.ts';
import { Api, common, type Env } from './base.ts';

/** The cells an object speaks of. */
export interface Target {
  env: Env;
  sheet: SheetModel;
  areas: readonly Area[];
}

const SAMPLE = 200_000;

function* looks({ sheet, areas }: Target): Generator<Look> {
  for (const area of areas) {
    // Whole columns: what holds nothing looks plain.
    if (sizeOf(area) > SAMPLE) {
      for (const [, , cell] of sheet.cells(area)) yield cell.look;
      continue;
    }
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1) yield sheet.at(row, column)?.look ?? PLAIN;
  }
}

function read<T>(target: Target, of: (look: Look) => T): T | null {
  return common(
    (function* () {
      for (const look of looks(target)) yield of(look);
    })(),
    of(PLAIN),
  );
}

function write(target: Target, change: Partial<Look>): void {
  const { env, sheet, areas } = target;
  env.book.checkCells(sheet);
  for (const area of areas) sheet.dress(area, change);
  env.book.raise('WorksheetFormatChanged', sheet, areas.map(areaA1).join(','));
}

class Part extends Api {
  readonly target: Target;
  constructor(target: Target) {
    super();
    this.target = target;
  }
}

export class FontApi extends Part {
  static override readonly api = 'RangeFont';
  get bold(): boolean | null {
    return read(this.target, (look) => look.bold ?? false);
  }
  set bold(bold: boolean) {
    write(this.target, { bold: bold || undefined });
  }
  get italic(): boolean | null {
    return read(this.target, (look) => look.italic ?? false);
  }
  set italic(italic: boolean) {
    write(this.target, { italic: italic || undefined });
  }
  get strikethrough(): boolean | null {
    return read(this.target, (look) => look.strikethrough ?? false);
  }
  set strikethrough(strikethrough: boolean) {
    write(this.target, { strikethrough: strikethrough || undefined });
  }
  get underline(): string | null {
    return read(this.target, (look) => look.underline ?? 'None');
  }
  set underline(underline: string) {
    write(this.target, { underline: underline === 'None' ? undefined : underline });
  }
  get color(): string | null {
    return read(this.target, (look) => look.color ?? '#000000');
  }
  set color(color: string) {
    write(this.target, { color: colour(color) });
  }
  get size(): number | null {
    return read(this.target, (look) => look.size ?? 11);
  }
  set size(size: number) {
    write(this.target, { size });
  }
  get name(): string | null {
    return read(this.target, (look) => look.name ?? 'Calibri');
  }
  set name(name: string) {
    write(this.target, { name });
  }
}

/** Excel keeps colours in capitals. */
function colour(text: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw new OfficeError('InvalidArgument', `${text} is no colour of this host.`);
  return text.toUpperCase();
}

export class FillApi extends Part {
  static override readonly api = 'RangeFill';
  get color(): string | null {
    return read(this.target, (look) => look.fill ?? '#FFFFFF');
  }
  set color(color: string) {
    write(this.target, { fill: color === '' ? undefined : colour(color) });
  }
  get pattern(): string | null {
    return read(this.target, (look) => (look.fill === undefined ? 'None' : 'Solid'));
  }
  clear(): void {
    write(this.target, { fill: undefined });
  }
}

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
];
const LINE: Border = { style: 'None', color: '#000000', weight: 'Thin' };

export class BorderApi extends Part {
  static override readonly api = 'RangeBorder';
  private readonly side: string;
  constructor(target: Target, side: string) {
    super(target);
    this.side = side;
    this.wireIds = { _Id: side };
  }
  get sideIndex(): string {
    return this.side;
  }
  get style(): string | null {
    return readBorder(this.target, this.side).style;
  }
  set style(style: string) {
    writeBorder(this.target, this.side, { style });
  }
  get color(): string | null {
    return readBorder(this.target, this.side).color;
  }
  set color(color: string) {
    writeBorder(this.target, this.side, { color: colour(color) });
  }
  get weight(): string | null {
    return readBorder(this.target, this.side).weight;
  }
  set weight(weight: string) {
    writeBorder(this.target, this.side, { weight });
  }
}

function readBorder(target: Target, side: string): Border {
  const area = target.areas[0]!;
  const at = side === 'EdgeBottom' || side === 'EdgeRight' ? [area.bottom, area.right] : [area.top, area.left];
  const borders = target.sheet.at(at[0]!, at[1]!)?.look.borders;
  const key = side === 'InsideVertical' ? 'EdgeRight' : side === 'InsideHorizontal' ? 'EdgeBottom' : side;
  return borders?.[key] ?? LINE;
}

/** An edge belongs to the cells along it; lines inside, to the cells left of or above them. */
function writeBorder({ env, sheet, areas }: Target, side: string, change: Partial<Border>): void {
  env.book.checkCells(sheet);
  for (const area of areas) {
    const part = { ...area };
    let key = side;
    if (side === 'EdgeTop') part.bottom = area.top;
    else if (side === 'EdgeBottom') part.top = area.bottom;
    else if (side === 'EdgeLeft') part.right = area.left;
    else if (side === 'EdgeRight') part.left = area.right;
    else if (side === 'InsideVertical') [part.right, key] = [area.right - 1, 'EdgeRight'];
    else if (side === 'InsideHorizontal') [part.bottom, key] = [area.bottom - 1, 'EdgeBottom'];
    if (part.top > part.bottom || part.left > part.right) continue;
    sheet.restyle(part, (look) => {
      const line = { ...LINE, style: 'Continuous', ...look.borders?.[key], ...change };
      return withLook(look, { borders: { ...look.borders, [key]: line } });
    });
  }
}

export class BordersApi extends Part {
  static override readonly api = 'RangeBorderCollection';
  get items(): BorderApi[] {
    return SIDES.map((side) => new BorderApi(this.target, side));
  }
  get count(): number {
    return SIDES.length;
  }
  getItem(side: string): BorderApi {
    if (!SIDES.includes(side)) throw new OfficeError('InvalidArgument', `${side} is no side.`);
    return new BorderApi(this.target, side);
  }
  getItemAt(index: number): BorderApi {
    return new BorderApi(this.target, SIDES[index]!);
  }
}

export class GuardApi extends Part {
  static override readonly api = 'FormatProtection';
  get locked(): boolean | null {
    return read(this.target, (look) => look.locked ?? true);
  }
  set locked(locked: boolean) {
    write(this.target, { locked: locked ? undefined : false });
  }
}

const WIDTH = 48;
const HEIGHT = 15;

export class FormatApi extends Part {
  static override readonly api = 'RangeFormat';
  get font(): FontApi {
    return new FontApi(this.target);
  }
  get fill(): FillApi {
    return new FillApi(this.target);
  }
  get borders(): BordersApi {
    return new BordersApi(this.target);
  }
  get protection(): GuardApi {
    return new GuardApi(this.target);
  }
  get horizontalAlignment(): string | null {
    return read(this.target, (look) => look.horizontalAlignment ?? 'General');
  }
  set horizontalAlignment(horizontalAlignment: string) {
    write(this.target, { horizontalAlignment });
  }
  get verticalAlignment(): string | null {
    return read(this.target, (look) => look.verticalAlignment ?? 'Bottom');
  }
  set verticalAlignment(verticalAlignment: string) {
    write(this.target, { verticalAlignment });
  }
  get wrapText(): boolean | null {
    return read(this.target, (look) => look.wrapText ?? false);
  }
  set wrapText(wrapText: boolean) {
    write(this.target, { wrapText: wrapText || undefined });
  }
  get indentLevel(): number | null {
    return read(this.target, (look) => look.indentLevel ?? 0);
  }
  set indentLevel(indentLevel: number) {
    write(this.target, { indentLevel: indentLevel || undefined });
  }
  get textOrientation(): number | null {
    return read(this.target, (look) => look.textOrientation ?? 0);
  }
  set textOrientation(textOrientation: number) {
    write(this.target, { textOrientation: textOrientation || undefined });
  }
  get columnWidth(): number | null {
    return measures(this.target, 'left', 'right', this.target.sheet.widths, WIDTH);
  }
  set columnWidth(width: number) {
    measure(this.target, 'left', 'right', this.target.sheet.widths, width);
  }
  get rowHeight(): number | null {
    return measures(this.target, 'top', 'bottom', this.target.sheet.heights, HEIGHT);
  }
  set rowHeight(height: number) {
    measure(this.target, 'top', 'bottom', this.target.sheet.heights, height);
  }
  autofitColumns(): void {
    this.target.env.book.checkCells(this.target.sheet);
  }
  autofitRows(): void {
    this.target.env.book.checkCells(this.target.sheet);
    for (const { top, bottom } of this.target.areas)
      for (const row of this.target.sheet.heights.keys())
        if (row >= top && row <= bottom) this.target.sheet.heights.delete(row);
  }
}

type Edge = 'top' | 'bottom' | 'left' | 'right';

function measures({ areas }: Target, from: Edge, to: Edge, sizes: Map<number, number>, usual: number): number | null {
  return common(
    (function* () {
      for (const area of areas)
        for (let at = area[from]; at <= Math.min(area[to], area[from] + SAMPLE); at += 1) yield sizes.get(at) ?? usual;
    })(),
    usual,
  );
}

function measure({ env, sheet, areas }: Target, from: Edge, to: Edge, sizes: Map<number, number>, size: number): void {
  env.book.checkCells(sheet);
  if (!(size >= 0 && size <= 2_000)) throw new OfficeError('InvalidArgument', 'The size is out of bounds.');
  for (const area of areas)
    for (let at = area[from]; at <= Math.min(area[to], area[from] + SAMPLE); at += 1) sizes.set(at, size);
  sheet.isReshaped = true;
}
