/**
 * The walls of the house: what may import what, and why. docs/architecture.md draws it. Types count as well, since who needs
 * another's types knows it.
 */
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importsIn, importsOf, ROOT, sourcesIn, type Import } from '#test/support/imports';

/** From the ground up. A place imports from itself and from the floors below, never from its neighbours; a file belongs to the longest path. */
const FLOORS: readonly (readonly string[])[] = [
  ['core/messages', 'core/exact'],
  ['core/workbook'],
  ['core/framework'],
  ['core/read'],
  ['core/score'],
  ['core/compare'],
  ['core/check'],
  ['core/write'],
  ['core/form'],
  ['core/view'],
  ['core/publish'],
  ['core/collect'],
  ['core/commands'],
  ['panel'],
  ['excel-addin/skin', 'sheets-addon/skin'],
  ['xlsx'],
  ['files'],
  ['excel-addin/words', 'sheets-addon/words'],
  ['excel-addin/host.ts', 'sheets-addon/protocol.ts'],
  ['sheets-addon/answers.ts'],
  ['excel-addin/workbook', 'excel-addin/worker', 'sheets-addon/server', 'sheets-addon/sidebar'],
  ['excel-addin/taskpane'],
  ['local/cli', 'local/excel-host', 'local/manifest', 'local/samples', 'local/sheets-host', 'local/sidebar-host'],
  ['local/build'],
  ['local/page'],
];

/** The rooms of core/read from the ground up, by the same rule; a file that others of its room stand on is named by itself. */
const ROOMS: readonly (readonly string[])[] = [
  ['cells', 'periods', 'settings/held.ts'],
  ['settings/values.ts'],
  ['settings/bands.ts'],
  ['settings/keys.ts'],
  ['assessment.ts'],
  ['headers'],
  ['tables'],
  ['settings', 'unread'],
  ['sets'],
  ['units'],
  ['entries', 'waivers'],
  ['recognised.ts', 'mark.ts'],
  ['index.ts'],
].map((rooms) => rooms.map((room) => `core/read/${room}`));

/** The folders whose every file must stand on a floor. */
const SHIPPED = ['core', 'panel', 'xlsx', 'files', 'excel-addin', 'sheets-addon'];
const HOUSE = [...SHIPPED, 'local'];

interface Wall {
  from: string[];
  /** Places below that are out of reach all the same. */
  never: string[];
  /** Of them, files that are within reach. */
  but?: string[];
  because: string;
}

const WALLS: readonly Wall[] = [
  {
    from: ['xlsx'],
    never: ['read', 'framework', 'score', 'check', 'write', 'view', 'commands'].map((name) => `core/${name}`),
    because: 'a file becomes a picture and a plan becomes a file: what the figures mean is not known there',
  },
  {
    from: ['excel-addin'],
    never: ['sheets-addon'],
    because: 'each add-in ships alone; what both need lives in core',
  },
  {
    from: ['sheets-addon'],
    never: ['excel-addin'],
    because: 'each add-in ships alone; what both need lives in core',
  },
  {
    from: ['panel', 'excel-addin/skin', 'excel-addin/taskpane', 'sheets-addon/skin', 'sheets-addon/sidebar'],
    never: ['exact', 'framework', 'read', 'score', 'check', 'write', 'commands'].map((name) => `core/${name}`),
    but: ['core/commands/calls.ts'],
    because: 'a screen draws what core/view gives it; what a screen works out itself differs between the hosts',
  },
  {
    from: ['excel-addin/worker', 'sheets-addon/server'],
    never: ['exact', 'framework', 'score', 'check', 'write'].map((name) => `core/${name}`),
    because: 'a host makes a run and asks the desk: core/commands is its door',
  },
  {
    from: ['excel-addin/workbook'],
    never: ['exact', 'framework', 'score', 'check', 'write', 'commands'].map((name) => `core/${name}`),
    because: 'an adapter turns cells into a picture and a plan into calls, and decides nothing about points or layout',
  },
  {
    from: ['sheets-addon/server'],
    never: ['xlsx'],
    because: 'in Google Sheets the workbook is read and written by its own service',
  },
  {
    from: ['local/excel-host', 'local/sheets-host'],
    never: ['excel-addin', 'sheets-addon'],
    because: 'a stand-in that knows the code under test would prove nothing',
  },
];

/** Packages that what ships may use; local may use any. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  core: [],
  'core/framework': ['zod/mini'],
  'core/commands': ['zod/mini'],
  panel: ['react'],
  xlsx: ['fflate'],
  files: [],
  'excel-addin/words': [],
  'sheets-addon/words': [],
  'excel-addin/host.ts': [],
  'excel-addin/workbook': [],
  'excel-addin/worker': ['zod/mini'],
  'excel-addin/skin': ['react', '@fluentui/react-components'],
  'excel-addin/taskpane': ['react', 'react-dom/client', '@fluentui/react-components'],
  'sheets-addon/protocol.ts': ['zod/mini'],
  'sheets-addon/answers.ts': ['zod/mini'],
  'sheets-addon/server': ['zod/mini'],
  'sheets-addon/skin': ['preact', 'preact/hooks'],
  'sheets-addon/sidebar': ['preact', 'preact/hooks'],
};

const inside = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);
const longest = (file: string, places: readonly string[]): string | undefined =>
  places.filter((place) => inside(file, place)).sort((a, b) => b.length - a.length)[0];

/** The floor of a place of the house, and its name. */
function standing(file: string): { floor: number; place: string } | null {
  const place = longest(file, FLOORS.flat());
  return place === undefined ? null : { place, floor: FLOORS.findIndex((floor) => floor.includes(place)) };
}

/** Why a file may not import a file of this project, or null. */
function wallBetween(from: string, to: string): string | null {
  const here = standing(from);
  if (here === null) return `nothing says on which floor ${from} stands: give its folder a place in FLOORS`;
  const there = standing(to);
  if (there === null) return 'tests, tools and what stands on no floor are no part of the house';
  if (here.place === there.place) return null;
  const wall = WALLS.find(({ from: places, never, but = [] }) => {
    if (but.includes(to)) return false;
    return places.some((place) => inside(from, place)) && never.some((place) => inside(to, place));
  });
  if (wall !== undefined) return wall.because;
  if (there.floor < here.floor) return null;
  const where = there.floor === here.floor ? 'beside' : 'below';
  return `${here.place} stands ${where} ${there.place}: what both need belongs on a floor under them`;
}

/** @returns what is wrong with an import, in words for the one who wrote it; null: nothing. */
function broken({ from, to, own }: Import): string | null {
  const ships = SHIPPED.some((folder) => inside(from, folder));
  if (to === null) return ships ? `${from} imports something worked out at run time: no wall can be held there` : null;
  if (own) {
    const because = wallBetween(from, to);
    return because === null ? null : `${from} must not import ${to}, because ${because}`;
  }
  const allowed = PACKAGES[longest(from, Object.keys(PACKAGES)) ?? ''] ?? [];
  if (!ships || allowed.includes(to)) return null;
  const named = allowed.length === 0 ? 'no package' : allowed.join(', ');
  const reason = inside(from, 'core') ? 'core knows no host: ' : '';
  return `${from} must not import ${to}, because ${reason}what ships from there uses ${named}`;
}

const told = (file: string, text: string): (string | null)[] => importsOf(file, text).map(broken);

it('every file imports only from the floors under it', () => {
  expect(sourcesIn(HOUSE).flatMap(importsIn).map(broken).filter(Boolean)).toEqual([]);
});

it('the rooms of core/read stand on one another', () => {
  const floorOf = (file: string): number => {
    const place = longest(file, ROOMS.flat()) ?? '';
    return ROOMS.findIndex((rooms) => rooms.includes(place));
  };
  const imports = sourcesIn(['core/read'])
    .flatMap(importsIn)
    .flatMap(({ from, to }) => (to?.startsWith('core/read/') === true ? [{ from, to }] : []));
  const isIn = (from: string, to: string): boolean => longest(from, ROOMS.flat()) === longest(to, ROOMS.flat());
  const wrong = imports.filter(({ from, to }) => !isIn(from, to) && floorOf(to) >= floorOf(from));
  expect(wrong).toEqual([]);
  expect(imports.filter(({ from, to }) => floorOf(from) < 0 || floorOf(to) < 0)).toEqual([]);
});

it('no files of core/read import one another in a circle', () => {
  const left = new Map(sourcesIn(['core/read']).map((file) => [file, importsIn(file).map(({ to }) => to)]));
  // Who imports none of those that are left is in no circle.
  for (let size = -1; size !== left.size;) {
    size = left.size;
    for (const [file, to] of left) if (!to.some((other) => other !== null && left.has(other))) left.delete(file);
  }
  expect([...left.keys()]).toEqual([]);
});

it('every file has a floor, and every floor and wall its files', () => {
  const files = sourcesIn(HOUSE);
  // local/run.mjs, which Node starts as it is, loads what it has built.
  expect(files.filter((file) => /\.tsx?$/.test(file) && standing(file) === null)).toEqual([]);
  const places = [
    ...FLOORS.flat(),
    ...WALLS.flatMap(({ from, never }) => [...from, ...never]),
    ...Object.keys(PACKAGES),
  ];
  expect(places.filter((place) => !files.some((file) => inside(file, place)))).toEqual([]);
});

it('what a place may take from packages it does take', () => {
  const used = sourcesIn(SHIPPED).flatMap(importsIn);
  const idle = Object.entries(PACKAGES).flatMap(([place, names]) =>
    names
      .filter((name) => !used.some(({ from, to }) => inside(from, place) && to === name))
      .map((name) => [place, name]),
  );
  expect(idle).toEqual([]);
});

it('the folders of the project are known', () => {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const outside = ['docs', 'manifests', 'samples', 'test', 'tools', 'node_modules', 'dist', 'coverage'];
  const names = folders.map(({ name }) => name).filter((name) => !name.startsWith('.') && !outside.includes(name));
  expect(names.sort()).toEqual([...HOUSE].sort());
});

it.each([
  ['core/read/a.ts', "import type { Finding } from '../check/finding.ts';", /read stands below core\/check/],
  ['core/exact/a.ts', "export { say } from '../messages/index.ts';", /exact stands beside core\/messages/],
  ['core/diff/a.ts', "import { read } from '../read/index.ts';", /on which floor core\/diff\/a\.ts stands/],
  ['core/score/a.ts', "import fs from 'node:fs';", /core knows no host/],
  ['core/score/a.ts', "import { z } from 'zod/mini';", /core knows no host/],
  ['core/framework/a.ts', "import { z } from 'zod';", /uses zod\/mini/],
  [
    'core/view/a.ts',
    "type A = import('../../excel-addin/host.ts').HostError;",
    /view stands below excel-addin\/host\.ts/,
  ],
  ['xlsx/a.ts', "import { read } from '#core/read/index';", /what the figures mean is not known there/],
  ['excel-addin/taskpane/a.tsx', "const a = <p />; import { score } from '#core/score/index';", /a screen draws/],
  ['sheets-addon/sidebar/a.tsx', "export * from '../server/calls.ts';", /sidebar stands beside sheets-addon\/server/],
  ['sheets-addon/sidebar/a.tsx', "import React from 'react';", /uses preact, preact\/hooks/],
  ['excel-addin/worker/a.ts', "void import('../taskpane/main.tsx');", /worker stands below excel-addin\/taskpane/],
  ['excel-addin/workbook/a.ts', "import { b } from '../../sheets-addon/protocol.ts';", /each add-in ships alone/],
  ['sheets-addon/server/a.ts', "import { book } from '#test/support/book';", /no part of the house/],
  ['excel-addin/worker/a.ts', "import { cli } from '#local/cli/main';", /worker stands below local\/cli/],
  ['local/page/a.ts', "import { open } from '#test/excel/pane/open';", /no part of the house/],
  ['local/excel-host/a.ts', "import { b } from '../../excel-addin/host.ts';", /would prove nothing/],
  ['core/read/a.ts', 'const name = 1; void import(name);', /worked out at run time/],
])('%s: %s is refused with its reason', (file, text, reason) => {
  const [message] = told(file, text).filter(Boolean);
  expect(message).toMatch(reason);
  expect(message).toContain(file);
});

it.each([
  ['core/check/a.ts', "import { b } from '../score/scored.ts';"],
  ['core/framework/a.ts', "import * as z from 'zod/mini';"],
  ['excel-addin/taskpane/a.tsx', "import { b } from '#core/view/unit'; void import('../worker/serve.ts');"],
  [
    'local/cli/a.ts',
    "import fs from 'node:fs'; import { b } from '#xlsx/index'; import { c } from '#core/check/index';",
  ],
])('%s: %s is no break', (file, text) => expect(told(file, text).filter(Boolean)).toEqual([]));
