/** Words of the commands (en), by id. */
import type { SameWords } from '#core/messages/ids';
import type { cli as vi } from './vi.ts';

export const cli: SameWords<typeof vi> = {
  'cli.column-maximum': 'Maximum',
  'cli.column-points': 'Total points',
  'cli.column-rank': 'Rank',
  'cli.column-share': 'Share (%)',
  'cli.column-status': 'Status',
  'cli.column-unit': 'Unit',
  'cli.counts': 'Findings: {error} errors · {warning} warnings · {note} notes.',
  'cli.help-diff': [
    'Usage: npm run -s score -- diff OLD.xlsx NEW.xlsx [--out OUT.xlsx] [--json FILE|-] [--set ID|FILE.json]',
    '       [--period P] [--with Q] [--lang vi|en] [--at ISO-TIME] [--help]',
    '       npm run -s score -- diff BOOK.xlsx --period P --with Q …',
    'Compares two workbooks (two periods, two evaluators’ copies, two versions of a set), or two periods of one.',
    '--out: writes NEW with the sheet So sánh added. The inputs are never changed.',
    '--json: writes the result as JSON to a file, or to the screen with “-”. Without --out and --json: prints a table.',
    '--period: the period of the new side; --with: that of the old one (two files: --period where it is left out). One file: the earlier period is the old one.',
    'Exit code: 0 done · 1 done, with errors in the data of either side · 2 unusable file or option.',
  ].join('\n'),
  'cli.diff-one-file':
    'There is one file only, “{value}”. A comparison needs two files (diff OLD.xlsx NEW.xlsx), or one with two periods (--period P --with Q).',
  'cli.diff-one-period': '--period and --with are both “{value}”. Please choose two different periods.',
  'cli.diff-period-empty':
    'The file “{file}” has no figures of the period “{value}”. Please check the column Kỳ or the line Kỳ báo cáo, then choose --period and --with again.',
  'cli.diff-scoring': 'Checking, scoring and comparing …',
  'cli.diff-errors':
    '“{file}” has {count} errors in its data: units that are not eligible for ranking have no points to compare.',
  'cli.diff-done': 'Done. Written: {path}',
  'cli.diff-more': '… and {count} more lines; use --out or --json for all of them.',
  'cli.done':
    'Done: {error} errors, {warning} warnings, {note} notes; {ranked} units ranked, {blocked} not eligible for ranking. Written: {path}',
  'cli.fault':
    'Something went wrong; nothing was written: {detail}. Please send the file and this line to the developers.',
  'cli.other-name':
    'The workbook has a sheet “{sheet}” that Nghìn Điểm did not make (it may be hidden), so the result stands on “{name}”.',
  'cli.cells-kept':
    'Sheet “{sheet}”: what was typed into {cells} stays where it is. The rows beside it may stand in another order now; look again.',
  'cli.cells-lost':
    'Sheet “{sheet}”: the new table covers what was typed into {cells}, so it is not in the file written; the input file keeps it.',
  'cli.comments-lost':
    'Sheet “{sheet}”: the comments at {cells} are not in the file written, since their rows may belong to other units now; the input file keeps them.',
  'cli.filter-cleared': 'The filter set on the sheet {sheets} is cleared, so that all new results are seen.',
  'cli.help': [
    'Usage: npm run -s score -- IN.xlsx [--out OUT.xlsx] [--json FILE|-] [--set ID|FILE.json] [--lang vi|en]',
    '       [--period PERIOD] [--at ISO-TIME] [--check-only] [--help]',
    '--out: writes the workbook with the sheets Kiểm tra, Xếp hạng … The input is never changed.',
    '--json: writes the result as JSON into a file, or to the screen with “-”.',
    '--set: a built-in index set or a JSON file. --period: the period. --at: the moment shown on the result.',
    '--check-only: checks without scoring. Without --out and --json: prints the ranking as a table.',
    'To compare two files or two periods: score -- diff OLD.xlsx NEW.xlsx; diff --help has all options.',
    'Exit code: 0 done, no errors · 1 done, the figures have errors · 2 unusable file or arguments.',
    'Other work: npm run -s score -- form … (self-scoring forms for the units), collect … (the forms that came back); form --help, collect --help say more.',
  ].join('\n'),
  'cli.help-form': [
    'Usage: npm run -s score -- form BOOK.xlsx --out FOLDER|FILE.zip [--units "Unit A;Unit B"] [--period PERIOD]',
    '       [--set ID|FILE.json] [--json FILE|-] [--lang vi|en]',
    'Makes a self-scoring form for each unit: one file a unit, for Excel, WPS, LibreOffice and Google Sheets.',
    '--units: only these (names or codes, with semicolons between them). --period: the period written on the form.',
  ].join('\n'),
  'cli.help-publish': [
    'Usage: npm run -s score -- publish BOOK.xlsx --out FOLDER [--with-self] [--provisional] [--json FILE|-]',
    '       [--period PERIOD] [--set ID|FILE.json] [--lang vi|en] [--at ISO-TIME]',
    'Publishes the ranking: the page index.html and open data (xep-hang.csv, chi-tiet.csv, bo-chi-so.csv, ket-qua.json, datapackage.json).',
    'Reasons, notes, evidence, file names and self-assessed points are not published; --with-self: publishes self-assessed points too.',
    '--provisional: publishes even while some units cannot be ranked yet, marked TẠM TÍNH.',
    'Exit code: 0 done · 1 done, the data has errors · 2 could not be published, nothing was written.',
  ].join('\n'),
  'cli.publish-blocked':
    'Not published: {count} units cannot be ranked yet. Fix the errors on the sheet Kiểm tra, or add --provisional to publish a result marked TẠM TÍNH.',
  'cli.publish-done': 'Done: {count} files. Written: {path}',
  'cli.publish-provisional': 'The published result is marked TẠM TÍNH: some units cannot be ranked yet.',
  'cli.out-missing': '--out is missing: where the result goes.',
  'cli.not-folder': '“{value}” is a file, not a folder. Choose another name.',
  'cli.making-forms': 'Making {count} forms …',
  'cli.forms-done': 'Done: {count} forms. Written: {path}',
  'cli.help-collect': [
    'Usage: npm run -s score -- collect BOOK.xlsx FORM.xlsx|FOLDER|FILE.zip … --out OUT.xlsx',
    '       [--take FILE]… [--period PERIOD] [--set ID|FILE.json] [--json FILE|-] [--lang vi|en] [--at TIME]',
    'Collects the forms that units sent back into one workbook: the sheets Số liệu (to be scored) and Thu phiếu (who has sent, what is wrong).',
    'Collect as often as you like: verified points, their reasons and columns that you added stay with their rows.',
    '--take: where a unit sent two different forms, this one counts. --period: what is collected, where the settings do not say it.',
    'Exit code: 0 all units received, no errors · 1 some are missing or have errors · 2 unusable file or arguments.',
  ].join('\n'),
  'cli.collect-reading': 'Reading {count} forms …',
  'cli.collect-done':
    'Done: {received} forms taken of {count} files, {missing} units have not sent; rows added {added}, changed {changed}, kept {kept}. Written: {path}',
  'cli.collect-no-forms': 'No forms given: name forms, a folder or a .zip after the workbook.',
  'cli.collect-no-set': 'The workbook “{value}” has no index set to read forms by. Add a sheet Bộ chỉ số or use --set.',
  'cli.collect-changed-in-array':
    'The sheet of collected figures cannot be written: a cell to be changed is part of an array formula ({detail}). Put values in its place.',
  'cli.take-unknown': '--take “{value}” is none of the forms that were read.',
  'cli.help-template': [
    'Usage: npm run -s score -- template --out FILE.xlsx [--set ID|FILE.json] [--list LIST] [--json FILE|-] [--lang vi|en]',
    'Makes a template workbook for the office that scores: Bộ chỉ số, Đơn vị, Thiết lập, Số liệu.',
    '--set: a built-in set; without it three rows show how one is written. --list: dong-nai-communes, dong-nai-departments, dong-nai-districts.',
  ].join('\n'),
  'cli.list-unknown': 'No unit list “{value}”. There are: {known}.',
  'cli.lists': 'Unit lists (--list): {known}.',
  'cli.template-done': 'Done. Written: {path}',
  'cli.input-missing': 'An input file is missing. {usage}',
  'cli.input-twice': 'One file too many: “{value}”. {usage}',
  'cli.language-unknown': '--lang takes vi or en, not “{value}”.',
  'cli.more': '… and {count} more errors; use --out for the whole findings sheet.',
  'cli.more-cells': 'and {count} more cells',
  'cli.not-found': 'No such file: “{value}”.',
  'cli.not-json': 'it is not JSON',
  'cli.not-printed':
    'The result could not be written to standard output (disk full, or the device refused). No file was written.',
  'cli.not-readable': 'Cannot read “{value}”: check the permissions; a folder, a device or a pipe is not a file.',
  'cli.not-writable': 'Cannot write “{value}”: check the folder and the permissions. The input is unchanged.',
  'cli.option-twice': 'Option {value} was given twice.',
  'cli.option-unknown': 'No such option: “{value}”. Options: {known}.',
  'cli.out-is-input': '“{value}” is the input itself, which is never overwritten. Choose another name.',
  'cli.period-empty':
    'The file has no figures for the period “{value}”. Check the column Kỳ or the line Kỳ báo cáo, then choose --period again.',
  'cli.protected': 'The sheet {sheets} is protected; its content is written anew, the protection stays.',
  'cli.reading': 'Reading {file} …',
  'cli.same-file': '“{value}” is used for two things in one run. Choose another name.',
  'cli.scoring': 'Checking and scoring ({sheets} sheets) …',
  'cli.set-unknown': 'No index set “{value}” and no such file. Built in: {known}.',
  'cli.set-unusable': 'The index set file “{value}” cannot be used: {detail}',
  'cli.signed':
    'The workbook is digitally signed. Its content changes, so the signature no longer holds: the result carries none. The input keeps its own.',
  'cli.status-blocked': 'not eligible for ranking',
  'cli.status-ranked': 'ranked',
  'cli.status-unranked': 'not ranked',
  'cli.structure-protected': 'The structure of the workbook is protected; the protection stays in the result.',
  'cli.time-unreadable': '--at takes a time such as 2026-11-24T17:00:00+07:00, not “{value}”.',
  'cli.value-missing': 'Option {value} is missing its value.',
  'cli.writing': 'Writing {file} …',
  'cli.written': 'Scored {sample} (synthetic figures). The ranked workbook is at: {file}',
};
