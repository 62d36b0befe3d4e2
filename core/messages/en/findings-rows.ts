/** Words of findings (en): rows and tables that were not read, or not read as data. */
export const findingsRows: Readonly<Record<string, string>> = {
  'column.unread.what':
    'The column “{header}” holds points but does not say whether they are self-assessed or verified, so it was not read.',
  'column.unread.why': 'It may be the column that decides; the units of the table are not ranked.',
  'column.unread.todo':
    'Rename the header to “Điểm tự chấm” or “Điểm thẩm định”; if the column is not used, accept the finding with that reason.',
  'column.unread/note.what': 'The column “{header}” holds figures but was not read.',
  'column.unread/note.why': 'Its header is not that of a column that counts, so its figures change no result.',
  'column.unread/note.todo': 'If it should count, rename its header (for example a, b, Điểm tự chấm, Điểm thẩm định).',
  'column.several.what': 'Several columns are the same kind of points and differ: {columns}.',
  'column.several.why': 'Which of them is official is not known; the units of the table are not ranked.',
  'column.several.todo':
    'Write the line “Cột điểm chính thức” on the sheet Thiết lập with the header of the column that counts, for example: {header}.',
  'column.several/equal.what': 'Several columns are the same kind of points: {columns}. They are equal in every row.',
  'column.several/equal.why': 'The column “{first}” counts; the others equal it and change no result.',
  'column.several/equal.todo': 'If they may differ later, write “Cột điểm chính thức” on the sheet Thiết lập.',
  'column.hidden.what': 'Column {letter} (“{header}”) is hidden but decides official points.',
  'column.hidden.why': 'Readers do not see the figures that rank, and may think that another column counts.',
  'column.hidden.todo': 'Show the column and check it; if it is not used, delete it and score again.',
  'row.unread.what': 'The row “{name}” has points ({value}) but no code that can be read.',
  'row.unread.why':
    'Nobody can tell which indicator these points belong to: they are not counted, and the unit is not ranked.',
  'row.unread.todo':
    'Write the indicator’s code into the code column (1.1, say), or delete the figure if it is not used.',
  'row.unread/maximum.what': 'The row “{name}” has a maximum ({value}) but no code that can be read.',
  'row.unread/maximum.why': 'It is not read as an indicator, so nobody is scored on it.',
  'row.unread/maximum.todo':
    'Write the indicator’s code into the code column (1.1, say), or delete the maximum if it is a remark.',
  'row.unread/unit.what': 'The row “{name}” has a figure ({value}) but no name of a unit.',
  'row.unread/unit.why': 'Nobody can tell whose figure it is, so it is not counted.',
  'row.unread/unit.todo': 'Write the unit’s name into the row, or delete the figure if it is not used.',
  'row.summary.what': 'The row “{name}” is taken for a sum or a mean.',
  'row.summary.why':
    'Unlike the other rows it has no number or code, and its name or its figures say that it sums or averages them.',
  'row.summary.todo': 'If it is a unit or an indicator, give it a number or a code.',
  'unit.duplicate/column.what': 'The unit “{name}” heads two columns of points (the other at {other}).',
  'unit.duplicate/column.why': 'Nobody can tell which is right, so the unit is not ranked.',
  'unit.duplicate/column.todo': 'Keep the right column, or correct the unit’s name above it.',
  'table.unread.what':
    'This sheet has a table with {count} rows of figures that could not be read: there is no column “{word}”.',
  'table.unread.why': 'Its headers do not tell what it holds, so none of its figures is counted.',
  'table.unread.todo': 'If the column “{header}” is {word}, rename its header to “{word}”.',
  'table.unread/word.what':
    'This sheet has a table with {count} rows of figures that could not be read: there is no column “{word}”.',
  'table.unread/word.why': 'Its headers do not tell what it holds, so none of its figures is counted.',
  'table.unread/word.todo': 'Add the column “{word}”, or delete the table if it is not used.',
};
