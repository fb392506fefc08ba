import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crowdedOut, type Held } from '@/utils/domain/address/stop/room.ts';

const MOST = 50;
const kept = (stops: readonly Held[]): Held[] => {
  const gone = crowdedOut(stops, MOST);
  return stops.filter((stop) => !gone.includes(stop));
};

const person = fc.record(
  {
    at: fc.integer({ min: 0, max: 10_000 }),
    by: fc.constantFrom('shop.example', 'erp.example'),
    opener: fc.constantFrom(1, 2),
    seenAt: fc.constant(1),
  },
  { requiredKeys: ['at'] },
);

it('a page that has as many addresses stopped as it likes pushes out its own alone', () => {
  const flood = fc.array(fc.record({ at: fc.integer({ min: 5000, max: 90_000 }) }), {
    minLength: 60,
    maxLength: 120,
  });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 8 }), flood, fc.boolean(), (own, stops, byOpener) => {
      const hostile = stops.map((stop, index) => ({
        ...stop,
        // From one host, or from many that one tab has opened.
        ...(byOpener ? { by: `evil${index}.example`, opener: 99 } : { by: 'evil.example' }),
      }));
      const left = kept([...hostile, ...own]);
      expect(left).toHaveLength(MOST);
      for (const stop of own) expect(left).toContain(stop);
    }),
    { numRuns: 200 },
  );
});

it('of many alike what was in view is kept, and the newest', () => {
  const many = Array.from({ length: 60 }, (_, at): Held => ({ at, by: `host${at}.example` }));
  const first = { at: 0, by: 'host.example', seenAt: 70 };
  const left = kept([first, ...many]);
  expect(left).toContain(first);
  expect(left.filter(({ seenAt }) => seenAt === undefined).map(({ at }) => at)).toEqual(
    Array.from({ length: 49 }, (_, index) => index + 11),
  );
});

it('where there is room all stay', () => {
  expect(crowdedOut([{ at: 1 }, { at: 2 }], MOST)).toEqual([]);
});
