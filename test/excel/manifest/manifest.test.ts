/** The manifest holds together: order, addresses, ids, icons, lengths. Microsoft's own XML check asks a web service, so this one is ours. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { baseAddress, excelManifest, readProduct } from '#local/manifest/excel';
import { ICON_SIZES, iconPng } from '#local/manifest/icons';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const product = readProduct(root);
const xml = excelManifest(product, 'https://diem.example.gov.vn/excel/', '1.2.3');

interface Element {
  name: string;
  attributes: Record<string, string>;
  parent: string;
}

function elements(text: string): Element[] {
  const found: Element[] = [];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    found.push({
      name: tag.name,
      attributes: tag.attributes as Record<string, string>,
      parent: open[open.length - 1] ?? '',
    });
    open.push(tag.name);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return found;
}

const all = elements(xml);

describe('the Excel manifest', () => {
  it('has its elements in the order of the schema', () => {
    expect(all.filter((element) => element.parent === 'OfficeApp').map((element) => element.name)).toEqual([
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ]);
  });

  it('asks for the requirement set in both places, and has one button for one pane', () => {
    const sets = all
      .filter((element) => element.attributes['Name'] === 'ExcelApi')
      .map((element) => element.attributes['MinVersion']);
    expect(sets).toEqual(['1.14', '1.14']);
    expect(all.filter((element) => element.name === 'Control')).toHaveLength(1);
    expect(all.filter((element) => element.name === 'TaskpaneId')).toHaveLength(1);
    expect(xml).not.toMatch(/<Runtime/);
  });

  it('points to https only, below the address it was made for', () => {
    const addresses = all
      .flatMap((element) => Object.values(element.attributes))
      .filter(
        (value) => /^https?:/.test(value) && !value.includes('schemas.microsoft.com') && !value.includes('w3.org'),
      );
    expect(addresses.length).toBeGreaterThan(6);
    for (const address of addresses) expect(address).toMatch(/^https:\/\/diem\.example\.gov\.vn\/excel\//);
  });

  it('defines every resource it refers to, and no other', () => {
    const used = new Set(all.map((element) => element.attributes['resid']).filter((id) => id !== undefined));
    const defined = all
      .filter((element) => element.name.startsWith('bt:') && element.attributes['id'] !== undefined)
      .map((element) => element.attributes['id']);
    expect([...used].sort()).toEqual([...new Set(defined)].sort());
    expect(new Set(defined).size).toBe(defined.length);
    for (const id of defined) expect(id!.length).toBeLessThanOrEqual(32);
  });

  it('shows icons that exist, at their size, as the script draws them', () => {
    for (const size of ICON_SIZES) {
      const path = join(root, 'manifests', 'icons', `icon-${size}.png`);
      expect(existsSync(path)).toBe(true);
      const bytes = readFileSync(path);
      expect(bytes.readUInt32BE(16)).toBe(size);
      expect(Buffer.from(iconPng(size)).equals(bytes)).toBe(true);
    }
  });

  it('refuses an address that Office would refuse', () => {
    expect(() => baseAddress('http://diem.example.gov.vn')).toThrow('https');
    expect(() => baseAddress('https://diem.example.gov.vn/?a=1')).toThrow('?');
    expect(baseAddress('https://diem.example.gov.vn/excel//')).toBe('https://diem.example.gov.vn/excel');
  });
});
