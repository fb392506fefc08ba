import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containerColour } from '@/utils/domain/account/container-look.ts';
import { colourOf, initialOf, MARK_COLOURS } from '@/utils/domain/account/mark.ts';

describe('the mark of a connection', () => {
  it('spreads random ids over all colours', () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 1000; index += 1) {
      const colour = colourOf(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted()).toEqual([...MARK_COLOURS].toSorted());
    for (const count of counts.values()) expect(count).toBeGreaterThan(100);
  });

  it.each([
    ['Alpenglück', 'A'],
    ['  “élan” ', 'É'],
    ['ßhop', 'S'],
    ['7 Sachen', '7'],
    ['名前', '名'],
    ['— !', '•'],
  ])('of “%s” has the initial %s', (name, initial) => {
    expect(initialOf({ name })).toBe(initial);
  });

  it('has one character, whatever the name is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => [...initialOf({ name })].length === 1));
  });

  it('has the colour of the connection’s container', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => containerColour(id, [...MARK_COLOURS, 'red', 'green']) === colourOf(id)),
    );
  });
});
