/** Which cells of units and indicators that both sides have say something else now. */
import { equals, toNumber } from '../exact/exact.ts';
import { INPUT_COLUMNS, type Assessment, type CellRef, type Entry, type Reading } from '../read/assessment.ts';
import { shownText } from '../read/cells/codes.ts';
import { gridOf, type Grid } from '../read/cells/grid.ts';
import type { Scorecard } from '../score/scored.ts';
import { at } from '../workbook/at.ts';
import { kindOf, scalarOf, type Cell, type Scalar } from '../workbook/cell.ts';
import { clean } from '../workbook/text.ts';
import type { CellChange, ComparedColumn, Side } from './comparison.ts';
import type { Matched } from './units.ts';

/** Columns beside the values whose words are compared. */
const WORDS = ['reason', 'evidence', 'note'] as const satisfies readonly ComparedColumn[];

/** What a cell says: `key` is equal where a person would call it the same. */
interface Said {
  key: string;
  value: Scalar | null;
  at: CellRef | null;
}

const NOTHING: Said = { key: '', value: null, at: null };

/** A number as it counts, whatever it is written like; else the words. */
function valueOf(cell: Cell): Scalar | null {
  const scalar = kindOf(cell) === null ? scalarOf(cell) : shownText(cell);
  if (typeof scalar === 'number') return Number(scalar.toPrecision(15));
  return typeof scalar === 'string' ? clean(scalar) || null : scalar;
}

function saidBy(reading: Reading | undefined): Said {
  if (reading === undefined) return NOTHING;
  const { value, empty, cell, labels, of: several, at } = reading;
  if (empty) return { ...NOTHING, at };
  const shown = valueOf(cell);
  if (value !== null) {
    const number = toNumber(value);
    // Of several people's points it is the mean that counts.
    return { key: `number ${number}`, value: several === undefined ? shown : number, at };
  }
  const words = labels === null ? String(shown) : [labels].flat().sort().join('\n');
  return { key: `words ${words}`, value: shown, at };
}

/** Numbers are compared as they count: "1.234" typed as text is 1234. */
function sameNumber(first: Reading | undefined, second: Reading | undefined): boolean {
  const [one, other] = [first?.value ?? null, second?.value ?? null];
  return one !== null && other !== null && equals(one, other);
}

/** The grids of a workbook's sheets, made when asked for. */
class Cells {
  private readonly grids: Grid[] = [];

  constructor(private readonly assessment: Assessment) {}

  said({ sheet, row, column }: CellRef): Said {
    const grid = (this.grids[sheet] ??= gridOf(at(this.assessment.picture.sheets, sheet), sheet));
    const value = valueOf(grid.at(row, column));
    return { key: String(value ?? ''), value, at: { sheet, row, column } };
  }
}

/** One side's entries, by unit and code. */
class Entries {
  private readonly cards: Map<number, Scorecard>;
  private readonly cells: Cells;
  /** Rows of one unit and indicator beside that which counts first: a form and a matrix, say. */
  private readonly rows = new Map<string, Entry[]>();

  constructor(readonly side: Side) {
    const { assessment, scored } = side;
    this.cards = new Map(scored.cards.map((card) => [card.unit, card]));
    this.cells = new Cells(assessment);
    const worded = assessment.tables.map(({ columns }) => WORDS.some((word) => columns[word] !== undefined));
    for (const entry of assessment.entries) {
      if (worded[entry.table] !== true) continue;
      const key = `${entry.unit} ${entry.indicator}`;
      const there = this.rows.get(key);
      if (there === undefined) this.rows.set(key, [entry]);
      else there.push(entry);
    }
  }

  /** @returns by code the place of each indicator of the unit's set; of a code that stands twice the first. */
  indicators(unit: number): Map<string, number> {
    const { groups, units, sets } = this.side.assessment;
    const found = new Map<string, number>();
    const set = sets[groups[units[unit]?.group ?? -1]?.set ?? -1];
    for (const { code, index } of set?.indicators ?? []) if (!found.has(code)) found.set(code, index);
    return found;
  }

  entry(unit: number, indicator: number): Entry | null {
    return this.cards.get(unit)?.entries[indicator]?.entry ?? null;
  }

  /** @returns what stands in a column of words: of several rows the first that says something. */
  words(unit: number, indicator: number, word: (typeof WORDS)[number]): Said {
    let first = NOTHING;
    for (const { table, row } of this.rows.get(`${unit} ${indicator}`) ?? []) {
      const { columns, sheet } = at(this.side.assessment.tables, table);
      const column = columns[word];
      if (column === undefined) continue;
      const said = this.cells.said({ sheet, row, column });
      if (said.key !== '') return said;
      if (first.at === null) first = said;
    }
    return first;
  }
}

/** @returns the cells that differ, by unit, indicator and column. */
export function compareCells(old: Side, now: Side, { oldOf }: Matched): CellChange[] {
  const [before, after] = [new Entries(old), new Entries(now)];
  const found: CellChange[] = [];
  for (const { index: unit, name } of now.assessment.units) {
    const was = oldOf[unit] ?? null;
    if (was === null) continue;
    const olds = before.indicators(was);
    for (const [code, indicator] of after.indicators(unit)) {
      const other = olds.get(code);
      if (other === undefined) continue;
      const put = (column: ComparedColumn, one: Said, two: Said): void => {
        if (one.key === two.key) return;
        const change = { old: one.value, new: two.value, oldAt: one.at, newAt: two.at };
        found.push({ unit: name, indicator: code, column, ...change });
      };
      const [one, two] = [before.entry(was, other), after.entry(unit, indicator)];
      for (const column of INPUT_COLUMNS) {
        const [first, second] = [one?.readings[column], two?.readings[column]];
        if (first?.empty !== false && second?.empty !== false) continue;
        if (sameNumber(first, second)) continue;
        put(column, saidBy(first), saidBy(second));
      }
      for (const word of WORDS) put(word, before.words(was, other, word), after.words(unit, indicator, word));
    }
  }
  return found;
}
