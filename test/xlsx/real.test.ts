import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#xlsx/index';

describe('real files', () => {
  it.each([
    ['papi2011_2016.xlsx', 6],
    ['pci2015.xlsx', 12],
  ])('%s is read', (name, sheets) => {
    const { picture } = readWorkbook(readFileSync(`test/real/${name}`));
    expect(picture.sheets).toHaveLength(sheets);
    for (const sheet of picture.sheets) {
      expect(sheet.rows.length, sheet.name).toBeGreaterThan(0);
      const indexes = sheet.rows.map((row) => row.index);
      expect(indexes).toEqual([...indexes].sort((x, y) => x - y));
    }
  });
});
