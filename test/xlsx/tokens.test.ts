/** A sheet comes in chunks: wherever one ends, the picture is the same, and so is a refusal. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ChosenTokens } from '#xlsx/alternate';
import type { Context } from '#xlsx/cells';
import { utf8Of } from '#xlsx/encoding';
import { readSheet } from '#xlsx/read-sheet';
import { Texts } from '#xlsx/strings';
import { CLOSE, END, OPEN, TEXT } from '#xlsx/token';
import { Tokens } from '#xlsx/tokens';
import { UnusableFile } from '#xlsx/unusable';
import { NS } from './helpers.ts';

const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** The head of a part is looked at as a whole before anything is read: what is cut stands behind it. */
const HEAD = 2048;

/** Everything at once: a mark of UTF-8, comments, CDATA, references, instructions, alternatives, characters of two to four bytes. */
const TRICKY = `\ufeff<?xml version="1.0" encoding="UTF-8"?>${' '.repeat(HEAD)}
<!-- <sheetData> 𝔸 --><x:worksheet xmlns:x="${NS}" xmlns:mc="${MC}" xmlns:q='urn:a>b'><x:sheetFormatPr defaultColWidth="9"/>
<x:cols><x:col min="2" max="3" hidden="1"/></x:cols><x:sheetData
><x:row r="1" hidden="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve"> Sở Y tế 𝔸&amp;B </x:t></x:is></x:c><x:c r='B1' s="1"
><x:v>4<!-- > -->5<?x y?>.25</x:v></x:c><x:c r="D1" t="s"><x:v>0</x:v></x:c></x:row><x:row r="3"><x:c t="str" r="A3"><x:f>"a>b"</x:f><x:v><![CDATA[<đ>]]]>&#x1EC7;</x:v></x:c>
<mc:AlternateContent><mc:Choice Requires="q"><x:c r="B3"><x:v>1</x:v></x:c></mc:Choice><mc:Fallback><x:c r="B3"><x:v>-2.50</x:v></x:c></mc:Fallback></mc:AlternateContent><x:c r="C3"/></x:row><x:row/></x:sheetData>
<x:sheetProtection sheet="1"/><x:autoFilter ref="A1:B2"><x:filterColumn colId="0"/></x:autoFilter><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet >
`;

function* cut(bytes: Uint8Array, places: number[]): Generator<Uint8Array> {
  let from = 0;
  for (const place of [...places, bytes.length]) {
    yield bytes.slice(from, place);
    from = place;
  }
}

function sourceOfPieces(pieces: Iterator<Uint8Array>): () => Uint8Array | null {
  return () => {
    const next = pieces.next();
    return next.done === true ? null : next.value;
  };
}

/** The sheet as JSON, or the reason of the refusal. */
function outcome(pieces: Iterator<Uint8Array>): string {
  const context: Context = {
    footnote: null,
    strings: ['Hai'],
    styles: [
      { format: undefined, date: false },
      { format: '0.0', date: false },
    ],
    shift: 0,
  };
  const tokens = new ChosenTokens(utf8Of(sourceOfPieces(pieces)));
  try {
    try {
      return JSON.stringify(readSheet(tokens, context, new Texts(), { cells: 0, slots: 0 }));
    } finally {
      tokens.finish();
    }
  } catch (error) {
    if (error instanceof UnusableFile) return error.reason;
    throw error;
  }
}

/** The outcome is the same for every place of one cut, and for chunks of a few bytes. */
function cutAnywhere(bytes: Uint8Array): string {
  const whole = outcome(cut(bytes, []));
  for (let place = HEAD; place <= bytes.length; place += 1)
    if (outcome(cut(bytes, [place])) !== whole)
      throw new Error(`another outcome where the text is cut at ${place}: ${outcome(cut(bytes, [place]))}`);
  for (const step of [1, 2, 3, 7]) {
    const count = Math.floor((bytes.length - HEAD) / step);
    const places = Array.from({ length: count }, (_, index) => HEAD + index * step);
    expect(outcome(cut(bytes, places))).toBe(whole);
  }
  return whole;
}

describe('a sheet that is cut anywhere', () => {
  it('gives the same picture', () => {
    expect(JSON.parse(cutAnywhere(strToU8(TRICKY)))).toEqual({
      picture: {
        rows: [
          { index: 0, cells: [' Sở Y tế 𝔸&B ', { value: 45.25, format: '0.0' }, null, 'Hai'], hidden: true },
          { index: 2, cells: [{ value: '<đ>]ệ', formula: true }, -2.5] },
        ],
        merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
        hiddenColumns: [1, 2],
      },
      locked: true,
      filtered: true,
    });
  });

  it('in UTF-16 too', () => {
    const text = TRICKY.replace('UTF-8', 'UTF-16');
    expect(cutAnywhere(new Uint8Array(Buffer.from(text, 'utf16le')))).toBe(outcome(cut(strToU8(TRICKY), [])));
  });

  it.each([
    ['a tag that does not end', TRICKY.replace('</x:worksheet >\n', '</x:worksheet '), 'broken'],
    ['a comment that does not end', `${TRICKY}<!-- `, 'broken'],
    ['a document type', TRICKY.replace('<x:cols>', '<!DOCTYPE x><x:cols>'), 'doctype'],
    ['a document type behind a cell that stands twice', `${TRICKY.replaceAll('D1', 'A1')}<!DOCTYPE x>`, 'doctype'],
    ['a control character', TRICKY.replace('Sở', '\u0001'), 'broken'],
    ['U+FFFF', TRICKY.replace('Sở', '\uffff'), 'broken'],
    ['a reference without a meaning', TRICKY.replace('&amp;', '&am;'), 'broken'],
    ['a second root', `${TRICKY}<x/>`, 'broken'],
    ['a text behind the root', `${TRICKY}x`, 'broken'],
  ])('is refused for %s', (_, text, reason) => {
    expect(text).not.toBe(TRICKY);
    expect(cutAnywhere(strToU8(text))).toBe(reason);
  });

  it('is refused for bytes that are no UTF-8', () => {
    for (const bad of [[0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe1, 0xbb], [0x80]]) {
      const at = TRICKY.indexOf('Sở');
      const bytes = [...strToU8(TRICKY.slice(0, at)), ...bad, ...strToU8(TRICKY.slice(at))];
      expect(cutAnywhere(Uint8Array.from(bytes))).toBe('broken');
    }
  });
});

it('tokens are the tags and the texts between them', () => {
  const told: string[] = [];
  const tokens = new Tokens(sourceOfPieces(cut(strToU8('<a b="1"><c/>x<![CDATA[&]]>y<!-- z --></a>'), [])));
  for (let kind = tokens.next(); kind !== END; kind = tokens.next()) {
    if (kind === OPEN) told.push(`${tokens.name()} ${tokens.attribute('b') ?? '-'} ${tokens.empty}`);
    if (kind === TEXT) told.push(tokens.told());
    if (kind === CLOSE) told.push('end');
  }
  expect(told).toEqual(['a 1 false', 'c - true', 'x', '&', 'y', 'end']);
});

it('a tag that comes in very many chunks takes time that grows with its length', () => {
  const quickest = (length: number): number => {
    const bytes = strToU8(`<a b="${'x'.repeat(length)}"/>`);
    const places = Array.from({ length: length / 8 }, (_, index) => index * 8);
    const start = performance.now();
    new Tokens(sourceOfPieces(cut(bytes, places))).finish();
    return performance.now() - start;
  };
  quickest(40_000);
  const [small, large] = [quickest(100_000), quickest(800_000)];
  expect(large).toBeLessThan(30 * Math.max(small, 3));
});
