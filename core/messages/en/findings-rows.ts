/** Words of findings (en): rows and tables that were not read, or not read as data. */
import type { SameWords } from '../ids.ts';
import type { findingsRows as vi } from '../vi/findings-rows.ts';

export const findingsRows: SameWords<typeof vi> = {
  'column.unread.what':
    'The column “{header}” holds points but does not say whether they are self-assessed or verified, so it was not read.',
  'column.unread.why': 'It may be the column that decides; the units of the table are not eligible for ranking.',
  'column.unread.todo':
    'Rename the header to “Điểm tự chấm” or “Điểm thẩm định”; if the column is not used, accept the finding with that reason.',
  'column.unread/note.what': 'The column “{header}” holds figures but was not read.',
  'column.unread/note.why': 'Its header is not that of a column that counts, so its figures change no result.',
  'column.unread/note.todo': 'If it should count, rename its header (for example a, b, Điểm tự chấm, Điểm thẩm định).',
  'column.unread/rules.what': 'The column “{header}” holds rules but was not read.',
  'column.unread/rules.why':
    'Rules are read only under the header “Cách tính”; the indicators here are taken as judged.',
  'column.unread/rules.todo': 'If these are the rules, rename the header to “Cách tính”.',
  'column.unread/text.what': 'The column “{header}” was not read.',
  'column.unread/text.why': 'It looks like a column “{word}”, but its header does not say so and it changes no result.',
  'column.unread/text.todo': 'If it is {word}, rename its header to “{word}”.',
  'column.several/role.what': 'Two columns are of one kind and differ: {columns}.',
  'column.several/role.why':
    'Only one of them is read (cell {first}); which is right is not known, so the units of the table are not eligible for ranking.',
  'column.several/role.todo': 'Rename or delete the column that is not used.',
  'column.several/lacking.what':
    'This table has no column “{column}”, which the setting Cột điểm chính thức names; “{header}” is read in its place.',
  'column.several/lacking.why':
    'Official points of all units must come from one kind of column; the units of the table are not eligible for ranking.',
  'column.several/lacking.todo':
    'Add the column “{column}”, rename a header to match, or change the setting Cột điểm chính thức.',
  'column.unread/period.what':
    'The column “{header}” names the period {period}, not the one being scored ({chosen}), and was not read.',
  'column.unread/period.why':
    'Points of another period cannot stand for those of this one; the units of the table are not eligible for ranking.',
  'column.unread/period.todo':
    'If these are points of this period, correct the header; if of the one before, rename it to “Điểm kỳ trước”.',
  'column.several.what': 'Several columns are the same kind of points and differ: {columns}.',
  'column.several.why': 'Which of them is official is not known; the units of the table are not eligible for ranking.',
  'column.several.todo':
    'Write the line “Cột điểm chính thức” on the sheet Thiết lập with the header of the column that counts, for example: {header}.',
  'column.several/judges.what': 'Several columns are the same kind of points and differ: {columns}.',
  'column.several/judges.why':
    'Which of them is official is not known; the units of the table are not eligible for ranking.',
  'column.several/judges.todo':
    'If several people scored, write the line “Nhiều người chấm” with the value trung bình on the sheet Thiết lập; if one column alone counts, write “Cột điểm chính thức” with its header.',
  'column.several/equal.what': 'Several columns are the same kind of points: {columns}. They are equal in every row.',
  'column.several/equal.why': 'The column “{first}” counts; the others equal it and change no result.',
  'column.several/equal.todo': 'If they may differ later, write “Cột điểm chính thức” on the sheet Thiết lập.',
  'column.hidden.what': 'Column {letter} (“{header}”) is hidden but decides official points.',
  'column.hidden.why': 'Readers do not see the figures that rank, and may think that another column counts.',
  'column.hidden.todo': 'Show the column and check it; if it is not used, delete it and score again.',
  'notrun.column.hidden':
    'the spreadsheet program does not tell of all hidden columns (tables with many columns of indicators or units)',
  'row.unread.what': 'The row “{name}” has points ({value}) but no code that can be read.',
  'row.unread.why':
    'Nobody can tell which indicator these points belong to: they are not counted, and the unit is not eligible for ranking.',
  'row.unread.todo':
    'Write the indicator’s code into the code column (1.1, say), or delete the figure if it is not used.',
  'row.unread/maximum.what': 'The row “{name}” has a maximum ({value}) but no code that can be read.',
  'row.unread/maximum.why': 'It is not read as an indicator, so nobody is scored on it.',
  'row.unread/maximum.todo':
    'Write the indicator’s code into the code column (1.1, say), or delete the maximum if it is a remark.',
  'row.unread/unit.what': 'The row “{name}” has a figure ({value}) but no name of a unit.',
  'row.unread/unit.why': 'Nobody can tell whose figure it is, so it is not counted.',
  'row.unread/unit.todo': 'Write the unit’s name into the row, or delete the figure if it is not used.',
  'row.unread/number.what':
    'The row “{name}” has figures ({value}), but its ordinal is no number like those of the other units.',
  'row.unread/number.why': 'Nobody can tell whether it is a unit or the name of a group, so it does not count.',
  'row.unread/number.todo': 'If it is a unit, number it; if it is the name of a group, delete the figures of the row.',
  'row.summary.what': 'The row “{name}” is taken for a sum or a mean.',
  'row.summary.why':
    'Unlike the other rows it has no number or code, and its name or its figures say that it sums or averages them.',
  'row.summary.todo': 'If it is a unit or an indicator, give it a number or a code.',
  'unit.duplicate/column.what': 'The unit “{name}” heads two columns of points (the other at {other}).',
  'unit.duplicate/column.why': 'Nobody can tell which is right, so the unit is not eligible for ranking.',
  'unit.duplicate/column.todo': 'Keep the right column, or correct the unit’s name above it.',
  'table.unread.what':
    'This sheet has a table with {count} rows of figures that could not be read: there is no column “{word}”.',
  'table.unread.why': 'Its headers do not tell what it holds, so none of its figures is counted.',
  'table.unread.todo': 'If the column “{header}” is {word}, rename its header to “{word}”.',
  'table.unread/word.what':
    'This sheet has a table with {count} rows of figures that could not be read: there is no column “{word}”.',
  'table.unread/word.why': 'Its headers do not tell what it holds, so none of its figures is counted.',
  'table.unread/word.todo': 'Add the column “{word}”, or delete the table if it is not used.',
  'table.unread/aside.what':
    'This sheet looks like a form or an index set but could not be read: there is no column “{word}”.',
  'table.unread/aside.why': 'None of its figures is counted; the result comes from the other sheets alone.',
  'table.unread/aside.todo': 'If it should count, give it a header “{word}”; if not, accept the finding.',
  'table.unread/list.what':
    'This sheet names the units but was not read as the unit list: there is no column “{word}”.',
  'table.unread/list.why': 'Ranking groups, unit codes and former ranks come only from a list that can be read.',
  'table.unread/list.todo': 'If it is the unit list, give it a header “{word}”; if not, accept the finding.',
  'unit.unknown/unnamed.what': 'This form does not name its unit; the sheet name “{name}” is not a unit.',
  'unit.unknown/unnamed.why': 'Whose points these are is not known, so they are not eligible for ranking.',
  'unit.unknown/unnamed.todo': 'Write “Tên đơn vị: …” above the table, or name the sheet after the unit.',
  'unit.unknown/no-group.what': 'The table has a column of groups but does not say which one {name} is in.',
  'unit.unknown/no-group.why': 'The unit is ranked by itself, outside the groups of the table.',
  'unit.unknown/no-group.todo': 'Write the name of its group into the row of the unit.',
  'table.unread/no-set.what': 'This table is not an index set yet: there is no column “{word}”.',
  'table.unread/no-set.why': 'The workbook has no other index set, so nothing can be scored.',
  'table.unread/no-set.todo':
    'Add a column “{word}” or rename the header of that column to “{word}”, or choose a built-in set.',
  'table.unread/unit-column.what':
    'This table has a column “{word}” and is read as the figures of several units, not as an index set.',
  'table.unread/unit-column.why': 'The workbook has no other index set, so nothing can be scored.',
  'table.unread/unit-column.todo':
    'If it is the form of one unit, remove or rename that column; if not, add a sheet with the index set.',
};
