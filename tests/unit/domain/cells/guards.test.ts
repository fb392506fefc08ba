import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText, fromText, isMangled, withFormula, withoutFormula } from '@/utils/domain/cells/guards.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    "'",
    '"',
    '""',
    ',',
    ';',
    '|',
    ':',
    ' ',
    '＝',
    'x',
    '7',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));

/** The beginnings of cells that a program sees which splits at a sign, whatever the quotes say. */
const begins = (cell: string, separator: string): string[] =>
  cell.split(new RegExp(`[\\r\\n${separator}]`)).map((each) => each.replace(/^[\s"]+/, ''));

describe('a cell of an export', () => {
  it('begins no formula, for whatever separator a spreadsheet takes', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(',', ';', '\t', '|', ':'), (cell, separator) => {
        for (const begin of begins(withoutFormula(cell), separator))
          expect(begin).not.toMatch(/^[=+\-@＝＋－＠]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('comes back exactly', () => {
    fc.assert(
      fc.property(text, (cell) => {
        expect(withFormula(withoutFormula(cell))).toBe(cell);
        expect(fromText(asText(cell))).toBe(cell);
        expect(fromText(withFormula(withoutFormula(asText(cell))))).toBe(cell);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '00123',
    '123456789012345678',
    '1e5',
    '-5',
    '1,5',
    '3/4',
    '12:30',
    '5 PM',
    '50%',
    '5 €',
    'TRUE',
    'wahr',
    'Faux',
    'Mar 1',
    '1. Mai',
    'SEPT2',
    '1-2',
    '１２３',
    'R9.12.31',
  ])('%s stays the text that it is', (cell) => {
    expect(asText(cell)).toBe(`'${cell}`);
  });

  it.each(['Alpenglück', 'A1NORDLICHT', 'anna@example.com', 'Shop 24', 'Maria 3', 'yes', 'x1', '2nd shop'])(
    '%s needs no guard',
    (cell) => {
      // “Maria” begins like a month, and a guard too many harms nobody.
      if (cell !== 'Maria 3') expect(asText(cell)).toBe(cell);
      expect(fromText(asText(cell))).toBe(cell);
    },
  );
});

describe('a number that a spreadsheet has rounded', () => {
  it.each([
    '1,23457E+11',
    '1.23457E+11',
    '1E+15',
    '-2,5e-7',
    '1234567890123450',
    '#NAME?',
    '#WERT!',
    '######',
  ])('%s is known', (cell) => expect(isMangled(cell)).toBe(true));
  it.each(['A1E2', '1234567890', 'E11', '123456789012345', '#1', 'Shop #3'])('%s is none', (cell) =>
    expect(isMangled(cell)).toBe(false),
  );
});

describe('a cell of a megabyte', () => {
  it.each(["\n'", '\t', ', ', `\t'"`, "'"])('is read at once, whatever it repeats: %j', (piece) => {
    const cell = piece.repeat(500_000);
    const before = performance.now();
    withFormula(cell);
    withoutFormula(cell);
    expect(performance.now() - before).toBeLessThan(4000);
  });
});
