import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containerColour } from '@/utils/domain/account/container-look.ts';
import { colourOf, initialFrom, initialOf, MARK_COLOURS } from '@/utils/domain/account/mark.ts';
import { markSchema } from '@/utils/domain/account/mark-schema.ts';

/** As people count them. */
const signsIn = (text: string): number => [...new Intl.Segmenter('en').segment(text)].length;

describe('the mark of a connection', () => {
  it('spreads random ids over all colours', () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 1000; index += 1) {
      const colour = colourOf({ id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` });
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted()).toEqual([...MARK_COLOURS].toSorted());
    for (const count of counts.values()) expect(count).toBeGreaterThan(100);
  });

  it.each([
    ['Alpenglück', 'A'],
    ['  “élan” ', 'É'],
    ['e\u0301lan', 'É'],
    ['ßhop', 'S'],
    ['7 Sachen', '7'],
    ['名前', '名'],
    ['नियम', 'नि'],
    ['— !', '•'],
  ])('of “%s” has the initial %s', (name, initial) => {
    expect(initialOf({ name })).toBe(initial);
  });

  it.each([
    ['fx', 'f'],
    ['👩‍👩‍👧‍👦!', '👩‍👩‍👧‍👦'],
    ['🇩🇪', '🇩🇪'],
    ['\u202eZ', 'Z'],
    ['\u0301\u200d', ''],
    ['\u3164', ''],
    ['\u2800\u115fx', 'x'],
    [`Z${'\u0335'.repeat(60)}`, 'Z'],
  ])('keeps of “%s” what was meant', (typed, initial) => {
    expect(initialFrom(typed)).toBe(initial);
  });

  it('has one sign that can be seen, whatever the name is and whatever was typed', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(text, text, (name, typed) => {
        const initial = initialOf({ name, mark: { initial: typed } });
        expect(signsIn(initial)).toBe(1);
        expect(initial.length).toBeLessThanOrEqual(16);
        expect(initialFrom(initial)).toBe(initial);
        expect(initial).not.toMatch(/^[\p{Default_Ignorable_Code_Point}\u2800]*$/u);
        expect(initial).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the chosen one, for its container too; a colour that this version does not have is chosen anew', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(...MARK_COLOURS), (id, colour) => {
        expect(colourOf({ id, mark: { colour } })).toBe(colour);
        expect(containerColour({ id, mark: { colour } }, [...MARK_COLOURS, 'red'])).toBe(colour);
        expect(colourOf({ id, mark: { colour: 'teal' as 'blue' } })).toBe(colourOf({ id }));
        expect(containerColour({ id }, [...MARK_COLOURS, 'red', 'green'])).toBe(colourOf({ id }));
      }),
    );
  });

  it('comes out of a file as one sign, and not at all where nothing of it can be seen', () => {
    expect(markSchema.safeParse({ colour: 'pink', initial: 'Zwei' }).data).toEqual({
      colour: 'pink',
      initial: 'Z',
    });
    expect(markSchema.parse({ colour: 'pink', initial: '\u200d' })).toEqual({ colour: 'pink' });
    expect(markSchema.parse({ colour: 'red', initial: 'Z' })).toEqual({ initial: 'Z' });
  });
});
