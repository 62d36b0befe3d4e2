/** Two columns claim one role and differ: which of them counts is nobody's guess; a person chooses, and the setting says it. */
import type { Remark } from '../read/assessment.ts';
import type { SettingKey } from '../read/settings/keys.ts';
import { lineAbove, settingCells, type SettingCell } from '../read/settings/place.ts';
import type { CellEdit } from '../workbook/plan.ts';
import type { Check } from './finding.ts';
import type { CheckInput } from './input.ts';
import { edit, fromRemarks } from './shared.ts';

const KEY: SettingKey = 'Cột điểm chính thức';

export const columnSeveral: Check = {
  severity: 'error',
  run: (input) =>
    fromRemarks(
      input,
      'column.several',
      ({ variant }) => (variant === 'equal' ? 'note' : 'error'),
      (remark) => choicesOf(input, remark),
    ),
};

/** The setting with each of the headers, where it has a place: in the settings, else as a line above the table. */
function choicesOf(input: CheckInput, { at, choices = [] }: Remark): CellEdit[][] | null {
  const { assessment } = input;
  if (choices.length === 0 || at === null) return null;
  const table = assessment.tables.find(
    ({ sheet, headerTop, headerBottom }) => sheet === at.sheet && headerTop <= at.row && at.row <= headerBottom,
  );
  const inLine = (name: string): SettingCell[] | null => {
    const place = table === undefined ? null : lineAbove(assessment, table);
    return place && [{ at: place, value: `${KEY}: ${name}` }];
  };
  const edits = choices.map((name) => {
    const cells = settingCells(assessment, KEY, name, name) ?? inLine(name) ?? [];
    return cells.map((cell) => edit(input, cell.at, String(cell.value)));
  });
  return edits.every((one) => one.length > 0) ? edits : null;
}
