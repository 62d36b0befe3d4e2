/** The sheet So sánh: whose points and ranks changed and why, units that came and went, cells, the index set, settings. */
import { subtract, toNumber } from '../exact/exact.ts';
import type { CellChange, Comparison, UnitChange } from '../compare/index.ts';
import { compareWord, countsText, isEqual, isMoved, movedText, reasonsText, setTexts } from '../compare/words.ts';
import type { Under } from '../messages/ids.ts';
import { say } from '../messages/index.ts';
import type { Language, Message } from '../messages/message.ts';
import type { Assessment, CellRef } from '../read/assessment.ts';
import { columnWord } from '../read/waivers/columns.ts';
import { cellReference, toA1 } from '../workbook/address.ts';
import type { Scalar } from '../workbook/cell.ts';
import type { CellStyle, PlanCell, SheetPlan } from '../workbook/plan.ts';
import { builder, heightOf, landscape, type Builder } from './builder.ts';
import { MOST_LINKS } from './findings-sheet.ts';
import { headTitle, titleOf } from './stamp.ts';
import { COLOURS, pointsStyle, STYLES } from './styles.ts';

/** Cells that differ, as they are listed; no person reads more, and no sheet holds the millions of a country. */
const MOST_CELLS = 30_000;
/** Excel shows ##### for a longer text in a cell of the text format. */
const LONGEST_TEXT = 255;

/** Unit, indicator or rank, column or rank, old, new, two cells, and the words. */
const WIDTHS = [30, 11, 15, 15, 15, 16, 16, 52];
const LAST = WIDTHS.length - 1;

export interface ComparisonInput {
  comparison: Comparison;
  /** The workbook that is written: the new one's. */
  assessment: Assessment;
  /** The old one's; of the same workbook where periods are compared. */
  old: Assessment;
  /** What the two are called. */
  names: { old: string; new: string };
  language: Language;
  stamp: string;
  name: string;
}

/** One sheet being filled. */
class Filling {
  readonly b: Builder = builder();
  private links = 0;

  constructor(private readonly input: ComparisonInput) {}

  word(id: Under<'compare.'>, args: Message['args'] = {}): string {
    return compareWord(id, this.input.language, args);
  }

  /** The head of a part and of its columns; '' is a cell that the one before it goes over. */
  head(title: string, headers: readonly string[], note = '', whole = true): void {
    this.b.row([]);
    this.b.banner(title, STYLES.line, LAST, 20);
    if (note !== '') this.b.banner(note, STYLES.note, LAST, heightOf([{ text: note, width: 160 }], 12.5, 15));
    this.row(
      headers.map((text) => this.b.cell(text, STYLES.header)),
      whole,
    );
  }

  /** Cells in a row; one goes over those behind it that are ''. `whole`: the last goes over what is left of the row. */
  row(cells: readonly PlanCell[], whole = true): void {
    const style = cells[cells.length - 1]?.style ?? 0;
    const all = [...cells];
    while (whole && all.length < WIDTHS.length) all.push({ value: '', style });
    const row = this.b.next();
    const texts: { text: string; width: number }[] = [];
    for (let column = 0; column < all.length;) {
      let end = column;
      while (end < all.length - 1 && all[end + 1]?.value === '') end += 1;
      if (end > column) this.b.merge({ top: row, left: column, bottom: row, right: end });
      const width = WIDTHS.slice(column, end + 1).reduce((sum, one) => sum + one, 0);
      texts.push({ text: String(all[column]?.value ?? ''), width });
      column = end + 1;
    }
    this.b.row(
      all.map((cell) => (cell.value === '' ? { ...cell, value: null } : cell)),
      heightOf(texts, 14, 17),
    );
  }

  text(value: string | null, style: CellStyle = STYLES.text): PlanCell {
    return this.b.cell(value, (value ?? '').length > LONGEST_TEXT ? STYLES.prose : style);
  }

  /** What a cell says: a number as a number, whatever stands beside it. */
  said(value: Scalar | null): PlanCell {
    if (typeof value !== 'number') return this.text(value === null ? null : String(value) || null);
    return this.b.cell(value, { align: 'right', valign: 'middle', border: true });
  }

  /** A cell's address; a link where it stands in the workbook that is written. */
  place(assessment: Assessment, at: CellRef | null): PlanCell {
    const sheet = at === null ? undefined : assessment.picture.sheets[at.sheet]?.name;
    if (at === null || sheet === undefined) return this.text(null);
    const address = cellReference(sheet, at.row, at.column);
    if (assessment.picture !== this.input.assessment.picture || this.links >= MOST_LINKS) return this.text(address);
    this.links += 1;
    const style = this.b.style({ ...STYLES.text, color: COLOURS.link });
    return { value: address, style, link: { sheet, cell: toA1(at.row, at.column) } };
  }

  ranking(all: readonly UnitChange[]): void {
    const { comparison, language } = this.input;
    const moved = all.filter(isMoved);
    if (moved.length === 0) return;
    const { decimals } = comparison;
    const points = pointsStyle(decimals);
    const change: CellStyle = { ...points, format: `+${points.format};-${points.format};${points.format}` };
    const headers = ['old-rank', 'new-rank', 'moved', 'old-points', 'new-points', 'change', 'because'] as const;
    this.head(
      this.word('ranking', { count: moved.length }),
      [say({ id: 'sheet.unit', args: {} }, language), ...headers.map((id) => this.word(id))],
      this.word('ranking-note'),
    );
    const grouped = new Set(all.map(({ group }) => group)).size > 1;
    let group: string | null = null;
    for (const unit of moved) {
      if (grouped && unit.group !== group) {
        group = unit.group;
        this.row([this.text(group || '–', { ...STYLES.text, bold: true, fill: COLOURS.pillar })]);
      }
      const { oldPoints, newPoints } = unit;
      const up = (unit.oldRank ?? 0) - (unit.newRank ?? 0);
      const colour = up === 0 ? {} : { color: up > 0 ? COLOURS.blue : COLOURS.red };
      const both = oldPoints !== null && newPoints !== null;
      this.row([
        this.text(unit.unit),
        this.b.cell(unit.oldRank, STYLES.whole),
        this.b.cell(unit.newRank, STYLES.whole),
        this.text(movedText(unit) || null, { ...STYLES.centre, ...colour }),
        this.b.cell(oldPoints === null ? null : toNumber(oldPoints), points),
        this.b.cell(newPoints === null ? null : toNumber(newPoints), points),
        this.b.cell(both ? toNumber(subtract(newPoints, oldPoints)) : null, change),
        this.b.cell(reasonsText(unit, decimals, language) || null, { ...STYLES.prose, valign: 'middle' }),
      ]);
    }
    const rest = all.length - moved.length;
    if (rest > 0) this.b.banner(this.word('unchanged', { count: rest }), STYLES.note, LAST);
  }

  units({ added, removed }: Comparison): void {
    const all = [
      ...added.map((unit) => ({ ...unit, what: 'unit-added' as const })),
      ...removed.map((unit) => ({ ...unit, what: 'unit-removed' as const })),
    ];
    if (all.length === 0) return;
    const unit = say({ id: 'sheet.unit', args: {} }, this.input.language);
    this.head(this.word('units', { count: all.length }), [unit, this.word('content'), this.word('group'), '', '']);
    for (const { name, what, group, nearest } of all)
      this.row([
        this.text(name),
        this.text(this.word(what)),
        this.text(group || '–'),
        this.text(''),
        this.text(''),
        this.text(nearest === '' ? null : this.word('nearest', { name: nearest })),
      ]);
  }

  cells(cells: readonly CellChange[]): void {
    const { assessment, old, language } = this.input;
    if (cells.length === 0) return;
    const own = (['unit', 'indicator', 'column'] as const).map((id) => say({ id: `sheet.${id}`, args: {} }, language));
    const headers = (['old', 'new', 'old-cell', 'new-cell'] as const).map((id) => this.word(id));
    this.head(this.word('cells', { count: cells.length }), [...own, ...headers], '', false);
    for (const change of cells.slice(0, MOST_CELLS)) {
      const said = [this.said(change.old), this.said(change.new)];
      const places = [this.place(old, change.oldAt), this.place(assessment, change.newAt)];
      const named = [change.unit, change.indicator, columnWord(change.column, language)].map((text) => this.text(text));
      this.row([...named, ...said, ...places], false);
    }
    if (cells.length > MOST_CELLS) this.b.banner(this.word('cells-cut', { count: MOST_CELLS }), STYLES.note, LAST);
  }

  set({ set }: Comparison): void {
    if (set.length === 0) return;
    const heads = (['code', 'content', 'old'] as const).map((id) => this.word(id));
    this.head(this.word('set', { count: set.length }), [...heads, '', '', this.word('new'), '']);
    for (const change of set) {
      const [old, now] = setTexts(change, this.input.language);
      const code = change.title === null ? change.code : `${change.code} (${change.title})`;
      const what = this.word(`what-${change.change.what}`);
      this.row([this.text(code), this.text(what), ...this.two(old, now)]);
    }
  }

  settings({ settings }: Comparison): void {
    if (settings.length === 0) return;
    const heads = [this.word('setting'), '', this.word('old')];
    this.head(this.word('settings', { count: settings.length }), [...heads, '', '', this.word('new'), '']);
    for (const { key, old, new: now } of settings)
      this.row([this.text(key), this.text(''), ...this.two(String(old ?? ''), String(now ?? ''))]);
  }

  /** Old and new side by side, each over several columns. */
  private two(old: string, now: string): PlanCell[] {
    return [this.text(old || '–'), this.text(''), this.text(''), this.text(now || '–'), this.text('')];
  }
}

/** @returns the sheet So sánh. */
export function comparisonSheet(input: ComparisonInput): SheetPlan {
  const { comparison, assessment, names, language, stamp } = input;
  const filling = new Filling(input);
  const { b } = filling;
  const titles = [...new Set(assessment.groups.map(({ set }) => titleOf(assessment, set)))].filter((one) => one !== '');
  const title = headTitle('comparison-title', titles.join(' + '), language);
  b.banner(title, STYLES.title, LAST, heightOf([{ text: title, width: 130 }], 19, 24));
  b.banner(stamp, STYLES.stamp, LAST);
  b.banner(filling.word('sides', names), STYLES.line, LAST);
  const none = isEqual(comparison);
  b.banner(none ? filling.word('none') : countsText(comparison, language), STYLES.line, LAST);
  filling.ranking(comparison.ranking);
  filling.units(comparison);
  filling.set(comparison);
  filling.settings(comparison);
  filling.cells(comparison.cells);
  return b.finish({
    name: input.name,
    widths: WIDTHS,
    filter: null,
    tabColor: '#5BA37A',
    freeze: { rows: 0, columns: 0 },
    print: landscape(null, stamp, say({ id: 'sheet.footer', args: {} }, language)),
  });
}
