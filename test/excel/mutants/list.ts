/** Deliberate breaks of the Excel adapter and the pane: each must be noticed by the tests named with it. */

export interface Mutant {
  name: string;
  file: string;
  /** Test files that must fail. */
  tests: string[];
  /** The broken source; throws where the place is not there any more, or is there twice. */
  change(source: string): string;
}

const FLOW = ['test/excel/adapter/flow.test.ts'];
const ADAPTER = 'excel-addin/workbook/';
const PANEL = 'panel/';

/** One text for another, which must stand there once. */
function swap(name: string, file: string, tests: string[], find: string, by: string): Mutant {
  const change = (source: string): string => {
    const parts = source.split(find);
    if (parts.length !== 2) throw new Error(`${name}: “${find}” stands ${parts.length - 1} times in ${file}`);
    return parts.join(by);
  };
  return { name, file, tests, change };
}

const pane = (name: string): string[] => [`test/excel/pane/${name}.test.ts`];

export const MUTANTS: Mutant[] = [
  swap(
    'an unawaited sync',
    `${ADAPTER}write.ts`,
    FLOW,
    '      queueAll(jobs);\n      await batch.sync();\n      return;',
    '      queueAll(jobs);\n      void batch.sync().catch(() => undefined);\n      return;',
  ),
  swap(
    'values before their text format',
    `${ADAPTER}fill.ts`,
    FLOW,
    '    rangeOf(work, area).numberFormat = format as unknown as string[][];',
    '    late.push(() => (rangeOf(work, area).numberFormat = format as unknown as string[][]));',
  ),
  swap(
    'a request for each row',
    `${ADAPTER}fill.ts`,
    FLOW,
    '    work.getRangeByIndexes(top, 0, values.length, columns).values = values;',
    '    for (const [at, line] of values.entries()) {\n      work.getRangeByIndexes(top + at, 0, 1, columns).values = [line];\n      await outbox.room(1);\n      await outbox.flush();\n    }',
  ),
  swap(
    'the person is not put back',
    `${ADAPTER}write.ts`,
    FLOW,
    '    await restorePlace(batch, place);',
    '    void place;',
  ),
  swap(
    'a null answer taken for empty',
    `${ADAPTER}read.ts`,
    FLOW,
    'if (!values || !valueTypes || !numberFormat || (each && !formulas)) return false;',
    'if (!values || !valueTypes || !numberFormat || (each && !formulas)) return true;',
  ),
  swap(
    'a piece without an answer is passed over',
    `${ADAPTER}pieces.ts`,
    ['test/excel/adapter/parts.test.ts'],
    '      if (await piece.take()) continue;',
    '      if ((await piece.take()) || piece.bytes > 0) continue;',
  ),
  swap(
    'an edit by someone else overwritten',
    `${ADAPTER}write.ts`,
    FLOW,
    "if (!markHolds(expected, read.picture)) throw hostError('changed');",
    'void expected;',
  ),
  swap(
    'our protected sheet not looked at',
    `${ADAPTER}write.ts`,
    FLOW,
    "if (protection.protected) throw hostError('protected', 'host.protected', { sheet: sheet.name });",
    '',
  ),
  swap(
    'the protected structure not looked at',
    `${ADAPTER}write.ts`,
    FLOW,
    "if (workbook.protection.protected) throw hostError('structure-protected');",
    '',
  ),
  swap('values written across a filter', `${ADAPTER}write.ts`, FLOW, '    old.sheet.autoFilter.remove();', ''),
  swap(
    'what the old ranking had beyond the new one stays',
    `${ADAPTER}write.ts`,
    ['test/excel/adapter/marks.test.ts'],
    'for (const area of leftover(ours, rows, columns)) rangeOf',
    'for (const area of leftover(ours, -1, columns).slice(0, 0)) rangeOf',
  ),
  swap(
    'work sheets are left in the workbook',
    `${ADAPTER}write.ts`,
    FLOW,
    '        await removeSheets(batch, made, jobs.length === 0 ? asked : null);',
    '',
  ),
  swap(
    'a new sheet instead of the old one in place',
    `${ADAPTER}places.ts`,
    FLOW,
    'target: draft.old?.sheet ?? placeFor(draft.plan),',
    'target: draft.old === null ? placeFor(draft.plan) : add(`${draft.plan.name} mới`),',
  ),
  swap(
    'the copy brings values only',
    `${ADAPTER}write.ts`,
    FLOW,
    ".copyFrom(source, 'All')",
    ".copyFrom(source, 'Values')",
  ),
  swap(
    'our own writes count as changes',
    `${ADAPTER}changes.ts`,
    FLOW,
    "session.writing === 0 && !own && change.triggerSource !== 'ThisLocalAddin'",
    'own !== null',
  ),
  swap(
    'a cell being edited is not waited for',
    `${ADAPTER}session.ts`,
    FLOW,
    'delayForCellEdit: true',
    'delayForCellEdit: false',
  ),
  swap(
    'a request that never answers is waited for for ever',
    `${ADAPTER}session.ts`,
    FLOW,
    "setTimeout(() => lose(hostError('timeout')), session.limit)",
    'setTimeout(() => undefined, session.limit)',
  ),
  swap(
    'a repair over a changed cell',
    `${ADAPTER}edits.ts`,
    FLOW,
    "if ((held === '' ? null : held) !== (edit.before === '' ? null : edit.before))",
    'if (held === undefined)',
  ),
  swap(
    'a reveal that is not looked at again',
    `${ADAPTER}place.ts`,
    FLOW,
    "if (place?.sheet === sheet.name && shows(place.selection, target)) return 'revealed';",
    "return 'revealed';",
  ),
  swap(
    'a repair that can’t be taken back',
    `${PANEL}session.ts`,
    pane('check'),
    'patch({ done: card, takeBack: of === null || count === 0 ? null : { edits: takeBack, of } });',
    'patch({ done: card, takeBack: null });\n          void of;',
  ),
  swap(
    'an edit that is not marked',
    `${PANEL}watch.ts`,
    pane('score'),
    "(overview === null || stale === 'yes' ? {} : { stale: 'maybe' })",
    '(overview === null || stale ? {} : {})',
  ),
  swap(
    'a cancel that stops nothing',
    `${PANEL}session.ts`,
    pane('score'),
    'cancel: host.stops ? () => running.current?.abort() : null,',
    'cancel: host.stops ? () => undefined : null,',
  ),
  swap(
    'the wrong way through the findings',
    `${PANEL}findings.tsx`,
    pane('check'),
    'select(neighbour(total, kept, by, gone), true);',
    'select(neighbour(total, kept, by === 1 ? -1 : 1, gone), true);',
  ),
  swap(
    'more rows of a long list in the document',
    `${PANEL}list.tsx`,
    pane('check'),
    'export const PAGE = 50;',
    'export const PAGE = 200;',
  ),
  swap(
    'a fall that looks like a rise',
    `${PANEL}ranking.tsx`,
    pane('ranking'),
    "`${moved > 0 ? '▲' : '▼'}",
    "`${moved < 0 ? '▲' : '▼'}",
  ),
  swap(
    'an order that is not asked for',
    `${PANEL}ranking.tsx`,
    pane('ranking'),
    'const asked = { group, sort, text,',
    "const asked = { group, sort: sort && ('rank' as const), text,",
  ),
  swap('no way back by Escape', `${PANEL}escape.ts`, pane('ranking'), "event.key !== 'Escape'", "event.key !== 'Esc'"),
  swap(
    'a unit under the name of another',
    `${PANEL}unit.tsx`,
    pane('ranking'),
    'const isOther = isFresh && view?.name !== unit.name;',
    'const isOther = isFresh && view === null;',
  ),
];

// What the late formats wait for: after the values.
const late = MUTANTS.find(({ name }) => name === 'values before their text format')!;
const { change } = late;
late.change = (source) =>
  change(source)
    .replace(
      '  const columns = columnsOf(sheet);\n  // Formats',
      '  const columns = columnsOf(sheet);\n  const late: (() => unknown)[] = [];\n  // Formats',
    )
    .replace(
      '  await pause();\n  for (const area of sheet.merges)',
      '  for (const job of late) job();\n  await pause();\n  for (const area of sheet.merges)',
    );
