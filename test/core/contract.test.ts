/** docs/contract.md says what the code does: ids, severities, header words, settings, rules and keys are held against it, and links to it lead somewhere. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRule } from '#core/framework/rules/index';
import { builtInSets } from '#core/framework/sets/index';
import { CHECK_IDS } from '#core/messages/check-ids';
import { roleOfHeader } from '#core/read/headers/headers';
import { SETTINGS } from '#core/read/settings/keys';
import { defaultSettings, readSettings } from '#core/read/settings/settings';
import { helpView } from '#core/view/help';
import { run } from '#test/support/book';
import { ROOT, sourcesIn } from '#test/support/imports';
import { workbook } from '#test/workbooks/base';
import { frameworkFaults } from '#test/workbooks/framework';
import { pointFaults } from '#test/workbooks/points';
import { rowFaults } from '#test/workbooks/rows';
import { textFaults } from '#test/workbooks/text-and-cells';
import { unitFaults } from '#test/workbooks/units';
import { valueFaults } from '#test/workbooks/values';
import { variants } from '#test/workbooks/variants';

const CONTRACT = readFileSync(join(ROOT, 'docs/contract.md'), 'utf8');

/** The text under a heading of the second level. */
function section(title: string): string {
  const parts = CONTRACT.split(/^## /m).filter((part) => part.startsWith(`${title}\n`));
  expect(parts, title).toHaveLength(1);
  return parts[0]!;
}

/** The rows of a section's tables that begin with a word in code marks, as cells. */
const rowsOf = (title: string): string[][] =>
  section(title)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
const codesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

describe('the contract', () => {
  it('lists every check in its order, with the severities that its faults have', () => {
    const rows = rowsOf('Checks').map(([id, severities]) => [codesIn(id!)[0]!, severities!.split(', ')] as const);
    expect(rows.map(([id]) => id)).toEqual(CHECK_IDS);
    const told = new Map<string, readonly string[]>(rows);
    const faults = [frameworkFaults, unitFaults, rowFaults, valueFaults, pointFaults, textFaults, variants].flat();
    for (const { id, name, severity } of faults) expect(told.get(id), `${id}: ${name}`).toContain(severity);
    const shown = new Set(faults.map(({ id, severity }) => `${id} ${severity}`));
    const unseen = rows.flatMap(([id, severities]) => severities.map((one) => `${id} ${one}`));
    // Where a value does not decide, its error is a warning: fixtures show the error.
    const milder = (one: string): boolean => one.endsWith(' warning') && shown.has(one.replace(/warning$/, 'error'));
    expect(unseen.filter((one) => !shown.has(one) && !milder(one))).toEqual([]);
  });

  it('names header words that are read as their role', () => {
    const rows = rowsOf('Header words');
    expect(rows.length).toBeGreaterThan(30);
    for (const [role, words] of rows)
      for (const word of words!.split('; ')) expect(roleOfHeader(word), word).toBe(codesIn(role!)[0]);
    const told = new Map(rows.map(([role, words]) => [codesIn(role!)[0]!, words!.split('; ')]));
    for (const { role, words } of helpView().headers)
      expect(told.get(role), role).toEqual(expect.arrayContaining(words));
  });

  it('has every setting with its words and its default', () => {
    const rows = rowsOf('Settings').map(([key, values, usual]) => [codesIn(key!)[0]!, values!, usual!] as const);
    expect(rows.map(([key]) => key)).toEqual(SETTINGS.map(({ key }) => key));
    for (const { key, words = [], example } of SETTINGS) {
      const [, values, usual] = rows.find((row) => row[0] === key)!;
      if (key !== 'Số chữ số thập phân') for (const word of words) expect(codesIn(values), key).toContain(word);
      if (example !== undefined && key === 'Xếp loại') expect(values).toContain(example);
      const [cell] = codesIn(usual);
      if (cell === undefined) continue;
      const { settings, remarks } = readSettings([{ key, cell, at: { sheet: 0, row: 0, column: 1 } }]);
      expect(remarks, key).toEqual([]);
      expect({ ...settings, at: {} }, key).toEqual(defaultSettings());
    }
  });

  it('gives examples of every kind of rule that read as that kind', () => {
    const rows = rowsOf('Rules');
    for (const [kind, examples] of rows)
      for (const example of codesIn(examples!)) {
        const read = parseRule(example);
        expect(read.ok ? read.rule.kind : read.message, example).toBe(codesIn(kind!)[0]);
      }
    const kinds = readFileSync(join(ROOT, 'core/framework/rules/rule.ts'), 'utf8').matchAll(
      /^ {2}\| \{ kind: '([\w-]+)'/gm,
    );
    expect(rows.map(([kind]) => codesIn(kind!)[0]).sort()).toEqual([...kinds].map(([, kind]) => kind).sort());
  });

  it('has the keys of the JSON', () => {
    const result = run(workbook({ data: { C10: 'nhiều' } }));
    const rows = new Map(rowsOf('JSON').map(([key, value]) => [codesIn(key!)[0]!, codesIn(value!)]));
    expect(
      [...rows.keys()].filter((key) => /^\w+$/.test(key.replace('[]', ''))).map((key) => key.replace('[]', '')),
    ).toEqual(Object.keys(result));
    const [unit] = result.groups[0]!.ranking;
    const parts: [string, object][] = [
      ['groups[].ranking[]', unit!],
      ['entries["1.1"]', unit!.entries['1.1']!],
      ['findings[]', result.findings[0]!],
      ['recognised[]', result.recognised[0]!],
      ['notRun[]', result.notRun[0]!],
    ];
    for (const [row, part] of parts) for (const key of Object.keys(part)) expect(rows.get(row), row).toContain(key);
  });

  it('names the built-in sets', () => {
    for (const id of Object.keys(builtInSets)) expect(section('Index sets')).toContain(`\`${id}\``);
  });
});

/** Headings as GitHub links to them. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#{1,4} (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );

it('every citation of the contract in code leads to a section', () => {
  const anchors = new Set(anchorsOf(CONTRACT));
  const cited = sourcesIn(['core', 'xlsx', 'excel-addin', 'sheets-addon', 'local', 'test', 'tools']).flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/docs\/contract\.md#([\w-]+)/g)].map(([, at]) => [file, at!]),
  );
  expect(cited.length).toBeGreaterThan(30);
  expect(cited.filter(([, at]) => !anchors.has(at!))).toEqual([]);
});

describe('links and paths in the documents', () => {
  const markdown = (folder: string): string[] =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name));
  const pages = [...markdown('.'), ...markdown('docs'), ...markdown('docs/decisions')];

  it.each(pages)('%s: links lead to files and headings that are there', (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    for (const [, target] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [path, at] = target!.split('#') as [string, string?];
      const file = path === '' ? page : join(dirname(page), path);
      expect(existsSync(join(ROOT, file)), `${page}: ${target}`).toBe(true);
      if (at !== undefined)
        expect(anchorsOf(readFileSync(join(ROOT, file), 'utf8')), `${page}: ${target}`).toContain(at);
    }
  });

  it.each(['CONTRIBUTING.md', 'docs/architecture.md'])('%s: the files that it names are there', (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8').replace(/`npm [^`]*`/g, '');
    const paths = [
      ...text.matchAll(
        /(?<![\w/.-])((?:core|xlsx|excel-addin|sheets-addon|local|test|docs|samples|tools)\/[\w./-]*\w)/g,
      ),
    ];
    expect(paths.length).toBeGreaterThan(20);
    for (const [, path] of paths) expect(existsSync(join(ROOT, path!)), `${page}: ${path}`).toBe(true);
  });
});
