/** Makes findings of what checks tell. */
import { toPlain } from '../exact/exact.ts';
import { ceilingOf } from '../framework/rules/index.ts';
import type { CheckId } from '../messages/check-ids.ts';
import type { FindingWords } from '../messages/ids.ts';
import { hasWords } from '../messages/index.ts';
import type { Message, MessageArgument } from '../messages/message.ts';
import { waiverKey } from '../read/waivers/waivers.ts';
import { toA1 } from '../workbook/address.ts';
import { scalarOf } from '../workbook/cell.ts';
import type { Finding, Severity, Told } from './finding.ts';
import type { CheckInput } from './input.ts';
import { cellAt, columnName, hasFootnote, shownAt } from './shared.ts';

/** Whether findings have words of the id. */
function isWords(id: string): id is FindingWords {
  return hasWords(`${id}.what`);
}

/** @returns the finding that a check tells of, with its waiver; null where it only holds while it is waived. */
export function finding(input: CheckInput, id: CheckId, usual: Severity, parts: Told): Finding | null {
  const { assessment } = input;
  const unit = parts.unit === undefined ? '' : (assessment.units[parts.unit]?.name ?? '');
  const place = parts.indicator;
  const indicator = place === undefined ? undefined : assessment.sets[place.set]?.indicators[place.index];
  const code = indicator?.code ?? '';
  const value = parts.value ?? (parts.at === null ? '' : shownAt(input, parts.at));
  const column = parts.column ?? '';
  const variant = parts.variant === undefined ? id : `${id}/${parts.variant}`;
  const maximum = indicator === undefined ? null : ceilingOf(indicator.rule, indicator.maximum);
  const args: Message['args'] = {
    unit,
    indicator: code,
    name: indicator?.name ?? '',
    value: printed(input, id, parts, value),
    cell: parts.at === null ? '' : toA1(parts.at.row, parts.at.column),
    column: columnName(input, column),
    maximum: maximum === null ? '' : { decimal: toPlain(maximum) },
    ...parts.args,
  };
  const foot = parts.at !== null && hasFootnote(input, parts.at);
  const made: Finding = {
    id,
    severity: usual,
    at: parts.at,
    // The reader names what the set or the list does not have: an unknown unit, an unknown code.
    unit: unit !== '' || !id.startsWith('unit.') ? unit : textOf(args['name']),
    indicator: textOf(args['indicator']) || textOf(args['code']),
    column,
    value,
    message: { id: isWords(variant) ? variant : id, args },
    repair: foot ? null : (parts.repair ?? null),
    ...(parts.readings && !foot ? { readings: parts.readings } : {}),
    waived: null,
  };
  made.waived = waiverFor(input, made);
  const { severity = usual } = parts;
  const stated = typeof severity === 'string' ? severity : severity(made.waived !== null);
  return stated === null ? null : { ...made, severity: stated };
}

const LONGEST = 160;

/** Nobody reads a paragraph in a sentence about it; the finding's own value stays whole. */
function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 10).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The value as words say it: a number of the sheet with the reader's own separators, anything else as it is shown. */
function printed(input: CheckInput, id: CheckId, parts: Told, value: string): MessageArgument {
  const { at } = parts;
  const figure = (id.startsWith('value.') || id.startsWith('points.')) && /^-?\d+(?:\.\d+)?$/.test(value);
  return figure && at !== null && typeof scalarOf(cellAt(input, at)) === 'number'
    ? { decimal: value }
    : shortened(value);
}

function textOf(argument: MessageArgument | undefined): string {
  return typeof argument === 'string' ? argument : '';
}

function waiverFor(input: CheckInput, made: Finding): Finding['waived'] {
  const { waivers } = input;
  if (waivers.size === 0) return null;
  return waivers.get(waiverKey({ ...made, check: made.id })) ?? null;
}
