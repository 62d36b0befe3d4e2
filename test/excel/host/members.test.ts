/** No member of the host is invented: the library's own metadata has each of them. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { Api, membersOf } from '#local/excel-host/api/base';
import * as chart from '#local/excel-host/api/chart';
import { EVENTS } from '#local/excel-host/api/events';
import * as format from '#local/excel-host/api/format';
import * as layout from '#local/excel-host/api/layout';
import * as range from '#local/excel-host/api/range';
import * as areas from '#local/excel-host/api/range-areas';
import * as rules from '#local/excel-host/api/rules';
import * as tables from '#local/excel-host/api/tables';
import * as workbook from '#local/excel-host/api/workbook';
import * as worksheet from '#local/excel-host/api/worksheet';
import { isAtLeast, isOffered } from '#local/excel-host/requirements';
import { libraryMetadata } from '#local/excel-host/node';

const metadata = libraryMetadata();
const classes = [chart, format, layout, range, areas, rules, tables, workbook, worksheet]
  .flatMap((module) => Object.values(module) as unknown[])
  .filter((one): one is typeof Api => typeof one === 'function' && one.prototype instanceof Api);

describe('the host', () => {
  it('has classes of the library only', () => {
    expect(classes.length).toBeGreaterThan(30);
    for (const type of classes) expect(metadata.classes.has(type.api), type.api).toBe(true);
  });

  it.each(classes.map((type) => [type.api, type] as const))('%s has members of the library only', (name, type) => {
    const known = metadata.classes.get(name)!;
    const invented = [...membersOf(type).keys()].filter((member) => !known.has(member));
    expect(invented).toEqual([]);
  });

  it('keeps the library’s numbers of events', () => {
    const file = createRequire(import.meta.url).resolve('@microsoft/office-js/package.json');
    const text = readFileSync(join(dirname(file), 'dist', 'excel-web-16.00.debug.js'), 'utf8');
    for (const { number, register } of EVENTS) {
      const found = new RegExp(
        `eventType: (\\d+),\\s+registerFunc: function \\(\\) \\{ return _this\\._${register}\\(\\)`,
        'g',
      );
      const numbers = [...text.slice(text.indexOf('(function (Excel) {')).matchAll(found)].map((one) => Number(one[1]));
      expect(numbers, register).toContain(number);
    }
  });
});

describe('requirement sets', () => {
  it('are read as the library has them', () => {
    expect(metadata.classes.size).toBeGreaterThan(180);
    expect(metadata.requirements.size).toBeGreaterThan(600);
    expect(metadata.requirements.get('Worksheet.freezePanes')).toEqual({ set: 'ExcelApi', version: '1.7' });
    expect(metadata.requirements.get('Range.copyFrom')).toEqual({ set: 'ExcelApi', version: '1.9' });
  });

  it('decide what a host offers', () => {
    expect(isAtLeast('1.15', '1.9')).toBe(true);
    expect(isAtLeast('1.9', '1.15')).toBe(false);
    expect(isOffered(metadata, { ExcelApi: '1.6' }, 'Worksheet', 'freezePanes')).toBe(false);
    expect(isOffered(metadata, { ExcelApi: '1.14' }, 'Worksheet', 'freezePanes')).toBe(true);
    expect(isOffered(metadata, { ExcelApi: '1.14' }, 'Worksheet', 'name')).toBe(true);
    expect(isOffered(metadata, { ExcelApi: '1.14' }, 'WorksheetCollection', '_RegisterEventVisibilityChanged')).toBe(
      false,
    );
    expect(isOffered(metadata, { ExcelApi: '1.17' }, 'WorksheetCollection', '_RegisterEventVisibilityChanged')).toBe(
      true,
    );
  });
});
