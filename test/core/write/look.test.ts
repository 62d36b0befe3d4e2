/** Cells that are shared by a plan are what they would be by themselves. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Look } from '#core/write/look';

const VALUE = fc.oneof(
  fc.constantFrom(null, 0, -0, 0.004, 40.96, 81.92, '', 'x'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -10_000, max: 10_000 }).map((n) => n / 100),
);

it('gives each value its own cell, whatever was asked before', () => {
  fc.assert(
    fc.property(fc.array(VALUE, { maxLength: 200 }), (values) => {
      const look = new Look(3);
      const cells = values.map((value) => look.cell(value));
      expect(cells).toEqual(values.map((value) => ({ value, style: 3 })));
    }),
  );
});

it('makes a cell that stands many times once', () => {
  const look = new Look(0);
  expect(look.cell(12.5)).toBe(look.cell(12.5));
  expect(look.cell(null)).toBe(look.cell(null));
});
