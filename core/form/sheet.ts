/** The sheets of one form: Phiếu, its working cells, what the settings say, and whose form it is. */
import { exact, sum, toNumber, toPlain, ZERO, type Exact } from '../exact/exact.ts';
import type { FigureName } from '../framework/framework.ts';
import { printRule } from '../framework/rules/index.ts';
import { policyWord } from '../read/settings/values.ts';
import { columnLetters } from '../workbook/address.ts';
import type { Book, BookCell, BookCondition, BookSheet, BookValidation } from '../workbook/book.ts';
import type { Area } from '../workbook/picture.ts';
import { builder, heightOf, landscape } from '../write/builder.ts';
import { COLOURS, STYLES } from '../write/styles.ts';
import { HelperRow } from './cells.ts';
import { askedOf, columnsOf, fillWords, HEADERS, mayNotApply, WIDTHS, type Asked, type FormColumn } from './columns.ts';
import type { FormSet, FormUnit, MadeForm } from './form.ts';
import { helperSheet, HELPER_SHEET, settingsSheet, stateSheet } from './hidden.ts';
import { quoted } from './labels.ts';
import { linesOf, type Line } from './lines.ts';
import { styleOf } from './looks.ts';
import { rowOf, type RowFormulas } from './row.ts';
import { Lists, validationOf } from './takes.ts';
import { sumOf, totalOf, type Counted, type TotalTask } from './totals.ts';

const FORM_SHEET = 'Phiếu';
const DECIMALS_OF_TOTAL = 10;

function decimalsOf(value: Exact): number {
  const [, fraction = ''] = toPlain(value, 9).split('.');
  return fraction.length;
}

function power(decimals: number): Exact {
  return exact(10 ** decimals);
}

/** One form being laid out. */
class Layout {
  private readonly sheet = builder();
  private readonly helpers: BookCell[][] = [];
  private readonly validations: BookValidation[] = [];
  private readonly lists = new Lists();
  private readonly heads: FormColumn[];
  private readonly place: Record<string, number> = {};
  private readonly asked: Map<number, Asked>;
  private readonly lines: Line[];
  private readonly rowDecimals: number;
  private readonly unit: Exact;
  private readonly maximumUnit: Exact;
  readonly later: string[] = [];
  readonly unread: string[] = [];

  constructor(
    private readonly of: FormSet,
    private readonly whose: FormUnit,
  ) {
    const { set } = of;
    this.lines = linesOf(set, whose.included);
    const indicators = set.indicators.filter(({ index }) => whose.included.has(index));
    this.asked = new Map(indicators.map((one) => [one.index, askedOf(one, of.notArising)]));
    const list = [...this.asked.values()];
    const policies = list.some(({ policy, calculates }) => calculates && policy !== of.notArising);
    this.heads = columnsOf(list, policies);
    this.heads.forEach((column, at) => (this.place[column] = at));
    this.rowDecimals = of.rounding === 'total' ? DECIMALS_OF_TOTAL : of.decimals;
    const maxima = Math.max(0, ...indicators.map(({ maximum }) => (maximum === null ? 0 : decimalsOf(maximum))));
    this.maximumUnit = power(maxima);
    this.unit = power(Math.max(this.rowDecimals, maxima));
  }

  private reference(column: FormColumn, row: number): string | null {
    const at = this.place[column];
    return at === undefined ? null : `'${FORM_SHEET}'!$${columnLetters(at)}$${row + 1}`;
  }

  private helperRow(row: number): HelperRow {
    const helper = new HelperRow(`'${HELPER_SHEET}'`, row + 1, 0);
    this.helpers[row] = [];
    return helper;
  }

  private keep(row: number, helper: HelperRow): void {
    this.helpers[row] = helper.formulas.map((formula) => ({ value: null, style: 0, formula }));
  }

  private head(): void {
    const { sheet, of, whose } = this;
    const last = this.heads.length - 1;
    sheet.banner(of.say({ id: 'form.title', args: {} }), { ...STYLES.title, align: 'center' }, last, 24);
    sheet.banner(
      of.title,
      { bold: true, align: 'center', wrap: true, valign: 'middle' },
      last,
      heightOf([{ text: of.title, width: 150 }], 15, 20),
    );
    const line = (key: string, value: string): void => {
      const row = sheet.row([sheet.cell(key, { bold: true }), null, sheet.cell(value, { bold: true, format: '@' })]);
      sheet.merge({ top: row, left: 0, bottom: row, right: 1 });
      sheet.merge({ top: row, left: 2, bottom: row, right: last });
    };
    line('Kỳ báo cáo:', of.period);
    line('Tên đơn vị:', whose.name);
    line('Mã đơn vị:', whose.code ?? '');
    sheet.banner(of.say({ id: 'form.hint', args: {} }), STYLES.note, last, 18);
    sheet.row(
      this.heads.map((column) => sheet.cell(HEADERS[column], STYLES.header)),
      32,
    );
  }

  private cells(row: number): Parameters<typeof rowOf>[0]['cells'] {
    return {
      figures: {
        a: this.reference('a', row),
        b: this.reference('b', row),
        c: this.reference('c', row),
        d: this.reference('d', row),
      },
      choice: this.reference('choice', row),
      points: this.reference('points', row) ?? '',
      evidence: this.reference('evidence', row),
    };
  }

  private indicatorRow(index: number): Counted {
    const { sheet, of } = this;
    const asked = this.asked.get(index);
    if (asked === undefined) throw new RangeError('an indicator that does not apply');
    const { indicator, needs, policy, calculates, judged } = asked;
    const row = sheet.next();
    const helper = this.helperRow(row);
    const { rule, maximum, role } = indicator;
    let formulas: RowFormulas = { points: '""', check: '""', whole: '""', lost: '0', later: false };
    if (rule === null || (maximum === null && role === 'points')) {
      this.unread.push(indicator.code);
      formulas.check = quoted(of.say({ id: 'form.later', args: {} }));
    } else {
      formulas = rowOf({
        indicator,
        rule,
        maximum: maximum ?? ZERO,
        policy,
        decimals: this.rowDecimals,
        unit: this.unit,
        cells: this.cells(row),
        row: helper,
        say: of.say,
      });
      if (formulas.later) this.later.push(indicator.code);
    }
    this.keep(row, helper);
    const fill = fillWords(asked, of.say);
    const ruleText = rule === null ? indicator.ruleText : printRule(rule);
    const texts: Partial<Record<FormColumn, string>> = {
      code: indicator.code,
      name: indicator.name,
      rule: ruleText,
      fill,
      notArising: calculates ? policyWord(policy) : '',
    };
    const offers = needs.choice !== null || mayNotApply(asked);
    const cells = this.heads.map((column): BookCell => {
      const figure = column.length === 1;
      const name = column as FigureName;
      const input =
        (figure && needs.figures.includes(name)) ||
        (column === 'choice' && offers) ||
        (column === 'points' && judged) ||
        column === 'evidence' ||
        column === 'note';
      const style = sheet.style(styleOf(column, input, figure && needs.rates.includes(name), of.decimals));
      if (input && column !== 'evidence' && column !== 'note') {
        const at = this.place[column] ?? 0;
        const area: Area = { top: row, left: at, bottom: row, right: at };
        this.validations.push(validationOf(area, column, asked, this.lists, of.say));
      }
      if (column === 'maximum') return { value: maximum === null ? null : toNumber(maximum), style };
      if (column === 'points' && formulas.points !== null) return { value: '', style, formula: formulas.points };
      if (column === 'check') return { value: '', style, formula: formulas.check };
      return { value: texts[column] ?? null, style };
    });
    const height = heightOf(
      (['name', 'rule', 'fill'] as const).map((column) => ({ text: texts[column] ?? '', width: WIDTHS[column] })),
    );
    sheet.row(cells, height);
    return { role, whole: formulas.whole, lost: formulas.lost, rescales: policy === 'rescale' };
  }

  private sumRow(
    line: Pick<Extract<Line, { kind: 'sum' }>, 'code' | 'name'>,
    points: string | null,
    value: number | null,
  ): number {
    const { sheet } = this;
    const style = (column: FormColumn): number =>
      sheet.style({ ...styleOf(column, false, false, this.of.decimals), bold: true, fill: COLOURS.pillar });
    return sheet.row(
      this.heads.map((column): BookCell => {
        const own = style(column);
        if (column === 'code') return { value: line.code === '' ? null : line.code, style: own };
        if (column === 'name') return { value: line.name, style: own };
        if (column === 'maximum') return { value, style: own };
        // Not null: a form that nobody has recalculated yet is not to be taken for a faulty one.
        if (column === 'points' && points !== null) return { value: '', style: own, formula: points };
        return { value: null, style: own };
      }),
      heightOf([{ text: line.name, width: WIDTHS.name }], 15, 20),
    );
  }

  private maxima(indicators: readonly number[]): Exact {
    return sum(
      indicators.flatMap((index) => {
        const one = this.asked.get(index)?.indicator;
        return one === undefined || one.role !== 'points' || one.maximum === null ? [] : [one.maximum];
      }),
    );
  }

  /** @returns the book. */
  make(): Book {
    const { sheet, of } = this;
    this.head();
    const top = sheet.next() - 1;
    const counted = new Map<number, Counted>();
    // Sums stand above what they sum: their formulas come last.
    const pending: { row: number; line: Extract<Line, { kind: 'sum' }> }[] = [];
    for (const line of this.lines) {
      if (line.kind === 'indicator') counted.set(line.index, this.indicatorRow(line.index));
      else {
        const value = toNumber(line.maximum ?? this.maxima(line.indicators));
        pending.push({ row: this.sumRow(line, line.carries ? '0' : null, value), line });
      }
    }
    const task = (row: HelperRow, rows: readonly Counted[]): TotalTask => ({
      rows,
      maximum: this.maxima([...this.asked.keys()]),
      unit: this.unit,
      maximumUnit: this.maximumUnit,
      decimals: of.decimals,
      row,
    });
    const bottom = sheet.next();
    const all = [...counted.values()];
    const totalRow = this.helperRow(bottom);
    const total = totalOf(task(totalRow, all));
    this.keep(bottom, totalRow);
    this.sumRow(
      { code: '', name: of.say({ id: 'form.total', args: {} }) },
      total,
      toNumber(this.maxima([...this.asked.keys()])),
    );
    const plan = sheet.finish({
      name: FORM_SHEET,
      widths: this.heads.map((column) => WIDTHS[column]),
      freeze: { rows: top + 1, columns: 2 },
      filter: null,
      print: landscape({ top, bottom: top }, of.title, of.say({ id: 'sheet.footer', args: {} })),
    }) as BookSheet;
    const at = this.place['points'] ?? 0;
    for (const { row, line } of pending) {
      if (!line.carries) continue;
      const helper = this.helperRow(row);
      const rows = line.indicators.flatMap((index) => counted.get(index) ?? []).filter(({ role }) => role === 'points');
      const cell = plan.rows[row]?.cells[at];
      if (cell !== null && cell !== undefined)
        cell.formula = sumOf(
          rows.map(({ whole }) => whole),
          task(helper, rows),
        );
      this.keep(row, helper);
    }
    plan.protect = true;
    plan.validations = this.validations;
    plan.conditions = this.conditions(top + 1, bottom - 1);
    const stamp = of.say({ id: 'form.helpers', args: {} });
    const helpers = helperSheet(this.helpers, stamp, this.lists.items);
    const state = stateSheet(
      [
        ['form', of.version],
        ['unit', this.whose.name],
        ['unitCode', this.whose.code ?? ''],
        ['period', of.period],
      ],
      stamp,
    );
    return { sheets: [plan, helpers.sheet, settingsSheet(of.settings), state], names: helpers.names };
  }

  private conditions(top: number, bottom: number): BookCondition[] {
    const at = this.place['check'] ?? 0;
    const area: Area = { top, left: at, bottom, right: at };
    const cell = `${columnLetters(at)}${top + 1}`;
    return [
      { area, formula: `LEFT(${cell},1)="✓"`, style: { color: '#1E7B34' } },
      { area, formula: `LEN(${cell})>0`, style: { color: COLOURS.red, fill: COLOURS.missing, bold: true } },
    ];
  }
}

/** @returns the form of a unit as a workbook. */
export function formOf(of: FormSet, whose: FormUnit): MadeForm {
  const layout = new Layout(of, whose);
  const book = layout.make();
  return { book, later: layout.later, unread: layout.unread };
}
