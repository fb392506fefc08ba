import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrapedName } from '@/utils/domain/run/page/scraped.ts';

describe('a name from a page', () => {
  it.each([
    ['VRINDA ENTERPRISE  .', 'VRINDA ENTERPRISE'],
    ['Nord . .', 'Nord'],
    ['Acme Inc.', 'Acme Inc.'],
    ['  two\n  lines ', 'two lines'],
    ['\u202edrahcir\u202c', 'drahcir'],
    ['no\u200brth', 'north'],
    ['no\t\u0000\trth', 'no rth'],
    [`${'n'.repeat(118)} . x`, 'n'.repeat(118)],
    ['', undefined],
    [' . ', undefined],
    ['\u200e\u200f', undefined],
  ])('%j is %j', (text, name) => {
    expect(scrapedName(text)).toBe(name);
  });

  it('is one bounded line of what can be seen, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const name = scrapedName(text);
        if (name === undefined) return;
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}]|^\s|\s$|\n/u);
        expect(scrapedName(name)).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});
