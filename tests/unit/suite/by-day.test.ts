import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { enginesFor, everyValue, ONE_ENGINE } from '../../e2e/support/by-day.ts';
import { pairwise } from '../../e2e/support/cover.ts';
import { amazonChoices, ebayChoices } from '../../e2e/support/unknowns.ts';

const root = join(import.meta.dirname, '../../..');
const journeys = globSync('tests/e2e/**/*.test.ts', { cwd: root })
  .map((name) => readFileSync(join(root, name), 'utf8'))
  .join('\n');

describe('what a day plays', () => {
  it.each([
    ['Amazon', amazonChoices],
    ['eBay', ebayChoices],
  ])('has every value of every switch of %s', (_, choices) => {
    const rows = everyValue(pairwise(choices));
    for (const [name, values] of Object.entries(choices)) {
      const played = new Set(rows.map((row) => row[name as keyof typeof row]));
      expect([...played].sort(), name).toEqual([...values].sort());
    }
  });

  it('is no more than it takes', () => {
    const rows = [
      { a: 1, b: 1 },
      { a: 2, b: 1 },
      { a: 1, b: 2 },
      { a: 2, b: 2 },
    ];
    expect(everyValue(rows)).toEqual(rows.slice(0, 3));
  });

  it.each(Object.entries(ONE_ENGINE))(
    '%s is a journey, and says why one engine is enough',
    (name, { because }) => {
      const told = journeys.match(new RegExp(`journeys\\(\\s*'${name}'`, 'gi')) ?? [];
      expect(told).toHaveLength(1);
      expect(because.length).toBeGreaterThan(20);
    },
  );

  it('leaves all else to both engines, and the night everything', () => {
    const both = ['chromium', 'firefox'] as const;
    expect(enginesFor('the guard', both, { nightly: false })).toEqual(both);
    expect(enginesFor('a queue', both, { nightly: false })).toEqual(['chromium']);
    expect(enginesFor('a queue', both, { nightly: true })).toEqual(both);
    expect(enginesFor('a queue', ['firefox'], { nightly: false })).toEqual([]);
  });
});
