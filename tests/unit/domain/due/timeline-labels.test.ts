import fc from 'fast-check';
import { expect, it } from 'vitest';
import { labelsOf, widthOf } from '@/utils/domain/due/timeline-labels.ts';

const mark = fc.record({
  x: fc.integer({ min: 0, max: 1300 }),
  count: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 5000 })),
  name: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
});

it('names every mark or counts it in; no label touches another or leaves the picture', () => {
  fc.assert(
    fc.property(
      fc.array(mark, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 360, max: 1300 }),
      (all, width) => {
        const marks = all.map((each) => ({ ...each, x: each.x % width })).sort((a, b) => a.x - b.x);
        const labels = labelsOf(marks, width);
        const total = marks.reduce((sum, { count }) => sum + count, 0);
        const counted = labels.map(({ text }) => (/^\+\d+$/.test(text) ? Number(text.slice(1)) : 1));
        // A name may look like a number.
        fc.pre(marks.every(({ name }) => !/^\+\d/.test(name)));
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(total);
        let end = -1;
        for (const { x, text } of labels) {
          expect(x).toBeGreaterThan(end);
          end = x + widthOf(text);
          expect(end).toBeLessThanOrEqual(width);
        }
      },
    ),
    { numRuns: 500 },
  );
});

it('writes a name that fits, cuts one that does not, and counts what has no room', () => {
  const names = (...xs: number[]) =>
    labelsOf(
      xs.map((x) => ({ x, count: 1, name: 'Bergwerk' })),
      400,
    ).map(({ text }) => text);
  expect(names(10, 200)).toEqual(['Bergwerk', 'Bergwerk']);
  expect(names(10, 70, 200)).toEqual(['Bergw…', 'Bergwerk', 'Bergwerk']);
  expect(names(10, 12, 14, 200)).toEqual(['+3', 'Bergwerk']);
});
