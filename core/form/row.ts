/** One indicator's row of a form: its points, what is dropped of its maximum, and what is still missing, as formulas. */
import { compare, exact, toPlain, ZERO, type Exact } from '../exact/exact.ts';
import type { FigureName, Indicator, NotArisingPolicy } from '../framework/framework.ts';
import { needsOf } from '../framework/rules/index.ts';
import type { Rule, RuleNeeds } from '../framework/rules/rule.ts';
import type { MessageId } from '../messages/ids.ts';
import type { Message, Say } from '../messages/message.ts';
import type { HelperRow } from './cells.ts';
import { partOf, STATES, units } from './kinds.ts';
import { choiceOf, isSingle, quoted, type ChoiceCell } from './labels.ts';
import { rounded } from './mixed.ts';
import { BeyondForms, type RowInputs } from './quantity.ts';

/** References of the row's cells for input; null where the form has no such column. */
export interface RowCells {
  figures: Readonly<Record<FigureName, string | null>>;
  choice: string | null;
  points: string;
  evidence: string | null;
}

export interface RowTask {
  indicator: Indicator;
  rule: Rule;
  maximum: Exact;
  policy: NotArisingPolicy;
  /** Of the row's points: the set's, ten where only the total is rounded. */
  decimals: number;
  /** 10^ the decimals that sums of points and maxima are exact at. */
  unit: Exact;
  cells: RowCells;
  row: HelperRow;
  say: Say;
}

export interface RowFormulas {
  /** null: a cell for input. */
  points: string | null;
  check: string;
  /** Points in whole units, "" where there are none. */
  whole: string;
  /** What is dropped or rescaled of the maximum in units; '0' where it can't be. */
  lost: string;
  /** The form can't know the points: against the best unit, or beyond what formulas hold exactly. */
  later: boolean;
}

/** Above this an uncapped bonus is left to the core. */
const UNCAPPED = 100_000_000_000;
/** Decimals of figures that forms read. */
const DECIMALS = [0, 2, 4, 6];
export const NOT_APPLICABLE = 'Không áp dụng';

interface Problem {
  /** Stands where the condition holds. */
  when: string;
  id: MessageId;
  args?: Message['args'];
}

function conditional({ when, id, args = {} }: Problem, say: Say): string {
  return `IF(${when},${quoted(`; ${say({ id, args })}`)},"")`;
}

function problemsOf(needs: RuleNeeds, cells: RowCells, choice: ChoiceCell | null): Problem[] {
  const found: Problem[] = [];
  for (const name of needs.figures) {
    const cell = cells.figures[name] ?? '""';
    const args = { name };
    found.push({ when: `ISBLANK(${cell})`, id: 'form.missing', args });
    found.push({ when: `AND(NOT(ISBLANK(${cell})),NOT(ISNUMBER(${cell})))`, id: 'form.not-number', args });
    found.push({ when: `AND(ISNUMBER(${cell}),${cell}<0)`, id: 'form.negative', args });
  }
  for (const { part, whole, target } of needs.pairs) {
    const [a, b] = [cells.figures[part], cells.figures[whole]];
    if (target || a === null || b === null) continue;
    found.push({ when: `AND(ISNUMBER(${a}),ISNUMBER(${b}),${a}>${b})`, id: 'form.exceeds', args: { part, whole } });
  }
  if (choice !== null && cells.choice !== null) {
    const blank = `TRIM(${cells.choice})=""`;
    found.push({ when: blank, id: 'form.choose' });
    found.push({ when: `AND(NOT(${blank}),NOT(${choice.known}))`, id: 'form.choice-unknown' });
  }
  return found;
}

/** Figures × 1, 100, 10,000 or a million, by what the row's figures need: whole numbers, and as small as can be. */
function scaled(needs: RuleNeeds, cells: RowCells, row: HelperRow): { inputs: RowInputs; fits: string } {
  const list = needs.figures.flatMap((name) => {
    const cell = cells.figures[name];
    return cell === null ? [] : [{ name, cell }];
  });
  if (list.length === 0) return { inputs: { figures: {}, scale: '1' }, fits: '1' };
  const usable = row.put(`IF(AND(${list.map(({ cell }) => `ISNUMBER(${cell}),${cell}>=0`).join(',')}),1,0)`);
  const scale = row.put(
    `IF(${usable}=0,0,${DECIMALS.map(
      (decimals) =>
        `IF(AND(${list.map(({ cell }) => `ROUND(${cell},${decimals})=${cell}`).join(',')}),${10 ** decimals},`,
    ).join('')}0${')'.repeat(DECIMALS.length)})`,
  );
  const figures: Partial<Record<FigureName, string>> = {};
  for (const { name, cell } of list) figures[name] = row.put(`IF(${scale}=0,0,ROUND(${cell}*${scale},0))`);
  // Of a row that does not fit nothing is shown, and nothing may be divided by 0.
  return { inputs: { figures, scale: row.put(`MAX(1,${scale})`) }, fits: scale };
}

function joinedCheck(parts: readonly string[], otherwise: string, row: HelperRow): string {
  if (parts.length === 0) return otherwise;
  // Formulas of 2007 may be 8,192 characters long: a few at a time.
  let text = '';
  for (let from = 0; from < parts.length; from += 8) {
    const piece = parts.slice(from, from + 8).join('&');
    text = row.put(text === '' ? piece : `${text}&${piece}`);
  }
  return `IF(${text}="",${otherwise},MID(${text},3,500))`;
}

function evidenceOf({ indicator, cells }: RowTask): Problem[] {
  if (!indicator.evidenceRequired || cells.evidence === null) return [];
  return [{ when: `TRIM(${cells.evidence})=""`, id: 'form.evidence' }];
}

/** Judged: points are typed, within the maximum. */
function judgedRow(task: RowTask, ceiling: Exact | null): RowFormulas {
  const { cells, row, decimals, unit, say } = task;
  const { points } = cells;
  const over = ceiling === null ? 'FALSE' : `${points}>${toPlain(ceiling, 15)}`;
  const range: Problem =
    ceiling === null
      ? { when: `AND(ISNUMBER(${points}),${points}<0)`, id: 'form.points-negative' }
      : {
          when: `AND(ISNUMBER(${points}),OR(${points}<0,${over}))`,
          id: 'form.points-range',
          args: { maximum: { decimal: toPlain(ceiling) } },
        };
  const problems: Problem[] = [
    { when: `ISBLANK(${points})`, id: 'form.unscored' },
    { when: `AND(NOT(ISBLANK(${points})),NOT(ISNUMBER(${points})))`, id: 'form.points-number' },
    range,
    ...evidenceOf(task),
  ];
  const shift = toPlain(unit, 0);
  const near = `ROUND(ROUND(${points},${decimals})*${shift},0)`;
  const kept = ceiling === null ? near : `MIN(${near},${units(ceiling, unit)})`;
  const whole = row.put(`IF(ISNUMBER(${points}),IF(OR(${points}<0,${over}),"",${kept}),"")`);
  const check = joinedCheck(
    problems.map((one) => conditional(one, say)),
    '"✓"',
    row,
  );
  return { points: null, check, whole, lost: '0', later: false };
}

/** @returns what is worked out; null where no form can. */
function ifKnown<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof BeyondForms)) throw error;
    return null;
  }
}

/** @returns the row's formulas. */
export function rowOf(task: RowTask): RowFormulas {
  const { rule, maximum, policy, decimals, unit, cells, row, say } = task;
  const outside = rule.kind === 'bonus' || rule.kind === 'penalty';
  const inner = outside ? rule.rule : rule;
  const ceiling = outside ? rule.cap : maximum;
  if (inner.kind === 'information') return { points: '""', check: '""', whole: '""', lost: '0', later: false };
  if (inner.kind === 'judged') return judgedRow(task, ceiling);
  const needs = needsOf(rule);
  const choice = ifKnown(() => (cells.choice === null ? null : choiceOf(rule, cells.choice, row)));
  const problems = problemsOf(needs, cells, choice);
  const { inputs, fits } = scaled(needs, cells, row);
  const excused =
    cells.choice === null
      ? '0'
      : row.put(`IF(LOWER(TRIM(${cells.choice}))=${quoted(NOT_APPLICABLE.toLowerCase())},1,0)`);
  const applied = outside ? 'zero' : policy;
  const top = ceiling ?? exact(UNCAPPED / 10 ** Math.min(decimals, 8));
  const part = ifKnown(() => partOf(inner, { row, inputs, choice, policy: applied, decimals, maximum: top, unit }));
  const faults = problems.map(({ when }) => when);
  const bad = row.put(faults.length === 0 ? '0' : `IF(OR(${faults.join(',')}),1,0)`);
  const own = problems.map((one) => conditional(one, say));
  own.push(conditional({ when: `AND(${bad}=0,${fits}=0)`, id: 'form.decimals' }, say));
  const words = (id: MessageId): string => quoted(say({ id, args: {} }));
  const excusedWords = {
    full: '"✓"',
    zero: '"✓"',
    drop: words('form.dropped'),
    rescale: words('form.dropped'),
    ask: words('form.asks'),
  };
  const evidence = evidenceOf(task).map((one) => conditional(one, say));
  const loses = (applied === 'drop' || applied === 'rescale') && compare(maximum, ZERO) > 0;
  const shift = toPlain(unit, 0);
  const whenExcused = {
    full: units(maximum, unit),
    zero: '0',
    drop: '""',
    rescale: '""',
    ask: '""',
  }[applied];
  if (part === null) {
    // Said beside what is still missing, too: points are not to be waited for.
    const later = quoted(`; ${say({ id: 'form.later', args: {} })}`);
    const check = joinedCheck([...own, ...evidence, later], '""', row);
    const whole = row.put(`IF(${excused}=1,${whenExcused},"")`);
    return {
      points: `IF(${whole}="","",${whole}/${shift})`,
      check: `IF(${excused}=1,${excusedWords[applied]},${check})`,
      whole,
      lost: loses ? row.put(`IF(${excused}=1,${units(maximum, unit)},0)`) : '0',
      later: true,
    };
  }
  const result = rounded(part.points, row);
  const within = ceiling === null ? `${result}<${units(top, exact(10 ** decimals))}` : 'TRUE';
  const small = row.put(`IF(AND(${row.small()},${within}),1,0)`);
  const fine = row.put(`IF(AND(${bad}=0,${fits}>0,${small}=1),1,0)`);
  const grown = 10 ** decimals === Number(shift) ? result : `${result}*${Number(shift) / 10 ** decimals}`;
  const bounded = ceiling === null ? grown : `MIN(${grown},${units(ceiling, unit)})`;
  const whole = row.put(`IF(${excused}=1,${whenExcused},IF(AND(${fine}=1,${part.state}=0),${bounded},""))`);
  const lost = loses
    ? row.put(`IF(${excused}=1,${units(maximum, unit)},IF(AND(${fine}=1,${part.state}<=1),${part.lost},0))`)
    : '0';
  own.push(conditional({ when: `AND(${bad}=0,${fits}>0,${small}=0)`, id: 'form.large' }, say));
  const several = isSingle(rule) || needs.choice === null ? 'form.impossible' : 'form.choice-several';
  own.push(
    conditional(
      {
        when: `AND(${fine}=1,${part.state}=${STATES.missing})`,
        id: needs.pairs.length > 0 ? 'form.impossible' : several,
      },
      say,
    ),
    conditional({ when: `AND(${fine}=1,${part.state}=${STATES.asks})`, id: 'form.asks' }, say),
    ...evidence,
  );
  const done = part.state === '0' ? '"✓"' : `IF(${part.state}=${STATES.dropped},${words('form.dropped')},"✓")`;
  const check = joinedCheck(own, done, row);
  return {
    points: `IF(${whole}="","",${whole}/${shift})`,
    check: `IF(${excused}=1,${excusedWords[applied]},${check})`,
    whole,
    lost,
    later: false,
  };
}
