/** From the rows of a set table to an index set: codes, pillars, sum rows, rules; what is wrong with them as remarks. */
import { exact, type Exact } from '../../exact/exact.ts';
import type { IndexSet, Indicator, Pillar, SumRow } from '../../framework/framework.ts';
import { parseRule, roleOf } from '../../framework/rules/index.ts';
import { splitAppliesTo } from '../../framework/set-data.ts';
import { isEmpty, kindOf, type Cell } from '../../workbook/cell.ts';
import { remembered } from '../../workbook/remember.ts';
import { clean, foldHeader } from '../../workbook/text.ts';
import type { CellRef, ColumnRole, Remark, Settings } from '../assessment.ts';
import { bonusOf } from './bonus-columns.ts';
import { shownText } from '../cells/codes.ts';
import type { FoundTable } from '../tables/extent.ts';
import type { Grid } from '../cells/grid.ts';
import { setRows, type GroupRow, type SetRow } from './set-rows.ts';
import { settleExtras } from '../headers/extra-points.ts';
import { readPolicy, readTotal } from '../settings/values.ts';
import { statesTotal } from '../cells/summaries.ts';

const THOUSAND = exact(1000);

const topOf = (code: string): string => code.split('.')[0]!;

/** Codes that stand under two group rows are qualified by them: "II.1" of pillar "II". */
function qualify(rows: SetRow[]): void {
  const groupsOf = new Map<string, Set<string>>();
  for (const { code, group } of rows) {
    if (group !== '') groupsOf.set(code, (groupsOf.get(code) ?? new Set()).add(group));
  }
  if (![...groupsOf.values()].some((groups) => groups.size > 1)) return;
  for (const row of rows) if (row.group !== '') row.code = `${row.group}.${row.code}`;
}

/** A row with a code, wherever it stands. */
export type CodedRow = Pick<SetRow, 'code' | 'eaten' | 'group'>;

/** "4" and 10 of "4.10"; null where a code has no stem. */
const partsOf = remembered((code): { stem: string; last: number } | null => {
  const point = code.lastIndexOf('.');
  return point > 0 ? { stem: code.slice(0, point), last: Number(code.slice(point + 1)) } : null;
});

/** The last number of a code with the given stem; null where it has another. */
function numberUnder(stem: string, row: CodedRow | undefined): number | null {
  const parts = row === undefined ? null : partsOf(row.code);
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
  rows.forEach((row, place) => {
    if (row.eaten) {
      remarks.push({ kind: 'framework.code-eaten', at: placeOf(row), variant: 'date', args: { code: row.code } });
      return;
    }
    const parts = partsOf(row.code);
    if (parts === null) return;
    const { stem, last } = parts;
    const meant = last * 10;
    if (!(last > 0) || numberUnder(stem, rows[place - 1]) !== meant - 1) return;
    // The code must stand twice or be followed by its true neighbour: else a jump back may be meant.
    const twice = rows.some((other, index) => index !== place && other.code === row.code);
    if (!twice && numberUnder(stem, rows[place + 1]) !== meant + 1) return;
    const code = `${stem}.${meant}`;
    const at = placeOf(row);
    const repair = at === null ? undefined : [{ at, value: code, format: '@' }];
    remarks.push({ kind: 'framework.code-eaten', at, args: { code: row.code, meant: code }, repair });
    row.code = code;
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
      code: row.at('code')!,
      maximum: row.at('maximum'),
      rule: row.at('rule'),
      notArising: row.at('notArising'),
      name: row.at('name'),
      appliesTo: row.at('appliesTo'),
    },
  };
}

/** Which rows are leaves: no other code lies below theirs. */
function leavesOf(rows: SetRow[]): Set<SetRow> {
  const parents = new Set<string>();
  for (const { code } of rows) {
    for (let cut = code.lastIndexOf('.'); cut > 0; cut = code.lastIndexOf('.', cut - 1))
      parents.add(code.slice(0, cut));
  }
  return new Set(rows.filter((row) => !parents.has(row.code)));
}

interface Above {
  name: string;
  maximum: Exact | null;
  at: { code: CellRef; maximum: CellRef | null } | null;
}

/** A pillar's name and maximum: its own row, else the group row above, else (the name) the column Nhóm. */
function above(first: SetRow, own: SetRow | undefined, groups: GroupRow[]): Above | null {
  const source = own ?? groups.filter((group) => group.row < first.row && group.code === first.group).pop();
  if (source !== undefined) {
    return {
      name: source.name,
      maximum: source.maximum,
      at: { code: source.at('code')!, maximum: source.at('maximum') },
    };
  }
  const name = clean(shownText(first.cell('group')));
  return name === '' ? null : { name, maximum: null, at: null };
}

function rowName(table: FoundTable, grid: Grid, row: number): string {
  const named = [table.columns.name, table.columns.code].map((column) =>
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

/** @returns the index set of a set table, or of a form that is its own set. */
export function setOfTable(table: FoundTable, grid: Grid, settings: Settings): { set: IndexSet; remarks: Remark[] } {
  const remarks: Remark[] = [];
  const { rows: all, groups } = setRows(table, grid, settings.decimalMark);
  mendEaten(all, (row) => row.at('code'), remarks);
  qualify(all);
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
      remarks.push({ kind: 'framework.code-duplicate', at: row.at('code'), args: { code: row.code } });
    seen.add(row.code);
    periods.add(`${row.code}\n${period}`);
  }
  const leaves = leavesOf(rows);
  const filled = rows.filter((row) => leaves.has(row) && !isEmpty(row.cell('rule')) && !isComputed(row.cell('rule')));
  // No cell that reads as a rule: the column holds descriptions.
  const prose = filled.length > 0 && filled.every((row) => !parseRule(shownText(row.cell('rule')).trim()).ok);
  if (prose) {
    const at = { sheet: table.sheet, row: table.headerBottom, column: table.columns.rule! };
    remarks.push({ kind: 'framework.rules-prose', at, args: {} });
  }
  const indicators: Indicator[] = [];
  for (const row of rows.filter((one) => leaves.has(one))) {
    const item = indicatorOf(row, indicators.length, prose);
    indicators.push(item);
    const bonus = table.bonus && bonusOf(item, row, table, table.bonus, grid, settings.decimalMark);
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
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const found = [...new Set(indicators.map((item) => item.pillar))].map((code) => {
    const first = byCode.get(indicators.find((item) => item.pillar === code)!.code)!;
    return { code, first, above: above(first, byCode.get(code), groups) };
  });
  // A group row over several pillars names them all, but its maximum is none of theirs.
  const rowOf = (above: Above | null): number => above?.at?.code.row ?? -1;
  for (const { above: known } of found)
    if (known !== null && rowOf(known) >= 0 && found.filter((other) => rowOf(other.above) === rowOf(known)).length > 1)
      known.maximum = null;
  const someKnown = found.some((pillar) => pillar.above !== null);
  const pillars: Pillar[] = found.map(({ code, first, above: known }) => {
    if (known === null && someKnown)
      remarks.push({ kind: 'framework.code-orphan', at: first.at('code'), args: { code: first.code, pillar: code } });
    return {
      code,
      name: known?.name ?? '',
      maximum: known?.maximum ?? null,
      at: known?.at ?? null,
      indicators: below(code),
    };
  });
  const sums: SumRow[] = rows
    .filter((row) => !leaves.has(row) && row.code.includes('.'))
    .map((row) => ({
      code: row.code,
      name: row.name,
      maximum: row.maximum,
      at: { code: row.at('code')!, maximum: row.at('maximum') },
      indicators: below(row.code),
    }));
  // "Trung bình" is a row of sums, too, but states no total.
  const sumRow = table.sumRows.filter((row) => statesTotal(table, row, rowName(table, grid, row))).pop();
  const maximumColumn = table.columns.maximum!;
  const stated = sumRow === undefined ? null : readTotal(grid.at(sumRow, maximumColumn), settings.decimalMark);
  const totalRow = stated === null ? table.headerBottom : sumRow!;
  const totalAt = { sheet: table.sheet, row: totalRow, column: maximumColumn };
  const set = ownSet(settings, { stated, totalAt, indicators, pillars, sums });
  const headings = new Map<string, string>();
  let under = 0;
  for (const { code, row, group } of rows) {
    while (under < groups.length && groups[under]!.row < row) under += 1;
    const heading = groups[under - 1];
    if (heading !== undefined && heading.code === group) headings.set(code, heading.name);
  }
  settleExtras(set, headings);
  return { set, remarks };
}
