/** From the rows of a set table to an index set: codes, pillars, sum rows, rules; what is wrong with them as remarks. */
import { exact, type Exact } from '../../exact/exact.ts';
import type { IndexSet, Indicator, SumRow } from '../../framework/framework.ts';
import { parseRule, roleOf } from '../../framework/rules/index.ts';
import { splitAppliesTo } from '../../framework/set-data.ts';
import { isEmpty, kindOf, type Cell } from '../../workbook/cell.ts';
import { remembered } from '../../workbook/remember.ts';
import { clean, foldHeader } from '../../workbook/text.ts';
import type { CellRef, ColumnRole, Remark, Settings } from '../assessment.ts';
import { bonusOf } from './bonus.ts';
import { shownText } from '../cells/codes.ts';
import type { CodedTable, Columns, CrossTable, FormTable, FoundTable, SetTable } from '../tables/found-table.ts';
import { pillarsOf, topOf } from './pillars.ts';
import { setRows, type GroupRow, type SetRow } from './set-rows.ts';
import { settleExtras } from '../headers/extra-points.ts';
import { readPolicy, readTotal } from '../settings/values.ts';
import { statesTotal } from '../cells/summaries.ts';

const THOUSAND = exact(1000);

/** Codes that stand under two group rows are qualified by them: "II.1" of pillar "II". */
function qualified(rows: readonly SetRow[]): readonly SetRow[] {
  const groupsOf = new Map<string, Set<string>>();
  for (const { code, group } of rows) {
    if (group !== '') groupsOf.set(code, (groupsOf.get(code) ?? new Set()).add(group));
  }
  if (![...groupsOf.values()].some((groups) => groups.size > 1)) return rows;
  return rows.map((row) => (row.group === '' ? row : { ...row, code: `${row.group}.${row.code}` }));
}

/** A row with a code, wherever it stands. */
export type CodedRow = Pick<SetRow, 'code' | 'eaten' | 'group'>;

interface Parts {
  stem: string;
  last: number;
}

/** "4" and 10 of "4.10"; null where a code has no stem. */
const partsOf = remembered((code): Parts | null => {
  const point = code.lastIndexOf('.');
  return point > 0 ? { stem: code.slice(0, point), last: Number(code.slice(point + 1)) } : null;
});

/** The last number of a code with the given stem; null where it has another. */
function numberUnder(stem: string, parts: Parts | null): number | null {
  return parts?.stem === stem ? parts.last : null;
}

/**
 * 4.9, 4.1, 4.11 can only have been 4.9, 4.10, 4.11: the spreadsheet ate the nought. Mends the code in `rows`.
 * @param placeOf the cell of a row's code.
 */
export function mendEaten<Row extends CodedRow>(
  rows: Row[],
  placeOf: (row: Row) => CellRef | null,
  remarks: Remark[],
): void {
  let next: Parts | null = null;
  rows.forEach((row, place) => {
    const before = next;
    const parts = partsOf(row.code);
    next = parts;
    if (row.eaten) {
      remarks.push({ kind: 'framework.code-eaten', at: placeOf(row), variant: 'date', args: { code: row.code } });
      return;
    }
    if (parts === null) return;
    const { stem, last } = parts;
    const meant = last * 10;
    if (!(last > 0) || numberUnder(stem, before) !== meant - 1) return;
    // The code must stand twice or be followed by its true neighbour: else a jump back may be meant.
    const twice = rows.some((other, index) => index !== place && other.code === row.code);
    const after = rows[place + 1];
    if (!twice && numberUnder(stem, after === undefined ? null : partsOf(after.code)) !== meant + 1) return;
    const code = `${stem}.${meant}`;
    const at = placeOf(row);
    const repair = at === null ? undefined : [{ at, value: code, format: '@' }];
    remarks.push({ kind: 'framework.code-eaten', at, args: { code: row.code, meant: code }, repair });
    row.code = code;
    next = { stem, last: meant };
  });
}

/** A rule is text: a formula, an error or a date in its place was text that began with = + -, or was never a rule. */
function isComputed(cell: Cell): boolean {
  return kindOf(cell) !== null || (typeof cell === 'object' && cell !== null && cell.formula === true);
}

function indicatorOf(row: SetRow, index: number, prose: boolean): Indicator {
  const text = (role: ColumnRole): string => clean(shownText(row.cell(role)));
  const ruleCell = row.cell('rule');
  const lines = prose ? '' : shownText(ruleCell).trim();
  const parsed = parseRule(lines);
  const unreadable = !prose && isComputed(ruleCell);
  const rule = unreadable || !parsed.ok ? null : parsed.rule;
  const labels: Indicator['labels'] = {};
  for (const [name, role] of [
    ['a', 'labelA'],
    ['b', 'labelB'],
    ['c', 'labelC'],
    ['d', 'labelD'],
  ] as const) {
    if (text(role) !== '') labels[name] = text(role);
  }
  return {
    index,
    code: row.code,
    name: row.name,
    pillar: topOf(row.code),
    maximum: row.maximum,
    ruleText: lines,
    rule,
    ruleError: unreadable
      ? { position: 0, message: { id: 'rule.error.formula', args: {} } }
      : parsed.ok
        ? null
        : { position: parsed.position, message: parsed.message },
    role: rule === null ? 'points' : roleOf(rule),
    description: [row.description, prose ? shownText(ruleCell).trim() : ''].filter((part) => part !== '').join('\n'),
    labels,
    notArising: readPolicy(text('notArising')),
    evidenceRequired: foldHeader(text('evidenceRequired')) === 'bat buoc',
    // An error names nobody: formula.error says so, and the default holds.
    appliesTo: splitAppliesTo(kindOf(row.cell('appliesTo')) === 'error' ? '' : shownText(row.cell('appliesTo'))),
    basis: text('basis'),
    at: {
      code: row.codeAt,
      maximum: row.at('maximum'),
      rule: row.at('rule'),
      notArising: row.at('notArising'),
      name: row.at('name'),
      appliesTo: row.at('appliesTo'),
    },
  };
}

/** Which rows are leaves: no other code lies below theirs. */
function leavesOf(rows: readonly SetRow[]): Set<SetRow> {
  const parents = new Set<string>();
  for (const { code } of rows) {
    for (let cut = code.lastIndexOf('.'); cut > 0; cut = code.lastIndexOf('.', cut - 1))
      parents.add(code.slice(0, cut));
  }
  return new Set(rows.filter((row) => !parents.has(row.code)));
}

function rowName({ columns, grid }: CodedTable, row: number): string {
  const named = [columns.name, columns.code].map((column) =>
    column === undefined ? '' : clean(shownText(grid.at(row, column))),
  );
  return named.find((text) => text !== '') ?? '';
}

/** @returns a set that stands in the workbook itself; `stated`: the total that its table states. What the settings say comes first. */
export function ownSet(
  settings: Settings,
  own: Pick<IndexSet, 'totalAt' | 'indicators' | 'pillars' | 'sums'> & { stated: Exact | null },
): IndexSet {
  const { stated, ...parts } = own;
  return {
    id: 'workbook',
    title: settings.setTitle ?? '',
    basis: settings.basis ?? '',
    provenance: '',
    illustrative: false,
    total: settings.total ?? stated ?? THOUSAND,
    ...(settings.total === null && stated === null ? { totalAssumed: true as const } : {}),
    decimals: settings.decimals ?? 2,
    ...parts,
  };
}

/** Tables that may state an index set: those that are one, and forms and bảng ngang with all that makes one. */
export type Stating = SetTable | FormTable | (CrossTable & { columns: Columns<'maximum'> });

/** @returns whether a table has all that an index set needs. */
export function mayState(table: FoundTable): table is Stating {
  if (table.kind === 'set') return true;
  const { maximum, name } = table.columns;
  return (table.kind === 'form' || table.kind === 'cross') && maximum !== undefined && name !== undefined;
}

/** @returns the index set of a set table, or of a form that is its own set. */
export function setOfTable(table: Stating, settings: Settings): { set: IndexSet; remarks: Remark[] } {
  const { grid } = table;
  const remarks: Remark[] = [];
  const { rows: written, groups } = setRows(table, settings.decimalMark);
  mendEaten(written, (row) => row.codeAt, remarks);
  const all = qualified(written);
  const rows: SetRow[] = [];
  const seen = new Set<string>();
  const periods = new Set<string>();
  const periodColumn = table.columns.period;
  for (const row of all) {
    if (row.eaten) continue;
    // A form of several periods says each code once a period.
    const period = periodColumn === undefined ? '' : clean(shownText(grid.lent(row.row, periodColumn)));
    if (!seen.has(row.code)) rows.push(row);
    else if (periods.has(`${row.code}\n${period}`))
      remarks.push({ kind: 'framework.code-duplicate', at: row.codeAt, args: { code: row.code } });
    seen.add(row.code);
    periods.add(`${row.code}\n${period}`);
  }
  const leaves = leavesOf(rows);
  const filled = rows.filter((row) => leaves.has(row) && !isEmpty(row.cell('rule')) && !isComputed(row.cell('rule')));
  // No cell that reads as a rule: the column holds descriptions.
  const prose = filled.length > 0 && filled.every((row) => !parseRule(shownText(row.cell('rule')).trim()).ok);
  if (prose) {
    const at = { sheet: table.sheet, row: table.headerBottom, column: table.columns.rule ?? table.left };
    remarks.push({ kind: 'framework.rules-prose', at, args: {} });
  }
  const indicators: Indicator[] = [];
  for (const row of rows.filter((one) => leaves.has(one))) {
    const item = indicatorOf(row, indicators.length, prose);
    indicators.push(item);
    const bonus = table.bonus && bonusOf(item, row, table, table.bonus, settings.decimalMark);
    if (bonus) indicators.push({ ...bonus, index: indicators.length });
  }
  for (const row of rows) {
    const value = clean(shownText(row.cell('notArising')));
    if (leaves.has(row) && value !== '' && readPolicy(value) === null)
      remarks.push({ kind: 'settings.invalid', at: row.at('notArising'), args: { key: 'Khi không phát sinh', value } });
  }
  const below = (code: string): number[] =>
    indicators.flatMap((item) => {
      const own = item.bonusOf ?? item.code;
      return own === code || own.startsWith(`${code}.`) ? [item.index] : [];
    });
  const named = pillarsOf(indicators, rows, groups, below);
  remarks.push(...named.remarks);
  const sums: SumRow[] = rows
    .filter((row) => !leaves.has(row) && row.code.includes('.'))
    .map((row) => ({
      code: row.code,
      name: row.name,
      maximum: row.maximum,
      at: { code: row.codeAt, maximum: row.at('maximum') },
      indicators: below(row.code),
    }));
  // "Trung bình" is a row of sums, too, but states no total.
  const sumRow = table.sumRows.filter((row) => statesTotal(table, row, rowName(table, row))).pop();
  const { maximum } = table.columns;
  const stated = sumRow === undefined ? null : readTotal(grid.at(sumRow, maximum), settings.decimalMark);
  const totalRow = stated === null ? undefined : sumRow;
  const totalAt = { sheet: table.sheet, row: totalRow ?? table.headerBottom, column: maximum };
  const set = ownSet(settings, { stated, totalAt, indicators, pillars: named.pillars, sums });
  return { set: settleExtras(set, headingsOf(rows, groups)), remarks };
}

/** By code the name of the group row above it. */
function headingsOf(rows: readonly SetRow[], groups: readonly GroupRow[]): Map<string, string> {
  const headings = new Map<string, string>();
  let under = 0;
  for (const { code, row, group } of rows) {
    while ((groups[under]?.row ?? Infinity) < row) under += 1;
    const heading = groups[under - 1];
    if (heading !== undefined && heading.code === group) headings.set(code, heading.name);
  }
  return headings;
}
