/** `form`: one workbook a unit that scores itself (docs/contract.md#forms). */
import type { IndexSet } from '../framework/framework.ts';
import { isCode } from '../form/lines.ts';
import type { FormSet, MadeForm } from '../form/form.ts';
import { formOf } from '../form/sheet.ts';
import type { Message, Say } from '../messages/message.ts';
import { read } from '../read/index.ts';
import type { Assessment, Settings, Unit } from '../read/assessment.ts';
import { readPeriod } from '../read/periods/periods.ts';
import { settingOf, type SettingKey } from '../read/settings/keys.ts';
import { prepare, unitKeys } from '../score/policy.ts';
import { toNumber } from '../exact/exact.ts';
import { printRule } from '../framework/rules/index.ts';
import { digestOf } from '../workbook/fingerprint.ts';
import type { Picture } from '../workbook/picture.ts';
import { foldUnit } from '../workbook/text.ts';
import type { CommandOptions } from './score.ts';

/** The layout's own version: forms of another one are older forms. */
const LAYOUT = 1;

export interface FormOptions extends Pick<CommandOptions, 'language' | 'set' | 'period'> {
  /** Names or codes of units; null: all. */
  units: readonly string[] | null;
  say: Say;
}

export interface NamedForm extends MadeForm {
  /** With its ending. */
  file: string;
  unit: string | null;
  unitCode: string | null;
}

export interface Forms {
  /** Made one at a time, as they are asked for. */
  forms: Iterable<NamedForm>;
  /** What they will be called, in their order. */
  files: string[];
  /** Whose they will be, in the same order; none: one blank form. */
  units: { name: string; code: string | null }[];
  /** What stands on them; '': none. */
  title: string;
  period: string;
  notes: Message[];
}

/** No forms can be made; `reason` says why. */
export class NoForms extends Error {
  constructor(readonly reason: Message) {
    super(reason.id);
  }
}

/** @returns the text without characters that a file system refuses, and what Windows cuts off an end. */
export function fileName(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, '_')
      .replace(/[. ]+$/, '')
      // 255 bytes are what file systems allow, and a Vietnamese letter takes up to three.
      .slice(0, 70)
      .replace(/[\ud800-\udbff]$/, '')
      .trim() || '_'
  );
}

/** The word of Thiết lập that a key reads as this value. */
function wordOf(key: SettingKey, value: unknown): string | undefined {
  const { read: take, words = [] } = settingOf(key);
  return words.find((word) => JSON.stringify(take(word, word, null)) === JSON.stringify(value));
}

const SOURCE_WORDS = { verified: 'thẩm định', calculated: 'tính', self: 'tự chấm' } as const;

/** What decides points, so that a form read alone gives what its own cells show. */
function settingLines(
  set: IndexSet,
  settings: Settings,
  decimals: number,
  whole: boolean,
): [string, string | number][] {
  const lines: [string, string | number][] = [
    ['Tên bộ chỉ số', settings.setTitle ?? set.title],
    ['Số chữ số thập phân', decimals],
    ['Nguồn điểm', settings.sources.map((source) => SOURCE_WORDS[source]).join(' > ')],
  ];
  if (whole && set.totalAssumed !== true) lines.push(['Tổng điểm', toNumber(set.total)]);
  const worded = [
    ['Làm tròn', settings.rounding],
    ['Thiếu số liệu', settings.missing],
    ['Khi không phát sinh', settings.notArising],
  ] as const;
  for (const [key, value] of worded) {
    const word = wordOf(key, value);
    if (word !== undefined) lines.push([key, word]);
  }
  return lines;
}

/** The one set that forms are made of. @throws NoForms. */
function setOf({ sets }: Assessment): IndexSet {
  const [first, ...others] = sets;
  if (first === undefined || first.indicators.length === 0) throw new NoForms({ id: 'form.no-set', args: {} });
  if (others.length > 0) throw new NoForms({ id: 'form.several-sets', args: {} });
  return first;
}

/** @returns the mark of a set and the layout: another mark, another form. */
export function formVersion(set: IndexSet): string {
  const lines = set.indicators.map(({ code, name, maximum, rule, ruleText, notArising }) =>
    JSON.stringify([code, name, maximum, rule === null ? ruleText : printRule(rule), notArising]),
  );
  return `${LAYOUT}-${digestOf(lines.join('\n'))}`;
}

function chosenUnits(units: readonly Unit[], wanted: readonly string[] | null): { unit: Unit; place: number }[] {
  const all = units.map((unit, at) => ({ unit, place: at + 1 }));
  if (wanted === null) return all;
  // None that is named is not all, and no forms at all are none that anybody asks for.
  if (wanted.length === 0) throw new NoForms({ id: 'form.units-none', args: {} });
  const chosen = new Set<number>();
  for (const text of wanted) {
    const folded = foldUnit(text);
    const found = all.filter(
      ({ unit }) => foldUnit(unit.name) === folded || (unit.code !== null && foldUnit(unit.code) === folded),
    );
    if (found.length === 0) throw new NoForms({ id: 'form.unit-unknown', args: { unit: text } });
    for (const { place } of found) chosen.add(place);
  }
  return all.filter(({ place }) => chosen.has(place));
}

function codesNote(id: 'form.beyond' | 'form.left-out' | 'form.rule-unread', codes: readonly string[]): Message[] {
  return codes.length === 0 ? [] : [{ id, args: { codes: codes.join(', ') } }];
}

/** @returns the forms of the units in a workbook, or one blank form where it lists none. @throws NoForms. */
export function makeForms(picture: Picture, options: FormOptions): Forms {
  const { language, set: given = null, say } = options;
  const assessment = read(picture, { language, set: given, period: options.period ?? null });
  const set = setOf(assessment);
  const { settings, groups } = assessment;
  const decimals = settings.decimals ?? set.decimals;
  const period = options.period ?? settings.period ?? '';
  if (options.period !== null && options.period !== undefined && readPeriod(options.period) === null)
    throw new NoForms({ id: 'form.period-unreadable', args: { value: options.period } });
  const prepared = prepare(set, settings);
  const version = formVersion(set);
  const every = new Set(set.indicators.flatMap(({ code, index }) => (isCode(code) ? [index] : [])));
  const outside = set.indicators.filter(({ code }) => !isCode(code)).map(({ code }) => code);
  const title = settings.setTitle ?? set.title;
  const of = (included: ReadonlySet<number>): FormSet => ({
    set,
    title,
    period,
    decimals,
    rounding: settings.rounding,
    notArising: settings.notArising,
    settings: settingLines(set, settings, decimals, included.size === every.size),
    version,
    say,
  });
  // A unit that only the data name is none that a form is made for.
  const listed = assessment.units.filter(({ listedAt }) => listedAt !== null);
  const sample = formOf(of(every), { name: '', code: null, included: every });
  const notes = [
    ...codesNote('form.left-out', outside),
    ...codesNote('form.beyond', sample.later),
    ...codesNote('form.rule-unread', sample.unread),
  ];
  if (listed.length === 0) {
    if (options.units !== null) throw new NoForms({ id: 'form.unit-unknown', args: { unit: options.units[0] ?? '' } });
    const blank: NamedForm = {
      ...sample,
      file: `${say({ id: 'form.file', args: {} })}.xlsx`,
      unit: null,
      unitCode: null,
    };
    return {
      forms: [blank],
      files: [blank.file],
      units: [],
      title,
      period,
      notes: [{ id: 'form.no-unit', args: {} }, ...notes],
    };
  }
  const digits = Math.max(2, String(listed.length).length);
  const chosen = chosenUnits(listed, options.units).map(({ unit, place }) => ({
    unit,
    file: `${String(place).padStart(digits, '0')} ${fileName(unit.name)}.xlsx`,
  }));
  function* each(): Generator<NamedForm> {
    for (const { unit, file } of chosen) {
      const group = groups[unit.group];
      if (group === undefined) continue;
      const keys = unitKeys(unit, group);
      const included = new Set(
        prepared.flatMap(({ applies, indicator }) =>
          applies(keys) && every.has(indicator.index) ? [indicator.index] : [],
        ),
      );
      const made = formOf(of(included), { name: unit.name, code: unit.code, included });
      yield { ...made, file, unit: unit.name, unitCode: unit.code };
    }
  }
  const units = chosen.map(({ unit: { name, code } }) => ({ name, code }));
  return { forms: { [Symbol.iterator]: each }, files: chosen.map(({ file }) => file), units, title, period, notes };
}
